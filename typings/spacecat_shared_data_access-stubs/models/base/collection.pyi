# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from logging import Logger
from typing import Any, ClassVar, Generic, Unpack, overload, type_check_only
from uuid import UUID

from typing_extensions import TypeVar

from spacecat_shared_data_access.models.base.model import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
    QueryPlan,
)
from spacecat_shared_data_access.models.base.registry import AsyncEntityRegistry, EntityRegistry
from spacecat_shared_data_access.models.base.results import BatchResult, CreateResult, DatastoreType, Page
from spacecat_shared_data_access.postgrest.request import Query, Table
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable
from spacecat_shared_data_access.postgrest.where import Attributes, Expression, Operators
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass

M = TypeVar("M", bound=ModelClass)
_ItemT = TypeVar("_ItemT", default=Mapping[str, Any])
_ValuesT = TypeVar("_ValuesT", default=Mapping[str, Any])
_AttributesT = TypeVar("_AttributesT", default=Attributes)
_NameT = TypeVar("_NameT", default=str)
_IncludeT = TypeVar("_IncludeT", default=str)
_One = TypeVar("_One")
_Page = TypeVar("_Page")
_List = TypeVar("_List")
_New = TypeVar("_New")
_Number = TypeVar("_Number")
_Iter = TypeVar("_Iter")

class BaseCollection(Uncopyable, CollectionClass, Generic[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):
    service: Service
    registry: EntityRegistry
    schema: Schema
    log: Logger
    entity_name: str
    id_name: str
    table_name: str
    table: Table
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(self, service: Service, registry: EntityRegistry, schema: Schema, log: Logger) -> None: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def bind_schema(cls, schema: Schema) -> None: ...
    @classmethod
    def has_default(cls, *names: str) -> bool: ...
    @property
    def blocking(self) -> bool: ...
    @overload
    def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    @overload
    def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[CursorOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    @overload
    def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ListOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> list[M]: ...
    @overload
    def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    @overload
    def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[CursorOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    @overload
    def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ListOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> list[M]: ...
    def find_by_all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    def find_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    def first(
        self, keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    def page(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions[_AttributesT, _NameT, _IncludeT]],
    ) -> Page[M]: ...
    def find_by_id(self, id_: str | UUID, *, include: Sequence[_IncludeT] | None = None) -> M | None: ...
    def exists_by_id(self, id_: str | UUID) -> bool: ...
    def batch_get_by_keys(
        self,
        keys: Sequence[_ValuesT],
        *,
        attributes: Sequence[_NameT] | None = None,
        include: Sequence[_IncludeT] | None = None,
    ) -> BatchResult[M]: ...
    def count(
        self,
        keys: _ValuesT | None = None,
        *,
        where: Callable[[_AttributesT, Operators], Expression | None] | None = None,
        between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None = None,
        **values: Any,
    ) -> int: ...
    def iterate(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]],
    ) -> Iterator[M]: ...
    def prefetch(self, models: Iterable[M], *include: _IncludeT) -> None: ...
    def list_children(
        self,
        foreign_key: str,
        parent_ids: Sequence[str],
        *,
        only_first: bool = False,
        attributes: Sequence[_NameT] | None = None,
    ) -> list[M]: ...
    def create_instance_from_row(self, row: Row | None) -> M | None: ...
    def create(
        self,
        item: _ItemT | None = None,
        *,
        upsert: bool = False,
        on_conflict: _NameT | Sequence[_NameT] | None = None,
        **values: Any,
    ) -> M: ...
    def _with_keywords(self, item: _ItemT | None, values: Mapping[str, Any]) -> Any: ...
    def create_many(self, new_items: Sequence[_ItemT], parent: BaseModel | None = None) -> CreateResult[M]: ...
    def update_by_keys(self, keys: _ValuesT, updates: _ValuesT) -> None: ...
    def save_many(self, models: Sequence[M], *, chunk_size: int = ...) -> None: ...
    def remove_by_ids(self, ids: Sequence[Any]) -> None: ...
    def remove_by_index_keys(self, keys: Sequence[_ValuesT]) -> None: ...
    def _on_create(self, model: M) -> None: ...
    def _on_create_many(self, result: CreateResult[M]) -> None: ...
    def update_row(
        self, keys: _ValuesT, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]: ...
    def remove_together(self, keys: Sequence[_ValuesT]) -> None: ...
    def list_models(
        self,
        keys: _ValuesT | None = None,
        *,
        is_counted: bool = False,
        **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]],
    ) -> list[M]: ...
    def models_from_rows(self, rows: Iterable[Row], *, is_whole: bool = True) -> list[M]: ...
    def read_all_pages(self, query: Query, offset: int = 0, limit: int | None = None) -> list[Row]: ...
    def read_unordered(self, query: Query) -> list[Row]: ...
    def translate_errors(self, message: str) -> AbstractContextManager[None]: ...
    def plan_page(
        self, keys: _ValuesT | None, *, limit: int, cursor: str | None, options: PageOptions
    ) -> QueryPlan: ...
    def __iter__(self) -> Iterator[M]: ...

