"""What there is to tell about an entity, as data: what `entities` and `describe` print."""

from typing import Any, Final

from spacecat_shared_data_access.schema import Schema

WITHOUT_SCHEMA: Final[str]

def summary_of(entity: str) -> dict[str, Any]:
    """Tell an entity's name, its table (None where it has none) and, in a sentence, what it is."""

def description_of(schema: Schema) -> dict[str, Any]:
    """Tell all that a schema declares, as JSON values by Python names."""

def description_of_configuration() -> dict[str, Any]:
    """Tell what there is to tell about Configuration, which is no table and has no schema."""

def accessors_of(schema: Schema) -> dict[str, dict[str, list[str]]]:
    """Give the names of an entity's methods, but those that all entities have.

    They are looked up on the classes, so that none is told that is not there.
    """
