"""Reads a schema from the database's catalog. Needs psycopg, which the extra ``local`` installs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.check.facts import (
    PRIVILEGES,
    ColumnFacts,
    DatabaseFacts,
    FunctionFacts,
    TableFacts,
)
from spacecat_shared_data_access.errors import (
    DataAccessError,
    PostgrestError,
    UnavailableError,
    ValidationError,
)

if TYPE_CHECKING:
    from psycopg import Connection

Enums = Mapping[tuple[str, str], tuple[str, ...]]
"""The values of enum attributes, by table and column."""

DEFAULT_ROLE: Final = "postgrest_writer"
_STATEMENT_TIMEOUT: Final = "30s"

_ROLE = "SELECT 1 FROM pg_roles WHERE rolname = %(role)s"
_USAGE = """
SELECT n.oid, %(role)s::text IS NULL OR has_schema_privilege(coalesce(%(role)s, current_user), n.oid, 'USAGE')
FROM pg_namespace n WHERE n.nspname = %(schema)s
"""
# A domain has the type, the length and the NOT NULL of the types below it.
_COLUMNS = """
WITH RECURSIVE bases AS (
  SELECT t.oid AS type, t.oid AS base, t.typtype, t.typnotnull AS not_null, t.typtypmod AS modifier,
    t.typdefault IS NOT NULL AS filled, t.typbasetype
  FROM pg_type t
  UNION ALL
  SELECT b.type, t.oid, t.typtype, b.not_null OR t.typnotnull, greatest(b.modifier, t.typtypmod),
    b.filled OR t.typdefault IS NOT NULL, t.typbasetype
  FROM bases b JOIN pg_type t ON t.oid = b.typbasetype
)
SELECT c.relname::text, a.attname::text, format_type(b.base, NULL),
  CASE WHEN b.base IN ('varchar'::regtype, 'bpchar'::regtype) AND greatest(a.atttypmod, b.modifier) > 4
    THEN greatest(a.atttypmod, b.modifier) - 4 END,
  a.attnotnull OR b.not_null,
  a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '' OR b.filled,
  (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = b.base),
  ARRAY[has_column_privilege(%(role)s, c.oid, a.attnum, 'SELECT'),
    has_column_privilege(%(role)s, c.oid, a.attnum, 'INSERT'),
    has_column_privilege(%(role)s, c.oid, a.attnum, 'UPDATE'),
    has_table_privilege(%(role)s, c.oid, 'DELETE')],
  EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgtype & 7 = 7
    AND t.tgenabled <> 'D'),
  c.relkind IN ('r', 'p')
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN bases b ON b.type = a.atttypid AND b.typtype <> 'd'
WHERE c.relnamespace = %(schema)s AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND NOT c.relispartition
ORDER BY c.relname, a.attnum
"""
# Neither a partial index nor one of expressions serves all rows. ON CONFLICT cannot use a deferrable key.
_INDEXES = """
SELECT c.relname::text, i.indisunique AND i.indimmediate,
  (SELECT json_agg(a.attname ORDER BY k.place)
     FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum WHERE k.place <= i.indnkeyatts)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_am m ON m.oid = x.relam
WHERE c.relnamespace = %(schema)s AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
  AND m.amname IN ('btree', 'hash')
"""
# CHECKs of one column. Those that use functions or operators of users are not evaluated here, since they would run
# with the rights of this connection.
_CHECKS = """
SELECT c.relname::text, a.attname::text, pg_get_expr(k.conbin, k.conrelid)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
WHERE c.relnamespace = %(schema)s AND k.contype = 'c' AND cardinality(k.conkey) = 1
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_constraint'::regclass AND d.objid = k.oid
    AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass))
"""
_FUNCTIONS = """
SELECT p.proname::text, coalesce(to_json(p.proargnames), '[]'), coalesce(to_json(p.proargmodes::text[]), '[]'),
  p.pronargs, p.pronargdefaults, has_function_privilege(%(role)s, p.oid, 'EXECUTE')
