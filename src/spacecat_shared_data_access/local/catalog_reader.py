"""Reads the schema cache from pg_catalog."""

from typing import Any

from psycopg import AsyncConnection

from spacecat_shared_data_access.local.catalog import (
    Catalog,
    CatalogColumn,
    CatalogTable,
    ForeignKey,
    Function,
    Parameter,
    relationships,
)

_TABLES = """
SELECT c.relname::text, c.relkind::text, pg_relation_is_updatable(c.oid, true),
  obj_description(c.oid, 'pg_class'),
  (SELECT coalesce(json_agg(json_build_array(
       a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attidentity <> ''
         THEN format('nextval(%%L::regclass)', pg_get_serial_sequence(c.oid::regclass::text, a.attname))
         WHEN a.attgenerated = ''
         THEN coalesce(pg_get_expr(d.adbin, d.adrelid), pg_get_expr(t.typdefaultbin, 0)) END,
       CASE WHEN b.typnamespace = 'pg_catalog'::regnamespace THEN format_type(b.oid, NULL)
         ELSE format_type(a.atttypid, a.atttypmod) END,
       NOT (a.attnotnull OR t.typnotnull),
       information_schema._pg_char_max_length(
         information_schema._pg_truetypid(a, t), information_schema._pg_truetypmod(a, t)),
       (SELECT coalesce(json_agg(enumlabel ORDER BY enumsortorder), '[]')
          FROM pg_enum WHERE enumtypid = b.oid),
       col_description(c.oid, a.attnum)) ORDER BY a.attnum), '[]')
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     CROSS JOIN LATERAL (
       WITH RECURSIVE base AS (
         SELECT t.oid, t.typbasetype, t.typnamespace
         UNION ALL
         SELECT p.oid, p.typbasetype, p.typnamespace FROM base JOIN pg_type p ON p.oid = base.typbasetype)
       SELECT * FROM base WHERE typbasetype = 0) b
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  (SELECT coalesce(json_agg(json_build_array(k.contype, (
       SELECT json_agg(a.attname ORDER BY position)
         FROM unnest(k.conkey) WITH ORDINALITY AS u(number, position)
         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number))), '[]')
     FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND NOT c.relispartition
ORDER BY c.relname
"""

_FOREIGN_KEYS = """
SELECT k.conname::text, near.relname::text, far.relname::text, (
  SELECT json_agg(json_build_array(a.attname, b.attname) ORDER BY position)
    FROM unnest(k.conkey, k.confkey) WITH ORDINALITY AS u(here, there, position)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.here
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.there)
FROM pg_constraint k
JOIN pg_class near ON near.oid = k.conrelid JOIN pg_class far ON far.oid = k.confrelid
JOIN pg_namespace n ON n.oid = near.relnamespace JOIN pg_namespace f ON f.oid = far.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0 AND n.nspname = %(schema)s AND f.nspname = %(schema)s
ORDER BY k.conname, near.relname
"""

_FUNCTIONS = """
SELECT p.proname::text, p.provolatile::text, p.proretset,
  t.typtype = 'c' OR coalesce(p.proargmodes::text[] && '{t,b,o}', false),
  p.prorettype = 'void'::regtype, c.relname::text, p.pronargdefaults,
  coalesce(to_json(p.proargnames), '[]'), coalesce(to_json(p.proargmodes::text[]), '[]'),
  (SELECT coalesce(json_agg(format_type(u.type, NULL) ORDER BY position), '[]')
     FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS u(type, position)),
  obj_description(p.oid, 'pg_proc')
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_type t ON t.oid = p.prorettype
LEFT JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c'
WHERE n.nspname = %(schema)s AND p.prokind = 'f'
  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
  AND (%(all)s OR has_function_privilege(p.oid, 'EXECUTE'))
ORDER BY p.proname, p.oid
"""


_ACCESSIBLE_TABLES = """
SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND NOT c.relispartition
  AND (pg_has_role(c.relowner, 'USAGE')
    OR has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
    OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))
"""

_DESCRIPTION = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %(schema)s"


async def read_catalog(connection: AsyncConnection[Any], schema: str) -> Catalog:
    """Read the schema cache of one schema.

    Args:
        connection: A connection as a role that may read pg_catalog.
        schema: The exposed schema.
    """
    # Names of types and sequences are then qualified, whatever search path the login has.
    await connection.execute("SET LOCAL search_path = ''")
    parameters = {"schema": schema}
    rows = await (await connection.execute(_TABLES, parameters)).fetchall()
    tables = {row[0]: _table(schema, *row) for row in rows}
    rows = await (await connection.execute(_FOREIGN_KEYS, parameters)).fetchall()
    keys = [
        ForeignKey(name, near, far, tuple((here, there) for here, there in pairs))
        for name, near, far, pairs in rows
        if near in tables and far in tables
    ]
    functions: dict[str, tuple[Function, ...]] = {}
    for function in await _read_functions(connection, schema, all_of_them=True):
        functions[function.name] = (*functions.get(function.name, ()), function)
    return Catalog(schema, tables, functions, relationships(tables, keys))


async def read_accessible(
    connection: AsyncConnection[Any], schema: str
) -> tuple[set[str], list[Function], str | None]:
    """Return the tables and functions of a schema that the current role may use, and the schema's comment.

    Args:
        connection: A connection with the role of the request.
        schema: The exposed schema.
    """
    rows = await (await connection.execute(_ACCESSIBLE_TABLES, {"schema": schema})).fetchall()
    found = await (await connection.execute(_DESCRIPTION, {"schema": schema})).fetchone()
    functions = await _read_functions(connection, schema, all_of_them=False)
    return {name for (name,) in rows}, functions, found[0] if found else None


async def _read_functions(
    connection: AsyncConnection[Any], schema: str, *, all_of_them: bool
) -> list[Function]:
    rows = await connection.execute(_FUNCTIONS, {"schema": schema, "all": all_of_them})
    return [_function(schema, row) for row in await rows.fetchall()]


_INSERT, _UPDATE, _DELETE = 1 << 3, 1 << 2, 1 << 4  # as pg_relation_is_updatable numbers the commands


def _table(schema: str, *row: Any) -> CatalogTable:
    name, kind, writable, description, columns, keys = row
    return CatalogTable(
        schema,
        name,
        {each.name: each for each in map(_column, columns)},
        primary_key=next((tuple(key) for contype, key in keys if contype == "p"), ()),
        unique_keys=tuple(frozenset(key) for _, key in keys),
        is_view=kind in {"v", "m"},
        insertable=bool(writable & _INSERT),
        updatable=bool(writable & _UPDATE),
        deletable=bool(writable & _DELETE),
        description=description,
    )


def _column(row: list[Any]) -> CatalogColumn:
    name, type_name, default, base_type, nullable, max_length, enum, description = row
    return CatalogColumn(name, type_name, default, base_type, nullable, max_length, tuple(enum), description)


def _function(schema: str, row: tuple[Any, ...]) -> Function:
    name, volatility, is_set, has_columns, is_void, table, defaults, names, modes, types, text = row
    modes = modes or ["i"] * len(types)
    names = names or [""] * len(types)
    inputs = [
        (argument, type_name, mode)
        for argument, type_name, mode in zip(names, types, modes, strict=True)
        if mode in {"i", "b", "v"}
    ]
    first_optional = len(inputs) - defaults
    parameters = tuple(
        Parameter(argument, type_name, position < first_optional, mode == "v")
        for position, (argument, type_name, mode) in enumerate(inputs)
    )
    return Function(schema, name, parameters, volatility, is_set, has_columns, is_void, table, text)
