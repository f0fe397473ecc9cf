"""Datastores: where a collection keeps its entities."""

from enum import StrEnum

class DatastoreType(StrEnum):
    """The kinds of datastore."""

    POSTGREST = "postgrest"
    S3 = "s3"
