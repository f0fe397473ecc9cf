"""HTTP clients. Data accesses with the same configuration share one."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import threading
import weakref
from collections.abc import AsyncGenerator, Callable, Hashable, Iterable
from contextlib import nullcontext, suppress
from functools import partial
from typing import Any, Final, Literal, TypeVar
from urllib.request import getproxies
from weakref import WeakSet, WeakValueDictionary

import httpx

from spacecat_shared_data_access.postgrest.connection_pool import ConnectionPool
from spacecat_shared_data_access.postgrest.environment import proxies_of_environment, ssl_context
from spacecat_shared_data_access.postgrest.httpx_internals import replace_network, transports_of
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync

# A header in httpcore's log: (b'Content-Location', b'/films?title=eq.a').
_LOCATION: Final = r"""(?i)(b'(?:content-)?location', b)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""

_AnyClient = TypeVar("_AnyClient", httpx.Client, httpx.AsyncClient)

AsyncTransport = Literal["httpx", "aiohttp"]
"""The transport of the asyncio API: httpx's own, or aiohttp with httpx's interface."""

# Less than PostgREST's 30 s and a load balancer's 60 s, so that a request does not use a connection that the
# other side is closing.
_KEEPALIVE_SECONDS: Final = 20.0

# A server on this machine is connected directly: "localhost" would be another host for a proxy.
_LOOPBACK: Final = ("all://localhost", "all://127.0.0.1", "all://[::1]")


class _NoCookies(httpx.Cookies):
    # Cookies of one response must not be sent with other callers' requests.
    def extract_cookies(self, response: httpx.Response) -> None:
        pass


_NO_COOKIES: Final = _NoCookies()


class _UrlFilter(logging.Filter):
    # httpx logs whole URLs at level INFO, and a query contains values: a nonce, an idempotency key.
    def __init__(self) -> None:
        super().__init__()
        self.hosts: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(self._without_query(argument) for argument in record.args)
        return True

    def _without_query(self, argument: object) -> object:
        if isinstance(argument, httpx.URL) and argument.host in self.hosts:
            return argument.copy_with(query=None)
        return argument


class _LocationFilter(logging.Filter):
    # httpcore logs response headers at level DEBUG, and PostgREST repeats the query in one of them.
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(_LOCATION, r"\1'…'", str(record.msg))
        return True


_url_filter = _UrlFilter()
_location_filter = _LocationFilter()


def redact_http_logs(host: str) -> None:
    """Add filters to the loggers of httpx and httpcore that remove query strings.

    Args:
        host: The server's host. httpx's log records of other hosts are not changed. Those of httpcore do
            not name the host: the location headers of all responses are removed.
    """
    _url_filter.hosts.add(host)
    logging.getLogger("httpx").addFilter(_url_filter)
    logging.getLogger("httpcore.http11").addFilter(_location_filter)


class SharedClient:
    """A client that is shared by the data accesses with the same configuration.

    Args:
        client: The client.
        key: The configuration.
        generation: The generation of the process that created it; see `SharedClients`.

    Attributes:
        holders: The objects that use it, as weak references.
    """

    def __init__(self, client: httpx.Client, key: Hashable, generation: int) -> None:
        self.client = client
        self.key = key
        self.generation = generation
        self.holders: WeakSet[object] = WeakSet()


class SharedClients:
    """The sync API's clients, by configuration.

    A client is closed when its last holder releases it or is garbage collected.

    Attributes:
        generation: Is incremented in a forked process: clients of earlier generations belong to the parent.
    """

    def __init__(self) -> None:
        self.generation = 0
        # Re-entrant: garbage collection may close a data access at any point.
        self._lock = threading.RLock()
        self._clients: WeakValueDictionary[Hashable, SharedClient] = WeakValueDictionary()
        self._parents: list[SharedClient] = []

    def acquire(self, key: Hashable, create: Callable[[], httpx.Client], holder: object) -> SharedClient:
        """Return the client of a configuration, and add a holder.

        Args:
            key: The configuration.
            create: Creates the client if there is none.
            holder: The object that uses the client.
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
        """Remove a holder, and close the client if it was the last. Do nothing if it is not a holder."""
        with self._lock:
            shared.holders.discard(holder)
            if shared.holders or shared.generation != self.generation:
                return
            if self._clients.get(shared.key) is shared:
                del self._clients[shared.key]
        shared.client.close()

    def forget(self) -> None:
        """Start without clients in a forked process: two processes must not write to the same socket.

        References to the parent's clients are kept, so that they are not closed when garbage collected.
        """
        self._parents.extend(self._clients.values())
        self._clients = WeakValueDictionary()
        self._lock = threading.RLock()
        self.generation += 1


class LoopClients:
    """The clients of an asynchronous data access: one for each event loop that uses it.

    A connection belongs to the event loop that opened it, so a program that calls ``asyncio.run`` twice
    needs two clients. Each is closed with its event loop at the latest.
    """

    def __init__(
        self, timeout: httpx.Timeout, transport: AsyncTransport = "httpx", max_connections: int = 32
    ) -> None:
        self._timeout = timeout
        self._transport = transport
        self._max_connections = max_connections
        self._open: dict[asyncio.AbstractEventLoop, tuple[httpx.AsyncClient, AsyncGenerator[None]]] = {}

    def for_running_loop(self) -> httpx.AsyncClient:
        """Return the running event loop's client. It is created on first use."""
        loop = asyncio.get_running_loop()
        entry = self._open.get(loop)
        if entry is None:
            for other in [each for each in list(self._open) if each.is_closed()]:
                self._open.pop(other, None)  # closed with its loop; another thread may have removed it
            client = self._new()
            closing = _close_with_loop(client)
            run_sync(anext(closing))
            entry = self._open[loop] = (client, closing)
        return entry[0]

    def _new(self) -> httpx.AsyncClient:
        if self._transport == "httpx":
            return _new_client(_AsyncClient, self._timeout, self._max_connections)
        from spacecat_shared_data_access.postgrest import aiohttp_transport  # noqa: PLC0415 - an extra

        transport = aiohttp_transport.Transport(ssl_context(), _limits(self._max_connections))
        return _new_client(_AsyncClient, self._timeout, self._max_connections, transport=transport)

    async def close(self) -> None:
        """Close the running event loop's client."""
        entry = self._open.pop(asyncio.get_running_loop(), None)
        if entry is not None:
            await entry[1].aclose()


