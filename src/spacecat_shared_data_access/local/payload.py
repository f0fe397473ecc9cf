"""The body of a request: rows to write, or the arguments of a function."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from spacecat_shared_data_access.local.errors import invalid_body

JSON = "application/json"
CSV = "text/csv"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Payload:
    """A parsed body.

    Attributes:
        text: The body as JSON.
        keys: The keys that all of its rows have.
        is_object: Whether it is one object instead of a list.
    """

    text: str
    keys: tuple[str, ...]
    is_object: bool


EMPTY = Payload("{}", (), is_object=True)


def read_payload(content: bytes, content_type: str | None, columns: tuple[str, ...] | None) -> Payload:
    """Parse a body.

    Args:
        content: The body as received.
        content_type: The Content-Type header; None means JSON.
        columns: The keys to use if the query string names them. Rows may then have others or lack some.

    Raises:
        RequestError: PGRST102 if it cannot be parsed or its rows have different keys.
    """
    media_type = JSON if content_type is None else content_type.partition(";")[0].strip().lower()
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise invalid_body("Empty or invalid json") from None
    if media_type == CSV:
        return _listed(_csv_rows(text), columns)
    if media_type == FORM:
        fields = dict(parse_qsl(text, keep_blank_values=True))
        return Payload(json.dumps(fields), columns or tuple(fields), is_object=True)
    if media_type != JSON:
        raise invalid_body(f"Content-Type not acceptable: {content_type}")
    if columns is not None:
        # PostgreSQL checks the rows: only whether it is an object or a list has to be known here.
        return Payload(text, columns, is_object=text.lstrip(" \t\r\n").startswith("{"))
    return _json(text)


def _json(text: str) -> Payload:
    try:
        # Only keys are needed. Numbers stay text, since PostgreSQL parses them whatever their length.
        body = json.loads(text, parse_constant=no_constant, parse_int=str)
        if "\\u" in text:
            json.dumps(body, ensure_ascii=False).encode()  # refuses half a surrogate pair
    except (ValueError, RecursionError):
        raise invalid_body("Empty or invalid json") from None
    if isinstance(body, dict):
        return Payload(text, tuple(body), is_object=True)
    if not isinstance(body, list):
        return Payload("[]", (), is_object=False)
    return Payload(text, _common_keys(body), is_object=False)


def no_constant(name: str) -> NoReturn:
    """Raise ValueError for NaN and Infinity, which are not JSON."""
    raise ValueError(f"{name} is not JSON")


def _common_keys(rows: Iterable[Any]) -> tuple[str, ...]:
    keys: tuple[str, ...] | None = None
    for row in rows:
        if not isinstance(row, dict) or (keys is not None and row.keys() != set(keys)):
            raise invalid_body("All object keys must match")
        keys = keys or tuple(row)
    return keys or ()


def _listed(rows: list[dict[str, Any]], columns: tuple[str, ...] | None) -> Payload:
    keys = columns if columns is not None else _common_keys(rows)
    return Payload(json.dumps(rows), keys, is_object=False)


def _csv_rows(text: str) -> list[dict[str, Any]]:
    """Return the rows of a CSV body. NULL without quotes is null, as in PostgREST."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise invalid_body(f"parse error ({error})") from None
    if not lines:
        raise invalid_body("not enough input")
    header, *rows = lines
    if any(len(row) != len(header) for row in rows if row):
        raise invalid_body("All lines must have same number of fields")
    return [
        {name: None if value == "NULL" else value for name, value in zip(header, row, strict=True)}
        for row in rows
        if row
    ]
