"""The tables that are to be served, and the SQL that creates them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

@dataclass(frozen=True)
class WantedTables:
    """The tables and functions that a database is to have.

    Attributes:
        sql: The SQL that creates all of them.
        tables: The names of the tables, as the SQL writes them.
        functions: The names of the functions.
        sql_for: Builds the SQL that creates some of the tables and functions. What SQL of the caller's own
            creates cannot be told apart: it is all of it.
    """

    sql: str
    tables: Collection[str]
    functions: Collection[str]
    sql_for: Callable[[Collection[str], Collection[str]], str]

def wanted_tables(schema: str | Path | None) -> WantedTables:
    """Return the tables that are to be served.

    Args:
        schema: SQL text, or the path of a file of it; None for the tables of the package's entities. A
            text is taken for a path if it has only one line and ends in `.sql`.

    Raises:
        OSError: The file cannot be read.
    """

def schema_sql(schema: str | Path | None) -> str:
    """Return the SQL that creates the tables.

    Args:
        schema: As for `wanted_tables`.

    Raises:
        OSError: The file cannot be read.
    """

def created_tables(sql_text: str) -> list[str]:
    """The names of the tables that a schema creates, as it writes them."""
