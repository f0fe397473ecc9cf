"""Values: what a caller may hand in, as what is stored and sent.

Timestamps are strings, ISO 8601, UTC, three decimals, ``Z``, as JavaScript's ``toISOString`` writes
them. A datetime, a UUID or an enum's member is accepted wherever a value goes in.
"""

from datetime import datetime
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError

NUL: Final = "\x00"
"The character that no text in PostgreSQL can hold."

def now() -> str:
    """Give the present as a timestamp, such as ``2026-07-02T09:38:00.000Z``."""

def to_timestamp(moment: datetime, *, exact: bool = False) -> str:
    """Write a datetime as a timestamp.

    Args:
        moment: A datetime with a time zone.
        exact: Whether to keep microseconds where there are any; else they are cut off.

    Raises:
        ValidationError: The datetime has no zone, so that nobody can tell which moment it means.
    """

def from_timestamp(text: str) -> datetime | None:
    """Read an ISO 8601 date-time with a zone; None where the text is no such thing.

    Args:
        text: With or without seconds and decimals; what lies below a microsecond is cut off.
    """

def convert_timestamp(value: Any, *, exact: bool = False) -> Any:
    """Convert a timestamp that a caller gave to the package's form.

    Args:
        value: A datetime with a time zone, or an ISO 8601 text with one, such as what
            ``datetime.isoformat()`` returns. Any other value is returned unchanged.
        exact: Whether to keep microseconds, as in a filter: a stored timestamp may have them.

    Raises:
        ValidationError: A datetime has no time zone.
    """

def timestamp_expected() -> ValidationError:
    """Return the error that says what a timestamp looks like: the cause of those that refuse one."""

def normalize_timestamp(text: str) -> str:
    """Bring a text that looks like an ISO date-time with a zone to the form of a timestamp.

    Args:
        text: Any text, such as PostgREST's ``2026-06-30T10:11:12.123456+00:00``.

    Returns:
        ``2026-06-30T10:11:12.123Z``; a text that is no such date-time comes back as it is.
    """

def later_than(stored: object) -> str:
    """Give the present or, where the clock is not past a stored timestamp, the millisecond after it."""

def stamp(_value: object, _record: object) -> str:
    """Give the present, whatever was there: the ``set`` hook of ``updated_at``."""

def mint_id() -> str:
    """Mint a fresh UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then random bits."""

def mint_ids(count: int) -> list[str]:
    """Mint several ids at once, in no order among themselves.

    Args:
        count: How many. Random bits are fetched for these alone: bits that a process keeps would come
            twice where it is forked, or started from a snapshot.
    """

def plain(value: Any) -> Any:
    """Give a value as plain JSON: what is stored in a record and sent.

    Args:
        value: A JSON value, or one that holds datetimes, dates, UUIDs, enum members, mappings or
            sequences at any depth.

    Returns:
        The value itself where it is plain already, else a plain copy. Never changes what it was given.

    Raises:
        ValidationError: Somewhere in it is a value that JSON, or PostgreSQL, cannot hold.
    """

def copy_json(value: Any) -> Any:
    """Copy a JSON value as deep as it is nested; anything else is returned as it is."""

def printed(value: Any) -> str:
    """Write a value into a message as the original does: ``null``, ``true``, or its text."""
