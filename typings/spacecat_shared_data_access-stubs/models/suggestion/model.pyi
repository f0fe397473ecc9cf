# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Final, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.guards import AsyncStatusModel, StatusModel
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.fix_entity import AsyncFixEntity, FixEntity
from spacecat_shared_data_access.models.fix_entity_suggestion import (
    AsyncFixEntitySuggestion,
    FixEntitySuggestion,
    _FixEntitySuggestionCursor,
    _FixEntitySuggestionList,
    _FixEntitySuggestionModel,
)
from spacecat_shared_data_access.models.opportunity import AsyncOpportunity, Opportunity, _OpportunityInclude
from spacecat_shared_data_access.models.suggestion.constants import SuggestionSkipReason, SuggestionStatus
from spacecat_shared_data_access.models.suggestion.data_schemas import DataSchema
from spacecat_shared_data_access.models.suggestion.projections import Projection
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SuggestionName: TypeAlias = Literal[
    "suggestion_id", "created_at", "updated_at", "updated_by", "opportunity_id", "type", "rank", "data",
    "kpi_deltas", "status", "skip_reason", "skip_detail"
]
_SuggestionInclude: TypeAlias = Literal[
    "opportunity", "opportunity.site", "opportunity.site.organization", "opportunity.audit",
    "opportunity.audit.site", "opportunity.latest_audit", "opportunity.latest_audit.site",
    "opportunity.suggestions", "opportunity.fix_entities", "fix_entity_suggestions",
    "fix_entity_suggestions.fix_entity"
]
_SuggestionItems: TypeAlias = SuggestionItem | SuggestionJsonItem
_SuggestionKeys: TypeAlias = SuggestionValues | SuggestionJsonValues
_SuggestionFind: TypeAlias = FindOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude]
_SuggestionModel: TypeAlias = ModelOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude]
_SuggestionCursor: TypeAlias = CursorOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude]
_SuggestionList: TypeAlias = ListOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude]
# fmt: on

@type_check_only
class _SuggestionOptional(TypedDict, total=False):
    suggestion_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    kpi_deltas: Any
    status: Suggestion.Status | str
    skip_reason: Suggestion.SkipReason | str | None
    skip_detail: str | None

@type_check_only
class SuggestionItem(_SuggestionOptional):
    """An item of `create`, by Python name."""

    opportunity_id: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any

@type_check_only
class SuggestionValues(_SuggestionOptional, total=False):
    """Values of some attributes, by Python name."""

    opportunity_id: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any

@type_check_only
class _SuggestionJsonOptional(TypedDict, total=False):
    suggestionId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    kpiDeltas: Any
    status: Suggestion.Status | str
    skipReason: Suggestion.SkipReason | str | None
    skipDetail: str | None

@type_check_only
class SuggestionJsonItem(_SuggestionJsonOptional):
    """An item of `create`, by JSON name."""

    opportunityId: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any

@type_check_only
class SuggestionJsonValues(_SuggestionJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    opportunityId: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any

class _SuggestionProperties:
    suggestion_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    opportunity_id: Writable[str, str | UUID]
    type: ReadOnly[Suggestion.Type | str]
    rank: Writable[float, float]
    data: Writable[Any, Any]
    kpi_deltas: Writable[Any, Any]
    status: Writable[Suggestion.Status | str, Suggestion.Status | str]
    skip_reason: Writable[Suggestion.SkipReason | str | None, Suggestion.SkipReason | str | None]
    skip_detail: Writable[str | None, str | None]

@type_check_only
class SuggestionAttributes(_SuggestionProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SuggestionFindBy(
    FindOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude], SuggestionValues, total=False
): ...
class _SuggestionModelBy(
    ModelOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude], SuggestionValues, total=False
): ...
class _SuggestionCursorBy(
    CursorOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude], SuggestionValues, total=False
): ...
class _SuggestionListBy(
    ListOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude], SuggestionValues, total=False
): ...
class _SuggestionPageBy(
    PageOptions[SuggestionAttributes, _SuggestionName, _SuggestionInclude], SuggestionValues, total=False
): ...

class _SuggestionUpdates(TypedDict, total=False):
    updated_by: str | None
    opportunity_id: str | UUID
    rank: float
    data: Any
    kpi_deltas: Any
    status: Suggestion.Status | str
    skip_reason: Suggestion.SkipReason | str | None
    skip_detail: str | None

