"""Requests of every kind, half of them meant to do harm: each gets a response, and nothing else happens."""

import hmac
import json
import logging
import socket
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import malicious_requests as malicious
from hypothesis_profiles import examples
from patience import PATIENCE
from spacecat_shared_data_access.local import LocalPostgrest
from statements import strangers

SECRET = "a-secret-of-more-than-32-characters"
CINEMA = (Path(__file__).parents[1] / "data" / "cinema.sql").read_text("utf-8")
# Everybody may do everything with what no request can reach.
AVIARY = """
REVOKE INSERT, UPDATE, DELETE ON directors, films, posters, actors, castings FROM cinema_clerk;
CREATE SCHEMA aviary;
CREATE TABLE aviary.birds (name text, sings boolean);
INSERT INTO aviary.birds VALUES ('canary', true), ('linnet', true);
CREATE FUNCTION aviary.canary() RETURNS int LANGUAGE sql
  AS $$ INSERT INTO aviary.birds VALUES ('raven', false); SELECT 1 $$;
GRANT ALL ON SCHEMA aviary TO PUBLIC;
GRANT ALL ON ALL TABLES IN SCHEMA aviary TO PUBLIC;
"""
STATE = """
SELECT (SELECT json_agg(b) FROM aviary.birds b),
  (SELECT array_agg(title ORDER BY id) FROM films),
  (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'aviary')),
  (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'aviary')),
  (SELECT array_agg(rolname ORDER BY rolname) FROM pg_roles)
"""
# Syntax error, undefined parameter, unterminated text: nobody's mistake but ours.
BROKEN_STATEMENT = {"42601", "42P02", "22024"}


@dataclass
class Response:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str | None:
        return json.loads(self.body)["code"] if self.status >= 300 and self.body else None


