# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.fix_entity.model import AsyncFixEntity, FixEntity, _FixEntityInclude
from spacecat_shared_data_access.models.suggestion.model import AsyncSuggestion, Suggestion, _SuggestionInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_FixEntitySuggestionName: TypeAlias = Literal[
    "fix_entity_suggestion_id", "created_at", "updated_at", "updated_by", "fix_entity_id",
    "suggestion_id", "opportunity_id", "fix_entity_created_at", "fix_entity_created_date"
]
_FixEntitySuggestionInclude: TypeAlias = Literal[
    "fix_entity", "fix_entity.fix_entity_suggestions", "fix_entity.opportunity",
    "fix_entity.opportunity.site", "fix_entity.opportunity.audit", "fix_entity.opportunity.latest_audit",
    "suggestion", "suggestion.opportunity", "suggestion.opportunity.site", "suggestion.opportunity.audit",
    "suggestion.opportunity.latest_audit", "suggestion.fix_entity_suggestions"
]
_FixEntitySuggestionItems: TypeAlias = FixEntitySuggestionItem | FixEntitySuggestionJsonItem
_FixEntitySuggestionKeys: TypeAlias = FixEntitySuggestionValues | FixEntitySuggestionJsonValues
_FixEntitySuggestionFind: TypeAlias = FindOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude]
_FixEntitySuggestionModel: TypeAlias = ModelOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude]
_FixEntitySuggestionCursor: TypeAlias = CursorOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude]
_FixEntitySuggestionList: TypeAlias = ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude]
# fmt: on

@type_check_only
class _FixEntitySuggestionOptional(TypedDict, total=False):
    fix_entity_suggestion_id: str | UUID | None
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    fix_entity_created_date: str | datetime | None

@type_check_only
class FixEntitySuggestionItem(_FixEntitySuggestionOptional):
    """An item of `create`, by Python name."""

    fix_entity_id: str | UUID
    suggestion_id: str | UUID
    opportunity_id: str
    fix_entity_created_at: str | datetime

@type_check_only
class FixEntitySuggestionValues(_FixEntitySuggestionOptional, total=False):
    """Values of some attributes, by Python name."""

    fix_entity_id: str | UUID
    suggestion_id: str | UUID
    opportunity_id: str
    fix_entity_created_at: str | datetime

@type_check_only
class _FixEntitySuggestionJsonOptional(TypedDict, total=False):
    fixEntitySuggestionId: str | UUID | None
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    fixEntityCreatedDate: str | datetime | None

@type_check_only
class FixEntitySuggestionJsonItem(_FixEntitySuggestionJsonOptional):
    """An item of `create`, by JSON name."""

    fixEntityId: str | UUID
    suggestionId: str | UUID
    opportunityId: str
    fixEntityCreatedAt: str | datetime

@type_check_only
class FixEntitySuggestionJsonValues(_FixEntitySuggestionJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    fixEntityId: str | UUID
    suggestionId: str | UUID
    opportunityId: str
    fixEntityCreatedAt: str | datetime

class _FixEntitySuggestionProperties:
    fix_entity_suggestion_id: ReadOnly[str | None]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    fix_entity_id: Writable[str, str | UUID]
    suggestion_id: Writable[str, str | UUID]
    opportunity_id: ReadOnly[str]
    fix_entity_created_at: ReadOnly[str]
    fix_entity_created_date: ReadOnly[str | None]

@type_check_only
class FixEntitySuggestionAttributes(_FixEntitySuggestionProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _FixEntitySuggestionFindBy(
    FindOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude],
    FixEntitySuggestionValues,
    total=False,
): ...
class _FixEntitySuggestionModelBy(
    ModelOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude],
    FixEntitySuggestionValues,
    total=False,
): ...
class _FixEntitySuggestionCursorBy(
    CursorOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude],
    FixEntitySuggestionValues,
    total=False,
): ...
class _FixEntitySuggestionListBy(
    ListOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude],
    FixEntitySuggestionValues,
    total=False,
): ...
class _FixEntitySuggestionPageBy(
    PageOptions[FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude],
    FixEntitySuggestionValues,
    total=False,
): ...

class _FixEntitySuggestionUpdates(TypedDict, total=False):
    updated_by: str | None
    fix_entity_id: str | UUID
    suggestion_id: str | UUID

