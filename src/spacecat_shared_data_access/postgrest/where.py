"""Conditions of ``where`` callbacks.

``where=lambda attrs, op: op.and_(op.ne(attrs.ticket_status, "Done"), op.is_(attrs.opportunity_id, None))``
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.filters import (
    check_filter_column,
    chunks_of,
    encode_contained,
    encode_in,
    encode_is,
    encode_value,
    is_long_list,
)
from spacecat_shared_data_access.schema.values import convert_timestamp

if TYPE_CHECKING:
    from postgrest import SyncSelectRequestBuilder

    from spacecat_shared_data_access.schema import Schema

T = TypeVar("T")


class _NotABoolean:
    # `a and b` would be b, and `not a` False: conditions would silently be lost.
    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a column or condition in where is neither true nor false: write op.and_(a, b) instead of "
            "`a and b`, op.in_(column, [x, y]) instead of `or`, and op.ne or op.is_ instead of `not`"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Column(_NotABoolean):
    """A column of a condition. It is compared with ``op``: ``op.eq(attrs.title, "a")``.

    Attributes:
        name: The column, or a PostgREST path.
        label: The attribute's name, for error messages.
        is_timestamp: Whether its values are timestamps.
    """

    name: str
    label: str
    is_timestamp: bool = False

    def __eq__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    def __ne__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    def __lt__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    def __le__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    def __gt__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    def __ge__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    def __contains__(self, other: object) -> NoReturn:
        self._refuse_comparison()

    __hash__ = object.__hash__

    def _refuse_comparison(self) -> NoReturn:
        raise TypeError(
            f"a column in where is compared with op: write op.eq(attrs.{self.label}, value), or op.ne, "
            "op.lt, op.lte, op.gt, op.gte, op.in_"
        )


@dataclass(frozen=True, slots=True)
class Condition(_NotABoolean):
    """A comparison.

    Attributes:
        column: The column.
        operator: The PostgREST operator, such as ``eq``.
        text: The encoded value that the column is compared with.
        values: The encoded values of an ``in`` condition.
    """

    column: Column
    operator: str
    text: str
    values: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is a list that should be split over several requests."""
        return bool(self.values) and is_long_list(self.text)

    def split(self) -> Iterator[Condition]:
        """Yield conditions with a part of the values each, which together match the same rows."""
        for chunk in chunks_of(dict.fromkeys(self.values)):
            yield replace(self, text=encode_in(chunk), values=tuple(chunk))


@dataclass(frozen=True, slots=True)
class Conjunction(_NotABoolean):
    """Conditions that must all match."""

    parts: tuple[Condition | Conjunction, ...]

    def __iter__(self) -> Iterator[Condition]:
        for part in self.parts:
            if isinstance(part, Condition):
                yield part
            else:
                yield from part


Expression = Condition | Conjunction


class Attributes:
    """The columns of an entity, for a ``where`` callback.

    ``attrs.ticket_status`` is the column of an attribute; an unknown attribute raises ValidationError.
    ``attrs["metadata->>cloudId"]`` is a column or JSON path, unchanged.
    """

    __slots__ = ("_schema",)

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def __getattr__(self, name: str) -> Column:
        if name.startswith("__"):
            raise AttributeError(name)
        attribute = self._schema.attribute_named(name)
        column = check_filter_column(attribute.stored_name)
        return Column(column, attribute.name, attribute.name in self._schema.timestamps)

    def __getitem__(self, column: str) -> Column:
        if not isinstance(column, str) or not column:
            raise ValidationError("a column in where must be a non-empty string")
        return Column(check_filter_column(column), column)


