"""Handles requests: authentication, parsing, the statement, its transaction."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

import psycopg
from psycopg import AsyncConnection, sql
from psycopg.types.string import TextLoader
from psycopg_pool import AsyncConnectionPool

from spacecat_shared_data_access.local.auth import Authenticator, Caller
from spacecat_shared_data_access.local.catalog import Catalog
from spacecat_shared_data_access.local.catalog_reader import read_accessible, read_catalog
from spacecat_shared_data_access.local.errors import RequestError, StaleCatalogError, from_postgres
from spacecat_shared_data_access.local.media_types import negotiate
from spacecat_shared_data_access.local.openapi import openapi_document
from spacecat_shared_data_access.local.request import ApiRequest, RawRequest, read_request
from spacecat_shared_data_access.local.resources import prepare
from spacecat_shared_data_access.local.responses import (
    UNDECODABLE,
    ApiResponse,
    Prepared,
    content_type,
    error_response,
    with_settings,
)
from spacecat_shared_data_access.local.statements.fragments import Parameters, joined
from spacecat_shared_data_access.local.statements.statement import Outcome
from spacecat_shared_data_access.local.transactions import Transactions
from spacecat_shared_data_access.schema.printing import printable

_LOGGER = logging.getLogger(__name__)
_VARY = {"vary": "Accept, Prefer, Range"}


class RequestHandler:
    """Handles requests as PostgREST does.

    Args:
        pool: Connections as the login that may switch to every role.
        transactions: The transactions that requests run in.
        authenticator: Reads the Authorization header.
        schema: The exposed schema.
        plans: Whether clients may ask for the plans of statements.
        max_rows: The maximum number of rows to return of each resource, or None.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool[AsyncConnection[Any]],
        transactions: Transactions,
        authenticator: Authenticator,
        schema: str,
        *,
        plans: bool = False,
        max_rows: int | None = None,
    ) -> None:
        self._pool = pool
        self._transactions = transactions
        self._authenticator = authenticator
        self._schema = schema
        self._plans = plans
        self._max_rows = max_rows
        self._catalog: Catalog | None = None
        self._reading = asyncio.Lock()

    async def respond(self, raw: RawRequest) -> ApiResponse:
        """Return the response to a request. Every error becomes an error response of PostgREST."""
        anonymous = True
        try:
            caller = self._authenticator.caller(raw.header("authorization"))
            anonymous = caller.anonymous
            response = await self._respond(raw, caller)
        except UnicodeDecodeError:
            return UNDECODABLE
        except RequestError as error:
            return error_response(error)
        except psycopg.Error as error:
            return error_response(from_postgres(error, anonymous=anonymous))
        except Exception:
            _LOGGER.exception("%s /%s failed", raw.method, printable("/".join(raw.path)))
            return error_response(RequestError(500, "PGRSTX00", "Internal error of the local server"))
        return replace(response, headers=_VARY | response.headers)

    async def _respond(self, raw: RawRequest, caller: Caller) -> ApiResponse:
        request = read_request(raw, self._schema, self._max_rows)
        catalog = await self.catalog()
        if not raw.path and request.reads:
            return await self._describe(raw, request, caller, catalog)
        prepared = await self._prepare(request, catalog)
        return (
            prepared if isinstance(prepared, ApiResponse) else await self._run(prepared, raw, request, caller)
        )

    async def _describe(
        self, raw: RawRequest, request: ApiRequest, caller: Caller, catalog: Catalog
    ) -> ApiResponse:
        """Return the OpenAPI document, with the tables and functions that the caller's role may use."""
        headers = content_type(request, negotiate(request.accept, root=True))
        async with self._transaction(raw, request, caller, read_only=True) as connection:
            names, functions, description = await read_accessible(connection, self._schema)
        if request.method == "HEAD":
            return ApiResponse(200, headers)
        tables = [table for name, table in catalog.tables.items() if name in names]
        document = openapi_document(
            catalog, tables, functions, description=description, host=raw.header("host")
        )
        return ApiResponse(200, headers, json.dumps(document, ensure_ascii=False).encode())

    async def _prepare(self, request: ApiRequest, catalog: Catalog) -> Prepared | ApiResponse:
        """Build the statement. If a name is not in the schema cache, read the cache again and retry once."""
        try:
            return prepare(request, catalog, plans=self._plans)
        except StaleCatalogError:
            return prepare(request, await self.catalog(known=catalog), plans=self._plans)

    async def catalog(self, *, known: Catalog | None = None) -> Catalog:
        """Return the schema cache.

        Args:
            known: A schema cache that is out of date. It is read again, unless another request has done so
                in the meantime.
        """
        async with self._reading:
            if self._catalog is None or self._catalog is known:
                async with self._pool.connection() as connection:
                    self._catalog = await read_catalog(connection, self._schema)
            return self._catalog

    async def reload_on_notify(self, connection: AsyncConnection[Any]) -> None:
        """Discard the schema cache on each `NOTIFY pgrst`, until the connection is closed.

        Args:
            connection: A connection in autocommit mode that is used for nothing else.
        """
        # Without the connection the cache is still refreshed for unknown names.
        with suppress(psycopg.OperationalError):
            await connection.execute("LISTEN pgrst")
            async for notification in connection.notifies():
                if notification.payload in {"", "reload schema"}:
                    self._catalog = None

    async def _run(
        self, prepared: Prepared, raw: RawRequest, request: ApiRequest, caller: Caller
    ) -> ApiResponse:
        async with self._transaction(raw, request, caller, read_only=prepared.read_only) as connection:
            if prepared.media_type.explain:
                plan = await _plan(connection, prepared)
                return ApiResponse(200, content_type(request, prepared.media_type), plan)
            row = await (await connection.execute(prepared.statement, prepared.values.values)).fetchone()
            outcome = Outcome(*row) if row else Outcome(None, 0, "", [], None, None, None)
            if prepared.planned_count is not None:
                outcome = await _with_planned_count(connection, prepared, outcome)
            response = with_settings(prepared.build_response(outcome), outcome)
            return replace(response, rows=outcome.rows)

    @asynccontextmanager
    async def _transaction(
        self, raw: RawRequest, request: ApiRequest, caller: Caller, *, read_only: bool
    ) -> AsyncIterator[AsyncConnection[Any]]:
        """Yield a connection in the request's transaction, with its settings."""
        settings = {
            "search_path": f'"{self._schema}", public',
            "role": caller.role,
            "request.jwt.claims": json.dumps(caller.claims),
            "request.method": raw.method,
            "request.path": "/" + "/".join(raw.path),
            "request.headers": json.dumps(dict(reversed(raw.headers))),
            "request.cookies": json.dumps(_cookies(raw)),
            "TimeZone": request.preferences.values.get("timezone", "UTC"),
            "transaction_read_only": "on" if read_only else "off",
        }
        values = Parameters()
        calls = [
            sql.SQL("set_config({}, {}::text, true)").format(sql.Literal(name), values.add(value))
            for name, value in settings.items()
        ]
        async with self._transactions.of_request(read_only=read_only) as connection:
            await connection.execute(sql.SQL("SELECT {}").format(joined(", ", calls)), values.values)
            yield connection


async def _plan(connection: AsyncConnection[Any], prepared: Prepared) -> bytes:
    """Return the plan of a statement, as PostgreSQL writes it."""
    options = sql.SQL(", ").join(map(sql.SQL, prepared.media_type.explain))
    cursor = connection.cursor()
    cursor.adapters.register_loader("json", TextLoader)  # not parsed
    await cursor.execute(
        sql.SQL("EXPLAIN ({}) {}").format(options, prepared.statement), prepared.values.values
    )
    return "".join(f"{line}\n" for (line,) in await cursor.fetchall()).encode()


async def _with_planned_count(
    connection: AsyncConnection[Any], prepared: Prepared, outcome: Outcome
) -> Outcome:
    explain = sql.SQL("EXPLAIN (FORMAT JSON) {}").format(prepared.planned_count or sql.SQL(""))
    row = await (await connection.execute(explain, prepared.values.values)).fetchone()
    return replace(outcome, total=row[0][0]["Plan"]["Plan Rows"] if row else None)


def _cookies(raw: RawRequest) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in (raw.header("cookie") or "").split(";"))
    return {name: value for name, _, value in pairs if name}
