"""Queries: the keys and options that finders take, checked and planned before a request is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypedDict

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.eager_loading import IncludeTree, include_tree
from spacecat_shared_data_access.models.base.keywords import option_hint, with_keywords
from spacecat_shared_data_access.postgrest.cursors import decode_position
from spacecat_shared_data_access.postgrest.filters import check_filter_column, encode_value
from spacecat_shared_data_access.postgrest.keyset import SortKey
from spacecat_shared_data_access.postgrest.where import Expression, Where, canonical, conditions_of
from spacecat_shared_data_access.schema.validation import check_id, is_uuid
from spacecat_shared_data_access.schema.values import convert_timestamp, to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema

Direction = Literal["asc", "desc"]
OrderTerm = str | tuple[str, Direction]

_EVERYTHING: Final = "*"
_DIRECTIONS: Final = frozenset({"asc", "desc"})


class PageOptions(TypedDict, total=False):
    """The options of a query that select, order and project rows.

    A ``where`` callback is called once for each query. A list of ``op.in_`` that takes more than 4,000 bytes
    in a URL is split into several requests, unless there is a limit or a cursor: the rows and their order are
    the same, except that an index on texts orders them by code point. With a limit, a cursor, or ``order_by``
    a text, the list is sent whole; a URL of more than 65,536 bytes is refused.

    Attributes:
        order: The direction of the index's keys; ``desc`` by default.
        order_by: Another order: an attribute (ascending), a pair of attribute and direction, or a list of
            these, such as ``[("priority", "desc"), "created_at"]``.
        attributes: The names of the attributes to read; all by default.
        between: An attribute, and the least and the greatest value that it may have.
        where: Further conditions: a callable that takes (attrs, op) and returns a condition made with op.
        index: The name of the index whose keys set the order.
        include: The related entities to load with the result, by the names of their accessors without
            ``get_``, such as ``["ticket_suggestions", "opportunity.site"]``. See docs/RELATED_ENTITIES.md.
    """

    order: Direction
    order_by: str | tuple[str, Direction] | Mapping[str, str] | Sequence[OrderTerm] | None
    attributes: Sequence[str] | None
    between: tuple[str, Any, Any] | Mapping[str, Any] | None
    where: Where | None
    index: str | None
    include: Sequence[str] | None


class Options(PageOptions, total=False):
    """The options of a finder: those of `PageOptions`, and how many models it returns in which form.

    Attributes:
        limit: The maximum number of models, 1 or more. With 1 the result is one model or None.
        cursor: The `cursor` of the previous `Page`.
        return_cursor: Whether to return a `Page` instead of a list or one model.
        fetch_all_pages: Whether to continue after the first page; by default only without a limit.
    """

    limit: int | None
    cursor: str | None
    return_cursor: bool
    fetch_all_pages: bool | None


class Between(NamedTuple):
    """A closed range of a column's values, encoded as filter values."""

    column: str
    start: str
    end: str


class QueryPlan(NamedTuple):
    """A query's keys and options, checked and converted to columns.

    Attributes:
        filters: Pairs of column and text that must be equal.
        order: The columns to order by, with their directions, the ID last.
        select: The columns to read, as PostgREST writes them.
        limit: The maximum number of rows; None for all.
        offset: How many rows are before the first one to read.
        after: The sort keys of the row before it, from a cursor; None to skip the rows by offset.
        all_pages: Whether to continue after the first page.
        return_cursor: Whether the caller wants a page.
        between: A range, or None.
        conditions: Further conditions, all of which must hold.
        is_ordered: Whether the caller asked for this order, with ``order_by`` or ``index``.
        is_page: Whether the cursor of the next page has the sort keys of the last row, if the order allows it.
        include: The related entities to load.
        is_counted: Whether responses have the number of all rows, so that none is read in vain.
    """

    filters: tuple[tuple[str, str], ...]
    order: tuple[SortKey, ...]
    select: str = _EVERYTHING
    limit: int | None = None
    offset: int = 0
    after: tuple[Any, ...] | None = None
    all_pages: bool = False
    return_cursor: bool = False
    between: Between | None = None
    conditions: tuple[Expression, ...] = ()
    is_ordered: bool = False
    is_page: bool = False
    include: IncludeTree | None = None
    is_counted: bool = False

    @property
    def reads_everything(self) -> bool:
        """Whether all attributes are read, so that a column that a row lacks is null."""
        return self.select == _EVERYTHING


