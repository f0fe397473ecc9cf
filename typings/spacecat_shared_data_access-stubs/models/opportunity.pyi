# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Generic,
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

from spacecat_shared_data_access.models.audit import AsyncAudit, Audit, _AuditInclude
from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
    CreateResult,
)
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
from spacecat_shared_data_access.models.fix_entity import AsyncFixEntity, FixEntity
from spacecat_shared_data_access.models.fix_entity.model import _FixEntityCursor, _FixEntityList, _FixEntityModel
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.models.suggestion import AsyncSuggestion, Suggestion
from spacecat_shared_data_access.models.suggestion.model import _SuggestionCursor, _SuggestionList, _SuggestionModel
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.schema import Schema

@type_check_only
class AddedSuggestionItem(TypedDict):
    """An item for a new Suggestion of this Opportunity, by Python name."""

    suggestion_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    opportunity_id: NotRequired[str | UUID]
    type: Suggestion.Type | str
    rank: float
    data: Any
    kpi_deltas: NotRequired[Any]
    status: NotRequired[Suggestion.Status | str]
    skip_reason: NotRequired[Suggestion.SkipReason | str | None]
    skip_detail: NotRequired[str | None]

@type_check_only
class AddedSuggestionJsonItem(TypedDict):
    """An item for a new Suggestion of this Opportunity, by JSON name."""

    suggestionId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    opportunityId: NotRequired[str | UUID]
    type: Suggestion.Type | str
    rank: float
    data: Any
    kpiDeltas: NotRequired[Any]
    status: NotRequired[Suggestion.Status | str]
    skipReason: NotRequired[Suggestion.SkipReason | str | None]
    skipDetail: NotRequired[str | None]

@type_check_only
class AddedFixEntityItem(TypedDict):
    """An item for a new FixEntity of this Opportunity, by Python name."""

    fix_entity_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    opportunity_id: NotRequired[str | UUID]
    type: Suggestion.Type | str
    executed_by: NotRequired[str | None]
    executed_at: NotRequired[str | datetime | None]
    deployed_at: NotRequired[str | datetime | None]
    published_at: NotRequired[str | datetime | None]
    change_details: Any
    status: NotRequired[FixEntity.Status | str]
    origin: NotRequired[FixEntity.Origin | str | None]
    suggestions: list[str] | tuple[str, ...]

@type_check_only
class AddedFixEntityJsonItem(TypedDict):
    """An item for a new FixEntity of this Opportunity, by JSON name."""

    fixEntityId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    opportunityId: NotRequired[str | UUID]
    type: Suggestion.Type | str
    executedBy: NotRequired[str | None]
    executedAt: NotRequired[str | datetime | None]
    deployedAt: NotRequired[str | datetime | None]
    publishedAt: NotRequired[str | datetime | None]
    changeDetails: Any
    status: NotRequired[FixEntity.Status | str]
    origin: NotRequired[FixEntity.Origin | str | None]
    suggestions: list[str] | tuple[str, ...]

# fmt: off
_OpportunityName: TypeAlias = Literal[
    "opportunity_id", "created_at", "updated_at", "updated_by", "site_id", "audit_id", "latest_audit_id",
    "runbook", "type", "data", "origin", "title", "description", "status", "guidance", "tags",
    "last_audited_at", "scope_type", "scope_id"
]
_OpportunityInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "audit", "audit.site",
    "audit.site.organization", "audit.latest_audit", "audit.opportunities", "latest_audit",
    "latest_audit.site", "latest_audit.site.organization", "latest_audit.latest_audit",
    "latest_audit.opportunities", "suggestions", "suggestions.fix_entity_suggestions", "fix_entities",
    "fix_entities.fix_entity_suggestions"
]
_OpportunityItems: TypeAlias = OpportunityItem | OpportunityJsonItem
_OpportunityKeys: TypeAlias = OpportunityValues | OpportunityJsonValues
_OpportunityFind: TypeAlias = FindOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude]
_OpportunityModel: TypeAlias = ModelOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude]
_OpportunityCursor: TypeAlias = CursorOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude]
_OpportunityList: TypeAlias = ListOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude]
# fmt: on

