# mypy: disable-error-code="overload-overlap, override"
"""ImportJob: one import of a site's pages."""

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

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.import_url import (
    AsyncImportUrl,
    ImportUrl,
    ImportUrlAttributes,
    _ImportUrlName,
)
from spacecat_shared_data_access.models.jobs import AsyncJobCollection, JobCollection
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_ImportJobName: TypeAlias = Literal[
    "import_job_id",
    "created_at",
    "updated_at",
    "updated_by",
    "base_url",
    "duration",
    "ended_at",
    "failed_count",
    "has_custom_headers",
    "has_custom_import_js",
    "hashed_api_key",
    "import_queue_id",
    "initiated_by",
    "options",
    "redirect_count",
    "status",
    "started_at",
    "success_count",
    "url_count",
]

@type_check_only
class ImportJobItem(TypedDict):
    """What `create` takes, by Python name."""

    import_job_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    base_url: str
    duration: NotRequired[float | None]
    ended_at: NotRequired[str | datetime | None]
    failed_count: NotRequired[float | None]
    has_custom_headers: NotRequired[bool | None]
    has_custom_import_js: NotRequired[bool | None]
    hashed_api_key: str
    import_queue_id: NotRequired[str | None]
    initiated_by: NotRequired[Mapping[str, Any] | None]
    options: NotRequired[Any]
    redirect_count: NotRequired[float | None]
    status: ImportJob.ImportJobStatus | str
    started_at: NotRequired[str | datetime]
    success_count: NotRequired[float | None]
    url_count: NotRequired[float | None]

@type_check_only
class ImportJobValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    import_job_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
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
    started_at: str | datetime
    success_count: float | None
    url_count: float | None

@type_check_only
class ImportJobJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    importJobId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    baseURL: str
    duration: NotRequired[float | None]
    endedAt: NotRequired[str | datetime | None]
    failedCount: NotRequired[float | None]
    hasCustomHeaders: NotRequired[bool | None]
    hasCustomImportJs: NotRequired[bool | None]
    hashedApiKey: str
    importQueueId: NotRequired[str | None]
    initiatedBy: NotRequired[Mapping[str, Any] | None]
    options: NotRequired[Any]
    redirectCount: NotRequired[float | None]
    status: ImportJob.ImportJobStatus | str
    startedAt: NotRequired[str | datetime]
    successCount: NotRequired[float | None]
    urlCount: NotRequired[float | None]

@type_check_only
class ImportJobJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    importJobId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    baseURL: str
    duration: float | None
    endedAt: str | datetime | None
    failedCount: float | None
    hasCustomHeaders: bool | None
    hasCustomImportJs: bool | None
    hashedApiKey: str
    importQueueId: str | None
    initiatedBy: Mapping[str, Any] | None
    options: Any
    redirectCount: float | None
    status: ImportJob.ImportJobStatus | str
    startedAt: str | datetime
    successCount: float | None
    urlCount: float | None

