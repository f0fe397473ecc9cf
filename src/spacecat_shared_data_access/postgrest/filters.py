"""Encodes filter values for PostgREST.

The rules are those of PostgREST's reserved characters and of PostgreSQL's array literals. httpx does the
percent-encoding.
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

_MAX_LIST_LENGTH: Final = 50
# Reverse proxies often limit the request line to 8 KB.
_MAX_LIST_BYTES: Final = 4_000

MAX_URL_BYTES: Final = 65_536
"""The maximum length of a request's URL, which is httpx's limit."""

_MAX_BYTES_PER_CHARACTER: Final = len("%F0%9F%98%80")

# Parameters that PostgREST does not read as filters. Those of the second set may also end a dotted name.
_PARAMETERS: Final = frozenset({"select", "columns", "on_conflict"})
_PARAMETER_ENDINGS: Final = frozenset({"order", "limit", "offset", "and", "or"})

# Values with these characters are quoted: PostgREST's reserved characters, and those of PostgreSQL's arrays.
_RESERVED = re.compile(r'[,.:()"\\\s]')
_RESERVED_IN_ARRAY = re.compile(r'[{},"\\\s]')
_EMPTY: Final = '""'

_IS_KEYWORDS: Final = frozenset({"null", "not_null", "true", "false", "unknown"})
_LIKE_WILDCARDS = re.compile(r"[\\%_]")
# A column, or a path into its JSON, as PostgREST reads it inside `or` without quotes.
_NAME: Final = r"[\w $]+(?:-[\w $]+)*"
_COLUMN_IN_TREE = re.compile(rf"{_NAME}(?:->>?(?:-?\d+|{_NAME}))*")
# Columns with these characters are quoted by postgrest, outside of `or`.
_RESERVED_IN_COLUMN = re.compile(r'[,:()"\\]')


def encode_value(value: Any) -> str:
    """Return a value as text, such as the ``Done`` of ``eq.Done``.

    Args:
        value: A string, number, boolean, datetime, UUID or enum member; a map or list becomes JSON.
            The microseconds of a datetime are kept, since stored timestamps may have them.

    Raises:
        ValidationError: The value is None, which no comparison matches, cannot be stored, or is longer
            than a URL may be.
    """
    value = to_jsonable(convert_timestamp(value, exact=True) if isinstance(value, datetime) else value)
    if value is None:
        raise ValidationError("a filter needs a value; use is_ for null")
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    if len(text) * _MAX_BYTES_PER_CHARACTER > MAX_URL_BYTES and encoded_length(text) > MAX_URL_BYTES:
        raise ValidationError(
            f"the value takes {encoded_length(text):,} characters in a URL, more than the limit of "
            f"{MAX_URL_BYTES:,}"
        )
    return text


def encoded_length(text: str) -> int:
    """Return the length of a text in a URL, in bytes."""
    return len(quote(text, safe=""))


def check_filter_column(column: str) -> str:
    """Check that PostgREST reads a parameter with this name as a filter, and return the name.

    PostgREST gives some query parameters another meaning (``select``, ``limit``, ``and``, …).

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


def encode_column_in_tree(column: str) -> str:
    """Return a column as it is written inside an ``or`` or ``and`` filter.

    Args:
        column: A column, or a path such as ``metadata->>cloudId``.

    Raises:
        ValidationError: It is a column of an embedded resource, or of characters that would end it.
    """
    if _COLUMN_IN_TREE.fullmatch(column):
        return column
    if _RESERVED_IN_COLUMN.search(column):
        return _quoted(column)
    raise ValidationError(
        f"{column} cannot be used inside op.or_ and inside op.not_ of several conditions: these take columns of "
        "the entity, and JSON paths of letters, digits, blanks and the characters - _ $"
    )


def encode_is(value: Any) -> str:
    """Return the value of an ``is`` filter.

    Args:
        value: None, a boolean, or a keyword: ``null``, ``not_null``, ``true``, ``false``, ``unknown``.

    Raises:
        ValidationError: It is another value.
    """
    text = "null" if value is None else encode_value(value)
    if text.lower() not in _IS_KEYWORDS:
        raise ValidationError("is_ takes None, True, False, or the text not_null or unknown")
    return text


