"""The transport of ``async_transport="aiohttp"`` (extra ``[aiohttp]``): httpx's requests over aiohttp.

httpx's own asynchronous transport scans all connections, and polls the idle ones, whenever a request starts or
ends; aiohttp does not. This module adds to httpx-aiohttp: correct exception classes, no cookies, no retries.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from spacecat_shared_data_access.postgrest.cancellation import CancellableTransport

# The first match applies. httpx-aiohttp 0.2 raises ConnectTimeout for most of them, which means that nothing was
# sent: a write whose response was lost would be repeated.
_EXCEPTIONS: Final[tuple[tuple[type[Exception], type[httpx.TransportError]], ...]] = (
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


class Transport(CancellableTransport, AiohttpTransport):
    """Sends httpx's requests over aiohttp's connections.

    Args:
        verify: The context that checks servers' certificates.
        limits: The maximum number of connections, and how long an idle one is kept.
    """

    def __init__(self, verify: ssl.SSLContext, limits: httpx.Limits) -> None:
        super().__init__(verify=verify, limits=limits, client=self._session)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response, whose body is not read yet."""
        with _mapped_exceptions():
            response = await super().handle_async_request(request)
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Body(response.stream)
        return response

    def _session(self) -> aiohttp.ClientSession:
        # Called for the first request, in the event loop that uses the session.
        limits = self.limits
        connector = aiohttp.TCPConnector(
            limit=limits.max_connections or 0, keepalive_timeout=limits.keepalive_expiry, ssl=self.ssl_context
        )
        session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        # It would repeat a DELETE whose response was lost, so that a valid nonce would look used.
        session._retry_connection = False  # noqa: SLF001 - aiohttp has no public setting for it
        return session


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _mapped_exceptions():
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


@contextmanager
def _mapped_exceptions() -> Iterator[None]:
    try:
        yield
    except (httpx.TransportError, aiohttp.ClientError, OSError) as error:
        # httpx-aiohttp converts most exceptions, but not all.
        cause = error.__cause__ if isinstance(error, httpx.TransportError) else error
        for aiohttp_class, httpx_class in _EXCEPTIONS:
            if isinstance(cause, aiohttp_class):
                raise httpx_class(str(cause)) from cause
        raise
