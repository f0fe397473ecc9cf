# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel
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
from spacecat_shared_data_access.models.import_url import (
    AsyncImportUrl,
    ImportUrl,
    _ImportUrlCursor,
    _ImportUrlList,
    _ImportUrlModel,
)
from spacecat_shared_data_access.models.jobs import AsyncJobCollection, JobCollection, JobStatus, JobUrlStatus
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ImportJobName: TypeAlias = Literal[
    "import_job_id", "created_at", "updated_at", "updated_by", "base_url", "duration", "ended_at",
    "failed_count", "has_custom_headers", "has_custom_import_js", "hashed_api_key", "import_queue_id",
    "initiated_by", "options", "redirect_count", "status", "started_at", "success_count", "url_count"
]
_ImportJobInclude: TypeAlias = Literal["import_urls"]
_ImportJobItems: TypeAlias = ImportJobItem | ImportJobJsonItem
_ImportJobKeys: TypeAlias = ImportJobValues | ImportJobJsonValues
_ImportJobFind: TypeAlias = FindOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude]
_ImportJobModel: TypeAlias = ModelOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude]
_ImportJobCursor: TypeAlias = CursorOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude]
_ImportJobList: TypeAlias = ListOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude]
# fmt: on

@type_check_only
class _ImportJobOptional(TypedDict, total=False):
    import_job_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    duration: float | None
    ended_at: str | datetime | None
    failed_count: float | None
    has_custom_headers: bool | None
    has_custom_import_js: bool | None
    import_queue_id: str | None
    initiated_by: Mapping[str, Any] | None
    options: Any
    redirect_count: float | None
    started_at: str | datetime
    success_count: float | None
    url_count: float | None

@type_check_only
class ImportJobItem(_ImportJobOptional):
    """An item of `create`, by Python name."""

    base_url: str
    hashed_api_key: str
    status: ImportJob.ImportJobStatus | str

@type_check_only
class ImportJobValues(_ImportJobOptional, total=False):
    """Values of some attributes, by Python name."""

    base_url: str
    hashed_api_key: str
    status: ImportJob.ImportJobStatus | str

@type_check_only
class _ImportJobJsonOptional(TypedDict, total=False):
    importJobId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    duration: float | None
    endedAt: str | datetime | None
    failedCount: float | None
    hasCustomHeaders: bool | None
    hasCustomImportJs: bool | None
    importQueueId: str | None
    initiatedBy: Mapping[str, Any] | None
    options: Any
    redirectCount: float | None
    startedAt: str | datetime
    successCount: float | None
    urlCount: float | None

@type_check_only
class ImportJobJsonItem(_ImportJobJsonOptional):
    """An item of `create`, by JSON name."""

    baseURL: str
    hashedApiKey: str
    status: ImportJob.ImportJobStatus | str

@type_check_only
class ImportJobJsonValues(_ImportJobJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    baseURL: str
    hashedApiKey: str
    status: ImportJob.ImportJobStatus | str

class _ImportJobProperties:
    import_job_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    base_url: Writable[str, str]
    duration: Writable[float | None, float | None]
    ended_at: Writable[str | None, str | datetime | None]
    failed_count: Writable[float | None, float | None]
    has_custom_headers: Writable[bool | None, bool | None]
    has_custom_import_js: Writable[bool | None, bool | None]
    hashed_api_key: Writable[str, str]
    import_queue_id: Writable[str | None, str | None]
    initiated_by: Writable[dict[str, Any] | None, Mapping[str, Any] | None]
    options: Writable[Any, Any]
    redirect_count: Writable[float | None, float | None]
    status: Writable[ImportJob.ImportJobStatus | str, ImportJob.ImportJobStatus | str]
    started_at: ReadOnly[str]
    success_count: Writable[float | None, float | None]
    url_count: Writable[float | None, float | None]

@type_check_only
class ImportJobAttributes(_ImportJobProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ImportJobFindBy(
    FindOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude], ImportJobValues, total=False
): ...
class _ImportJobModelBy(
    ModelOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude], ImportJobValues, total=False
): ...
class _ImportJobCursorBy(
    CursorOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude], ImportJobValues, total=False
): ...
class _ImportJobListBy(
    ListOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude], ImportJobValues, total=False
): ...
class _ImportJobPageBy(
    PageOptions[ImportJobAttributes, _ImportJobName, _ImportJobInclude], ImportJobValues, total=False
): ...

