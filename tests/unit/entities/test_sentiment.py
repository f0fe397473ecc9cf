"""SentimentGuideline and SentimentTopic: known by their site and an id of their own."""

import pytest

from spacecat_shared_data_access import Page
from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ECHO, ID, body, filters, maybe_await, uuid, whole

SITE = ID
KEYS = {"SentimentGuideline": "guideline_id", "SentimentTopic": "topic_id"}


@pytest.fixture(params=list(KEYS))
def entity(request):
    return request.param


@pytest.fixture
def key(entity):
    return KEYS[entity]


@pytest.fixture
def collection(data_access, server, entity, key):
    server.answers([{"site_id": SITE, key: uuid(9), "name": "N", "enabled": False}])
    return getattr(data_access, entity)


@pytest.fixture
def guidelines(data_access, server):
    server.answers(
        [{"site_id": SITE, "guideline_id": uuid(number), "audits": ["cwv"]} for number in (1, 2, 3)]
    )
    return data_access.SentimentGuideline


async def test_one_is_found_by_site_and_id(collection, server, key):
    assert (await maybe_await(collection.find_by_id(SITE, uuid(9)))).get_name() == "N"
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), (key, f"eq.{uuid(9)}")]


@pytest.mark.parametrize("arguments", [(), (SITE,), ("", "x"), (SITE, "")])
async def test_both_are_needed(collection, server, key, arguments):
    with pytest.raises(ValidationError, match=f"Both site_id and {key} are required"):
        await maybe_await(collection.find_by_id(*arguments))
    assert server.requests == []


async def test_listings_give_a_page(collection, server):
    found = await maybe_await(collection.all_by_site_id(SITE))
    assert isinstance(found, Page)
    assert (len(found.data), found.cursor) == (1, None)
    found = await maybe_await(
        collection.all_by_site_id_enabled(SITE, where=lambda attrs, op: op.eq(attrs.name, "x"))
    )
    assert isinstance(found, Page)
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("enabled", "eq.true")]


async def test_a_limit_of_one_gives_one_or_none(collection, server):
    assert (await maybe_await(collection.all_by_site_id(SITE, limit=1))).get_name() == "N"
    server.answers([])
    assert await maybe_await(collection.all_by_site_id_enabled(SITE, limit=1)) is None


async def test_listings_and_removal_need_a_site(collection, server):
    for call in (collection.all_by_site_id, collection.all_by_site_id_enabled, collection.remove_for_site_id):
        with pytest.raises(ValidationError, match="SiteId is required"):
            await maybe_await(call(""))
    assert server.requests == []


async def test_those_of_a_site_are_removed_by_both_keys(collection, server, key):
    rows = [{"site_id": SITE, key: uuid(number)} for number in (1, 2)]
    server.answers(rows, 204)
    await maybe_await(collection.remove_for_site_id(SITE))
    assert server.methods == ["GET", "DELETE", "DELETE"]
    assert {dict(filters(each))[key] for each in server.requests[1:]} == {f"eq.{uuid(1)}", f"eq.{uuid(2)}"}
    server.answers([])
    await maybe_await(collection.remove_for_site_id(SITE))
    assert server.last.method == "GET"


async def test_one_is_saved_and_removed_by_both_keys(collection, server, key):
    model = await maybe_await(collection.find_by_id(SITE, uuid(9)))
    await maybe_await(model.set_name("New").save())
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), (key, f"eq.{uuid(9)}")]
    server.answers(204)
    await maybe_await(model.remove())
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), (key, f"eq.{uuid(9)}")]


async def test_an_id_is_made_on_creation(collection, server, key):
    server.answers(ECHO)
    item = {"site_id": SITE, "name": "N"}
    if key == "guideline_id":
        item["instruction"] = "Do"
    await maybe_await(collection.create(item))
    sent = body(server.last)
    assert sent[key][14] == "4"
    assert (sent["enabled"], sent["created_by"]) == (True, "system")


async def test_guidelines_of_an_audit_are_those_that_contain_it(guidelines, server):
    found = await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE, "cwv"))
    assert len(found.data) == 3
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("audits", "cs.{cwv}")]
    assert (await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE, "cwv", limit=1))) is not None
    with pytest.raises(ValidationError, match="Both site_id and audit_type are required"):
        await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE))


async def test_guidelines_are_found_by_ids(guidelines, server):
    found = await maybe_await(guidelines.find_by_ids(SITE, [uuid(3), uuid(1), "other"]))
    assert [each.get_guideline_id() for each in found] == [uuid(1), uuid(3)]
    asked = len(server.requests)
    for nothing in ([], "x", None):
        assert await maybe_await(guidelines.find_by_ids(SITE, nothing)) == []
    assert len(server.requests) == asked
    with pytest.raises(ValidationError, match="SiteId is required"):
        await maybe_await(guidelines.find_by_ids("", ["x"]))


@pytest.mark.parametrize(
    ("row", "enabled"), [({"enabled": False}, False), ({"enabled": True}, True), ({}, True)]
)
def test_a_guideline_is_enabled_unless_it_says_otherwise(guidelines, row, enabled):
    assert whole(guidelines, {"site_id": SITE, **row}).is_enabled() is enabled


def test_a_guideline_is_switched_on_for_kinds_of_audit(guidelines):
    guideline = whole(guidelines, {"site_id": SITE, "audits": ["cwv"]})
    assert guideline.enable_audit("404").is_audit_enabled("404")
    assert not guideline.disable_audit("cwv").is_audit_enabled("cwv")
