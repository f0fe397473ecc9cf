"""The configuration over an S3 server on this machine: versions, what is missing, and what goes wrong."""

import asyncio
import json
import logging
import uuid
from types import SimpleNamespace

import boto3
import httpx
import pytest
from moto.server import ThreadedMotoServer

from integration.sync_async import at_once, maybe_await
from spacecat_shared_data_access import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    UnavailableError,
    ValidationError,
    create_async_data_access,
    create_data_access,
)

KEY = "config/spacecat/global-config.json"
REGION = "eu-west-1"
DOCUMENT = {
    "queues": {"audits": "https://sqs.example.com/audits"},
    "jobs": [{"group": "audits", "type": "cwv", "interval": "daily"}],
    "handlers": {"cwv": {"enabledByDefault": False, "productCodes": ["ASO"]}},
    "slackRoles": {"admin": ["U1"]},
}


@pytest.fixture(scope="module")
def s3_server():
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def environment(s3_server, monkeypatch):
    """Set the environment in which an AWS client talks to that server only."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", s3_server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    monkeypatch.delenv("AWS_PROFILE", raising=False)


@pytest.fixture
def at_rest(monkeypatch):
    """No waiting between attempts."""
    waits = []
    monkeypatch.setattr("botocore.endpoint.time", SimpleNamespace(sleep=waits.append))
    return waits


@pytest.fixture(scope="module")
def owner(s3_server):
    """A client that sees what is really stored."""
    session = boto3.session.Session("key", "secret", region_name=REGION)
    client = session.client("s3", endpoint_url=s3_server)
    yield client
    client.close()


@pytest.fixture
def bucket(owner):
    """A fresh bucket that keeps every version."""
    name = f"config-{uuid.uuid4()}"
    owner.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    owner.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})

    def put(body, key=KEY, **options):
        return owner.put_object(Bucket=name, Key=key, Body=body, **options)["VersionId"]

    def get():
        return owner.get_object(Bucket=name, Key=KEY)

    return SimpleNamespace(name=name, put=put, get=get)


@pytest.fixture
async def collection_in(api):
    """Creates configuration collections of the API."""
    made = []

    def create(bucket, **settings):
        create_ = create_data_access if api == "blocking" else create_async_data_access
        made.append(create_(postgrest_url="http://127.0.0.1:9", s3_bucket=bucket, region=REGION, **settings))
        return made[-1].Configuration

    yield create
    for data_access in made:
        await maybe_await(data_access.close() if api == "blocking" else data_access.aclose())


@pytest.fixture
def configurations(collection_in, bucket):
    return collection_in(bucket.name)


async def test_what_is_created_is_the_latest(configurations, bucket):
    created = await maybe_await(configurations.create({**DOCUMENT, "updatedBy": "me"}))
    latest = await maybe_await(configurations.find_latest())
    assert latest.get_version() == created.get_version() == latest.get_id()
    assert latest.to_json() == created.to_json()
    assert latest.get_updated_by() == "me"
    stored = bucket.get()
    assert stored["ContentType"] == "application/json"
    assert json.loads(stored["Body"].read()) == created.to_json()
    assert stored["Metadata"] == {"updatedby": "me", "updatedat": created.get_updated_at()}


async def test_a_save_makes_a_new_version_and_keeps_the_old(configurations):
    first = await maybe_await(configurations.create(DOCUMENT))
    first.update_queues({"imports": "https://sqs.example.com/imports"})
    first.set_updated_by("you")
    second = await maybe_await(first.save())
    assert second.get_version() != first.get_version()
    old = await maybe_await(configurations.find_by_version(first.get_version()))
    assert old.get_queues() == DOCUMENT["queues"]
    latest = await maybe_await(configurations.find_latest())
    assert latest.get_version() == second.get_version()
    assert set(latest.get_queues()) == {"audits", "imports"}
    assert latest.get_updated_by() == "you"
    assert latest.get_created_at() >= first.get_created_at()


async def test_of_two_writers_one_meets_a_conflict(configurations, bucket):
    await maybe_await(configurations.create(DOCUMENT))
    mine = await maybe_await(configurations.find_latest())
    theirs = await maybe_await(configurations.find_latest())
    mine.update_queues({"mine": "https://sqs.example.com/mine"})
    theirs.update_queues({"theirs": "https://sqs.example.com/theirs"})
    await maybe_await(theirs.save())
    with pytest.raises(ConflictError, match="has changed since it was read") as raised:
        await maybe_await(mine.save())
    assert (raised.value.status, raised.value.in_doubt) == (412, False)
    assert set(json.loads(bucket.get()["Body"].read())["queues"]) == {"audits", "theirs"}
    again = await maybe_await(configurations.find_latest())
    again.update_queues(mine.get_queues())
    # The same model may be saved more than once: what is in its way is its own.
    await maybe_await(again.save())
    await maybe_await(again.save())
    assert set((await maybe_await(configurations.find_latest())).get_queues()) == {"audits", "mine", "theirs"}


async def test_an_old_version_replaces_a_newer_one_only_on_purpose(configurations):
    first = await maybe_await(configurations.create(DOCUMENT))
    await maybe_await(configurations.create({**DOCUMENT, "more": 1}))
    old = await maybe_await(configurations.find_by_version(first.get_version()))
    with pytest.raises(ConflictError):
        await maybe_await(old.save())
    await maybe_await(configurations.create(old.to_json()))
    assert (await maybe_await(configurations.find_latest())).get_queues() == DOCUMENT["queues"]


async def test_a_document_replaces_the_version_that_was_read(configurations):
    assert await maybe_await(configurations.find_latest()) is None
    first = await maybe_await(configurations.create(DOCUMENT, replacing=None))
    with pytest.raises(ConflictError):
        await maybe_await(configurations.create(DOCUMENT, replacing=None))
    second = await maybe_await(configurations.create(DOCUMENT, replacing=first))
    with pytest.raises(ConflictError):
        await maybe_await(configurations.create(DOCUMENT, replacing=first))
    assert (await maybe_await(configurations.find_latest())).get_version() == second.get_version()


async def test_versions_are_listed_latest_first_with_who_made_them(configurations):
    made = [
        await maybe_await(configurations.create({**DOCUMENT, "updatedBy": who}))
        for who in ("a", "Jürgen", "c\nd")
    ]
    page = await maybe_await(configurations.list_versions())
    assert [each.version_id for each in page.versions] == [each.get_version() for each in reversed(made)]
    assert [each.updated_by for each in page.versions] == ["c\nd", "Jürgen", "a"]
    assert [each.updated_at for each in page.versions] == [each.get_updated_at() for each in reversed(made)]
    assert [each.is_latest for each in page.versions] == [True, False, False]
    assert all(each.size > 0 and each.last_modified.endswith("Z") for each in page.versions)
    assert (page.is_truncated, page.next_key_marker, page.next_version_id_marker) == (False, None, None)


async def test_versions_are_listed_page_by_page(configurations):
    made = [(await maybe_await(configurations.create(DOCUMENT))).get_version() for _ in range(5)]
    found, markers, pages = [], {}, 0
    while True:
        page = await maybe_await(configurations.list_versions(limit="2", detail=False, **markers))
        found += [each.version_id for each in page.versions]
        pages += 1
        if not page.is_truncated:
            break
        markers = {
            "key_marker": page.next_key_marker,
            "version_id_marker": page.next_version_id_marker,
        }
    assert found == made[::-1]
    assert pages == 3


async def test_many_versions_are_told_of_side_by_side(configurations, bucket):
    for number in range(30):
        bucket.put(json.dumps(DOCUMENT), Metadata={"updatedby": str(number), "updatedat": "then"})
    page = await maybe_await(configurations.list_versions(limit=30))
    assert [each.updated_by for each in page.versions] == [str(number) for number in reversed(range(30))]


async def test_a_version_from_before_metadata_has_no_author(configurations, bucket):
    bucket.put(json.dumps(DOCUMENT))
    (version,) = (await maybe_await(configurations.list_versions())).versions
    assert (version.updated_by, version.updated_at) == (None, None)


async def test_objects_beside_the_configuration_are_not_listed(configurations, bucket):
    bucket.put("{}", key=f"{KEY}.bak")
    wanted = bucket.put(json.dumps(DOCUMENT))
    page = await maybe_await(configurations.list_versions(detail=False))
    assert [each.version_id for each in page.versions] == [wanted]
    assert page.versions[0].updated_by is None


async def test_without_a_configuration_there_is_none(configurations, caplog):
    caplog.set_level(logging.INFO)
    assert await maybe_await(configurations.find_latest()) is None
    assert "No configuration found in S3" in caplog.messages
    assert (await maybe_await(configurations.list_versions())).versions == []


async def test_an_unknown_version_is_none(configurations, bucket):
    bucket.put(json.dumps(DOCUMENT))
    assert await maybe_await(configurations.find_by_version(str(uuid.uuid4()))) is None


async def test_a_version_must_be_named(configurations):
    with pytest.raises(ValidationError, match="version is required"):
        await maybe_await(configurations.find_by_version(""))


@pytest.mark.parametrize("body", [b'{"queues": ', b"\xff", b"", b"[]", b"null", b'"text"'])
async def test_a_body_that_is_no_configuration_is_an_error(configurations, bucket, body):
    version = bucket.put(body)
    with pytest.raises(
        DataAccessError, match=r"^Failed to retrieve configuration from S3: the object is not"
    ):
        await maybe_await(configurations.find_latest())
    message = rf"^Failed to retrieve configuration with version {version} from S3: the object is not"
    with pytest.raises(DataAccessError, match=message):
        await maybe_await(configurations.find_by_version(version))


async def test_what_is_no_configuration_is_not_stored(configurations, caplog):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(configurations.create({"jobs": []}))
    message = 'Failed to create configuration in S3: Configuration validation error: "queues" is required'
    assert str(raised.value) == message
    assert message in caplog.messages
    assert await maybe_await(configurations.find_latest()) is None


async def test_a_missing_bucket_is_an_error(collection_in, caplog):
    configurations = collection_in(f"none-{uuid.uuid4()}")
    calls = {
        "Failed to create configuration in S3": lambda: configurations.create(DOCUMENT),
        "Failed to retrieve configuration from S3": configurations.find_latest,
        "Failed to list configuration versions from S3": configurations.list_versions,
        "Failed to retrieve configuration with version 1 from S3": lambda: configurations.find_by_version(1),
    }
    for message, call in calls.items():
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(call())
        assert str(raised.value) == f"{message}: The specified bucket does not exist"
        assert (raised.value.code, raised.value.status) == ("NoSuchBucket", 404)
        assert caplog.messages.count(str(raised.value)) == 1


@pytest.fixture
def locked(s3_server):
    """The server asks who is there; nobody is known to it."""
    url = f"{s3_server}/moto-api/reset-auth"
    before = httpx.post(url, content=b"0").json()["PREVIOUS_INITIAL_NO_AUTH_ACTION_COUNT"]
    yield
    httpx.post(url, content=str(before).encode())


async def test_s3_refusing_is_access_denied(configurations, bucket, locked):
    with pytest.raises(AccessDeniedError, match=r"^Failed to retrieve configuration from S3: ") as raised:
        await maybe_await(configurations.find_latest())
    assert raised.value.status == 403
    with pytest.raises(AccessDeniedError, match=r"^Failed to create configuration in S3: "):
        await maybe_await(configurations.create(DOCUMENT))


async def test_s3_out_of_reach_is_unavailable(configurations, bucket, monkeypatch, at_rest):
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    with pytest.raises(UnavailableError) as raised:
        await maybe_await(configurations.find_latest())
    assert str(raised.value) == (
        "Failed to retrieve configuration from S3: No response from S3: EndpointConnectionError"
    )
    assert len(at_rest) == 3


async def test_several_may_ask_at_once(api, configurations, bucket):
    version = bucket.put(json.dumps(DOCUMENT))
    found = await at_once(api, [configurations.find_latest] * 6)
    assert {each.get_version() for each in found} == {version}


async def test_the_event_loop_goes_on_meanwhile(bucket, monkeypatch):
    bucket.put(json.dumps(DOCUMENT))
    async with create_async_data_access(
        postgrest_url="http://127.0.0.1:9", s3_bucket=bucket.name
    ) as data_access:
        call = asyncio.ensure_future(data_access.Configuration.find_latest())
        turns = 0
        while not call.done():
            await asyncio.sleep(0)
            turns += 1
    assert call.result().get_queues() == DOCUMENT["queues"]
    assert turns > 1
