# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
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
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class ImportJobAttributes:
    """The ``attrs`` of a ``where`` callback."""

    import_job_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    base_url: Column
    duration: Column
    ended_at: Column
    failed_count: Column
    has_custom_headers: Column
    has_custom_import_js: Column
    hashed_api_key: Column
    import_queue_id: Column
    initiated_by: Column
    options: Column
    redirect_count: Column
    status: Column
    started_at: Column
    success_count: Column
    url_count: Column

    def __getitem__(self, column: str) -> Column: ...

class _ImportJobFields:
    def get_import_job_id(self) -> str:
        """Return import_job_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_base_url(self) -> str:
        """Return base_url."""

    def set_base_url(self, value: str) -> Self:
        """Set base_url and return the model. `save` stores it."""

    def get_duration(self) -> float | None:
        """Return duration, or None."""

    def set_duration(self, value: float | None) -> Self:
        """Set duration and return the model. `save` stores it."""

    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self:
        """Set ended_at and return the model. `save` stores it."""

    def get_failed_count(self) -> float | None:
        """Return failed_count, or None."""

    def set_failed_count(self, value: float | None) -> Self:
        """Set failed_count and return the model. `save` stores it."""

    def get_has_custom_headers(self) -> bool | None:
        """Return has_custom_headers, or None."""

    def set_has_custom_headers(self, value: bool | None) -> Self:
        """Set has_custom_headers and return the model. `save` stores it."""

    def get_has_custom_import_js(self) -> bool | None:
        """Return has_custom_import_js, or None."""

    def set_has_custom_import_js(self, value: bool | None) -> Self:
        """Set has_custom_import_js and return the model. `save` stores it."""

    def get_hashed_api_key(self) -> str:
        """Return hashed_api_key."""

    def set_hashed_api_key(self, value: str) -> Self:
        """Set hashed_api_key and return the model. `save` stores it."""

    def get_import_queue_id(self) -> str | None:
        """Return import_queue_id, or None."""

    def set_import_queue_id(self, value: str | None) -> Self:
        """Set import_queue_id and return the model. `save` stores it."""

    def get_initiated_by(self) -> dict[str, Any] | None:
        """Return initiated_by, or None."""

    def set_initiated_by(self, value: Mapping[str, Any] | None) -> Self:
        """Set initiated_by and return the model. `save` stores it."""

    def get_options(self) -> Any:
        """Return options, or None."""

    def set_options(self, value: Any) -> Self:
        """Set options and return the model. `save` stores it."""

    def get_redirect_count(self) -> float | None:
        """Return redirect_count, or None."""

    def set_redirect_count(self, value: float | None) -> Self:
        """Set redirect_count and return the model. `save` stores it."""

    def get_status(self) -> ImportJob.ImportJobStatus | str:
        """Return status."""

    def set_status(self, value: ImportJob.ImportJobStatus | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_started_at(self) -> str:
        """Return started_at."""

    def get_success_count(self) -> float | None:
        """Return success_count, or None."""

    def set_success_count(self, value: float | None) -> Self:
        """Set success_count and return the model. `save` stores it."""

    def get_url_count(self) -> float | None:
        """Return url_count, or None."""

    def set_url_count(self, value: float | None) -> Self:
        """Set url_count and return the model. `save` stores it."""

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

class ImportJobCollection(JobCollection[ImportJob, _ImportJobItems, _ImportJobKeys, ImportJobAttributes, _ImportJobName, _ImportJobInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobModel]
    ) -> ImportJob | None:
        """Find all entities by started_at. Takes the options of `all`."""

    @overload
    def all_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobCursor]
    ) -> Page[ImportJob]: ...
    @overload
    def all_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobList]
    ) -> list[ImportJob]: ...
    def find_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobFind]
    ) -> ImportJob | None:
        """Find the first entity by started_at. Takes the options of `all`."""

    @overload
    def all_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobModel]
    ) -> ImportJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobCursor]
    ) -> Page[ImportJob]: ...
    @overload
    def all_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobList]
    ) -> list[ImportJob]: ...
    def find_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobFind]
    ) -> ImportJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobModel],
    ) -> ImportJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobCursor],
    ) -> Page[ImportJob]: ...
    @overload
    def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobList],
    ) -> list[ImportJob]: ...
    def find_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobFind],
    ) -> ImportJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class AsyncImportJobCollection(AsyncJobCollection[AsyncImportJob, _ImportJobItems, _ImportJobKeys, ImportJobAttributes, _ImportJobName, _ImportJobInclude]):  # fmt: skip
    """All import jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobModel]
    ) -> AsyncImportJob | None:
        """Find all entities by started_at. Takes the options of `all`."""

    @overload
    async def all_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobCursor]
    ) -> Page[AsyncImportJob]: ...
    @overload
    async def all_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobList]
    ) -> list[AsyncImportJob]: ...
    async def find_by_started_at(
        self, started_at: str | datetime, **options: Unpack[_ImportJobFind]
    ) -> AsyncImportJob | None:
        """Find the first entity by started_at. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobModel]
    ) -> AsyncImportJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobCursor]
    ) -> Page[AsyncImportJob]: ...
    @overload
    async def all_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobList]
    ) -> list[AsyncImportJob]: ...
    async def find_by_status(
        self, status: ImportJob.ImportJobStatus | str, **options: Unpack[_ImportJobFind]
    ) -> AsyncImportJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobModel],
    ) -> AsyncImportJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobCursor],
    ) -> Page[AsyncImportJob]: ...
    @overload
    async def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobList],
    ) -> list[AsyncImportJob]: ...
    async def find_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[_ImportJobFind],
    ) -> AsyncImportJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

schema: Schema
