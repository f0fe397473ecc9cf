"""Keyset pagination: select the rows after a row by its sort keys instead of an offset.

The deeper a page lies, the more an offset costs, since the database counts through all rows before it. An
offset also skips or repeats rows when others are deleted or inserted meanwhile. Sort keys do neither.

PostgreSQL sorts nulls last when ascending and first when descending, and so does PostgREST by
default.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from spacecat_shared_data_access.postgrest.filters import (
    MAX_URL_BYTES,
    compare_text,
    encode_value,
    encoded_length,
)
from spacecat_shared_data_access.postgrest.rows import Row

# So that the rest of a request's URL has room too.
_MAX_LENGTH: Final = MAX_URL_BYTES // 2

Filter = tuple[str, str]
"""A parameter of a request: a column and ``operator.value``, or ``or`` and an expression in parentheses."""


class SortKey(NamedTuple):
    """A column that rows are sorted by, and its direction."""

    column: str
    ascending: bool = False


def filters_after(row: Row, sort_keys: Sequence[SortKey]) -> tuple[Filter, ...] | None:
    """Return the filters that select the rows after a row.

    If the first key is ascending, rows without a value in it come after all others. They are selected only
    after one of their own kind, so that the database can use its index for the rest: see `filters_of_nulls`.

    Args:
        row: A row as PostgREST returned it. Its values are sent back unchanged, microseconds included.
        sort_keys: The columns that the rows are sorted by. Together they are unique.

    Returns:
        Filters that must all hold. None if the row lacks one of the columns, or has a value that cannot be
        compared reliably: JSON, a number that is not an integer (it may have lost digits on its way), a null
        in the last column, or texts that are too long for a URL.
    """
    if not sort_keys or not all(key.column in row for key in sort_keys):
        return None
    keys = [(key, row[key.column]) for key in sort_keys]
    is_comparable = all(value is None or isinstance(value, str | int) for _, value in keys)
    if not is_comparable or keys[-1][1] is None:
        return None
    texts = [encode_value(value) for _, value in keys if value is not None]
    # Each of them occurs in the alternatives of all keys after it.
    if sum(map(encoded_length, texts)) * (len(keys) + 1) > _MAX_LENGTH:
        return None
    (first, ascending), value = keys[0]
    if value is not None and len(keys) == 1:
        return ((first, f"{'gt' if ascending else 'lt'}.{encode_value(value)}"),)
    after = ("or", f"({','.join(_alternatives(keys))})")
    if value is not None:
        # It follows from the other filter, but PostgreSQL starts its index scan by this one.
        return ((first, f"{'gte' if ascending else 'lte'}.{encode_value(value)}"), after)
    return (*filters_of_nulls(first), after) if ascending else (after,)


def filters_of_nulls(column: str) -> tuple[Filter, ...]:
    """Return the filters that select the rows without a value in a column."""
    return ((column, "is.null"),)


def _alternatives(keys: Sequence[tuple[SortKey, Any]]) -> Iterator[str]:
    # A row comes after another if it does by the first key, or is equal there and does by the second, …
    equal: list[str] = []
    for position, ((column, ascending), value) in enumerate(keys):
        after = []
        if value is not None:
            after.append(compare_text(column, "gt" if ascending else "lt", value))
            if ascending and 0 < position < len(keys) - 1:  # neither the first nor the unique last one
                after.append(f"{column}.is.null")
        elif not ascending:
            after.append(f"{column}.not.is.null")
        for each in after:
            yield f"and({','.join([*equal, each])})" if equal else each
        equal.append(f"{column}.is.null" if value is None else compare_text(column, "eq", value))
