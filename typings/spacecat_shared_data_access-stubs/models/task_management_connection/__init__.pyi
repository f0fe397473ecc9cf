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
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.models.ticket import AsyncTicket, Ticket, _TicketCursor, _TicketList, _TicketModel
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_TaskManagementConnectionName: TypeAlias = Literal[
    "task_management_connection_id", "created_at", "updated_at", "updated_by", "organization_id",
    "provider", "status", "display_name", "instance_url", "connected_by", "connected_at",
    "external_instance_id", "last_used_at", "error_message", "metadata"
]
_TaskManagementConnectionInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "tickets",
    "tickets.organization", "tickets.opportunity", "tickets.ticket_suggestions"
]
_TaskManagementConnectionItems: TypeAlias = TaskManagementConnectionItem | TaskManagementConnectionJsonItem
_TaskManagementConnectionKeys: TypeAlias = TaskManagementConnectionValues | TaskManagementConnectionJsonValues
_TaskManagementConnectionFind: TypeAlias = FindOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]
_TaskManagementConnectionModel: TypeAlias = ModelOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]
_TaskManagementConnectionCursor: TypeAlias = CursorOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]
_TaskManagementConnectionList: TypeAlias = ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]
# fmt: on

@type_check_only
class _TaskManagementConnectionOptional(TypedDict, total=False):
    task_management_connection_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    status: TaskManagementConnection.Status | str
    connected_at: str | datetime | None
    last_used_at: str | datetime | None
    error_message: str | None
    metadata: Any

@type_check_only
class TaskManagementConnectionItem(_TaskManagementConnectionOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    provider: TaskManagementConnection.Provider | str
    display_name: str
    instance_url: str
    connected_by: str
    external_instance_id: str

@type_check_only
class TaskManagementConnectionValues(_TaskManagementConnectionOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    provider: TaskManagementConnection.Provider | str
    display_name: str
    instance_url: str
    connected_by: str
    external_instance_id: str

@type_check_only
class _TaskManagementConnectionJsonOptional(TypedDict, total=False):
    taskManagementConnectionId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    status: TaskManagementConnection.Status | str
    connectedAt: str | datetime | None
    lastUsedAt: str | datetime | None
    errorMessage: str | None
    metadata: Any

@type_check_only
class TaskManagementConnectionJsonItem(_TaskManagementConnectionJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    provider: TaskManagementConnection.Provider | str
    displayName: str
    instanceUrl: str
    connectedBy: str
    externalInstanceId: str

@type_check_only
class TaskManagementConnectionJsonValues(_TaskManagementConnectionJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    provider: TaskManagementConnection.Provider | str
    displayName: str
    instanceUrl: str
    connectedBy: str
    externalInstanceId: str

class _TaskManagementConnectionProperties:
    task_management_connection_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    provider: ReadOnly[TaskManagementConnection.Provider | str]
    status: Writable[TaskManagementConnection.Status | str, TaskManagementConnection.Status | str]
    display_name: Writable[str, str]
    instance_url: Writable[str, str]
    connected_by: ReadOnly[str]
    connected_at: Writable[str | None, str | datetime | None]
    external_instance_id: ReadOnly[str]
    last_used_at: Writable[str | None, str | datetime | None]
    error_message: Writable[str | None, str | None]
    metadata: Writable[Any, Any]

@type_check_only
class TaskManagementConnectionAttributes(_TaskManagementConnectionProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _TaskManagementConnectionFindBy(
    FindOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude],
    TaskManagementConnectionValues,
    total=False,
): ...
class _TaskManagementConnectionModelBy(
    ModelOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude],
    TaskManagementConnectionValues,
    total=False,
): ...
class _TaskManagementConnectionCursorBy(
    CursorOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude],
    TaskManagementConnectionValues,
    total=False,
): ...
class _TaskManagementConnectionListBy(
    ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude],
    TaskManagementConnectionValues,
    total=False,
): ...
class _TaskManagementConnectionPageBy(
    PageOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude],
    TaskManagementConnectionValues,
    total=False,
): ...