class _ImportJobUpdates(TypedDict, total=False):
    updated_by: str | None
    base_url: str
    duration: float | None
    ended_at: str | datetime | None
    failed_count: float | None
    has_custom_headers: bool | None
    has_custom_import_js: bool | None
    hashed_api_key: str
    import_queue_id: str | None
    initiated_by: Mapping[str, Any] | None
    options: Any
    redirect_count: float | None
    status: ImportJob.ImportJobStatus | str
    success_count: float | None
    url_count: float | None

class _ImportJobFields(_ImportJobProperties):
    def get_import_job_id(self) -> str:
        """Return import_job_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_base_url(self) -> str:
        """Return base_url."""

    def set_base_url(self, value: str) -> Self: ...
    def get_duration(self) -> float | None:
        """Return duration, or None."""

    def set_duration(self, value: float | None) -> Self: ...
    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self: ...
    def get_failed_count(self) -> float | None:
        """Return failed_count, or None."""

    def set_failed_count(self, value: float | None) -> Self: ...
    def get_has_custom_headers(self) -> bool | None:
        """Return has_custom_headers, or None."""

    def set_has_custom_headers(self, value: bool | None) -> Self: ...
    def get_has_custom_import_js(self) -> bool | None:
        """Return has_custom_import_js, or None."""

    def set_has_custom_import_js(self, value: bool | None) -> Self: ...
    def get_hashed_api_key(self) -> str:
        """Return hashed_api_key."""

    def set_hashed_api_key(self, value: str) -> Self: ...
    def get_import_queue_id(self) -> str | None:
        """Return import_queue_id, or None."""

    def set_import_queue_id(self, value: str | None) -> Self: ...
    def get_initiated_by(self) -> dict[str, Any] | None:
        """Return initiated_by, or None."""

    def set_initiated_by(self, value: Mapping[str, Any] | None) -> Self: ...
    def get_options(self) -> Any:
        """Return options, or None."""

    def set_options(self, value: Any) -> Self: ...
    def get_redirect_count(self) -> float | None:
        """Return redirect_count, or None."""

    def set_redirect_count(self, value: float | None) -> Self: ...
    def get_status(self) -> ImportJob.ImportJobStatus | str:
        """Return status."""

    def set_status(self, value: ImportJob.ImportJobStatus | str) -> Self: ...
    def get_started_at(self) -> str:
        """Return started_at."""

    def get_success_count(self) -> float | None:
        """Return success_count, or None."""

    def set_success_count(self, value: float | None) -> Self: ...
    def get_url_count(self) -> float | None:
        """Return url_count, or None."""

    def set_url_count(self, value: float | None) -> Self: ...

class ImportJob(_ImportJobFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    ImportJobStatus: TypeAlias = JobStatus
    ImportUrlStatus: TypeAlias = JobUrlStatus

    class ImportOption(StrEnum):
        ENABLE_JAVASCRIPT = "enableJavascript"
        PAGE_LOAD_TIMEOUT = "pageLoadTimeout"
        TYPE = "type"
        DATA = "data"

    class ImportOptionType(StrEnum):
        DOC = "doc"
        XWALK = "xwalk"
        DA = "da"

    def update(self, **values: Unpack[_ImportJobUpdates]) -> Self: ...
    @overload
    def get_import_urls(self, **options: Unpack[_ImportUrlModel]) -> ImportUrl | None:
        """Return all of this entity's ImportUrl children. Takes the options of `all`."""

    @overload
    def get_import_urls(self, **options: Unpack[_ImportUrlCursor]) -> Page[ImportUrl]: ...
    @overload
    def get_import_urls(self, **options: Unpack[_ImportUrlList]) -> list[ImportUrl]: ...
    @overload
    def get_import_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ImportUrlModel]
    ) -> ImportUrl | None:
        """Return all of this entity's ImportUrl children by status. Takes the options of `all`."""

    @overload
    def get_import_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ImportUrlCursor]
    ) -> Page[ImportUrl]: ...
    @overload
    def get_import_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ImportUrlList]
    ) -> list[ImportUrl]: ...

