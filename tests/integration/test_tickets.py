"""Tickets, and the bridges between suggestions and tickets."""

from uuid import uuid4

import pytest
from postgrest import APIError
from psycopg import sql

from integration.factory import bridge_values
from integration.sync_async import maybe_await
from spacecat_shared_data_access import ConflictError, DataAccessError, ValidationError


class TestTicket:
    async def test_has_no_status_until_a_sync(self, data_access, make, database):
        ticket = await make.ticket()
        assert ticket.get_ticket_status() is None
        assert "ticketStatus" not in ticket.to_json()
        assert database.execute("SELECT ticket_status FROM tickets").fetchone() == {"ticket_status": None}
        await maybe_await(ticket.set_ticket_status("In Progress").save())
        assert (
            await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))
        ).to_json() == ticket.to_json()

    async def test_knows_its_connection_under_another_column(self, data_access, make, database):
        ticket = await make.ticket()
        row = database.execute("SELECT connection_id FROM tickets").fetchone()
        assert str(row["connection_id"]) == ticket.get_task_management_connection_id()
        found = await maybe_await(
            data_access.Ticket.all(
                where=lambda attrs, op: op.eq(attrs.task_management_connection_id, row["connection_id"]),
                attributes=["task_management_connection_id"],
            )
        )
        assert [each.record for each in found] == [
            {"task_management_connection_id": str(row["connection_id"])}
        ]

    async def test_removal_takes_its_bridges_along(self, data_access, make):
        ticket = await make.ticket()
        kept = await make.bridge()
        for _ in range(3):
            await make.bridge(ticket)
        await maybe_await(ticket.remove())
        assert [each.get_id() for each in await maybe_await(data_access.TicketSuggestion.all())] == [
            kept.get_id()
        ]
        assert await maybe_await(data_access.TaskManagementConnection.count()) == 2

    async def test_may_have_the_key_of_another(self, make):
        ticket = await make.ticket(ticket_key="ASO-1")
        again = await make.ticket(ticket_key="ASO-1")
        assert ticket.get_id() != again.get_id()


class TestBridge:
    async def test_a_suggestion_is_ticketed_once(self, data_access, make):
        first, second = await make.ticket(), await make.ticket()
        await make.bridge(first, suggestion_id="s-1")
        with pytest.raises(ConflictError, match=r"^Failed to create$") as caught:
            await make.bridge(second, suggestion_id="s-1")
        assert (caught.value.code, caught.value.status) == ("23505", 409)
        assert caught.value.details == "Key (suggestion_id)=(s-1) already exists."
        assert caught.value.hint is None
        found = await maybe_await(data_access.TicketSuggestion.find_by_suggestion_id("s-1"))
        assert found.get_ticket_id() == first.get_id()

    async def test_many_of_a_ticket_are_ordered_by_creation(self, data_access, make):
        ticket = await make.ticket()
        moments = [f"2026-01-01T00:00:0{second}.000Z" for second in (3, 1, 2)]
        for moment in moments:
            await make.bridge(ticket, created_at=moment)
        find = data_access.TicketSuggestion.all_by_ticket_id
        newest_first = [each.get_created_at() for each in await maybe_await(find(ticket.get_id()))]
        oldest_first = [
            each.get_created_at() for each in await maybe_await(find(ticket.get_id(), order="asc"))
        ]
        assert newest_first == sorted(moments, reverse=True)
        assert oldest_first == sorted(moments)

    async def test_of_many_suggestions(self, data_access, make):
        ticket = await make.ticket()
        items = [bridge_values(ticket) | {"suggestion_id": f"s,{number}"} for number in range(130)]
        await maybe_await(data_access.TicketSuggestion.create_many(items, ticket))
        asked = [f"s,{number}" for number in range(0, 200, 2)]
        found = await maybe_await(data_access.TicketSuggestion.all_by_suggestion_ids([*asked, *asked]))
        assert {each.get_suggestion_id() for each in found} == {f"s,{number}" for number in range(0, 130, 2)}
        assert len(found) == 65
        assert await maybe_await(data_access.TicketSuggestion.all_by_suggestion_ids([])) == []

    async def test_of_many_tickets(self, data_access, make):
        connection = await make.connection()
        tickets = [await make.ticket(connection) for _ in range(3)]
        bridges = [await make.bridge(ticket) for ticket in tickets for _ in range(2)]
        asked = [tickets[0].get_id(), tickets[2].get_id(), tickets[0].get_id(), str(uuid4())]
        found = await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids(asked))
        expected = {each.get_id() for each in (*bridges[:2], *bridges[4:])}
        assert {each.get_id() for each in found} == expected
        assert len(found) == 4

    async def test_ids_must_be_a_list(self, data_access):
        for find in (
            data_access.TicketSuggestion.all_by_suggestion_ids,
            data_access.TicketSuggestion.all_by_ticket_ids,
        ):
            for wrong in ("s-1", None, [1]):
                with pytest.raises(ValidationError):
                    await maybe_await(find(wrong))


class TestAppendOnly:
    @pytest.mark.parametrize("entity", ["TicketSuggestion", "OAuthNonce"])
    async def test_the_package_refuses_changes(self, make, entity):
        model = await make.entity(entity)
        setters = [name for name in dir(model) if name.startswith("set_")]
        assert setters == []
        with pytest.raises(ValidationError, match=f"Updates prohibited by schema for {entity}"):
            model.patcher.patch_value("created_at", "2026-01-01T00:00:00.000Z")
        with pytest.raises(ValidationError, match="Failed to save entity"):
            await maybe_await(model.save())

    @pytest.mark.parametrize(
        ("entity", "column"), [("TicketSuggestion", "created_by"), ("OAuthNonce", "nonce")]
    )
    async def test_the_database_refuses_them_too(self, data_access, make, database, entity, column):
        model = await make.entity(entity)
        table = model.schema.table
        client = data_access.services.postgrest_client
        with pytest.raises(APIError, match=f"permission denied for table {table}") as caught:
            await maybe_await(client.table(table).update({column: "x"}).eq("id", model.get_id()).execute())
        assert caught.value.code == "42501"
        with pytest.raises(DataAccessError, match="Failed to update entity") as refused:
            await maybe_await(model.collection.update_by_keys({model.id_name: model.get_id()}, {column: "x"}))
        assert refused.value.code == "42501"
        row = database.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))).fetchone()
        assert row[column] == model.record[column]
