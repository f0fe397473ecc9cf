# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.jobs import JobUrlStatus
from spacecat_shared_data_access.models.scrape_job import AsyncScrapeJob, ScrapeJob, _ScrapeJobInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _ScrapeUrlProperties:
    scrape_url_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    record_expires_at: ReadOnly[float | None]
    scrape_job_id: Writable[str, str | UUID]
    file: Writable[str | None, str | None]
    path: Writable[str | None, str | None]
    reason: Writable[str | None, str | None]
    status: Writable[JobUrlStatus | str, JobUrlStatus | str]
    url: Writable[str, str]
    processing_type: Writable[str, str]
    options: Writable[Any, Any]
    is_original: Writable[bool | None, bool | None]

@type_check_only
class ScrapeUrlAttributes(_ScrapeUrlProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ScrapeUrlFindBy(
    FindOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude], ScrapeUrlValues, total=False
): ...
class _ScrapeUrlModelBy(
    ModelOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude], ScrapeUrlValues, total=False
): ...
class _ScrapeUrlCursorBy(
    CursorOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude], ScrapeUrlValues, total=False
): ...
class _ScrapeUrlListBy(
    ListOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude], ScrapeUrlValues, total=False
): ...
class _ScrapeUrlPageBy(
    PageOptions[ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude], ScrapeUrlValues, total=False
): ...

class _ScrapeUrlUpdates(TypedDict, total=False):
    updated_by: str | None
    scrape_job_id: str | UUID
    file: str | None
    path: str | None
    reason: str | None
    status: JobUrlStatus | str
    url: str
    processing_type: str
    options: Any
    is_original: bool | None