def plan_query(
    schema: Schema, keys: Mapping[str, Any] | None, options: Options | Mapping[str, Any]
) -> QueryPlan:
    """Check a query's keys and options, and plan it.

    Args:
        schema: The entity.
        keys: Values that attributes must have, by name.
        options: The caller's keyword arguments: options, and further keys by attribute name.

    Raises:
        TypeError: A keyword is neither an option nor an attribute.
        ValidationError: A key, an option or its value is invalid; the message names it.
    """
    keys, options = split_keywords(schema, keys, options)
    try:
        return _plan(schema, keys, options)
    except ValidationError as error:
        hint = option_hint(schema, [name for name, value in options.items() if value is not None])
        if not hint:
            raise
        raise ValidationError(f"{error}{hint}") from error


def plan_first(schema: Schema, keys: Mapping[str, Any], attributes: Sequence[str] | None = None) -> QueryPlan:
    """Plan a query of the first entity with these values, whether or not its IDs are UUIDs.

    Args:
        schema: The entity.
        keys: Values that attributes must have, by name.
        attributes: The names of the attributes to read; all by default.
    """
    named = schema.by_attribute(keys)
    return QueryPlan(
        filters=_filters(schema, named, check_ids=False),
        order=index_order(schema, tuple(named)),
        select=select_text(schema, attributes),
        limit=1,
    )


def split_keywords(
    schema: Schema, keys: Mapping[str, Any] | None, options: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Options]:
    """Return the keys of a query, with the attributes that are among its keyword arguments, and its options.

    Raises:
        TypeError: A keyword is neither an option nor an attribute.
        ValidationError: An attribute is among the keys and the keywords, or the keys are not a mapping.
    """
    keywords = {name: value for name, value in options.items() if name not in Options.__optional_keys__}
    named = with_keywords(schema, keys, keywords, options=Options.__annotations__)
    if not isinstance(named, Mapping | None):
        message = f"Failed to query [{schema.entity_name}]: keys must be a mapping"
        raise ValidationError(f"{message}{option_hint(schema, ('keys', 'sort_keys'))}")
    rest: Any = {name: value for name, value in options.items() if name not in keywords}
    return named or {}, rest


def _plan(schema: Schema, keys: Mapping[str, Any], options: Options) -> QueryPlan:
    named = schema.by_attribute(keys)
    limit = checked_limit(options.get("limit"))
    fetch_all_pages = options.get("fetch_all_pages")
    plan = QueryPlan(
        filters=_filters(schema, named),
        order=_checked_order(schema, tuple(named), options),
        select=select_text(schema, options.get("attributes")),
        limit=limit,
        all_pages=limit is None if fetch_all_pages is None else fetch_all_pages,
        return_cursor=options.get("return_cursor", False),
        between=_checked_between(schema, options.get("between")),
        conditions=conditions_of(options.get("where"), schema),
        is_ordered=options.get("order_by") is not None or options.get("index") is not None,
        include=include_tree(schema, options.get("include"), options.get("attributes")),
    )
    cursor = options.get("cursor")
    if not cursor:
        return plan
    position = decode_position(cursor, query_text(schema, plan))
    return plan._replace(offset=position.offset, after=position.after)


