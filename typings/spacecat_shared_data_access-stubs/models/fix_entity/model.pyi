# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Final, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

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
from spacecat_shared_data_access.models.fix_entity.change_details import ChangeDetails
from spacecat_shared_data_access.models.fix_entity_suggestion import (
    AsyncFixEntitySuggestion,
    FixEntitySuggestion,
    _FixEntitySuggestionCursor,
    _FixEntitySuggestionList,
    _FixEntitySuggestionModel,
)
from spacecat_shared_data_access.models.opportunity import AsyncOpportunity, Opportunity, _OpportunityInclude
from spacecat_shared_data_access.models.suggestion import AsyncSuggestion, Suggestion

# fmt: off
_FixEntityName: TypeAlias = Literal[
    "fix_entity_id", "created_at", "updated_at", "updated_by", "opportunity_id", "type", "executed_by",
    "executed_at", "deployed_at", "published_at", "change_details", "status", "origin"
]
_FixEntityInclude: TypeAlias = Literal[
    "fix_entity_suggestions", "fix_entity_suggestions.suggestion", "opportunity", "opportunity.site",
    "opportunity.site.organization", "opportunity.audit", "opportunity.audit.site",
    "opportunity.latest_audit", "opportunity.latest_audit.site", "opportunity.suggestions",
    "opportunity.fix_entities"
]
_FixEntityItems: TypeAlias = FixEntityItem | FixEntityJsonItem
_FixEntityKeys: TypeAlias = FixEntityValues | FixEntityJsonValues
_FixEntityFind: TypeAlias = FindOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude]
_FixEntityModel: TypeAlias = ModelOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude]
_FixEntityCursor: TypeAlias = CursorOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude]
_FixEntityList: TypeAlias = ListOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude]
# fmt: on

@type_check_only
class _FixEntityOptional(TypedDict, total=False):
    fix_entity_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    executed_by: str | None
    executed_at: str | datetime | None
    deployed_at: str | datetime | None
    published_at: str | datetime | None
    status: FixEntity.Status | str
    origin: FixEntity.Origin | str | None

@type_check_only
class FixEntityItem(_FixEntityOptional):
    """An item of `create`, by Python name."""

    opportunity_id: str | UUID
    type: Suggestion.Type | str
    change_details: Any

@type_check_only
class FixEntityValues(_FixEntityOptional, total=False):
    """Values of some attributes, by Python name."""

    opportunity_id: str | UUID
    type: Suggestion.Type | str
    change_details: Any

@type_check_only
class _FixEntityJsonOptional(TypedDict, total=False):
    fixEntityId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    executedBy: str | None
    executedAt: str | datetime | None
    deployedAt: str | datetime | None
    publishedAt: str | datetime | None
    status: FixEntity.Status | str
    origin: FixEntity.Origin | str | None

@type_check_only
class FixEntityJsonItem(_FixEntityJsonOptional):
    """An item of `create`, by JSON name."""

    opportunityId: str | UUID
    type: Suggestion.Type | str
    changeDetails: Any

@type_check_only
class FixEntityJsonValues(_FixEntityJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    opportunityId: str | UUID
    type: Suggestion.Type | str
    changeDetails: Any

class _FixEntityProperties:
    fix_entity_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    opportunity_id: Writable[str, str | UUID]
    type: ReadOnly[Suggestion.Type | str]
    executed_by: Writable[str | None, str | None]
    executed_at: Writable[str | None, str | datetime | None]
    deployed_at: Writable[str | None, str | datetime | None]
    published_at: Writable[str | None, str | datetime | None]
    change_details: Writable[Any, Any]
    status: Writable[FixEntity.Status | str, FixEntity.Status | str]
    origin: Writable[FixEntity.Origin | str | None, FixEntity.Origin | str | None]

@type_check_only
class FixEntityAttributes(_FixEntityProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _FixEntityFindBy(
    FindOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude], FixEntityValues, total=False
): ...
class _FixEntityModelBy(
    ModelOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude], FixEntityValues, total=False
): ...
class _FixEntityCursorBy(
    CursorOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude], FixEntityValues, total=False
): ...
class _FixEntityListBy(
    ListOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude], FixEntityValues, total=False
): ...
class _FixEntityPageBy(
    PageOptions[FixEntityAttributes, _FixEntityName, _FixEntityInclude], FixEntityValues, total=False
): ...

class _FixEntityUpdates(TypedDict, total=False):
    updated_by: str | None
    opportunity_id: str | UUID
    executed_by: str | None
    executed_at: str | datetime | None
    deployed_at: str | datetime | None
    published_at: str | datetime | None
    change_details: Any
    status: FixEntity.Status | str
    origin: FixEntity.Origin | str | None

