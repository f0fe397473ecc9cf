# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel, Page
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
    PageOrModelOptions,
)
from spacecat_shared_data_access.models.opportunity import AsyncOpportunity, Opportunity, _OpportunityInclude
from spacecat_shared_data_access.models.paging import AsyncPagedCollection, PagedCollection
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_GeoExperimentName: TypeAlias = Literal[
    "geo_experiment_id", "created_at", "updated_at", "updated_by", "site_id", "opportunity_id",
    "pre_schedule_id", "post_schedule_id", "type", "status", "phase", "suggestion_ids", "name",
    "prompts_count", "prompts_location", "start_time", "end_time", "metadata", "insights_location",
    "error"
]
_GeoExperimentInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "opportunity",
    "opportunity.site", "opportunity.site.organization", "opportunity.audit", "opportunity.audit.site",
    "opportunity.latest_audit", "opportunity.latest_audit.site", "opportunity.suggestions",
    "opportunity.fix_entities"
]
_GeoExperimentItems: TypeAlias = GeoExperimentItem | GeoExperimentJsonItem
_GeoExperimentKeys: TypeAlias = GeoExperimentValues | GeoExperimentJsonValues
_GeoExperimentFind: TypeAlias = FindOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]
_GeoExperimentModel: TypeAlias = ModelOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]
_GeoExperimentCursor: TypeAlias = CursorOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]
_GeoExperimentList: TypeAlias = ListOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]
# fmt: on

@type_check_only
class _GeoExperimentOptional(TypedDict, total=False):
    geo_experiment_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    opportunity_id: str | UUID | None
    pre_schedule_id: str | None
    post_schedule_id: str | None
    suggestion_ids: list[str] | tuple[str, ...] | None
    prompts_count: float | None
    prompts_location: str | None
    start_time: str | datetime | None
    end_time: str | datetime | None
    metadata: Any
    insights_location: str | None
    error: Any

@type_check_only
class GeoExperimentItem(_GeoExperimentOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    type: GeoExperiment.Type | str
    status: GeoExperiment.Status | str
    phase: str
    name: str

@type_check_only
class GeoExperimentValues(_GeoExperimentOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    type: GeoExperiment.Type | str
    status: GeoExperiment.Status | str
    phase: str
    name: str

@type_check_only
class _GeoExperimentJsonOptional(TypedDict, total=False):
    geoExperimentId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    opportunityId: str | UUID | None
    preScheduleId: str | None
    postScheduleId: str | None
    suggestionIds: list[str] | tuple[str, ...] | None
    promptsCount: float | None
    promptsLocation: str | None
    startTime: str | datetime | None
    endTime: str | datetime | None
    metadata: Any
    insightsLocation: str | None
    error: Any

@type_check_only
class GeoExperimentJsonItem(_GeoExperimentJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    type: GeoExperiment.Type | str
    status: GeoExperiment.Status | str
    phase: str
    name: str

@type_check_only
class GeoExperimentJsonValues(_GeoExperimentJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    type: GeoExperiment.Type | str
    status: GeoExperiment.Status | str
    phase: str
    name: str

class _GeoExperimentProperties:
    geo_experiment_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    opportunity_id: Writable[str | None, str | UUID | None]
    pre_schedule_id: Writable[str | None, str | None]
    post_schedule_id: Writable[str | None, str | None]
    type: Writable[GeoExperiment.Type | str, GeoExperiment.Type | str]
    status: Writable[GeoExperiment.Status | str, GeoExperiment.Status | str]
    phase: Writable[str, str]
    suggestion_ids: Writable[list[str] | None, list[str] | tuple[str, ...] | None]
    name: Writable[str, str]
    prompts_count: Writable[float | None, float | None]
    prompts_location: Writable[str | None, str | None]
    start_time: Writable[str | None, str | datetime | None]
    end_time: Writable[str | None, str | datetime | None]
    metadata: Writable[Any, Any]
    insights_location: Writable[str | None, str | None]
    error: Writable[Any, Any]

@type_check_only
class GeoExperimentAttributes(_GeoExperimentProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _GeoExperimentFindBy(
    FindOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude], GeoExperimentValues, total=False
): ...
class _GeoExperimentModelBy(
    ModelOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude], GeoExperimentValues, total=False
): ...
class _GeoExperimentCursorBy(
    CursorOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude], GeoExperimentValues, total=False
): ...
class _GeoExperimentListBy(
    ListOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude], GeoExperimentValues, total=False
): ...
class _GeoExperimentPageBy(
    PageOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude], GeoExperimentValues, total=False
): ...

class _GeoExperimentUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    opportunity_id: str | UUID | None
    pre_schedule_id: str | None
    post_schedule_id: str | None
    type: GeoExperiment.Type | str
    status: GeoExperiment.Status | str
    phase: str
    suggestion_ids: list[str] | tuple[str, ...] | None
    name: str
    prompts_count: float | None
    prompts_location: str | None
    start_time: str | datetime | None
    end_time: str | datetime | None
    metadata: Any
    insights_location: str | None
    error: Any

