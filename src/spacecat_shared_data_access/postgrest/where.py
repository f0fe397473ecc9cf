"""Where: conditions beyond a query's keys, as a callback writes them.

``where=lambda attrs, op: op.and_(op.ne(attrs.ticket_status, "Done"), op.is_(attrs.opportunity_id, None))``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.filters import contained_text, filter_text, is_text, list_text

if TYPE_CHECKING:
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

    def __iter__(self) -> Iterator[Condition]:
        for part in self.parts:
            if isinstance(part, Condition):
                yield part
            else:
                yield from part


Expression = Condition | Conjunction


class Attributes:
    """The columns of an entity, for a where callback.

    ``attrs.ticket_status`` is the attribute's column; a name that is no attribute is refused.
    ``attrs["metadata->>cloudId"]`` is a column or JSON path of PostgREST's, as it is.
    """

    __slots__ = ("_schema",)

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def __getattr__(self, name: str) -> Column:
        if name.startswith("__"):
            raise AttributeError(name)
        return Column(self._schema.attribute_named(name).stored_name)

    def __getitem__(self, column: str) -> Column:
        if not isinstance(column, str) or not column:
            raise ValidationError("a column in where must be a non-empty string")
        return Column(column)


class Operators:
    """The comparisons of a where callback. Each takes a column of ``attrs`` and a value."""

    __slots__ = ()

    def eq(self, column: Column, value: Any) -> Condition:
        """Equal."""
        return _condition(column, "eq", filter_text(value))

    def ne(self, column: Column, value: Any) -> Condition:
        """Not equal. A null is neither equal nor unequal to anything."""
        return _condition(column, "neq", filter_text(value))

    def gt(self, column: Column, value: Any) -> Condition:
        """Greater."""
        return _condition(column, "gt", filter_text(value))

    def gte(self, column: Column, value: Any) -> Condition:
        """Greater or equal."""
        return _condition(column, "gte", filter_text(value))

    def lt(self, column: Column, value: Any) -> Condition:
        """Less."""
        return _condition(column, "lt", filter_text(value))

    def lte(self, column: Column, value: Any) -> Condition:
        """Less or equal."""
        return _condition(column, "lte", filter_text(value))

    def in_(self, column: Column, values: Any) -> Condition:
        """One of the values; a single value stands for a list of it."""
        is_list = isinstance(values, list | tuple | set | frozenset)
        return _condition(column, "in", list_text(values if is_list else [values]))

    def is_(self, column: Column, value: Any) -> Condition:
        """Null (None), true or false."""
        return _condition(column, "is", is_text(value))

    def like(self, column: Column, pattern: str) -> Condition:
        """Like a pattern, where ``%`` or ``*`` is any text and ``_`` any character."""
        return _condition(column, "like", filter_text(pattern))

    def ilike(self, column: Column, pattern: str) -> Condition:
        """Like a pattern, whatever the case."""
        return _condition(column, "ilike", filter_text(pattern))

    def contains(self, column: Column, value: Any) -> Condition:
        """An array column that holds the value or all of the values; a JSON column that holds a map."""
        return _condition(column, "cs", contained_text(value))

    def and_(self, *conditions: Expression | None) -> Conjunction:
        """All of the conditions; None among them is left out."""
        parts = [part for part in conditions if part is not None]
        for part in parts:
            _check_expression(part)
        return Conjunction(tuple(parts))


Where = Callable[[Attributes, Operators], Expression | None]
"""A where callback: takes the entity's columns and the comparisons, gives a condition or None."""

OPERATORS: Final = Operators()


def apply_where(
    query: SyncSelectRequestBuilder, where: Where | None, schema: Schema
) -> SyncSelectRequestBuilder:
    """Add what a where callback asks for to a query.

    Raises:
        ValidationError: The callback is none, names what is no attribute, or gives no condition.
    """
    if where is None:
        return query
    if not callable(where):
        raise ValidationError("where must be a callable that takes (attrs, op)")
    expression = where(Attributes(schema), OPERATORS)
    if expression is None:
        return query
    _check_expression(expression)
    conditions = [expression] if isinstance(expression, Condition) else expression
    for condition in conditions:
        query = query.filter(condition.column, condition.operator, condition.text)
    return query


def _condition(column: Column, operator: str, text: str) -> Condition:
    if not isinstance(column, Column):
        raise ValidationError("a condition in where takes a column of attrs first")
    return Condition(column.name, operator, text)


def _check_expression(expression: object) -> None:
    if not isinstance(expression, Condition | Conjunction):
        raise ValidationError("where must give a condition made with op, or None")
