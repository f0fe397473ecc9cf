"""Cursors: where a listing continues, as an opaque string.

There are two kinds. An offset, in the original's format, and a position: the sort keys of the last row, for keyset
pagination. A position has an offset too, so that the original can read it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import orjson

from spacecat_shared_data_access.errors import ValidationError

_MAX_OFFSET: Final = 2**63 - 1  # a bigint in PostgreSQL
_VERSION: Final = 1
_DIGEST_BYTES: Final = 12


class Position(NamedTuple):
    """Where a page begins.

    Attributes:
        offset: The number of rows before the page.
        after: The values of the sort keys of the row before it; None if only the offset is known.
    """

    offset: int = 0
    after: tuple[Any, ...] | None = None


def encode_cursor(offset: int) -> str:
    """Return the cursor of an offset.

    Args:
        offset: The number of rows before the page.

    Returns:
        Base64 of ``{"offset": n}``, as in the original.
    """
    return _encoded({"offset": offset})


def decode_cursor(cursor: str | None) -> int:
    """Return the offset of a cursor.

    Args:
        cursor: A cursor, or None or an empty string for the first page.

    Returns:
        The number of rows to skip.

    Raises:
        ValidationError: The cursor is malformed, or a position. The original returns the first page instead,
            so that a caller with a truncated cursor reads it again and again.
    """
    if not cursor:
        return 0
    content = _content(cursor)
    if "v" in content:
        raise ValidationError("cursor belongs to another query: this one continues by offset only")
    return _offset(content)


def encode_position(position: Position, query: str) -> str:
    """Return the cursor of a position.

    Args:
        position: The position.
        query: A text that is the same for each page of a query, and different for another query.

    Returns:
        The cursor of an offset, or base64 of offset and sort keys with a checksum of these and the query.
    """
    if position.after is None:
        return encode_cursor(position.offset)
    return _encoded(
        {
            "v": _VERSION,
            "offset": position.offset,
            "after": position.after,
            "check": _checksum(query, position.offset, position.after),
        }
    )


def decode_position(cursor: str | None, query: str) -> Position:
    """Return the position of a cursor of either kind.

    Args:
        cursor: A cursor, or None or an empty string for the first page.
        query: As for `encode_position`.

    Raises:
        ValidationError: The cursor is malformed, or belongs to another query.
    """
    if not cursor:
        return Position()
    content = _content(cursor)
    offset = _offset(content)
    if "v" not in content:
        return Position(offset)
    after = content.get("after")
    if content["v"] != _VERSION or not isinstance(after, list):
        raise ValidationError("cursor cannot be read")
    if content.get("check") != _checksum(query, offset, after):
        raise ValidationError(
            "cursor belongs to another query: pass the same keys, conditions and order for each page"
        )
    return Position(offset, tuple(after))


def _encoded(content: Mapping[str, Any]) -> str:
    return base64.b64encode(orjson.dumps(content)).decode()


def _content(cursor: str) -> dict[str, Any]:
    try:
        content = orjson.loads(base64.b64decode(cursor, validate=True))
    except (binascii.Error, ValueError, TypeError) as error:
        raise ValidationError("cursor cannot be read") from error
    if not isinstance(content, dict):
        raise ValidationError("cursor cannot be read")
    return content


def _offset(content: Mapping[str, Any]) -> int:
    offset = content.get("offset")
    if not isinstance(offset, int) or isinstance(offset, bool) or not 0 <= offset <= _MAX_OFFSET:
        raise ValidationError("cursor cannot be read")
    return offset


def _checksum(query: str, offset: int, after: Sequence[Any]) -> str:
    content = orjson.dumps([query, offset, after])
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
