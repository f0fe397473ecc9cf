# mypy: disable-error-code="overload-overlap, override"
from dataclasses import dataclass
from datetime import datetime
from typing import (
    Any,
    ClassVar,
    Literal,
    Never,
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
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

@dataclass(frozen=True, slots=True)
class BrandSemrushProjectIdentity:
    brand_id: str
    semrush_project_id: str
    geo_target_id: int
    language_code: str
    site_id: str | None
    organization_id: str | None
    semrush_sub_workspace_id: str | None

# fmt: off
_BrandSemrushProjectName: TypeAlias = Literal[
    "brand_semrush_project_id", "created_at", "updated_at", "updated_by", "brand_id",
    "semrush_project_id", "geo_target_id", "language_code", "site_id", "deleted_at"
]
_BrandSemrushProjectInclude: TypeAlias = Never
_BrandSemrushProjectItems: TypeAlias = BrandSemrushProjectItem | BrandSemrushProjectJsonItem
_BrandSemrushProjectKeys: TypeAlias = BrandSemrushProjectValues | BrandSemrushProjectJsonValues
_BrandSemrushProjectFind: TypeAlias = FindOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]
_BrandSemrushProjectModel: TypeAlias = ModelOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]
_BrandSemrushProjectCursor: TypeAlias = CursorOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]
_BrandSemrushProjectList: TypeAlias = ListOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]
# fmt: on

@type_check_only
class _BrandSemrushProjectOptional(TypedDict, total=False):
    brand_semrush_project_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | None
    deleted_at: str | datetime | None

@type_check_only
class BrandSemrushProjectItem(_BrandSemrushProjectOptional):
    """An item of `create`, by Python name."""

    brand_id: str | UUID
    semrush_project_id: str
    geo_target_id: float
    language_code: str

@type_check_only
class BrandSemrushProjectValues(_BrandSemrushProjectOptional, total=False):
    """Values of some attributes, by Python name."""

    brand_id: str | UUID
    semrush_project_id: str
    geo_target_id: float
    language_code: str

@type_check_only
class _BrandSemrushProjectJsonOptional(TypedDict, total=False):
    brandSemrushProjectId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | None
    deletedAt: str | datetime | None

@type_check_only
class BrandSemrushProjectJsonItem(_BrandSemrushProjectJsonOptional):
    """An item of `create`, by JSON name."""

    brandId: str | UUID
    semrushProjectId: str
    geoTargetId: float
    languageCode: str

