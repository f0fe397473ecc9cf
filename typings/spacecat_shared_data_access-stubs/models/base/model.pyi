# mypy: disable-error-code="overload-overlap, override"
from logging import Logger
from typing import Any, ClassVar, NoReturn, Self, SupportsIndex

from spacecat_shared_data_access.models.base.patcher import Patcher

from spacecat_shared_data_access.models.base.collection import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import ModelClass

class ModelMeta(type):
    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any
    ) -> ModelMeta: ...

class BaseModel(ModelClass, metaclass=ModelMeta):
    __slots__ = ("_is_whole", "_patcher", "_record", "_references", "_row", "collection")
    schema: ClassVar[Schema]
    collection: BaseCollection[Any]

    def __init__(self, collection: BaseCollection[Any], record: Record) -> None: ...
    @classmethod
    def _of_row(cls, collection: BaseCollection[Any], row: Row, *, is_whole: bool) -> Self: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def _bind_schema(cls, schema: Schema) -> None: ...
    @property
    def record(self) -> Record: ...
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
    def remove(self) -> Self: ...
    def adopt(self, parent: BaseModel) -> bool: ...
    def stored_record(self) -> Record: ...
    def _row_to_store(self, changes: Record) -> Row: ...
    def changes_to_save(self) -> Record: ...
    def _mark_saved(self, changes: Record, stored: Row | None = None) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...
    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn: ...

class AsyncBaseModel(ModelClass, metaclass=ModelMeta):
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
    collection: AsyncBaseCollection[Any]

    def __init__(self, collection: AsyncBaseCollection[Any], record: Record) -> None: ...
    @classmethod
    def _of_row(cls, collection: AsyncBaseCollection[Any], row: Row, *, is_whole: bool) -> Self:
        """Create the model of a row that was read.

        A subclass's own ``__init__`` is called, with the record made at once.

        Args:
            collection: Where it comes from.
            row: Its values by column name, some of them not null. Taken over, and never changed.
            is_whole: Whether all attributes were asked for: a column that the row lacks is then null.
        """

    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def _bind_schema(cls, schema: Schema) -> None:
        """Get the accessors that a schema asks for."""

    @property
    def record(self) -> Record:
        """The values by Python attribute name. What is null is absent.

        Of a model that was read in part, asking for an attribute that was not read raises
        ValidationError: see `PartialRecord`.
        """

    @property
    def is_partial(self) -> bool:
        """Whether only some attributes were read, so that an absent one need not be null."""

    @property
    def service(self) -> Service:
        """The way to the server."""

    @property
    def log(self) -> Logger:
        """Where to write what happens."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""

    @property
    def entity_name(self) -> str:
        """The entity's name as messages write it: ``oAuthNonce``."""

    @property
    def id_name(self) -> str:
        """The id attribute: ``o_auth_nonce_id``."""

    @property
    def patcher(self) -> Patcher:
        """What was set and is not stored yet."""

    def get_id(self) -> str:
        """Return the entity's ID."""

    def get_created_at(self) -> str | None:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str | None:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_record_expires_at(self) -> int | None:
        """Return when the record expires, in epoch seconds; None where the schema sets no expiry."""

    def get_stored_text(self, name: str) -> str | None:
        """Return the exact text that the database holds for an attribute; None if it holds no text.

        Of a timestamp it has the microseconds, which its getter cuts off: a filter by this text finds the
        very row, and ``op.gt`` by it does not find it again.

        Args:
            name: The attribute, such as ``created_at``. What was set and is not saved does not count.

        Raises:
            ValidationError: There is no such attribute, or it was not read.
        """

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which this entity is removed and upserted: its id."""

    def to_dict(self) -> Record:
        """Return the values by Python attribute name, without what is null or was not read.

        What is nested in them is a copy.
        """

    def to_json(self) -> dict[str, Any]:
        """Give the values by JSON name, as the original's ``toJSON``, without what is null."""

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

    def adopt(self, parent: AsyncBaseModel) -> bool:
        """Take a model as the parent that this entity's reference accessor gives.

        Returns:
            Whether it is the parent: whether this entity holds its id.
        """

    def stored_record(self) -> Record:
        """Return a copy of the record with values as they are stored, not as ``get`` hooks show them."""

    def _row_to_store(self, changes: Record) -> Row:
        """Return the whole row as it is to be stored: as it was read, exactly, with some changes.

        Args:
            changes: Values by attribute name.
        """

    def changes_to_save(self) -> Record:
        """Return what a save has to store: for `save_many`.

        A whole model is stored whether or not anything was set, as in the original; of one that was read
        in part only what was set is.
        """

    def _mark_saved(self, changes: Record, stored: Row | None = None) -> None:
        """Record that these changes are stored.

        Args:
            changes: Values by attribute name.
            stored: The row as it came back, where it did.
        """

    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...
    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn: ...
