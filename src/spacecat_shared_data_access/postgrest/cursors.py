"""Cursors: where the next page of a listing begins, as an opaque text."""

from __future__ import annotations

import base64
import binascii
from typing import Final

import orjson

from spacecat_shared_data_access.errors import ValidationError

_GREATEST: Final = 2**63 - 1  # PostgreSQL counts rows with a bigint


def encode_cursor(offset: int) -> str:
    """Write the cursor of a page.

    Args:
        offset: How many rows lie before it.

    Returns:
        Base64 of ``{"offset": n}``, as the original's.
    """
    return base64.b64encode(orjson.dumps({"offset": offset})).decode()


def decode_cursor(cursor: str | None) -> int:
    """Read a cursor.

    Args:
        cursor: As a page gave it; None or an empty string for the first page.

    Returns:
        How many rows to leave out.

    Raises:
        ValidationError: It is none of ours. (The original starts over, so that a caller who loses a
            character reads the first page again and again.)
    """
    if not cursor:
        return 0
    try:
        content = orjson.loads(base64.b64decode(cursor, validate=True))
        offset = content["offset"]
    except (binascii.Error, ValueError, TypeError, KeyError) as error:
        raise ValidationError("cursor cannot be read") from error
    if not isinstance(offset, int) or isinstance(offset, bool) or not 0 <= offset <= _GREATEST:
        raise ValidationError("cursor cannot be read")
    return offset
