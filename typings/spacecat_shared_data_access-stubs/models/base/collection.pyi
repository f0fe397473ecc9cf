# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from typing import Any

from spacecat_shared_data_access.models.base.core import M, _AttributesT, _ItemT, _NameT, _ValuesT
from spacecat_shared_data_access.models.base.reading import AsyncReadingCollection, ReadingCollection

from spacecat_shared_data_access.models.base.model import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.results import CreateResult

class BaseCollection(ReadingCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    def create(
        self, item: _ItemT, *, upsert: bool = False, on_conflict: _NameT | Sequence[_NameT] | None = None
    ) -> M: ...
    def create_many(
        self, new_items: Sequence[_ItemT], parent: BaseModel | None = None
    ) -> CreateResult[M]: ...
    def update_by_keys(self, keys: _ValuesT, updates: _ValuesT) -> None: ...
    def save_many(self, models: Sequence[M], *, chunk_size: int = ...) -> None: ...
    def remove_by_ids(self, ids: Sequence[Any]) -> None: ...
    def remove_by_index_keys(self, keys: Sequence[_ValuesT]) -> None: ...
    def _on_create(self, model: M) -> None: ...
    def _on_create_many(self, result: CreateResult[M]) -> None: ...

class AsyncBaseCollection(AsyncReadingCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    """The entities of one kind, kept in one table.

    A subclass names itself (``COLLECTION_NAME``) and adds its own methods as ``async def``: they get
    both faces. The finders of the schema's indexes (``find_by_…``, ``all_by_…``) are added when the
    schema is built; a hand-written method of the same name wins.
    """

    async def create(
        self, item: _ItemT, *, upsert: bool = False, on_conflict: _NameT | Sequence[_NameT] | None = None
    ) -> M:
        """Store a new entity.

        Args:
            item: Values by Python or JSON attribute name. Defaults are filled in.
            upsert: Whether to change the entity that is already there.
            on_conflict: For an upsert, the attributes by which it is known to be there: the id where
                not given.

        Returns:
            The model of what was stored.

        Raises:
            ValidationError: The item is not what the entity takes; nothing was sent.
            ConflictError: The database already holds an entity that excludes this one.
            DataAccessError: The server refused (``Failed to create``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def create_many(
        self, new_items: Sequence[_ItemT], parent: AsyncBaseModel | None = None
    ) -> CreateResult[M]:
        """Store several new entities in one request: all of the valid ones, or none.

        Args:
            new_items: As for `create`, one mapping for each entity; at least one.
            parent: The entity they belong to. Each model's accessor for it then gives this very model.

        Returns:
            The models of what was stored, and the items that were refused, each with its error.

        Raises:
            ValidationError: There is no item.
            ConflictError: The database already holds an entity that excludes one of them.
            DataAccessError: The server refused (``Failed to create many``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def update_by_keys(self, keys: _ValuesT, updates: _ValuesT) -> None:
        """Change the one entity whose attributes have these values. None of them is no error.

        The values are stored as they are: neither validated nor followed by ``updated_at``. Use a
        model's setters and ``save`` for that.

        Args:
            keys: Values by attribute name.
            updates: New values by attribute name.

        Raises:
            ValidationError: There are no keys or no updates, or one of them is no attribute.
            DataAccessError: The server refused (``Failed to update entity``); or several entities have
                these values, and none is changed.
            UnavailableError: The server could not be reached or could not answer.
        """

    async def save_many(self, models: Sequence[M], *, chunk_size: int = ...) -> None:
        """Store changed models in few requests, whole, one chunk after the other.

        Values that were not set are stored as they were read. A model that was read in part has a request
        of its own, which changes only what was set. A chunk that is done stays done where a later one
        fails.

        Args:
            models: Models of this collection. An empty list is no error.
            chunk_size: How many go into one request, 1 or more.

        Raises:
            ValidationError: It is not a list of models of this collection, or the chunk size is wrong; or a
                watcher needs an attribute that was not read. Nothing was sent.
            DataAccessError: The server refused (``Failed to save many``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def remove_by_ids(self, ids: Sequence[Any]) -> None:
        """Remove entities by their ids, without their dependents. An id that is not there is no error.

        Args:
            ids: UUIDs as text or objects, at least one. More than 50 go in several requests.

        Raises:
            ValidationError: There is no id, or one of them is none.
            DataAccessError: The server refused (``Failed to remove by IDs``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def remove_by_index_keys(self, keys: Sequence[_ValuesT]) -> None:
        """Remove entities by keys, without their dependents. A key that finds nothing is no error.

        Args:
            keys: Values by attribute name, one mapping for each; at least one, and none empty.

        Raises:
            ValidationError: There is no key, or one of them is empty or wrong.
            DataAccessError: The server refused (``Failed to remove by index keys``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def _on_create(self, model: M) -> None:
        """Do what a subclass wants done after `create`. An error is logged and goes no further."""

    async def _on_create_many(self, result: CreateResult[M]) -> None:
        """Do what a subclass wants done after `create_many`. An error is logged and goes no further."""
