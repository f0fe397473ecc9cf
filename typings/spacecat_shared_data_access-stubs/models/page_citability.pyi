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

class _PageCitabilityProperties:
    page_citability_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    url: Writable[str, str]
    citability_score: Writable[float | None, float | None]
    content_ratio: Writable[float | None, float | None]
    word_difference: Writable[float | None, float | None]
    bot_words: Writable[float | None, float | None]
    normal_words: Writable[float | None, float | None]
    is_deployed_at_edge: Writable[bool | None, bool | None]

@type_check_only
class PageCitabilityAttributes(_PageCitabilityProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _PageCitabilityFindBy(
    FindOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude],
    PageCitabilityValues,
    total=False,
): ...
class _PageCitabilityModelBy(
    ModelOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude],
    PageCitabilityValues,
    total=False,
): ...
class _PageCitabilityCursorBy(
    CursorOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude],
    PageCitabilityValues,
    total=False,
): ...
class _PageCitabilityListBy(
    ListOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude],
    PageCitabilityValues,
    total=False,
): ...
class _PageCitabilityPageBy(
    PageOptions[PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude],
    PageCitabilityValues,
    total=False,
): ...

class _PageCitabilityUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    url: str
    citability_score: float | None
    content_ratio: float | None
    word_difference: float | None
    bot_words: float | None
    normal_words: float | None
    is_deployed_at_edge: bool | None

class _PageCitabilityFields(_PageCitabilityProperties):
    def get_page_citability_id(self) -> str:
        """Return page_citability_id."""

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
    def get_citability_score(self) -> float | None:
        """Return citability_score, or None."""

    def set_citability_score(self, value: float | None) -> Self: ...
    def get_content_ratio(self) -> float | None:
        """Return content_ratio, or None."""

    def set_content_ratio(self, value: float | None) -> Self: ...
    def get_word_difference(self) -> float | None:
        """Return word_difference, or None."""

    def set_word_difference(self, value: float | None) -> Self: ...
    def get_bot_words(self) -> float | None:
        """Return bot_words, or None."""

    def set_bot_words(self, value: float | None) -> Self: ...
    def get_normal_words(self) -> float | None:
        """Return normal_words, or None."""

    def set_normal_words(self, value: float | None) -> Self: ...
    def get_is_deployed_at_edge(self) -> bool | None:
        """Return is_deployed_at_edge, or None."""

    def set_is_deployed_at_edge(self, value: bool | None) -> Self: ...

class PageCitability(_PageCitabilityFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    UPDATED_BY_PRERENDER: ClassVar[str]
    UPDATED_BY_PAGE_CITABILITY: ClassVar[str]

    def update(self, **values: Unpack[_PageCitabilityUpdates]) -> Self: ...
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

    async def update(self, **values: Unpack[_PageCitabilityUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _PageCitabilityFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _PageCitabilityKeys | None = None, **options: Unpack[_PageCitabilityModelBy]) -> _One: ...
    @overload
    def all(
        self, sort_keys: _PageCitabilityKeys | None = None, **options: Unpack[_PageCitabilityCursorBy]
    ) -> _Page: ...
    @overload
    def all(self, sort_keys: _PageCitabilityKeys | None = None, **options: Unpack[_PageCitabilityListBy]) -> _List: ...
    def first(self, keys: _PageCitabilityKeys | None = None, **options: Unpack[_PageCitabilityFindBy]) -> _One: ...
    def page(
        self,
        keys: _PageCitabilityKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_PageCitabilityPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _PageCitabilityKeys | None = None,
        *,
        where: Callable[[PageCitabilityAttributes, Operators], Expression | None] | None = None,
        between: tuple[_PageCitabilityName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[PageCitabilityValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _PageCitabilityKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_PageCitabilityFindBy],
    ) -> _Iter: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageCitabilityModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageCitabilityCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageCitabilityList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageCitabilityFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageCitabilityFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageCitabilityModel]) -> _One:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageCitabilityCursor]) -> _Page: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageCitabilityList]) -> _List: ...
    def find_by_url(self, url: str, **options: Unpack[_PageCitabilityFind]) -> _One:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityModel]
    ) -> _One:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityCursor]
    ) -> _Page: ...
    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityList]
    ) -> _List: ...
    def find_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageCitabilityFind]
    ) -> _One:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

class PageCitabilityCollection(_PageCitabilityFinders[PageCitability | None, Page[PageCitability], list[PageCitability], PageCitability, int, Iterator[PageCitability]], BaseCollection[PageCitability, _PageCitabilityItems, _PageCitabilityKeys, PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def create(
        self,
        item: _PageCitabilityItems | None = None,
        *,
        upsert: bool = True,
        on_conflict: _PageCitabilityName | Sequence[_PageCitabilityName] | None = "url",
        **values: Unpack[PageCitabilityValues],
    ) -> PageCitability: ...

class AsyncPageCitabilityCollection(_PageCitabilityFinders[Coroutine[Any, Any, AsyncPageCitability | None], Coroutine[Any, Any, Page[AsyncPageCitability]], Coroutine[Any, Any, list[AsyncPageCitability]], Coroutine[Any, Any, AsyncPageCitability], Coroutine[Any, Any, int], AsyncIterator[AsyncPageCitability]], AsyncBaseCollection[AsyncPageCitability, _PageCitabilityItems, _PageCitabilityKeys, PageCitabilityAttributes, _PageCitabilityName, _PageCitabilityInclude]):  # fmt: skip
    """The collection of page citabilities."""

    COLLECTION_NAME: ClassVar[str]

    async def create(
        self,
        item: _PageCitabilityItems | None = None,
        *,
        upsert: bool = True,
        on_conflict: _PageCitabilityName | Sequence[_PageCitabilityName] | None = "url",
        **values: Unpack[PageCitabilityValues],
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

schema: Schema
