"""`check_database`: reads what a database has, and compares it with the entities."""

from __future__ import annotations

import base64
import re
from collections.abc import Coroutine, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, overload

import httpx
import orjson

from spacecat_shared_data_access.check.catalog import DEFAULT_ROLE, facts_from_catalog
from spacecat_shared_data_access.check.description import facts_from_description, version_number
from spacecat_shared_data_access.check.facts import DatabaseFacts
from spacecat_shared_data_access.check.finding import Finding, FindingKind, Severity
from spacecat_shared_data_access.check.rules import checked_schemas, enums_of, findings_of
from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess
from spacecat_shared_data_access.errors import (
    AccessDeniedError,
    DataAccessError,
    NoResponseError,
    PostgrestError,
    ValidationError,
    wrap_error,
)
from spacecat_shared_data_access.postgrest.response import json_of
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from spacecat_shared_data_access.schema import Schema

OLDEST_VERSION: Final = (11, 0)
"""The oldest PostgREST that the package supports."""

_OPENAPI: Final = "application/openapi+json, application/json;q=0.9"
_RANGE: Final = re.compile(r"([0-9]+)-([0-9]+)/")


@overload
def check_database(
    data_access: DataAccess,
    *,
    entities: Iterable[str] | None = None,
    database_url: str | None = None,
    role: str | None = None,
) -> list[Finding]: ...
@overload
def check_database(
    data_access: AsyncDataAccess,
    *,
    entities: Iterable[str] | None = None,
    database_url: str | None = None,
    role: str | None = None,
) -> Coroutine[Any, Any, list[Finding]]: ...
def check_database(
    data_access: DataAccess | AsyncDataAccess,
    *,
    entities: Iterable[str] | None = None,
    database_url: str | None = None,
    role: str | None = None,
) -> list[Finding] | Coroutine[Any, Any, list[Finding]]:
    """Check whether a database has what the entities need. Nothing is written, ever.

    Tables, columns, types, enum types and functions are read from PostgREST's description of itself, the OpenAPI
    document at its root. With a `database_url` they are read from the database's catalog instead, as are keys,
    indexes, CHECKs, defaults and privileges.

    Args:
        data_access: The data access of the server. With an `AsyncDataAccess` the result is awaited.
        entities: Names of entities, such as ``Ticket``; by default all that are registered, including your own.
        database_url: The URL of the database. It needs the extra ``local``.
        role: The role whose privileges are checked, with a `database_url`: by default the API key's, or
            ``postgrest_writer``.

    Returns:
        The differences: those of the server, then by entity. Empty if everything fits.

    Raises:
        ValidationError: An argument is invalid. The message names it.
        AccessDeniedError: The server refused the API key.
        UnavailableError: The server or the database cannot be reached.
        DataAccessError: The server does not describe itself as PostgREST does.
    """
    if not isinstance(data_access, DataAccess | AsyncDataAccess):
        raise ValidationError("data_access must be a DataAccess or an AsyncDataAccess")
    if isinstance(entities, str):
        raise ValidationError("entities must be a list of names")
    schemas = checked_schemas(entities)
    service = data_access.registry.service
    checking = _Check(service, schemas, database_url, role or _role_of(data_access.config.postgrest_api_key))
    findings = checking.findings()
    return run_sync(findings) if service.blocking else findings


