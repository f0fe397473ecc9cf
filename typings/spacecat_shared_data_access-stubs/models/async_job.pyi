# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Never, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _AsyncJobProperties:
    async_job_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    record_expires_at: ReadOnly[float | None]
    status: Writable[AsyncJob.Status | str, AsyncJob.Status | str]
    result_location: Writable[str | None, str | None]
    result_type: Writable[str | None, str | None]
    result: Writable[Any, Any]
    error: Writable[dict[str, Any] | None, Mapping[str, Any] | None]
    metadata: Writable[Any, Any]
    started_at: ReadOnly[str]
    ended_at: Writable[str | None, str | datetime | None]

@type_check_only
class AsyncJobAttributes(_AsyncJobProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _AsyncJobFindBy(
    FindOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude], AsyncJobValues, total=False
): ...
class _AsyncJobModelBy(
    ModelOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude], AsyncJobValues, total=False
): ...
class _AsyncJobCursorBy(
    CursorOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude], AsyncJobValues, total=False
): ...
class _AsyncJobListBy(
    ListOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude], AsyncJobValues, total=False
): ...
class _AsyncJobPageBy(
    PageOptions[AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude], AsyncJobValues, total=False
): ...

class _AsyncJobUpdates(TypedDict, total=False):
    updated_by: str | None
    status: AsyncJob.Status | str
    result_location: str | None
    result_type: str | None
    result: Any
    error: Mapping[str, Any] | None
    metadata: Any
    ended_at: str | datetime | None

class _AsyncJobFields(_AsyncJobProperties):
    def get_async_job_id(self) -> str:
        """Return async_job_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_status(self) -> AsyncJob.Status | str:
        """Return status."""

    def set_status(self, value: AsyncJob.Status | str) -> Self: ...
    def get_result_location(self) -> str | None:
        """Return result_location, or None."""

    def set_result_location(self, value: str | None) -> Self: ...
    def get_result_type(self) -> str | None:
        """Return result_type, or None."""

    def set_result_type(self, value: str | None) -> Self: ...
    def get_result(self) -> Any:
        """Return result, or None."""

    def set_result(self, value: Any) -> Self: ...
    def get_error(self) -> dict[str, Any] | None:
        """Return error, or None."""

    def set_error(self, value: Mapping[str, Any] | None) -> Self: ...
    def get_metadata(self) -> Any:
        """Return metadata, or None."""

    def set_metadata(self, value: Any) -> Self: ...
    def get_started_at(self) -> str:
        """Return started_at."""

    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self: ...

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

    def update(self, **values: Unpack[_AsyncJobUpdates]) -> Self: ...

class AsyncAsyncJob(_AsyncJobFields, AsyncBaseModel):
    """One job, polled by its ID until it ends.

    A small result is stored in ``result``, any other at ``result_location`` (an http, https or ``s3://`` URL);
    ``result_type`` says which. A failed job has the reason in ``error``.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = AsyncJob.Status
    ResultType: TypeAlias = AsyncJob.ResultType

    async def update(self, **values: Unpack[_AsyncJobUpdates]) -> Self: ...

class _AsyncJobFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _AsyncJobKeys | None = None, **options: Unpack[_AsyncJobModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _AsyncJobKeys | None = None, **options: Unpack[_AsyncJobCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _AsyncJobKeys | None = None, **options: Unpack[_AsyncJobListBy]) -> _List: ...
    def first(self, keys: _AsyncJobKeys | None = None, **options: Unpack[_AsyncJobFindBy]) -> _One: ...
    def page(
        self,
        keys: _AsyncJobKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_AsyncJobPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _AsyncJobKeys | None = None,
        *,
        where: Callable[[AsyncJobAttributes, Operators], Expression | None] | None = None,
        between: tuple[_AsyncJobName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[AsyncJobValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _AsyncJobKeys | None = None, *, limit: int | None = None, **options: Unpack[_AsyncJobFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _AsyncJobItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _AsyncJobName | Sequence[_AsyncJobName] | None = None,
        **values: Unpack[AsyncJobValues],
    ) -> _New: ...
    @overload
    def all_by_status(self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobModel]) -> _One:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobCursor]) -> _Page: ...
    @overload
    def all_by_status(self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobList]) -> _List: ...
    def find_by_status(self, status: AsyncJob.Status | str, **options: Unpack[_AsyncJobFind]) -> _One:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobModel]
    ) -> _One:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobCursor]
    ) -> _Page: ...
    @overload
    def all_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobList]
    ) -> _List: ...
    def find_by_status_and_updated_at(
        self, status: AsyncJob.Status | str, updated_at: str | datetime, **options: Unpack[_AsyncJobFind]
    ) -> _One:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class AsyncJobCollection(_AsyncJobFinders[AsyncJob | None, Page[AsyncJob], list[AsyncJob], AsyncJob, int, Iterator[AsyncJob]], BaseCollection[AsyncJob, _AsyncJobItems, _AsyncJobKeys, AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncAsyncJobCollection(_AsyncJobFinders[Coroutine[Any, Any, AsyncAsyncJob | None], Coroutine[Any, Any, Page[AsyncAsyncJob]], Coroutine[Any, Any, list[AsyncAsyncJob]], Coroutine[Any, Any, AsyncAsyncJob], Coroutine[Any, Any, int], AsyncIterator[AsyncAsyncJob]], AsyncBaseCollection[AsyncAsyncJob, _AsyncJobItems, _AsyncJobKeys, AsyncJobAttributes, _AsyncJobName, _AsyncJobInclude]):  # fmt: skip
    """All asynchronous jobs."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
