# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Final,
    Literal,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.options import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.base.transition_guard import AsyncStatusModel, StatusModel
from spacecat_shared_data_access.models.fix_entity import AsyncFixEntity, FixEntity
from spacecat_shared_data_access.models.fix_entity_suggestion import (
    AsyncFixEntitySuggestion,
    FixEntitySuggestion,
    _FixEntitySuggestionCursor,
    _FixEntitySuggestionList,
    _FixEntitySuggestionModel,
)
from spacecat_shared_data_access.models.opportunity import AsyncOpportunity, Opportunity
from spacecat_shared_data_access.models.suggestion.data_schemas import DataSchema
from spacecat_shared_data_access.models.suggestion.projections import Projection
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_SuggestionName: TypeAlias = Literal[
    "suggestion_id",
    "created_at",
    "updated_at",
    "updated_by",
    "opportunity_id",
    "type",
    "rank",
    "data",
    "kpi_deltas",
    "status",
    "skip_reason",
    "skip_detail",
]

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

@type_check_only
class SuggestionAttributes:
    """The ``attrs`` of a ``where`` callback."""

    suggestion_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    opportunity_id: Column
    type: Column
    rank: Column
    data: Column
    kpi_deltas: Column
    status: Column
    skip_reason: Column
    skip_detail: Column

    def __getitem__(self, column: str) -> Column: ...

_SuggestionFind: TypeAlias = FindOptions[SuggestionAttributes, _SuggestionName]
_SuggestionModel: TypeAlias = ModelOptions[SuggestionAttributes, _SuggestionName]
_SuggestionCursor: TypeAlias = CursorOptions[SuggestionAttributes, _SuggestionName]
_SuggestionList: TypeAlias = ListOptions[SuggestionAttributes, _SuggestionName]

class _SuggestionFields:
    def get_suggestion_id(self) -> str:
        """Give suggestion_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_opportunity_id(self) -> str:
        """Give opportunity_id."""

    def set_opportunity_id(self, value: str | UUID) -> Self:
        """Set opportunity_id and give the model back. `save` stores it."""

    def get_type(self) -> Suggestion.Type | str:
        """Give type."""

    def get_rank(self) -> float:
        """Give rank."""

    def set_rank(self, value: float) -> Self:
        """Set rank and give the model back. `save` stores it."""

    def get_data(self) -> Any:
        """Give data."""

    def set_data(self, value: Any) -> Self:
        """Set data and give the model back. `save` stores it."""

    def get_kpi_deltas(self) -> Any:
        """Give kpi_deltas; None where there is none."""

    def set_kpi_deltas(self, value: Any) -> Self:
        """Set kpi_deltas and give the model back. `save` stores it."""

    def get_status(self) -> Suggestion.Status | str:
        """Give status."""

    def get_skip_reason(self) -> Suggestion.SkipReason | str | None:
        """Give skip_reason; None where there is none."""

    def set_skip_reason(self, value: Suggestion.SkipReason | str | None) -> Self:
        """Set skip_reason and give the model back. `save` stores it."""

    def get_skip_detail(self) -> str | None:
        """Give skip_detail; None where there is none."""

    def set_skip_detail(self, value: str | None) -> Self:
        """Set skip_detail and give the model back. `save` stores it."""

class Suggestion(_SuggestionFields, StatusModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        NEW = "NEW"
        APPROVED = "APPROVED"
        IN_PROGRESS = "IN_PROGRESS"
        SKIPPED = "SKIPPED"
        FIXED = "FIXED"
        ERROR = "ERROR"
        OUTDATED = "OUTDATED"
        PENDING_VALIDATION = "PENDING_VALIDATION"
        REJECTED = "REJECTED"

    class Type(StrEnum):
        CODE_CHANGE = "CODE_CHANGE"
        CONTENT_UPDATE = "CONTENT_UPDATE"
        REDIRECT_UPDATE = "REDIRECT_UPDATE"
        METADATA_UPDATE = "METADATA_UPDATE"
        AI_INSIGHTS = "AI_INSIGHTS"
        CONFIG_UPDATE = "CONFIG_UPDATE"

    class SkipReason(StrEnum):
        ALREADY_IMPLEMENTED = "ALREADY_IMPLEMENTED"
        INACCURATE_OR_INCOMPLETE = "INACCURATE_OR_INCOMPLETE"
        TOO_RISKY = "TOO_RISKY"
        NO_REASON = "NO_REASON"
        OTHER = "OTHER"

    FIELD_TRANSFORMERS: ClassVar[Mapping[str, Callable[[Any], Any]]]
    DATA_SCHEMAS: ClassVar[Mapping[str, DataSchema]]
    FALLBACK_PROJECTION: ClassVar[Mapping[str, Projection]]

    @classmethod
    def get_projection(cls, opportunity_type: str | None, view_name: str = ...) -> Projection: ...
    @classmethod
    def validate_data(cls, data: Any, opportunity_type: str | None = None) -> None: ...
    @staticmethod
    def is_allowed_transition(from_: str | None, to: str) -> bool: ...
    def get_opportunity(self) -> Opportunity | None:
        """Give the Opportunity that this entity belongs to, or None."""

    @overload
    def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionModel]
    ) -> FixEntitySuggestion | None:
        """Give all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[FixEntitySuggestion]: ...
    @overload
    def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionList]
    ) -> list[FixEntitySuggestion]: ...

