# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    NoReturn,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
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
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_KeyEventName: TypeAlias = Literal[
    "key_event_id", "created_at", "updated_at", "updated_by", "site_id", "name", "type", "time"
]
_KeyEventInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_KeyEventItems: TypeAlias = KeyEventItem | KeyEventJsonItem
_KeyEventKeys: TypeAlias = KeyEventValues | KeyEventJsonValues
_KeyEventFind: TypeAlias = FindOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude]
_KeyEventModel: TypeAlias = ModelOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude]
_KeyEventCursor: TypeAlias = CursorOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude]
_KeyEventList: TypeAlias = ListOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude]
# fmt: on

@type_check_only
class _KeyEventOptional(TypedDict, total=False):
    key_event_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    time: str | datetime

@type_check_only
class KeyEventItem(_KeyEventOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str

@type_check_only
class KeyEventValues(_KeyEventOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str

@type_check_only
class _KeyEventJsonOptional(TypedDict, total=False):
    keyEventId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    time: str | datetime

@type_check_only
class KeyEventJsonItem(_KeyEventJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str

@type_check_only
class KeyEventJsonValues(_KeyEventJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str

class _KeyEventProperties:
    key_event_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    name: Writable[str, str]
    type: Writable[KeyEvent.KeyEventType | str, KeyEvent.KeyEventType | str]
    time: Writable[str, str | datetime]

@type_check_only
class KeyEventAttributes(_KeyEventProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _KeyEventFindBy(
    FindOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude], KeyEventValues, total=False
): ...
class _KeyEventModelBy(
    ModelOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude], KeyEventValues, total=False
): ...
class _KeyEventCursorBy(
    CursorOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude], KeyEventValues, total=False
): ...
class _KeyEventListBy(
    ListOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude], KeyEventValues, total=False
): ...
class _KeyEventPageBy(
    PageOptions[KeyEventAttributes, _KeyEventName, _KeyEventInclude], KeyEventValues, total=False
): ...

class _KeyEventUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    name: str
    type: KeyEvent.KeyEventType | str
    time: str | datetime

class _KeyEventFields(_KeyEventProperties):
    def get_key_event_id(self) -> str:
        """Return key_event_id."""

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
    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_type(self) -> KeyEvent.KeyEventType | str:
        """Return type."""

    def set_type(self, value: KeyEvent.KeyEventType | str) -> Self: ...
    def get_time(self) -> str:
        """Return time."""

    def set_time(self, value: str | datetime) -> Self: ...

class KeyEvent(_KeyEventFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class KeyEventType(StrEnum):
        PERFORMANCE = "PERFORMANCE"
        SEO = "SEO"
        CONTENT = "CONTENT"
        CODE = "CODE"
        THIRD_PARTY = "THIRD PARTY"
        EXPERIMENTATION = "EXPERIMENTATION"
        NETWORK = "NETWORK"
        STATUS_CHANGE = "STATUS CHANGE"

    def update(self, **values: Unpack[_KeyEventUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncKeyEvent(_KeyEventFields, AsyncBaseModel):
    """One notable event on a site. Deprecated: use audits."""

    ENTITY_NAME: ClassVar[str]
    KeyEventType: TypeAlias = KeyEvent.KeyEventType

    async def update(self, **values: Unpack[_KeyEventUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _KeyEventFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    def first(self, keys: _KeyEventKeys | None = None, **options: Unpack[_KeyEventFindBy]) -> _One: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_KeyEventModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_KeyEventCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_KeyEventList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_KeyEventFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_time(
        self, site_id: str | UUID, time: str | datetime, **options: Unpack[_KeyEventModel]
    ) -> _One:
        """Find all entities by site_id, time. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_time(
        self, site_id: str | UUID, time: str | datetime, **options: Unpack[_KeyEventCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_time(
        self, site_id: str | UUID, time: str | datetime, **options: Unpack[_KeyEventList]
    ) -> _List: ...
    def find_by_site_id_and_time(
        self, site_id: str | UUID, time: str | datetime, **options: Unpack[_KeyEventFind]
    ) -> _One:
        """Find the first entity by site_id, time. Takes the options of `all`."""

class KeyEventCollection(_KeyEventFinders[KeyEvent | None, Page[KeyEvent], list[KeyEvent], KeyEvent, int, Iterator[KeyEvent]], BaseCollection[KeyEvent, _KeyEventItems, _KeyEventKeys, KeyEventAttributes, _KeyEventName, _KeyEventInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def _refuse(self, *_args: Any, **_options: Any) -> NoReturn: ...
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

    def create(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def create_many(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def remove_by_ids(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def remove_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def iterate(self, *_args: Any, **_options: Any) -> Iterator[KeyEvent]: ...

class AsyncKeyEventCollection(_KeyEventFinders[Coroutine[Any, Any, AsyncKeyEvent | None], Coroutine[Any, Any, Page[AsyncKeyEvent]], Coroutine[Any, Any, list[AsyncKeyEvent]], Coroutine[Any, Any, AsyncKeyEvent], Coroutine[Any, Any, int], AsyncIterator[AsyncKeyEvent]], AsyncBaseCollection[AsyncKeyEvent, _KeyEventItems, _KeyEventKeys, KeyEventAttributes, _KeyEventName, _KeyEventInclude]):  # fmt: skip
    """Deprecated: finding, creating and removing raise DataAccessError, and so do the generated finders."""

    COLLECTION_NAME: ClassVar[str]

    async def _refuse(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

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

    async def create(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def create_many(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def remove_by_ids(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    async def remove_by_index_keys(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""

    def iterate(self, *_args: Any, **_options: Any) -> AsyncIterator[AsyncKeyEvent]:
        """Raise DataAccessError."""

schema: Schema
