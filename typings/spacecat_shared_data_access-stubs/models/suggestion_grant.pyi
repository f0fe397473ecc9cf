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
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

@dataclass(frozen=True, slots=True)
class GrantStatus:
    granted_ids: list[str]
    not_granted_ids: list[str]
    grant_ids: list[str]

@dataclass(frozen=True, slots=True)
class Granted:
    granted_suggestions: Any
    success: Literal[True] = True

@dataclass(frozen=True, slots=True)
class Revoked:
    revoked_count: Any
    success: Literal[True] = True

@dataclass(frozen=True, slots=True)
class NotDone:
    reason: str
    success: Literal[False] = False

# fmt: off
_SuggestionGrantName: TypeAlias = Literal[
    "suggestion_grant_id", "created_at", "updated_at", "updated_by", "suggestion_id", "grant_id",
    "site_id", "token_id", "token_type", "granted_at"
]
_SuggestionGrantInclude: TypeAlias = Never
_SuggestionGrantItems: TypeAlias = SuggestionGrantItem | SuggestionGrantJsonItem
_SuggestionGrantKeys: TypeAlias = SuggestionGrantValues | SuggestionGrantJsonValues
_SuggestionGrantFind: TypeAlias = FindOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude]
_SuggestionGrantModel: TypeAlias = ModelOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude]
_SuggestionGrantCursor: TypeAlias = CursorOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude]
_SuggestionGrantList: TypeAlias = ListOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude]
# fmt: on

@type_check_only
class _SuggestionGrantOptional(TypedDict, total=False):
    suggestion_grant_id: str | UUID
    created_at: str | datetime
    updated_by: str | None

@type_check_only
class SuggestionGrantItem(_SuggestionGrantOptional):
    """An item of `create`, by Python name."""

    updated_at: str | datetime
    suggestion_id: str | UUID
    grant_id: str | UUID
    site_id: str | UUID
    token_id: str | UUID
    token_type: str
    granted_at: str | datetime

@type_check_only
class SuggestionGrantValues(_SuggestionGrantOptional, total=False):
    """Values of some attributes, by Python name."""

    updated_at: str | datetime
    suggestion_id: str | UUID
    grant_id: str | UUID
    site_id: str | UUID
    token_id: str | UUID
    token_type: str
    granted_at: str | datetime

@type_check_only
class _SuggestionGrantJsonOptional(TypedDict, total=False):
    suggestionGrantId: str | UUID
    createdAt: str | datetime
    updatedBy: str | None

@type_check_only
class SuggestionGrantJsonItem(_SuggestionGrantJsonOptional):
    """An item of `create`, by JSON name."""

    updatedAt: str | datetime
    suggestionId: str | UUID
    grantId: str | UUID
    siteId: str | UUID
    tokenId: str | UUID
    tokenType: str
    grantedAt: str | datetime

@type_check_only
class SuggestionGrantJsonValues(_SuggestionGrantJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    updatedAt: str | datetime
    suggestionId: str | UUID
    grantId: str | UUID
    siteId: str | UUID
    tokenId: str | UUID
    tokenType: str
    grantedAt: str | datetime

class _SuggestionGrantProperties:
    suggestion_grant_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str | None]
    updated_by: Writable[str | None, str | None]
    suggestion_id: ReadOnly[str]
    grant_id: ReadOnly[str]
    site_id: ReadOnly[str]
    token_id: ReadOnly[str]
    token_type: ReadOnly[str]
    granted_at: ReadOnly[str]

@type_check_only
class SuggestionGrantAttributes(_SuggestionGrantProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SuggestionGrantFindBy(
    FindOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude],
    SuggestionGrantValues,
    total=False,
): ...
class _SuggestionGrantModelBy(
    ModelOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude],
    SuggestionGrantValues,
    total=False,
): ...
class _SuggestionGrantCursorBy(
    CursorOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude],
    SuggestionGrantValues,
    total=False,
): ...
class _SuggestionGrantListBy(
    ListOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude],
    SuggestionGrantValues,
    total=False,
): ...
class _SuggestionGrantPageBy(
    PageOptions[SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude],
    SuggestionGrantValues,
    total=False,
): ...

class _SuggestionGrantUpdates(TypedDict, total=False):
    updated_by: str | None

