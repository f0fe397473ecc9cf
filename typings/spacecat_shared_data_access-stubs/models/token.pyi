# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Never, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel, Page
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_TokenName: TypeAlias = Literal[
    "token_id", "created_at", "updated_at", "updated_by", "site_id", "token_type", "cycle", "total",
    "used"
]
_TokenInclude: TypeAlias = Never
_TokenItems: TypeAlias = TokenItem | TokenJsonItem
_TokenKeys: TypeAlias = TokenValues | TokenJsonValues
_TokenFind: TypeAlias = FindOptions[TokenAttributes, _TokenName, _TokenInclude]
_TokenModel: TypeAlias = ModelOptions[TokenAttributes, _TokenName, _TokenInclude]
_TokenCursor: TypeAlias = CursorOptions[TokenAttributes, _TokenName, _TokenInclude]
_TokenList: TypeAlias = ListOptions[TokenAttributes, _TokenName, _TokenInclude]
# fmt: on

@type_check_only
class _TokenOptional(TypedDict, total=False):
    token_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    used: float

@type_check_only
class TokenItem(_TokenOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    token_type: str
    cycle: str
    total: float

@type_check_only
class TokenValues(_TokenOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    token_type: str
    cycle: str
    total: float

@type_check_only
class _TokenJsonOptional(TypedDict, total=False):
    tokenId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    used: float

@type_check_only
class TokenJsonItem(_TokenJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    tokenType: str
    cycle: str
    total: float

@type_check_only
class TokenJsonValues(_TokenJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    tokenType: str
    cycle: str
    total: float

class _TokenProperties:
    token_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: ReadOnly[str]
    token_type: Writable[str, str]
    cycle: ReadOnly[str]
    total: ReadOnly[float]
    used: Writable[float, float]

@type_check_only
class TokenAttributes(_TokenProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _TokenFindBy(FindOptions[TokenAttributes, _TokenName, _TokenInclude], TokenValues, total=False): ...
class _TokenModelBy(ModelOptions[TokenAttributes, _TokenName, _TokenInclude], TokenValues, total=False): ...
class _TokenCursorBy(CursorOptions[TokenAttributes, _TokenName, _TokenInclude], TokenValues, total=False): ...
class _TokenListBy(ListOptions[TokenAttributes, _TokenName, _TokenInclude], TokenValues, total=False): ...
class _TokenPageBy(PageOptions[TokenAttributes, _TokenName, _TokenInclude], TokenValues, total=False): ...

class _TokenUpdates(TypedDict, total=False):
    updated_by: str | None
    token_type: str
    used: float

class _TokenFields(_TokenProperties):
    def get_token_id(self) -> str:
        """Return token_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def get_token_type(self) -> str:
        """Return token_type."""

    def set_token_type(self, value: str) -> Self: ...
    def get_cycle(self) -> str:
        """Return cycle."""

    def get_total(self) -> float:
        """Return total."""

    def get_used(self) -> float:
        """Return used."""

    def set_used(self, value: float) -> Self: ...

class Token(_TokenFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def get_remaining(self) -> float: ...
    def update(self, **values: Unpack[_TokenUpdates]) -> Self: ...

class AsyncToken(_TokenFields, AsyncBaseModel):
    """The tokens of a type that a site has in a cycle: the total, and how many are used.

    A grant uses one token for any number of suggestions. UNIQUE (site_id, token_type, cycle).
    """

    ENTITY_NAME: ClassVar[str]

    def get_remaining(self) -> float:
        """Return the number of tokens that are left, 0 or more."""

    async def update(self, **values: Unpack[_TokenUpdates]) -> Self: ...

class _TokenFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _TokenKeys | None = None, **options: Unpack[_TokenModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _TokenKeys | None = None, **options: Unpack[_TokenCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _TokenKeys | None = None, **options: Unpack[_TokenListBy]) -> _List: ...
    def first(self, keys: _TokenKeys | None = None, **options: Unpack[_TokenFindBy]) -> _One: ...
    def page(
        self, keys: _TokenKeys | None = None, *, limit: int, cursor: str | None = None, **options: Unpack[_TokenPageBy]
    ) -> _Page: ...
    def count(
        self,
        keys: _TokenKeys | None = None,
        *,
        where: Callable[[TokenAttributes, Operators], Expression | None] | None = None,
        between: tuple[_TokenName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[TokenValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _TokenKeys | None = None, *, limit: int | None = None, **options: Unpack[_TokenFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _TokenItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _TokenName | Sequence[_TokenName] | None = None,
        **values: Unpack[TokenValues],
    ) -> _New: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_TokenFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_token_type(
        self, site_id: str | UUID, token_type: str, **options: Unpack[_TokenModel]
    ) -> _One:
        """Find all entities by site_id, token_type. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_token_type(
        self, site_id: str | UUID, token_type: str, **options: Unpack[_TokenCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_token_type(
        self, site_id: str | UUID, token_type: str, **options: Unpack[_TokenList]
    ) -> _List: ...
    @overload
    def all_by_site_id_and_token_type_and_cycle(
        self, site_id: str | UUID, token_type: str, cycle: str, **options: Unpack[_TokenModel]
    ) -> _One:
        """Find all entities by site_id, token_type, cycle. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_token_type_and_cycle(
        self, site_id: str | UUID, token_type: str, cycle: str, **options: Unpack[_TokenCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_token_type_and_cycle(
        self, site_id: str | UUID, token_type: str, cycle: str, **options: Unpack[_TokenList]
    ) -> _List: ...
    def find_by_site_id_and_token_type_and_cycle(
        self, site_id: str | UUID, token_type: str, cycle: str, **options: Unpack[_TokenFind]
    ) -> _One:
        """Find the first entity by site_id, token_type, cycle. Takes the options of `all`."""

class TokenCollection(_TokenFinders[Token | None, Page[Token], list[Token], Token, int, Iterator[Token]], BaseCollection[Token, _TokenItems, _TokenKeys, TokenAttributes, _TokenName, _TokenInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def find_last_created_by_site_id_and_token_type(
        self, site_id: str | UUID | None = None, token_type: str | None = None
    ) -> Token | None: ...
    def find_by_site_id_and_token_type(
        self,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
        *,
        create_if_not_found: bool = False,
        total: Any = None,
    ) -> Token | None: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[_TokenModel],
    ) -> Token | None: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[_TokenCursor],
    ) -> Page[Token]: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[_TokenList],
    ) -> list[Token]: ...

class AsyncTokenCollection(_TokenFinders[Coroutine[Any, Any, AsyncToken | None], Coroutine[Any, Any, Page[AsyncToken]], Coroutine[Any, Any, list[AsyncToken]], Coroutine[Any, Any, AsyncToken], Coroutine[Any, Any, int], AsyncIterator[AsyncToken]], AsyncBaseCollection[AsyncToken, _TokenItems, _TokenKeys, TokenAttributes, _TokenName, _TokenInclude]):  # fmt: skip
    """The collection of tokens."""

    COLLECTION_NAME: ClassVar[str]

    async def find_last_created_by_site_id_and_token_type(
        self, site_id: str | UUID | None = None, token_type: str | None = None
    ) -> AsyncToken | None:
        """Find the tokens of a site and type in the latest cycle that has any.

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """

    async def find_by_site_id_and_token_type(
        self,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
        *,
        create_if_not_found: bool = False,
        total: Any = None,
    ) -> AsyncToken | None:
        """Find the tokens of a site and type in the current cycle (the month, in UTC).

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            create_if_not_found: Whether to create them if there are none. If several callers do so at the
                same time, one creates them and the others find them.
            total: The number of tokens to create, at least 1 and at most the number that the type grants
                per cycle. The default is that number.

        Returns:
            The tokens that were found or created, or None.

        Raises:
            ValidationError: The site ID or the type is missing, the type is not in `TOKEN_GRANTS`, or the
                total is not a number.
            DataAccessError: As for `all` and `create`.
        """

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[_TokenModel],
    ) -> AsyncToken | None:
        """Find the tokens of a site.

        Args:
            site_id: The site's UUID.
            token_types: The types to find, at least one. The default is all types.
            cycle: The cycle, such as ``2026-07``. The default is all cycles.
            **options: As for `all`.

        Returns:
            As for `all`.

        Raises:
            ValidationError: The site ID is missing, or the types or the cycle are empty.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[_TokenCursor],
    ) -> Page[AsyncToken]: ...
    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[_TokenList],
    ) -> list[AsyncToken]: ...

schema: Schema
