# mypy: disable-error-code="overload-overlap, override"
"""Brand: a brand of an organization, as far as its connection with Semrush goes."""

from datetime import datetime
from enum import StrEnum
from typing import (
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
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_BrandName: TypeAlias = Literal[
    "brand_id", "created_at", "updated_at", "updated_by", "name", "status", "semrush_sub_workspace_id"
]

@type_check_only
class BrandItem(TypedDict):
    """What `create` takes, by Python name."""

    brand_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    name: str
    status: NotRequired[Brand.Status | str | None]
    semrush_sub_workspace_id: NotRequired[str | None]

@type_check_only
class BrandValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    brand_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    name: str
    status: Brand.Status | str | None
    semrush_sub_workspace_id: str | None

@type_check_only
class BrandJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    brandId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    name: str
    status: NotRequired[Brand.Status | str | None]
    semrushSubWorkspaceId: NotRequired[str | None]

@type_check_only
class BrandJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    brandId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    name: str
    status: Brand.Status | str | None
    semrushSubWorkspaceId: str | None

@type_check_only
class BrandAttributes:
    """What a where callback gets as ``attrs``."""

    brand_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    name: Column
    status: Column
    semrush_sub_workspace_id: Column

    def __getitem__(self, column: str) -> Column: ...

class _BrandFields:
    """The getters and setters of a `Brand`, blocking or not."""

    def get_brand_id(self) -> str:
        """Give brand_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_name(self) -> str:
        """Give name."""

    def set_name(self, value: str) -> Self:
        """Set name and give the model back. `save` stores it."""

    def get_status(self) -> Brand.Status | str | None:
        """Give status; None where there is none."""

    def set_status(self, value: Brand.Status | str | None) -> Self:
        """Set status and give the model back. `save` stores it."""

    def get_semrush_sub_workspace_id(self) -> str | None:
        """Give semrush_sub_workspace_id; None where there is none."""

    def set_semrush_sub_workspace_id(self, value: str | None) -> Self:
        """Set semrush_sub_workspace_id and give the model back. `save` stores it."""

class Brand(_BrandFields, BaseModel):
    """One brand. Brands are made and kept elsewhere: here they are read, and few attributes changed.

    ``semrush_sub_workspace_id`` is the brand's own workspace at Semrush; None where the brand shares its
    organization's.
    """

    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        """What has become of a brand; the database's ``reference_status``."""

        PENDING = "pending"
        ACTIVE = "active"
        DELETED = "deleted"
        IGNORED = "ignored"

class AsyncBrand(_BrandFields, AsyncBaseModel):
    """One brand. Brands are made and kept elsewhere: here they are read, and few attributes changed.

    ``semrush_sub_workspace_id`` is the brand's own workspace at Semrush; None where the brand shares its
    organization's.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = Brand.Status

class BrandCollection(
    BaseCollection[
        Brand, BrandItem | BrandJsonItem, BrandValues | BrandJsonValues, BrandAttributes, _BrandName
    ]
):
    """All brands."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_semrush_sub_workspace_id(
        self,
        semrush_sub_workspace_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[BrandAttributes, _BrandName]],
    ) -> Brand | None:
        """Find all entities by semrush_sub_workspace_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_sub_workspace_id(
        self,
        semrush_sub_workspace_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[BrandAttributes, _BrandName]],
    ) -> Page[Brand]: ...
    @overload
    def all_by_semrush_sub_workspace_id(
        self,
        semrush_sub_workspace_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[BrandAttributes, _BrandName]],
    ) -> list[Brand]: ...
    def find_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[FindOptions[BrandAttributes, _BrandName]]
    ) -> Brand | None:
        """Find the first entity by semrush_sub_workspace_id. Takes the options of `all`."""

class AsyncBrandCollection(
    AsyncBaseCollection[
        AsyncBrand, BrandItem | BrandJsonItem, BrandValues | BrandJsonValues, BrandAttributes, _BrandName
    ]
):
    """All brands."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_semrush_sub_workspace_id(
        self,
        semrush_sub_workspace_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[BrandAttributes, _BrandName]],
    ) -> AsyncBrand | None:
        """Find all entities by semrush_sub_workspace_id. Takes the options of `all`."""

    @overload
    async def all_by_semrush_sub_workspace_id(
        self,
        semrush_sub_workspace_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[BrandAttributes, _BrandName]],
    ) -> Page[AsyncBrand]: ...
    @overload
    async def all_by_semrush_sub_workspace_id(
        self,
        semrush_sub_workspace_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[BrandAttributes, _BrandName]],
    ) -> list[AsyncBrand]: ...
    async def find_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[FindOptions[BrandAttributes, _BrandName]]
    ) -> AsyncBrand | None:
        """Find the first entity by semrush_sub_workspace_id. Takes the options of `all`."""

schema: Schema
