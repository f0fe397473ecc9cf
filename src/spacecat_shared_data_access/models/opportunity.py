"""Opportunity: something about a site that could be better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import (
    BaseCollection,
    BaseModel,
    BatchResult,
    CreateResult,
    ErrorItem,
)
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.suggestion import Suggestion
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.validation import (
    has_text,
    is_falsy,
    is_iso_date,
    is_non_empty_map,
    is_one_of,
    is_url,
    is_uuid,
    optional,
)
from spacecat_shared_data_access.schema.values import js_str, to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.audit import Audit
    from spacecat_shared_data_access.models.fix_entity import FixEntity

_SCOPE: Final = ("scope_type", "scope_id")
_HALF_A_SCOPE: Final = "scope_type and scope_id must both be set or both be absent"


class Opportunity(BaseModel):
    """One thing about a site that could be better, and the suggestions how.

    Its scope says whether it is about the site or a brand: type and id come together, or not at all.
    Removing an opportunity removes its suggestions and its fixes.
    """

    ENTITY_NAME = "Opportunity"

    class Origin(StrEnum):
        """Who found it."""

        ESS_OPS = "ESS_OPS"
        AI = "AI"
        AUTOMATION = "AUTOMATION"

    class Status(StrEnum):
        """How far it is."""

        NEW = "NEW"
        IN_PROGRESS = "IN_PROGRESS"
        IGNORED = "IGNORED"
        RESOLVED = "RESOLVED"

    class ScopeType(StrEnum):
        """What it is about."""

        SITE = "site"
        BRAND = "brand"

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Store what was set since the model was read or saved. See `BaseModel.save`.

        A new scope is stored only where both its parts were set.

        Raises:
            ValidationError: The scope lacks its type or its id, or only one of them was set.
            DataAccessError: As for `BaseModel.save`.
        """
        _check_scope(self.record)
        return await super().save(if_unchanged=if_unchanged)

    async def add_suggestions(self, suggestions: Sequence[Mapping[str, Any]]) -> CreateResult[Suggestion]:
        """Store several new suggestions for this opportunity. See `create_many`.

        Args:
            suggestions: Values by attribute name, one mapping for each; this opportunity's id is put in.

        Returns:
            The suggestions that were stored, and the items that were refused, with the id in them.

        Raises:
            ValidationError: There is no item.
            DataAccessError: The server refused (``Failed to create many``).
            UnavailableError: The server could not be reached or could not answer.
        """
        children: Any = suggestions
        if isinstance(suggestions, list | tuple):
            children = [self._as_child(each) for each in suggestions]
        return await self.collection.registry.collection_of("Suggestion").create_many(children, self)

    async def add_fix_entities(self, fix_entities: Sequence[Mapping[str, Any]]) -> CreateResult[FixEntity]:
        """Store several new fixes for this opportunity, each linked to the suggestions it is for.

        Args:
            fix_entities: Values by attribute name, one mapping for each, with the ids of its suggestions
                under ``suggestions``; this opportunity's id is put in.

        Returns:
            The FixEntity models that were stored, and the items that were refused, as they were given:
            those without suggestions, with suggestions that are not there, or that a fix does not take.

        Raises:
            ValidationError: It is not a list.
            DataAccessError: The server refused. The fixes may be stored by then, without their links.
            UnavailableError: The server could not be reached or could not answer.
        """
        if not isinstance(fix_entities, list | tuple):
            raise ValidationError("fix_entities must be an array")
        errors: list[ErrorItem] = []
        linkable = [each for each in fix_entities if _is_linkable(each, errors)]
        known = await self._known_suggestions(linkable)
        wanted = [each for each in linkable if _is_known(each, known, errors)]
        if not wanted:
            return CreateResult([], errors)
        children = [
            self._as_child({key: value for key, value in each.items() if key != "suggestions"})
            for each in wanted
        ]
        collection_of = self.collection.registry.collection_of
        result = await collection_of("FixEntity").create_many(children, self)
        refused = {id(each.item): each.error for each in result.error_items}
        accepted = []
        for child, given in zip(children, wanted, strict=True):
            if id(child) in refused:
                errors.append(ErrorItem(given, refused[id(child)]))
            else:
                accepted.append(given)
        links = [
            link
            for fix_entity, given in zip(result.created_items, accepted, strict=True)
            for link in self._links(fix_entity, given)
        ]
        if links:
            await collection_of("FixEntitySuggestion").create_many(links)
        return CreateResult(result.created_items, errors)

    async def get_latest_audit(self) -> Audit | None:
        """Give the audit that was the latest when the opportunity was stored, or None."""
        call = ("get_latest_audit",)
        try:
            found: Audit | None = self._cached(call)
        except KeyError:
            pass
        else:
            return found
        id_: Any = self.record.get("latest_audit_id")
        # A latest audit has no id of its own: it is one of the audits.
        audits = self.collection.registry.collection_of("Audit")
        found = await audits.find_by_id(id_) if has_text(id_) else None
        self._cache(call, found)
        return found

    def _as_child(self, item: Any) -> Any:
        if not isinstance(item, Mapping):
            return item
        rest = {key: value for key, value in item.items() if key != self.id_name}
        return {**rest, snake_to_camel(self.id_name): self.get_id()}

    async def _known_suggestions(self, items: Sequence[Mapping[str, Any]]) -> set[str]:
        ids = dict.fromkeys(
            id_ for item in items for id_ in to_jsonable(item["suggestions"]) if has_text(id_)
        )
        if not ids:
            return set()
        suggestions = self.collection.registry.collection_of("Suggestion")
        keys = [{suggestions.id_name: id_} for id_ in ids]
        found: BatchResult[Suggestion] = await suggestions.batch_get_by_keys(keys)
        return {suggestion.get_id() for suggestion in found.data}

    def _links(self, fix_entity: FixEntity, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        made_at = fix_entity.get_executed_at() or fix_entity.get_created_at()
        return [
            {
                "opportunity_id": self.get_id(),
                "fix_entity_id": fix_entity.get_id(),
                "suggestion_id": suggestion_id,
                "fix_entity_created_at": made_at,
            }
            for suggestion_id in to_jsonable(given["suggestions"])
        ]


class OpportunityCollection(BaseCollection[Opportunity]):
    """All opportunities.

    An opportunity may be moved to another scope. Whoever does so has to see to it that this is allowed:
    the scope is the border between tenants.
    """

    COLLECTION_NAME = "OpportunityCollection"

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
    ) -> Opportunity:
        """Store a new opportunity. See `BaseCollection.create`.

        Args:
            item: Values by attribute name.
            upsert: As there.
            on_conflict: As there.

        Raises:
            ValidationError: The scope lacks its type or its id.
            DataAccessError: As for `BaseCollection.create`.
        """
        self._check_scope_of(item)
        return await super().create({} if item is None else item, upsert=upsert, on_conflict=on_conflict)

    async def create_many(
        self, new_items: Sequence[Mapping[str, Any]], parent: BaseModel | None = None
    ) -> CreateResult[Opportunity]:
        """Store several new opportunities in one request. See `BaseCollection.create_many`.

        Args:
            new_items: Values by attribute name, one mapping for each.
            parent: The entity they belong to.

        Raises:
            ValidationError: The scope of one of them lacks its type or its id: none is stored.
            DataAccessError: As for `BaseCollection.create_many`.
        """
        if isinstance(new_items, list | tuple):
            for item in new_items:
                self._check_scope_of(item)
        return await super().create_many(new_items, parent)

    async def all_by_scope(self, scope_type: str | None = None, scope_id: Any = None) -> list[Opportunity]:
        """Find the opportunities of one scope.

        Args:
            scope_type: An `Opportunity.ScopeType`.
            scope_id: The UUID of the site or brand.

        Raises:
            ValidationError: One of them is missing.
            DataAccessError: As for `all`.
        """
        keys = {
            "scope_type": plain_value("scope_type", scope_type),
            "scope_id": plain_value("scope_id", scope_id),
        }
        for name, value in keys.items():
            if not has_text(value):
                raise ValidationError(f"all_by_scope: {name} is required")
        return await self._models(keys)

    async def _update(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]] = ()
    ) -> list[Row]:
        # Both `update_by_keys` and a model's `save` come here.
        if ("scope_type" in updates) != ("scope_id" in updates):
            raise ValidationError(_HALF_A_SCOPE)
        _check_scope(updates)
        return await super()._update(keys, updates, guard)

    def _check_scope_of(self, item: Any) -> None:
        _check_scope(self._scope_in(item) if isinstance(item, Mapping) else {})

    def _scope_in(self, item: Mapping[str, Any]) -> dict[str, Any]:
        # In either spelling. What else is wrong with an item is told by whoever stores it.
        spellings = {spelling: name for name in _SCOPE for spelling in (name, snake_to_camel(name))}
        return {spellings[key]: to_jsonable(value) for key, value in item.items() if key in spellings}


