# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel, Page
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.jobs import AsyncJobCollection, JobCollection, JobStatus, JobUrlStatus
from spacecat_shared_data_access.models.scrape_url import (
    AsyncScrapeUrl,
    ScrapeUrl,
    _ScrapeUrlCursor,
    _ScrapeUrlList,
    _ScrapeUrlModel,
)
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ScrapeJobName: TypeAlias = Literal[
    "scrape_job_id", "created_at", "updated_at", "updated_by", "record_expires_at", "base_url",
    "processing_type", "duration", "ended_at", "failed_count", "scrape_queue_id", "options",
    "custom_headers", "redirect_count", "status", "started_at", "success_count", "url_count", "results",
    "abort_info", "opt_enable_javascript", "opt_hide_consent_banner"
]
_ScrapeJobInclude: TypeAlias = Literal["scrape_urls"]
_ScrapeJobItems: TypeAlias = ScrapeJobItem | ScrapeJobJsonItem
_ScrapeJobKeys: TypeAlias = ScrapeJobValues | ScrapeJobJsonValues
_ScrapeJobFind: TypeAlias = FindOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude]
_ScrapeJobModel: TypeAlias = ModelOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude]
_ScrapeJobCursor: TypeAlias = CursorOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude]
_ScrapeJobList: TypeAlias = ListOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude]
# fmt: on

@type_check_only
class _ScrapeJobOptional(TypedDict, total=False):
    scrape_job_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    duration: float | None
    ended_at: str | datetime | None
    failed_count: float | None
    scrape_queue_id: str | None
    options: Any
    custom_headers: Any
    redirect_count: float | None
    started_at: str | datetime
    success_count: float | None
    url_count: float | None
    results: Any
    abort_info: Mapping[str, Any] | None
    opt_enable_javascript: str | None
    opt_hide_consent_banner: str | None

@type_check_only
class ScrapeJobItem(_ScrapeJobOptional):
    """An item of `create`, by Python name."""

    base_url: str
    processing_type: str
    status: ScrapeJob.ScrapeJobStatus | str

@type_check_only
class ScrapeJobValues(_ScrapeJobOptional, total=False):
    """Values of some attributes, by Python name."""

    base_url: str
    processing_type: str
    status: ScrapeJob.ScrapeJobStatus | str

@type_check_only
class _ScrapeJobJsonOptional(TypedDict, total=False):
    scrapeJobId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    duration: float | None
    endedAt: str | datetime | None
    failedCount: float | None
    scrapeQueueId: str | None
    options: Any
    customHeaders: Any
    redirectCount: float | None
    startedAt: str | datetime
    successCount: float | None
    urlCount: float | None
    results: Any
    abortInfo: Mapping[str, Any] | None
    optEnableJavascript: str | None
    optHideConsentBanner: str | None

@type_check_only
class ScrapeJobJsonItem(_ScrapeJobJsonOptional):
    """An item of `create`, by JSON name."""

    baseURL: str
    processingType: str
    status: ScrapeJob.ScrapeJobStatus | str

@type_check_only
class ScrapeJobJsonValues(_ScrapeJobJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    baseURL: str
    processingType: str
    status: ScrapeJob.ScrapeJobStatus | str

class _ScrapeJobProperties:
    scrape_job_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    record_expires_at: ReadOnly[float | None]
    base_url: Writable[str, str]
    processing_type: Writable[str, str]
    duration: Writable[float | None, float | None]
    ended_at: Writable[str | None, str | datetime | None]
    failed_count: Writable[float | None, float | None]
    scrape_queue_id: Writable[str | None, str | None]
    options: Writable[Any, Any]
    custom_headers: Writable[Any, Any]
    redirect_count: Writable[float | None, float | None]
    status: Writable[ScrapeJob.ScrapeJobStatus | str, ScrapeJob.ScrapeJobStatus | str]
    started_at: ReadOnly[str]
    success_count: Writable[float | None, float | None]
    url_count: Writable[float | None, float | None]
    results: Writable[Any, Any]
    abort_info: Writable[dict[str, Any] | None, Mapping[str, Any] | None]
    opt_enable_javascript: ReadOnly[str | None]
    opt_hide_consent_banner: ReadOnly[str | None]

@type_check_only
class ScrapeJobAttributes(_ScrapeJobProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ScrapeJobFindBy(
    FindOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude], ScrapeJobValues, total=False
): ...
class _ScrapeJobModelBy(
    ModelOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude], ScrapeJobValues, total=False
): ...
class _ScrapeJobCursorBy(
    CursorOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude], ScrapeJobValues, total=False
): ...
class _ScrapeJobListBy(
    ListOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude], ScrapeJobValues, total=False
): ...
class _ScrapeJobPageBy(
    PageOptions[ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude], ScrapeJobValues, total=False
): ...

