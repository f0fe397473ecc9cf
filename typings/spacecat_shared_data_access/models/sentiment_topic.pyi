# mypy: disable-error-code="overload-overlap, override"
"""SentimentTopic: what a site's sentiment analysis is about."""

from datetime import datetime
from typing import (
    Any,
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

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.sentiment import AsyncSentimentCollection, SentimentCollection
from spacecat_shared_data_access.models.site.model import AsyncSite, Site
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_SentimentTopicName: TypeAlias = Literal[
    "sentiment_topic_id",
    "created_at",
    "updated_at",
    "updated_by",
    "site_id",
    "topic_id",
    "name",
    "description",
    "enabled",
    "created_by",
]

@type_check_only
class SentimentTopicItem(TypedDict):
    """What `create` takes, by Python name."""

    sentiment_topic_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    site_id: str | UUID
    topic_id: NotRequired[str]
    name: str
    description: NotRequired[str | None]
    enabled: NotRequired[bool]
    created_by: NotRequired[str]

@type_check_only
class SentimentTopicValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    sentiment_topic_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | UUID
    topic_id: str
    name: str
    description: str | None
    enabled: bool
    created_by: str

@type_check_only
class SentimentTopicJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    sentimentTopicId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    siteId: str | UUID
    topicId: NotRequired[str]
    name: str
    description: NotRequired[str | None]
    enabled: NotRequired[bool]
    createdBy: NotRequired[str]

@type_check_only
class SentimentTopicJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    sentimentTopicId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | UUID
    topicId: str
    name: str
    description: str | None
    enabled: bool
    createdBy: str

@type_check_only
class SentimentTopicAttributes:
    """What a where callback gets as ``attrs``."""

    sentiment_topic_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    topic_id: Column
    name: Column
    description: Column
    enabled: Column
    created_by: Column

    def __getitem__(self, column: str) -> Column: ...

class _SentimentTopicFields:
    """The getters and setters of a `SentimentTopic`, blocking or not."""

    def get_sentiment_topic_id(self) -> str:
        """Give sentiment_topic_id."""

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

    def get_topic_id(self) -> str:
        """Give topic_id."""

    def get_name(self) -> str:
        """Give name."""

    def set_name(self, value: str) -> Self:
        """Set name and give the model back. `save` stores it."""

    def get_description(self) -> str | None:
        """Give description; None where there is none."""

    def set_description(self, value: str | None) -> Self:
        """Set description and give the model back. `save` stores it."""

    def get_enabled(self) -> bool:
        """Give enabled."""

    def set_enabled(self, value: bool) -> Self:
        """Set enabled and give the model back. `save` stores it."""

    def get_created_by(self) -> str:
        """Give created_by."""

class SentimentTopic(_SentimentTopicFields, BaseModel):
    """One topic that is analysed for a site, such as a product's name.

    Known by its site and its ``topic_id``.
    """

    ENTITY_NAME: ClassVar[str]

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which it is removed and upserted: its site and its id."""

    def get_site(self) -> Site | None:
        """Give the Site that this entity belongs to, or None."""

class AsyncSentimentTopic(_SentimentTopicFields, AsyncBaseModel):
    """One topic that is analysed for a site, such as a product's name.

    Known by its site and its ``topic_id``.
    """

    ENTITY_NAME: ClassVar[str]

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which it is removed and upserted: its site and its id."""

    async def get_site(self) -> AsyncSite | None:
        """Give the Site that this entity belongs to, or None."""

class SentimentTopicCollection(
    SentimentCollection[
        SentimentTopic,
        SentimentTopicItem | SentimentTopicJsonItem,
        SentimentTopicValues | SentimentTopicJsonValues,
        SentimentTopicAttributes,
        _SentimentTopicName,
    ]
):
    """All topics."""

    COLLECTION_NAME: ClassVar[str]
    SECOND_KEY: ClassVar[str]

    def find_by_site_id(
        self,
        site_id: str | UUID,
        **options: Unpack[FindOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> SentimentTopic | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> SentimentTopic | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> Page[SentimentTopic]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> list[SentimentTopic]: ...
    def find_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> SentimentTopic | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class AsyncSentimentTopicCollection(
    AsyncSentimentCollection[
        AsyncSentimentTopic,
        SentimentTopicItem | SentimentTopicJsonItem,
        SentimentTopicValues | SentimentTopicJsonValues,
        SentimentTopicAttributes,
        _SentimentTopicName,
    ]
):
    """All topics."""

    COLLECTION_NAME: ClassVar[str]
    SECOND_KEY: ClassVar[str]

    async def find_by_site_id(
        self,
        site_id: str | UUID,
        **options: Unpack[FindOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> AsyncSentimentTopic | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> AsyncSentimentTopic | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> Page[AsyncSentimentTopic]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> list[AsyncSentimentTopic]: ...
    async def find_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[SentimentTopicAttributes, _SentimentTopicName]],
    ) -> AsyncSentimentTopic | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

schema: Schema
