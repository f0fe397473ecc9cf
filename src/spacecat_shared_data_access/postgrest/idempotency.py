"""Idempotent writes: resolve writes whose response was lost, so that each takes effect exactly once.

If the response to a write is lost, it is sent again if that is safe. The outcome of the second attempt shows
what became of the first: see docs/RELIABILITY.md.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import httpx

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError
from spacecat_shared_data_access.postgrest.comparison import row_matches
from spacecat_shared_data_access.postgrest.filters import (
    chunks_of,
    encode_in,
    encode_is,
    encode_or,
    encode_value,
)
from spacecat_shared_data_access.postgrest.keyset import Filter
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.request import Operation, Query, Table, filters_of, read_back_query
from spacecat_shared_data_access.postgrest.response import ambiguous_outcome, row_of, rows_of
from spacecat_shared_data_access.postgrest.rows import Row

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.service import Service

T = TypeVar("T")

_UNIQUE_VIOLATION: Final = "23505"
_CONFLICT: Final = 409
# A trigger may set it.
_UPDATED_AT: Final = frozenset({"updated_at"})
NOT_ONE_ROW: Final = "PGRST116"
"""PostgREST's code if a request for one row matches none or several."""
# "The result contains 0 rows"; before PostgREST 13 "Results contain 0 rows, …".
_NO_ROWS = re.compile(r"\b0 rows\b")
_LOGICAL_OPERATORS: Final = frozenset({"or", "and", "not.or", "not.and"})


async def insert(service: Service, table: Table, rows: Row | Sequence[Row], key: Sequence[str]) -> list[Row]:
    """Insert a row or rows exactly once, even if the request is sent several times.

    If the response to an attempt was lost and a later attempt violates a unique key (23505, or a 409 without
    a readable body), the rows are read by their primary key. If they have the values that were sent, the
    earlier attempt inserted them. The constraint named in the error is not significant: PostgreSQL checks
    unique keys in an unspecified order.

    Args:
        service: Sends the requests.
        table: The table.
        rows: A row, or rows that are inserted in one transaction.
        key: The columns of the primary key. Rows without a value for one of them are not sent again if
            their response was lost: a second row could not be distinguished from the first.

    Returns:
        The stored rows, in the order in which they were sent.

    Raises:
        PostgrestError: The server returned an error. With code 23505 another row has one of the unique keys.
        NoResponseError: There was no response. With ``in_doubt`` the rows may have been inserted.
    """
    sent = [rows] if isinstance(rows, dict) else rows
    query = table.insert(rows)
    if not has_values(sent, key):
        return await service.rows(query)
    return await keyed_insert(service, query, sent, key, rows_of, lambda found: found)


