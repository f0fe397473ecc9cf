"""HTTP clients: one for a process and configuration, shared by all that ask for the same."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import threading
import weakref
from collections.abc import AsyncGenerator, Callable, Hashable, Iterable
from contextlib import nullcontext
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final, Literal
from weakref import WeakSet, WeakValueDictionary

import httpx

from spacecat_shared_data_access.postgrest.environment import proxies_of_environment, ssl_context
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync

# A header as httpcore writes it: (b'Content-Location', b'/films?title=eq.a').
_LOCATION: Final = re.compile(
    r"""(b'(?:content-)?location', b)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", re.IGNORECASE
)

AsyncTransport = Literal["httpx", "aiohttp"]
"""What asynchronous requests go over: httpx's own transport, or aiohttp below httpx."""

# An idle connection is closed before PostgREST (30 s) or a load balancer (60 s) would: a request must not
# meet one that is just being closed.
_KEPT_ALIVE: Final = 20.0

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


class SharedClient:
    """A client that data accesses of one configuration share.

    Args:
        client: The client.
        key: The configuration.
        generation: Which process of a line of forks made it; see `SharedClients`.

    Attributes:
        holders: Those who use it. One that is garbage is one no longer.
    """

    def __init__(self, client: httpx.Client, key: Hashable, generation: int) -> None:
        self.client = client
        self.key = key
        self.generation = generation
        self.holders: WeakSet[object] = WeakSet()


class SharedClients:
    """Blocking clients, by configuration.

    Each is closed when the last who holds it lets go, by `release` or by being garbage collected: they
    alone keep it alive.

    Attributes:
        generation: Goes up when the process was forked: clients of an earlier one are the parent's.
    """

    def __init__(self) -> None:
        self.generation = 0
        # Re-entrant: garbage collection may close a data access between any two steps of a thread.
        self._lock = threading.RLock()
        self._clients: WeakValueDictionary[Hashable, SharedClient] = WeakValueDictionary()
        self._parents: list[SharedClient] = []

    def acquire(self, key: Hashable, create: Callable[[], httpx.Client], holder: object) -> SharedClient:
        """Return the client of a configuration.

        Args:
            key: The configuration.
            create: Creates a client, for the first who asks.
            holder: Who uses it.
        """
        with self._lock:
            shared = self._clients.get(key)
            if shared is not None:
                shared.holders.add(holder)
            if shared is None or shared.client.is_closed:
                shared = self._clients[key] = SharedClient(create(), key, self.generation)
                shared.holders.add(holder)
            return shared

    def release(self, shared: SharedClient, holder: object) -> None:
        """Let go of a client. Does nothing for a holder that does not hold it."""
        with self._lock:
            shared.holders.discard(holder)
            if shared.holders or shared.generation != self.generation:
                return
            if self._clients.get(shared.key) is shared:
                del self._clients[shared.key]
        shared.client.close()

    def forget(self) -> None:
        """Start over in a process that was forked: two processes must not write to one socket.

        The parent's clients are kept, and left alone: a lock of theirs may be held for good.
        """
        self._parents.extend(self._clients.values())
        self._clients = WeakValueDictionary()
        self._lock = threading.RLock()
        self.generation += 1


class LoopClients:
    """Asynchronous clients of one data access: one for each event loop that uses it.

    A connection belongs to the loop that opened it, so a data access that outlives a loop, as in a
    program that calls ``asyncio.run`` twice, needs a fresh client for the next. Each is closed with its
    loop, if not before.
    """

    def __init__(
        self, timeout: httpx.Timeout, transport: AsyncTransport = "httpx", max_connections: int = 32
    ) -> None:
        self._timeout = timeout
        self._transport = transport
        self._max_connections = max_connections
        self._open: dict[asyncio.AbstractEventLoop, tuple[httpx.AsyncClient, AsyncGenerator[None]]] = {}

    def here(self) -> httpx.AsyncClient:
        """Give the running loop's client; made on first use."""
        loop = asyncio.get_running_loop()
        held = self._open.get(loop)
        if held is None:
            for other in [each for each in list(self._open) if each.is_closed()]:
                self._open.pop(other, None)  # it was closed with its loop; another thread may have seen that
            client = self._new()
            closing = _close_with_loop(client)
            run_sync(anext(closing))
            held = self._open[loop] = (client, closing)
        return held[0]

    def _new(self) -> httpx.AsyncClient:
        if self._transport == "httpx":
            client: httpx.AsyncClient = _new_client(httpx.AsyncClient, self._timeout, self._max_connections)
            return client
        from spacecat_shared_data_access.postgrest import aiohttp_transport  # noqa: PLC0415  an extra

        over_aiohttp = aiohttp_transport.Transport(ssl_context(), _limits(self._max_connections))
        return _new_client(  # type: ignore[no-any-return]
            httpx.AsyncClient, self._timeout, self._max_connections, transport=over_aiohttp
        )

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


def new_client(timeout: httpx.Timeout, max_connections: int) -> httpx.Client:
    """Create a blocking client, which is closed when it is garbage collected, if not before.

    Args:
        timeout: The timeouts of requests that bring none.
        max_connections: How many connections there may be.

    Raises:
        ValidationError: The environment names a proxy or certificates that cannot be used; the message
            names the variable.
    """
    # It imports httpcore, which httpx too imports no sooner than this.
    from spacecat_shared_data_access.postgrest.timed_network import keep_within_deadlines  # noqa: PLC0415

    client: httpx.Client = _new_client(httpx.Client, timeout, max_connections)
    keep_within_deadlines(client)
    # By then the client itself cannot be used any more, but what it sends by.
    weakref.finalize(client, _close, os.getpid(), _transports_of(client))
    return client


def _transports_of(client: httpx.Client) -> list[httpx.BaseTransport]:
    try:
        return [each for each in (client._transport, *client._mounts.values()) if each]  # noqa: SLF001 - no other way
    except AttributeError:  # a later httpx: they are closed as its garbage is, with a ResourceWarning
        return []


def _close(process: int, transports: Iterable[httpx.BaseTransport]) -> None:
    if process == os.getpid():  # the parent's are not a forked process's to close
        for transport in transports:
            transport.close()


def _new_client(kind: type[Any], timeout: httpx.Timeout, max_connections: int, **settings: Any) -> Any:
    verify = ssl_context()
    with nullcontext() if "transport" in settings else proxies_of_environment():
        return kind(
            http1=True,
            http2=False,
            follow_redirects=False,
            limits=_limits(max_connections),
            timeout=timeout,
            verify=verify,
            cookies=CookieJar(_NO_COOKIES),
            mounts=dict.fromkeys(_LOOPBACK),  # no transport of their own: the client's, without a proxy
            **settings,
        )


def _limits(max_connections: int) -> httpx.Limits:
    # As many are kept alive as may be open: httpcore closes what is above, and opens it anew for the next
    # request.
    return httpx.Limits(
        max_connections=max_connections,
        max_keepalive_connections=max_connections,
        keepalive_expiry=_KEPT_ALIVE,
    )


shared_clients: Final = SharedClients()
if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=shared_clients.forget)
