"""One data access, shared: by threads where it blocks, by tasks with asyncio."""

import threading
from uuid import uuid4

from integration.faces import at_once, driven, settle
from integration.factory import bridge_values, ticket_values

THREADS = 32
TASKS = 50
ROUNDS = 1


async def a_request(data_access, connection, number):
    """What one request does, all of it its own; gives what it made."""
    status = f"status-{number}"
    ticket = await settle(
        data_access.Ticket.create(ticket_values(connection) | {"ticket_key": f"K-{number}"})
    )
    assert ticket.get_ticket_key() == f"K-{number}"
    for round_ in range(ROUNDS):
        await settle(ticket.set_ticket_status(f"{status}-{round_}").save())
        found = await settle(data_access.Ticket.find_by_id(ticket.get_id()))
        assert found.to_dict() == ticket.to_dict()
    suggestion_id = f"s-{number}"
    await settle(
        data_access.TicketSuggestion.create(bridge_values(ticket) | {"suggestion_id": suggestion_id})
    )
    bridges = await settle(ticket.get_ticket_suggestions())
    assert [each.get_suggestion_id() for each in bridges] == [suggestion_id]
    parent = await settle(ticket.get_task_management_connection())
    assert parent.get_id() == connection.get_id()
    return ticket.get_id(), f"{status}-{ROUNDS - 1}"


class TestSharing:
    async def test_by_many(self, face, data_access, make):
        connection = await make.connection()
        if face == "blocking":
            calls = [
                lambda number=number: driven(a_request(data_access, connection, number))
                for number in range(THREADS)
            ]
        else:
            calls = [
                lambda number=number: a_request(data_access, connection, number) for number in range(TASKS)
            ]
        outcomes = await at_once(face, calls)
        failures = [each for each in outcomes if isinstance(each, BaseException)]
        assert failures == []
        tickets = await settle(data_access.Ticket.all())
        assert {each.get_id(): each.get_ticket_status() for each in tickets} == dict(outcomes)
        assert await settle(data_access.TicketSuggestion.count()) == len(calls)

    async def test_first_use_by_many(self, face, connect):
        fresh = connect()
        outcomes = await at_once(face, [lambda: fresh.Ticket.find_by_id(uuid4())] * 32)
        assert outcomes == [None] * 32
        assert fresh.Ticket is fresh.Ticket

    async def test_calls_that_fan_out_on_their_own(self, face, data_access, make):
        connection = await make.connection()
        tickets = [await make.ticket(connection) for _ in range(5)]
        items = [bridge_values(ticket) for ticket in tickets for _ in range(15)]
        await settle(data_access.TicketSuggestion.create_many(items))
        asked = [item["suggestion_id"] for item in items]
        calls = [lambda: data_access.TicketSuggestion.all_by_suggestion_ids(asked)] * 8
        for outcome in await at_once(face, calls):
            assert {each.get_suggestion_id() for each in outcome} == set(asked)
        before = threading.active_count()
        await settle(connection.remove())
        assert threading.active_count() == before
        assert await settle(data_access.TicketSuggestion.count()) == 0
