"""With all loggers at debug level, no line contains filter values, bodies or keys."""

import asyncio
import json
import logging
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from spacecat_shared_data_access import (
    DataAccessError,
    RetryPolicy,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest import clients
from unit.helpers import ID, URL, maybe_await

SECRET = "s3cr3t"
CONFIG = {
    "postgrest_api_key": f"key-{SECRET}",
    "postgrest_headers": {"X-Signature": f"header-{SECRET}"},
    "retry": RetryPolicy(attempts=3, base_delay=0.0),
}


class Quoting(BaseHTTPRequestHandler):
    """Repeats the query in its headers, as PostgREST does; is busy at first, then closes the connection."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked += 1
        if self.server.asked % 3 == 1:
            self.respond(503, {"code": "PGRST002", "message": f"not yet {self.path}"})
        elif self.server.asked % 3 == 2 and self.command != "DELETE":
            self.close_connection = True
        elif body:
            self.respond(200, [json.loads(body)])
        else:
            self.respond(200, [{"id": ID}])

    do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815  named by http.server

    def respond(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Location", self.path)
        self.send_header("Location", f"'{self.path}")  # the quote changes the quotes of its repr
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        """Log nothing."""


@pytest.fixture
def quoting():
    with ThreadingHTTPServer(("127.0.0.1", 0), Quoting) as server:
        server.asked = 0
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(params=["blocking", "httpx", "aiohttp"])
async def data_access(request, quoting):
    url = f"http://127.0.0.1:{quoting.server_port}"
    if request.param == "blocking":
        with create_data_access(postgrest_url=url, **CONFIG) as opened:
            yield opened
    else:
        asyncio.get_running_loop().set_debug(True)
        async with create_async_data_access(
            postgrest_url=url, async_transport=request.param, **CONFIG
        ) as opened:
            yield opened


CALLS = {
    "a filter": lambda data: data.Ticket.all({"ticket_key": f"a {SECRET}"}),
    "where": lambda data: data.Ticket.all(where=lambda attrs, op: op.in_(attrs.ticket_key, [SECRET, "b"])),
    "an insert": lambda data: data.OAuthNonce.create(
        {"nonce": SECRET, "expires_at": "2026-07-02T09:38:00.000Z"}
    ),
    "a change": lambda data: data.Ticket.update_by_keys({"ticket_key": SECRET}, {"ticket_status": SECRET}),
    "a nonce": lambda data: data.OAuthNonce.delete(nonce=SECRET),
    "a function": lambda data: data.SuggestionGrant.invoke_grant_suggestions_rpc([ID], ID, SECRET, "2026-07"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_no_log_line_contains_a_secret(data_access, quoting, caplog, call):
    caplog.set_level(logging.DEBUG)
    with suppress(DataAccessError):  # the response is not valid for a function
        await maybe_await(call(data_access))
    assert quoting.asked > 1
    assert any("attempt 2 of 3" in line for line in caplog.messages)
    assert [line for line in caplog.text.splitlines() if SECRET in line] == []


@pytest.mark.parametrize("is_redacted", [True, False])
def test_the_filters_on_the_loggers_of_httpx_and_httpcore_can_be_switched_off(monkeypatch, is_redacted):
    filters = {"httpx": clients._UrlFilter(), "httpcore.http11": clients._LocationFilter()}
    monkeypatch.setattr(clients, "_url_filter", filters["httpx"])
    monkeypatch.setattr(clients, "_location_filter", filters["httpcore.http11"])
    try:
        create_data_access(postgrest_url=URL, redact_http_logs=is_redacted).close()
        for name, each in filters.items():
            assert (each in logging.getLogger(name).filters) is is_redacted
    finally:
        for name, each in filters.items():
            logging.getLogger(name).removeFilter(each)
