"""Where: conditions beyond a query's keys, as a callback writes them.

``where=lambda attrs, op: op.and_(op.ne(attrs.ticket_status, "Done"), op.is_(attrs.opportunity_id, None))``
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn, TypeAlias, TypeVar

from postgrest import SyncSelectRequestBuilder

from spacecat_shared_data_access.schema import Schema

T = TypeVar("T")

class _NotABoolean:
    __slots__ = ()

    def __bool__(self) -> NoReturn: ...

@dataclass(frozen=True, slots=True, eq=False)
class Column(_NotABoolean):
    """A column that a condition is about. Compare it with ``op``: ``op.eq(attrs.title, "a")``.

    Attributes:
        name: The column, or a path of PostgREST's.
        label: What messages call it: the attribute's name.
        is_timestamp: Whether its values are timestamps.
    """

    name: str
    label: str
    is_timestamp: bool = False

    def __eq__(self, other: object) -> NoReturn: ...
    def __ne__(self, other: object) -> NoReturn: ...
    def __lt__(self, other: object) -> NoReturn: ...
    def __le__(self, other: object) -> NoReturn: ...
    def __gt__(self, other: object) -> NoReturn: ...
    def __ge__(self, other: object) -> NoReturn: ...
    def __contains__(self, other: object) -> NoReturn: ...

@dataclass(frozen=True, slots=True)
class Condition(_NotABoolean):
    """One comparison, in PostgREST's words.

    Attributes:
        column: The column.
        operator: PostgREST's operator, such as ``eq``.
        text: What it is compared with, as PostgREST reads it.
        values: The values of an ``in`` condition, each as a filter's text.
    """

    column: Column
    operator: str
    text: str
    values: tuple[str, ...] = ...

    @property
    def is_long(self) -> bool:
        """Whether this is a list that is split over several requests where that is possible."""

    def split(self) -> Iterator[Condition]:
        """Yield conditions on a part of the values each, which together match the same rows."""

@dataclass(frozen=True, slots=True)
class Conjunction(_NotABoolean):
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
        """One of the values; a single value stands for a list of it.

        A list of more than 4,000 bytes is split over several requests where the result allows it: see
        `Options`.
        """

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

def conditions_of(where: Where | None, schema: Schema) -> tuple[Condition, ...]:
    """Call a where callback and return its conditions, all of which must hold.

    Args:
        where: The callback; None for no condition.
        schema: The entity whose attributes it names.

    Raises:
        ValidationError: `where` is not callable, uses an unknown attribute, or does not return a
            condition.
        TypeError: It uses a column or a condition as a boolean, or compares a column without ``op``.
    """

def apply_conditions(
    query: SyncSelectRequestBuilder, conditions: Iterable[Condition]
) -> SyncSelectRequestBuilder:
    """Add conditions to a query."""
