# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
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
from spacecat_shared_data_access.models.opportunity import AsyncOpportunity, Opportunity, _OpportunityInclude
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.models.task_management_connection import (
    AsyncTaskManagementConnection,
    TaskManagementConnection,
    _TaskManagementConnectionInclude,
)
from spacecat_shared_data_access.models.ticket_suggestion import (
    AsyncTicketSuggestion,
    TicketSuggestion,
    _TicketSuggestionCursor,
    _TicketSuggestionList,
    _TicketSuggestionModel,
)
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_TicketName: TypeAlias = Literal[
    "ticket_id", "created_at", "updated_at", "updated_by", "organization_id",
    "task_management_connection_id", "opportunity_id", "external_ticket_id", "ticket_key", "ticket_url",
    "ticket_status", "ticket_provider", "created_by"
]
_TicketInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "task_management_connection",
    "task_management_connection.organization", "task_management_connection.tickets", "opportunity",
    "opportunity.site", "opportunity.site.organization", "opportunity.audit", "opportunity.audit.site",
    "opportunity.latest_audit", "opportunity.latest_audit.site", "opportunity.suggestions",
    "opportunity.fix_entities", "ticket_suggestions"
]
_TicketItems: TypeAlias = TicketItem | TicketJsonItem
_TicketKeys: TypeAlias = TicketValues | TicketJsonValues
_TicketFind: TypeAlias = FindOptions[TicketAttributes, _TicketName, _TicketInclude]
_TicketModel: TypeAlias = ModelOptions[TicketAttributes, _TicketName, _TicketInclude]
_TicketCursor: TypeAlias = CursorOptions[TicketAttributes, _TicketName, _TicketInclude]
_TicketList: TypeAlias = ListOptions[TicketAttributes, _TicketName, _TicketInclude]
# fmt: on

@type_check_only
class _TicketOptional(TypedDict, total=False):
    ticket_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    opportunity_id: str | UUID | None
    ticket_status: str | None

