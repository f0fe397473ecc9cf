"""Attributes by keyword and as properties, and iteration, in both APIs."""

from datetime import datetime
from typing import Any, assert_type
from uuid import UUID

from spacecat_shared_data_access import (
    AsyncDataAccess,
    AsyncOrganization,
    AsyncTicket,
    DataAccess,
    Organization,
    Page,
    Ticket,
)


def attributes_by_keyword(data_access: DataAccess, organization_id: UUID, moment: datetime) -> None:
    tickets = data_access.Ticket
    assert_type(tickets.all(ticket_status="Open"), list[Ticket])
    assert_type(tickets.all({"ticket_key": "ASO-1"}, ticket_status=None, order_by="created_at"), list[Ticket])
    assert_type(tickets.all(ticket_status="Open", limit=1), Ticket | None)
    assert_type(tickets.all(organization_id=organization_id, return_cursor=True), Page[Ticket])
    assert_type(tickets.first(created_at=moment), Ticket | None)
    assert_type(tickets.page(limit=5, ticket_status="Open"), Page[Ticket])
    assert_type(tickets.count(ticket_status="Open", where=lambda attrs, op: op.ne(attrs.ticket_key, "")), int)
    assert_type(next(tickets.iterate(ticket_status="Open", limit=5)), Ticket)
    assert_type(data_access.Organization.create(name="Example"), Organization)
    assert_type(data_access.Organization.create({"name": "Example"}, ims_org_id="1@AdobeOrg"), Organization)


def properties(ticket: Ticket, organization_id: UUID) -> None:
    assert_type(ticket.id, str)
    assert_type(ticket.ticket_key, str)
    assert_type(ticket.ticket_status, str | None)
    ticket.ticket_status = "Done"
    ticket.organization_id = organization_id
    assert_type(ticket.update(ticket_status="Done", organization_id=organization_id), Ticket)
    assert_type(Ticket.json_schema(), dict[str, Any])


def a_collection_is_iterable(data_access: DataAccess) -> None:
    for ticket in data_access.Ticket:
        assert_type(ticket, Ticket)
    assert_type([site.base_url for site in data_access.Site], list[str])


async def attributes_by_keyword_under_asyncio(data_access: AsyncDataAccess, organization_id: UUID) -> None:
    tickets = data_access.Ticket
    assert_type(await tickets.all(ticket_status="Open"), list[AsyncTicket])
    assert_type(await tickets.all(ticket_status="Open", limit=1), AsyncTicket | None)
    assert_type(await tickets.all(organization_id=organization_id, return_cursor=True), Page[AsyncTicket])
    assert_type(await tickets.first({"ticket_key": "ASO-1"}, ticket_status="Open"), AsyncTicket | None)
    assert_type(await tickets.page(limit=5, ticket_status="Open"), Page[AsyncTicket])
    assert_type(await tickets.count(ticket_status="Open"), int)
    async for ticket in tickets.iterate(ticket_status="Open"):
        assert_type(ticket, AsyncTicket)
    assert_type(await data_access.Organization.create(name="Example"), AsyncOrganization)


async def properties_under_asyncio(ticket: AsyncTicket, organization_id: UUID) -> None:
    assert_type(ticket.id, str)
    assert_type(ticket.ticket_status, str | None)
    ticket.ticket_status = "Done"
    assert_type(await ticket.update(ticket_status="Done", organization_id=organization_id), AsyncTicket)


async def a_collection_is_iterable_under_asyncio(data_access: AsyncDataAccess) -> None:
    async for ticket in data_access.Ticket:
        assert_type(ticket, AsyncTicket)
