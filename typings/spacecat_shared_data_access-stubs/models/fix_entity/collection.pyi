# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Unpack, overload
from uuid import UUID

from spacecat_shared_data_access.models.arguments import HasId
from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection, ErrorItem
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.fix_entity.model import (
    AsyncFixEntity,
    FixEntity,
    FixEntityAttributes,
    FixEntityValues,
    _FixEntityCursor,
    _FixEntityCursorBy,
    _FixEntityFind,
    _FixEntityFindBy,
    _FixEntityInclude,
    _FixEntityItems,
    _FixEntityKeys,
    _FixEntityList,
    _FixEntityListBy,
    _FixEntityModel,
    _FixEntityModelBy,
    _FixEntityName,
    _FixEntityPageBy,
)
from spacecat_shared_data_access.models.fix_entity_suggestion import AsyncFixEntitySuggestion, FixEntitySuggestion
from spacecat_shared_data_access.models.suggestion import AsyncSuggestion, Suggestion
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

@dataclass(frozen=True, slots=True)
class FixWithSuggestions:
    fix_entity: FixEntity
    suggestions: list[Suggestion]

@dataclass(frozen=True, slots=True)
class AsyncFixWithSuggestions:
    """A fix and the suggestions that it resolves.

    Attributes:
        fix_entity: The fix.
        suggestions: Its suggestions, as far as they exist.
    """

    fix_entity: AsyncFixEntity
    suggestions: list[AsyncSuggestion]

@dataclass(frozen=True, slots=True)
class SuggestionsOfFix:
    created_items: list[FixEntitySuggestion]
    error_items: list[ErrorItem]
    removed_count: int

@dataclass(frozen=True, slots=True)
class AsyncSuggestionsOfFix:
    """The result of setting a fix's suggestions.

    Attributes:
        created_items: The new links.
        error_items: The links that were invalid. They were not sent.
        removed_count: The number of removed links.
    """

    created_items: list[AsyncFixEntitySuggestion]
    error_items: list[ErrorItem]
    removed_count: int

class _FixEntityFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _FixEntityKeys | None = None, **options: Unpack[_FixEntityModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _FixEntityKeys | None = None, **options: Unpack[_FixEntityCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _FixEntityKeys | None = None, **options: Unpack[_FixEntityListBy]) -> _List: ...
    def first(self, keys: _FixEntityKeys | None = None, **options: Unpack[_FixEntityFindBy]) -> _One: ...
    def page(
        self,
        keys: _FixEntityKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_FixEntityPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _FixEntityKeys | None = None,
        *,
        where: Callable[[FixEntityAttributes, Operators], Expression | None] | None = None,
        between: tuple[_FixEntityName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[FixEntityValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _FixEntityKeys | None = None, *, limit: int | None = None, **options: Unpack[_FixEntityFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _FixEntityItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _FixEntityName | Sequence[_FixEntityName] | None = None,
        **values: Unpack[FixEntityValues],
    ) -> _New: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_FixEntityModel]) -> _One:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_FixEntityCursor]) -> _Page: ...
    @overload
    def all_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_FixEntityList]) -> _List: ...
    def find_by_opportunity_id(self, opportunity_id: str | UUID, **options: Unpack[_FixEntityFind]) -> _One:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityModel]
    ) -> _One:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityCursor]
    ) -> _Page: ...
    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityList]
    ) -> _List: ...
    def find_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityFind]
    ) -> _One:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

