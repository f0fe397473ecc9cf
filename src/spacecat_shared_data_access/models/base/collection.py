"""BaseCollection: the entities of one kind, found, created, changed and removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, ValidationError
from spacecat_shared_data_access.models.base import items
from spacecat_shared_data_access.models.base.core import M
from spacecat_shared_data_access.models.base.failures import validation_error
from spacecat_shared_data_access.models.base.model import BaseModel
from spacecat_shared_data_access.models.base.options import filter_column, key_filters
from spacecat_shared_data_access.models.base.reading import ReadingCollection
from spacecat_shared_data_access.models.base.results import CreateResult, ErrorItem
from spacecat_shared_data_access.postgrest import idempotency
from spacecat_shared_data_access.postgrest.filters import chunks_of, encode_in, encode_or, encode_value
from spacecat_shared_data_access.postgrest.records import Row, record_to_row
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import is_non_empty_map

_CHUNK_SIZE: Final = 25
_TOO_MANY_ROWS: Final = "PGRST116"


class BaseCollection(ReadingCollection[M]):
    """The entities of one kind, kept in one table.

    A subclass names itself (``COLLECTION_NAME``) and adds its own methods as ``async def``: they get
    both faces. The finders of the schema's indexes (``find_by_…``, ``all_by_…``) are added when the
    schema is built; a hand-written method of the same name wins.
    """

    async def create(
        self,
        item: Mapping[str, Any],
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
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
        if not is_non_empty_map(item):
            raise validation_error(self.log, f"Failed to create [{self.entity_name}]: data is required")
        with self._translate_errors("Failed to create"):
            row = record_to_row(self.schema, items.ItemBuilder(self.schema).prepare(item))
            if upsert:
                columns = self._conflict_columns(on_conflict)
                stored = await self.service.rows(self.table.upsert(row, on_conflict=columns, read_back=True))
            else:
                stored = await idempotency.insert(self.service, self.table, row, self.schema.key_columns)
            model = self._single(stored)
        await self._after_create(model)
        return model

    async def create_many(
        self, new_items: Sequence[Mapping[str, Any]], parent: BaseModel | None = None
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
        if not isinstance(new_items, list | tuple) or not new_items:
            message = f"Failed to create many [{self.entity_name}]: items must be a non-empty array"
            raise validation_error(self.log, message)
        rows: list[Row] = []
        error_items: list[ErrorItem] = []
        preparation = items.ItemBuilder(self.schema, len(new_items))
        for item in new_items:
            try:
                rows.append(record_to_row(self.schema, preparation.prepare(item)))
            except ValidationError as error:
                error_items.append(ErrorItem(item, error))
        created = await self._insert_many(rows) if rows else []
        if parent is not None:
            self._adopt(parent, created)
        result = CreateResult(created, error_items)
        await self._after_create_many(result)
        return result

    async def update_by_keys(self, keys: Mapping[str, Any], updates: Mapping[str, Any]) -> None:
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
        if not is_non_empty_map(keys) or not is_non_empty_map(updates):
            raise ValidationError(f"Failed to update [{self.entity_name}]: keys and updates are required")
        await self._update(keys, items.plain_values(self.schema, updates))

    async def save_many(self, models: Sequence[M], *, chunk_size: int = _CHUNK_SIZE) -> None:
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
        if not isinstance(chunk_size, int) or isinstance(chunk_size, bool) or chunk_size < 1:
            raise ValidationError("chunk_size must be a positive integer")
        if not isinstance(models, Iterable):
            raise ValidationError(f"Failed to save many [{self.entity_name}]: models must be an array")
        models = _listed(models)
        if not all(isinstance(model, self.schema.model_class) for model in models):
            message = f"Failed to save many [{self.entity_name}]: an item is not a model of this entity"
            raise ValidationError(message)
        chunks = [models[start : start + chunk_size] for start in range(0, len(models), chunk_size)]
        if len(chunks) > 1:
            self.log.info(
                "[%s] save_many: saving %d items in %d chunks of %d",
                self.entity_name,
                len(models),
                len(chunks),
                chunk_size,
            )
        for place, chunk in enumerate(chunks):
            try:
                await self._save_chunk(chunk)
            except DataAccessError:
                self.log.error(  # noqa: TRY400 - the failure itself is logged already
                    "[%s] save_many: chunk %d/%d failed — %d of %d items already persisted",
                    self.entity_name,
                    place + 1,
                    len(chunks),
                    place * chunk_size,
                    len(models),
                )
                raise

    async def remove_by_ids(self, ids: Sequence[Any]) -> None:
        """Remove entities by their ids, without their dependents. An id that is not there is no error.

        Args:
            ids: UUIDs as text or objects, at least one. More than 50 go in several requests.

        Raises:
            ValidationError: There is no id, or one of them is none.
            DataAccessError: The server refused (``Failed to remove by IDs``).
            UnavailableError: The server could not be reached or could not answer.
        """
        if not isinstance(ids, list | tuple) or not ids:
            raise validation_error(
                self.log, f"Failed to remove [{self.entity_name}]: ids must be a non-empty array"
            )
        texts = [self._checked_id(id_) for id_ in ids]
        with self._translate_errors("Failed to remove by IDs"):
            await self._delete_in(self.id_name, texts)

    async def remove_by_index_keys(self, keys: Sequence[Mapping[str, Any]]) -> None:
        """Remove entities by keys, without their dependents. A key that finds nothing is no error.

        Args:
            keys: Values by attribute name, one mapping for each; at least one, and none empty.

        Raises:
            ValidationError: There is no key, or one of them is empty or wrong.
            DataAccessError: The server refused (``Failed to remove by index keys``).
            UnavailableError: The server could not be reached or could not answer.
        """
        failed = f"Failed to remove by index keys [{self.entity_name}]:"
        if not isinstance(keys, list | tuple) or not keys:
            raise validation_error(self.log, f"{failed} keys must be a non-empty array")
        if not all(is_non_empty_map(key) for key in keys):
            raise validation_error(self.log, f"{failed} key must be a non-empty object")
        with self._translate_errors("Failed to remove by index keys"):
            name = self._common_key(keys)
            if name is not None:
                await self._delete_in(name, self._key_texts(name, keys))
            else:
                filters = [key_filters(self.schema, key) for key in keys]
                await self.service.gather([self._delete_where(each) for each in filters])
        self.log.info("Removed %d items for [%s]", len(keys), self.entity_name)

    async def _on_create(self, model: M) -> None:
        """Do what a subclass wants done after `create`. An error is logged and goes no further."""

    async def _on_create_many(self, result: CreateResult[M]) -> None:
        """Do what a subclass wants done after `create_many`. An error is logged and goes no further."""

    async def _after_create(self, model: M) -> None:
        try:
            await self._on_create(model)
        except Exception:
            self.log.exception("On-create handler failed")

    async def _after_create_many(self, result: CreateResult[M]) -> None:
        try:
            await self._on_create_many(result)
        except Exception:
            self.log.exception("On-create-many handler failed")

    def _adopt(self, parent: BaseModel, children: list[M]) -> None:
        for child in children:
            if not child.adopt(parent):
                self.log.warning(
                    "Failed to associate parent with child [%s]: parent is invalid", self.entity_name
                )

    async def _insert_many(self, rows: list[Row]) -> list[M]:
        with self._translate_errors("Failed to create many"):
            stored = await idempotency.insert(self.service, self.table, rows, self.schema.key_columns)
            if len(stored) != len(rows):
                raise PostgrestError(f"{len(stored)} rows came back where {len(rows)} were sent")
        return self._instances(stored)

    async def _update(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]] = ()
    ) -> list[Row]:
        # Changes one row or none, and gives it back. The guard: columns, and what text they must have too.
        query = self.table.update(record_to_row(self.schema, updates), single=True)
        with self._translate_errors("Failed to update entity"):
            for column, text in key_filters(self.schema, keys):
                query = query.filter(column, "eq", text)
            for column, stored in guard:
                if stored is None:
                    query = query.is_(column, "null")
                else:
                    query = query.filter(column, "eq", encode_value(stored))
            rows = await idempotency.update(self.service, query)
            if len(rows) > 1:
                message = f"{len(rows)} rows were changed where the keys should name one"
                raise PostgrestError(message, code=_TOO_MANY_ROWS)
        return rows

    async def _save_chunk(self, models: list[M]) -> None:
        changes = [model.changes_to_save() for model in models]
        whole, rows, parts = [], [], []
        for model, changed in zip(models, changes, strict=True):
            if model.is_partial:
                parts.append((model, changed))
            else:
                whole.append((model, changed))
                keys = model.generate_composite_keys()
                rows.append(model._row_to_store({**changed, **keys}))  # noqa: SLF001 - as below
        columns = ",".join(self.schema.attributes[key].stored_name for key in self.schema.primary_keys)
        with self._translate_errors("Failed to save many"):
            if rows:
                await self.service.execute(self.table.upsert(rows, on_conflict=columns, read_back=False))
            for model, changed in whole:
                model._mark_saved(changed)  # noqa: SLF001 - as below
            await self.service.gather([model._store(changed) for model, changed in parts])  # noqa: SLF001 - model and collection are one unit

    async def _remove_together(self, keys: Sequence[Mapping[str, Any]]) -> None:
        # As remove_by_index_keys; but keys of several attributes, the same in all, go in one request.
        if len(keys) == 1 or self._common_key(keys) is not None:
            await self.remove_by_index_keys(keys)
            return
        with self._translate_errors("Failed to remove by index keys"):
            filters = [key_filters(self.schema, key) for key in keys]
            columns = [column for column, _ in filters[0]]
            values = [[text for _, text in each] for each in filters]
            await self.service.execute(self.table.delete().or_(encode_or(columns, values)))
        self.log.info("Removed %d items for [%s]", len(keys), self.entity_name)

    async def _delete_in(self, name: str, texts: list[str]) -> None:
        column = filter_column(self.schema, name)
        for chunk in chunks_of(texts):
            await self.service.execute(self.table.delete().filter(column, "in", encode_in(chunk)))

    async def _delete_where(self, filters: Iterable[tuple[str, str]]) -> None:
        query = self.table.delete()
        for column, text in filters:
            query = query.filter(column, "eq", text)
        await self.service.execute(query)

    def _conflict_columns(self, on_conflict: str | Sequence[str] | None) -> str:
        names = [on_conflict or self.id_name] if isinstance(on_conflict, str | None) else on_conflict
        return ",".join(self.schema.attribute_named(name).stored_name for name in names)

    def _single(self, rows: list[Row]) -> M:
        models = self._instances(rows)
        if len(rows) != 1:
            raise PostgrestError(f"{len(rows)} rows came back where one was stored")
        if not models:
            raise PostgrestError("The row that came back holds nothing")
        return models[0]


def _listed(models: Iterable[M]) -> list[M]:
    # Not in the coroutine: a lazy iterable, such as a map of a finder, makes its calls while it is read,
    # and they would get coroutines there.
    return list(models)