@dataclass(frozen=True, slots=True)
class _Check:
    """One check of a database."""

    service: Service
    schemas: list[Schema]
    database_url: str | None
    role: str | None

    async def findings(self) -> list[Finding]:
        described = facts_from_description(await self._description(), self.service.settings.schema)
        facts = described
        if self.database_url is not None:
            facts = await self.service.to_thread(
                facts_from_catalog,
                self.database_url,
                described.schema,
                self.role,
                enums_of(self.schemas),
                self.service.settings.timeout[0],
            )
        found = [*_of_version(described.version or ""), *(await self._of_row_limit(facts)), *_of_role(facts)]
        if facts.is_catalog:
            found += self._of_schema_cache(described, facts)
        return found + [each for schema in self.schemas for each in findings_of(schema, facts)]

    async def _description(self) -> Any:
        query = self.service.table("").select()
        query.request.params = httpx.QueryParams()
        query.request.headers["Accept"] = _OPENAPI
        try:
            document, _ = await self.service.request(query, json_of)
        except PostgrestError as error:
            raise _unreadable(error) from error
        return document

    async def _of_row_limit(self, facts: DatabaseFacts) -> list[Finding]:
        page_size = self.service.settings.page_size
        limit = facts.max_rows
        if limit is None or limit >= page_size:
            limit = await self._observed_limit(facts, page_size)
        if limit is None:
            return []
        return [
            Finding(
                kind=FindingKind.ROW_LIMIT,
                expected=f"responses of up to {page_size} rows, the page_size of the data access",
                found=f"db-max-rows is {limit}",
                fix=f"set PostgREST's db-max-rows to {page_size} or more, or page_size to {limit}",
            )
        ]

    async def _observed_limit(self, facts: DatabaseFacts, page_size: int) -> int | None:
        """Return the server's row limit, if it is smaller than a page; None if it is not, or no table shows it."""
        for schema in self.schemas:
            if schema.table not in facts.tables or not schema.key_columns:
                continue
            count = await self._count(schema, offset=0, limit=page_size)
            if count == page_size:
                return None
            if count and await self._count(schema, offset=count, limit=1):
                return count
        return None

    async def _count(self, schema: Schema, *, offset: int, limit: int) -> int:
        # HEAD: how many rows a response would have, without the rows.
        query = self.service.table(schema.table).select(",".join(schema.key_columns))
        query.request.http_method = "HEAD"
        query = query.order(schema.key_columns[0]).limit(limit).offset(offset)
        try:
            count, _ = await self.service.request(query, _rows_in)
        except NoResponseError:
            raise
        except PostgrestError:  # such as a missing privilege, which has a finding of its own
            return 0
        return count

    def _of_schema_cache(self, described: DatabaseFacts, facts: DatabaseFacts) -> Iterator[Finding]:
        unseen = []
        for schema in self.schemas:
            table, seen = facts.tables.get(schema.table), described.tables.get(schema.table)
            if table is None or (table.privileges is not None and not any(table.privileges.values())):
                continue  # PostgREST does not describe a table of which the role has no privilege
            if seen is None:
                unseen.append(schema.table)
            else:
                columns = schema.stored_columns & (table.columns.keys() - seen.columns.keys())
                unseen += [f"{schema.table}.{column}" for column in sorted(columns)]
        if unseen:
            yield Finding(
                kind=FindingKind.STALE_SCHEMA_CACHE,
                expected="PostgREST to know all tables and columns of the database",
                found=f"it does not know {', '.join(unseen)}",
                fix="reload its schema cache: NOTIFY pgrst, 'reload schema'; or give its role privileges on them",
            )


def _of_version(text: str) -> Iterator[Finding]:
    version = version_number(text)
    if version is not None and version < OLDEST_VERSION:
        oldest = ".".join(map(str, OLDEST_VERSION))
        yield Finding(
            kind=FindingKind.POSTGREST_VERSION,
            expected=f"PostgREST {oldest} or later",
            found=f"PostgREST {text}",
            fix="upgrade PostgREST",
        )


def _of_role(facts: DatabaseFacts) -> Iterator[Finding]:
    if not facts.is_catalog:
        return
    if facts.role is None:
        yield Finding(
            kind=FindingKind.UNKNOWN_ROLE,
            severity=Severity.NOTE,
            expected="the role whose privileges are to be checked",
            found=f"an API key without a role, and no role {DEFAULT_ROLE}: privileges are not checked",
            fix="name the role: role=…, or --role",
        )
    elif not facts.has_usage:
        yield Finding(
            kind=FindingKind.MISSING_PRIVILEGE,
            expected=f"USAGE on the schema {facts.schema} for {facts.role}",
            found="it lacks the privilege",
            fix=f"GRANT USAGE ON SCHEMA {facts.schema} TO {facts.role}",
        )


def _rows_in(response: httpx.Response) -> int:
    match = _RANGE.match(response.headers.get("Content-Range", ""))
    return 0 if match is None else int(match[2]) - int(match[1]) + 1


def _unreadable(error: PostgrestError) -> DataAccessError:
    if isinstance(error, NoResponseError):
        return wrap_error(f"The server cannot be reached: {error.message}", error)
    failed = wrap_error(f"The server's description cannot be read: {error.message}", error)
    if isinstance(failed, AccessDeniedError):
        failed.message = f"The server refused the API key, or the lack of one: {error.message}"
    return failed


def _role_of(api_key: Any) -> str | None:
    """Return the role in an API key; None if it is not a JSON web token with one, or not known yet."""
    text = api_key.get_secret_value() if hasattr(api_key, "get_secret_value") else None
    if not isinstance(text, str):
        return None
    try:
        _header, payload, _signature = text.split(".")
        claims = orjson.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except ValueError:
        return None
    role = claims.get("role") if isinstance(claims, dict) else None
    return role if isinstance(role, str) and role else None