class _TaskManagementConnectionUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    status: TaskManagementConnection.Status | str
    display_name: str
    instance_url: str
    connected_at: str | datetime | None
    last_used_at: str | datetime | None
    error_message: str | None
    metadata: Any

class _TaskManagementConnectionFields(_TaskManagementConnectionProperties):
    def get_task_management_connection_id(self) -> str:
        """Return task_management_connection_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self: ...
    def get_provider(self) -> TaskManagementConnection.Provider | str:
        """Return provider."""

    def get_status(self) -> TaskManagementConnection.Status | str:
        """Return status."""

    def set_status(self, value: TaskManagementConnection.Status | str) -> Self: ...
    def get_display_name(self) -> str:
        """Return display_name."""

    def set_display_name(self, value: str) -> Self: ...
    def get_instance_url(self) -> str:
        """Return instance_url."""

    def set_instance_url(self, value: str) -> Self: ...
    def get_connected_by(self) -> str:
        """Return connected_by."""

    def get_connected_at(self) -> str | None:
        """Return connected_at, or None."""

    def set_connected_at(self, value: str | datetime | None) -> Self: ...
    def get_external_instance_id(self) -> str:
        """Return external_instance_id."""

    def get_last_used_at(self) -> str | None:
        """Return last_used_at, or None."""

    def set_last_used_at(self, value: str | datetime | None) -> Self: ...
    def get_error_message(self) -> str | None:
        """Return error_message, or None."""

    def set_error_message(self, value: str | None) -> Self: ...
    def get_metadata(self) -> Any:
        """Return metadata."""

    def set_metadata(self, value: Any) -> Self: ...

class TaskManagementConnection(_TaskManagementConnectionFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Provider(StrEnum):
        JIRA_CLOUD = "jira_cloud"

    class Status(StrEnum):
        ACTIVE = "active"
        DISABLED = "disabled"
        REQUIRES_REAUTH = "requires_reauth"
        ERROR = "error"
        DISCONNECTED = "disconnected"

    def is_active(self) -> bool: ...
    def mark_active(self) -> Self: ...
    def mark_requires_reauth(self) -> Self: ...
    def mark_disabled(self) -> Self: ...
    def mark_error(self) -> Self: ...
    def mark_disconnected(self) -> Self: ...
    def update(self, **values: Unpack[_TaskManagementConnectionUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    def get_tickets(self, **options: Unpack[_TicketModel]) -> Ticket | None:
        """Return all of this entity's Ticket children. Takes the options of `all`."""

    @overload
    def get_tickets(self, **options: Unpack[_TicketCursor]) -> Page[Ticket]: ...
    @overload
    def get_tickets(self, **options: Unpack[_TicketList]) -> list[Ticket]: ...

