"""The ASGI application."""

import re
import time
from collections.abc import Awaitable, Callable
from urllib.parse import unquote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from spacecat_shared_data_access.local.request import RawRequest
from spacecat_shared_data_access.local.responses import ApiResponse
from spacecat_shared_data_access.schema.printing import printable

_WITHOUT_BODY = frozenset({204, 304})  # RFC 9110, 6.4.1; a function may set them
_SERVER = {"server": "postgrest/16.2"}
_ORIGIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]*")


def create_app(
    respond: Callable[[RawRequest], Awaitable[ApiResponse]], on_request: Callable[[str], None] | None = None
) -> ASGIApp:
    """Create the application.

    Args:
        respond: Returns the response to a request, and never raises.
        on_request: Called with a line about each request, before its response is sent.
    """

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:  # there is nobody to send a response to
            return
        started = time.perf_counter()
        path = _path(scope["raw_path"].decode("latin-1"))
        raw = RawRequest(
            request.method,
            _segments(path),
            scope["query_string"].decode("latin-1"),
            [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw],
            body,
        )
        response = await respond(raw)
        if on_request is not None:
            on_request(_line(raw, path, response, time.perf_counter() - started))
        content = b"" if response.status in _WITHOUT_BODY else response.body
        await Response(content, response.status, _SERVER | response.headers)(scope, receive, send)

    return app


def _line(raw: RawRequest, path: str, response: ApiResponse, seconds: float) -> str:
    """Return a line about a request, without its headers and body. Path and query are as received, encoded."""
    target = f"{path}?{raw.query_string}" if raw.query_string else path
    line = f"{raw.method} {target} {response.status} {seconds * 1000:.1f} ms"
    if response.rows is not None:
        line += " 1 row" if response.rows == 1 else f" {response.rows} rows"
    return printable(line)


def _path(target: str) -> str:
    """Return the path of a request's target, which may be a whole URL (RFC 9112, 3.2.2)."""
    return _ORIGIN.sub("", target, count=1)


def _segments(path: str) -> tuple[str, ...]:
    """Return a path's segments. It is split before it is decoded: an encoded slash is part of a segment."""
    path = path.removeprefix("/")
    return tuple(map(unquote, path.split("/"))) if path else ()
