"""The whole statement of a request: its rows, their number, and the body, which PostgreSQL makes."""

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
    """What the whole statement gives, in the order of its columns.

    Attributes:
        total: How many rows there are without a range; None where nobody asked.
        rows: How many rows the answer has, or a mutation changed.
        body: The answer's body.
        location: For a new row, texts such as `id=eq.1`.
        headers: What the database set as `response.headers`.
        status: What it set as `response.status`.
        inserted: For an upsert, how many rows were new, less those that were not.
    """

    total: int | None
    rows: int
    body: str
    location: list[str]
    headers: str | None
    status: str | None
    inserted: int | None


def whole(
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
    """Compose the statement whose single row is an `Outcome`.

    Args:
        source: Reads or changes the rows.
        values: Takes the parameters.
        media_type: The body's.
        shown: Reads what is to be shown of those rows; None for all of it.
        count: Gives as many rows as there are without a range, where the total is wanted.
        wanted: What the answer is to carry.
        function: The function whose rows these are.
        primary_key: The columns for the location.
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
    if media_type.name == "text/csv":
        return _CSV
    rows: sql.Composable = sql.SQL("_postgrest_t")
    if function and function.scalar:
        rows = sql.SQL("_postgrest_t.{}").format(identifier(SCALAR))
    single = media_type.single or (function is not None and not function.returns_set)
    aggregate = sql.SQL("json_agg({})->0" if single else "json_agg({})").format(rows)
    if media_type.strip_nulls:
        aggregate = sql.SQL("json_strip_nulls({})").format(aggregate)
    return sql.SQL("coalesce({}, {})").format(aggregate, sql.SQL("'null'" if single else "'[]'"))


def _location(primary_key: tuple[str, ...], values: Parameters) -> sql.Composed:
    """The key of the row, where there is just one."""
    return sql.SQL(
        "CASE WHEN pg_catalog.count(_postgrest_t) = 1 THEN coalesce((WITH data AS ("
        "SELECT row_to_json(_) AS row FROM pgrst_source AS _ LIMIT 1) "
        "SELECT array_agg(json_data.key || '=' || coalesce('eq.' || json_data.value, 'is.null')) "
        "FROM data CROSS JOIN json_each_text(data.row) AS json_data "
        "WHERE json_data.key = ANY({}::text[])), '{{}}'::text[]) ELSE '{{}}'::text[] END"
    ).format(values.add(list(primary_key)))
