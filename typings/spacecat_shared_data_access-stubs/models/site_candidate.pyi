# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class SiteCandidateAttributes:
    """The ``attrs`` of a ``where`` callback."""

    site_candidate_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    base_url: Column
    hlx_config: Column
    source: Column
    status: Column

    def __getitem__(self, column: str) -> Column: ...

class _SiteCandidateFields:
    def get_site_candidate_id(self) -> str:
        """Return site_candidate_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | UUID | None) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_base_url(self) -> str:
        """Return base_url."""

    def set_base_url(self, value: str) -> Self:
        """Set base_url and return the model. `save` stores it."""

    def get_hlx_config(self) -> Any:
        """Return hlx_config."""

    def set_hlx_config(self, value: Any) -> Self:
        """Set hlx_config and return the model. `save` stores it."""

    def get_source(self) -> SiteCandidate.SiteCandidateSource | str:
        """Return source."""

    def set_source(self, value: SiteCandidate.SiteCandidateSource | str) -> Self:
        """Set source and return the model. `save` stores it."""

    def get_status(self) -> SiteCandidate.SiteCandidateStatus | str:
        """Return status."""

    def set_status(self, value: SiteCandidate.SiteCandidateStatus | str) -> Self:
        """Set status and return the model. `save` stores it."""

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

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSiteCandidate(_SiteCandidateFields, AsyncBaseModel):
    """A base URL that a source proposed as a site, and the decision about it."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    SiteCandidateSource: TypeAlias = SiteCandidate.SiteCandidateSource
    SiteCandidateStatus: TypeAlias = SiteCandidate.SiteCandidateStatus

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class SiteCandidateCollection(BaseCollection[SiteCandidate, _SiteCandidateItems, _SiteCandidateKeys, SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteCandidateModel]) -> SiteCandidate | None:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url(
        self, base_url: str, **options: Unpack[_SiteCandidateCursor]
    ) -> Page[SiteCandidate]: ...
    @overload
    def all_by_base_url(
        self, base_url: str, **options: Unpack[_SiteCandidateList]
    ) -> list[SiteCandidate]: ...
    def find_by_base_url(self, base_url: str, **options: Unpack[_SiteCandidateFind]) -> SiteCandidate | None:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateModel]
    ) -> SiteCandidate | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateCursor]
    ) -> Page[SiteCandidate]: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateList]
    ) -> list[SiteCandidate]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateFind]
    ) -> SiteCandidate | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateModel]
    ) -> SiteCandidate | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateCursor]
    ) -> Page[SiteCandidate]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateList]
    ) -> list[SiteCandidate]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateFind]
    ) -> SiteCandidate | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class AsyncSiteCandidateCollection(AsyncBaseCollection[AsyncSiteCandidate, _SiteCandidateItems, _SiteCandidateKeys, SiteCandidateAttributes, _SiteCandidateName, _SiteCandidateInclude]):  # fmt: skip
    """The collection of site candidates."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_base_url(
        self, base_url: str, **options: Unpack[_SiteCandidateModel]
    ) -> AsyncSiteCandidate | None:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    async def all_by_base_url(
        self, base_url: str, **options: Unpack[_SiteCandidateCursor]
    ) -> Page[AsyncSiteCandidate]: ...
    @overload
    async def all_by_base_url(
        self, base_url: str, **options: Unpack[_SiteCandidateList]
    ) -> list[AsyncSiteCandidate]: ...
    async def find_by_base_url(
        self, base_url: str, **options: Unpack[_SiteCandidateFind]
    ) -> AsyncSiteCandidate | None:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateModel]
    ) -> AsyncSiteCandidate | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateCursor]
    ) -> Page[AsyncSiteCandidate]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateList]
    ) -> list[AsyncSiteCandidate]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteCandidateFind]
    ) -> AsyncSiteCandidate | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateModel]
    ) -> AsyncSiteCandidate | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateCursor]
    ) -> Page[AsyncSiteCandidate]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateList]
    ) -> list[AsyncSiteCandidate]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCandidateFind]
    ) -> AsyncSiteCandidate | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

schema: Schema