class _SuggestionFields(_SuggestionProperties):
    def get_suggestion_id(self) -> str:
        """Return suggestion_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_opportunity_id(self) -> str:
        """Return opportunity_id."""

    def set_opportunity_id(self, value: str | UUID) -> Self: ...
    def get_type(self) -> Suggestion.Type | str:
        """Return type."""

    def get_rank(self) -> float:
        """Return rank."""

    def set_rank(self, value: float) -> Self: ...
    def get_data(self) -> Any:
        """Return data."""

    def set_data(self, value: Any) -> Self: ...
    def get_kpi_deltas(self) -> Any:
        """Return kpi_deltas, or None."""

    def set_kpi_deltas(self, value: Any) -> Self: ...
    def get_status(self) -> Suggestion.Status | str:
        """Return status."""

    def get_skip_reason(self) -> Suggestion.SkipReason | str | None:
        """Return skip_reason, or None."""

    def set_skip_reason(self, value: Suggestion.SkipReason | str | None) -> Self: ...
    def get_skip_detail(self) -> str | None:
        """Return skip_detail, or None."""

    def set_skip_detail(self, value: str | None) -> Self: ...

class Suggestion(_SuggestionFields, StatusModel):
    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = SuggestionStatus
    SkipReason: TypeAlias = SuggestionSkipReason

    class Type(StrEnum):
        CODE_CHANGE = "CODE_CHANGE"
        CONTENT_UPDATE = "CONTENT_UPDATE"
        REDIRECT_UPDATE = "REDIRECT_UPDATE"
        METADATA_UPDATE = "METADATA_UPDATE"
        AI_INSIGHTS = "AI_INSIGHTS"
        CONFIG_UPDATE = "CONFIG_UPDATE"

    TRANSITIONS: ClassVar[Mapping[Status | None, tuple[Status, ...]]]
    "The statuses that may follow each status; None is the status before creation."
    FIELD_TRANSFORMERS: ClassVar[Mapping[str, Callable[[Any], Any]]]
    DATA_SCHEMAS: ClassVar[Mapping[str, DataSchema]]
    FALLBACK_PROJECTION: ClassVar[Mapping[str, Projection]]

    @classmethod
    def get_projection(cls, opportunity_type: str | None, view_name: str = ...) -> Projection: ...
    @classmethod
    def validate_data(cls, data: Any, opportunity_type: str | None = None) -> None: ...
    def update(self, **values: Unpack[_SuggestionUpdates]) -> Self: ...
    def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> Opportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

    @overload
    def get_fix_entity_suggestions(self, **options: Unpack[_FixEntitySuggestionModel]) -> FixEntitySuggestion | None:
        """Return all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[FixEntitySuggestion]: ...
    @overload
    def get_fix_entity_suggestions(self, **options: Unpack[_FixEntitySuggestionList]) -> list[FixEntitySuggestion]: ...

class AsyncSuggestion(_SuggestionFields, AsyncStatusModel):
    """A proposal to improve a site, which belongs to an opportunity.

    ``data`` is the proposal; its structure depends on the opportunity's type (see `validate_data`). ``rank``
    orders the suggestions of an opportunity. Removing a suggestion also removes its links to fixes.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = SuggestionStatus
    SkipReason: TypeAlias = SuggestionSkipReason
    Type: TypeAlias = Suggestion.Type
    TRANSITIONS: ClassVar[Mapping[Status | None, tuple[Status, ...]]]
    "The statuses that may follow each status; None is the status before creation."
    FIELD_TRANSFORMERS: ClassVar[Mapping[str, Callable[[Any], Any]]]
    DATA_SCHEMAS: ClassVar[Mapping[str, DataSchema]]
    FALLBACK_PROJECTION: ClassVar[Mapping[str, Projection]]

    @classmethod
    def get_projection(cls, opportunity_type: str | None, view_name: str = ...) -> Projection:
        """Return the part of a suggestion's data that a view shows.

        Args:
            opportunity_type: Such as ``cwv``.
            view_name: The view; ``minimal`` is for listings.

        Returns:
            A copy of the projection: the fields to show, and the names of their `FIELD_TRANSFORMERS`. It is
            that of `FALLBACK_PROJECTION` if the type or its view is unknown.
        """

    @classmethod
    def validate_data(cls, data: Any, opportunity_type: str | None = None) -> None:
        """Check the data of a suggestion. It is not checked when a suggestion is created or saved.

        Args:
            data: The data to be stored.
            opportunity_type: Such as ``cwv``. Data of types without an entry in `DATA_SCHEMAS` is not
                checked.

        Raises:
            ValidationError: The data is invalid. The message gives the path to the first invalid value:
                ``Invalid data for opportunity type cwv: "issues[0].type" must be one of …``.
        """

    async def update(self, **values: Unpack[_SuggestionUpdates]) -> Self: ...
    async def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> AsyncOpportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

    @overload
    async def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionModel]
    ) -> AsyncFixEntitySuggestion | None:
        """Return all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    async def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[AsyncFixEntitySuggestion]: ...
    @overload
    async def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionList]
    ) -> list[AsyncFixEntitySuggestion]: ...

