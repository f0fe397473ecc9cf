"""Reference: how one entity points at another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacecat_shared_data_access.errors import ReferenceError
from spacecat_shared_data_access.schema.naming import entity_for, id_name_for, reference_getter_for


class ReferenceType(StrEnum):
    """The kinds of reference."""

    BELONGS_TO = "belongs_to"
    HAS_MANY = "has_many"
    HAS_ONE = "has_one"


@dataclass(frozen=True, slots=True)
class Reference:
    """A declared way from one entity to another.

    Attributes:
        type: ``belongs_to``, ``has_many`` or ``has_one``.
        target: The entity it leads to, in the number of the declaration (``Ticket``, ``Tickets``).
        sort_keys: For belongs_to: the attributes that order the children of one parent.
        required: For belongs_to: whether a child must have its parent.
        remove_dependents: For has_many and has_one: whether removal takes the children along.

    Raises:
        ReferenceError: The type is unknown, or the target is no text.
    """

    type: ReferenceType
    target: str
    sort_keys: tuple[str, ...] = ()
    required: bool = True
    remove_dependents: bool = False

    def __post_init__(self) -> None:
        prefix = f"[{self.type} -> {self.target}] " if self.type and self.target else ""
        if self.type not in tuple(ReferenceType):
            raise ReferenceError(f"{prefix}Invalid reference type: {self.type}")
        if not isinstance(self.target, str) or not self.target:
            raise ReferenceError(f"{prefix}Invalid target")
        object.__setattr__(self, "type", ReferenceType(self.type))

    @property
    def entity(self) -> str:
        """The entity it leads to: ``Ticket``."""
        return entity_for(self.target)

    @property
    def foreign_key(self) -> str:
        """For belongs_to: the attribute that holds the parent's id."""
        return id_name_for(self.target)

    @property
    def getter(self) -> str:
        """The accessor that follows it: ``get_tickets``, ``get_organization``."""
        return reference_getter_for(self.target, many=self.type is ReferenceType.HAS_MANY)

    @property
    def leads_down(self) -> bool:
        """Whether it leads from a parent to its children."""
        return self.type is not ReferenceType.BELONGS_TO
