# mypy: disable-error-code="overload-overlap, override, misc"
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
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
from spacecat_shared_data_access.models.entitlement import (
    AsyncEntitlement,
    Entitlement,
    _EntitlementCursor,
    _EntitlementList,
    _EntitlementModel,
)
from spacecat_shared_data_access.models.project import (
    AsyncProject,
    Project,
    _ProjectCursor,
    _ProjectList,
    _ProjectModel,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteCursor, _SiteList, _SiteModel
from spacecat_shared_data_access.models.task_management_connection import (
    AsyncTaskManagementConnection,
    TaskManagementConnection,
    _TaskManagementConnectionCursor,
    _TaskManagementConnectionList,
    _TaskManagementConnectionModel,
)
from spacecat_shared_data_access.models.trial_user import (
    AsyncTrialUser,
    TrialUser,
    _TrialUserCursor,
    _TrialUserList,
    _TrialUserModel,
)
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_OrganizationName: TypeAlias = Literal[
    "organization_id", "created_at", "updated_at", "updated_by", "config", "name", "ims_org_id",
    "llm_backend", "fulfillable_items", "semrush_workspace_id"
]
_OrganizationInclude: TypeAlias = Literal[
    "sites", "sites.audits", "sites.audits.latest_audit", "sites.audits.opportunities",
    "sites.experiments", "sites.key_events", "sites.latest_audits", "sites.latest_audits.latest_audit",
    "sites.latest_audits.opportunities", "sites.latest_audit", "sites.latest_audit.latest_audit",
    "sites.latest_audit.opportunities", "sites.opportunities", "sites.opportunities.suggestions",
    "sites.opportunities.fix_entities", "sites.site_candidates", "sites.site_enrollments",
    "sites.site_ims_org_accesses", "sites.site_top_forms", "sites.site_top_pages",
    "sites.trial_user_activities", "sites.page_intents", "sites.page_citabilities", "projects",
    "projects.sites", "projects.sites.audits", "projects.sites.experiments", "projects.sites.key_events",
    "projects.sites.latest_audits", "projects.sites.latest_audit", "projects.sites.opportunities",
    "projects.sites.site_candidates", "projects.sites.site_enrollments",
    "projects.sites.site_ims_org_accesses", "projects.sites.site_top_forms",
    "projects.sites.site_top_pages", "projects.sites.trial_user_activities",
    "projects.sites.page_intents", "projects.sites.page_citabilities", "entitlements",
    "entitlements.site_enrollments", "entitlements.trial_user_activities", "trial_users",
    "trial_users.trial_user_activities", "task_management_connections",
    "task_management_connections.tickets", "task_management_connections.tickets.ticket_suggestions"
]
_OrganizationItems: TypeAlias = OrganizationItem | OrganizationJsonItem
_OrganizationKeys: TypeAlias = OrganizationValues | OrganizationJsonValues
_OrganizationFind: TypeAlias = FindOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude]
_OrganizationModel: TypeAlias = ModelOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude]
_OrganizationCursor: TypeAlias = CursorOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude]
_OrganizationList: TypeAlias = ListOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude]
# fmt: on

@type_check_only
class _OrganizationOptional(TypedDict, total=False):
    organization_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    config: Any
    ims_org_id: str | None
    llm_backend: Organization.LlmBackend | str | None
    fulfillable_items: Any
    semrush_workspace_id: str | None

@type_check_only
class OrganizationItem(_OrganizationOptional):
    """An item of `create`, by Python name."""

    name: str

@type_check_only
class OrganizationValues(_OrganizationOptional, total=False):
    """Values of some attributes, by Python name."""

    name: str

@type_check_only
class _OrganizationJsonOptional(TypedDict, total=False):
    organizationId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    config: Any
    imsOrgId: str | None
    llmBackend: Organization.LlmBackend | str | None
    fulfillableItems: Any
    semrushWorkspaceId: str | None

