"""Turns: how many requests of an HTTP client may be under way; further ones wait in line before its pool.

httpx's pool lets them wait too, but by a timeout of its own, and looks through all that wait whenever one
request begins or ends: of a thousand requests at once it served none, and kept a processor busy doing so.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from typing import Final
from weakref import WeakKeyDictionary

import httpx


class Turns:
    """A bound on how many threads do something, first come first served.

    `threading.Semaphore` lets a newcomer pass those who wait.

    Args:
        places: How many at a time.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        # Re-entrant: a signal handler may run between any two steps of a thread, and make a call too.
        self._lock = threading.RLock()
        self._waiting: deque[threading.Lock] = deque()

    def take(self, seconds: float) -> None:
        """Wait for a place; it is to be given back.

        Args:
            seconds: How long to wait at most.

        Raises:
            TimeoutError: No place became free in time.
        """
        with self._lock:
            if self._free:
                self._free -= 1
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        is_ours = False
        try:
            is_ours = turn.acquire(timeout=max(0.0, min(seconds, threading.TIMEOUT_MAX)))
        finally:
            if not is_ours:
                self._leave(turn)
        if not is_ours:
            raise TimeoutError

    def give_back(self) -> None:
        """Give a place to the first in line, or keep it for the next."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1

    def _leave(self, turn: threading.Lock) -> None:
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:  # it came at the last moment
                self.give_back()


# By client rather than by data access: several may be given the same. Their `setdefault` is one step.
_of_threads: Final[WeakKeyDictionary[httpx.Client, Turns]] = WeakKeyDictionary()
_of_tasks: Final[WeakKeyDictionary[httpx.AsyncClient, dict[asyncio.AbstractEventLoop, asyncio.Semaphore]]] = (
    WeakKeyDictionary()
)


def turns_of(client: httpx.Client, most: int) -> Turns:
    """Return the bound of a client's requests.

    Args:
        client: The client.
        most: How many may be under way, unless the client's own pool has fewer connections.
    """
    turns = _of_threads.get(client)
    return _of_threads.setdefault(client, Turns(_bound(client, most))) if turns is None else turns


def async_turns_of(client: httpx.AsyncClient, most: int) -> asyncio.Semaphore:
    """Return the bound of a client's requests in the running event loop; it is first come first served.

    Args:
        client: The client.
        most: As `turns_of` takes it.
    """
    loop = asyncio.get_running_loop()
    by_loop = _of_tasks.setdefault(client, {})
    turns = by_loop.get(loop)
    if turns is None:
        for other in [each for each in list(by_loop) if each.is_closed()]:
            by_loop.pop(other, None)
        turns = by_loop[loop] = asyncio.Semaphore(_bound(client, most))
    return turns


def _bound(client: httpx.Client | httpx.AsyncClient, most: int) -> int:
    try:
        transports = (client._transport, *client._mounts.values())  # noqa: SLF001 - httpx does not tell otherwise
        pools = [
            each._pool._max_connections  # noqa: SLF001 - as above
            for each in transports
            if isinstance(each, httpx.HTTPTransport | httpx.AsyncHTTPTransport)
        ]
    except AttributeError:  # a later httpx: what is more than its pool takes waits in there
        return most
    return min([most, *pools])


def _start_over() -> None:
    # In a process that was forked: whoever held a place, or a lock, stayed with the parent.
    _of_threads.clear()
    _of_tasks.clear()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_start_over)
