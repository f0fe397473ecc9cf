"""HTTP clients: one for a process and configuration, shared by all that ask for the same."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import ssl
import threading
from collections.abc import AsyncGenerator, Hashable
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final, Literal

import httpx

from spacecat_shared_data_access.postgrest.sync_bridge import run_sync

# A header as httpcore writes it: (b'Content-Location', b'/films?title=eq.a').
_LOCATION: Final = re.compile(
    r"""(b'(?:content-)?location', b)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", re.IGNORECASE
)

AsyncTransport = Literal["httpx", "aiohttp"]
"""What asynchronous requests go over: httpx's own transport, or aiohttp below httpx."""

# As many are kept alive as may be open: httpcore closes what is above, and opens it anew for the next
# request. More of them cost more than they bring, since it looks through all of them each time.
# An idle one is closed before PostgREST (30 s) or a load balancer (60 s) would: a request must not meet
# one that is just being closed.
_LIMITS: Final = httpx.Limits(max_connections=32, max_keepalive_connections=32, keepalive_expiry=20.0)

# A server on this machine is reached directly, whatever HTTP_PROXY says: the proxy's "localhost" is another.
_LOOPBACK: Final = ("all://localhost", "all://127.0.0.1", "all://[::1]")

# A client is shared by all of a process: what one answer sets is not sent along with the next request.
_NO_COOKIES: Final = DefaultCookiePolicy(allowed_domains=())


class _WithoutQuery(logging.Filter):
    # httpx logs whole URLs at level INFO, and a query holds what was looked for: a nonce, a key.
    def __init__(self) -> None:
        super().__init__()
        self.hosts: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(self._shortened(argument) for argument in record.args)
        return True

    def _shortened(self, argument: object) -> object:
        if isinstance(argument, httpx.URL) and argument.host in self.hosts:
            return argument.copy_with(query=None)
        return argument


class _WithoutLocations(logging.Filter):
    # httpcore logs an answer's headers at level DEBUG, and PostgREST repeats the query in one of them.
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _LOCATION.sub(r"\1'…'", str(record.msg))
        return True


_without_query = _WithoutQuery()
_without_locations = _WithoutLocations()


def keep_queries_out_of_logs(host: str) -> None:
    """Cut the query off the URLs of a host in what httpx logs, and leave locations out of what httpcore does.

    Args:
        host: The host that requests of this package go to. Other hosts' lines of httpx's stay as they are;
            httpcore's do not tell whose they are.
    """
    _without_query.hosts.add(host)
    logging.getLogger("httpx").addFilter(_without_query)
    logging.getLogger("httpcore.http11").addFilter(_without_locations)


class SharedClients:
    """Blocking clients, by configuration. Each is closed when the last who holds it lets go.

    Attributes:
        generation: Goes up when the process was forked: clients of an earlier one are the parent's.
    """

    def __init__(self) -> None:
        self.generation = 0
        self._lock = threading.Lock()
        self._clients: dict[Hashable, tuple[httpx.Client, set[object]]] = {}
        self._parents: list[object] = []

    def acquire(self, key: Hashable, timeout: httpx.Timeout, holder: object) -> httpx.Client:
        """Give the client of a configuration; made on first use."""
        with self._lock:
            held = self._clients.get(key)
            if held is None:
                held = self._clients[key] = (_new_blocking_client(timeout), set())
            client, holders = held
            holders.add(holder)
            return client

    def release(self, key: Hashable, holder: object) -> None:
        """Let go of a client. Who does not hold it does nothing."""
        with self._lock:
            client, holders = self._clients.get(key, (None, set[object]()))
            holders.discard(holder)
            if client is None or holders:
                return
            del self._clients[key]
        client.close()

    def forget(self) -> None:
        """Start over in a process that was forked: two processes must not write to one socket.

        The parent's clients are kept, and left alone: a lock of theirs may be held for good.
        """
        self._parents.append(self._clients)
        self._clients = {}
        self._lock = threading.Lock()
        self.generation += 1


class LoopClients:
    """Asynchronous clients of one data access: one for each event loop that uses it.

    A connection belongs to the loop that opened it, so a data access that outlives a loop, as in a
    program that calls ``asyncio.run`` twice, needs a fresh client for the next. Each is closed with its
    loop, if not before.
    """

    def __init__(self, timeout: httpx.Timeout, transport: AsyncTransport = "httpx") -> None:
        self._timeout = timeout
        self._transport = transport
        self._open: dict[asyncio.AbstractEventLoop, tuple[httpx.AsyncClient, AsyncGenerator[None]]] = {}

    def here(self) -> httpx.AsyncClient:
        """Give the running loop's client; made on first use."""
        loop = asyncio.get_running_loop()
        held = self._open.get(loop)
        if held is None:
            for other in [each for each in list(self._open) if each.is_closed()]:
                del self._open[other]  # it was closed with its loop
            client = self._new()
            closing = _close_with_loop(client)
            run_sync(anext(closing))
            held = self._open[loop] = (client, closing)
        return held[0]

    def _new(self) -> httpx.AsyncClient:
        if self._transport == "httpx":
            client: httpx.AsyncClient = _new_client(httpx.AsyncClient, self._timeout)
            return client
        from spacecat_shared_data_access.postgrest import aiohttp_transport  # noqa: PLC0415  an extra

        over_aiohttp = aiohttp_transport.Transport(_ssl_context(), _LIMITS)
        return _new_client(httpx.AsyncClient, self._timeout, transport=over_aiohttp)  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Close the running loop's client."""
        held = self._open.pop(asyncio.get_running_loop(), None)
        if held is not None:
            await held[1].aclose()


async def _close_with_loop(client: httpx.AsyncClient) -> AsyncGenerator[None]:
    # A loop that ends, as asyncio.run lets it, closes the asynchronous generators that were begun in it
    # (`loop.shutdown_asyncgens`).
    try:
        yield
    finally:
        await client.aclose()


def _new_blocking_client(timeout: httpx.Timeout) -> httpx.Client:
    # It imports httpcore, which httpx too imports no sooner than this.
    from spacecat_shared_data_access.postgrest.timed_network import keep_within_deadlines  # noqa: PLC0415

    client: httpx.Client = _new_client(httpx.Client, timeout)
    keep_within_deadlines(client)
    return client


def _new_client(kind: type[Any], timeout: httpx.Timeout, **settings: Any) -> Any:
    return kind(
        http1=True,
        http2=False,
        follow_redirects=False,
        limits=_LIMITS,
        timeout=timeout,
        verify=_ssl_context(),
        cookies=CookieJar(_NO_COOKIES),
        mounts=dict.fromkeys(_LOOPBACK),  # no transport of their own: the client's, without a proxy
        **settings,
    )


@cache
def _ssl_context() -> ssl.SSLContext:
    # Reading the certificate authorities takes longer than all else that makes a client.
    return httpx.create_ssl_context()


shared_clients: Final = SharedClients()
if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=shared_clients.forget)
