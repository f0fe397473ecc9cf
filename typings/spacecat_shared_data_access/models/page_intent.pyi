# mypy: disable-error-code="overload-overlap, override"
"""PageIntent: what visitors of a page are after."""

from datetime import datetime
from enum import StrEnum
from typing import (
    ClassVar,
    Literal,
    NotRequired,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.site.model import AsyncSite, Site
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_PageIntentName: TypeAlias = Literal[
    "page_intent_id", "created_at", "updated_at", "updated_by", "site_id", "url", "page_intent", "topic"
]

@type_check_only
class PageIntentItem(TypedDict):
    """What `create` takes, by Python name."""

    page_intent_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    site_id: str | UUID
    url: str
    page_intent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class PageIntentValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    page_intent_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | UUID
    url: str
    page_intent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class PageIntentJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    pageIntentId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    siteId: str | UUID
    url: str
    pageIntent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class PageIntentJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    pageIntentId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | UUID
    url: str
    pageIntent: PageIntent.PageIntent | str
    topic: str

@type_check_only
class PageIntentAttributes:
    """What a where callback gets as ``attrs``."""

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
    """The getters and setters of a `PageIntent`, blocking or not."""

    def get_page_intent_id(self) -> str:
        """Give page_intent_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_site_id(self) -> str:
        """Give site_id."""

    def set_site_id(self, value: str | UUID) -> Self:
        """Set site_id and give the model back. `save` stores it."""

    def get_url(self) -> str:
        """Give url."""

    def set_url(self, value: str) -> Self:
        """Set url and give the model back. `save` stores it."""

    def get_page_intent(self) -> PageIntent.PageIntent | str:
        """Give page_intent."""

    def set_page_intent(self, value: PageIntent.PageIntent | str) -> Self:
        """Set page_intent and give the model back. `save` stores it."""

    def get_topic(self) -> str:
        """Give topic."""

    def set_topic(self, value: str) -> Self:
        """Set topic and give the model back. `save` stores it."""

class PageIntent(_PageIntentFields, BaseModel):
    """The intent and the topic of one page of a site. A page (``url``) has at most one."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    class PageIntent(StrEnum):
        """What visitors are after."""

        INFORMATIONAL = "INFORMATIONAL"
        NAVIGATIONAL = "NAVIGATIONAL"
        TRANSACTIONAL = "TRANSACTIONAL"
        COMMERCIAL = "COMMERCIAL"

    def get_site(self) -> Site | None:
        """Give the Site that this entity belongs to, or None."""

class AsyncPageIntent(_PageIntentFields, AsyncBaseModel):
    """The intent and the topic of one page of a site. A page (``url``) has at most one."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    PageIntent: TypeAlias = PageIntent.PageIntent

    async def get_site(self) -> AsyncSite | None:
        """Give the Site that this entity belongs to, or None."""

class PageIntentCollection(
    BaseCollection[
        PageIntent,
        PageIntentItem | PageIntentJsonItem,
        PageIntentValues | PageIntentJsonValues,
        PageIntentAttributes,
        _PageIntentName,
    ]
):
    """All page intents."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[PageIntent]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]]
    ) -> PageIntent | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[PageIntent]: ...
    def find_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url(
        self,
        url: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(
        self,
        url: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_url(
        self,
        url: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[PageIntent]: ...
    def find_by_url(
        self, url: str, **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]]
    ) -> PageIntent | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    def all_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[PageIntent]: ...
    @overload
    def all_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[PageIntent]: ...
    def find_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

class AsyncPageIntentCollection(
    AsyncBaseCollection[
        AsyncPageIntent,
        PageIntentItem | PageIntentJsonItem,
        PageIntentValues | PageIntentJsonValues,
        PageIntentAttributes,
        _PageIntentName,
    ]
):
    """All page intents."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[AsyncPageIntent]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]]
    ) -> AsyncPageIntent | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[AsyncPageIntent]: ...
    async def find_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_url(
        self,
        url: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    async def all_by_url(
        self,
        url: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_url(
        self,
        url: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[AsyncPageIntent]: ...
    async def find_by_url(
        self, url: str, **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]]
    ) -> AsyncPageIntent | None:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    async def all_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Find all entities by url, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def all_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[AsyncPageIntent]: ...
    async def find_by_url_and_updated_at(
        self,
        url: str,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Find the first entity by url, updated_at. Takes the options of `all`."""

schema: Schema
