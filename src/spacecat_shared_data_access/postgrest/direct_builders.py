"""The builders of direct queries: postgrest's own, with checks of their arguments and errors of this package.

``maybe_single()`` finds out itself that there are several rows, and would raise an error that is not a
`DataAccessError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, ClassVar

from postgrest import (
    AsyncMaybeSingleRequestBuilder,
    AsyncRequestBuilder,
    AsyncRPCFilterRequestBuilder,
    AsyncSelectRequestBuilder,
    SyncMaybeSingleRequestBuilder,
    SyncRequestBuilder,
    SyncRPCFilterRequestBuilder,
    SyncSelectRequestBuilder,
)
from postgrest.base_request_builder import SingleAPIResponse

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.direct_errors import direct_errors
from spacecat_shared_data_access.schema.values import to_jsonable


class _CheckedQuery:
    """Methods of query and function builders that check their arguments."""

    def limit(self, size: int, *, foreign_table: str | None = None) -> Any:
        """Set the maximum number of rows."""
        builder: Any = super()
        return builder.limit(_at_least(0, "limit", size), foreign_table=foreign_table)

    def offset(self, size: int) -> Any:
        """Set the number of rows to skip."""
        builder: Any = super()
        return builder.offset(_at_least(0, "offset", size))

    def range(self, start: int, end: int, foreign_table: str | None = None) -> Any:
        """Set the first and the last row, counted from 0."""
        builder: Any = super()
        _at_least(0, "start", start)
        _at_least(start - 1, "end", end)  # just before the start: no rows
        return builder.range(start, end, foreign_table)

    def max_affected(self, value: int) -> Any:
        """Set the maximum number of rows that a write may affect: otherwise it affects none."""
        builder: Any = super()
        return builder.max_affected(_at_least(0, "max_affected", value))


class _CheckedTable:
    """Methods of a table's builder that check the rows to send, and build queries that check their arguments."""

    _query_class: ClassVar[Any]

    def select(self, *columns: str, **options: Any) -> Any:
        """Build a query that reads rows."""
        return self._build("select", *columns, **options)

    def insert(self, json: Any, **options: Any) -> Any:
        """Build an insert of a row, or of a list of rows."""
        return self._build("insert", _rows("insert", json), **options)

    def upsert(self, json: Any, *, on_conflict: str = "", **options: Any) -> Any:
        """Build an upsert of a row, or of a list of rows."""
        with direct_errors():
            if not isinstance(on_conflict, str):
                raise ValidationError("on_conflict must be the columns' names, separated by commas")
        return self._build("upsert", _rows("upsert", json), on_conflict=on_conflict, **options)

    def update(self, json: Any, **options: Any) -> Any:
        """Build an update of the rows that its filters select."""
        return self._build("update", _row("update", json), **options)

    def delete(self, **options: Any) -> Any:
        """Build a delete of the rows that its filters select."""
        return self._build("delete", **options)

    def _build(self, method: str, *args: Any, **options: Any) -> Any:
        return self._query_class(getattr(super(), method)(*args, **options).request)


class _SyncMaybeSingle(SyncMaybeSingleRequestBuilder):
    def execute(self) -> SingleAPIResponse | None:
        with direct_errors():
            return super().execute()


class _SyncSelect(_CheckedQuery, SyncSelectRequestBuilder):
    def maybe_single(self) -> SyncMaybeSingleRequestBuilder:
        return _SyncMaybeSingle(self.request)


class SyncCall(_CheckedQuery, SyncRPCFilterRequestBuilder):
    """Builds the call of a database function."""

    def maybe_single(self) -> SyncMaybeSingleRequestBuilder:
        """Retrieve at most one row."""
        return _SyncMaybeSingle(self.request)


class SyncTable(_CheckedTable, SyncRequestBuilder):
    """Builds the queries of a table."""

    _query_class = _SyncSelect


class _AsyncMaybeSingle(AsyncMaybeSingleRequestBuilder):
    async def execute(self) -> SingleAPIResponse | None:
        with direct_errors():
            return await super().execute()


class _AsyncSelect(_CheckedQuery, AsyncSelectRequestBuilder):
    def maybe_single(self) -> AsyncMaybeSingleRequestBuilder:
        return _AsyncMaybeSingle(self.request)


class AsyncCall(_CheckedQuery, AsyncRPCFilterRequestBuilder):
    """Builds the call of a database function."""

    def maybe_single(self) -> AsyncMaybeSingleRequestBuilder:
        """Retrieve at most one row."""
        return _AsyncMaybeSingle(self.request)


class AsyncTable(_CheckedTable, AsyncRequestBuilder):
    """Builds the queries of a table."""

    _query_class = _AsyncSelect


def sendable(value: Any) -> Any:
    """Convert a value to JSON, with dates, times and bytes as in the postgrest package.

    Raises:
        ValidationError: A value is not supported by JSON or PostgreSQL: see `to_jsonable`.
    """
    try:
        return to_jsonable(_with_texts(value))
    except RecursionError:
        raise ValidationError("a value contains itself or is nested too deeply") from None


def _with_texts(value: Any) -> Any:
    match value:
        case datetime() | time():  # with microseconds, and without a time zone too, unlike entities
            return value.isoformat()
        case bytes() | bytearray() | memoryview():
            return f"\\x{bytes(value).hex()}"
        case Mapping():
            return {key: _with_texts(item) for key, item in value.items()}
        case list() | tuple():
            return [_with_texts(item) for item in value]
    return value


def _row(method: str, values: Any) -> Any:
    with direct_errors():
        if not isinstance(values, Mapping):
            raise ValidationError(f"{method} takes a mapping by column name")
        return sendable(values)


def _rows(method: str, rows: Any) -> Any:
    with direct_errors():
        each = rows if isinstance(rows, list | tuple) else [rows]
        if not all(isinstance(row, Mapping) for row in each):
            raise ValidationError(f"{method} takes a mapping by column name, or a list of mappings")
        return sendable(rows)


def _at_least(least: int, name: str, number: int) -> int:
    with direct_errors():
        if not isinstance(number, int) or isinstance(number, bool) or number < least:
            raise ValidationError(f"{name} must be an integer of {least} or more")
    return number