class AsyncImportJob(_ImportJobFields, AsyncBaseModel):
    """One run of the importer over the URLs of a site.

    ``hashed_api_key`` and ``initiated_by`` identify the client. The former never appears in a log line or an
    error.
    """

    ENTITY_NAME: ClassVar[str]
    ImportJobStatus: TypeAlias = JobStatus
    ImportUrlStatus: TypeAlias = JobUrlStatus
    ImportOption: TypeAlias = ImportJob.ImportOption
    ImportOptionType: TypeAlias = ImportJob.ImportOptionType

    async def update(self, **values: Unpack[_ImportJobUpdates]) -> Self: ...
    @overload
    async def get_import_urls(self, **options: Unpack[_ImportUrlModel]) -> AsyncImportUrl | None:
        """Return all of this entity's ImportUrl children. Takes the options of `all`."""

    @overload
    async def get_import_urls(self, **options: Unpack[_ImportUrlCursor]) -> Page[AsyncImportUrl]: ...
    @overload
    async def get_import_urls(self, **options: Unpack[_ImportUrlList]) -> list[AsyncImportUrl]: ...
    @overload
    async def get_import_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ImportUrlModel]
    ) -> AsyncImportUrl | None:
        """Return all of this entity's ImportUrl children by status. Takes the options of `all`."""

    @overload
    async def get_import_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ImportUrlCursor]
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def get_import_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ImportUrlList]
    ) -> list[AsyncImportUrl]: ...

class _ImportJobFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ImportJobKeys | None = None, **options: Unpack[_ImportJobModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ImportJobKeys | None = None, **options: Unpack[_ImportJobCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ImportJobKeys | None = None, **options: Unpack[_ImportJobListBy]) -> _List: ...
    def first(self, keys: _ImportJobKeys | None = None, **options: Unpack[_ImportJobFindBy]) -> _One: ...
    def page(
        self,
        keys: _ImportJobKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ImportJobPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ImportJobKeys | None = None,
        *,
        where: Callable[[ImportJobAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ImportJobName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ImportJobValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ImportJobKeys | None = None, *, limit: int | None = None, **options: Unpack[_ImportJobFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ImportJobItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ImportJobName | Sequence[_ImportJobName] | None = None,
        **values: Unpack[ImportJobValues],
    ) -> _New: ...
    @overload
    def all_by_started_at(self, started_at: str | datetime, **options: Unpack[_ImportJobModel]) -> _One:
        """Find all entities by started_at. Takes the options of `all`."""

    @overload
    def all_by_started_at(self, started_at: str | datetime, **options: Unpack[_ImportJobCursor]) -> _Page: ...
    @overload
    def all_by_started_at(self, started_at: str | datetime, **options: Unpack[_ImportJobList]) -> _List: ...
    def find_by_started_at(self, started_at: str | datetime, **options: Unpack[_ImportJobFind]) -> _One:
        """Find the first entity by started_at. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobModel]) -> _One:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobCursor]) -> _Page: ...
    @overload
    def all_by_status(self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobList]) -> _List: ...
    def find_by_status(self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobFind]) -> _One:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: ImportJob.ImportJobStatus | str, updated_at: str | datetime, **options: Unpack[_ImportJobModel]
    ) -> _One:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: ImportJob.ImportJobStatus | str, updated_at: str | datetime, **options: Unpack[_ImportJobCursor]
    ) -> _Page: ...
    @overload
    def all_by_status_and_updated_at(
        self, status: ImportJob.ImportJobStatus | str, updated_at: str | datetime, **options: Unpack[_ImportJobList]
    ) -> _List: ...
    def find_by_status_and_updated_at(
        self, status: ImportJob.ImportJobStatus | str, updated_at: str | datetime, **options: Unpack[_ImportJobFind]
    ) -> _One:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class ImportJobCollection(_ImportJobFinders[ImportJob | None, Page[ImportJob], list[ImportJob], ImportJob, int, Iterator[ImportJob]], JobCollection[ImportJob, _ImportJobItems, _ImportJobKeys, ImportJobAttributes, _ImportJobName, _ImportJobInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncImportJobCollection(_ImportJobFinders[Coroutine[Any, Any, AsyncImportJob | None], Coroutine[Any, Any, Page[AsyncImportJob]], Coroutine[Any, Any, list[AsyncImportJob]], Coroutine[Any, Any, AsyncImportJob], Coroutine[Any, Any, int], AsyncIterator[AsyncImportJob]], AsyncJobCollection[AsyncImportJob, _ImportJobItems, _ImportJobKeys, ImportJobAttributes, _ImportJobName, _ImportJobInclude]):  # fmt: skip
    """All import jobs."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
