"""The transactions that requests run in: each its own, or all of them in one that is rolled back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

# What a commit would check, checked now, without changing when it is checked next.
_CHECK_DEFERRED = (
    "SAVEPOINT deferred; SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK TO SAVEPOINT deferred; RELEASE deferred"
)


class Transactions:
    """Gives every request a transaction.

    Between `begin` and `roll_back` all requests run in one transaction, one after the other, each behind
    a savepoint of its own: one that fails leaves nothing behind and nothing broken. A `begin` within that
    is a savepoint too.

    Args:
        pool: Connections to the database, as the login that may switch to every role.
    """

    def __init__(self, pool: AsyncConnectionPool[AsyncConnection[Any]]) -> None:
        self._pool = pool
        self._turn = asyncio.Lock()  # whoever uses the shared connection has it
        self._shared: AsyncConnection[Any] | None = None
        self._begun: list[AsyncExitStack] = []

    @asynccontextmanager
    async def of_request(self, *, read_only: bool) -> AsyncIterator[AsyncConnection[Any]]:
        """A connection in a transaction that is committed at the end, or rolled back on an error.

        Args:
            read_only: Whether the request changes nothing.
        """
        if self._shared is not None:
            async with self._turn:
                if self._shared is not None:  # it may have been rolled back while others had their turn
                    async with self._shared.transaction():
                        # A setting of the request before outlives its savepoint: response.status, say.
                        await self._shared.execute("RESET ALL")
                        yield self._shared
                        if not read_only:
                            await self._shared.execute(_CHECK_DEFERRED)
                    return
        async with self._pool.connection() as connection, connection.transaction():
            yield connection

    async def begin(self) -> None:
        """From now on requests run in one transaction, or behind one more savepoint of it."""
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
        """Undo what requests did since the last `begin`, after the one that is under way."""
        async with self._turn:
            await self._begun.pop().aclose()

    async def roll_back_all(self) -> None:
        """Undo what requests did since the first `begin`; nothing where there was none."""
        while self._begun:
            await self.roll_back()

    @property
    def shared(self) -> bool:
        """Whether requests run in one transaction."""
        return self._shared is not None
