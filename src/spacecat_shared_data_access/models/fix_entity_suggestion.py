"""FixEntitySuggestion: the bridge between fixes and suggestions."""

from __future__ import annotations

from typing import Any, ClassVar, Unpack

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, Page
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.options import Options
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import check_id


class FixEntitySuggestion(BaseModel):
    """One suggestion that a fix takes care of.

    A fix may take care of several suggestions, and a suggestion may have several fixes. The table has no
    id: the two ids together identify a bridge.
    """

    ENTITY_NAME = "FixEntitySuggestion"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"

    def get_id(self) -> str:
        """Give what identifies the bridge: ``<suggestion's id>#<fix's id>``."""
        own: str | None = self.record.get("fix_entity_suggestion_id")
        suggestion_id, fix_entity_id = self.record.get("suggestion_id"), self.record.get("fix_entity_id")
        if own or not suggestion_id or not fix_entity_id:
            return own  # type: ignore[return-value] # a part of a row may lack an id
        return f"{suggestion_id}#{fix_entity_id}"

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes by which the bridge is removed and upserted: the ids of both sides."""
        return {name: self.record.get(name) for name in ("suggestion_id", "fix_entity_id")}


class FixEntitySuggestionCollection(BaseCollection[FixEntitySuggestion]):
    """All bridges."""

    COLLECTION_NAME = "FixEntitySuggestionCollection"

    async def all_by_suggestion_id(
        self, suggestion_id: Any, **options: Unpack[Options]
    ) -> list[FixEntitySuggestion] | FixEntitySuggestion | Page[FixEntitySuggestion] | None:
        """Find the bridges of a suggestion.

        Args:
            suggestion_id: The suggestion's UUID.
            **options: See `Options`.

        Returns:
            As for `all`.

        Raises:
            ValidationError: The id is no UUID.
            DataAccessError: As for `all`.
        """
        suggestion_id = plain_value("suggestion_id", suggestion_id)
        check_id("suggestion_id", suggestion_id, self.COLLECTION_NAME)
        return await self.all_by_index_keys({"suggestion_id": suggestion_id}, **options)


def _day_of_creation(_value: Any, record: Record) -> str | None:
    moment = record.get("fix_entity_created_at")
    return moment.split("T")[0] if isinstance(moment, str) and moment else None


schema = (
    SchemaBuilder(FixEntitySuggestion, FixEntitySuggestionCollection)
    .with_primary_partition_keys(["suggestion_id"])
    .with_primary_sort_keys(["fix_entity_id"])
    # The table has neither an id nor an updated_by.
    .add_attribute("fix_entity_suggestion_id", type="string", read_only=True, postgrest_ignore=True)
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_reference("belongs_to", "FixEntity")
    .add_reference("belongs_to", "Suggestion")
    .add_attribute("opportunity_id", type="string", required=True, read_only=True)
    .add_attribute("fix_entity_created_at", type="string", required=True, read_only=True)
    # The database computes the column; it is asked for, and never written.
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