class AsyncSuggestion(_SuggestionFields, AsyncStatusModel):
    """One proposal to improve a site, found for an opportunity.

    ``data`` is what is proposed; its form depends on the opportunity's type (`validate_data`). ``rank``
    orders the suggestions of an opportunity. Removing a suggestion removes its links to fixes.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = Suggestion.Status
    Type: TypeAlias = Suggestion.Type
    SkipReason: TypeAlias = Suggestion.SkipReason
    FIELD_TRANSFORMERS: ClassVar[Mapping[str, Callable[[Any], Any]]]
    DATA_SCHEMAS: ClassVar[Mapping[str, DataSchema]]
    FALLBACK_PROJECTION: ClassVar[Mapping[str, Projection]]

    @classmethod
    def get_projection(cls, opportunity_type: str | None, view_name: str = ...) -> Projection:
        """Say which part of a suggestion's data a view shows.

        Args:
            opportunity_type: Such as ``cwv``.
            view_name: The view; ``minimal`` is for listings.

        Returns:
            The keys to show and the `FIELD_TRANSFORMERS` for some of them; those of
            `FALLBACK_PROJECTION` where the type or its view is not described. A copy.
        """

    @classmethod
    def validate_data(cls, data: Any, opportunity_type: str | None = None) -> None:
        """Check a suggestion's data, for services that validate before anything is written.

        Creating and saving a suggestion does not do this by itself.

        Args:
            data: What is to be stored with the suggestion.
            opportunity_type: Such as ``cwv``. The data of a type that is not among `DATA_SCHEMAS` are
                not checked.

        Raises:
            ValidationError: Names the first value that is wrong, by its path:
                ``Invalid data for opportunity type cwv: "issues[0].type" must be one of …``.
        """

    @staticmethod
    def is_allowed_transition(from_: str | None, to: str) -> bool:
        """Tell whether one status may become another: see `is_allowed_suggestion_transition`."""

    async def get_opportunity(self) -> AsyncOpportunity | None:
        """Give the Opportunity that this entity belongs to, or None."""

    @overload
    async def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionModel]
    ) -> AsyncFixEntitySuggestion | None:
        """Give all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    async def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[AsyncFixEntitySuggestion]: ...
    @overload
    async def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionList]
    ) -> list[AsyncFixEntitySuggestion]: ...

SUGGESTION_CREATE: Final = None
"The status before creation: the key of `SUGGESTION_TRANSITIONS` that holds the first ones."
SUGGESTION_TRANSITIONS: Final[Mapping[Suggestion.Status | None, tuple[Suggestion.Status, ...]]]
"Which statuses may follow a status."
ISSUE_STATUSES: Final[tuple[Suggestion.Status, ...]]
"The statuses that a single issue in a suggestion's data may have."
ISSUE_SKIP_REASONS: Final[tuple[Suggestion.SkipReason, ...]]
"Why a single issue in a suggestion's data may be skipped."

