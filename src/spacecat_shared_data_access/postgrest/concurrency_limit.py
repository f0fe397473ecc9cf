"""Limits on the concurrent requests of an HTTP client. Further requests wait in order of arrival.

httpx's pool makes requests wait too, but with a timeout of its own, and it scans all waiting requests
whenever one starts or ends: with a thousand of them it keeps a processor busy and most of them time out.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from typing import Final
from weakref import WeakKeyDictionary

import httpx

from spacecat_shared_data_access.postgrest.httpx_internals import pool_sizes_of


class FifoSemaphore:
    """A semaphore for threads that are served in order of arrival.

    `threading.Semaphore` lets a new thread overtake those that are waiting.

    Args:
        value: How many threads may hold it at a time.
    """

    def __init__(self, value: int) -> None:
        self._value = value
        # Re-entrant: a signal handler may interrupt a thread at any point, and make a request as well.
        self._lock = threading.RLock()
        self._waiters: deque[threading.Lock] = deque()

    def acquire(self, timeout: float) -> None:
        """Acquire the semaphore.

        Args:
            timeout: How long to wait, in seconds.

        Raises:
            TimeoutError: The semaphore was not released in time.
        """
        with self._lock:
            if self._value:
                self._value -= 1
                return
            waiter = threading.Lock()
            waiter.acquire()
            self._waiters.append(waiter)
        acquired = False
        try:
            acquired = waiter.acquire(timeout=max(0.0, min(timeout, threading.TIMEOUT_MAX)))
        finally:
            if not acquired:
                self._cancel(waiter)
        if not acquired:
            raise TimeoutError

    def release(self) -> None:
        """Release the semaphore to the thread that has waited longest, if any."""
        with self._lock:
            if self._waiters:
                self._waiters.popleft().release()
            else:
                self._value += 1

    def _cancel(self, waiter: threading.Lock) -> None:
        with self._lock:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
            else:  # it was served just after its timeout
                self.release()


# By client, since several data accesses may be given the same one. `setdefault` is atomic.
_sync_limits: Final[WeakKeyDictionary[httpx.Client, FifoSemaphore]] = WeakKeyDictionary()
_async_limits: Final[
    WeakKeyDictionary[httpx.AsyncClient, dict[asyncio.AbstractEventLoop, asyncio.Semaphore]]
] = WeakKeyDictionary()


def concurrency_limit(client: httpx.Client, max_requests: int) -> FifoSemaphore:
    """Return the semaphore that limits the concurrent requests of a client.

    Args:
        client: The client.
        max_requests: The limit, unless the client's own pool has fewer connections.
    """
    limit = _sync_limits.get(client)
    if limit is None:
        limit = _sync_limits.setdefault(client, FifoSemaphore(_limit_for(client, max_requests)))
    return limit


def async_concurrency_limit(client: httpx.AsyncClient, max_requests: int) -> asyncio.Semaphore:
    """Return the semaphore that limits the concurrent requests of a client in the running event loop.

    Args:
        client: The client.
        max_requests: As for `concurrency_limit`.
    """
    loop = asyncio.get_running_loop()
    by_loop = _async_limits.setdefault(client, {})
    limit = by_loop.get(loop)
    if limit is None:
        for other in [each for each in list(by_loop) if each.is_closed()]:
            by_loop.pop(other, None)
        limit = by_loop[loop] = asyncio.Semaphore(_limit_for(client, max_requests))
    return limit


def _limit_for(client: httpx.Client | httpx.AsyncClient, max_requests: int) -> int:
    try:
        pool_sizes = pool_sizes_of(client)
    except AttributeError:  # another version of httpx: requests beyond its pool's size wait in the pool
        return max_requests
    return min([max_requests, *pool_sizes])


def _reset_after_fork() -> None:
    # Threads that held a semaphore or a lock exist in the parent process only.
    _sync_limits.clear()
    _async_limits.clear()


if hasattr(os, "register_at_fork"):  # Windows has no fork
    os.register_at_fork(after_in_child=_reset_after_fork)
