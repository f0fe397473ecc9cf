"""The smallest parts of a statement: names, values, types, fields, conditions."""

from collections.abc import Iterable

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Table
from spacecat_shared_data_access.local.parsing.terms import Condition, Field, Logic, OrderTerm

SOURCE: sql.Identifier
BODY: str

class Parameters:
    """The values of one statement, by the names that stand for them."""

    values: dict[str, str | list[str] | None]

    def __init__(self) -> None: ...
    def add_query_value(self, text: str) -> sql.Placeholder:
        """Add a value from the URL, cut at its first NUL.

        PostgREST hands such values to libpq, which reads them as C strings: `eq.a%00b` finds the row `a`.
        PostgreSQL stores no NUL in text, so nothing that exists is missed.

        Returns:
            The placeholder that stands for it in the statement.
        """

    def add(self, value: str | list[str] | None) -> sql.Placeholder:
        """Take a value in.

        psycopg sends a text without a type, so PostgreSQL infers what it is from what it is compared
        with, just as it does for PostgREST.

        Returns:
            What stands for it in the statement.
        """

def until_nul(text: str) -> str:
    """Return the part of a text before its first NUL."""

def identifier(*names: str) -> sql.Identifier:
    """A quoted name, percent signs doubled: psycopg looks for placeholders inside of names too."""

def from_catalog(text: str) -> sql.SQL:
    """SQL that PostgreSQL itself wrote: a type's name or a column's default."""

def joined(separator: str, parts: Iterable[sql.Composable]) -> sql.Composed:
    """The parts with a separator between them."""

def cast(expression: sql.Composable, type_name: str) -> sql.Composed:
    """An expression cast to a type that a client named.

    Args:
        expression: What to cast.
        type_name: A keyword of SQL or a name in the catalog, in any case.
    """

def column(source: sql.Composable, name: str) -> sql.Composed:
    """A column of a table or of an alias; `*` is all of them."""

def field_value(
    source: sql.Composable, field: Field, table: Table | None, values: Parameters
) -> sql.Composed:
    """A field: a column, or what is inside of it.

    Args:
        source: The table, or its alias.
        field: What of it.
        table: The table as the schema cache knows it, for the column's type.
        values: Takes the keys on the path.
    """

def conditions(
    items: Iterable[Condition], source: sql.Composable, table: Table | None, values: Parameters
) -> list[sql.Composed]:
    """One condition an item, to be joined with AND."""

def condition(
    item: Condition, source: sql.Composable, table: Table | None, values: Parameters
) -> sql.Composed:
    """A filter or a tree of them."""

def logic(item: Logic, children: list[sql.Composed]) -> sql.Composed:
    """A tree whose children are composed already."""

def array_literal(elements: Iterable[str]) -> str:
    """PostgreSQL's text form of an array, every element quoted, so that its type can be inferred."""

def order_term(term: OrderTerm, expression: sql.Composable) -> sql.Composed:
    """An expression with the direction and the place of nulls that a term gives it."""