def is_allowed_suggestion_transition(from_: str | None, to: str) -> bool: ...

class SuggestionCollection(
    BaseCollection[
        Suggestion,
        SuggestionItem | SuggestionJsonItem,
        SuggestionValues | SuggestionJsonValues,
        SuggestionAttributes,
        _SuggestionName,
    ]
):
    COLLECTION_NAME: ClassVar[str]

    def bulk_update_status(self, suggestions: Sequence[Suggestion], status: str) -> Sequence[Suggestion]: ...
    def get_fix_entities_by_suggestion_id(
        self, suggestion_id: str | UUID | None = None
    ) -> list[FixEntity]: ...
    @overload
    def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionModel]
    ) -> Suggestion | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionCursor]
    ) -> Page[Suggestion]: ...
    @overload
    def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionList]
    ) -> list[Suggestion]: ...
    def find_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionFind]
    ) -> Suggestion | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionModel]
    ) -> Suggestion | None:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        **options: Unpack[_SuggestionCursor],
    ) -> Page[Suggestion]: ...
    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionList]
    ) -> list[Suggestion]: ...
    def find_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionFind]
    ) -> Suggestion | None:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionModel],
    ) -> Suggestion | None:
        """Find all entities by opportunity_id, status, rank. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionCursor],
    ) -> Page[Suggestion]: ...
    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionList],
    ) -> list[Suggestion]: ...
    def find_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionFind],
    ) -> Suggestion | None:
        """Find the first entity by opportunity_id, status, rank. Takes the options of `all`."""

class AsyncSuggestionCollection(
    AsyncBaseCollection[
        AsyncSuggestion,
        SuggestionItem | SuggestionJsonItem,
        SuggestionValues | SuggestionJsonValues,
        SuggestionAttributes,
        _SuggestionName,
    ]
):
    """All suggestions."""

    COLLECTION_NAME: ClassVar[str]

    async def bulk_update_status(
        self, suggestions: Sequence[AsyncSuggestion], status: str
    ) -> Sequence[AsyncSuggestion]:
        """Give many suggestions a status and store them, whole, 25 in one request.

        Args:
            suggestions: Models of this collection. None at all is no error.
            status: A `Suggestion.Status`.

        Returns:
            The suggestions.

        Raises:
            ValidationError: It is no list, or no status; or the status may not follow that of one of
                them, and that is enforced. Nothing was sent.
            DataAccessError: The server refused (``Failed to save many``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def get_fix_entities_by_suggestion_id(
        self, suggestion_id: str | UUID | None = None
    ) -> list[AsyncFixEntity]:
        """Find the fixes that were made for a suggestion.

        Args:
            suggestion_id: The suggestion's UUID.

        Returns:
            The fixes that are there, in no order that could be relied on.

        Raises:
            ValidationError: The id is no UUID.
            DataAccessError: The server refused (``Failed to get fix entities for suggestion``).
            UnavailableError: The server could not be reached or could not answer.
        """

    @overload
    async def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionModel]
    ) -> AsyncSuggestion | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionCursor]
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionList]
    ) -> list[AsyncSuggestion]: ...
    async def find_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_SuggestionFind]
    ) -> AsyncSuggestion | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionModel]
    ) -> AsyncSuggestion | None:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        **options: Unpack[_SuggestionCursor],
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionList]
    ) -> list[AsyncSuggestion]: ...
    async def find_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: Suggestion.Status | str, **options: Unpack[_SuggestionFind]
    ) -> AsyncSuggestion | None:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionModel],
    ) -> AsyncSuggestion | None:
        """Find all entities by opportunity_id, status, rank. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionCursor],
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionList],
    ) -> list[AsyncSuggestion]: ...
    async def find_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[_SuggestionFind],
    ) -> AsyncSuggestion | None:
        """Find the first entity by opportunity_id, status, rank. Takes the options of `all`."""

schema: Schema