FROM pg_proc p WHERE p.pronamespace = %(schema)s AND p.prokind = 'f'
"""
_MAX_ROWS = """
SELECT min(split_part(setting, '=', 2)::bigint)
FROM pg_db_role_setting s, unnest(s.setconfig) AS setting
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
  AND setting ~ '^pgrst.db_max_rows=[0-9]{1,18}$'
"""
_INPUTS: Final = frozenset("ibv")
_LITERAL: Final = re.compile(r"'((?:[^']|'')*)'")
_PATTERN: Final = re.compile(r"[~%]")  # an operator of patterns, such as LIKE: its literals are not values


def facts_from_catalog(
    database_url: str, schema: str, role: str | None, enums: Enums, connect_timeout: float
) -> DatabaseFacts:
    """Return what the catalog says of a schema. Nothing is written: the transaction is read-only.

    Args:
        database_url: The URL of the database.
        schema: The schema's name.
        role: The role whose privileges are read; None for `DEFAULT_ROLE`, if it exists.
        enums: The values of enum attributes, which are tested against the CHECKs of their columns.
        connect_timeout: The timeout to connect, in seconds.

    Raises:
        ValidationError: psycopg is not installed, the URL is invalid, or the role does not exist.
        UnavailableError: The database cannot be reached.
        DataAccessError: The catalog cannot be read, or there is no such schema.
    """
    with _connected(database_url, connect_timeout) as connection:
        role = _existing_role(connection, role)
        found = connection.execute(_USAGE, {"schema": schema, "role": role}).fetchone()
        if found is None:
            raise DataAccessError(f"The database has no schema {schema}")
        values = {"schema": found[0], "role": role}
        checked = _checked_values(connection, values, enums)
        return DatabaseFacts(
            schema=schema,
            tables=_tables(connection, values, checked),
            functions=_functions(connection, values),
            role=role,
            is_catalog=True,
            has_usage=found[1],
            max_rows=_first(connection, _MAX_ROWS, {}),
        )


@contextmanager
def _connected(database_url: str, timeout: float) -> Iterator[Connection[Any]]:
    try:
        import psycopg  # noqa: PLC0415 - a package of the extra `local`
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ValidationError(
            "database_url needs the package psycopg: pip install 'spacecat-shared-data-access[local]'"
        ) from error
    try:
        conninfo_to_dict(database_url)
    except psycopg.ProgrammingError:
        # psycopg's message quotes parts of the URL, and so a password.
        raise ValidationError("database_url is not a URL of PostgreSQL") from None
    try:
        with psycopg.connect(
            database_url, connect_timeout=max(2, round(timeout)), prepare_threshold=None
        ) as connection:
            connection.read_only = True
            connection.execute("SELECT set_config('statement_timeout', %s, true)", [_STATEMENT_TIMEOUT])
            yield connection
            connection.rollback()
    except psycopg.OperationalError as error:
        raise UnavailableError(
            f"The database of database_url is unavailable: {error}", cause=error
        ) from error
    except psycopg.Error as error:
        raise PostgrestError(f"The database's catalog cannot be read: {error}", cause=error) from error


def _existing_role(connection: Connection[Any], role: str | None) -> str | None:
    wanted = role or DEFAULT_ROLE
    if _first(connection, _ROLE, {"role": wanted}):
        return wanted
    if role is None:
        return None
    raise ValidationError(f"the database has no role {role}")


def _first(connection: Connection[Any], query: Any, values: Mapping[str, Any]) -> Any:
    row = connection.execute(query, values).fetchone()
    return None if row is None else row[0]


def _tables(connection: Connection[Any], values: Mapping[str, Any], checked: Enums) -> dict[str, TableFacts]:
    keys: dict[str, set[frozenset[str]]] = {}
    indexes: dict[str, set[tuple[str, ...]]] = {}
    for table, is_unique, columns in connection.execute(_INDEXES, values):
        indexes.setdefault(table, set()).add(tuple(columns))
        if is_unique:
            keys.setdefault(table, set()).add(frozenset(columns))
    rows: dict[str, list[Any]] = {}
    for table, *row in connection.execute(_COLUMNS, values):
        rows.setdefault(table, []).append(row)
    return {
        table: TableFacts(
            columns={
                name: ColumnFacts(type_, length, not_null, filled, _limit(labels, checked.get((table, name))))
                for name, type_, length, not_null, filled, labels, *_ in columns
            },
            privileges=_privileges(columns) if values["role"] else None,
            # A view has no keys and indexes of its own: those of its tables may serve it.
            unique_keys=frozenset(keys.get(table, ())) if columns[0][-1] else None,
            indexes=frozenset(indexes.get(table, ())) if columns[0][-1] else None,
            has_insert_trigger=columns[0][-2],
        )
        for table, columns in rows.items()
    }


def _privileges(columns: list[Any]) -> dict[str, frozenset[str]]:
    return {
        privilege: frozenset(name for name, *_, granted, _, _ in columns if granted[place])
        for place, privilege in enumerate(PRIVILEGES)
    }


def _limit(labels: list[str] | None, checked: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return checked if labels is None else tuple(labels)


def _checked_values(
    connection: Connection[Any], values: Mapping[str, Any], enums: Enums
) -> dict[tuple[str, str], tuple[str, ...]]:
    # By table and column, the values that the CHECKs accept, of those that are declared and those in the CHECKs.
    expressions: dict[tuple[str, str], list[str]] = {}
    for table, column, expression in connection.execute(_CHECKS, values).fetchall():
        if (table, column) in enums:
            expressions.setdefault((table, column), []).append(expression)
    found = {}
    for (table, column), checks in expressions.items():
        candidates = dict.fromkeys([*enums[table, column], *_literals(checks)])
        accepted = _accepted(connection, column, checks, list(candidates))
        if accepted is not None:
            found[table, column] = tuple(accepted)
    return found


def _literals(expressions: Iterable[str]) -> Iterator[str]:
    for expression in expressions:
        literals = _LITERAL.findall(expression)
        if _PATTERN.search(_LITERAL.sub("", expression)):
            continue
        for literal in literals:
            text = literal.replace("''", "'")
            if text.startswith("{") and text.endswith("}"):  # an array: '{a,b}'::text[]
                yield from (each.strip('"') for each in text[1:-1].split(","))
            else:
                yield text


def _accepted(
    connection: Connection[Any], column: str, expressions: list[str], candidates: list[str]
) -> list[str] | None:
    """Return the candidates that the expressions of CHECKs accept; None if they cannot be evaluated.

    The expressions come from the database's catalog, and use built-in functions only.
    """
    import psycopg  # noqa: PLC0415 - a package of the extra `local`
    from psycopg import sql  # noqa: PLC0415 - as above

    query = sql.SQL("SELECT {0} FROM unnest(%s::text[]) AS candidates({0}) WHERE {1}").format(
        sql.Identifier(column),
        sql.SQL(" AND ").join(
            sql.SQL("(") + sql.SQL(each.replace("%", "%%")) + sql.SQL(") IS NOT FALSE")
            for each in expressions
        ),
    )
    try:
        with connection.transaction():
            return [row[0] for row in connection.execute(query, [candidates])]
    except psycopg.Error:
        return None


def _functions(
    connection: Connection[Any], values: Mapping[str, Any]
) -> dict[str, tuple[FunctionFacts, ...]]:
    found: dict[str, tuple[FunctionFacts, ...]] = {}
    for name, names, modes, count, defaults, executable in connection.execute(_FUNCTIONS, values):
        inputs = [
            argument
            for argument, mode in zip(names, modes or ["i"] * len(names), strict=True)
            if mode in _INPUTS
        ] or [""] * count
        function = FunctionFacts(
            frozenset(inputs),
            frozenset(inputs[: len(inputs) - defaults]),
            is_executable=executable is not False,
        )
        found[name] = (*found.get(name, ()), function)
    return found
