"""The connections of the asyncio API: what is sent and received, timeouts, errors, TLS and cancellation."""

import asyncio
import errno
import select
import socket
import ssl

import httpcore
import pytest

from spacecat_shared_data_access import create_async_data_access
from spacecat_shared_data_access.postgrest.asyncio_network import AsyncioBackend
from unit.certificates import self_signed_certificate
from unit.helpers import ID

SHORT, FOREVER = 0.01, 60
ROW = f'[{{"id": "{ID}"}}]'.encode()
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
    len(ROW),
    ROW,
)


class Server:
    """A server whose connections the test reads and writes itself."""

    def __init__(self):
        self.accepted = asyncio.Queue()
        self.writers = []

    async def start(self, **settings):
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=1024, **settings)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _accept(self, reader, writer):
        self.writers.append(writer)
        self.accepted.put_nowait((reader, writer))
        if self.responds:
            await self._respond(reader, writer)

    responds = False

    async def _respond(self, reader, writer):
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(RESPONSE)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def stop(self):
        self._server.close()
        for writer in self.writers:
            writer.transport.abort()
        await asyncio.sleep(0)

    @property
    def open_connections(self):
        return [writer for writer in self.writers if not writer.transport.is_closing()]


@pytest.fixture
async def server():
    opened = Server()
    await opened.start()
    yield opened
    await opened.stop()


@pytest.fixture
def tls_file(tmp_path):
    return self_signed_certificate(tmp_path)


@pytest.fixture
async def tls_server(tls_file):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tls_file)
    opened = Server()
    opened.responds = True
    await opened.start(ssl=context)
    yield opened
    await opened.stop()


async def connected(server):
    """Return the client's end of a new connection, and the server's reader and writer."""
    client = await AsyncioBackend().connect_tcp("127.0.0.1", server.port, FOREVER)
    return client, *await server.accepted.get()


def readable(client):
    """Wait, without running the event loop, until the client's socket has something to read."""
    select.select([client.get_extra_info("socket")], [], [], FOREVER)


async def closed(server, count=1):
    while len(server.open_connections) > len(server.writers) - count:  # noqa: ASYNC110 - nothing tells of it
        await asyncio.sleep(0)


class TestReading:
    async def test_what_the_server_sends_is_read_in_pieces_of_at_most_the_requested_size(self, server):
        client, _, writer = await connected(server)
        writer.write(b"abcdef")
        assert [await client.read(4, FOREVER), await client.read(4, FOREVER)] == [b"abcd", b"ef"]
        await client.aclose()

    async def test_the_end_of_the_connection_is_read_as_no_bytes_after_the_rest(self, server):
        client, _, writer = await connected(server)
        writer.write(b"last")
        writer.close()
        assert [await client.read(99, FOREVER) for _ in range(3)] == [b"last", b"", b""]

    async def test_a_server_that_sends_nothing_in_time(self, server):
        client, _, writer = await connected(server)
        with pytest.raises(httpcore.ReadTimeout):
            await client.read(99, SHORT)
        writer.write(b"late")
        assert await client.read(99, None) == b"late"
        await client.aclose()

    async def test_a_connection_that_is_reset(self, server):
        client, _, writer = await connected(server)
        linger = b"\x01\0\0\0\0\0\0\0"  # so that closing sends RST
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()
        with pytest.raises(httpcore.ReadError) as raised:
            await client.read(99, FOREVER)
        assert raised.value.__cause__.errno == errno.ECONNRESET

    async def test_a_server_that_sends_faster_than_its_bytes_are_read_has_to_wait(self, server):
        client, _, writer = await connected(server)
        total = 50_000_000
        writer.write(bytes(total))
        sending = asyncio.ensure_future(writer.drain())
        for _ in range(1000):
            await asyncio.sleep(0)
        assert not sending.done()
        received = 0
        while received < total:
            received += len(await client.read(65_536, FOREVER))
        await sending
        assert received == total
        await client.aclose()


