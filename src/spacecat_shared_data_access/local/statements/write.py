"""The INSERT, UPDATE and DELETE statements."""

from dataclasses import dataclass

from psycopg import sql

from spacecat_shared_data_access.local.catalog import CatalogColumn, CatalogTable
from spacecat_shared_data_access.local.errors import StaleCatalogError
from spacecat_shared_data_access.local.parsing.terms import Condition
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.statements.fragments import (
    BODY,
    Parameters,
    column,
    conditions,
    from_catalog,
    identifier,
    joined,
    where,
)

# Counts up for each row to insert, and down for each row that already exists.
_COUNT_INSERTED = sql.SQL(
    "set_config('pgrst.inserted', (coalesce(nullif(current_setting('pgrst.inserted', true), '')::int, 0)"
    " {} 1)::text, true) <> {}"
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change of a table.

    Attributes:
        table: The table.
        returning: The columns to return; may be empty.
        conditions: The conditions that rows have to meet; all rows if empty.
        payload: The rows or values to write.
        columns: The columns to write.
        defaults: Whether a row that lacks a key gets the default of the column, instead of null.
    """

    table: CatalogTable
    returning: list[str]
    conditions: list[Condition]
    payload: Payload
    columns: list[CatalogColumn]
    defaults: bool = False


def written_columns(table: CatalogTable, names: list[str]) -> list[CatalogColumn]:
    """Return the columns to write, sorted by name.

    Raises:
        RequestError: PGRST204 if there is no such column.
    """
    for name in sorted(names):
        if name not in table.columns:
            message = f"Could not find the '{name}' column of '{table.name}' in the schema cache"
            raise StaleCatalogError(400, "PGRST204", message)
    return [table.columns[name] for name in sorted(names)]


def insert(
    mutation: Mutation,
    values: Parameters,
    *,
    conflict: tuple[str, ...] = (),
    merge: bool = False,
) -> sql.Composed:
    """Return an INSERT, with ON CONFLICT for an upsert.

    Args:
        mutation: The rows to insert. Its conditions have to hold for the new rows (PUT).
        values: The parameters of the statement.
        conflict: The columns of the unique key to upsert on; empty for a plain INSERT.
        merge: Whether an existing row is updated instead of left as it is.
    """
    names = [identifier(item.name) for item in mutation.columns]
    merge = merge and bool(conflict)
    filters = conditions(mutation.conditions, identifier(BODY), mutation.table, values)
    if merge:
        filters.append(_COUNT_INSERTED.format(sql.SQL("+"), sql.SQL("'0'")))
    return joined(
        " ",
        [
            sql.SQL("INSERT INTO"),
            _name(mutation.table),
            sql.SQL("({})").format(joined(", ", names)) if names else sql.SQL(""),
            sql.SQL("SELECT"),
            joined(", ", [column(identifier(BODY), item.name) for item in mutation.columns]),
            _from_body(mutation, values),
            where(filters),
            _on_conflict(names, conflict, merge=merge) if conflict else sql.SQL(""),
            _returning(mutation),
        ],
    )


def _on_conflict(names: list[sql.Identifier], conflict: tuple[str, ...], *, merge: bool) -> sql.Composed:
    key = joined(", ", map(identifier, conflict))
    if not merge or not names:
        return sql.SQL("ON CONFLICT ({}) DO NOTHING").format(key)
    changes = joined(", ", [sql.SQL("{} = EXCLUDED.{}").format(name, name) for name in names])
    return sql.SQL("ON CONFLICT ({}) DO UPDATE SET {} WHERE {}").format(
        key, changes, _COUNT_INSERTED.format(sql.SQL("-"), sql.SQL("'-1'"))
    )


def update(mutation: Mutation, values: Parameters) -> sql.Composed:
    """Return an UPDATE, or, with nothing to set, a query without rows that has the columns to return."""
    table = _name(mutation.table)
    if not mutation.columns:
        selected = joined(", ", [column(table, name) for name in mutation.returning])
        return sql.SQL("SELECT {} FROM {} WHERE false").format(selected, table)
    changes = [
        sql.SQL("{} = {}").format(identifier(item.name), column(identifier(BODY), item.name))
        for item in mutation.columns
    ]
    return joined(
        " ",
        [
            sql.SQL("UPDATE"),
            table,
            sql.SQL("SET"),
            joined(", ", changes),
            _from_body(mutation, values),
            where(conditions(mutation.conditions, table, mutation.table, values)),
            _returning(mutation),
        ],
    )


def delete(mutation: Mutation, values: Parameters) -> sql.Composed:
    """Return a DELETE."""
    table = _name(mutation.table)
    filters = where(conditions(mutation.conditions, table, mutation.table, values))
    return joined(" ", [sql.SQL("DELETE FROM"), table, filters, _returning(mutation)])


def _name(table: CatalogTable) -> sql.Identifier:
    return identifier(table.schema, table.name)


def _returning(mutation: Mutation) -> sql.Composed:
    """Return the RETURNING clause. Without columns it returns 1, since the rows are always counted."""
    columns = joined(", ", [column(_name(mutation.table), name) for name in mutation.returning])
    return sql.SQL("RETURNING {}").format(columns if mutation.returning else sql.SQL("1"))


def _from_body(mutation: Mutation, values: Parameters) -> sql.Composed:
    """Return the FROM clause for the rows of the JSON body, with the types of the columns."""
    payload, columns = mutation.payload, mutation.columns
    body = values.add(payload.text)
    source: sql.Composable = sql.SQL("pgrst_payload.json_data")
    kind = sql.SQL("json")
    defaults: sql.Composable = sql.SQL("")
    if mutation.defaults:
        kind, source = sql.SQL("jsonb"), sql.SQL("pgrst_json_defs.val")
        defaults = sql.SQL("LATERAL ({}) pgrst_json_defs, ").format(_with_defaults(payload, columns, values))
    if columns:
        function = sql.SQL("{}_to_record" if payload.is_object else "{}_to_recordset").format(kind)
        types = [sql.SQL("{} {}").format(identifier(item.name), from_catalog(item.type)) for item in columns]
        rows = sql.SQL("{}({}) AS _({})").format(function, source, joined(", ", types))
    elif payload.is_object:
        rows = sql.SQL("(VALUES ({})) _").format(sql.Literal(1))
    else:
        rows = sql.SQL("{}_array_elements({}) _").format(kind, source)
    return sql.SQL(
        "FROM (SELECT {}::{} AS json_data) pgrst_payload, {}LATERAL (SELECT {} FROM {}) {}"
    ).format(
        body,
        kind,
        defaults,
        joined(", ", [identifier(item.name) for item in columns]),
        rows,
        identifier(BODY),
    )


def _with_defaults(payload: Payload, columns: list[CatalogColumn], values: Parameters) -> sql.Composed:
    """Return a query for the body in which missing keys have the defaults of their columns."""
    pairs = [
        sql.SQL("{}::text, {}").format(values.add(item.name), from_catalog(item.default))
        for item in columns
        if item.default is not None
    ]
    defaults = sql.SQL("jsonb_build_object({})").format(joined(", ", pairs))
    if payload.is_object:
        return sql.SQL("SELECT {} || pgrst_payload.json_data AS val").format(defaults)
    return sql.SQL(
        "SELECT jsonb_agg({} || elem) AS val FROM jsonb_array_elements(pgrst_payload.json_data) elem"
    ).format(defaults)
