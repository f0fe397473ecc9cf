"""What the entities need of a database, and the findings where it is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from spacecat_shared_data_access.check.facts import PRIVILEGES, ColumnFacts, DatabaseFacts, TableFacts
from spacecat_shared_data_access.check.finding import Finding, FindingKind, Severity
from spacecat_shared_data_access.check.types import can_hold, expected_type
from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.schema import Attribute, Schema
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.naming import with_keys

_DDL: Final = "spacecat-data-access ddl prints its SQL"

# Unique keys besides the primary key, by entity: the attributes, and what depends on them.
_UNIQUE: Final[Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]] = {
    "IdempotencyKey": ((("key", "organization_id", "endpoint"), "a request claims its key only once"),),
    "OAuthNonce": ((("nonce",), "a nonce is stored only once"),),
    "PageCitability": ((("url",), "create() is an upsert by it"),),
    "SiteEnrollment": ((("site_id", "entitlement_id"), "a site is enrolled only once"),),
    "SiteImsOrgAccess": (
        (("site_id", "organization_id", "product_code"), "an organization gets access only once"),
    ),
    "TicketSuggestion": ((("suggestion_id",), "a suggestion has at most one ticket"),),
    "Token": ((("site_id", "token_type", "cycle"), "there is one token for each cycle"),),
}

# The functions that entities call, by entity, with the names of their arguments.
_FUNCTIONS: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "SuggestionGrant": {
        "wrpc_grant_suggestions": frozenset(
            {"p_suggestion_ids", "p_site_id", "p_token_type", "p_cycle"},
        ),
        "wrpc_revoke_suggestion_grant": frozenset({"p_grant_id"}),
    },
}


def findings_of(schema: Schema, facts: DatabaseFacts) -> Iterator[Finding]:
    """Yield the findings of one entity.

    Args:
        schema: The entity's schema.
        facts: What the database has.
    """
    table = facts.tables.get(schema.table)
    if table is None:
        yield _missing_table(schema, facts)
    else:
        yield from _columns(schema, table)
        yield from _unfilled_columns(schema, table)
        yield from _unique_keys(schema, table)
        yield from _indexes(schema, table)
        yield from _privileges(schema, table, facts)
    yield from _functions(schema, facts)


def enums_of(schemas: Iterable[Schema]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the values of the enum attributes by table and column."""
    return {
        (schema.table, attribute.column): attribute.values
        for schema in schemas
        for attribute in schema.attributes.values()
        if attribute.column is not None and attribute.values is not None
    }


def checked_schemas(entities: Iterable[str] | None) -> list[Schema]:
    """Return the schemas to check, sorted by name.

    Two entities in one table are checked as the first of them: LatestAudit has no columns of its own.

    Args:
        entities: Names of entities; None for all that are registered.

    Raises:
        ValidationError: An entity is not registered, or has no table.
    """
    by_table = {schema.table: schema for schema in reversed(list(EntityRegistry.schemas()))}
    if entities is None:
        return sorted(by_table.values(), key=lambda schema: schema.model_name)
    try:
        found = {by_table[EntityRegistry.schema_of(name).table] for name in entities}
    except DataAccessError as error:
        raise ValidationError(error.message) from error
    return sorted(found, key=lambda schema: schema.model_name)


def _missing_table(schema: Schema, facts: DatabaseFacts) -> Finding:
    hidden = "" if facts.is_catalog else ", or the role has no privilege on it"
    return _finding(
        schema,
        FindingKind.MISSING_TABLE,
        expected=f"a table {schema.table} in the schema {facts.schema}",
        found=f"no such table{hidden}",
        fix=f"create the table: {_DDL}",
    )


def _columns(schema: Schema, table: TableFacts) -> Iterator[Finding]:
    for attribute in _stored(schema):
        column = table.columns.get(attribute.stored_name)
        type_ = expected_type(schema, attribute)
        if column is None:
            yield _finding(
                schema,
                FindingKind.MISSING_COLUMN,
                attribute.name,
                expected=f"a column of type {type_}",
                found="no such column",
                fix=f"ALTER TABLE {_name(schema.table)} ADD COLUMN {_name(attribute.stored_name)} {type_}",
            )
        elif attribute.column is not None:
            yield from _column(schema, attribute, column)


def _stored(schema: Schema) -> Iterator[Attribute]:
    # A finder may filter by a column that the database computes, which is neither read nor written.
    keys = {key for index in schema.indexes.values() for key in index.keys}
    for attribute in schema.attributes.values():
        if attribute.column is not None or attribute.name in keys:
            yield attribute


