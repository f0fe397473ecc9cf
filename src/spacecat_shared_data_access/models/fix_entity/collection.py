"""The collection of fixes, and their schema."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from spacecat_shared_data_access.errors import DataAccessError, ValidationError, wrap_error
from spacecat_shared_data_access.models.arguments import HasId, check_uuids, checked_id, has_method
from spacecat_shared_data_access.models.base import BaseCollection, CreateResult, ErrorItem
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.fix_entity.change_details_validation import validate_change_details
from spacecat_shared_data_access.models.fix_entity.model import FixEntity
from spacecat_shared_data_access.models.suggestion import Suggestion
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_call_failed, log_fields
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import (
    check_list,
    has_text,
    is_iso_date,
    optional,
    validation_error,
)

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.fix_entity_suggestion import FixEntitySuggestion


@with_async_name
@dataclass(frozen=True, slots=True)
class FixWithSuggestions:
    """A fix and the suggestions that it resolves.

    Attributes:
        fix_entity: The fix.
        suggestions: Its suggestions, as far as they exist.
    """

    fix_entity: FixEntity
    suggestions: list[Suggestion]


@with_async_name
@dataclass(frozen=True, slots=True)
class SuggestionsOfFix:
    """The result of setting a fix's suggestions.

    Attributes:
        created_items: The new links.
        error_items: The links that were invalid. They were not sent.
        removed_count: The number of removed links.
    """

    created_items: list[FixEntitySuggestion]
    error_items: list[ErrorItem]
    removed_count: int


class FixEntityCollection(BaseCollection[FixEntity]):
    """All fixes."""

    COLLECTION_NAME = "FixEntityCollection"

    async def get_suggestions_by_fix_entity_id(self, fix_entity_id: Any) -> list[Suggestion]:
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
        fix_entity_id = checked_id("fix_entity_id", fix_entity_id, self.COLLECTION_NAME)
        message = "Failed to get suggestions for fix entity"
        try:
            links = await self._links({"fix_entity_id": fix_entity_id})
            return await self._suggestions([link.record["suggestion_id"] for link in links])
        except DataAccessError as error:
            log_call_failed(self.log, self.entity_name, error, "%s: %s", message, fix_entity_id)
            raise wrap_error(message, error) from error

    async def set_suggestions_for_fix_entity(
        self, opportunity_id: Any, fix_entity: FixEntity, suggestions: Sequence[HasId]
    ) -> SuggestionsOfFix:
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
        opportunity_id = checked_id("opportunity_id", opportunity_id, self.COLLECTION_NAME)
        if not isinstance(suggestions, list | tuple):
            raise validation_error(self.COLLECTION_NAME, "suggestions must be an array")
        if not all(has_method(each, "get_id") for each in suggestions):
            raise validation_error(self.COLLECTION_NAME, "suggestions must contain items of type any")
        if not all(has_method(fix_entity, name) for name in ("get_id", "get_executed_at", "get_created_at")):
            raise ValidationError("fixEntity is required")
        fix_entity_id = fix_entity.get_id()
        ids = [plain_value("the id of a suggestion", each.get_id()) for each in suggestions]
        check_list("the ids of suggestions", ids, self.COLLECTION_NAME)
        try:
            links = await self._links({"fix_entity_id": fix_entity_id})
        except DataAccessError as error:
            message = "Failed to set suggestions for fix entity"
            log_call_failed(self.log, self.entity_name, error, message)
            raise wrap_error(message, error) from error
        present = [link.record["suggestion_id"] for link in links]
        surplus = [each for each in present if each not in ids]
        missing = [each for each in dict.fromkeys(ids) if each not in present]
        created_at = fix_entity.get_executed_at() or fix_entity.get_created_at()
        shared = {
            "opportunity_id": opportunity_id,
            "fix_entity_created_at": created_at,
            "fix_entity_id": fix_entity_id,
        }
        calls: list[Coroutine[Any, Any, Any]] = [
            self._unlink([{"suggestion_id": each, "fix_entity_id": fix_entity_id} for each in surplus]),
            self._link([{**shared, "suggestion_id": each} for each in missing]),
        ]
        removed_count, creation = await self.service.gather(calls)
        outcome = SuggestionsOfFix(creation.created_items, creation.error_items, removed_count)
        self.log.info(
            "Set suggestions for fix entity %s: removed %d, added %d, failed %d",
            fix_entity_id,
            outcome.removed_count,
            len(outcome.created_items),
            len(outcome.error_items),
            extra=log_fields(
                LogEvent.SUGGESTIONS_SET,
                entity=self.entity_name,
                removed=outcome.removed_count,
                added=len(outcome.created_items),
                failed=len(outcome.error_items),
            ),
        )
        return outcome

    async def get_all_fixes_with_suggestion_by_created_at(
        self, opportunity_id: Any, fix_entity_created_date: Any
    ) -> list[FixWithSuggestions]:
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
        opportunity_id = checked_id("opportunity_id", opportunity_id, self.COLLECTION_NAME)
        day = plain_value("fix_entity_created_date", fix_entity_created_date)
        if not has_text(day):
            raise validation_error(self.COLLECTION_NAME, "fix_entity_created_date is required")
        links = await self._links({"opportunity_id": opportunity_id, "fix_entity_created_date": day})
        if not links:
            return []
        ids_by_fix = _suggestion_ids_by_fix(links)
        found = await self.batch_get_by_keys([{self.id_name: each} for each in ids_by_fix])
        return await self._with_suggestions(found.data, ids_by_fix)

    async def get_all_fixes_with_suggestions_by_opportunity_id(
        self, opportunity_id: Any
    ) -> list[FixWithSuggestions]:
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
        keys = {"opportunity_id": checked_id("opportunity_id", opportunity_id, self.COLLECTION_NAME)}
        calls: list[Coroutine[Any, Any, list[Any]]] = [self.list_models(keys), self._links(keys)]
        fixes, links = await self.service.gather(calls)
        return await self._with_suggestions(fixes, _suggestion_ids_by_fix(links))

    async def all_by_opportunity_ids(self, opportunity_ids: Sequence[str]) -> list[FixEntity]:
        """Find the fixes of many opportunities, such as those of a site.

        Args:
            opportunity_ids: Any number of UUIDs, without regard to duplicates. One request is sent per 50.

        Returns:
            The fixes, in unspecified order.

        Raises:
            ValidationError: ``opportunity_ids`` is not a list of UUIDs.
            DataAccessError: As for `all`.
        """
        ids = plain_value("opportunity_ids", opportunity_ids)
        check_list("opportunity_ids", ids, self.COLLECTION_NAME)
        check_uuids("opportunity_ids", ids, self.COLLECTION_NAME)
        chunks = chunks_of(dict.fromkeys(ids))
        found = await self.service.gather([self._of_opportunities(chunk) for chunk in chunks])
        return [fix for fixes in found for fix in fixes]

    async def _of_opportunities(self, ids: list[str]) -> list[FixEntity]:
        return await self.list_models(where=lambda attrs, op: op.in_(attrs.opportunity_id, ids))

    async def _links(self, keys: Mapping[str, Any]) -> list[FixEntitySuggestion]:
        found = await self.registry.collection_of("FixEntitySuggestion").all_by_index_keys(keys)
        return cast("list[FixEntitySuggestion]", found)

    async def _suggestions(self, ids: Sequence[str]) -> list[Suggestion]:
        if not ids:
            return []
        suggestions = self.registry.collection_of("Suggestion")
        return (await suggestions.batch_get_by_keys([{suggestions.id_name: each} for each in ids])).data

    async def _with_suggestions(
        self, fixes: Iterable[FixEntity], ids_by_fix: Mapping[str, list[str]]
    ) -> list[FixWithSuggestions]:
        wanted = [each for ids in ids_by_fix.values() for each in ids]
        found = {each.get_id(): each for each in await self._suggestions(wanted)}
        return [
            FixWithSuggestions(
                fix, [found[each] for each in ids_by_fix.get(fix.get_id(), ()) if each in found]
            )
            for fix in fixes
        ]

    async def _unlink(self, keys: Sequence[Mapping[str, Any]]) -> int:
        if keys:
            try:
                await self.registry.collection_of("FixEntitySuggestion").remove_by_index_keys(keys)
            except DataAccessError:
                self.log.error(  # noqa: TRY400 - the error itself is already logged
                    "Remove operation failed:",
                    extra=log_fields(LogEvent.CALL_FAILED, entity=self.entity_name),
                )
                return 0
        return len(keys)

    async def _link(self, items: Sequence[Mapping[str, Any]]) -> CreateResult[FixEntitySuggestion]:
        if items:
            try:
                return await self.registry.collection_of("FixEntitySuggestion").create_many(items)
            except DataAccessError:
                self.log.error(  # noqa: TRY400 - the error itself is already logged
                    "Create operation failed:",
                    extra=log_fields(LogEvent.CALL_FAILED, entity=self.entity_name),
                )
        return CreateResult([], [])


def _suggestion_ids_by_fix(links: Iterable[FixEntitySuggestion]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for link in links:
        ids.setdefault(link.record["fix_entity_id"], []).append(link.record["suggestion_id"])
    return ids


schema = (
    SchemaBuilder(FixEntity, FixEntityCollection)
    .add_reference("has_many", "FixEntitySuggestion", ["updated_at"], remove_dependents=True)
    .add_reference("belongs_to", "Opportunity", ["status"])
    .add_attribute("type", type=Suggestion.Type, required=True, read_only=True)
    .add_attribute("executed_by", type="string")
    .add_attribute("executed_at", type="string", validate=optional(is_iso_date))
    .add_attribute("deployed_at", type="string", validate=optional(is_iso_date))
    .add_attribute("published_at", type="string", validate=optional(is_iso_date))
    .add_attribute("change_details", type="any", required=True, validate=validate_change_details)
    .add_attribute("status", type=FixEntity.Status, required=True, default=FixEntity.Status.PENDING)
    .add_attribute("origin", type=FixEntity.Origin, default=FixEntity.Origin.SPACECAT)
    .build()
)