class _ScrapeJobUpdates(TypedDict, total=False):
    updated_by: str | None
    base_url: str
    processing_type: str
    duration: float | None
    ended_at: str | datetime | None
    failed_count: float | None
    scrape_queue_id: str | None
    options: Any
    custom_headers: Any
    redirect_count: float | None
    status: ScrapeJob.ScrapeJobStatus | str
    success_count: float | None
    url_count: float | None
    results: Any
    abort_info: Mapping[str, Any] | None

class _ScrapeJobFields(_ScrapeJobProperties):
    def get_scrape_job_id(self) -> str:
        """Return scrape_job_id."""

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
    def get_processing_type(self) -> str:
        """Return processing_type."""

    def set_processing_type(self, value: str) -> Self: ...
    def get_duration(self) -> float | None:
        """Return duration, or None."""

    def set_duration(self, value: float | None) -> Self: ...
    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self: ...
    def get_failed_count(self) -> float | None:
        """Return failed_count, or None."""

    def set_failed_count(self, value: float | None) -> Self: ...
    def get_scrape_queue_id(self) -> str | None:
        """Return scrape_queue_id, or None."""

    def set_scrape_queue_id(self, value: str | None) -> Self: ...
    def get_options(self) -> Any:
        """Return options, or None."""

    def set_options(self, value: Any) -> Self: ...
    def get_custom_headers(self) -> Any:
        """Return custom_headers, or None."""

    def set_custom_headers(self, value: Any) -> Self: ...
    def get_redirect_count(self) -> float | None:
        """Return redirect_count, or None."""

    def set_redirect_count(self, value: float | None) -> Self: ...
    def get_status(self) -> ScrapeJob.ScrapeJobStatus | str:
        """Return status."""

    def set_status(self, value: ScrapeJob.ScrapeJobStatus | str) -> Self: ...
    def get_started_at(self) -> str:
        """Return started_at."""

    def get_success_count(self) -> float | None:
        """Return success_count, or None."""

    def set_success_count(self, value: float | None) -> Self: ...
    def get_url_count(self) -> float | None:
        """Return url_count, or None."""

    def set_url_count(self, value: float | None) -> Self: ...
    def get_results(self) -> Any:
        """Return results, or None."""

    def set_results(self, value: Any) -> Self: ...
    def get_abort_info(self) -> dict[str, Any] | None:
        """Return abort_info, or None."""

    def set_abort_info(self, value: Mapping[str, Any] | None) -> Self: ...
    def get_opt_enable_javascript(self) -> str | None:
        """Return opt_enable_javascript, or None."""

    def get_opt_hide_consent_banner(self) -> str | None:
        """Return opt_hide_consent_banner, or None."""