def _column(schema: Schema, attribute: Attribute, column: ColumnFacts) -> Iterator[Finding]:
    table, name = _name(schema.table), _name(attribute.stored_name)
    if not can_hold(schema, attribute, column):
        type_ = expected_type(schema, attribute)
        length = "" if column.max_length is None else f"({column.max_length})"
        yield _finding(
            schema,
            FindingKind.COLUMN_TYPE,
            attribute.name,
            expected=f"a column of type {type_}",
            found=f"type {column.type}{length}",
            fix=f"ALTER TABLE {table} ALTER COLUMN {name} TYPE {type_} USING …",
        )
        return
    if column.not_null and _may_be_null(schema, attribute):
        yield _finding(
            schema,
            FindingKind.NULLABLE_ATTRIBUTE,
            attribute.name,
            expected="a column that may be null, since the attribute may",
            found="NOT NULL",
            fix=f"ALTER TABLE {table} ALTER COLUMN {name} DROP NOT NULL, or declare the attribute as required",
        )
    if attribute.values is not None and column.values is not None:
        yield from _enum(schema, attribute, column.values)


def _may_be_null(schema: Schema, attribute: Attribute) -> bool:
    if attribute.required or attribute.name in schema.primary_keys:
        return False
    # It is set on creation, and cannot be set to None later.
    return not (attribute.read_only and attribute.default not in {MISSING, None})


def _enum(schema: Schema, attribute: Attribute, accepted: tuple[str, ...]) -> Iterator[Finding]:
    declared = attribute.values or ()
    missing = [value for value in declared if value not in accepted]
    unknown = [value for value in accepted if value not in declared]
    if missing:
        yield _finding(
            schema,
            FindingKind.MISSING_ENUM_VALUE,
            attribute.name,
            expected=f"a column that accepts {_listed(missing)}",
            found=f"it accepts only {_listed(accepted)}",
            fix="add the values to the enum type or CHECK of the column, or remove them from the attribute",
        )
    if unknown:
        yield _finding(
            schema,
            FindingKind.UNKNOWN_ENUM_VALUE,
            attribute.name,
            expected=f"a column that accepts only {_listed(declared)}",
            found=f"it also accepts {_listed(unknown)}",
            fix="add the values to the attribute, or remove them from the enum type or CHECK of the column",
        )


def _unfilled_columns(schema: Schema, table: TableFacts) -> Iterator[Finding]:
    for name, column in table.columns.items():
        if column.not_null and not column.is_filled and name not in schema.stored_columns:
            yield Finding(
                kind=FindingKind.UNFILLED_COLUMN,
                severity=Severity.NOTE if table.has_insert_trigger else Severity.ERROR,
                entity=schema.model_name,
                table=schema.table,
                column=name,
                expected="an attribute for the column, or a default",
                found=f"{column.type} NOT NULL without a default, which the entity never sends"
                + (": a trigger may fill it" if table.has_insert_trigger else ""),
                fix="declare an attribute for the column, or give the column a default",
            )


def _unique_keys(schema: Schema, table: TableFacts) -> Iterator[Finding]:
    if table.unique_keys is None:
        return
    for names, reason in wanted_keys(schema):
        columns = _columns_of(schema, names)
        if table.columns.keys() >= set(columns) and frozenset(columns) not in table.unique_keys:
            listed = ", ".join(map(_name, columns))
            yield _finding(
                schema,
                FindingKind.MISSING_UNIQUE_KEY,
                *names,
                expected=f"a unique key ({listed}): {reason}",
                found="no such key",
                fix=f"ALTER TABLE {_name(schema.table)} ADD UNIQUE ({listed})",
            )


