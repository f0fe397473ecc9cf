# mypy: disable-error-code="overload-overlap, override"
"""ScrapeUrl: one URL of a scrape job."""

from datetime import datetime
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
from spacecat_shared_data_access.models.scrape_job import AsyncScrapeJob, ScrapeJob
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_ScrapeUrlName: TypeAlias = Literal[
    "scrape_url_id",
    "created_at",
    "updated_at",
    "updated_by",
    "record_expires_at",
    "scrape_job_id",
    "file",
    "path",
    "reason",
    "status",
    "url",
    "processing_type",
    "options",
    "is_original",
]

@type_check_only
class ScrapeUrlItem(TypedDict):
    """What `create` takes, by Python name."""

    scrape_url_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    record_expires_at: NotRequired[float]
    scrape_job_id: str | UUID
    file: NotRequired[str | None]
    path: NotRequired[str | None]
    reason: NotRequired[str | None]
    status: ScrapeJob.ScrapeUrlStatus | str
    url: str
    processing_type: str
    options: NotRequired[Any]
    is_original: NotRequired[bool | None]

@type_check_only
class ScrapeUrlValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    scrape_url_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    scrape_job_id: str | UUID
    file: str | None
    path: str | None
    reason: str | None
    status: ScrapeJob.ScrapeUrlStatus | str
    url: str
    processing_type: str
    options: Any
    is_original: bool | None

@type_check_only
class ScrapeUrlJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    scrapeUrlId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    recordExpiresAt: NotRequired[float]
    scrapeJobId: str | UUID
    file: NotRequired[str | None]
    path: NotRequired[str | None]
    reason: NotRequired[str | None]
    status: ScrapeJob.ScrapeUrlStatus | str
    url: str
    processingType: str
    options: NotRequired[Any]
    isOriginal: NotRequired[bool | None]

@type_check_only
class ScrapeUrlJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    scrapeUrlId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    scrapeJobId: str | UUID
    file: str | None
    path: str | None
    reason: str | None
    status: ScrapeJob.ScrapeUrlStatus | str
    url: str
    processingType: str
    options: Any
    isOriginal: bool | None

