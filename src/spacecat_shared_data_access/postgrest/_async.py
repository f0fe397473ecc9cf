"""The form of the service for asyncio."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

import httpx
from postgrest import AsyncPostgrestClient

from spacecat_shared_data_access.postgrest.cancellation import send
from spacecat_shared_data_access.postgrest.clients import LoopClients
from spacecat_shared_data_access.postgrest.deadline import seconds_until
from spacecat_shared_data_access.postgrest.gathering import MAX_CONCURRENCY, gathering, unwrap
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope, policy_of
from spacecat_shared_data_access.postgrest.service import NO_TURN, Service, ServiceSettings
from spacecat_shared_data_access.postgrest.turns import async_turns_of

T = TypeVar("T")


class AsyncService(Service):
    """A service on asyncio.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
        client: A client to send with in place of its own; never closed nor changed.
    """

    blocking = False

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.AsyncClient | None = None
    ) -> None:
        super().__init__(settings, log)
        self._injected = client
        self._own = LoopClients(self._timeout, settings.async_transport, settings.max_connections)

    @property
    def postgrest_client(self) -> AsyncPostgrestClient:
        """A client for queries on tables that are no entities; shares the running loop's HTTP client."""
        self._check_open()
        client = AsyncPostgrestClient(
            self.settings.url,
            schema=self.settings.schema,
            headers=dict(self._headers),
            http_client=self._client(),
        )
        client._owns_session = False  # noqa: SLF001 - its only way not to close what it was given
        client.basic_auth = self._auth  # type: ignore[assignment] # it is handed to httpx, which takes any
        return client

    def _client(self) -> httpx.AsyncClient:
        return self._own.here() if self._injected is None else self._injected

    async def _transmit(
        self, client: httpx.AsyncClient, request: httpx.Request, deadline: float
    ) -> httpx.Response:
        turns = async_turns_of(client, self.settings.max_connections)
        if turns.locked():
            try:
                async with asyncio.timeout(seconds_until(deadline)):
                    await turns.acquire()
            except TimeoutError as error:
                raise httpx.PoolTimeout(NO_TURN, request=request) from error
        else:
            await turns.acquire()
        try:
            self._bound(request, deadline)
        except httpx.PoolTimeout:
            turns.release()
            raise
        return await send(client, request, seconds_until(deadline), auth=self._auth, when_over=turns.release)

    async def sleep(self, seconds: float) -> None:
        """Let the event loop do other things."""
        await asyncio.sleep(seconds)

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in tasks, a few of them at a time."""
        places = asyncio.Semaphore(1 if gathering.get() else MAX_CONCURRENCY)

        async def in_turn(call: Awaitable[T]) -> T:
            async with places:
                return await call

        token = gathering.set(True)
        try:
            with PolicyScope(self, policy_of(self)):  # what holds here holds for the tasks
                return unwrap(await asyncio.gather(*map(in_turn, calls), return_exceptions=True))
        finally:
            gathering.reset(token)
            for call in calls:
                call.close()  # one whose turn never came, because the caller was cancelled

    async def to_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in a thread, and let the event loop do other things."""
        return await asyncio.to_thread(function, *args)

    async def close(self) -> None:
        """Close the running loop's client."""
        self._closed = True
        await self._own.close()
