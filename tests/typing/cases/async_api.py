"""The types of the async API."""

from collections.abc import AsyncIterator
from typing import Any, assert_type
from uuid import UUID

from spacecat_shared_data_access import (
    AsyncConfiguration,
    AsyncConfigurationCollection,
    AsyncDataAccess,
    AsyncFixWithSuggestions,
    AsyncOpportunity,
    AsyncOrganization,
    AsyncSite,
    AsyncSuggestion,
    AsyncTaskManagementConnection,
    AsyncTicket,
    AsyncTicketCollection,
    AsyncTicketSuggestion,
    BatchResult,
    CreateResult,
    Page,
    TaskManagementConnection,
    create_async_data_access,
)


async def a_data_access_has_every_collection() -> None:
    async with create_async_data_access(postgrest_url="http://127.0.0.1:3000") as data_access:
        assert_type(data_access, AsyncDataAccess)
        assert_type(data_access.Ticket, AsyncTicketCollection)
        assert_type(data_access.Configuration, AsyncConfigurationCollection)
        assert_type(await data_access.Configuration.find_latest(), AsyncConfiguration | None)


def getters_and_setters_are_not_awaited(ticket: AsyncTicket, of: AsyncTaskManagementConnection) -> None:
    assert_type(ticket.get_ticket_key(), str)
    assert_type(ticket.set_ticket_status("Done"), AsyncTicket)
    assert_type(of.get_status(), TaskManagementConnection.Status | str)
    assert_type(of.set_status(AsyncTaskManagementConnection.Status.ACTIVE), AsyncTaskManagementConnection)


async def calls_of_the_server_are_awaited(ticket: AsyncTicket, organization: AsyncOrganization) -> None:
    assert_type(await ticket.set_ticket_status("Done").save(), AsyncTicket)
    assert_type(await ticket.remove(), AsyncTicket)
    assert_type(await ticket.get_organization(), AsyncOrganization | None)
    assert_type(await ticket.get_ticket_suggestions(), list[AsyncTicketSuggestion])
    assert_type(await ticket.get_ticket_suggestions(limit=1), AsyncTicketSuggestion | None)
    assert_type(await organization.get_sites(return_cursor=True), Page[AsyncSite])


async def finders_return_models(tickets: AsyncTicketCollection, id_: UUID) -> None:
    assert_type(await tickets.find_by_id(id_), AsyncTicket | None)
    assert_type(await tickets.find_by_organization_id(id_), AsyncTicket | None)
    assert_type(await tickets.all_by_organization_id(id_), list[AsyncTicket])
    assert_type(await tickets.all_by_organization_id(id_, limit=1), AsyncTicket | None)
    assert_type(await tickets.all(limit=20, return_cursor=True), Page[AsyncTicket])
    assert_type(await tickets.batch_get_by_keys([{"ticket_key": "ASO-42"}]), BatchResult[AsyncTicket])
    assert_type(
        await tickets.all(where=lambda attrs, op: op.ne(attrs.ticket_status, "Done"), order_by="created_at"),
        list[AsyncTicket],
    )
    assert_type(await tickets.count(), int)
    assert_type(await tickets.first({"organization_id": id_}), AsyncTicket | None)
    page = await tickets.page({"organization_id": id_}, limit=20)
    assert_type(page, Page[AsyncTicket])
    assert_type([ticket.get_ticket_key() for ticket in page], list[str])
    assert_type(await tickets.all(limit=1, return_cursor=True), Page[AsyncTicket])


async def iterating_yields_models(tickets: AsyncTicketCollection) -> None:
    assert_type(tickets.iterate(limit=10), AsyncIterator[AsyncTicket])
    async for ticket in tickets.iterate():
        assert_type(ticket, AsyncTicket)


async def create_accepts_python_and_json_names(data_access: AsyncDataAccess) -> None:
    assert_type(await data_access.Organization.create({"name": "Example"}), AsyncOrganization)
    result = await data_access.Organization.create_many([{"name": "Example", "imsOrgId": "1@AdobeOrg"}])
    assert_type(result, CreateResult[AsyncOrganization])


async def hand_written_methods_are_awaited(
    data_access: AsyncDataAccess, opportunity: AsyncOpportunity, id_: str
) -> None:
    fixes = await data_access.FixEntity.get_all_fixes_with_suggestions_by_opportunity_id(id_)
    assert_type(fixes, list[AsyncFixWithSuggestions])
    assert_type(fixes[0].suggestions, list[AsyncSuggestion])
    assert_type(await opportunity.add_suggestions([]), CreateResult[AsyncSuggestion])


async def related_entities(data_access: AsyncDataAccess, ticket: AsyncTicket, id_: str) -> None:
    tickets = data_access.Ticket
    loaded = await tickets.all_by_organization_id(id_, include=["organization", "ticket_suggestions"])
    assert_type(loaded, list[AsyncTicket])
    assert_type(await tickets.find_by_id(id_, include=["opportunity.site"]), AsyncTicket | None)
    assert_type(await ticket.get_opportunity(include=["site"]), AsyncOpportunity | None)
    await tickets.prefetch(loaded, "organization", "opportunity.suggestions")
    async for each in tickets.iterate(include=["opportunity"]):
        assert_type(each, AsyncTicket)


async def direct_queries_are_awaited(data_access: AsyncDataAccess) -> None:
    services = data_access.services
    table = services.postgrest_client.table("brands")
    await table.select("*").eq("status", "active").execute()
    ordered = table.select("*").order("id")
    assert_type(await services.all_rows(ordered), list[dict[str, Any]])
    assert_type(services.iterate_rows(ordered, unique="name"), AsyncIterator[dict[str, Any]])
    assert_type(await services.rpc("total"), Any)
