# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.ticket import AsyncTicket, Ticket, _TicketInclude
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_TicketSuggestionName: TypeAlias = Literal[
    "ticket_suggestion_id", "created_at", "updated_at", "updated_by", "ticket_id", "suggestion_id",
    "opportunity_id", "created_by"
]
_TicketSuggestionInclude: TypeAlias = Literal[
    "ticket", "ticket.organization", "ticket.task_management_connection",
    "ticket.task_management_connection.organization", "ticket.opportunity", "ticket.opportunity.site",
    "ticket.opportunity.audit", "ticket.opportunity.latest_audit", "ticket.ticket_suggestions"
]
_TicketSuggestionItems: TypeAlias = TicketSuggestionItem | TicketSuggestionJsonItem
_TicketSuggestionKeys: TypeAlias = TicketSuggestionValues | TicketSuggestionJsonValues
_TicketSuggestionFind: TypeAlias = FindOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]
_TicketSuggestionModel: TypeAlias = ModelOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]
_TicketSuggestionCursor: TypeAlias = CursorOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]
_TicketSuggestionList: TypeAlias = ListOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]
# fmt: on

@type_check_only
class _TicketSuggestionOptional(TypedDict, total=False):
    ticket_suggestion_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime | None
    updated_by: str | None

@type_check_only
class TicketSuggestionItem(_TicketSuggestionOptional):
    """An item of `create`, by Python name."""

    ticket_id: str | UUID
    suggestion_id: str
    opportunity_id: str
    created_by: str

@type_check_only
class TicketSuggestionValues(_TicketSuggestionOptional, total=False):
    """Values of some attributes, by Python name."""

    ticket_id: str | UUID
    suggestion_id: str
    opportunity_id: str
    created_by: str

@type_check_only
class _TicketSuggestionJsonOptional(TypedDict, total=False):
    ticketSuggestionId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime | None
    updatedBy: str | None

@type_check_only
class TicketSuggestionJsonItem(_TicketSuggestionJsonOptional):
    """An item of `create`, by JSON name."""

    ticketId: str | UUID
    suggestionId: str
    opportunityId: str
    createdBy: str

