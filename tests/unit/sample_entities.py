"""Sample entities with every type of attribute and reference, and with methods of both APIs."""

from enum import StrEnum

from spacecat_shared_data_access import BaseCollection, BaseModel, EntityRegistry, SchemaBuilder


class Director(BaseModel):
    ENTITY_NAME = "Director"

    def get_name(self):
        return f"Dir. {self.record['name']}"


class DirectorCollection(BaseCollection[Director]):
    COLLECTION_NAME = "DirectorCollection"


class Film(BaseModel):
    ENTITY_NAME = "Film"

    class Genre(StrEnum):
        DRAMA = "Drama"
        WESTERN = "Western"

    async def retitle(self, title):
        """Set the title and store it."""
        self.set_title(title)
        return await self.save()

    async def namesakes(self):
        """Yield the other films of this title."""
        async for film in self.collection.iterate(
            where=lambda attrs, op: op.eq(attrs.title, self.get_title())
        ):
            if film.get_id() != self.get_id():
                yield film


class FilmCollection(BaseCollection[Film]):
    COLLECTION_NAME = "FilmCollection"

    async def titles(self):
        """Return all titles."""
        return [film.get_title() for film in await self.all()]

    async def both(self, first, second):
        """Find two films concurrently."""
        return await self.service.gather([self.find_by_id(first), self.find_by_id(second)])


class Biography(BaseModel):
    ENTITY_NAME = "Biography"


class BiographyCollection(BaseCollection[Biography]):
    COLLECTION_NAME = "BiographyCollection"


def director_builder():
    return (
        SchemaBuilder(Director, DirectorCollection)
        .add_attribute("name", type="string", required=True)
        .add_reference("has_many", "Films", ["year"], remove_dependents=True)
        .add_reference("has_one", "Biography", remove_dependents=True)
        .add_reference("has_many", "Prizes")
    )


def film_builder():
    return (
        SchemaBuilder(Film, FilmCollection)
        .add_reference("belongs_to", "Director", ["year", "title"], required=False)
        .add_attribute("title", type="string", required=True)
        .add_attribute("year", type="number")
        .add_attribute("in_colour", type="boolean", postgrest_field="colour")
        .add_attribute("tags", type="list", items={"type": "string"})
        .add_attribute("cast_names", type="set")
        .add_attribute("credits", type="map")
        .add_attribute("extra", type="any")
        .add_attribute("genre", type=Film.Genre)
        .add_attribute("rating", type=["G", "PG"])
        .add_attribute("catalogue_number", type="string", read_only=True)
        .add_attribute("slug", type="string", watch=["title"], set=_slug)
        .add_attribute("shelf", type="string", set=lambda value: value and value.strip())
        .add_attribute("notes", type="string", get=lambda text: text.upper())
        .add_attribute("origin", type="string", postgrest_ignore=True, default="archive")
        .add_all_index(["year"])
        .add_index(["genre"], ["title"])
        .with_record_expiry(30)
    )


def biography_builder():
    return (
        SchemaBuilder(Biography, BiographyCollection)
        .add_reference("belongs_to", "Director")
        .add_attribute("text", type="string", required=True)
        .allow_remove(False)
    )


def _slug(_value, record):
    return str(record.get("title", "")).lower().replace(" ", "-")


DIRECTOR = director_builder().build()
FILM = film_builder().build()
BIOGRAPHY = biography_builder().build()


def register():
    for schema in (DIRECTOR, FILM, BIOGRAPHY):
        EntityRegistry.register_entity(schema)
