"""The tables that are to be served, and the SQL that creates them."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

_NAME = r'(?:\w+|"[^"]+")'
_CREATES = re.compile(
    rf"(?:^|;)\s*CREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?({_NAME}(?:\.{_NAME})?)",
    re.IGNORECASE | re.MULTILINE,
)


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
        schema: SQL, as for `read_sql`; None for the tables of the package's entities.

    Raises:
        OSError: The file cannot be read.
    """
    if schema is None:
        # Importing all entities takes a while: only when their tables are wanted.
        from spacecat_shared_data_access.local import entity_tables  # noqa: PLC0415 - see above

        return WantedTables(
            entity_tables.all_tables_sql(),
            entity_tables.table_names(),
            entity_tables.function_names(),
            entity_tables.partial_sql,
        )
    text = read_sql(schema)
    return WantedTables(text, created_tables(text), (), lambda _tables, _functions: text)


def all_wanted(parts: Iterable[WantedTables]) -> WantedTables:
    """Return the tables of several parts as one. The SQL of a part is used if something of it is missing."""
    chosen = list(parts)

    def sql_for(tables: Collection[str], functions: Collection[str]) -> str:
        texts = []
        for part in chosen:
            missing = [name for name in part.tables if name in tables]
            uncreated = [name for name in part.functions if name in functions]
            if missing or uncreated:
                texts.append(part.sql_for(missing, uncreated))
        return "\n".join(texts)

    return WantedTables(
        "\n".join(part.sql for part in chosen),
        [name for part in chosen for name in part.tables],
        [name for part in chosen for name in part.functions],
        sql_for,
    )


def read_sql(source: str | Path) -> str:
    """Return SQL that is given as text or as the path of a file.

    Args:
        source: A text is taken for a path if it has only one line and ends in `.sql`.

    Raises:
        OSError: The file cannot be read.
    """
    is_path = isinstance(source, Path) or (source.endswith(".sql") and "\n" not in source)
    return Path(source).read_text("utf-8") if is_path else str(source)


def schema_sql(schema: str | Path | None) -> str:
    """Return the SQL that creates the tables.

    Args:
        schema: As for `wanted_tables`.

    Raises:
        OSError: The file cannot be read.
    """
    return wanted_tables(schema).sql


def created_tables(sql_text: str) -> list[str]:
    """The names of the tables that a schema creates, as it writes them."""
    return _CREATES.findall(sql_text)
