"""Filters: `column=not.eq.value`, and trees of them: `or=(a.eq.1,and(b.is.null,c.in.(1,2)))`."""

import re
from typing import get_args

from spacecat_shared_data_access.local.errors import RequestError
from spacecat_shared_data_access.local.parsing.scanner import Scanner
from spacecat_shared_data_access.local.parsing.terms import Condition, Field, Filter, Logic, Operator

QUANTIFIABLE = frozenset({"eq", "gt", "gte", "lt", "lte", "like", "ilike", "match", "imatch"})
FULL_TEXT = frozenset({"fts", "plfts", "phfts", "wfts"})
_OPERATORS: dict[str, Operator] = {name: name for name in get_args(Operator)}
_IS_VALUE = re.compile("not_null|null|unknown|true|false", re.IGNORECASE | re.ASCII)
_ARRAY = re.compile(r"\{[^{}]*\}")
_DEEPEST = 100


def parse_filter(field: Field, text: str) -> Filter:
    """Parse a filter's value. What follows it is ignored, as PostgREST does: `in.(1,2)x`, `is.nullx`.

    Args:
        field: The field that is compared.
        text: The operator and its operand: `not.in.(1,2)`.

    Raises:
        RequestError: PGRST100.
    """
    return _operation(Scanner(text, "filter"), field, in_tree=False)


def has_operator(text: str) -> bool:
    """Return whether a value begins with an operator: for a function it is then a filter, not an argument."""
    word, delimiter, _ = text.removeprefix("not.").partition(".")
    return bool(delimiter) and word.partition("(")[0] in _OPERATORS


def parse_logic(operator: str, text: str) -> Logic:
    """Parse the value of `and`, `or`, `not.and` or `not.or`. What follows it is ignored.

    Args:
        operator: The parameter's name without the path to an embedded resource.
        text: `(a.eq.1,b.eq.2)`.

    Raises:
        RequestError: PGRST100.
    """
    scanner = Scanner(operator + text, "logic tree", shown=text)
    return _logic(scanner, 0)


def _logic(scanner: Scanner, depth: int) -> Logic:
    if depth > _DEEPEST:
        raise scanner.failure(f"at most {_DEEPEST} levels")
    negated = scanner.take("not.")
    if not (scanner.take("and") or scanner.take("or")):
        raise scanner.failure("logic operator (and, or)")
    operator = scanner.text[: scanner.position]
    scanner.skip_blanks()
    scanner.expect("(")
    children: list[Condition] = []
    while True:
        scanner.skip_blanks()
        children.append(_condition(scanner, depth + 1))
        scanner.skip_blanks()
        if not scanner.take(","):
            break
    scanner.expect(")", '",", ")"')
    return Logic("and" if operator.endswith("and") else "or", tuple(children), negated)


def _condition(scanner: Scanner, depth: int) -> Condition:
    """Parse a filter or a tree. The filter is tried first, since a column may be called `or`."""
    start = scanner.position
    try:
        field = scanner.field()
        scanner.expect(".", "delimiter (.)")
        return _operation(scanner, field, in_tree=True)
    except RequestError:
        failed_at = scanner.position
        scanner.position = start
        if any(scanner.sees(word) for word in ("and(", "or(", "not.and(", "not.or(", "and (", "or (")):
            return _logic(scanner, depth)
        scanner.position = failed_at
        raise


def _operation(scanner: Scanner, field: Field, *, in_tree: bool) -> Filter:
    negated = scanner.take("not.")
    start = scanner.position
    word = scanner.take_until(".(")
    operator = _OPERATORS.get(word)
    if operator is None:
        scanner.position = start
        raise scanner.failure("operator (eq, gt, ...)" if negated else '"not" or operator (eq, gt, ...)')
    modifier = _modifier(scanner, operator) if scanner.sees("(") else None
    scanner.expect(".", "delimiter (.)")
    value: str | tuple[str, ...]
    if operator == "in":
        value = _list(scanner)
    elif operator == "is":
        found = scanner.match(_IS_VALUE)
        if found is None:
            raise scanner.failure("isVal: (null, not_null, true, false, unknown)")
        value = found[0].lower()
    else:
        value = _tree_value(scanner) if in_tree else scanner.text[scanner.position :]
    return Filter(field, operator, value, negated, modifier)


def _modifier(scanner: Scanner, operator: Operator) -> str | None:
    start = scanner.position
    scanner.take("(")
    word = scanner.take_until(")")
    scanner.expect(")")
    if operator in FULL_TEXT or (operator in QUANTIFIABLE and word in {"any", "all"}):
        return word
    scanner.position = start
    raise scanner.failure("delimiter (.)")


def _list(scanner: Scanner) -> tuple[str, ...]:
    scanner.skip_blanks()
    scanner.expect("(")
    scanner.skip_blanks()  # before the first element only
    elements = [_element(scanner)]
    while scanner.take(","):
        elements.append(_element(scanner))
    scanner.expect(")", '"," or ")"')
    # `in.()` is parsed as one empty element and means no value. PostgREST treats `in.("")` alike.
    return () if elements == [""] else tuple(elements)


def _element(scanner: Scanner) -> str:
    """Parse an element of a list. Quotes count only if they enclose all of it."""
    start = scanner.position
    quoted = scanner.quoted()
    if quoted is not None and scanner.peek() in {"", ",", ")"}:
        return quoted
    scanner.position = start
    return scanner.take_until(",)")


def _tree_value(scanner: Scanner) -> str:
    """Parse a value in a tree: quoted, an array literal, or up to the next comma or parenthesis."""
    array = scanner.match(_ARRAY)
    return array[0] if array else _element(scanner)
