"""Decorated handlers keep their signatures, and annotations may use types that only the stubs have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, assert_type

from spacecat_shared_data_access import (
    AsyncDataAccess,
    AsyncLambdaContext,
    DataAccess,
    LambdaContext,
    Ticket,
    data_access_wrapper,
)

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.ticket import TicketItem


class Context(Protocol):
    data_access: DataAccess


class AsyncContext(Protocol):
    data_access: AsyncDataAccess


@data_access_wrapper
def handler(event: dict[str, Any], context: Context) -> str:
    return context.data_access.Ticket.create(an_item(event)).get_ticket_key()


@data_access_wrapper
async def async_handler(event: dict[str, Any], context: AsyncContext) -> int:
    return await context.data_access.Ticket.count({"ticket_key": str(event["key"])})


def an_item(event: dict[str, Any]) -> TicketItem:
    return {
        "organization_id": event["organization"],
        "task_management_connection_id": event["connection"],
        "external_ticket_id": "10042",
        "ticket_key": "ASO-42",
        "ticket_url": "https://example.atlassian.net/browse/ASO-42",
        "ticket_provider": "jira_cloud",
        "created_by": "me",
    }


def calling(context: Context, ticket: Ticket) -> None:
    assert_type(handler({}, context), str)
    assert_type(ticket.to_json(), dict[str, Any])


@data_access_wrapper
def in_lambda(event: dict[str, Any], context: LambdaContext) -> int:
    assert_type(context.data_access, DataAccess)
    assert_type(context.aws_request_id, str)
    assert_type(context.get_remaining_time_in_millis(), int)
    return context.data_access.Ticket.count({"ticket_key": str(event["key"])})


@data_access_wrapper
async def in_lambda_async(event: dict[str, Any], context: AsyncLambdaContext) -> int:
    assert_type(context.data_access, AsyncDataAccess)
    return await context.data_access.Ticket.count({"ticket_key": str(event["key"])})


class Handlers:
    @data_access_wrapper
    def handle(self, event: dict[str, Any], context: LambdaContext) -> int:
        return context.data_access.Ticket.count({"ticket_key": str(event["key"])})
