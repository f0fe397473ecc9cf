"""The fault-injecting proxy itself: what a client sees of each fault, and what the server sees."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from faults.fault_types import (
    Close,
    CloseIdle,
    Delay,
    Drip,
    Garble,
    Hold,
    Outage,
    Pass,
    Reply,
    Reset,
    Stall,
    Truncate,
)
from faults.plans import Chaos, Script
from faults.proxy import FaultProxy
from faults.wire import Request
from patience import PATIENCE


class Echo(BaseHTTPRequestHandler):
    """Responds with the request that it received."""

    protocol_version = "HTTP/1.1"

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        said = {
            "method": self.command,
            "target": self.path,
            "body": body.decode(),
            "x": self.headers["X-Mine"],
        }
        self.server.asked.append(said)
        response = json.dumps(said).encode()
        self.send_response(201)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Answer", "yes")
        self.send_header("Content-Length", str(len(response)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response)

    do_GET = do_HEAD = do_POST = do_PATCH = do_DELETE = handle_any  # noqa: N815 - the library's names

    def log_message(self, *_arguments):
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as made:
        made.daemon_threads = True
        made.asked = []
        thread = threading.Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def proxy(server) -> Iterator[FaultProxy]:
    server.asked.clear()
    with FaultProxy(f"http://127.0.0.1:{server.server_port}") as made:
        yield made


@pytest.fixture
def client(proxy) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=proxy.url, timeout=PATIENCE) as made:
        yield made


class TestPassing:
    def test_requests_and_answers_stay_as_they_are(self, server, client):
        response = client.post("/a%2Fb?c=in.(%22d%22)&e", content="ö" * 100_000, headers={"X-Mine": "7"})
        assert (response.status_code, response.headers["X-Answer"]) == (201, "yes")
        expected = {"method": "POST", "target": "/a%2Fb?c=in.(%22d%22)&e", "body": "ö" * 100_000, "x": "7"}
        assert response.json() == expected
        assert server.asked == [expected]

    @pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE", "HEAD"])
    def test_every_method(self, client, method):
        response = client.request(method, "/")
        assert response.status_code == 201
        assert method == "HEAD" or response.json()["method"] == method

    def test_a_connection_is_kept_alive(self, proxy, client):
        for _ in range(3):
            client.get("/")
        assert proxy.connections() == 1

    def test_what_came_is_counted(self, proxy, client):
        proxy.script.next("GET", "/", Reset())
        with pytest.raises(httpx.ReadError):
            client.get("/?a")
        client.get("/?b")
        assert [(seen.request.target, seen.response is None) for seen in proxy.seen] == [
            ("/?a", True),
            ("/?b", False),
        ]
        assert proxy.counts() == {"Reset": 1, "Pass": 1}


class TestFaults:
    @pytest.mark.parametrize(
        ("fault", "error", "executed"),
        [
            (Reset(), httpx.ReadError, False),
            (Reset(executed=True), httpx.ReadError, True),
            (Close(), httpx.RemoteProtocolError, False),
            (Close(executed=True), httpx.RemoteProtocolError, True),
            (Truncate(), httpx.RemoteProtocolError, True),
            (Truncate(rudely=True), httpx.ReadError, True),
        ],
        ids=str,
    )
    def test_a_broken_connection(self, proxy, client, server, fault, error, executed):
        proxy.script.next("POST", "/", fault)
        with pytest.raises(error):
            client.post("/", content="x")
        assert len(server.asked) == executed
        assert client.post("/").status_code == 201

    @pytest.mark.parametrize("executed", [False, True])
    def test_no_answer_in_time(self, proxy, server, executed):
        proxy.script.next("POST", "/", Stall(executed=executed))
        timeout = httpx.Timeout(60, read=0.1)
        with httpx.Client(base_url=proxy.url, timeout=timeout) as client, pytest.raises(httpx.ReadTimeout):
            client.post("/")
        assert eventually(lambda: len(server.asked) == executed)

    @pytest.mark.parametrize("executed", [False, True])
    def test_an_answer_of_postgrests(self, proxy, client, server, executed):
        proxy.script.next("GET", "/", Reply(503, "PGRST001", retry_after=2, executed=executed))
        response = client.get("/")
        assert (response.status_code, response.json()["code"], response.headers["Retry-After"]) == (
            503,
            "PGRST001",
            "2",
        )
        assert len(server.asked) == executed

    @pytest.mark.parametrize("fault", [Reply(503, "PGRST001"), Garble(), Drip(), Pass()], ids=str)
    def test_the_response_to_a_head_has_no_body(self, proxy, client, fault):
        proxy.script.next("HEAD", "/", fault)
        response = client.head("/")
        assert response.status_code == (503 if isinstance(fault, Reply) else 201)
        assert "Content-Length" in response.headers
        # The connection is still usable: nothing but the headers was written to it.
        assert client.get("/").json()["method"] == "GET"
        assert proxy.connections() == 1

    def test_a_page(self, proxy, client):
        proxy.script.next("GET", "/", Reply(200))
        response = client.get("/")
        assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert "Retry-After" not in response.headers
        assert response.text.startswith("<!doctype html>")

    def test_half_of_the_json(self, proxy, client):
        proxy.script.next("GET", "/", Garble())
        response = client.get("/")
        assert response.status_code == 201
        with pytest.raises(json.JSONDecodeError):
            response.json()

    @pytest.mark.parametrize("fault", [Delay(0.01), Drip(at_once=7), CloseIdle()], ids=str)
    def test_what_only_takes_its_time(self, proxy, client, fault):
        proxy.script.next("GET", "/", fault)
        assert client.get("/").json()["target"] == "/"

    def test_an_idle_connection_that_is_closed(self, proxy, client):
        client.get("/")
        proxy.drop_connections()
        assert proxy.connections() == 0
        assert client.get("/").status_code == 201

    def test_refused_connections(self, proxy, client):
        url = proxy.url
        client.get("/")
        with proxy.refusing():
            for _ in range(2):
                with pytest.raises(httpx.ConnectError, match="refused"):
                    client.get("/")
        assert proxy.url == url
        assert client.get("/").status_code == 201
        assert len(proxy.seen) == 2

    def test_a_restart(self, proxy, client):
        proxy.script.next("GET", "/", Outage(0.3))
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/")
        patient = httpx.HTTPTransport(retries=10)  # it waits between attempts to connect
        with httpx.Client(base_url=proxy.url, transport=patient) as other:
            assert other.get("/").status_code == 201

    def test_a_gate(self, proxy, client, server):
        held = Hold()
        proxy.script.next("GET", "/", held)
        thread = threading.Thread(target=client.get, args=("/",))
        thread.start()
        assert held.reached.wait(60)
        assert server.asked == []
        held.gate.set()
        thread.join()
        assert proxy.is_quiet()
        assert len(server.asked) == 1

    def test_closing_in_the_middle_of_everything(self, server):
        held, errors = Hold(), []

        def ask():
            with pytest.raises(httpx.TransportError) as caught:
                httpx.get(proxy.url)
            errors.append(caught.value)

        with FaultProxy(f"http://127.0.0.1:{server.server_port}") as proxy:
            proxy.script.next("GET", "/", held)
            thread = threading.Thread(target=ask)
            thread.start()
            assert held.reached.wait(60)
        thread.join()
        assert len(errors) == 1
        assert proxy.connections() == 0


def eventually(happens):
    """Return whether something happens within a minute."""
    deadline = time.monotonic() + 60
    while not happens() and time.monotonic() < deadline:
        time.sleep(0.002)
    return happens()


def a_request(number=0, method="GET"):
    return Request(method, f"/things?id=eq.{number}", (), b"")


class TestPlans:
    def test_a_script_goes_by_method_and_path(self):
        script = Script()
        script.next("GET", "/things", Reset(), Close())
        script.next("GET", "/things", Stall())
        assert script.fault_for(a_request(method="PATCH")) == Pass()
        assert [script.fault_for(a_request()) for _ in range(4)] == [Reset(), Close(), Stall(), Pass()]

    def test_a_script_tells_what_has_not_happened(self):
        script = Script()
        script.next("GET", "/things", Reset(), Close())
        script.fault_for(a_request())
        assert script.left() == [Close()]
        script.clear()
        assert script.left() == []

    def test_chaos_repeats_with_its_seed(self):
        faults = [Reset(), Close(), Garble()]
        one, same, other = (
            list(map(Chaos(seed, 0.3, faults).fault_for, map(a_request, range(500)))) for seed in (1, 1, 2)
        )
        assert one == same != other
        assert set(one) == {Pass(), *faults}
        assert 100 < sum(fault != Pass() for fault in one) < 200

    def test_chaos_is_stubborn_where_it_is_told_to_be(self):
        chaos = Chaos(1, 1, [Reset(), Close()], stubborn=1, repetitions=3)
        for number in range(20):
            met = {chaos.fault_for(a_request(number)) for _ in range(4)}
            assert len(met) == 1
        assert Chaos(1, 0, [Reset()], stubborn=1).fault_for(a_request()) == Pass()
