# mypy: disable-error-code="overload-overlap, override"
"""BaseModel: one entity."""

from logging import Logger
from typing import Any, ClassVar, Self

from spacecat_shared_data_access.models.base.collection import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.patcher import Patcher
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.classes import ModelClass

class ModelMeta(type):
    """Makes models slotted, so that a misspelt attribute is an error and an instance is small."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any
    ) -> ModelMeta:
        """Add empty slots to a class that says nothing of its own."""

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

    __slots__ = ("record", "is_partial", "_row", "_patcher", "_references", "collection")
    schema: ClassVar[Schema]
    record: Record
    is_partial: bool
    collection: BaseCollection[Any]

    def __init__(self, collection: BaseCollection[Any], record: Record) -> None: ...
    @classmethod
    def _of_row(cls, collection: BaseCollection[Any], row: Row) -> Self:
        """Make the model of a row that was read.

        A subclass's own ``__init__`` is called, with the record made at once.

        Args:
            collection: Where it comes from.
            row: Its values by column name, some of them not null. Taken over.
        """

    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Get the accessors that a schema asks for."""

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
        """Give the id."""

    def get_created_at(self) -> str | None:
        """Give the timestamp of creation."""

    def get_updated_at(self) -> str | None:
        """Give the timestamp of the last change; None where the table keeps none."""

    def get_record_expires_at(self) -> int | None:
        """Give when the record expires, in epoch seconds; None where the schema sets no expiry."""

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which this entity is removed and upserted: its id."""

    def to_dict(self) -> Record:
        """Give the values by Python attribute name, without what is null."""

    def to_json(self) -> dict[str, Any]:
        """Give the values by JSON name, as the original's ``toJSON``, without what is null."""

    def save(self) -> Self:
        """Store what was set since the model was read or saved. Where nothing was, nothing is sent.

        Returns:
            The model itself.

        Raises:
            ValidationError: The schema forbids updates.
            DataAccessError: The server refused, or the entity is no longer there
                (``Failed to save entity <name> with ID <id>``). What was set is still set.
            UnavailableError: The server could not be reached or could not answer.
        """

    def remove(self) -> Self:
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

    def adopt(self, parent: BaseModel) -> bool:
        """Take a model as the parent that this entity's reference accessor gives.

        Returns:
            Whether it is the parent: whether this entity holds its id.
        """

    def recall(self, call: tuple[Any, ...]) -> Any:
        """Give what a reference accessor found before; raises KeyError where it was not followed yet."""

    def remember(self, call: tuple[Any, ...], found: Any) -> None:
        """Keep what a reference accessor found until the model is saved or removed."""

    def stored_record(self) -> Record:
        """Give the values as they are stored: what a ``get`` hook made of them is plain again."""

    def changes_to_save(self) -> Record:
        """Give what a save has to store, whether or not anything was set: for `save_many`."""

    def mark_saved(self, changes: Record) -> None:
        """Take note that these changes are stored."""

class AsyncBaseModel(ModelClass, metaclass=ModelMeta):
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

    __slots__ = ("record", "is_partial", "_row", "_patcher", "_references", "collection")
    schema: ClassVar[Schema]
    record: Record
    is_partial: bool
    collection: AsyncBaseCollection[Any]

    def __init__(self, collection: AsyncBaseCollection[Any], record: Record) -> None: ...
    @classmethod
    def _of_row(cls, collection: AsyncBaseCollection[Any], row: Row) -> Self:
        """Make the model of a row that was read.

        A subclass's own ``__init__`` is called, with the record made at once.

        Args:
            collection: Where it comes from.
            row: Its values by column name, some of them not null. Taken over.
        """

    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Get the accessors that a schema asks for."""

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
        """Give the id."""

    def get_created_at(self) -> str | None:
        """Give the timestamp of creation."""

    def get_updated_at(self) -> str | None:
        """Give the timestamp of the last change; None where the table keeps none."""

    def get_record_expires_at(self) -> int | None:
        """Give when the record expires, in epoch seconds; None where the schema sets no expiry."""

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which this entity is removed and upserted: its id."""

    def to_dict(self) -> Record:
        """Give the values by Python attribute name, without what is null."""

    def to_json(self) -> dict[str, Any]:
        """Give the values by JSON name, as the original's ``toJSON``, without what is null."""

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

    def recall(self, call: tuple[Any, ...]) -> Any:
        """Give what a reference accessor found before; raises KeyError where it was not followed yet."""

    def remember(self, call: tuple[Any, ...], found: Any) -> None:
        """Keep what a reference accessor found until the model is saved or removed."""

    def stored_record(self) -> Record:
        """Give the values as they are stored: what a ``get`` hook made of them is plain again."""

    def changes_to_save(self) -> Record:
        """Give what a save has to store, whether or not anything was set: for `save_many`."""

    def mark_saved(self, changes: Record) -> None:
        """Take note that these changes are stored."""
