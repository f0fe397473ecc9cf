"""Descriptions of entities as data, for `entities` and `describe`."""

from typing import Any, Final

from spacecat_shared_data_access.schema import Schema

WITHOUT_SCHEMA: Final[str]

def summary_of(entity: str) -> dict[str, Any]:
    """Return an entity's name, its table (None if it has none) and a sentence about it."""

def description_of(schema: Schema) -> dict[str, Any]:
    """Return everything that a schema declares, as JSON values by Python names."""

def description_of_configuration() -> dict[str, Any]:
    """Return the description of Configuration, which has neither a table nor a schema."""

def accessors_of(schema: Schema) -> dict[str, dict[str, list[str]]]:
    """Return the names of an entity's methods, except those that all entities have.

    They are looked up on the classes, so every one of them exists.
    """
