"""Rows for the measures that use the local server."""

from __future__ import annotations

from typing import Any, Final

from benchmarks import rows

SUGGESTIONS_EACH: Final = 5
_CLOUD_ID: Final = "35273b54-3f06-40d2-880f-dd28cf8daafa"


def create_connection(data_access: Any, organization_id: str, *, number: int, tickets: int = 0) -> Any:
    """Create a connection with tickets, each of which has five suggestions.

    Args:
        data_access: A data access of the sync API.
        organization_id: The ID of the organization that it belongs to.
        number: Differs between the connections of an organization.
        tickets: The number of tickets.

    Returns:
        The connection.
    """
    connection = data_access.TaskManagementConnection.create(
        {
            "organization_id": organization_id,
            "provider": "jira_cloud",
            "display_name": "Example's Jira",
            "instance_url": "https://example.atlassian.net",
            "connected_by": "user@AdobeID",
            "external_instance_id": str(number),
            "metadata": {"cloudId": _CLOUD_ID},
        }
    )
    if not tickets:
        return connection
    own = {"organization_id": organization_id, "task_management_connection_id": connection.get_id()}
    made = data_access.Ticket.create_many([{**item, **own} for item in rows.new_items(tickets)]).created_items
    suggestions = [
        {
            "ticket_id": ticket.get_id(),
            "suggestion_id": f"{ticket.get_id()} {place}",
            "opportunity_id": "o-1",
            "created_by": "user@AdobeID",
        }
        for ticket in made
        for place in range(SUGGESTIONS_EACH)
    ]
    data_access.TicketSuggestion.create_many(suggestions)
    return connection