class _SuggestionGrantFields(_SuggestionGrantProperties):
    def get_suggestion_grant_id(self) -> str:
        """Return suggestion_grant_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str | None:
        """Return updated_at, or None."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_suggestion_id(self) -> str:
        """Return suggestion_id."""

    def get_grant_id(self) -> str:
        """Return grant_id."""

    def get_site_id(self) -> str:
        """Return site_id."""

    def get_token_id(self) -> str:
        """Return token_id."""

    def get_token_type(self) -> str:
        """Return token_type."""

    def get_granted_at(self) -> str:
        """Return granted_at."""

class SuggestionGrant(_SuggestionGrantFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def save(self, *, if_unchanged: bool = False) -> Self: ...
    def update(self, **values: Unpack[_SuggestionGrantUpdates]) -> Self: ...

class AsyncSuggestionGrant(_SuggestionGrantFields, AsyncBaseModel):
    """A suggestion of a grant. A grant costs one token for any number of suggestions.

    Rows are created and deleted by functions of the database: see `SuggestionGrantCollection`.
    """

    ENTITY_NAME: ClassVar[str]

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Save the changes. See `BaseModel.save`.

        The table has no ``updated_at``, so only this model has the time of the change.
        """

    async def update(self, **values: Unpack[_SuggestionGrantUpdates]) -> Self: ...

class _SuggestionGrantFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _SuggestionGrantKeys | None = None, **options: Unpack[_SuggestionGrantModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _SuggestionGrantKeys | None = None, **options: Unpack[_SuggestionGrantCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _SuggestionGrantKeys | None = None, **options: Unpack[_SuggestionGrantListBy]
    ) -> _List: ...
    def first(self, keys: _SuggestionGrantKeys | None = None, **options: Unpack[_SuggestionGrantFindBy]) -> _One: ...
    def page(
        self,
        keys: _SuggestionGrantKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SuggestionGrantPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SuggestionGrantKeys | None = None,
        *,
        where: Callable[[SuggestionGrantAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SuggestionGrantName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SuggestionGrantValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _SuggestionGrantKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_SuggestionGrantFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _SuggestionGrantItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SuggestionGrantName | Sequence[_SuggestionGrantName] | None = None,
        **values: Unpack[SuggestionGrantValues],
    ) -> _New: ...
    @overload
    def all_by_suggestion_id(self, suggestion_id: str | UUID, **options: Unpack[_SuggestionGrantModel]) -> _One:
        """Find all entities by suggestion_id. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id(self, suggestion_id: str | UUID, **options: Unpack[_SuggestionGrantCursor]) -> _Page: ...
    @overload
    def all_by_suggestion_id(self, suggestion_id: str | UUID, **options: Unpack[_SuggestionGrantList]) -> _List: ...
    def find_by_suggestion_id(self, suggestion_id: str | UUID, **options: Unpack[_SuggestionGrantFind]) -> _One:
        """Find the first entity by suggestion_id. Takes the options of `all`."""

    @overload
    def all_by_token_id(self, token_id: str | UUID, **options: Unpack[_SuggestionGrantModel]) -> _One:
        """Find all entities by token_id. Takes the options of `all`."""

    @overload
    def all_by_token_id(self, token_id: str | UUID, **options: Unpack[_SuggestionGrantCursor]) -> _Page: ...
    @overload
    def all_by_token_id(self, token_id: str | UUID, **options: Unpack[_SuggestionGrantList]) -> _List: ...
    def find_by_token_id(self, token_id: str | UUID, **options: Unpack[_SuggestionGrantFind]) -> _One:
        """Find the first entity by token_id. Takes the options of `all`."""

class SuggestionGrantCollection(_SuggestionGrantFinders[SuggestionGrant | None, Page[SuggestionGrant], list[SuggestionGrant], SuggestionGrant, int, Iterator[SuggestionGrant]], BaseCollection[SuggestionGrant, _SuggestionGrantItems, _SuggestionGrantKeys, SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]
    FIND_BY_SUGGESTION_IDS_CHUNK_SIZE: ClassVar[int]

    def find_by_suggestion_ids(self, suggestion_ids: Sequence[Any] | None = None) -> list[Row]: ...
    def split_suggestions_by_grant_status(self, suggestion_ids: Sequence[Any] | None = None) -> GrantStatus: ...
    def is_suggestion_granted(self, suggestion_id: str | UUID | None = None) -> bool: ...
    def grant_suggestions(
        self,
        suggestion_ids: Sequence[Any] | None = None,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
    ) -> Granted | NotDone: ...
    def revoke_suggestion_grant(self, grant_id: str | UUID | None = None) -> Revoked | NotDone: ...
    def invoke_grant_suggestions_rpc(
        self, suggestion_ids: Sequence[Any], site_id: Any, token_type: str, cycle: str
    ) -> Any: ...
    def invoke_revoke_suggestion_grant_rpc(self, grant_id: str | UUID | None = None) -> Any: ...

class AsyncSuggestionGrantCollection(_SuggestionGrantFinders[Coroutine[Any, Any, AsyncSuggestionGrant | None], Coroutine[Any, Any, Page[AsyncSuggestionGrant]], Coroutine[Any, Any, list[AsyncSuggestionGrant]], Coroutine[Any, Any, AsyncSuggestionGrant], Coroutine[Any, Any, int], AsyncIterator[AsyncSuggestionGrant]], AsyncBaseCollection[AsyncSuggestionGrant, _SuggestionGrantItems, _SuggestionGrantKeys, SuggestionGrantAttributes, _SuggestionGrantName, _SuggestionGrantInclude]):  # fmt: skip
    """The collection of grants."""

    COLLECTION_NAME: ClassVar[str]
    FIND_BY_SUGGESTION_IDS_CHUNK_SIZE: ClassVar[int]

    async def find_by_suggestion_ids(self, suggestion_ids: Sequence[Any] | None = None) -> list[Row]:
        """Find the grants of many suggestions.

        Args:
            suggestion_ids: Any number of UUIDs; 100 are sent per request.

        Returns:
            Rows with ``suggestion_id`` and ``grant_id``. Empty if `suggestion_ids` is not a list.

        Raises:
            ValidationError: An ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to find grants by suggestion IDs``).
            UnavailableError: The server was not reachable or not available.
        """

    async def split_suggestions_by_grant_status(self, suggestion_ids: Sequence[Any] | None = None) -> GrantStatus:
        """Split suggestions into those that are granted and those that are not.

        Args:
            suggestion_ids: Any number of UUIDs. Duplicates and empty ones are ignored.

        Raises:
            ValidationError: ``suggestion_ids`` is not a list.
            DataAccessError: As for `find_by_suggestion_ids`.
        """

    async def is_suggestion_granted(self, suggestion_id: str | UUID | None = None) -> bool:
        """Return whether a suggestion is granted; False without an ID.

        Raises:
            DataAccessError: As for `find_by_suggestion_ids`.
        """

    async def grant_suggestions(
        self,
        suggestion_ids: Sequence[Any] | None = None,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
    ) -> Granted | NotDone:
        """Grant suggestions for one token of the current cycle, all of them or none.

        Args:
            suggestion_ids: The suggestions' UUIDs.
            site_id: The UUID of the site that has the token.
            token_type: Such as ``grant_cwv``.

        Returns:
            A `Granted`, or a `NotDone` with the reason: ``no_tokens`` if the site has no token left, or
            none was created in this cycle.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: The server rejected the request
                (``Failed to grant suggestions (wrpc_grant_suggestions)``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """

    async def revoke_suggestion_grant(self, grant_id: str | UUID | None = None) -> Revoked | NotDone:
        """Revoke a grant: its suggestions are no longer granted, and the site gets the token back.

        Args:
            grant_id: The grant's UUID.

        Raises:
            ValidationError: The ID is missing.
            DataAccessError: The server rejected the request
                (``Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """

    async def invoke_grant_suggestions_rpc(
        self, suggestion_ids: Sequence[Any], site_id: Any, token_type: str, cycle: str
    ) -> Any:
        """Call the database's function that grants suggestions. Use `grant_suggestions` instead.

        Args:
            suggestion_ids: The suggestions' UUIDs.
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            cycle: The token's cycle, such as ``2026-07``.

        Returns:
            The rows that the function returns.

        Raises:
            PostgrestError: The server rejected the request.
            NoResponseError: There was no response, so the outcome is unknown.
        """

    async def invoke_revoke_suggestion_grant_rpc(self, grant_id: str | UUID | None = None) -> Any:
        """Call the database's function that revokes a grant. Use `revoke_suggestion_grant` instead.

        Args:
            grant_id: The grant's UUID.

        Returns:
            The rows that the function returns.

        Raises:
            ValidationError: The ID is missing.
            PostgrestError: The server rejected the request.
            NoResponseError: There was no response, so the outcome is unknown.
        """

schema: Schema
