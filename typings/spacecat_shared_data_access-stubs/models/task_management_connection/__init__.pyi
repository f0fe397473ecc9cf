# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.organization import (
    AsyncOrganization,
    Organization,
    _OrganizationInclude,
)
from spacecat_shared_data_access.models.ticket import (
    AsyncTicket,
    Ticket,
    _TicketCursor,
    _TicketList,
    _TicketModel,
)
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class TaskManagementConnectionAttributes:
    """The ``attrs`` of a ``where`` callback."""

    task_management_connection_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    organization_id: Column
    provider: Column
    status: Column
    display_name: Column
    instance_url: Column
    connected_by: Column
    connected_at: Column
    external_instance_id: Column
    last_used_at: Column
    error_message: Column
    metadata: Column

    def __getitem__(self, column: str) -> Column: ...

class _TaskManagementConnectionFields:
    def get_task_management_connection_id(self) -> str:
        """Return task_management_connection_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and return the model. `save` stores it."""

    def get_provider(self) -> TaskManagementConnection.Provider | str:
        """Return provider."""

    def get_status(self) -> TaskManagementConnection.Status | str:
        """Return status."""

    def set_status(self, value: TaskManagementConnection.Status | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_display_name(self) -> str:
        """Return display_name."""

    def set_display_name(self, value: str) -> Self:
        """Set display_name and return the model. `save` stores it."""

    def get_instance_url(self) -> str:
        """Return instance_url."""

    def set_instance_url(self, value: str) -> Self:
        """Set instance_url and return the model. `save` stores it."""

    def get_connected_by(self) -> str:
        """Return connected_by."""

    def get_connected_at(self) -> str | None:
        """Return connected_at, or None."""

    def set_connected_at(self, value: str | datetime | None) -> Self:
        """Set connected_at and return the model. `save` stores it."""

    def get_external_instance_id(self) -> str:
        """Return external_instance_id."""

    def get_last_used_at(self) -> str | None:
        """Return last_used_at, or None."""

    def set_last_used_at(self, value: str | datetime | None) -> Self:
        """Set last_used_at and return the model. `save` stores it."""

    def get_error_message(self) -> str | None:
        """Return error_message, or None."""

    def set_error_message(self, value: str | None) -> Self:
        """Set error_message and return the model. `save` stores it."""

    def get_metadata(self) -> Any:
        """Return metadata."""

    def set_metadata(self, value: Any) -> Self:
        """Set metadata and return the model. `save` stores it."""

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
    authorizes again. Removing a connection also removes its tickets; `mark_disconnected` keeps them.
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

    async def get_organization(
        self, *, include: Sequence[_OrganizationInclude] = ()
    ) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    async def get_tickets(self, **options: Unpack[_TicketModel]) -> AsyncTicket | None:
        """Return all of this entity's Ticket children. Takes the options of `all`."""

    @overload
    async def get_tickets(self, **options: Unpack[_TicketCursor]) -> Page[AsyncTicket]: ...
    @overload
    async def get_tickets(self, **options: Unpack[_TicketList]) -> list[AsyncTicket]: ...

class TaskManagementConnectionCollection(BaseCollection[TaskManagementConnection, _TaskManagementConnectionItems, _TaskManagementConnectionKeys, TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def find_active_by_organization_and_provider(
        self, organization_id: Any, provider: str
    ) -> TaskManagementConnection | None: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionModel]
    ) -> TaskManagementConnection | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionList]
    ) -> list[TaskManagementConnection]: ...
    def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionFind]
    ) -> TaskManagementConnection | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> TaskManagementConnection | None:
        """Find all entities by organization_id, provider. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> list[TaskManagementConnection]: ...
    def find_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionFind],
    ) -> TaskManagementConnection | None:
        """Find the first entity by organization_id, provider. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> TaskManagementConnection | None:
        """Find all entities by organization_id, provider, status. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> list[TaskManagementConnection]: ...
    def find_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionFind],
    ) -> TaskManagementConnection | None:
        """Find the first entity by organization_id, provider, status. Takes the options of `all`."""

class AsyncTaskManagementConnectionCollection(AsyncBaseCollection[AsyncTaskManagementConnection, _TaskManagementConnectionItems, _TaskManagementConnectionKeys, TaskManagementConnectionAttributes, _TaskManagementConnectionName, _TaskManagementConnectionInclude]):  # fmt: skip
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

    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionModel]
    ) -> AsyncTaskManagementConnection | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionList]
    ) -> list[AsyncTaskManagementConnection]: ...
    async def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_TaskManagementConnectionFind]
    ) -> AsyncTaskManagementConnection | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> AsyncTaskManagementConnection | None:
        """Find all entities by organization_id, provider. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def all_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> list[AsyncTaskManagementConnection]: ...
    async def find_by_organization_id_and_provider(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        **options: Unpack[_TaskManagementConnectionFind],
    ) -> AsyncTaskManagementConnection | None:
        """Find the first entity by organization_id, provider. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> AsyncTaskManagementConnection | None:
        """Find all entities by organization_id, provider, status. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def all_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> list[AsyncTaskManagementConnection]: ...
    async def find_by_organization_id_and_provider_and_status(
        self,
        organization_id: str | UUID,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionFind],
    ) -> AsyncTaskManagementConnection | None:
        """Find the first entity by organization_id, provider, status. Takes the options of `all`."""

def validate_metadata(provider: str, metadata: Mapping[str, Any] | None = None) -> None: ...

schema: Schema
