# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.jobs import JobUrlStatus
from spacecat_shared_data_access.models.scrape_job import AsyncScrapeJob, ScrapeJob, _ScrapeJobInclude
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ScrapeUrlName: TypeAlias = Literal[
    "scrape_url_id", "created_at", "updated_at", "updated_by", "record_expires_at", "scrape_job_id",
    "file", "path", "reason", "status", "url", "processing_type", "options", "is_original"
]
_ScrapeUrlInclude: TypeAlias = Literal["scrape_job", "scrape_job.scrape_urls"]
_ScrapeUrlItems: TypeAlias = ScrapeUrlItem | ScrapeUrlJsonItem
_ScrapeUrlKeys: TypeAlias = ScrapeUrlValues | ScrapeUrlJsonValues
_ScrapeUrlFind: TypeAlias = FindOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]
_ScrapeUrlModel: TypeAlias = ModelOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]
_ScrapeUrlCursor: TypeAlias = CursorOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]
_ScrapeUrlList: TypeAlias = ListOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]
# fmt: on

@type_check_only
class _ScrapeUrlOptional(TypedDict, total=False):
    scrape_url_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    file: str | None
    path: str | None
    reason: str | None
    options: Any
    is_original: bool | None

@type_check_only
class ScrapeUrlItem(_ScrapeUrlOptional):
    """An item of `create`, by Python name."""

    scrape_job_id: str | UUID
    status: JobUrlStatus | str
    url: str
    processing_type: str

@type_check_only
class ScrapeUrlValues(_ScrapeUrlOptional, total=False):
    """Values of some attributes, by Python name."""

    scrape_job_id: str | UUID
    status: JobUrlStatus | str
    url: str
    processing_type: str

@type_check_only
class _ScrapeUrlJsonOptional(TypedDict, total=False):
    scrapeUrlId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    file: str | None
    path: str | None
    reason: str | None
    options: Any
    isOriginal: bool | None

@type_check_only
class ScrapeUrlJsonItem(_ScrapeUrlJsonOptional):
    """An item of `create`, by JSON name."""

    scrapeJobId: str | UUID
    status: JobUrlStatus | str
    url: str
    processingType: str