SUGGESTION_CREATE: Final = None
"The status before creation: the key of the first statuses in `SUGGESTION_TRANSITIONS`."
SUGGESTION_TRANSITIONS: Final[Mapping[Suggestion.Status | None, tuple[Suggestion.Status, ...]]]
"The statuses that may follow each status."
ISSUE_STATUSES: Final[tuple[Suggestion.Status, ...]]
"The statuses that an issue in a suggestion's data may have."
ISSUE_SKIP_REASONS: Final[tuple[Suggestion.SkipReason, ...]]
"The reasons for which an issue in a suggestion's data may be skipped."

def is_allowed_suggestion_transition(from_: str | None, to: str) -> bool: ...

class _SuggestionFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SuggestionKeys | None = None, **options: Unpack[_SuggestionModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _SuggestionKeys | None = None, **options: Unpack[_SuggestionCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _SuggestionKeys | None = None, **options: Unpack[_SuggestionListBy]) -> _List: ...
    def first(self, keys: _SuggestionKeys | None = None, **options: Unpack[_SuggestionFindBy]) -> _One: ...
    def page(
        self,
        keys: _SuggestionKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SuggestionPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SuggestionKeys | None = None,
        *,
        where: Callable[[SuggestionAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SuggestionName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SuggestionValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _SuggestionKeys | None = None, *, limit: int | None = None, **options: Unpack[_SuggestionFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _SuggestionItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SuggestionName | Sequence[_SuggestionName] | None = None,
        **values: Unpack[SuggestionValues],
    ) -> _New: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_SuggestionModel]) -> _One:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_SuggestionCursor]) -> _Page: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_SuggestionList]) -> _List: ...
    def find_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_SuggestionFind]) -> _One:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionModel]
    ) -> _One:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionCursor]
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionList]
    ) -> _List: ...
    def find_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionFind]
    ) -> _One:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionModel],
    ) -> _One:
        """Find all entities by opportunity_id, status, rank. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionCursor],
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionList],
    ) -> _List: ...
    def find_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionFind],
    ) -> _One:
        """Find the first entity by opportunity_id, status, rank. Takes the options of `all`."""

class SuggestionCollection(_SuggestionFinders[Suggestion | None, Page[Suggestion], list[Suggestion], Suggestion, int, Iterator[Suggestion]], BaseCollection[Suggestion, _SuggestionItems, _SuggestionKeys, SuggestionAttributes, _SuggestionName, _SuggestionInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def bulk_update_status(self, suggestions: Sequence[Suggestion], status: str) -> Sequence[Suggestion]: ...
    def get_fix_entities_by_suggestion_id(self, suggestion_id: str | UUID | None = None) -> list[FixEntity]: ...

class AsyncSuggestionCollection(_SuggestionFinders[Coroutine[Any, Any, AsyncSuggestion | None], Coroutine[Any, Any, Page[AsyncSuggestion]], Coroutine[Any, Any, list[AsyncSuggestion]], Coroutine[Any, Any, AsyncSuggestion], Coroutine[Any, Any, int], AsyncIterator[AsyncSuggestion]], AsyncBaseCollection[AsyncSuggestion, _SuggestionItems, _SuggestionKeys, SuggestionAttributes, _SuggestionName, _SuggestionInclude]):  # fmt: skip
    """The collection of suggestions."""

    COLLECTION_NAME: ClassVar[str]

    async def bulk_update_status(
        self, suggestions: Sequence[AsyncSuggestion], status: str
    ) -> Sequence[AsyncSuggestion]:
        """Set the status of several suggestions and save them, 25 per request.

        All attributes are saved, not only the changed ones.

        Args:
            suggestions: Models of this collection. The list may be empty.
            status: A `Suggestion.Status`.

        Returns:
            The suggestions.

        Raises:
            ValidationError: ``suggestions`` is not a list, or the status is unknown; or the transition of a
                suggestion is not allowed, and that is enforced. No request was sent.
            DataAccessError: The server rejected the request (``Failed to save many``).
            UnavailableError: The server was not reachable or not available.
        """

    async def get_fix_entities_by_suggestion_id(self, suggestion_id: str | UUID | None = None) -> list[AsyncFixEntity]:
        """Find the fixes of a suggestion.

        Args:
            suggestion_id: The suggestion's UUID.

        Returns:
            The fixes, in no particular order.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to get fix entities for suggestion``).
            UnavailableError: The server was not reachable or not available.
        """

schema: Schema
