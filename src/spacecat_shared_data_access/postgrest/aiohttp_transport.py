"""aiohttp below httpx: the transport of ``async_transport="aiohttp"`` (extra ``[aiohttp]``).

httpx's own asynchronous transport looks through all its connections, and polls the idle ones, whenever a
request begins or ends. aiohttp does not. httpx-aiohttp brings the two together; here is what it leaves
open: errors by their right names, no cookies, and no retries but ours.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

# The first that fits counts. httpx-aiohttp 0.2 calls most of them ConnectTimeout, which says that nothing
# was sent: a write whose connection broke before the answer would then be sent again as if it were new.
_NAMES: Final[tuple[tuple[type[Exception], type[httpx.TransportError]], ...]] = (
    (aiohttp.ConnectionTimeoutError, httpx.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpx.ReadTimeout),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    (aiohttp.ServerDisconnectedError, httpx.RemoteProtocolError),
    (aiohttp.ClientPayloadError, httpx.RemoteProtocolError),
    (aiohttp.ClientResponseError, httpx.RemoteProtocolError),
    (aiohttp.InvalidURL, httpx.UnsupportedProtocol),
    (aiohttp.ClientError, httpx.ReadError),
    (OSError, httpx.ReadError),
)


class Transport(AiohttpTransport):
    """Sends httpx's requests over aiohttp's connections.

    Args:
        verify: By what a server's certificate is checked.
        limits: How many connections there may be, and how long an idle one is kept.
    """

    def __init__(self, verify: ssl.SSLContext, limits: httpx.Limits) -> None:
        super().__init__(verify=verify, limits=limits, client=self._session)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and give the answer, whose body is yet to be read."""
        with _by_right_names():
            response = await super().handle_async_request(request)
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Body(response.stream)
        return response

    def _session(self) -> aiohttp.ClientSession:
        # Made on the event loop that uses it, for the first request.
        limits = self.limits
        connector = aiohttp.TCPConnector(
            limit=limits.max_connections or 0, keepalive_timeout=limits.keepalive_expiry, ssl=self.ssl_context
        )
        session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        # It would send a DELETE whose answer was lost again: of a nonce nobody would learn that it was valid.
        session._retry_connection = False  # noqa: SLF001 - it has no setting for it
        return session


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _by_right_names():
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


@contextmanager
def _by_right_names() -> Iterator[None]:
    try:
        yield
    except (httpx.TransportError, aiohttp.ClientError, OSError) as error:
        # httpx-aiohttp has given most of them a name, and some not.
        cause = error.__cause__ if isinstance(error, httpx.TransportError) else error
        for kind, name in _NAMES:
            if isinstance(cause, kind):
                raise name(str(cause)) from cause
        raise
