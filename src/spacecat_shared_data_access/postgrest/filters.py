"""Filter values as PostgREST reads them.

The source of the rules: PostgREST's documentation of reserved characters, and of PostgreSQL's array
literals. Percent-encoding is left to httpx.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar
from urllib.parse import quote

import orjson

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.values import NUL, convert_timestamp, to_jsonable

T = TypeVar("T")

_MOST_IN_LIST: Final = 50
# A front end's limit is often 8 KB for the whole request line.
_MOST_BYTES: Final = 4_000

MOST_URL_BYTES: Final = 65_536
"""How long the URL of a request may be: httpx takes no longer one."""

_MOST_BYTES_OF_A_CHARACTER: Final = len("%F0%9F%98%80")

# Parameters that PostgREST does not read as filters. The second kind may also end a dotted name.
_PARAMETERS: Final = frozenset({"select", "columns", "on_conflict"})
_PARAMETER_ENDINGS: Final = frozenset({"order", "limit", "offset", "and", "or"})

# PostgREST's reserved characters, and PostgreSQL's in an array: a value with one of them is quoted.
_RESERVED = re.compile(r'[,.:()"\\\s]')
_RESERVED_IN_ARRAY = re.compile(r'[{},"\\\s]')
_EMPTY: Final = '""'


def encode_value(value: Any) -> str:
    """Write one value of a filter, such as the ``Done`` of ``eq.Done``.

    Args:
        value: A string, number, boolean, datetime, UUID or enum member; a map or list becomes JSON.
            The microseconds of a datetime are kept, since a stored timestamp may have them.

    Raises:
        ValidationError: The value is None, which no comparison matches, cannot be written, or is
            longer than a URL.
    """
    value = to_jsonable(convert_timestamp(value, exact=True) if isinstance(value, datetime) else value)
    if value is None:
        raise ValidationError("a filter needs a value; null is looked for with is_")
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    if len(text) * _MOST_BYTES_OF_A_CHARACTER > MOST_URL_BYTES and encoded_length(text) > MOST_URL_BYTES:
        raise ValidationError(
            f"the value takes {encoded_length(text):,} characters in a URL, more than the limit of "
            f"{MOST_URL_BYTES:,}"
        )
    return text


def encoded_length(text: str) -> int:
    """Return how many bytes a text takes in a URL."""
    return len(quote(text, safe=""))


def check_filter_column(column: str) -> str:
    """Check that PostgREST reads a parameter of this name as a filter, and return the name.

    Source: PostgREST's reserved query parameters (``select``, ``limit``, ``and``, …). A server would
    ignore a filter of such a name, or take it for something else.

    Args:
        column: A column, or a path such as ``metadata->>cloudId`` or ``organizations.name``.

    Raises:
        ValidationError: The name is reserved, or contains NUL.
    """
    if NUL in column:
        raise ValidationError("the name of a column cannot contain a NUL character")
    if column in _PARAMETERS or column.rpartition(".")[2] in _PARAMETER_ENDINGS:
        raise ValidationError(
            f"a column named {column} cannot be used in a filter: PostgREST reads it as another parameter"
        )
    return column


def encode_is(value: Any) -> str:
    """Write the value of an ``is`` filter: ``null``, ``true``, ``false``, or a word of PostgREST's."""
    if value is None:
        return "null"
    return encode_value(value)


def encode_in(values: Iterable[Any]) -> str:
    """Write the values of an ``in`` filter: ``(a,"b,c")``."""
    texts = [_in_list(encode_value(value)) for value in values]
    if texts == [_EMPTY]:
        texts *= 2  # PostgREST takes one empty text for no value at all, in quotes too
    return f"({','.join(texts)})"


def is_long_list(text: str) -> bool:
    """Return whether a list as `encode_in` writes it is longer than a part of `chunks_of` may be."""
    return len(text) * _MOST_BYTES_OF_A_CHARACTER > _MOST_BYTES and encoded_length(text) > _MOST_BYTES


def chunks_of(values: Iterable[T]) -> Iterator[list[T]]:
    """Split the values of an ``in`` filter so that no request's URL grows too long.

    Yields:
        Lists of at most 50 values and, percent-encoded, some 4,000 bytes.
    """
    chunk: list[T] = []
    size = 0
    for value in values:
        length = encoded_length(encode_in([value]))
        if chunk and (len(chunk) == _MOST_IN_LIST or size + length > _MOST_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(value)
        size += length
    if chunk:
        yield chunk


def encode_or(columns: Sequence[str], keys: Iterable[Sequence[Any]]) -> str:
    """Write the value of an ``or`` filter for rows of any of some keys: ``and(a.eq.1,b.eq.2),and(…)``.

    Args:
        columns: The columns of a key.
        keys: For each key its values, in the order of the columns.
    """
    return ",".join(f"and({','.join(map(_equal, columns, values))})" for values in keys)


def encode_array(values: Iterable[Any]) -> str:
    """Write a PostgreSQL array literal: ``{a,"b c"}``."""
    return f"{{{','.join(_in_array(value) for value in values)}}}"


def encode_contained(value: Any) -> str:
    """Write the value of a ``contains`` filter: JSON for a map, else an array literal."""
    if isinstance(value, Mapping):
        return encode_value(value)
    return encode_array(value if isinstance(value, list | tuple | set | frozenset) else [value])


def compare_text(column: str, operator: str, value: Any) -> str:
    """Write one comparison inside an ``or`` or ``and`` filter: ``name.eq."a,b"``.

    Args:
        column: The column.
        operator: PostgREST's operator, such as ``eq`` or ``lt``.
        value: As for `encode_value`.
    """
    return f"{column}.{operator}.{_in_list(encode_value(value))}"


def _equal(column: str, value: Any) -> str:
    return compare_text(column, "eq", value)


def _in_list(text: str) -> str:
    return text if text and not _RESERVED.search(text) else _quoted(text)


def _in_array(value: Any) -> str:
    if value is None:
        return "NULL"
    text = encode_value(value)
    bare = text and text.lower() != "null" and not _RESERVED_IN_ARRAY.search(text)
    return text if bare else _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