class _GeoExperimentFields(_GeoExperimentProperties):
    def get_geo_experiment_id(self) -> str:
        """Return geo_experiment_id."""

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
    def get_opportunity_id(self) -> str | None:
        """Return opportunity_id, or None."""

    def set_opportunity_id(self, value: str | UUID | None) -> Self: ...
    def get_pre_schedule_id(self) -> str | None:
        """Return pre_schedule_id, or None."""

    def set_pre_schedule_id(self, value: str | None) -> Self: ...
    def get_post_schedule_id(self) -> str | None:
        """Return post_schedule_id, or None."""

    def set_post_schedule_id(self, value: str | None) -> Self: ...
    def get_type(self) -> GeoExperiment.Type | str:
        """Return type."""

    def set_type(self, value: GeoExperiment.Type | str) -> Self: ...
    def get_status(self) -> GeoExperiment.Status | str:
        """Return status."""

    def set_status(self, value: GeoExperiment.Status | str) -> Self: ...
    def get_phase(self) -> str:
        """Return phase."""

    def set_phase(self, value: str) -> Self: ...
    def get_suggestion_ids(self) -> list[str] | None:
        """Return suggestion_ids, or None."""

    def set_suggestion_ids(self, value: list[str] | tuple[str, ...] | None) -> Self: ...
    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_prompts_count(self) -> float | None:
        """Return prompts_count, or None."""

    def set_prompts_count(self, value: float | None) -> Self: ...
    def get_prompts_location(self) -> str | None:
        """Return prompts_location, or None."""

    def set_prompts_location(self, value: str | None) -> Self: ...
    def get_start_time(self) -> str | None:
        """Return start_time, or None."""

    def set_start_time(self, value: str | datetime | None) -> Self: ...
    def get_end_time(self) -> str | None:
        """Return end_time, or None."""

    def set_end_time(self, value: str | datetime | None) -> Self: ...
    def get_metadata(self) -> Any:
        """Return metadata, or None."""

    def set_metadata(self, value: Any) -> Self: ...
    def get_insights_location(self) -> str | None:
        """Return insights_location, or None."""

    def set_insights_location(self, value: str | None) -> Self: ...
    def get_error(self) -> Any:
        """Return error, or None."""

    def set_error(self, value: Any) -> Self: ...

