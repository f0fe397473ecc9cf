"""Index: attributes by which an entity is found and ordered."""

from dataclasses import dataclass
from enum import StrEnum

class IndexType(StrEnum):
    """What an index is for."""

    PRIMARY = "primary"
    ALL = "all"
    BELONGS_TO = "belongs_to"
    OTHER = "other"

@dataclass(frozen=True, slots=True)
class Index:
    """One way to look an entity up.

    Attributes:
        name: ``primary``, or the name that the ``index`` option of a query takes.
        type: What it is for.
        partition_keys: Attributes that a query by this index must give; none for an all-index.
        sort_keys: Attributes that order what it finds, and may narrow it.
    """

    name: str
    type: IndexType
    partition_keys: tuple[str, ...]
    sort_keys: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """All its attributes, the partition keys first."""

    def covers(self, names: tuple[str, ...]) -> bool:
        """Tell whether attributes of these names, and no others, can be looked up by this index."""
