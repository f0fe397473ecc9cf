# mypy: disable-error-code="overload-overlap, override, misc"
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
    def unregister_entity(cls, entity: str) -> None: ...
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

    Entities are registered for the whole process, so that references find their targets. Collections are
    created for one service each, on first use.

    An entity is registered by its schema. Configuration is the exception: it is one versioned document in
    S3, so it has no attributes, indexes and references. It is among the names and the collections, so that
    ``data_access.Configuration`` works, but not among the schemas. Its collection has no base class in
    common with the others.

    Args:
        service: Sends requests to the server.
        config: The configuration of the data access.
        log: Where errors and other events are logged.
    """

    service: Service
    config: DataAccessConfig
    log: Logger

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None: ...
    @classmethod
    def register_entity(cls, schema: Schema) -> None:
        """Register an entity, or replace the one with the same name.

        Parents of `SchemaBuilder.add_to_parent` get their reference now, or when they are registered.

        Args:
            schema: A schema that SchemaBuilder built.

        Raises:
            DataAccessError: ``schema`` is not a Schema; or a parent cannot get its reference, because its
                model has a member of that name. The entity is not registered then.
        """

    @classmethod
    def unregister_entity(cls, entity: str) -> None:
        """Unregister an entity; one of the package that was replaced is registered again.

        Its parents lose the references of `SchemaBuilder.add_to_parent`.
        """

    @classmethod
    def reset_entities(cls) -> None:
        """Unregister all entities except those of the package."""

    @classmethod
    def is_registered(cls, entity: str) -> bool:
        """Return whether an entity with this name is registered."""

    @classmethod
    def entity_names(cls) -> list[str]:
        """Return the names of all registered entities, sorted, including those without a schema."""

    @classmethod
    def schemas(cls) -> Iterator[Schema]:
        """Yield the schemas of all registered entities that have one, sorted by name."""

    @classmethod
    def schema_of(cls, entity: str) -> Schema:
        """Return an entity's schema.

        Raises:
            DataAccessError: No entity with this name is registered, or it has no schema.
        """

    def collection_of(self, entity: str) -> AsyncBaseCollection[Any]:
        """Return an entity's collection.

        Args:
            entity: The name of an entity, such as ``Ticket``.

        Raises:
            DataAccessError: No entity with this name is registered.
        """

    def get_collection(self, collection_name: str) -> AsyncBaseCollection[Any]:
        """Return a collection by its own name, such as ``TicketCollection``. Raises as `collection_of`."""

    def get_collections(self) -> dict[str, AsyncBaseCollection[Any]]:
        """Return all collections by entity name."""
