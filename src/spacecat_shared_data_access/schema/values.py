"""Values: what a caller may hand in, as what is stored and sent.

Timestamps are strings, ISO 8601, UTC, three decimals, ``Z``, as JavaScript's ``toISOString`` writes
them. A datetime, a UUID or an enum's member is accepted wherever a value goes in.
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
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))"
)
# What PostgREST mostly sends, in UTC and surely a real moment: brought to a timestamp by cutting alone.
_SENT_IN_UTC = re.compile(
    r"\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3,9}(?:\+00:00|Z)"
)
_TO_MILLISECONDS: Final = len("2026-07-02T09:38:00.123")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST_OFFSET: Final = 23
_LARGEST_MINUTE: Final = 59
_NESTED: Final[frozenset[Any]] = frozenset({dict, list})

NUL: Final = "\0"
"""The character that no text in PostgreSQL can hold."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LEAST_INTEGER: Final = -(2**63)
_GREATEST_INTEGER: Final = 2**64 - 1
_EXACT_IN_DOUBLE: Final = 2**53
# Of an id 74 bits are random. The digit that holds the variant keeps two of its own.
_RANDOM_BYTES: Final = 10
_VARIANT: Final[Mapping[str, str]] = {f"{digit:x}": f"{0b1000 | digit & 0b0011:x}" for digit in range(16)}


def now() -> str:
    """Give the present as a timestamp, such as ``2026-07-02T09:38:00.000Z``."""
    return _written(time.time_ns() // 1_000_000)


def expires_in(seconds: float) -> str:
    """Return the timestamp that lies some seconds after now.

    Args:
        seconds: A positive number.

    Raises:
        ValidationError: It is not a positive number, or too large.
    """
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not seconds > 0:
        raise ValidationError("ttl must be a positive number of seconds")
    try:
        return to_timestamp(datetime.now(UTC) + timedelta(seconds=seconds))
    except OverflowError:
        raise ValidationError("ttl is too large") from None


@lru_cache(maxsize=1)
def _written(milliseconds: int) -> str:
    # Many items are often created within one millisecond.
    return to_timestamp(_EPOCH + timedelta(milliseconds=milliseconds))


def to_timestamp(moment: datetime, *, exact: bool = False) -> str:
    """Write a datetime as a timestamp.

    Args:
        moment: A datetime with a time zone.
        exact: Whether to keep microseconds where there are any; else they are cut off.

    Raises:
        ValidationError: The datetime has no zone, so that nobody can tell which moment it means.
    """
    if moment.tzinfo is None:
        raise ValidationError("a datetime needs a time zone, such as datetime.now(UTC)")
    try:
        in_utc = moment.astimezone(UTC)
    except OverflowError:
        raise ValidationError("a datetime at the edge of the calendar has no moment in UTC") from None
    timespec = "microseconds" if exact and in_utc.microsecond % 1_000 else "milliseconds"
    return f"{in_utc.isoformat(timespec=timespec).removesuffix('+00:00')}Z"


def from_timestamp(text: str) -> datetime | None:
    """Read an ISO 8601 date-time with a zone; None where the text is no such thing.

    Args:
        text: With or without seconds and decimals; what lies below a microsecond is cut off.
    """
    match = _ISO_DATE_TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, decimals, sign, zone_hours, zone_minutes = match.groups()
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour),
            int(minute),
            int(second or 0),
            int((decimals or "")[:6].ljust(6, "0")),
            tzinfo=UTC,
        )
        if sign:
            if int(zone_hours) > _LARGEST_OFFSET or int(zone_minutes) > _LARGEST_MINUTE:
                return None
            offset = timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
            moment = moment - offset if sign == "+" else moment + offset
    except (ValueError, OverflowError):
        return None
    return moment


def convert_timestamp(value: Any, *, exact: bool = False) -> Any:
    """Convert a timestamp that a caller gave to the package's form.

    Args:
        value: A datetime with a time zone, or an ISO 8601 text with one, such as what
            ``datetime.isoformat()`` returns. Any other value is returned unchanged.
        exact: Whether to keep microseconds, as in a filter: a stored timestamp may have them.

    Raises:
        ValidationError: A datetime has no time zone.
    """
    moment = from_timestamp(value) if isinstance(value, str) else value
    return to_timestamp(moment, exact=exact) if isinstance(moment, datetime) else value


def timestamp_expected() -> ValidationError:
    """Return the error that says what a timestamp looks like: the cause of those that refuse one."""
    return ValidationError(
        "a timestamp is an ISO 8601 text with a time zone, such as 2026-07-02T09:38:00.000Z, "
        "or a datetime with a time zone"
    )


