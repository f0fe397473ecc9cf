"""How a collection finds entities."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, ValidationError
from spacecat_shared_data_access.models.base.core import CollectionCore, M
from spacecat_shared_data_access.models.base.failures import refused
from spacecat_shared_data_access.models.base.options import (
    Options,
    QueryPlan,
    key_text,
    plan_query,
    select_text,
)
from spacecat_shared_data_access.models.base.results import BatchResult, Page
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from spacecat_shared_data_access.postgrest.filters import chunks_of, list_text
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.where import Where, apply_where
from spacecat_shared_data_access.schema.validation import check_id, check_list

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
            ``limit=1`` one model or None; with ``return_cursor`` a `Page`.
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
        rows = await self._rows(plan, plan.offset, 1)
        return next(iter(self._instances(rows[:1], is_whole=plan.reads_everything)), None)

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
            The entities that are there, in no order that could be relied on.
        """
        check_list("keys", keys, self.entity_name, "any")
        if not all(keys):
            message = f"Failed to batch get by keys [{self.entity_name}]: key must be a non-empty object"
            raise refused(self.log, message)
        with self._failing("Failed to batch get by keys"):
            name = self._common_key(keys)
            if name is not None:
                try:
                    rows = await self._rows_in(name, keys, attributes)
                    return BatchResult(self._instances(rows, is_whole=not attributes), [])
                except PostgrestError as error:
                    if error.code != _INVALID_INPUT:
                        raise
        found = await self.service.gather([self._find_or_none(key, attributes) for key in keys])
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
        with self._failing("Failed to count"):
            return await self.service.total(self._narrowed(self.table.count(), plan))

    async def iterate(
        self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> AsyncIterator[M]:
        """Go through entities one by one, reading a page at a time, in constant memory.

        Rows that are added or removed meanwhile move the pages: an entity may then be met twice, or
        not at all. Order by something that does not change where that matters.

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
        offset, end = plan.offset, None if plan.limit is None else plan.offset + plan.limit
        while end is None or offset < end:
            size = self.service.page_size if end is None else min(self.service.page_size, end - offset)
            rows = await self._rows(plan, offset, size)
            offset += len(rows)
            is_last = len(rows) < size
            for model in self._instances(rows, is_whole=plan.reads_everything):
                yield model
            if is_last:
                return

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

    async def _find(self, plan: QueryPlan) -> list[M] | M | Page[M] | None:
        rows, cursor = await self._listed(plan)
        is_whole = plan.reads_everything
        if plan.limit == 1:
            return next(iter(self._instances(rows[:1], is_whole=is_whole)), None)
        models = self._instances(rows, is_whole=is_whole)
        return Page(models, cursor) if plan.return_cursor else models

    async def _listed(self, plan: QueryPlan) -> tuple[list[Row], str | None]:
        # A page is never larger than the server's own limit, which would cut it short.
        wanted = plan.limit or self.service.page_size
        rows: list[Row] = []
        asked = 0
        while plan.all_pages or asked < wanted:
            size = min(wanted, self.service.page_size)
            if not plan.all_pages:
                size = min(size, wanted - asked)
            page = await self._rows(plan, plan.offset + asked, size)
            rows += page
            asked += size
            if len(page) < size:
                return rows, None
        return rows, encode_cursor(plan.offset + wanted)

    async def _rows(self, plan: QueryPlan, offset: int, limit: int) -> list[Row]:
        query = self.table.select(plan.select)
        for column in plan.order:
            query = query.order(column, desc=not plan.ascending)
        query = self._narrowed(query, plan).range(offset, offset + limit - 1)
        with self._failing("Failed to query"):
            return await self.service.rows(query)

    async def _all_rows(self, query: Query) -> list[Row]:
        # All pages of a query that entity code built itself; it must order by what is unique.
        size, filters, rows = self.service.page_size, query.request.params, list[Row]()
        while True:
            query.request.params = filters
            page = await self.service.rows(query.range(len(rows), len(rows) + size - 1))
            rows += page
            if len(page) < size:
                return rows

    def _narrowed(self, query: Query, plan: QueryPlan) -> Query:
        for column, text in plan.filters:
            query = query.filter(column, "eq", text)
        if plan.between is not None:
            query = query.filter(plan.between.column, "gte", plan.between.start)
            query = query.filter(plan.between.column, "lte", plan.between.end)
        return apply_where(query, plan.where, self.schema)

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
        select, rows = select_text(self.schema, attributes), []
        column = self.schema.attribute_named(name).stored_name
        for chunk in chunks_of(self._key_texts(name, keys)):
            query = self.table.select(select).filter(column, "in", list_text(chunk))
            rows += await self.service.rows(query)
        return rows

    def _key_texts(self, name: str, keys: Sequence[Mapping[str, Any]]) -> list[str]:
        return [key_text(self.schema, name, value) for key in keys for value in key.values()]

    async def _find_or_none(self, key: Mapping[str, Any], attributes: Sequence[str] | None) -> M | None:
        try:
            return await self.find_by_index_keys(key, attributes=attributes)
        except DataAccessError as error:
            if error.code == _INVALID_INPUT:
                return None
            raise


AsyncReadingCollection = ReadingCollection
