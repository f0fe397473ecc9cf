# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
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

# fmt: off
_ApiKeyName: TypeAlias = Literal[
    "api_key_id", "created_at", "updated_at", "updated_by", "hashed_api_key", "ims_user_id", "ims_org_id",
    "name", "deleted_at", "expires_at", "revoked_at", "scopes"
]
_ApiKeyInclude: TypeAlias = Never
_ApiKeyItems: TypeAlias = ApiKeyItem | ApiKeyJsonItem
_ApiKeyKeys: TypeAlias = ApiKeyValues | ApiKeyJsonValues
_ApiKeyFind: TypeAlias = FindOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude]
_ApiKeyModel: TypeAlias = ModelOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude]
_ApiKeyCursor: TypeAlias = CursorOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude]
_ApiKeyList: TypeAlias = ListOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude]
# fmt: on

@type_check_only
class _ApiKeyOptional(TypedDict, total=False):
    api_key_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    ims_user_id: str | None
    ims_org_id: str | None
    deleted_at: str | datetime | None
    expires_at: str | datetime | None
    revoked_at: str | datetime | None

@type_check_only
class ApiKeyItem(_ApiKeyOptional):
    """An item of `create`, by Python name."""

    hashed_api_key: str
    name: str
    scopes: list[dict[str, Any]] | tuple[dict[str, Any], ...]

@type_check_only
class ApiKeyValues(_ApiKeyOptional, total=False):
    """Values of some attributes, by Python name."""

    hashed_api_key: str
    name: str
    scopes: list[dict[str, Any]] | tuple[dict[str, Any], ...]

@type_check_only
class _ApiKeyJsonOptional(TypedDict, total=False):
    apiKeyId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    imsUserId: str | None
    imsOrgId: str | None
    deletedAt: str | datetime | None
    expiresAt: str | datetime | None
    revokedAt: str | datetime | None

@type_check_only
class ApiKeyJsonItem(_ApiKeyJsonOptional):
    """An item of `create`, by JSON name."""

    hashedApiKey: str
    name: str
    scopes: list[dict[str, Any]] | tuple[dict[str, Any], ...]

@type_check_only
class ApiKeyJsonValues(_ApiKeyJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    hashedApiKey: str
    name: str
    scopes: list[dict[str, Any]] | tuple[dict[str, Any], ...]

class _ApiKeyProperties:
    api_key_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    hashed_api_key: Writable[str, str]
    ims_user_id: Writable[str | None, str | None]
    ims_org_id: Writable[str | None, str | None]
    name: Writable[str, str]
    deleted_at: Writable[str | None, str | datetime | None]
    expires_at: Writable[str | None, str | datetime | None]
    revoked_at: Writable[str | None, str | datetime | None]
    scopes: Writable[list[dict[str, Any]], list[dict[str, Any]] | tuple[dict[str, Any], ...]]

@type_check_only
class ApiKeyAttributes(_ApiKeyProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ApiKeyFindBy(FindOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude], ApiKeyValues, total=False): ...
class _ApiKeyModelBy(ModelOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude], ApiKeyValues, total=False): ...
class _ApiKeyCursorBy(CursorOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude], ApiKeyValues, total=False): ...
class _ApiKeyListBy(ListOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude], ApiKeyValues, total=False): ...
class _ApiKeyPageBy(PageOptions[ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude], ApiKeyValues, total=False): ...

class _ApiKeyUpdates(TypedDict, total=False):
    updated_by: str | None
    hashed_api_key: str
    ims_user_id: str | None
    ims_org_id: str | None
    name: str
    deleted_at: str | datetime | None
    expires_at: str | datetime | None
    revoked_at: str | datetime | None
    scopes: list[dict[str, Any]] | tuple[dict[str, Any], ...]

