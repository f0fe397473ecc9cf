"""Options of queries: the keyword arguments that finders take, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict

from spacecat_shared_data_access.errors import ValidationError, unknown_keyword
from spacecat_shared_data_access.postgrest.cursors import decode_cursor
from spacecat_shared_data_access.postgrest.filters import check_filter_column, encode_value
from spacecat_shared_data_access.postgrest.where import Condition, Where, conditions_of
from spacecat_shared_data_access.schema.values import convert_timestamp, to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema

Direction = Literal["asc", "desc"]

_EVERYTHING: Final = "*"


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
        return self.select == _EVERYTHING


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
    unknown = options.keys() - Options.__optional_keys__
    if unknown:
        raise unknown_keyword(None, min(unknown), Options.__annotations__)
    keys = {} if keys is None else keys
    if not isinstance(keys, Mapping):
        raise ValidationError(f"Failed to query [{schema.entity_name}]: keys must be a mapping")
    named = schema.by_attribute(keys)
    limit = checked_limit(options.get("limit"))
    fetch_all_pages = options.get("fetch_all_pages")
    columns, ascending = _checked_order(schema, tuple(named), options)
    id_column = schema.columns.get(schema.id_name)
    if id_column is not None and id_column not in columns:
        columns = (*columns, id_column)
    return QueryPlan(
        filters=key_filters(schema, named),
        select=select_text(schema, options.get("attributes")),
        order=columns,
        ascending=ascending,
        limit=limit,
        offset=decode_cursor(options.get("cursor")),
        all_pages=limit is None if fetch_all_pages is None else fetch_all_pages,
        return_cursor=options.get("return_cursor", False),
        between=_checked_between(schema, options.get("between")),
        conditions=conditions_of(options.get("where"), schema),
        is_ordered=options.get("order_by") is not None or options.get("index") is not None,
    )


def key_filters(schema: Schema, keys: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the columns and texts that a query's keys ask for.

    An enum attribute's value is matched to the declared spelling without regard to case.

    Raises:
        ValidationError: A key is no attribute, or has no value.
    """
    return tuple(
        (filter_column(schema, name), key_text(schema, name, value))
        for name, value in schema.by_attribute(keys).items()
    )


def filter_column(schema: Schema, name: str) -> str:
    """Return the column by which an attribute is filtered.

    Raises:
        ValidationError: There is no such attribute, or PostgREST takes the column's name for a
            parameter of its own.
    """
    return check_filter_column(schema.attribute_named(name).stored_name)


def key_value(name: str, value: Any) -> Any:
    """Return the value of one key as plain JSON; of a datetime microseconds are kept.

    Raises:
        ValidationError: It is not a single value, or cannot be written; the message names the attribute.
    """
    _check_single(name, value)
    try:
        return to_jsonable(convert_timestamp(value, exact=True) if isinstance(value, datetime) else value)
    except ValidationError as error:
        raise ValidationError(f"{name}: {error.message}") from error


def _check_single(name: str, value: object) -> None:
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        raise ValidationError(
            f"{name}: a key has one value, not a {type(value).__name__}: for one of several values use "
            f"where=lambda attrs, op: op.in_(attrs.{name}, values)"
        )


def key_text(schema: Schema, name: str, value: Any) -> str:
    """Write the value of one key.

    Raises:
        ValidationError: It is None, is not a single value, or cannot be written; the message names the
            attribute.
    """
    if value is None:
        raise ValidationError(f"{name} is required")
    _check_single(name, value)
    attribute = schema.attribute_named(name)
    try:
        text = encode_value(
            convert_timestamp(value, exact=True) if attribute.name in schema.timestamps else value
        )
    except ValidationError as error:
        raise ValidationError(f"{name}: {error.message}") from error
    for declared in attribute.values or ():
        if declared.lower() == text.lower():
            return declared
    return text


def checked_limit(limit: object) -> int | None:
    """Return the ``limit`` of a query. Raises ValidationError if it is not a positive integer or None."""
    if limit is None:
        return None
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise ValidationError("limit must be a positive integer")
    return limit


def select_text(schema: Schema, attributes: Sequence[str] | None) -> str:
    """Write what to read: ``*``, or the columns of attributes.

    Raises:
        ValidationError: A name is no attribute, or has no column.
    """
    if not attributes:
        return _EVERYTHING
    if isinstance(attributes, str) or not isinstance(attributes, Sequence):
        raise ValidationError("attributes must be a list of attribute names")
    return ",".join(_column(schema, name) for name in attributes)


def _column(schema: Schema, name: str) -> str:
    column = schema.attribute_named(name).column
    if column is None:
        raise ValidationError(f"{name} is not stored, so it cannot be asked for")
    return column


def _checked_between(schema: Schema, between: object) -> Between | None:
    if between is None:
        return None
    if isinstance(between, Mapping) and between.keys() == {"attribute", "start", "end"}:
        between = (between["attribute"], between["start"], between["end"])
    match between:
        case (str(name), start, end):
            column = filter_column(schema, name)
            return Between(column, key_text(schema, name, start), key_text(schema, name, end))
    raise ValidationError("between must be (attribute, start, end)")


def _checked_order(schema: Schema, keys: tuple[str, ...], options: Options) -> tuple[tuple[str, ...], bool]:
    failed = f"Failed to query [{schema.entity_name}]:"
    index_name = options.get("index")
    if index_name is not None and (not isinstance(index_name, str) or index_name not in schema.indexes):
        raise ValidationError(f"{failed} query proxy [{index_name}] not found")
    order = options.get("order", "desc")
    if order not in ("asc", "desc"):
        raise ValidationError(f"{failed} order must be asc or desc")
    order_by = options.get("order_by")
    if order_by is None:
        index = schema.indexes[index_name] if index_name else schema.index_for(keys)
        return tuple(schema.attributes[key].stored_name for key in index.keys), order == "asc"
    name, direction = _attribute_and_direction(order_by)
    attribute = schema.attributes.get(name)
    if attribute is None or attribute.column is None:
        raise ValidationError(f"{failed} unknown order_by attribute [{name}]")
    if direction.lower() not in {"asc", "desc"}:
        raise ValidationError(f"{failed} invalid order_by direction [{direction}]")
    return (attribute.column,), direction.lower() == "asc"


def _attribute_and_direction(order_by: object) -> tuple[str, str]:
    match order_by:
        case str(name) | (str(name),):
            return name, "asc"
        case (str(name), str(direction)):
            return name, direction
        case {"attribute": str(name), **rest} if not rest.keys() - {"direction"}:
            return name, str(rest.get("direction", "asc"))
    raise ValidationError("order_by must be an attribute, or a pair of attribute and direction")
