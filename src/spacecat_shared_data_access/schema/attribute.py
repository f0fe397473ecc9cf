"""Attribute: the declaration of one property of an entity, with its three names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal, get_args

from spacecat_shared_data_access.schema.naming import snake_to_camel

Record = dict[str, Any]
"""A model's values by Python attribute name. Values are JSON; null values are left out."""

ScalarType = Literal["string", "number", "boolean", "list", "map", "set", "any"]
TYPES: Final[tuple[str, ...]] = get_args(ScalarType)

Validator = Callable[..., object]
"""Called with the value and, if it has a second parameter, the record. Rejects by False or an error."""


class Missing:
    """The type of `MISSING`, the default of parameters for which None is a value."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = Missing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One property of an entity.

    Attributes:
        name: The Python name (snake case), used in records, options and messages.
        type: ``string``, ``number``, ``boolean``, ``list``, ``map``, ``set``, ``any`` or, for an enum, a
            StrEnum or a tuple of the values.
        required: Whether a stored entity must have a value.
        read_only: Whether the value cannot be changed after creation.
        default: The value to use on creation if none is given, or a callable without parameters that
            returns it.
        postgrest_field: The column, if its name differs from the attribute's.
        postgrest_ignore: Whether there is no column: the attribute is neither selected nor written.
        watch: The attributes whose change runs `set` on an update: names, or ``*`` for any.
        set: Converts a value that is set. Called with the value (None if there is none) and the record.
        get: Converts a value that is read. Called with the value.
        validate: Rejects a value by returning False or raising ValidationError.
        items: The declaration of a list's or set's items, such as ``{"type": "string"}``.
        properties: The declaration of a map's values.
        hidden: Whether the attribute is left out of listings meant for people.
        secret: Whether the values must not appear in log lines and errors.
        is_id: Whether it is the entity's ID, whose column is always ``id``.
        description: What it is, in a sentence, for its JSON Schema.
    """

    name: str
    type: str | tuple[str, ...] | type[StrEnum]
    required: bool = False
    read_only: bool = False
    default: Any = MISSING
    postgrest_field: str | None = None
    postgrest_ignore: bool = False
    watch: str | tuple[str, ...] = ()
    set: Callable[[Any, Record], Any] | None = None
    get: Callable[[Any], Any] | None = None
    validate: Validator | None = None
    items: Mapping[str, Any] | None = None
    properties: Mapping[str, Any] | None = None
    hidden: bool = False
    secret: bool = False
    is_id: bool = False
    description: str | None = None

    @property
    def json_name(self) -> str:
        """The name in JSON: ``ticketKey`` for ``ticket_key``."""
        return snake_to_camel(self.name)

    @property
    def stored_name(self) -> str:
        """The column name to use in queries, even if the attribute has no column."""
        if self.is_id and not self.postgrest_ignore:
            return "id"
        return self.postgrest_field or self.name

    @property
    def column(self) -> str | None:
        """The column, or None if there is none."""
        return None if self.postgrest_ignore else self.stored_name

    @property
    def values(self) -> tuple[str, ...] | None:
        """The values of an enum attribute, in order; None for other types."""
        if isinstance(self.type, str):
            return None
        return tuple(str(value) for value in self.type)

    def make_default(self) -> Any:
        """Return the value to use on creation if none is given; `MISSING` if there is no default."""
        if self.default is MISSING:
            return MISSING
        return self.default() if callable(self.default) else deepcopy(self.default)

    def watches(self, changed: Mapping[str, Any]) -> bool:
        """Return whether a change of these attributes runs `set` on an update."""
        return self.watch == "*" or any(name in changed for name in self.watch)
