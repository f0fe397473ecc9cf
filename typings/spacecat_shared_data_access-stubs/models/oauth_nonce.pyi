# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Never, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly
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
_OAuthNonceName: TypeAlias = Literal[
    "o_auth_nonce_id", "created_at", "updated_at", "updated_by", "nonce", "expires_at"
]
_OAuthNonceInclude: TypeAlias = Never
_OAuthNonceItems: TypeAlias = OAuthNonceItem | OAuthNonceJsonItem
_OAuthNonceKeys: TypeAlias = OAuthNonceValues | OAuthNonceJsonValues
_OAuthNonceFind: TypeAlias = FindOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude]
_OAuthNonceModel: TypeAlias = ModelOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude]
_OAuthNonceCursor: TypeAlias = CursorOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude]
_OAuthNonceList: TypeAlias = ListOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude]
# fmt: on

@type_check_only
class _OAuthNonceOptional(TypedDict, total=False):
    o_auth_nonce_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime | None
    updated_by: str | None

@type_check_only
class OAuthNonceItem(_OAuthNonceOptional):
    """An item of `create`, by Python name."""

    nonce: str
    expires_at: str | datetime

@type_check_only
class OAuthNonceValues(_OAuthNonceOptional, total=False):
    """Values of some attributes, by Python name."""

    nonce: str
    expires_at: str | datetime

@type_check_only
class _OAuthNonceJsonOptional(TypedDict, total=False):
    oAuthNonceId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime | None
    updatedBy: str | None

@type_check_only
class OAuthNonceJsonItem(_OAuthNonceJsonOptional):
    """An item of `create`, by JSON name."""

    nonce: str
    expiresAt: str | datetime

@type_check_only
class OAuthNonceJsonValues(_OAuthNonceJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    nonce: str
    expiresAt: str | datetime

class _OAuthNonceProperties:
    o_auth_nonce_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str | None]
    updated_by: ReadOnly[str | None]
    nonce: ReadOnly[str]
    expires_at: ReadOnly[str]

@type_check_only
class OAuthNonceAttributes(_OAuthNonceProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _OAuthNonceFindBy(
    FindOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude], OAuthNonceValues, total=False
): ...
class _OAuthNonceModelBy(
    ModelOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude], OAuthNonceValues, total=False
): ...
class _OAuthNonceCursorBy(
    CursorOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude], OAuthNonceValues, total=False
): ...
class _OAuthNonceListBy(
    ListOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude], OAuthNonceValues, total=False
): ...
class _OAuthNoncePageBy(
    PageOptions[OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude], OAuthNonceValues, total=False
): ...

class _OAuthNonceFields(_OAuthNonceProperties):
    def get_o_auth_nonce_id(self) -> str:
        """Return o_auth_nonce_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str | None:
        """Return updated_at, or None."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def get_nonce(self) -> str:
        """Return nonce."""

    def get_expires_at(self) -> str:
        """Return expires_at."""

