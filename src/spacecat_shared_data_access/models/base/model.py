"""BaseModel: one entity."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self, SupportsIndex

from spacecat_shared_data_access.errors import (
    ConflictError,
    DataAccessError,
    PostgrestError,
    ValidationError,
    unknown_attribute,
    wrap_error,
)
from spacecat_shared_data_access.models.base import accessors, items
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.patcher import Patcher
from spacecat_shared_data_access.models.base.removal import CascadeDelete
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.postgrest.records import (
    Row,
    record_to_row,
    stored_value,
    unread_attributes,
)
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import ModelClass
from spacecat_shared_data_access.schema.partial_record import PartialRecord
from spacecat_shared_data_access.schema.values import copy_json, normalize_timestamp, to_jsonable

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Reference, Schema

# Two threads may be the first to touch a model: both make a record, and the first one counts.
_first_touch: Final = threading.Lock()


class ModelMeta(type):
    """Makes models slotted, so that a misspelt attribute is an error and an instance is small."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any
    ) -> ModelMeta:
        """Add empty slots to a class that says nothing of its own."""
        namespace.setdefault("__slots__", ())
        return super().__new__(mcs, name, bases, namespace, **kwargs)


@with_async_name
class BaseModel(ModelClass, metaclass=ModelMeta):
    """One entity: its values, and the ways to its relatives.

    A subclass names itself (``ENTITY_NAME``) and adds its own methods; those written as ``async def``
    get both faces. Getters (``get_…``), setters (``set_…``, which give the model back) and reference
    accessors are added when the schema is built; a hand-written method of the same name wins.

    A model that was read keeps its row as it came, and its getters read from that. A record of it is
    made when something is set, or when a hand-written method first looks at `record`.

    Two models are equal where they are of one class and have the same primary key. A copy is
    independent of the model; a model cannot be pickled.

    Args:
        collection: Where it comes from.
        record: Its values by Python attribute name. What is null is absent.
    """

    __slots__ = ("_is_whole", "_patcher", "_record", "_references", "_row", "collection")

    schema: ClassVar[Schema]
    _has_own_init: ClassVar[bool] = False

    collection: BaseCollection[Any]
    _row: Row | None
    _record: Record | None
    _is_whole: bool
    _patcher: Patcher | None
    _references: dict[tuple[Any, ...], Any] | None

    def __init__(self, collection: BaseCollection[Any], record: Record) -> None:
        self.collection = collection
        self._record = record
        self._is_whole = True
        self._row = self._patcher = self._references = None

    @classmethod
    def _of_row(cls, collection: BaseCollection[Any], row: Row, *, is_whole: bool) -> Self:
        """Create the model of a row that was read.

        A subclass's own ``__init__`` is called, with the record made at once.

        Args:
            collection: Where it comes from.
            row: Its values by column name, some of them not null. Taken over, and never changed.
            is_whole: Whether all attributes were asked for: a column that the row lacks is then null.
        """
        model = cls.__new__(cls)
        model.collection = collection
        model._row = row  # noqa: SLF001 - its own, as below
        model._is_whole = is_whole  # noqa: SLF001
        model._record = model._patcher = model._references = None  # noqa: SLF001
        if cls._has_own_init:
            model.__init__(collection, model.record)  # type: ignore[misc] # as calling the class does, on the model that is there
            model._row, model._is_whole = row, is_whole  # noqa: SLF001
        return model

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        bridge_methods(cls)
        with_async_name(cls)
        cls._has_own_init = cls.__init__ is not BaseModel.__init__

    @classmethod
    def _bind_schema(cls, schema: Schema) -> None:
        """Get the accessors that a schema asks for."""
        super()._bind_schema(schema)
        accessors.install_attribute_accessors(cls, schema)
        accessors.install_reference_getters(cls, schema)

    def __getattr__(self, name: str) -> Any:
        # Only what is not there comes here, such as an accessor that depends on a target's schema.
        if accessors.install_sorted_getters(type(self), name):
            return getattr(self, name)
        raise unknown_attribute(self, name, dir(type(self)))

    @property
    def record(self) -> Record:
        """The values by Python attribute name. What is null is absent.

        Of a model that was read in part, asking for an attribute that was not read raises
        ValidationError: see `PartialRecord`.
        """
        record = self._record
        return self._made_record() if record is None else record

    @property
    def is_partial(self) -> bool:
        """Whether only some attributes were read, so that an absent one need not be null."""
        return not self._is_whole and bool(self._unread())

    @property
    def service(self) -> Service:
        """The way to the server."""
        return self.collection.service

    @property
    def log(self) -> Logger:
        """Where to write what happens."""
        return self.collection.log

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""
        return self.collection.service.blocking

    @property
    def entity_name(self) -> str:
        """The entity's name as messages write it: ``oAuthNonce``."""
        return self.schema.entity_name

    @property
    def id_name(self) -> str:
        """The id attribute: ``o_auth_nonce_id``."""
        return self.schema.id_name

    @property
    def patcher(self) -> Patcher:
        """What was set and is not stored yet."""
        if self._patcher is None:
            self._patcher = Patcher(self.schema, self.record)
        return self._patcher

    def get_id(self) -> str:
        """Return the entity's ID."""
        return self._value(self.schema.id_name, self.collection._id_column)  # type: ignore[no-any-return] # noqa: SLF001 - stored entities have one; model and collection are one unit

    def get_created_at(self) -> str | None:
        """Return the timestamp of creation."""
        return self._value("created_at", "created_at")  # type: ignore[no-any-return] # a timestamp

    def get_updated_at(self) -> str | None:
        """Return the timestamp of the last change; None where the table keeps none."""
        return self._value("updated_at", "updated_at")  # type: ignore[no-any-return] # a timestamp

    def get_record_expires_at(self) -> int | None:
        """Return when the record expires, in epoch seconds; None where the schema sets no expiry."""
        return self.record.get("record_expires_at")

    def get_stored_text(self, name: str) -> str | None:
        """Return the exact text that the database holds for an attribute; None if it holds no text.

        Of a timestamp it has the microseconds, which its getter cuts off: a filter by this text finds the
        very row, and ``op.gt`` by it does not find it again.

        Args:
            name: The attribute, such as ``created_at``. What was set and is not saved does not count.

        Raises:
            ValidationError: There is no such attribute, or it was not read.
        """
        attribute = self.schema.attribute_named(name)
        if self._row is None:
            value = self.patcher.stored_value(attribute.name)
        else:
            value = stored_value(self._row, attribute.name, attribute.stored_name)
            if value is None and not self._is_whole:
                value = self.patcher.stored_value(attribute.name)
        return value if isinstance(value, str) else None

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which this entity is removed and upserted: its id."""
        return {self.id_name: self.get_id()}

    def to_dict(self) -> Record:
        """Return the values by Python attribute name, without what is null or was not read.

        What is nested in them is a copy.
        """
        record = self.record
        known = {
            name: value if value.__class__ is str else copy_json(value)
            for name in self.schema.attributes
            if (value := dict.get(record, name)) is not None
        }
        for name, _ in self.schema.get_hooks:
            if name in known:
                known[name] = to_jsonable(known[name])  # as it is stored, not as the hook shows it
        return known

    def to_json(self) -> dict[str, Any]:
        """Give the values by JSON name, as the original's ``toJSON``, without what is null."""
        attributes = self.schema.attributes
        return {attributes[name].json_name: value for name, value in self.to_dict().items()}

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Store what was set since the model was read or saved.

        Nothing is sent where nothing was set, or only attributes that are not stored.

        Args:
            if_unchanged: Whether to store it only if nobody else changed the entity since this model was
                read or saved, which its stored ``updated_at`` tells.

        Returns:
            The model itself.

        Raises:
            ValidationError: The schema forbids updates; a watcher or the primary key needs an attribute
                that was not read; or ``if_unchanged`` is asked for an entity without ``updated_at``.
            ConflictError: With ``if_unchanged``: the entity was changed or removed meanwhile. What was
                set is still set.
            DataAccessError: The server refused, or the entity is no longer there
                (``Failed to save entity <name> with ID <id>``). What was set is still set.
            UnavailableError: The server could not be reached or could not answer.
        """
        try:
            self.patcher.check_updates_allowed()
            guard = [self._unchanged_filter()] if if_unchanged else []
            if self.patcher.has_updates:
                await self._store(self.patcher.changes(), guard)
        except DataAccessError as error:
            self.log.error("Failed to save record")  # noqa: TRY400 - the failure itself is logged already
            message = f"Failed to save entity {self.entity_name} with ID {self._shown_id()}"
            raise wrap_error(message, error) from error
        self._references = None
        return self

    async def remove(self) -> Self:
        """Remove the entity, and before it the dependents that its schema says go along.

        Each dependent is removed by its own rules, so that its dependents go too. All of them are looked
        for first; then they go level by level, the deepest first, many in a request.

        Returns:
            The model itself.

        Raises:
            DataAccessError: The schema forbids removal; or the server refused
                (``Failed to remove entity <name> with ID <id>``): what was removed until then stays
                removed.
            UnavailableError: The server could not be reached or could not answer.
        """
        if not self.schema.options.allow_remove:
            raise DataAccessError(f"The entity {self.schema.model_name} does not allow removal")
        return await self._remove()

    def adopt(self, parent: BaseModel) -> bool:
        """Take a model as the parent that this entity's reference accessor gives.

        Returns:
            Whether it is the parent: whether this entity holds its id.
        """
        key = parent.id_name if isinstance(parent, BaseModel) else None
        id_ = None if key is None else dict.get(self.record, key)
        if id_ is None or id_ != parent.get_id():
            return False
        self._cache((accessors.parent_getter(parent),), parent)
        return True

    def _cached(self, call: tuple[Any, ...]) -> Any:
        # What a reference accessor found before; raises KeyError if it was not called yet. A list is a copy:
        # changing it does not change what the next call gives.
        if self._references is None:
            raise KeyError(call)
        found = self._references[call]
        if isinstance(found, list):
            return found.copy()
        return replace(found, data=found.data.copy()) if isinstance(found, Page) else found

    def _cache(self, call: tuple[Any, ...], found: Any) -> None:
        # Keep what a reference accessor found until the model is saved or removed.
        if self._references is None:
            self._references = {}
        self._references[call] = found

    def stored_record(self) -> Record:
        """Return a copy of the record with values as they are stored, not as ``get`` hooks show them."""
        record = items.copy_record(self.record)
        for name, _ in self.schema.get_hooks:
            if dict.get(record, name) is not None:
                record[name] = to_jsonable(record[name])
        return record

    def _row_to_store(self, changes: Record) -> Row:
        """Return the whole row as it is to be stored: as it was read, exactly, with some changes.

        Args:
            changes: Values by attribute name.
        """
        schema, row = self.schema, self._row
        if row is None:  # the model was made of a record
            stored = record_to_row(schema, self.stored_record())
        else:
            values = {column: stored_value(row, name, column) for name, column in schema.columns.items()}
            stored = {column: value for column, value in values.items() if value is not None}
        return {**stored, **record_to_row(schema, changes)}

    def changes_to_save(self) -> Record:
        """Return what a save has to store: for `save_many`.

        A whole model is stored whether or not anything was set, as in the original; of one that was read
        in part only what was set is.
        """
        if self.is_partial and not self.patcher.has_updates:
            return {}
        return self.patcher.changes()

    def _mark_saved(self, changes: Record, stored: Row | None = None) -> None:
        """Record that these changes are stored.

        Args:
            changes: Values by attribute name.
            stored: The row as it came back, where it did.
        """
        self.patcher.mark_clean(changes)
        self._references = None
        if self._row is not None:
            row = {**self._row, **record_to_row(self.schema, changes)}
            if stored is not None and "updated_at" in stored:
                row["updated_at"] = stored["updated_at"]  # which a trigger may have set
            self._row = row

    def _value(self, name: str, column: str) -> Any:
        # One attribute's value: of the record if there is one, else straight from the row.
        record = self._record
        if record is not None:
            return record.get(name)
        row: Row = self._row  # type: ignore[assignment] # a model has a record or a row
        value = row.get(name)
        if value is None:
            value = row.get(column)
        if value.__class__ is str:
            return normalize_timestamp(value) if value[10:11] == "T" else value
        if value is None:
            return None if self._is_whole else self.record.get(name)
        return None if value == [None] else value

    def _unread(self) -> frozenset[str]:
        return frozenset() if self._row is None else unread_attributes(self.schema, self._row)

    def _made_record(self) -> Record:
        row: Row = self._row  # type: ignore[assignment] # as in _value
        made = items.hydrate(self.schema, row, self.collection.log)
        if self.is_partial:
            made = PartialRecord(made, self._unread())
        with _first_touch:
            if self._record is None:
                self._record = made
            return self._record

    def _shown_id(self) -> str | None:
        # The ID for a message, which is no place to fail at.
        try:
            return self.get_id()
        except ValidationError:
            return None

    def _key(self) -> tuple[Any, ...] | None:
        # The stored primary key; None where it was not read, or the model is not stored.
        try:
            if self._patcher is None:
                attributes = self.schema.attributes
                key = tuple(
                    self._value(name, attributes[name].stored_name) for name in self.schema.primary_keys
                )
            else:
                key = tuple(self._patcher.stored_value(name) for name in self.schema.primary_keys)
        except ValidationError:
            return None
        return None if None in key else key

    def _unchanged_filter(self) -> tuple[str, str | None]:
        # Column and text that the PATCH demands beside the primary key.
        attribute = self.schema.attributes.get("updated_at")
        if attribute is None or attribute.column is None:
            raise ValidationError(f"{self.entity_name} keeps no updated_at: if_unchanged cannot be told")
        return attribute.column, self.get_stored_text("updated_at")

    async def _store(self, changes: Record, guard: Sequence[tuple[str, str | None]] = ()) -> None:
        keys = {name: self.patcher.stored_value(name) for name in self.schema.primary_keys}
        if not record_to_row(self.schema, changes):
            self._mark_saved(changes)
            return
        rows = await self.collection._update(keys, changes, guard)  # noqa: SLF001 - model and collection are one unit
        if not rows and guard:
            raise ConflictError("The entity was changed or removed since it was read")
        if not rows:
            raise PostgrestError("The entity is no longer there")
        self._mark_saved(changes, rows[0])

    async def _remove(self) -> Self:
        try:
            await CascadeDelete(self).run()
            await self.collection.remove_by_index_keys([self.generate_composite_keys()])
        except DataAccessError as error:
            self.log.error("Failed to remove record")  # noqa: TRY400 - the failure itself is logged already
            message = f"Failed to remove entity {self.entity_name} with ID {self._shown_id()}"
            raise wrap_error(message, error) from error
        self._references = None
        return self

    async def _follow(self, reference: Reference) -> Sequence[BaseModel]:
        self._references = None  # what was found before may not be all
        found = await getattr(self, reference.getter)()
        return [found] if isinstance(found, BaseModel) else found or []

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, BaseModel) or type(self) is not type(other):
            return NotImplemented
        key = self._key()
        return key is not None and key == other._key()

    def __hash__(self) -> int:
        key = self._key()
        return object.__hash__(self) if key is None else hash((type(self), *map(str, key)))

    def __copy__(self) -> Self:
        twin = type(self).__new__(type(self))
        own, slots = _state_of(self)
        for name, value in (own | slots).items():
            object.__setattr__(twin, name, value)
        twin._record = None if self._record is None else items.copy_record(self._record)  # noqa: SLF001 - its own
        if self._patcher is not None:
            twin._patcher = self._patcher.copy(twin.record)  # noqa: SLF001
        twin._references = None if self._references is None else dict(self._references)  # noqa: SLF001
        return twin

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        twin = memo[id(self)] = self.__copy__()
        own, slots = _state_of(self)
        for name, value in (own | slots).items():
            if name not in _COPIED_ALREADY:
                object.__setattr__(twin, name, deepcopy(value, memo))
        return twin

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} cannot be pickled, as it belongs to a data access: pickle its to_dict()")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._shown_id()}>"


_COPIED_ALREADY: Final = frozenset(BaseModel.__slots__) - {"_references"}


def _state_of(model: BaseModel) -> tuple[dict[str, Any], dict[str, Any]]:
    # What a model holds: of a subclass that has a __dict__, and of all slots.
    state: Any = object.__getstate__(model)
    own, slots = state if isinstance(state, tuple) else (state, {})
    return own or {}, slots


bridge_methods(BaseModel)
