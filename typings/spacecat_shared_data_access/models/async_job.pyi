# mypy: disable-error-code="overload-overlap, override"
"""AsyncJob: work that goes on after the request for it was answered."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Literal,
    NotRequired,
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
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_AsyncJobName: TypeAlias = Literal[
    "async_job_id",
    "created_at",
    "updated_at",
    "updated_by",
    "record_expires_at",
    "status",
    "result_location",
    "result_type",
    "result",
    "error",
    "metadata",
    "started_at",
    "ended_at",
]

@type_check_only
class AsyncJobItem(TypedDict):
    """What `create` takes, by Python name."""

    async_job_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    record_expires_at: NotRequired[float]
    status: AsyncJob.Status | str
    result_location: NotRequired[str | None]
    result_type: NotRequired[str | None]
    result: NotRequired[Any]
    error: NotRequired[Mapping[str, Any] | None]
    metadata: NotRequired[Any]
    started_at: NotRequired[str | datetime]
    ended_at: NotRequired[str | datetime | None]

@type_check_only
class AsyncJobValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    async_job_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    status: AsyncJob.Status | str
    result_location: str | None
    result_type: str | None
    result: Any
    error: Mapping[str, Any] | None
    metadata: Any
    started_at: str | datetime
    ended_at: str | datetime | None

@type_check_only
class AsyncJobJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    asyncJobId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    recordExpiresAt: NotRequired[float]
    status: AsyncJob.Status | str
    resultLocation: NotRequired[str | None]
    resultType: NotRequired[str | None]
    result: NotRequired[Any]
    error: NotRequired[Mapping[str, Any] | None]
    metadata: NotRequired[Any]
    startedAt: NotRequired[str | datetime]
    endedAt: NotRequired[str | datetime | None]

@type_check_only
class AsyncJobJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    asyncJobId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    status: AsyncJob.Status | str
    resultLocation: str | None
    resultType: str | None
    result: Any
    error: Mapping[str, Any] | None
    metadata: Any
    startedAt: str | datetime
    endedAt: str | datetime | None

@type_check_only
class AsyncJobAttributes:
    """What a where callback gets as ``attrs``."""

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
    """The getters and setters of a `AsyncJob`, blocking or not."""

    def get_async_job_id(self) -> str:
        """Give async_job_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_status(self) -> AsyncJob.Status | str:
        """Give status."""

    def set_status(self, value: AsyncJob.Status | str) -> Self:
        """Set status and give the model back. `save` stores it."""

    def get_result_location(self) -> str | None:
        """Give result_location; None where there is none."""

    def set_result_location(self, value: str | None) -> Self:
        """Set result_location and give the model back. `save` stores it."""

    def get_result_type(self) -> str | None:
        """Give result_type; None where there is none."""

    def set_result_type(self, value: str | None) -> Self:
        """Set result_type and give the model back. `save` stores it."""

    def get_result(self) -> Any:
        """Give result; None where there is none."""

    def set_result(self, value: Any) -> Self:
        """Set result and give the model back. `save` stores it."""

    def get_error(self) -> dict[str, Any] | None:
        """Give error; None where there is none."""

    def set_error(self, value: Mapping[str, Any] | None) -> Self:
        """Set error and give the model back. `save` stores it."""

    def get_metadata(self) -> Any:
        """Give metadata; None where there is none."""

    def set_metadata(self, value: Any) -> Self:
        """Set metadata and give the model back. `save` stores it."""

    def get_started_at(self) -> str:
        """Give started_at."""

    def get_ended_at(self) -> str | None:
        """Give ended_at; None where there is none."""

    def set_ended_at(self, value: str | datetime | None) -> Self:
        """Set ended_at and give the model back. `save` stores it."""

class AsyncJob(_AsyncJobFields, BaseModel):
    """One job, polled by its id until it ends.

    The outcome is in ``result`` where it is small, else at ``result_location`` (an http or https URL, or
    ``s3://…``); ``result_type`` says which. A job that failed tells why in ``error``.
    """

    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        """How far the job is."""

        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    class ResultType(StrEnum):
        """Where the outcome is kept."""

        S3 = "S3"
        INLINE = "INLINE"
        URL = "URL"

class AsyncAsyncJob(_AsyncJobFields, AsyncBaseModel):
    """One job, polled by its id until it ends.

    The outcome is in ``result`` where it is small, else at ``result_location`` (an http or https URL, or
    ``s3://…``); ``result_type`` says which. A job that failed tells why in ``error``.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = AsyncJob.Status
    ResultType: TypeAlias = AsyncJob.ResultType

class AsyncJobCollection(
    BaseCollection[
        AsyncJob,
        AsyncJobItem | AsyncJobJsonItem,
        AsyncJobValues | AsyncJobJsonValues,
        AsyncJobAttributes,
        _AsyncJobName,
    ]
):
    """All asynchronous jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_status(
        self,
        status: AsyncJob.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> AsyncJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(
        self,
        status: AsyncJob.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> Page[AsyncJob]: ...
    @overload
    def all_by_status(
        self,
        status: AsyncJob.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> list[AsyncJob]: ...
    def find_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[FindOptions[AsyncJobAttributes, _AsyncJobName]]
    ) -> AsyncJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> AsyncJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> Page[AsyncJob]: ...
    @overload
    def all_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> list[AsyncJob]: ...
    def find_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> AsyncJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class AsyncAsyncJobCollection(
    AsyncBaseCollection[
        AsyncAsyncJob,
        AsyncJobItem | AsyncJobJsonItem,
        AsyncJobValues | AsyncJobJsonValues,
        AsyncJobAttributes,
        _AsyncJobName,
    ]
):
    """All asynchronous jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_status(
        self,
        status: AsyncJob.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> AsyncAsyncJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self,
        status: AsyncJob.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> Page[AsyncAsyncJob]: ...
    @overload
    async def all_by_status(
        self,
        status: AsyncJob.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> list[AsyncAsyncJob]: ...
    async def find_by_status(
        self, status: AsyncJob.Status | str, **options: Unpack[FindOptions[AsyncJobAttributes, _AsyncJobName]]
    ) -> AsyncAsyncJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> AsyncAsyncJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> Page[AsyncAsyncJob]: ...
    @overload
    async def all_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> list[AsyncAsyncJob]: ...
    async def find_by_status_and_updated_at(
        self,
        status: AsyncJob.Status | str,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[AsyncJobAttributes, _AsyncJobName]],
    ) -> AsyncAsyncJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

schema: Schema
