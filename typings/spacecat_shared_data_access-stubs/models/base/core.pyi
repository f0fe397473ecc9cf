# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Mapping
from logging import Logger
from typing import Any, ClassVar, Generic, NoReturn

from spacecat_shared_data_access.models.base.datastore import DatastoreType
from typing_extensions import TypeVar

from spacecat_shared_data_access.models.base.registry import AsyncEntityRegistry, EntityRegistry
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.request import Table
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable
from spacecat_shared_data_access.postgrest.where import Attributes
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass

M = TypeVar("M", bound=ModelClass)
_ItemT = TypeVar("_ItemT", default=Mapping[str, Any])
_ValuesT = TypeVar("_ValuesT", default=Mapping[str, Any])
_AttributesT = TypeVar("_AttributesT", default=Attributes)
_NameT = TypeVar("_NameT", default=str)

class CollectionCore(Uncopyable, CollectionClass, Generic[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    service: Service
    registry: EntityRegistry
    schema: Schema
    log: Logger
    entity_name: str
    id_name: str
    table_name: str
    table: Table
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(self, service: Service, registry: EntityRegistry, schema: Schema, log: Logger) -> None: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def _bind_schema(cls, schema: Schema) -> None: ...
    @property
    def blocking(self) -> bool: ...
    def create_instance_from_row(self, row: Row | None) -> M | None: ...
    def __getattr__(self, name: str) -> NoReturn: ...

class AsyncCollectionCore(Uncopyable, CollectionClass, Generic[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    """The root of collections.

    Args:
        service: The way to the server.
        registry: Where references find other collections.
        schema: What the entity declares.
        log: Where to write what happens.

    Raises:
        DataAccessError: There is no service.
    """

    service: Service
    registry: AsyncEntityRegistry
    schema: Schema
    log: Logger
    entity_name: str
    id_name: str
    table_name: str
    table: Table
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(
        self, service: Service, registry: AsyncEntityRegistry, schema: Schema, log: Logger
    ) -> None: ...
    def __init_subclass__(cls, **kwargs: object) -> None: ...
    @classmethod
    def _bind_schema(cls, schema: Schema) -> None:
        """Get the finders that a schema's indexes ask for."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""

    def create_instance_from_row(self, row: Row | None) -> M | None:
        """Make a model of a row that came with another query, such as an embedded one.

        Args:
            row: Values by column name; copied. A column that it lacks counts as not read. None, as for an
                embedded parent that is not there.

        Returns:
            The model; None, with a warning in the log, for an empty row.

        Raises:
            ValidationError: The row is neither a mapping nor None.
        """

    def __getattr__(self, name: str) -> NoReturn: ...
