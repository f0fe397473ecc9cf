"""The INSERT, UPDATE and DELETE statements."""

from dataclasses import dataclass

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Column, Table
from spacecat_shared_data_access.local.parsing.terms import Condition
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.statements.fragments import Parameters

@dataclass(frozen=True, slots=True)
class Mutation:
    """A change of a table.

    Attributes:
        table: The table.
        returning: The columns to return; may be empty.
        conditions: The conditions that rows have to meet; all rows if empty.
        payload: The rows or values to write.
        columns: The columns to write.
        defaults: Whether a row that lacks a key gets the default of the column, instead of null.
    """

    table: Table
    returning: list[str]
    conditions: list[Condition]
    payload: Payload
    columns: list[Column]
    defaults: bool = False

def written_columns(table: Table, names: list[str]) -> list[Column]:
    """Return the columns to write, sorted by name.

    Raises:
        PostgrestError: PGRST204 if there is no such column.
    """

def insert(
    mutation: Mutation, values: Parameters, *, conflict: tuple[str, ...] = ..., merge: bool = False
) -> sql.Composed:
    """Return an INSERT, with ON CONFLICT for an upsert.

    Args:
        mutation: The rows to insert. Its conditions have to hold for the new rows (PUT).
        values: The parameters of the statement.
        conflict: The columns of the unique key to upsert on; empty for a plain INSERT.
        merge: Whether an existing row is updated instead of left as it is.
    """

def update(mutation: Mutation, values: Parameters) -> sql.Composed:
    """Return an UPDATE, or, with nothing to set, a query without rows that has the columns to return."""

def delete(mutation: Mutation, values: Parameters) -> sql.Composed:
    """Return a DELETE."""
