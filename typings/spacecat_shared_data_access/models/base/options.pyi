"""Options of queries: the keyword arguments that finders take, checked before anything is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeAlias, TypedDict, type_check_only

from spacecat_shared_data_access.models.base.core import _AttributesT, _NameT
from spacecat_shared_data_access.postgrest.where import Condition, Expression, Operators, Where
from spacecat_shared_data_access.schema import Schema

Direction: TypeAlias = Literal["asc", "desc"]

class PageOptions(TypedDict, total=False):
    """What a query takes besides its keys, whatever becomes of the rows.

    A ``where`` callback is called once for each query. A list of ``op.in_`` that takes more than 4,000 bytes
    in a URL is asked for in several requests where there is neither a limit nor a cursor: the rows are the
    same and in the same order, except that an index on texts orders them by code point. With a limit, a
    cursor, or ``order_by`` a text, the list is sent whole; a URL of more than 65,536 bytes is refused.

    Attributes:
        order: The direction of the index's keys; ``desc`` where not given.
        order_by: Another order: an attribute (ascending), or a pair of attribute and direction.
        attributes: The attributes to read, by name; all where not given.
        between: An attribute and the least and the greatest value that it may have.
        where: Further conditions: a callable that takes (attrs, op) and gives one made with op.
        index: The name of the index whose keys give the order.
    """

    order: Direction
    order_by: str | tuple[str, Direction] | Mapping[str, str] | None
    attributes: Sequence[str] | None
    between: tuple[str, Any, Any] | Mapping[str, Any] | None
    where: Where | None
    index: str | None

class Options(PageOptions, total=False):
    """What a finder takes besides its keys: what `PageOptions` says, and what becomes of the rows.

    Attributes:
        limit: At most so many models, 1 or more. With 1 the result is one model or None.
        cursor: Where to go on, as a `Page` gave it.
        return_cursor: Whether to give a `Page` in place of a list, or of one model.
        fetch_all_pages: Whether to go on after the first page; by default only without a limit.
    """

    limit: int | None
    cursor: str | None
    return_cursor: bool
    fetch_all_pages: bool | None

@type_check_only
class QueryOptions(TypedDict, Generic[_AttributesT, _NameT], total=False):
    """What a query takes besides its keys.

    Attributes:
        order: The direction of the index's keys; ``desc`` where not given.
        order_by: Another order: an attribute (ascending), or a pair of attribute and direction.
        attributes: The attributes to read, by name; all where not given.
        between: An attribute and the least and the greatest value that it may have.
        where: Further conditions: a callable that takes (attrs, op) and gives one made with op.
        index: The name of the index whose keys give the order.
    """

    order: Direction
    order_by: _NameT | tuple[_NameT, Direction] | Mapping[str, str] | None
    attributes: Sequence[_NameT] | None
    between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None
    where: Callable[[_AttributesT, Operators], Expression | None] | None
    index: str | None

@type_check_only
class FindOptions(QueryOptions[_AttributesT, _NameT], Generic[_AttributesT, _NameT], total=False):
    """What a finder takes besides its keys.

    Attributes:
        cursor: Where to go on, as a `Page` gave it.
    """

    cursor: str | None

@type_check_only
class ListOptions(FindOptions[_AttributesT, _NameT], Generic[_AttributesT, _NameT], total=False):
    """What a listing takes besides keys and limits.

    Attributes:
        fetch_all_pages: Whether to go on after the first page; by default only without a limit.
    """

    fetch_all_pages: bool | None

@dataclass(frozen=True, slots=True)
class Between:
    """A closed range of a column's values, as filter texts."""

    column: str
    start: str
    end: str

@dataclass(frozen=True, slots=True)
class QueryPlan:
    """A query's keys and options, checked and in terms of columns.

    Attributes:
        filters: Pairs of column and text that must be equal.
        select: What to read, in PostgREST's words.
        order: Columns to order by, the id last.
        ascending: The direction of all of them.
        limit: At most so many rows; None for all.
        offset: How many rows to leave out first.
        all_pages: Whether to go on after the first page.
        return_cursor: Whether the caller wants a page.
        between: A range, or None.
        conditions: Further conditions, all of which must hold.
        is_ordered: Whether the caller asked for this very order, with ``order_by`` or ``index``.
    """

    filters: tuple[tuple[str, str], ...]
    select: str
    order: tuple[str, ...]
    ascending: bool
    limit: int | None
    offset: int
    all_pages: bool
    return_cursor: bool
    between: Between | None
    conditions: tuple[Condition, ...]
    is_ordered: bool

    @property
    def reads_everything(self) -> bool:
        """Whether all attributes are read, so that a column that a row lacks is null."""

def plan_query(schema: Schema, keys: Mapping[str, Any] | None, options: Options) -> QueryPlan:
    """Check a query's keys and options.

    Args:
        schema: The entity that is looked for.
        keys: Values that attributes must have, by name.
        options: What the caller asks for.

    Raises:
        TypeError: An option is unknown, as for any keyword argument.
        ValidationError: A key, an option or its value is wrong; the message names it.
    """

def key_filters(schema: Schema, keys: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the columns and texts that a query's keys ask for.

    An enum attribute's value is matched to the declared spelling without regard to case.

    Raises:
        ValidationError: A key is no attribute, or has no value.
    """

def filter_column(schema: Schema, name: str) -> str:
    """Return the column by which an attribute is filtered.

    Raises:
        ValidationError: There is no such attribute, or PostgREST takes the column's name for a
            parameter of its own.
    """

def key_value(name: str, value: Any) -> Any:
    """Return the value of one key as plain JSON; of a datetime microseconds are kept.

    Raises:
        ValidationError: It is not a single value, or cannot be written; the message names the attribute.
    """

def key_text(schema: Schema, name: str, value: Any) -> str:
    """Write the value of one key.

    Raises:
        ValidationError: It is None, is not a single value, or cannot be written; the message names the
            attribute.
    """

def select_text(schema: Schema, attributes: Sequence[str] | None) -> str:
    """Write what to read: ``*``, or the columns of attributes.

    Raises:
        ValidationError: A name is no attribute, or has no column.
    """
