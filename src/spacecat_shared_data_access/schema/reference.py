"""Reference: a relation between two entities."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacecat_shared_data_access.errors import ReferenceError
from spacecat_shared_data_access.schema.naming import entity_for, id_name_for, reference_getter_for


class ReferenceType(StrEnum):
    """The types of references."""

    BELONGS_TO = "belongs_to"
    HAS_MANY = "has_many"
    HAS_ONE = "has_one"


@dataclass(frozen=True, slots=True)
class Reference:
    """A declared reference from one entity to another.

    Attributes:
        type: ``belongs_to``, ``has_many`` or ``has_one``.
        target: The related entity, in the singular or plural as declared (``Ticket``, ``Tickets``).
        sort_keys: For belongs_to, the attributes that order the children of a parent.
        required: For belongs_to, whether a child must have a parent.
        remove_dependents: For has_many and has_one, whether removing the entity removes its children.

    Raises:
        ReferenceError: The type is unknown, or the target is not a non-empty string.
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
        """The name of the related entity: ``Ticket``."""
        return entity_for(self.target)

    @property
    def foreign_key(self) -> str:
        """For belongs_to, the attribute that holds the parent's ID."""
        return id_name_for(self.target)

    @property
    def getter(self) -> str:
        """The name of its accessor: ``get_tickets``, ``get_organization``."""
        return reference_getter_for(self.target, many=self.type is ReferenceType.HAS_MANY)

    @property
    def name(self) -> str:
        """The name by which ``include`` loads it: that of its accessor without ``get_``."""
        return self.getter.removeprefix("get_")

    @property
    def is_child_reference(self) -> bool:
        """Whether the related entities are children."""
        return self.type is not ReferenceType.BELONGS_TO
