"""Parses `select=alias:column->path::cast,relation!hint!inner(…)`."""

import re

from spacecat_shared_data_access.local.errors import RequestError
from spacecat_shared_data_access.local.parsing.scanner import Scanner
from spacecat_shared_data_access.local.parsing.terms import Field, SelectColumn, SelectEmbed, SelectItem

_AGGREGATES = ("avg", "count", "max", "min", "sum")
_CAST = re.compile(r"[\w $]+")
_DEEPEST = 30


def parse_select(text: str) -> tuple[SelectItem, ...]:
    """Parse a `select` parameter. What follows the last item is ignored, as PostgREST does: `a)`.

    Args:
        text: Its value; an empty string selects no columns.

    Raises:
        RequestError: PGRST100 if it cannot be parsed, PGRST123 for an aggregate function, which
            PostgREST does not allow by default.
    """
    return _items(Scanner(text, "select parameter"), 0)


def _items(scanner: Scanner, depth: int) -> tuple[SelectItem, ...]:
    if depth > _DEEPEST:
        raise scanner.failure(f"at most {_DEEPEST} levels of embedding")
    if scanner.at_end or scanner.sees(")"):
        return ()
    items: list[SelectItem] = []
    while True:
        scanner.skip_blanks()
        items.append(_item(scanner, depth))
        scanner.skip_blanks()
        if not scanner.take(","):
            return tuple(items)


def _item(scanner: Scanner, depth: int) -> SelectItem:
    spread = scanner.take("...")
    if not spread and scanner.take("*"):
        _check_end(scanner)
        return SelectColumn(Field("*"))
    if not spread and scanner.take("count()"):
        raise _aggregate()
    name = scanner.field_name()
    alias = None
    if not spread and scanner.sees(":") and not scanner.sees("::"):
        scanner.take(":")
        alias, name = name, scanner.field_name()
    if spread or scanner.sees("!") or scanner.sees("("):
        return _embed(scanner, depth, name, alias, spread=spread)
    field = Field(name, scanner.json_path())
    if scanner.take("."):
        function = scanner.field_name()
        if function in _AGGREGATES and scanner.take("()"):
            raise _aggregate()
        raise scanner.failure('"->", "::", "," or end of input')
    cast = scanner.word(_CAST, "letter or digit") if scanner.take("::") else None
    column = SelectColumn(field, alias, cast)
    _check_end(scanner)
    return column


def _check_end(scanner: Scanner) -> None:
    scanner.skip_blanks()
    if not (scanner.at_end or scanner.sees(",") or scanner.sees(")")):
        raise scanner.failure('",", "(" or end of input')


def _embed(scanner: Scanner, depth: int, name: str, alias: str | None, *, spread: bool) -> SelectEmbed:
    hint: str | None = None
    inner = False
    while scanner.take("!"):
        word = scanner.field_name()
        if word in {"inner", "left"}:
            inner = word == "inner"
        else:
            hint = word
    scanner.expect("(")
    items = _items(scanner, depth + 1)
    scanner.expect(")", '",", ")" or end of input')
    return SelectEmbed(name, items, alias, hint, inner, spread)


def _aggregate() -> RequestError:
    return RequestError(400, "PGRST123", "Use of aggregate functions is not allowed")
