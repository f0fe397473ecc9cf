"""The types of the sync API."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, assert_type
from uuid import UUID

from spacecat_shared_data_access import (
    Audit,
    BatchResult,
    Configuration,
    ConfigurationCollection,
    ConflictError,
    CreateResult,
    DataAccess,
    DataAccessError,
    FixEntity,
    FixWithSuggestions,
    GeoExperiment,
    Opportunity,
    Organization,
    Page,
    Site,
    Suggestion,
    TaskManagementConnection,
    Ticket,
    TicketCollection,
    TicketSuggestion,
    UnavailableError,
    ValidationError,
    create_data_access,
)


def a_data_access_has_every_collection() -> None:
    with create_data_access(postgrest_url="http://127.0.0.1:3000") as data_access:
        assert_type(data_access, DataAccess)
        assert_type(data_access.Ticket, TicketCollection)
        assert_type(data_access.Configuration, ConfigurationCollection)
        assert_type(data_access.Configuration.find_latest(), Configuration | None)


def getters_return_the_stored_types(ticket: Ticket, connection: TaskManagementConnection) -> None:
    assert_type(ticket.get_id(), str)
    assert_type(ticket.get_ticket_key(), str)
    assert_type(ticket.get_ticket_status(), str | None)
    assert_type(ticket.get_created_at(), str)
    assert_type(ticket.get_updated_at(), str)
    assert_type(connection.get_status(), TaskManagementConnection.Status | str)
    assert_type(connection.is_active(), bool)


def setters_return_the_model(
    ticket: Ticket, connection: TaskManagementConnection, id_: UUID, moment: datetime
) -> None:
    assert_type(ticket.set_ticket_status("Done"), Ticket)
    assert_type(ticket.set_ticket_status(None).set_opportunity_id(id_).save(), Ticket)
    assert_type(connection.set_status(TaskManagementConnection.Status.ACTIVE), TaskManagementConnection)
    assert_type(connection.set_status("active"), TaskManagementConnection)
    assert_type(connection.set_last_used_at(moment), TaskManagementConnection)
    assert_type(ticket.remove(), Ticket)


def references_lead_to_their_entities(
    ticket: Ticket, organization: Organization, created_at: datetime
) -> None:
    assert_type(ticket.get_organization(), Organization | None)
    assert_type(ticket.get_ticket_suggestions(), list[TicketSuggestion])
    assert_type(ticket.get_ticket_suggestions(limit=1), TicketSuggestion | None)
    assert_type(organization.get_sites(limit=20), list[Site])
    page = ticket.get_ticket_suggestions_by_created_at(created_at, return_cursor=True)
    assert_type(page, Page[TicketSuggestion])


def finders_return_models(tickets: TicketCollection, id_: UUID, moment: datetime) -> None:
    assert_type(tickets.find_by_id(id_), Ticket | None)
    assert_type(tickets.exists_by_id("…"), bool)
    assert_type(tickets.find_by_organization_id(id_), Ticket | None)
    assert_type(tickets.find_by_organization_id_and_updated_at(id_, moment), Ticket | None)
    assert_type(tickets.all_by_organization_id(organization_id=id_), list[Ticket])
    assert_type(tickets.all_by_index_keys({"ticket_key": "ASO-42"}), list[Ticket])
    assert_type(tickets.find_by_index_keys({"ticketKey": "ASO-42"}), Ticket | None)
    assert_type(tickets.batch_get_by_keys([{"ticket_key": "ASO-42"}]), BatchResult[Ticket])
    assert_type(tickets.count({"ticket_key": "ASO-42"}), int)


def the_result_of_a_listing_depends_on_its_options(tickets: TicketCollection, id_: str) -> None:
    assert_type(tickets.all(), list[Ticket])
    assert_type(tickets.all(limit=20, order="asc", index="primary"), list[Ticket])
    assert_type(tickets.all(limit=1), Ticket | None)
    assert_type(tickets.all_by_organization_id(id_, limit=1), Ticket | None)
    assert_type(tickets.all_by_organization_id(id_, limit=20), list[Ticket])
    page = tickets.all_by_organization_id(id_, limit=20, return_cursor=True)
    assert_type(page, Page[Ticket])
    assert_type(page.data, list[Ticket])
    assert_type(page.cursor, str | None)
    assert_type(
        tickets.all(cursor=page.cursor, fetch_all_pages=False, attributes=["ticket_key"]), list[Ticket]
    )


def one_and_a_page_do_not_depend_on_the_options(
    data_access: DataAccess, tickets: TicketCollection, id_: UUID, limit: int
) -> None:
    first = tickets.first(
        {"organization_id": id_}, where=lambda attrs, op: op.ne(attrs.ticket_status, "Done")
    )
    assert_type(first, Ticket | None)
    assert_type(tickets.first(order_by=("created_at", "desc"), attributes=["ticket_key"]), Ticket | None)
    page = tickets.page({"organizationId": id_}, limit=limit, cursor=None, order="asc")
    assert_type(page, Page[Ticket])
    assert_type(tickets.page(limit=1, cursor=page.cursor), Page[Ticket])
    assert_type(len(page), int)
    assert_type([ticket.get_ticket_key() for ticket in page], list[str])
    assert_type(tickets.all(limit=1, return_cursor=True), Page[Ticket])
    assert_type(tickets.all_by_organization_id(id_, limit=1, return_cursor=True), Page[Ticket])
    assert_type(data_access.LatestAudit.first({"audit_type": "cwv"}), Audit | None)
    assert_type(data_access.LatestAudit.page({"audit_type": "cwv"}, limit=limit), Page[Audit])
    assert_type(data_access.LatestAudit.all_by_audit_type("cwv", limit=1, return_cursor=True), Page[Audit])
    experiments = data_access.GeoExperiment
    assert_type(experiments.all_by_site_id(id_), Page[GeoExperiment])
    assert_type(experiments.all_by_site_id(id_, limit=1), GeoExperiment | None)
    assert_type(experiments.all_by_site_id(id_, limit=1, return_cursor=True), Page[GeoExperiment])


def conditions_name_attributes(tickets: TicketCollection, id_: str, since: datetime) -> None:
    found = tickets.all_by_organization_id(
        id_,
        where=lambda attrs, op: op.and_(
            op.ne(attrs.ticket_status, "Done"), op.eq(attrs["metadata->>cloudId"], "a"), None
        ),
        between=("created_at", since, "2026-07-02T09:38:00.000Z"),
        order_by=("created_at", "desc"),
    )
    assert_type(found, list[Ticket])
    assert_type(tickets.all(order_by=[("ticket_status", "desc"), "created_at"]), list[Ticket])
    assert_type(tickets.page(limit=5, order_by=["ticket_status", ("created_at", "desc")]), Page[Ticket])
    assert_type(tickets.count(where=lambda attrs, op: op.is_(attrs.opportunity_id, None)), int)
    joined = tickets.first(
        where=lambda attrs, op: (
            (op.starts_with(attrs.ticket_key, "ASO-") | op.between(attrs.created_at, since, since))
            & ~op.or_(op.eq(attrs.created_by, "a"), None)
            & op.not_(op.in_(attrs.ticket_status, ["Done"]))
        )
    )
    assert_type(joined, Ticket | None)


def iterating_yields_models(tickets: TicketCollection) -> None:
    assert_type(tickets.iterate(limit=10), Iterator[Ticket])
    for ticket in tickets.iterate({"ticket_provider": "jira_cloud"}):
        assert_type(ticket, Ticket)


def create_accepts_python_and_json_names(data_access: DataAccess, id_: UUID) -> None:
    assert_type(data_access.Organization.create({"name": "Example"}), Organization)
    assert_type(
        data_access.TicketSuggestion.create(
            {"ticket_id": id_, "suggestion_id": "s-1", "opportunity_id": "o-1", "created_by": "me"},
            upsert=True,
            on_conflict=["ticket_id", "suggestion_id"],
        ),
        TicketSuggestion,
    )
    result = data_access.TicketSuggestion.create_many(
        [{"ticketId": id_, "suggestionId": "s-1", "opportunityId": "o-1", "createdBy": "me"}]
    )
    assert_type(result, CreateResult[TicketSuggestion])
    assert_type(result.created_items, list[TicketSuggestion])
    data_access.Ticket.update_by_keys({"ticket_key": "ASO-42"}, {"ticketStatus": "Done"})
    data_access.Ticket.save_many(data_access.Ticket.all(), chunk_size=10)


def hand_written_methods_are_sync_too(data_access: DataAccess, opportunity: Opportunity, id_: str) -> None:
    connections = data_access.TaskManagementConnection
    found = connections.find_active_by_organization_and_provider(id_, "jira_cloud")
    assert_type(found, TaskManagementConnection | None)
    fixes = data_access.FixEntity.get_all_fixes_with_suggestions_by_opportunity_id(id_)
    assert_type(fixes, list[FixWithSuggestions])
    assert_type(fixes[0].suggestions, list[Suggestion])
    assert_type(opportunity.add_suggestions([]), CreateResult[Suggestion])
    assert_type(
        opportunity.add_suggestions([{"type": "CODE_CHANGE", "rank": 1, "data": {}, "kpi_deltas": {}}]),
        CreateResult[Suggestion],
    )
    assert_type(
        opportunity.add_fix_entities([{"type": "CODE_CHANGE", "changeDetails": {}, "suggestions": ["…"]}]),
        CreateResult[FixEntity],
    )


def errors_have_attributes(tickets: TicketCollection) -> None:
    try:
        tickets.all()
    except ConflictError as error:
        assert_type(error.code, str | None)
    except (UnavailableError, ValidationError) as error:
        assert_type(error.cause, BaseException | None)
    except DataAccessError as error:
        assert_type(error.status, int | None)


def related_entities(data_access: DataAccess, ticket: Ticket, id_: str) -> None:
    tickets = data_access.Ticket
    loaded = tickets.all_by_organization_id(id_, include=["task_management_connection", "ticket_suggestions"])
    assert_type(loaded, list[Ticket])
    assert_type(tickets.all(include=["opportunity"], limit=1), Ticket | None)
    assert_type(tickets.find_by_id(id_, include=["opportunity.site.organization"]), Ticket | None)
    assert_type(tickets.page(limit=5, include=("organization",)), Page[Ticket])
    assert_type(next(tickets.iterate(include=["organization.sites"])), Ticket)
    assert_type(tickets.batch_get_by_keys([], include=["organization"]).data, list[Ticket])
    assert_type(ticket.get_opportunity(include=["site"]), Opportunity | None)
    assert_type(ticket.get_ticket_suggestions(include=["ticket"]), list[TicketSuggestion])
    tickets.prefetch(loaded, "organization", "opportunity.suggestions")
    tickets.prefetch(tickets.page(limit=5), "ticket_suggestions")
    data_access.Site.all(include=["latest_audits", "latest_audit.opportunities", "opportunities.suggestions"])
    data_access.LatestAudit.find_by_id(id_, "cwv", include=["site"])
    data_access.OAuthNonce.all(include=[])


def direct_queries_are_sync(data_access: DataAccess) -> None:
    services = data_access.services
    table = services.postgrest_client.table("brands")
    table.select("*").eq("status", "active").execute()
    ordered = table.select("*").order("id")
    assert_type(services.all_rows(ordered), list[dict[str, Any]])
    assert_type(services.iterate_rows(ordered, unique=("a", "b")), Iterator[dict[str, Any]])
    assert_type(services.rpc("total", {"p": 1}), Any)
    calls = services.postgrest_client.rpc("some", {}, get=True).order("id")
    assert_type(services.all_rows(calls), list[dict[str, Any]])
