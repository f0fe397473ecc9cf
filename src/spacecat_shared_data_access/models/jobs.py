"""Jobs: what the collections of import and scrape jobs share."""

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection
from spacecat_shared_data_access.models.base.core import M
from spacecat_shared_data_access.schema.values import (
    convert_timestamp,
    from_timestamp,
    js_str,
    timestamp_expected,
)


class JobCollection(BaseCollection[M]):
    """A collection of jobs that start at some time."""

    async def all_by_date_range(self, start_date: Any, end_date: Any) -> list[M]:
        """Find the jobs that started within a span of time, the latest first.

        Args:
            start_date: The earliest start: an ISO 8601 text with a time zone, such as
                ``2026-07-02T09:38:00.000Z``, or a datetime with one.
            end_date: The latest start, as above.

        Raises:
            ValidationError: One of them is no timestamp.
            DataAccessError: As for `all`.
        """
        return await self._models(between=("started_at", *_checked_date_range(start_date, end_date)))


def _checked_date_range(start_date: Any, end_date: Any) -> tuple[str, str]:
    start, end = (convert_timestamp(value, exact=True) for value in (start_date, end_date))
    for name, value in (("start", start), ("end", end)):
        if not isinstance(value, str) or from_timestamp(value) is None:
            raise ValidationError(f"Invalid {name} date: {js_str(value)}") from timestamp_expected()
    return start, end
