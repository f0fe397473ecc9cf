import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.contact_sales_lead import ContactSalesLead
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, body, filters, maybe_await, params

LEAD = {"organization_id": PARENT_ID, "name": "Somebody", "email": "somebody@example.com"}


@pytest.fixture
def leads(data_access):
    return data_access.ContactSalesLead


async def test_a_lead_starts_as_new(leads, server):
    server.respond_with(ECHO)
    lead = await maybe_await(leads.create(LEAD))
    assert lead.get_status() is ContactSalesLead.Status.NEW
    assert body(server.last)["status"] == "NEW"


async def test_the_status_of_a_lead_can_change(leads, server):
    server.respond_with(ECHO)
    lead = leads.create_instance_from_row({"id": ID, **LEAD, "status": "NEW"})
    await maybe_await(lead.set_status(ContactSalesLead.Status.CONTACTED).set_notes("called").save())
    assert {key: body(server.last)[key] for key in ("status", "notes")} == {
        "status": "CONTACTED",
        "notes": "called",
    }


@pytest.mark.parametrize("site", [{}, {"site_id": None}, {"site_id": ""}, {"site_id": OTHER_ID}])
async def test_a_site_is_optional(leads, server, site):
    server.respond_with(ECHO)
    lead = await maybe_await(leads.create({**LEAD, **site}))
    assert lead.get_site_id() == site.get("site_id")
    if not site.get("site_id"):
        assert await maybe_await(lead.get_site()) is None
    assert len(server.requests) == 1


async def test_the_leads_of_an_organization_are_found(leads, server):
    server.respond_with([{"id": ID, **LEAD}])
    (lead,) = await maybe_await(leads.all_by_organization_id(PARENT_ID))
    assert lead.get_email() == "somebody@example.com"
    assert filters(server.last) == [("organization_id", f"eq.{PARENT_ID}")]
    assert dict(params(server.last))["order"] == "organization_id.desc,updated_at.desc,id.desc"


async def test_a_lead_references_its_organization_and_site(leads, server):
    lead = leads.create_instance_from_row({"id": ID, **LEAD, "site_id": OTHER_ID})
    server.respond_with([{"id": PARENT_ID, "name": "Example"}], [{"id": OTHER_ID}])
    assert (await maybe_await(lead.get_organization())).get_name() == "Example"
    assert (await maybe_await(lead.get_site())).get_id() == OTHER_ID
    assert server.paths == ["/organizations", "/sites"]


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"organization_id": ""}, "organization_id failed validation"),
        ({"organization_id": None}, "organization_id is required"),
        ({"site_id": "x"}, "site_id failed validation"),
        ({"email": None}, "email is required"),
        ({"domain": 5}, "domain must be a string"),
        ({"status": "new"}, "status is invalid"),
        ({"status": None}, "status is required"),
    ],
)
async def test_values_are_checked(leads, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(leads.create({**LEAD, **values}))
    assert str(raised.value.cause) == complaint
    assert server.requests == []
