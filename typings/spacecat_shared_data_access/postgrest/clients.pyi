"""HTTP clients: one for a process and configuration, shared by all that ask for the same."""

from collections.abc import Hashable
from typing import Final, Literal, TypeAlias

import httpx

AsyncTransport: TypeAlias = Literal["httpx", "aiohttp"]
"What asynchronous requests go over: httpx's own transport, or aiohttp below httpx."

def keep_queries_out_of_logs(host: str) -> None:
    """Cut the query off the URLs of a host in what httpx logs, and leave locations out of what httpcore does.

    Args:
        host: The host that requests of this package go to. Other hosts' lines of httpx's stay as they are;
            httpcore's do not tell whose they are.
    """

class SharedClients:
    """Blocking clients, by configuration. Each is closed when the last who holds it lets go.

    Attributes:
        generation: Goes up when the process was forked: clients of an earlier one are the parent's.
    """

    generation: int

    def __init__(self) -> None: ...
    def acquire(self, key: Hashable, timeout: httpx.Timeout, holder: object) -> httpx.Client:
        """Give the client of a configuration; made on first use."""

    def release(self, key: Hashable, holder: object) -> None:
        """Let go of a client. Who does not hold it does nothing."""

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

    def __init__(self, timeout: httpx.Timeout, transport: AsyncTransport = "httpx") -> None: ...
    def here(self) -> httpx.AsyncClient:
        """Give the running loop's client; made on first use."""

    async def close(self) -> None:
        """Close the running loop's client."""

shared_clients: Final[SharedClients]
