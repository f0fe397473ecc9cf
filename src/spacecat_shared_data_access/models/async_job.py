"""AsyncJob: work that continues after the response to the request that started it."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import (
    is_falsy,
    is_iso_date,
    is_map,
    is_one_of,
    is_url,
    optional,
)
from spacecat_shared_data_access.schema.values import now


class AsyncJob(BaseModel):
    """One job, polled by its ID until it ends.

    A small result is stored in ``result``, any other at ``result_location`` (an http, https or ``s3://`` URL);
    ``result_type`` says which. A failed job has the reason in ``error``.
    """

    ENTITY_NAME = "AsyncJob"

    class Status(StrEnum):
        """The status of the job."""

        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    class ResultType(StrEnum):
        """Where the result is stored."""

        S3 = "S3"
        INLINE = "INLINE"
        URL = "URL"


class AsyncJobCollection(BaseCollection[AsyncJob]):
    """All asynchronous jobs."""

    COLLECTION_NAME = "AsyncJobCollection"


def _is_location(value: object) -> bool:
    return is_falsy(value) or is_url(value) or (isinstance(value, str) and value.startswith("s3://"))


def _is_result(value: object) -> bool:
    return optional(is_map)(value) or isinstance(value, list)


schema = (
    SchemaBuilder(AsyncJob, AsyncJobCollection)
    .with_record_expiry(ttl_in_days=7)
    .add_attribute("status", type=AsyncJob.Status, required=True)
    .add_attribute("result_location", type="string", validate=_is_location)
    .add_attribute("result_type", type="string", validate=optional(is_one_of(AsyncJob.ResultType)))
    .add_attribute("result", type="any", validate=_is_result)
    .add_attribute(
        "error",
        type="map",
        properties={
            "code": {"type": "string"},
            "message": {"type": "string"},
            "details": {"type": "any"},
        },
        # As in the original, which accepts an error without code and message too.
        validate=optional(is_map),
    )
    .add_attribute("metadata", type="any", validate=optional(is_map))
    .add_attribute(
        "started_at",
        type="string",
        required=True,
        read_only=True,
        default=now,
        validate=optional(is_iso_date),
    )
    .add_attribute("ended_at", type="string", validate=optional(is_iso_date))
    .add_index(["status"], ["updated_at"])
    .build()
)