class TestWriting:
    async def test_what_is_written_is_received(self, server):
        client, reader, _ = await connected(server)
        await client.write(b"", FOREVER)
        await client.write(b"abc", FOREVER)
        assert await reader.readexactly(3) == b"abc"
        await client.aclose()

    async def test_a_large_body_waits_until_the_server_reads_it(self, server):
        client, reader, _ = await connected(server)
        total = 50_000_000
        writing = asyncio.ensure_future(client.write(bytes(total), FOREVER))
        for _ in range(1000):
            await asyncio.sleep(0)
        assert not writing.done()
        assert len(await reader.readexactly(total)) == total
        await writing
        await client.aclose()

    async def test_a_server_that_does_not_read_in_time(self, server):
        client, _, _ = await connected(server)
        with pytest.raises(httpcore.WriteTimeout):
            await client.write(bytes(50_000_000), SHORT)
        await client.aclose()

    async def test_a_connection_that_was_closed(self, server):
        client, _, writer = await connected(server)
        writer.close()
        assert await client.read(99, FOREVER) == b""
        with pytest.raises(httpcore.WriteError):
            await client.write(b"abc", FOREVER)

    async def test_a_connection_that_is_closed_while_a_body_is_written(self, server):
        client, _, writer = await connected(server)
        writing = asyncio.ensure_future(client.write(bytes(50_000_000), FOREVER))
        await asyncio.sleep(0)
        writer.transport.abort()
        with pytest.raises(httpcore.WriteError):
            await writing


class TestIdleConnections:
    async def test_an_open_connection_is_not_readable(self, server):
        client, _, _ = await connected(server)
        assert not client.get_extra_info("is_readable")
        await client.aclose()

    @pytest.mark.parametrize("loop_has_noticed", [False, True])
    async def test_a_connection_that_the_server_closed_is_readable(self, server, loop_has_noticed):
        client, _, writer = await connected(server)
        writer.transport.abort()
        await asyncio.sleep(0)
        readable(client)
        if loop_has_noticed:
            for _ in range(10):
                await asyncio.sleep(0)
        assert client.get_extra_info("is_readable")

    async def test_what_a_server_sends_unasked_is_not_the_response_to_the_next_request(self, server):
        too_late = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"
        async with create_async_data_access(postgrest_url=f"http://127.0.0.1:{server.port}") as data_access:
            for is_first in (True, False):
                call = asyncio.ensure_future(data_access.Ticket.find_by_id(ID))
                reader, writer = await server.accepted.get()
                await reader.readuntil(b"\r\n\r\n")
                writer.write(RESPONSE)
                assert (await call).get_id() == ID
                if is_first:
                    writer.write(too_late)
                    await writer.drain()
        assert len(server.writers) == 2

    async def test_addresses_and_socket(self, server):
        client, _, writer = await connected(server)
        assert client.get_extra_info("server_addr") == ("127.0.0.1", server.port)
        assert client.get_extra_info("client_addr") == writer.get_extra_info("peername")
        assert client.get_extra_info("socket").fileno() > 0
        assert client.get_extra_info("ssl_object") is None
        await client.aclose()


