"""The roots of models and collections: what a schema must know of the two classes it joins."""

from typing import ClassVar

from spacecat_shared_data_access.schema.schema import Schema

class ModelClass:
    """The root of `BaseModel`."""

    __slots__ = ()
    ENTITY_NAME: ClassVar[str]
    schema: ClassVar[Schema]

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Take the schema that was built for this class."""

class CollectionClass:
    """The root of `BaseCollection`."""

    COLLECTION_NAME: ClassVar[str]

    @classmethod
    def bind_schema(cls, schema: Schema) -> None:
        """Take the schema that was built for this class."""
