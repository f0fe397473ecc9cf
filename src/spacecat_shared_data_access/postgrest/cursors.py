"""Cursors: the offset of a listing's next page as an opaque string."""

from __future__ import annotations

import base64
import binascii
from typing import Final

import orjson

from spacecat_shared_data_access.errors import ValidationError

_MAX_OFFSET: Final = 2**63 - 1  # a bigint in PostgreSQL


def encode_cursor(offset: int) -> str:
    """Return the cursor of an offset.

    Args:
        offset: The number of rows before the page.

    Returns:
        Base64 of ``{"offset": n}``, as in the original.
    """
    return base64.b64encode(orjson.dumps({"offset": offset})).decode()


def decode_cursor(cursor: str | None) -> int:
    """Return the offset of a cursor.

    Args:
        cursor: A cursor, or None or an empty string for the first page.

    Returns:
        The number of rows to skip.

    Raises:
        ValidationError: The cursor is malformed. The original returns the first page instead, so that a
            caller with a truncated cursor reads it again and again.
    """
    if not cursor:
        return 0
    try:
        content = orjson.loads(base64.b64decode(cursor, validate=True))
        offset = content["offset"]
    except (binascii.Error, ValueError, TypeError, KeyError) as error:
        raise ValidationError("cursor cannot be read") from error
    if not isinstance(offset, int) or isinstance(offset, bool) or not 0 <= offset <= _MAX_OFFSET:
        raise ValidationError("cursor cannot be read")
    return offset
