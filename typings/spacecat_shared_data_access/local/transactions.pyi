"""The transactions of requests: one for each, or a single one for all that is rolled back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

class Transactions:
    """Runs every request in a transaction.

    Between `begin` and `roll_back` all requests run in one transaction, one after the other, each in a
    savepoint of its own: a request that fails undoes only its own changes. A nested `begin` is a savepoint
    too.

    Args:
        pool: Connections as the login that may switch to every role.
    """

    def __init__(self, pool: AsyncConnectionPool[AsyncConnection[Any]]) -> None: ...
    @asynccontextmanager
    def of_request(self, *, read_only: bool) -> AsyncIterator[AsyncConnection[Any]]:
        """Yield a connection in a transaction that is committed at the end, or rolled back on an error.

        Args:
            read_only: Whether the request changes nothing.
        """

    async def begin(self) -> None:
        """Begin a transaction for all further requests, or one more savepoint in it."""

    async def roll_back(self) -> None:
        """Undo what requests did since the last `begin`, once the running one is done."""

    async def roll_back_all(self) -> None:
        """Undo what requests did since the first `begin`, if there was one."""

    @property
    def shared(self) -> bool:
        """Whether all requests run in one transaction."""