class OAuthNonce(_OAuthNonceFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

class AsyncOAuthNonce(_OAuthNonceFields, AsyncBaseModel):
    """A nonce of an OAuth flow: issued as ``state``, consumed once when the provider calls back.

    Append-only: the database grants no update. The nonce itself never appears in a log line or an error.
    """

    ENTITY_NAME: ClassVar[str]

class _OAuthNonceFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _OAuthNonceKeys | None = None, **options: Unpack[_OAuthNonceModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _OAuthNonceKeys | None = None, **options: Unpack[_OAuthNonceCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _OAuthNonceKeys | None = None, **options: Unpack[_OAuthNonceListBy]) -> _List: ...
    def first(self, keys: _OAuthNonceKeys | None = None, **options: Unpack[_OAuthNonceFindBy]) -> _One: ...
    def page(
        self,
        keys: _OAuthNonceKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_OAuthNoncePageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _OAuthNonceKeys | None = None,
        *,
        where: Callable[[OAuthNonceAttributes, Operators], Expression | None] | None = None,
        between: tuple[_OAuthNonceName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[OAuthNonceValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _OAuthNonceKeys | None = None, *, limit: int | None = None, **options: Unpack[_OAuthNonceFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _OAuthNonceItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _OAuthNonceName | Sequence[_OAuthNonceName] | None = None,
        **values: Unpack[OAuthNonceValues],
    ) -> _New: ...
    @overload
    def all_by_nonce(self, nonce: str, **options: Unpack[_OAuthNonceModel]) -> _One:
        """Find all entities by nonce. Takes the options of `all`."""

    @overload
    def all_by_nonce(self, nonce: str, **options: Unpack[_OAuthNonceCursor]) -> _Page: ...
    @overload
    def all_by_nonce(self, nonce: str, **options: Unpack[_OAuthNonceList]) -> _List: ...
    def find_by_nonce(self, nonce: str, **options: Unpack[_OAuthNonceFind]) -> _One:
        """Find the first entity by nonce. Takes the options of `all`."""

class OAuthNonceCollection(_OAuthNonceFinders[OAuthNonce | None, Page[OAuthNonce], list[OAuthNonce], OAuthNonce, int, Iterator[OAuthNonce]], BaseCollection[OAuthNonce, _OAuthNonceItems, _OAuthNonceKeys, OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def issue(self, ttl: float = 600) -> OAuthNonce: ...
    def consume(self, nonce: str) -> bool: ...
    def delete(self, keys: Mapping[str, str] | None = None, *, nonce: str | None = None) -> int: ...

class AsyncOAuthNonceCollection(_OAuthNonceFinders[Coroutine[Any, Any, AsyncOAuthNonce | None], Coroutine[Any, Any, Page[AsyncOAuthNonce]], Coroutine[Any, Any, list[AsyncOAuthNonce]], Coroutine[Any, Any, AsyncOAuthNonce], Coroutine[Any, Any, int], AsyncIterator[AsyncOAuthNonce]], AsyncBaseCollection[AsyncOAuthNonce, _OAuthNonceItems, _OAuthNonceKeys, OAuthNonceAttributes, _OAuthNonceName, _OAuthNonceInclude]):  # fmt: skip
    """The collection of nonces."""

    COLLECTION_NAME: ClassVar[str]

    async def issue(self, ttl: float = 600) -> AsyncOAuthNonce:
        """Create a nonce that cannot be guessed.

        Args:
            ttl: How long it is valid, in seconds.

        Returns:
            The stored nonce. Send its `get_nonce` as ``state``.

        Raises:
            ValidationError: ``ttl`` is not a positive number.
            DataAccessError: The server rejected the request (``Failed to create``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """

    async def consume(self, nonce: str) -> bool:
        """Consume a nonce and return whether it was valid. Same as `delete`, with a boolean result.

        Args:
            nonce: The nonce that the provider sent back.

        Returns:
            Whether it was valid. If several callers consume it at the same time, one of them gets True.

        Raises:
            ValidationError: The nonce is not a non-empty string.
            DataAccessError: As for `delete`. The nonce must then be treated as invalid.
        """

    async def delete(self, keys: Mapping[str, str] | None = None, *, nonce: str | None = None) -> int:
        """Consume a nonce: delete it in one request, unless it has expired.

        If several callers consume the same nonce at the same time, one of them gets 1. An expired nonce is
        not accepted even if its row still exists.

        Args:
            keys: ``{"nonce": …}``, as in the original; or use the keyword.
            nonce: The nonce.

        Returns:
            1 if the nonce was valid and is now consumed; 0 if it is unknown, consumed or expired.

        Raises:
            ValidationError: The nonce is missing or passed twice, or ``keys`` has another key, which the
                request would not filter by.
            DataAccessError: The server rejected the request (``Failed to consume OAuth nonce``). The nonce
                must then be treated as invalid.
            UnavailableError: The server could not be reached, or the outcome is unknown. The same applies.
        """

schema: Schema