class _ScrapeUrlFields(_ScrapeUrlProperties):
    def get_scrape_url_id(self) -> str:
        """Return scrape_url_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_scrape_job_id(self) -> str:
        """Return scrape_job_id."""

    def set_scrape_job_id(self, value: str | UUID) -> Self: ...
    def get_file(self) -> str | None:
        """Return file, or None."""

    def set_file(self, value: str | None) -> Self: ...
    def get_path(self) -> str | None:
        """Return path, or None."""

    def set_path(self, value: str | None) -> Self: ...
    def get_reason(self) -> str | None:
        """Return reason, or None."""

    def set_reason(self, value: str | None) -> Self: ...
    def get_status(self) -> JobUrlStatus | str:
        """Return status."""

    def set_status(self, value: JobUrlStatus | str) -> Self: ...
    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self: ...
    def get_processing_type(self) -> str:
        """Return processing_type."""

    def set_processing_type(self, value: str) -> Self: ...
    def get_options(self) -> Any:
        """Return options, or None."""

    def set_options(self, value: Any) -> Self: ...
    def get_is_original(self) -> bool | None:
        """Return is_original, or None."""

    def set_is_original(self, value: bool | None) -> Self: ...

class ScrapeUrl(_ScrapeUrlFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int]

    def update(self, **values: Unpack[_ScrapeUrlUpdates]) -> Self: ...
    def get_scrape_job(self, *, include: Sequence[_ScrapeJobInclude] = ()) -> ScrapeJob | None:
        """Return the ScrapeJob that this entity belongs to, or None."""

class AsyncScrapeUrl(_ScrapeUrlFields, AsyncBaseModel):
    """A page that a scrape job fetches, and the result.

    ``file`` and ``path`` are the location of the result; ``reason`` says why there is none. ``is_original``
    is true for URLs that were requested and false for those that a redirect led to.
    """

    ENTITY_NAME: ClassVar[str]
    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int]

    async def update(self, **values: Unpack[_ScrapeUrlUpdates]) -> Self: ...
    async def get_scrape_job(self, *, include: Sequence[_ScrapeJobInclude] = ()) -> AsyncScrapeJob | None:
        """Return the ScrapeJob that this entity belongs to, or None."""

class _ScrapeUrlFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ScrapeUrlKeys | None = None, **options: Unpack[_ScrapeUrlModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ScrapeUrlKeys | None = None, **options: Unpack[_ScrapeUrlCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ScrapeUrlKeys | None = None, **options: Unpack[_ScrapeUrlListBy]) -> _List: ...
    def first(self, keys: _ScrapeUrlKeys | None = None, **options: Unpack[_ScrapeUrlFindBy]) -> _One: ...
    def page(
        self,
        keys: _ScrapeUrlKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ScrapeUrlPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ScrapeUrlKeys | None = None,
        *,
        where: Callable[[ScrapeUrlAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ScrapeUrlName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ScrapeUrlValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ScrapeUrlKeys | None = None, *, limit: int | None = None, **options: Unpack[_ScrapeUrlFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ScrapeUrlItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ScrapeUrlName | Sequence[_ScrapeUrlName] | None = None,
        **values: Unpack[ScrapeUrlValues],
    ) -> _New: ...
    @overload
    def all_by_scrape_job_id(self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlModel]) -> _One:
        """Find all entities by scrape_job_id. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id(self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlCursor]) -> _Page: ...
    @overload
    def all_by_scrape_job_id(self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlList]) -> _List: ...
    def find_by_scrape_job_id(self, scrape_job_id: str | UUID, **options: Unpack[_ScrapeUrlFind]) -> _One:
        """Find the first entity by scrape_job_id. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlModel]
    ) -> _One:
        """Find all entities by scrape_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlCursor]
    ) -> _Page: ...
    @overload
    def all_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlList]
    ) -> _List: ...
    def find_by_scrape_job_id_and_status(
        self, scrape_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ScrapeUrlFind]
    ) -> _One:
        """Find the first entity by scrape_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlModel]) -> _One:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlCursor]) -> _Page: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_ScrapeUrlList]) -> _List: ...
    def find_by_url(self, url: str, **options: Unpack[_ScrapeUrlFind]) -> _One:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original(self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlModel]) -> _One:
        """Find all entities by url, is_original. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original(self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlCursor]) -> _Page: ...
    @overload
    def all_by_url_and_is_original(self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlList]) -> _List: ...
    def find_by_url_and_is_original(self, url: str, is_original: bool, **options: Unpack[_ScrapeUrlFind]) -> _One:
        """Find the first entity by url, is_original. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlModel]
    ) -> _One:
        """Find all entities by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlCursor]
    ) -> _Page: ...
    @overload
    def all_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlList]
    ) -> _List: ...
    def find_by_url_and_is_original_and_processing_type(
        self, url: str, is_original: bool, processing_type: str, **options: Unpack[_ScrapeUrlFind]
    ) -> _One:
        """Find the first entity by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlModel],
    ) -> _One:
        """Find all entities by url, is_original, processing_type, created_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlCursor],
    ) -> _Page: ...
    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlList],
    ) -> _List: ...
    def find_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[_ScrapeUrlFind],
    ) -> _One:
        """Find the first entity by url, is_original, processing_type, created_at. Takes the options of `all`."""

class ScrapeUrlCollection(_ScrapeUrlFinders[ScrapeUrl | None, Page[ScrapeUrl], list[ScrapeUrl], ScrapeUrl, int, Iterator[ScrapeUrl]], BaseCollection[ScrapeUrl, _ScrapeUrlItems, _ScrapeUrlKeys, ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_recent_by_url_and_processing_type(
        self, url: str, processing_type: str, max_age_in_hours: float = ...
    ) -> list[ScrapeUrl]: ...

class AsyncScrapeUrlCollection(_ScrapeUrlFinders[Coroutine[Any, Any, AsyncScrapeUrl | None], Coroutine[Any, Any, Page[AsyncScrapeUrl]], Coroutine[Any, Any, list[AsyncScrapeUrl]], Coroutine[Any, Any, AsyncScrapeUrl], Coroutine[Any, Any, int], AsyncIterator[AsyncScrapeUrl]], AsyncBaseCollection[AsyncScrapeUrl, _ScrapeUrlItems, _ScrapeUrlKeys, ScrapeUrlAttributes, _ScrapeUrlName, _ScrapeUrlInclude]):  # fmt: skip
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

schema: Schema
