"""The complete statement of a request: PostgreSQL counts the rows and builds the body."""

from dataclasses import dataclass
from typing import Literal

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Function
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.statements.call import SCALAR
from spacecat_shared_data_access.local.statements.fragments import (
    SOURCE,
    Parameters,
    identifier,
    joined,
)

Wanted = Literal["body", "location", "nothing"]

_CSV = sql.SQL(
    "(SELECT coalesce(string_agg(k, ','), '')"
    " FROM json_object_keys(coalesce(json_agg(_postgrest_t)->0, '{}')) AS k)"
    " || '\n' || coalesce(string_agg("
    "substring(_postgrest_t::text, 2, length(_postgrest_t::text) - 2), '\n'), '')"
)
_SETTING = sql.SQL("nullif(current_setting({}, true), '')")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a complete statement, in the order of its columns.

    Attributes:
        total: The number of rows without a range; None if it was not requested.
        rows: The number of rows in the response, or changed by a mutation.
        body: The body of the response.
        location: The key of a new row: `id=eq.1`.
        headers: The database's setting `response.headers`.
        status: The database's setting `response.status`.
        inserted: For an upsert, the number of new rows less the number of existing ones.
    """

    total: int | None
    rows: int
    body: str
    location: list[str]
    headers: str | None
    status: str | None
    inserted: int | None


def complete_statement(
    source: sql.Composed,
    values: Parameters,
    media_type: MediaType,
    *,
    shown: sql.Composed | None = None,
    count: sql.Composed | None = None,
    wanted: Wanted = "body",
    function: Function | None = None,
    primary_key: tuple[str, ...] = (),
) -> sql.Composed:
    """Build the statement whose single row is an `Outcome`.

    Args:
        source: The statement that reads or changes the rows.
        values: The parameters of the statement.
        media_type: The type of the body.
        shown: The query for what the body shows of those rows; None for all columns.
        count: A query with a row for each row without the range; None if the total is not requested.
        wanted: What the response is to contain.
        function: The function that returns the rows, if any.
        primary_key: The columns for the Location header.
    """
    parts: list[sql.Composable] = [sql.SQL("WITH pgrst_source AS ({})").format(source)]
    total: sql.Composable = sql.SQL("NULL::bigint")
    if count is not None:
        parts.append(sql.SQL(", pgrst_source_count AS ({})").format(count))
        total = sql.SQL("(SELECT pg_catalog.count(*) FROM pgrst_source_count)")
    if shown is None or wanted != "body":
        shown = sql.SQL("SELECT * FROM {}").format(SOURCE)
    columns = [
        total,
        sql.SQL("pg_catalog.count(_postgrest_t)"),
        sql.SQL("({})::text").format(_body(media_type, function)) if wanted == "body" else sql.SQL("''"),
        _location(primary_key, values) if wanted == "location" else sql.SQL("'{}'::text[]"),
        _SETTING.format(sql.SQL("'response.headers'")),
        _SETTING.format(sql.SQL("'response.status'")),
        sql.SQL("{}::int").format(_SETTING.format(sql.SQL("'pgrst.inserted'"))),
    ]
    parts.append(sql.SQL("SELECT {} FROM ({}) _postgrest_t").format(joined(", ", columns), shown))
    return joined(" ", parts)


def _body(media_type: MediaType, function: Function | None) -> sql.Composable:
    if media_type.is_csv:
        return _CSV
    rows: sql.Composable = sql.SQL("_postgrest_t")
    if function and not function.returns_rows:
        rows = sql.SQL("_postgrest_t.{}").format(identifier(SCALAR))
    single = media_type.single or (function is not None and not function.returns_set)
    aggregate = sql.SQL("json_agg({})->0" if single else "json_agg({})").format(rows)
    if media_type.strip_nulls:
        aggregate = sql.SQL("json_strip_nulls({})").format(aggregate)
    return sql.SQL("coalesce({}, {})").format(aggregate, sql.SQL("'null'" if single else "'[]'"))


def _location(primary_key: tuple[str, ...], values: Parameters) -> sql.Composed:
    """Return the key of the row, if there is exactly one."""
    return sql.SQL(
        "CASE WHEN pg_catalog.count(_postgrest_t) = 1 THEN coalesce((WITH data AS ("
        "SELECT row_to_json(_) AS row FROM pgrst_source AS _ LIMIT 1) "
        "SELECT array_agg(json_data.key || '=' || coalesce('eq.' || json_data.value, 'is.null')) "
        "FROM data CROSS JOIN json_each_text(data.row) AS json_data "
        "WHERE json_data.key = ANY({}::text[])), '{{}}'::text[]) ELSE '{{}}'::text[] END"
    ).format(values.add(list(primary_key)))
