"""How a collection finds entities."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, ValidationError
from spacecat_shared_data_access.models.base.core import CollectionCore, M
from spacecat_shared_data_access.models.base.failures import validation_error
from spacecat_shared_data_access.models.base.listing import Listing, PageRequest
from spacecat_shared_data_access.models.base.options import (
    Options,
    PageOptions,
    QueryPlan,
    filter_column,
    key_filters,
    key_text,
    plan_query,
    select_text,
)
from spacecat_shared_data_access.models.base.parts import merge_rows, plan_parts
from spacecat_shared_data_access.models.base.results import BatchResult, Page
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from spacecat_shared_data_access.postgrest.filters import chunks_of, compare_text, encode_in
from spacecat_shared_data_access.postgrest.keyset import Filter
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.where import Where, apply_conditions
from spacecat_shared_data_access.schema.validation import check_id, check_list, is_uuid

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.request import Query

_INVALID_INPUT = "22P02"


class ReadingCollection(CollectionCore[M]):
    """The finders that every collection has.

    All take the keyword options of `Options`. Nothing found is None or an empty list, never an error.

    Raises (each of them):
        ValidationError: A key or an option is wrong; nothing was sent.
        DataAccessError: The server refused (``Failed to query``), with its code and status.
        UnavailableError: The server could not be reached or could not answer.
    """

    async def all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> list[M] | M | Page[M] | None:
        """Find all entities, or those whose attributes have these values.

        Args:
            sort_keys: Values by attribute name.
            **options: See `Options`.

        Returns:
            Models in the order of the index that fits, descending unless ``order="asc"``. With
            ``return_cursor`` a `Page`, else with ``limit=1`` one model or None. To get one model use
            `first`, to get a page use `page`: their results do not depend on the options.

        Pages after the first continue after the last row (keyset pagination): rows that are inserted or
        deleted meanwhile move nothing. See docs/PITFALLS.md.
        """
        return await self._find(self._plan(sort_keys, options))

    async def all_by_index_keys(
        self, keys: Mapping[str, Any], **options: Unpack[Options]
    ) -> list[M] | M | Page[M] | None:
        """Find the entities whose attributes have these values. See `all`."""
        return await self._find(self._plan(keys, options))

    async def find_by_all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> M | None:
        """Find the first of all entities in the order of `all`, or None."""
        return await self.find_by_index_keys({} if sort_keys is None else sort_keys, **options)

    async def find_by_index_keys(self, keys: Mapping[str, Any], **options: Unpack[Options]) -> M | None:
        """Find the first entity whose attributes have these values, or None."""
        plan = self._plan(keys, {**options, "limit": 1})
        rows = await self._fetch_page(plan, PageRequest(plan.select, (), plan.offset, 1))
        return next(iter(self._instances(rows[:1], is_whole=plan.reads_everything)), None)

    async def first(self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]) -> M | None:
        """Find the first entity in the order of `all`, or None.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            **options: As for `all`, but those about limits and pages have no effect.
        """
        return await self.find_by_index_keys({} if keys is None else keys, **options)

    async def page(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions],
    ) -> Page[M]:
        """Read one page of a listing.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            limit: How many models a page has at most, 1 or more.
            cursor: Where to go on: the `cursor` of the page before. None for the first page.
            **options: See `PageOptions`. Give the same ones for each page of a listing.

        Returns:
            The models in the order of `all`, and the cursor of the next page. An empty page is falsy.
        """
        plan = self._plan(keys, self._page_options(limit, cursor, options))
        rows, next_cursor = await self._listed(plan)
        return Page(self._instances(rows, is_whole=plan.reads_everything), next_cursor)

    async def find_by_id(self, id_: str | UUID) -> M | None:
        """Find an entity by its id, or None.

        Args:
            id_: A UUID, as text or as a UUID object.
        """
        return await self.find_by_index_keys({self.id_name: self._checked_id(id_)})

    async def exists_by_id(self, id_: str | UUID) -> bool:
        """Tell whether there is an entity of this id."""
        keys = {self.id_name: self._checked_id(id_)}
        return await self.find_by_index_keys(keys, attributes=[self.id_name]) is not None

    async def batch_get_by_keys(
        self, keys: Sequence[Mapping[str, Any]], *, attributes: Sequence[str] | None = None
    ) -> BatchResult[M]:
        """Find entities by many keys in few requests.

        Where all keys have one and the same attribute, 50 values are asked for at a time; else, and
        where the database finds a value invalid, each key has a request of its own, and an invalid
        value counts as not there.

        Args:
            keys: Values by attribute name, one mapping for each entity.
            attributes: The attributes to read; all where not given.

        Returns:
            The entities that are there, in no order that could be relied on. A key that is given many
            times finds its entity once.
        """
        check_list("keys", keys, self.entity_name, "any")
        if not all(keys):
            message = f"Failed to batch get by keys [{self.entity_name}]: key must be a non-empty object"
            raise validation_error(self.log, message)
        with self._translate_errors("Failed to batch get by keys"):
            name = self._common_key(keys)
            if name is not None:
                try:
                    rows = await self._rows_in(name, keys, attributes)
                    return BatchResult(self._instances(rows, is_whole=not attributes), [])
                except PostgrestError as error:
                    if error.code != _INVALID_INPUT:
                        raise
            distinct = {key_filters(self.schema, key): key for key in keys}.values()
        found = await self.service.gather([self._find_or_none(key, attributes) for key in distinct])
        return BatchResult([model for model in found if model is not None], [])

    async def count(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        where: Where | None = None,
        between: tuple[str, Any, Any] | Mapping[str, Any] | None = None,
    ) -> int:
        """Count entities without reading them.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
        """
        plan = self._plan(keys, {"where": where, "between": between})
        counts = [
            self.service.count(self._narrowed(self.table.count(), part))
            for part in plan_parts(self.schema, plan)
        ]
        with self._translate_errors("Failed to count"):
            return sum(await self.service.gather(counts))

    async def iterate(
        self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> AsyncIterator[M]:
        """Go through entities one by one, reading a page at a time, in constant memory.

        The loop may save or remove what it is given, and others may insert and delete rows meanwhile: no
        row is skipped or yielded twice, unless its sort key changes. See docs/PITFALLS.md.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            **options: As for `all`; a limit is how many to give at most. Not ``return_cursor`` and
                ``fetch_all_pages``.

        Yields:
            Models, in the order of `all`.
        """
        for name in ("return_cursor", "fetch_all_pages"):
            if name in options:
                raise TypeError(f"iterate() got an unexpected keyword argument {name!r}")
        plan = self._plan(keys, options)
        if len(plan_parts(self.schema, plan)) > 1:
            rows, _ = await self._listed(plan)
            for model in self._instances(rows, is_whole=plan.reads_everything):
                yield model
            return
        listing = self._listing(plan, also=await self._not_saved_from_now_on(plan))
        async for rows in listing.pages(self.service.page_size, plan.limit):
            for model in self._instances(rows, is_whole=plan.reads_everything):
                yield model

    async def _models(self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]) -> list[M]:
        # What `all` gives where neither one model nor a page is asked for: for code of ours.
        plan = self._plan(keys, options)
        rows, _ = await self._listed(plan)
        return self._instances(rows, is_whole=plan.reads_everything)

    def _plan(self, keys: Mapping[str, Any] | None, options: Any) -> QueryPlan:
        try:
            return plan_query(self.schema, keys, options)
        except ValidationError as error:
            self.log.error("[%s] %s", self.entity_name, error)  # noqa: TRY400 - the caller's mistake has no use for our stack
            raise

    def _page_options(self, limit: int, cursor: str | None, options: Mapping[str, Any]) -> dict[str, Any]:
        for name in ("return_cursor", "fetch_all_pages"):
            if name in options:
                raise TypeError(f"page() got an unexpected keyword argument {name!r}")
        if limit is None:
            raise ValidationError("limit must be a positive integer")
        return {**options, "limit": limit, "cursor": cursor}

    async def _find(self, plan: QueryPlan) -> list[M] | M | Page[M] | None:
        rows, cursor = await self._listed(plan)
        models = self._instances(rows, is_whole=plan.reads_everything)
        if plan.return_cursor:
            return Page(models, cursor)
        return next(iter(models), None) if plan.limit == 1 else models

    async def _listed(self, plan: QueryPlan) -> tuple[list[Row], str | None]:
        parts = plan_parts(self.schema, plan)
        if len(parts) == 1:
            return await self._paged(parts[0])
        found = await self.service.gather([self._paged(part) for part in parts])
        return merge_rows(self.schema, plan, (rows for rows, _ in found)), None

    async def _paged(self, plan: QueryPlan) -> tuple[list[Row], str | None]:
        wanted = plan.limit or self.service.page_size
        # A page is never larger than the server's own limit, which would cut it short.
        pages = self._listing(plan).pages(
            min(wanted, self.service.page_size), None if plan.all_pages else wanted
        )
        rows = [row async for page in pages for row in page]
        is_last = plan.all_pages or len(rows) < wanted
        return rows, None if is_last else encode_cursor(plan.offset + wanted)

    def _listing(self, plan: QueryPlan, *, also: Sequence[Filter] = ()) -> Listing:
        async def fetch(page: PageRequest) -> list[Row]:
            return await self._fetch_page(plan, page, also)

        id_column = self.schema.columns.get(self.schema.id_name)
        fixed = {column for column, _ in plan.filters}
        return Listing(
            fetch,
            select=plan.select,
            sort_keys=[each for each in plan.order if each not in fixed] if id_column is not None else [],
            ascending=plan.ascending,
            offset=plan.offset,
        )

    async def _not_saved_from_now_on(self, plan: QueryPlan) -> tuple[Filter, ...]:
        # In ascending order of updated_at, a row that the caller of `iterate` saves moves to the end. It must
        # not be given again.
        column = self.schema.columns.get("updated_at")
        if column is None or column not in plan.order or not plan.ascending:
            return ()
        newest = self._narrowed(self.table.select(column), plan).order(column, desc=True, nullsfirst=False)
        with self._translate_errors("Failed to query"):
            rows = await self.service.rows(newest.range(0, 0))
        if not rows or rows[0].get(column) is None:
            return ()
        return (("or", f"({compare_text(column, 'lte', rows[0][column])},{column}.is.null)"),)

    async def _fetch_page(self, plan: QueryPlan, page: PageRequest, also: Sequence[Filter] = ()) -> list[Row]:
        query = self.table.select(page.select)
        for column in plan.order:
            query = query.order(column, desc=not plan.ascending)
        query = self._narrowed(query, plan)
        for name, text in (*page.after, *also):
            query.request.params = query.request.params.add(name, text)
        with self._translate_errors("Failed to query"):
            return await self.service.rows(query.range(page.offset, page.offset + page.limit - 1))

    async def _all_rows(self, query: Query, offset: int = 0) -> list[Row]:
        # All pages of a query that entity code built itself; it must order by what is unique.
        size, filters, rows = self.service.page_size, query.request.params, list[Row]()
        while True:
            query.request.params = filters
            start = offset + len(rows)
            page = await self.service.rows(query.range(start, start + size - 1))
            rows += page
            if len(page) < size:
                return rows

    def _narrowed(self, query: Query, plan: QueryPlan) -> Query:
        for column, text in plan.filters:
            query = query.filter(column, "eq", text)
        if plan.between is not None:
            query = query.filter(plan.between.column, "gte", plan.between.start)
            query = query.filter(plan.between.column, "lte", plan.between.end)
        return apply_conditions(query, plan.conditions)

    def _checked_id(self, id_: Any) -> str:
        text = str(id_) if isinstance(id_, UUID) else id_
        check_id(self.id_name, text, self.entity_name)
        return str(text)

    def _common_key(self, keys: Sequence[Mapping[str, Any]]) -> str | None:
        # The one attribute that all keys consist of, or None.
        names = {name for key in keys for name in self.schema.by_attribute(key)}
        has_one_each = all(len(key) == 1 for key in keys)
        return names.pop() if len(names) == 1 and has_one_each else None

    async def _rows_in(
        self, name: str, keys: Sequence[Mapping[str, Any]], attributes: Sequence[str] | None
    ) -> list[Row]:
        select = select_text(self.schema, attributes)
        column = filter_column(self.schema, name)
        texts = {_folded(text): text for text in self._key_texts(name, keys)}.values()
        found: list[Row] = []
        for chunk in chunks_of(texts):
            query = self.table.select(select).filter(column, "in", encode_in(chunk))
            found += await self._rows_of_all_pages(query)
        return found

    async def _rows_of_all_pages(self, query: Query) -> list[Row]:
        # A query that names neither an order nor a limit. Where its response may have been cut off at the
        # server's own limit, the rows are read anew, by pages.
        rows = await self.service.rows(query)
        if len(rows) < self.service.page_size:
            return rows
        for column in self.schema.key_columns or (self._id_column,):
            query = query.order(column)
        return await self._all_rows(query)

    def _key_texts(self, name: str, keys: Sequence[Mapping[str, Any]]) -> list[str]:
        return [key_text(self.schema, name, value) for key in keys for value in key.values()]

    async def _find_or_none(self, key: Mapping[str, Any], attributes: Sequence[str] | None) -> M | None:
        try:
            return await self.find_by_index_keys(key, attributes=attributes)
        except DataAccessError as error:
            if error.code == _INVALID_INPUT:
                return None
            raise


def _folded(text: str) -> str:
    # The same UUID may be spelled with large and with small letters.
    return text.lower() if is_uuid(text) else text
