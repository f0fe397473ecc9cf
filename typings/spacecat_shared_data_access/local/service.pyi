"""Answers requests: who asks, what for, the statement, its transaction."""

from typing import Any

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from spacecat_shared_data_access.local.answers import Answer, Prepared
from spacecat_shared_data_access.local.auth import Authenticator
from spacecat_shared_data_access.local.catalog import Catalog
from spacecat_shared_data_access.local.request import ApiRequest, RawRequest
from spacecat_shared_data_access.local.transactions import Transactions

class Service:
    """PostgREST's part: a request in, an answer out.

    Args:
        pool: Connections to the database as the login that may switch to every role.
        transactions: What requests run in.
        authenticator: Knows who asks.
        schema: The exposed schema.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool[AsyncConnection[Any]],
        transactions: Transactions,
        authenticator: Authenticator,
        schema: str,
    ) -> None: ...
    async def answer(self, raw: RawRequest) -> Answer:
        """Answer a request; whatever goes wrong, the answer is PostgREST's way of saying so."""

    async def _prepare(self, request: ApiRequest, catalog: Catalog) -> Prepared | Answer:
        """What is not in the schema cache may have been created since: read it again, once."""

    async def catalog(self, *, known: Catalog | None = None) -> Catalog:
        """The schema cache.

        Args:
            known: The one that turned out to lack something: it is read again, unless another request
                has done so meanwhile.
        """

    async def reload_on_notify(self, connection: AsyncConnection[Any]) -> None:
        """Forget the schema cache at each `NOTIFY pgrst`, for as long as the connection lives.

        Args:
            connection: One of its own, in autocommit mode.
        """
