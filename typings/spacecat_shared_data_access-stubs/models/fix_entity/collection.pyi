# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Unpack, overload
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection, ErrorItem
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.fix_entity.model import (
    AsyncFixEntity,
    FixEntity,
    FixEntityAttributes,
    FixEntityItem,
    FixEntityJsonItem,
    FixEntityJsonValues,
    FixEntityValues,
    _FixEntityCursor,
    _FixEntityFind,
    _FixEntityList,
    _FixEntityModel,
    _FixEntityName,
)
from spacecat_shared_data_access.models.fix_entity_suggestion import (
    AsyncFixEntitySuggestion,
    FixEntitySuggestion,
)
from spacecat_shared_data_access.models.suggestion import AsyncSuggestion, Suggestion
from spacecat_shared_data_access.schema.schema import Schema

class HasId(Protocol):
    def get_id(self) -> str: ...

@dataclass(frozen=True, slots=True)
class FixWithSuggestions:
    fix_entity: FixEntity
    suggestions: list[Suggestion]

@dataclass(frozen=True, slots=True)
class AsyncFixWithSuggestions:
    """A fix and what it takes care of.

    Attributes:
        fix_entity: The fix.
        suggestions: Its suggestions that are there.
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
    """What became of a fix's links to suggestions.

    Attributes:
        created_items: The new links.
        error_items: The links that were refused before anything was sent.
        removed_count: How many links are gone.
    """

    created_items: list[AsyncFixEntitySuggestion]
    error_items: list[ErrorItem]
    removed_count: int

class FixEntityCollection(
    BaseCollection[
        FixEntity,
        FixEntityItem | FixEntityJsonItem,
        FixEntityValues | FixEntityJsonValues,
        FixEntityAttributes,
        _FixEntityName,
    ]
):
    COLLECTION_NAME: ClassVar[str]

    def get_suggestions_by_fix_entity_id(self, fix_entity_id: Any) -> list[Suggestion]: ...
    def set_suggestions_for_fix_entity(
        self, opportunity_id: Any, fix_entity: FixEntity, suggestions: Sequence[HasId]
    ) -> SuggestionsOfFix: ...
    def get_all_fixes_with_suggestion_by_created_at(
        self, opportunity_id: Any, fix_entity_created_date: Any
    ) -> list[FixWithSuggestions]: ...
    def get_all_fixes_with_suggestions_by_opportunity_id(
        self, opportunity_id: Any
    ) -> list[FixWithSuggestions]: ...
    def all_by_opportunity_ids(self, opportunity_ids: Sequence[str]) -> list[FixEntity]: ...
    @overload
    def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityModel]
    ) -> FixEntity | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityCursor]
    ) -> Page[FixEntity]: ...
    @overload
    def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityList]
    ) -> list[FixEntity]: ...
    def find_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityFind]
    ) -> FixEntity | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityModel]
    ) -> FixEntity | None:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityCursor]
    ) -> Page[FixEntity]: ...
    @overload
    def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityList]
    ) -> list[FixEntity]: ...
    def find_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityFind]
    ) -> FixEntity | None:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

class AsyncFixEntityCollection(
    AsyncBaseCollection[
        AsyncFixEntity,
        FixEntityItem | FixEntityJsonItem,
        FixEntityValues | FixEntityJsonValues,
        FixEntityAttributes,
        _FixEntityName,
    ]
):
    """All fixes."""

    COLLECTION_NAME: ClassVar[str]

    async def get_suggestions_by_fix_entity_id(self, fix_entity_id: Any) -> list[AsyncSuggestion]:
        """Find the suggestions that a fix takes care of.

        Args:
            fix_entity_id: The fix's UUID.

        Returns:
            The suggestions, in no order that could be relied on.

        Raises:
            ValidationError: The id is no UUID.
            DataAccessError: The server refused (``Failed to get suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def set_suggestions_for_fix_entity(
        self, opportunity_id: Any, fix_entity: AsyncFixEntity, suggestions: Sequence[HasId]
    ) -> AsyncSuggestionsOfFix:
        """Make these the suggestions that a fix takes care of: link the new ones, unlink the others.

        Links that are to stay are left alone. Where linking or unlinking fails, the other is done all
        the same: the log tells, and the result by what it lacks.

        Args:
            opportunity_id: The UUID of the opportunity that the fix belongs to.
            fix_entity: The fix.
            suggestions: All of its suggestions; none unlinks it from all. Duplicates count once. An object
                that has an ID by ``get_id()`` stands for one too; an ID that is not a UUID is reported
                among the result's ``error_items``.

        Raises:
            ValidationError: The id is no UUID, there is no fix, or the suggestions are not a list of objects
                with an ID. Nothing was sent.
            DataAccessError: The present links could not be read
                (``Failed to set suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not answer that.
        """

    async def get_all_fixes_with_suggestion_by_created_at(
        self, opportunity_id: Any, fix_entity_created_date: Any
    ) -> list[AsyncFixWithSuggestions]:
        """Find the fixes of an opportunity that were made on a day, each with its suggestions.

        A fix without suggestions is not among them.

        Args:
            opportunity_id: The opportunity's UUID.
            fix_entity_created_date: The day in UTC on which the fixes were executed or else created:
                ``2026-06-01``, or a date.

        Raises:
            ValidationError: The id is no UUID, or there is no day.
            DataAccessError: The server refused (``Failed to query``, ``Failed to batch get by keys``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def get_all_fixes_with_suggestions_by_opportunity_id(
        self, opportunity_id: Any
    ) -> list[AsyncFixWithSuggestions]:
        """Find all fixes of an opportunity, each with its suggestions.

        Args:
            opportunity_id: The opportunity's UUID.

        Returns:
            The fixes by status, with or without suggestions.

        Raises:
            ValidationError: The id is no UUID.
            DataAccessError: The server refused (``Failed to query``, ``Failed to batch get by keys``).
            UnavailableError: The server could not be reached or could not answer.
        """

    async def all_by_opportunity_ids(self, opportunity_ids: Sequence[str]) -> list[AsyncFixEntity]:
        """Find the fixes of many opportunities, such as those of a site.

        Args:
            opportunity_ids: Any number; duplicates are asked for once. 50 go into one request.

        Returns:
            The fixes, in no order across requests.

        Raises:
            ValidationError: It is no list of strings.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityModel]
    ) -> AsyncFixEntity | None:
        """Find all entities by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityCursor]
    ) -> Page[AsyncFixEntity]: ...
    @overload
    async def all_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityList]
    ) -> list[AsyncFixEntity]: ...
    async def find_by_opportunity_id(
        self, opportunity_id: str | UUID, **options: Unpack[_FixEntityFind]
    ) -> AsyncFixEntity | None:
        """Find the first entity by opportunity_id. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityModel]
    ) -> AsyncFixEntity | None:
        """Find all entities by opportunity_id, status. Takes the options of `all`."""

    @overload
    async def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityCursor]
    ) -> Page[AsyncFixEntity]: ...
    @overload
    async def all_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityList]
    ) -> list[AsyncFixEntity]: ...
    async def find_by_opportunity_id_and_status(
        self, opportunity_id: str | UUID, status: FixEntity.Status | str, **options: Unpack[_FixEntityFind]
    ) -> AsyncFixEntity | None:
        """Find the first entity by opportunity_id, status. Takes the options of `all`."""

schema: Schema