@type_check_only
class ScrapeUrlAttributes:
    """What a where callback gets as ``attrs``."""

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
    """The getters and setters of a `ScrapeUrl`, blocking or not."""

    def get_scrape_url_id(self) -> str:
        """Give scrape_url_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_scrape_job_id(self) -> str:
        """Give scrape_job_id."""

    def set_scrape_job_id(self, value: str | UUID) -> Self:
        """Set scrape_job_id and give the model back. `save` stores it."""

    def get_file(self) -> str | None:
        """Give file; None where there is none."""

    def set_file(self, value: str | None) -> Self:
        """Set file and give the model back. `save` stores it."""

    def get_path(self) -> str | None:
        """Give path; None where there is none."""

    def set_path(self, value: str | None) -> Self:
        """Set path and give the model back. `save` stores it."""

    def get_reason(self) -> str | None:
        """Give reason; None where there is none."""

    def set_reason(self, value: str | None) -> Self:
        """Set reason and give the model back. `save` stores it."""

    def get_status(self) -> ScrapeJob.ScrapeUrlStatus | str:
        """Give status."""

    def set_status(self, value: ScrapeJob.ScrapeUrlStatus | str) -> Self:
        """Set status and give the model back. `save` stores it."""

    def get_url(self) -> str:
        """Give url."""

    def set_url(self, value: str) -> Self:
        """Set url and give the model back. `save` stores it."""

    def get_processing_type(self) -> str:
        """Give processing_type."""

    def set_processing_type(self, value: str) -> Self:
        """Set processing_type and give the model back. `save` stores it."""

    def get_options(self) -> Any:
        """Give options; None where there is none."""

    def set_options(self, value: Any) -> Self:
        """Set options and give the model back. `save` stores it."""

    def get_is_original(self) -> bool | None:
        """Give is_original; None where there is none."""

    def set_is_original(self, value: bool | None) -> Self:
        """Set is_original and give the model back. `save` stores it."""

class ScrapeUrl(_ScrapeUrlFields, BaseModel):
    """One page that a scrape job fetches, and what became of it.

    ``file`` and ``path`` say where the outcome is, ``reason`` why there is none. ``is_original`` tells the
    URLs that were asked for from those that a redirect led to.
    """

    ENTITY_NAME: ClassVar[str]
    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int]

    def get_scrape_job(self) -> ScrapeJob | None:
        """Give the ScrapeJob that this entity belongs to, or None."""

class AsyncScrapeUrl(_ScrapeUrlFields, AsyncBaseModel):
    """One page that a scrape job fetches, and what became of it.

    ``file`` and ``path`` say where the outcome is, ``reason`` why there is none. ``is_original`` tells the
    URLs that were asked for from those that a redirect led to.
    """

    ENTITY_NAME: ClassVar[str]
    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int]

    async def get_scrape_job(self) -> AsyncScrapeJob | None:
        """Give the ScrapeJob that this entity belongs to, or None."""

class ScrapeUrlCollection(
    BaseCollection[
        ScrapeUrl,
        ScrapeUrlItem | ScrapeUrlJsonItem,
        ScrapeUrlValues | ScrapeUrlJsonValues,
        ScrapeUrlAttributes,
        _ScrapeUrlName,
    ]
):
    """All URLs of scrape jobs."""

    COLLECTION_NAME: ClassVar[str]

    def all_recent_by_url_and_processing_type(
        self, url: str, processing_type: str, max_age_in_hours: float = ...
    ) -> list[ScrapeUrl]:
        """Find recent scrapes of a URL that was asked for, so that it need not be scraped again.

        Args:
            url: The URL.
            processing_type: What it was scraped for.
            max_age_in_hours: How old a scrape may be; a week where not given.

        Raises:
            ValidationError: The URL or the processing type is None.
            DataAccessError: As for `all`.
        """

    @overload
    def all_by_scrape_job_id(
        self,
        scrape_job_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find all entities by scrape_job_id. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id(
        self,
        scrape_job_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_scrape_job_id(
        self,
        scrape_job_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[ScrapeUrl]: ...
    def find_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]]
    ) -> ScrapeUrl | None:
        """Find the first entity by scrape_job_id. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find all entities by scrape_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[ScrapeUrl]: ...
    def find_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find the first entity by scrape_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_url(
        self,
        url: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(
        self,
        url: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url(
        self,
        url: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[ScrapeUrl]: ...
    def find_by_url(
        self, url: str, **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]]
    ) -> ScrapeUrl | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original(
        self,
        url: str,
        is_original: bool,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find all entities by url, is_original. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original(
        self,
        url: str,
        is_original: bool,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url_and_is_original(
        self,
        url: str,
        is_original: bool,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[ScrapeUrl]: ...
    def find_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]]
    ) -> ScrapeUrl | None:
        """Find the first entity by url, is_original. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find all entities by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[ScrapeUrl]: ...
    def find_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find all entities by url, is_original, processing_type, created_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[ScrapeUrl]: ...
    @overload
    def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[ScrapeUrl]: ...
    def find_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> ScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type, created_at. Takes the options of `all`."""

class AsyncScrapeUrlCollection(
    AsyncBaseCollection[
        AsyncScrapeUrl,
        ScrapeUrlItem | ScrapeUrlJsonItem,
        ScrapeUrlValues | ScrapeUrlJsonValues,
        ScrapeUrlAttributes,
        _ScrapeUrlName,
    ]
):
    """All URLs of scrape jobs."""

    COLLECTION_NAME: ClassVar[str]

    async def all_recent_by_url_and_processing_type(
        self, url: str, processing_type: str, max_age_in_hours: float = ...
    ) -> list[AsyncScrapeUrl]:
        """Find recent scrapes of a URL that was asked for, so that it need not be scraped again.

        Args:
            url: The URL.
            processing_type: What it was scraped for.
            max_age_in_hours: How old a scrape may be; a week where not given.

        Raises:
            ValidationError: The URL or the processing type is None.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_scrape_job_id(
        self,
        scrape_job_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by scrape_job_id. Takes the options of `all`."""

    @overload
    async def all_by_scrape_job_id(
        self,
        scrape_job_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_scrape_job_id(
        self,
        scrape_job_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_scrape_job_id(
        self, scrape_job_id: str | UUID, **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by scrape_job_id. Takes the options of `all`."""

    @overload
    async def all_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by scrape_job_id, status. Takes the options of `all`."""

    @overload
    async def all_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_scrape_job_id_and_status(
        self,
        scrape_job_id: str | UUID,
        status: ScrapeJob.ScrapeUrlStatus | str,
        **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by scrape_job_id, status. Takes the options of `all`."""

    @overload
    async def all_by_url(
        self,
        url: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    async def all_by_url(
        self,
        url: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url(
        self,
        url: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url(
        self, url: str, **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original(
        self,
        url: str,
        is_original: bool,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url, is_original. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original(
        self,
        url: str,
        is_original: bool,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url_and_is_original(
        self,
        url: str,
        is_original: bool,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url_and_is_original(
        self, url: str, is_original: bool, **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]]
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url, is_original. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url_and_is_original_and_processing_type(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find all entities by url, is_original, processing_type, created_at. Takes the options of `all`."""

    @overload
    async def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> Page[AsyncScrapeUrl]: ...
    @overload
    async def all_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> list[AsyncScrapeUrl]: ...
    async def find_by_url_and_is_original_and_processing_type_and_created_at(
        self,
        url: str,
        is_original: bool,
        processing_type: str,
        created_at: str | datetime,
        **options: Unpack[FindOptions[ScrapeUrlAttributes, _ScrapeUrlName]],
    ) -> AsyncScrapeUrl | None:
        """Find the first entity by url, is_original, processing_type, created_at. Takes the options of `all`."""

schema: Schema
