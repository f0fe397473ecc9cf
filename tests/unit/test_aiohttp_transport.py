"""aiohttp and httpx send the same requests and raise the same errors for the same faults."""

import asyncio
import gzip
import socket
import struct

import httpx
import pytest

from spacecat_shared_data_access import (
    DataAccessConfig,
    UnavailableError,
    ValidationError,
    create_async_data_access,
)
from spacecat_shared_data_access.postgrest.clients import LoopClients
from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from unit.helpers import ID, PARENT_ID

TIMEOUT = httpx.Timeout(60)
FOUND = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"


def found(body=b"[]", headers=b""):
    return FOUND % (len(body), headers, body)


def address_of(listening):
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


class Wire:
    """A server that responds with bytes or calls a function of the test; records its requests."""

    def __init__(self):
        self.response = found()
        self.asked = []
        self.connections = 0

    async def __call__(self, reader, writer):
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    (
                        int(line[15:])
                        for line in head.split(b"\r\n")
                        if line.lower().startswith(b"content-length")
                    ),
                    0,
                )
                self.asked.append(head + await reader.readexactly(length))
                if callable(self.response):
                    await self.response(writer)
                    return
                writer.write(self.response)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


@pytest.fixture
async def wire():
    responding = Wire()
    server = await asyncio.start_server(responding, "127.0.0.1", 0)
    responding.url = address_of(server.sockets[0])
    yield responding
    server.close()


@pytest.fixture(params=["httpx", "aiohttp"])
def transport(request):
    return request.param


@pytest.fixture
async def client(transport):
    clients = LoopClients(TIMEOUT, transport)
    yield clients.for_running_loop()
    await clients.close()


@pytest.fixture
async def data_access(wire, transport):
    async with create_async_data_access(postgrest_url=wire.url, async_transport=transport) as opened:
        yield opened


def lines(request):
    head, _, body = request.partition(b"\r\n\r\n")
    first, *headers = head.split(b"\r\n")
    # aiohttp sends Content-Length: 0 with a DELETE.
    named = sorted(line.lower() for line in headers if line.lower() != b"content-length: 0")
    return first, named, body


async def requests_over(wire, transport):
    wire.asked.clear()
    wire.response = found(b'[{"id":"%s"}]' % ID.encode())
    async with create_async_data_access(
        postgrest_url=wire.url, postgrest_api_key="key", async_transport=transport
    ) as opened:
        tickets = opened.Ticket
        await tickets.find_by_id(ID)
        await tickets.all_by_organization_id(
            PARENT_ID,
            where=lambda attrs, op: op.in_(attrs.ticket_key, ["a,b", 'c"d', "e+f%20", "ü&="]),
            limit=2,
        )
        await tickets.update_by_keys({"ticket_id": ID}, {"ticket_key": "ü"})
        await tickets.remove_by_ids([ID])
    return [lines(request) for request in wire.asked]


async def test_both_transports_send_the_same_requests(wire):
    over_httpx, over_aiohttp = [await requests_over(wire, each) for each in ("httpx", "aiohttp")]
    assert len(over_httpx) == 4
    for ours, theirs in zip(over_aiohttp, over_httpx, strict=True):
        assert (
            httpx.URL(ours[0].split()[1].decode()).params == httpx.URL(theirs[0].split()[1].decode()).params
        )
        assert ours[1:] == theirs[1:]


async def close(writer):
    """Close the connection without a response."""


async def reset(writer):
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


async def truncate(writer):
    writer.write(found(b"[]" + b" " * 100)[:-50])
    await writer.drain()


async def hang(writer):
    await writer.drain()
    await asyncio.Event().wait()


@pytest.mark.parametrize(
    ("response", "fault"),
    [
        (close, httpx.RemoteProtocolError),
        (reset, httpx.ReadError),
        (truncate, httpx.RemoteProtocolError),
        (hang, httpx.ReadTimeout),
        (b"\x16\x03 this is not HTTP\r\n\r\n", httpx.RemoteProtocolError),
    ],
    ids=["closed", "reset", "truncated", "silent", "garbage"],
)
async def test_both_transports_raise_the_same_error_after_sending(wire, client, response, fault):
    wire.response = response
    timeout = httpx.Timeout(60, read=0.2 if response is hang else 60)
    with pytest.raises(fault):
        await client.post(f"{wire.url}/rpc/f", content=b"{}", timeout=timeout)
    for _ in range(10_000):  # a busy server may get to it only after the timeout
        if not wire.asked:
            await asyncio.sleep(0.001)
    assert len(wire.asked) == 1


async def test_a_refused_connection_is_a_connect_error(client):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(httpx.ConnectError):
            await client.get(address_of(held))


async def test_an_ambiguous_rpc_is_not_retried(wire, transport):
    wire.response = close
    policy = RetryPolicy(attempts=4)
    async with create_async_data_access(
        postgrest_url=wire.url, async_transport=transport, retry=policy
    ) as opened:
        with pytest.raises(UnavailableError):
            await opened.Ticket.service.rpc("f", {})
    assert len(wire.asked) == 1


async def test_redirects_are_not_followed_and_cookies_not_kept(wire, client):
    wire.response = found(b"", b"Location: /elsewhere\r\nSet-Cookie: a=b\r\n").replace(
        b"200 OK", b"302 Found"
    )
    responses = [await client.get(f"{wire.url}/tickets") for _ in range(2)]
    assert [response.status_code for response in responses] == [302, 302]
    assert len(wire.asked) == 2
    assert b"cookie" not in wire.asked[1].lower()


async def test_a_connection_is_kept_for_the_next_request(wire, data_access):
    for _ in range(3):
        assert await data_access.Ticket.find_by_id(ID) is None
    assert (len(wire.asked), wire.connections) == (3, 1)


async def test_a_compressed_response_is_read(wire, client):
    wire.response = found(gzip.compress(b"[1]"), b"Content-Encoding: gzip\r\n")
    assert (await client.get(wire.url)).json() == [1]


def test_each_event_loop_has_its_own_connections():
    async def fetch():
        wire = Wire()
        server = await asyncio.start_server(wire, "127.0.0.1", 0)
        client = clients.for_running_loop()
        try:
            return (await client.get(address_of(server.sockets[0]))).json()
        finally:
            await clients.close()
            server.close()

    clients = LoopClients(TIMEOUT, "aiohttp")
    assert [asyncio.run(fetch()) for _ in range(2)] == [[], []]


def test_the_error_names_a_missing_extra(monkeypatch):
    monkeypatch.setattr("spacecat_shared_data_access.config.find_spec", lambda name: None)
    with pytest.raises(ValidationError, match=r"async_transport: .*spacecat-shared-data-access\[aiohttp\]"):
        DataAccessConfig.load(postgrest_url="http://a.test", async_transport="aiohttp")


def test_another_transport_is_refused():
    with pytest.raises(ValidationError, match="async_transport: Input should be 'httpx' or 'aiohttp'"):
        DataAccessConfig.load(postgrest_url="http://a.test", async_transport="requests")
