# mypy: disable-error-code="overload-overlap, override, misc"
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    Never,
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
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ConsumerName: TypeAlias = Literal[
    "consumer_id", "created_at", "updated_at", "updated_by", "client_id", "technical_account_id",
    "consumer_name", "status", "capabilities", "revoked_at", "ims_org_id"
]
_ConsumerInclude: TypeAlias = Never
_ConsumerItems: TypeAlias = ConsumerItem | ConsumerJsonItem
_ConsumerKeys: TypeAlias = ConsumerValues | ConsumerJsonValues
_ConsumerFind: TypeAlias = FindOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude]
_ConsumerModel: TypeAlias = ModelOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude]
_ConsumerCursor: TypeAlias = CursorOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude]
_ConsumerList: TypeAlias = ListOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude]
# fmt: on

@type_check_only
class _ConsumerOptional(TypedDict, total=False):
    consumer_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    revoked_at: str | datetime | None

@type_check_only
class ConsumerItem(_ConsumerOptional):
    """An item of `create`, by Python name."""

    client_id: str
    technical_account_id: str
    consumer_name: str
    status: Consumer.Status | str
    capabilities: list[str] | tuple[str, ...]
    ims_org_id: str

@type_check_only
class ConsumerValues(_ConsumerOptional, total=False):
    """Values of some attributes, by Python name."""

    client_id: str
    technical_account_id: str
    consumer_name: str
    status: Consumer.Status | str
    capabilities: list[str] | tuple[str, ...]
    ims_org_id: str

@type_check_only
class _ConsumerJsonOptional(TypedDict, total=False):
    consumerId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    revokedAt: str | datetime | None

@type_check_only
class ConsumerJsonItem(_ConsumerJsonOptional):
    """An item of `create`, by JSON name."""

    clientId: str
    technicalAccountId: str
    consumerName: str
    status: Consumer.Status | str
    capabilities: list[str] | tuple[str, ...]
    imsOrgId: str

@type_check_only
class ConsumerJsonValues(_ConsumerJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    clientId: str
    technicalAccountId: str
    consumerName: str
    status: Consumer.Status | str
    capabilities: list[str] | tuple[str, ...]
    imsOrgId: str

class _ConsumerProperties:
    consumer_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    client_id: ReadOnly[str]
    technical_account_id: ReadOnly[str]
    consumer_name: Writable[str, str]
    status: Writable[Consumer.Status | str, Consumer.Status | str]
    capabilities: Writable[list[str], list[str] | tuple[str, ...]]
    revoked_at: Writable[str | None, str | datetime | None]
    ims_org_id: ReadOnly[str]

@type_check_only
class ConsumerAttributes(_ConsumerProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ConsumerFindBy(
    FindOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude], ConsumerValues, total=False
): ...
class _ConsumerModelBy(
    ModelOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude], ConsumerValues, total=False
): ...
class _ConsumerCursorBy(
    CursorOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude], ConsumerValues, total=False
): ...
class _ConsumerListBy(
    ListOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude], ConsumerValues, total=False
): ...
class _ConsumerPageBy(
    PageOptions[ConsumerAttributes, _ConsumerName, _ConsumerInclude], ConsumerValues, total=False
): ...

class _ConsumerUpdates(TypedDict, total=False):
    updated_by: str | None
    consumer_name: str
    status: Consumer.Status | str
    capabilities: list[str] | tuple[str, ...]
    revoked_at: str | datetime | None

class _ConsumerFields(_ConsumerProperties):
    def get_consumer_id(self) -> str:
        """Return consumer_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_client_id(self) -> str:
        """Return client_id."""

    def get_technical_account_id(self) -> str:
        """Return technical_account_id."""

    def get_consumer_name(self) -> str:
        """Return consumer_name."""

    def set_consumer_name(self, value: str) -> Self: ...
    def get_status(self) -> Consumer.Status | str:
        """Return status."""

    def set_status(self, value: Consumer.Status | str) -> Self: ...
    def get_capabilities(self) -> list[str]:
        """Return capabilities."""

    def set_capabilities(self, value: list[str] | tuple[str, ...]) -> Self: ...
    def get_revoked_at(self) -> str | None:
        """Return revoked_at, or None."""

    def set_revoked_at(self, value: str | datetime | None) -> Self: ...
    def get_ims_org_id(self) -> str:
        """Return ims_org_id."""

class Consumer(_ConsumerFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    CAPABILITIES: ClassVar[tuple[str, ...]]
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]]
    TECHNICAL_ACCOUNT_ID_REGEX: ClassVar[re.Pattern[str]]

    class Status(StrEnum):
        ACTIVE = "ACTIVE"
        SUSPENDED = "SUSPENDED"
        REVOKED = "REVOKED"

    def is_revoked(self) -> bool: ...
    def save(self, *, if_unchanged: bool = False) -> Self: ...
    def update(self, **values: Unpack[_ConsumerUpdates]) -> Self: ...

class AsyncConsumer(_ConsumerFields, AsyncBaseModel):
    """One consumer, identified by the client ID of its technical account.

    A capability is a pair of an entity and an operation, such as ``site:read``. `create` and `save` validate the
    capabilities; `save_many` and `update_by_keys` do not.
    """

    ENTITY_NAME: ClassVar[str]
    CAPABILITIES: ClassVar[tuple[str, ...]]
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]]
    TECHNICAL_ACCOUNT_ID_REGEX: ClassVar[re.Pattern[str]]
    Status: TypeAlias = Consumer.Status

    def is_revoked(self) -> bool:
        """Return whether the consumer is revoked, by its status or because ``revoked_at`` has passed."""

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Check the capabilities and store the changes.

        Raises:
            ValidationError: A capability is unknown; nothing was sent. Or as for `BaseModel.save`.
        """

    async def update(self, **values: Unpack[_ConsumerUpdates]) -> Self: ...

