"""Rows as the database holds them, made of attributes."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema import Schema

Entity: TypeAlias = str | type[BaseModel] | BaseCollection[Any]
"An entity by its name, its model's class, or its collection: ``data_access.Ticket``."

def schema_of(entity: Entity) -> Schema:
    """Give an entity's schema.

    Raises:
        DataAccessError: No such entity is registered, or it is not kept in a table.
    """

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
