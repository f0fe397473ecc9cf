import asyncio
import gc
import logging
import os
import pickle
import socket
import stat
import subprocess
import sys
import threading
import warnings
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
import respx

from patience import PATIENCE
from spacecat_shared_data_access import (
    DataAccess,
    DataAccessError,
    RetryPolicy,
    UnavailableError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest.clients import LoopClients, shared_clients
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import ID, URL, maybe_await

TIMEOUT = {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 5.0}


async def close(data_access):
    if isinstance(data_access, DataAccess):
        data_access.close()
    else:
        await data_access.aclose()


@pytest.fixture
async def injected(http_client_class):
    client = http_client_class(timeout=99, headers={"X-Mine": "1"})
    yield client
    await maybe_await(client.close() if isinstance(client, httpx.Client) else client.aclose())


async def test_timeouts_are_set_on_every_request(data_access, server):
    await maybe_await(data_access.Ticket.all())
    assert server.last.extensions["timeout"] == TIMEOUT


async def test_timeouts_are_those_of_the_configuration(opened, server):
    data_access = opened(connect_timeout=1, read_timeout=2.5, pool_timeout=3)
    await maybe_await(data_access.Ticket.all())
    assert server.last.extensions["timeout"] == {"connect": 1.0, "read": 2.5, "write": 2.5, "pool": 3.0}


async def test_an_injected_client_gets_the_same_timeouts(opened, server, injected):
    await maybe_await(opened(client=injected).Ticket.all())
    assert server.last.extensions["timeout"] == TIMEOUT
    assert server.last.headers["X-Mine"] == "1"


async def test_an_injected_client_is_neither_closed_nor_changed(create, server, injected):
    before = (dict(injected.headers), injected.base_url, injected.timeout, injected.follow_redirects)
    data_access = create(postgrest_url=URL, postgrest_api_key="key", client=injected)
    await maybe_await(data_access.Ticket.all())
    await maybe_await(data_access.services.postgrest_client.from_("x").select("*").execute())
    await close(data_access)
    assert not injected.is_closed
    assert (dict(injected.headers), injected.base_url, injected.timeout, injected.follow_redirects) == before


async def test_an_injected_client_that_follows_redirects_does_not_follow_them_for_us(
    opened, server, http_client_class
):
    client = http_client_class(follow_redirects=True)
    server.respond_with(httpx.Response(302, headers={"Location": "http://elsewhere.test"}), [])
    with pytest.raises(DataAccessError):
        await maybe_await(opened(client=client).Ticket.all())
    assert len(server.requests) == 1
    await maybe_await(client.close() if isinstance(client, httpx.Client) else client.aclose())


async def test_a_closed_injected_client_is_a_clear_error(opened, server, http_client_class):
    client = http_client_class()
    await maybe_await(client.close() if isinstance(client, httpx.Client) else client.aclose())
    with pytest.raises(DataAccessError, match=r"^The HTTP client is closed$") as raised:
        await maybe_await(opened(client=client).Ticket.all())
    assert isinstance(raised.value.cause, RuntimeError)


async def test_use_after_close_is_a_clear_error(create, server):
    data_access = create(postgrest_url=URL)
    await close(data_access)
    with pytest.raises(DataAccessError, match=r"^The data access is closed$"):
        await maybe_await(data_access.Ticket.find_by_id(ID))
    assert server.requests == []


async def test_closing_twice_is_harmless(create, server):
    data_access = create(postgrest_url=URL)
    await maybe_await(data_access.Ticket.all())
    await close(data_access)
    await close(data_access)


async def test_closing_an_unused_data_access_is_harmless(create):
    await close(create(postgrest_url=URL))


async def test_the_postgrest_client_of_a_closed_data_access_is_a_clear_error(create, server):
    data_access = create(postgrest_url=f"{URL}/closed")
    await close(data_access)
    with pytest.raises(DataAccessError, match=r"^The data access is closed$"):
        _ = data_access.services.postgrest_client


async def test_the_postgrest_client_sends_with_our_headers_through_our_client(opened, server, injected):
    data_access = opened(client=injected, postgrest_api_key="key", postgrest_schema="main")
    client = data_access.services.postgrest_client
    assert client.session is injected
    await maybe_await(client.from_("other_things").select("*").eq("a", "b").execute())
    sent = server.last
    assert str(sent.url) == f"{URL}/other_things?select=%2A&a=eq.b"
    assert (sent.headers["apikey"], sent.headers["Authorization"]) == ("key", "Bearer key")
    assert sent.headers["Accept-Profile"] == "main"
    assert sent.headers["X-Client-Info"].startswith("spacecat-shared-data-access/")


async def test_the_postgrest_client_shares_the_http_client(data_access, server):
    session = data_access.services.postgrest_client.session
    assert data_access.services.postgrest_client.session is session
    assert data_access._service._client() is session


async def test_closing_the_postgrest_client_leaves_the_data_access_open(opened, server, injected):
    data_access = opened(client=injected)
    await maybe_await(data_access.services.postgrest_client.aclose())
    assert not injected.is_closed


async def test_the_postgrest_client_has_the_timeouts_of_the_configuration(data_access, server):
    await maybe_await(data_access.services.postgrest_client.from_("x").select("*").execute())
    assert server.last.extensions["timeout"] == TIMEOUT


def test_equal_configurations_share_a_client_until_the_last_is_closed(server):
    # A configuration that no other test has: a data access that is not collected yet would keep the client open.
    settings = {"postgrest_url": URL, "postgrest_headers": {"X-Caller": "two"}}
    first, second = create_data_access(settings), create_data_access(settings)
    client = first.services.postgrest_client.session
    assert second.services.postgrest_client.session is client
    first.close()
    assert not client.is_closed
    second.Ticket.all()
    second.close()
    assert client.is_closed


def test_different_configurations_have_their_own_clients():
    with (
        create_data_access(postgrest_url=URL) as one,
        create_data_access(postgrest_url=URL, postgrest_api_key="key") as other,
    ):
        assert one.services.postgrest_client.session is not other.services.postgrest_client.session


def test_a_new_client_is_created_after_one_was_closed(server):
    for _ in range(2):
        with create_data_access(postgrest_url=URL) as data_access:
            assert data_access.Ticket.all() == []


def test_threads_share_one_client(server):
    with create_data_access(postgrest_url=URL) as data_access:
        seen = []
        threads = [
            threading.Thread(target=lambda: seen.append(data_access.services.postgrest_client.session))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(seen) == 8
        assert len({id(client) for client in seen}) == 1


def test_one_data_access_serves_two_event_loops_in_a_row():
    with respx.mock(base_url=URL) as router:
        router.get("/tickets").respond(json=[])
        data_access = create_async_data_access(postgrest_url=URL)
        sessions = []

        async def main():
            sessions.append(data_access.services.postgrest_client.session)
            return await data_access.Ticket.all()

        assert asyncio.run(main()) == []
        assert asyncio.run(main()) == []
        assert sessions[0] is not sessions[1]


class Empty(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *_arguments):
        pass


@contextmanager
def real_server(handler=Empty):
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http_server:
        http_server.daemon_threads = True
        thread = threading.Thread(target=http_server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{http_server.server_port}"
        finally:
            http_server.shutdown()
            thread.join()


@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
def test_finished_event_loops_leave_nothing_behind(transport):
    with real_server() as url:
        data_access = create_async_data_access(postgrest_url=url, async_transport=transport)
        sessions = []

        async def main():
            sessions.append(data_access.services.postgrest_client.session)
            return await data_access.Ticket.all()

        for _ in range(5):
            assert asyncio.run(main()) == []
        gc.collect()  # an open connection would warn here, and warnings are errors
        assert all(session.is_closed for session in sessions)
        assert len(data_access._service._own._open) <= 1


def test_the_client_of_another_loop_stays_open_until_that_loop_ends():
    with real_server() as url:
        data_access = create_async_data_access(postgrest_url=url)

        async def main():
            await data_access.Ticket.all()
            return data_access.services.postgrest_client.session

        with asyncio.Runner() as first:
            session = first.run(main())
            asyncio.run(main())
            assert not session.is_closed
            assert first.run(main()) is session
        assert session.is_closed


def test_an_unclosed_data_access_is_closed_with_its_loop():
    with real_server() as url:

        async def main():
            data_access = create_async_data_access(postgrest_url=url)
            await data_access.Ticket.all()
            return data_access.services.postgrest_client.session

        session = asyncio.run(main())
        gc.collect()
        assert session.is_closed


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
class TestFork:
    @staticmethod
    def in_child(check):
        """Run a check in a forked process, and return its output."""
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # 3.12: the process has threads
            child = os.fork()
        if child == 0:
            try:
                os.write(writing, str(check()).encode())
            except BaseException as error:  # noqa: BLE001 - reported to the parent
                os.write(writing, repr(error).encode())
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as said:
            text = said.read()
        os.waitpid(child, 0)
        return text

    def test_a_forked_process_has_its_own_client(self):
        with real_server() as url, create_data_access(postgrest_url=url) as data_access:
            data_access.Ticket.all()
            mine = data_access.services.postgrest_client.session

            def check():
                session = data_access.services.postgrest_client.session
                found = data_access.Ticket.all()
                return session is not mine, found, data_access.services.postgrest_client.session is session

            assert self.in_child(check) == "(True, [], True)"
            assert data_access.services.postgrest_client.session is mine
            assert data_access.Ticket.all() == []

    def test_closing_in_the_child_leaves_the_parents_client_open(self):
        with real_server() as url, create_data_access(postgrest_url=url) as data_access:
            data_access.Ticket.all()
            mine = data_access.services.postgrest_client.session

            def check():
                data_access.close()
                return mine.is_closed

            assert self.in_child(check) == "False"
            assert data_access.Ticket.all() == []

    def test_a_lock_held_during_a_fork_does_not_block_the_child(self):
        with real_server() as url, create_data_access(postgrest_url=url) as data_access, shared_clients._lock:
            assert self.in_child(data_access.Ticket.all) == "[]"

    def test_a_forked_process_has_its_own_event_loop_and_client(self):
        with real_server() as url:
            data_access = create_async_data_access(postgrest_url=url)

            async def main():
                await data_access.Ticket.all()
                return id(data_access.services.postgrest_client.session)

            with asyncio.Runner() as runner:
                mine = runner.run(main())
                assert self.in_child(lambda: asyncio.run(main()) != mine) == "True"
                assert runner.run(main()) == mine


class Thawed(Empty):
    """Responds once on each connection, and closes it at the next request."""

    def handle_one_request(self):
        if hasattr(self, "command"):
            self.rfile.readline()  # reads the request, but does not respond
            self.close_connection = True
        else:
            super().handle_one_request()


class TestThaw:
    """After a freeze, the connections of a process are dead, which it notices when it writes."""

    @pytest.fixture
    async def thawed(self, create):
        with real_server(Thawed) as url:
            data_access = create(postgrest_url=url, retry=RetryPolicy(base_delay=0))
            await maybe_await(data_access.Ticket.all())
            yield data_access
            await close(data_access)

    async def test_a_read_is_retried(self, thawed, caplog):
        assert await maybe_await(thawed.Ticket.all()) == []
        assert caplog.messages == ["GET tickets: RemoteProtocolError; attempt 2 of 4 in 0.00 s"]

    async def test_a_delete_that_returns_rows_is_not_retried(self, thawed):
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(thawed.OAuthNonce.delete(nonce="n"))
        assert (raised.value.attempts, raised.value.in_doubt) == (1, True)


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("top\nsecret", id="line end"),
        pytest.param("top\x00secret", id="null"),
    ],
)
def test_a_key_that_no_header_can_hold_is_never_shown(key):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with pytest.raises(DataAccessError) as raised:
            _ask(url, key)
    assert b"secret" not in pickle.dumps(raised.value)
    assert "secret" not in str(raised.value.cause and raised.value.cause.cause)


def test_a_key_that_is_not_ascii_is_a_clear_error(server):
    with pytest.raises(DataAccessError):
        _ask(URL, "schlüssel")


def test_an_empty_key_is_no_key():
    with real_server() as url:
        assert _ask(url, "") == []


def _ask(url, key):
    with create_data_access(postgrest_url=url, postgrest_api_key=key) as data_access:
        return data_access.Ticket.all()


@pytest.mark.parametrize(
    "host", ["postgrest.test", "POSTGREST.TEST", "127.0.0.1", "[::1]", "localhost", "xn--bcher-kva.test"]
)
async def test_the_log_line_of_httpx_shows_no_query(create, caplog, host):
    caplog.set_level(logging.INFO, logger="httpx")
    with respx.mock as router:
        router.route().respond(json=[])
        data_access = create(postgrest_url=f"http://{host}:8080")
        await maybe_await(data_access.Ticket.all({"ticket_key": "looked-for"}))
        await close(data_access)
    (line,) = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert "looked-for" not in line
    assert f"http://{host.lower()}:8080/tickets " in line


def test_log_lines_of_other_hosts_are_unchanged(server, caplog, data_access):
    caplog.set_level(logging.INFO, logger="httpx")
    httpx.get("http://elsewhere.test/a?b=c")
    assert "http://elsewhere.test/a?b=c" in caplog.messages[0]
    logging.getLogger("httpx").info("%(name)s", {"name": "by name"})
    assert caplog.messages[1] == "by name"


async def test_each_request_is_logged_for_debugging_without_its_query(data_access, server, caplog):
    caplog.set_level(logging.DEBUG, logger="spacecat_shared_data_access")
    await maybe_await(data_access.Ticket.all({"ticket_key": "looked-for"}))
    (record,) = caplog.records
    assert record.getMessage().startswith("GET /tickets: 200 in ")
    assert record.levelno == logging.DEBUG
    assert "looked-for" not in caplog.text


async def test_every_request_has_a_user_agent(opened, server):
    await maybe_await(opened(postgrest_headers={"X-Trace": "7"}).Ticket.all())
    assert server.last.headers["X-Trace"] == "7"
    assert server.last.headers["X-Client-Info"].startswith("spacecat-shared-data-access/")


async def test_a_header_is_sent_once_in_any_case(opened, server):
    data_access = opened(postgrest_headers={"AUTHORIZATION": "Bearer other", "x-Client-info": "mine"})
    await maybe_await(data_access.Ticket.all())
    await maybe_await(data_access.services.postgrest_client.from_("x").select("*").execute())
    for request in server.requests:
        assert request.headers.get_list("Authorization") == ["Bearer other"]
        assert request.headers.get_list("X-Client-Info") == ["mine"]


async def test_a_database_function_is_called(data_access, server, api):
    server.respond_with({"granted": True}, httpx.Response(204))
    service = data_access._service

    async def both():
        return await service.rpc("grant", {"site": ID}), await service.rpc("void", {})

    result = run_sync(both()) if api == "blocking" else await both()
    assert result == ({"granted": True}, None)
    assert server.paths == ["/rpc/grant", "/rpc/void"]


def test_a_runtime_error_of_the_transport_keeps_its_cause(server):
    server.respond_with(RuntimeError("Event loop is closed"))
    with create_data_access(postgrest_url=URL) as data_access, pytest.raises(DataAccessError) as raised:
        data_access.Ticket.all()
    assert str(raised.value.cause) == "Event loop is closed"
    assert not isinstance(raised.value, UnavailableError)


async def test_cookies_are_not_kept(opened, server):
    # The first would break every later request: a header's value is ASCII.
    server.respond_with(
        httpx.Response(200, headers=[("Set-Cookie", b"a=\xff"), ("Set-Cookie", b"b=1")], json=[])
    )
    data_access = opened()
    for _ in range(2):
        assert await maybe_await(data_access.Ticket.all()) == []
        assert "Cookie" not in server.last.headers


class TestGarbage:
    """Unclosed data accesses release the shared client when they are collected, and the last one closes it."""

    @staticmethod
    def client_of(data_access):
        return data_access._service._client()

    def test_unclosed_data_accesses_leave_no_connection_open(self):
        with real_server() as url:
            before = connections_to(url)
            for number in range(20):
                data_access = create_data_access(postgrest_url=url, postgrest_api_key=f"user-{number}")
                assert data_access.Ticket.all() == []
            del data_access
            gc.collect()  # an unclosed connection would warn, and warnings are errors
            assert connections_to(url) == before == 0

    @pytest.mark.usefixtures("server")
    def test_the_client_is_closed_with_the_last_data_access_that_is_collected(self):
        settings = {
            "postgrest_url": URL,
            "postgrest_headers": {"X-Caller": "the last one"},
        }  # of this test alone
        first, second = create_data_access(settings), create_data_access(settings)
        transport = closed_transport(self.client_of(first))
        assert self.client_of(second) is self.client_of(first)
        del first
        gc.collect()
        assert second.Ticket.all() == []
        assert transport.closed == 0
        del second
        gc.collect()
        assert transport.closed == 1

    @pytest.mark.usefixtures("server")
    def test_a_collected_data_access_does_not_keep_the_client_open(self):
        settings = {"postgrest_url": URL, "postgrest_headers": {"X-Caller": "a collected one"}}  # as above
        first, second = create_data_access(settings), create_data_access(settings)
        client = self.client_of(first)
        assert self.client_of(second) is client
        del first
        gc.collect()
        second.close()
        assert client.is_closed

    def test_the_postgrest_client_keeps_the_http_client_open(self):
        with real_server() as url:
            client = create_data_access(postgrest_url=url).services.postgrest_client
            gc.collect()
            assert client.from_("x").select("*").execute().data == []
            del client
            gc.collect()
            assert connections_to(url) == 0

    def test_a_model_keeps_the_http_client_open(self, server):
        server.respond_with([{"id": ID, "ticket_key": "K"}])
        ticket = create_data_access(postgrest_url=URL).Ticket.find_by_id(ID)
        gc.collect()
        assert len(ticket.collection.all()) == 1

    @pytest.mark.usefixtures("server")
    def test_an_object_whose_finalizer_closes_it_can_be_collected_at_any_time(self):
        class Closing:
            def __init__(self):
                self.data_access = create_data_access(postgrest_url=URL)
                self.data_access.Ticket.all()
                self.itself = self

            def __del__(self):
                self.data_access.close()

        Closing()
        with shared_clients._lock:
            gc.collect()

    def test_threads_that_create_and_drop_data_accesses_do_not_interfere(self):
        failures = []
        with real_server() as url:

            def make_and_drop():
                try:
                    for _ in range(20):
                        assert create_data_access(postgrest_url=url).Ticket.all() == []
                except Exception as error:  # noqa: BLE001 - reported to the test
                    failures.append(error)

            threads = [threading.Thread(target=make_and_drop) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            gc.collect()
            assert failures == []
            assert connections_to(url) == 0

    def test_an_asynchronous_data_access_is_closed_while_its_loop_runs(self):
        async def use(url):
            data_access = create_async_data_access(postgrest_url=url)
            await data_access.Ticket.all()
            return data_access.services.postgrest_client.session

        async def main(url):
            sessions = [await use(url) for _ in range(5)]
            gc.collect()
            for _ in range(20):  # the loop closes them in tasks
                await asyncio.sleep(0)
            assert all(session.is_closed for session in sessions)

        with real_server() as url:
            asyncio.run(main(url))

    def test_a_process_that_closes_nothing_ends_without_warnings(self):
        program = """
import sys, threading
from spacecat_shared_data_access import create_data_access
data_access = create_data_access(postgrest_url=sys.argv[1])
data_access.Ticket.all()
threading.Thread(target=data_access.Ticket.all).start()
"""
        with real_server() as url:
            ran = subprocess.run(  # noqa: S603 - our own code
                [sys.executable, "-X", "dev", "-W", "error", "-c", program, url],
                capture_output=True,
                text=True,
                check=True,
                timeout=PATIENCE,
            )
        assert ran.stderr == ""

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
    def test_a_client_dropped_in_a_forked_process_stays_open_in_its_parent(self):
        with real_server() as url:
            held = [create_data_access(postgrest_url=url)]
            assert held[0].Ticket.all() == []
            transport = closed_transport(self.client_of(held[0]))

            def check():
                held.clear()
                gc.collect()
                return transport.closed

            assert TestFork.in_child(check) == "0"
            assert held[0].Ticket.all() == []


def closed_transport(client):
    """Count the times that the connections of a client are closed."""
    transport = client._transport
    transport.closed = 0
    close = transport.close

    def counted():
        transport.closed += 1
        close()

    transport.close = counted
    return transport


def connections_to(url):
    """Return how many descriptors of this process are connected to a server."""
    port = httpx.URL(url).port
    count = 0
    descriptors = Path("/proc/self/fd")
    for each in list(descriptors.iterdir()) if descriptors.exists() else ():
        descriptor = int(each.name)
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                with socket.socket(fileno=os.dup(descriptor)) as held:
                    is_internet = held.family in {socket.AF_INET, socket.AF_INET6}
                    count += is_internet and held.getpeername()[1] == port
        except OSError:  # it was closed meanwhile, or is not connected
            continue
    return count


def test_two_threads_can_clean_up_concurrently():
    clients = LoopClients(httpx.Timeout(5))

    class Closed:
        """A loop that another thread removes while this one checks it."""

        def is_closed(self):
            clients._open.pop(self, None)
            return True

    async def main():
        clients._open[Closed()] = None
        clients.for_running_loop()
        await clients.close()

    asyncio.run(main())
    assert clients._open == {}
