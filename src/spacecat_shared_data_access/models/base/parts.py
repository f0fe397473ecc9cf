"""Parts: a listing whose ``op.in_`` list is too long for one request, read in several and merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import orjson

from spacecat_shared_data_access.schema.validation import is_uuid
from spacecat_shared_data_access.schema.values import from_timestamp

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.options import QueryPlan
    from spacecat_shared_data_access.postgrest.records import Row
    from spacecat_shared_data_access.schema import Schema


def plan_parts(schema: Schema, plan: QueryPlan) -> list[QueryPlan]:
    """Return the plans that together read what a plan with a long list reads; the plan itself if it has none.

    Rows of several requests can be merged only where all of them are read, and their order is known: with
    a limit, a cursor, or an order by text that the caller asked for, the list stays whole.

    Args:
        schema: The entity.
        plan: What the caller asks for.
    """
    long = next((each for each in plan.conditions if each.is_long), None)
    reads_all = plan.limit is None and plan.offset == 0 and plan.all_pages
    if long is None or not reads_all or (plan.is_ordered and not _is_order_known(schema, plan)):
        return [plan]
    return [
        replace(
            plan,
            select=",".join(dict.fromkeys((plan.select, *_unread(plan)))),
            conditions=tuple(part if each is long else each for each in plan.conditions),
        )
        for part in long.split()
    ]


def merge_rows(schema: Schema, plan: QueryPlan, parts: Iterable[list[Row]]) -> list[Row]:
    """Merge the rows of a plan's parts into the plan's order.

    Texts are compared by code point. A row that came in two parts, as a UUID in two spellings finds it,
    is kept once.

    Args:
        schema: The entity.
        plan: What the caller asked for.
        parts: The rows of each part.
    """
    rows = [row for part in parts for row in part]
    id_column = schema.columns.get(schema.id_name)
    if id_column is not None:
        rows = list({row.get(id_column): row for row in rows}.values())
    rows.sort(
        key=lambda row: [_sort_key(row.get(column)) for column in plan.order], reverse=not plan.ascending
    )
    for column in _unread(plan):
        for row in rows:
            row.pop(column, None)
    return rows


def _unread(plan: QueryPlan) -> list[str]:
    # The columns of the order that the caller does not ask for.
    read = plan.select.split(",")
    return [] if read == ["*"] else [column for column in plan.order if column not in read]


def _is_order_known(schema: Schema, plan: QueryPlan) -> bool:
    keys = {schema.id_name, *schema.timestamps, *(each.foreign_key for each in schema.parents)}
    known = {
        attribute.column
        for name, attribute in schema.attributes.items()
        if name in keys or attribute.type in {"number", "boolean"} or attribute.validate is is_uuid
    }
    return known.issuperset(plan.order)


def _sort_key(value: Any) -> tuple[bool, Any]:
    # PostgreSQL takes null for greater than any value.
    if isinstance(value, str):
        moment = from_timestamp(value) if value[10:11] == "T" else None
        return False, value if moment is None else moment.isoformat(timespec="microseconds")
    if isinstance(value, list | dict):
        return False, orjson.dumps(value).decode()
    return value is None, 0 if value is None else value