@type_check_only
class TicketSuggestionJsonValues(_TicketSuggestionJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    ticketId: str | UUID
    suggestionId: str
    opportunityId: str
    createdBy: str

@type_check_only
class TicketSuggestionAttributes:
    """The ``attrs`` of a ``where`` callback."""

    ticket_suggestion_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    ticket_id: Column
    suggestion_id: Column
    opportunity_id: Column
    created_by: Column

    def __getitem__(self, column: str) -> Column: ...

class _TicketSuggestionFields:
    def get_ticket_suggestion_id(self) -> str:
        """Return ticket_suggestion_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str | None:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def get_ticket_id(self) -> str:
        """Return ticket_id."""

    def get_suggestion_id(self) -> str:
        """Return suggestion_id."""

    def get_opportunity_id(self) -> str:
        """Return opportunity_id."""

    def get_created_by(self) -> str:
        """Return created_by."""

class TicketSuggestion(_TicketSuggestionFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def get_ticket(self, *, include: Sequence[_TicketInclude] = ()) -> Ticket | None:
        """Return the Ticket that this entity belongs to, or None."""

class AsyncTicketSuggestion(_TicketSuggestionFields, AsyncBaseModel):
    """A suggestion that a ticket was created for.

    Append-only: the database grants no update. Remove and create a link to correct it. A suggestion has at
    most one ticket (UNIQUE suggestion_id): creating a second link for it raises ConflictError.
    """

    ENTITY_NAME: ClassVar[str]

    async def get_ticket(self, *, include: Sequence[_TicketInclude] = ()) -> AsyncTicket | None:
        """Return the Ticket that this entity belongs to, or None."""

class TicketSuggestionCollection(BaseCollection[TicketSuggestion, _TicketSuggestionItems, _TicketSuggestionKeys, TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_by_suggestion_ids(self, suggestion_ids: Sequence[str]) -> list[TicketSuggestion]: ...
    def all_by_ticket_ids(self, ticket_ids: Sequence[str]) -> list[TicketSuggestion]: ...
    @overload
    def all_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionModel]
    ) -> TicketSuggestion | None:
        """Find all entities by ticket_id. Takes the options of `all`."""

    @overload
    def all_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[TicketSuggestion]: ...
    @overload
    def all_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionList]
    ) -> list[TicketSuggestion]: ...
    def find_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionFind]
    ) -> TicketSuggestion | None:
        """Find the first entity by ticket_id. Takes the options of `all`."""

    @overload
    def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionModel]
    ) -> TicketSuggestion | None:
        """Find all entities by ticket_id, created_at. Takes the options of `all`."""

    @overload
    def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[TicketSuggestion]: ...
    @overload
    def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionList]
    ) -> list[TicketSuggestion]: ...
    def find_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionFind]
    ) -> TicketSuggestion | None:
        """Find the first entity by ticket_id, created_at. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionModel]
    ) -> TicketSuggestion | None:
        """Find all entities by suggestion_id. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[TicketSuggestion]: ...
    @overload
    def all_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionList]
    ) -> list[TicketSuggestion]: ...
    def find_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionFind]
    ) -> TicketSuggestion | None:
        """Find the first entity by suggestion_id. Takes the options of `all`."""

class AsyncTicketSuggestionCollection(AsyncBaseCollection[AsyncTicketSuggestion, _TicketSuggestionItems, _TicketSuggestionKeys, TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]):  # fmt: skip
    """The collection of links."""

    COLLECTION_NAME: ClassVar[str]

    async def all_by_suggestion_ids(self, suggestion_ids: Sequence[str]) -> list[AsyncTicketSuggestion]:
        """Find the links of suggestions, to see which already have a ticket.

        Args:
            suggestion_ids: Any number of IDs; duplicates are ignored. 50 are sent per request.

        Returns:
            The links, at most one for each suggestion, in no particular order.

        Raises:
            ValidationError: ``suggestion_ids`` is not a list of strings.
            DataAccessError: As for `all`.
        """

    async def all_by_ticket_ids(self, ticket_ids: Sequence[str]) -> list[AsyncTicketSuggestion]:
        """Find the links of tickets.

        Args:
            ticket_ids: Any number of IDs; duplicates are ignored. 50 are sent per request.

        Returns:
            The links, in no particular order.

        Raises:
            ValidationError: ``ticket_ids`` is not a list of UUIDs.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionModel]
    ) -> AsyncTicketSuggestion | None:
        """Find all entities by ticket_id. Takes the options of `all`."""

    @overload
    async def all_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def all_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionList]
    ) -> list[AsyncTicketSuggestion]: ...
    async def find_by_ticket_id(
        self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionFind]
    ) -> AsyncTicketSuggestion | None:
        """Find the first entity by ticket_id. Takes the options of `all`."""

    @overload
    async def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionModel]
    ) -> AsyncTicketSuggestion | None:
        """Find all entities by ticket_id, created_at. Takes the options of `all`."""

    @overload
    async def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionList]
    ) -> list[AsyncTicketSuggestion]: ...
    async def find_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionFind]
    ) -> AsyncTicketSuggestion | None:
        """Find the first entity by ticket_id, created_at. Takes the options of `all`."""

    @overload
    async def all_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionModel]
    ) -> AsyncTicketSuggestion | None:
        """Find all entities by suggestion_id. Takes the options of `all`."""

    @overload
    async def all_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionCursor]
    ) -> Page[AsyncTicketSuggestion]: ...
    @overload
    async def all_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionList]
    ) -> list[AsyncTicketSuggestion]: ...
    async def find_by_suggestion_id(
        self, suggestion_id: str, **options: Unpack[_TicketSuggestionFind]
    ) -> AsyncTicketSuggestion | None:
        """Find the first entity by suggestion_id. Takes the options of `all`."""

schema: Schema
