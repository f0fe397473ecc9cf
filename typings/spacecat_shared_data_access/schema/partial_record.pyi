"""PartialRecord: the values of a model of which only some attributes were read."""

from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.attribute import Record

class PartialRecord(Record):
    """A record that refuses to be asked for an attribute that was not read.

    An attribute that was not read is not null: whatever decides by it would decide wrongly. Once it is
    set it can be asked for. Iterating gives what is known.

    Args:
        values: The attributes that were read, by Python attribute name.
        unread: The attributes that were not read.

    Attributes:
        unread: The attributes that were not read.
    """

    unread: frozenset[str]
    __slots__ = ("unread",)

    def __init__(self, values: Record, unread: frozenset[str]) -> None: ...
    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default where the attribute is null.

        Raises:
            ValidationError: The attribute was not read.
        """

    def copy(self) -> PartialRecord:
        """Return a copy that refuses the same attributes."""

    def __contains__(self, key: object) -> bool: ...
    def __missing__(self, key: str) -> Any: ...

def unknown_in(record: Record, names: tuple[str, ...]) -> list[str]:
    """Return those of some attributes that a record does not know, as they were not read."""

def not_read(names: list[str], needed_for: str = "") -> ValidationError:
    """Create the error for attributes that are needed and were not read."""
