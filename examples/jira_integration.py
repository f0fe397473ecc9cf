"""An organization connects its Jira site and creates tickets for suggestions, step by step.

Run it with ``make demo``, or ``python examples/jira_integration.py``. It starts its own server with an
embedded PostgreSQL, and removes both at the end. Every step is checked and prints its result; if one fails,
the exit code is 1.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from spacecat_shared_data_access import (
    ConflictError,
    DataAccess,
    DataAccessError,
    Organization,
    RequestInFlightError,
    TaskManagementConnection,
    Ticket,
    ValidationError,
    create_async_data_access,
    create_data_access,
    validate_metadata,
)
from spacecat_shared_data_access.local import LocalPostgrest

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.idempotent_request import IdempotentRequest
    from spacecat_shared_data_access.models.ticket_suggestion import TicketSuggestionItem

T = TypeVar("T")

SITE = "https://acme.atlassian.net"
CLOUD_ID = "35273b54-3f06-40d2-880f-dd28cf8daafa"  # Atlassian's ID of that site
USER = "jane.doe@example.com"
ENDPOINT = "POST /tickets"


class StepFailedError(Exception):
    """A step failed; the message says why."""


class Steps:
    """Print and count the steps."""

    def __init__(self) -> None:
        self.done = 0

    @contextmanager
    def step(self, title: str) -> Iterator[Callable[[str], None]]:
        """Run one step, and print a line: a check mark, the title and the results.

        Args:
            title: The title of the step.

        Yields:
            A function that adds a result to the line.

        Raises:
            StepFailedError: The step failed, so that the following steps make no sense.
        """
        found: list[str] = []
        try:
            yield found.append
        except (StepFailedError, DataAccessError, ValueError) as error:
            print(f"  ✗ {title:<38} {type(error).__name__}: {error}")
            raise StepFailedError(title) from error
        self.done += 1
        print(f"  ✓ {title:<38} {', '.join(found)}".rstrip())


def expect(condition: object, message: str) -> None:
    """Raise StepFailedError with a message unless a condition is true."""
    if not condition:
        raise StepFailedError(message)


def required(value: T | None, message: str) -> T:
    """Return a value that must not be None; raise StepFailedError with a message if it is."""
    if value is None:
        raise StepFailedError(message)
    return value


@contextmanager
def refused_with(kind: type[DataAccessError], found: Callable[[str], None]) -> Iterator[None]:
    """Expect that a call raises an error, and add its reason to the results."""
    try:
        yield
    except kind as error:
        code = f" {error.code}" if error.code else ""
        found(f"refused with {kind.__name__}{code}: {error.details or error}")
    else:
        raise StepFailedError(f"it did not raise {kind.__name__}")


def main() -> int:
    """Run the example, and return the exit code."""
    parser = argparse.ArgumentParser(description="The Jira integration's data, step by step.")
    parser.add_argument(
        "--schema", type=Path, help="SQL that creates the tables, instead of the project's own"
    )
    arguments = parser.parse_args()
    # The package logs errors of the database; here the steps print them.
    logging.getLogger("spacecat_shared_data_access").setLevel(logging.CRITICAL)
    steps, started = Steps(), time.perf_counter()
    with LocalPostgrest(schema=arguments.schema) as server:
        print(f"A PostgREST-compatible server over PostgreSQL listens at {server.url}\n")
        try:
            run(steps, server.url)
        except StepFailedError as error:
            print(f"\n{steps.done} steps held, then one did not: {error}")
            return 1
    print(f"\nAll {steps.done} steps hold; {time.perf_counter() - started:.1f} s")
    return 0


def run(steps: Steps, url: str) -> None:
    """Run all steps in order."""
    # An explicit configuration, so that environment variables have no effect.
    with create_data_access({"postgrest_url": url}) as data_access:
        organization = data_access.Organization.create({"name": "ACME"})
        connect(steps, data_access, organization)
        ticket_suggestions(steps, data_access, organization)
        retry_a_request(steps, data_access, organization)
        reauthorize(steps, data_access, organization)
        list_tickets(steps, data_access, organization)
        asyncio.run(query_concurrently(steps, url, organization))
        disconnect(steps, data_access, organization)


def connect(steps: Steps, data_access: DataAccess, organization: Organization) -> None:
    """Create a nonce, consume it in Atlassian's callback, and store the connection."""
    print(f"{organization.get_name()} connects {SITE}")
    nonce, expired = uuid4().hex, uuid4().hex
    metadata = {"cloudId": CLOUD_ID, "scopes": ["read:jira-work", "write:jira-work"]}

    with steps.step("A nonce is issued") as found:
        created_nonce = data_access.OAuthNonce.create({"nonce": nonce, "expires_at": from_now(minutes=10)})
        found(f"valid until {created_nonce.get_expires_at()}")

    with steps.step("It is consumed by the callback") as found:
        consumed = data_access.OAuthNonce.delete(nonce=nonce)
        expect(consumed == 1, f"{consumed} nonces were consumed")
        found(f"{consumed} nonce consumed")

    with steps.step("A replay is refused") as found:
        consumed = data_access.OAuthNonce.delete(nonce=nonce)
        expect(consumed == 0, "the nonce was consumed twice")
        found(f"{consumed} nonces consumed")

    with steps.step("An expired one is refused") as found:
        data_access.OAuthNonce.create({"nonce": expired, "expires_at": from_now(minutes=-1)})
        consumed = data_access.OAuthNonce.delete(nonce=expired)
        expect(consumed == 0, "an expired nonce was consumed")
        still_there = data_access.OAuthNonce.find_by_nonce(expired)
        expect(still_there is not None, "its row was deleted")
        found(f"{consumed} nonces consumed, although the row exists")

    with steps.step("Metadata is checked before any write") as found:
        validate_metadata("jira_cloud", metadata)
        with refused_with(ValidationError, found):
            validate_metadata("jira_cloud", {**metadata, "accessToken": "a secret has no place here"})

    with steps.step("The connection is stored") as found:
        connection = data_access.TaskManagementConnection.create(
            {
                "organization_id": organization.get_id(),
                "provider": TaskManagementConnection.Provider.JIRA_CLOUD,
                "display_name": "ACME's Jira",
                "instance_url": SITE,
                "connected_by": USER,
                "connected_at": datetime.now(UTC),
                "external_instance_id": CLOUD_ID,
                "metadata": metadata,
            }
        )
        expect(connection.is_active(), f"its status is {connection.get_status()}")
        found(f"{connection.get_display_name()}, {connection.get_status()}")


