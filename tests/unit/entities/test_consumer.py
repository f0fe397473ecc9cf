import pytest

from spacecat_shared_data_access import DataAccessError, EntityRegistry, ValidationError
from spacecat_shared_data_access.models.consumer import Consumer
from unit.helpers import ECHO, ID, body, filters, make_model, maybe_await, params

ORGANIZATION = "1234567890ABCDEF12345678@AdobeOrg"
ACCOUNT = "1234567890abcdef12345678@techacct.adobe.com"
CONSUMER = {
    "client_id": "client",
    "technical_account_id": ACCOUNT,
    "consumer_name": "A service",
    "status": Consumer.Status.ACTIVE,
    "capabilities": ["site:read"],
    "ims_org_id": ORGANIZATION,
}
KELVIN = "\u212a"
"""A character whose lower case is k, but which is not an ASCII letter."""


@pytest.fixture
def consumers(opened):
    return opened(s2s_allowed_ims_org_ids=[ORGANIZATION, f"{KELVIN}{ORGANIZATION[1:]}"]).Consumer


@pytest.fixture
def stored(consumers, server):
    """Create a consumer as read from the table, with these columns added to its usual ones."""

    def make(**columns):
        server.respond_with(ECHO)
        return make_model(consumers, {"id": ID, **CONSUMER, "status": "ACTIVE", **columns})

    return make


class TestCreating:
    async def test_the_client_id_is_looked_up_before_the_consumer_is_stored(self, consumers, server):
        server.respond_with([], ECHO)
        consumer = await maybe_await(consumers.create(CONSUMER))
        assert consumer.get_status() is Consumer.Status.ACTIVE
        look_up, store = server.requests
        assert (look_up.method, filters(look_up)) == ("GET", [("client_id", "eq.client")])
        assert dict(params(look_up))["order"] == "client_id.desc,ims_org_id.desc,id.desc"
        assert (store.method, body(store)["client_id"]) == ("POST", "client")

    async def test_json_names_are_checked_as_well(self, consumers, server):
        with pytest.raises(ValidationError, match=r'^The ims_org_id "elsewhere" is not in the list of'):
            await maybe_await(consumers.create({"imsOrgId": "elsewhere"}))
        assert server.requests == []

    async def test_a_taken_client_id_is_refused_for_an_upsert_too(self, consumers, server):
        server.respond_with([{"id": ID, "client_id": "client"}])
        for options in ({}, {"upsert": True}):
            with pytest.raises(ValidationError, match=r'^A consumer with client_id "client" already exists$'):
                await maybe_await(consumers.create(CONSUMER, **options))
        assert server.methods == ["GET", "GET"]

    async def test_a_client_id_that_is_free_again_can_be_used(self, consumers, server):
        server.respond_with([{"id": ID, "client_id": "client"}], [], ECHO)
        with pytest.raises(ValidationError):
            await maybe_await(consumers.create(CONSUMER))
        assert (await maybe_await(consumers.create(CONSUMER))).get_client_id() == "client"

    async def test_without_an_allowlist_every_organization_is_refused(self, data_access, server):
        with pytest.raises(ValidationError, match=r"^S2S_ALLOWED_IMS_ORG_IDS is not configured"):
            await maybe_await(data_access.Consumer.create(CONSUMER))
        assert server.requests == []

    @pytest.mark.parametrize(
        ("item", "shown"),
        [
            (None, "undefined"),
            ({}, "undefined"),
            ({"ims_org_id": None}, "null"),
            ({"ims_org_id": 5}, "5"),
            ({"ims_org_id": ORGANIZATION.lower()}, ORGANIZATION.lower()),
        ],
    )
    async def test_the_organization_must_be_listed_exactly(self, consumers, server, item, shown):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(consumers.create(item))
        assert str(raised.value) == f'The ims_org_id "{shown}" is not in the list of allowed IMS Org IDs'
        assert server.requests == []

    @pytest.mark.parametrize("client_id", [None, "", 5, ["client"]])
    async def test_client_id_is_required(self, consumers, server, client_id):
        with pytest.raises(ValidationError, match=r"^client_id is required to create a consumer$"):
            await maybe_await(consumers.create({**CONSUMER, "client_id": client_id}))
        assert server.requests == []

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"technical_account_id": f"{ACCOUNT}\n"}, "technical_account_id failed validation"),
            ({"technical_account_id": f"{KELVIN}{ACCOUNT[1:]}"}, "technical_account_id failed validation"),
            ({"technical_account_id": ""}, "technical_account_id failed validation"),
            ({"ims_org_id": f"{KELVIN}{ORGANIZATION[1:]}"}, "ims_org_id failed validation"),
            ({"consumer_name": None}, "consumer_name is required"),
            ({"status": "active"}, "status is invalid"),
            ({"capabilities": None}, "capabilities is required"),
            ({"capabilities": "site:read"}, "capabilities must be a list"),
            ({"revoked_at": "2026-01-01"}, "revoked_at failed validation"),
        ],
    )
    async def test_other_values_are_checked(self, consumers, server, values, complaint):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(consumers.create({**CONSUMER, **values}))
        assert raised.value.message == "Failed to create"
        assert raised.value.cause.message == complaint
        assert "POST" not in server.methods

    async def test_an_unknown_attribute_is_refused(self, consumers, server):
        with pytest.raises(ValidationError, match=r"^Failed to create: colour is not an attribute of"):
            await maybe_await(consumers.create({**CONSUMER, "colour": "red"}))
        assert server.requests == []

    async def test_create_many_is_refused(self, consumers, server):
        message = r"^create_many is not supported for Consumer\. Use create\(\) instead\.$"
        for arguments in ((), ([CONSUMER],), ([CONSUMER], None)):
            with pytest.raises(DataAccessError, match=message):
                await maybe_await(consumers.create_many(*arguments))
        assert server.requests == []


