"""Opportunity: a possible improvement of a site or brand."""

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
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.naming import camel_to_snake, snake_to_camel
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
    from spacecat_shared_data_access.models.fix_entity import FixEntity

_SCOPE: Final = ("scope_type", "scopeType", "scope_id", "scopeId")
_INCOMPLETE_SCOPE: Final = "scope_type and scope_id must both be set or both be absent"


class Opportunity(BaseModel):
    """A possible improvement of a site, with suggestions how to make it.

    The scope, if set, is the site or brand that the opportunity concerns; its type and ID are set together.
    Removing an opportunity also removes its suggestions and fixes.
    """

    ENTITY_NAME = "Opportunity"

    class Origin(StrEnum):
        """The source of an opportunity."""

        ESS_OPS = "ESS_OPS"
        AI = "AI"
        AUTOMATION = "AUTOMATION"

    class Status(StrEnum):
        """The progress of an opportunity."""

        NEW = "NEW"
        IN_PROGRESS = "IN_PROGRESS"
        IGNORED = "IGNORED"
        RESOLVED = "RESOLVED"

    class ScopeType(StrEnum):
        """The type of entity that an opportunity concerns."""

        SITE = "site"
        BRAND = "brand"

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Save the changes. See `BaseModel.save`.

        Raises:
            ValidationError: Only one of ``scope_type`` and ``scope_id`` is present or was changed.
            DataAccessError: As for `BaseModel.save`.
        """
        _check_scope(self.record)
        return await super().save(if_unchanged=if_unchanged)

    async def add_suggestions(self, suggestions: Sequence[Mapping[str, Any]]) -> CreateResult[Suggestion]:
        """Create several suggestions for this opportunity. See `create_many`.

        Args:
            suggestions: The values of each suggestion, by attribute name. The opportunity's ID is added.

        Returns:
            The created suggestions, and the rejected items with the opportunity's ID.

        Raises:
            ValidationError: There are no items.
            DataAccessError: The server rejected the request (``Failed to create many``).
            UnavailableError: The server was not reachable or not available.
        """
        items: Any = suggestions
        if isinstance(suggestions, list | tuple):
            items = [self._as_child(each) for each in suggestions]
        return await self.collection.registry.collection_of("Suggestion").create_many(items, self)

    async def add_fix_entities(self, fix_entities: Sequence[Mapping[str, Any]]) -> CreateResult[FixEntity]:
        """Create several fixes for this opportunity, and link each to the suggestions that it fixes.

        Args:
            fix_entities: The values of each fix, by attribute name, with the IDs of its suggestions under
                ``suggestions``. The opportunity's ID is added.

        Returns:
            The created FixEntity models, and the rejected items as they were passed: those without
            suggestions, with unknown suggestions, or with invalid values.

        Raises:
            ValidationError: ``fix_entities`` is not a list.
            DataAccessError: The server rejected a request. The fixes may have been created without their
                links.
            UnavailableError: The server was not reachable or not available. The same applies.
        """
        if not isinstance(fix_entities, list | tuple):
            raise ValidationError("fix_entities must be an array")
        errors: list[ErrorItem] = []
        linkable = [each for each in fix_entities if _is_linkable(each, errors)]
        known = await self._known_suggestions(linkable)
        valid = [each for each in linkable if _is_known(each, known, errors)]
        if not valid:
            return CreateResult([], errors)
        children = [
            self._as_child({key: value for key, value in each.items() if key != "suggestions"})
            for each in valid
        ]
        collection_of = self.collection.registry.collection_of
        result = await collection_of("FixEntity").create_many(children, self)
        rejected = {id(each.item): each.error for each in result.error_items}
        accepted = []
        for child, item in zip(children, valid, strict=True):
            if id(child) in rejected:
                errors.append(ErrorItem(item, rejected[id(child)]))
            else:
                accepted.append(item)
        links = [
            link
            for fix_entity, item in zip(result.created_items, accepted, strict=True)
            for link in self._links(fix_entity, item)
        ]
        if links:
            await collection_of("FixEntitySuggestion").create_many(links)
        return CreateResult(result.created_items, errors)

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

    def _links(self, fix_entity: FixEntity, item: Mapping[str, Any]) -> list[dict[str, Any]]:
        created_at = fix_entity.get_executed_at() or fix_entity.get_created_at()
        return [
            {
                "opportunity_id": self.get_id(),
                "fix_entity_id": fix_entity.get_id(),
                "suggestion_id": suggestion_id,
                "fix_entity_created_at": created_at,
            }
            for suggestion_id in to_jsonable(item["suggestions"])
        ]


class OpportunityCollection(BaseCollection[Opportunity]):
    """The collection of opportunities.

    An opportunity can be moved to another scope. The caller must check that this is allowed, because
    scopes separate tenants.
    """

    COLLECTION_NAME = "OpportunityCollection"

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
        **values: Any,
    ) -> Opportunity:
        """Create an opportunity. See `BaseCollection.create`.

        Args:
            item: The values, by attribute name.
            upsert: As for `BaseCollection.create`.
            on_conflict: As for `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: Only one of ``scope_type`` and ``scope_id`` is present.
            DataAccessError: As for `BaseCollection.create`.
        """
        item = self._with_keywords(item, values)
        _check_scope_of(item)
        return await super().create({} if item is None else item, upsert=upsert, on_conflict=on_conflict)

    async def create_many(
        self, new_items: Sequence[Mapping[str, Any]], parent: BaseModel | None = None
    ) -> CreateResult[Opportunity]:
        """Create several opportunities in one request. See `BaseCollection.create_many`.

        Args:
            new_items: The values of each opportunity, by attribute name.
            parent: The entity that they belong to.

        Raises:
            ValidationError: An item has only one of ``scope_type`` and ``scope_id``. Nothing is created.
            DataAccessError: As for `BaseCollection.create_many`.
        """
        if isinstance(new_items, list | tuple):
            for item in new_items:
                _check_scope_of(item)
        return await super().create_many(new_items, parent)

    async def all_by_scope(self, scope_type: str | None = None, scope_id: Any = None) -> list[Opportunity]:
        """Find the opportunities of a scope.

        Args:
            scope_type: An `Opportunity.ScopeType`.
            scope_id: The UUID of the site or brand.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """
        keys = {
            "scope_type": plain_value("scope_type", scope_type),
            "scope_id": plain_value("scope_id", scope_id),
        }
        for name, value in keys.items():
            if not has_text(value):
                raise ValidationError(f"all_by_scope: {name} is required")
        return await self.list_models(keys)

    async def update_row(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]] = ()
    ) -> list[Row]:
        """Update one row, after checking the scope: `update_by_keys` and `save` call this."""
        if ("scope_type" in updates) != ("scope_id" in updates):
            raise ValidationError(_INCOMPLETE_SCOPE)
        _check_scope(updates)
        return await super().update_row(keys, updates, guard)


def _check_scope_of(item: Any) -> None:
    # The rest of the item is validated when it is created.
    if isinstance(item, Mapping):
        _check_scope({camel_to_snake(key): to_jsonable(item[key]) for key in _SCOPE if key in item})


def _check_scope(values: Mapping[str, Any]) -> None:
    if has_text(values.get("scope_type")) != has_text(values.get("scope_id")):
        raise ValidationError(_INCOMPLETE_SCOPE)


def _is_linkable(item: Any, errors: list[ErrorItem]) -> bool:
    suggestions = item.get("suggestions") if isinstance(item, Mapping) else None
    if isinstance(suggestions, list | tuple):
        if suggestions:
            return True
        message = "fixEntity.suggestions cannot be empty"
    elif is_falsy(suggestions):
        message = "fixEntity must have a suggestions property"
    else:
        message = "fixEntity.suggestions must be an array"
    errors.append(ErrorItem(item, ValidationError(message)))
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
