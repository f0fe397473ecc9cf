"""Entities of one's own: a class is written in the face of the base that it derives from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_type, cast
from uuid import UUID

from spacecat_shared_data_access import (
    AsyncBaseCollection,
    AsyncBaseModel,
    AsyncDataAccess,
    BaseCollection,
    BaseModel,
    DataAccess,
    EntityRegistry,
    SchemaBuilder,
)


class Note(AsyncBaseModel):
    ENTITY_NAME = "Note"

    if TYPE_CHECKING:  # made from the schema

        def get_text(self) -> str: ...


class NoteCollection(AsyncBaseCollection[Note]):
    COLLECTION_NAME = "NoteCollection"

    async def longest(self, organization_id: str) -> Note | None:
        notes = await self.all_by_index_keys({"organization_id": organization_id})
        assert_type(notes, list[Note])
        return max(notes, key=lambda note: len(note.get_text()), default=None)

    async def _on_create(self, model: Note) -> None:
        self.log.info("%s", model.get_text())


class Mark(BaseModel):
    ENTITY_NAME = "Mark"


class MarkCollection(BaseCollection[Mark]):
    COLLECTION_NAME = "MarkCollection"

    def count_of(self, organization_id: str) -> int:
        return self.count({"organization_id": organization_id})

    def remove_by_ids(self, ids: Sequence[str | UUID]) -> None:
        super().remove_by_ids(ids)
        self.log.info("%d removed", len(ids))

    def _on_create(self, model: Mark) -> None:
        self.log.info("%s", model.get_id())


schema = (
    SchemaBuilder(Note, NoteCollection)
    .add_reference("belongs_to", "Organization")
    .add_attribute("text", type="string", required=True)
    .build()
)
EntityRegistry.register_entity(schema)
EntityRegistry.register_entity(SchemaBuilder(Mark, MarkCollection).build())


async def awaited(data_access: AsyncDataAccess) -> None:
    notes = cast("NoteCollection", data_access.registry.collection_of("Note"))
    assert_type(await notes.longest("…"), Note | None)
    assert_type(await notes.create({"organization_id": "…", "text": "…"}), Note)


def blocking(data_access: DataAccess) -> None:
    marks = cast("MarkCollection", data_access.registry.collection_of("Mark"))
    assert_type(marks.count_of("…"), int)
