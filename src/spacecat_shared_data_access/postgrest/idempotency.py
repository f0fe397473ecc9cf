"""Exactly once: what a write that may have been done twice has come to.

A write whose answer was lost is sent again where that does no harm. What the second one meets then tells
what became of the first: see docs/RELIABILITY.md.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from spacecat_shared_data_access.errors import DataAccessError, NoAnswerError, PostgrestError
from spacecat_shared_data_access.postgrest.comparison import row_matches
from spacecat_shared_data_access.postgrest.filters import (
    chunks_of,
    encode_in,
    encode_is,
    encode_or,
    encode_value,
)
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.request import Query, Table, filters_of
from spacecat_shared_data_access.postgrest.response import row_of, rows_of
from spacecat_shared_data_access.postgrest.retry import Operation

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.service import Service

T = TypeVar("T")

_UNIQUE_VIOLATION: Final = "23505"
_CONFLICT: Final = 409
# A trigger may write it anew.
_SET_ANEW: Final = frozenset({"updated_at"})
_NOT_ONE_ROW: Final = "PGRST116"
# "The result contains 0 rows"; before PostgREST 13 "Results contain 0 rows, …".
_NO_ROWS = re.compile(r"\b0 rows\b")
_LOGICAL: Final = frozenset({"or", "and", "not.or", "not.and"})


async def insert(service: Service, table: Table, rows: Row | Sequence[Row], key: Sequence[str]) -> list[Row]:
    """Add a row or rows, once, though the request may be sent several times.

    Where the answer to one attempt was lost and a later one meets a unique key (23505, or a 409 that does
    not tell), the rows are read back by their primary key: those that hold what was sent are ours, and
    stored. Which of several unique keys the database tells of says nothing: it looks at them in an order
    of its own.

    Args:
        service: The way to the server.
        table: The table.
        rows: A row, or rows that are stored together or not at all.
        key: The columns of the primary key. Rows that lack one of them are not sent again after their
            answer was lost: a second row could not be told from the first.

    Returns:
        The rows as they are stored, in the order in which they were sent.

    Raises:
        PostgrestError: The server refused. With code 23505 a row that is not ours excludes one of them.
        NoAnswerError: There was no answer. Where it says ``in_doubt``, the rows may be there.
    """
    sent = [rows] if isinstance(rows, dict) else rows
    if not key or any(row.get(column) is None for row in sent for column in key):
        return await service.rows(table.insert(rows))
    with service.shared_deadline():
        try:
            stored, _ = await service.request(table.insert(rows), rows_of, Operation.KEYED_INSERT)
        except PostgrestError as error:
            if not error.in_doubt or not _may_be_taken(error):
                raise
            found = await _still_in_doubt(_stored(service, table, sent, key))
            if found is None:
                raise
            service.log.info("POST %s: an earlier attempt, whose answer was lost, was done", table.name)
            return found
    return stored


async def update(service: Service, query: Query) -> list[Row]:
    """Change one row, or none where the filters find none.

    Args:
        service: The way to the server.
        query: The change, for which the server was asked to change a single row or nothing.

    Returns:
        The row as it is stored, or none.

    Raises:
        PostgrestError: The server refused; with code PGRST116 several rows match, and none is changed.
        NoAnswerError: There was no answer, or it cannot be found out what the change came to.
    """
    try:
        rows, in_doubt = await service.request(query, row_of)
    except PostgrestError as error:
        if error.code != _NOT_ONE_ROW or not _NO_ROWS.search(error.details or ""):
            raise
        rows, in_doubt = [], error.in_doubt
    return await resolve_ambiguous_update(service, query) if in_doubt and not rows else rows


async def resolve_ambiguous_update(service: Service, query: Query) -> list[Row]:
    """Find the rows of a change that was sent again after its answer was lost, and then met none.

    Such a change may have done its work at the first attempt, and thereby changed what its own filters
    ask for: a status, or a part of the key.

    Args:
        service: The way to the server.
        query: The change.

    Returns:
        The rows that hold what was sent, its ``updated_at`` included, which nobody else's change has;
        none where no row is in the state that was sent, or the filters ask for nothing that it changes.

    Raises:
        NoAnswerError: It cannot be told whether the change was done here or by somebody else.
    """
    if str(query.request.http_method) != "PATCH":
        return []
    values: Mapping[str, Any] = query.request.json  # type: ignore[assignment] # a change is a mapping
    filters = filters_of(query)
    moved = {name for name, _ in filters if name.split("->")[0] in values}
    if not _LOGICAL.isdisjoint(name for name, _ in filters):
        raise _ambiguous_outcome()  # what they ask for is not looked into
    if not moved:
        return []
    asked = [(name, text) for name, text in filters if name not in moved]
    asked += [
        (name, _equal_to(values[name])) for name in moved - _SET_ANEW if _can_be_asked_for(values, name)
    ]
    if not asked:
        raise _ambiguous_outcome()
    read = service.table(query.request.path.name).select()
    for name, text in asked:
        read.request.params = read.request.params.add(name, text)
    rows = await _still_in_doubt(service.rows(read))
    found = [row for row in rows if row_matches(row, values, but=_SET_ANEW)]
    ours = [row for row in found if row_matches(row, values) and not _SET_ANEW.isdisjoint(values)]
    if found and not ours:
        raise _ambiguous_outcome()
    return ours


async def _stored(
    service: Service, table: Table, sent: Sequence[Row], key: Sequence[str]
) -> list[Row] | None:
    # The rows of these keys, in order; None unless each is there and holds what was sent.
    if len({_identity(row, key) for row in sent}) < len(sent):
        return None  # two of one key are never stored, whoever stored the one that is there
    rows: list[Row] = []
    for chunk in chunks_of([[row[column] for column in key] for row in sent]):
        query = table.select()
        if len(key) == 1:
            query = query.filter(key[0], "in", encode_in(value for [value] in chunk))
        else:
            query = query.or_(encode_or(key, chunk))
        rows += await service.rows(query)
    by_key = {_identity(row, key): row for row in rows}
    found = [by_key.get(_identity(row, key), {}) for row in sent]
    ours = all(row_matches(row, each, but=_SET_ANEW) for row, each in zip(found, sent, strict=True))
    return found if ours else None


def _may_be_taken(error: PostgrestError) -> bool:
    # The body with the code may be lost too: only the status is left then.
    return error.code == _UNIQUE_VIOLATION or (error.code is None and error.status == _CONFLICT)


async def _still_in_doubt(reading: Awaitable[T]) -> T:
    try:
        return await reading
    except DataAccessError as error:
        error.in_doubt = True
        raise


def _ambiguous_outcome() -> NoAnswerError:
    error = NoAnswerError("The change may have been done: the answer to it was lost")
    error.in_doubt = True
    return error


def _can_be_asked_for(values: Mapping[str, Any], name: str) -> bool:
    return name in values and not isinstance(values[name], dict | list)


def _equal_to(value: Any) -> str:
    return f"is.{encode_is(None)}" if value is None else f"eq.{encode_value(value)}"


def _identity(row: Mapping[str, Any], key: Sequence[str]) -> tuple[str, ...]:
    # The database writes a UUID in small letters.
    return tuple(str(row.get(column)).lower() for column in key)