class AsyncTaskManagementConnection(_TaskManagementConnectionFields, AsyncBaseModel):
    """A connection of an organization to a provider.

    ``external_instance_id`` is the provider's stable ID of the site, for Jira Cloud the cloud ID. It never
    changes, nor do ``provider`` and ``connected_by``; the name and URL may change when the organization
    authorizes again. ``metadata`` of Jira Cloud must have ``cloudId``, a UUID in lower case, and may have ``scopes``.
    Removing a connection also removes its tickets; `mark_disconnected` keeps them.
    """

    ENTITY_NAME: ClassVar[str]
    Provider: TypeAlias = TaskManagementConnection.Provider
    Status: TypeAlias = TaskManagementConnection.Status

    def is_active(self) -> bool:
        """Return whether tickets can be created through this connection."""

    async def mark_active(self) -> Self:
        """Mark the connection as active and save it. Raises the same errors as `save`."""

    async def mark_requires_reauth(self) -> Self:
        """Mark the connection as in need of authorization and save it. Raises the same errors as `save`."""

    async def mark_disabled(self) -> Self:
        """Mark the connection as disabled and save it. Raises the same errors as `save`."""

    async def mark_error(self) -> Self:
        """Mark the connection as failing at the provider and save it. Raises the same errors as `save`."""

    async def mark_disconnected(self) -> Self:
        """Mark the connection as disconnected and save it. Raises the same errors as `save`."""

    async def update(self, **values: Unpack[_TaskManagementConnectionUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    async def get_tickets(self, **options: Unpack[_TicketModel]) -> AsyncTicket | None:
        """Return all of this entity's Ticket children. Takes the options of `all`."""

    @overload
    async def get_tickets(self, **options: Unpack[_TicketCursor]) -> Page[AsyncTicket]: ...
    @overload
    async def get_tickets(self, **options: Unpack[_TicketList]) -> list[AsyncTicket]: ...

class _TaskManagementConnectionFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self,
        sort_keys: _TaskManagementConnectionKeys | None = None,
        **options: Unpack[_TaskManagementConnectionModelBy],
    ) -> _One: ...
    @overload
    def all(
        self,
        sort_keys: _TaskManagementConnectionKeys | None = None,
        **options: Unpack[_TaskManagementConnectionCursorBy],
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _TaskManagementConnectionKeys | None = None, **options: Unpack[_TaskManagementConnectionListBy]
    ) -> _List: ...
    def first(
        self, keys: _TaskManagementConnectionKeys | None = None, **options: Unpack[_TaskManagementConnectionFindBy]
    ) -> _One: ...
    def page(
        self,
        keys: _TaskManagementConnectionKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_TaskManagementConnectionPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _TaskManagementConnectionKeys | None = None,
        *,
        where: Callable[[TaskManagementConnectionAttributes, Operators], Expression | None] | None = None,
        between: tuple[_TaskManagementConnectionName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[TaskManagementConnectionValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _TaskManagementConnectionKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_TaskManagementConnectionFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _TaskManagementConnectionItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _TaskManagementConnectionName | Sequence[_TaskManagementConnectionName] | None = None,
        **values: Unpack[TaskManagementConnectionValues],
    ) -> _New: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionModel]
    ) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionList]
    ) -> _List: ...
    def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionFind]
    ) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> _One:
        """Find all entities by organization_id, provider. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> _List: ...
    def find_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionFind],
    ) -> _One:
        """Find the first entity by organization_id, provider. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> _One:
        """Find all entities by organization_id, provider, status. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> _List: ...
    def find_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionFind],
    ) -> _One:
        """Find the first entity by organization_id, provider, status. Takes the options of `all`."""

class TaskManagementConnectionCollection(_TaskManagementConnectionFinders[TaskManagementConnection | None, Page[TaskManagementConnection], list[TaskManagementConnection], TaskManagementConnection, int, Iterator[TaskManagementConnection]], BaseCollection[TaskManagementConnection, _TaskManagementConnectionItems, _TaskManagementConnectionKeys, TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def find_active_by_organization_and_provider(
        self, organization_id: Any, provider: str
    ) -> TaskManagementConnection | None: ...

class AsyncTaskManagementConnectionCollection(_TaskManagementConnectionFinders[Coroutine[Any, Any, AsyncTaskManagementConnection | None], Coroutine[Any, Any, Page[AsyncTaskManagementConnection]], Coroutine[Any, Any, list[AsyncTaskManagementConnection]], Coroutine[Any, Any, AsyncTaskManagementConnection], Coroutine[Any, Any, int], AsyncIterator[AsyncTaskManagementConnection]], AsyncBaseCollection[AsyncTaskManagementConnection, _TaskManagementConnectionItems, _TaskManagementConnectionKeys, TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]):  # fmt: skip
    """The collection of connections."""

    COLLECTION_NAME: ClassVar[str]

    async def find_active_by_organization_and_provider(
        self, organization_id: Any, provider: str
    ) -> AsyncTaskManagementConnection | None:
        """Find the connection that an organization's tickets are created through.

        Args:
            organization_id: The organization's UUID.
            provider: Such as ``jira_cloud``.

        Returns:
            The active connection, or None.

        Raises:
            ValidationError: The ID is not a UUID, or the provider is missing.
            DataAccessError: As for `all`.
        """

def validate_metadata(provider: str, metadata: Mapping[str, Any] | None = None) -> None: ...

schema: Schema
