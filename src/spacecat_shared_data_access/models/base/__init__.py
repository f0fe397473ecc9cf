"""The base classes of models and collections, the registry, and results."""

from spacecat_shared_data_access.models.base.async_names import export_async_names
from spacecat_shared_data_access.models.base.collection import BaseCollection
from spacecat_shared_data_access.models.base.model import BaseModel
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.models.base.results import (
    BatchResult,
    CreateResult,
    DatastoreType,
    ErrorItem,
    Page,
)

__all__ = [
    "BaseCollection",
    "BaseModel",
    "BatchResult",
    "CreateResult",
    "DatastoreType",
    "EntityRegistry",
    "ErrorItem",
    "Page",
]

export_async_names(__name__)
