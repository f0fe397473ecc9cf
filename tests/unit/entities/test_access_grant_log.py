import pytest

from spacecat_shared_data_access import DataAccessError, ValidationError
from spacecat_shared_data_access.models.access_grant_log import AccessGrantLog
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.models.site_ims_org_access import SiteImsOrgAccess
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, THIRD_ID, body, filters, maybe_await, params

ENTRY = {
    "site_id": OTHER_ID,
    "organization_id": PARENT_ID,
    "target_organization_id": THIRD_ID,
    "product_code": Entitlement.ProductCode.LLMO,
    "action": AccessGrantLog.GrantAction.GRANT,
    "role": SiteImsOrgAccess.DelegationRole.AGENCY,
    "performed_by": "ims:somebody@AdobeID",
}


@pytest.fixture
def log(data_access):
    return data_access.AccessGrantLog


async def test_an_entry_is_written(log, server):
    server.respond_with(ECHO)
    entry = await maybe_await(log.create(ENTRY))
    assert entry.get_action() is AccessGrantLog.GrantAction.GRANT
    sent = body(server.last)
    assert {key: sent[key] for key in ENTRY} == {
        **ENTRY,
        "product_code": "LLMO",
        "action": "grant",
        "role": "agency",
    }


@pytest.mark.parametrize(
    ("find", "column", "order"),
    [
        ("all_by_organization_id", "organization_id", "organization_id.desc,id.desc"),
        ("all_by_site_id", "site_id", "site_id.desc,id.desc"),
    ],
)
async def test_the_entries_of_an_organization_or_a_site_are_found(log, server, find, column, order):
    server.respond_with([{"id": ID, **ENTRY}])
    (entry,) = await maybe_await(getattr(log, find)(OTHER_ID))
    assert entry.get_role() is SiteImsOrgAccess.DelegationRole.AGENCY
    assert filters(server.last) == [(column, f"eq.{OTHER_ID}")]
    assert dict(params(server.last))["order"] == order


async def test_an_entry_cannot_be_changed(log, server):
    entry = log.create_instance_from_row({"id": ID, **ENTRY})
    assert [name for name in dir(entry) if name.startswith("set_")] == []
    with pytest.raises(ValidationError, match=r"Updates prohibited by schema for AccessGrantLog\.$"):
        await maybe_await(entry.save())
    with pytest.raises(DataAccessError, match=r"^The entity AccessGrantLog does not allow removal$"):
        await maybe_await(entry.remove())
    assert server.requests == []


@pytest.mark.parametrize(
    "performer", ["system", "ims:a", "slack:U123", "ims:ims:", "ims:\u0085", "ims:\u200b", "slack:\x1c"]
)
async def test_performed_by_is_an_ims_user_a_slack_user_or_system(log, server, performer):
    server.respond_with(ECHO)
    assert (
        await maybe_await(log.create({**ENTRY, "performed_by": performer}))
    ).get_performed_by() == performer


@pytest.mark.parametrize(
    "performer",
    [
        "System",
        "system\n",
        "ims:",
        "ims:a b",
        "ims:a\n",
        "xims:a",
        "ims:\u00a0",
        "ims:\ufeff",
        "ims:\u2028",
        "",
    ],
)
async def test_any_other_performed_by_is_refused(log, server, performer):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(log.create({**ENTRY, "performed_by": performer}))
    assert str(raised.value.cause) == "performed_by failed validation"
    assert server.requests == []


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        (
            {"site_id": "x", "organization_id": ""},
            "site_id failed validation, organization_id failed validation",
        ),
        ({"target_organization_id": None}, "target_organization_id is required"),
        ({"product_code": "LLM"}, "product_code is invalid"),
        ({"action": "Grant"}, "action is invalid"),
        ({"role": "owner"}, "role is invalid"),
        ({"performed_by": 5}, "performed_by must be a string, performed_by failed validation"),
    ],
)
async def test_other_values_are_checked(log, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(log.create({**ENTRY, **values}))
    assert str(raised.value.cause) == complaint
    assert server.requests == []
