"""Rows to records and back: columns to attributes, null to absent, timestamps to one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.schema.values import normalize_timestamp

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
        row: Not changed.
    """
    record = row.copy()
    for column, value in row.items():
        if value.__class__ is str:
            # The cheapest sign of an ISO date-time.
            if value[10:11] == "T":
                record[column] = normalize_timestamp(value)
        elif value is None or (value.__class__ is list and value == [None]):
            del record[column]
    # All are taken out first: one attribute's column may be called as another attribute is.
    renamed = [(name, record.pop(column)) for column, name in schema.renamed_columns if column in record]
    for name, value in renamed:
        # Where the row has a column of the attribute's very name too, that one counts.
        record.setdefault(name, value)
    return record


def holds_nothing(row: Row) -> bool:
    """Tell whether a row makes an empty record."""
    return all(value is None or value == [None] for value in row.values())


def record_to_row(schema: Schema, record: Mapping[str, Any]) -> Row:
    """Turn a record, or a part of one, into a row. Attributes without a column are left out."""
    columns = schema.columns
    return {columns[name]: value for name, value in record.items() if name in columns}
