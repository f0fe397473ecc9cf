# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
_SiteTopPageName: TypeAlias = Literal[
    "site_top_page_id", "created_at", "updated_at", "updated_by", "site_id", "url", "traffic", "source",
    "top_keyword", "geo", "imported_at"
]
_SiteTopPageInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_SiteTopPageItems: TypeAlias = SiteTopPageItem | SiteTopPageJsonItem
_SiteTopPageKeys: TypeAlias = SiteTopPageValues | SiteTopPageJsonValues
_SiteTopPageFind: TypeAlias = FindOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]
_SiteTopPageModel: TypeAlias = ModelOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]
_SiteTopPageCursor: TypeAlias = CursorOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]
_SiteTopPageList: TypeAlias = ListOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]
# fmt: on

@type_check_only
class _SiteTopPageOptional(TypedDict, total=False):
    site_top_page_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    top_keyword: str | None
    geo: str | None
    imported_at: str | datetime

@type_check_only
class SiteTopPageItem(_SiteTopPageOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    url: str
    traffic: float
    source: str

@type_check_only
class SiteTopPageValues(_SiteTopPageOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    url: str
    traffic: float
    source: str

@type_check_only
class _SiteTopPageJsonOptional(TypedDict, total=False):
    siteTopPageId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    topKeyword: str | None
    geo: str | None
    importedAt: str | datetime

@type_check_only
class SiteTopPageJsonItem(_SiteTopPageJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    url: str
    traffic: float
    source: str

@type_check_only
class SiteTopPageJsonValues(_SiteTopPageJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    url: str
    traffic: float
    source: str

@type_check_only
class SiteTopPageAttributes:
    """The ``attrs`` of a ``where`` callback."""

    site_top_page_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    url: Column
    traffic: Column
    source: Column
    top_keyword: Column
    geo: Column
    imported_at: Column

    def __getitem__(self, column: str) -> Column: ...

class _SiteTopPageFields:
    def get_site_top_page_id(self) -> str:
        """Return site_top_page_id."""

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

    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self:
        """Set url and return the model. `save` stores it."""

    def get_traffic(self) -> float:
        """Return traffic."""

    def set_traffic(self, value: float) -> Self:
        """Set traffic and return the model. `save` stores it."""

    def get_source(self) -> str:
        """Return source."""

    def set_source(self, value: str) -> Self:
        """Set source and return the model. `save` stores it."""

    def get_top_keyword(self) -> str | None:
        """Return top_keyword, or None."""

    def set_top_keyword(self, value: str | None) -> Self:
        """Set top_keyword and return the model. `save` stores it."""

    def get_geo(self) -> str | None:
        """Return geo, or None."""

    def set_geo(self, value: str | None) -> Self:
        """Set geo and return the model. `save` stores it."""

    def get_imported_at(self) -> str:
        """Return imported_at."""

    def set_imported_at(self, value: str | datetime) -> Self:
        """Set imported_at and return the model. `save` stores it."""

class SiteTopPage(_SiteTopPageFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_GEO: ClassVar[str]
    "The value of ``geo`` that stands for all countries."

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSiteTopPage(_SiteTopPageFields, AsyncBaseModel):
    """A page of a site, with its traffic in a country according to a data source."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_GEO: ClassVar[str]
    "The value of ``geo`` that stands for all countries."

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class SiteTopPageCollection(BaseCollection[SiteTopPage, _SiteTopPageItems, _SiteTopPageKeys, SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def remove_for_site_id(
        self, site_id: str | UUID | None = None, source: str | None = None, geo: str | None = None
    ) -> None: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopPageModel]) -> SiteTopPage | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[SiteTopPage]: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteTopPageList]
    ) -> list[SiteTopPage]: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopPageFind]) -> SiteTopPage | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageModel]
    ) -> SiteTopPage | None:
        """Find all entities by site_id, source. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[SiteTopPage]: ...
    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageList]
    ) -> list[SiteTopPage]: ...
    def find_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageFind]
    ) -> SiteTopPage | None:
        """Find the first entity by site_id, source. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageModel]
    ) -> SiteTopPage | None:
        """Find all entities by site_id, source, geo. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[SiteTopPage]: ...
    @overload
    def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageList]
    ) -> list[SiteTopPage]: ...
    def find_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageFind]
    ) -> SiteTopPage | None:
        """Find the first entity by site_id, source, geo. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageModel]
    ) -> SiteTopPage | None:
        """Find all entities by site_id, source, geo, traffic. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo_and_traffic(
        self,
        site_id: str | UUID,
        source: str,
        geo: str,
        traffic: float,
        **options: Unpack[_SiteTopPageCursor],
    ) -> Page[SiteTopPage]: ...
    @overload
    def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageList]
    ) -> list[SiteTopPage]: ...
    def find_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageFind]
    ) -> SiteTopPage | None:
        """Find the first entity by site_id, source, geo, traffic. Takes the options of `all`."""

class AsyncSiteTopPageCollection(AsyncBaseCollection[AsyncSiteTopPage, _SiteTopPageItems, _SiteTopPageKeys, SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]):  # fmt: skip
    """The collection of top pages."""

    COLLECTION_NAME: ClassVar[str]

    async def remove_for_site_id(
        self, site_id: str | UUID | None = None, source: str | None = None, geo: str | None = None
    ) -> None:
        """Delete the pages of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.
            source: The data source whose pages are deleted. The default is all sources.
            geo: The country whose pages are deleted. The default is all countries.

        Raises:
            ValidationError: The site ID is missing, or the source or the country is empty or not a text.
            DataAccessError: As for `all` and `remove_by_ids`.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteTopPageFind]
    ) -> AsyncSiteTopPage | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Find all entities by site_id, source. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    async def find_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageFind]
    ) -> AsyncSiteTopPage | None:
        """Find the first entity by site_id, source. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Find all entities by site_id, source, geo. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    async def find_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageFind]
    ) -> AsyncSiteTopPage | None:
        """Find the first entity by site_id, source, geo. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Find all entities by site_id, source, geo, traffic. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_source_and_geo_and_traffic(
        self,
        site_id: str | UUID,
        source: str,
        geo: str,
        traffic: float,
        **options: Unpack[_SiteTopPageCursor],
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    async def find_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageFind]
    ) -> AsyncSiteTopPage | None:
        """Find the first entity by site_id, source, geo, traffic. Takes the options of `all`."""

schema: Schema