def ticket_suggestions(steps: Steps, data_access: DataAccess, organization: Organization) -> None:
    """Create a ticket for two suggestions, and fail to add one of them to another ticket."""
    print("\nTwo suggestions get a ticket")

    with steps.step("None of them is ticketed yet") as found:
        bridges = data_access.TicketSuggestion.all_by_suggestion_ids(["suggestion-1", "suggestion-2"])
        expect(bridges == [], f"{len(bridges)} are")
        found(f"{len(bridges)} bridges found")

    with steps.step("A ticket is made, with two bridges") as found:
        ticket = create_ticket(data_access, organization, 42)
        result = data_access.TicketSuggestion.create_many(
            [bridge(ticket, "suggestion-1"), bridge(ticket, "suggestion-2")], ticket
        )
        expect(result.error_items == [], f"{len(result.error_items)} were rejected")
        bridges = ticket.get_ticket_suggestions()
        expect(len(bridges) == len(result.created_items), f"{len(bridges)} bridges were found")
        found(f"{ticket.get_ticket_key()} with {len(bridges)} suggestions, {ticket.get_ticket_url()}")

    with steps.step("Ticketing one again is refused") as found:
        other = create_ticket(data_access, organization, 43)
        with refused_with(ConflictError, found):
            data_access.TicketSuggestion.create(bridge(other, "suggestion-1"))

    with steps.step("The first ticket keeps it") as found:
        kept = required(
            data_access.TicketSuggestion.find_by_suggestion_id("suggestion-1"), "it is in no ticket"
        )
        expect(kept.get_ticket_id() == ticket.get_id(), "it went to another ticket")
        found(f"suggestion-1 is in {required(kept.get_ticket(), 'its ticket was deleted').get_ticket_key()}")