def index_order(
    schema: Schema, keys: tuple[str, ...], index_name: str | None = None, *, ascending: bool = False
) -> tuple[SortKey, ...]:
    """Return the order of a query by attributes: the columns of an index, then the ID.

    Args:
        schema: The entity.
        keys: The attributes that the query filters by.
        index_name: The index; by default the one that fits the keys best.
        ascending: The direction of all columns.
    """
    index = schema.indexes[index_name] if index_name else schema.index_for(keys)
    return _with_id(
        schema, tuple(SortKey(schema.attributes[key].stored_name, ascending) for key in index.keys)
    )


def sort_keys(schema: Schema, plan: QueryPlan) -> list[SortKey]:
    """Return the sort keys by which a query's pages continue; empty if they continue by offset.

    These are the columns of the order without those that have the same value in all rows.
    """
    if schema.columns.get(schema.id_name) is None:
        return []
    fixed = {column for column, _ in plan.filters}
    return [key for key in plan.order if key.column not in fixed]


def query_text(schema: Schema, plan: QueryPlan) -> str:
    """Return a text that is the same for each page of a query, and different for another query."""
    conditions = sorted(map(canonical, plan.conditions), key=repr)
    between = plan.between and (plan.between.column, plan.between.start, plan.between.end)
    return repr(
        (schema.model_name, sorted(plan.filters), between, conditions, [tuple(k) for k in plan.order])
    )


def key_filters(
    schema: Schema, keys: Mapping[str, Any], *, check_ids: bool = True
) -> tuple[tuple[str, str], ...]:
    """Return the columns and texts that a query's keys filter by.

    The value of an enum attribute is matched to the declared spelling, ignoring case.

    Args:
        schema: The entity.
        keys: Values by Python or JSON attribute name.
        check_ids: Whether to refuse other values than UUIDs of attributes that are declared to hold them.

    Raises:
        ValidationError: A key is not an attribute, or has no value, or is not a UUID as declared.
    """
    return _filters(schema, schema.by_attribute(keys), check_ids=check_ids)


def _filters(
    schema: Schema, named: Mapping[str, Any], *, check_ids: bool = True
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (filter_column(schema, name), key_text(schema, name, value, check_ids=check_ids))
        for name, value in named.items()
    )


def has_invalid_id(schema: Schema, keys: Mapping[str, Any]) -> bool:
    """Return whether a key is not a UUID although its attribute is declared to hold one."""
    return any(
        name in schema.uuids and not is_uuid(key_text(schema, name, value, check_ids=False))
        for name, value in schema.by_attribute(keys).items()
    )


def filter_column(schema: Schema, name: str) -> str:
    """Return the column by which an attribute is filtered.

    Raises:
        ValidationError: There is no such attribute, or the column's name is a parameter of PostgREST.
    """
    return check_filter_column(schema.attribute_named(name).stored_name)


def key_value(name: str, value: Any) -> Any:
    """Return the value of one key as plain JSON; the microseconds of a datetime are kept.

    Raises:
        ValidationError: It is not a single value, or cannot be encoded; the message names the attribute.
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


def key_text(schema: Schema, name: str, value: Any, *, check_ids: bool = True) -> str:
    """Return the value of one key as a filter text.

    Raises:
        ValidationError: It is None, is not a single value, cannot be encoded, or is not a UUID as declared
            (see `key_filters`); the message names the attribute.
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
    if check_ids and attribute.name in schema.uuids:
        check_id(attribute.name, text, schema.entity_name)
    for declared in attribute.values or ():
        if declared.lower() == text.lower():
            return declared
    return text


