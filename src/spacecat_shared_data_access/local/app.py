"""The ASGI application."""

import re
from collections.abc import Awaitable, Callable
from urllib.parse import unquote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from spacecat_shared_data_access.local.request import RawRequest
from spacecat_shared_data_access.local.responses import ApiResponse

_WITHOUT_BODY = frozenset({204, 304})  # RFC 9110, 6.4.1; a function may set them
_SERVER = {"server": "postgrest/16.2"}
_ORIGIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]*")


def create_app(respond: Callable[[RawRequest], Awaitable[ApiResponse]]) -> ASGIApp:
    """Create the application.

    Args:
        respond: Returns the response to a request, and never raises.
    """

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:  # there is nobody to send a response to
            return
        raw = RawRequest(
            request.method,
            _segments(scope["raw_path"].decode("latin-1")),
            scope["query_string"].decode("latin-1"),
            [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw],
            body,
        )
        response = await respond(raw)
        content = b"" if response.status in _WITHOUT_BODY else response.body
        await Response(content, response.status, _SERVER | response.headers)(scope, receive, send)

    return app


def _segments(path: str) -> tuple[str, ...]:
    """Return a path's segments. It is split before it is decoded: an encoded slash is part of a segment."""
    path = _ORIGIN.sub("", path, count=1)  # RFC 9112, 3.2.2: the target of a request may be a whole URL
    path = path.removeprefix("/")
    return tuple(map(unquote, path.split("/"))) if path else ()
