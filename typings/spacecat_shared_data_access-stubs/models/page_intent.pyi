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
_PageIntentName: TypeAlias = Literal[
    "page_intent_id", "created_at", "updated_at", "updated_by", "site_id", "url", "page_intent", "topic"
]
_PageIntentInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_PageIntentItems: TypeAlias = PageIntentItem | PageIntentJsonItem
_PageIntentKeys: TypeAlias = PageIntentValues | PageIntentJsonValues
_PageIntentFind: TypeAlias = FindOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude]
_PageIntentModel: TypeAlias = ModelOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude]
_PageIntentCursor: TypeAlias = CursorOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude]
_PageIntentList: TypeAlias = ListOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude]
# fmt: on

@type_check_only
class _PageIntentOptional(TypedDict, total=False):
    page_intent_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None

@type_check_only
class PageIntentItem(_PageIntentOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    url: str
    page_intent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class PageIntentValues(_PageIntentOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    url: str
    page_intent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class _PageIntentJsonOptional(TypedDict, total=False):
    pageIntentId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None

@type_check_only
class PageIntentJsonItem(_PageIntentJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    url: str
    pageIntent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class PageIntentJsonValues(_PageIntentJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    url: str
    pageIntent: PageIntent.PageIntent | str
    topic: str

class _PageIntentProperties:
    page_intent_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    url: Writable[str, str]
    page_intent: Writable[PageIntent.PageIntent | str, PageIntent.PageIntent | str]
    topic: Writable[str, str]

@type_check_only
class PageIntentAttributes(_PageIntentProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _PageIntentFindBy(
    FindOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude], PageIntentValues, total=False
): ...
class _PageIntentModelBy(
    ModelOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude], PageIntentValues, total=False
): ...
class _PageIntentCursorBy(
    CursorOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude], PageIntentValues, total=False
): ...
class _PageIntentListBy(
    ListOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude], PageIntentValues, total=False
): ...
class _PageIntentPageBy(
    PageOptions[PageIntentAttributes, _PageIntentName, _PageIntentInclude], PageIntentValues, total=False
): ...

class _PageIntentUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    url: str
    page_intent: PageIntent.PageIntent | str
    topic: str

class _PageIntentFields(_PageIntentProperties):
    def get_page_intent_id(self) -> str:
        """Return page_intent_id."""

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
    def get_page_intent(self) -> PageIntent.PageIntent | str:
        """Return page_intent."""

    def set_page_intent(self, value: PageIntent.PageIntent | str) -> Self: ...
    def get_topic(self) -> str:
        """Return topic."""

    def set_topic(self, value: str) -> Self: ...

class PageIntent(_PageIntentFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    class PageIntent(StrEnum):
        INFORMATIONAL = "INFORMATIONAL"
        NAVIGATIONAL = "NAVIGATIONAL"
        TRANSACTIONAL = "TRANSACTIONAL"
        COMMERCIAL = "COMMERCIAL"

    def update(self, **values: Unpack[_PageIntentUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncPageIntent(_PageIntentFields, AsyncBaseModel):
    """The intent and topic of a page of a site. There is at most one for a page (``url``)."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    PageIntent: TypeAlias = PageIntent.PageIntent

    async def update(self, **values: Unpack[_PageIntentUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _PageIntentFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _PageIntentKeys | None = None, **options: Unpack[_PageIntentModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _PageIntentKeys | None = None, **options: Unpack[_PageIntentCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _PageIntentKeys | None = None, **options: Unpack[_PageIntentListBy]) -> _List: ...
    def first(self, keys: _PageIntentKeys | None = None, **options: Unpack[_PageIntentFindBy]) -> _One: ...
    def page(
        self,
        keys: _PageIntentKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_PageIntentPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _PageIntentKeys | None = None,
        *,
        where: Callable[[PageIntentAttributes, Operators], Expression | None] | None = None,
        between: tuple[_PageIntentName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[PageIntentValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _PageIntentKeys | None = None, *, limit: int | None = None, **options: Unpack[_PageIntentFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _PageIntentItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _PageIntentName | Sequence[_PageIntentName] | None = None,
        **values: Unpack[PageIntentValues],
    ) -> _New: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageIntentModel]) -> _One:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageIntentCursor]) -> _Page: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageIntentList]) -> _List: ...
    def find_by_url(self, url: str, **options: Unpack[_PageIntentFind]) -> _One:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentModel]
    ) -> _One:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentCursor]
    ) -> _Page: ...
    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentList]
    ) -> _List: ...
    def find_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentFind]
    ) -> _One:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

class PageIntentCollection(_PageIntentFinders[PageIntent | None, Page[PageIntent], list[PageIntent], PageIntent, int, Iterator[PageIntent]], BaseCollection[PageIntent, _PageIntentItems, _PageIntentKeys, PageIntentAttributes, _PageIntentName, _PageIntentInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncPageIntentCollection(_PageIntentFinders[Coroutine[Any, Any, AsyncPageIntent | None], Coroutine[Any, Any, Page[AsyncPageIntent]], Coroutine[Any, Any, list[AsyncPageIntent]], Coroutine[Any, Any, AsyncPageIntent], Coroutine[Any, Any, int], AsyncIterator[AsyncPageIntent]], AsyncBaseCollection[AsyncPageIntent, _PageIntentItems, _PageIntentKeys, PageIntentAttributes, _PageIntentName, _PageIntentInclude]):  # fmt: skip
    """The collection of page intents."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