def common_attribute(schema: Schema, keys: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the name of the one attribute that each of several keys consists of, or None.

    Raises:
        ValidationError: A key is not an attribute.
    """
    names = {name for key in keys for name in schema.by_attribute(key)}
    has_one_each = all(len(key) == 1 for key in keys)
    return names.pop() if len(names) == 1 and has_one_each else None


def key_texts(
    schema: Schema, name: str, keys: Sequence[Mapping[str, Any]], *, check_ids: bool = True
) -> list[str]:
    """Return the filter texts of several keys that consist of one attribute, as `key_text` does."""
    return [key_text(schema, name, value, check_ids=check_ids) for key in keys for value in key.values()]


def checked_limit(limit: object) -> int | None:
    """Return the ``limit`` of a query. Raises ValidationError if it is not a positive integer or None."""
    if limit is None:
        return None
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise ValidationError("limit must be a positive integer")
    return limit


def refuse_listing_options(method: str, options: Mapping[str, Any]) -> None:
    """Raise TypeError if an option sets the form of the result, which a method's name sets already."""
    for name in ("return_cursor", "fetch_all_pages"):
        if name in options:
            raise TypeError(f"{method}() got an unexpected keyword argument {name!r}")


def refuse_ambiguous_options(schema: Schema, options: Mapping[str, Any]) -> None:
    """Raise ValidationError if an option that has no effect in a call has the name of an attribute."""
    ignored = [name for name in ("limit", "return_cursor", "fetch_all_pages") if name in options]
    hint = option_hint(schema, ignored)
    if hint:
        raise ValidationError(f"Failed to query [{schema.entity_name}]: one entity is read{hint}")


def select_text(schema: Schema, attributes: Sequence[str] | None) -> str:
    """Return the ``select`` parameter: ``*``, or the columns of attributes.

    Raises:
        ValidationError: A name is not an attribute, or has no column.
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


def _checked_order(schema: Schema, keys: tuple[str, ...], options: Options) -> tuple[SortKey, ...]:
    failed = f"Failed to query [{schema.entity_name}]:"
    index_name = options.get("index")
    if index_name is not None and (not isinstance(index_name, str) or index_name not in schema.indexes):
        raise ValidationError(f"{failed} query proxy [{index_name}] not found")
    order = options.get("order", "desc")
    if order not in ("asc", "desc"):
        raise ValidationError(f"{failed} order must be asc or desc")
    order_by = options.get("order_by")
    if order_by is None:
        return index_order(schema, keys, index_name, ascending=order == "asc")
    columns: dict[str, SortKey] = {}
    for name, direction in order_terms(order_by):
        attribute = schema.attributes.get(name)
        if attribute is None or attribute.column is None:
            raise ValidationError(f"{failed} unknown order_by attribute [{name}]")
        if direction.lower() not in _DIRECTIONS:
            raise ValidationError(f"{failed} invalid order_by direction [{direction}]")
        if name in columns:
            raise ValidationError(f"{failed} order_by names {name} twice")
        columns[name] = SortKey(attribute.column, direction.lower() == "asc")
    return _with_id(schema, tuple(columns.values()))


def _with_id(schema: Schema, order: tuple[SortKey, ...]) -> tuple[SortKey, ...]:
    id_column = schema.columns.get(schema.id_name)
    if id_column is None or any(key.column == id_column for key in order):
        return order
    return (*order, SortKey(id_column, order[-1].ascending))


def order_terms(order_by: object) -> list[tuple[str, str]]:
    """Return the attributes and directions of an ``order_by`` option.

    Raises:
        ValidationError: It is neither a term nor a list of terms.
    """
    term = _order_term(order_by)
    if term is not None:
        return [term]
    terms: list[tuple[str, str] | None] = []
    match order_by:
        case list():
            terms = [_order_term(each) for each in order_by]
        case tuple() if not all(isinstance(each, str) for each in order_by):  # which was meant as a pair
            terms = [_order_term(each) for each in order_by]
    found = [each for each in terms if each is not None]
    if not found or len(found) < len(terms):
        raise ValidationError("order_by must be an attribute, or a pair of attribute and direction")
    return found


def _order_term(term: object) -> tuple[str, str] | None:
    match term:
        case str(name) | (str(name),):
            return name, "asc"
        case [str(), str(other)] if isinstance(term, list) and other.lower() not in _DIRECTIONS:
            return None  # two attributes
        case (str(name), str(direction)):
            return name, direction
        case {"attribute": str(name), **rest} if not rest.keys() - {"direction"}:
            return name, str(rest.get("direction", "asc"))
    return None
