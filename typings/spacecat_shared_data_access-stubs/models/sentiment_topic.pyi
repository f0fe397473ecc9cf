# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

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
from spacecat_shared_data_access.models.sentiment import (
    AsyncSentimentCollection,
    AsyncSentimentModel,
    SentimentCollection,
    SentimentModel,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SentimentTopicName: TypeAlias = Literal[
    "sentiment_topic_id", "created_at", "updated_at", "updated_by", "site_id", "topic_id", "name",
    "description", "enabled", "created_by"
]
_SentimentTopicInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_SentimentTopicItems: TypeAlias = SentimentTopicItem | SentimentTopicJsonItem
_SentimentTopicKeys: TypeAlias = SentimentTopicValues | SentimentTopicJsonValues
_SentimentTopicFind: TypeAlias = FindOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude]
_SentimentTopicModel: TypeAlias = ModelOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude]
_SentimentTopicCursor: TypeAlias = CursorOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude]
_SentimentTopicList: TypeAlias = ListOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude]
# fmt: on

@type_check_only
class _SentimentTopicOptional(TypedDict, total=False):
    sentiment_topic_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    topic_id: str
    description: str | None
    enabled: bool
    created_by: str

@type_check_only
class SentimentTopicItem(_SentimentTopicOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    name: str

@type_check_only
class SentimentTopicValues(_SentimentTopicOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    name: str

@type_check_only
class _SentimentTopicJsonOptional(TypedDict, total=False):
    sentimentTopicId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    topicId: str
    description: str | None
    enabled: bool
    createdBy: str

@type_check_only
class SentimentTopicJsonItem(_SentimentTopicJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    name: str

@type_check_only
class SentimentTopicJsonValues(_SentimentTopicJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    name: str

class _SentimentTopicProperties:
    sentiment_topic_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    topic_id: ReadOnly[str]
    name: Writable[str, str]
    description: Writable[str | None, str | None]
    enabled: Writable[bool, bool]
    created_by: ReadOnly[str]

@type_check_only
class SentimentTopicAttributes(_SentimentTopicProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SentimentTopicFindBy(
    FindOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude],
    SentimentTopicValues,
    total=False,
): ...
class _SentimentTopicModelBy(
    ModelOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude],
    SentimentTopicValues,
    total=False,
): ...
class _SentimentTopicCursorBy(
    CursorOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude],
    SentimentTopicValues,
    total=False,
): ...
class _SentimentTopicListBy(
    ListOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude],
    SentimentTopicValues,
    total=False,
): ...
class _SentimentTopicPageBy(
    PageOptions[SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude],
    SentimentTopicValues,
    total=False,
): ...

class _SentimentTopicUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    name: str
    description: str | None
    enabled: bool

class _SentimentTopicFields(_SentimentTopicProperties):
    def get_sentiment_topic_id(self) -> str:
        """Return sentiment_topic_id."""

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
    def get_topic_id(self) -> str:
        """Return topic_id."""

    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_description(self) -> str | None:
        """Return description, or None."""

    def set_description(self, value: str | None) -> Self: ...
    def get_enabled(self) -> bool:
        """Return enabled."""

    def set_enabled(self, value: bool) -> Self: ...
    def get_created_by(self) -> str:
        """Return created_by."""

class SentimentTopic(_SentimentTopicFields, SentimentModel):
    ENTITY_NAME: ClassVar[str]

    def update(self, **values: Unpack[_SentimentTopicUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSentimentTopic(_SentimentTopicFields, AsyncSentimentModel):
    """A topic that is analysed for a site, such as a product's name.

    Its primary key is ``site_id`` and ``topic_id``.
    """

    ENTITY_NAME: ClassVar[str]

    async def update(self, **values: Unpack[_SentimentTopicUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _SentimentTopicFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SentimentTopicKeys | None = None, **options: Unpack[_SentimentTopicModelBy]) -> _One: ...
    @overload
    def all(
        self, sort_keys: _SentimentTopicKeys | None = None, **options: Unpack[_SentimentTopicCursorBy]
    ) -> _Page: ...
    @overload
    def all(self, sort_keys: _SentimentTopicKeys | None = None, **options: Unpack[_SentimentTopicListBy]) -> _List: ...
    def first(self, keys: _SentimentTopicKeys | None = None, **options: Unpack[_SentimentTopicFindBy]) -> _One: ...
    def page(
        self,
        keys: _SentimentTopicKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SentimentTopicPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SentimentTopicKeys | None = None,
        *,
        where: Callable[[SentimentTopicAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SentimentTopicName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SentimentTopicValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _SentimentTopicKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_SentimentTopicFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _SentimentTopicItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SentimentTopicName | Sequence[_SentimentTopicName] | None = None,
        **values: Unpack[SentimentTopicValues],
    ) -> _New: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SentimentTopicFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentTopicModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentTopicCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentTopicList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentTopicFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class SentimentTopicCollection(_SentimentTopicFinders[SentimentTopic | None, Page[SentimentTopic], list[SentimentTopic], SentimentTopic, int, Iterator[SentimentTopic]], SentimentCollection[SentimentTopic, _SentimentTopicItems, _SentimentTopicKeys, SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncSentimentTopicCollection(_SentimentTopicFinders[Coroutine[Any, Any, AsyncSentimentTopic | None], Coroutine[Any, Any, Page[AsyncSentimentTopic]], Coroutine[Any, Any, list[AsyncSentimentTopic]], Coroutine[Any, Any, AsyncSentimentTopic], Coroutine[Any, Any, int], AsyncIterator[AsyncSentimentTopic]], AsyncSentimentCollection[AsyncSentimentTopic, _SentimentTopicItems, _SentimentTopicKeys, SentimentTopicAttributes, _SentimentTopicName, _SentimentTopicInclude]):  # fmt: skip
    """The collection of topics."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