def retry_a_request(steps: Steps, data_access: DataAccess, organization: Organization) -> None:
    """Handle a request that comes twice with the same key: the work is done once."""
    print("\nA request is retried with the same idempotency key")
    key = uuid4().hex

    def guard() -> IdempotentRequest:
        return data_access.IdempotencyKey.guard(key, organization.get_id(), ENDPOINT, ttl=24 * 60 * 60)

    with guard() as request:
        with steps.step("The first takes the key") as found:
            expect(not request.replayed, "it replays a response")
            found(f"{data_access.IdempotencyKey.count({'key': key})} key is being processed")

        with (
            steps.step("A second at the same time is refused") as found,
            refused_with(RequestInFlightError, found),
            guard(),
        ):
            pass

        with steps.step("The first stores its response") as found:
            ticket = create_ticket(data_access, organization, 44)
            request.complete({"status": 201, "body": ticket.to_json()})
            found(f"{ticket.get_ticket_key()} was created")

    with steps.step("A retry gets the stored response") as found, guard() as retry:
        expect(retry.replayed, "it would do the work again")
        expect(retry.response == request.response, f"it got {retry.response}")
        found(f"HTTP {retry.response['status']}, {retry.response['body']['ticketKey']} again")

    with steps.step("Expired keys are swept") as found:
        data_access.IdempotencyKey.create(
            {
                "organization_id": organization.get_id(),
                "key": "yesterday's",
                "endpoint": ENDPOINT,
                "expires_at": from_now(days=-1),
            }
        )
        deleted = data_access.IdempotencyKey.delete_expired()
        left = data_access.IdempotencyKey.count()
        expect((deleted, left) == (1, 1), f"{deleted} were deleted, {left} are left")
        found(f"{deleted} deleted, {left} left")


def reauthorize(steps: Steps, data_access: DataAccess, organization: Organization) -> None:
    """Lose the authorization, and get it back with another display name."""
    print("\nThe owner of the site revokes the authorization and grants it again")
    find_active = data_access.TaskManagementConnection.find_active_by_organization_and_provider

    with steps.step("The connection needs it again") as found:
        connection = active_connection(data_access, organization)
        connection.set_error_message("HTTP 401 from Atlassian").mark_requires_reauth()
        active = find_active(organization.get_id(), "jira_cloud")
        expect(active is None, "it is still found as active")
        found(f"{connection.get_status()}: {connection.get_error_message()}")

    with steps.step("It comes back, with a new name") as found:
        connection.set_display_name("ACME Software").set_error_message(None).mark_active()
        active = active_connection(data_access, organization)
        expect(active.get_display_name() == "ACME Software", f"it is {active.get_display_name()}")
        expect(active.get_error_message() is None, f"it still says {active.get_error_message()}")
        found(f"{active.get_display_name()}, {active.get_status()}")

    with steps.step("What it is bound to never changes") as found:
        before = connection.get_external_instance_id()
        expect(not hasattr(connection, "set_external_instance_id"), "it has a setter")
        expect(active.get_external_instance_id() == before, "it has changed")
        found(f"cloud ID {before}")


def list_tickets(steps: Steps, data_access: DataAccess, organization: Organization) -> None:
    """Find tickets by a condition, in a given order."""
    print("\nTickets are listed")

    with steps.step("A sync marks one as done") as found:
        (ticket,) = data_access.Ticket.all({"ticket_key": "ASO-43"})
        before = ticket.get_updated_at()
        ticket.set_ticket_status("Done").save()
        expect(ticket.get_updated_at() > before, "updated_at did not increase")
        found(f"{ticket.get_ticket_key()} is {ticket.get_ticket_status()}")

    with steps.step("All of them, the latest change first") as found:
        tickets = data_access.Ticket.all_by_organization_id(
            organization.get_id(), include=["task_management_connection", "ticket_suggestions"]
        )
        keys = [ticket.get_ticket_key() for ticket in tickets]
        expect(keys == ["ASO-43", "ASO-44", "ASO-42"], f"found {', '.join(keys)}")
        found(", ".join(keys))

    with steps.step("With their connection and suggestions") as found:
        for ticket in tickets:  # both were loaded with the tickets
            connection = required(ticket.get_task_management_connection(), "its connection was deleted")
            bridges = ticket.get_ticket_suggestions()
            expect(connection.get_display_name() == "ACME Software", "it has another connection")
            found(f"{ticket.get_ticket_key()}: {len(bridges)}")

    with steps.step("Those without a status, by key") as found:
        tickets = data_access.Ticket.all_by_organization_id(
            organization.get_id(),
            where=lambda attrs, op: op.is_(attrs.ticket_status, None),
            order_by=("ticket_key", "asc"),
            limit=10,
        )
        keys = [ticket.get_ticket_key() for ticket in tickets]
        expect(keys == ["ASO-42", "ASO-44"], f"found {', '.join(keys)}")
        found(", ".join(keys))


