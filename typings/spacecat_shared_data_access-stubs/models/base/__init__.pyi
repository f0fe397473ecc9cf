from spacecat_shared_data_access.models.base.collection import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.model import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.registry import AsyncEntityRegistry, EntityRegistry
from spacecat_shared_data_access.models.base.results import BatchResult, CreateResult, DatastoreType, ErrorItem, Page

__all__ = [
    "AsyncBaseCollection",
    "AsyncBaseModel",
    "AsyncEntityRegistry",
    "BaseCollection",
    "BaseModel",
    "BatchResult",
    "CreateResult",
    "DatastoreType",
    "EntityRegistry",
    "ErrorItem",
    "Page",
]
