# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
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
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.models.site import AsyncSite, Site
from spacecat_shared_data_access.models.site.model import _SiteCursor, _SiteList, _SiteModel
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _ProjectProperties:
    project_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    project_name: Writable[str, str]

@type_check_only
class ProjectAttributes(_ProjectProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ProjectFindBy(FindOptions[ProjectAttributes, _ProjectName, _ProjectInclude], ProjectValues, total=False): ...
class _ProjectModelBy(ModelOptions[ProjectAttributes, _ProjectName, _ProjectInclude], ProjectValues, total=False): ...
class _ProjectCursorBy(CursorOptions[ProjectAttributes, _ProjectName, _ProjectInclude], ProjectValues, total=False): ...
class _ProjectListBy(ListOptions[ProjectAttributes, _ProjectName, _ProjectInclude], ProjectValues, total=False): ...
class _ProjectPageBy(PageOptions[ProjectAttributes, _ProjectName, _ProjectInclude], ProjectValues, total=False): ...

class _ProjectUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    project_name: str

class _ProjectFields(_ProjectProperties):
    def get_project_id(self) -> str:
        """Return project_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self: ...
    def get_project_name(self) -> str:
        """Return project_name."""

    def set_project_name(self, value: str) -> Self: ...

class Project(_ProjectFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def get_primary_locale_sites(self) -> list[Site]: ...
    def update(self, **values: Unpack[_ProjectUpdates]) -> Self: ...
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

    async def update(self, **values: Unpack[_ProjectUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    async def get_sites(self, **options: Unpack[_SiteModel]) -> AsyncSite | None:
        """Return all of this entity's Site children. Takes the options of `all`."""

    @overload
    async def get_sites(self, **options: Unpack[_SiteCursor]) -> Page[AsyncSite]: ...
    @overload
    async def get_sites(self, **options: Unpack[_SiteList]) -> list[AsyncSite]: ...

class _ProjectFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ProjectKeys | None = None, **options: Unpack[_ProjectModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ProjectKeys | None = None, **options: Unpack[_ProjectCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ProjectKeys | None = None, **options: Unpack[_ProjectListBy]) -> _List: ...
    def first(self, keys: _ProjectKeys | None = None, **options: Unpack[_ProjectFindBy]) -> _One: ...
    def page(
        self,
        keys: _ProjectKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ProjectPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ProjectKeys | None = None,
        *,
        where: Callable[[ProjectAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ProjectName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ProjectValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ProjectKeys | None = None, *, limit: int | None = None, **options: Unpack[_ProjectFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ProjectItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ProjectName | Sequence[_ProjectName] | None = None,
        **values: Unpack[ProjectValues],
    ) -> _New: ...
    @overload
    def all_by_project_name(self, project_name: str, **options: Unpack[_ProjectModel]) -> _One:
        """Find all entities by project_name. Takes the options of `all`."""

    @overload
    def all_by_project_name(self, project_name: str, **options: Unpack[_ProjectCursor]) -> _Page: ...
    @overload
    def all_by_project_name(self, project_name: str, **options: Unpack[_ProjectList]) -> _List: ...
    def find_by_project_name(self, project_name: str, **options: Unpack[_ProjectFind]) -> _One:
        """Find the first entity by project_name. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_ProjectModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_ProjectCursor]) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_ProjectList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_ProjectFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ProjectFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

class ProjectCollection(_ProjectFinders[Project | None, Page[Project], list[Project], Project, int, Iterator[Project]], BaseCollection[Project, _ProjectItems, _ProjectKeys, ProjectAttributes, _ProjectName, _ProjectInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncProjectCollection(_ProjectFinders[Coroutine[Any, Any, AsyncProject | None], Coroutine[Any, Any, Page[AsyncProject]], Coroutine[Any, Any, list[AsyncProject]], Coroutine[Any, Any, AsyncProject], Coroutine[Any, Any, int], AsyncIterator[AsyncProject]], AsyncBaseCollection[AsyncProject, _ProjectItems, _ProjectKeys, ProjectAttributes, _ProjectName, _ProjectInclude]):  # fmt: skip
    """The collection of projects."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
