# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Never, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _BrandSemrushProjectProperties:
    brand_semrush_project_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    brand_id: Writable[str, str | UUID]
    semrush_project_id: Writable[str, str]
    geo_target_id: Writable[float, float]
    language_code: Writable[str, str]
    site_id: Writable[str | None, str | None]
    deleted_at: Writable[str | None, str | datetime | None]

@type_check_only
class BrandSemrushProjectAttributes(_BrandSemrushProjectProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _BrandSemrushProjectFindBy(
    FindOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude],
    BrandSemrushProjectValues,
    total=False,
): ...
class _BrandSemrushProjectModelBy(
    ModelOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude],
    BrandSemrushProjectValues,
    total=False,
): ...
class _BrandSemrushProjectCursorBy(
    CursorOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude],
    BrandSemrushProjectValues,
    total=False,
): ...
class _BrandSemrushProjectListBy(
    ListOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude],
    BrandSemrushProjectValues,
    total=False,
): ...
class _BrandSemrushProjectPageBy(
    PageOptions[BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude],
    BrandSemrushProjectValues,
    total=False,
): ...

class _BrandSemrushProjectUpdates(TypedDict, total=False):
    updated_by: str | None
    brand_id: str | UUID
    semrush_project_id: str
    geo_target_id: float
    language_code: str
    site_id: str | None
    deleted_at: str | datetime | None

class _BrandSemrushProjectFields(_BrandSemrushProjectProperties):
    def get_brand_semrush_project_id(self) -> str:
        """Return brand_semrush_project_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_brand_id(self) -> str:
        """Return brand_id."""

    def set_brand_id(self, value: str | UUID) -> Self: ...
    def get_semrush_project_id(self) -> str:
        """Return semrush_project_id."""

    def set_semrush_project_id(self, value: str) -> Self: ...
    def get_geo_target_id(self) -> float:
        """Return geo_target_id."""

    def set_geo_target_id(self, value: float) -> Self: ...
    def get_language_code(self) -> str:
        """Return language_code."""

    def set_language_code(self, value: str) -> Self: ...
    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | None) -> Self: ...
    def get_deleted_at(self) -> str | None:
        """Return deleted_at, or None."""

    def set_deleted_at(self, value: str | datetime | None) -> Self: ...

class BrandSemrushProject(_BrandSemrushProjectFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def update(self, **values: Unpack[_BrandSemrushProjectUpdates]) -> Self: ...

class AsyncBrandSemrushProject(_BrandSemrushProjectFields, AsyncBaseModel):
    """One Semrush project for one market of a brand, which is a country and a language.

    A project that was deleted at Semrush is kept, with the time in ``deleted_at``. Only
    `BrandSemrushProjectCollection.all_by_organization_id` leaves such projects out.
    """

    ENTITY_NAME: ClassVar[str]

    async def update(self, **values: Unpack[_BrandSemrushProjectUpdates]) -> Self: ...

class _BrandSemrushProjectFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _BrandSemrushProjectKeys | None = None, **options: Unpack[_BrandSemrushProjectModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _BrandSemrushProjectKeys | None = None, **options: Unpack[_BrandSemrushProjectCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _BrandSemrushProjectKeys | None = None, **options: Unpack[_BrandSemrushProjectListBy]
    ) -> _List: ...
    def first(
        self, keys: _BrandSemrushProjectKeys | None = None, **options: Unpack[_BrandSemrushProjectFindBy]
    ) -> _One: ...
    def page(
        self,
        keys: _BrandSemrushProjectKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_BrandSemrushProjectPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _BrandSemrushProjectKeys | None = None,
        *,
        where: Callable[[BrandSemrushProjectAttributes, Operators], Expression | None] | None = None,
        between: tuple[_BrandSemrushProjectName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[BrandSemrushProjectValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _BrandSemrushProjectKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_BrandSemrushProjectFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _BrandSemrushProjectItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _BrandSemrushProjectName | Sequence[_BrandSemrushProjectName] | None = None,
        **values: Unpack[BrandSemrushProjectValues],
    ) -> _New: ...
    @overload
    def all_by_semrush_project_id(self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectModel]) -> _One:
        """Find all entities by semrush_project_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> _Page: ...
    @overload
    def all_by_semrush_project_id(
        self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectList]
    ) -> _List: ...
    def find_by_semrush_project_id(self, semrush_project_id: str, **options: Unpack[_BrandSemrushProjectFind]) -> _One:
        """Find the first entity by semrush_project_id. Takes the options of `all`."""

    @overload
    def all_by_brand_id(self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectModel]) -> _One:
        """Find all entities by brand_id. Takes the options of `all`."""

    @overload
    def all_by_brand_id(self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectCursor]) -> _Page: ...
    @overload
    def all_by_brand_id(self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectList]) -> _List: ...
    def find_by_brand_id(self, brand_id: str | UUID, **options: Unpack[_BrandSemrushProjectFind]) -> _One:
        """Find the first entity by brand_id. Takes the options of `all`."""

    @overload
    def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectModel]
    ) -> _One:
        """Find all entities by brand_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectCursor]
    ) -> _Page: ...
    @overload
    def all_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectList]
    ) -> _List: ...
    def find_by_brand_id_and_updated_at(
        self, brand_id: str | UUID, updated_at: str | datetime, **options: Unpack[_BrandSemrushProjectFind]
    ) -> _One:
        """Find the first entity by brand_id, updated_at. Takes the options of `all`."""

class BrandSemrushProjectCollection(_BrandSemrushProjectFinders[BrandSemrushProject | None, Page[BrandSemrushProject], list[BrandSemrushProject], BrandSemrushProject, int, Iterator[BrandSemrushProject]], BaseCollection[BrandSemrushProject, _BrandSemrushProjectItems, _BrandSemrushProjectKeys, BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def find_by_slice(self, brand_id: Any, geo_target_id: int, language_code: str) -> BrandSemrushProject | None: ...
    def all_by_organization_id(
        self, organization_id: Any, *, include_deleted: bool = False
    ) -> list[BrandSemrushProjectIdentity]: ...

class AsyncBrandSemrushProjectCollection(_BrandSemrushProjectFinders[Coroutine[Any, Any, AsyncBrandSemrushProject | None], Coroutine[Any, Any, Page[AsyncBrandSemrushProject]], Coroutine[Any, Any, list[AsyncBrandSemrushProject]], Coroutine[Any, Any, AsyncBrandSemrushProject], Coroutine[Any, Any, int], AsyncIterator[AsyncBrandSemrushProject]], AsyncBaseCollection[AsyncBrandSemrushProject, _BrandSemrushProjectItems, _BrandSemrushProjectKeys, BrandSemrushProjectAttributes, _BrandSemrushProjectName, _BrandSemrushProjectInclude]):  # fmt: skip
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

schema: Schema