class _FixEntitySuggestionFields(_FixEntitySuggestionProperties):
    def get_fix_entity_suggestion_id(self) -> str | None:
        """Return fix_entity_suggestion_id, or None."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_fix_entity_id(self) -> str:
        """Return fix_entity_id."""

    def set_fix_entity_id(self, value: str | UUID) -> Self: ...
    def get_suggestion_id(self) -> str:
        """Return suggestion_id."""

    def set_suggestion_id(self, value: str | UUID) -> Self: ...
    def get_opportunity_id(self) -> str:
        """Return opportunity_id."""

    def get_fix_entity_created_at(self) -> str:
        """Return fix_entity_created_at."""

    def get_fix_entity_created_date(self) -> str | None:
        """Return fix_entity_created_date, or None."""

class FixEntitySuggestion(_FixEntitySuggestionFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    def get_id(self) -> str: ...
    def generate_composite_keys(self) -> dict[str, Any]: ...
    def update(self, **values: Unpack[_FixEntitySuggestionUpdates]) -> Self: ...
    def get_fix_entity(self, *, include: Sequence[_FixEntityInclude] = ()) -> FixEntity | None:
        """Return the FixEntity that this entity belongs to, or None."""

    def get_suggestion(self, *, include: Sequence[_SuggestionInclude] = ()) -> Suggestion | None:
        """Return the Suggestion that this entity belongs to, or None."""

class AsyncFixEntitySuggestion(_FixEntitySuggestionFields, AsyncBaseModel):
    """One suggestion that a fix resolves.

    A fix may resolve several suggestions, and a suggestion may have several fixes. The table has no ID column: a
    link is identified by the IDs of both sides.
    """

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    def get_id(self) -> str:
        """Return ``<suggestion's ID>#<fix's ID>``."""

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the key for removals and upserts: the IDs of both sides."""

    async def update(self, **values: Unpack[_FixEntitySuggestionUpdates]) -> Self: ...
    async def get_fix_entity(self, *, include: Sequence[_FixEntityInclude] = ()) -> AsyncFixEntity | None:
        """Return the FixEntity that this entity belongs to, or None."""

    async def get_suggestion(self, *, include: Sequence[_SuggestionInclude] = ()) -> AsyncSuggestion | None:
        """Return the Suggestion that this entity belongs to, or None."""

