"""Items: what becomes of values on their way into a record and out of one."""

import logging
from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record

class Preparation:
    """Makes the items of one call ready to be stored.

    All of them have the same time, and get their ids from one draw of random bits. What follows from an
    item's keys is worked out once for each set of keys.

    Args:
        schema: What the entity declares.
        count: How many items there are.
    """

    def __init__(self, schema: Schema, count: int = 1) -> None: ...
    def prepare(self, item: Mapping[str, Any]) -> Record:
        """Make an item ready: plain values, defaults, ``set`` hooks, then validation.

        Args:
            item: Values by Python or JSON attribute name; not changed.

        Raises:
            ValidationError: Names every attribute that is unknown or wrong, joined with ``, ``.
        """

    def with_defaults(self, item: Mapping[str, Any]) -> Record:
        """Give an item's values as plain JSON, with the defaults of what it lacks.

        Raises:
            ValidationError: A key is no attribute, or a value cannot be stored; the message names it.
        """

def plain_values(schema: Schema, values: Mapping[str, Any]) -> Record:
    """Give values as plain JSON by Python attribute name, whichever spelling their keys have.

    Raises:
        ValidationError: A key is no attribute, or a value cannot be stored; the message names it.
    """

def plain_value(name: str, value: Any) -> Any:
    """Return one attribute's value as plain JSON. Raises ValidationError, which names the attribute."""

def hydrate(schema: Schema, row: Row, log: logging.Logger) -> Record:
    """Turn a row into a model's record: ``get`` hooks, and defaults of what has no column.

    Args:
        schema: What the entity declares.
        row: Not changed.
        log: Where to tell of a hook that failed; the value then stays as it is stored.
    """

def watched_values(schema: Schema, record: Record, changed: Mapping[str, Any]) -> Record:
    """Give what watchers set because of a change: ``updated_at``, and whatever is derived.

    Args:
        schema: What the entity declares.
        record: The model's values, the changed ones among them; not changed.
        changed: The attributes that changed.

    Raises:
        ValidationError: A watcher needs attributes that were not read; the message names them.
    """

def copy_record(record: Record) -> Record:
    """Copy a record with all that is nested in it, so that a hook cannot change the model."""