class AsyncBaseCollection(Uncopyable, CollectionClass, Generic[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):
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

    service: Service
    registry: AsyncEntityRegistry
    schema: Schema
    log: Logger
    entity_name: str
    id_name: str
    table_name: str
    table: Table
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(self, service: Service, registry: AsyncEntityRegistry, schema: Schema, log: Logger) -> None: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Add the finders of a schema's indexes. Called when the schema is built."""

    @classmethod
    def has_default(cls, *names: str) -> bool:
        """Return whether methods of this collection are those of `BaseCollection`, not overridden."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; otherwise they return an awaitable."""

    @overload
    async def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
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

    @overload
    async def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[CursorOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    @overload
    async def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ListOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> list[M]: ...
    @overload
    async def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
        """Find the entities whose attributes have these values. See `all`."""

    @overload
    async def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[CursorOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    @overload
    async def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ListOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> list[M]: ...
    async def find_by_all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
        """Find the first of all entities in the order of `all`, or None."""

    async def find_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
        """Find the first entity whose attributes have these values, or None."""

    async def first(
        self, keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
        """Find the first entity in the order of `all`, or None.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
            **options: As for `all`, but those about limits and pages have no effect.
        """

    async def page(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions[_AttributesT, _NameT, _IncludeT]],
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

    async def find_by_id(self, id_: str | UUID, *, include: Sequence[_IncludeT] | None = None) -> M | None:
        """Find an entity by its ID, or None.

        Args:
            id_: A UUID, as text or as a UUID object.
            include: The related entities to load, as for `all`.
        """

    async def exists_by_id(self, id_: str | UUID) -> bool:
        """Return whether there is an entity with this ID."""

    async def batch_get_by_keys(
        self,
        keys: Sequence[_ValuesT],
        *,
        attributes: Sequence[_NameT] | None = None,
        include: Sequence[_IncludeT] | None = None,
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

    async def count(
        self,
        keys: _ValuesT | None = None,
        *,
        where: Callable[[_AttributesT, Operators], Expression | None] | None = None,
        between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None = None,
        **values: Any,
    ) -> int:
        """Count entities without reading them.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
            **values: Further keys, by attribute name.
        """

    def iterate(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]],
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

    async def prefetch(self, models: Iterable[M], *include: _IncludeT) -> None:
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

    async def list_children(
        self,
        foreign_key: str,
        parent_ids: Sequence[str],
        *,
        only_first: bool = False,
        attributes: Sequence[_NameT] | None = None,
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

    async def create(
        self,
        item: _ItemT | None = None,
        *,
        upsert: bool = False,
        on_conflict: _NameT | Sequence[_NameT] | None = None,
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

    def _with_keywords(self, item: _ItemT | None, values: Mapping[str, Any]) -> Any:
        """Return the item of a `create`, with the values that were given by keyword.

        Raises:
            TypeError: A keyword is not an attribute.
            ValidationError: An attribute is in the item and among the keywords.
        """

    async def create_many(self, new_items: Sequence[_ItemT], parent: AsyncBaseModel | None = None) -> CreateResult[M]:
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

    async def update_by_keys(self, keys: _ValuesT, updates: _ValuesT) -> None:
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

    async def save_many(self, models: Sequence[M], *, chunk_size: int = ...) -> None:
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

    async def remove_by_ids(self, ids: Sequence[Any]) -> None:
        """Remove entities by their IDs, without their dependents. Ignores IDs that do not exist.

        Args:
            ids: UUIDs as text or objects, at least one. A request removes up to 50.

        Raises:
            ValidationError: There is no ID, or one of them is not a UUID.
            DataAccessError: The server refused (``Failed to remove by IDs``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def remove_by_index_keys(self, keys: Sequence[_ValuesT]) -> None:
        """Remove entities by keys, without their dependents. Ignores keys that match nothing.

        Args:
            keys: Values by attribute name, one non-empty mapping for each entity; at least one.

        Raises:
            ValidationError: There is no key, or one of them is empty or invalid.
            DataAccessError: The server refused (``Failed to remove by index keys``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def _on_create(self, model: M) -> None:
        """Run after `create`, for subclasses to override. An error is logged, not raised."""

    async def _on_create_many(self, result: CreateResult[M]) -> None:
        """Run after `create_many`, for subclasses to override. An error is logged, not raised."""

    async def update_row(
        self, keys: _ValuesT, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
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

    async def remove_together(self, keys: Sequence[_ValuesT]) -> None:
        """Remove entities by keys, as `remove_by_index_keys` does, but in one request if that is possible.

        Args:
            keys: Values by attribute name, of the same attributes in all keys; at least one key.
        """

    async def list_models(
        self,
        keys: _ValuesT | None = None,
        *,
        is_counted: bool = False,
        **options: Unpack[FindOptions[_AttributesT, _NameT, _IncludeT]],
    ) -> list[M]:
        """Return models as a list, whatever the options are; ``is_counted`` is that of `QueryPlan`."""

    def models_from_rows(self, rows: Iterable[Row], *, is_whole: bool = True) -> list[M]:
        """Create the models of rows that were read. Empty rows are left out, with a warning in the log.

        Args:
            rows: Values by column name. The models keep the rows: do not change them afterwards.
            is_whole: Whether all attributes were read, so that a column that a row lacks is null.
        """

    async def read_all_pages(self, query: Query, offset: int = 0, limit: int | None = None) -> list[Row]:
        """Return the rows of all pages of a query that orders by unique columns: see `RowReader.all_pages`."""

    async def read_unordered(self, query: Query) -> list[Row]:
        """Return all rows of a query without order and limit: see `RowReader.unordered`."""

    def translate_errors(self, message: str) -> AbstractContextManager[None]:
        """Raise and log the errors of a block as those of an operation of this collection.

        Args:
            message: What failed, such as ``Failed to query``.
        """

    def plan_page(self, keys: _ValuesT | None, *, limit: int, cursor: str | None, options: PageOptions) -> QueryPlan:
        """Check the arguments of `page` and plan its query.

        Raises:
            TypeError: An option is not one of `PageOptions`.
            ValidationError: An argument is invalid.
        """

    def __aiter__(self) -> AsyncIterator[M]:
        """Iterate over all entities: see `iterate`."""

@type_check_only
class _Docs:
    def all(self, *args: Any, **options: Any) -> Any:
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

    def first(self, *args: Any, **options: Any) -> Any:
        """Find the first entity in the order of `all`, or None.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
            **options: As for `all`, but those about limits and pages have no effect.
        """

    def page(self, *args: Any, **options: Any) -> Any:
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

    def count(self, *args: Any, **options: Any) -> Any:
        """Count entities without reading them.

        Args:
            keys: Values that attributes must have, by name; all entities by default.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
            **values: Further keys, by attribute name.
        """

    def iterate(self, *args: Any, **options: Any) -> Any:
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

    def create(self, *args: Any, **options: Any) -> Any:
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
