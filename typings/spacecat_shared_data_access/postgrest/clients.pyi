"""HTTP clients: one for a process and configuration, shared by all that ask for the same."""

from collections.abc import Callable, Hashable
from typing import Final, Literal, TypeAlias
from weakref import WeakSet

import httpx

AsyncTransport: TypeAlias = Literal["httpx", "aiohttp"]
"What asynchronous requests go over: httpx's own transport, or aiohttp below httpx."

def keep_queries_out_of_logs(host: str) -> None:
    """Cut the query off the URLs of a host in what httpx logs, and leave locations out of what httpcore does.

    Args:
        host: The host that requests of this package go to. Other hosts' lines of httpx's stay as they are;
            httpcore's do not tell whose they are.
    """

class SharedClient:
    """A client that data accesses of one configuration share.

    Args:
        client: The client.
        key: The configuration.
        generation: Which process of a line of forks made it; see `SharedClients`.

    Attributes:
        holders: Those who use it. One that is garbage is one no longer.
    """

    client: httpx.Client
    key: Hashable
    generation: int
    holders: WeakSet[object]

    def __init__(self, client: httpx.Client, key: Hashable, generation: int) -> None: ...

class SharedClients:
    """Blocking clients, by configuration.

    Each is closed when the last who holds it lets go, by `release` or by being garbage collected: they
    alone keep it alive.

    Attributes:
        generation: Goes up when the process was forked: clients of an earlier one are the parent's.
    """

    generation: int

    def __init__(self) -> None: ...
    def acquire(self, key: Hashable, create: Callable[[], httpx.Client], holder: object) -> SharedClient:
        """Return the client of a configuration.

        Args:
            key: The configuration.
            create: Creates a client, for the first who asks.
            holder: Who uses it.
        """

    def release(self, shared: SharedClient, holder: object) -> None:
        """Let go of a client. Does nothing for a holder that does not hold it."""

    def forget(self) -> None:
        """Start over in a process that was forked: two processes must not write to one socket.

        The parent's clients are kept, and left alone: a lock of theirs may be held for good.
        """

class LoopClients:
    """Asynchronous clients of one data access: one for each event loop that uses it.

    A connection belongs to the loop that opened it, so a data access that outlives a loop, as in a
    program that calls ``asyncio.run`` twice, needs a fresh client for the next. Each is closed with its
    loop, if not before.
    """

    def __init__(
        self, timeout: httpx.Timeout, transport: AsyncTransport = "httpx", max_connections: int = 32
    ) -> None: ...
    def here(self) -> httpx.AsyncClient:
        """Give the running loop's client; made on first use."""

    async def close(self) -> None:
        """Close the running loop's client."""

def new_client(timeout: httpx.Timeout, max_connections: int) -> httpx.Client:
    """Create a blocking client, which is closed when it is garbage collected, if not before.

    Args:
        timeout: The timeouts of requests that bring none.
        max_connections: How many connections there may be.

    Raises:
        ValidationError: The environment names a proxy or certificates that cannot be used; the message
            names the variable.
    """

shared_clients: Final[SharedClients]
