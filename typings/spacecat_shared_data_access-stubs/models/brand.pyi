# mypy: disable-error-code="overload-overlap, override"
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal, Never, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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

# fmt: off
_BrandName: TypeAlias = Literal[
    "brand_id", "created_at", "updated_at", "updated_by", "name", "status", "semrush_sub_workspace_id"
]
_BrandInclude: TypeAlias = Never
_BrandItems: TypeAlias = BrandItem | BrandJsonItem
_BrandKeys: TypeAlias = BrandValues | BrandJsonValues
_BrandFind: TypeAlias = FindOptions[BrandAttributes, _BrandName, _BrandInclude]
_BrandModel: TypeAlias = ModelOptions[BrandAttributes, _BrandName, _BrandInclude]
_BrandCursor: TypeAlias = CursorOptions[BrandAttributes, _BrandName, _BrandInclude]
_BrandList: TypeAlias = ListOptions[BrandAttributes, _BrandName, _BrandInclude]
# fmt: on

@type_check_only
class _BrandOptional(TypedDict, total=False):
    brand_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    status: Brand.Status | str | None
    semrush_sub_workspace_id: str | None

@type_check_only
class BrandItem(_BrandOptional):
    """An item of `create`, by Python name."""

    name: str

@type_check_only
class BrandValues(_BrandOptional, total=False):
    """Values of some attributes, by Python name."""

    name: str

@type_check_only
class _BrandJsonOptional(TypedDict, total=False):
    brandId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    status: Brand.Status | str | None
    semrushSubWorkspaceId: str | None

@type_check_only
class BrandJsonItem(_BrandJsonOptional):
    """An item of `create`, by JSON name."""

    name: str

@type_check_only
class BrandJsonValues(_BrandJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    name: str

@type_check_only
class BrandAttributes:
    """The ``attrs`` of a ``where`` callback."""

    brand_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    name: Column
    status: Column
    semrush_sub_workspace_id: Column

    def __getitem__(self, column: str) -> Column: ...

class _BrandFields:
    def get_brand_id(self) -> str:
        """Return brand_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self:
        """Set name and return the model. `save` stores it."""

    def get_status(self) -> Brand.Status | str | None:
        """Return status, or None."""

    def set_status(self, value: Brand.Status | str | None) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_semrush_sub_workspace_id(self) -> str | None:
        """Return semrush_sub_workspace_id, or None."""

    def set_semrush_sub_workspace_id(self, value: str | None) -> Self:
        """Set semrush_sub_workspace_id and return the model. `save` stores it."""

class Brand(_BrandFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        PENDING = "pending"
        ACTIVE = "active"
        DELETED = "deleted"
        IGNORED = "ignored"

class AsyncBrand(_BrandFields, AsyncBaseModel):
    """One brand. Brands are managed by another service: this package reads them and updates few attributes.

    ``semrush_sub_workspace_id`` is the brand's workspace at Semrush, or None if the brand uses its
    organization's.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = Brand.Status

class BrandCollection(BaseCollection[Brand, _BrandItems, _BrandKeys, BrandAttributes, _BrandName, _BrandInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandModel]
    ) -> Brand | None:
        """Find all entities by semrush_sub_workspace_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandCursor]
    ) -> Page[Brand]: ...
    @overload
    def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandList]
    ) -> list[Brand]: ...
    def find_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandFind]
    ) -> Brand | None:
        """Find the first entity by semrush_sub_workspace_id. Takes the options of `all`."""

class AsyncBrandCollection(AsyncBaseCollection[AsyncBrand, _BrandItems, _BrandKeys, BrandAttributes, _BrandName, _BrandInclude]):  # fmt: skip
    """All brands."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandModel]
    ) -> AsyncBrand | None:
        """Find all entities by semrush_sub_workspace_id. Takes the options of `all`."""

    @overload
    async def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandCursor]
    ) -> Page[AsyncBrand]: ...
    @overload
    async def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandList]
    ) -> list[AsyncBrand]: ...
    async def find_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandFind]
    ) -> AsyncBrand | None:
        """Find the first entity by semrush_sub_workspace_id. Takes the options of `all`."""

schema: Schema
