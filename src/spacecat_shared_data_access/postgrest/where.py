"""Conditions of ``where`` callbacks.

``where=lambda attrs, op: op.ne(attrs.ticket_status, "Done") & op.is_(attrs.opportunity_id, None)``
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeVar

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.filters import (
    affix_pattern,
    check_filter_column,
    chunks_of,
    encode_column_in_tree,
    encode_contained,
    encode_in,
    encode_in_tree,
    encode_is,
    encode_overlap,
    encode_value,
    is_long_list,
    values_of,
)
from spacecat_shared_data_access.schema.values import convert_timestamp

if TYPE_CHECKING:
    from postgrest import SyncSelectRequestBuilder

    from spacecat_shared_data_access.schema import Schema

T = TypeVar("T")

_MAX_DEPTH: Final = 100


class _NotABoolean:
    # `a and b` would be b, and `not a` False: conditions would silently be lost.
    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a column or condition in where is neither true nor false: write op.and_(a, b) instead of "
            "`a and b`, op.or_(a, b) instead of `a or b`, and op.not_(a) instead of `not a`"
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

    def _refuse_comparison(self, _other: object) -> NoReturn:
        raise TypeError(
            f"a column in where is compared with op: write op.eq(attrs.{self.label}, value), or op.ne, "
            "op.lt, op.lte, op.gt, op.gte, op.in_"
        )

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _refuse_comparison
    __hash__ = object.__hash__


class _Combinable(_NotABoolean):
    # `a & b`, `a | b` and `~a` are op.and_(a, b), op.or_(a, b) and op.not_(a).
    __slots__ = ()

    def __and__(self, other: object) -> Expression:
        return _combine("and", (self, other)) if _is_operand(other) else NotImplemented

    def __rand__(self, other: object) -> Expression:
        return _combine("and", (other, self)) if _is_operand(other) else NotImplemented

    def __or__(self, other: object) -> Expression:
        return _combine("or", (self, other)) if _is_operand(other) else NotImplemented

    def __ror__(self, other: object) -> Expression:
        return _combine("or", (other, self)) if _is_operand(other) else NotImplemented

    def __invert__(self) -> Expression:
        return _negate(self)


@dataclass(frozen=True, slots=True)
class Condition(_Combinable):
    """A comparison.

    Attributes:
        column: The column.
        operator: The PostgREST operator, such as ``eq``.
        text: The encoded value that the column is compared with.
        values: The encoded values of an ``in`` condition.
        negated: Whether it matches the rows that the comparison rejects.
    """

    column: Column
    operator: str
    text: str
    values: tuple[str, ...] = ()
    negated: bool = False

    @property
    def depth(self) -> int:
        """How many combinations are nested in it."""
        return 0

    @property
    def is_long(self) -> bool:
        """Whether it is a list that should be split over several requests."""
        return bool(self.values) and not self.negated and is_long_list(self.text)

    def split(self) -> Iterator[Condition]:
        """Yield conditions with a part of the values each, which together match the same rows."""
        for chunk in chunks_of(dict.fromkeys(self.values)):
            yield replace(self, text=encode_in(chunk), values=tuple(chunk))

    def add_to(self, query: SyncSelectRequestBuilder) -> SyncSelectRequestBuilder:
        """Add it to a query: a column and ``operator.value``."""
        return query.filter(self.column.name, self._operator, self.text)

    def in_tree(self) -> str:
        """Return it as a part of an ``and`` or ``or`` parameter.

        Raises:
            ValidationError: The column cannot be used there.
        """
        # A list has its own quotes, and a keyword must not have any.
        text = self.text if self.operator in {"in", "is"} else encode_in_tree(self.text)
        return f"{encode_column_in_tree(self.column.name)}.{self._operator}.{text}"

    @property
    def _operator(self) -> str:
        return f"not.{self.operator}" if self.negated else self.operator


@dataclass(frozen=True, slots=True)
class Combination(_Combinable):
    """Conditions that are joined.

    Attributes:
        operator: ``and`` if all must match, ``or`` if one of them must.
        parts: The conditions. None for an ``and`` that matches all rows.
        negated: Whether it matches the rows that the conditions reject.
        depth: How many combinations are nested in one another.
    """

    operator: Literal["and", "or"]
    parts: tuple[Expression, ...]
    negated: bool = False
    depth: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        depth = 1 + max((part.depth for part in self.parts), default=0)
        if depth > _MAX_DEPTH:
            raise ValidationError(f"conditions in where can be nested at most {_MAX_DEPTH} levels deep")
        object.__setattr__(self, "depth", depth)

    def add_to(self, query: SyncSelectRequestBuilder) -> SyncSelectRequestBuilder:
        """Add it to a query: ``or`` and the conditions in parentheses."""
        operator, parenthesis, parts = self.in_tree().partition("(")
        query.request.params = query.request.params.add(operator, parenthesis + parts)
        return query

    def in_tree(self) -> str:
        """Return it as a part of another combination: ``or(…)``.

        Raises:
            ValidationError: A column cannot be used there.
        """
        negation = "not." if self.negated else ""
        return f"{negation}{self.operator}({','.join(part.in_tree() for part in self.parts)})"


Expression = Condition | Combination


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
        """Match rows whose column is one of the values: a list or another iterable, or a single value.

        A list of more than 4,000 bytes is split over several requests if possible: see `Options`.
        """
        texts = _encoded(
            column, lambda values: [encode_value(_exact(column, each)) for each in values_of(values)], values
        )
        return Condition(column, "in", encode_in(texts), tuple(texts))

    def is_(self, column: Column, value: Any) -> Condition:
        """Match rows whose column is null (None), true or false."""
        return _condition(column, "is", value, encode_is)

    def like(self, column: Column, pattern: str) -> Condition:
        r"""Match rows whose column matches a pattern: ``%`` or ``*`` is any text, ``_`` any character.

        A backslash makes ``%``, ``_`` and a backslash stand for themselves: ``r"100\%"``. Nothing does so for
        ``*``, which PostgREST replaces by ``%``: `starts_with`, `ends_with` and `eq` find it.
        """
        return _condition(column, "like", pattern)

    def ilike(self, column: Column, pattern: str) -> Condition:
        """Match rows whose column matches a pattern, ignoring case. The wildcards are those of `like`."""
        return _condition(column, "ilike", pattern)

    def starts_with(self, column: Column, text: str) -> Condition:
        """Match rows whose column starts with a text, in which no character is a wildcard."""
        return self._affix(column, text, at_start=True)

    def ends_with(self, column: Column, text: str) -> Condition:
        """Match rows whose column ends with a text, in which no character is a wildcard."""
        return self._affix(column, text, at_start=False)

    def contains(self, column: Column, value: Any) -> Condition:
        """Match rows whose array column contains all of the values, or whose JSON column contains the map."""
        return _condition(column, "cs", value, encode_contained)

    def contained_by(self, column: Column, value: Any) -> Condition:
        """Match rows whose array column has no other than these values, or whose JSON is part of the map."""
        return _condition(column, "cd", value, encode_contained)

    def overlaps(self, column: Column, values: Any) -> Condition:
        """Match rows whose array column contains one of the values. A single value is treated as a list."""
        return _condition(column, "ov", values, encode_overlap)

    def between(self, column: Column, start: Any, end: Any) -> Expression:
        """Match rows whose column is in a range, both ends included."""
        return self.and_(self.gte(column, start), self.lte(column, end))

    def and_(self, *conditions: Expression | None) -> Expression:
        """Match rows that match all of the conditions: ``a & b``. None is ignored."""
        return _combine("and", conditions)

    def or_(self, *conditions: Expression | None) -> Expression:
        """Match rows that match at least one of the conditions: ``a | b``. None is ignored.

        Raises:
            ValidationError: There is no condition: without one, all rows would match.
        """
        return _combine("or", conditions)

    def not_(self, condition: Expression) -> Expression:
        """Match rows that the condition rejects: ``~a``.

        A comparison with a null column neither matches nor rejects a row: as in SQL, such a row is not
        matched by ``op.eq(column, value)``, and not by ``op.not_(op.eq(column, value))``.

        Raises:
            ValidationError: There is no condition.
        """
        return _negate(condition)

    @staticmethod
    def _affix(column: Column, text: str, *, at_start: bool) -> Condition:
        operator, pattern = _encoded(column, lambda text: affix_pattern(text, at_start=at_start), text)
        return Condition(column, operator, pattern)


Where = Callable[[Attributes, Operators], Expression | None]
"""A ``where`` callback: takes the entity's columns and the operators, and returns a condition or None."""