class GeoExperiment(_GeoExperimentFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    SCHEDULE_CONFIG_ENV_VAR: ClassVar[str]
    "The environment variable with the schedules, as JSON by strategy, each with ``pre`` and ``post``."

    class Type(StrEnum):
        ONSITE_OPPORTUNITY_DEPLOYMENT = "onsite_opportunity_deployment"

    class Status(StrEnum):
        GENERATING_BASELINE = "GENERATING_BASELINE"
        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"

    class Phase(StrEnum):
        INITIATED = "initiated"
        PROMPT_GENERATION_STARTED = "prompt_generation_started"
        PROMPT_GENERATION_COMPLETED = "prompt_generation_completed"
        PRE_ANALYSIS_STARTED = "pre_analysis_started"
        PRE_ANALYSIS_DONE = "pre_analysis_done"
        DEPLOYMENT_STARTED = "deployment_started"
        DEPLOYMENT_DONE = "deployment_done"
        POST_ANALYSIS_STARTED = "post_analysis_started"
        POST_ANALYSIS_DONE = "post_analysis_done"
        IMPACT_MEASUREMENT_STARTED = "impact_measurement_started"
        IMPACT_MEASUREMENT_DONE = "impact_measurement_done"

    class MetadataKey(StrEnum):
        SCHEDULE_CONFIG = "scheduleConfig"
        IMPACT_MEASUREMENT_TASK_ID = "impactMeasurementTaskId"
        VALIDATION = "validation"

    class ScheduleConfigKey(StrEnum):
        CRON_EXPRESSION = "cronExpression"
        EXPIRY_MS = "expiryMs"
        PLATFORMS = "platforms"
        PROVIDER_IDS = "providerIds"

    def update(self, **values: Unpack[_GeoExperimentUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> Opportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

class AsyncGeoExperiment(_GeoExperimentFields, AsyncBaseModel):
    """One experiment: prompts are run before and after suggestions are deployed, and the results compared.

    ``status`` is the overall status and ``phase`` the current step (see `Phase`; other strings are allowed).
    ``metadata`` and its schedules have the keys of `MetadataKey` and `ScheduleConfigKey`.
    """

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    SCHEDULE_CONFIG_ENV_VAR: ClassVar[str]
    "The environment variable with the schedules, as JSON by strategy, each with ``pre`` and ``post``."
    Type: TypeAlias = GeoExperiment.Type
    Status: TypeAlias = GeoExperiment.Status
    Phase: TypeAlias = GeoExperiment.Phase
    MetadataKey: TypeAlias = GeoExperiment.MetadataKey
    ScheduleConfigKey: TypeAlias = GeoExperiment.ScheduleConfigKey

    async def update(self, **values: Unpack[_GeoExperimentUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_opportunity(self, *, include: Sequence[_OpportunityInclude] = ()) -> AsyncOpportunity | None:
        """Return the Opportunity that this entity belongs to, or None."""

class _GeoExperimentFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _GeoExperimentKeys | None = None, **options: Unpack[_GeoExperimentModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _GeoExperimentKeys | None = None, **options: Unpack[_GeoExperimentCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _GeoExperimentKeys | None = None, **options: Unpack[_GeoExperimentListBy]) -> _List: ...
    def first(self, keys: _GeoExperimentKeys | None = None, **options: Unpack[_GeoExperimentFindBy]) -> _One: ...
    def page(
        self,
        keys: _GeoExperimentKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_GeoExperimentPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _GeoExperimentKeys | None = None,
        *,
        where: Callable[[GeoExperimentAttributes, Operators], Expression | None] | None = None,
        between: tuple[_GeoExperimentName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[GeoExperimentValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _GeoExperimentKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_GeoExperimentFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _GeoExperimentItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _GeoExperimentName | Sequence[_GeoExperimentName] | None = None,
        **values: Unpack[GeoExperimentValues],
    ) -> _New: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_GeoExperimentFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_GeoExperimentModel]) -> _One:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_GeoExperimentCursor]) -> _Page: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_GeoExperimentList]) -> _List: ...
    def find_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_GeoExperimentFind]) -> _One:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_updated_at(
        self, opportunity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentModel]
    ) -> _One:
        """Find all entities by opportunity_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_updated_at(
        self, opportunity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentCursor]
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_updated_at(
        self, opportunity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentList]
    ) -> _List: ...
    def find_by_opportunity_id_and_updated_at(
        self, opportunity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_GeoExperimentFind]
    ) -> _One:
        """Find the first entity by opportunity_id, updated_at. Takes the options of `all`."""

class GeoExperimentCollection(_GeoExperimentFinders[GeoExperiment | None, Page[GeoExperiment], list[GeoExperiment], GeoExperiment, int, Iterator[GeoExperiment]], PagedCollection[GeoExperiment, _GeoExperimentItems, _GeoExperimentKeys, GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_site_id(self, site_id: Any, **options: Unpack[_GeoExperimentModel]) -> GeoExperiment | None: ...
    @overload
    def all_by_site_id(
        self,
        site_id: Any,
        **options: Unpack[PageOrModelOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]],
    ) -> Page[GeoExperiment]: ...
    @overload
    def all_active(self, **options: Unpack[_GeoExperimentModel]) -> GeoExperiment | None: ...
    @overload
    def all_active(self, **options: Unpack[_GeoExperimentCursor]) -> Page[GeoExperiment]: ...
    @overload
    def all_active(self, **options: Unpack[_GeoExperimentList]) -> list[GeoExperiment]: ...

class AsyncGeoExperimentCollection(_GeoExperimentFinders[Coroutine[Any, Any, AsyncGeoExperiment | None], Coroutine[Any, Any, Page[AsyncGeoExperiment]], Coroutine[Any, Any, list[AsyncGeoExperiment]], Coroutine[Any, Any, AsyncGeoExperiment], Coroutine[Any, Any, int], AsyncIterator[AsyncGeoExperiment]], AsyncPagedCollection[AsyncGeoExperiment, _GeoExperimentItems, _GeoExperimentKeys, GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]):  # fmt: skip
    """All experiments."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_site_id(self, site_id: Any, **options: Unpack[_GeoExperimentModel]) -> AsyncGeoExperiment | None:
        """Find a site's experiments, the latest change first, page by page.

        Args:
            site_id: The site's UUID.
            **options: See `Options`.

        Returns:
            A `Page`, whose cursor is None if no limit was given. With ``limit=1`` one experiment or None.

        Raises:
            ValidationError: The site's ID is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self,
        site_id: Any,
        **options: Unpack[PageOrModelOptions[GeoExperimentAttributes, _GeoExperimentName, _GeoExperimentInclude]],
    ) -> Page[AsyncGeoExperiment]: ...
    @overload
    async def all_active(self, **options: Unpack[_GeoExperimentModel]) -> AsyncGeoExperiment | None:
        """Find the active experiments of all sites: those that generate their baseline or are in progress.

        Args:
            **options: See `Options`.

        Returns:
            As for `all`.

        Raises:
            ValidationError: An option is invalid.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_active(self, **options: Unpack[_GeoExperimentCursor]) -> Page[AsyncGeoExperiment]: ...
    @overload
    async def all_active(self, **options: Unpack[_GeoExperimentList]) -> list[AsyncGeoExperiment]: ...

schema: Schema
