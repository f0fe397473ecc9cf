import pytest

from spacecat_shared_data_access import Ticket, ValidationError
from unit.helpers import ECHO, OTHER_ID, PARENT_ID, body, filters, maybe_await, params


async def test_a_new_ticket_has_no_status_until_a_sync_fills_it(data_access, server):
    server.respond_with(ECHO)
    ticket = await maybe_await(
        data_access.Ticket.create(
            {
                "organizationId": OTHER_ID,
                "taskManagementConnectionId": PARENT_ID,
                "externalTicketId": "10042",
                "ticketKey": "ASO-42",
                "ticketUrl": "https://acme.atlassian.net/browse/ASO-42",
                "ticketProvider": "jira_cloud",
                "createdBy": "somebody",
            }
        )
    )
    sent = body(server.last)
    assert sent["connection_id"] == PARENT_ID
    assert sent["ticket_status"] is None
    assert "updated_by" not in sent
    assert ticket.get_ticket_status() is None
    assert ticket.to_json()["taskManagementConnectionId"] == PARENT_ID
    assert "ticketStatus" not in ticket.to_json()


async def test_a_ticket_is_found_by_its_connection(data_access, server):
    await maybe_await(data_access.Ticket.all_by_task_management_connection_id(PARENT_ID))
    assert filters(server.last) == [("connection_id", f"eq.{PARENT_ID}")]
    assert dict(params(server.last))["order"] == "connection_id.desc,updated_at.desc,id.desc"


@pytest.mark.parametrize(
    "name",
    [
        "external_ticket_id",
        "ticket_key",
        "ticket_url",
        "ticket_provider",
        "created_by",
        "task_management_connection_id",
    ],
)
def test_identifying_attributes_have_no_setter(name):
    assert not hasattr(Ticket, f"set_{name}")


async def test_the_error_lists_all_missing_attributes(data_access, server):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(data_access.Ticket.create({"ticket_url": "x"}))
    assert raised.value.cause.message == (
        "organization_id is required, task_management_connection_id is required, "
        "external_ticket_id is required, ticket_key is required, ticket_url failed validation, "
        "ticket_provider is required, created_by is required"
    )
