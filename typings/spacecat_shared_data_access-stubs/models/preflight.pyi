# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.async_job import AsyncAsyncJob, AsyncJob, _AsyncJobInclude
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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _PreflightProperties:
    preflight_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    async_job_id: Writable[str, str | UUID]
    url: Writable[str, str]
    status: Writable[Preflight.Status | str, Preflight.Status | str]
    created_by: Writable[Any, Any]
    ended_at: Writable[str | None, str | datetime | None]

@type_check_only
class PreflightAttributes(_PreflightProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _PreflightFindBy(
    FindOptions[PreflightAttributes, _PreflightName, _PreflightInclude], PreflightValues, total=False
): ...
class _PreflightModelBy(
    ModelOptions[PreflightAttributes, _PreflightName, _PreflightInclude], PreflightValues, total=False
): ...
class _PreflightCursorBy(
    CursorOptions[PreflightAttributes, _PreflightName, _PreflightInclude], PreflightValues, total=False
): ...
class _PreflightListBy(
    ListOptions[PreflightAttributes, _PreflightName, _PreflightInclude], PreflightValues, total=False
): ...
class _PreflightPageBy(
    PageOptions[PreflightAttributes, _PreflightName, _PreflightInclude], PreflightValues, total=False
): ...

class _PreflightUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    async_job_id: str | UUID
    url: str
    status: Preflight.Status | str
    created_by: Any
    ended_at: str | datetime | None

class _PreflightFields(_PreflightProperties):
    def get_preflight_id(self) -> str:
        """Return preflight_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_async_job_id(self) -> str:
        """Return async_job_id."""

    def set_async_job_id(self, value: str | UUID) -> Self: ...
    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self: ...
    def get_status(self) -> Preflight.Status | str:
        """Return status."""

    def set_status(self, value: Preflight.Status | str) -> Self: ...
    def get_created_by(self) -> Any:
        """Return created_by."""

    def set_created_by(self, value: Any) -> Self: ...
    def get_ended_at(self) -> str | None:
        """Return ended_at, or None."""

    def set_ended_at(self, value: str | datetime | None) -> Self: ...

class Preflight(_PreflightFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    def to_dict(self) -> Record: ...
    def update(self, **values: Unpack[_PreflightUpdates]) -> Self: ...
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

    async def update(self, **values: Unpack[_PreflightUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_async_job(self, *, include: Sequence[_AsyncJobInclude] = ()) -> AsyncAsyncJob | None:
        """Return the AsyncJob that this entity belongs to, or None."""

class _PreflightFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _PreflightKeys | None = None, **options: Unpack[_PreflightModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _PreflightKeys | None = None, **options: Unpack[_PreflightCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _PreflightKeys | None = None, **options: Unpack[_PreflightListBy]) -> _List: ...
    def first(self, keys: _PreflightKeys | None = None, **options: Unpack[_PreflightFindBy]) -> _One: ...
    def page(
        self,
        keys: _PreflightKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_PreflightPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _PreflightKeys | None = None,
        *,
        where: Callable[[PreflightAttributes, Operators], Expression | None] | None = None,
        between: tuple[_PreflightName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[PreflightValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _PreflightKeys | None = None, *, limit: int | None = None, **options: Unpack[_PreflightFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _PreflightItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _PreflightName | Sequence[_PreflightName] | None = None,
        **values: Unpack[PreflightValues],
    ) -> _New: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_PreflightFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_async_job_id(self, async_job_id: str | UUID, **options: Unpack[_PreflightModel]) -> _One:
        """Find all entities by async_job_id. Takes the options of `all`."""

    @overload
    def all_by_async_job_id(self, async_job_id: str | UUID, **options: Unpack[_PreflightCursor]) -> _Page: ...
    @overload
    def all_by_async_job_id(self, async_job_id: str | UUID, **options: Unpack[_PreflightList]) -> _List: ...
    def find_by_async_job_id(self, async_job_id: str | UUID, **options: Unpack[_PreflightFind]) -> _One:
        """Find the first entity by async_job_id. Takes the options of `all`."""

    @overload
    def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightModel]
    ) -> _One:
        """Find all entities by async_job_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightCursor]
    ) -> _Page: ...
    @overload
    def all_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightList]
    ) -> _List: ...
    def find_by_async_job_id_and_updated_at(
        self, async_job_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PreflightFind]
    ) -> _One:
        """Find the first entity by async_job_id, updated_at. Takes the options of `all`."""

class PreflightCollection(_PreflightFinders[Preflight | None, Page[Preflight], list[Preflight], Preflight, int, Iterator[Preflight]], BaseCollection[Preflight, _PreflightItems, _PreflightKeys, PreflightAttributes, _PreflightName, _PreflightInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_by_site_id_and_url(self, site_id: Any, url: str | None = None) -> list[Preflight]: ...

class AsyncPreflightCollection(_PreflightFinders[Coroutine[Any, Any, AsyncPreflight | None], Coroutine[Any, Any, Page[AsyncPreflight]], Coroutine[Any, Any, list[AsyncPreflight]], Coroutine[Any, Any, AsyncPreflight], Coroutine[Any, Any, int], AsyncIterator[AsyncPreflight]], AsyncBaseCollection[AsyncPreflight, _PreflightItems, _PreflightKeys, PreflightAttributes, _PreflightName, _PreflightInclude]):  # fmt: skip
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

schema: Schema