class _ApiKeyFields(_ApiKeyProperties):
    def get_api_key_id(self) -> str:
        """Return api_key_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_hashed_api_key(self) -> str:
        """Return hashed_api_key."""

    def set_hashed_api_key(self, value: str) -> Self: ...
    def get_ims_user_id(self) -> str | None:
        """Return ims_user_id, or None."""

    def set_ims_user_id(self, value: str | None) -> Self: ...
    def get_ims_org_id(self) -> str | None:
        """Return ims_org_id, or None."""

    def set_ims_org_id(self, value: str | None) -> Self: ...
    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_deleted_at(self) -> str | None:
        """Return deleted_at, or None."""

    def set_deleted_at(self, value: str | datetime | None) -> Self: ...
    def get_expires_at(self) -> str | None:
        """Return expires_at, or None."""

    def set_expires_at(self, value: str | datetime | None) -> Self: ...
    def get_revoked_at(self) -> str | None:
        """Return revoked_at, or None."""

    def set_revoked_at(self, value: str | datetime | None) -> Self: ...
    def get_scopes(self) -> list[dict[str, Any]]:
        """Return scopes."""

    def set_scopes(self, value: list[dict[str, Any]] | tuple[dict[str, Any], ...]) -> Self: ...

class ApiKey(_ApiKeyFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    SCOPE_NAMES: ClassVar[tuple[str, ...]]

    def is_valid(self) -> bool: ...
    def update(self, **values: Unpack[_ApiKeyUpdates]) -> Self: ...

class AsyncApiKey(_ApiKeyFields, AsyncBaseModel):
    """One API key: its owner, its scopes and its expiry."""

    ENTITY_NAME: ClassVar[str]
    SCOPE_NAMES: ClassVar[tuple[str, ...]]

    def is_valid(self) -> bool:
        """Return whether the key is valid now: neither deleted nor revoked nor expired."""

    async def update(self, **values: Unpack[_ApiKeyUpdates]) -> Self: ...

class _ApiKeyFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ApiKeyKeys | None = None, **options: Unpack[_ApiKeyModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ApiKeyKeys | None = None, **options: Unpack[_ApiKeyCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ApiKeyKeys | None = None, **options: Unpack[_ApiKeyListBy]) -> _List: ...
    def first(self, keys: _ApiKeyKeys | None = None, **options: Unpack[_ApiKeyFindBy]) -> _One: ...
    def page(
        self,
        keys: _ApiKeyKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ApiKeyPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ApiKeyKeys | None = None,
        *,
        where: Callable[[ApiKeyAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ApiKeyName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ApiKeyValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ApiKeyKeys | None = None, *, limit: int | None = None, **options: Unpack[_ApiKeyFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ApiKeyItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ApiKeyName | Sequence[_ApiKeyName] | None = None,
        **values: Unpack[ApiKeyValues],
    ) -> _New: ...
    @overload
    def all_by_hashed_api_key(self, hashed_api_key: str, **options: Unpack[_ApiKeyModel]) -> _One:
        """Find all entities by hashed_api_key. Takes the options of `all`."""

    @overload
    def all_by_hashed_api_key(self, hashed_api_key: str, **options: Unpack[_ApiKeyCursor]) -> _Page: ...
    @overload
    def all_by_hashed_api_key(self, hashed_api_key: str, **options: Unpack[_ApiKeyList]) -> _List: ...
    def find_by_hashed_api_key(self, hashed_api_key: str, **options: Unpack[_ApiKeyFind]) -> _One:
        """Find the first entity by hashed_api_key. Takes the options of `all`."""

    @overload
    def all_by_hashed_api_key_and_updated_at(
        self, hashed_api_key: str, updated_at: str | datetime, **options: Unpack[_ApiKeyModel]
    ) -> _One:
        """Find all entities by hashed_api_key, updated_at. Takes the options of `all`."""

    @overload
    def all_by_hashed_api_key_and_updated_at(
        self, hashed_api_key: str, updated_at: str | datetime, **options: Unpack[_ApiKeyCursor]
    ) -> _Page: ...
    @overload
    def all_by_hashed_api_key_and_updated_at(
        self, hashed_api_key: str, updated_at: str | datetime, **options: Unpack[_ApiKeyList]
    ) -> _List: ...
    def find_by_hashed_api_key_and_updated_at(
        self, hashed_api_key: str, updated_at: str | datetime, **options: Unpack[_ApiKeyFind]
    ) -> _One:
        """Find the first entity by hashed_api_key, updated_at. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ApiKeyModel]) -> _One:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ApiKeyCursor]) -> _Page: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ApiKeyList]) -> _List: ...
    def find_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_ApiKeyFind]) -> _One:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_ims_user_id(
        self, ims_org_id: str, ims_user_id: str, **options: Unpack[_ApiKeyModel]
    ) -> _One:
        """Find all entities by ims_org_id, ims_user_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_ims_user_id(
        self, ims_org_id: str, ims_user_id: str, **options: Unpack[_ApiKeyCursor]
    ) -> _Page: ...
    @overload
    def all_by_ims_org_id_and_ims_user_id(
        self, ims_org_id: str, ims_user_id: str, **options: Unpack[_ApiKeyList]
    ) -> _List: ...
    def find_by_ims_org_id_and_ims_user_id(
        self, ims_org_id: str, ims_user_id: str, **options: Unpack[_ApiKeyFind]
    ) -> _One:
        """Find the first entity by ims_org_id, ims_user_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_ims_user_id_and_updated_at(
        self, ims_org_id: str, ims_user_id: str, updated_at: str | datetime, **options: Unpack[_ApiKeyModel]
    ) -> _One:
        """Find all entities by ims_org_id, ims_user_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_ims_user_id_and_updated_at(
        self, ims_org_id: str, ims_user_id: str, updated_at: str | datetime, **options: Unpack[_ApiKeyCursor]
    ) -> _Page: ...
    @overload
    def all_by_ims_org_id_and_ims_user_id_and_updated_at(
        self, ims_org_id: str, ims_user_id: str, updated_at: str | datetime, **options: Unpack[_ApiKeyList]
    ) -> _List: ...
    def find_by_ims_org_id_and_ims_user_id_and_updated_at(
        self, ims_org_id: str, ims_user_id: str, updated_at: str | datetime, **options: Unpack[_ApiKeyFind]
    ) -> _One:
        """Find the first entity by ims_org_id, ims_user_id, updated_at. Takes the options of `all`."""

class ApiKeyCollection(_ApiKeyFinders[ApiKey | None, Page[ApiKey], list[ApiKey], ApiKey, int, Iterator[ApiKey]], BaseCollection[ApiKey, _ApiKeyItems, _ApiKeyKeys, ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncApiKeyCollection(_ApiKeyFinders[Coroutine[Any, Any, AsyncApiKey | None], Coroutine[Any, Any, Page[AsyncApiKey]], Coroutine[Any, Any, list[AsyncApiKey]], Coroutine[Any, Any, AsyncApiKey], Coroutine[Any, Any, int], AsyncIterator[AsyncApiKey]], AsyncBaseCollection[AsyncApiKey, _ApiKeyItems, _ApiKeyKeys, ApiKeyAttributes, _ApiKeyName, _ApiKeyInclude]):  # fmt: skip
    """All API keys."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