class _FixEntitySuggestionFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _FixEntitySuggestionKeys | None = None, **options: Unpack[_FixEntitySuggestionModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _FixEntitySuggestionKeys | None = None, **options: Unpack[_FixEntitySuggestionCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _FixEntitySuggestionKeys | None = None, **options: Unpack[_FixEntitySuggestionListBy]
    ) -> _List: ...
    def first(
        self, keys: _FixEntitySuggestionKeys | None = None, **options: Unpack[_FixEntitySuggestionFindBy]
    ) -> _One: ...
    def page(
        self,
        keys: _FixEntitySuggestionKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_FixEntitySuggestionPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _FixEntitySuggestionKeys | None = None,
        *,
        where: Callable[[FixEntitySuggestionAttributes, Operators], Expression | None] | None = None,
        between: tuple[_FixEntitySuggestionName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[FixEntitySuggestionValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _FixEntitySuggestionKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_FixEntitySuggestionFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _FixEntitySuggestionItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _FixEntitySuggestionName | Sequence[_FixEntitySuggestionName] | None = None,
        **values: Unpack[FixEntitySuggestionValues],
    ) -> _New: ...
    @overload
    def all_by_fix_entity_id(self, fix_entity_id: str | UUID, **options: Unpack[_FixEntitySuggestionModel]) -> _One:
        """Find all entities by fix_entity_id. Takes the options of `all`."""

    @overload
    def all_by_fix_entity_id(
        self, fix_entity_id: str | UUID, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> _Page: ...
    @overload
    def all_by_fix_entity_id(self, fix_entity_id: str | UUID, **options: Unpack[_FixEntitySuggestionList]) -> _List: ...
    def find_by_fix_entity_id(self, fix_entity_id: str | UUID, **options: Unpack[_FixEntitySuggestionFind]) -> _One:
        """Find the first entity by fix_entity_id. Takes the options of `all`."""

    @overload
    def all_by_fix_entity_id_and_updated_at(
        self, fix_entity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionModel]
    ) -> _One:
        """Find all entities by fix_entity_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_fix_entity_id_and_updated_at(
        self, fix_entity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> _Page: ...
    @overload
    def all_by_fix_entity_id_and_updated_at(
        self, fix_entity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionList]
    ) -> _List: ...
    def find_by_fix_entity_id_and_updated_at(
        self, fix_entity_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionFind]
    ) -> _One:
        """Find the first entity by fix_entity_id, updated_at. Takes the options of `all`."""

    def find_by_suggestion_id(self, suggestion_id: str | UUID, **options: Unpack[_FixEntitySuggestionFind]) -> _One:
        """Find the first entity by suggestion_id. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id_and_updated_at(
        self, suggestion_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionModel]
    ) -> _One:
        """Find all entities by suggestion_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_suggestion_id_and_updated_at(
        self, suggestion_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> _Page: ...
    @overload
    def all_by_suggestion_id_and_updated_at(
        self, suggestion_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionList]
    ) -> _List: ...
    def find_by_suggestion_id_and_updated_at(
        self, suggestion_id: str | UUID, updated_at: str | datetime, **options: Unpack[_FixEntitySuggestionFind]
    ) -> _One:
        """Find the first entity by suggestion_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str, **options: Unpack[_FixEntitySuggestionModel]) -> _One:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str, **options: Unpack[_FixEntitySuggestionCursor]) -> _Page: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str, **options: Unpack[_FixEntitySuggestionList]) -> _List: ...
    def find_by_opportunity_id(self, opportunity_id: str, **options: Unpack[_FixEntitySuggestionFind]) -> _One:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_fix_entity_created_date(
        self, opportunity_id: str, fix_entity_created_date: str | datetime, **options: Unpack[_FixEntitySuggestionModel]
    ) -> _One:
        """Find all entities by opportunity_id, fix_entity_created_date. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_fix_entity_created_date(
        self,
        opportunity_id: str,
        fix_entity_created_date: str | datetime,
        **options: Unpack[_FixEntitySuggestionCursor],
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_fix_entity_created_date(
        self, opportunity_id: str, fix_entity_created_date: str | datetime, **options: Unpack[_FixEntitySuggestionList]
    ) -> _List: ...
    def find_by_opportunity_id_and_fix_entity_created_date(
        self, opportunity_id: str, fix_entity_created_date: str | datetime, **options: Unpack[_FixEntitySuggestionFind]
    ) -> _One:
        """Find the first entity by opportunity_id, fix_entity_created_date. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_fix_entity_created_date_and_updated_at(
        self,
        opportunity_id: str,
        fix_entity_created_date: str | datetime,
        updated_at: str | datetime,
        **options: Unpack[_FixEntitySuggestionModel],
    ) -> _One:
        """Find all entities by opportunity_id, fix_entity_created_date, updated_at. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_fix_entity_created_date_and_updated_at(
        self,
        opportunity_id: str,
        fix_entity_created_date: str | datetime,
        updated_at: str | datetime,
        **options: Unpack[_FixEntitySuggestionCursor],
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_fix_entity_created_date_and_updated_at(
        self,
        opportunity_id: str,
        fix_entity_created_date: str | datetime,
        updated_at: str | datetime,
        **options: Unpack[_FixEntitySuggestionList],
    ) -> _List: ...
    def find_by_opportunity_id_and_fix_entity_created_date_and_updated_at(
        self,
        opportunity_id: str,
        fix_entity_created_date: str | datetime,
        updated_at: str | datetime,
        **options: Unpack[_FixEntitySuggestionFind],
    ) -> _One:
        """Find the first entity by opportunity_id, fix_entity_created_date, updated_at. Takes the options of `all`."""

class FixEntitySuggestionCollection(_FixEntitySuggestionFinders[FixEntitySuggestion | None, Page[FixEntitySuggestion], list[FixEntitySuggestion], FixEntitySuggestion, int, Iterator[FixEntitySuggestion]], BaseCollection[FixEntitySuggestion, _FixEntitySuggestionItems, _FixEntitySuggestionKeys, FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[_FixEntitySuggestionModel]
    ) -> FixEntitySuggestion | None: ...
    @overload
    def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[FixEntitySuggestion]: ...
    @overload
    def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[_FixEntitySuggestionList]
    ) -> list[FixEntitySuggestion]: ...

class AsyncFixEntitySuggestionCollection(_FixEntitySuggestionFinders[Coroutine[Any, Any, AsyncFixEntitySuggestion | None], Coroutine[Any, Any, Page[AsyncFixEntitySuggestion]], Coroutine[Any, Any, list[AsyncFixEntitySuggestion]], Coroutine[Any, Any, AsyncFixEntitySuggestion], Coroutine[Any, Any, int], AsyncIterator[AsyncFixEntitySuggestion]], AsyncBaseCollection[AsyncFixEntitySuggestion, _FixEntitySuggestionItems, _FixEntitySuggestionKeys, FixEntitySuggestionAttributes, _FixEntitySuggestionName, _FixEntitySuggestionInclude]):  # fmt: skip
    """All links."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[_FixEntitySuggestionModel]
    ) -> AsyncFixEntitySuggestion | None:
        """Find the links of a suggestion.

        Args:
            suggestion_id: The suggestion's UUID.
            **options: See `Options`.

        Returns:
            As for `all`.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[_FixEntitySuggestionCursor]
    ) -> Page[AsyncFixEntitySuggestion]: ...
    @overload
    async def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[_FixEntitySuggestionList]
    ) -> list[AsyncFixEntitySuggestion]: ...

schema: Schema
