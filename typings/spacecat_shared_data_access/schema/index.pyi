"""Index: the attributes by which entities are queried and ordered."""

from dataclasses import dataclass
from enum import StrEnum

class IndexType(StrEnum):
    """The purpose of an index."""

    PRIMARY = "primary"
    ALL = "all"
    BELONGS_TO = "belongs_to"
    OTHER = "other"

@dataclass(frozen=True, slots=True)
class Index:
    """A way to query entities.

    Attributes:
        name: ``primary``, or the name to give as the ``index`` option of a query.
        type: The purpose of the index.
        partition_keys: The attributes that a query must filter by; none for an index over all entities.
        sort_keys: The attributes that order the results. A query may filter by them too.
    """

    name: str
    type: IndexType
    partition_keys: tuple[str, ...]
    sort_keys: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """All attributes, the partition keys first."""

    def covers(self, names: tuple[str, ...]) -> bool:
        """Return whether a query by exactly these attributes can use this index."""
