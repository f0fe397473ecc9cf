"""The pool of the asyncio API: which connection a request gets, and what becomes of it."""

import asyncio
from contextlib import suppress

import httpx
import pytest
import respx

from patience import PATIENCE
from spacecat_shared_data_access import DataAccessError, RetryPolicy, create_async_data_access
from spacecat_shared_data_access.postgrest.clients import LoopClients
from spacecat_shared_data_access.postgrest.connection_pool import ConnectionPool
from unit.helpers import ID

URL = "http://data.test"
FOREVER = 60


class Connection(httpx.AsyncBaseTransport):
    """The transport of a connection, whose requests wait until the test opens the gate."""

    def __init__(self, gate):
        self.gate = gate
        self.requests = []
        self.is_closed = False

    async def handle_async_request(self, request):
        self.requests.append(request.url.path)
        await self.gate.wait()
        if request.url.path == "/fails":
            raise httpx.ReadError("reset")
        return httpx.Response(200, stream=httpx.ByteStream(b"[]"))

    async def aclose(self):
        self.is_closed = True


class World:
    def __init__(self, **settings):
        self.gate = asyncio.Event()
        self.gate.set()
        self.made = []
        self.pool = ConnectionPool(self.create, **{"max_connections": 3, "keepalive_expiry": 20.0} | settings)
        self.client = httpx.AsyncClient(transport=self.pool, base_url=URL)

    def create(self):
        self.made.append(Connection(self.gate))
        return self.made[-1]

    async def send(self, path="/a", **settings):
        return await self.client.get(path, **settings)

    async def start(self, count, **settings):
        tasks = [asyncio.ensure_future(self.send(f"/{number}", **settings)) for number in range(count)]
        await settled()
        return tasks

    @property
    def busy(self):
        return len(self.pool._busy)

    @property
    def idle(self):
        return [transport for _, transport in self.pool._idle]


class Clock:
    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now


async def settled(steps=50):
    for _ in range(steps):
        await asyncio.sleep(0)


@pytest.fixture
async def world():
    return World()


async def test_one_request_after_another_uses_one_connection(world):
    for _ in range(5):
        await world.send()
    assert [len(each.requests) for each in world.made] == [5]
    assert (world.busy, world.idle) == (0, world.made)


async def test_no_more_connections_are_opened_than_allowed_and_requests_wait_in_order(world):
    world.gate.clear()
    tasks = await world.start(20)
    assert (len(world.made), world.busy) == (3, 3)
    world.gate.set()
    await asyncio.gather(*tasks)
    asked = [path for each in world.made for path in each.requests]
    assert len(world.made) == 3
    assert sorted(asked) == sorted(f"/{number}" for number in range(20))
    for each in world.made:
        assert each.requests == sorted(each.requests, key=lambda path: int(path[1:]))


async def test_a_request_that_waits_longer_than_its_pool_timeout_is_not_sent(world):
    world.gate.clear()
    tasks = await world.start(3)
    with pytest.raises(httpx.PoolTimeout):
        await world.send("/late", timeout=httpx.Timeout(FOREVER, pool=0.001))
    world.gate.set()
    await asyncio.gather(*tasks)
    assert "/late" not in [path for each in world.made for path in each.requests]
    await world.send("/next", timeout=httpx.Timeout(FOREVER, pool=0.001))


async def test_the_connection_of_a_failed_request_is_closed(world):
    await world.send()
    with pytest.raises(httpx.ReadError):
        await world.send("/fails")
    assert [each.is_closed for each in world.made] == [True]
    await world.send()
    assert [each.is_closed for each in world.made] == [True, False]
    assert (world.busy, world.idle) == (0, world.made[1:])


async def test_the_connection_of_a_cancelled_request_is_closed_and_its_slot_is_free(world):
    world.gate.clear()
    tasks = await world.start(9)
    for task in tasks[::2]:
        task.cancel()
    await settled()
    world.gate.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(each) for each in outcomes[::2]] == [asyncio.CancelledError] * 5
    assert [each.status_code for each in outcomes[1::2]] == [200] * 4
    assert world.busy == 0
    assert not any(each.is_closed for each in world.idle)
    assert all(each.is_closed for each in world.made if each not in world.idle)
    assert len(await world.start(3)) == 3


