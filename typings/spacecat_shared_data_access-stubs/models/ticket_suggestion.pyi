# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.ticket import AsyncTicket, Ticket, _TicketInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _TicketSuggestionProperties:
    ticket_suggestion_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str | None]
    updated_by: ReadOnly[str | None]
    ticket_id: ReadOnly[str]
    suggestion_id: ReadOnly[str]
    opportunity_id: ReadOnly[str]
    created_by: ReadOnly[str]

@type_check_only
class TicketSuggestionAttributes(_TicketSuggestionProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _TicketSuggestionFindBy(
    FindOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude],
    TicketSuggestionValues,
    total=False,
): ...
class _TicketSuggestionModelBy(
    ModelOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude],
    TicketSuggestionValues,
    total=False,
): ...
class _TicketSuggestionCursorBy(
    CursorOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude],
    TicketSuggestionValues,
    total=False,
): ...
class _TicketSuggestionListBy(
    ListOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude],
    TicketSuggestionValues,
    total=False,
): ...
class _TicketSuggestionPageBy(
    PageOptions[TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude],
    TicketSuggestionValues,
    total=False,
): ...

class _TicketSuggestionFields(_TicketSuggestionProperties):
    def get_ticket_suggestion_id(self) -> str:
        """Return ticket_suggestion_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str | None:
        """Return updated_at, or None."""

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

class _TicketSuggestionFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _TicketSuggestionKeys | None = None, **options: Unpack[_TicketSuggestionModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _TicketSuggestionKeys | None = None, **options: Unpack[_TicketSuggestionCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _TicketSuggestionKeys | None = None, **options: Unpack[_TicketSuggestionListBy]
    ) -> _List: ...
    def first(self, keys: _TicketSuggestionKeys | None = None, **options: Unpack[_TicketSuggestionFindBy]) -> _One: ...
    def page(
        self,
        keys: _TicketSuggestionKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_TicketSuggestionPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _TicketSuggestionKeys | None = None,
        *,
        where: Callable[[TicketSuggestionAttributes, Operators], Expression | None] | None = None,
        between: tuple[_TicketSuggestionName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[TicketSuggestionValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _TicketSuggestionKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_TicketSuggestionFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _TicketSuggestionItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _TicketSuggestionName | Sequence[_TicketSuggestionName] | None = None,
        **values: Unpack[TicketSuggestionValues],
    ) -> _New: ...
    @overload
    def all_by_ticket_id(self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionModel]) -> _One:
        """Find all entities by ticket_id. Takes the options of `all`."""

    @overload
    def all_by_ticket_id(self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionCursor]) -> _Page: ...
    @overload
    def all_by_ticket_id(self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionList]) -> _List: ...
    def find_by_ticket_id(self, ticket_id: str | UUID, **options: Unpack[_TicketSuggestionFind]) -> _One:
        """Find the first entity by ticket_id. Takes the options of `all`."""

    @overload
    def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionModel]
    ) -> _One:
        """Find all entities by ticket_id, created_at. Takes the options of `all`."""

    @overload
    def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionCursor]
    ) -> _Page: ...
    @overload
    def all_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionList]
    ) -> _List: ...
    def find_by_ticket_id_and_created_at(
        self, ticket_id: str | UUID, created_at: str | datetime, **options: Unpack[_TicketSuggestionFind]
    ) -> _One:
        """Find the first entity by ticket_id, created_at. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id(self, suggestion_id: str, **options: Unpack[_TicketSuggestionModel]) -> _One:
        """Find all entities by suggestion_id. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id(self, suggestion_id: str, **options: Unpack[_TicketSuggestionCursor]) -> _Page: ...
    @overload
    def all_by_suggestion_id(self, suggestion_id: str, **options: Unpack[_TicketSuggestionList]) -> _List: ...
    def find_by_suggestion_id(self, suggestion_id: str, **options: Unpack[_TicketSuggestionFind]) -> _One:
        """Find the first entity by suggestion_id. Takes the options of `all`."""

class TicketSuggestionCollection(_TicketSuggestionFinders[TicketSuggestion | None, Page[TicketSuggestion], list[TicketSuggestion], TicketSuggestion, int, Iterator[TicketSuggestion]], BaseCollection[TicketSuggestion, _TicketSuggestionItems, _TicketSuggestionKeys, TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_by_suggestion_ids(self, suggestion_ids: Sequence[str]) -> list[TicketSuggestion]: ...
    def all_by_ticket_ids(self, ticket_ids: Sequence[str]) -> list[TicketSuggestion]: ...

class AsyncTicketSuggestionCollection(_TicketSuggestionFinders[Coroutine[Any, Any, AsyncTicketSuggestion | None], Coroutine[Any, Any, Page[AsyncTicketSuggestion]], Coroutine[Any, Any, list[AsyncTicketSuggestion]], Coroutine[Any, Any, AsyncTicketSuggestion], Coroutine[Any, Any, int], AsyncIterator[AsyncTicketSuggestion]], AsyncBaseCollection[AsyncTicketSuggestion, _TicketSuggestionItems, _TicketSuggestionKeys, TicketSuggestionAttributes, _TicketSuggestionName, _TicketSuggestionInclude]):  # fmt: skip
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

schema: Schema
