"""Converts columns' values to attributes', and records to rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.schema.values import copy_json, normalize_timestamp

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema

Row = dict[str, Any]
"""A row by column name, as PostgREST returns and accepts it."""


def from_stored(value: Any) -> Any:
    """Convert a column's value to an attribute's. Nested values are copied.

    ``[null]`` becomes None: PostgREST returns it for a JSON null in some projections.
    """
    if value.__class__ is str:
        return normalize_timestamp(value) if "T" in value else value  # the cheapest check
    return None if value == [None] else copy_json(value)


def is_empty_row(row: Row) -> bool:
    """Return whether a row has no values, so that its record is empty."""
    return all(value is None or value == [None] for value in row.values())


def record_to_row(schema: Schema, record: Mapping[str, Any]) -> Row:
    """Convert a record, or a part of one, to a row. Attributes without a column are left out."""
    columns = schema.columns
    return {columns[name]: value for name, value in record.items() if name in columns}