class FixEntityCollection(_FixEntityFinders[FixEntity | None, Page[FixEntity], list[FixEntity], FixEntity, int, Iterator[FixEntity]], BaseCollection[FixEntity, _FixEntityItems, _FixEntityKeys, FixEntityAttributes, _FixEntityName, _FixEntityInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def get_suggestions_by_fix_entity_id(self, fix_entity_id: Any) -> list[Suggestion]: ...
    def set_suggestions_for_fix_entity(
        self, opportunity_id: Any, fix_entity: FixEntity, suggestions: Sequence[HasId]
    ) -> SuggestionsOfFix: ...
    def get_all_fixes_with_suggestion_by_created_at(
        self, opportunity_id: Any, fix_entity_created_date: Any
    ) -> list[FixWithSuggestions]: ...
    def get_all_fixes_with_suggestions_by_opportunity_id(self, opportunity_id: Any) -> list[FixWithSuggestions]: ...
    def all_by_opportunity_ids(self, opportunity_ids: Sequence[str]) -> list[FixEntity]: ...

class AsyncFixEntityCollection(_FixEntityFinders[Coroutine[Any, Any, AsyncFixEntity | None], Coroutine[Any, Any, Page[AsyncFixEntity]], Coroutine[Any, Any, list[AsyncFixEntity]], Coroutine[Any, Any, AsyncFixEntity], Coroutine[Any, Any, int], AsyncIterator[AsyncFixEntity]], AsyncBaseCollection[AsyncFixEntity, _FixEntityItems, _FixEntityKeys, FixEntityAttributes, _FixEntityName, _FixEntityInclude]):  # fmt: skip
    """All fixes."""

    COLLECTION_NAME: ClassVar[str]

    async def get_suggestions_by_fix_entity_id(self, fix_entity_id: Any) -> list[AsyncSuggestion]:
        """Find the suggestions that a fix resolves.

        Args:
            fix_entity_id: The fix's UUID.

        Returns:
            The suggestions, in unspecified order.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to get suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def set_suggestions_for_fix_entity(
        self, opportunity_id: Any, fix_entity: AsyncFixEntity, suggestions: Sequence[HasId]
    ) -> AsyncSuggestionsOfFix:
        """Set the suggestions that a fix resolves: create the missing links and remove all others.

        Existing links of the given suggestions are kept. If creating fails, links are removed nevertheless, and
        vice versa: the failure is logged, and the result lacks these links.

        Args:
            opportunity_id: The UUID of the opportunity that the fix belongs to.
            fix_entity: The fix.
            suggestions: All suggestions of the fix, or other objects with a ``get_id()``. An empty list removes
                all links. Duplicates are ignored. An ID that is not a UUID is reported in ``error_items``.

        Raises:
            ValidationError: The ID is not a UUID, the fix is missing, or the suggestions are not a list of
                objects with an ID. Nothing was sent.
            DataAccessError: The existing links could not be read
                (``Failed to set suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def get_all_fixes_with_suggestion_by_created_at(
        self, opportunity_id: Any, fix_entity_created_date: Any
    ) -> list[AsyncFixWithSuggestions]:
        """Find the fixes of an opportunity that have suggestions and are from a given day.

        Args:
            opportunity_id: The opportunity's UUID.
            fix_entity_created_date: The day in UTC, as ``2026-06-01`` or a date. A fix is from the day on which
                it was executed, or created if it was not executed.

        Returns:
            The fixes, each with its suggestions.

        Raises:
            ValidationError: The ID is not a UUID, or the day is missing.
            DataAccessError: The server rejected the request (``Failed to query``, ``Failed to batch get by keys``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def get_all_fixes_with_suggestions_by_opportunity_id(
        self, opportunity_id: Any
    ) -> list[AsyncFixWithSuggestions]:
        """Find all fixes of an opportunity, each with its suggestions.

        Args:
            opportunity_id: The opportunity's UUID.

        Returns:
            The fixes in the order of status, with or without suggestions.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to query``, ``Failed to batch get by keys``).
            UnavailableError: The server could not be reached or could not respond.
        """

    async def all_by_opportunity_ids(self, opportunity_ids: Sequence[str]) -> list[AsyncFixEntity]:
        """Find the fixes of many opportunities, such as those of a site.

        Args:
            opportunity_ids: Any number of UUIDs, without regard to duplicates. One request is sent per 50.

        Returns:
            The fixes, in unspecified order.

        Raises:
            ValidationError: ``opportunity_ids`` is not a list of UUIDs.
            DataAccessError: As for `all`.
        """

schema: Schema
