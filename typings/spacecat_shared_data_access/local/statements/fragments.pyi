"""The building blocks of a statement: names, values, types, fields, conditions."""

from collections.abc import Iterable

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Table
from spacecat_shared_data_access.local.parsing.terms import Condition, Field, Logic, OrderTerm

SOURCE: sql.Identifier
BODY: str

class Parameters:
    """The parameters of one statement, by the names of their placeholders."""

    values: dict[str, str | list[str] | None]

    def __init__(self) -> None: ...
    def add_query_value(self, text: str) -> sql.Placeholder:
        """Add a value from the URL, cut at its first NUL, and return its placeholder.

        PostgREST passes such values to libpq, which reads them as C strings: `eq.a%00b` finds the row `a`.
        """

    def add(self, value: str | list[str] | None) -> sql.Placeholder:
        """Add a value, and return its placeholder.

        psycopg sends text without a type, so PostgreSQL infers the type from what it is compared with, as
        it does for PostgREST.
        """

def until_nul(text: str) -> str:
    """Return the part of a text before its first NUL."""

def identifier(*names: str) -> sql.Identifier:
    """Return a quoted name. Percent signs are doubled, since psycopg looks for placeholders in names too."""

def from_catalog(text: str) -> sql.SQL:
    """Return SQL that comes from the catalog: the name of a type or the default of a column."""

def joined(separator: str, parts: Iterable[sql.Composable]) -> sql.Composed:
    """Return the parts with a separator between them."""

def cast(expression: sql.Composable, type_name: str) -> sql.Composed:
    """Return an expression cast to a type that a client named.

    Args:
        expression: The expression.
        type_name: A keyword of SQL or a name in the catalog, in any case.
    """

def column(source: sql.Composable, name: str) -> sql.Composed:
    """Return a column of a table or an alias; `*` means all columns."""

def field_value(
    source: sql.Composable, field: Field, table: Table | None, values: Parameters
) -> sql.Composed:
    """Return the expression for a field: a column, or a value at a JSON path in it.

    Args:
        source: The table or its alias.
        field: The field.
        table: The table's entry in the schema cache, for the column's type.
        values: The parameters of the statement; the keys of the path are added.
    """

def conditions(
    items: Iterable[Condition], source: sql.Composable, table: Table | None, values: Parameters
) -> list[sql.Composed]:
    """Return one SQL condition for each item, to be joined with AND."""

def condition(
    item: Condition, source: sql.Composable, table: Table | None, values: Parameters
) -> sql.Composed:
    """Return the SQL condition for a filter or a tree of filters."""

def logic(item: Logic, children: list[sql.Composed]) -> sql.Composed:
    """Return the SQL condition for a tree from the conditions of its children."""

def array_literal(elements: Iterable[str]) -> str:
    """Return an array in PostgreSQL's text form, with every element quoted."""

def order_term(term: OrderTerm, expression: sql.Composable) -> sql.Composed:
    """Return an expression with the direction and the order of nulls of a term."""
