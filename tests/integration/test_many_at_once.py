"""One data access, shared: by threads where it blocks, by tasks with asyncio."""

import asyncio
import threading
from contextlib import contextmanager
from uuid import uuid4

import pytest

from integration.factory import bridge_values, ticket_values
from integration.sync_async import at_once, driven, maybe_await
from spacecat_shared_data_access import create_async_data_access, create_data_access

THREADS = 32
TASKS = 50
ROUNDS = 1


async def a_request(data_access, connection, number):
    """Do what one invocation does, with its own data; return the model that it created."""
    status = f"status-{number}"
    ticket = await maybe_await(
        data_access.Ticket.create(ticket_values(connection) | {"ticket_key": f"K-{number}"})
    )
    assert ticket.get_ticket_key() == f"K-{number}"
    for round_ in range(ROUNDS):
        await maybe_await(ticket.set_ticket_status(f"{status}-{round_}").save())
        found = await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))
        assert found.to_dict() == ticket.to_dict()
    suggestion_id = f"s-{number}"
    await maybe_await(
        data_access.TicketSuggestion.create(bridge_values(ticket) | {"suggestion_id": suggestion_id})
    )
    bridges = await maybe_await(ticket.get_ticket_suggestions())
    assert [each.get_suggestion_id() for each in bridges] == [suggestion_id]
    parent = await maybe_await(ticket.get_task_management_connection())
    assert parent.get_id() == connection.get_id()
    return ticket.get_id(), f"{status}-{ROUNDS - 1}"


class TestSharing:
    async def test_by_many(self, api, data_access, make):
        connection = await make.connection()
        if api == "blocking":
            calls = [
                lambda number=number: driven(a_request(data_access, connection, number))
                for number in range(THREADS)
            ]
        else:
            calls = [
                lambda number=number: a_request(data_access, connection, number) for number in range(TASKS)
            ]
        outcomes = await at_once(api, calls)
        failures = [each for each in outcomes if isinstance(each, BaseException)]
        assert failures == []
        tickets = await maybe_await(data_access.Ticket.all())
        assert {each.get_id(): each.get_ticket_status() for each in tickets} == dict(outcomes)
        assert await maybe_await(data_access.TicketSuggestion.count()) == len(calls)

    async def test_first_use_by_many(self, api, connect):
        fresh = connect()
        outcomes = await at_once(api, [lambda: fresh.Ticket.find_by_id(uuid4())] * 32)
        assert outcomes == [None] * 32
        assert fresh.Ticket is fresh.Ticket

    async def test_calls_that_fan_out_on_their_own(self, api, data_access, make):
        connection = await make.connection()
        tickets = [await make.ticket(connection) for _ in range(5)]
        items = [bridge_values(ticket) for ticket in tickets for _ in range(15)]
        await maybe_await(data_access.TicketSuggestion.create_many(items))
        asked = [item["suggestion_id"] for item in items]
        calls = [lambda: data_access.TicketSuggestion.all_by_suggestion_ids(asked)] * 8
        for outcome in await at_once(api, calls):
            assert {each.get_suggestion_id() for each in outcome} == set(asked)
        before = threading.active_count()
        await maybe_await(connection.remove())
        assert threading.active_count() == before
        assert await maybe_await(data_access.TicketSuggestion.count()) == 0


class SlowServer:
    """Responds to each request with no rows, after 20 ms, and counts those in progress."""

    RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"

    def __init__(self):
        self.under_way = 0
        self.most = 0
        self.responded = 0

    async def __call__(self, reader, writer):
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                self.under_way += 1
                self.most = max(self.most, self.under_way)
                await asyncio.sleep(0.02)
                self.under_way -= 1
                self.responded += 1
                writer.write(self.RESPONSE)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


@contextmanager
def slow_server():
    """A slow server on an event loop in a thread of its own, and its address."""
    slow, started = SlowServer(), threading.Event()

    async def serve():
        server = await asyncio.start_server(slow, "127.0.0.1", 0, backlog=1024)
        slow.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        slow.stop = asyncio.Event()
        slow.loop = asyncio.get_running_loop()
        started.set()
        await slow.stop.wait()
        server.close()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    started.wait()
    try:
        yield slow
    finally:
        slow.loop.call_soon_threadsafe(slow.stop.set)
        thread.join()


class TestAThousand:
    """More calls at once than there are connections: all of them succeed, by as many as there may be."""

    @pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
    async def test_tasks(self, transport):
        with slow_server() as slow:
            async with create_async_data_access(
                postgrest_url=slow.url, async_transport=transport, max_connections=16
            ) as data_access:
                calls = (data_access.Ticket.find_by_id(uuid4()) for _ in range(1_000))
                assert await asyncio.gather(*calls) == [None] * 1_000
        assert slow.responded == 1_000
        assert slow.most <= 16

    def test_threads(self):
        failures = []
        with slow_server() as slow:
            with create_data_access(postgrest_url=slow.url) as data_access:

                def five():
                    try:
                        for _ in range(5):
                            assert data_access.Ticket.find_by_id(uuid4()) is None
                    except Exception as error:  # noqa: BLE001 - reported to the test
                        failures.append(error)

                threads = [threading.Thread(target=five) for _ in range(200)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
            assert failures == []
        assert slow.responded == 1_000
        assert slow.most <= 32
