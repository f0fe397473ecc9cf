"""The transactions that requests run in: each its own, or all of them in one that is rolled back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

class Transactions:
    """Gives every request a transaction.

    Between `begin` and `roll_back` all requests run in one transaction, one after the other, each behind
    a savepoint of its own: one that fails leaves nothing behind and nothing broken. A `begin` within that
    is a savepoint too.

    Args:
        pool: Connections to the database, as the login that may switch to every role.
    """

    def __init__(self, pool: AsyncConnectionPool[AsyncConnection[Any]]) -> None: ...
    @asynccontextmanager
    def of_request(self, *, read_only: bool) -> AsyncIterator[AsyncConnection[Any]]:
        """A connection in a transaction that is committed at the end, or rolled back on an error.

        Args:
            read_only: Whether the request changes nothing.
        """

    async def begin(self) -> None:
        """From now on requests run in one transaction, or behind one more savepoint of it."""

    async def roll_back(self) -> None:
        """Undo what requests did since the last `begin`, after the one that is under way."""

    async def roll_back_all(self) -> None:
        """Undo what requests did since the first `begin`; nothing where there was none."""

    @property
    def shared(self) -> bool:
        """Whether requests run in one transaction."""
