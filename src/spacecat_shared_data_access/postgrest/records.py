"""Rows to records and back: columns to attributes, null to absent, timestamps to one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.schema.values import copy_json, normalize_timestamp

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema
    from spacecat_shared_data_access.schema.attribute import Record

Row = dict[str, Any]
"""A row by column name, as PostgREST gives and takes it."""


def row_to_record(schema: Schema, row: Row) -> Record:
    """Turn a row into a record.

    Null is absent in a record, and so is ``[null]``, which PostgREST gives for a JSON null in some
    projections. A column without an attribute keeps its name.

    Args:
        schema: Whose columns they are.
        row: Not changed, and not shared: nested values are copied.
    """
    record = row.copy()
    for column, value in row.items():
        if value.__class__ is str:
            # The cheapest sign of an ISO date-time.
            if value[10:11] == "T":
                record[column] = normalize_timestamp(value)
        elif value is None or value == [None]:
            del record[column]
        elif value.__class__ is dict or value.__class__ is list:
            record[column] = copy_json(value)
    # All are taken out first: one attribute's column may be called as another attribute is.
    renamed = [(name, record.pop(column)) for column, name in schema.renamed_columns if column in record]
    for name, value in renamed:
        # Where the row has a column of the attribute's very name too, that one counts.
        record.setdefault(name, value)
    return record


def holds_nothing(row: Row) -> bool:
    """Tell whether a row makes an empty record."""
    return all(value is None or value == [None] for value in row.values())


def stored_value(row: Row, name: str, column: str) -> Any:
    """Return an attribute's value as the database wrote it, or None.

    Args:
        row: The row.
        name: The attribute. Where the row has a column of that very name, that one counts.
        column: The attribute's column.
    """
    value = row.get(name)
    return row.get(column) if value is None else value


def unread_attributes(schema: Schema, row: Row) -> frozenset[str]:
    """Return the attributes whose columns a row lacks."""
    return frozenset(name for name, column in schema.columns.items() if column not in row and name not in row)


def record_to_row(schema: Schema, record: Mapping[str, Any]) -> Row:
    """Turn a record, or a part of one, into a row. Attributes without a column are left out."""
    columns = schema.columns
    return {columns[name]: value for name, value in record.items() if name in columns}