class ScrapeJob(_ScrapeJobFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    SCRAPE_JOB_EXPIRES_IN_DAYS: ClassVar[int]
    ScrapeJobStatus: TypeAlias = JobStatus
    ScrapeUrlStatus: TypeAlias = JobUrlStatus

    class ScrapeOption(StrEnum):
        ENABLE_JAVASCRIPT = "enableJavascript"
        HIDE_CONSENT_BANNER = "hideConsentBanners"
        PAGE_LOAD_TIMEOUT = "pageLoadTimeout"
        WAIT_FOR_SELECTOR = "waitForSelector"
        SECTION_LOAD_WAIT_TIME = "sectionLoadWaitTime"
        SCREENSHOT_TYPES = "screenshotTypes"

    class ScrapeProcessingType(StrEnum):
        DEFAULT = "default"
        ACCESSIBILITY = "accessibility"
        FORM_ACCESSIBILITY = "form-accessibility"
        FORM = "form"
        TEXT_CONTENT = "text-content"

    class ScrapeScreenshotType(StrEnum):
        FULL_PAGE = "fullPage"
        THUMBNAIL = "thumbnail"
        SECTION = "section"
        BLOCK = "block"
        SCROLL = "scroll"

    def update(self, **values: Unpack[_ScrapeJobUpdates]) -> Self: ...
    @overload
    def get_scrape_urls(self, **options: Unpack[_ScrapeUrlModel]) -> ScrapeUrl | None:
        """Return all of this entity's ScrapeUrl children. Takes the options of `all`."""

    @overload
    def get_scrape_urls(self, **options: Unpack[_ScrapeUrlCursor]) -> Page[ScrapeUrl]: ...
    @overload
    def get_scrape_urls(self, **options: Unpack[_ScrapeUrlList]) -> list[ScrapeUrl]: ...
    @overload
    def get_scrape_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlModel]
    ) -> ScrapeUrl | None:
        """Return all of this entity's ScrapeUrl children by status. Takes the options of `all`."""

    @overload
    def get_scrape_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[ScrapeUrl]: ...
    @overload
    def get_scrape_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlList]
    ) -> list[ScrapeUrl]: ...

class AsyncScrapeJob(_ScrapeJobFields, AsyncBaseModel):
    """A run of the scraper over the URLs of a site.

    ``custom_headers`` are sent to the site with every request and may contain credentials: they never
    appear in a log line or an error.
    """

    ENTITY_NAME: ClassVar[str]
    SCRAPE_JOB_EXPIRES_IN_DAYS: ClassVar[int]
    ScrapeJobStatus: TypeAlias = JobStatus
    ScrapeUrlStatus: TypeAlias = JobUrlStatus
    ScrapeOption: TypeAlias = ScrapeJob.ScrapeOption
    ScrapeProcessingType: TypeAlias = ScrapeJob.ScrapeProcessingType
    ScrapeScreenshotType: TypeAlias = ScrapeJob.ScrapeScreenshotType

    async def update(self, **values: Unpack[_ScrapeJobUpdates]) -> Self: ...
    @overload
    async def get_scrape_urls(self, **options: Unpack[_ScrapeUrlModel]) -> AsyncScrapeUrl | None:
        """Return all of this entity's ScrapeUrl children. Takes the options of `all`."""

    @overload
    async def get_scrape_urls(self, **options: Unpack[_ScrapeUrlCursor]) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def get_scrape_urls(self, **options: Unpack[_ScrapeUrlList]) -> list[AsyncScrapeUrl]: ...
    @overload
    async def get_scrape_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlModel]
    ) -> AsyncScrapeUrl | None:
        """Return all of this entity's ScrapeUrl children by status. Takes the options of `all`."""

    @overload
    async def get_scrape_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def get_scrape_urls_by_status(
        self, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlList]
    ) -> list[AsyncScrapeUrl]: ...

