# mypy: disable-error-code="overload-overlap, override, misc"
from enum import StrEnum
from typing import Any, Self

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.collection import M, _AttributesT, _IncludeT, _ItemT, _NameT, _ValuesT
from spacecat_shared_data_access.schema import SchemaBuilder

class JobStatus(StrEnum):
    RUNNING = "RUNNING"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    STOPPED = "STOPPED"

class JobUrlStatus(StrEnum):
    PENDING = "PENDING"
    REDIRECT = "REDIRECT"
    RUNNING = "RUNNING"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    STOPPED = "STOPPED"

class JobCollection(BaseCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):  # fmt: skip
    def all_by_date_range(self, start_date: Any, end_date: Any) -> list[M]: ...

class AsyncJobCollection(AsyncBaseCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):  # fmt: skip
    """A collection of jobs."""

    async def all_by_date_range(self, start_date: Any, end_date: Any) -> list[M]:
        """Find the jobs that started in a period, the latest first.

        Args:
            start_date: The earliest start: an ISO 8601 string with a time zone, such as
                ``2026-07-02T09:38:00.000Z``, or a timezone-aware datetime.
            end_date: The latest start, as above.

        Raises:
            ValidationError: One of them is not a timestamp.
            DataAccessError: As for `all`.
        """

class JobSchemaBuilder(SchemaBuilder):
    def add_job_duration(self) -> Self: ...
    def add_job_status(self) -> Self: ...

def add_job_url_attributes(builder: SchemaBuilder) -> SchemaBuilder: ...