async def test_the_connection_of_an_unread_response_is_closed(world):
    async with world.client.stream("GET", "/a") as response:
        assert response.status_code == 200
        assert world.busy == 1
    assert [each.is_closed for each in world.made] == [True]
    assert (world.busy, world.idle) == (0, [])


async def test_closing_a_response_twice_releases_its_connection_once(world):
    response = await world.client.send(world.client.build_request("GET", "/a"), stream=True)
    stream = response.stream
    await response.aread()
    await stream.aclose()
    assert (world.busy, len(world.idle), world.pool._free._value) == (0, 1, 3)


async def test_connections_that_are_idle_for_too_long_are_closed(world, monkeypatch):
    clock = Clock()
    monkeypatch.setattr("spacecat_shared_data_access.postgrest.connection_pool.time", clock)
    world.gate.clear()
    tasks = await world.start(3)
    world.gate.set()
    await asyncio.gather(*tasks)
    *unused, used_last = world.idle
    clock.now += 15
    await world.send()
    assert len(world.idle) == 3
    clock.now += 10
    await world.send()
    assert [each.is_closed for each in unused] == [True, True]
    assert (world.idle, used_last.is_closed) == ([used_last], False)


async def test_closing_the_pool_closes_busy_and_idle_connections(world):
    world.gate.clear()
    tasks = await world.start(2)
    world.gate.set()
    await asyncio.gather(*tasks)
    world.gate.clear()
    tasks = await world.start(1)
    assert (world.busy, len(world.idle)) == (1, 1)
    await world.client.aclose()
    assert [each.is_closed for each in world.made] == [True, True]
    tasks[0].cancel()


@pytest.mark.parametrize("steps", range(0, 60, 2))
async def test_no_connection_is_left_open_if_the_pool_is_closed_at_any_moment(steps):
    open_connections = set()

    async def answer(reader, writer):
        open_connections.add(writer)
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n[]")
            await reader.read()  # until the client closes the connection
        writer.close()
        open_connections.remove(writer)

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        data_access = create_async_data_access(postgrest_url=url, retry=RetryPolicy.off())
        call = asyncio.ensure_future(data_access.Ticket.all())
        await settled(steps)
        await data_access.aclose()
        (outcome,) = await asyncio.gather(call, return_exceptions=True)
        assert outcome == [] or isinstance(outcome, DataAccessError)
        async with asyncio.timeout(PATIENCE):
            while open_connections:  # noqa: ASYNC110 - the server's side of it
                await asyncio.sleep(0.001)


class TestReplacedTransports:
    """Tests of programs replace httpx's transports or httpcore's pools: then nothing reaches the network."""

    @pytest.fixture
    async def data_access(self):
        async with create_async_data_access(postgrest_url=URL) as opened:
            yield opened

    @pytest.mark.parametrize("mocker", ["httpx", "httpcore"])
    async def test_with_respx(self, data_access, mocker):
        with respx.mock(base_url=URL, using=mocker) as router:
            route = router.get("/tickets").respond(json=[{"id": ID}])
            assert (await data_access.Ticket.find_by_id(ID)).get_id() == ID
            found = await asyncio.gather(*(data_access.Ticket.find_by_id(ID) for _ in range(100)))
        assert {each.get_id() for each in found} == {ID}
        assert route.call_count == 101

    async def test_with_a_patched_transport(self, data_access, monkeypatch):
        # As pytest-httpx and VCR.py do.
        async def handle(_self, _request):
            return httpx.Response(200, json=[{"id": ID}])

        monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", handle)
        found = await asyncio.gather(*(data_access.Ticket.find_by_id(ID) for _ in range(100)))
        assert {each.get_id() for each in found} == {ID}


async def test_a_version_of_httpx_that_creates_its_transports_otherwise_uses_its_own_pool(monkeypatch):
    clients = LoopClients(httpx.Timeout(5))
    for name in ("_init_transport", "_init_proxy_transport"):
        monkeypatch.delattr(f"spacecat_shared_data_access.postgrest.clients._AsyncClient.{name}")
    assert isinstance(clients.for_running_loop()._transport, httpx.AsyncHTTPTransport)
    await clients.close()
