"""Creates entities with values that nobody cares about, so that a test names those that matter."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from integration.sync_async import maybe_await

ENTITIES = (
    "Organization",
    "TaskManagementConnection",
    "Ticket",
    "TicketSuggestion",
    "IdempotencyKey",
    "OAuthNonce",
)
_numbers = itertools.count(1)


def from_now(**delta: float) -> datetime:
    """A moment relative to the present: `from_now(minutes=-1)`."""
    return datetime.now(UTC) + timedelta(**delta)


def an_ims_org_id() -> str:
    return f"{uuid4().hex[:24].upper()}@AdobeOrg"


class Factory:
    """Each method creates one entity, and its parent where none is given."""

    def __init__(self, data_access: Any) -> None:
        self.data_access = data_access

    async def entity(self, name: str, **values: Any) -> Any:
        """Create an entity by its name."""
        makers = {
            "Organization": self.organization,
            "TaskManagementConnection": self.connection,
            "Ticket": self.ticket,
            "TicketSuggestion": self.bridge,
            "IdempotencyKey": self.idempotency_key,
            "OAuthNonce": self.nonce,
        }
        return await makers[name](**values)

    async def organization(self, **values: Any) -> Any:
        return await maybe_await(
            self.data_access.Organization.create({"name": "ACME", "ims_org_id": an_ims_org_id(), **values})
        )

    async def connection(self, organization: Any = None, **values: Any) -> Any:
        organization = organization or await self.organization()
        item = connection_values(organization.get_id()) | values
        return await maybe_await(self.data_access.TaskManagementConnection.create(item))

    async def ticket(self, connection: Any = None, **values: Any) -> Any:
        connection = connection or await self.connection()
        return await maybe_await(self.data_access.Ticket.create(ticket_values(connection) | values))

    async def bridge(self, ticket: Any = None, **values: Any) -> Any:
        ticket = ticket or await self.ticket()
        return await maybe_await(self.data_access.TicketSuggestion.create(bridge_values(ticket) | values))

    async def idempotency_key(self, organization: Any = None, **values: Any) -> Any:
        organization = organization or await self.organization()
        return await maybe_await(
            self.data_access.IdempotencyKey.create(idempotency_key_values(organization) | values)
        )

    async def nonce(self, **values: Any) -> Any:
        given = {"nonce": f"nonce-{next(_numbers)}", "expires_at": from_now(minutes=10)}
        return await maybe_await(self.data_access.OAuthNonce.create(given | values))


def connection_values(organization_id: str) -> dict[str, Any]:
    cloud_id = str(uuid4())
    return {
        "organization_id": organization_id,
        "provider": "jira_cloud",
        "display_name": "ACME's Jira",
        "instance_url": "https://acme.atlassian.net",
        "connected_by": "somebody@example.com",
        "external_instance_id": cloud_id,
        "metadata": {"cloudId": cloud_id, "scopes": ["read:jira-work", "write:jira-work"]},
    }


def ticket_values(connection: Any) -> dict[str, Any]:
    number = next(_numbers)
    return {
        "organization_id": connection.get_organization_id(),
        "task_management_connection_id": connection.get_id(),
        "external_ticket_id": str(10_000 + number),
        "ticket_key": f"ASO-{number}",
        "ticket_url": f"https://acme.atlassian.net/browse/ASO-{number}",
        "ticket_provider": "jira_cloud",
        "created_by": "somebody@example.com",
    }


def bridge_values(ticket: Any) -> dict[str, Any]:
    return {
        "ticket_id": ticket.get_id(),
        "suggestion_id": f"suggestion-{next(_numbers)}",
        "opportunity_id": "opportunity",
        "created_by": "somebody@example.com",
    }


def idempotency_key_values(organization: Any) -> dict[str, Any]:
    return {
        "organization_id": organization.get_id(),
        "key": f"key-{next(_numbers)}",
        "endpoint": "POST /tickets",
        "expires_at": from_now(hours=1),
    }