class TestConnecting:
    @pytest.fixture
    def addresses(self, monkeypatch):
        """Sets which addresses, each with a port, a host's name has."""

        def resolve_to(*pairs):
            async def getaddrinfo(_loop, _host, _port, **_settings):
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", pair) for pair in pairs]

            monkeypatch.setattr("asyncio.BaseEventLoop.getaddrinfo", getaddrinfo)

        return resolve_to

    @pytest.fixture
    def refusing(self):
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            yield held.getsockname()

    async def test_an_address_that_refuses_is_followed_by_the_next(self, addresses, refusing, server):
        addresses(refusing, ("127.0.0.1", server.port))
        client = await AsyncioBackend().connect_tcp("postgrest.test", 80, FOREVER)
        assert client.get_extra_info("server_addr")[1] == server.port
        await client.aclose()

    async def test_an_address_that_does_not_respond_is_followed_by_the_next(
        self, addresses, refusing, server, monkeypatch
    ):
        connect = asyncio.SelectorEventLoop.sock_connect

        async def sock_connect(loop, opened, address):
            await (asyncio.Event().wait() if address == refusing else connect(loop, opened, address))

        monkeypatch.setattr("asyncio.SelectorEventLoop.sock_connect", sock_connect)
        monkeypatch.setattr(
            "spacecat_shared_data_access.postgrest.asyncio_network._HAPPY_EYEBALLS_DELAY", SHORT
        )
        addresses(refusing, ("127.0.0.1", server.port))
        client = await AsyncioBackend().connect_tcp("postgrest.test", 80, FOREVER)
        assert client.get_extra_info("server_addr")[1] == server.port
        await client.aclose()

    async def test_no_address_accepts(self, addresses, refusing):
        addresses(refusing, ("127.0.0.2", refusing[1]))
        with pytest.raises(httpcore.ConnectError) as raised:
            await AsyncioBackend().connect_tcp("postgrest.test", 80, FOREVER)
        assert raised.value.__cause__.errno == errno.ECONNREFUSED

    async def test_no_connection_in_time(self, addresses, refusing, monkeypatch):
        monkeypatch.setattr(
            "asyncio.SelectorEventLoop.sock_connect", lambda *_arguments: asyncio.Event().wait()
        )
        addresses(refusing)
        with pytest.raises(httpcore.ConnectTimeout):
            await AsyncioBackend().connect_tcp("postgrest.test", 80, SHORT)

    async def test_a_connection_that_the_loop_cannot_use_is_closed(self, server, monkeypatch):
        async def fails(*_arguments, **_settings):
            raise OSError(errno.EMFILE, "Too many open files")

        monkeypatch.setattr("asyncio.BaseEventLoop.create_connection", fails)
        with pytest.raises(httpcore.ConnectError):
            await AsyncioBackend().connect_tcp("127.0.0.1", server.port, FOREVER)
        reader, _ = await server.accepted.get()
        assert await reader.read() == b""


