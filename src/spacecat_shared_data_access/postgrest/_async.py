"""The service of the asyncio API."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import httpx
from postgrest import AsyncPostgrestClient

from spacecat_shared_data_access.postgrest.cancellation import send
from spacecat_shared_data_access.postgrest.clients import LoopClients
from spacecat_shared_data_access.postgrest.concurrency import MAX_CONCURRENCY, is_concurrent, results_of
from spacecat_shared_data_access.postgrest.concurrency_limit import async_concurrency_limit
from spacecat_shared_data_access.postgrest.deadline import seconds_until
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope, policy_of
from spacecat_shared_data_access.postgrest.service import (
    Limit,
    Service,
    ServiceSettings,
    queue_timeout,
)

T = TypeVar("T")


class AsyncService(Service):
    """A service for asyncio.

    Args:
        settings: Server, credentials, timeouts and limits.
        log: The logger.
        client: An HTTP client to use instead of its own ones. It is neither closed nor changed.
    """

    blocking = False

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.AsyncClient | None = None
    ) -> None:
        super().__init__(settings, log)
        self._injected = client
        self._own = LoopClients(self._timeout, settings.async_transport, settings.max_connections)
        # The locks in use, by the ID of their object, each with the number of tasks that use it. A lock that
        # is kept longer could meet another event loop.
        self._locks: dict[int, tuple[asyncio.Lock, int]] = {}

    @property
    def postgrest_client(self) -> AsyncPostgrestClient:
        """A postgrest client whose requests this service sends."""
        from spacecat_shared_data_access.postgrest.direct import AsyncDirectClient  # noqa: PLC0415 - not needed for entities, and a cold start is faster without it

        self.check_open()
        return AsyncDirectClient(self, self._client(), self.settings.schema, self.client_headers)

    def _client(self) -> httpx.AsyncClient:
        return self._own.for_running_loop() if self._injected is None else self._injected

    async def _acquire(self, client: httpx.AsyncClient, deadline: float) -> Limit:
        limit = async_concurrency_limit(client, self.settings.max_connections)
        if limit.locked():
            try:
                async with asyncio.timeout(seconds_until(deadline)):
                    await limit.acquire()
            except TimeoutError:
                failure = queue_timeout()
                raise failure from failure.cause
        else:
            await limit.acquire()
        return limit

    async def _send_and_release(
        self,
        client: httpx.AsyncClient,
        request: httpx.Request,
        auth: httpx.Auth | None,
        deadline: float,
        limit: Limit,
    ) -> httpx.Response:
        return await send(client, request, seconds_until(deadline), auth=auth, on_end=limit.release)

    async def sleep(self, seconds: float) -> None:
        """Suspend the task."""
        await asyncio.sleep(seconds)

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in tasks, at most 8 at a time."""
        limit = asyncio.Semaphore(1 if is_concurrent.get() else MAX_CONCURRENCY)

        async def run(call: Awaitable[T]) -> T:
            async with limit:
                return await call

        token = is_concurrent.set(True)
        try:
            with PolicyScope(self, policy_of(self)):  # the current policy applies in the tasks too
                return results_of(await asyncio.gather(*map(run, calls), return_exceptions=True))
        finally:
            is_concurrent.reset(token)
            for call in calls:
                call.close()  # if it was never started, because the caller was cancelled

    @asynccontextmanager
    async def exclusive(self, thing: object) -> AsyncIterator[None]:
        """Wait until no other task is in such a block for the same object. Tasks enter in order of arrival."""
        lock, users = self._locks.get(id(thing), (asyncio.Lock(), 0))
        self._locks[id(thing)] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            _, users = self._locks.pop(id(thing))
            if users > 1:
                self._locks[id(thing)] = lock, users - 1

    async def to_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in a thread."""
        return await asyncio.to_thread(function, *args)

    async def close(self) -> None:
        """Close the running event loop's client."""
        self._closed = True
        await self._own.close()