@type_check_only
class TicketItem(_TicketOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    task_management_connection_id: str | UUID
    external_ticket_id: str
    ticket_key: str
    ticket_url: str
    ticket_provider: str
    created_by: str

@type_check_only
class TicketValues(_TicketOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    task_management_connection_id: str | UUID
    external_ticket_id: str
    ticket_key: str
    ticket_url: str
    ticket_provider: str
    created_by: str

@type_check_only
class _TicketJsonOptional(TypedDict, total=False):
    ticketId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    opportunityId: str | UUID | None
    ticketStatus: str | None

@type_check_only
class TicketJsonItem(_TicketJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    taskManagementConnectionId: str | UUID
    externalTicketId: str
    ticketKey: str
    ticketUrl: str
    ticketProvider: str
    createdBy: str

@type_check_only
class TicketJsonValues(_TicketJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    taskManagementConnectionId: str | UUID
    externalTicketId: str
    ticketKey: str
    ticketUrl: str
    ticketProvider: str
    createdBy: str

class _TicketProperties:
    ticket_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    task_management_connection_id: ReadOnly[str]
    opportunity_id: Writable[str | None, str | UUID | None]
    external_ticket_id: ReadOnly[str]
    ticket_key: ReadOnly[str]
    ticket_url: ReadOnly[str]
    ticket_status: Writable[str | None, str | None]
    ticket_provider: ReadOnly[str]
    created_by: ReadOnly[str]

@type_check_only
class TicketAttributes(_TicketProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _TicketFindBy(FindOptions[TicketAttributes, _TicketName, _TicketInclude], TicketValues, total=False): ...
class _TicketModelBy(ModelOptions[TicketAttributes, _TicketName, _TicketInclude], TicketValues, total=False): ...
class _TicketCursorBy(CursorOptions[TicketAttributes, _TicketName, _TicketInclude], TicketValues, total=False): ...
class _TicketListBy(ListOptions[TicketAttributes, _TicketName, _TicketInclude], TicketValues, total=False): ...
class _TicketPageBy(PageOptions[TicketAttributes, _TicketName, _TicketInclude], TicketValues, total=False): ...

class _TicketUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    opportunity_id: str | UUID | None
    ticket_status: str | None

class _TicketFields(_TicketProperties):
    def get_ticket_id(self) -> str:
        """Return ticket_id."""

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
    def get_task_management_connection_id(self) -> str:
        """Return task_management_connection_id."""

    def get_opportunity_id(self) -> str | None:
        """Return opportunity_id, or None."""

    def set_opportunity_id(self, value: str | UUID | None) -> Self: ...
    def get_external_ticket_id(self) -> str:
        """Return external_ticket_id."""

    def get_ticket_key(self) -> str:
        """Return ticket_key."""

    def get_ticket_url(self) -> str:
        """Return ticket_url."""

    def get_ticket_status(self) -> str | None:
        """Return ticket_status, or None."""

    def set_ticket_status(self, value: str | None) -> Self: ...
    def get_ticket_provider(self) -> str:
        """Return ticket_provider."""

    def get_created_by(self) -> str:
        """Return created_by."""

class Ticket(_TicketFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def update(self, **values: Unpack[_TicketUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    def get_task_management_connection(
        self, *, include: Sequence[_TaskManagementConnectionInclude] = ()
    ) -> TaskManagementConnection | None:
        """Return the TaskManagementConnection that this entity belongs to, or None."""

    def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> Opportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

    @overload
    def get_ticket_suggestions(self, **options: Unpack[_TicketSuggestionModel]) -> TicketSuggestion | None:
        """Return all of this entity's TicketSuggestion children. Takes the options of `all`."""

    @overload
    def get_ticket_suggestions(self, **options: Unpack[_TicketSuggestionCursor]) -> Page[TicketSuggestion]: ...
    @overload
    def get_ticket_suggestions(self, **options: Unpack[_TicketSuggestionList]) -> list[TicketSuggestion]: ...
    @overload
    def get_ticket_suggestions_by_created_at(
        self, created_at: str | datetime, **options: Unpack[_TicketSuggestionModel]
    ) -> TicketSuggestion | None:
        """Return all of this entity's TicketSuggestion children by created_at. Takes the options of `all`."""

    @overload
    def get_ticket_suggestions_by_created_at(
        self, created_at: str | datetime, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[TicketSuggestion]: ...
    @overload
    def get_ticket_suggestions_by_created_at(
        self, created_at: str | datetime, **options: Unpack[_TicketSuggestionList]
    ) -> list[TicketSuggestion]: ...

class AsyncTicket(_TicketFields, AsyncBaseModel):
    """An issue that was created at the provider of a connection.

    ``external_ticket_id`` is the provider's ID, for API calls; ``ticket_key`` (``ASO-42``) and ``ticket_url``
    are for display. ``ticket_status`` is None until it is synchronized with the provider. Removing a ticket
    also removes its ticket suggestions.
    """

    ENTITY_NAME: ClassVar[str]

    async def update(self, **values: Unpack[_TicketUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    async def get_task_management_connection(
        self, *, include: Sequence[_TaskManagementConnectionInclude] = ()
    ) -> AsyncTaskManagementConnection | None:
        """Return the TaskManagementConnection that this entity belongs to, or None."""

    async def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> AsyncOpportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

    @overload
    async def get_ticket_suggestions(self, **options: Unpack[_TicketSuggestionModel]) -> AsyncTicketSuggestion | None:
        """Return all of this entity's TicketSuggestion children. Takes the options of `all`."""

    @overload
    async def get_ticket_suggestions(
        self, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def get_ticket_suggestions(self, **options: Unpack[_TicketSuggestionList]) -> list[AsyncTicketSuggestion]: ...
    @overload
    async def get_ticket_suggestions_by_created_at(
        self, created_at: str | datetime, **options: Unpack[_TicketSuggestionModel]
    ) -> AsyncTicketSuggestion | None:
        """Return all of this entity's TicketSuggestion children by created_at. Takes the options of `all`."""

    @overload
    async def get_ticket_suggestions_by_created_at(
        self, created_at: str | datetime, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def get_ticket_suggestions_by_created_at(
        self, created_at: str | datetime, **options: Unpack[_TicketSuggestionList]
    ) -> list[AsyncTicketSuggestion]: ...

class _TicketFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _TicketKeys | None = None, **options: Unpack[_TicketModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _TicketKeys | None = None, **options: Unpack[_TicketCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _TicketKeys | None = None, **options: Unpack[_TicketListBy]) -> _List: ...
    def first(self, keys: _TicketKeys | None = None, **options: Unpack[_TicketFindBy]) -> _One: ...
    def page(
        self,
        keys: _TicketKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_TicketPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _TicketKeys | None = None,
        *,
        where: Callable[[TicketAttributes, Operators], Expression | None] | None = None,
        between: tuple[_TicketName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[TicketValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _TicketKeys | None = None, *, limit: int | None = None, **options: Unpack[_TicketFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _TicketItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _TicketName | Sequence[_TicketName] | None = None,
        **values: Unpack[TicketValues],
    ) -> _New: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TicketModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TicketCursor]) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TicketList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TicketFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id(
        self, task_management_connection_id: str | UUID, **options: Unpack[_TicketModel]
    ) -> _One:
        """Find all entities by task_management_connection_id. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id(
        self, task_management_connection_id: str | UUID, **options: Unpack[_TicketCursor]
    ) -> _Page: ...
    @overload
    def all_by_task_management_connection_id(
        self, task_management_connection_id: str | UUID, **options: Unpack[_TicketList]
    ) -> _List: ...
    def find_by_task_management_connection_id(
        self, task_management_connection_id: str | UUID, **options: Unpack[_TicketFind]
    ) -> _One:
        """Find the first entity by task_management_connection_id. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id_and_updated_at(
        self, task_management_connection_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketModel]
    ) -> _One:
        """Find all entities by task_management_connection_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_task_management_connection_id_and_updated_at(
        self, task_management_connection_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketCursor]
    ) -> _Page: ...
    @overload
    def all_by_task_management_connection_id_and_updated_at(
        self, task_management_connection_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketList]
    ) -> _List: ...
    def find_by_task_management_connection_id_and_updated_at(
        self, task_management_connection_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TicketFind]
    ) -> _One:
        """Find the first entity by task_management_connection_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_TicketModel]) -> _One:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_TicketCursor]) -> _Page: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_TicketList]) -> _List: ...
    def find_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_TicketFind]) -> _One:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_ticket_key(
        self, opportunity_id: str | UUID, ticket_key: str, **options: Unpack[_TicketModel]
    ) -> _One:
        """Find all entities by opportunity_id, ticket_key. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_ticket_key(
        self, opportunity_id: str | UUID, ticket_key: str, **options: Unpack[_TicketCursor]
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_ticket_key(
        self, opportunity_id: str | UUID, ticket_key: str, **options: Unpack[_TicketList]
    ) -> _List: ...
    def find_by_opportunity_id_and_ticket_key(
        self, opportunity_id: str | UUID, ticket_key: str, **options: Unpack[_TicketFind]
    ) -> _One:
        """Find the first entity by opportunity_id, ticket_key. Takes the options of `all`."""

class TicketCollection(_TicketFinders[Ticket | None, Page[Ticket], list[Ticket], Ticket, int, Iterator[Ticket]], BaseCollection[Ticket, _TicketItems, _TicketKeys, TicketAttributes, _TicketName, _TicketInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncTicketCollection(_TicketFinders[Coroutine[Any, Any, AsyncTicket | None], Coroutine[Any, Any, Page[AsyncTicket]], Coroutine[Any, Any, list[AsyncTicket]], Coroutine[Any, Any, AsyncTicket], Coroutine[Any, Any, int], AsyncIterator[AsyncTicket]], AsyncBaseCollection[AsyncTicket, _TicketItems, _TicketKeys, TicketAttributes, _TicketName, _TicketInclude]):  # fmt: skip
    """The collection of tickets."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