@type_check_only
class _OpportunityOptional(TypedDict, total=False):
    opportunity_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    audit_id: str | UUID | None
    latest_audit_id: str | UUID | None
    runbook: str | None
    data: Any
    description: str | None
    status: Opportunity.Status | str
    guidance: Any
    tags: list[str] | tuple[str, ...] | set[str] | frozenset[str] | None
    last_audited_at: str | datetime | None
    scope_type: str | None
    scope_id: str | None

@type_check_only
class OpportunityItem(_OpportunityOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    type: str
    origin: Opportunity.Origin | str
    title: str

@type_check_only
class OpportunityValues(_OpportunityOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    type: str
    origin: Opportunity.Origin | str
    title: str

@type_check_only
class _OpportunityJsonOptional(TypedDict, total=False):
    opportunityId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    auditId: str | UUID | None
    latestAuditId: str | UUID | None
    runbook: str | None
    data: Any
    description: str | None
    status: Opportunity.Status | str
    guidance: Any
    tags: list[str] | tuple[str, ...] | set[str] | frozenset[str] | None
    lastAuditedAt: str | datetime | None
    scopeType: str | None
    scopeId: str | None

@type_check_only
class OpportunityJsonItem(_OpportunityJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    type: str
    origin: Opportunity.Origin | str
    title: str

@type_check_only
class OpportunityJsonValues(_OpportunityJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    type: str
    origin: Opportunity.Origin | str
    title: str

class _OpportunityProperties:
    opportunity_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    audit_id: Writable[str | None, str | UUID | None]
    latest_audit_id: Writable[str | None, str | UUID | None]
    runbook: Writable[str | None, str | None]
    type: ReadOnly[str]
    data: Writable[Any, Any]
    origin: Writable[Opportunity.Origin | str, Opportunity.Origin | str]
    title: Writable[str, str]
    description: Writable[str | None, str | None]
    status: Writable[Opportunity.Status | str, Opportunity.Status | str]
    guidance: Writable[Any, Any]
    tags: Writable[list[str] | None, list[str] | tuple[str, ...] | set[str] | frozenset[str] | None]
    last_audited_at: Writable[str | None, str | datetime | None]
    scope_type: Writable[str | None, str | None]
    scope_id: Writable[str | None, str | None]

@type_check_only
class OpportunityAttributes(_OpportunityProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _OpportunityFindBy(
    FindOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude], OpportunityValues, total=False
): ...
class _OpportunityModelBy(
    ModelOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude], OpportunityValues, total=False
): ...
class _OpportunityCursorBy(
    CursorOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude], OpportunityValues, total=False
): ...
class _OpportunityListBy(
    ListOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude], OpportunityValues, total=False
): ...
class _OpportunityPageBy(
    PageOptions[OpportunityAttributes, _OpportunityName, _OpportunityInclude], OpportunityValues, total=False
): ...

class _OpportunityUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    audit_id: str | UUID | None
    latest_audit_id: str | UUID | None
    runbook: str | None
    data: Any
    origin: Opportunity.Origin | str
    title: str
    description: str | None
    status: Opportunity.Status | str
    guidance: Any
    tags: list[str] | tuple[str, ...] | set[str] | frozenset[str] | None
    last_audited_at: str | datetime | None
    scope_type: str | None
    scope_id: str | None

class _OpportunityFields(_OpportunityProperties):
    def get_opportunity_id(self) -> str:
        """Return opportunity_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_audit_id(self) -> str | None:
        """Return audit_id, or None."""

    def set_audit_id(self, value: str | UUID | None) -> Self: ...
    def get_latest_audit_id(self) -> str | None:
        """Return latest_audit_id, or None."""

    def set_latest_audit_id(self, value: str | UUID | None) -> Self: ...
    def get_runbook(self) -> str | None:
        """Return runbook, or None."""

    def set_runbook(self, value: str | None) -> Self: ...
    def get_type(self) -> str:
        """Return type."""

    def get_data(self) -> Any:
        """Return data, or None."""

    def set_data(self, value: Any) -> Self: ...
    def get_origin(self) -> Opportunity.Origin | str:
        """Return origin."""

    def set_origin(self, value: Opportunity.Origin | str) -> Self: ...
    def get_title(self) -> str:
        """Return title."""

    def set_title(self, value: str) -> Self: ...
    def get_description(self) -> str | None:
        """Return description, or None."""

    def set_description(self, value: str | None) -> Self: ...
    def get_status(self) -> Opportunity.Status | str:
        """Return status."""

    def set_status(self, value: Opportunity.Status | str) -> Self: ...
    def get_guidance(self) -> Any:
        """Return guidance, or None."""

    def set_guidance(self, value: Any) -> Self: ...
    def get_tags(self) -> list[str] | None:
        """Return tags, or None."""

    def set_tags(self, value: list[str] | tuple[str, ...] | set[str] | frozenset[str] | None) -> Self: ...
    def get_last_audited_at(self) -> str | None:
        """Return last_audited_at, or None."""

    def set_last_audited_at(self, value: str | datetime | None) -> Self: ...
    def get_scope_type(self) -> str | None:
        """Return scope_type, or None."""

    def set_scope_type(self, value: str | None) -> Self: ...
    def get_scope_id(self) -> str | None:
        """Return scope_id, or None."""

    def set_scope_id(self, value: str | None) -> Self: ...

class Opportunity(_OpportunityFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Origin(StrEnum):
        ESS_OPS = "ESS_OPS"
        AI = "AI"
        AUTOMATION = "AUTOMATION"

    class Status(StrEnum):
        NEW = "NEW"
        IN_PROGRESS = "IN_PROGRESS"
        IGNORED = "IGNORED"
        RESOLVED = "RESOLVED"

    class ScopeType(StrEnum):
        SITE = "site"
        BRAND = "brand"

    def save(self, *, if_unchanged: bool = False) -> Self: ...
    def add_suggestions(
        self, suggestions: Sequence[AddedSuggestionItem | AddedSuggestionJsonItem]
    ) -> CreateResult[Suggestion]: ...
    def add_fix_entities(
        self, fix_entities: Sequence[AddedFixEntityItem | AddedFixEntityJsonItem]
    ) -> CreateResult[FixEntity]: ...
    def update(self, **values: Unpack[_OpportunityUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_audit(self, *, include: Sequence[_AuditInclude] = ()) -> Audit | None:
        """Return the Audit that this entity belongs to, or None."""

    def get_latest_audit(self, *, include: Sequence[_AuditInclude] = ()) -> Audit | None:
        """Return the LatestAudit that this entity belongs to, or None."""

    @overload
    def get_suggestions(self, **options: Unpack[_SuggestionModel]) -> Suggestion | None:
        """Return all of this entity's Suggestion children. Takes the options of `all`."""

    @overload
    def get_suggestions(self, **options: Unpack[_SuggestionCursor]) -> Page[Suggestion]: ...
    @overload
    def get_suggestions(self, **options: Unpack[_SuggestionList]) -> list[Suggestion]: ...
    @overload
    def get_suggestions_by_status(
        self, status: Suggestion.Status | str, **options: Unpack[_SuggestionModel]
    ) -> Suggestion | None:
        """Return all of this entity's Suggestion children by status. Takes the options of `all`."""

    @overload
    def get_suggestions_by_status(
        self, status: Suggestion.Status | str, **options: Unpack[_SuggestionCursor]
    ) -> Page[Suggestion]: ...
    @overload
    def get_suggestions_by_status(
        self, status: Suggestion.Status | str, **options: Unpack[_SuggestionList]
    ) -> list[Suggestion]: ...
    @overload
    def get_suggestions_by_status_and_rank(
        self, status: Suggestion.Status | str, rank: float, **options: Unpack[_SuggestionModel]
    ) -> Suggestion | None:
        """Return all of this entity's Suggestion children by status, rank. Takes the options of `all`."""

    @overload
    def get_suggestions_by_status_and_rank(
        self, status: Suggestion.Status | str, rank: float, **options: Unpack[_SuggestionCursor]
    ) -> Page[Suggestion]: ...
    @overload
    def get_suggestions_by_status_and_rank(
        self, status: Suggestion.Status | str, rank: float, **options: Unpack[_SuggestionList]
    ) -> list[Suggestion]: ...
    @overload
    def get_fix_entities(self, **options: Unpack[_FixEntityModel]) -> FixEntity | None:
        """Return all of this entity's FixEntity children. Takes the options of `all`."""

    @overload
    def get_fix_entities(self, **options: Unpack[_FixEntityCursor]) -> Page[FixEntity]: ...
    @overload
    def get_fix_entities(self, **options: Unpack[_FixEntityList]) -> list[FixEntity]: ...
    @overload
    def get_fix_entities_by_status(
        self, status: FixEntity.Status | str, **options: Unpack[_FixEntityModel]
    ) -> FixEntity | None:
        """Return all of this entity's FixEntity children by status. Takes the options of `all`."""

    @overload
    def get_fix_entities_by_status(
        self, status: FixEntity.Status | str, **options: Unpack[_FixEntityCursor]
    ) -> Page[FixEntity]: ...
    @overload
    def get_fix_entities_by_status(
        self, status: FixEntity.Status | str, **options: Unpack[_FixEntityList]
    ) -> list[FixEntity]: ...

class AsyncOpportunity(_OpportunityFields, AsyncBaseModel):
    """A possible improvement of a site, with suggestions how to make it.

    The scope, if set, is the site or brand that the opportunity concerns; its type and ID are set together.
    Removing an opportunity also removes its suggestions and fixes.
    """

    ENTITY_NAME: ClassVar[str]
    Origin: TypeAlias = Opportunity.Origin
    Status: TypeAlias = Opportunity.Status
    ScopeType: TypeAlias = Opportunity.ScopeType

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Save the changes. See `BaseModel.save`.

        Raises:
            ValidationError: Only one of ``scope_type`` and ``scope_id`` is present or was changed.
            DataAccessError: As for `BaseModel.save`.
        """

    async def add_suggestions(
        self, suggestions: Sequence[AddedSuggestionItem | AddedSuggestionJsonItem]
    ) -> CreateResult[AsyncSuggestion]:
        """Create several suggestions for this opportunity. See `create_many`.

        Args:
            suggestions: The values of each suggestion, by attribute name. The opportunity's ID is added.

        Returns:
            The created suggestions, and the rejected items with the opportunity's ID.

        Raises:
            ValidationError: There are no items.
            DataAccessError: The server rejected the request (``Failed to create many``).
            UnavailableError: The server was not reachable or not available.
        """

    async def add_fix_entities(
        self, fix_entities: Sequence[AddedFixEntityItem | AddedFixEntityJsonItem]
    ) -> CreateResult[AsyncFixEntity]:
        """Create several fixes for this opportunity, and link each to the suggestions that it fixes.

        Args:
            fix_entities: The values of each fix, by attribute name, with the IDs of its suggestions under
                ``suggestions``. The opportunity's ID is added.

        Returns:
            The created FixEntity models, and the rejected items as they were passed: those without
            suggestions, with unknown suggestions, or with invalid values.

        Raises:
            ValidationError: ``fix_entities`` is not a list.
            DataAccessError: The server rejected a request. The fixes may have been created without their
                links.
            UnavailableError: The server was not reachable or not available. The same applies.
        """

    async def update(self, **values: Unpack[_OpportunityUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_audit(self, *, include: Sequence[_AuditInclude] = ()) -> AsyncAudit | None:
        """Return the Audit that this entity belongs to, or None."""

    async def get_latest_audit(self, *, include: Sequence[_AuditInclude] = ()) -> AsyncAudit | None:
        """Return the LatestAudit that this entity belongs to, or None."""

    @overload
    async def get_suggestions(self, **options: Unpack[_SuggestionModel]) -> AsyncSuggestion | None:
        """Return all of this entity's Suggestion children. Takes the options of `all`."""

    @overload
    async def get_suggestions(self, **options: Unpack[_SuggestionCursor]) -> Page[AsyncSuggestion]: ...
    @overload
    async def get_suggestions(self, **options: Unpack[_SuggestionList]) -> list[AsyncSuggestion]: ...
    @overload
    async def get_suggestions_by_status(
        self, status: Suggestion.Status | str, **options: Unpack[_SuggestionModel]
    ) -> AsyncSuggestion | None:
        """Return all of this entity's Suggestion children by status. Takes the options of `all`."""

    @overload
    async def get_suggestions_by_status(
        self, status: Suggestion.Status | str, **options: Unpack[_SuggestionCursor]
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def get_suggestions_by_status(
        self, status: Suggestion.Status | str, **options: Unpack[_SuggestionList]
    ) -> list[AsyncSuggestion]: ...
    @overload
    async def get_suggestions_by_status_and_rank(
        self, status: Suggestion.Status | str, rank: float, **options: Unpack[_SuggestionModel]
    ) -> AsyncSuggestion | None:
        """Return all of this entity's Suggestion children by status, rank. Takes the options of `all`."""

    @overload
    async def get_suggestions_by_status_and_rank(
        self, status: Suggestion.Status | str, rank: float, **options: Unpack[_SuggestionCursor]
    ) -> Page[AsyncSuggestion]: ...
    @overload
    async def get_suggestions_by_status_and_rank(
        self, status: Suggestion.Status | str, rank: float, **options: Unpack[_SuggestionList]
    ) -> list[AsyncSuggestion]: ...
    @overload
    async def get_fix_entities(self, **options: Unpack[_FixEntityModel]) -> AsyncFixEntity | None:
        """Return all of this entity's FixEntity children. Takes the options of `all`."""

    @overload
    async def get_fix_entities(self, **options: Unpack[_FixEntityCursor]) -> Page[AsyncFixEntity]: ...
    @overload
    async def get_fix_entities(self, **options: Unpack[_FixEntityList]) -> list[AsyncFixEntity]: ...
    @overload
    async def get_fix_entities_by_status(
        self, status: FixEntity.Status | str, **options: Unpack[_FixEntityModel]
    ) -> AsyncFixEntity | None:
        """Return all of this entity's FixEntity children by status. Takes the options of `all`."""

    @overload
    async def get_fix_entities_by_status(
        self, status: FixEntity.Status | str, **options: Unpack[_FixEntityCursor]
    ) -> Page[AsyncFixEntity]: ...
    @overload
    async def get_fix_entities_by_status(
        self, status: FixEntity.Status | str, **options: Unpack[_FixEntityList]
    ) -> list[AsyncFixEntity]: ...

class _OpportunityFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _OpportunityKeys | None = None, **options: Unpack[_OpportunityModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _OpportunityKeys | None = None, **options: Unpack[_OpportunityCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _OpportunityKeys | None = None, **options: Unpack[_OpportunityListBy]) -> _List: ...
    def first(self, keys: _OpportunityKeys | None = None, **options: Unpack[_OpportunityFindBy]) -> _One: ...
    def page(
        self,
        keys: _OpportunityKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_OpportunityPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _OpportunityKeys | None = None,
        *,
        where: Callable[[OpportunityAttributes, Operators], Expression | None] | None = None,
        between: tuple[_OpportunityName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[OpportunityValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _OpportunityKeys | None = None, *, limit: int | None = None, **options: Unpack[_OpportunityFindBy]
    ) -> _Iter: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_OpportunityModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_OpportunityCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_OpportunityList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_OpportunityFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_status(
        self, site_id: str | UUID, status: Opportunity.Status | str, **options: Unpack[_OpportunityModel]
    ) -> _One:
        """Find all entities by site_id, status. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_status(
        self, site_id: str | UUID, status: Opportunity.Status | str, **options: Unpack[_OpportunityCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_status(
        self, site_id: str | UUID, status: Opportunity.Status | str, **options: Unpack[_OpportunityList]
    ) -> _List: ...
    def find_by_site_id_and_status(
        self, site_id: str | UUID, status: Opportunity.Status | str, **options: Unpack[_OpportunityFind]
    ) -> _One:
        """Find the first entity by site_id, status. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_status_and_updated_at(
        self,
        site_id: str | UUID,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_OpportunityModel],
    ) -> _One:
        """Find all entities by site_id, status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_status_and_updated_at(
        self,
        site_id: str | UUID,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_OpportunityCursor],
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_status_and_updated_at(
        self,
        site_id: str | UUID,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_OpportunityList],
    ) -> _List: ...
    def find_by_site_id_and_status_and_updated_at(
        self,
        site_id: str | UUID,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_OpportunityFind],
    ) -> _One:
        """Find the first entity by site_id, status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_OpportunityModel]) -> _One:
        """Find all entities by audit_id. Takes the options of `all`."""

    @overload
    def all_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_OpportunityCursor]) -> _Page: ...
    @overload
    def all_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_OpportunityList]) -> _List: ...
    def find_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_OpportunityFind]) -> _One:
        """Find the first entity by audit_id. Takes the options of `all`."""

    @overload
    def all_by_audit_id_and_updated_at(
        self, audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> _One:
        """Find all entities by audit_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_audit_id_and_updated_at(
        self, audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> _Page: ...
    @overload
    def all_by_audit_id_and_updated_at(
        self, audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> _List: ...
    def find_by_audit_id_and_updated_at(
        self, audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityFind]
    ) -> _One:
        """Find the first entity by audit_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_latest_audit_id(self, latest_audit_id: str | UUID, **options: Unpack[_OpportunityModel]) -> _One:
        """Find all entities by latest_audit_id. Takes the options of `all`."""

    @overload
    def all_by_latest_audit_id(self, latest_audit_id: str | UUID, **options: Unpack[_OpportunityCursor]) -> _Page: ...
    @overload
    def all_by_latest_audit_id(self, latest_audit_id: str | UUID, **options: Unpack[_OpportunityList]) -> _List: ...
    def find_by_latest_audit_id(self, latest_audit_id: str | UUID, **options: Unpack[_OpportunityFind]) -> _One:
        """Find the first entity by latest_audit_id. Takes the options of `all`."""

    @overload
    def all_by_latest_audit_id_and_updated_at(
        self, latest_audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> _One:
        """Find all entities by latest_audit_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_latest_audit_id_and_updated_at(
        self, latest_audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> _Page: ...
    @overload
    def all_by_latest_audit_id_and_updated_at(
        self, latest_audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> _List: ...
    def find_by_latest_audit_id_and_updated_at(
        self, latest_audit_id: str | UUID, updated_at: str | datetime, **options: Unpack[_OpportunityFind]
    ) -> _One:
        """Find the first entity by latest_audit_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_scope_id(self, scope_id: str, **options: Unpack[_OpportunityModel]) -> _One:
        """Find all entities by scope_id. Takes the options of `all`."""

    @overload
    def all_by_scope_id(self, scope_id: str, **options: Unpack[_OpportunityCursor]) -> _Page: ...
    @overload
    def all_by_scope_id(self, scope_id: str, **options: Unpack[_OpportunityList]) -> _List: ...
    def find_by_scope_id(self, scope_id: str, **options: Unpack[_OpportunityFind]) -> _One:
        """Find the first entity by scope_id. Takes the options of `all`."""

    @overload
    def all_by_scope_id_and_scope_type(
        self, scope_id: str, scope_type: str, **options: Unpack[_OpportunityModel]
    ) -> _One:
        """Find all entities by scope_id, scope_type. Takes the options of `all`."""

    @overload
    def all_by_scope_id_and_scope_type(
        self, scope_id: str, scope_type: str, **options: Unpack[_OpportunityCursor]
    ) -> _Page: ...
    @overload
    def all_by_scope_id_and_scope_type(
        self, scope_id: str, scope_type: str, **options: Unpack[_OpportunityList]
    ) -> _List: ...
    def find_by_scope_id_and_scope_type(
        self, scope_id: str, scope_type: str, **options: Unpack[_OpportunityFind]
    ) -> _One:
        """Find the first entity by scope_id, scope_type. Takes the options of `all`."""

class OpportunityCollection(_OpportunityFinders[Opportunity | None, Page[Opportunity], list[Opportunity], Opportunity, int, Iterator[Opportunity]], BaseCollection[Opportunity, _OpportunityItems, _OpportunityKeys, OpportunityAttributes, _OpportunityName, _OpportunityInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def create(
        self,
        item: _OpportunityItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _OpportunityName | Sequence[_OpportunityName] | None = None,
        **values: Unpack[OpportunityValues],
    ) -> Opportunity: ...
    def create_many(
        self, new_items: Sequence[_OpportunityItems], parent: BaseModel | None = None
    ) -> CreateResult[Opportunity]: ...
    def all_by_scope(self, scope_type: str | None = None, scope_id: Any = None) -> list[Opportunity]: ...
    def update_row(
        self, keys: _OpportunityKeys, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]: ...

class AsyncOpportunityCollection(_OpportunityFinders[Coroutine[Any, Any, AsyncOpportunity | None], Coroutine[Any, Any, Page[AsyncOpportunity]], Coroutine[Any, Any, list[AsyncOpportunity]], Coroutine[Any, Any, AsyncOpportunity], Coroutine[Any, Any, int], AsyncIterator[AsyncOpportunity]], AsyncBaseCollection[AsyncOpportunity, _OpportunityItems, _OpportunityKeys, OpportunityAttributes, _OpportunityName, _OpportunityInclude]):  # fmt: skip
    """The collection of opportunities.

    An opportunity can be moved to another scope. The caller must check that this is allowed, because
    scopes separate tenants.
    """

    COLLECTION_NAME: ClassVar[str]

    async def create(
        self,
        item: _OpportunityItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _OpportunityName | Sequence[_OpportunityName] | None = None,
        **values: Unpack[OpportunityValues],
    ) -> AsyncOpportunity:
        """Create an opportunity. See `BaseCollection.create`.

        Args:
            item: The values, by attribute name.
            upsert: As for `BaseCollection.create`.
            on_conflict: As for `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: Only one of ``scope_type`` and ``scope_id`` is present.
            DataAccessError: As for `BaseCollection.create`.
        """

    async def create_many(
        self, new_items: Sequence[_OpportunityItems], parent: AsyncBaseModel | None = None
    ) -> CreateResult[AsyncOpportunity]:
        """Create several opportunities in one request. See `BaseCollection.create_many`.

        Args:
            new_items: The values of each opportunity, by attribute name.
            parent: The entity that they belong to.

        Raises:
            ValidationError: An item has only one of ``scope_type`` and ``scope_id``. Nothing is created.
            DataAccessError: As for `BaseCollection.create_many`.
        """

    async def all_by_scope(self, scope_type: str | None = None, scope_id: Any = None) -> list[AsyncOpportunity]:
        """Find the opportunities of a scope.

        Args:
            scope_type: An `Opportunity.ScopeType`.
            scope_id: The UUID of the site or brand.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """

    async def update_row(
        self, keys: _OpportunityKeys, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]:
        """Update one row, after checking the scope: `update_by_keys` and `save` call this."""

schema: Schema
