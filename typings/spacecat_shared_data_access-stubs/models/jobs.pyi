# mypy: disable-error-code="overload-overlap, override"
from typing import Any

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.core import M, _AttributesT, _ItemT, _NameT, _ValuesT

class JobCollection(BaseCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    def all_by_date_range(self, start_date: Any, end_date: Any) -> list[M]: ...

class AsyncJobCollection(AsyncBaseCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
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
