# mypy: disable-error-code="overload-overlap, override"
"""Token: how many suggestions a site may still be granted."""

from collections.abc import Sequence
from datetime import datetime
from typing import (
    Any,
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
    Page,
)
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_TokenName: TypeAlias = Literal[
    "token_id", "created_at", "updated_at", "updated_by", "site_id", "token_type", "cycle", "total", "used"
]

@type_check_only
class TokenItem(TypedDict):
    """What `create` takes, by Python name."""

    token_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    site_id: str | UUID
    token_type: str
    cycle: str
    total: float
    used: NotRequired[float]

@type_check_only
class TokenValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    token_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | UUID
    token_type: str
    cycle: str
    total: float
    used: float

@type_check_only
class TokenJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    tokenId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    siteId: str | UUID
    tokenType: str
    cycle: str
    total: float
    used: NotRequired[float]

@type_check_only
class TokenJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    tokenId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | UUID
    tokenType: str
    cycle: str
    total: float
    used: float

@type_check_only
class TokenAttributes:
    """What a where callback gets as ``attrs``."""

    token_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    token_type: Column
    cycle: Column
    total: Column
    used: Column

    def __getitem__(self, column: str) -> Column: ...

class _TokenFields:
    """The getters and setters of a `Token`, blocking or not."""

    def get_token_id(self) -> str:
        """Give token_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_site_id(self) -> str:
        """Give site_id."""

    def get_token_type(self) -> str:
        """Give token_type."""

    def set_token_type(self, value: str) -> Self:
        """Set token_type and give the model back. `save` stores it."""

    def get_cycle(self) -> str:
        """Give cycle."""

    def get_total(self) -> float:
        """Give total."""

    def get_used(self) -> float:
        """Give used."""

    def set_used(self, value: float) -> Self:
        """Set used and give the model back. `save` stores it."""

class Token(_TokenFields, BaseModel):
    """A site's tokens of one type for one cycle: how many there are, and how many are used.

    A grant of suggestions uses one, however many suggestions it is for. UNIQUE (site_id, token_type,
    cycle).
    """

    ENTITY_NAME: ClassVar[str]

    def get_remaining(self) -> float:
        """Give how many tokens are left in the cycle: 0 or more."""

class AsyncToken(_TokenFields, AsyncBaseModel):
    """A site's tokens of one type for one cycle: how many there are, and how many are used.

    A grant of suggestions uses one, however many suggestions it is for. UNIQUE (site_id, token_type,
    cycle).
    """

    ENTITY_NAME: ClassVar[str]

    def get_remaining(self) -> float:
        """Give how many tokens are left in the cycle: 0 or more."""

class TokenCollection(
    BaseCollection[
        Token, TokenItem | TokenJsonItem, TokenValues | TokenJsonValues, TokenAttributes, _TokenName
    ]
):
    """All tokens."""

    COLLECTION_NAME: ClassVar[str]

    def find_last_created_by_site_id_and_token_type(
        self, site_id: str | UUID | None = None, token_type: str | None = None
    ) -> Token | None:
        """Find a site's tokens of a type in the latest cycle for which there are any, or None.

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.

        Raises:
            ValidationError: One of them is missing.
            DataAccessError: As for `all`.
        """

    def find_by_site_id_and_token_type(
        self,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
        *,
        create_if_not_found: bool = False,
        total: Any = None,
    ) -> Token | None:
        """Find a site's tokens of a type in the present cycle (the month, in UTC).

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            create_if_not_found: Whether to make them where there are none.
            total: How many to make: at least 1, and at most what a cycle grants, which is also what is
                made where not given.

        Returns:
            What was found or made, or None.

        Raises:
            ValidationError: The site or the type is missing, there is no grant for the type, or the
                total is no number.
            ConflictError: Another caller made them at the same time.
            DataAccessError: As for `all` and `create`.
        """

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Token | None:
        """Find a site's tokens.

        Args:
            site_id: The site's UUID.
            token_types: The types to find, one or more; all where not given.
            cycle: The cycle, such as ``2026-07``; all where not given.
            **options: As for `all`; ``where`` has no effect beside ``token_types``.

        Returns:
            As for `all`.

        Raises:
            ValidationError: The site is missing, or the types or the cycle are empty.
            DataAccessError: As for `all`.
        """

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Page[Token]: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> list[Token]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[FindOptions[TokenAttributes, _TokenName]]
    ) -> Token | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_token_type(
        self,
        site_id: str | UUID,
        token_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Token | None:
        """Find all entities by site_id, token_type. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_token_type(
        self,
        site_id: str | UUID,
        token_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Page[Token]: ...
    @overload
    def all_by_site_id_and_token_type(
        self,
        site_id: str | UUID,
        token_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> list[Token]: ...
    @overload
    def all_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Token | None:
        """Find all entities by site_id, token_type, cycle. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Page[Token]: ...
    @overload
    def all_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> list[Token]: ...
    def find_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        **options: Unpack[FindOptions[TokenAttributes, _TokenName]],
    ) -> Token | None:
        """Find the first entity by site_id, token_type, cycle. Takes the options of `all`."""

class AsyncTokenCollection(
    AsyncBaseCollection[
        AsyncToken, TokenItem | TokenJsonItem, TokenValues | TokenJsonValues, TokenAttributes, _TokenName
    ]
):
    """All tokens."""

    COLLECTION_NAME: ClassVar[str]

    async def find_last_created_by_site_id_and_token_type(
        self, site_id: str | UUID | None = None, token_type: str | None = None
    ) -> AsyncToken | None:
        """Find a site's tokens of a type in the latest cycle for which there are any, or None.

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.

        Raises:
            ValidationError: One of them is missing.
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
        """Find a site's tokens of a type in the present cycle (the month, in UTC).

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            create_if_not_found: Whether to make them where there are none.
            total: How many to make: at least 1, and at most what a cycle grants, which is also what is
                made where not given.

        Returns:
            What was found or made, or None.

        Raises:
            ValidationError: The site or the type is missing, there is no grant for the type, or the
                total is no number.
            ConflictError: Another caller made them at the same time.
            DataAccessError: As for `all` and `create`.
        """

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> AsyncToken | None:
        """Find a site's tokens.

        Args:
            site_id: The site's UUID.
            token_types: The types to find, one or more; all where not given.
            cycle: The cycle, such as ``2026-07``; all where not given.
            **options: As for `all`; ``where`` has no effect beside ``token_types``.

        Returns:
            As for `all`.

        Raises:
            ValidationError: The site is missing, or the types or the cycle are empty.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Page[AsyncToken]: ...
    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> list[AsyncToken]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[FindOptions[TokenAttributes, _TokenName]]
    ) -> AsyncToken | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_token_type(
        self,
        site_id: str | UUID,
        token_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> AsyncToken | None:
        """Find all entities by site_id, token_type. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_token_type(
        self,
        site_id: str | UUID,
        token_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Page[AsyncToken]: ...
    @overload
    async def all_by_site_id_and_token_type(
        self,
        site_id: str | UUID,
        token_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> list[AsyncToken]: ...
    @overload
    async def all_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> AsyncToken | None:
        """Find all entities by site_id, token_type, cycle. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> Page[AsyncToken]: ...
    @overload
    async def all_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TokenAttributes, _TokenName]],
    ) -> list[AsyncToken]: ...
    async def find_by_site_id_and_token_type_and_cycle(
        self,
        site_id: str | UUID,
        token_type: str,
        cycle: str,
        **options: Unpack[FindOptions[TokenAttributes, _TokenName]],
    ) -> AsyncToken | None:
        """Find the first entity by site_id, token_type, cycle. Takes the options of `all`."""

schema: Schema
