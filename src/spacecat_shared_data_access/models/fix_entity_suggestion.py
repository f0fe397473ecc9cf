"""FixEntitySuggestion: the link between a fix and a suggestion."""

from __future__ import annotations

from typing import Any, ClassVar, Unpack

from spacecat_shared_data_access.models.arguments import checked_id
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, Page
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record


class FixEntitySuggestion(BaseModel):
    """One suggestion that a fix resolves.

    A fix may resolve several suggestions, and a suggestion may have several fixes. The table has no ID column: a
    link is identified by the IDs of both sides.
    """

    ENTITY_NAME = "FixEntitySuggestion"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"

    def get_id(self) -> str:
        """Return ``<suggestion's ID>#<fix's ID>``."""
        own: str | None = self.record.get("fix_entity_suggestion_id")
        suggestion_id, fix_entity_id = self.record.get("suggestion_id"), self.record.get("fix_entity_id")
        if own or not suggestion_id or not fix_entity_id:
            return own  # type: ignore[return-value] # a partial row may lack an ID
        return f"{suggestion_id}#{fix_entity_id}"

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the key for removals and upserts: the IDs of both sides."""
        return {name: self.record.get(name) for name in ("suggestion_id", "fix_entity_id")}


class FixEntitySuggestionCollection(BaseCollection[FixEntitySuggestion]):
    """All links."""

    COLLECTION_NAME = "FixEntitySuggestionCollection"

    async def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[Options]
    ) -> list[FixEntitySuggestion] | FixEntitySuggestion | Page[FixEntitySuggestion] | None:
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
        keys = {"suggestion_id": checked_id("suggestion_id", suggestion_id, self.COLLECTION_NAME)}
        return await self.all_by_index_keys(keys, **options)


def _day_of_creation(_value: Any, record: Record) -> str | None:
    created_at = record.get("fix_entity_created_at")
    return created_at.split("T")[0] if isinstance(created_at, str) and created_at else None


schema = (
    SchemaBuilder(FixEntitySuggestion, FixEntitySuggestionCollection)
    .with_primary_partition_keys(["suggestion_id"])
    .with_primary_sort_keys(["fix_entity_id"])
    # The table has neither an ID nor an updated_by column.
    .add_attribute("fix_entity_suggestion_id", type="string", read_only=True, postgrest_ignore=True)
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_reference("belongs_to", "FixEntity")
    .add_reference("belongs_to", "Suggestion")
    .add_attribute("opportunity_id", type="string", required=True, read_only=True)
    .add_attribute("fix_entity_created_at", type="string", required=True, read_only=True)
    # A generated column: it can be queried, and is never written.
    .add_attribute(
        "fix_entity_created_date",
        type="string",
        read_only=True,
        postgrest_ignore=True,
        watch=["fix_entity_created_at"],
        set=_day_of_creation,
    )
    .add_index(["opportunity_id"], ["fix_entity_created_date", "updated_at"])
    .build()
)
