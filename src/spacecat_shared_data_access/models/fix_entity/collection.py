"""All fixes, and the schema of a fix."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from spacecat_shared_data_access.errors import DataAccessError, ValidationError, wrap_error
from spacecat_shared_data_access.models.arguments import HasId, has_method
from spacecat_shared_data_access.models.base import BaseCollection, ErrorItem
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.fix_entity.change_details_validation import validate_change_details
from spacecat_shared_data_access.models.fix_entity.model import FixEntity
from spacecat_shared_data_access.models.suggestion import Suggestion
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import (
    check_id,
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
    """A fix and what it takes care of.

    Attributes:
        fix_entity: The fix.
        suggestions: Its suggestions that are there.
    """

    fix_entity: FixEntity
    suggestions: list[Suggestion]


@with_async_name
@dataclass(frozen=True, slots=True)
class SuggestionsOfFix:
    """What became of a fix's links to suggestions.

    Attributes:
        created_items: The new links.
        error_items: The links that were refused before anything was sent.
        removed_count: How many links are gone.
    """

    created_items: list[FixEntitySuggestion]
    error_items: list[ErrorItem]
    removed_count: int


class FixEntityCollection(BaseCollection[FixEntity]):
    """All fixes."""

    COLLECTION_NAME = "FixEntityCollection"

    async def get_suggestions_by_fix_entity_id(self, fix_entity_id: Any) -> list[Suggestion]:
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
        fix_entity_id = self._checked("fix_entity_id", fix_entity_id)
        message = "Failed to get suggestions for fix entity"
        try:
            links = await self._links({"fix_entity_id": fix_entity_id})
            return await self._suggestions([link.record["suggestion_id"] for link in links])
        except DataAccessError as error:
            self.log.error("%s: %s", message, fix_entity_id)  # noqa: TRY400 - the failure itself is logged already
            raise wrap_error(message, error) from error

    async def set_suggestions_for_fix_entity(
        self, opportunity_id: Any, fix_entity: FixEntity, suggestions: Sequence[HasId]
    ) -> SuggestionsOfFix:
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
        opportunity_id = self._checked("opportunity_id", opportunity_id)
        if not isinstance(suggestions, list | tuple):
            raise validation_error(self.COLLECTION_NAME, "suggestions must be an array")
        if not all(has_method(each, "get_id") for each in suggestions):
            raise validation_error(self.COLLECTION_NAME, "suggestions must contain items of type any")
        if not all(has_method(fix_entity, name) for name in ("get_id", "get_executed_at", "get_created_at")):
            raise ValidationError("fixEntity is required")
        fix_entity_id = fix_entity.get_id()
        wanted = [plain_value("the id of a suggestion", each.get_id()) for each in suggestions]
        check_list("the ids of suggestions", wanted, self.COLLECTION_NAME)
        try:
            links = await self._links({"fix_entity_id": fix_entity_id})
        except DataAccessError as error:
            message = "Failed to set suggestions for fix entity"
            self.log.error("%s", message)  # noqa: TRY400 - the failure itself is logged already
            raise wrap_error(message, error) from error
        present = [link.record["suggestion_id"] for link in links]
        surplus = [each for each in present if each not in wanted]
        missing = [each for each in dict.fromkeys(wanted) if each not in present]
        created_at = fix_entity.get_executed_at() or fix_entity.get_created_at()
        shared = {
            "opportunity_id": opportunity_id,
            "fix_entity_created_at": created_at,
            "fix_entity_id": fix_entity_id,
        }
        removal, creation = await self.service.gather(
            [
                self._unlink([{"suggestion_id": each, "fix_entity_id": fix_entity_id} for each in surplus]),
                self._link([{**shared, "suggestion_id": each} for each in missing]),
            ]
        )
        outcome = replace(creation, removed_count=removal.removed_count)
        self.log.info(
            "Set suggestions for fix entity %s: removed %d, added %d, failed %d",
            fix_entity_id,
            outcome.removed_count,
            len(outcome.created_items),
            len(outcome.error_items),
        )
        return outcome

    async def get_all_fixes_with_suggestion_by_created_at(
        self, opportunity_id: Any, fix_entity_created_date: Any
    ) -> list[FixWithSuggestions]:
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
        opportunity_id = self._checked("opportunity_id", opportunity_id)
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
            The fixes by status, with or without suggestions.

        Raises:
            ValidationError: The id is no UUID.
            DataAccessError: The server refused (``Failed to query``, ``Failed to batch get by keys``).
            UnavailableError: The server could not be reached or could not answer.
        """
        keys = {"opportunity_id": self._checked("opportunity_id", opportunity_id)}
        calls: list[Coroutine[Any, Any, list[Any]]] = [self._models(keys), self._links(keys)]
        fixes, links = await self.service.gather(calls)
        return await self._with_suggestions(fixes, _suggestion_ids_by_fix(links))

    async def all_by_opportunity_ids(self, opportunity_ids: Sequence[str]) -> list[FixEntity]:
        """Find the fixes of many opportunities, such as those of a site.

        Args:
            opportunity_ids: Any number; duplicates are asked for once. 50 go into one request.

        Returns:
            The fixes, in no order across requests.

        Raises:
            ValidationError: It is no list of strings.
            DataAccessError: As for `all`.
        """
        ids = plain_value("opportunity_ids", opportunity_ids)
        check_list("opportunity_ids", ids, self.COLLECTION_NAME)
        chunks = chunks_of(dict.fromkeys(ids))
        found = await self.service.gather([self._of_opportunities(chunk) for chunk in chunks])
        return [fix for fixes in found for fix in fixes]

    async def _of_opportunities(self, ids: list[str]) -> list[FixEntity]:
        return await self._models(where=lambda attrs, op: op.in_(attrs.opportunity_id, ids))

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
        known = {each.get_id(): each for each in await self._suggestions(wanted)}
        return [
            FixWithSuggestions(
                fix, [known[each] for each in ids_by_fix.get(fix.get_id(), ()) if each in known]
            )
            for fix in fixes
        ]

    async def _unlink(self, keys: Sequence[Mapping[str, Any]]) -> SuggestionsOfFix:
        if keys:
            try:
                await self.registry.collection_of("FixEntitySuggestion").remove_by_index_keys(keys)
            except DataAccessError:
                self.log.error("Remove operation failed:")  # noqa: TRY400 - the failure itself is logged already
                keys = ()
        return SuggestionsOfFix([], [], len(keys))

    async def _link(self, items: Sequence[Mapping[str, Any]]) -> SuggestionsOfFix:
        if not items:
            return SuggestionsOfFix([], [], 0)
        try:
            result = await self.registry.collection_of("FixEntitySuggestion").create_many(items)
        except DataAccessError:
            self.log.error("Create operation failed:")  # noqa: TRY400 - the failure itself is logged already
            return SuggestionsOfFix([], [], 0)
        return SuggestionsOfFix(result.created_items, result.error_items, 0)

    def _checked(self, name: str, id_: Any) -> str:
        text = plain_value(name, id_)
        check_id(name, text, self.COLLECTION_NAME)
        return str(text)


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
