"""Patcher: what was set on a model and is not stored yet."""

from typing import Any

from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.attribute import Record

class Patcher:
    """Checks values as they are set, and remembers what has changed.

    Args:
        schema: What the entity declares.
        record: The model's values, which setting changes at once.
    """

    __slots__ = ("_previous", "_record", "_schema", "_sent", "_updates")

    def __init__(self, schema: Schema, record: Record) -> None: ...
    def patch_value(self, name: str, value: Any, *, by_type_only: bool = False) -> None:
        """Set one attribute.

        Args:
            name: The attribute.
            value: Its new value. None where the attribute is not required.
            by_type_only: Whether the attribute's own validation is left to the caller.

        Raises:
            ValidationError: The schema forbids updates, the attribute is read-only or unknown, or the
                value does not fit. The model then stays as it is.
        """

    def check_updates_allowed(self) -> None:
        """Raise ValidationError where the schema forbids updates."""

    @property
    def updates(self) -> Record:
        """The attributes that were set since the model was read or saved, with their values."""

    @property
    def has_updates(self) -> bool:
        """Whether anything was set since the model was read or saved."""

    def stored_value(self, name: str) -> Any:
        """Return an attribute's value as it is stored, whatever was set since; None where it is null.

        Raises:
            ValidationError: The attribute was not read.
        """

    def copy(self, record: Record) -> Patcher:
        """Return a patcher of the same changes for a copy of the model's record."""

    def changes(self) -> Record:
        """Give what a save has to store: what was set, and what watchers make of it."""

    def settle(self, changes: Record) -> None:
        """Take note that these changes are stored."""
