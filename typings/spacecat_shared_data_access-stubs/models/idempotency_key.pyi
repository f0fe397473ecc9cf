# mypy: disable-error-code="overload-overlap, override, misc"
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
from spacecat_shared_data_access.models.idempotent_request import AsyncIdempotentRequest, IdempotentRequest, OnError
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_IdempotencyKeyName: TypeAlias = Literal[
    "idempotency_key_id", "created_at", "updated_at", "updated_by", "organization_id", "key", "endpoint",
    "status", "response", "expires_at"
]
_IdempotencyKeyInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections"
]
_IdempotencyKeyItems: TypeAlias = IdempotencyKeyItem | IdempotencyKeyJsonItem
_IdempotencyKeyKeys: TypeAlias = IdempotencyKeyValues | IdempotencyKeyJsonValues
_IdempotencyKeyFind: TypeAlias = FindOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude]
_IdempotencyKeyModel: TypeAlias = ModelOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude]
_IdempotencyKeyCursor: TypeAlias = CursorOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude]
_IdempotencyKeyList: TypeAlias = ListOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude]
# fmt: on

@type_check_only
class _IdempotencyKeyOptional(TypedDict, total=False):
    idempotency_key_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    status: IdempotencyKey.Status | str
    response: Any

@type_check_only
class IdempotencyKeyItem(_IdempotencyKeyOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    key: str
    endpoint: str
    expires_at: str | datetime

@type_check_only
class IdempotencyKeyValues(_IdempotencyKeyOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    key: str
    endpoint: str
    expires_at: str | datetime

@type_check_only
class _IdempotencyKeyJsonOptional(TypedDict, total=False):
    idempotencyKeyId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    status: IdempotencyKey.Status | str
    response: Any

@type_check_only
class IdempotencyKeyJsonItem(_IdempotencyKeyJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    key: str
    endpoint: str
    expiresAt: str | datetime

@type_check_only
class IdempotencyKeyJsonValues(_IdempotencyKeyJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    key: str
    endpoint: str
    expiresAt: str | datetime

class _IdempotencyKeyProperties:
    idempotency_key_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    key: ReadOnly[str]
    endpoint: ReadOnly[str]
    status: Writable[IdempotencyKey.Status | str, IdempotencyKey.Status | str]
    response: Writable[Any, Any]
    expires_at: ReadOnly[str]

@type_check_only
class IdempotencyKeyAttributes(_IdempotencyKeyProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _IdempotencyKeyFindBy(
    FindOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude],
    IdempotencyKeyValues,
    total=False,
): ...
class _IdempotencyKeyModelBy(
    ModelOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude],
    IdempotencyKeyValues,
    total=False,
): ...
class _IdempotencyKeyCursorBy(
    CursorOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude],
    IdempotencyKeyValues,
    total=False,
): ...
class _IdempotencyKeyListBy(
    ListOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude],
    IdempotencyKeyValues,
    total=False,
): ...
class _IdempotencyKeyPageBy(
    PageOptions[IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude],
    IdempotencyKeyValues,
    total=False,
): ...

class _IdempotencyKeyUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    status: IdempotencyKey.Status | str
    response: Any

class _IdempotencyKeyFields(_IdempotencyKeyProperties):
    def get_idempotency_key_id(self) -> str:
        """Return idempotency_key_id."""

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
    def get_key(self) -> str:
        """Return key."""

    def get_endpoint(self) -> str:
        """Return endpoint."""

    def get_status(self) -> IdempotencyKey.Status | str:
        """Return status."""

    def set_status(self, value: IdempotencyKey.Status | str) -> Self: ...
    def get_response(self) -> Any:
        """Return response, or None."""

    def set_response(self, value: Any) -> Self: ...
    def get_expires_at(self) -> str:
        """Return expires_at."""

class IdempotencyKey(_IdempotencyKeyFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        PROCESSING = "processing"
        COMPLETED = "completed"
        FAILED = "failed"

    def update(self, **values: Unpack[_IdempotencyKeyUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

class AsyncIdempotencyKey(_IdempotencyKeyFields, AsyncBaseModel):
    """One request that must take effect once.

    A key is unique for its organization and endpoint: if two requests create it concurrently, one raises
    ConflictError. Its status changes from ``processing`` to ``completed`` or ``failed``, and ``response`` stores
    the response for retries. An expired key counts as missing.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = IdempotencyKey.Status

    async def update(self, **values: Unpack[_IdempotencyKeyUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

class _IdempotencyKeyFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _IdempotencyKeyKeys | None = None, **options: Unpack[_IdempotencyKeyModelBy]) -> _One: ...
    @overload
    def all(
        self, sort_keys: _IdempotencyKeyKeys | None = None, **options: Unpack[_IdempotencyKeyCursorBy]
    ) -> _Page: ...
    @overload
    def all(self, sort_keys: _IdempotencyKeyKeys | None = None, **options: Unpack[_IdempotencyKeyListBy]) -> _List: ...
    def first(self, keys: _IdempotencyKeyKeys | None = None, **options: Unpack[_IdempotencyKeyFindBy]) -> _One: ...
    def page(
        self,
        keys: _IdempotencyKeyKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_IdempotencyKeyPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _IdempotencyKeyKeys | None = None,
        *,
        where: Callable[[IdempotencyKeyAttributes, Operators], Expression | None] | None = None,
        between: tuple[_IdempotencyKeyName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[IdempotencyKeyValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _IdempotencyKeyKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_IdempotencyKeyFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _IdempotencyKeyItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _IdempotencyKeyName | Sequence[_IdempotencyKeyName] | None = None,
        **values: Unpack[IdempotencyKeyValues],
    ) -> _New: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_IdempotencyKeyModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_IdempotencyKeyCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_IdempotencyKeyList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_IdempotencyKeyFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_IdempotencyKeyModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_IdempotencyKeyCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_IdempotencyKeyList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_IdempotencyKeyFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

class IdempotencyKeyCollection(_IdempotencyKeyFinders[IdempotencyKey | None, Page[IdempotencyKey], list[IdempotencyKey], IdempotencyKey, int, Iterator[IdempotencyKey]], BaseCollection[IdempotencyKey, _IdempotencyKeyItems, _IdempotencyKeyKeys, IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def guard(
        self, key: str, organization_id: str | UUID, endpoint: str, *, ttl: float, on_error: OnError = "release"
    ) -> IdempotentRequest: ...
    def find_active_key(self, key: str, organization_id: Any, endpoint: str | None = None) -> IdempotencyKey | None: ...
    def delete_expired(self) -> int: ...

class AsyncIdempotencyKeyCollection(_IdempotencyKeyFinders[Coroutine[Any, Any, AsyncIdempotencyKey | None], Coroutine[Any, Any, Page[AsyncIdempotencyKey]], Coroutine[Any, Any, list[AsyncIdempotencyKey]], Coroutine[Any, Any, AsyncIdempotencyKey], Coroutine[Any, Any, int], AsyncIterator[AsyncIdempotencyKey]], AsyncBaseCollection[AsyncIdempotencyKey, _IdempotencyKeyItems, _IdempotencyKeyKeys, IdempotencyKeyAttributes, _IdempotencyKeyName, _IdempotencyKeyInclude]):  # fmt: skip
    """All idempotency keys."""

    COLLECTION_NAME: ClassVar[str]

    def guard(
        self, key: str, organization_id: str | UUID, endpoint: str, *, ttl: float, on_error: OnError = "release"
    ) -> AsyncIdempotentRequest:
        """Return a context manager in which one request with this key takes effect.

        ```python
        with data_access.IdempotencyKey.guard(key, organization_id, "POST /tickets", ttl=120) as request:
            if request.replayed:
                return request.response
            ...
            request.complete({"statusCode": 201, "body": body})
        ```

        With an `AsyncDataAccess` it is ``async with`` and ``await request.complete(…)``. Nothing is sent
        before the block is entered. Leaving the block without `IdempotentRequest.complete` releases the key
        and raises DataAccessError.

        Args:
            key: The key, as sent by the client.
            organization_id: The organization's UUID.
            endpoint: The operation that the key belongs to, such as ``POST /tickets``.
            ttl: Seconds for which the claim, and then the response, is valid. A key that has expired is
                claimed again, whether or not it was deleted.
            on_error: If the block raises, ``release`` removes the key and ``fail`` keeps it with the status
                ``failed``. A retry can claim it in both cases.

        Returns:
            An `IdempotentRequest`. Entering it raises `RequestInFlightError` while another request holds the
            key, and the errors of `create`; with ``in_doubt`` the key may be claimed until it expires.

        Raises:
            ValidationError: The key or endpoint is empty, the organization's ID is not a UUID, ``ttl`` is not
                a positive number or ``on_error`` is unknown.
        """

    async def find_active_key(
        self, key: str, organization_id: Any, endpoint: str | None = None
    ) -> AsyncIdempotencyKey | None:
        """Find a key that has not expired.

        Args:
            key: The key, as sent by the client.
            organization_id: The organization's UUID.
            endpoint: The operation that the key belongs to. Keys are unique per endpoint only: by default, a
                key of any endpoint is found, as in the original. `guard` always uses the endpoint.

        Returns:
            The key, or None if there is none or it has expired.

        Raises:
            ValidationError: The key is empty, or the organization's ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to find active idempotency key``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def delete_expired(self) -> int:
        """Delete the expired keys of all organizations.

        Returns:
            The number of deleted keys.

        Raises:
            DataAccessError: The server rejected the request (``Failed to delete expired idempotency keys``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """

schema: Schema
