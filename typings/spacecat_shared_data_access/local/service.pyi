"""Handles requests: authentication, parsing, the statement, its transaction."""

from typing import Any

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from spacecat_shared_data_access.local.auth import Authenticator
from spacecat_shared_data_access.local.catalog import Catalog
from spacecat_shared_data_access.local.request import ApiRequest, RawRequest
from spacecat_shared_data_access.local.responses import ApiResponse, Prepared
from spacecat_shared_data_access.local.transactions import Transactions

class Service:
    """Handles requests as PostgREST does.

    Args:
        pool: Connections as the login that may switch to every role.
        transactions: The transactions that requests run in.
        authenticator: Reads the Authorization header.
        schema: The exposed schema.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool[AsyncConnection[Any]],
        transactions: Transactions,
        authenticator: Authenticator,
        schema: str,
    ) -> None: ...
    async def respond(self, raw: RawRequest) -> ApiResponse:
        """Return the response to a request. Every error becomes an error response of PostgREST."""

    async def _prepare(self, request: ApiRequest, catalog: Catalog) -> Prepared | ApiResponse:
        """Build the statement. If a name is not in the schema cache, read the cache again and retry once."""

    async def catalog(self, *, known: Catalog | None = None) -> Catalog:
        """Return the schema cache.

        Args:
            known: A schema cache that is out of date. It is read again, unless another request has done so
                in the meantime.
        """

    async def reload_on_notify(self, connection: AsyncConnection[Any]) -> None:
        """Discard the schema cache on each `NOTIFY pgrst`, until the connection is closed.

        Args:
            connection: A connection in autocommit mode that is used for nothing else.
        """