OPERATORS: Final = Operators()


def conditions_of(where: Where | None, schema: Schema) -> tuple[Expression, ...]:
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
    conditions = _flattened(_checked_expression(expression), "and")
    for each in conditions:
        if isinstance(each, Combination):
            each.in_tree()  # raises if a column cannot be used there
    return conditions


def all_of(*wheres: Where | None) -> Where:
    """Create a where callback that requires the conditions of several callbacks; None adds none."""
    return lambda attrs, op: op.and_(*(_call(where, attrs, op) for where in wheres))


def apply_conditions(
    query: SyncSelectRequestBuilder, conditions: Iterable[Expression]
) -> SyncSelectRequestBuilder:
    """Add conditions to a query."""
    for condition in conditions:
        query = condition.add_to(query)
    return query


def canonical(condition: Expression) -> list[Any]:
    """Return a description of a condition that does not depend on the order of its parts and values."""
    if isinstance(condition, Condition):
        values = sorted(set(condition.values)) if condition.values else condition.text
        return [condition.column.name, condition.operator, condition.negated, values]
    return [condition.operator, condition.negated, sorted(map(canonical, condition.parts), key=repr)]


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


def _is_operand(other: object) -> bool:
    return other is None or isinstance(other, Condition | Combination)


def _combine(operator: Literal["and", "or"], conditions: Iterable[object]) -> Expression:
    parts: list[Expression] = []
    for condition in conditions:
        if condition is not None:
            parts += _flattened(_checked_expression(condition), operator)
    if operator == "or" and not parts:
        raise ValidationError("op.or_ needs a condition: without one, all rows would match")
    return parts[0] if len(parts) == 1 else Combination(operator, tuple(parts))


def _negate(condition: object) -> Expression:
    if condition is None or _is_empty(condition):
        raise ValidationError("op.not_ needs a condition")
    expression = _checked_expression(condition)
    return replace(expression, negated=not expression.negated)


def _flattened(condition: Expression, operator: str) -> tuple[Expression, ...]:
    # The conditions that are joined by the same operator, and none for an empty combination.
    if isinstance(condition, Condition):
        return (condition,)
    is_same = condition.operator == operator and not condition.negated
    return condition.parts if is_same or _is_empty(condition) else (condition,)


def _is_empty(condition: object) -> bool:
    return isinstance(condition, Combination) and not condition.parts


def _checked_expression(expression: object) -> Expression:
    if inspect.iscoroutine(expression):
        expression.close()
        raise ValidationError("where must be a plain function that returns a condition, not an async def")
    if not isinstance(expression, Condition | Combination):
        raise ValidationError("where must return a condition made with op, or None")
    return expression
