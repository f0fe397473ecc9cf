# mypy: disable-error-code="overload-overlap, override"
"""Organization: a customer, and the owner of all else."""

import re
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
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

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.entitlement import (
    AsyncEntitlement,
    Entitlement,
    EntitlementAttributes,
    _EntitlementName,
)
from spacecat_shared_data_access.models.project import AsyncProject, Project, ProjectAttributes, _ProjectName
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, SiteAttributes, _SiteName
from spacecat_shared_data_access.models.task_management_connection import (
    AsyncTaskManagementConnection,
    TaskManagementConnection,
    TaskManagementConnectionAttributes,
    _TaskManagementConnectionName,
)
from spacecat_shared_data_access.models.trial_user import (
    AsyncTrialUser,
    TrialUser,
    TrialUserAttributes,
    _TrialUserName,
)
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_OrganizationName: TypeAlias = Literal[
    "organization_id",
    "created_at",
    "updated_at",
    "updated_by",
    "config",
    "name",
    "ims_org_id",
    "llm_backend",
    "fulfillable_items",
    "semrush_workspace_id",
]

@type_check_only
class OrganizationItem(TypedDict):
    """What `create` takes, by Python name."""

    organization_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    config: NotRequired[Any]
    name: str
    ims_org_id: NotRequired[str | None]
    llm_backend: NotRequired[Organization.LlmBackend | str | None]
    fulfillable_items: NotRequired[Any]
    semrush_workspace_id: NotRequired[str | None]

@type_check_only
class OrganizationValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    config: Any
    name: str
    ims_org_id: str | None
    llm_backend: Organization.LlmBackend | str | None
    fulfillable_items: Any
    semrush_workspace_id: str | None

@type_check_only
class OrganizationJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    organizationId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    config: NotRequired[Any]
    name: str
    imsOrgId: NotRequired[str | None]
    llmBackend: NotRequired[Organization.LlmBackend | str | None]
    fulfillableItems: NotRequired[Any]
    semrushWorkspaceId: NotRequired[str | None]

@type_check_only
class OrganizationJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    config: Any
    name: str
    imsOrgId: str | None
    llmBackend: Organization.LlmBackend | str | None
    fulfillableItems: Any
    semrushWorkspaceId: str | None

@type_check_only
class OrganizationAttributes:
    """What a where callback gets as ``attrs``."""

    organization_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    config: Column
    name: Column
    ims_org_id: Column
    llm_backend: Column
    fulfillable_items: Column
    semrush_workspace_id: Column

    def __getitem__(self, column: str) -> Column: ...