class Target:
    """A server to attack, and what can be seen of it from behind."""

    def __init__(self, server: LocalPostgrest, database: psycopg.Connection[Any]) -> None:
        address = urlsplit(server.url)
        self.address = (str(address.hostname), int(address.port or 0))
        self.database = database
        self.statements: list[str] = []
        self._connection = HTTPConnection(*self.address, timeout=PATIENCE)
        self.before = self.state()

    def state(self) -> tuple[Any, ...] | None:
        return self.database.execute(STATE).fetchone()

    def ask(self, request: malicious.Request) -> Response:
        try:
            return self._ask(self._connection, request)
        except (ConnectionError, HTTPException):
            # The server closes a connection that was idle for a while. A fresh one is not.
            self._connection.close()
            return self._ask(self._connection, request)

    def _ask(self, connection: HTTPConnection, request: malicious.Request) -> Response:
        connection.putrequest(request.method, request.target, skip_accept_encoding=True)
        for name, value in request.headers:
            if name != "Host":
                connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(request.body)))
        connection.endheaders(request.body)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Response(response.status, headers, response.read())

    def get(self, path: str, **headers: str) -> Response:
        given = [(name, value.encode()) for name, value in headers.items()]
        return self.ask(malicious.Request("GET", path, "", given, b""))

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    with (
        LocalPostgrest(schema=CINEMA + AVIARY, anon_role="cinema_clerk", jwt_secret=SECRET) as server,
        psycopg.connect(server.database_url, autocommit=True) as database,
        pytest.MonkeyPatch.context() as patch,
    ):
        target = Target(server, database)
        execute = psycopg.AsyncConnection.execute

        async def recorded(self: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
            if not isinstance(query, str):  # a text is a constant of ours
                target.statements.append(query.as_string(self))
            return await execute(self, query, *args, **kwargs)

        patch.setattr(psycopg.AsyncConnection, "execute", recorded)
        yield target
        target.close()


def check_shape(request: malicious.Request, response: Response) -> None:
    """Check that PostgREST could send this response."""
    media_type = response.headers.get("content-type", "")
    if response.body == b"Something went wrong":  # as PostgREST says of what is not UTF-8
        assert (response.status, media_type) == (500, "text/plain; charset=utf-8")
        assert "%" in request.query
    elif response.status >= 300 and request.method != "HEAD":
        body = json.loads(response.body)
        assert set(body) == {"code", "message", "details", "hint"}
        assert isinstance(body["code"], str)
        assert isinstance(body["message"], str)
        assert body["code"] not in BROKEN_STATEMENT, body
        assert not body["code"].startswith("PGRSTX"), body
        # A failure of the server's own is one that PostgreSQL told of.
        assert response.status < 500 or not body["code"].startswith("PGRST"), body
    elif "json" in media_type and request.method != "HEAD":
        json.loads(response.body)


def check_nothing_happened(target: Target) -> None:
    """Nothing but what the request's own words ask for: no other statement, no trace in the session."""
    assert [found for statement in target.statements for found in strangers(statement)] == []
    target.statements.clear()
    assert target.state() == target.before
    me = json.loads(target.get("/rpc/whoami").body)
    assert me == {
        "role": "cinema_clerk",
        "claims": {"role": "cinema_clerk"},
        "method": "GET",
        "path": "/rpc/whoami",
        "agent": None,
        "cookie": None,
        "zone": "UTC",
    }


def asked(
    method: str = "GET",
    path: str = "/films",
    query: str = "",
    headers: tuple[tuple[str, bytes], ...] = (),
    body: bytes = b"",
) -> malicious.Request:
    return malicious.Request(method, path, query, list(headers), body)


CSV = (("Content-Type", b"text/csv"),)


@examples(500)
@given(request=malicious.requests)
@example(request=asked(query="select=info" + "->a" * 2_000))
@example(request=asked(query="and=(" + "or(" * 100 + "id.eq.1" + ")" * 100 + ")"))
@example(
    request=asked(
        query="select=" + "directors!films_director_fkey(films!films_director_fkey(" * 15 + "))" * 15
    )
)
@example(request=asked(headers=(("Prefer", b"handling=strict,max-affected=" + b"9" * 5_000),)))
@example(request=asked("POST", "/notes", body=b'{"\\ud800": 1}'))
@example(request=asked("POST", "/notes", body=b'{"title": "\\ud800"}'))
@example(request=asked("POST", "/notes", body=b'{"title": "\\u0000"}'))
@example(request=asked("POST", "/notes", headers=CSV, body=b"x" * 200_000))
@example(request=asked(path="/films%0A"))
@example(request=asked(path="/%0Afilms"))
@example(request=asked(path="/rpc%2Fadd", query="a=1"))
def test_every_request_is_answered_and_does_nothing_else(
    target: Target, caplog: pytest.LogCaptureFixture, request: malicious.Request
) -> None:
    caplog.clear()
    check_shape(request, target.ask(request))
    check_nothing_happened(target)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(
    "path", ["/films%0A", "/%0Afilms", "/rpc%2Fadd", "/films%00", "/FILMS", "/%22films%22"]
)
def test_a_path_means_what_it_says(target: Target, path: str) -> None:
    response = target.get(path)
    assert (response.status, response.code) == (404, "PGRST205")


def test_a_request_may_name_the_whole_url(target: Target) -> None:
    response = target.get("http://example.com/rpc/now_and_then")
    assert (response.status, response.body) == (200, b'"now"')


claims = st.dictionaries(
    st.sampled_from(["role", "exp", "nbf", "iat", "aud", "sub", "iss", "jti"]) | malicious.injections,
    st.sampled_from(["cinema_guest", "cinema_clerk", "none", "NONE", "", "\ud800", "a\0"])
    | malicious.json_values,
    max_size=3,
)
roles = st.sampled_from(["cinema_guest", "cinema_clerk"]) | malicious.injections | malicious.surrogates
payloads = st.builds(lambda given, role: given | {"role": role}, claims, roles) | claims


def signed(payload: Any, **header: Any) -> str:
    """A token whose parts may hold what no library would put there."""
    parts = [json.dumps({"alg": "HS256", "typ": "JWT", **header}), json.dumps(payload)]
    text = b".".join(urlsafe_b64encode(part.encode()).rstrip(b"=") for part in parts)
    seal = hmac.digest(SECRET.encode(), text, "sha256")
    return f"{text.decode()}.{urlsafe_b64encode(seal).rstrip(b'=').decode()}"


DEEP = "W1tb" * 20_000  # [[[…
tokens = st.one_of(
    payloads.map(signed),
    malicious.json_values.map(signed),
    st.builds(".".join, st.lists(st.text("Wwe30_-=A", max_size=8), min_size=1, max_size=4)),
    st.builds(
        lambda payload, name, value: signed(payload, **{name: value}),
        payloads,
        st.sampled_from(["alg", "kid", "typ", "b64", "crit", "jku", "x5u"]),
        malicious.json_values,
    ),
    malicious.injections,
)


@examples(200)
@given(token=tokens)
@example(token=f"{DEEP}.e30.AA")
@example(token=f"e30.{DEEP}.AA")
@example(token=signed({"role": "\ud800"}))
@example(token=signed({"exp": float("nan")}))
@example(token=signed([]))
def test_every_token_is_answered_and_leaves_no_role_behind(
    target: Target, caplog: pytest.LogCaptureFixture, token: str
) -> None:
    caplog.clear()
    value = malicious.field_value(f"Bearer {token}")
    request = asked(path="/rpc/whoami", headers=(("Authorization", value),))
    response = target.ask(request)
    check_shape(request, response)
    if response.status == 200:
        me = json.loads(response.body)
        assert me["claims"]["role"] == me["role"]
        assert me["role"] in {"cinema_guest", "cinema_clerk"}
    check_nothing_happened(target)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


pieces = st.sampled_from(
    ["X-Tea", "x: y\r\nz", "世", "é", "", "Content-Length", "Transfer-Encoding", "a b", "\x7f"]
)
settings_of_headers = st.one_of(
    st.lists(
        st.dictionaries(pieces | malicious.texts, pieces | malicious.texts | st.just(5), max_size=2),
        max_size=2,
    ),
    malicious.json_values,
).map(json.dumps)
set_statuses = st.sampled_from(
    ["200", "99", "100", "101", "204", "304", "599", "600", "9" * 5_000, "٢٠٠", "-1"]
)
raised = st.builds(
    lambda status, code, message, headers: (
        json.dumps({"code": code, "message": message}),
        json.dumps({"status": status, "headers": headers}),
    ),
    st.sampled_from([100, 199, 200, 304, 402, 599, 600, 0, -1, 10**9, 1e400, "402", None, 402.5])
    | st.integers(),
    st.just("X1") | malicious.json_values,
    st.just("m") | malicious.json_values,
    st.dictionaries(pieces | malicious.texts, pieces | malicious.json_values, max_size=2)
    | malicious.json_values,
)


def call(function: str, **arguments: Any) -> malicious.Request:
    headers = (("Content-Type", b"application/json"),)
    return asked("POST", f"/rpc/{function}", headers=headers, body=json.dumps(arguments).encode())


@examples(60)
@given(status=set_statuses | malicious.texts, headers=settings_of_headers | malicious.texts)
@example(status="100", headers="[]")
@example(status="200", headers='[{"X-Tea": "世"}]')
@example(status="200", headers='[{"X Tea": "green"}]')
@example(status="200", headers='[{"Content-Length": "1"}]')
@example(status="9" * 5_000, headers="[]")
def test_whatever_a_function_sets_is_answered(target: Target, status: str, headers: str) -> None:
    response = target.ask(call("set_response", status=status, headers=headers))
    assert 200 <= response.status < 600
    check_nothing_happened(target)


@examples(60)
@given(
    state=st.just("PGRST")
    | st.from_regex(r"[0-9A-Z]{5}", fullmatch=True)
    | st.integers(0, 999).map("PT{:03}".format),
    texts=raised | st.tuples(malicious.texts, malicious.texts),
)
@example(state="PT100", texts=("m", "d"))
@example(state="PGRST", texts=('{"code": "1", "message": "m"}', '{"status": 100, "headers": {}}'))
@example(state="PGRST", texts=('{"code": "1", "message": "m"}', '{"status": 402, "headers": {"a\\nb": "c"}}'))
def test_whatever_a_function_raises_is_answered(target: Target, state: str, texts: tuple[str, str]) -> None:
    message, detail = texts
    response = target.ask(call("fail_with", state=state, message=message, detail=detail))
    assert 200 <= response.status < 600
    if response.body:
        assert set(json.loads(response.body)) == {"code", "message", "details", "hint"}
    check_nothing_happened(target)


request_lines = st.builds(
    lambda method, blank, target, version: b"".join([method, blank, target, b" ", version]),
    st.sampled_from([b"GET", b"get", b"POST", b"BREW", b"CONNECT", b"OPTIONS", b"TRACE", b"G\xc3T", b""]),
    st.sampled_from([b" ", b"\t", b"  ", b""]),
    st.sampled_from(
        [b"/films", b"*", b"http://a/films", b"//films", b"a:1", b"/%", b"/films?%", b"/f#x", b"/\xff", b""]
    )
    | st.binary(max_size=10),
    st.sampled_from([b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0", b"HTTP/9.9", b"http/1.1", b""]),
)
header_lines = st.lists(
    st.sampled_from(
        [
            b"Host: a", b"Host:", b"Host: a\r\nHost: b", b"Content-Length: 5", b"Content-Length: -1",
            b"Content-Length: 5, 6", b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip",
            b"Expect: 100-continue", b"Connection: upgrade\r\nUpgrade: websocket", b"Connection: close",
            b" folded", b"No colon", b": no name", b"Na me: x", b"X: \x00", b"X: \xff",
        ]
    )
    | st.binary(max_size=12),
    max_size=4,
).map(b"\r\n".join)  # fmt: skip
bodies = st.sampled_from(
    [b"", b"{}", b"hello", b"5\r\nhello\r\n0\r\n\r\n", b"zz\r\n", b"5\r\nhel"]
) | st.binary(max_size=9)


@examples(150)
@given(line=request_lines, fields=header_lines, body=bodies)
def test_whatever_comes_over_the_wire_the_server_goes_on(
    target: Target, caplog: pytest.LogCaptureFixture, line: bytes, fields: bytes, body: bytes
) -> None:
    caplog.clear()
    with socket.create_connection(target.address, timeout=PATIENCE) as wire:
        wire.sendall(line + b"\r\n" + fields + b"\r\n\r\n" + body)
        wire.shutdown(socket.SHUT_WR)
        response = b"".join(iter(lambda: wire.recv(65_536), b""))
    assert response == b"" or response.startswith(b"HTTP/1.1 ")
    assert not response.startswith(b"HTTP/1.1 5")
    check_nothing_happened(target)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
