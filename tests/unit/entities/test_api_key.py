import pytest

from spacecat_shared_data_access import ConflictError, ValidationError
from spacecat_shared_data_access.models.api_key import ApiKey
from unit.helpers import ECHO, ID, body, error_response, filters, make_model, maybe_await, params

KEY = {"hashed_api_key": "0123abcd", "name": "A key", "scopes": [{"name": "sites.read_all"}]}


@pytest.fixture
def keys(data_access):
    return data_access.ApiKey


@pytest.mark.parametrize(
    ("columns", "valid"),
    [
        ({}, True),
        ({"expires_at": "2026-07-02T09:38:00.001+00:00"}, True),
        ({"expires_at": "2026-07-02T09:38:00+00:00"}, True),
        ({"expires_at": "2026-07-02T09:37:59.999+00:00"}, False),
        ({"revoked_at": "2026-07-02T11:37:00+02:00"}, False),
        ({"deleted_at": "2020-01-01T00:00:00Z"}, False),
        ({"expires_at": "2999-01-01T00:00:00Z", "revoked_at": "2020-01-01T00:00:00Z"}, False),
        ({"deleted_at": "never", "revoked_at": "", "expires_at": "2020-01-01"}, True),
        ({"expires_at": 0}, True),
    ],
)
def test_a_key_is_valid_until_it_is_deleted_or_revoked_or_expires(keys, clock, columns, valid):
    assert make_model(keys, {"id": ID, **columns}).is_valid() is valid


async def test_organization_and_user_have_defaults(keys, server):
    server.respond_with(ECHO)
    key = await maybe_await(keys.create(KEY))
    assert (key.get_ims_org_id(), key.get_ims_user_id()) == ("default", "default")
    assert body(server.last)["scopes"] == [{"name": "sites.read_all"}]


async def test_a_key_is_found_by_its_hash(keys, server):
    server.respond_with([{"id": ID, **KEY}])
    key = await maybe_await(keys.find_by_hashed_api_key("0123abcd"))
    assert key.get_hashed_api_key() == "0123abcd"
    assert filters(server.last) == [("hashed_api_key", "eq.0123abcd")]
    assert dict(params(server.last))["order"] == "hashed_api_key.desc,updated_at.desc,id.desc"


async def test_the_keys_of_a_user_are_found(keys, server):
    server.respond_with([{"id": ID, **KEY}])
    (key,) = await maybe_await(keys.all_by_ims_org_id_and_ims_user_id("an organization", "a user"))
    assert key.get_name() == "A key"
    assert filters(server.last) == [("ims_org_id", "eq.an organization"), ("ims_user_id", "eq.a user")]


@pytest.mark.parametrize("find", ["find_by_hashed_api_key", "all_by_hashed_api_key"])
@pytest.mark.parametrize("hashed", [None, ""])
async def test_a_key_is_not_found_without_a_hash(keys, server, find, hashed):
    with pytest.raises(ValidationError, match=r"^hashed_api_key is required$"):
        await maybe_await(getattr(keys, find)(hashed))
    assert server.requests == []


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"hashed_api_key": None}, "hashed_api_key is required"),
        ({"name": 5}, "name must be a string"),
        ({"scopes": None}, "scopes is required"),
        ({"scopes": {}}, "scopes must be a list"),
        ({"expires_at": "2026-07-02"}, "expires_at failed validation"),
        ({"revoked_at": 0}, "revoked_at must be a string"),
        ({"deleted_at": 1}, "deleted_at must be a string, deleted_at failed validation"),
    ],
)
async def test_values_are_checked(keys, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(keys.create({**KEY, **values}))
    assert raised.value.cause.message == complaint
    assert server.requests == []


async def test_the_content_of_a_scope_is_not_validated(keys, server):
    server.respond_with(ECHO)
    scopes = [{"name": "unheard.of", "domains": ["no URL"]}, {}]
    key = await maybe_await(keys.create({**KEY, "scopes": scopes}))
    assert key.set_scopes(scopes).get_scopes() == scopes
    with pytest.raises(ValidationError, match=r"^Validation failed in apiKey: scopes must contain items of"):
        key.set_scopes(["sites.read_all"])


def test_a_timestamp_setter_accepts_only_timestamps(keys):
    key = make_model(keys, {"id": ID, **KEY})
    with pytest.raises(
        ValidationError, match=r"^Validation failed in apiKey: expires_at failed validation: a "
    ):
        key.set_expires_at("tomorrow")
    assert key.set_expires_at(None).get_expires_at() is None


def test_the_class_lists_the_scopes():
    assert ApiKey.SCOPE_NAMES[0] == "sites.read_all"
    assert len(set(ApiKey.SCOPE_NAMES)) == 12


async def test_a_hash_appears_in_no_log_or_repr(keys, server, caplog):
    details = "Key (hashed_api_key)=(0123abcd) already exists."
    server.respond_with(error_response(409, "23505", "duplicate key", details=details))
    with pytest.raises(ConflictError) as raised:
        await maybe_await(keys.create(KEY))
    assert "0123abcd" not in caplog.text
    assert "0123abcd" not in f"{raised.value.details} {raised.value.cause.details}"
    assert "0123abcd" not in repr(make_model(keys, {"id": ID, **KEY}))
