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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_PageCitabilityName: TypeAlias = Literal[
    "page_citability_id", "created_at", "updated_at", "updated_by", "site_id", "url", "citability_score",
    "content_ratio", "word_difference", "bot_words", "normal_words", "is_deployed_at_edge"
]
_PageCitabilityInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_PageCitabilityItems: TypeAlias = PageCitabilityItem | PageCitabilityJsonItem
_PageCitabilityKeys: TypeAlias = PageCitabilityValues | PageCitabilityJsonValues
_PageCitabilityFind: TypeAlias = FindOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]
_PageCitabilityModel: TypeAlias = ModelOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]
_PageCitabilityCursor: TypeAlias = CursorOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]
_PageCitabilityList: TypeAlias = ListOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]
# fmt: on

@type_check_only
class _PageCitabilityOptional(TypedDict, total=False):
    page_citability_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    citability_score: float | None
    content_ratio: float | None
    word_difference: float | None
    bot_words: float | None
    normal_words: float | None
    is_deployed_at_edge: bool | None

@type_check_only
class PageCitabilityItem(_PageCitabilityOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    url: str

@type_check_only
class PageCitabilityValues(_PageCitabilityOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    url: str

@type_check_only
class _PageCitabilityJsonOptional(TypedDict, total=False):
    pageCitabilityId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    citabilityScore: float | None
    contentRatio: float | None
    wordDifference: float | None
    botWords: float | None
    normalWords: float | None
    isDeployedAtEdge: bool | None

@type_check_only
class PageCitabilityJsonItem(_PageCitabilityJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    url: str

@type_check_only
class PageCitabilityJsonValues(_PageCitabilityJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    url: str

@type_check_only
class PageCitabilityAttributes:
    """The ``attrs`` of a ``where`` callback."""

    page_citability_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    url: Column
    citability_score: Column
    content_ratio: Column
    word_difference: Column
    bot_words: Column
    normal_words: Column
    is_deployed_at_edge: Column

    def __getitem__(self, column: str) -> Column: ...

class _PageCitabilityFields:
    def get_page_citability_id(self) -> str:
        """Return page_citability_id."""

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

    def get_citability_score(self) -> float | None:
        """Return citability_score, or None."""

    def set_citability_score(self, value: float | None) -> Self:
        """Set citability_score and return the model. `save` stores it."""

    def get_content_ratio(self) -> float | None:
        """Return content_ratio, or None."""

    def set_content_ratio(self, value: float | None) -> Self:
        """Set content_ratio and return the model. `save` stores it."""

    def get_word_difference(self) -> float | None:
        """Return word_difference, or None."""

    def set_word_difference(self, value: float | None) -> Self:
        """Set word_difference and return the model. `save` stores it."""

    def get_bot_words(self) -> float | None:
        """Return bot_words, or None."""

    def set_bot_words(self, value: float | None) -> Self:
        """Set bot_words and return the model. `save` stores it."""

    def get_normal_words(self) -> float | None:
        """Return normal_words, or None."""

    def set_normal_words(self, value: float | None) -> Self:
        """Set normal_words and return the model. `save` stores it."""

    def get_is_deployed_at_edge(self) -> bool | None:
        """Return is_deployed_at_edge, or None."""

    def set_is_deployed_at_edge(self, value: bool | None) -> Self:
        """Set is_deployed_at_edge and return the model. `save` stores it."""

class PageCitability(_PageCitabilityFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    UPDATED_BY_PRERENDER: ClassVar[str]
    UPDATED_BY_PAGE_CITABILITY: ClassVar[str]

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncPageCitability(_PageCitabilityFields, AsyncBaseModel):
    """The citability of a page. There is at most one for a page; ``url`` is unique across all sites.

    ``bot_words`` is the number of words that a crawler receives, ``normal_words`` that of the rendered page.
    """

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    UPDATED_BY_PRERENDER: ClassVar[str]
    UPDATED_BY_PAGE_CITABILITY: ClassVar[str]

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class PageCitabilityCollection(BaseCollection[PageCitability, _PageCitabilityItems, _PageCitabilityKeys, PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def create(
        self,
        item: _PageCitabilityItems | None = None,
        *,
        upsert: bool = True,
        on_conflict: _PageCitabilityName | Sequence[_PageCitabilityName] | None = "url",
        **values: Any,
    ) -> PageCitability: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityModel]
    ) -> PageCitability | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[PageCitability]: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityList]
    ) -> list[PageCitability]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityFind]
    ) -> PageCitability | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityModel]
    ) -> PageCitability | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[PageCitability]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityList]
    ) -> list[PageCitability]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityFind]
    ) -> PageCitability | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageCitabilityModel]) -> PageCitability | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageCitabilityCursor]) -> Page[PageCitability]: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageCitabilityList]) -> list[PageCitability]: ...
    def find_by_url(self, url: str, **options: Unpack[_PageCitabilityFind]) -> PageCitability | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityModel]
    ) -> PageCitability | None:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[PageCitability]: ...
    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityList]
    ) -> list[PageCitability]: ...
    def find_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityFind]
    ) -> PageCitability | None:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

class AsyncPageCitabilityCollection(AsyncBaseCollection[AsyncPageCitability, _PageCitabilityItems, _PageCitabilityKeys, PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]):  # fmt: skip
    """The collection of page citabilities."""

    COLLECTION_NAME: ClassVar[str]

    async def create(
        self,
        item: _PageCitabilityItems | None = None,
        *,
        upsert: bool = True,
        on_conflict: _PageCitabilityName | Sequence[_PageCitabilityName] | None = "url",
        **values: Any,
    ) -> AsyncPageCitability:
        """Create or update the citability of a page.

        This is always an upsert by ``url``, so that concurrent creates for one page do not conflict.

        Args:
            item: The values, by attribute name. See `BaseCollection.create`.
            upsert: Has no effect.
            on_conflict: Has no effect.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: As for `BaseCollection.create`.
            DataAccessError: As for `BaseCollection.create`.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityModel]
    ) -> AsyncPageCitability | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[AsyncPageCitability]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityList]
    ) -> list[AsyncPageCitability]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageCitabilityFind]
    ) -> AsyncPageCitability | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityModel]
    ) -> AsyncPageCitability | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[AsyncPageCitability]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityList]
    ) -> list[AsyncPageCitability]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityFind]
    ) -> AsyncPageCitability | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_url(
        self, url: str, **options: Unpack[_PageCitabilityModel]
    ) -> AsyncPageCitability | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    async def all_by_url(
        self, url: str, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[AsyncPageCitability]: ...
    @overload
    async def all_by_url(
        self, url: str, **options: Unpack[_PageCitabilityList]
    ) -> list[AsyncPageCitability]: ...
    async def find_by_url(
        self, url: str, **options: Unpack[_PageCitabilityFind]
    ) -> AsyncPageCitability | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    async def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityModel]
    ) -> AsyncPageCitability | None:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityCursor]
    ) -> Page[AsyncPageCitability]: ...
    @overload
    async def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityList]
    ) -> list[AsyncPageCitability]: ...
    async def find_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityFind]
    ) -> AsyncPageCitability | None:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

schema: Schema
