"""A connection pool for asyncio whose cost per request does not grow with the number of connections.

httpcore's pool, which httpx uses, examines all connections and polls the idle ones whenever a request begins or
ends (encode/httpx, issue 3215). This pool gives each connection an httpx transport of its own, so tests can
replace httpx's transports as usual.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import cast

import httpx

from spacecat_shared_data_access.postgrest.cancellation import CancellableTransport


class ConnectionPool(CancellableTransport):
    """Sends each request over a connection that no other request uses.

    Requests beyond the limit wait in order of arrival, until their pool timeout. A connection is used again only
    if the last response was read to its end.

    Args:
        create: Creates the transport of one connection.
        max_connections: The maximum number of connections.
        keepalive_expiry: How long an idle connection is kept, in seconds.
    """

    def __init__(
        self,
        create: Callable[[], httpx.AsyncBaseTransport],
        *,
        max_connections: int,
        keepalive_expiry: float,
    ) -> None:
        self._create = create
        self._expiry = keepalive_expiry
        self._free = asyncio.Semaphore(max_connections)
        self._busy: set[httpx.AsyncBaseTransport] = set()
        # With the time since when it is idle. The one used last is used next, so that others may expire.
        self._idle: deque[tuple[float, httpx.AsyncBaseTransport]] = deque()
        self._is_closed = False

    @property
    def transports(self) -> list[httpx.AsyncBaseTransport]:
        """The transports of all connections, busy and idle."""
        return [*self._busy, *(transport for _, transport in self._idle)]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response, whose body is not read yet."""
        if self._free.locked():
            try:
                async with asyncio.timeout(request.extensions.get("timeout", {}).get("pool")):
                    await self._free.acquire()
            except TimeoutError as error:
                raise httpx.PoolTimeout("all connections are busy", request=request) from error
        else:
            await self._free.acquire()
        transport = self._idle.pop()[1] if self._idle else self._create()
        self._busy.add(transport)
        try:
            while self._idle and self._idle[0][0] + self._expiry < time.monotonic():
                await self._idle.popleft()[1].aclose()
            response = await transport.handle_async_request(request)
            if self._is_closed:  # while the connection was being opened, so that closing did not reach it
                await response.aclose()
                raise httpx.ReadError("the client was closed", request=request)  # noqa: TRY301 - released below
        except BaseException:
            await self._release(transport, is_reusable=False)
            raise
        if response.is_closed:  # it was not received, but created by a test
            await self._release(transport, is_reusable=True)
        else:
            stream = cast("httpx.AsyncByteStream", response.stream)
            response.stream = _Body(stream, partial(self._release, transport))
        return response

    async def aclose(self) -> None:
        """Close all connections. Requests that are being sent fail."""
        self._is_closed = True
        transports = self.transports
        self._idle.clear()
        for transport in transports:
            await transport.aclose()

    async def _release(self, transport: httpx.AsyncBaseTransport, *, is_reusable: bool) -> None:
        if transport not in self._busy:
            return
        self._busy.remove(transport)
        self._free.release()
        if is_reusable:
            self._idle.append((time.monotonic(), transport))
        else:
            await transport.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, release: Callable[..., Awaitable[None]]) -> None:
        self._stream = stream
        self._release = release
        self._is_complete = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield chunk
        self._is_complete = True

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        except BaseException:  # cancelled: httpcore did not finish with the response
            await self._release(is_reusable=False)
            raise
        await self._release(is_reusable=self._is_complete)