async def query_concurrently(steps: Steps, url: str, organization: Organization) -> None:
    """Make several concurrent calls with asyncio."""
    print("\nConcurrent calls with asyncio")

    async with create_async_data_access({"postgrest_url": url}) as data_access:
        with steps.step("Tickets and bridges side by side") as found:
            tickets = await data_access.Ticket.all_by_organization_id(
                organization.get_id(), include=["organization", "ticket_suggestions"]
            )
            by_key = {
                ticket.get_ticket_key(): len(await ticket.get_ticket_suggestions()) for ticket in tickets
            }
            expect(by_key == {"ASO-42": 2, "ASO-43": 0, "ASO-44": 0}, f"found {by_key}")
            found(", ".join(f"{key}: {count}" for key, count in sorted(by_key.items())))

        with steps.step("Three consume one nonce at once") as found:
            nonce = uuid4().hex
            await data_access.OAuthNonce.create({"nonce": nonce, "expires_at": from_now(minutes=10)})
            consumed = await asyncio.gather(*(data_access.OAuthNonce.delete(nonce=nonce) for _ in range(3)))
            expect(sorted(consumed) == [0, 0, 1], f"they consumed {consumed}")
            found(f"they consumed {', '.join(map(str, consumed))}: one succeeded")


def disconnect(steps: Steps, data_access: DataAccess, organization: Organization) -> None:
    """Remove the connection with its tickets and their bridges."""
    print("\nThe organization removes the connection")

    with steps.step("Tickets and bridges go along") as found:
        before = counts(data_access)
        (connection,) = organization.get_task_management_connections()
        connection.remove()
        after = counts(data_access)
        expect(before == (1, 3, 2), f"there were {before}")
        expect(after == (0, 0, 0), f"{after} are left")
        found("{} connection, {} tickets and {} bridges removed".format(*before))

    with steps.step("The organization stays") as found:
        expect(data_access.Organization.exists_by_id(organization.get_id()), "it was removed too")
        found(str(organization.get_name()))


def counts(data_access: DataAccess) -> tuple[int, int, int]:
    """Return the numbers of connections, tickets and bridges."""
    return (
        data_access.TaskManagementConnection.count(),
        data_access.Ticket.count(),
        data_access.TicketSuggestion.count(),
    )


def create_ticket(data_access: DataAccess, organization: Organization, number: int) -> Ticket:
    """Store a ticket as if Jira had just created it."""
    connection = active_connection(data_access, organization)
    return data_access.Ticket.create(
        {
            "organization_id": organization.get_id(),
            "task_management_connection_id": connection.get_id(),
            "external_ticket_id": f"100{number}",
            "ticket_key": f"ASO-{number}",
            "ticket_url": f"{SITE}/browse/ASO-{number}",
            "ticket_provider": connection.get_provider(),
            "created_by": USER,
        }
    )


def bridge(ticket: Ticket, suggestion_id: str) -> TicketSuggestionItem:
    """Return the item that links a suggestion to a ticket."""
    return {
        "ticket_id": ticket.get_id(),
        "suggestion_id": suggestion_id,
        "opportunity_id": "opportunity-1",
        "created_by": USER,
    }


def active_connection(data_access: DataAccess, organization: Organization) -> TaskManagementConnection:
    """Return the organization's active connection, which must exist."""
    connection = data_access.TaskManagementConnection.find_active_by_organization_and_provider(
        organization.get_id(), TaskManagementConnection.Provider.JIRA_CLOUD
    )
    return required(connection, "there is no active connection")


def from_now(**delta: float) -> datetime:
    """Return the current time plus an offset."""
    return datetime.now(UTC) + timedelta(**delta)


if __name__ == "__main__":
    sys.exit(main())
