"""The common parts of import and scrape jobs and of their URLs."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection
from spacecat_shared_data_access.models.base.collection import M
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_integer, is_iso_date, is_number, is_url, optional
from spacecat_shared_data_access.schema.values import (
    convert_timestamp,
    from_timestamp,
    js_str,
    now,
    timestamp_expected,
)


class JobStatus(StrEnum):
    """The status of a job."""

    RUNNING = "RUNNING"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    STOPPED = "STOPPED"


class JobUrlStatus(StrEnum):
    """The status of one URL of a job."""

    PENDING = "PENDING"
    REDIRECT = "REDIRECT"
    RUNNING = "RUNNING"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    STOPPED = "STOPPED"


class JobCollection(BaseCollection[M]):
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
        return await self.list_models(between=("started_at", *_checked_date_range(start_date, end_date)))


class JobSchemaBuilder(SchemaBuilder):
    """Declares a job. The attributes that all jobs have come in two groups, in the original's order."""

    def add_job_duration(self) -> Self:
        """Add the duration, the end and the number of failed URLs."""
        return (
            self.add_attribute("duration", type="number", default=0, validate=optional(is_number))
            .add_attribute("ended_at", type="string", validate=optional(is_iso_date))
            .add_attribute("failed_count", type="number", default=0, validate=optional(is_integer))
        )

    def add_job_status(self) -> Self:
        """Add the status, the start and the numbers of all other URLs."""
        return (
            self.add_attribute("redirect_count", type="number", default=0, validate=optional(is_integer))
            .add_attribute("status", type=JobStatus, required=True)
            .add_attribute(
                "started_at", type="string", required=True, read_only=True, default=now, validate=is_iso_date
            )
            .add_attribute("success_count", type="number", default=0, validate=optional(is_integer))
            .add_attribute("url_count", type="number", default=0, validate=optional(is_integer))
        )


def add_job_url_attributes(builder: SchemaBuilder) -> SchemaBuilder:
    """Add the attributes of every URL of a job to a schema."""
    return (
        builder.add_attribute("file", type="string")
        .add_attribute("path", type="string")
        .add_attribute("reason", type="string")
        .add_attribute("status", type=JobUrlStatus, required=True)
        .add_attribute("url", type="string", required=True, validate=is_url)
    )


def _checked_date_range(start_date: Any, end_date: Any) -> tuple[str, str]:
    start, end = (convert_timestamp(value, exact=True) for value in (start_date, end_date))
    for name, value in (("start", start), ("end", end)):
        if not isinstance(value, str) or from_timestamp(value) is None:
            raise ValidationError(f"Invalid {name} date: {js_str(value)}") from timestamp_expected()
    return start, end