class Operators:
    """The comparisons of a ``where`` callback. Each takes a column of ``attrs`` and a value."""

    __slots__ = ()

    def eq(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is equal to the value."""
        return _condition(column, "eq", value)

    def ne(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is not equal to the value. Null columns never match."""
        return _condition(column, "neq", value)

    def gt(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is greater than the value."""
        return _condition(column, "gt", value)

    def gte(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is greater than or equal to the value."""
        return _condition(column, "gte", value)

    def lt(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is less than the value."""
        return _condition(column, "lt", value)

    def lte(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is less than or equal to the value."""
        return _condition(column, "lte", value)

    def in_(self, column: Column, values: Any) -> Condition:
        """Match rows whose column is one of the values. A single value is treated as a list.

        A list of more than 4,000 bytes is split over several requests if possible: see `Options`.
        """
        is_list = isinstance(values, list | tuple | set | frozenset)
        items = values if is_list else [values]
        texts = _encoded(column, lambda items: [encode_value(_exact(column, each)) for each in items], items)
        return Condition(column, "in", encode_in(texts), tuple(texts))

    def is_(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is null (None), true or false."""
        return _condition(column, "is", value, encode_is)

    def like(self, column: Column, pattern: str) -> Condition:
        """Match rows whose column matches a pattern: ``%`` or ``*`` is any text, ``_`` any character."""
        return _condition(column, "like", pattern)

    def ilike(self, column: Column, pattern: str) -> Condition:
        """Match rows whose column matches a pattern, ignoring case."""
        return _condition(column, "ilike", pattern)

    def contains(self, column: Column, value: Any) -> Condition:
        """Match rows whose array column contains all of the values, or whose JSON column contains the map."""
        return _condition(column, "cs", value, encode_contained)

    def and_(self, *conditions: Expression | None) -> Conjunction:
        """Match rows that match all of the conditions. None is ignored."""
        parts = [part for part in conditions if part is not None]
        for part in parts:
            _check_expression(part)
        return Conjunction(tuple(parts))


Where = Callable[[Attributes, Operators], Expression | None]
"""A ``where`` callback: takes the entity's columns and the operators, and returns a condition or None."""

OPERATORS: Final = Operators()


def conditions_of(where: Where | None, schema: Schema) -> tuple[Condition, ...]:
    """Call a ``where`` callback and return its conditions, all of which must match.

    Args:
        where: The callback, or None.
        schema: The schema of the entity whose attributes it uses.

    Raises:
        ValidationError: `where` is not callable, uses an unknown attribute, or does not return a
            condition.
        TypeError: It uses a column or a condition as a boolean, or compares a column without ``op``.
    """
    expression = _call(where, Attributes(schema), OPERATORS)
    if expression is None:
        return ()
    _check_expression(expression)
    return (expression,) if isinstance(expression, Condition) else tuple(expression)


def all_of(*wheres: Where | None) -> Where:
    """Create a where callback that requires the conditions of several callbacks; None adds none."""
    return lambda attrs, op: op.and_(*(_call(where, attrs, op) for where in wheres))


def apply_conditions(
    query: SyncSelectRequestBuilder, conditions: Iterable[Condition]
) -> SyncSelectRequestBuilder:
    """Add conditions to a query."""
    for condition in conditions:
        query = query.filter(condition.column.name, condition.operator, condition.text)
    return query


def _call(where: Where | None, attributes: Attributes, operators: Operators) -> Expression | None:
    if where is None:
        return None
    if not callable(where):
        raise ValidationError("where must be a callable that takes (attrs, op)")
    return where(attributes, operators)


def _condition(
    column: Column, operator: str, value: Any, encode: Callable[[Any], str] = encode_value
) -> Condition:
    return Condition(column, operator, _encoded(column, lambda value: encode(_exact(column, value)), value))


def _encoded(column: Column, encode: Callable[[Any], T], value: Any) -> T:
    if not isinstance(column, Column):
        raise ValidationError("a condition in where takes a column of attrs first")
    try:
        return encode(value)
    except ValidationError as error:
        raise ValidationError(f"{column.label}: {error.message}") from error


def _exact(column: Column, value: Any) -> Any:
    return convert_timestamp(value, exact=True) if column.is_timestamp else value


def _check_expression(expression: object) -> None:
    if inspect.iscoroutine(expression):
        expression.close()
        raise ValidationError("where must be a plain function that returns a condition, not an async def")
    if not isinstance(expression, Condition | Conjunction):
        raise ValidationError("where must return a condition made with op, or None")
