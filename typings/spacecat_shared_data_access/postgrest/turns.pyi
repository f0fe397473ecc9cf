"""Turns: how many requests of an HTTP client may be under way; further ones wait in line before its pool.

httpx's pool lets them wait too, but by a timeout of its own, and looks through all that wait whenever one
request begins or ends: of a thousand requests at once it served none, and kept a processor busy doing so.
"""

import asyncio

import httpx

class Turns:
    """A bound on how many threads do something, first come first served.

    `threading.Semaphore` lets a newcomer pass those who wait.

    Args:
        places: How many at a time.
    """

    def __init__(self, places: int) -> None: ...
    def take(self, seconds: float) -> None:
        """Wait for a place; it is to be given back.

        Args:
            seconds: How long to wait at most.

        Raises:
            TimeoutError: No place became free in time.
        """

    def give_back(self) -> None:
        """Give a place to the first in line, or keep it for the next."""

def turns_of(client: httpx.Client, most: int) -> Turns:
    """Return the bound of a client's requests.

    Args:
        client: The client.
        most: How many may be under way, unless the client's own pool has fewer connections.
    """

def async_turns_of(client: httpx.AsyncClient, most: int) -> asyncio.Semaphore:
    """Return the bound of a client's requests in the running event loop; it is first come first served.

    Args:
        client: The client.
        most: As `turns_of` takes it.
    """
