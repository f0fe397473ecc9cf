"""BaseCollection: find, create, update and remove the entities of one kind."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, aclosing
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NoReturn, TypeVar, Unpack
from uuid import UUID

from spacecat_shared_data_access.errors import (
    DataAccessError,
    PostgrestError,
    ValidationError,
    unknown_attribute,
)
from spacecat_shared_data_access.models.base import accessors, bulk_save, eager_loading, items, related
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.batch_get import batch_get
from spacecat_shared_data_access.models.base.error_translation import (
    logged_validation_error,
    translate_errors,
)
from spacecat_shared_data_access.models.base.keywords import option_hint, with_keywords
from spacecat_shared_data_access.models.base.model import BaseModel
from spacecat_shared_data_access.models.base.queries import (
    Options,
    PageOptions,
    QueryPlan,
    common_attribute,
    plan_query,
    refuse_ambiguous_options,
    refuse_listing_options,
)
from spacecat_shared_data_access.models.base.record import RowRecord
from spacecat_shared_data_access.models.base.results import (
    BatchResult,
    CreateResult,
    DatastoreType,
    ErrorItem,
    Page,
)
from spacecat_shared_data_access.models.base.row_deletion import RowDeleter
from spacecat_shared_data_access.models.base.row_reading import RowReader
from spacecat_shared_data_access.models.base.row_writing import RowWriter
from spacecat_shared_data_access.postgrest import log_events
from spacecat_shared_data_access.postgrest.rows import Row, is_empty_row, record_to_row
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable
from spacecat_shared_data_access.postgrest.where import Where
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import CollectionClass
from spacecat_shared_data_access.schema.validation import check_id, is_non_empty_map
from spacecat_shared_data_access.schema.values import copy_json

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.base.registry import EntityRegistry
    from spacecat_shared_data_access.postgrest.request import Query, Table
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Schema

M = TypeVar("M", bound="BaseModel")

_CHUNK_SIZE: Final = 25
_CREATE_OPTIONS: Final = ("upsert", "on_conflict")


@with_async_name
class BaseCollection(Uncopyable, CollectionClass, Generic[M]):
    """The entities of one kind, stored in one table.

    A subclass sets ``COLLECTION_NAME`` and adds its own methods as ``async def``: they can be called from
    the sync and the async API. The finders of the schema's indexes (``find_by_…``, ``all_by_…``) are added
    when the schema is built, except those that the subclass defines itself.

    All finders take the keyword options of `Options`. If nothing matches they return None or an empty list.

    Args:
        service: Sends requests to the server.
        registry: The other collections, for references.
        schema: The entity's schema.
        log: Where errors and other events are logged.

    Raises (each finder):
        ValidationError: A key or an option is invalid; nothing was sent.
        DataAccessError: The server refused (``Failed to query``), with its code and status.
        UnavailableError: The server could not be reached or could not respond.
    """

    COLLECTION_NAME: ClassVar[str] = ""
    DATASTORE_TYPE: ClassVar[DatastoreType] = DatastoreType.POSTGREST

    def __init__(self, service: Service, registry: EntityRegistry, schema: Schema, log: Logger) -> None:
        if service is None:
            raise DataAccessError("service is required")
        self.service = service
        self.registry = registry
        self.schema = schema
        self.log = log
        self.entity_name: str = schema.entity_name
        self.id_name: str = schema.id_name
        self.table_name: str = schema.table
        self.table: Table = service.table(schema.table)
        self._reader = RowReader(schema, self.table, service, log)
        self._deleter = RowDeleter(schema, self.table, service)
        self._writer = RowWriter(schema, self.table, service)
        self._id_column = schema.attributes[schema.id_name].stored_name

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        bridge_methods(cls)
        with_async_name(cls)

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Add the finders of a schema's indexes. Called when the schema is built."""
        accessors.install_finders(cls, schema)

    @classmethod
    def has_default(cls, *names: str) -> bool:
        """Return whether methods of this collection are those of `BaseCollection`, not overridden."""
        return all(getattr(cls, name) is getattr(BaseCollection, name) for name in names)

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; otherwise they return an awaitable."""
        return self.service.blocking

    async def all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> list[M] | M | Page[M] | None:
        """Find all entities, or those whose attributes have these values.

        Args:
            sort_keys: Values by attribute name.
            **options: See `Options`. Attributes may be given by keyword too, as in
                ``all(ticket_status="Open", limit=20)``; one with the name of an option only in the mapping.

        Returns:
            Models in the order of the index that fits, descending unless ``order="asc"``. With
            ``return_cursor`` a `Page`, otherwise with ``limit=1`` one model or None. To get one model use
            `first`, to get a page use `page`: their results do not depend on the options.

        Pages after the first continue after the last row (keyset pagination): rows that are inserted or
        deleted meanwhile do not shift them. See docs/PITFALLS.md.
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
        refuse_ambiguous_options(self.schema, options)
        plan = self._plan(keys, {**options, "limit": 1})
        models = await self._models(plan, await self._reader.first(plan))
        return models[0] if models else None

    async def first(self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]) -> M | None:
        """Find the first entity in the order of `all`, or None.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
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
            keys: Values that attributes must have, by name; all entities by default.
            limit: The maximum number of models in a page, 1 or more.
            cursor: The `cursor` of the previous page. None for the first page.
            **options: See `PageOptions`. Pass the same ones for each page of a listing.

        Returns:
            The models in the order of `all`, and the cursor of the next page. An empty page is falsy.

        The cursor continues after the last row of the page, so that rows which are inserted or deleted meanwhile
        are neither repeated nor skipped. It has the values of that row's sort keys. The cursors of ``return_cursor``
        are offsets; both kinds are taken. A cursor of another query is refused.
        """
        plan = self.plan_page(keys, limit=limit, cursor=cursor, options=options)
        rows, next_cursor = await self._reader.listed(plan)
        return Page(await self._models(plan, rows), next_cursor)

    async def find_by_id(self, id_: str | UUID, *, include: Sequence[str] | None = None) -> M | None:
        """Find an entity by its ID, or None.

        Args:
            id_: A UUID, as text or as a UUID object.
            include: The related entities to load, as for `all`.
        """
        text = self._checked_id(id_)
        if include is not None or not self.has_default("find_by_index_keys"):
            options: Options = {} if include is None else {"include": include}
            return await self.find_by_index_keys({self.id_name: text}, **options)
        models = self.models_from_rows(await self._reader.by_id(text))
        return models[0] if models else None

    async def exists_by_id(self, id_: str | UUID) -> bool:
        """Return whether there is an entity with this ID."""
        keys = {self.id_name: self._checked_id(id_)}
        return await self.find_by_index_keys(keys, attributes=[self.id_name]) is not None

    async def batch_get_by_keys(
        self,
        keys: Sequence[Mapping[str, Any]],
        *,
        attributes: Sequence[str] | None = None,
        include: Sequence[str] | None = None,
    ) -> BatchResult[M]:
        """Find entities by many keys in few requests.

        If all keys consist of one and the same attribute, a request reads 50 values at a time. Otherwise,
        or if the database finds a value invalid, each key has its own request, and an invalid value counts
        as not found.

        Args:
            keys: Values by attribute name, one mapping for each entity.
            attributes: The names of the attributes to read; all by default.
            include: The related entities to load, as for `all`.

        Returns:
            The entities that exist, in no particular order. A key that is given twice finds its entity once.
        """
        tree = eager_loading.include_tree(self.schema, include, attributes)
        found = await batch_get(self, self._reader, keys, attributes)
        await eager_loading.load_related(found, tree, are_new=True)
        return BatchResult(found, [])

    async def count(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        where: Where | None = None,
        between: tuple[str, Any, Any] | Mapping[str, Any] | None = None,
        **values: Any,
    ) -> int:
        """Count entities without reading them.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
            **values: Further keys, by attribute name.
        """
        keys = with_keywords(self.schema, keys, values, method="count", options=("where", "between"))
        return await self._reader.count(self._plan(keys, {"where": where, "between": between}))

    async def iterate(
        self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> AsyncIterator[M]:
        """Iterate over entities, reading one page at a time, in constant memory.

        The loop may save or remove the models it gets, and others may insert and delete rows meanwhile: no
        row is skipped or yielded twice, unless its sort key changes. See docs/PITFALLS.md.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
            **options: As for `all`; a limit is the maximum number of models. Not ``return_cursor`` and
                ``fetch_all_pages``.

        Yields:
            Models, in the order of `all`.
        """
        refuse_listing_options("iterate", options)
        plan = self._plan(keys, options)
        async for rows in self._reader.pages(plan):
            for model in await self._models(plan, rows):
                yield model

    async def prefetch(self, models: Iterable[M], *include: str) -> None:
        """Load related entities of models that were read before, as ``include`` does.

        Args:
            models: Models of this collection. What they have cached already is not loaded again.
            *include: As for the ``include`` option: ``prefetch(tickets, "organization", "opportunity.site")``.

        Raises:
            ValidationError: ``models`` is not a list of models of this entity and this data access, a name is
                unknown, or a model was read without the attribute that a reference needs.
            DataAccessError: The server refused (``Failed to query``).
            UnavailableError: The server could not be reached or could not respond.
        """
        schema = self.registry.schema_of(self.schema.result_entity)
        tree = eager_loading.include_tree(schema, include)
        await eager_loading.load_related(eager_loading.checked_models(models, schema, self.service), tree)

    async def list_children(
        self,
        foreign_key: str,
        parent_ids: Sequence[str],
        *,
        only_first: bool = False,
        attributes: Sequence[str] | None = None,
    ) -> list[M]:
        """Return the children of many parents, for eager loading and cascade delete.

        If a subclass overrides finders but not this method, its finders are called for each parent instead.

        Args:
            foreign_key: The attribute that holds the parent's ID.
            parent_ids: The IDs, at most 50.
            only_first: Whether to return only the first child of each parent, for has_one references.
            attributes: The names of the attributes to read, with the foreign key; all by default.

        Returns:
            The children. Those of one parent are in the order of its reference accessor.
        """
        list_ = related.list_first_children if only_first else related.list_children
        return await list_(self, foreign_key, parent_ids, attributes=attributes)

    def create_instance_from_row(self, row: Row | None) -> M | None:
        """Create a model from a row that another query returned, such as an embedded one.

        Args:
            row: Values by column name; copied. A column that it lacks counts as not read. None, as for an
                embedded parent that does not exist.

        Returns:
            The model; None, with a warning in the log, for an empty row.

        Raises:
            ValidationError: The row is neither a mapping nor None.
        """
        if row is not None and not isinstance(row, Mapping):
            raise ValidationError("row must be a mapping by column name")
        return next(iter(self.models_from_rows([copy_json(dict(row or {}))], is_whole=False)), None)

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
        **values: Any,
    ) -> M:
        """Store a new entity.

        Args:
            item: Values by Python or JSON attribute name. Defaults are filled in.
            upsert: Whether to update the entity if it exists already.
            on_conflict: For an upsert, the attributes that identify an existing entity: the ID by default.
            **values: Further values by attribute name. Those named like a parameter only in the mapping.

        Returns:
            The model of the stored row.

        Raises:
            ValidationError: The item is invalid; nothing was sent.
            TypeError: A keyword is not an attribute; nothing was sent.
            ConflictError: An entity with the same unique key exists already.
            DataAccessError: The server refused (``Failed to create``).
            UnavailableError: The server could not be reached or could not respond.
        """
        item = self._with_keywords(item, values)
        complaint = None if is_non_empty_map(item) else "data is required"
        if upsert not in (True, False):
            complaint = "upsert must be a boolean"
        if complaint is not None:
            given = {"upsert": upsert or None, "on_conflict": on_conflict, "item": item}
            hint = option_hint(self.schema, [name for name, value in given.items() if value is not None])
            message = f"Failed to create [{self.entity_name}]: {complaint}{hint}"
            raise logged_validation_error(self.log, message)
        with self.translate_errors("Failed to create"):
            row = record_to_row(self.schema, items.ItemBuilder(self.schema).prepare(item))
            stored = await self._writer.insert_one(row, upsert=upsert, on_conflict=on_conflict)
            model = self._single(stored)
        await self._run_hook("On-create", self._on_create, model)
        return model

    def _with_keywords(self, item: Mapping[str, Any] | None, values: Mapping[str, Any]) -> Any:
        """Return the item of a `create`, with the values that were given by keyword.

        Raises:
            TypeError: A keyword is not an attribute.
            ValidationError: An attribute is in the item and among the keywords.
        """
        with self.translate_errors("Failed to create"):
            return with_keywords(self.schema, item, values, method="create", options=_CREATE_OPTIONS)

    async def create_many(
        self, new_items: Sequence[Mapping[str, Any]], parent: BaseModel | None = None
    ) -> CreateResult[M]:
        """Store several new entities in one request: all of the valid ones, or none.

        Args:
            new_items: As for `create`, one mapping for each entity; at least one.
            parent: The entity they belong to. Each model's accessor for it then returns this object.

        Returns:
            The models of the stored rows, and the items that were refused, each with its error.

        Raises:
            ValidationError: There is no item.
            ConflictError: An entity with the same unique key as one of them exists already.
            DataAccessError: The server refused (``Failed to create many``).
            UnavailableError: The server could not be reached or could not respond.
        """
        if not isinstance(new_items, list | tuple) or not new_items:
            message = f"Failed to create many [{self.entity_name}]: items must be a non-empty array"
            raise logged_validation_error(self.log, message)
        rows: list[Row] = []
        error_items: list[ErrorItem] = []
        builder = items.ItemBuilder(self.schema, len(new_items))
        for item in new_items:
            try:
                rows.append(record_to_row(self.schema, builder.prepare(item)))
            except ValidationError as error:
                error_items.append(ErrorItem(item, error))
        created: list[M] = []
        if rows:
            with self.translate_errors("Failed to create many"):
                stored = await self._writer.insert(rows)
            created = self.models_from_rows(stored)
        for child in created:
            if parent is not None and not accessors.set_parent(child, parent):
                log_events.log_invalid_parent(self.log, self.entity_name)
        result = CreateResult(created, error_items)
        await self._run_hook("On-create-many", self._on_create_many, result)
        return result

    async def update_by_keys(self, keys: Mapping[str, Any], updates: Mapping[str, Any]) -> None:
        """Update the one entity whose attributes have these values. Does nothing if there is no match.

        The values are stored without validation, and ``updated_at`` is not set. Use a model's setters and
        ``save`` for that.

        Args:
            keys: Values by attribute name.
            updates: New values by attribute name.

        Raises:
            ValidationError: There are no keys or no updates, or one of them is not an attribute.
            DataAccessError: The server refused (``Failed to update entity``); or several entities have
                these values, and none was updated.
            UnavailableError: The server could not be reached or could not respond.
        """
        if not is_non_empty_map(keys) or not is_non_empty_map(updates):
            raise ValidationError(f"Failed to update [{self.entity_name}]: keys and updates are required")
        await self.update_row(keys, items.plain_values(self.schema, updates))

    async def save_many(self, models: Sequence[M], *, chunk_size: int = _CHUNK_SIZE) -> None:
        """Store changed models in few requests, as complete rows, one chunk after the other.

        Values that were not set are stored as they were read, and an entity that was removed is created
        again. A model that was read in part has its own request, which updates only what was set. If a chunk
        fails, those before it stay stored.

        Args:
            models: Models of this collection. May be empty. A model that occurs more than once is stored
                once.
            chunk_size: How many models a request stores, 1 or more.

        Raises:
            ValidationError: ``models`` is not a list of models of this collection and data access, two of
                them are different models of the same entity, or the chunk size is invalid; or the ID, or an
                attribute that a watcher needs, was not read. Nothing was sent.
            DataAccessError: The server refused (``Failed to save many``).
            UnavailableError: The server could not be reached or could not respond.
        """
        if not isinstance(chunk_size, int) or isinstance(chunk_size, bool) or chunk_size < 1:
            raise ValidationError("chunk_size must be a positive integer")
        await bulk_save.save_chunks(self, bulk_save.models_to_save(self, models), chunk_size)

    async def remove_by_ids(self, ids: Sequence[Any]) -> None:
        """Remove entities by their IDs, without their dependents. Ignores IDs that do not exist.

        Args:
            ids: UUIDs as text or objects, at least one. A request removes up to 50.

        Raises:
            ValidationError: There is no ID, or one of them is not a UUID.
            DataAccessError: The server refused (``Failed to remove by IDs``).
            UnavailableError: The server could not be reached or could not respond.
        """
        if not isinstance(ids, list | tuple) or not ids:
            raise logged_validation_error(
                self.log, f"Failed to remove [{self.entity_name}]: ids must be a non-empty array"
            )
        texts = [self._checked_id(id_) for id_ in ids]
        with self.translate_errors("Failed to remove by IDs"):
            await self._deleter.having(self.id_name, texts)

    async def remove_by_index_keys(self, keys: Sequence[Mapping[str, Any]]) -> None:
        """Remove entities by keys, without their dependents. Ignores keys that match nothing.

        Args:
            keys: Values by attribute name, one non-empty mapping for each entity; at least one.

        Raises:
            ValidationError: There is no key, or one of them is empty or invalid.
            DataAccessError: The server refused (``Failed to remove by index keys``).
            UnavailableError: The server could not be reached or could not respond.
        """
        failed = f"Failed to remove by index keys [{self.entity_name}]:"
        if not isinstance(keys, list | tuple) or not keys:
            raise logged_validation_error(self.log, f"{failed} keys must be a non-empty array")
        if not all(is_non_empty_map(key) for key in keys):
            raise logged_validation_error(self.log, f"{failed} key must be a non-empty object")
        with self.translate_errors("Failed to remove by index keys"):
            await self._deleter.matching(keys)
        log_events.log_removed(self.log, self.entity_name, len(keys))

    async def _on_create(self, model: M) -> None:
        """Run after `create`, for subclasses to override. An error is logged, not raised."""

    async def _on_create_many(self, result: CreateResult[M]) -> None:
        """Run after `create_many`, for subclasses to override. An error is logged, not raised."""

    async def _run_hook(self, name: str, hook: Callable[[Any], Awaitable[None]], argument: object) -> None:
        try:
            await hook(argument)
        except Exception:
            extra = log_events.log_fields(log_events.LogEvent.HOOK_FAILED, entity=self.entity_name, hook=name)
            self.log.exception("%s handler failed", name, extra=extra)

    async def update_row(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]] = ()
    ) -> list[Row]:
        """Update one row, for `update_by_keys` and a model's ``save``. Subclasses may check the updates.

        Args:
            keys: Values by attribute name.
            updates: New values by Python attribute name, as they are stored.
            guard: Columns and the stored texts that they must have too; None for null.

        Returns:
            The updated row; empty if there is no match.

        Raises:
            DataAccessError: The server refused (``Failed to update entity``), or several rows match and
                none was updated.
        """
        with self.translate_errors("Failed to update entity"):
            return await self._writer.update_one(keys, updates, guard)

    async def remove_together(self, keys: Sequence[Mapping[str, Any]]) -> None:
        """Remove entities by keys, as `remove_by_index_keys` does, but in one request if that is possible.

        Args:
            keys: Values by attribute name, of the same attributes in all keys; at least one key.
        """
        if len(keys) == 1 or common_attribute(self.schema, keys) is not None:
            await self.remove_by_index_keys(keys)
            return
        with self.translate_errors("Failed to remove by index keys"):
            await self._deleter.matching_in_one_request(keys)
        log_events.log_removed(self.log, self.entity_name, len(keys))

    def _single(self, rows: list[Row]) -> M:
        models = self.models_from_rows(rows)
        if len(rows) != 1:
            raise PostgrestError(f"{len(rows)} rows came back where one was stored")
        if not models:
            raise PostgrestError("The row that came back holds nothing")
        return models[0]

    async def list_models(
        self, keys: Mapping[str, Any] | None = None, *, is_counted: bool = False, **options: Unpack[Options]
    ) -> list[M]:
        """Return models as a list, whatever the options are; ``is_counted`` is that of `QueryPlan`."""
        plan = self._plan(keys, options)._replace(is_counted=is_counted)
        rows, _ = await self._reader.listed(plan)
        return await self._models(plan, rows)

    def models_from_rows(self, rows: Iterable[Row], *, is_whole: bool = True) -> list[M]:
        """Create the models of rows that were read. Empty rows are left out, with a warning in the log.

        Args:
            rows: Values by column name. The models keep the rows: do not change them afterwards.
            is_whole: Whether all attributes were read, so that a column that a row lacks is null.
        """
        model_class: type[M] = self.schema.model_class  # type: ignore[assignment] # a BaseModel
        id_column = self._id_column
        models: list[M] = []
        for row in rows:
            if row.get(id_column) is None and is_empty_row(row):
                log_events.log_empty_row(self.log, self.entity_name)
            else:
                models.append(model_class(self, RowRecord(self, row, is_whole)))
        return models

    async def read_all_pages(self, query: Query, offset: int = 0, limit: int | None = None) -> list[Row]:
        """Return the rows of all pages of a query that orders by unique columns: see `RowReader.all_pages`."""
        return await self._reader.all_pages(query, offset, limit)

    async def read_unordered(self, query: Query) -> list[Row]:
        """Return all rows of a query without order and limit: see `RowReader.unordered`."""
        return await self._reader.unordered(query)

    def translate_errors(self, message: str) -> AbstractContextManager[None]:
        """Raise and log the errors of a block as those of an operation of this collection.

        Args:
            message: What failed, such as ``Failed to query``.
        """
        return translate_errors(self.schema, self.log, message)

    def plan_page(
        self, keys: Mapping[str, Any] | None, *, limit: int, cursor: str | None, options: PageOptions
    ) -> QueryPlan:
        """Check the arguments of `page` and plan its query.

        Raises:
            TypeError: An option is not one of `PageOptions`.
            ValidationError: An argument is invalid.
        """
        refuse_listing_options("page", options)
        if limit is None:
            raise ValidationError("limit must be a positive integer")
        return self._plan(keys, {**options, "limit": limit, "cursor": cursor})._replace(is_page=True)

    def _plan(self, keys: Mapping[str, Any] | None, options: Any) -> QueryPlan:
        try:
            return plan_query(self.schema, keys, options)
        except ValidationError as error:
            extra = log_events.log_fields(log_events.LogEvent.INVALID_ARGUMENTS, entity=self.entity_name)
            self.log.error("[%s] %s", self.entity_name, error, extra=extra)  # noqa: TRY400 - caller error: a traceback would not help
            raise

    async def _find(self, plan: QueryPlan) -> list[M] | M | Page[M] | None:
        rows, cursor = await self._reader.listed(plan)
        models = await self._models(plan, rows)
        if plan.return_cursor:
            return Page(models, cursor)
        return next(iter(models), None) if plan.limit == 1 else models

    async def _models(self, plan: QueryPlan, rows: list[Row]) -> list[M]:
        models = self.models_from_rows(rows, is_whole=plan.reads_everything)
        if plan.include:
            await eager_loading.load_related(models, plan.include, are_new=True)
        return models

    def _checked_id(self, id_: Any) -> str:
        text = str(id_) if isinstance(id_, UUID) else id_
        check_id(self.id_name, text, self.entity_name)
        return str(text)

    def __iter__(self) -> Iterator[M]:
        """Iterate over all entities: see `iterate`."""
        if not self.blocking:
            raise TypeError(f"{type(self).__name__} of an AsyncDataAccess is iterated with `async for`")
        models: Any = self.iterate()
        return iter(models)

    async def __aiter__(self) -> AsyncIterator[M]:
        """Iterate over all entities: see `iterate`."""
        models = self.iterate()
        if not isinstance(models, AsyncIterator):
            raise TypeError(f"{type(self).__name__} of a DataAccess is iterated with `for`")
        async with aclosing(models):  # type: ignore[type-var] # an asynchronous generator
            async for model in models:
                yield model

    def __len__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} has no len(): use count(), which asks the server")

    def __bool__(self) -> bool:
        return True

    def __getattr__(self, name: str) -> NoReturn:
        # Called only for attributes that do not exist.
        raise unknown_attribute(self, name, dir(type(self)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.table_name}>"


bridge_methods(BaseCollection)  # `__init_subclass__` is not called for the class itself