class _OrganizationFields:
    """The getters and setters of a `Organization`, blocking or not."""

    def get_organization_id(self) -> str:
        """Give organization_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_config(self) -> Any:
        """Give config."""

    def set_config(self, value: Any) -> Self:
        """Set config and give the model back. `save` stores it."""

    def get_name(self) -> str:
        """Give name."""

    def set_name(self, value: str) -> Self:
        """Set name and give the model back. `save` stores it."""

    def get_ims_org_id(self) -> str | None:
        """Give ims_org_id; None where there is none."""

    def set_ims_org_id(self, value: str | None) -> Self:
        """Set ims_org_id and give the model back. `save` stores it."""

    def set_llm_backend(self, value: Organization.LlmBackend | str | None) -> Self:
        """Set llm_backend and give the model back. `save` stores it."""

    def get_fulfillable_items(self) -> Any:
        """Give fulfillable_items; None where there is none."""

    def set_fulfillable_items(self, value: Any) -> Self:
        """Set fulfillable_items and give the model back. `save` stores it."""

    def get_semrush_workspace_id(self) -> str | None:
        """Give semrush_workspace_id; None where there is none."""

    def set_semrush_workspace_id(self, value: str | None) -> Self:
        """Set semrush_workspace_id and give the model back. `save` stores it."""

class Organization(_OrganizationFields, BaseModel):
    """One organization, known to the identity service by its IMS organization id."""

    ENTITY_NAME: ClassVar[str]
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]]

    class LlmBackend(StrEnum):
        """Which service answers an organization's prompts."""

        AZURE = "azure"
        BEDROCK = "bedrock"

    def get_llm_backend(self) -> str:
        """Give the backend for prompts: Azure where none is set."""

    @overload
    def get_sites(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteAttributes, _SiteName]],
    ) -> Site | None:
        """Give all of this entity's Site children. Takes the options of `all`."""

    @overload
    def get_sites(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteAttributes, _SiteName]],
    ) -> Page[Site]: ...
    @overload
    def get_sites(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteAttributes, _SiteName]],
    ) -> list[Site]: ...
    @overload
    def get_projects(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ProjectAttributes, _ProjectName]],
    ) -> Project | None:
        """Give all of this entity's Project children. Takes the options of `all`."""

    @overload
    def get_projects(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ProjectAttributes, _ProjectName]],
    ) -> Page[Project]: ...
    @overload
    def get_projects(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ProjectAttributes, _ProjectName]],
    ) -> list[Project]: ...
    @overload
    def get_entitlements(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Give all of this entity's Entitlement children. Takes the options of `all`."""

    @overload
    def get_entitlements(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[Entitlement]: ...
    @overload
    def get_entitlements(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[Entitlement]: ...
    @overload
    def get_trial_users(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserAttributes, _TrialUserName]],
    ) -> TrialUser | None:
        """Give all of this entity's TrialUser children. Takes the options of `all`."""

    @overload
    def get_trial_users(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TrialUserAttributes, _TrialUserName]],
    ) -> Page[TrialUser]: ...
    @overload
    def get_trial_users(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserAttributes, _TrialUserName]],
    ) -> list[TrialUser]: ...
    @overload
    def get_task_management_connections(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> TaskManagementConnection | None:
        """Give all of this entity's TaskManagementConnection children. Takes the options of `all`."""

    @overload
    def get_task_management_connections(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> list[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider(
        self,
        provider: TaskManagementConnection.Provider | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> TaskManagementConnection | None:
        """Give all of this entity's TaskManagementConnection children by provider. Takes the options of `all`."""

    @overload
    def get_task_management_connections_by_provider(
        self,
        provider: TaskManagementConnection.Provider | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider(
        self,
        provider: TaskManagementConnection.Provider | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> list[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> TaskManagementConnection | None:
        """Give all of this entity's TaskManagementConnection children by provider, status. Takes the options of `all`."""

    @overload
    def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> Page[TaskManagementConnection]: ...
    @overload
    def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> list[TaskManagementConnection]: ...

class AsyncOrganization(_OrganizationFields, AsyncBaseModel):
    """One organization, known to the identity service by its IMS organization id."""

    ENTITY_NAME: ClassVar[str]
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]]
    LlmBackend: TypeAlias = Organization.LlmBackend

    def get_llm_backend(self) -> str:
        """Give the backend for prompts: Azure where none is set."""

    @overload
    async def get_sites(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteAttributes, _SiteName]],
    ) -> AsyncSite | None:
        """Give all of this entity's Site children. Takes the options of `all`."""

    @overload
    async def get_sites(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteAttributes, _SiteName]],
    ) -> Page[AsyncSite]: ...
    @overload
    async def get_sites(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteAttributes, _SiteName]],
    ) -> list[AsyncSite]: ...
    @overload
    async def get_projects(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ProjectAttributes, _ProjectName]],
    ) -> AsyncProject | None:
        """Give all of this entity's Project children. Takes the options of `all`."""

    @overload
    async def get_projects(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ProjectAttributes, _ProjectName]],
    ) -> Page[AsyncProject]: ...
    @overload
    async def get_projects(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ProjectAttributes, _ProjectName]],
    ) -> list[AsyncProject]: ...
    @overload
    async def get_entitlements(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Give all of this entity's Entitlement children. Takes the options of `all`."""

    @overload
    async def get_entitlements(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[AsyncEntitlement]: ...
    @overload
    async def get_entitlements(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[AsyncEntitlement]: ...
    @overload
    async def get_trial_users(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserAttributes, _TrialUserName]],
    ) -> AsyncTrialUser | None:
        """Give all of this entity's TrialUser children. Takes the options of `all`."""

    @overload
    async def get_trial_users(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TrialUserAttributes, _TrialUserName]],
    ) -> Page[AsyncTrialUser]: ...
    @overload
    async def get_trial_users(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserAttributes, _TrialUserName]],
    ) -> list[AsyncTrialUser]: ...
    @overload
    async def get_task_management_connections(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> AsyncTaskManagementConnection | None:
        """Give all of this entity's TaskManagementConnection children. Takes the options of `all`."""

    @overload
    async def get_task_management_connections(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> list[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider(
        self,
        provider: TaskManagementConnection.Provider | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> AsyncTaskManagementConnection | None:
        """Give all of this entity's TaskManagementConnection children by provider. Takes the options of `all`."""

    @overload
    async def get_task_management_connections_by_provider(
        self,
        provider: TaskManagementConnection.Provider | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider(
        self,
        provider: TaskManagementConnection.Provider | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> list[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> AsyncTaskManagementConnection | None:
        """Give all of this entity's TaskManagementConnection children by provider, status. Takes the options of `all`."""

    @overload
    async def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> Page[AsyncTaskManagementConnection]: ...
    @overload
    async def get_task_management_connections_by_provider_and_status(
        self,
        provider: TaskManagementConnection.Provider | str,
        status: TaskManagementConnection.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TaskManagementConnectionAttributes, _TaskManagementConnectionName]],
    ) -> list[AsyncTaskManagementConnection]: ...

class OrganizationCollection(
    BaseCollection[
        Organization,
        OrganizationItem | OrganizationJsonItem,
        OrganizationValues | OrganizationJsonValues,
        OrganizationAttributes,
        _OrganizationName,
    ]
):
    """All organizations."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_ims_org_id(
        self,
        ims_org_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Organization | None:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(
        self,
        ims_org_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Page[Organization]: ...
    @overload
    def all_by_ims_org_id(
        self,
        ims_org_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> list[Organization]: ...
    def find_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[FindOptions[OrganizationAttributes, _OrganizationName]]
    ) -> Organization | None:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Organization | None:
        """Find all entities by semrush_workspace_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Page[Organization]: ...
    @overload
    def all_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> list[Organization]: ...
    def find_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        **options: Unpack[FindOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Organization | None:
        """Find the first entity by semrush_workspace_id. Takes the options of `all`."""

class AsyncOrganizationCollection(
    AsyncBaseCollection[
        AsyncOrganization,
        OrganizationItem | OrganizationJsonItem,
        OrganizationValues | OrganizationJsonValues,
        OrganizationAttributes,
        _OrganizationName,
    ]
):
    """All organizations."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_ims_org_id(
        self,
        ims_org_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> AsyncOrganization | None:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id(
        self,
        ims_org_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Page[AsyncOrganization]: ...
    @overload
    async def all_by_ims_org_id(
        self,
        ims_org_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> list[AsyncOrganization]: ...
    async def find_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[FindOptions[OrganizationAttributes, _OrganizationName]]
    ) -> AsyncOrganization | None:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> AsyncOrganization | None:
        """Find all entities by semrush_workspace_id. Takes the options of `all`."""

    @overload
    async def all_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> Page[AsyncOrganization]: ...
    @overload
    async def all_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OrganizationAttributes, _OrganizationName]],
    ) -> list[AsyncOrganization]: ...
    async def find_by_semrush_workspace_id(
        self,
        semrush_workspace_id: str,
        **options: Unpack[FindOptions[OrganizationAttributes, _OrganizationName]],
    ) -> AsyncOrganization | None:
        """Find the first entity by semrush_workspace_id. Takes the options of `all`."""

schema: Schema
