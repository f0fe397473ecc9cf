"""Parses a whole query string."""

import re
from urllib.parse import unquote_plus

from spacecat_shared_data_access.local.parsing.filters import has_operator, parse_filter, parse_logic
from spacecat_shared_data_access.local.parsing.scanner import Scanner, whole_number
from spacecat_shared_data_access.local.parsing.select import parse_select
from spacecat_shared_data_access.local.parsing.terms import (
    Field,
    Filter,
    Logic,
    OrderTerm,
    Path,
    QueryString,
    Range,
)

_RESERVED = ("select", "columns", "on_conflict")
_DIRECTION = re.compile(r"(?:\.(asc|desc))?(?:\.(nullsfirst|nullslast))?")


def parse_query_string(raw: str, *, arguments: bool = False) -> QueryString:
    """Parse a query string.

    Args:
        raw: As received, percent-encoded. A plus sign is a space, as in a form.
        arguments: Whether parameters without an operator are the arguments of a function.

    Raises:
        RequestError: PGRST100 if a parameter cannot be parsed.
        UnicodeDecodeError: It is not UTF-8.
    """
    parameters = [_decode(pair) for pair in raw.split("&") if pair]
    filters: list[tuple[Path, Filter]] = []
    logic: list[tuple[Path, Logic]] = []
    orders: list[tuple[Path, tuple[OrderTerm, ...]]] = []
    called_with: list[tuple[str, str]] = []
    for key, value in parameters:
        if key in _RESERVED:
            continue
        match _last_word(key):
            case "order":
                orders.append((_path(key)[0], parse_order(value)))
            case "and" | "or":
                logic.append(_logic(key, value))
            case "limit" | "offset":
                pass
            case _ if arguments and "." not in key and not has_operator(value):
                called_with.append((key, value))
            case _:
                path, field = _path(key)
                filters.append((path, parse_filter(field, value)))
    first = dict(reversed(parameters))
    return QueryString(
        select=parse_select(first.get("select", "*")),
        filters=tuple(filters),
        logic=tuple(logic),
        orders=tuple(orders),
        ranges=_ranges(parameters),
        columns=_names(first.get("columns"), "columns parameter"),
        on_conflict=_names(first.get("on_conflict"), "on_conflict parameter"),
        arguments=tuple(called_with),
        parameters=tuple(parameters),
    )


def _decode(pair: str) -> tuple[str, str]:
    key, _, value = pair.partition("=")
    return unquote_plus(key, errors="strict"), unquote_plus(value, errors="strict")


def _last_word(key: str) -> str:
    return key.rpartition(".")[2]


def _path(key: str) -> tuple[Path, Field]:
    """Parse `relation.column->path` into the path to a resource and a field of it."""
    scanner = Scanner(key, "tree path")
    names = [scanner.field_name()]
    while scanner.take("."):
        names.append(scanner.field_name())
    *path, name = names
    return tuple(path), Field(name, scanner.json_path())


def _logic(key: str, value: str) -> tuple[Path, Logic]:
    path, field = _path(key)
    negated = "not" in path
    way = tuple(name for name in path if name != "not")
    return way, parse_logic(f"not.{field.name}" if negated else field.name, value)


def parse_order(text: str) -> tuple[OrderTerm, ...]:
    """Parse an `order` parameter: `a.desc.nullslast,b->c,relation(d).asc`.

    Raises:
        RequestError: PGRST100.
    """
    scanner = Scanner(text, "order")
    terms = [_order_term(scanner)]
    while scanner.take(","):
        terms.append(_order_term(scanner))
    if not scanner.at_end:
        raise scanner.failure('delimiter (.), "," or end of input')
    return tuple(terms)


def _order_term(scanner: Scanner) -> OrderTerm:
    field = scanner.field()
    relation = None
    if not field.path and scanner.take("("):
        relation, field = field.name, scanner.field()
        scanner.expect(")")
    found = scanner.match(_DIRECTION)
    direction, nulls = found.groups() if found else (None, None)
    if scanner.take("."):
        words = '"nullsfirst" or "nullslast"'
        raise scanner.failure(words if direction else f'"asc", "desc", {words}')
    scanner.skip_blanks()
    descending = None if direction is None else direction == "desc"
    return OrderTerm(field, relation, descending, None if nulls is None else nulls == "nullsfirst")


def _ranges(parameters: list[tuple[str, str]]) -> dict[Path, Range]:
    """Return the ranges from limit and offset. What is not a number is ignored, as PostgREST does."""
    limits: dict[Path, int] = {}
    offsets: dict[Path, int] = {}
    for key, value in parameters:
        word = _last_word(key)
        if word in {"limit", "offset"}:
            number = _number(value)
            if number is not None:
                (limits if word == "limit" else offsets)[_path(key)[0]] = number
    return {
        path: Range(max(0, offsets.get(path, 0)), limits.get(path)) for path in limits.keys() | offsets.keys()
    }


def _number(text: str) -> int | None:
    negative = text.startswith("-")
    number = whole_number(text.removeprefix("-"))
    return -number if negative and number is not None else number


def _names(text: str | None, what: str) -> tuple[str, ...] | None:
    """Parse a list of columns, without duplicates. What follows it is ignored."""
    if text is None:
        return None
    scanner = Scanner(text, what)
    names = [scanner.field_name()]
    while True:
        scanner.skip_blanks()
        if not scanner.take(","):
            break
        scanner.skip_blanks()
        names.append(scanner.field_name())
    return tuple(dict.fromkeys(names))