@type_check_only
class OrganizationJsonItem(_OrganizationJsonOptional):
    """An item of `create`, by JSON name."""

    name: str

@type_check_only
class OrganizationJsonValues(_OrganizationJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    name: str

class _OrganizationProperties:
    organization_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    config: Writable[Any, Any]
    name: Writable[str, str]
    ims_org_id: Writable[str | None, str | None]
    llm_backend: Writable[str, Organization.LlmBackend | str | None]
    fulfillable_items: Writable[Any, Any]
    semrush_workspace_id: Writable[str | None, str | None]

@type_check_only
class OrganizationAttributes(_OrganizationProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _OrganizationFindBy(
    FindOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude], OrganizationValues, total=False
): ...
class _OrganizationModelBy(
    ModelOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude], OrganizationValues, total=False
): ...
class _OrganizationCursorBy(
    CursorOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude], OrganizationValues, total=False
): ...
class _OrganizationListBy(
    ListOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude], OrganizationValues, total=False
): ...
class _OrganizationPageBy(
    PageOptions[OrganizationAttributes, _OrganizationName, _OrganizationInclude], OrganizationValues, total=False
): ...

class _OrganizationUpdates(TypedDict, total=False):
    updated_by: str | None
    config: Any
    name: str
    ims_org_id: str | None
    llm_backend: Organization.LlmBackend | str | None
    fulfillable_items: Any
    semrush_workspace_id: str | None