def wanted_keys(schema: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the unique keys that an entity's table must have: the attributes, and what depends on the key."""
    yield schema.primary_keys, "requests identify rows by it"
    yield from _UNIQUE.get(schema.model_name, ())


def _columns_of(schema: Schema, names: Iterable[str]) -> list[str]:
    return [schema.attributes[name].stored_name for name in names]


def _indexes(schema: Schema, table: TableFacts) -> Iterator[Finding]:
    if table.indexes is None:
        return
    # A unique key that is missing has a finding of its own, and brings its index.
    present = {*table.indexes, *(tuple(_columns_of(schema, names)) for names, _ in wanted_keys(schema))}
    reported = set[frozenset[str]]()
    for index in schema.indexes.values():
        keys = index.partition_keys or index.sort_keys[:1]
        columns = _columns_of(schema, keys)
        wanted = frozenset(columns)
        if index.name == "primary" or wanted in reported or not table.columns.keys() >= wanted:
            continue
        if any(frozenset(each[: len(wanted)]) == wanted for each in present):
            continue
        reported.add(wanted)
        listed = ", ".join(map(_name, columns))
        yield _finding(
            schema,
            FindingKind.MISSING_INDEX,
            *keys,
            severity=Severity.NOTE,
            expected=f"an index that begins with ({listed}), for {with_keys('all_by', keys)}",
            found="no such index",
            fix=f"CREATE INDEX ON {_name(schema.table)} ({', '.join(map(_name, _columns_of(schema, index.keys)))})",
        )


def _privileges(schema: Schema, table: TableFacts, facts: DatabaseFacts) -> Iterator[Finding]:
    if table.privileges is None:
        return
    columns = schema.stored_columns & table.columns.keys()
    needed: dict[str, Any] = {"SELECT": table.columns.keys(), "INSERT": columns}  # SELECT *
    if schema.options.allow_updates:
        needed["UPDATE"] = columns
    if _is_removed(schema):
        needed["DELETE"] = columns
    role = facts.role or "the role"
    for privilege in PRIVILEGES:
        lacking = sorted(needed.get(privilege, set()) - table.privileges[privilege])
        if not lacking:
            continue
        all_columns = len(lacking) == len(table.columns)
        found = "it lacks the privilege" + ("" if all_columns else f" on {', '.join(lacking)}")
        yield _finding(
            schema,
            FindingKind.MISSING_PRIVILEGE,
            expected=f"{privilege} for {role}",
            found=found if facts.is_catalog else f"PostgREST offers no {privilege}",
            fix=f"GRANT {privilege} ON {_name(schema.table)} TO {role}",
        )
    if facts.is_catalog and not schema.options.allow_updates and table.privileges["UPDATE"]:
        yield _finding(
            schema,
            FindingKind.EXCESS_PRIVILEGE,
            expected=f"no UPDATE for {role}, since rows are only added and removed",
            found="it has the privilege",
            fix=f"REVOKE UPDATE ON {_name(schema.table)} FROM {role}",
        )


def _is_removed(schema: Schema) -> bool:
    # Directly, or together with a parent.
    return schema.options.allow_remove or any(
        reference.remove_dependents and reference.entity == schema.model_name
        for parent in EntityRegistry.schemas()
        for reference in parent.references
    )


def _functions(schema: Schema, facts: DatabaseFacts) -> Iterator[Finding]:
    for name, arguments in _FUNCTIONS.get(schema.model_name, {}).items():
        found = facts.functions.get(name, ())
        expected = f"a function {name}({', '.join(sorted(arguments))})"
        accepting = [each for each in found if each.accepts(arguments)]
        if not found:
            hidden = "" if facts.is_catalog else ", or the role may not execute it"
            yield Finding(
                kind=FindingKind.MISSING_FUNCTION,
                entity=schema.model_name,
                expected=expected,
                found=f"no such function{hidden}",
                fix=f"create the function: {_DDL}",
            )
        elif not accepting:
            signatures = [f"({', '.join(sorted(each.arguments))})" for each in found]
            yield Finding(
                kind=FindingKind.FUNCTION_ARGUMENTS,
                entity=schema.model_name,
                expected=expected,
                found=f"it takes {' or '.join(signatures)}",
                fix=f"change the function's arguments: {_DDL}",
            )
        elif facts.role and not any(each.is_executable for each in accepting):
            yield Finding(
                kind=FindingKind.MISSING_PRIVILEGE,
                entity=schema.model_name,
                expected=f"EXECUTE on {name} for {facts.role}",
                found="it lacks the privilege",
                fix=f"GRANT EXECUTE ON FUNCTION {name} TO {facts.role}",
            )


def _finding(schema: Schema, kind: FindingKind, *attributes: str, **parts: Any) -> Finding:
    return Finding(
        kind=kind,
        entity=schema.model_name,
        attribute=", ".join(attributes) or None,
        table=schema.table,
        column=", ".join(_columns_of(schema, attributes)) or None,
        **parts,
    )


def _listed(values: Iterable[str]) -> str:
    return ", ".join(map(repr, values)) or "nothing"


def _name(name: str) -> str:
    # For SQL that is only shown.
    return name if name.isidentifier() and name.islower() else '"{}"'.format(name.replace('"', '""'))