@type_check_only
class ScrapeUrlJsonValues(_ScrapeUrlJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    scrapeJobId: str | UUID
    status: JobUrlStatus | str
    url: str
    processingType: str

@type_check_only
class ScrapeUrlAttributes:
    """The ``attrs`` of a ``where`` callback."""

    scrape_url_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    record_expires_at: Column
    scrape_job_id: Column
    file: Column
    path: Column
    reason: Column
    status: Column
    url: Column
    processing_type: Column
    options: Column
    is_original: Column

    def __getitem__(self, column: str) -> Column: ...

class _ScrapeUrlFields:
    def get_scrape_url_id(self) -> str:
        """Return scrape_url_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_scrape_job_id(self) -> str:
        """Return scrape_job_id."""

    def set_scrape_job_id(self, value: str | UUID) -> Self:
        """Set scrape_job_id and return the model. `save` stores it."""

    def get_file(self) -> str | None:
        """Return file, or None."""

    def set_file(self, value: str | None) -> Self:
        """Set file and return the model. `save` stores it."""

    def get_path(self) -> str | None:
        """Return path, or None."""

    def set_path(self, value: str | None) -> Self:
        """Set path and return the model. `save` stores it."""

    def get_reason(self) -> str | None:
        """Return reason, or None."""

    def set_reason(self, value: str | None) -> Self:
        """Set reason and return the model. `save` stores it."""

    def get_status(self) -> JobUrlStatus | str:
        """Return status."""

    def set_status(self, value: JobUrlStatus | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self:
        """Set url and return the model. `save` stores it."""

    def get_processing_type(self) -> str:
        """Return processing_type."""

    def set_processing_type(self, value: str) -> Self:
        """Set processing_type and return the model. `save` stores it."""

    def get_options(self) -> Any:
        """Return options, or None."""

    def set_options(self, value: Any) -> Self:
        """Set options and return the model. `save` stores it."""

    def get_is_original(self) -> bool | None:
        """Return is_original, or None."""

    def set_is_original(self, value: bool | None) -> Self:
        """Set is_original and return the model. `save` stores it."""

class ScrapeUrl(_ScrapeUrlFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int]

    def get_scrape_job(self, *, include: Sequence[_ScrapeJobInclude] = ()) -> ScrapeJob | None:
        """Return the ScrapeJob that this entity belongs to, or None."""

class AsyncScrapeUrl(_ScrapeUrlFields, AsyncBaseModel):
    """A page that a scrape job fetches, and the result.

    ``file`` and ``path`` are the location of the result; ``reason`` says why there is none. ``is_original``
    is true for URLs that were requested and false for those that a redirect led to.
    """

    ENTITY_NAME: ClassVar[str]
    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int]

    async def get_scrape_job(self, *, include: Sequence[_ScrapeJobInclude] = ()) -> AsyncScrapeJob | None:
        """Return the ScrapeJob that this entity belongs to, or None."""

class ScrapeUrlCollection(BaseCollection[ScrapeUrl, _ScrapeUrlItems, _ScrapeUrlKeys, ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_recent_by_url_and_processing_type(
        self, url: str, processing_type: str, max_age_in_hours: float = ...
    ) -> list[ScrapeUrl]: ...
    @overload
    def all_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlModel]
    ) -> ScrapeUrl | None:
        """Find all entities by scrape_job_id. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlList]
    ) -> list[ScrapeUrl]: ...
    def find_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlFind]
    ) -> ScrapeUrl | None:
        """Find the first entity by scrape_job_id. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlModel]
    ) -> ScrapeUrl | None:
        """Find all entities by scrape_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlList]
    ) -> list[ScrapeUrl]: ...
    def find_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlFind]
    ) -> ScrapeUrl | None:
        """Find the first entity by scrape_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlModel]) -> ScrapeUrl | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlCursor]) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlList]) -> list[ScrapeUrl]: ...
    def find_by_url(self, url: str, **options: Unpack[_ScrapeUrlFind]) -> ScrapeUrl | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlModel]
    ) -> ScrapeUrl | None:
        """Find all entities by url, is_original. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlList]
    ) -> list[ScrapeUrl]: ...
    def find_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlFind]
    ) -> ScrapeUrl | None:
        """Find the first entity by url, is_original. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlModel]
    ) -> ScrapeUrl | None:
        """Find all entities by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlList]
    ) -> list[ScrapeUrl]: ...
    def find_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlFind]
    ) -> ScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlModel],
    ) -> ScrapeUrl | None:
        """Find all entities by url, is_original, processing_type, created_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlCursor],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlList],
    ) -> list[ScrapeUrl]: ...
    def find_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlFind],
    ) -> ScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type, created_at. Takes the options of `all`."""

class AsyncScrapeUrlCollection(AsyncBaseCollection[AsyncScrapeUrl, _ScrapeUrlItems, _ScrapeUrlKeys, ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]):  # fmt: skip
    """The collection of URLs of scrape jobs."""

    COLLECTION_NAME: ClassVar[str]

    async def all_recent_by_url_and_processing_type(
        self, url: str, processing_type: str, max_age_in_hours: float = ...
    ) -> list[AsyncScrapeUrl]:
        """Find recent scrapes of a requested URL, so that it need not be scraped again.

        Args:
            url: The URL.
            processing_type: A `ScrapeJob.ScrapeProcessingType`.
            max_age_in_hours: The maximum age, in hours. The default is one week.

        Raises:
            ValidationError: The URL or the processing type is None, or the age is not between 0 and 100
                years.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlModel]
    ) -> AsyncScrapeUrl | None:
        """Find all entities by scrape_job_id. Takes the options of `all`."""

    @overload
    async def all_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlList]
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlFind]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by scrape_job_id. Takes the options of `all`."""

    @overload
    async def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlModel]
    ) -> AsyncScrapeUrl | None:
        """Find all entities by scrape_job_id, status. Takes the options of `all`."""

    @overload
    async def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlList]
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlFind]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by scrape_job_id, status. Takes the options of `all`."""

    @overload
    async def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlModel]) -> AsyncScrapeUrl | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    async def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlCursor]) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlList]) -> list[AsyncScrapeUrl]: ...
    async def find_by_url(self, url: str, **options: Unpack[_ScrapeUrlFind]) -> AsyncScrapeUrl | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlModel]
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url, is_original. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlList]
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlFind]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url, is_original. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlModel]
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlCursor]
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlList]
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlFind]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlModel],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url, is_original, processing_type, created_at. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlCursor],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlList],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlFind],
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type, created_at. Takes the options of `all`."""

schema: Schema
