"""PartialRecord: the values of a model of which only some attributes were read."""

from __future__ import annotations

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

    __slots__ = ("unread",)

    def __init__(self, values: Record, unread: frozenset[str]) -> None:
        super().__init__(values)
        self.unread = unread

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default where the attribute is null.

        Raises:
            ValidationError: The attribute was not read.
        """
        return self[key] if key in self else default  # noqa: SIM401 - this is that very method

    def copy(self) -> PartialRecord:
        """Return a copy that refuses the same attributes."""
        return PartialRecord(self, self.unread)

    def __contains__(self, key: object) -> bool:
        if super().__contains__(key):
            return True
        if key in self.unread:
            raise not_read([str(key)])
        return False

    def __missing__(self, key: str) -> Any:
        if key in self.unread:
            raise not_read([key])
        raise KeyError(key)


def not_read(names: list[str], needed_for: str = "") -> ValidationError:
    """Create the error for attributes that are needed and were not read."""
    verb, them = ("was", "it") if len(names) == 1 else ("were", "them")
    purpose = f", but {needed_for} needs {them}" if needed_for else ""
    return ValidationError(f"{', '.join(names)} {verb} not read{purpose}: add {them} to attributes")
