# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.organization import (
    AsyncOrganization,
    Organization,
    _OrganizationInclude,
)
from spacecat_shared_data_access.models.site import AsyncSite, Site
from spacecat_shared_data_access.models.site.model import _SiteCursor, _SiteList, _SiteModel
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ProjectName: TypeAlias = Literal[
    "project_id", "created_at", "updated_at", "updated_by", "organization_id", "project_name"
]
_ProjectInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "sites", "sites.organization",
    "sites.audits", "sites.audits.latest_audit", "sites.audits.opportunities", "sites.experiments",
    "sites.key_events", "sites.latest_audits", "sites.latest_audits.latest_audit",
    "sites.latest_audits.opportunities", "sites.latest_audit", "sites.latest_audit.latest_audit",
    "sites.latest_audit.opportunities", "sites.opportunities", "sites.opportunities.suggestions",
    "sites.opportunities.fix_entities", "sites.site_candidates", "sites.site_enrollments",
    "sites.site_ims_org_accesses", "sites.site_top_forms", "sites.site_top_pages",
    "sites.trial_user_activities", "sites.page_intents", "sites.page_citabilities"
]
_ProjectItems: TypeAlias = ProjectItem | ProjectJsonItem
_ProjectKeys: TypeAlias = ProjectValues | ProjectJsonValues
_ProjectFind: TypeAlias = FindOptions[ProjectAttributes, _ProjectName, _ProjectInclude]
_ProjectModel: TypeAlias = ModelOptions[ProjectAttributes, _ProjectName, _ProjectInclude]
_ProjectCursor: TypeAlias = CursorOptions[ProjectAttributes, _ProjectName, _ProjectInclude]
_ProjectList: TypeAlias = ListOptions[ProjectAttributes, _ProjectName, _ProjectInclude]
# fmt: on

@type_check_only
class _ProjectOptional(TypedDict, total=False):
    project_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None

@type_check_only
class ProjectItem(_ProjectOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    project_name: str

@type_check_only
class ProjectValues(_ProjectOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    project_name: str

@type_check_only
class _ProjectJsonOptional(TypedDict, total=False):
    projectId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None

@type_check_only
class ProjectJsonItem(_ProjectJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    projectName: str

@type_check_only
class ProjectJsonValues(_ProjectJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    projectName: str

@type_check_only
class ProjectAttributes:
    """The ``attrs`` of a ``where`` callback."""

    project_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    organization_id: Column
    project_name: Column

    def __getitem__(self, column: str) -> Column: ...

class _ProjectFields:
    def get_project_id(self) -> str:
        """Return project_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and return the model. `save` stores it."""

    def get_project_name(self) -> str:
        """Return project_name."""

    def set_project_name(self, value: str) -> Self:
        """Set project_name and return the model. `save` stores it."""

class Project(_ProjectFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def get_primary_locale_sites(self) -> list[Site]: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    def get_sites(self, **options: Unpack[_SiteModel]) -> Site | None:
        """Return all of this entity's Site children. Takes the options of `all`."""

    @overload
    def get_sites(self, **options: Unpack[_SiteCursor]) -> Page[Site]: ...
    @overload
    def get_sites(self, **options: Unpack[_SiteList]) -> list[Site]: ...

class AsyncProject(_ProjectFields, AsyncBaseModel):
    """A project of an organization."""

    ENTITY_NAME: ClassVar[str]

    async def get_primary_locale_sites(self) -> list[AsyncSite]:
        """Return the project's sites of the primary locale. Raises the same errors as `get_sites`."""

    async def get_organization(
        self, *, include: Sequence[_OrganizationInclude] = ()
    ) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    async def get_sites(self, **options: Unpack[_SiteModel]) -> AsyncSite | None:
        """Return all of this entity's Site children. Takes the options of `all`."""

    @overload
    async def get_sites(self, **options: Unpack[_SiteCursor]) -> Page[AsyncSite]: ...
    @overload
    async def get_sites(self, **options: Unpack[_SiteList]) -> list[AsyncSite]: ...

class ProjectCollection(BaseCollection[Project, _ProjectItems, _ProjectKeys, ProjectAttributes, _ProjectName, _ProjectInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_project_name(self, project_name: str, **options: Unpack[_ProjectModel]) -> Project | None:
        """Find all entities by project_name. Takes the options of `all`."""

    @overload
    def all_by_project_name(self, project_name: str, **options: Unpack[_ProjectCursor]) -> Page[Project]: ...
    @overload
    def all_by_project_name(self, project_name: str, **options: Unpack[_ProjectList]) -> list[Project]: ...
    def find_by_project_name(self, project_name: str, **options: Unpack[_ProjectFind]) -> Project | None:
        """Find the first entity by project_name. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectModel]
    ) -> Project | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectCursor]
    ) -> Page[Project]: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectList]
    ) -> list[Project]: ...
    def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectFind]
    ) -> Project | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectModel]
    ) -> Project | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectCursor]
    ) -> Page[Project]: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectList]
    ) -> list[Project]: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectFind]
    ) -> Project | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

class AsyncProjectCollection(AsyncBaseCollection[AsyncProject, _ProjectItems, _ProjectKeys, ProjectAttributes, _ProjectName, _ProjectInclude]):  # fmt: skip
    """The collection of projects."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_project_name(
        self, project_name: str, **options: Unpack[_ProjectModel]
    ) -> AsyncProject | None:
        """Find all entities by project_name. Takes the options of `all`."""

    @overload
    async def all_by_project_name(
        self, project_name: str, **options: Unpack[_ProjectCursor]
    ) -> Page[AsyncProject]: ...
    @overload
    async def all_by_project_name(
        self, project_name: str, **options: Unpack[_ProjectList]
    ) -> list[AsyncProject]: ...
    async def find_by_project_name(
        self, project_name: str, **options: Unpack[_ProjectFind]
    ) -> AsyncProject | None:
        """Find the first entity by project_name. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectModel]
    ) -> AsyncProject | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectCursor]
    ) -> Page[AsyncProject]: ...
    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectList]
    ) -> list[AsyncProject]: ...
    async def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ProjectFind]
    ) -> AsyncProject | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectModel]
    ) -> AsyncProject | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectCursor]
    ) -> Page[AsyncProject]: ...
    @overload
    async def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectList]
    ) -> list[AsyncProject]: ...
    async def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectFind]
    ) -> AsyncProject | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

schema: Schema