class TestCapabilities:
    @pytest.mark.parametrize(
        "capability",
        ["site:read", "organization:readAll", "oAuthNonce:create", "configuration:write", "consumer:delete"],
    )
    def test_an_entity_with_an_operation_is_a_capability(self, consumers, capability):
        assert consumers.validate_capabilities([capability]) is None

    @pytest.mark.parametrize(
        "capability",
        [
            "site",
            "site:",
            ":read",
            "Site:read",
            "oauthNonce:read",
            "site:READ",
            "site:read:all",
            "base:read",
            "",
        ],
    )
    def test_anything_else_is_invalid(self, consumers, capability):
        with pytest.raises(ValidationError) as raised:
            consumers.validate_capabilities(["site:read", capability])
        assert str(raised.value) == f"Invalid capabilities: [{capability}]"

    def test_the_error_lists_all_invalid_capabilities(self, consumers):
        with pytest.raises(ValidationError) as raised:
            consumers.validate_capabilities(["a:b", "site:read", 5, True, None, "c"])
        assert str(raised.value) == "Invalid capabilities: [a:b, 5, true, , c]"

    @pytest.mark.parametrize("none", [None, [], "site:unknown"])
    def test_no_capabilities_are_valid(self, consumers, none):
        assert consumers.validate_capabilities(none) is None

    @pytest.mark.usefixtures("cinema_entities")
    def test_a_registered_custom_entity_is_valid(self, consumers):
        consumers.validate_capabilities(["film:read"])
        EntityRegistry.reset_entities()
        with pytest.raises(ValidationError, match=r"\[film:read\]"):
            consumers.validate_capabilities(["film:read"])

    async def test_create_checks_capabilities(self, consumers, server):
        with pytest.raises(ValidationError, match=r"^Invalid capabilities: \[site:own\]$"):
            await maybe_await(consumers.create({**CONSUMER, "capabilities": ["site:own"]}))
        assert server.requests == []

    async def test_save_checks_capabilities(self, stored, server):
        consumer = stored().set_capabilities(["site:own"])
        with pytest.raises(ValidationError, match=r"^Invalid capabilities: \[site:own\]$"):
            await maybe_await(consumer.save())
        assert server.requests == []

    async def test_save_checks_stored_capabilities(self, stored, server):
        with pytest.raises(ValidationError, match=r"^Invalid capabilities: \[gone:read\]$"):
            await maybe_await(stored(capabilities=["gone:read"]).save())
        assert server.requests == []


async def test_save_stores_the_changes_and_returns_the_consumer(stored, server):
    consumer = stored().set_capabilities(["site:read", "site:write"])
    assert await maybe_await(consumer.save()) is consumer
    assert server.last.method == "PATCH"
    assert body(server.last)["capabilities"] == ["site:read", "site:write"]


@pytest.mark.parametrize(
    ("columns", "revoked"),
    [
        ({"status": "ACTIVE"}, False),
        ({"status": "REVOKED"}, True),
        ({"status": "revoked"}, False),
        ({"status": "REVOKED", "revoked_at": "2999-01-01T00:00:00+00:00"}, True),
        ({"revoked_at": "2026-07-02T09:37:59.999+00:00"}, True),
        ({"revoked_at": "2026-07-02T09:38:00+00:00"}, True),
        ({"revoked_at": "2026-07-02T11:38:00.001+02:00"}, False),
        ({"revoked_at": "2020-01-01"}, False),
        ({"revoked_at": ""}, False),
        ({"revoked_at": 0}, False),
    ],
)
def test_a_consumer_is_revoked_by_status_or_expiry(stored, clock, columns, revoked):
    assert stored(**columns).is_revoked() is revoked


@pytest.mark.parametrize("name", ["client_id", "technical_account_id", "ims_org_id"])
def test_the_identity_of_a_consumer_cannot_change(name):
    assert hasattr(Consumer, f"get_{name}")
    assert not hasattr(Consumer, f"set_{name}")
