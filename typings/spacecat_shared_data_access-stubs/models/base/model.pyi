# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Iterator, MutableMapping
from logging import Logger
from typing import Any, ClassVar, Generic, Never, NoReturn, Self, SupportsIndex, TypeVar, overload, type_check_only

from spacecat_shared_data_access.models.base.changes import Changes, Patcher
from spacecat_shared_data_access.models.base.collection import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import ModelClass

class ModelMeta(type):
    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any) -> ModelMeta: ...

class BaseModel(ModelClass, metaclass=ModelMeta):
    __slots__ = ("_patcher", "_record", "_references", "collection")
    schema: ClassVar[Schema]
    collection: BaseCollection[Any]

    def __init__(self, collection: BaseCollection[Any], record: MutableMapping[str, Any]) -> None: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def bind_schema(cls, schema: Schema) -> None: ...
    @classmethod
    def has_default(cls, *names: str) -> bool: ...
    @classmethod
    def json_schema(cls) -> dict[str, Any]: ...
    @property
    def id(self) -> str: ...
    @property
    def record(self) -> MutableMapping[str, Any]: ...
    @property
    def is_partial(self) -> bool: ...
    @property
    def service(self) -> Service: ...
    @property
    def log(self) -> Logger: ...
    @property
    def blocking(self) -> bool: ...
    @property
    def entity_name(self) -> str: ...
    @property
    def id_name(self) -> str: ...
    @property
    def patcher(self) -> Patcher: ...
    def get_id(self) -> str: ...
    def get_created_at(self) -> str | None: ...
    def get_updated_at(self) -> str | None: ...
    def get_record_expires_at(self) -> int | None: ...
    def get_stored_text(self, name: str) -> str | None: ...
    def generate_composite_keys(self) -> dict[str, Any]: ...
    def to_dict(self) -> Record: ...
    def to_json(self) -> dict[str, Any]: ...
    def save(self, *, if_unchanged: bool = False) -> Self: ...
    def update(self, **values: Any) -> Self: ...
    def remove(self) -> Self: ...
    def remove_as_dependent(self) -> Self: ...
    def cached_reference(self, call: tuple[Any, ...]) -> Any: ...
    def cache_reference(self, call: tuple[Any, ...], found: Any) -> None: ...
    def forget_references(self) -> None: ...
    def to_row(self, changes: Record) -> Row: ...
    def store_changes(self, changes: Changes) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...
    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn: ...
    def __rich_repr__(self) -> Iterator[Any]: ...

class AsyncBaseModel(ModelClass, metaclass=ModelMeta):
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
    collection: AsyncBaseCollection[Any]

    def __init__(self, collection: AsyncBaseCollection[Any], record: MutableMapping[str, Any]) -> None: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Add the accessors of a schema. Called when the schema is built."""

    @classmethod
    def has_default(cls, *names: str) -> bool:
        """Return whether methods of this model are those of `BaseModel`, not overridden."""

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema (draft 2020-12) of what `to_json` returns for a whole, stored entity.

        Properties have JSON names. Null values are left out of `to_json`, so ``required`` has the attributes
        that every stored entity has. On creation those with a default may be missing.
        """

    @property
    def id(self) -> str:
        """The entity's ID."""

    @property
    def record(self) -> MutableMapping[str, Any]:
        """The values by Python attribute name. Null values are absent.

        If the model was read in part, an attribute that was not read raises ValidationError: see
        `RowRecord`.
        """

    @property
    def is_partial(self) -> bool:
        """Whether only some attributes were read, so that an absent one may not be null."""

    @property
    def service(self) -> Service:
        """Sends requests to the server."""

    @property
    def log(self) -> Logger:
        """The logger of the data access."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; otherwise they return an awaitable."""

    @property
    def entity_name(self) -> str:
        """The entity's name in messages: ``oAuthNonce``."""

    @property
    def id_name(self) -> str:
        """The name of the ID attribute: ``o_auth_nonce_id``."""

    @property
    def patcher(self) -> Patcher:
        """The changes that are not stored yet."""

    def get_id(self) -> str:
        """Return the entity's ID."""

    def get_created_at(self) -> str | None:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str | None:
        """Return the timestamp of the last change; None if the table has none."""

    def get_record_expires_at(self) -> int | None:
        """Return when the record expires, in epoch seconds; None if the schema sets no expiry."""

    def get_stored_text(self, name: str) -> str | None:
        """Return the exact text that the database stores for an attribute; None if it is not a text.

        A timestamp has its microseconds, which the getter truncates. So a filter for equality with this
        text finds the row, and ``op.gt`` excludes it.

        Args:
            name: The attribute, such as ``created_at``. Unsaved changes are ignored.

        Raises:
            ValidationError: There is no such attribute, or it was not read.
        """

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the attributes and values that identify this entity in removals and upserts: its ID."""

    def to_dict(self) -> Record:
        """Return the values by Python attribute name, without those that are null or were not read.

        Nested values are copied.
        """

    def to_json(self) -> dict[str, Any]:
        """Return the values by JSON name, as the original's ``toJSON``, without those that are null."""

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

    async def remove_as_dependent(self) -> Self:
        """Remove the entity as `remove` does, even if its schema forbids removal: together with a parent.

        Raises:
            DataAccessError: The server refused: see `remove`.
            UnavailableError: The server could not be reached or could not respond.
        """

    def cached_reference(self, call: tuple[Any, ...]) -> Any:
        """Return the cached result of a reference accessor. A list is copied, so that callers may change it.

        Args:
            call: The accessor's name and its arguments.

        Raises:
            KeyError: Nothing is cached for this call.
        """

    def cache_reference(self, call: tuple[Any, ...], found: Any) -> None:
        """Cache the result of a reference accessor until the model is saved or removed.

        Args:
            call: The accessor's name and its arguments.
            found: Its result.
        """

    def forget_references(self) -> None:
        """Clear the cached results of the reference accessors, so that they query again."""

    def to_row(self, changes: Record) -> Row:
        """Return the complete row to store: exactly as it was read, with some changes.

        Args:
            changes: New values by Python attribute name.
        """

    async def store_changes(self, changes: Changes) -> None:
        """Store the patcher's changes as `save` does, for a caller that wraps the errors itself.

        Args:
            changes: `Patcher.changes`. Nothing is sent if none of them has a column.

        Raises:
            DataAccessError: The server refused, or the entity no longer exists.
            UnavailableError: The server could not be reached or could not respond.
        """

    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...
    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn: ...
    def __rich_repr__(self) -> Iterator[Any]: ...

_Get_co = TypeVar("_Get_co", covariant=True)
_Set_contra = TypeVar("_Set_contra", contravariant=True)

@type_check_only
class EntityAttributes:
    """The ``attrs`` of a ``where`` callback."""

    def __getitem__(self, column: str) -> Column: ...

@type_check_only
class ReadOnly(Generic[_Get_co]):
    """A property that cannot be assigned; a column among the ``attrs`` of a ``where`` callback."""

    @overload
    def __get__(self, model: EntityAttributes, owner: object = None) -> Column: ...
    @overload
    def __get__(self, model: object, owner: object = None) -> _Get_co: ...
    def __set__(self, model: object, value: Never) -> None: ...

@type_check_only
class Writable(ReadOnly[_Get_co], Generic[_Get_co, _Set_contra]):
    """A property that can be assigned."""

    def __set__(self, model: object, value: _Set_contra) -> None: ...
