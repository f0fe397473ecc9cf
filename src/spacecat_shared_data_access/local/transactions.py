"""The transactions of requests: one for each, or a single one for all that is rolled back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

# Checks deferred constraints as a commit would, and leaves them deferred.
_CHECK_DEFERRED = (
    "SAVEPOINT deferred; SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK TO SAVEPOINT deferred; RELEASE deferred"
)


class Transactions:
    """Runs every request in a transaction.

    Between `begin` and `roll_back` all requests run in one transaction, one after the other, each in a
    savepoint of its own: a request that fails undoes only its own changes. A nested `begin` is a savepoint
    too.

    Args:
        pool: Connections as the login that may switch to every role.
    """

    def __init__(self, pool: AsyncConnectionPool[AsyncConnection[Any]]) -> None:
        self._pool = pool
        self._turn = asyncio.Lock()  # held while the shared connection is used
        self._shared: AsyncConnection[Any] | None = None
        self._begun: list[AsyncExitStack] = []

    @asynccontextmanager
    async def of_request(self, *, read_only: bool) -> AsyncIterator[AsyncConnection[Any]]:
        """Yield a connection in a transaction that is committed at the end, or rolled back on an error.

        Args:
            read_only: Whether the request changes nothing.
        """
        if self._shared is not None:
            async with self._turn:
                if self._shared is not None:  # else it was rolled back while this request waited
                    async with self._shared.transaction():
                        # Settings of the previous request, such as response.status, outlive its savepoint.
                        await self._shared.execute("RESET ALL")
                        yield self._shared
                        if not read_only:
                            await self._shared.execute(_CHECK_DEFERRED)
                    return
        async with self._pool.connection() as connection, connection.transaction():
            yield connection

    async def begin(self) -> None:
        """Begin a transaction for all further requests, or one more savepoint in it."""
        async with self._turn, AsyncExitStack() as stack:
            if self._shared is None:
                shared = await stack.enter_async_context(self._pool.connection())
                stack.callback(self._leave)
            else:
                shared = self._shared
            await stack.enter_async_context(shared.transaction(force_rollback=True))
            self._shared = shared
            self._begun.append(stack.pop_all())

    def _leave(self) -> None:
        self._shared = None

    async def roll_back(self) -> None:
        """Undo what requests did since the last `begin`, once the running one is done."""
        async with self._turn:
            await self._begun.pop().aclose()

    async def roll_back_all(self) -> None:
        """Undo what requests did since the first `begin`, if there was one."""
        while self._begun:
            await self.roll_back()

    @property
    def shared(self) -> bool:
        """Whether all requests run in one transaction."""
        return self._shared is not None