def has_values(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bool:
    """Return whether all rows have a value for each of some columns, such as a key's. False without columns."""
    return bool(columns) and all(row.get(column) is not None for row in rows for column in columns)


async def keyed_insert(
    service: Service,
    query: Query,
    sent: Sequence[Row],
    key: Sequence[str],
    read: Callable[[httpx.Response], T],
    result_of: Callable[[list[Row]], T],
) -> T:
    """Send an insert of rows with their primary key: see `insert`.

    Args:
        service: Sends the requests.
        query: The insert.
        sent: Its rows.
        key: The columns of the primary key, for which all rows have a value.
        read: Returns the result of the response.
        result_of: Returns the result for the rows that an earlier attempt inserted, in the order of ``sent``.

    Raises:
        DataAccessError: The same errors as `insert`.
    """
    with service.shared_deadline():
        try:
            # A success after a lost attempt means that the lost one inserted nothing: the keys were free.
            result, _ = await service.request(query, read, Operation.KEYED_INSERT)
        except PostgrestError as error:
            # Without a conflict (all attempts were lost) the rows may still arrive: the error stays in doubt.
            if not error.in_doubt or not _may_be_conflict(error):
                raise
            found = await _keep_in_doubt(_read_back(service, query, sent, key))
            if found is None:
                raise
            name = query.request.path.name
            extra = log_fields(LogEvent.WRITE_CONFIRMED, table=name)
            message = "POST %s: an earlier attempt whose response was lost succeeded"
            service.log.info(message, name, extra=extra)
            return result_of(found)
    return result


async def update(service: Service, query: Query) -> list[Row]:
    """Update one row.

    Args:
        service: Sends the requests.
        query: A PATCH that asks the server to update a single row or nothing: `Table.update` with ``single``.

    Returns:
        The stored row, or an empty list if no row matches the filters.

    Raises:
        PostgrestError: The server returned an error. With code PGRST116 several rows match; none is updated.
        NoResponseError: There was no response, or it is unknown whether the update took effect.
    """
    with service.shared_deadline():
        try:
            rows, in_doubt = await service.request(query, row_of)
        except PostgrestError as error:
            if error.code != NOT_ONE_ROW or not _NO_ROWS.search(error.details or ""):
                raise
            rows, in_doubt = [], error.in_doubt
        return await resolve_ambiguous_update(service, query) if in_doubt and not rows else rows


async def resolve_ambiguous_update(service: Service, query: Query) -> list[Row]:
    """Return the rows of an update that was sent again after its response was lost, and then matched no row.

    The first attempt may have changed what the update's own filters use, such as a status or a part of the
    key. So the rows are read with the new values instead.

    Args:
        service: Sends the requests.
        query: The update.

    Returns:
        The rows with the values that were sent, including ``updated_at``, which distinguishes this update
        from others. Empty if there is no such row, or if the update changes nothing that its filters use.

    Raises:
        NoResponseError: It is unknown whether this update or another one changed the row.
    """
    values: Mapping[str, Any] = query.request.json  # type: ignore[assignment] # an update sends a mapping
    filters = filters_of(query)
    changed = changed_filters(filters, values)
    if changed is None:
        raise ambiguous_outcome()
    if not changed:
        return []
    new_filters = [(name, text) for name, text in filters if name not in changed]
    new_filters += [
        (name, _equal_to(values[name])) for name in changed - _UPDATED_AT if _is_comparable(values, name)
    ]
    if not new_filters:
        raise ambiguous_outcome()
    read = read_back_query(query)
    for name, text in new_filters:
        read.request.params = read.request.params.add(name, text)
    rows = await _keep_in_doubt(service.rows(read))
    candidates = [row for row in rows if row_matches(row, values, ignore=_UPDATED_AT)]
    ours = [row for row in candidates if row_matches(row, values) and not _UPDATED_AT.isdisjoint(values)]
    if candidates and not ours:
        raise ambiguous_outcome()
    return ours


def changed_filters(filters: Sequence[Filter], values: Mapping[str, Any]) -> set[str] | None:
    """Return the names of the filters of an update that use a column which the update changes.

    Args:
        filters: The update's filters.
        values: Its values by column.

    Returns:
        The names. None if that is unknown: logical operators are not parsed for the columns that they use.
    """
    if not _LOGICAL_OPERATORS.isdisjoint(name for name, _ in filters):
        return None
    return {name for name, _ in filters if name.split("->")[0] in values}


async def _read_back(
    service: Service, inserted: Query, sent: Sequence[Row], key: Sequence[str]
) -> list[Row] | None:
    # Return the stored rows in order, or None unless all of them have the values that were sent.
    if len({_key_values(row, key) for row in sent}) < len(sent):
        return None  # an insert with the same key twice cannot have succeeded
    rows: list[Row] = []
    for chunk in chunks_of([[row[column] for column in key] for row in sent]):
        query = read_back_query(inserted)
        if len(key) == 1:
            query = query.filter(key[0], "in", encode_in(value for [value] in chunk))
        else:
            query = query.or_(encode_or(key, chunk))
        rows += await service.rows(query)
    by_key = {_key_values(row, key): row for row in rows}
    stored = [by_key.get(_key_values(row, key), {}) for row in sent]
    ours = all(row_matches(row, each, ignore=_UPDATED_AT) for row, each in zip(stored, sent, strict=True))
    return stored if ours else None


def _may_be_conflict(error: PostgrestError) -> bool:
    # If the body with the code was lost too, only the status is left.
    return error.code == _UNIQUE_VIOLATION or (error.code is None and error.status == _CONFLICT)


async def _keep_in_doubt(reading: Awaitable[T]) -> T:
    try:
        return await reading
    except DataAccessError as error:
        error.in_doubt = True
        raise


def _is_comparable(values: Mapping[str, Any], name: str) -> bool:
    return name in values and not isinstance(values[name], dict | list)


def _equal_to(value: Any) -> str:
    return f"is.{encode_is(None)}" if value is None else f"eq.{encode_value(value)}"


def _key_values(row: Mapping[str, Any], key: Sequence[str]) -> tuple[str, ...]:
    # PostgreSQL returns UUIDs in lower case.
    return tuple(str(row.get(column)).lower() for column in key)
