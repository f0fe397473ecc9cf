"""Builds rows, as the database stores them, from attributes."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema import Schema

Entity: TypeAlias = str | type[BaseModel] | BaseCollection[Any]
"An entity by its name, its model's class, or its collection: ``data_access.Ticket``."

def schema_of(entity: Entity) -> Schema:
    """Return an entity's schema.

    Raises:
        DataAccessError: No such entity is registered, or it has no table.
    """

def row(entity: Entity, attributes: Mapping[str, Any] | None = None, /, **more: Any) -> Row:
    """Build a row, by column, as PostgREST returns it.

    Other attributes have the values of a new entity: an ID, timestamps, the schema's defaults. All other
    columns are null. Values are not validated, since a test may need an invalid row.

    Args:
        entity: The entity.
        attributes: Values by attribute name, in Python or JSON spelling.
        **more: Further values by Python attribute name.

    Raises:
        ValidationError: A name is not an attribute or is given twice, or a value cannot be stored.
        DataAccessError: No such entity is registered.
    """
