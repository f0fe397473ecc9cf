# mypy: disable-error-code="overload-overlap, override"
"""KeyEvent: a notable event on a site. Deprecated: every use raises."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Literal,
    NoReturn,
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

_KeyEventName: TypeAlias = Literal[
    "key_event_id", "created_at", "updated_at", "updated_by", "site_id", "name", "type", "time"
]

@type_check_only
class KeyEventItem(TypedDict):
    """What `create` takes, by Python name."""

    key_event_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    site_id: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str
    time: NotRequired[str | datetime]

@type_check_only
class KeyEventValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    key_event_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str
    time: str | datetime

@type_check_only
class KeyEventJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    keyEventId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    siteId: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str
    time: NotRequired[str | datetime]

@type_check_only
class KeyEventJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    keyEventId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str
    time: str | datetime

@type_check_only
class KeyEventAttributes:
    """What a where callback gets as ``attrs``."""

    key_event_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    name: Column
    type: Column
    time: Column

    def __getitem__(self, column: str) -> Column: ...

class _KeyEventFields:
    """The getters and setters of a `KeyEvent`, blocking or not."""

    def get_key_event_id(self) -> str:
        """Give key_event_id."""

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

    def get_name(self) -> str:
        """Give name."""

    def set_name(self, value: str) -> Self:
        """Set name and give the model back. `save` stores it."""

    def get_type(self) -> KeyEvent.KeyEventType | str:
        """Give type."""

    def set_type(self, value: KeyEvent.KeyEventType | str) -> Self:
        """Set type and give the model back. `save` stores it."""

    def get_time(self) -> str:
        """Give time."""

    def set_time(self, value: str | datetime) -> Self:
        """Set time and give the model back. `save` stores it."""

class KeyEvent(_KeyEventFields, BaseModel):
    """One notable event on a site. Deprecated: audits tell what became of a site."""

    ENTITY_NAME: ClassVar[str]

    class KeyEventType(StrEnum):
        """What an event is about."""

        PERFORMANCE = "PERFORMANCE"
        SEO = "SEO"
        CONTENT = "CONTENT"
        CODE = "CODE"
        THIRD_PARTY = "THIRD PARTY"
        EXPERIMENTATION = "EXPERIMENTATION"
        NETWORK = "NETWORK"
        STATUS_CHANGE = "STATUS CHANGE"

    def get_site(self) -> Site | None:
        """Give the Site that this entity belongs to, or None."""

class AsyncKeyEvent(_KeyEventFields, AsyncBaseModel):
    """One notable event on a site. Deprecated: audits tell what became of a site."""

    ENTITY_NAME: ClassVar[str]
    KeyEventType: TypeAlias = KeyEvent.KeyEventType

    async def get_site(self) -> AsyncSite | None:
        """Give the Site that this entity belongs to, or None."""

class KeyEventCollection(
    BaseCollection[
        KeyEvent,
        KeyEventItem | KeyEventJsonItem,
        KeyEventValues | KeyEventJsonValues,
        KeyEventAttributes,
        _KeyEventName,
    ]
):
    """Deprecated: finding, creating and removing raise DataAccessError, and so do the generated finders."""

    COLLECTION_NAME: ClassVar[str]

    def all(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def all_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def find_by_id(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def find_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def page(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def count(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def iterate(self, *_args: Any, **_options: Any) -> Iterator[KeyEvent]:
        """Raise DataAccessError."""

    def create(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def create_many(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def remove_by_ids(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def remove_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> KeyEvent | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[KeyEvent]: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[KeyEvent]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[FindOptions[KeyEventAttributes, _KeyEventName]]
    ) -> KeyEvent | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> KeyEvent | None:
        """Find all entities by site_id, time. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[KeyEvent]: ...
    @overload
    def all_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[KeyEvent]: ...
    def find_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        **options: Unpack[FindOptions[KeyEventAttributes, _KeyEventName]],
    ) -> KeyEvent | None:
        """Find the first entity by site_id, time. Takes the options of `all`."""

class AsyncKeyEventCollection(
    AsyncBaseCollection[
        AsyncKeyEvent,
        KeyEventItem | KeyEventJsonItem,
        KeyEventValues | KeyEventJsonValues,
        KeyEventAttributes,
        _KeyEventName,
    ]
):
    """Deprecated: finding, creating and removing raise DataAccessError, and so do the generated finders."""

    COLLECTION_NAME: ClassVar[str]

    async def all(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def all_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def find_by_id(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def find_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def page(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def count(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def iterate(self, *_args: Any, **_options: Any) -> AsyncIterator[AsyncKeyEvent]:
        """Raise DataAccessError."""

    async def create(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def create_many(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def remove_by_ids(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def remove_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> AsyncKeyEvent | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[AsyncKeyEvent]: ...
    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[AsyncKeyEvent]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[FindOptions[KeyEventAttributes, _KeyEventName]]
    ) -> AsyncKeyEvent | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> AsyncKeyEvent | None:
        """Find all entities by site_id, time. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[AsyncKeyEvent]: ...
    @overload
    async def all_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[AsyncKeyEvent]: ...
    async def find_by_site_id_and_time(
        self,
        site_id: str | UUID,
        time: str | datetime,
        **options: Unpack[FindOptions[KeyEventAttributes, _KeyEventName]],
    ) -> AsyncKeyEvent | None:
        """Find the first entity by site_id, time. Takes the options of `all`."""

schema: Schema