def affix_pattern(text: Any, *, at_start: bool) -> tuple[str, str]:
    """Return the operator and the pattern that match values that start, or end, with a text.

    Args:
        text: The text. None of its characters is a wildcard.
        at_start: Whether values start with it; otherwise they end with it.

    Raises:
        ValidationError: It is not a text, or cannot be sent.
    """
    text = to_jsonable(text)
    if not isinstance(text, str):
        raise ValidationError("starts_with and ends_with take a text")
    if "*" in text:  # PostgREST replaces it by % in the pattern of a `like`, even after a backslash
        literal = re.escape(text)
        return "match", encode_value(f"^{literal}" if at_start else f"{literal}$")
    literal = _LIKE_WILDCARDS.sub(r"\\\g<0>", text)
    return "like", encode_value(f"{literal}%" if at_start else f"%{literal}")


def encode_in(values: Iterable[Any]) -> str:
    """Return the values of an ``in`` filter: ``(a,"b,c")``."""
    texts = [_list_item(encode_value(value)) for value in values]
    if texts == [_EMPTY]:
        texts *= 2  # PostgREST reads a single empty string as an empty list, even if it is quoted
    return f"({','.join(texts)})"


def is_long_list(text: str) -> bool:
    """Return whether a list that `encode_in` returned is longer than a chunk of `chunks_of`."""
    return len(text) * _MAX_BYTES_PER_CHARACTER > _MAX_LIST_BYTES and encoded_length(text) > _MAX_LIST_BYTES


def chunks_of(values: Iterable[T]) -> Iterator[list[T]]:
    """Split the values of an ``in`` filter, so that URLs do not get too long.

    Yields:
        Lists of at most 50 values and about 4,000 bytes, percent-encoded.
    """
    chunk: list[T] = []
    size = 0
    for value in values:
        length = encoded_length(encode_in([value]))
        if chunk and (len(chunk) == _MAX_LIST_LENGTH or size + length > _MAX_LIST_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(value)
        size += length
    if chunk:
        yield chunk


def encode_or(columns: Sequence[str], keys: Iterable[Sequence[Any]]) -> str:
    """Return the value of an ``or`` filter that matches any of several keys: ``and(a.eq.1,b.eq.2),and(…)``.

    Args:
        columns: The columns of the key.
        keys: The values of each key, in the order of the columns.
    """
    return ",".join(f"and({','.join(map(_equal, columns, values))})" for values in keys)


def encode_array(values: Iterable[Any]) -> str:
    """Return a PostgreSQL array literal: ``{a,"b c"}``."""
    return f"{{{','.join(_array_item(value) for value in values)}}}"


def encode_contained(value: Any) -> str:
    """Return the value of a ``contains`` filter: JSON for a map, otherwise an array literal."""
    return encode_value(value) if isinstance(value, Mapping) else encode_array(values_of(value))


def encode_overlap(value: Any) -> str:
    """Return the value of an ``overlaps`` filter: an array literal."""
    if isinstance(value, Mapping):
        raise ValidationError("overlaps takes a list of values")
    return encode_array(values_of(value))


def values_of(value: Any) -> Sequence[Any]:
    """Return the values of an iterable, or a single value as a list.

    A text and a mapping are single values. The values of a set are sorted by their text.
    """
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)  # the order of a set differs from process to process
    if not isinstance(value, Iterable) or isinstance(value, str | bytes | bytearray | Mapping):
        return [value]
    return value if isinstance(value, list | tuple) else list(value)


def compare_text(column: str, operator: str, value: Any) -> str:
    """Return a comparison inside an ``or`` or ``and`` filter: ``name.eq."a,b"``.

    Args:
        column: The column.
        operator: The PostgREST operator, such as ``eq`` or ``lt``.
        value: The value, as for `encode_value`.
    """
    return f"{column}.{operator}.{encode_in_tree(encode_value(value))}"


def _equal(column: str, value: Any) -> str:
    return compare_text(column, "eq", value)


def encode_in_tree(text: str) -> str:
    """Return an encoded value as it is written inside an ``or`` or ``and`` filter: ``"a,b"``."""
    # PostgREST reads no further than the brace that closes an array.
    return _quoted(text) if text.startswith("{") else _list_item(text)


def _list_item(text: str) -> str:
    return text if text and not _RESERVED.search(text) else _quoted(text)


def _array_item(value: Any) -> str:
    if value is None:
        return "NULL"
    text = encode_value(value)
    is_plain = text and text.lower() != "null" and not _RESERVED_IN_ARRAY.search(text)
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
