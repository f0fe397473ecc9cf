"""Converts callers' values to the values that are stored and sent.

Timestamps are strings: ISO 8601, UTC, three decimals, ``Z``, as JavaScript's ``toISOString`` returns them.
Callers may also pass datetimes, UUIDs and enum members.
"""

from __future__ import annotations

import contextlib
import math
import os
import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from spacecat_shared_data_access.errors import ValidationError

_ISO_DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
)
# PostgREST's usual format, with a valid date and in UTC. It is truncated without being parsed.
_UTC_DATE_TIME = re.compile(
    r"\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3,9}(?:\+00:00|Z)"
)
_TO_MILLISECONDS: Final = len("2026-07-02T09:38:00.123")
_TO_MICROSECONDS: Final = len("2026-07-02T09:38:00.123456")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NESTED: Final[frozenset[Any]] = frozenset({dict, list})

NUL: Final = "\0"
"""The character that PostgreSQL does not allow in text."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_MIN_INTEGER: Final = -(2**63)
_MAX_INTEGER: Final = 2**64 - 1
_MAX_EXACT_FLOAT: Final = 2**53
# 74 bits of an ID are random: two of them in the digit of the variant.
_RANDOM_BYTES: Final = 10
_VARIANT: Final[Mapping[str, str]] = {f"{digit:x}": f"{0b1000 | digit & 0b0011:x}" for digit in range(16)}


def now() -> str:
    """Return the current time as a timestamp, such as ``2026-07-02T09:38:00.000Z``."""
    return _format_milliseconds(time.time_ns() // 1_000_000)


def expires_in(seconds: float) -> str:
    """Return the timestamp in some seconds from now.

    Args:
        seconds: A positive number of seconds.

    Raises:
        ValidationError: The number is not positive, or too large.
    """
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not seconds > 0:
        raise ValidationError("ttl must be a positive number of seconds")
    try:
        return to_timestamp(datetime.now(UTC) + timedelta(seconds=seconds))
    except OverflowError:
        raise ValidationError("ttl is too large") from None


@lru_cache(maxsize=1)
def _format_milliseconds(milliseconds: int) -> str:
    # Cached, since many items are often created within a millisecond.
    return to_timestamp(_EPOCH + timedelta(milliseconds=milliseconds))


def to_timestamp(moment: datetime, *, exact: bool = False) -> str:
    """Convert a datetime to a timestamp.

    Args:
        moment: A datetime with a time zone.
        exact: Whether to keep microseconds. By default they are truncated.

    Raises:
        ValidationError: The datetime has no time zone, or is out of range in UTC.
    """
    if moment.tzinfo is None:
        raise ValidationError("a datetime needs a time zone, such as datetime.now(UTC)")
    try:
        in_utc = moment.astimezone(UTC)
    except OverflowError:
        raise ValidationError("a datetime is out of range in UTC") from None
    timespec = "microseconds" if exact and in_utc.microsecond % 1_000 else "milliseconds"
    return f"{in_utc.isoformat(timespec=timespec).removesuffix('+00:00')}Z"


def from_timestamp(text: str) -> datetime | None:
    """Parse an ISO 8601 date-time with a time zone. Return None if the text is not one.

    Args:
        text: The text. Seconds and decimals are optional; microseconds are the highest precision.
    """
    if _ISO_DATE_TIME.fullmatch(text) is None:
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):  # February 30, or out of range in UTC
        return None


def convert_timestamp(value: Any, *, exact: bool = False) -> Any:
    """Convert a caller's datetime or ISO 8601 text to a timestamp.

    Args:
        value: A datetime with a time zone, or an ISO 8601 text with one, such as ``datetime.isoformat()``
            returns. Any other value is returned unchanged.
        exact: Whether to keep microseconds, as in filters: stored timestamps may have them.

    Raises:
        ValidationError: A datetime has no time zone.
    """
    moment = from_timestamp(value) if isinstance(value, str) else value
    return to_timestamp(moment, exact=exact) if isinstance(moment, datetime) else value


def timestamp_expected() -> ValidationError:
    """Create the error that describes the format of timestamps. It is the cause of other errors."""
    return ValidationError(
        "a timestamp is an ISO 8601 text with a time zone, such as 2026-07-02T09:38:00.000Z, "
        "or a datetime with a time zone"
    )


def normalize_timestamp(text: str) -> str:
    """Convert an ISO 8601 date-time with a time zone to a timestamp. Return any other text unchanged.

    Args:
        text: Any text, such as PostgREST's ``2026-06-30T10:11:12.123456+00:00``, which becomes
            ``2026-06-30T10:11:12.123Z``.
    """
    if _UTC_DATE_TIME.fullmatch(text):
        return text[:_TO_MILLISECONDS] + "Z"
    moment = from_timestamp(text)
    return text if moment is None else to_timestamp(moment)


def read_timestamp(text: str) -> str:
    """Convert the value of an attribute that holds timestamps, as `normalize_timestamp` does, but faster.

    Args:
        text: A valid timestamp: PostgREST's usual formats are truncated without a check of their digits.
    """
    is_utc = text[_TO_MICROSECONDS:] == "+00:00" or text[_TO_MILLISECONDS:] == "+00:00"
    if is_utc and text[10] == "T":
        return text[:_TO_MILLISECONDS] + "Z"
    return normalize_timestamp(text)


def later_than(stored: object) -> str:
    """Return the current time or, if it is not later than a stored timestamp, the millisecond after that."""
    current = now()
    if isinstance(stored, str) and stored >= current:
        moment = from_timestamp(stored)
        if moment is not None:
            return to_timestamp(moment + timedelta(milliseconds=1))
    return current


def touch(_value: object, _record: object) -> str:
    """Return the current time: the ``set`` hook of ``updated_at``."""
    return now()


def new_id() -> str:
    """Create a UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then random bits."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """Create several UUIDv7s. Their order is random.

    Args:
        count: The number of IDs.
    """
    moment = f"{time.time_ns() // 1_000_000:012x}"
    prefix = f"{moment[:8]}-{moment[8:]}-7"
    # No random bits are kept: they would be used twice if the process is forked or restored from a snapshot.
    digits = os.urandom(_RANDOM_BYTES * count).hex()
    ids = []
    for start in range(0, len(digits), 2 * _RANDOM_BYTES):
        random = digits[start : start + 19]
        ids.append(f"{prefix}{random[:3]}-{_VARIANT[random[3]]}{random[4:7]}-{random[7:]}")
    return ids


def to_jsonable(value: Any) -> Any:
    """Convert a value to JSON values, which are stored in records and sent.

    Args:
        value: A JSON value. At any depth it may contain datetimes, dates, UUIDs, enum members, mappings and
            sequences.

    Returns:
        The converted value. The argument is not changed.

    Raises:
        ValidationError: A value is not supported by JSON or PostgreSQL.
    """
    convert = _SCALARS.get(type(value))
    if convert is not None:
        return convert(value)
    try:
        return _convert(value)
    except RecursionError:
        raise ValidationError("a value contains itself or is nested too deeply") from None


def copy_json(value: Any) -> Any:
    """Return a deep copy of a JSON value. Any other value is returned unchanged."""
    if value.__class__ not in _NESTED:
        return value
    copy = value.copy()
    pending: list[Any] = [copy]  # no recursion: stored JSON may be nested deeper than Python's stack allows
    while pending:
        container = pending.pop()
        for key, item in container.items() if isinstance(container, dict) else enumerate(container):
            if item.__class__ in _NESTED:
                container[key] = item.copy()
                pending.append(container[key])
    return copy


def _convert(value: Any) -> Any:
    convert = _SCALARS.get(type(value))
    if convert is not None:
        return convert(value)
    if isinstance(value, Mapping):
        return {_convert_key(key): _convert(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_convert(item) for item in value]
    return _convert_scalar(value)


def _check_text(value: str) -> str:
    if NUL in value:
        raise ValidationError("a text with a NUL character cannot be stored in PostgreSQL")
    if not value.isascii() and _SURROGATE.search(value):
        raise ValidationError("a text with a lone surrogate (half a character) cannot be sent")
    return value


def _convert_integer(value: int) -> float:
    if _MIN_INTEGER <= value <= _MAX_INTEGER:
        return value
    # orjson encodes at most 64 bits. A larger integer that is exact as a float is sent as one.
    with contextlib.suppress(OverflowError):
        if float(value) == value:
            return float(value)
    raise ValidationError("an integer of more than 64 bits cannot be sent as JSON")


def _convert_float(value: float) -> float:
    if not math.isfinite(value):
        raise ValidationError("a number that is not finite cannot be sent as JSON")
    # JavaScript sends 3.0 as 3, and an integer column accepts nothing else.
    return int(value) if value.is_integer() and abs(value) <= _MAX_EXACT_FLOAT else value


_SCALARS: Final[Mapping[type, Callable[[Any], Any]]] = {
    str: _check_text,
    int: _convert_integer,
    float: _convert_float,
    bool: lambda value: value,
    type(None): lambda value: value,
}


def js_str(value: Any) -> str:
    """Return a value as JavaScript writes it in a message: ``null``, ``true``, or its text."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _convert_scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return _convert(value.value)
    if isinstance(value, datetime):
        return to_timestamp(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    for base in (str, int, float):
        if isinstance(value, base):  # an instance of a subclass
            return _convert(base(value))
    raise ValidationError(f"a value of type {type(value).__name__} cannot be stored as JSON")


def _convert_key(key: Any) -> str:
    converted = _convert(key)
    if not isinstance(converted, str):
        raise ValidationError(f"a key of a map must be a string, not {type(key).__name__}")
    return converted