@type_check_only
class BrandSemrushProjectJsonValues(_BrandSemrushProjectJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    brandId: str | UUID
    semrushProjectId: str
    geoTargetId: float
    languageCode: str

@type_check_only
class BrandSemrushProjectAttributes:
    """The ``attrs`` of a ``where`` callback."""

    brand_semrush_project_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    brand_id: Column
    semrush_project_id: Column
    geo_target_id: Column
    language_code: Column
    site_id: Column
    deleted_at: Column

    def __getitem__(self, column: str) -> Column: ...

class _BrandSemrushProjectFields:
    def get_brand_semrush_project_id(self) -> str:
        """Return brand_semrush_project_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_brand_id(self) -> str:
        """Return brand_id."""

    def set_brand_id(self, value: str | UUID) -> Self:
        """Set brand_id and return the model. `save` stores it."""

    def get_semrush_project_id(self) -> str:
        """Return semrush_project_id."""

    def set_semrush_project_id(self, value: str) -> Self:
        """Set semrush_project_id and return the model. `save` stores it."""

    def get_geo_target_id(self) -> float:
        """Return geo_target_id."""

    def set_geo_target_id(self, value: float) -> Self:
        """Set geo_target_id and return the model. `save` stores it."""

    def get_language_code(self) -> str:
        """Return language_code."""

    def set_language_code(self, value: str) -> Self:
        """Set language_code and return the model. `save` stores it."""

    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | None) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_deleted_at(self) -> str | None:
        """Return deleted_at, or None."""

    def set_deleted_at(self, value: str | datetime | None) -> Self:
        """Set deleted_at and return the model. `save` stores it."""

class BrandSemrushProject(_BrandSemrushProjectFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

class AsyncBrandSemrushProject(_BrandSemrushProjectFields, AsyncBaseModel):
    """One Semrush project for one market of a brand, which is a country and a language.

    A project that was deleted at Semrush is kept, with the time in ``deleted_at``. Only
    `BrandSemrushProjectCollection.all_by_organization_id` leaves such projects out.
    """

    ENTITY_NAME: ClassVar[str]

class BrandSemrushProjectCollection(BaseCollection[BrandSemrushProject, _BrandSemrushProjectItems, _BrandSemrushProjectKeys, BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def find_by_slice(
        self, brand_id: Any, geo_target_id: int, language_code: str
    ) -> BrandSemrushProject | None: ...
    def all_by_organization_id(
        self, organization_id: Any, *, include_deleted: bool = False
    ) -> list[BrandSemrushProjectIdentity]: ...
    @overload
    def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectModel]
    ) -> BrandSemrushProject | None:
        """Find all entities by semrush_project_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> Page[BrandSemrushProject]: ...
    @overload
    def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectList]
    ) -> list[BrandSemrushProject]: ...
    def find_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectFind]
    ) -> BrandSemrushProject | None:
        """Find the first entity by semrush_project_id. Takes the options of `all`."""

    @overload
    def all_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectModel]
    ) -> BrandSemrushProject | None:
        """Find all entities by brand_id. Takes the options of `all`."""

    @overload
    def all_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> Page[BrandSemrushProject]: ...
    @overload
    def all_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectList]
    ) -> list[BrandSemrushProject]: ...
    def find_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectFind]
    ) -> BrandSemrushProject | None:
        """Find the first entity by brand_id. Takes the options of `all`."""

    @overload
    def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectModel]
    ) -> BrandSemrushProject | None:
        """Find all entities by brand_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> Page[BrandSemrushProject]: ...
    @overload
    def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectList]
    ) -> list[BrandSemrushProject]: ...
    def find_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectFind]
    ) -> BrandSemrushProject | None:
        """Find the first entity by brand_id, updated_at. Takes the options of `all`."""

class AsyncBrandSemrushProjectCollection(AsyncBaseCollection[AsyncBrandSemrushProject, _BrandSemrushProjectItems, _BrandSemrushProjectKeys, BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]):  # fmt: skip
    """All projects, including the deleted ones."""

    COLLECTION_NAME: ClassVar[str]

    async def find_by_slice(
        self, brand_id: Any, geo_target_id: int, language_code: str
    ) -> AsyncBrandSemrushProject | None:
        """Find the project of a brand's market, so that no second one is created.

        Args:
            brand_id: The brand's UUID.
            geo_target_id: The market's country: a Geo Target ID of Google Ads.
            language_code: The market's language, exactly as stored.

        Returns:
            The project, which may be deleted, or None if there is none.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """

    async def all_by_organization_id(
        self, organization_id: Any, *, include_deleted: bool = False
    ) -> list[BrandSemrushProjectIdentity]:
        """Find the identities of the projects of all brands of an organization.

        Args:
            organization_id: The organization's UUID.
            include_deleted: Whether to include the deleted projects.

        Returns:
            The projects in the order of brand and project ID, at most 50,000. If there may be more, a warning
            is logged.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: The server rejected the query (``Failed to query mapping rows by organization``).
            UnavailableError: The server could not be reached or could not respond.
        """

    @overload
    async def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectModel]
    ) -> AsyncBrandSemrushProject | None:
        """Find all entities by semrush_project_id. Takes the options of `all`."""

    @overload
    async def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> Page[AsyncBrandSemrushProject]: ...
    @overload
    async def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectList]
    ) -> list[AsyncBrandSemrushProject]: ...
    async def find_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectFind]
    ) -> AsyncBrandSemrushProject | None:
        """Find the first entity by semrush_project_id. Takes the options of `all`."""

    @overload
    async def all_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectModel]
    ) -> AsyncBrandSemrushProject | None:
        """Find all entities by brand_id. Takes the options of `all`."""

    @overload
    async def all_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> Page[AsyncBrandSemrushProject]: ...
    @overload
    async def all_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectList]
    ) -> list[AsyncBrandSemrushProject]: ...
    async def find_by_brand_id(
        self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectFind]
    ) -> AsyncBrandSemrushProject | None:
        """Find the first entity by brand_id. Takes the options of `all`."""

    @overload
    async def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectModel]
    ) -> AsyncBrandSemrushProject | None:
        """Find all entities by brand_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> Page[AsyncBrandSemrushProject]: ...
    @overload
    async def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectList]
    ) -> list[AsyncBrandSemrushProject]: ...
    async def find_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectFind]
    ) -> AsyncBrandSemrushProject | None:
        """Find the first entity by brand_id, updated_at. Takes the options of `all`."""

schema: Schema
