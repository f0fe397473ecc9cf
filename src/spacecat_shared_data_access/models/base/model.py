"""BaseModel: one entity."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, caused
from spacecat_shared_data_access.models.base import accessors, items
from spacecat_shared_data_access.models.base.patcher import Patcher
from spacecat_shared_data_access.models.base.removal import Removal
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import ModelClass
from spacecat_shared_data_access.schema.values import plain

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.postgrest.records import Row
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


class BaseModel(ModelClass, metaclass=ModelMeta):
    """One entity: its values, and the ways to its relatives.

    A subclass names itself (``ENTITY_NAME``) and adds its own methods; those written as ``async def``
    get both faces. Getters (``get_…``), setters (``set_…``, which give the model back) and reference
    accessors are added when the schema is built; a hand-written method of the same name wins.

    A model that was read keeps its row as it came until one of its values is first asked for: of the
    models of a long listing few are asked for many.

    Args:
        collection: Where it comes from.
        record: Its values by Python attribute name. What is null is absent.

    Attributes:
        record: As given, or made of the row.
        is_partial: Whether only some attributes were read, so that an absent one need not be null.
    """

    # The record first, so that a copy of a model does without the row.
    __slots__ = ("record", "is_partial", "_row", "_patcher", "_references", "collection")  # noqa: RUF023 - as above

    schema: ClassVar[Schema]
    _has_own_init: ClassVar[bool] = False

    record: Record
    is_partial: bool
    collection: BaseCollection[Any]
    _row: Row | None
    _patcher: Patcher | None
    _references: dict[tuple[Any, ...], Any] | None

    def __init__(self, collection: BaseCollection[Any], record: Record) -> None:
        self.record = record
        self.is_partial = False
        self._row = self._patcher = self._references = None
        self.collection = collection

    @classmethod
    def _of_row(cls, collection: BaseCollection[Any], row: Row) -> Self:
        """Make the model of a row that was read.

        A subclass's own ``__init__`` is called, with the record made at once.

        Args:
            collection: Where it comes from.
            row: Its values by column name, some of them not null. Taken over.
        """
        model = cls.__new__(cls)
        model._row = row  # noqa: SLF001 - its own, as below
        model._patcher = model._references = None  # noqa: SLF001
        model.collection = collection
        if cls._has_own_init:
            record, is_partial = model.record, model.is_partial
            model.__init__(collection, record)  # type: ignore[misc] # as calling the class does, on the model that is there
            model.is_partial = is_partial
        return model

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        bridge_methods(cls)
        cls._has_own_init = cls.__init__ is not BaseModel.__init__

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Get the accessors that a schema asks for."""
        super().bind_schema(schema)
        accessors.install_attribute_accessors(cls, schema)
        accessors.install_reference_getters(cls, schema)

    def __getattr__(self, name: str) -> Any:
        # Only what is not there comes here: what is made of the row when it is first asked for, or an
        # accessor that depends on a target's schema.
        if name == "record":
            return self._made_record()
        if name == "is_partial":
            self._made_record()
            return self.is_partial
        if accessors.install_sorted_getters(type(self), name):
            return getattr(self, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

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
        """Give the id."""
        return self.record.get(self.schema.id_name)  # type: ignore[return-value] # stored entities have one

    def get_created_at(self) -> str | None:
        """Give the timestamp of creation."""
        return self.record.get("created_at")

    def get_updated_at(self) -> str | None:
        """Give the timestamp of the last change; None where the table keeps none."""
        return self.record.get("updated_at")

    def get_record_expires_at(self) -> int | None:
        """Give when the record expires, in epoch seconds; None where the schema sets no expiry."""
        return self.record.get("record_expires_at")

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which this entity is removed and upserted: its id."""
        return {self.id_name: self.get_id()}

    def to_dict(self) -> Record:
        """Give the values by Python attribute name, without what is null."""
        record = self.stored_record()
        return {name: record[name] for name in self.schema.attributes if record.get(name) is not None}

    def to_json(self) -> dict[str, Any]:
        """Give the values by JSON name, as the original's ``toJSON``, without what is null."""
        attributes = self.schema.attributes
        return {attributes[name].json_name: value for name, value in self.to_dict().items()}

    async def save(self) -> Self:
        """Store what was set since the model was read or saved. Where nothing was, nothing is sent.

        Returns:
            The model itself.

        Raises:
            ValidationError: The schema forbids updates.
            DataAccessError: The server refused, or the entity is no longer there
                (``Failed to save entity <name> with ID <id>``). What was set is still set.
            UnavailableError: The server could not be reached or could not answer.
        """
        try:
            self.patcher.check_updates_allowed()
            if self.patcher.has_updates:
                await self._store(self.patcher.changes())
        except DataAccessError as error:
            self.log.error("Failed to save record")  # noqa: TRY400 - the failure itself is logged already
            message = f"Failed to save entity {self.entity_name} with ID {self.get_id()}"
            raise caused(message, error) from error
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
        if key is None or self.record.get(key) is None or self.record[key] != parent.get_id():
            return False
        self.remember((accessors.parent_getter(parent),), parent)
        return True

    def recall(self, call: tuple[Any, ...]) -> Any:
        """Give what a reference accessor found before; raises KeyError where it was not followed yet."""
        if self._references is None:
            raise KeyError(call)
        return self._references[call]

    def remember(self, call: tuple[Any, ...], found: Any) -> None:
        """Keep what a reference accessor found until the model is saved or removed."""
        if self._references is None:
            self._references = {}
        self._references[call] = found

    def stored_record(self) -> Record:
        """Give the values as they are stored: what a ``get`` hook made of them is plain again."""
        hooked = {name: plain(self.record[name]) for name, _ in self.schema.get_hooks if name in self.record}
        return {**self.record, **hooked} if hooked else self.record

    def changes_to_save(self) -> Record:
        """Give what a save has to store, whether or not anything was set: for `save_many`."""
        return self.patcher.changes()

    def mark_saved(self, changes: Record) -> None:
        """Take note that these changes are stored."""
        self.patcher.settle(changes)
        self._references = None

    def _made_record(self) -> Record:
        row = self._row
        if row is not None:
            schema = self.schema
            made = items.hydrate(schema, row, self.collection.log)
            is_partial = not schema.stored_columns.issubset(row)
            with _first_touch:
                if self._row is not None:
                    self.record, self.is_partial, self._row = made, is_partial, None
        record: Record = object.__getattribute__(self, "record")  # of a model without one, AttributeError
        return record

    async def _store(self, changes: Record) -> None:
        keys = {name: self.patcher.stored_value(name) for name in self.schema.primary_keys}
        changed = await self.collection._update(keys, changes)  # noqa: SLF001 - model and collection are one unit
        if changed == 0:
            raise PostgrestError("The entity is no longer there")
        self.patcher.settle(changes)

    async def _remove(self) -> Self:
        try:
            await Removal(self).run()
            await self.collection.remove_by_index_keys([self.generate_composite_keys()])
        except DataAccessError as error:
            self.log.error("Failed to remove record")  # noqa: TRY400 - the failure itself is logged already
            message = f"Failed to remove entity {self.entity_name} with ID {self.get_id()}"
            raise caused(message, error) from error
        self._references = None
        return self

    async def _follow(self, reference: Reference) -> Sequence[BaseModel]:
        self._references = None  # what was found before may not be all
        found = await getattr(self, reference.getter)()
        return [found] if isinstance(found, BaseModel) else found or []

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.get_id()}>"


AsyncBaseModel = BaseModel


bridge_methods(BaseModel)
