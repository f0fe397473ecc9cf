# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
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

@type_check_only
class PageIntentAttributes:
    """The ``attrs`` of a ``where`` callback."""

    page_intent_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    url: Column
    page_intent: Column
    topic: Column

    def __getitem__(self, column: str) -> Column: ...

class _PageIntentFields:
    def get_page_intent_id(self) -> str:
        """Return page_intent_id."""

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

    def get_page_intent(self) -> PageIntent.PageIntent | str:
        """Return page_intent."""

    def set_page_intent(self, value: PageIntent.PageIntent | str) -> Self:
        """Set page_intent and return the model. `save` stores it."""

    def get_topic(self) -> str:
        """Return topic."""

    def set_topic(self, value: str) -> Self:
        """Set topic and return the model. `save` stores it."""

class PageIntent(_PageIntentFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    class PageIntent(StrEnum):
        INFORMATIONAL = "INFORMATIONAL"
        NAVIGATIONAL = "NAVIGATIONAL"
        TRANSACTIONAL = "TRANSACTIONAL"
        COMMERCIAL = "COMMERCIAL"

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncPageIntent(_PageIntentFields, AsyncBaseModel):
    """The intent and topic of a page of a site. There is at most one for a page (``url``)."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    PageIntent: TypeAlias = PageIntent.PageIntent

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class PageIntentCollection(BaseCollection[PageIntent, _PageIntentItems, _PageIntentKeys, PageIntentAttributes, _PageIntentName, _PageIntentInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentModel]) -> PageIntent | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageIntentCursor]
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentList]) -> list[PageIntent]: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_PageIntentFind]) -> PageIntent | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentModel]
    ) -> PageIntent | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentCursor]
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentList]
    ) -> list[PageIntent]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentFind]
    ) -> PageIntent | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageIntentModel]) -> PageIntent | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageIntentCursor]) -> Page[PageIntent]: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_PageIntentList]) -> list[PageIntent]: ...
    def find_by_url(self, url: str, **options: Unpack[_PageIntentFind]) -> PageIntent | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentModel]
    ) -> PageIntent | None:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentCursor]
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentList]
    ) -> list[PageIntent]: ...
    def find_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentFind]
    ) -> PageIntent | None:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

class AsyncPageIntentCollection(AsyncBaseCollection[AsyncPageIntent, _PageIntentItems, _PageIntentKeys, PageIntentAttributes, _PageIntentName, _PageIntentInclude]):  # fmt: skip
    """The collection of page intents."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageIntentModel]
    ) -> AsyncPageIntent | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageIntentCursor]
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageIntentList]
    ) -> list[AsyncPageIntent]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_PageIntentFind]
    ) -> AsyncPageIntent | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentModel]
    ) -> AsyncPageIntent | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentCursor]
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentList]
    ) -> list[AsyncPageIntent]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_PageIntentFind]
    ) -> AsyncPageIntent | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_url(self, url: str, **options: Unpack[_PageIntentModel]) -> AsyncPageIntent | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    async def all_by_url(self, url: str, **options: Unpack[_PageIntentCursor]) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_url(self, url: str, **options: Unpack[_PageIntentList]) -> list[AsyncPageIntent]: ...
    async def find_by_url(self, url: str, **options: Unpack[_PageIntentFind]) -> AsyncPageIntent | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    async def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentModel]
    ) -> AsyncPageIntent | None:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentCursor]
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentList]
    ) -> list[AsyncPageIntent]: ...
    async def find_by_url_and_updated_at(
        self, url: str, updated_at: str | datetime, **options: Unpack[_PageIntentFind]
    ) -> AsyncPageIntent | None:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

schema: Schema
