"""Base classes of models and collections, with what a schema needs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema.schema import Schema


class ModelClass:
    """The base class of `BaseModel`."""

    __slots__ = ()

    ENTITY_NAME: ClassVar[str] = ""
    schema: ClassVar[Schema]

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Set the schema of this class."""
        cls.schema = schema


class CollectionClass:
    """The base class of `BaseCollection`."""

    COLLECTION_NAME: ClassVar[str] = ""
    RESULT_ENTITY: ClassVar[str] = ""

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Do nothing. `BaseCollection` adds the finders of the schema here."""
