"""The tables of all entities, derived from their schemas.

Columns, keys, references and indexes come from the schemas. What a schema does not declare, such as a unique
key, is listed here; the tables of the Jira integration are written out in `tables.sql`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.schema import Attribute, Schema
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.validation import (
    is_integer,
    is_iso_date,
    is_uuid,
    optional,
)
from spacecat_shared_data_access.schema.values import now

_PACKAGE: Final = files("spacecat_shared_data_access.local")
_LONGEST_NAME: Final = 63  # bytes; PostgreSQL truncates longer names

# Unique keys besides the primary key, by table.
_UNIQUE: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "api_keys": (("hashed_api_key",),),
    "brand_to_semrush_projects": (("semrush_project_id",),),
    "brands": (("semrush_sub_workspace_id",),),
    "consumers": (("client_id",),),
    "page_citabilities": (("url",),),
    "page_intents": (("url",),),
    "site_enrollments": (("site_id", "entitlement_id"),),
    "site_ims_org_accesses": (("site_id", "organization_id", "product_code"),),
    "sites": (("base_url",),),
    "suggestion_grants": (("suggestion_id",),),
    "tokens": (("site_id", "token_type", "cycle"),),
}

# Foreign keys that no reference declares, by table: the column, and the table whose id it references.
_POINTERS: Final[Mapping[str, Mapping[str, str]]] = {
    "brand_to_semrush_projects": {"brand_id": "brands", "site_id": "sites"},
    "plg_onboardings": {"organization_id": "organizations", "site_id": "sites"},
    "site_ims_org_accesses": {"target_organization_id": "organizations"},
    "sites": {"project_id": "projects"},
    "suggestion_grants": {"suggestion_id": "suggestions", "site_id": "sites", "token_id": "tokens"},
    "tokens": {"site_id": "sites"},
}

# Column types that the schema does not determine, by table.
_TYPES_BY_HAND: Final[Mapping[str, Mapping[str, str]]] = {
    # A log keeps the IDs of deleted entities, as they were written.
    "access_grant_logs": dict.fromkeys(("site_id", "organization_id", "target_organization_id"), "text"),
    "brand_to_semrush_projects": {"semrush_location_id": "bigint"},
    "fix_entity_suggestions": {"opportunity_id": "uuid"},
    "opportunities": {"scope_id": "uuid"},
    "tokens": {"total": "bigint", "used": "bigint"},
}


# Columns of enum types, by table: the type. Other columns with a fixed set of values are text with a check.
_ENUMS: Final[Mapping[str, Mapping[str, str]]] = {
    "entitlements": {"product_code": "entitlement_product_code", "tier": "entitlement_tier"},
    "opportunities": {"origin": "opportunity_origin", "status": "opportunity_status"},
    "sites": {"authoring_type": "authoring_type", "delivery_type": "delivery_type"},
    "suggestions": {"status": "suggestion_status", "type": "suggestion_type"},
}


def _computed(column: str, expression: str) -> str:
    return f"{column} GENERATED ALWAYS AS ({expression}) STORED"


def _flag(option: str) -> str:
    return f"CASE WHEN options ->> '{option}' = 'true' THEN 'T' ELSE 'F' END"


# What a table has besides its attributes, by table: checks, and columns that queries use and the database
# computes or others write.
_FURTHER: Final[Mapping[str, tuple[str, ...]]] = {
    "brand_to_semrush_projects": ("CHECK (language ~ '^[a-z]{2,3}(-[a-z]{2,4})?$')",),
    "brands": ("organization_id uuid REFERENCES organizations (id) ON DELETE CASCADE",),
    "fix_entity_suggestions": (
        _computed("fix_entity_created_date date", "timezone('UTC', fix_entity_created_at)::date"),
    ),
    "scrape_jobs": (
        _computed("opt_enable_javascript text", _flag("enableJavascript")),
        _computed("opt_hide_consent_banner text", _flag("hideConsentBanners")),
    ),
}

_TYPES: Final = {"number": "numeric", "boolean": "boolean"} | dict.fromkeys(
    ("list", "set", "map", "any"), "jsonb"
)
_TYPES_BY_CHECK: Final[Mapping[object, str]] = {
    is_uuid: "uuid",
    is_integer: "bigint",
    optional(is_integer): "bigint",
    is_iso_date: "timestamptz",
    optional(is_iso_date): "timestamptz",
}

ROLES: Final = ("postgrest_anon", "postgrest_writer")
"""The roles that PostgREST switches to after it has logged in."""

# Roles are shared by all databases of a cluster, so another one may create it at the same time.
_ROLE: Final = """\
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
"""
# CREATE TYPE has no IF NOT EXISTS.
_ENUM: Final = """\
DO $$ BEGIN
  CREATE TYPE {name} AS ENUM ({values});
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
"""
# Never CREATE OR REPLACE: an existing function of this name may not be ours.
_FUNCTION: Final = """\
DO $create$ BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_proc WHERE proname = '{name}' AND pronamespace = current_schema()::regnamespace
  ) THEN
    {definition}
    GRANT EXECUTE ON FUNCTION {name} TO postgrest_writer;
  END IF;