class TestTls:
    def pool(self, context):
        return httpcore.AsyncConnectionPool(ssl_context=context, network_backend=AsyncioBackend())

    async def test_requests_over_a_trusted_connection(self, tls_server, tls_file):
        async with self.pool(ssl.create_default_context(cafile=tls_file)) as pool:
            for _ in range(3):
                response = await pool.request("GET", f"https://localhost:{tls_server.port}/tickets")
                assert response.content == ROW
        assert len(tls_server.writers) == 1

    async def test_the_package_uses_the_certificates_of_the_environment(
        self, tls_server, tls_file, monkeypatch
    ):
        monkeypatch.setenv("SSL_CERT_FILE", str(tls_file))
        monkeypatch.setattr(
            "spacecat_shared_data_access.postgrest.clients.ssl_context",
            lambda: ssl.create_default_context(cafile=tls_file),
        )
        url = f"https://localhost:{tls_server.port}"
        async with create_async_data_access(postgrest_url=url) as data_access:
            found = await asyncio.gather(*(data_access.Ticket.find_by_id(ID) for _ in range(40)))
        assert {each.get_id() for each in found} == {ID}

    async def test_requests_through_the_tunnel_of_a_proxy(self, tls_server, tls_file):
        async def relay(reader, writer):
            while received := await reader.read(65_536):
                writer.write(received)
            writer.close()

        async def connect(reader, writer):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            upstream, downstream = await asyncio.open_connection("127.0.0.1", tls_server.port)
            await asyncio.gather(relay(reader, downstream), relay(upstream, writer), return_exceptions=True)
            for each in (downstream, writer):
                each.transport.abort()
            await asyncio.sleep(0)
            ended.set()

        ended = asyncio.Event()
        async with (
            await asyncio.start_server(connect, "127.0.0.1", 0) as proxy,
            httpcore.AsyncHTTPProxy(
                f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}",
                ssl_context=ssl.create_default_context(cafile=tls_file),
                network_backend=AsyncioBackend(),
            ) as pool,
        ):
            for _ in range(3):
                response = await pool.request("GET", f"https://localhost:{tls_server.port}/tickets")
                assert response.content == ROW
        await ended.wait()
        assert len(tls_server.writers) == 1

    async def test_a_certificate_for_another_host(self, tls_server, tls_file):
        async with self.pool(ssl.create_default_context(cafile=tls_file)) as pool:
            with pytest.raises(httpcore.ConnectError) as raised:
                await pool.request("GET", f"https://127.0.0.1:{tls_server.port}/tickets")
        assert isinstance(raised.value.__context__, ssl.SSLCertVerificationError)

    async def test_a_server_that_does_not_speak_tls(self, server, tls_file):
        server.responds = True
        async with self.pool(ssl.create_default_context(cafile=tls_file)) as pool:
            call = asyncio.ensure_future(pool.request("GET", f"https://localhost:{server.port}/tickets"))
            _, writer = await server.accepted.get()
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            with pytest.raises(httpcore.ConnectError) as raised:
                await call
        assert isinstance(raised.value.__context__, ssl.SSLError)

    async def test_a_handshake_that_takes_too_long(self, server, tls_file):
        client, reader, _ = await connected(server)
        with pytest.raises(httpcore.ConnectTimeout):
            await client.start_tls(ssl.create_default_context(cafile=tls_file), "localhost", SHORT)
        await reader.read()  # the client's end is closed


class TestCancellation:
    """Wherever a call is cancelled, its connection is closed or can be used again."""

    @pytest.mark.parametrize("scheme", ["http", "https"])
    async def test_at_any_await(self, scheme, server, tls_server, tls_file, monkeypatch):
        used = {"http": server, "https": tls_server}[scheme]
        used.responds = True
        monkeypatch.setattr(
            "spacecat_shared_data_access.postgrest.clients.ssl_context",
            lambda: ssl.create_default_context(cafile=tls_file),
        )
        url = f"{scheme}://localhost:{used.port}"
        outcomes = []
        while asyncio.CancelledError not in outcomes or outcomes[-1] is asyncio.CancelledError:
            async with create_async_data_access(postgrest_url=url) as data_access:
                outcomes.append(await cancelled(data_access.Ticket.find_by_id(ID), len(outcomes)))
                found = await asyncio.gather(*(data_access.Ticket.find_by_id(ID) for _ in range(3)))
                assert {each.get_id() for each in found} == {ID}
                pool = data_access._service._client()._transport
                assert (pool._busy, pool._free._value) == (set(), 32)
                assert len(pool.transports) <= 4
            await closed(used, len(used.writers))

    async def test_twice(self, server):
        server.responds = True
        async with create_async_data_access(postgrest_url=f"http://127.0.0.1:{server.port}") as data_access:
            for steps in range(60):
                task = asyncio.ensure_future(data_access.Ticket.find_by_id(ID))
                for _ in range(steps):
                    await asyncio.sleep(0)
                task.cancel()
                await asyncio.sleep(0)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            pool = data_access._service._client()._transport
            assert (pool._busy, pool._free._value) == (set(), 32)
            found = await asyncio.gather(*(data_access.Ticket.find_by_id(ID) for _ in range(40)))
            assert {each.get_id() for each in found} == {ID}
        await closed(server, len(server.writers))


async def cancelled(call, steps):
    """Cancel a call after some steps of the event loop. Return the class of its outcome."""
    task = asyncio.ensure_future(call)
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    return type((await asyncio.gather(task, return_exceptions=True))[0])
