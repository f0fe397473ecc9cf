# mypy: disable-error-code="overload-overlap, override"
"""The suggestion itself: model, collection, schema, and how its status may change."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Final,
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

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.base.transition_guard import AsyncStatusModel, StatusModel
from spacecat_shared_data_access.models.fix_entity import AsyncFixEntity, FixEntity
from spacecat_shared_data_access.models.fix_entity_suggestion import (
    AsyncFixEntitySuggestion,
    FixEntitySuggestion,
    FixEntitySuggestionAttributes,
    _FixEntitySuggestionName,
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
class SuggestionItem(TypedDict):
    """What `create` takes, by Python name."""

    suggestion_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    opportunity_id: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any
    kpi_deltas: NotRequired[Any]
    status: NotRequired[Suggestion.Status | str]
    skip_reason: NotRequired[Suggestion.SkipReason | str | None]
    skip_detail: NotRequired[str | None]

@type_check_only
class SuggestionValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    suggestion_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    opportunity_id: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any
    kpi_deltas: Any
    status: Suggestion.Status | str
    skip_reason: Suggestion.SkipReason | str | None
    skip_detail: str | None

@type_check_only
class SuggestionJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    suggestionId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    opportunityId: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any
    kpiDeltas: NotRequired[Any]
    status: NotRequired[Suggestion.Status | str]
    skipReason: NotRequired[Suggestion.SkipReason | str | None]
    skipDetail: NotRequired[str | None]

@type_check_only
class SuggestionJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    suggestionId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    opportunityId: str | UUID
    type: Suggestion.Type | str
    rank: float
    data: Any
    kpiDeltas: Any
    status: Suggestion.Status | str
    skipReason: Suggestion.SkipReason | str | None
    skipDetail: str | None

@type_check_only
class SuggestionAttributes:
    """What a where callback gets as ``attrs``."""

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

class _SuggestionFields:
    """The getters and setters of a `Suggestion`, blocking or not."""

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
    """One proposal to improve a site, found for an opportunity.

    ``data`` is what is proposed; its form depends on the opportunity's type (`validate_data`). ``rank``
    orders the suggestions of an opportunity. Removing a suggestion removes its links to fixes.
    """

    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        """How far a suggestion is. `SUGGESTION_TRANSITIONS` says which may follow which."""

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
        """What kind of change is proposed."""

        CODE_CHANGE = "CODE_CHANGE"
        CONTENT_UPDATE = "CONTENT_UPDATE"
        REDIRECT_UPDATE = "REDIRECT_UPDATE"
        METADATA_UPDATE = "METADATA_UPDATE"
        AI_INSIGHTS = "AI_INSIGHTS"
        CONFIG_UPDATE = "CONFIG_UPDATE"

    class SkipReason(StrEnum):
        """Why somebody skipped a suggestion."""

        ALREADY_IMPLEMENTED = "ALREADY_IMPLEMENTED"
        INACCURATE_OR_INCOMPLETE = "INACCURATE_OR_INCOMPLETE"
        TOO_RISKY = "TOO_RISKY"
        NO_REASON = "NO_REASON"
        OTHER = "OTHER"

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

    def get_opportunity(self) -> Opportunity | None:
        """Give the Opportunity that this entity belongs to, or None."""

    @overload
    def get_fix_entity_suggestions(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName]],
    ) -> FixEntitySuggestion | None:
        """Give all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    def get_fix_entity_suggestions(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName]],
    ) -> Page[FixEntitySuggestion]: ...
    @overload
    def get_fix_entity_suggestions(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName]],
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
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName]],
    ) -> AsyncFixEntitySuggestion | None:
        """Give all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    async def get_fix_entity_suggestions(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName]],
    ) -> Page[AsyncFixEntitySuggestion]: ...
    @overload
    async def get_fix_entity_suggestions(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName]],
    ) -> list[AsyncFixEntitySuggestion]: ...

SUGGESTION_CREATE: Final = None
"The status before creation: the key of `SUGGESTION_TRANSITIONS` that holds the first ones."
SUGGESTION_TRANSITIONS: Final[Mapping[Suggestion.Status | None, tuple[Suggestion.Status, ...]]]
"Which statuses may follow a status."
ISSUE_STATUSES: Final[tuple[Suggestion.Status, ...]]
"The statuses that a single issue in a suggestion's data may have."
ISSUE_SKIP_REASONS: Final[tuple[Suggestion.SkipReason, ...]]
"Why a single issue in a suggestion's data may be skipped."

def is_allowed_suggestion_transition(from_: str | None, to: str) -> bool:
    """Tell whether a suggestion's status may become another one.

    Args:
        from_: The present status; None for a suggestion that is being created.
        to: The status that it is to have.
    """

class SuggestionCollection(
    BaseCollection[
        Suggestion,
        SuggestionItem | SuggestionJsonItem,
        SuggestionValues | SuggestionJsonValues,
        SuggestionAttributes,
        _SuggestionName,
    ]
):
    """All suggestions."""

    COLLECTION_NAME: ClassVar[str]

    def bulk_update_status(self, suggestions: Sequence[Suggestion], status: str) -> Sequence[Suggestion]:
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

    def get_fix_entities_by_suggestion_id(self, suggestion_id: str | UUID | None = None) -> list[FixEntity]:
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
    def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Suggestion | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Page[Suggestion]: ...
    @overload
    def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> list[Suggestion]: ...
    def find_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        **options: Unpack[FindOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Suggestion | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Suggestion | None:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Page[Suggestion]: ...
    @overload
    def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> list[Suggestion]: ...
    def find_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        **options: Unpack[FindOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Suggestion | None:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Suggestion | None:
        """Find all entities by opportunity_id, status, rank. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Page[Suggestion]: ...
    @overload
    def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> list[Suggestion]: ...
    def find_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[FindOptions[SuggestionAttributes, _SuggestionName]],
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
        self,
        opportunity_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> AsyncSuggestion | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def all_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> list[AsyncSuggestion]: ...
    async def find_by_opportunity_id(
        self,
        opportunity_id: str | UUID,
        **options: Unpack[FindOptions[SuggestionAttributes, _SuggestionName]],
    ) -> AsyncSuggestion | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> AsyncSuggestion | None:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def all_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> list[AsyncSuggestion]: ...
    async def find_by_opportunity_id_and_status(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        **options: Unpack[FindOptions[SuggestionAttributes, _SuggestionName]],
    ) -> AsyncSuggestion | None:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> AsyncSuggestion | None:
        """Find all entities by opportunity_id, status, rank. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def all_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SuggestionAttributes, _SuggestionName]],
    ) -> list[AsyncSuggestion]: ...
    async def find_by_opportunity_id_and_status_and_rank(
        self,
        opportunity_id: str | UUID,
        status: Suggestion.Status | str,
        rank: float,
        **options: Unpack[FindOptions[SuggestionAttributes, _SuggestionName]],
    ) -> AsyncSuggestion | None:
        """Find the first entity by opportunity_id, status, rank. Takes the options of `all`."""

schema: Schema
