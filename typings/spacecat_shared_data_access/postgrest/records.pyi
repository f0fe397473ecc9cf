"""Rows to records and back: columns to attributes, null to absent, timestamps to one form."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record

Row: TypeAlias = dict[str, Any]
"A row by column name, as PostgREST gives and takes it."

def row_to_record(schema: Schema, row: Row) -> Record:
    """Turn a row into a record.

    Null is absent in a record, and so is ``[null]``, which PostgREST gives for a JSON null in some
    projections. A column without an attribute keeps its name.

    Args:
        schema: Whose columns they are.
        row: Not changed, and not shared: nested values are copied.
    """

def holds_nothing(row: Row) -> bool:
    """Tell whether a row makes an empty record."""

def stored_value(row: Row, name: str, column: str) -> Any:
    """Return an attribute's value as the database wrote it, or None.

    Args:
        row: The row.
        name: The attribute. Where the row has a column of that very name, that one counts.
        column: The attribute's column.
    """

def unread_attributes(schema: Schema, row: Row) -> frozenset[str]:
    """Return the attributes whose columns a row lacks."""

def record_to_row(schema: Schema, record: Mapping[str, Any]) -> Row:
    """Turn a record, or a part of one, into a row. Attributes without a column are left out."""
