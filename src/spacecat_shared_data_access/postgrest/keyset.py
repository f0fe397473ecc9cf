"""Keyset pagination: select the rows after a row by its sort keys instead of an offset.

The deeper a page lies, the more an offset costs, since the database counts through all rows before it. An
offset also skips or repeats rows when others are deleted or inserted meanwhile. Sort keys do neither.

PostgreSQL sorts nulls last when ascending and first when descending, and so does PostgREST by
default.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacecat_shared_data_access.postgrest.filters import compare_text, encode_value
from spacecat_shared_data_access.postgrest.records import Row

Filter = tuple[str, str]
"""A parameter of a request: a column and ``operator.value``, or ``or`` and an expression in parentheses."""


def filters_after(row: Row, columns: Sequence[str], *, ascending: bool) -> tuple[Filter, ...] | None:
    """Return the filters that select the rows after a row.

    When ascending, rows without a value in the first column come after all others. They are selected only
    after one of their own kind, so that the database can use its index for the rest: see `filters_of_nulls`.

    Args:
        row: A row as PostgREST returned it. Its values are sent back unchanged, microseconds included.
        columns: The columns that the rows are sorted by, all in one direction. Together they are unique.
        ascending: Whether the rows are sorted in ascending order.

    Returns:
        Filters that must all hold. None if the row lacks one of the columns, or has a value that cannot be
        compared reliably: JSON, a number that is not an integer (it may have lost digits on its way), or a
        null in the last column.
    """
    if not all(column in row for column in columns):
        return None
    keys = [(column, row[column]) for column in columns]
    is_comparable = all(value is None or isinstance(value, str | int) for _, value in keys)
    if not is_comparable or keys[-1][1] is None:
        return None
    first, value = keys[0]
    if value is not None and len(keys) == 1:
        return ((first, f"{'gt' if ascending else 'lt'}.{encode_value(value)}"),)
    after = ("or", f"({','.join(_alternatives(keys, ascending=ascending))})")
    if value is not None:
        # It follows from the other filter, but PostgreSQL starts its index scan by this one.
        return ((first, f"{'gte' if ascending else 'lte'}.{encode_value(value)}"), after)
    return (*filters_of_nulls(first), after) if ascending else (after,)


def filters_of_nulls(column: str) -> tuple[Filter, ...]:
    """Return the filters that select the rows without a value in a column."""
    return ((column, "is.null"),)


def _alternatives(keys: Sequence[tuple[str, Any]], *, ascending: bool) -> Iterator[str]:
    # A row comes after another if it does by the first key, or is equal there and does by the second, …
    equal: list[str] = []
    for position, (column, value) in enumerate(keys):
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
