"""EntityRegistry: the registered entities, and their collections for one service."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.models import ENTITY_MODULES
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.schema import Reference, Schema

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.config import DataAccessConfig
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.postgrest.service import Service

# Entities that are not rows of a table. They have no schema and no references.
_WITHOUT_SCHEMA: Final = frozenset({"Configuration"})
_WITH_SCHEMA: Final = {
    entity: module for entity, module in ENTITY_MODULES.items() if entity not in _WITHOUT_SCHEMA
}


@with_async_name
class EntityRegistry:
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

    _registered: ClassVar[dict[str, Schema | str]] = dict(_WITH_SCHEMA)
    # The references that registered entities gave to schemas of their parents.
    _given: ClassVar[list[tuple[Schema, Reference]]] = []

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None:
        self.service = service
        self.config = config
        self.log = log
        self._collections: dict[str, BaseCollection[Any]] = {}

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
        if not isinstance(schema, Schema):
            raise DataAccessError(
                "An entity is registered by its schema, which SchemaBuilder.build() returns"
            )
        name = schema.model_name
        before = cls._registered.get(name)
        cls._registered[name] = schema
        try:
            cls._give_references()
        except DataAccessError:
            cls._restore(name, before)
            raise

    @classmethod
    def unregister_entity(cls, entity: str) -> None:
        """Unregister an entity; one of the package that was replaced is registered again.

        Its parents lose the references of `SchemaBuilder.add_to_parent`.
        """
        cls._restore(entity, _WITH_SCHEMA.get(entity))

    @classmethod
    def reset_entities(cls) -> None:
        """Unregister all entities except those of the package."""
        cls._registered = dict(_WITH_SCHEMA)
        cls._give_references()

    @classmethod
    def _restore(cls, name: str, registered: Schema | str | None) -> None:
        if registered is None:
            cls._registered.pop(name, None)
        else:
            cls._registered[name] = registered
        cls._give_references()

    @classmethod
    def _give_references(cls) -> None:
        # Let every parent have exactly the references that the registered entities give it.
        wanted = [
            (cls.schema_of(entity), reference)
            for child in list(cls._registered.values())
            if isinstance(child, Schema)
            for entity, reference in child.added_to_parents.items()
            if entity in cls._registered
        ]
        for given in [each for each in cls._given if each not in wanted]:
            parent, reference = given
            parent.remove_child_reference(reference)
            cls._given.remove(given)
        for parent, reference in wanted:
            if (parent, reference) not in cls._given:
                parent.add_child_reference(reference)
                cls._given.append((parent, reference))

    @classmethod
    def is_registered(cls, entity: str) -> bool:
        """Return whether an entity with this name is registered."""
        return entity in cls._registered or entity in _WITHOUT_SCHEMA

    @classmethod
    def entity_names(cls) -> list[str]:
        """Return the names of all registered entities, sorted, including those without a schema."""
        return sorted({*cls._registered, *_WITHOUT_SCHEMA})

    @classmethod
    def schemas(cls) -> Iterator[Schema]:
        """Yield the schemas of all registered entities that have one, sorted by name."""
        return (cls.schema_of(name) for name in sorted(cls._registered))

    @classmethod
    def schema_of(cls, entity: str) -> Schema:
        """Return an entity's schema.

        Raises:
            DataAccessError: No entity with this name is registered, or it has no schema.
        """
        found = cls._registered.get(entity)
        if found is None:
            fault = "has no schema" if entity in _WITHOUT_SCHEMA else "is not registered"
            raise DataAccessError(f"The entity {entity} {fault}")
        if isinstance(found, str):
            schema: Schema = _import_entity(found).schema
            cls._registered[entity] = found = schema
        return found

    def collection_of(self, entity: str) -> BaseCollection[Any]:
        """Return an entity's collection.

        Args:
            entity: The name of an entity, such as ``Ticket``.

        Raises:
            DataAccessError: No entity with this name is registered.
        """
        if entity in _WITHOUT_SCHEMA and entity not in self._registered:
            other: BaseCollection[Any] = self._collection_without_schema(entity)
            return other
        schema = self.schema_of(entity)
        collection = self._collections.get(entity)
        if collection is None or collection.schema is not schema:
            made: BaseCollection[Any] = schema.collection_class(self.service, self, schema, self.log)  # type: ignore[call-arg, assignment] # a BaseCollection
            collection = self._collections[entity] = made
        return collection

    def get_collection(self, collection_name: str) -> BaseCollection[Any]:
        """Return a collection by its own name, such as ``TicketCollection``. Raises as `collection_of`."""
        return self.collection_of(collection_name.removesuffix("Collection"))

    def get_collections(self) -> dict[str, BaseCollection[Any]]:
        """Return all collections by entity name."""
        return {name: self.collection_of(name) for name in self.entity_names()}

    def _collection_without_schema(self, entity: str) -> Any:
        # Any, because it is not a BaseCollection.
        collection = self._collections.get(entity)
        if collection is None:
            made = getattr(_import_entity(ENTITY_MODULES[entity]), f"{entity}Collection")
            collection = self._collections[entity] = made(self.service, self.config, self.log)
        return collection


def _import_entity(module: str) -> ModuleType:
    return import_module(f"spacecat_shared_data_access.models.{module}")
