"""What all parts of a collection build on: its entity, its table, and its two faces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Generic, NoReturn, TypeVar

from spacecat_shared_data_access.errors import (
    DataAccessError,
    PostgrestError,
    ValidationError,
    unknown_attribute,
)
from spacecat_shared_data_access.models.base import accessors
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.datastore import DatastoreType
from spacecat_shared_data_access.models.base.failures import failure
from spacecat_shared_data_access.postgrest.records import Row, is_empty_row
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable
from spacecat_shared_data_access.schema.classes import CollectionClass
from spacecat_shared_data_access.schema.values import copy_json

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.base.model import BaseModel
    from spacecat_shared_data_access.models.base.registry import EntityRegistry
    from spacecat_shared_data_access.postgrest.request import Table
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Schema

M = TypeVar("M", bound="BaseModel")


@with_async_name
class CollectionCore(Uncopyable, CollectionClass, Generic[M]):
    """The root of collections.

    Args:
        service: The way to the server.
        registry: Where references find other collections.
        schema: What the entity declares.
        log: Where to write what happens.

    Raises:
        DataAccessError: There is no service.
    """

    COLLECTION_NAME: ClassVar[str] = ""
    DATASTORE_TYPE: ClassVar[DatastoreType] = DatastoreType.POSTGREST

    def __init__(self, service: Service, registry: EntityRegistry, schema: Schema, log: Logger) -> None:
        if service is None:
            raise DataAccessError("service is required")
        self.service = service
        self.registry = registry
        self.schema = schema
        self.log = log
        self.entity_name: str = schema.entity_name
        self.id_name: str = schema.id_name
        self.table_name: str = schema.table
        self._id_column = schema.attributes[schema.id_name].stored_name
        self.table: Table = service.table(schema.table)

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        bridge_methods(cls)
        with_async_name(cls)

    @classmethod
    def _bind_schema(cls, schema: Schema) -> None:
        """Get the finders that a schema's indexes ask for."""
        accessors.install_finders(cls, schema)

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""
        return self.service.blocking

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
        if row is not None and not isinstance(row, Mapping):
            raise ValidationError("row must be a mapping by column name")
        return next(iter(self._instances([copy_json(dict(row or {}))], is_whole=False)), None)

    def _instances(self, rows: list[Row], *, is_whole: bool = True) -> list[M]:
        model_class: type[M] = self.schema.model_class  # type: ignore[assignment] # a BaseModel
        id_column = self._id_column
        models: list[M] = []
        for row in rows:
            if row.get(id_column) is None and is_empty_row(row):
                self.log.warning("Failed to create instance of [%s]: record is empty", self.entity_name)
            else:
                models.append(model_class._of_row(self, row, is_whole=is_whole))  # type: ignore[arg-type] # noqa: SLF001 - a BaseCollection; model and collection are one unit
        if self.schema.virtual_defaults:
            for model in models:
                _ = model.record  # such a default may be a matter of time: it is made now
        return models

    @contextmanager
    def _translate_errors(self, message: str) -> Iterator[None]:
        # What the wire and what validation refuse becomes the error that says what failed.
        try:
            yield
        except (PostgrestError, ValidationError) as error:
            raise failure(self.schema, self.log, message, error) from error

    def __getattr__(self, name: str) -> NoReturn:
        # Only what is not there comes here.
        raise unknown_attribute(self, name, dir(type(self)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.table_name}>"
