# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Literal,
    Never,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_AsyncJobName: TypeAlias = Literal[
    "async_job_id", "created_at", "updated_at", "updated_by", "record_expires_at", "status",
    "result_location", "result_type", "result", "error", "metadata", "started_at", "ended_at"
]
_AsyncJobInclude: TypeAlias = Never
_AsyncJobItems: TypeAlias = AsyncJobItem | AsyncJobJsonItem
_AsyncJobKeys: TypeAlias = AsyncJobValues | AsyncJobJsonValues
_AsyncJobFind: TypeAlias = FindOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]
_AsyncJobModel: TypeAlias = ModelOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]
_AsyncJobCursor: TypeAlias = CursorOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]
_AsyncJobList: TypeAlias = ListOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]
# fmt: on

@type_check_only
class _AsyncJobOptional(TypedDict, total=False):
    async_job_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    result_location: str | None
    result_type: str | None
    result: Any
    error: Mapping[str, Any] | None
    metadata: Any
    started_at: str | datetime
    ended_at: str | datetime | None

@type_check_only
class AsyncJobItem(_AsyncJobOptional):
    """An item of `create`, by Python name."""

    status: AsyncJob.Status | str

@type_check_only
class AsyncJobValues(_AsyncJobOptional, total=False):
    """Values of some attributes, by Python name."""

    status: AsyncJob.Status | str

@type_check_only
class _AsyncJobJsonOptional(TypedDict, total=False):
    asyncJobId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    resultLocation: str | None
    resultType: str | None
    result: Any
    error: Mapping[str, Any] | None
    metadata: Any
    startedAt: str | datetime
    endedAt: str | datetime | None

@type_check_only
class AsyncJobJsonItem(_AsyncJobJsonOptional):
    """An item of `create`, by JSON name."""

    status: AsyncJob.Status | str

@type_check_only
class AsyncJobJsonValues(_AsyncJobJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    status: AsyncJob.Status | str

@type_check_only
class AsyncJobAttributes:
    """The ``attrs`` of a ``where`` callback."""

    async_job_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    record_expires_at: Column
    status: Column
    result_location: Column
    result_type: Column
    result: Column
    error: Column
    metadata: Column
    started_at: Column
    ended_at: Column

    def __getitem__(self, column: str) -> Column: ...

class _AsyncJobFields:
    def get_async_job_id(self) -> str:
        """Return async_job_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_status(self) -> AsyncJob.Status | str:
        """Return status."""

    def set_status(self, value: AsyncJob.Status | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_result_location(self) -> str | None:
        """Return result_location, or None."""

    def set_result_location(self, value: str | None) -> Self:
        """Set result_location and return the model. `save` stores it."""

    def get_result_type(self) -> str | None:
        """Return result_type, or None."""

    def set_result_type(self, value: str | None) -> Self:
        """Set result_type and return the model. `save` stores it."""

    def get_result(self) -> Any:
        """Return result, or None."""

    def set_result(self, value: Any) -> Self:
        """Set result and return the model. `save` stores it."""

    def get_error(self) -> dict[str, Any] | None:
        """Return error, or None."""

    def set_error(self, value: Mapping[str, Any] | None) -> Self:
        """Set error and return the model. `save` stores it."""

    def get_metadata(self) -> Any:
        """Return metadata, or None."""

    def set_metadata(self, value: Any) -> Self:
        """Set metadata and return the model. `save` stores it."""

    def get_started_at(self) -> str:
        """Return started_at."""

    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self:
        """Set ended_at and return the model. `save` stores it."""

class AsyncJob(_AsyncJobFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    class ResultType(StrEnum):
        S3 = "S3"
        INLINE = "INLINE"
        URL = "URL"

class AsyncAsyncJob(_AsyncJobFields, AsyncBaseModel):
    """One job, polled by its ID until it ends.

    A small result is stored in ``result``, any other at ``result_location`` (an http, https or ``s3://`` URL);
    ``result_type`` says which. A failed job has the reason in ``error``.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = AsyncJob.Status
    ResultType: TypeAlias = AsyncJob.ResultType

class AsyncJobCollection(BaseCollection[AsyncJob, _AsyncJobItems, _AsyncJobKeys, AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobModel]
    ) -> AsyncJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobCursor]
    ) -> Page[AsyncJob]: ...
    @overload
    def all_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobList]
    ) -> list[AsyncJob]: ...
    def find_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobFind]
    ) -> AsyncJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobModel]
    ) -> AsyncJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobCursor]
    ) -> Page[AsyncJob]: ...
    @overload
    def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobList]
    ) -> list[AsyncJob]: ...
    def find_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobFind]
    ) -> AsyncJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class AsyncAsyncJobCollection(AsyncBaseCollection[AsyncAsyncJob, _AsyncJobItems, _AsyncJobKeys, AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]):  # fmt: skip
    """All asynchronous jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobModel]
    ) -> AsyncAsyncJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobCursor]
    ) -> Page[AsyncAsyncJob]: ...
    @overload
    async def all_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobList]
    ) -> list[AsyncAsyncJob]: ...
    async def find_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobFind]
    ) -> AsyncAsyncJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobModel]
    ) -> AsyncAsyncJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobCursor]
    ) -> Page[AsyncAsyncJob]: ...
    @overload
    async def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobList]
    ) -> list[AsyncAsyncJob]: ...
    async def find_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobFind]
    ) -> AsyncAsyncJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

schema: Schema
