# mypy: disable-error-code="overload-overlap, override"
"""Ticket: one issue made through a connection."""

from datetime import datetime
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
from spacecat_shared_data_access.models.opportunity import AsyncOpportunity, Opportunity
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization
from spacecat_shared_data_access.models.task_management_connection import (
    AsyncTaskManagementConnection,
    TaskManagementConnection,
)
from spacecat_shared_data_access.models.ticket_suggestion import (
    AsyncTicketSuggestion,
    TicketSuggestion,
    TicketSuggestionAttributes,
    _TicketSuggestionName,
)
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_TicketName: TypeAlias = Literal[
    "ticket_id",
    "created_at",
    "updated_at",
    "updated_by",
    "organization_id",
    "task_management_connection_id",
    "opportunity_id",
    "external_ticket_id",
    "ticket_key",
    "ticket_url",
    "ticket_status",
    "ticket_provider",
    "created_by",
]

@type_check_only
class TicketItem(TypedDict):
    """What `create` takes, by Python name."""

    ticket_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    organization_id: str | UUID
    task_management_connection_id: str | UUID
    opportunity_id: NotRequired[str | UUID | None]
    external_ticket_id: str
    ticket_key: str
    ticket_url: str
    ticket_status: NotRequired[str | None]
    ticket_provider: str
    created_by: str

@type_check_only
class TicketValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    ticket_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    organization_id: str | UUID
    task_management_connection_id: str | UUID
    opportunity_id: str | UUID | None
    external_ticket_id: str
    ticket_key: str
    ticket_url: str
    ticket_status: str | None
    ticket_provider: str
    created_by: str

@type_check_only
class TicketJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    ticketId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    organizationId: str | UUID
    taskManagementConnectionId: str | UUID
    opportunityId: NotRequired[str | UUID | None]
    externalTicketId: str
    ticketKey: str
    ticketUrl: str
    ticketStatus: NotRequired[str | None]
    ticketProvider: str
    createdBy: str

@type_check_only
class TicketJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    ticketId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    organizationId: str | UUID
    taskManagementConnectionId: str | UUID
    opportunityId: str | UUID | None
    externalTicketId: str
    ticketKey: str
    ticketUrl: str
    ticketStatus: str | None
    ticketProvider: str
    createdBy: str

@type_check_only
class TicketAttributes:
    """What a where callback gets as ``attrs``."""

    ticket_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    organization_id: Column
    task_management_connection_id: Column
    opportunity_id: Column
    external_ticket_id: Column
    ticket_key: Column
    ticket_url: Column
    ticket_status: Column
    ticket_provider: Column
    created_by: Column

    def __getitem__(self, column: str) -> Column: ...

