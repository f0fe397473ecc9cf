"""Converts rows to records and back: columns to attributes, null to absent, timestamps to one format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.schema.values import copy_json, normalize_timestamp

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema
    from spacecat_shared_data_access.schema.attribute import Record

Row = dict[str, Any]
"""A row by column name, as PostgREST returns and accepts it."""


def row_to_record(schema: Schema, row: Row) -> Record:
    """Convert a row to a record.

    Null values are left out, as is ``[null]``, which PostgREST returns for a JSON null in some projections.
    A column without an attribute keeps its name.

    Args:
        schema: The schema of the row's entity.
        row: The row. It is not changed, and nested values are copied.
    """
    record = row.copy()
    for column, value in row.items():
        if value.__class__ is str:
            # Only ISO date-times have a T there: the cheapest check.
            if value[10:11] == "T":
                record[column] = normalize_timestamp(value)
        elif value is None or value == [None]:
            del record[column]
        elif value.__class__ is dict or value.__class__ is list:
            record[column] = copy_json(value)
    # All are removed first: a column may have the name of another attribute.
    renamed = [(name, record.pop(column)) for column, name in schema.renamed_columns if column in record]
    for name, value in renamed:
        # A column with the attribute's name takes precedence.
        record.setdefault(name, value)
    return record


def is_empty_row(row: Row) -> bool:
    """Return whether a row has no values, so that its record is empty."""
    return all(value is None or value == [None] for value in row.values())


def stored_value(row: Row, name: str, column: str) -> Any:
    """Return an attribute's value as the database returned it, or None.

    Args:
        row: The row.
        name: The attribute. A column with this name takes precedence: a projection may rename columns
            (``select=task_management_connection_id:connection_id``).
        column: The attribute's column.
    """
    value = row.get(name)
    return row.get(column) if value is None else value


def unread_attributes(schema: Schema, row: Row) -> frozenset[str]:
    """Return the attributes whose columns a row lacks."""
    return frozenset(name for name, column in schema.columns.items() if column not in row and name not in row)


def record_to_row(schema: Schema, record: Mapping[str, Any]) -> Row:
    """Convert a record, or a part of one, to a row. Attributes without a column are left out."""
    columns = schema.columns
    return {columns[name]: value for name, value in record.items() if name in columns}
