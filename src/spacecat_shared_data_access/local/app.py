"""The HTTP side: an ASGI request to ours, our answer to a response."""

import re
from collections.abc import Awaitable, Callable
from urllib.parse import unquote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from spacecat_shared_data_access.local.answers import Answer
from spacecat_shared_data_access.local.request import RawRequest

_WITHOUT_BODY = frozenset({204, 304})  # RFC 9110, 6.4.1; a function may set them
_ORIGIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]*")


def make_app(answer: Callable[[RawRequest], Awaitable[Answer]]) -> ASGIApp:
    """Make the application.

    Args:
        answer: Answers a request, and never raises.
    """

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:  # nobody is there to be answered
            return
        raw = RawRequest(
            request.method,
            _segments(scope["raw_path"].decode("latin-1")),
            scope["query_string"].decode("latin-1"),
            [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw],
            body,
        )
        given = await answer(raw)
        content = b"" if given.status in _WITHOUT_BODY else given.body
        await Response(content, given.status, given.headers)(scope, receive, send)

    return app


def _segments(path: str) -> tuple[str, ...]:
    """A path's segments. Split before they are decoded: an encoded slash belongs to its segment."""
    path = _ORIGIN.sub("", path, count=1)  # RFC 9112, 3.2.2: a request may name the whole URL
    return tuple(unquote(segment) for segment in path.split("/") if segment)
