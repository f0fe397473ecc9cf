"""BaseModel: read, change, save and remove one entity."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from copy import copy, deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self, SupportsIndex

from spacecat_shared_data_access.errors import (
    ConflictError,
    DataAccessError,
    PostgrestError,
    ValidationError,
    unknown_attribute,
    wrap_error,
)
from spacecat_shared_data_access.models.base import accessors
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.changes import Changes, Patcher
from spacecat_shared_data_access.models.base.properties import set_attributes
from spacecat_shared_data_access.models.base.record import RowRecord, plain_values, twin_of
from spacecat_shared_data_access.models.base.results import copy_of_result
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.rows import Row, record_to_row
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import ModelClass
from spacecat_shared_data_access.schema.json_schema import json_schema_of
from spacecat_shared_data_access.schema.values import to_jsonable

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Schema


class ModelMeta(type):
    """Gives models slots, so that a misspelled attribute is an error and an instance is small."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any
    ) -> ModelMeta:
        """Add empty slots to a class that declares none."""
        namespace.setdefault("__slots__", ())
        return super().__new__(mcs, name, bases, namespace, **kwargs)


@with_async_name
class BaseModel(ModelClass, metaclass=ModelMeta):
    """One entity.

    A subclass sets ``ENTITY_NAME`` and adds its own methods; those written as ``async def`` can be called
    from the sync and the async API. Getters (``get_…``), setters (``set_…``, which return the model) and
    reference accessors are added when the schema is built, except those that the subclass defines itself.

    A model keeps the row that it was read from, and its getters read from that: see `RowRecord`.

    Two models are equal if they have the same class and the same primary key. A copy is independent of the
    model; a model cannot be pickled.

    Args:
        collection: The collection that it belongs to.
        record: Its values by Python attribute name. Null values are absent. For a model that was read, a
            `RowRecord`.
    """

    __slots__ = ("_patcher", "_record", "_references", "collection")

    schema: ClassVar[Schema]

    collection: BaseCollection[Any]
    _record: MutableMapping[str, Any]
    _patcher: Patcher | None
    _references: dict[tuple[Any, ...], Any] | None

    def __init__(self, collection: BaseCollection[Any], record: MutableMapping[str, Any]) -> None:
        # As assignments to self, but without the cost of __setattr__: this runs for every row.
        _set_collection(self, collection)
        _set_record(self, record)
        _set_patcher(self, None)
        _set_references(self, None)

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        bridge_methods(cls)
        with_async_name(cls)

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Add the accessors of a schema. Called when the schema is built."""
        super().bind_schema(schema)
        accessors.install_attribute_accessors(cls, schema)
        accessors.install_reference_getters(cls, schema)

    @classmethod
    def has_default(cls, *names: str) -> bool:
        """Return whether methods of this model are those of `BaseModel`, not overridden."""
        return all(getattr(cls, name) is getattr(BaseModel, name) for name in names)

    def __getattr__(self, name: str) -> Any:
        # Called only for attributes that do not exist, such as an accessor that needs a target's schema, and
        # for properties that raise AttributeError.
        if accessors.install_sorted_getters(type(self), name) or hasattr(type(self), name):
            return object.__getattribute__(self, name)
        raise unknown_attribute(self, name, dir(type(self)))

    def __setattr__(self, name: str, value: Any) -> None:
        try:
            object.__setattr__(self, name, value)
        except AttributeError:
            if hasattr(type(self), name):
                raise
            raise unknown_attribute(self, name, dir(type(self))) from None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema (draft 2020-12) of what `to_json` returns for a whole, stored entity.

        Properties have JSON names. Null values are left out of `to_json`, so ``required`` has the attributes
        that every stored entity has. On creation those with a default may be missing.
        """
        return json_schema_of(cls.schema)

    @property
    def id(self) -> str:
        """The entity's ID."""
        return self.get_id()

    @property
    def record(self) -> MutableMapping[str, Any]:
        """The values by Python attribute name. Null values are absent.

        If the model was read in part, an attribute that was not read raises ValidationError: see
        `RowRecord`.
        """
        return self._record

    @property
    def is_partial(self) -> bool:
        """Whether only some attributes were read, so that an absent one may not be null."""
        return isinstance(self._record, RowRecord) and self._record.is_partial

    @property
    def service(self) -> Service:
        """Sends requests to the server."""
        return self.collection.service

    @property
    def log(self) -> Logger:
        """The logger of the data access."""
        return self.collection.log

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; otherwise they return an awaitable."""
        return self.collection.service.blocking

    @property
    def entity_name(self) -> str:
        """The entity's name in messages: ``oAuthNonce``."""
        return self.schema.entity_name

    @property
    def id_name(self) -> str:
        """The name of the ID attribute: ``o_auth_nonce_id``."""
        return self.schema.id_name

    @property
    def patcher(self) -> Patcher:
        """The changes that are not stored yet."""
        patcher = self._patcher
        if patcher is None:
            patcher = Patcher(self.schema, self._record)
            _set_patcher(self, patcher)
        return patcher

    # A schema replaces these getters by its own, unless a subclass defines them. Classes without a schema, such as
    # `BaseModel` itself, have them for type checkers and for documentation.

    def get_id(self) -> str:
        """Return the entity's ID."""
        return self._record.get(self.schema.id_name)  # type: ignore[return-value] # a stored entity has one

    def get_created_at(self) -> str | None:
        """Return the timestamp of creation."""
        return self._record.get("created_at")

    def get_updated_at(self) -> str | None:
        """Return the timestamp of the last change; None if the table has none."""
        return self._record.get("updated_at")

    def get_record_expires_at(self) -> int | None:
        """Return when the record expires, in epoch seconds; None if the schema sets no expiry."""
        return self._record.get("record_expires_at")

    def get_stored_text(self, name: str) -> str | None:
        """Return the exact text that the database stores for an attribute; None if it is not a text.

        A timestamp has its microseconds, which the getter truncates. So a filter for equality with this
        text finds the row, and ``op.gt`` excludes it.

        Args:
            name: The attribute, such as ``created_at``. Unsaved changes are ignored.

        Raises:
            ValidationError: There is no such attribute, or it was not read.
        """
        attribute = self.schema.attribute_named(name)
        record = self._stored_record()
        value = record.get(attribute.name)
        if isinstance(record, RowRecord):
            value = record.stored_value(attribute.name)
        return value if isinstance(value, str) else None

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the attributes and values that identify this entity in removals and upserts: its ID."""
        return {self.schema.id_name: self.get_id()}

    def to_dict(self) -> Record:
        """Return the values by Python attribute name, without those that are null or were not read.

        Nested values are copied.
        """
        return plain_values(self._record, self.schema, self.schema.fields)

    def to_json(self) -> dict[str, Any]:
        """Return the values by JSON name, as the original's ``toJSON``, without those that are null."""
        schema = self.schema
        if type(self).to_dict is BaseModel.to_dict:
            return plain_values(self._record, schema, schema.json_fields)
        attributes = schema.attributes
        return {attributes[name].json_name: value for name, value in self.to_dict().items()}

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Store the attributes that were set since the model was read or saved.

        Nothing is sent if nothing was set, or only attributes that are not stored. If another task is saving
        this model, its save ends first.

        Args:
            if_unchanged: Whether to save only if the stored ``updated_at`` is still the one that this model
                was read or saved with.

        Returns:
            The model itself.

        Raises:
            ValidationError: The schema forbids updates; a watcher or the primary key needs an attribute
                that was not read; or ``if_unchanged`` is set and the entity has no ``updated_at``.
            ConflictError: With ``if_unchanged``: the entity was changed or removed meanwhile. The model
                keeps its unsaved changes.
            DataAccessError: The server refused, or the entity no longer exists
                (``Failed to save entity <name> with ID <id>``). The model keeps its unsaved changes.
            UnavailableError: The server could not be reached or could not respond.
        """
        try:
            self.patcher.check_updates_allowed()
            async with self.collection.service.exclusive(self.patcher):
                guard = [self._unchanged_filter()] if if_unchanged else []
                if self.patcher.has_updates:
                    await self._store(self.patcher.changes(), guard)
        except DataAccessError as error:
            self.log.error(  # noqa: TRY400 - the error itself is logged already
                "Failed to save record",
                extra=log_fields(
                    LogEvent.CALL_FAILED, entity=self.entity_name, code=error.code, http_status=error.status
                ),
            )
            message = f"Failed to save entity {self.entity_name} with ID {self._shown_id()}"
            raise wrap_error(message, error) from error
        self.forget_references()
        return self

    async def update(self, **values: Any) -> Self:
        """Set several attributes and save.

        All values are checked before any is set, and nothing is sent if one is invalid.

        Args:
            **values: New values by attribute name.

        Returns:
            The model itself.

        Raises:
            TypeError: A name is not an attribute.
            ValidationError: A value is invalid, or an attribute is read-only; or as for `save`.
            DataAccessError: As for `save`; the model keeps the values as unsaved changes.
            UnavailableError: As for `save`.
        """
        set_attributes(copy(self), values)  # a setter may check other attributes, which may change too
        set_attributes(self, values)
        return await self.save()

    async def remove(self) -> Self:
        """Remove the entity, and before it the dependents that its schema names.

        All dependents, and theirs, are found first. Then they are removed level by level, the deepest first,
        many in a request. See `CascadeDelete`.

        Returns:
            The model itself.

        Raises:
            DataAccessError: The schema forbids removal; or the server refused
                (``Failed to remove entity <name> with ID <id>``): what was removed before stays removed.
            UnavailableError: The server could not be reached or could not respond.
        """
        if not self.schema.options.allow_remove:
            raise DataAccessError(f"The entity {self.schema.model_name} does not allow removal")
        return await self._remove()

    async def remove_as_dependent(self) -> Self:
        """Remove the entity as `remove` does, even if its schema forbids removal: together with a parent.

        Raises:
            DataAccessError: The server refused: see `remove`.
            UnavailableError: The server could not be reached or could not respond.
        """
        return await self._remove()

    def cached_reference(self, call: tuple[Any, ...]) -> Any:
        """Return the cached result of a reference accessor. A list is copied, so that callers may change it.

        Args:
            call: The accessor's name and its arguments.

        Raises:
            KeyError: Nothing is cached for this call.
        """
        return copy_of_result((self._references or {})[call])

    def cache_reference(self, call: tuple[Any, ...], found: Any) -> None:
        """Cache the result of a reference accessor until the model is saved or removed.

        Args:
            call: The accessor's name and its arguments.
            found: Its result.
        """
        # Of two threads that cache at the same time, one may drop what the other one cached.
        references = self._references
        if references is None:
            references = self._references = {}
        references[call] = found

    def forget_references(self) -> None:
        """Clear the cached results of the reference accessors, so that they query again."""
        _set_references(self, None)

    def to_row(self, changes: Record) -> Row:
        """Return the complete row to store: exactly as it was read, with some changes.

        Args:
            changes: New values by Python attribute name.
        """
        schema, record = self.schema, self._stored_record()
        if isinstance(record, RowRecord):
            stored = record.stored_row()
        else:  # the model was created from a dict: values as they are stored, not as hooks return them
            known = {name: to_jsonable(value) for name, value in record.items() if value is not None}
            stored = record_to_row(schema, known)
        stored.update(record_to_row(schema, changes))
        return stored

    def _stored_record(self) -> MutableMapping[str, Any]:
        return self._record if self._patcher is None else self._patcher.stored

    def _shown_id(self) -> str | None:
        # The ID in a message, or None if it was not read.
        try:
            return self.get_id()
        except ValidationError:
            return None

    def _key(self) -> tuple[Any, ...] | None:
        # The stored primary key; None if it was not read, or the model is not stored.
        try:
            key = tuple(map(self._stored_record().get, self.schema.primary_keys))
        except ValidationError:
            return None
        return None if None in key else key

    def _unchanged_filter(self) -> tuple[str, str | None]:
        # The column and text that the PATCH filters by besides the primary key.
        attribute = self.schema.attributes.get("updated_at")
        if attribute is None or attribute.column is None:
            raise ValidationError(f"{self.entity_name} keeps no updated_at, which if_unchanged needs")
        return attribute.column, self.get_stored_text("updated_at")

    async def store_changes(self, changes: Changes) -> None:
        """Store the patcher's changes as `save` does, for a caller that wraps the errors itself.

        Args:
            changes: `Patcher.changes`. Nothing is sent if none of them has a column.

        Raises:
            DataAccessError: The server refused, or the entity no longer exists.
            UnavailableError: The server could not be reached or could not respond.
        """
        await self._store(changes)
        self.forget_references()

    async def _store(self, changes: Changes, guard: Sequence[tuple[str, str | None]] = ()) -> None:
        row = None
        if record_to_row(self.schema, changes.values):
            keys = {name: self.patcher.stored_value(name) for name in self.schema.primary_keys}
            rows = await self.collection.update_row(keys, changes.values, guard)
            if not rows and guard:
                raise ConflictError("The entity was changed or removed since it was read")
            if not rows:
                raise PostgrestError("The entity is no longer there")
            row = rows[0]
        self.patcher.mark_clean(changes, row)

    async def _remove(self) -> Self:
        # A cold start is faster without it.
        from spacecat_shared_data_access.models.base.cascade import CascadeDelete  # noqa: PLC0415 - see above

        try:
            await CascadeDelete(self).run()
            await self.collection.remove_by_index_keys([self.generate_composite_keys()])
        except DataAccessError as error:
            self.log.error(  # noqa: TRY400 - the error itself is logged already
                "Failed to remove record",
                extra=log_fields(
                    LogEvent.CALL_FAILED, entity=self.entity_name, code=error.code, http_status=error.status
                ),
            )
            message = f"Failed to remove entity {self.entity_name} with ID {self._shown_id()}"
            raise wrap_error(message, error) from error
        self.forget_references()
        return self

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
        record = twin_of(self._record)
        copied: dict[str, Any] = {
            "_record": record,
            "_patcher": None if self._patcher is None else self._patcher.copy(record),
            "_references": None if self._references is None else dict(self._references),
        }
        for name, value in (own | slots | copied).items():
            object.__setattr__(twin, name, value)
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

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's protocol
        printer.text(repr(self))

    def __rich_repr__(self) -> Iterator[Any]:
        yield self._shown_id()

    __rich_repr__.angular = True  # type: ignore[attr-defined] # rich then writes <Ticket '…'>


_set_collection, _set_record, _set_patcher, _set_references = (
    getattr(BaseModel, name).__set__ for name in ("collection", "_record", "_patcher", "_references")
)

_COPIED_ALREADY: Final = frozenset(BaseModel.__slots__) - {"_references"}


def _state_of(model: BaseModel) -> tuple[dict[str, Any], dict[str, Any]]:
    # The values of a model's __dict__, if a subclass has one, and of its slots.
    state: Any = object.__getstate__(model)
    own, slots = state if isinstance(state, tuple) else (state, {})
    return own or {}, slots


for _method in (BaseModel.get_id, BaseModel.get_created_at, BaseModel.get_updated_at):
    accessors.mark_generated(_method)

bridge_methods(BaseModel)  # `__init_subclass__` is not called for the class itself
