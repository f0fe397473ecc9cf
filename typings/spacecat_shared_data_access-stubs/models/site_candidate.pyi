# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SiteCandidateName: TypeAlias = Literal[
    "site_candidate_id", "created_at", "updated_at", "updated_by", "site_id", "base_url", "hlx_config",
    "source", "status"
]
_SiteCandidateInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_SiteCandidateItems: TypeAlias = SiteCandidateItem | SiteCandidateJsonItem
_SiteCandidateKeys: TypeAlias = SiteCandidateValues | SiteCandidateJsonValues
_SiteCandidateFind: TypeAlias = FindOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]
_SiteCandidateModel: TypeAlias = ModelOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]
_SiteCandidateCursor: TypeAlias = CursorOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]
_SiteCandidateList: TypeAlias = ListOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]
# fmt: on

@type_check_only
class _SiteCandidateOptional(TypedDict, total=False):
    site_candidate_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | UUID | None
    hlx_config: Any

@type_check_only
class SiteCandidateItem(_SiteCandidateOptional):
    """An item of `create`, by Python name."""

    base_url: str
    source: SiteCandidate.SiteCandidateSource | str
    status: SiteCandidate.SiteCandidateStatus | str

@type_check_only
class SiteCandidateValues(_SiteCandidateOptional, total=False):
    """Values of some attributes, by Python name."""

    base_url: str
    source: SiteCandidate.SiteCandidateSource | str
    status: SiteCandidate.SiteCandidateStatus | str

@type_check_only
class _SiteCandidateJsonOptional(TypedDict, total=False):
    siteCandidateId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | UUID | None
    hlxConfig: Any

@type_check_only
class SiteCandidateJsonItem(_SiteCandidateJsonOptional):
    """An item of `create`, by JSON name."""

    baseURL: str
    source: SiteCandidate.SiteCandidateSource | str
    status: SiteCandidate.SiteCandidateStatus | str

@type_check_only
class SiteCandidateJsonValues(_SiteCandidateJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    baseURL: str
    source: SiteCandidate.SiteCandidateSource | str
    status: SiteCandidate.SiteCandidateStatus | str

class _SiteCandidateProperties:
    site_candidate_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str | None, str | UUID | None]
    base_url: Writable[str, str]
    hlx_config: Writable[Any, Any]
    source: Writable[SiteCandidate.SiteCandidateSource | str, SiteCandidate.SiteCandidateSource | str]
    status: Writable[SiteCandidate.SiteCandidateStatus | str, SiteCandidate.SiteCandidateStatus | str]

@type_check_only
class SiteCandidateAttributes(_SiteCandidateProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SiteCandidateFindBy(
    FindOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude], SiteCandidateValues, total=False
): ...
class _SiteCandidateModelBy(
    ModelOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude], SiteCandidateValues, total=False
): ...
class _SiteCandidateCursorBy(
    CursorOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude], SiteCandidateValues, total=False
): ...
class _SiteCandidateListBy(
    ListOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude], SiteCandidateValues, total=False
): ...
class _SiteCandidatePageBy(
    PageOptions[SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude], SiteCandidateValues, total=False
): ...

class _SiteCandidateUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID | None
    base_url: str
    hlx_config: Any
    source: SiteCandidate.SiteCandidateSource | str
    status: SiteCandidate.SiteCandidateStatus | str

class _SiteCandidateFields(_SiteCandidateProperties):
    def get_site_candidate_id(self) -> str:
        """Return site_candidate_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | UUID | None) -> Self: ...
    def get_base_url(self) -> str:
        """Return base_url."""

    def set_base_url(self, value: str) -> Self: ...
    def get_hlx_config(self) -> Any:
        """Return hlx_config."""

    def set_hlx_config(self, value: Any) -> Self: ...
    def get_source(self) -> SiteCandidate.SiteCandidateSource | str:
        """Return source."""

    def set_source(self, value: SiteCandidate.SiteCandidateSource | str) -> Self: ...
    def get_status(self) -> SiteCandidate.SiteCandidateStatus | str:
        """Return status."""

    def set_status(self, value: SiteCandidate.SiteCandidateStatus | str) -> Self: ...

class SiteCandidate(_SiteCandidateFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    class SiteCandidateSource(StrEnum):
        SPACECAT_SLACK_BOT = "SPACECAT_SLACK_BOT"
        RUM = "RUM"
        CDN = "CDN"

    class SiteCandidateStatus(StrEnum):
        PENDING = "PENDING"
        IGNORED = "IGNORED"
        APPROVED = "APPROVED"
        ERROR = "ERROR"

    def update(self, **values: Unpack[_SiteCandidateUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSiteCandidate(_SiteCandidateFields, AsyncBaseModel):
    """A base URL that a source proposed as a site, and the decision about it."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    SiteCandidateSource: TypeAlias = SiteCandidate.SiteCandidateSource
    SiteCandidateStatus: TypeAlias = SiteCandidate.SiteCandidateStatus

    async def update(self, **values: Unpack[_SiteCandidateUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _SiteCandidateFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SiteCandidateKeys | None = None, **options: Unpack[_SiteCandidateModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _SiteCandidateKeys | None = None, **options: Unpack[_SiteCandidateCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _SiteCandidateKeys | None = None, **options: Unpack[_SiteCandidateListBy]) -> _List: ...
    def first(self, keys: _SiteCandidateKeys | None = None, **options: Unpack[_SiteCandidateFindBy]) -> _One: ...
    def page(
        self,
        keys: _SiteCandidateKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SiteCandidatePageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SiteCandidateKeys | None = None,
        *,
        where: Callable[[SiteCandidateAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SiteCandidateName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SiteCandidateValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _SiteCandidateKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_SiteCandidateFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _SiteCandidateItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteCandidateName | Sequence[_SiteCandidateName] | None = None,
        **values: Unpack[SiteCandidateValues],
    ) -> _New: ...
    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteCandidateModel]) -> _One:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteCandidateCursor]) -> _Page: ...
    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteCandidateList]) -> _List: ...
    def find_by_base_url(self, base_url: str, **options: Unpack[_SiteCandidateFind]) -> _One:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteCandidateModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteCandidateCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteCandidateList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteCandidateFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class SiteCandidateCollection(_SiteCandidateFinders[SiteCandidate | None, Page[SiteCandidate], list[SiteCandidate], SiteCandidate, int, Iterator[SiteCandidate]], BaseCollection[SiteCandidate, _SiteCandidateItems, _SiteCandidateKeys, SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncSiteCandidateCollection(_SiteCandidateFinders[Coroutine[Any, Any, AsyncSiteCandidate | None], Coroutine[Any, Any, Page[AsyncSiteCandidate]], Coroutine[Any, Any, list[AsyncSiteCandidate]], Coroutine[Any, Any, AsyncSiteCandidate], Coroutine[Any, Any, int], AsyncIterator[AsyncSiteCandidate]], AsyncBaseCollection[AsyncSiteCandidate, _SiteCandidateItems, _SiteCandidateKeys, SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]):  # fmt: skip
    """The collection of site candidates."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