class _ConsumerFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ConsumerKeys | None = None, **options: Unpack[_ConsumerModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ConsumerKeys | None = None, **options: Unpack[_ConsumerCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ConsumerKeys | None = None, **options: Unpack[_ConsumerListBy]) -> _List: ...
    def first(self, keys: _ConsumerKeys | None = None, **options: Unpack[_ConsumerFindBy]) -> _One: ...
    def page(
        self,
        keys: _ConsumerKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ConsumerPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ConsumerKeys | None = None,
        *,
        where: Callable[[ConsumerAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ConsumerName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ConsumerValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ConsumerKeys | None = None, *, limit: int | None = None, **options: Unpack[_ConsumerFindBy]
    ) -> _Iter: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerModel]) -> _One:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerCursor]) -> _Page: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerList]) -> _List: ...
    def find_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerFind]) -> _One:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_client_id(self, client_id: str, **options: Unpack[_ConsumerModel]) -> _One:
        """Find all entities by client_id. Takes the options of `all`."""

    @overload
    def all_by_client_id(self, client_id: str, **options: Unpack[_ConsumerCursor]) -> _Page: ...
    @overload
    def all_by_client_id(self, client_id: str, **options: Unpack[_ConsumerList]) -> _List: ...
    def find_by_client_id(self, client_id: str, **options: Unpack[_ConsumerFind]) -> _One:
        """Find the first entity by client_id. Takes the options of `all`."""

    @overload
    def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerModel]
    ) -> _One:
        """Find all entities by client_id, ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerCursor]
    ) -> _Page: ...
    @overload
    def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerList]
    ) -> _List: ...
    def find_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerFind]
    ) -> _One:
        """Find the first entity by client_id, ims_org_id. Takes the options of `all`."""

class ConsumerCollection(_ConsumerFinders[Consumer | None, Page[Consumer], list[Consumer], Consumer, int, Iterator[Consumer]], BaseCollection[Consumer, _ConsumerItems, _ConsumerKeys, ConsumerAttributes, _ConsumerName, _ConsumerInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def validate_capabilities(self, capabilities: Sequence[str] | None) -> None: ...
    def create(
        self,
        item: _ConsumerItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ConsumerName | Sequence[_ConsumerName] | None = None,
        **values: Unpack[ConsumerValues],
    ) -> Consumer: ...
    def create_many(self, new_items: object = None, parent: object = None) -> NoReturn: ...

class AsyncConsumerCollection(_ConsumerFinders[Coroutine[Any, Any, AsyncConsumer | None], Coroutine[Any, Any, Page[AsyncConsumer]], Coroutine[Any, Any, list[AsyncConsumer]], Coroutine[Any, Any, AsyncConsumer], Coroutine[Any, Any, int], AsyncIterator[AsyncConsumer]], AsyncBaseCollection[AsyncConsumer, _ConsumerItems, _ConsumerKeys, ConsumerAttributes, _ConsumerName, _ConsumerInclude]):  # fmt: skip
    """All consumers."""

    COLLECTION_NAME: ClassVar[str]

    def validate_capabilities(self, capabilities: Sequence[str] | None) -> None:
        """Check that each capability is a pair of a registered entity and an operation.

        Args:
            capabilities: Such as ``["site:read", "organization:write"]``. None and an empty list are valid.

        Raises:
            ValidationError: A capability is unknown; the message names all of them.
        """

    async def create(
        self,
        item: _ConsumerItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ConsumerName | Sequence[_ConsumerName] | None = None,
        **values: Unpack[ConsumerValues],
    ) -> AsyncConsumer:
        """Create a consumer of an allowed organization.

        Args:
            item: Values by attribute name; see `BaseCollection.create`.
            upsert: See `BaseCollection.create`.
            on_conflict: See `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: The IMS organization is not allowed (``s2s_allowed_ims_org_ids``), a capability is
                unknown, or the client ID is missing or taken. Or as for `BaseCollection.create`.
        """

    async def create_many(self, new_items: object = None, parent: object = None) -> NoReturn:
        """Raise an error: each consumer is checked against the existing ones.

        Raises:
            DataAccessError: Always.
        """

schema: Schema