class _FixEntityFields(_FixEntityProperties):
    def get_fix_entity_id(self) -> str:
        """Return fix_entity_id."""

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

    def get_executed_by(self) -> str | None:
        """Return executed_by, or None."""

    def set_executed_by(self, value: str | None) -> Self: ...
    def get_executed_at(self) -> str | None:
        """Return executed_at, or None."""

    def set_executed_at(self, value: str | datetime | None) -> Self: ...
    def get_deployed_at(self) -> str | None:
        """Return deployed_at, or None."""

    def set_deployed_at(self, value: str | datetime | None) -> Self: ...
    def get_published_at(self) -> str | None:
        """Return published_at, or None."""

    def set_published_at(self, value: str | datetime | None) -> Self: ...
    def get_change_details(self) -> Any:
        """Return change_details."""

    def set_change_details(self, value: Any) -> Self: ...
    def get_status(self) -> FixEntity.Status | str:
        """Return status."""

    def get_origin(self) -> FixEntity.Origin | str | None:
        """Return origin, or None."""

    def set_origin(self, value: FixEntity.Origin | str | None) -> Self: ...

class FixEntity(_FixEntityFields, StatusModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    CHANGE_DETAILS: ClassVar[type[ChangeDetails]]

    class Status(StrEnum):
        PENDING = "PENDING"
        DEPLOYED = "DEPLOYED"
        PUBLISHED = "PUBLISHED"
        FAILED = "FAILED"
        ROLLED_BACK = "ROLLED_BACK"

    class Origin(StrEnum):
        SPACECAT = "spacecat"
        ASO = "aso"
        REPORTING = "reporting"

    TRANSITIONS: ClassVar[Mapping[Status | None, tuple[Status, ...]]]
    "The statuses that may follow each status; None is the status before creation."

    def get_suggestions(self) -> list[Suggestion]: ...
    def remove(self) -> Self: ...
    def update(self, **values: Unpack[_FixEntityUpdates]) -> Self: ...
    @overload
    def get_fix_entity_suggestions(self, **options: Unpack[_FixEntitySuggestionModel]) -> FixEntitySuggestion | None:
        """Return all of this entity's FixEntitySuggestion children. Takes the options of `all`."""

    @overload
    def get_fix_entity_suggestions(
        self, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[FixEntitySuggestion]: ...
    @overload
    def get_fix_entity_suggestions(self, **options: Unpack[_FixEntitySuggestionList]) -> list[FixEntitySuggestion]: ...
    def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> Opportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

class AsyncFixEntity(_FixEntityFields, AsyncStatusModel):
    """One fix for one or several suggestions of an opportunity.

    ``change_details`` has the changes: see `validate_change_details`. A fix is executed (``executed_at``),
    deployed to the author environment (``deployed_at``) and published (``published_at``).
    """

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    CHANGE_DETAILS: ClassVar[type[ChangeDetails]]
    Status: TypeAlias = FixEntity.Status
    Origin: TypeAlias = FixEntity.Origin
    TRANSITIONS: ClassVar[Mapping[Status | None, tuple[Status, ...]]]
    "The statuses that may follow each status; None is the status before creation."

    async def get_suggestions(self) -> list[AsyncSuggestion]:
        """Find the suggestions that the fix resolves.

        Returns:
            The suggestions, in unspecified order.

        Raises:
            DataAccessError: The server rejected the request (``Failed to get suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def remove(self) -> Self:
        """Remove the fix and its links to suggestions.

        If the fix is for a single issue (``change_details`` has its ``issueId``), the issue is first reset in
        the data of its suggestions: it becomes new and loses its fix. This does not happen if the fix is removed
        together with its opportunity.

        Raises:
            DataAccessError: As for `BaseModel.remove`. Or a suggestion could not be read or saved; the fix was
                not removed then.
            UnavailableError: As for `BaseModel.remove`.
        """

    async def update(self, **values: Unpack[_FixEntityUpdates]) -> Self: ...
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
    async def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> AsyncOpportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

FIX_ENTITY_CREATE: Final = None
"The status before creation: the key of the initial statuses in `FIX_ENTITY_TRANSITIONS`."
FIX_ENTITY_TRANSITIONS: Final[Mapping[FixEntity.Status | None, tuple[FixEntity.Status, ...]]]
"The statuses that may follow each status."

def is_allowed_fix_transition(from_: str | None, to: str | None) -> bool: ...
