"""A program's own entities, whose stub `spacecat-data-access stubs comments` writes."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
    EntityRegistry,
    SchemaBuilder,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.schema.validation import is_iso_date

__all__ = [
    "Comment",
    "CommentCollection",
    "Reaction",
    "ReactionCollection",
    "create_async_data_access",
    "create_data_access",
]

LONGEST = 1000


class Comment(AsyncBaseModel):
    """What someone said about a ticket."""

    ENTITY_NAME = "Comment"

    class Tone(StrEnum):
        """How it was said."""

        FRIENDLY = "friendly"
        ANGRY = "angry"

    def is_long(self) -> bool:
        """Return whether it is long."""
        return len(str(self.record["text"])) > LONGEST

    async def answered(self) -> Comment:
        """Mark it as answered and save it."""
        self.patcher.patch_value("answered", value=True)
        return await self.save()


class CommentCollection(AsyncBaseCollection[Comment]):
    """All comments."""

    COLLECTION_NAME = "CommentCollection"

    async def all_long(self, ticket_id: str) -> list[Comment]:
        """Return the long comments of a ticket."""
        return [each for each in await self.list_models({"ticket_id": ticket_id}) if each.is_long()]


class Reaction(BaseModel):
    """A reaction to a comment, written for the sync API."""

    ENTITY_NAME = "Reaction"


class ReactionCollection(BaseCollection[Reaction]):
    """All reactions."""

    COLLECTION_NAME = "ReactionCollection"

    def _on_create(self, model: Reaction) -> None:
        """Log it."""
        self.log.info("%s", model.id)


COMMENT = (
    SchemaBuilder(Comment, CommentCollection)
    .add_reference("belongs_to", "Ticket", ["posted_at"])
    .add_to_parent("Ticket", remove_dependents=True)
    .add_reference("has_many", "Reactions", remove_dependents=True)
    .add_attribute("text", type="string", required=True)
    .add_attribute("posted_at", type="string", required=True, read_only=True, validate=is_iso_date)
    .add_attribute("tone", type=Comment.Tone, required=True, default=Comment.Tone.FRIENDLY)
    .add_attribute("answered", type="boolean")
    .build()
)
EntityRegistry.register_entity(COMMENT)
EntityRegistry.register_entity(
    SchemaBuilder(Reaction, ReactionCollection)
    .add_reference("belongs_to", "Comment")
    .add_attribute("emoji", type="string", required=True)
    .build()
)