def _check_scope(values: Mapping[str, Any]) -> None:
    if has_text(values.get("scope_type")) != has_text(values.get("scope_id")):
        raise ValidationError(_HALF_A_SCOPE)


def _is_linkable(item: Any, errors: list[ErrorItem]) -> bool:
    suggestions = item.get("suggestions") if isinstance(item, Mapping) else None
    if isinstance(suggestions, list | tuple):
        if suggestions:
            return True
        complaint = "fixEntity.suggestions cannot be empty"
    elif is_falsy(suggestions):
        complaint = "fixEntity must have a suggestions property"
    else:
        complaint = "fixEntity.suggestions must be an array"
    errors.append(ErrorItem(item, ValidationError(complaint)))
    return False


def _is_known(item: Mapping[str, Any], known: set[str], errors: list[ErrorItem]) -> bool:
    missing = [
        js_str(id_) for id_ in to_jsonable(item["suggestions"]) if not has_text(id_) or id_ not in known
    ]
    if missing:
        errors.append(ErrorItem(item, ValidationError(f"Invalid suggestion IDs: {', '.join(missing)}")))
    return not missing


schema = (
    SchemaBuilder(Opportunity, OpportunityCollection)
    .add_reference("belongs_to", "Site", ["status", "updated_at"])
    .add_reference("belongs_to", "Audit", ["updated_at"], required=False)
    .add_reference("belongs_to", "LatestAudit", ["updated_at"], required=False)
    .add_reference("has_many", "Suggestions", ["updated_at"], remove_dependents=True)
    .add_reference("has_many", "FixEntities", ["updated_at"], remove_dependents=True)
    .add_attribute("runbook", type="string", validate=optional(is_url))
    .add_attribute("type", type="string", required=True, read_only=True)
    .add_attribute("data", type="any", validate=optional(is_non_empty_map))
    .add_attribute("origin", type=Opportunity.Origin, required=True)
    .add_attribute("title", type="string", required=True)
    .add_attribute("description", type="string")
    .add_attribute("status", type=Opportunity.Status, required=True, default=Opportunity.Status.NEW)
    .add_attribute("guidance", type="any", validate=optional(is_non_empty_map))
    .add_attribute("tags", type="set", items={"type": "string"})
    .add_attribute("last_audited_at", type="string", validate=optional(is_iso_date))
    .add_attribute("scope_type", type="string", validate=optional(is_one_of(Opportunity.ScopeType)))
    .add_attribute("scope_id", type="string", validate=optional(is_uuid))
    .add_index(["scope_id"], ["scope_type"])
    .build()
)
