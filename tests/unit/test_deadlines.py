"""An attempt ends at the deadline, even if the server keeps responding slowly."""

import asyncio
import itertools
import ssl

import httpcore
import httpx
import pytest

from spacecat_shared_data_access import (
    RetryPolicy,
    UnavailableError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest.cancellation import send
from spacecat_shared_data_access.postgrest.deadline import deadline_scope, seconds_left
from spacecat_shared_data_access.postgrest.timed_network import DeadlineBackend, apply_deadlines
from unit.helpers import URL, maybe_await

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n"
POLICY = RetryPolicy(deadline=10)


class Drip(httpcore.NetworkStream):
    """A connection on which every read takes a second and returns one piece."""

    def __init__(self, ticks, pieces):
        self._ticks = ticks
        self._pieces = iter(pieces)
        self.timeouts = []
        self.closed = False

    def read(self, _max_bytes, timeout):
        self.timeouts.append(timeout)
        if timeout < 1:
            self._ticks.advance(timeout)
            raise httpcore.ReadTimeout
        self._ticks.advance(1)
        return next(self._pieces)

    def write(self, _buffer, timeout):
        self.timeouts.append(timeout)

    def close(self):
        self.closed = True

    def get_extra_info(self, _info):
        return None


def drops_of(content):
    return [content[place : place + 1] for place in range(len(content))]


def test_a_nested_deadline_does_not_extend_the_outer_one(ticks):
    with deadline_scope(ticks.now + 3):
        with deadline_scope(ticks.now + 30):
            assert seconds_left() == 3
        with deadline_scope(ticks.now + 1):
            assert seconds_left() == 1
        assert seconds_left() == 3


@pytest.mark.usefixtures("cinema_entities", "waits")
class TestAttempts:
    async def test_no_wait_goes_past_it(self, opened, server, waits):
        films = opened(retry=RetryPolicy(attempts=10, deadline=5)).Film
        server.respond_with(httpx.Response(429, headers={"Retry-After": "2"}))
        with pytest.raises(UnavailableError, match=r"after 3 attempts"):
            await maybe_await(films.all())
        assert waits == [2.1, 2.2]

    async def test_each_attempt_gets_no_more_than_what_is_left(self, opened, server, ticks):
        films = opened(retry=RetryPolicy(deadline=12)).Film
        timeouts = []

        def slow(request):
            timeouts.append(request.extensions["timeout"])
            ticks.advance(7)
            raise httpx.ReadTimeout("slow")

        server.respond_with(slow)
        with pytest.raises(UnavailableError):
            await maybe_await(films.all())
        assert timeouts[0] == {"connect": 5.0, "read": 12, "write": 12, "pool": 5.0}
        assert timeouts[1] == pytest.approx({"connect": 4.9, "read": 4.9, "write": 4.9, "pool": 4.9})
        assert len(timeouts) == 2

    async def test_without_time_nothing_is_sent(self, opened, server, ticks):
        films = opened(retry=RetryPolicy()).Film
        with deadline_scope(ticks.now), pytest.raises(UnavailableError) as raised:
            await maybe_await(films.all())
        assert str(raised.value.cause) == "No time is left for a request"
        assert server.requests == []


class TestBlocking:
    @pytest.fixture
    def ask(self, monkeypatch, ticks):
        """Call a slow server, and return the elapsed seconds and the connection."""

        def ask(pieces, connecting=0.0):
            stream = Drip(ticks, pieces)

            def connect_tcp(*_arguments):
                ticks.advance(connecting)
                return stream

            monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_tcp)
            with create_data_access(postgrest_url=URL, retry=POLICY) as data_access:
                start = ticks.now
                with pytest.raises(UnavailableError) as raised:
                    data_access.Ticket.all()
            assert str(raised.value.cause) == "No response from the server: ReadTimeout"
            return ticks.now - start, stream

        return ask

    @pytest.mark.parametrize(
        "pieces",
        [
            drops_of(HEAD),
            [HEAD, *drops_of(b"[" + b" " * 39)],
            itertools.chain([HEAD[:-2]], itertools.repeat(b"X-Drip: 1\r\n")),
            itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
        ],
        ids=["its head drips", "its body drips", "its head has no end", "it never comes to the point"],
    )
    def test_a_slow_response_is_cut_off(self, ask, pieces):
        seconds, stream = ask(pieces)
        assert seconds == 10
        assert stream.closed

    def test_connecting_counts_towards_the_deadline(self, ask):
        seconds, stream = ask(drops_of(HEAD), connecting=4.5)
        assert seconds == pytest.approx(10)
        assert stream.timeouts[:3] == [5.5, 5.5, 4.5]

    def test_nothing_is_read_when_no_time_is_left(self, ask):
        seconds, stream = ask([HEAD, b"[" * 39, b"["], connecting=9.5)
        assert seconds == pytest.approx(10)
        assert stream.timeouts == [0.5, 0.5]

    def test_a_tls_connection_respects_the_deadline(self, ticks):
        class Secured(Drip):
            def start_tls(self, _context, _name=None, timeout=None):
                self.timeouts.append(timeout)
                return self

        class Network(httpcore.NetworkBackend):
            def connect_tcp(self, *_arguments):
                return secured

        secured = Secured(ticks, [b"a"])
        with deadline_scope(ticks.now + 3):
            stream = DeadlineBackend(Network()).connect_tcp("postgrest.test", 443, 5)
            stream = stream.start_tls(ssl.create_default_context(), "postgrest.test", 5)
            stream.read(1, 5)
        assert secured.timeouts == [3, 3]

    def test_a_response_in_time_is_read_completely(self, monkeypatch, ticks):
        content = b"[" + b" " * 38 + b"]"
        stream = Drip(ticks, [HEAD[:9], HEAD[9:], content[:20], content[20:]])
        monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda *_arguments: stream)
        with create_data_access(postgrest_url=URL, retry=POLICY) as data_access:
            assert data_access.Ticket.all() == []

    def test_sending_a_long_request_respects_the_deadline(self, monkeypatch, ticks):
        class Slow(Drip):
            def write(self, buffer, timeout):
                self.timeouts.append(timeout)
                if len(buffer) > 65_536 or timeout < 4:
                    ticks.advance(timeout)
                    raise httpcore.WriteTimeout
                ticks.advance(4)

        stream = Slow(ticks, [])
        monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda *_arguments: stream)
        with create_data_access(postgrest_url=URL, retry=POLICY) as data_access:
            with pytest.raises(UnavailableError) as raised:
                data_access.Organization.create({"name": "x" * 200_000})
            assert str(raised.value.cause) == "No response from the server: WriteTimeout"
        assert stream.timeouts == [10, 6, 2]

    @pytest.mark.parametrize("part", ["_pool", "_network_backend"])
    def test_an_unknown_httpx_version_is_left_unchanged(self, monkeypatch, caplog, part):
        with httpx.Client() as client:
            transport = client._transport
            with monkeypatch.context() as otherwise:
                otherwise.delattr(transport if part == "_pool" else transport._pool, part)
                apply_deadlines(client)
        assert "cannot be held to deadlines within a read" in caplog.messages[0]
        assert part in caplog.messages[0]

    def test_connections_through_a_proxy_of_the_environment_respect_the_deadline(self, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", "http://proxy.test:3128")
        with create_data_access(postgrest_url=URL) as data_access:
            client = data_access._service._client()
            transport = client._transport_for_url(httpx.URL(URL))
            assert transport is not client._transport
            assert isinstance(transport._pool._network_backend, DeadlineBackend)

    def test_an_injected_client_is_checked_between_reads(self, ticks):
        class Body(httpx.SyncByteStream):
            closed = False

            def __iter__(self):
                while True:
                    ticks.advance(3)
                    yield b" "

            def close(self):
                self.closed = True

        body = Body()
        transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=body))
        with (
            httpx.Client(transport=transport) as client,
            create_data_access(postgrest_url=URL, client=client, retry=POLICY) as data_access,
            pytest.raises(UnavailableError),
        ):
            data_access.Ticket.all()
        assert ticks.now == 1_012
        assert body.closed


