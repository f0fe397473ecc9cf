"""INSERT, UPDATE and DELETE."""

from dataclasses import dataclass

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Column, Table
from spacecat_shared_data_access.local.parsing.terms import Condition
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.statements.fragments import Parameters

@dataclass(frozen=True, slots=True)
class Mutation:
    """What a mutation's statement needs to know.

    Attributes:
        table: What is changed.
        returning: The columns to return; empty where none are wanted.
        conditions: Which rows; all of them where empty.
        payload: The rows or values to write.
        columns: The columns to write.
        defaults: Whether a column's default stands in for a key that a row lacks.
    """

    table: Table
    returning: list[str]
    conditions: list[Condition]
    payload: Payload
    columns: list[Column]
    defaults: bool = False

def written_columns(table: Table, names: list[str]) -> list[Column]:
    """The columns to write, sorted by name.

    Raises:
        PostgrestError: PGRST204 where there is no such column.
    """

def insert(
    mutation: Mutation, values: Parameters, *, conflict: tuple[str, ...] = ..., merge: bool = False
) -> sql.Composed:
    """INSERT, perhaps with ON CONFLICT.

    Args:
        mutation: What to insert; conditions have to hold for the new rows (PUT).
        values: Takes the parameters.
        conflict: The columns of the key on which rows may exist already; empty for a plain INSERT.
        merge: Whether a row that exists is updated rather than left as it is.
    """

def update(mutation: Mutation, values: Parameters) -> sql.Composed:
    """UPDATE; with nothing to set, a query of no rows that has the columns to return."""

def delete(mutation: Mutation, values: Parameters) -> sql.Composed:
    """DELETE."""
