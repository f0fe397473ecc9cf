# mypy: disable-error-code="overload-overlap, override"
import re
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
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
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class ConsumerAttributes:
    """The ``attrs`` of a ``where`` callback."""

    consumer_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    client_id: Column
    technical_account_id: Column
    consumer_name: Column
    status: Column
    capabilities: Column
    revoked_at: Column
    ims_org_id: Column

    def __getitem__(self, column: str) -> Column: ...

class _ConsumerFields:
    def get_consumer_id(self) -> str:
        """Return consumer_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_client_id(self) -> str:
        """Return client_id."""

    def get_technical_account_id(self) -> str:
        """Return technical_account_id."""

    def get_consumer_name(self) -> str:
        """Return consumer_name."""

    def set_consumer_name(self, value: str) -> Self:
        """Set consumer_name and return the model. `save` stores it."""

    def get_status(self) -> Consumer.Status | str:
        """Return status."""

    def set_status(self, value: Consumer.Status | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_capabilities(self) -> list[str]:
        """Return capabilities."""

    def set_capabilities(self, value: list[str] | tuple[str, ...]) -> Self:
        """Set capabilities and return the model. `save` stores it."""

    def get_revoked_at(self) -> str | None:
        """Return revoked_at, or None."""

    def set_revoked_at(self, value: str | datetime | None) -> Self:
        """Set revoked_at and return the model. `save` stores it."""

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

class ConsumerCollection(BaseCollection[Consumer, _ConsumerItems, _ConsumerKeys, ConsumerAttributes, _ConsumerName, _ConsumerInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def validate_capabilities(self, capabilities: Sequence[str] | None) -> None: ...
    def create(
        self,
        item: _ConsumerItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ConsumerName | Sequence[_ConsumerName] | None = None,
        **values: Any,
    ) -> Consumer: ...
    def create_many(self, new_items: object = None, parent: object = None) -> NoReturn: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerModel]) -> Consumer | None:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerCursor]) -> Page[Consumer]: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerList]) -> list[Consumer]: ...
    def find_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ConsumerFind]) -> Consumer | None:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_client_id(self, client_id: str, **options: Unpack[_ConsumerModel]) -> Consumer | None:
        """Find all entities by client_id. Takes the options of `all`."""

    @overload
    def all_by_client_id(self, client_id: str, **options: Unpack[_ConsumerCursor]) -> Page[Consumer]: ...
    @overload
    def all_by_client_id(self, client_id: str, **options: Unpack[_ConsumerList]) -> list[Consumer]: ...
    def find_by_client_id(self, client_id: str, **options: Unpack[_ConsumerFind]) -> Consumer | None:
        """Find the first entity by client_id. Takes the options of `all`."""

    @overload
    def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerModel]
    ) -> Consumer | None:
        """Find all entities by client_id, ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerCursor]
    ) -> Page[Consumer]: ...
    @overload
    def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerList]
    ) -> list[Consumer]: ...
    def find_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerFind]
    ) -> Consumer | None:
        """Find the first entity by client_id, ims_org_id. Takes the options of `all`."""

class AsyncConsumerCollection(AsyncBaseCollection[AsyncConsumer, _ConsumerItems, _ConsumerKeys, ConsumerAttributes, _ConsumerName, _ConsumerInclude]):  # fmt: skip
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
        **values: Any,
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

    @overload
    async def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_ConsumerModel]
    ) -> AsyncConsumer | None:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_ConsumerCursor]
    ) -> Page[AsyncConsumer]: ...
    @overload
    async def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_ConsumerList]
    ) -> list[AsyncConsumer]: ...
    async def find_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_ConsumerFind]
    ) -> AsyncConsumer | None:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_client_id(
        self, client_id: str, **options: Unpack[_ConsumerModel]
    ) -> AsyncConsumer | None:
        """Find all entities by client_id. Takes the options of `all`."""

    @overload
    async def all_by_client_id(
        self, client_id: str, **options: Unpack[_ConsumerCursor]
    ) -> Page[AsyncConsumer]: ...
    @overload
    async def all_by_client_id(
        self, client_id: str, **options: Unpack[_ConsumerList]
    ) -> list[AsyncConsumer]: ...
    async def find_by_client_id(
        self, client_id: str, **options: Unpack[_ConsumerFind]
    ) -> AsyncConsumer | None:
        """Find the first entity by client_id. Takes the options of `all`."""

    @overload
    async def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerModel]
    ) -> AsyncConsumer | None:
        """Find all entities by client_id, ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerCursor]
    ) -> Page[AsyncConsumer]: ...
    @overload
    async def all_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerList]
    ) -> list[AsyncConsumer]: ...
    async def find_by_client_id_and_ims_org_id(
        self, client_id: str, ims_org_id: str, **options: Unpack[_ConsumerFind]
    ) -> AsyncConsumer | None:
        """Find the first entity by client_id, ims_org_id. Takes the options of `all`."""

schema: Schema