@pytest.mark.usefixtures("ticks")
class TestAsyncio:
    # The clock of the event loop cannot be frozen, but the one that deadlines are computed by can: an attempt has
    # all of this time, however busy the machine is.
    POLICY = RetryPolicy(attempts=1, deadline=0.02)

    class Body(httpx.AsyncByteStream):
        def __init__(self):
            self.closed = False

        async def __aiter__(self):
            while True:
                await asyncio.sleep(0)
                yield b" "

        async def aclose(self):
            self.closed = True

    async def ask(self, transport):
        async with (
            httpx.AsyncClient(transport=transport) as client,
            create_async_data_access(postgrest_url=URL, client=client, retry=self.POLICY) as data_access,
        ):
            with pytest.raises(UnavailableError) as raised:
                await maybe_await(data_access.Ticket.all())
            assert str(raised.value.cause) == "No response from the server: ReadTimeout"
            assert isinstance(raised.value.cause.cause, httpx.ReadTimeout)

    async def test_a_response_that_never_arrives_is_not_awaited(self):
        async def never(_request):
            await asyncio.Event().wait()

        await self.ask(httpx.MockTransport(never))

    async def test_a_slow_response_is_cut_off(self):
        body = self.Body()
        await self.ask(httpx.MockTransport(lambda request: httpx.Response(200, stream=body)))
        assert body.closed

    async def test_an_unknown_httpx_version_is_still_used(self):
        class Later(httpx.AsyncClient):
            @property
            def _transport_for_url(self):
                raise AttributeError("_transport_for_url")

            async def send(self, request, **_options):
                return httpx.Response(200, request=request)

        async with Later() as client:
            assert (await send(client, client.build_request("GET", URL), 5)).status_code == 200

    async def test_a_cancelled_call_raises_cancelled_error(self):
        started = asyncio.Event()

        async def never(_request):
            started.set()
            await asyncio.Event().wait()

        async with (
            httpx.AsyncClient(transport=httpx.MockTransport(never)) as client,
            create_async_data_access(postgrest_url=URL, client=client) as data_access,
        ):
            call = asyncio.create_task(data_access.Ticket.all())
            await started.wait()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
