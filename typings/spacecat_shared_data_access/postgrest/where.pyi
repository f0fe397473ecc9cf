"""Where: conditions beyond a query's keys, as a callback writes them.

``where=lambda attrs, op: op.and_(op.ne(attrs.ticket_status, "Done"), op.is_(attrs.opportunity_id, None))``
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from postgrest import SyncSelectRequestBuilder

from spacecat_shared_data_access.schema import Schema

@dataclass(frozen=True, slots=True)
class Column:
    """A column that a condition is about."""

    name: str

@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison, in PostgREST's words."""

    column: str
    operator: str
    text: str

@dataclass(frozen=True, slots=True)
class Conjunction:
    """Conditions that must all hold."""

    parts: tuple[Condition | Conjunction, ...]

    def __iter__(self) -> Iterator[Condition]: ...

Expression: TypeAlias = Condition | Conjunction

class Attributes:
    """The columns of an entity, for a where callback.

    ``attrs.ticket_status`` is the attribute's column; a name that is no attribute is refused.
    ``attrs["metadata->>cloudId"]`` is a column or JSON path of PostgREST's, as it is.
    """

    __slots__ = ("_schema",)

    def __init__(self, schema: Schema) -> None: ...
    def __getattr__(self, name: str) -> Column: ...
    def __getitem__(self, column: str) -> Column: ...

class Operators:
    """The comparisons of a where callback. Each takes a column of ``attrs`` and a value."""

    __slots__ = ()

    def eq(self, column: Column, value: Any) -> Condition:
        """Equal."""

    def ne(self, column: Column, value: Any) -> Condition:
        """Not equal. A null is neither equal nor unequal to anything."""

    def gt(self, column: Column, value: Any) -> Condition:
        """Greater."""

    def gte(self, column: Column, value: Any) -> Condition:
        """Greater or equal."""

    def lt(self, column: Column, value: Any) -> Condition:
        """Less."""

    def lte(self, column: Column, value: Any) -> Condition:
        """Less or equal."""

    def in_(self, column: Column, values: Any) -> Condition:
        """One of the values; a single value stands for a list of it."""

    def is_(self, column: Column, value: Any) -> Condition:
        """Null (None), true or false."""

    def like(self, column: Column, pattern: str) -> Condition:
        """Like a pattern, where ``%`` or ``*`` is any text and ``_`` any character."""

    def ilike(self, column: Column, pattern: str) -> Condition:
        """Like a pattern, whatever the case."""

    def contains(self, column: Column, value: Any) -> Condition:
        """An array column that holds the value or all of the values; a JSON column that holds a map."""

    def and_(self, *conditions: Expression | None) -> Conjunction:
        """All of the conditions; None among them is left out."""

Where: TypeAlias = Callable[[Attributes, Operators], Expression | None]
"A where callback: takes the entity's columns and the comparisons, gives a condition or None."
OPERATORS: Final[Operators]

def apply_where(
    query: SyncSelectRequestBuilder, where: Where | None, schema: Schema
) -> SyncSelectRequestBuilder:
    """Add what a where callback asks for to a query.

    Raises:
        ValidationError: The callback is none, names what is no attribute, or gives no condition.
    """