class _OrganizationFields(_OrganizationProperties):
    def get_organization_id(self) -> str:
        """Return organization_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_config(self) -> Any:
        """Return config."""

    def set_config(self, value: Any) -> Self: ...
    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_ims_org_id(self) -> str | None:
        """Return ims_org_id, or None."""

    def set_ims_org_id(self, value: str | None) -> Self: ...
    def set_llm_backend(self, value: Organization.LlmBackend | str | None) -> Self: ...
    def get_fulfillable_items(self) -> Any:
        """Return fulfillable_items, or None."""

    def set_fulfillable_items(self, value: Any) -> Self: ...
    def get_semrush_workspace_id(self) -> str | None:
        """Return semrush_workspace_id, or None."""

    def set_semrush_workspace_id(self, value: str | None) -> Self: ...

class Organization(_OrganizationFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]]

    class LlmBackend(StrEnum):
        AZURE = "azure"
        BEDROCK = "bedrock"

    def get_llm_backend(self) -> str: ...
    def update(self, **values: Unpack[_OrganizationUpdates]) -> Self: ...
    @overload
    def get_sites(self, **options: Unpack[_SiteModel]) -> Site | None:
        """Return all of this entity's Site children. Takes the options of `all`."""

    @overload
    def get_sites(self, **options: Unpack[_SiteCursor]) -> Page[Site]: ...
    @overload
    def get_sites(self, **options: Unpack[_SiteList]) -> list[Site]: ...
    @overload
    def get_projects(self, **options: Unpack[_ProjectModel]) -> Project | None:
        """Return all of this entity's Project children. Takes the options of `all`."""

    @overload
    def get_projects(self, **options: Unpack[_ProjectCursor]) -> Page[Project]: ...
    @overload
    def get_projects(self, **options: Unpack[_ProjectList]) -> list[Project]: ...
    @overload
    def get_entitlements(self, **options: Unpack[_EntitlementModel]) -> Entitlement | None:
        """Return all of this entity's Entitlement children. Takes the options of `all`."""

    @overload
    def get_entitlements(self, **options: Unpack[_EntitlementCursor]) -> Page[Entitlement]: ...
    @overload
    def get_entitlements(self, **options: Unpack[_EntitlementList]) -> list[Entitlement]: ...
    @overload
    def get_trial_users(self, **options: Unpack[_TrialUserModel]) -> TrialUser | None:
        """Return all of this entity's TrialUser children. Takes the options of `all`."""

    @overload
    def get_trial_users(self, **options: Unpack[_TrialUserCursor]) -> Page[TrialUser]: ...
    @overload
    def get_trial_users(self, **options: Unpack[_TrialUserList]) -> list[TrialUser]: ...
    @overload
    def get_task_management_connections(
        self, **options: Unpack[_TaskManagementConnectionModel]
    ) -> TaskManagementConnection | None:
        """Return all of this entity's TaskManagementConnection children. Takes the options of `all`."""

    @overload
    def get_task_management_connections(
        self, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections(
        self, **options: Unpack[_TaskManagementConnectionList]
    ) -> list[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider(
        self, provider: TaskManagementConnection.Provider | str, **options: Unpack[_TaskManagementConnectionModel]
    ) -> TaskManagementConnection | None:
        """Return all of this entity's TaskManagementConnection children by provider. Takes the options of `all`."""

    @overload
    def get_task_management_connections_by_provider(
        self, provider: TaskManagementConnection.Provider | str, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider(
        self, provider: TaskManagementConnection.Provider | str, **options: Unpack[_TaskManagementConnectionList]
    ) -> list[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> TaskManagementConnection | None:
        """Return all of this entity's TaskManagementConnection children by provider, status. Takes the options of `all`."""

    @overload
    def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> list[TaskManagementConnection]: ...

class AsyncOrganization(_OrganizationFields, AsyncBaseModel):
    """An organization. The identity service identifies it by its IMS organization ID."""

    ENTITY_NAME: ClassVar[str]
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]]
    LlmBackend: TypeAlias = Organization.LlmBackend

    def get_llm_backend(self) -> str:
        """Return the service that prompts are sent to; Azure if none is set."""

    async def update(self, **values: Unpack[_OrganizationUpdates]) -> Self: ...
    @overload
    async def get_sites(self, **options: Unpack[_SiteModel]) -> AsyncSite | None:
        """Return all of this entity's Site children. Takes the options of `all`."""

    @overload
    async def get_sites(self, **options: Unpack[_SiteCursor]) -> Page[AsyncSite]: ...
    @overload
    async def get_sites(self, **options: Unpack[_SiteList]) -> list[AsyncSite]: ...
    @overload
    async def get_projects(self, **options: Unpack[_ProjectModel]) -> AsyncProject | None:
        """Return all of this entity's Project children. Takes the options of `all`."""

    @overload
    async def get_projects(self, **options: Unpack[_ProjectCursor]) -> Page[AsyncProject]: ...
    @overload
    async def get_projects(self, **options: Unpack[_ProjectList]) -> list[AsyncProject]: ...
    @overload
    async def get_entitlements(self, **options: Unpack[_EntitlementModel]) -> AsyncEntitlement | None:
        """Return all of this entity's Entitlement children. Takes the options of `all`."""

    @overload
    async def get_entitlements(self, **options: Unpack[_EntitlementCursor]) -> Page[AsyncEntitlement]: ...
    @overload
    async def get_entitlements(self, **options: Unpack[_EntitlementList]) -> list[AsyncEntitlement]: ...
    @overload
    async def get_trial_users(self, **options: Unpack[_TrialUserModel]) -> AsyncTrialUser | None:
        """Return all of this entity's TrialUser children. Takes the options of `all`."""

    @overload
    async def get_trial_users(self, **options: Unpack[_TrialUserCursor]) -> Page[AsyncTrialUser]: ...
    @overload
    async def get_trial_users(self, **options: Unpack[_TrialUserList]) -> list[AsyncTrialUser]: ...
    @overload
    async def get_task_management_connections(
        self, **options: Unpack[_TaskManagementConnectionModel]
    ) -> AsyncTaskManagementConnection | None:
        """Return all of this entity's TaskManagementConnection children. Takes the options of `all`."""

    @overload
    async def get_task_management_connections(
        self, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections(
        self, **options: Unpack[_TaskManagementConnectionList]
    ) -> list[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider(
        self, provider: TaskManagementConnection.Provider | str, **options: Unpack[_TaskManagementConnectionModel]
    ) -> AsyncTaskManagementConnection | None:
        """Return all of this entity's TaskManagementConnection children by provider. Takes the options of `all`."""

    @overload
    async def get_task_management_connections_by_provider(
        self, provider: TaskManagementConnection.Provider | str, **options: Unpack[_TaskManagementConnectionCursor]
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider(
        self, provider: TaskManagementConnection.Provider | str, **options: Unpack[_TaskManagementConnectionList]
    ) -> list[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionModel],
    ) -> AsyncTaskManagementConnection | None:
        """Return all of this entity's TaskManagementConnection children by provider, status. Takes the options of `all`."""

    @overload
    async def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionCursor],
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        **options: Unpack[_TaskManagementConnectionList],
    ) -> list[AsyncTaskManagementConnection]: ...

class _OrganizationFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _OrganizationKeys | None = None, **options: Unpack[_OrganizationModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _OrganizationKeys | None = None, **options: Unpack[_OrganizationCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _OrganizationKeys | None = None, **options: Unpack[_OrganizationListBy]) -> _List: ...
    def first(self, keys: _OrganizationKeys | None = None, **options: Unpack[_OrganizationFindBy]) -> _One: ...
    def page(
        self,
        keys: _OrganizationKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_OrganizationPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _OrganizationKeys | None = None,
        *,
        where: Callable[[OrganizationAttributes, Operators], Expression | None] | None = None,
        between: tuple[_OrganizationName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[OrganizationValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _OrganizationKeys | None = None, *, limit: int | None = None, **options: Unpack[_OrganizationFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _OrganizationItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _OrganizationName | Sequence[_OrganizationName] | None = None,
        **values: Unpack[OrganizationValues],
    ) -> _New: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_OrganizationModel]) -> _One:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_OrganizationCursor]) -> _Page: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_OrganizationList]) -> _List: ...
    def find_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_OrganizationFind]) -> _One:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_workspace_id(self, semrush_workspace_id: str, **options: Unpack[_OrganizationModel]) -> _One:
        """Find all entities by semrush_workspace_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_workspace_id(
        self, semrush_workspace_id: str, **options: Unpack[_OrganizationCursor]
    ) -> _Page: ...
    @overload
    def all_by_semrush_workspace_id(self, semrush_workspace_id: str, **options: Unpack[_OrganizationList]) -> _List: ...
    def find_by_semrush_workspace_id(self, semrush_workspace_id: str, **options: Unpack[_OrganizationFind]) -> _One:
        """Find the first entity by semrush_workspace_id. Takes the options of `all`."""

class OrganizationCollection(_OrganizationFinders[Organization | None, Page[Organization], list[Organization], Organization, int, Iterator[Organization]], BaseCollection[Organization, _OrganizationItems, _OrganizationKeys, OrganizationAttributes, _OrganizationName, _OrganizationInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def update_row(
        self, keys: _OrganizationKeys, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]: ...

class AsyncOrganizationCollection(_OrganizationFinders[Coroutine[Any, Any, AsyncOrganization | None], Coroutine[Any, Any, Page[AsyncOrganization]], Coroutine[Any, Any, list[AsyncOrganization]], Coroutine[Any, Any, AsyncOrganization], Coroutine[Any, Any, int], AsyncIterator[AsyncOrganization]], AsyncBaseCollection[AsyncOrganization, _OrganizationItems, _OrganizationKeys, OrganizationAttributes, _OrganizationName, _OrganizationInclude]):  # fmt: skip
    """The collection of organizations."""

    COLLECTION_NAME: ClassVar[str]

    async def update_row(
        self, keys: _OrganizationKeys, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]:
        """Update one row, after checking the configuration: `update_by_keys` and `save` call this."""

schema: Schema
