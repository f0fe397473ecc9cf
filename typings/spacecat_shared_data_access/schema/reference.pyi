"""Reference: how one entity points at another."""

from dataclasses import dataclass
from enum import StrEnum

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
    sort_keys: tuple[str, ...] = ...
    required: bool = True
    remove_dependents: bool = False

    def __post_init__(self) -> None: ...
    @property
    def entity(self) -> str:
        """The entity it leads to: ``Ticket``."""

    @property
    def foreign_key(self) -> str:
        """For belongs_to: the attribute that holds the parent's id."""

    @property
    def getter(self) -> str:
        """The accessor that follows it: ``get_tickets``, ``get_organization``."""

    @property
    def leads_down(self) -> bool:
        """Whether it leads from a parent to its children."""