@type_check_only
class ImportJobAttributes:
    """What a where callback gets as ``attrs``."""

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
    """The getters and setters of a `ImportJob`, blocking or not."""

    def get_import_job_id(self) -> str:
        """Give import_job_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_base_url(self) -> str:
        """Give base_url."""

    def set_base_url(self, value: str) -> Self:
        """Set base_url and give the model back. `save` stores it."""

    def get_duration(self) -> float | None:
        """Give duration; None where there is none."""

    def set_duration(self, value: float | None) -> Self:
        """Set duration and give the model back. `save` stores it."""

    def get_ended_at(self) -> str | None:
        """Give ended_at; None where there is none."""

    def set_ended_at(self, value: str | datetime | None) -> Self:
        """Set ended_at and give the model back. `save` stores it."""

    def get_failed_count(self) -> float | None:
        """Give failed_count; None where there is none."""

    def set_failed_count(self, value: float | None) -> Self:
        """Set failed_count and give the model back. `save` stores it."""

    def get_has_custom_headers(self) -> bool | None:
        """Give has_custom_headers; None where there is none."""

    def set_has_custom_headers(self, value: bool | None) -> Self:
        """Set has_custom_headers and give the model back. `save` stores it."""

    def get_has_custom_import_js(self) -> bool | None:
        """Give has_custom_import_js; None where there is none."""

    def set_has_custom_import_js(self, value: bool | None) -> Self:
        """Set has_custom_import_js and give the model back. `save` stores it."""

    def get_hashed_api_key(self) -> str:
        """Give hashed_api_key."""

    def set_hashed_api_key(self, value: str) -> Self:
        """Set hashed_api_key and give the model back. `save` stores it."""

    def get_import_queue_id(self) -> str | None:
        """Give import_queue_id; None where there is none."""

    def set_import_queue_id(self, value: str | None) -> Self:
        """Set import_queue_id and give the model back. `save` stores it."""

    def get_initiated_by(self) -> dict[str, Any] | None:
        """Give initiated_by; None where there is none."""

    def set_initiated_by(self, value: Mapping[str, Any] | None) -> Self:
        """Set initiated_by and give the model back. `save` stores it."""

    def get_options(self) -> Any:
        """Give options; None where there is none."""

    def set_options(self, value: Any) -> Self:
        """Set options and give the model back. `save` stores it."""

    def get_redirect_count(self) -> float | None:
        """Give redirect_count; None where there is none."""

    def set_redirect_count(self, value: float | None) -> Self:
        """Set redirect_count and give the model back. `save` stores it."""

    def get_status(self) -> ImportJob.ImportJobStatus | str:
        """Give status."""

    def set_status(self, value: ImportJob.ImportJobStatus | str) -> Self:
        """Set status and give the model back. `save` stores it."""

    def get_started_at(self) -> str:
        """Give started_at."""

    def get_success_count(self) -> float | None:
        """Give success_count; None where there is none."""

    def set_success_count(self, value: float | None) -> Self:
        """Set success_count and give the model back. `save` stores it."""

    def get_url_count(self) -> float | None:
        """Give url_count; None where there is none."""

    def set_url_count(self, value: float | None) -> Self:
        """Set url_count and give the model back. `save` stores it."""

class ImportJob(_ImportJobFields, BaseModel):
    """One run of the importer over the URLs of a site.

    Who asked for it is known by ``hashed_api_key``, which never shows in a log line or an error, and
    by ``initiated_by``.
    """

    ENTITY_NAME: ClassVar[str]

    class ImportJobStatus(StrEnum):
        """How far the job is."""

        RUNNING = "RUNNING"
        COMPLETE = "COMPLETE"
        FAILED = "FAILED"
        STOPPED = "STOPPED"

    class ImportUrlStatus(StrEnum):
        """How far one URL of a job is."""

        PENDING = "PENDING"
        REDIRECT = "REDIRECT"
        RUNNING = "RUNNING"
        COMPLETE = "COMPLETE"
        FAILED = "FAILED"
        STOPPED = "STOPPED"

    class ImportOption(StrEnum):
        """The keys that ``options`` may have, in any spelling of case."""

        ENABLE_JAVASCRIPT = "enableJavascript"
        PAGE_LOAD_TIMEOUT = "pageLoadTimeout"
        TYPE = "type"
        DATA = "data"

    class ImportOptionType(StrEnum):
        """What the option ``type`` may be: what the pages are made into."""

        DOC = "doc"
        XWALK = "xwalk"
        DA = "da"

    @overload
    def get_import_urls(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> ImportUrl | None:
        """Give all of this entity's ImportUrl children. Takes the options of `all`."""

    @overload
    def get_import_urls(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[ImportUrl]: ...
    @overload
    def get_import_urls(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[ImportUrl]: ...
    @overload
    def get_import_urls_by_status(
        self,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> ImportUrl | None:
        """Give all of this entity's ImportUrl children by status. Takes the options of `all`."""

    @overload
    def get_import_urls_by_status(
        self,
        status: ImportJob.ImportUrlStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[ImportUrl]: ...
    @overload
    def get_import_urls_by_status(
        self,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[ImportUrl]: ...

class AsyncImportJob(_ImportJobFields, AsyncBaseModel):
    """One run of the importer over the URLs of a site.

    Who asked for it is known by ``hashed_api_key``, which never shows in a log line or an error, and
    by ``initiated_by``.
    """

    ENTITY_NAME: ClassVar[str]
    ImportJobStatus: TypeAlias = ImportJob.ImportJobStatus
    ImportUrlStatus: TypeAlias = ImportJob.ImportUrlStatus
    ImportOption: TypeAlias = ImportJob.ImportOption
    ImportOptionType: TypeAlias = ImportJob.ImportOptionType

    @overload
    async def get_import_urls(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> AsyncImportUrl | None:
        """Give all of this entity's ImportUrl children. Takes the options of `all`."""

    @overload
    async def get_import_urls(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def get_import_urls(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[AsyncImportUrl]: ...
    @overload
    async def get_import_urls_by_status(
        self,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> AsyncImportUrl | None:
        """Give all of this entity's ImportUrl children by status. Takes the options of `all`."""

    @overload
    async def get_import_urls_by_status(
        self,
        status: ImportJob.ImportUrlStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def get_import_urls_by_status(
        self,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[AsyncImportUrl]: ...

class ImportJobCollection(
    JobCollection[
        ImportJob,
        ImportJobItem | ImportJobJsonItem,
        ImportJobValues | ImportJobJsonValues,
        ImportJobAttributes,
        _ImportJobName,
    ]
):
    """All import jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_started_at(
        self,
        started_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> ImportJob | None:
        """Find all entities by started_at. Takes the options of `all`."""

    @overload
    def all_by_started_at(
        self,
        started_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> Page[ImportJob]: ...
    @overload
    def all_by_started_at(
        self,
        started_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> list[ImportJob]: ...
    def find_by_started_at(
        self, started_at: str | datetime, **options: Unpack[FindOptions[ImportJobAttributes, _ImportJobName]]
    ) -> ImportJob | None:
        """Find the first entity by started_at. Takes the options of `all`."""

    @overload
    def all_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> ImportJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> Page[ImportJob]: ...
    @overload
    def all_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> list[ImportJob]: ...
    def find_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        **options: Unpack[FindOptions[ImportJobAttributes, _ImportJobName]],
    ) -> ImportJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> ImportJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> Page[ImportJob]: ...
    @overload
    def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> list[ImportJob]: ...
    def find_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[ImportJobAttributes, _ImportJobName]],
    ) -> ImportJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class AsyncImportJobCollection(
    AsyncJobCollection[
        AsyncImportJob,
        ImportJobItem | ImportJobJsonItem,
        ImportJobValues | ImportJobJsonValues,
        ImportJobAttributes,
        _ImportJobName,
    ]
):
    """All import jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_started_at(
        self,
        started_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> AsyncImportJob | None:
        """Find all entities by started_at. Takes the options of `all`."""

    @overload
    async def all_by_started_at(
        self,
        started_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> Page[AsyncImportJob]: ...
    @overload
    async def all_by_started_at(
        self,
        started_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> list[AsyncImportJob]: ...
    async def find_by_started_at(
        self, started_at: str | datetime, **options: Unpack[FindOptions[ImportJobAttributes, _ImportJobName]]
    ) -> AsyncImportJob | None:
        """Find the first entity by started_at. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> AsyncImportJob | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> Page[AsyncImportJob]: ...
    @overload
    async def all_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> list[AsyncImportJob]: ...
    async def find_by_status(
        self,
        status: ImportJob.ImportJobStatus | str,
        **options: Unpack[FindOptions[ImportJobAttributes, _ImportJobName]],
    ) -> AsyncImportJob | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> AsyncImportJob | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> Page[AsyncImportJob]: ...
    @overload
    async def all_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportJobAttributes, _ImportJobName]],
    ) -> list[AsyncImportJob]: ...
    async def find_by_status_and_updated_at(
        self,
        status: ImportJob.ImportJobStatus | str,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[ImportJobAttributes, _ImportJobName]],
    ) -> AsyncImportJob | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

schema: Schema
