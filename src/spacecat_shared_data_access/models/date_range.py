"""Date ranges: what the finders of jobs take."""

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.validation import is_iso_date
from spacecat_shared_data_access.schema.values import plain


def checked_date_range(start_date: Any, end_date: Any) -> tuple[str, str]:
    """Give the ends of a span of time as timestamps.

    Args:
        start_date: A timestamp such as ``2026-07-02T09:38:00.000Z``, or a datetime.
        end_date: As above.

    Raises:
        ValidationError: One of them is no timestamp: ``Invalid start date: …``, ``Invalid end date: …``.
    """
    start, end = plain(start_date), plain(end_date)
    for name, value in (("start", start), ("end", end)):
        if not is_iso_date(value):
            raise ValidationError(f"Invalid {name} date: {'null' if value is None else value}")
    return start, end
