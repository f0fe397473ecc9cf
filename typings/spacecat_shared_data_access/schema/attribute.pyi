"""Attribute: one declared property of an entity, and its three names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal, TypeAlias

Record: TypeAlias = dict[str, Any]
"A model's values by Python attribute name. Values are JSON; what is null is absent."
ScalarType: TypeAlias = Literal["string", "number", "boolean", "list", "map", "set", "any"]
TYPES: Final[tuple[str, ...]]
Validator: TypeAlias = Callable[..., object]
"Takes the value and, where it has a second parameter, the record. False or an error refuses."

class Missing:
    """The type of `MISSING`, which stands where None would be a value."""

MISSING: Final[Missing]

@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One property of an entity.

    Attributes:
        name: Its Python name (snake case), used in records, options and messages.
        type: ``string``, ``number``, ``boolean``, ``list``, ``map``, ``set``, ``any`` or, for one of
            a set of values, a StrEnum or a tuple of the values.
        required: Whether a stored entity must have it.
        read_only: Whether it keeps for good what creation gave it.
        default: What creation gives where the caller does not: a value, or a callable without
            parameters that makes one.
        postgrest_field: Its column, where that has another name.
        postgrest_ignore: Whether it has no column: it is never selected nor written.
        watch: Whose change makes `set` run on an update: ``*`` for any, or attribute names.
        set: Shapes the value as it is set; takes the value (None where there is none) and the record.
        get: Shapes the value as it is read; takes the value.
        validate: Refuses a value by returning False or by raising ValidationError.
        items: What a list's or set's items are, as data, such as ``{"type": "string"}``.
        properties: What a map holds, as data.
        hidden: Whether it is left out of listings meant for people.
        secret: Whether its values must never show in a log line or an error.
        is_id: Whether it is the entity's id, whose column, where it has one, is always ``id``.
    """

    name: str
    type: str | tuple[str, ...] | type[StrEnum]
    required: bool = False
    read_only: bool = False
    default: Any = ...
    postgrest_field: str | None = None
    postgrest_ignore: bool = False
    watch: str | tuple[str, ...] = ...
    set: Callable[[Any, Record], Any] | None = None
    get: Callable[[Any], Any] | None = None
    validate: Validator | None = None
    items: Mapping[str, Any] | None = None
    properties: Mapping[str, Any] | None = None
    hidden: bool = False
    secret: bool = False
    is_id: bool = False

    @property
    def json_name(self) -> str:
        """Its name in JSON: ``ticketKey`` for ``ticket_key``."""

    @property
    def stored_name(self) -> str:
        """The column that a query names for it, even where it is not stored."""

    @property
    def column(self) -> str | None:
        """Its column, or None where it has none."""

    @property
    def values(self) -> tuple[str, ...] | None:
        """The values that an enum attribute may have, in order; None for other types."""

    def make_default(self) -> Any:
        """Give what creation stores where the caller gave nothing; `MISSING` where that is nothing."""

    def watches(self, changed: Mapping[str, Any]) -> bool:
        """Tell whether a change of these attributes makes `set` run on an update."""