class _ScrapeJobFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ScrapeJobKeys | None = None, **options: Unpack[_ScrapeJobModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ScrapeJobKeys | None = None, **options: Unpack[_ScrapeJobCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ScrapeJobKeys | None = None, **options: Unpack[_ScrapeJobListBy]) -> _List: ...
    def first(self, keys: _ScrapeJobKeys | None = None, **options: Unpack[_ScrapeJobFindBy]) -> _One: ...
    def page(
        self,
        keys: _ScrapeJobKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ScrapeJobPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ScrapeJobKeys | None = None,
        *,
        where: Callable[[ScrapeJobAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ScrapeJobName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ScrapeJobValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ScrapeJobKeys | None = None, *, limit: int | None = None, **options: Unpack[_ScrapeJobFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ScrapeJobItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ScrapeJobName | Sequence[_ScrapeJobName] | None = None,
        **values: Unpack[ScrapeJobValues],
    ) -> _New: ...
    @overload
    def all_by_started_at(self, started_at: str | datetime, **options: Unpack[_ScrapeJobModel]) -> _One:
        """Find all entities by started_at. Takes the options of `all`."""

    @overload
    def all_by_started_at(self, started_at: str | datetime, **options: Unpack[_ScrapeJobCursor]) -> _Page: ...
    @overload
    def all_by_started_at(self, started_at: str | datetime, **options: Unpack[_ScrapeJobList]) -> _List: ...
    def find_by_started_at(self, started_at: str | datetime, **options: Unpack[_ScrapeJobFind]) -> _One:
        """Find the first entity by started_at. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_ScrapeJobModel]) -> _One:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_ScrapeJobCursor]) -> _Page: ...
    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_ScrapeJobList]) -> _List: ...
    def find_by_base_url(self, base_url: str, **options: Unpack[_ScrapeJobFind]) -> _One:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type(
        self, base_url: str, processing_type: str, **options: Unpack[_ScrapeJobModel]
    ) -> _One:
        """Find all entities by base_url, processing_type. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type(
        self, base_url: str, processing_type: str, **options: Unpack[_ScrapeJobCursor]
    ) -> _Page: ...
    @overload
    def all_by_base_url_and_processing_type(
        self, base_url: str, processing_type: str, **options: Unpack[_ScrapeJobList]
    ) -> _List: ...
    def find_by_base_url_and_processing_type(
        self, base_url: str, processing_type: str, **options: Unpack[_ScrapeJobFind]
    ) -> _One:
        """Find the first entity by base_url, processing_type. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type_and_started_at(
        self, base_url: str, processing_type: str, started_at: str | datetime, **options: Unpack[_ScrapeJobModel]
    ) -> _One:
        """Find all entities by base_url, processing_type, started_at. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type_and_started_at(
        self, base_url: str, processing_type: str, started_at: str | datetime, **options: Unpack[_ScrapeJobCursor]
    ) -> _Page: ...
    @overload
    def all_by_base_url_and_processing_type_and_started_at(
        self, base_url: str, processing_type: str, started_at: str | datetime, **options: Unpack[_ScrapeJobList]
    ) -> _List: ...
    def find_by_base_url_and_processing_type_and_started_at(
        self, base_url: str, processing_type: str, started_at: str | datetime, **options: Unpack[_ScrapeJobFind]
    ) -> _One:
        """Find the first entity by base_url, processing_type, started_at. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type_and_opt_enable_javascript(
        self, base_url: str, processing_type: str, opt_enable_javascript: str, **options: Unpack[_ScrapeJobModel]
    ) -> _One:
        """Find all entities by base_url, processing_type, opt_enable_javascript. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type_and_opt_enable_javascript(
        self, base_url: str, processing_type: str, opt_enable_javascript: str, **options: Unpack[_ScrapeJobCursor]
    ) -> _Page: ...
    @overload
    def all_by_base_url_and_processing_type_and_opt_enable_javascript(
        self, base_url: str, processing_type: str, opt_enable_javascript: str, **options: Unpack[_ScrapeJobList]
    ) -> _List: ...
    def find_by_base_url_and_processing_type_and_opt_enable_javascript(
        self, base_url: str, processing_type: str, opt_enable_javascript: str, **options: Unpack[_ScrapeJobFind]
    ) -> _One:
        """Find the first entity by base_url, processing_type, opt_enable_javascript. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner_and_started_at(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        started_at: str | datetime,
        **options: Unpack[_ScrapeJobModel],
    ) -> _One:
        """Find all entities by base_url, processing_type, opt_enable_javascript, opt_hide_consent_banner, started_at. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner_and_started_at(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        started_at: str | datetime,
        **options: Unpack[_ScrapeJobCursor],
    ) -> _Page: ...
    @overload
    def all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner_and_started_at(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        started_at: str | datetime,
        **options: Unpack[_ScrapeJobList],
    ) -> _List: ...
    def find_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner_and_started_at(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        started_at: str | datetime,
        **options: Unpack[_ScrapeJobFind],
    ) -> _One:
        """Find the first entity by base_url, processing_type, opt_enable_javascript, opt_hide_consent_banner, started_at. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: ScrapeJob.ScrapeJobStatus | str, **options: Unpack[_ScrapeJobModel]) -> _One:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: ScrapeJob.ScrapeJobStatus | str, **options: Unpack[_ScrapeJobCursor]) -> _Page: ...
    @overload
    def all_by_status(self, status: ScrapeJob.ScrapeJobStatus | str, **options: Unpack[_ScrapeJobList]) -> _List: ...
    def find_by_status(self, status: ScrapeJob.ScrapeJobStatus | str, **options: Unpack[_ScrapeJobFind]) -> _One:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: ScrapeJob.ScrapeJobStatus | str, updated_at: str | datetime, **options: Unpack[_ScrapeJobModel]
    ) -> _One:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: ScrapeJob.ScrapeJobStatus | str, updated_at: str | datetime, **options: Unpack[_ScrapeJobCursor]
    ) -> _Page: ...
    @overload
    def all_by_status_and_updated_at(
        self, status: ScrapeJob.ScrapeJobStatus | str, updated_at: str | datetime, **options: Unpack[_ScrapeJobList]
    ) -> _List: ...
    def find_by_status_and_updated_at(
        self, status: ScrapeJob.ScrapeJobStatus | str, updated_at: str | datetime, **options: Unpack[_ScrapeJobFind]
    ) -> _One:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

class ScrapeJobCollection(_ScrapeJobFinders[ScrapeJob | None, Page[ScrapeJob], list[ScrapeJob], ScrapeJob, int, Iterator[ScrapeJob]], JobCollection[ScrapeJob, _ScrapeJobItems, _ScrapeJobKeys, ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        **options: Any,
    ) -> list[ScrapeJob] | ScrapeJob | Page[ScrapeJob] | None: ...
    def find_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        **options: Any,
    ) -> ScrapeJob | Page[ScrapeJob] | None: ...

class AsyncScrapeJobCollection(_ScrapeJobFinders[Coroutine[Any, Any, AsyncScrapeJob | None], Coroutine[Any, Any, Page[AsyncScrapeJob]], Coroutine[Any, Any, list[AsyncScrapeJob]], Coroutine[Any, Any, AsyncScrapeJob], Coroutine[Any, Any, int], AsyncIterator[AsyncScrapeJob]], AsyncJobCollection[AsyncScrapeJob, _ScrapeJobItems, _ScrapeJobKeys, ScrapeJobAttributes, _ScrapeJobName, _ScrapeJobInclude]):  # fmt: skip
    """The collection of scrape jobs."""

    COLLECTION_NAME: ClassVar[str]

    async def all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        **options: Any,
    ) -> list[AsyncScrapeJob] | AsyncScrapeJob | Page[AsyncScrapeJob] | None:
        """Find the jobs of a site with the given processing type and options.

        Args:
            base_url: The site's URL.
            processing_type: A `ScrapeJob.ScrapeProcessingType`.
            opt_enable_javascript: ``T`` or ``F``: whether scripts were run.
            opt_hide_consent_banner: ``T`` or ``F``: whether consent banners were hidden.
            **options: As for `all`.

        Raises:
            ValidationError: A key is None, or an option is invalid.
            DataAccessError: As for `all`.
        """

    async def find_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        **options: Any,
    ) -> AsyncScrapeJob | Page[AsyncScrapeJob] | None:
        """Find the latest job of a site with the given processing type and options.

        Args:
            base_url: The site's URL.
            processing_type: A `ScrapeJob.ScrapeProcessingType`.
            opt_enable_javascript: ``T`` or ``F``: whether scripts were run.
            opt_hide_consent_banner: ``T`` or ``F``: whether consent banners were hidden.
            **options: As for `all`.

        Returns:
            The job, or None. With ``return_cursor`` and a limit above 1, a whole page, as in the original.

        Raises:
            ValidationError: A key is None, or an option is invalid.
            DataAccessError: As for `all`.
        """

schema: Schema
