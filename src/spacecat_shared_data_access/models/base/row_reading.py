"""Read the rows of a query: page by page, and in several requests if a list in it is too long for one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.error_translation import (
    TRANSLATED,
    logged_error,
    translate_errors,
)
from spacecat_shared_data_access.models.base.queries import (
    QueryPlan,
    filter_column,
    index_order,
    plan_first,
    query_text,
    select_text,
    sort_keys,
)
from spacecat_shared_data_access.postgrest.cursors import Position, encode_cursor, encode_position
from spacecat_shared_data_access.postgrest.filters import chunks_of, compare_text, encode_in
from spacecat_shared_data_access.postgrest.keyset import Filter, SortKey, filters_after
from spacecat_shared_data_access.postgrest.listing import Listing, PageRequest, RowPage
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.where import Condition, apply_conditions
from spacecat_shared_data_access.schema.validation import is_uuid
from spacecat_shared_data_access.schema.values import from_timestamp

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.postgrest.request import Query, Table
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Schema


class RowReader:
    """Reads the rows of one table.

    Args:
        schema: The entity.
        table: Its table.
        service: Sends the requests.
        log: Where errors are logged.

    Raises (each method):
        DataAccessError: The server refused (``Failed to query``).
        UnavailableError: The server could not be reached or could not respond.
    """

    def __init__(self, schema: Schema, table: Table, service: Service, log: Logger) -> None:
        self._schema = schema
        self._table = table
        self._service = service
        self._log = log

    async def by_id(self, id_: str) -> list[Row]:
        """Return the row of an ID, or no row.

        Args:
            id_: A valid UUID.
        """
        column, order = self._by_id
        return await self.first(QueryPlan(filters=((column, id_),), order=order, limit=1))

    @cached_property
    def _by_id(self) -> tuple[str, tuple[SortKey, ...]]:
        # The column to filter by, and the order: always the same, so they are looked up once.
        id_name = self._schema.id_name
        return filter_column(self._schema, id_name), index_order(self._schema, (id_name,))

    async def find(self, keys: Mapping[str, Any], attributes: Sequence[str] | None = None) -> list[Row]:
        """Return the first row with these values, or no row. IDs are sent unchecked.

        Args:
            keys: Values by attribute name.
            attributes: The names of the attributes to read; all by default.
        """
        return await self.first(plan_first(self._schema, keys, attributes))

    async def first(self, plan: QueryPlan) -> list[Row]:
        """Return the first row of a plan, or no row."""
        if plan.after is not None:
            return [row async for page in self._listing(plan).pages(1, 1) for row in page]
        query = self._query(plan, PageRequest(plan.select, (), plan.offset, 1))
        try:  # as in `_page`
            rows = await self._service.rows(query)
        except TRANSLATED as error:
            raise logged_error(self._schema, self._log, "Failed to query", error) from error
        return rows[:1]

    async def listed(self, plan: QueryPlan) -> tuple[list[Row], str | None]:
        """Return the rows of a plan, and the cursor of the next page; None if there is no further page."""
        parts = plan_parts(self._schema, plan)
        if len(parts) == 1:
            return await self._listed_part(parts[0])
        found = await self._service.gather([self._listed_part(part) for part in parts])
        return merge_rows(self._schema, plan, (rows for rows, _ in found)), None

    async def pages(self, plan: QueryPlan) -> AsyncIterator[list[Row]]:
        """Yield the rows of a plan page by page, in constant memory.

        Rows that are inserted, deleted or saved meanwhile are neither skipped nor repeated.
        """
        if len(plan_parts(self._schema, plan)) > 1:
            rows, _ = await self.listed(plan)
            yield rows
            return
        listing = self._listing(plan, also=await self._unchanged_since_now(plan))
        async for rows in listing.pages(self._service.page_size, plan.limit):
            yield rows

    async def count(self, plan: QueryPlan) -> int:
        """Return how many rows a plan selects."""
        counts = [
            self._service.count(_narrowed(self._table.count(), part))
            for part in plan_parts(self._schema, plan)
        ]
        with translate_errors(self._schema, self._log, "Failed to count"):
            return sum(await self._service.gather(counts))

    async def having(self, name: str, texts: Iterable[str], attributes: Sequence[str] | None) -> list[Row]:
        """Return the rows that have one of several values, in no particular order.

        Args:
            name: The attribute that has one of the values.
            texts: The values, encoded; any number of them.
            attributes: The names of the attributes to read; None for all.
        """
        select, column = select_text(self._schema, attributes), filter_column(self._schema, name)
        # A UUID may be given in upper and in lower case.
        distinct = {text.lower() if is_uuid(text) else text: text for text in texts}
        found: list[Row] = []
        for chunk in chunks_of(distinct.values()):
            query = self._table.select(select).filter(column, "in", encode_in(chunk))
            found += await self.unordered(query, most=len(chunk) if name == self._schema.id_name else None)
        return found

    async def all_pages(self, query: Query, offset: int = 0, limit: int | None = None) -> list[Row]:
        """Return the rows of all pages of a query that orders by unique columns.

        Args:
            query: The query, without a limit.
            offset: How many rows to skip.
            limit: How many rows to read at most; None for all.
        """
        filters = query.request.params

        async def fetch(page: PageRequest) -> RowPage:
            query.request.params = filters
            return await self._service.page(
                query.range(page.offset, page.offset + page.limit - 1), page.limit
            )

        # By offset: the query may be ordered by anything.
        listing = Listing(fetch, select="*", sort_keys=[], offset=offset)
        size = self._service.page_size if limit is None else min(limit, self._service.page_size)
        return [row async for page in listing.pages(size, limit) for row in page]

    async def unordered(self, query: Query, *, most: int | None = None) -> list[Row]:
        """Return all rows of a query that has neither an order nor a limit.

        If the server's row limit may have cut off the response, the rows are read again, by pages. Before that
        the next row is asked for, unless a whole page has come: usually there is none.

        Args:
            query: The query.
            most: How many rows there can be at most, if that is known.
        """
        rows, has_more = await self._service.page(query, self._service.page_size)
        if not has_more or len(rows) == most:
            return rows
        schema = self._schema
        for column in schema.key_columns or (schema.attributes[schema.id_name].stored_name,):
            query = query.order(column)
        ordered = query.request.params
        if len(rows) < self._service.page_size:
            following, _ = await self._service.page(query.range(len(rows), len(rows)), 1)
            if not following:
                return rows
            query.request.params = ordered
        return await self.all_pages(query)

    async def _listed_part(self, plan: QueryPlan) -> tuple[list[Row], str | None]:
        wanted = plan.limit or self._service.page_size
        has_position = plan.is_page or plan.after is not None
        asked = _with_order(plan) if has_position else plan
        pages = self._listing(asked).pages(
            min(wanted, self._service.page_size), None if plan.all_pages else wanted
        )
        rows = [row async for page in pages for row in page]
        if plan.all_pages or len(rows) < wanted:
            cursor = None
        elif has_position:
            cursor = self._cursor_after(plan, rows[-1])
        else:
            cursor = encode_cursor(plan.offset + wanted)
        return _without(_unread(plan), rows) if has_position else rows, cursor

    def _cursor_after(self, plan: QueryPlan, last: Row) -> str:
        keys = sort_keys(self._schema, plan)
        secret = {each.column for each in self._schema.attributes.values() if each.secret}
        has_keys = secret.isdisjoint(key.column for key in keys) and filters_after(last, keys) is not None
        after = tuple(last[key.column] for key in keys) if has_keys else None
        position = Position(plan.offset + (plan.limit or self._service.page_size), after)
        return encode_position(position, query_text(self._schema, plan))

    def _listing(self, plan: QueryPlan, *, also: Sequence[Filter] = ()) -> Listing:
        async def fetch(page: PageRequest) -> RowPage:
            return await self._page(plan, page, also)

        keys = sort_keys(self._schema, plan)
        after = _after_cursor(plan, keys)
        return Listing(
            fetch,
            select=plan.select,
            sort_keys=keys,
            offset=0 if after else plan.offset,
            after=after,
        )

    async def _unchanged_since_now(self, plan: QueryPlan) -> tuple[Filter, ...]:
        # In ascending order of updated_at, a row that is saved during the iteration moves to the end. This
        # filter keeps it from being yielded again.
        column = self._schema.columns.get("updated_at")
        if column is None or SortKey(column, ascending=True) not in plan.order:
            return ()
        newest = _narrowed(self._table.select(column), plan).order(column, desc=True, nullsfirst=False)
        with translate_errors(self._schema, self._log, "Failed to query"):
            rows = await self._service.rows(newest.range(0, 0))
        if not rows or rows[0].get(column) is None:
            return ()
        return (("or", f"({compare_text(column, 'lte', rows[0][column])},{column}.is.null)"),)

    def _query(self, plan: QueryPlan, page: PageRequest, also: Sequence[Filter] = ()) -> Query:
        query = self._table.select(page.select, is_counted=plan.is_counted)
        for column, ascending in plan.order:
            query = query.order(column, desc=not ascending)
        query = _narrowed(query, plan)
        for name, text in (*page.after, *also):
            query.request.params = query.request.params.add(name, text)
        return query.range(page.offset, page.offset + page.limit - 1)

    async def _page(self, plan: QueryPlan, page: PageRequest, also: Sequence[Filter] = ()) -> RowPage:
        query = self._query(plan, page, also)
        try:  # as translate_errors does, without a context manager: every listing comes here
            return await self._service.page(query, page.limit)
        except TRANSLATED as error:
            raise logged_error(self._schema, self._log, "Failed to query", error) from error


def _narrowed(query: Query, plan: QueryPlan) -> Query:
    for column, text in plan.filters:
        query = query.filter(column, "eq", text)
    if plan.between is not None:
        query = query.filter(plan.between.column, "gte", plan.between.start)
        query = query.filter(plan.between.column, "lte", plan.between.end)
    return apply_conditions(query, plan.conditions) if plan.conditions else query


def plan_parts(schema: Schema, plan: QueryPlan) -> list[QueryPlan]:
    """Return the plans that together read what a plan with a long list reads; the plan itself if it has none.

    Rows of several requests can be merged only where all of them are read, and their order is known: with
    a limit, a cursor, or an order by text that the caller asked for, the list stays whole.

    Args:
        schema: The entity.
        plan: What the caller asks for.
    """
    long = next((each for each in plan.conditions if isinstance(each, Condition) and each.is_long), None)
    reads_all = plan.limit is None and plan.offset == 0 and plan.after is None and plan.all_pages
    if long is None or not reads_all or (plan.is_ordered and not _is_order_known(schema, plan)):
        return [plan]
    return [
        _with_order(plan)._replace(
            conditions=tuple(part if each is long else each for each in plan.conditions)
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
    for key in reversed(plan.order):  # sorting is stable, so the first key is applied last
        rows.sort(key=lambda row, key=key: _sort_key(row.get(key.column)), reverse=not key.ascending)  # type: ignore[misc] # a lambda's default
    return _without(_unread(plan), rows)


def _after_cursor(plan: QueryPlan, keys: Sequence[SortKey]) -> tuple[Filter, ...]:
    # The filters that select the rows after the one that the caller's cursor names.
    if plan.after is None:
        return ()
    row = dict(zip((key.column for key in keys), plan.after, strict=False))
    after = filters_after(row, keys) if len(plan.after) == len(keys) else None
    if after is None:
        raise ValidationError("cursor cannot be read")
    return after


def _with_order(plan: QueryPlan) -> QueryPlan:
    # The same plan, which reads the columns of its order too.
    return plan._replace(select=",".join(dict.fromkeys((plan.select, *_unread(plan)))))


def _unread(plan: QueryPlan) -> list[str]:
    # The columns of the order that the caller does not ask for.
    read = plan.select.split(",")
    return [] if read == ["*"] else [key.column for key in plan.order if key.column not in read]


def _without(columns: Iterable[str], rows: list[Row]) -> list[Row]:
    for column in columns:
        for row in rows:
            row.pop(column, None)
    return rows


def _is_order_known(schema: Schema, plan: QueryPlan) -> bool:
    keys = {schema.id_name, *schema.timestamps, *(each.foreign_key for each in schema.parents)}
    known = {
        attribute.column
        for name, attribute in schema.attributes.items()
        if name in keys or attribute.type in {"number", "boolean"} or attribute.validate is is_uuid
    }
    return known.issuperset(key.column for key in plan.order)


def _sort_key(value: Any) -> tuple[bool, Any]:
    # PostgreSQL takes null for greater than any value.
    if isinstance(value, str):
        moment = from_timestamp(value) if value[10:11] == "T" else None
        return False, value if moment is None else moment.isoformat(timespec="microseconds")
    if isinstance(value, list | dict):
        return False, orjson.dumps(value).decode()
    return value is None, 0 if value is None else value
