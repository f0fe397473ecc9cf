"""A network backend for httpcore that uses asyncio's transports.

httpcore's own backend uses anyio, which creates a cancel scope and suspends the task for each read and write, even if
it could go on. Without it a short request takes a seventh less time.
"""

from __future__ import annotations

import asyncio
import select
import socket
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from ssl import SSLContext
from typing import Any, Final, cast

import httpcore

# RFC 8305: how long one address has before the next one is tried too, in seconds.
_HAPPY_EYEBALLS_DELAY: Final = 0.25
# How many received bytes are kept before the sender has to wait.
_MAX_UNREAD: Final = 262_144


class AsyncioBackend(httpcore.AsyncNetworkBackend):
    """Opens connections for the running event loop.

    Cancelling a task that uses one of its connections at any await leaves no connection open that httpcore does not
    know of.
    """

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Open a connection to the first address of the host that responds.

        Args:
            host: The host's name or address.
            port: The port.
            timeout: The timeout in seconds. None means no timeout.
            local_address: Not supported. The package's clients do not set it.
            socket_options: Not supported. The package's clients do not set them.

        Raises:
            httpcore.ConnectError: The host is unknown, or no address accepts the connection.
            httpcore.ConnectTimeout: No address accepted the connection in time.
        """
        # Only the asyncio API needs it, when it opens a connection.
        from aiohappyeyeballs import start_connection  # noqa: PLC0415 - see above

        loop = asyncio.get_running_loop()
        async with _connect_errors(timeout):
            addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            opened = await start_connection(addresses, happy_eyeballs_delay=_HAPPY_EYEBALLS_DELAY)
            try:
                _, connection = await loop.create_connection(_Connection, sock=opened)
            except BaseException:
                opened.close()
                raise
            return connection


class _Connection(asyncio.Protocol, httpcore.AsyncNetworkStream):
    # asyncio calls the first group of methods, httpcore the second.
    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._received = bytearray()
        self._is_ended = False
        self._error: Exception | None = None
        self._can_write = True
        # Set when one of the attributes above has changed.
        self._changed = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if len(self._received) > _MAX_UNREAD:
            self._transport.pause_reading()
        self._changed.set()

    def eof_received(self) -> None:
        self._is_ended = True
        self._changed.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._is_ended = True
        self._error = exc
        self._changed.set()

    def pause_writing(self) -> None:
        self._can_write = False

    def resume_writing(self) -> None:
        self._can_write = True
        self._changed.set()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        while not self._received and not self._is_ended:
            await self._wait(timeout, httpcore.ReadTimeout)
        if not self._received and self._error is not None:
            raise httpcore.ReadError(str(self._error)) from self._error
        data = bytes(self._received[:max_bytes])
        del self._received[:max_bytes]
        if not self._received and not self._is_ended:
            self._transport.resume_reading()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:
            return
        if not self._is_ended:
            self._transport.write(buffer)
        while not self._can_write and not self._is_ended:
            await self._wait(timeout, httpcore.WriteTimeout)
        if self._is_ended:
            raise httpcore.WriteError("the connection was closed") from self._error

    async def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        loop = asyncio.get_running_loop()
        async with _connect_errors(timeout):
            transport = await loop.start_tls(
                self._transport, self, ssl_context, server_hostname=server_hostname
            )
            self._transport = cast("asyncio.Transport", transport)
        return self

    async def aclose(self) -> None:
        # At once: the rest of what was to be sent or received is of no use to anyone.
        self._transport.abort()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            # httpcore asks this of an idle connection. What it received, other than the response to a request, is
            # that the server closed it, which the event loop may not have noticed yet.
            return (
                bool(self._received)
                or self._is_ended
                or _is_readable(self._transport.get_extra_info("socket"))
            )
        names = {"client_addr": "sockname", "server_addr": "peername"}
        return self._transport.get_extra_info(names.get(info, info))

    async def _wait(self, seconds: float | None, exception: type[httpcore.TimeoutException]) -> None:
        self._changed.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError as error:
            raise exception("the server did not respond in time") from error


def _is_readable(opened: socket.socket) -> bool:
    if sys.platform == "win32":
        return bool(select.select([opened], [], [], 0)[0])
    poll = select.poll()  # select.select is limited to the first 1,024 descriptors there
    poll.register(opened, select.POLLIN)
    return bool(poll.poll(0))


@asynccontextmanager
async def _connect_errors(seconds: float | None) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(str(error)) from error
    except OSError as error:
        raise httpcore.ConnectError(str(error)) from error
