"""Declarations of entities: attributes, indexes, references and validation. No I/O."""

from spacecat_shared_data_access.schema.attribute import Attribute
from spacecat_shared_data_access.schema.builder import SchemaBuilder
from spacecat_shared_data_access.schema.index import Index, IndexType
from spacecat_shared_data_access.schema.reference import Reference, ReferenceType
from spacecat_shared_data_access.schema.schema import Schema, SchemaOptions

__all__ = [
    "Attribute",
    "Index",
    "IndexType",
    "Reference",
    "ReferenceType",
    "Schema",
    "SchemaBuilder",
    "SchemaOptions",
]