class _TicketFields:
    """The getters and setters of a `Ticket`, blocking or not."""

    def get_ticket_id(self) -> str:
        """Give ticket_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_organization_id(self) -> str:
        """Give organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and give the model back. `save` stores it."""

    def get_task_management_connection_id(self) -> str:
        """Give task_management_connection_id."""

    def get_opportunity_id(self) -> str | None:
        """Give opportunity_id; None where there is none."""

    def set_opportunity_id(self, value: str | UUID | None) -> Self:
        """Set opportunity_id and give the model back. `save` stores it."""

    def get_external_ticket_id(self) -> str:
        """Give external_ticket_id."""

    def get_ticket_key(self) -> str:
        """Give ticket_key."""

    def get_ticket_url(self) -> str:
        """Give ticket_url."""

    def get_ticket_status(self) -> str | None:
        """Give ticket_status; None where there is none."""

    def set_ticket_status(self, value: str | None) -> Self:
        """Set ticket_status and give the model back. `save` stores it."""

    def get_ticket_provider(self) -> str:
        """Give ticket_provider."""

    def get_created_by(self) -> str:
        """Give created_by."""

class Ticket(_TicketFields, BaseModel):
    """One issue that a connection created with its provider.

    ``external_ticket_id`` is the provider's own id, for later calls; ``ticket_key`` (``ASO-42``) and
    ``ticket_url`` are for people. ``ticket_status`` is None until a sync with the provider fills it.
    Removing a ticket removes its ticket suggestions.
    """

    ENTITY_NAME: ClassVar[str]

    def get_organization(self) -> Organization | None:
        """Give the Organization that this entity belongs to, or None."""

    def get_task_management_connection(self) -> TaskManagementConnection | None:
        """Give the TaskManagementConnection that this entity belongs to, or None."""

    def get_opportunity(self) -> Opportunity | None:
        """Give the Opportunity that this entity belongs to, or None."""

    @overload
    def get_ticket_suggestions(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> TicketSuggestion | None:
        """Give all of this entity's TicketSuggestion children. Takes the options of `all`."""

    @overload
    def get_ticket_suggestions(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> Page[TicketSuggestion]: ...
    @overload
    def get_ticket_suggestions(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> list[TicketSuggestion]: ...
    @overload
    def get_ticket_suggestions_by_created_at(
        self,
        created_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> TicketSuggestion | None:
        """Give all of this entity's TicketSuggestion children by created_at. Takes the options of `all`."""

    @overload
    def get_ticket_suggestions_by_created_at(
        self,
        created_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> Page[TicketSuggestion]: ...
    @overload
    def get_ticket_suggestions_by_created_at(
        self,
        created_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> list[TicketSuggestion]: ...

class AsyncTicket(_TicketFields, AsyncBaseModel):
    """One issue that a connection created with its provider.

    ``external_ticket_id`` is the provider's own id, for later calls; ``ticket_key`` (``ASO-42``) and
    ``ticket_url`` are for people. ``ticket_status`` is None until a sync with the provider fills it.
    Removing a ticket removes its ticket suggestions.
    """

    ENTITY_NAME: ClassVar[str]

    async def get_organization(self) -> AsyncOrganization | None:
        """Give the Organization that this entity belongs to, or None."""

    async def get_task_management_connection(self) -> AsyncTaskManagementConnection | None:
        """Give the TaskManagementConnection that this entity belongs to, or None."""

    async def get_opportunity(self) -> AsyncOpportunity | None:
        """Give the Opportunity that this entity belongs to, or None."""

    @overload
    async def get_ticket_suggestions(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> AsyncTicketSuggestion | None:
        """Give all of this entity's TicketSuggestion children. Takes the options of `all`."""

    @overload
    async def get_ticket_suggestions(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def get_ticket_suggestions(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> list[AsyncTicketSuggestion]: ...
    @overload
    async def get_ticket_suggestions_by_created_at(
        self,
        created_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> AsyncTicketSuggestion | None:
        """Give all of this entity's TicketSuggestion children by created_at. Takes the options of `all`."""

    @overload
    async def get_ticket_suggestions_by_created_at(
        self,
        created_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def get_ticket_suggestions_by_created_at(
        self,
        created_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketSuggestionAttributes, _TicketSuggestionName]],
    ) -> list[AsyncTicketSuggestion]: ...

class TicketCollection(
    BaseCollection[
        Ticket, TicketItem | TicketJsonItem, TicketValues | TicketJsonValues, TicketAttributes, _TicketName
    ]
):
    """All tickets."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[Ticket]: ...
    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[Ticket]: ...
    def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[FindOptions[TicketAttributes, _TicketName]]
    ) -> Ticket | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[Ticket]: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[Ticket]: ...
    def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find all entities by task_management_connection_id. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[Ticket]: ...
    @overload
    def all_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[Ticket]: ...
    def find_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find the first entity by task_management_connection_id. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find all entities by task_management_connection_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[Ticket]: ...
    @overload
    def all_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[Ticket]: ...
    def find_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find the first entity by task_management_connection_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[Ticket]: ...
    @overload
    def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[Ticket]: ...
    def find_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[FindOptions[TicketAttributes, _TicketName]]
    ) -> Ticket | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find all entities by opportunity_id, ticket_key. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[Ticket]: ...
    @overload
    def all_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[Ticket]: ...
    def find_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> Ticket | None:
        """Find the first entity by opportunity_id, ticket_key. Takes the options of `all`."""

class AsyncTicketCollection(
    AsyncBaseCollection[
        AsyncTicket,
        TicketItem | TicketJsonItem,
        TicketValues | TicketJsonValues,
        TicketAttributes,
        _TicketName,
    ]
):
    """All tickets."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[AsyncTicket]: ...
    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[AsyncTicket]: ...
    async def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[FindOptions[TicketAttributes, _TicketName]]
    ) -> AsyncTicket | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[AsyncTicket]: ...
    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[AsyncTicket]: ...
    async def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find all entities by task_management_connection_id. Takes the options of `all`."""

    @overload
    async def all_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[AsyncTicket]: ...
    @overload
    async def all_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[AsyncTicket]: ...
    async def find_by_task_management_connection_id(
        self,
        task_management_connection_id: str | UUID,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find the first entity by task_management_connection_id. Takes the options of `all`."""

    @overload
    async def all_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find all entities by task_management_connection_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[AsyncTicket]: ...
    @overload
    async def all_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[AsyncTicket]: ...
    async def find_by_task_management_connection_id_and_updated_at(
        self,
        task_management_connection_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find the first entity by task_management_connection_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[AsyncTicket]: ...
    @overload
    async def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[AsyncTicket]: ...
    async def find_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[FindOptions[TicketAttributes, _TicketName]]
    ) -> AsyncTicket | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find all entities by opportunity_id, ticket_key. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> Page[AsyncTicket]: ...
    @overload
    async def all_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TicketAttributes, _TicketName]],
    ) -> list[AsyncTicket]: ...
    async def find_by_opportunity_id_and_ticket_key(
        self,
        opportunity_id: str | UUID,
        ticket_key: str,
        **options: Unpack[FindOptions[TicketAttributes, _TicketName]],
    ) -> AsyncTicket | None:
        """Find the first entity by opportunity_id, ticket_key. Takes the options of `all`."""

schema: Schema
