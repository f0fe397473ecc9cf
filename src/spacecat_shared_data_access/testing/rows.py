"""Builds rows, as the database stores them, from attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, EntityRegistry
from spacecat_shared_data_access.models.base.items import ItemBuilder
from spacecat_shared_data_access.postgrest.rows import Row, record_to_row
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.values import new_id

Entity = str | type[BaseModel] | BaseCollection[Any]
"""An entity by its name, its model's class, or its collection: ``data_access.Ticket``."""


def schema_of(entity: Entity) -> Schema:
    """Return an entity's schema.

    Raises:
        DataAccessError: No such entity is registered, or it has no table.
    """
    if isinstance(entity, BaseCollection):
        return entity.schema
    return EntityRegistry.schema_of(entity if isinstance(entity, str) else entity.ENTITY_NAME)


def row(entity: Entity, attributes: Mapping[str, Any] | None = None, /, **more: Any) -> Row:
    """Build a row, by column, as PostgREST returns it.

    Other attributes have the values of a new entity: an ID, timestamps, the schema's defaults, and an ID for
    each parent that the entity must have. All other columns are null. Values are not validated, since a test
    may need an invalid row: pass ``organization_id=None`` for one without its parent.

    Args:
        entity: The entity.
        attributes: Values by attribute name, in Python or JSON spelling.
        **more: Further values by Python attribute name.

    Raises:
        ValidationError: A name is not an attribute or is given twice, or a value cannot be stored.
        DataAccessError: No such entity is registered.
    """
    schema = schema_of(entity)
    record = ItemBuilder(schema).with_defaults({**(attributes or {}), **more})
    for parent in schema.parents:
        if schema.attributes[parent.foreign_key].required:
            record.setdefault(parent.foreign_key, new_id())
    return {**dict.fromkeys(schema.columns.values()), **record_to_row(schema, record)}
