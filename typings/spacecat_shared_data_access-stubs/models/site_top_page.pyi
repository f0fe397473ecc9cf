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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _SiteTopPageProperties:
    site_top_page_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    url: Writable[str, str]
    traffic: Writable[float, float]
    source: Writable[str, str]
    top_keyword: Writable[str | None, str | None]
    geo: Writable[str | None, str | None]
    imported_at: Writable[str, str | datetime]

@type_check_only
class SiteTopPageAttributes(_SiteTopPageProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SiteTopPageFindBy(
    FindOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude], SiteTopPageValues, total=False
): ...
class _SiteTopPageModelBy(
    ModelOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude], SiteTopPageValues, total=False
): ...
class _SiteTopPageCursorBy(
    CursorOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude], SiteTopPageValues, total=False
): ...
class _SiteTopPageListBy(
    ListOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude], SiteTopPageValues, total=False
): ...
class _SiteTopPagePageBy(
    PageOptions[SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude], SiteTopPageValues, total=False
): ...

class _SiteTopPageUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    url: str
    traffic: float
    source: str
    top_keyword: str | None
    geo: str | None
    imported_at: str | datetime

class _SiteTopPageFields(_SiteTopPageProperties):
    def get_site_top_page_id(self) -> str:
        """Return site_top_page_id."""

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
    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self: ...
    def get_traffic(self) -> float:
        """Return traffic."""

    def set_traffic(self, value: float) -> Self: ...
    def get_source(self) -> str:
        """Return source."""

    def set_source(self, value: str) -> Self: ...
    def get_top_keyword(self) -> str | None:
        """Return top_keyword, or None."""

    def set_top_keyword(self, value: str | None) -> Self: ...
    def get_geo(self) -> str | None:
        """Return geo, or None."""

    def set_geo(self, value: str | None) -> Self: ...
    def get_imported_at(self) -> str:
        """Return imported_at."""

    def set_imported_at(self, value: str | datetime) -> Self: ...

class SiteTopPage(_SiteTopPageFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_GEO: ClassVar[str]
    "The value of ``geo`` that stands for all countries."

    def update(self, **values: Unpack[_SiteTopPageUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSiteTopPage(_SiteTopPageFields, AsyncBaseModel):
    """A page of a site, with its traffic in a country according to a data source."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_GEO: ClassVar[str]
    "The value of ``geo`` that stands for all countries."

    async def update(self, **values: Unpack[_SiteTopPageUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _SiteTopPageFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SiteTopPageKeys | None = None, **options: Unpack[_SiteTopPageModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _SiteTopPageKeys | None = None, **options: Unpack[_SiteTopPageCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _SiteTopPageKeys | None = None, **options: Unpack[_SiteTopPageListBy]) -> _List: ...
    def first(self, keys: _SiteTopPageKeys | None = None, **options: Unpack[_SiteTopPageFindBy]) -> _One: ...
    def page(
        self,
        keys: _SiteTopPageKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SiteTopPagePageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SiteTopPageKeys | None = None,
        *,
        where: Callable[[SiteTopPageAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SiteTopPageName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SiteTopPageValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _SiteTopPageKeys | None = None, *, limit: int | None = None, **options: Unpack[_SiteTopPageFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _SiteTopPageItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteTopPageName | Sequence[_SiteTopPageName] | None = None,
        **values: Unpack[SiteTopPageValues],
    ) -> _New: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopPageModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopPageCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopPageList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopPageFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source(self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageModel]) -> _One:
        """Find all entities by site_id, source. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageList]
    ) -> _List: ...
    def find_by_site_id_and_source(self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopPageFind]) -> _One:
        """Find the first entity by site_id, source. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageModel]
    ) -> _One:
        """Find all entities by site_id, source, geo. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageList]
    ) -> _List: ...
    def find_by_site_id_and_source_and_geo(
        self, site_id: str | UUID, source: str, geo: str, **options: Unpack[_SiteTopPageFind]
    ) -> _One:
        """Find the first entity by site_id, source, geo. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageModel]
    ) -> _One:
        """Find all entities by site_id, source, geo, traffic. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageList]
    ) -> _List: ...
    def find_by_site_id_and_source_and_geo_and_traffic(
        self, site_id: str | UUID, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageFind]
    ) -> _One:
        """Find the first entity by site_id, source, geo, traffic. Takes the options of `all`."""

class SiteTopPageCollection(_SiteTopPageFinders[SiteTopPage | None, Page[SiteTopPage], list[SiteTopPage], SiteTopPage, int, Iterator[SiteTopPage]], BaseCollection[SiteTopPage, _SiteTopPageItems, _SiteTopPageKeys, SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def remove_for_site_id(
        self, site_id: str | UUID | None = None, source: str | None = None, geo: str | None = None
    ) -> None: ...

class AsyncSiteTopPageCollection(_SiteTopPageFinders[Coroutine[Any, Any, AsyncSiteTopPage | None], Coroutine[Any, Any, Page[AsyncSiteTopPage]], Coroutine[Any, Any, list[AsyncSiteTopPage]], Coroutine[Any, Any, AsyncSiteTopPage], Coroutine[Any, Any, int], AsyncIterator[AsyncSiteTopPage]], AsyncBaseCollection[AsyncSiteTopPage, _SiteTopPageItems, _SiteTopPageKeys, SiteTopPageAttributes, _SiteTopPageName, _SiteTopPageInclude]):  # fmt: skip
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

schema: Schema
