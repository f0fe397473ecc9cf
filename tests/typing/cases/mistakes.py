"""Mistakes that both checkers must report: an ignore comment without an error is an error too."""

from spacecat_shared_data_access import (
    AsyncTicketCollection,
    DataAccess,
    Opportunity,
    Ticket,
    TicketCollection,
)


def a_misspelt_collection(data_access: DataAccess) -> None:
    data_access.Tickett.all()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def a_misspelt_accessor(ticket: Ticket) -> None:
    ticket.get_ticket_keyy()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    ticket.set_ticket_key("ASO-1")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def a_misspelt_attribute_in_create(data_access: DataAccess) -> None:
    data_access.Organization.create({"namee": "Example"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    data_access.Organization.create({"name": "Example", "imsOrgIdd": "1"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    data_access.Organization.create_many([{"namee": "Example"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    data_access.Ticket.update_by_keys({"ticket_keyy": "ASO-42"}, {"ticket_status": "Done"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    data_access.Ticket.update_by_keys({"ticket_key": "ASO-42"}, {"ticketStatuss": "Done"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_missing_attribute_in_create(data_access: DataAccess) -> None:
    data_access.TicketSuggestion.create({"ticket_id": "…"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_misspelt_attribute_of_what_is_added(opportunity: Opportunity) -> None:
    opportunity.add_suggestions([{"type": "CODE_CHANGE", "rank": 1, "data": {}, "statuss": "NEW"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    opportunity.add_fix_entities([{"type": "CODE_CHANGE", "change_details": {}}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def a_value_of_the_wrong_type(data_access: DataAccess, ticket: Ticket) -> None:
    data_access.Organization.create({"name": 1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    data_access.Ticket.find_by_id(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ticket.set_ticket_status(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_misspelt_attribute_in_a_query(tickets: TicketCollection, id_: str) -> None:
    tickets.all(where=lambda attrs, op: op.ne(attrs.ticket_statuss, "Done"))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    tickets.find_by_organization_id(id_, order_by="createdd_at")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tickets.find_by_organization_id(id_, attributes=["ticket_keyy"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    tickets.count({"ticket_keyy": "ASO-42"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def an_unknown_related_entity(tickets: TicketCollection, ticket: Ticket, id_: str) -> None:
    tickets.find_by_organization_id(id_, include=["organisation"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    tickets.find_by_organization_id(id_, include=["opportunity.sites"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    tickets.find_by_id(id_, include="organization")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tickets.prefetch([ticket], "organisation")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ticket.get_organization(include=["ticket"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def a_page_without_a_limit(tickets: TicketCollection) -> None:
    tickets.page()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tickets.page(limit=5, return_cursor=True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tickets.page({"ticket_keyy": "ASO-42"}, limit=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    tickets.first(order_by="createdd_at")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def an_unknown_option(tickets: TicketCollection) -> None:
    tickets.all(limits=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


def a_result_that_may_be_none(tickets: TicketCollection) -> None:
    tickets.find_by_id("…").get_ticket_key()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


async def the_other_api(sync: TicketCollection, asynchronous: AsyncTicketCollection) -> None:
    await sync.count()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    list(asynchronous.all())  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]


def a_misspelt_keyword(data_access: DataAccess, ticket: Ticket) -> None:
    data_access.Ticket.all(ticket_statuss="Open")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    data_access.Ticket.first(ticket_statuss="Open")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    data_access.Ticket.count(ticket_statuss="Open")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    data_access.Organization.create(namee="Example")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ticket.update(ticket_statuss="Open")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ticket.update(ticket_key="ASO-1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_property_that_cannot_be_assigned(ticket: Ticket) -> None:
    ticket.ticket_key = "ASO-1"  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    ticket.ticket_statuss = "Done"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    ticket.ticket_status = 1  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]


def a_length(data_access: DataAccess, asynchronous: AsyncTicketCollection) -> None:
    len(data_access.Ticket)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    data_access.Ticket.alll()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    list(asynchronous)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