def normalize_timestamp(text: str) -> str:
    """Bring a text that looks like an ISO date-time with a zone to the form of a timestamp.

    Args:
        text: Any text, such as PostgREST's ``2026-06-30T10:11:12.123456+00:00``.

    Returns:
        ``2026-06-30T10:11:12.123Z``; a text that is no such date-time comes back as it is.
    """
    if _SENT_IN_UTC.fullmatch(text):
        return text[:_TO_MILLISECONDS] + "Z"
    moment = from_timestamp(text)
    return text if moment is None else to_timestamp(moment)


def later_than(stored: object) -> str:
    """Give the present or, where the clock is not past a stored timestamp, the millisecond after it."""
    present = now()
    if isinstance(stored, str) and stored >= present:
        moment = from_timestamp(stored)
        if moment is not None:
            return to_timestamp(moment + timedelta(milliseconds=1))
    return present


def touch(_value: object, _record: object) -> str:
    """Give the present, whatever was there: the ``set`` hook of ``updated_at``."""
    return now()


def new_id() -> str:
    """Mint a fresh UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then random bits."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """Mint several ids at once, in no order among themselves.

    Args:
        count: How many. Random bits are fetched for these alone: bits that a process keeps would come
            twice where it is forked, or started from a snapshot.
    """
    moment = f"{time.time_ns() // 1_000_000:012x}"
    before = f"{moment[:8]}-{moment[8:]}-7"
    digits = os.urandom(_RANDOM_BYTES * count).hex()
    ids = []
    for start in range(0, len(digits), 2 * _RANDOM_BYTES):
        own = digits[start : start + 19]
        ids.append(f"{before}{own[:3]}-{_VARIANT[own[3]]}{own[4:7]}-{own[7:]}")
    return ids


def to_jsonable(value: Any) -> Any:
    """Give a value as plain JSON: what is stored in a record and sent.

    Args:
        value: A JSON value, or one that holds datetimes, dates, UUIDs, enum members, mappings or
            sequences at any depth.

    Returns:
        The value itself where it is plain already, else a plain copy. Never changes what it was given.

    Raises:
        ValidationError: Somewhere in it is a value that JSON, or PostgreSQL, cannot hold.
    """
    atom = _ATOMS.get(type(value))
    if atom is not None:
        return atom(value)
    try:
        return _plain(value)
    except RecursionError:
        raise ValidationError("a value that holds itself, or is nested too deep") from None


def copy_json(value: Any) -> Any:
    """Copy a JSON value as deep as it is nested; anything else is returned as it is."""
    if value.__class__ not in _NESTED:
        return value
    top = value.copy()
    pending: list[Any] = [top]  # no recursion: stored JSON may be nested deeper than Python's stack
    while pending:
        holder = pending.pop()
        for place, item in holder.items() if isinstance(holder, dict) else enumerate(holder):
            if item.__class__ in _NESTED:
                holder[place] = item.copy()
                pending.append(holder[place])
    return top


def _plain(value: Any) -> Any:
    check = _ATOMS.get(type(value))
    if check is not None:
        return check(value)
    if isinstance(value, Mapping):
        return {_plain_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return _plain_scalar(value)


def _text(value: str) -> str:
    if NUL in value:
        raise ValidationError("a text with a NUL character cannot be stored: PostgreSQL has none")
    if not value.isascii() and _SURROGATE.search(value):
        raise ValidationError("a text with half a character (a lone surrogate) cannot be sent")
    return value


def _integer(value: int) -> float:
    if _LEAST_INTEGER <= value <= _GREATEST_INTEGER:
        return value
    # Beyond 64 bits the encoder takes only what a double is: elsewhere digits would be lost.
    with contextlib.suppress(OverflowError):
        if float(value) == value:
            return float(value)
    raise ValidationError("an integer of more than 64 bits cannot be sent as JSON")


def _real(value: float) -> float:
    if not math.isfinite(value):
        raise ValidationError("a number that is not finite cannot be sent as JSON")
    # 3.0 is 3 in JSON as JavaScript writes it, and an integer column takes nothing else.
    return int(value) if value.is_integer() and abs(value) <= _EXACT_IN_DOUBLE else value


_ATOMS: Final[Mapping[type, Callable[[Any], Any]]] = {
    str: _text,
    int: _integer,
    float: _real,
    bool: lambda value: value,
    type(None): lambda value: value,
}


def js_str(value: Any) -> str:
    """Write a value into a message as the original does: ``null``, ``true``, or its text."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, datetime):
        return to_timestamp(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    for atom in (str, int, float):
        if isinstance(value, atom):  # a subclass, which JSON would write as its base
            return _plain(atom(value))
    raise ValidationError(f"a value of type {type(value).__name__} cannot be stored as JSON")


def _plain_key(key: Any) -> str:
    plain_key = _plain(key)
    if not isinstance(plain_key, str):
        raise ValidationError(f"a key of a map must be a string, not {type(key).__name__}")
    return plain_key