END $create$;
"""
_GRANTS: Final = """\
GRANT SELECT ON {tables} TO postgrest_anon;
GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO postgrest_writer;
"""
_APPEND_ONLY: Final = """\
-- append-only: no UPDATE through PostgREST
REVOKE UPDATE ON {tables} FROM postgrest_writer;
"""
_USAGE: Final = "GRANT USAGE ON SCHEMA public TO postgrest_anon, postgrest_writer;\n"


def all_tables_sql() -> str:
    """Build the SQL that creates the tables of all registered entities, safe to apply again."""
    return partial_sql(table_names(), function_names()) + _USAGE


def table_names() -> list[str]:
    """Return the names of the tables of all registered entities."""
    return sorted(_schemas_by_table())


def function_names() -> list[str]:
    """Return the names of the functions that the entities call."""
    return list(_functions())


def partial_sql(tables: Collection[str], functions: Collection[str]) -> str:
    """Build the SQL that creates some of the tables and functions, with grants on those alone.

    Args:
        tables: Names of `table_names`. Tables that they reference have to exist, or be among them.
        functions: Names of `function_names`.
    """
    schemas = _schemas_by_table()
    by_hand = _paragraphs("tables.sql", "CREATE TABLE IF NOT EXISTS")
    order = [*by_hand, *(table for table in _parents_first(schemas) if table not in by_hand)]
    parts = [_ROLE.format(role=role) for role in ROLES]
    parts += [
        f"{by_hand[table]}\n" if table in by_hand else table_sql(schemas[table], schemas)
        for table in order
        if table in tables
    ]
    parts += [
        _FUNCTION.format(name=name, definition=definition)
        for name, definition in _functions().items()
        if name in functions
    ]
    if tables:
        parts.append(_GRANTS.format(tables=", ".join(sorted(tables))))
    append_only = [table for table in sorted(tables) if not schemas[table].options.allow_updates]
    if append_only:
        parts.append(_APPEND_ONLY.format(tables=", ".join(append_only)))
    return "\n".join(parts)


def _schemas_by_table() -> dict[str, Schema]:
    # Reversed, so that the first of two entities in one table counts: Audit, not LatestAudit.
    return {schema.table: schema for schema in reversed(list(EntityRegistry.schemas()))}


def _functions() -> dict[str, str]:
    return _paragraphs("functions.sql", "CREATE FUNCTION")


def _paragraphs(file: str, beginning: str) -> dict[str, str]:
    """Return the paragraphs of a file of SQL that create something, by the name of what they create."""
    paragraphs = _PACKAGE.joinpath(file).read_text("utf-8").strip().split("\n\n")
    return {
        each.removeprefix(beginning).partition("(")[0].strip(): each
        for each in paragraphs
        if each.startswith(beginning)
    }


def table_sql(schema: Schema, schemas: Mapping[str, Schema]) -> str:
    """Build the SQL that creates the table of one entity, its enum types before it and its indexes after it.

    Args:
        schema: The entity's schema.
        schemas: The schemas by their tables. Foreign keys reference only these tables.
    """
    table, keys = schema.table, [schema.attributes[name].stored_name for name in schema.primary_keys]
    pointers = _pointers(schema, schemas)
    unique = [*_UNIQUE.get(table, ())]
    if "id" in schema.columns.values() and keys != ["id"]:
        unique.append(("id",))
    lines = [
        *(_column(schema, each, keys, pointers) for each in schema.attributes.values() if each.column),
        *_FURTHER.get(table, ()),
        f"PRIMARY KEY ({', '.join(keys)})",
        *(f"UNIQUE ({', '.join(columns)})" for columns in unique),
    ]
    body = ",\n  ".join(lines)
    indexes = "".join(_indexes(schema, [tuple(keys), *unique]))
    enums = "".join(_enums(schema))
    return f"{enums}CREATE TABLE IF NOT EXISTS {table} (\n  {body}\n);\n{indexes}"


def _enums(schema: Schema) -> Iterator[str]:
    named = _ENUMS.get(schema.table, {})
    for attribute in schema.attributes.values():
        if attribute.column and attribute.column in named:
            values = ", ".join(map(_quoted, attribute.values or ()))
            yield _ENUM.format(name=named[attribute.column], values=values)


def _parents_first(schemas: Mapping[str, Schema]) -> Iterator[str]:
    # A table is created after those that it references.
    done: set[str] = set()

    def visit(table: str) -> Iterator[str]:
        if table not in done:
            done.add(table)
            for other in sorted(_pointers(schemas[table], schemas).values()):
                yield from visit(other)
            yield table

    for table in sorted(schemas):
        yield from visit(table)


def _pointers(schema: Schema, schemas: Mapping[str, Schema]) -> dict[str, str]:
    # The tables that the foreign keys of this one reference, by column.
    found = {
        schema.attributes[each.foreign_key].column: EntityRegistry.schema_of(each.entity).table
        for each in schema.parents
        if EntityRegistry.is_registered(each.entity)
    }
    by_hand = _POINTERS.get(schema.table, {})
    return {
        column: table for column, table in [*found.items(), *by_hand.items()] if column and table in schemas
    }


def _column(schema: Schema, attribute: Attribute, keys: list[str], pointers: Mapping[str, str]) -> str:
    column, target = str(attribute.column), pointers.get(str(attribute.column))
    enum = _ENUMS.get(schema.table, {}).get(column)
    type_ = enum or _TYPES_BY_HAND.get(schema.table, {}).get(column) or _type(attribute, target)
    parts = [column, type_]
    if attribute.required or column in keys:
        parts.append("NOT NULL")
    parts += _default(attribute, type_)
    if attribute.values is not None and enum is None:
        parts.append(f"CHECK ({column} IN ({', '.join(map(_quoted, attribute.values))}))")
    if target is not None:
        parts.append(f"REFERENCES {target} (id) ON DELETE {'CASCADE' if attribute.required else 'SET NULL'}")
    return " ".join(parts)


def _type(attribute: Attribute, target: str | None) -> str:
    if attribute.is_id or target is not None:
        return "uuid"
    if attribute.validate in _TYPES_BY_CHECK:
        return _TYPES_BY_CHECK[attribute.validate]
    if attribute.type == "string" and attribute.name.endswith("_at"):
        return "timestamptz"
    if attribute.type in {"list", "set"} and (attribute.items or {}).get("type") == "string":
        return "text[]"
    return _TYPES.get(str(attribute.type), "text")


def _default(attribute: Attribute, type_: str) -> Iterator[str]:
    # Required columns have the package's defaults, for those who write without the package.
    if attribute.is_id:
        yield "DEFAULT gen_random_uuid()"
    elif attribute.required and (attribute.default is now or attribute.name in {"created_at", "updated_at"}):
        yield "DEFAULT now()"
    elif attribute.required and attribute.default is not MISSING and not callable(attribute.default):
        yield f"DEFAULT {_literal(attribute.default, type_)}"


def _indexes(schema: Schema, present: list[tuple[str, ...]]) -> Iterator[str]:
    # Columns that a unique key or another index covers need no further index.
    computed = " ".join(_FURTHER.get(schema.table, ()))
    for index in schema.indexes.values():
        attributes = [schema.attributes[key] for key in index.keys]
        columns = tuple(each.stored_name for each in attributes if each.column or each.name in computed)
        if columns and columns not in present:
            present.append(columns)
            name = _short("_".join((schema.table, *columns, "idx")))
            yield f"CREATE INDEX IF NOT EXISTS {name} ON {schema.table} ({', '.join(columns)});\n"


def _short(name: str) -> str:
    # Truncated names could be equal, and IF NOT EXISTS would then skip the second index.
    if len(name) <= _LONGEST_NAME:
        return name
    digest = sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST_NAME - len(digest) - 1]}_{digest}"


def _literal(value: Any, type_: str) -> str:
    if type_ == "jsonb":
        return _quoted(json.dumps(value))
    if type_ == "text[]":
        return f"ARRAY[{', '.join(map(_quoted, value))}]::text[]"
    if isinstance(value, bool | int | float):
        return str(value).lower()
    return _quoted(str(value))


def _quoted(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
