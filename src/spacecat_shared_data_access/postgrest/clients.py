"""HTTP clients: one for a process and configuration, shared by all that ask for the same."""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Hashable
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final, Literal

import httpx

AsyncTransport = Literal["httpx", "aiohttp"]
"""What asynchronous requests go over: httpx's own transport, or aiohttp below httpx."""

# As many are kept alive as may be open: httpcore closes what is above, and opens it anew for the next
# request. More of them cost more than they bring, since it looks through all of them each time.
_LIMITS: Final = httpx.Limits(max_connections=32, max_keepalive_connections=32, keepalive_expiry=30.0)

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


_without_query = _WithoutQuery()


def keep_queries_out_of_logs(host: str) -> None:
    """Cut the query off the URLs of a host in what httpx logs.

    Args:
        host: The host that requests of this package go to. Other hosts' lines stay as they are.
    """
    _without_query.hosts.add(host)
    logging.getLogger("httpx").addFilter(_without_query)


class SharedClients:
    """Blocking clients, by configuration. Each is closed when the last who asked for it lets go."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._clients: dict[Hashable, tuple[httpx.Client, int]] = {}

    def acquire(self, key: Hashable, timeout: httpx.Timeout) -> httpx.Client:
        """Give the client of a configuration; made on first use."""
        with self._lock:
            client, users = self._clients.get(key) or (_new_client(httpx.Client, timeout), 0)
            self._clients[key] = (client, users + 1)
            return client

    def release(self, key: Hashable) -> None:
        """Let go of a client."""
        with self._lock:
            client, users = self._clients[key]
            if users > 1:
                self._clients[key] = (client, users - 1)
                return
            del self._clients[key]
        client.close()


class LoopClients:
    """Asynchronous clients of one data access: one for each event loop that uses it.

    A connection belongs to the loop that opened it, so a data access that outlives a loop, as in a
    program that calls ``asyncio.run`` twice, needs a fresh client for the next.
    """

    def __init__(self, timeout: httpx.Timeout, transport: AsyncTransport = "httpx") -> None:
        self._timeout = timeout
        self._transport = transport
        self._clients: dict[asyncio.AbstractEventLoop, httpx.AsyncClient] = {}

    def here(self) -> httpx.AsyncClient:
        """Give the running loop's client; made on first use."""
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None:
            for other in [each for each in self._clients if each.is_closed()]:
                del self._clients[other]  # what it held ended with its loop
            client = self._clients[loop] = self._new()
        return client

    def _new(self) -> httpx.AsyncClient:
        if self._transport == "httpx":
            client: httpx.AsyncClient = _new_client(httpx.AsyncClient, self._timeout)
            return client
        from spacecat_shared_data_access.postgrest import aiohttp_transport  # noqa: PLC0415  an extra

        over_aiohttp = aiohttp_transport.Transport(_ssl_context(), _LIMITS)
        return _new_client(httpx.AsyncClient, self._timeout, transport=over_aiohttp)  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Close the running loop's client."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()


def _new_client(kind: type[Any], timeout: httpx.Timeout, **settings: Any) -> Any:
    return kind(
        http1=True,
        http2=False,
        follow_redirects=False,
        limits=_LIMITS,
        timeout=timeout,
        verify=_ssl_context(),
        cookies=CookieJar(_NO_COOKIES),
        **settings,
    )


@cache
def _ssl_context() -> ssl.SSLContext:
    # Reading the certificate authorities takes longer than all else that makes a client.
    return httpx.create_ssl_context()


shared_clients: Final = SharedClients()
