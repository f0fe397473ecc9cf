# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Iterator
from logging import Logger
from typing import Any

from spacecat_shared_data_access.config import DataAccessConfig
from spacecat_shared_data_access.models.base.collection import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.schema import Schema

class EntityRegistry:
    service: Service
    config: DataAccessConfig
    log: Logger

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None: ...
    @classmethod
    def register_entity(cls, schema: Schema) -> None: ...
    @classmethod
    def reset_entities(cls) -> None: ...
    @classmethod
    def is_registered(cls, entity: str) -> bool: ...
    @classmethod
    def entity_names(cls) -> list[str]: ...
    @classmethod
    def schemas(cls) -> Iterator[Schema]: ...
    @classmethod
    def schema_of(cls, entity: str) -> Schema: ...
    def collection_of(self, entity: str) -> BaseCollection[Any]: ...
    def get_collection(self, collection_name: str) -> BaseCollection[Any]: ...
    def get_collections(self) -> dict[str, BaseCollection[Any]]: ...

class AsyncEntityRegistry:
    """The collections of all registered entities.

    Entities are registered for the whole process, so that references find their targets; collections
    are made for one service each, when they are first asked for.

    An entity is registered by its schema. Configuration is the exception: it is one versioned document in
    S3, not rows of a table, so there are no attributes, indexes and references to declare. It counts
    among the names and the collections, so that ``data_access.Configuration`` works as any other, but not
    among the schemas. Its collection, named as all are, is made of the service, the configuration and
    the log, and shares no base class with the others.

    Args:
        service: The way to the server.
        config: The configuration that collections may look into.
        log: Where they write what happens.
    """

    service: Service
    config: DataAccessConfig
    log: Logger

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None: ...
    @classmethod
    def register_entity(cls, schema: Schema) -> None:
        """Make an entity known, or replace the one of that name.

        Args:
            schema: As built by SchemaBuilder.
        """

    @classmethod
    def reset_entities(cls) -> None:
        """Forget all entities but the package's own."""

    @classmethod
    def is_registered(cls, entity: str) -> bool:
        """Tell whether an entity of this name is registered."""

    @classmethod
    def entity_names(cls) -> list[str]:
        """Give the names of all registered entities, sorted; those without a schema too."""

    @classmethod
    def schemas(cls) -> Iterator[Schema]:
        """Give the schemas of all registered entities that have one, by name."""

    @classmethod
    def schema_of(cls, entity: str) -> Schema:
        """Give an entity's schema.

        Raises:
            DataAccessError: No entity of this name is registered, or it has no schema.
        """

    def collection_of(self, entity: str) -> AsyncBaseCollection[Any]:
        """Give an entity's collection.

        Args:
            entity: Such as ``Ticket``.

        Raises:
            DataAccessError: No entity of this name is registered.
        """

    def get_collection(self, collection_name: str) -> AsyncBaseCollection[Any]:
        """Give a collection by its own name, such as ``TicketCollection``. Raises as `collection_of`."""

    def get_collections(self) -> dict[str, AsyncBaseCollection[Any]]:
        """Give all collections by entity name."""
