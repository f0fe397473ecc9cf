# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
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

class _BrandProperties:
    brand_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    name: Writable[str, str]
    status: Writable[Brand.Status | str | None, Brand.Status | str | None]
    semrush_sub_workspace_id: Writable[str | None, str | None]

@type_check_only
class BrandAttributes(_BrandProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _BrandFindBy(FindOptions[BrandAttributes, _BrandName, _BrandInclude], BrandValues, total=False): ...
class _BrandModelBy(ModelOptions[BrandAttributes, _BrandName, _BrandInclude], BrandValues, total=False): ...
class _BrandCursorBy(CursorOptions[BrandAttributes, _BrandName, _BrandInclude], BrandValues, total=False): ...
class _BrandListBy(ListOptions[BrandAttributes, _BrandName, _BrandInclude], BrandValues, total=False): ...
class _BrandPageBy(PageOptions[BrandAttributes, _BrandName, _BrandInclude], BrandValues, total=False): ...

class _BrandUpdates(TypedDict, total=False):
    updated_by: str | None
    name: str
    status: Brand.Status | str | None
    semrush_sub_workspace_id: str | None

class _BrandFields(_BrandProperties):
    def get_brand_id(self) -> str:
        """Return brand_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_status(self) -> Brand.Status | str | None:
        """Return status, or None."""

    def set_status(self, value: Brand.Status | str | None) -> Self: ...
    def get_semrush_sub_workspace_id(self) -> str | None:
        """Return semrush_sub_workspace_id, or None."""

    def set_semrush_sub_workspace_id(self, value: str | None) -> Self: ...

class Brand(_BrandFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        PENDING = "pending"
        ACTIVE = "active"
        DELETED = "deleted"
        IGNORED = "ignored"

    def update(self, **values: Unpack[_BrandUpdates]) -> Self: ...

class AsyncBrand(_BrandFields, AsyncBaseModel):
    """One brand. Brands are managed by another service: this package reads them and updates few attributes.

    ``semrush_sub_workspace_id`` is the brand's workspace at Semrush, or None if the brand uses its
    organization's.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = Brand.Status

    async def update(self, **values: Unpack[_BrandUpdates]) -> Self: ...

class _BrandFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _BrandKeys | None = None, **options: Unpack[_BrandModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _BrandKeys | None = None, **options: Unpack[_BrandCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _BrandKeys | None = None, **options: Unpack[_BrandListBy]) -> _List: ...
    def first(self, keys: _BrandKeys | None = None, **options: Unpack[_BrandFindBy]) -> _One: ...
    def page(
        self, keys: _BrandKeys | None = None, *, limit: int, cursor: str | None = None, **options: Unpack[_BrandPageBy]
    ) -> _Page: ...
    def count(
        self,
        keys: _BrandKeys | None = None,
        *,
        where: Callable[[BrandAttributes, Operators], Expression | None] | None = None,
        between: tuple[_BrandName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[BrandValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _BrandKeys | None = None, *, limit: int | None = None, **options: Unpack[_BrandFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _BrandItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _BrandName | Sequence[_BrandName] | None = None,
        **values: Unpack[BrandValues],
    ) -> _New: ...
    @overload
    def all_by_semrush_sub_workspace_id(self, semrush_sub_workspace_id: str, **options: Unpack[_BrandModel]) -> _One:
        """Find all entities by semrush_sub_workspace_id. Takes the options of `all`."""

    @overload
    def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandCursor]
    ) -> _Page: ...
    @overload
    def all_by_semrush_sub_workspace_id(
        self, semrush_sub_workspace_id: str, **options: Unpack[_BrandList]
    ) -> _List: ...
    def find_by_semrush_sub_workspace_id(self, semrush_sub_workspace_id: str, **options: Unpack[_BrandFind]) -> _One:
        """Find the first entity by semrush_sub_workspace_id. Takes the options of `all`."""

class BrandCollection(_BrandFinders[Brand | None, Page[Brand], list[Brand], Brand, int, Iterator[Brand]], BaseCollection[Brand, _BrandItems, _BrandKeys, BrandAttributes, _BrandName, _BrandInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncBrandCollection(_BrandFinders[Coroutine[Any, Any, AsyncBrand | None], Coroutine[Any, Any, Page[AsyncBrand]], Coroutine[Any, Any, list[AsyncBrand]], Coroutine[Any, Any, AsyncBrand], Coroutine[Any, Any, int], AsyncIterator[AsyncBrand]], AsyncBaseCollection[AsyncBrand, _BrandItems, _BrandKeys, BrandAttributes, _BrandName, _BrandInclude]):  # fmt: skip
    """All brands."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