class _Client(httpx.Client):
    @property  # type: ignore[misc] # it cannot be set: the clients are the package's own
    def cookies(self) -> httpx.Cookies:
        return _NO_COOKIES


class _AsyncClient(httpx.AsyncClient):
    @property  # type: ignore[misc] # it cannot be set: the clients are the package's own
    def cookies(self) -> httpx.Cookies:
        return _NO_COOKIES

    # httpx creates a client's transports, also those of the environment's proxies, in these two methods. If
    # another version does not call them, the client has httpx's own pools.
    def _init_transport(self, **settings: Any) -> httpx.AsyncBaseTransport:  # type: ignore[override] # called by name
        return _pool(super()._init_transport, **settings)

    def _init_proxy_transport(self, proxy: httpx.Proxy, **settings: Any) -> httpx.AsyncBaseTransport:  # type: ignore[override] # as above
        return _pool(partial(super()._init_proxy_transport, proxy), **settings)


def _pool(
    create: Callable[..., httpx.AsyncBaseTransport],
    *,
    limits: httpx.Limits,
    transport: httpx.AsyncBaseTransport | None = None,
    **settings: Any,
) -> httpx.AsyncBaseTransport:
    if transport is not None:
        return transport
    return ConnectionPool(
        partial(_connection, partial(create, limits=_limits(1), **settings)),
        max_connections=limits.max_connections or 1,
        keepalive_expiry=_KEEPALIVE_SECONDS,
    )


def _connection(create: Callable[[], httpx.AsyncBaseTransport]) -> httpx.AsyncBaseTransport:
    # It imports httpcore, which httpx imports only when a client is created.
    from spacecat_shared_data_access.postgrest.asyncio_network import AsyncioBackend  # noqa: PLC0415 - see above

    transport = create()
    if isinstance(transport, httpx.AsyncHTTPTransport):
        with suppress(AttributeError):  # another version of httpx keeps its own backend
            replace_network(transport, lambda _: AsyncioBackend())
    return transport


async def _close_with_loop(client: httpx.AsyncClient) -> AsyncGenerator[None]:
    # At its end asyncio.run closes the asynchronous generators that were started in the event loop
    # (`loop.shutdown_asyncgens`).
    try:
        yield
    finally:
        await client.aclose()


def new_client(timeout: httpx.Timeout, max_connections: int) -> httpx.Client:
    """Create a client for the sync API. It is closed when it is garbage collected, if not before.

    Args:
        timeout: The default timeouts.
        max_connections: The maximum number of connections.

    Raises:
        ValidationError: A proxy or certificate file of the environment cannot be used. The message names
            the variable.
    """
    # It imports httpcore, which httpx imports only when a client is created.
    from spacecat_shared_data_access.postgrest.timed_network import apply_deadlines  # noqa: PLC0415 - see above

    client = _new_client(_Client, timeout, max_connections)
    apply_deadlines(client)
    # The finalizer closes the transports, since the client itself no longer exists then.
    weakref.finalize(client, _close, os.getpid(), _transports_of(client))
    return client


def _transports_of(client: httpx.Client) -> list[httpx.BaseTransport]:
    try:
        return transports_of(client)
    except AttributeError:  # another version of httpx: the garbage collector closes them
        return []


def _close(process: int, transports: Iterable[httpx.BaseTransport]) -> None:
    if process == os.getpid():  # a forked process must not close its parent's connections
        for transport in transports:
            transport.close()


def _new_client(
    kind: type[_AnyClient], timeout: httpx.Timeout, max_connections: int, **settings: Any
) -> _AnyClient:
    verify = ssl_context()
    with nullcontext() if "transport" in settings else proxies_of_environment():
        return kind(
            http1=True,
            http2=False,
            follow_redirects=False,
            limits=_limits(max_connections),
            timeout=timeout,
            verify=verify,
            # None stands for the client's transport, without a proxy.
            mounts=dict.fromkeys(_LOOPBACK) if getproxies() else None,
            **settings,
        )


def _limits(max_connections: int) -> httpx.Limits:
    # All connections are kept alive: httpcore would close the others after each request and open new ones.
    return httpx.Limits(
        max_connections=max_connections,
        max_keepalive_connections=max_connections,
        keepalive_expiry=_KEEPALIVE_SECONDS,
    )


shared_clients: Final = SharedClients()
if hasattr(os, "register_at_fork"):  # Windows has no fork
    os.register_at_fork(after_in_child=shared_clients.forget)
