"""The tables of all entities, derived from what the entities declare.

Columns, keys and references come from the schemas. What no schema says, such as a unique key, stands
here by hand; the tables of the Jira integration stand in `tables.sql` altogether.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Final

from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.schema import Attribute, Schema
from spacecat_shared_data_access.schema.validation import is_iso_date, is_iso_date_or_empty, is_uuid

_PACKAGE: Final = files("spacecat_shared_data_access.local")

# Unique keys beyond the primary one, by table.
_UNIQUE: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "api_keys": (("hashed_api_key",),),
    "brand_to_semrush_projects": (("semrush_project_id",),),
    "consumers": (("client_id",),),
    "entitlements": (("organization_id", "product_code"),),
    "page_citabilities": (("url",),),
    "page_intents": (("url",),),
    "site_enrollments": (("site_id", "entitlement_id"),),
    "site_ims_org_accesses": (("site_id", "organization_id", "product_code"),),
    "sites": (("base_url",),),
    "suggestion_grants": (("suggestion_id",),),
    "tokens": (("site_id", "token_type", "cycle"),),
}

# Columns that point at another table though no reference says so, by table: the other's id.
_POINTERS: Final[dict[str, dict[str, str]]] = {
    "site_ims_org_accesses": {"target_organization_id": "organizations"},
    "suggestion_grants": {"suggestion_id": "suggestions", "site_id": "sites", "token_id": "tokens"},
    "tokens": {"site_id": "sites"},
}


def _computed(column: str, expression: str) -> str:
    return f"{column} GENERATED ALWAYS AS ({expression}) STORED"


def _flag(option: str) -> str:
    return f"CASE WHEN options ->> '{option}' = 'true' THEN 'T' ELSE 'F' END"


# Columns that the database computes, and that queries name, by table.
_COMPUTED: Final[dict[str, tuple[str, ...]]] = {
    "fix_entity_suggestions": (
        _computed("fix_entity_created_date date", "timezone('UTC', fix_entity_created_at)::date"),
    ),
    "scrape_jobs": (
        _computed("opt_enable_javascript text", _flag("enableJavascript")),
        _computed("opt_hide_consent_banner text", _flag("hideConsentBanner")),
    ),
}

_TYPES: Final = {
    "number": "numeric",
    "boolean": "boolean",
    "list": "jsonb",
    "set": "jsonb",
    "map": "jsonb",
    "any": "jsonb",
}

_PRIVILEGES: Final = """
GRANT USAGE ON SCHEMA public TO postgrest_anon, postgrest_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO postgrest_anon;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO postgrest_writer;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO postgrest_writer;
"""


def all_tables_sql() -> str:
    """Write the SQL that makes the tables of all registered entities, safe to apply again."""
    by_hand = _PACKAGE.joinpath("tables.sql").read_text("utf-8")
    functions = _PACKAGE.joinpath("functions.sql").read_text("utf-8")
    schemas = {schema.table: schema for schema in reversed(list(EntityRegistry.schemas()))}
    derived = [
        _table(schemas[table], schemas)
        for table in _parents_first(schemas)
        if f"CREATE TABLE IF NOT EXISTS {table} " not in by_hand
    ]
    append_only = [
        f"REVOKE UPDATE ON {schema.table} FROM postgrest_writer;"
        for schema in schemas.values()
        if not schema.options.allow_updates
    ]
    return "\n".join([by_hand, *derived, functions, _PRIVILEGES, *append_only, ""])


def _parents_first(schemas: dict[str, Schema]) -> Iterator[str]:
    # A table is made after those that it points at.
    done: set[str] = set()

    def visit(table: str, on_the_way: tuple[str, ...]) -> Iterator[str]:
        if table in done or table in on_the_way or table not in schemas:
            return
        for other in _pointers(schemas[table], schemas).values():
            yield from visit(other, (*on_the_way, table))
        done.add(table)
        yield table

    for table in sorted(schemas):
        yield from visit(table, ())


def _pointers(schema: Schema, schemas: dict[str, Schema]) -> dict[str, str]:
    # The tables that columns of this one point at.
    pointers = dict(_POINTERS.get(schema.table, {}))
    for reference in schema.parents:
        attribute = schema.attributes[reference.foreign_key]
        parent = EntityRegistry.schema_of(reference.entity) if _is_known(reference.entity) else None
        if attribute.column is not None and parent is not None and parent.table in schemas:
            pointers[attribute.column] = parent.table
    return pointers


def _is_known(entity: str) -> bool:
    return EntityRegistry.is_registered(entity)


def _table(schema: Schema, schemas: dict[str, Schema]) -> str:
    pointers = _pointers(schema, schemas)
    keys = [schema.attributes[name].stored_name for name in schema.primary_keys]
    lines = [
        _column(attribute, pointers.get(attribute.column or ""), is_key=attribute.column in keys)
        for attribute in schema.attributes.values()
        if attribute.column is not None
    ]
    lines += _COMPUTED.get(schema.table, ())
    lines.append(f"PRIMARY KEY ({', '.join(keys)})")
    lines += [f"UNIQUE ({', '.join(columns)})" for columns in _UNIQUE.get(schema.table, ())]
    body = ",\n  ".join(lines)
    indexes = "\n".join(_indexes(schema, keys))
    return f"CREATE TABLE IF NOT EXISTS {schema.table} (\n  {body}\n);\n{indexes}\n"


def _column(attribute: Attribute, pointed_at: str | None, *, is_key: bool) -> str:
    parts = [str(attribute.column), _type(attribute, pointed_at)]
    if attribute.required or is_key:
        parts.append("NOT NULL")
    parts.append(_default(attribute))
    if attribute.values is not None:
        values = ", ".join(_literal(value) for value in attribute.values)
        parts.append(f"CHECK ({attribute.column} IN ({values}))")
    if pointed_at is not None:
        rule = "CASCADE" if attribute.required else "SET NULL"
        parts.append(f"REFERENCES {pointed_at} (id) ON DELETE {rule}")
    return " ".join(part for part in parts if part)


def _type(attribute: Attribute, pointed_at: str | None) -> str:
    if attribute.is_id or pointed_at is not None or attribute.validate is is_uuid:
        return "uuid"
    if attribute.type in {"list", "set"} and (attribute.items or {}).get("type") == "string":
        return "text[]"
    is_moment = attribute.validate in {is_iso_date, is_iso_date_or_empty} or attribute.name.endswith("_at")
    if attribute.type == "string" and is_moment:
        return "timestamptz"
    return _TYPES.get(str(attribute.type), "text")


def _default(attribute: Attribute) -> str:
    # Who writes past this package gets what it would have written.
    if attribute.is_id:
        return "DEFAULT gen_random_uuid()"
    if attribute.name in {"created_at", "updated_at"}:
        return "DEFAULT now()"
    return ""


def _indexes(schema: Schema, keys: list[str]) -> Iterable[str]:
    for index in schema.indexes.values():
        columns = [schema.attributes[key].column for key in index.keys]
        stored = [column for column in columns if column is not None]
        if stored and stored != keys:
            name = f"{schema.table}_{'_'.join(stored)}_idx"[:63]
            yield f"CREATE INDEX IF NOT EXISTS {name} ON {schema.table} ({', '.join(stored)});"


def _literal(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
