# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.async_job import AsyncAsyncJob, AsyncJob, _AsyncJobInclude
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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_PreflightName: TypeAlias = Literal[
    "preflight_id", "created_at", "updated_at", "updated_by", "site_id", "async_job_id", "url", "status",
    "created_by", "ended_at"
]
_PreflightInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "async_job"
]
_PreflightItems: TypeAlias = PreflightItem | PreflightJsonItem
_PreflightKeys: TypeAlias = PreflightValues | PreflightJsonValues
_PreflightFind: TypeAlias = FindOptions[PreflightAttributes, _PreflightName, _PreflightInclude]
_PreflightModel: TypeAlias = ModelOptions[PreflightAttributes, _PreflightName, _PreflightInclude]
_PreflightCursor: TypeAlias = CursorOptions[PreflightAttributes, _PreflightName, _PreflightInclude]
_PreflightList: TypeAlias = ListOptions[PreflightAttributes, _PreflightName, _PreflightInclude]
# fmt: on

@type_check_only
class _PreflightOptional(TypedDict, total=False):
    preflight_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    status: Preflight.Status | str
    ended_at: str | datetime | None

@type_check_only
class PreflightItem(_PreflightOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    async_job_id: str | UUID
    url: str
    created_by: Any

@type_check_only
class PreflightValues(_PreflightOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    async_job_id: str | UUID
    url: str
    created_by: Any

@type_check_only
class _PreflightJsonOptional(TypedDict, total=False):
    preflightId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    status: Preflight.Status | str
    endedAt: str | datetime | None

@type_check_only
class PreflightJsonItem(_PreflightJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    asyncJobId: str | UUID
    url: str
    createdBy: Any

@type_check_only
class PreflightJsonValues(_PreflightJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    asyncJobId: str | UUID
    url: str
    createdBy: Any

@type_check_only
class PreflightAttributes:
    """The ``attrs`` of a ``where`` callback."""

    preflight_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    async_job_id: Column
    url: Column
    status: Column
    created_by: Column
    ended_at: Column

    def __getitem__(self, column: str) -> Column: ...

class _PreflightFields:
    def get_preflight_id(self) -> str:
        """Return preflight_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_async_job_id(self) -> str:
        """Return async_job_id."""

    def set_async_job_id(self, value: str | UUID) -> Self:
        """Set async_job_id and return the model. `save` stores it."""

    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self:
        """Set url and return the model. `save` stores it."""

    def get_status(self) -> Preflight.Status | str:
        """Return status."""

    def set_status(self, value: Preflight.Status | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_created_by(self) -> Any:
        """Return created_by."""

    def set_created_by(self, value: Any) -> Self:
        """Set created_by and return the model. `save` stores it."""

    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self:
        """Set ended_at and return the model. `save` stores it."""

class Preflight(_PreflightFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    def to_dict(self) -> Record: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_async_job(self, *, include: Sequence[_AsyncJobInclude] = ()) -> AsyncJob | None:
        """Return the AsyncJob that this entity belongs to, or None."""

class AsyncPreflight(_PreflightFields, AsyncBaseModel):
    """A check of a page (``url``), requested by a user (``created_by``, with an ``email``).

    Its asynchronous job holds the results; ``status`` and ``ended_at`` are copies of the job's. It is deleted
    with the job.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = Preflight.Status

    def to_dict(self) -> Record:
        """Return the values by Python attribute name, without null values and the job's ID.

        The job is internal: `to_json` does not include its ID either.
        """

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_async_job(self, *, include: Sequence[_AsyncJobInclude] = ()) -> AsyncAsyncJob | None:
        """Return the AsyncJob that this entity belongs to, or None."""

class PreflightCollection(BaseCollection[Preflight, _PreflightItems, _PreflightKeys, PreflightAttributes, _PreflightName, _PreflightInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_by_site_id_and_url(self, site_id: Any, url: str | None = None) -> list[Preflight]: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightModel]) -> Preflight | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightCursor]) -> Page[Preflight]: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightList]) -> list[Preflight]: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightFind]) -> Preflight | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightModel]
    ) -> Preflight | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightCursor]
    ) -> Page[Preflight]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightList]
    ) -> list[Preflight]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightFind]
    ) -> Preflight | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightModel]
    ) -> Preflight | None:
        """Find all entities by async_job_id. Takes the options of `all`."""

    @overload
    def all_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightCursor]
    ) -> Page[Preflight]: ...
    @overload
    def all_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightList]
    ) -> list[Preflight]: ...
    def find_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightFind]
    ) -> Preflight | None:
        """Find the first entity by async_job_id. Takes the options of `all`."""

    @overload
    def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightModel]
    ) -> Preflight | None:
        """Find all entities by async_job_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightCursor]
    ) -> Page[Preflight]: ...
    @overload
    def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightList]
    ) -> list[Preflight]: ...
    def find_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightFind]
    ) -> Preflight | None:
        """Find the first entity by async_job_id, updated_at. Takes the options of `all`."""

class AsyncPreflightCollection(AsyncBaseCollection[AsyncPreflight, _PreflightItems, _PreflightKeys, PreflightAttributes, _PreflightName, _PreflightInclude]):  # fmt: skip
    """The collection of preflights."""

    COLLECTION_NAME: ClassVar[str]

    async def all_by_site_id_and_url(self, site_id: Any, url: str | None = None) -> list[AsyncPreflight]:
        """Find the preflights of a site, or of one of its pages.

        Args:
            site_id: The site's UUID.
            url: The page's URL, exactly as stored; None or an empty text for all pages.

        Returns:
            The preflights, the most recently updated first.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PreflightModel]
    ) -> AsyncPreflight | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PreflightCursor]
    ) -> Page[AsyncPreflight]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PreflightList]
    ) -> list[AsyncPreflight]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PreflightFind]
    ) -> AsyncPreflight | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightModel]
    ) -> AsyncPreflight | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightCursor]
    ) -> Page[AsyncPreflight]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightList]
    ) -> list[AsyncPreflight]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightFind]
    ) -> AsyncPreflight | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightModel]
    ) -> AsyncPreflight | None:
        """Find all entities by async_job_id. Takes the options of `all`."""

    @overload
    async def all_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightCursor]
    ) -> Page[AsyncPreflight]: ...
    @overload
    async def all_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightList]
    ) -> list[AsyncPreflight]: ...
    async def find_by_async_job_id(
        self, async_job_id: str | UUID, **options: Unpack[_PreflightFind]
    ) -> AsyncPreflight | None:
        """Find the first entity by async_job_id. Takes the options of `all`."""

    @overload
    async def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightModel]
    ) -> AsyncPreflight | None:
        """Find all entities by async_job_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightCursor]
    ) -> Page[AsyncPreflight]: ...
    @overload
    async def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightList]
    ) -> list[AsyncPreflight]: ...
    async def find_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightFind]
    ) -> AsyncPreflight | None:
        """Find the first entity by async_job_id, updated_at. Takes the options of `all`."""

schema: Schema
