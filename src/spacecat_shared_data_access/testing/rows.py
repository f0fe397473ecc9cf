"""Rows as the database holds them, made of attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, EntityRegistry
from spacecat_shared_data_access.models.base.items import Preparation
from spacecat_shared_data_access.postgrest.records import Row, record_to_row
from spacecat_shared_data_access.schema import Schema

Entity = str | type[BaseModel] | BaseCollection[Any]
"""An entity by its name, its model's class, or its collection: ``data_access.Ticket``."""


def schema_of(entity: Entity) -> Schema:
    """Give an entity's schema.

    Raises:
        DataAccessError: No such entity is registered, or it is not kept in a table.
    """
    if isinstance(entity, BaseCollection):
        return entity.schema
    return EntityRegistry.schema_of(entity if isinstance(entity, str) else entity.ENTITY_NAME)


def row(entity: Entity, attributes: Mapping[str, Any] | None = None, /, **more: Any) -> Row:
    """Make a row as PostgREST gives it, by column.

    What is not given is as a new entity would have it: an id, times, the schema's defaults. Nothing is
    validated: a test may need a row that should not be.

    Args:
        entity: Whose row it is.
        attributes: Values by attribute name, Python's or JSON's.
        **more: Further values by Python attribute name.

    Raises:
        ValidationError: A name is no attribute, or is given twice; or a value cannot be stored.
        DataAccessError: No such entity is registered.
    """
    schema = schema_of(entity)
    return record_to_row(schema, Preparation(schema).with_defaults({**(attributes or {}), **more}))
