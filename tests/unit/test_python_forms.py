"""Python's own forms: keywords, properties, iteration, and what other libraries make of models."""

from enum import StrEnum

import httpx
import jsonschema
import pydantic
import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    ConflictError,
    EntityRegistry,
    SchemaBuilder,
    ValidationError,
)
from spacecat_shared_data_access.models.base.record import RowRecord
from spacecat_shared_data_access.testing import row
from unit.helpers import ECHO, ID, PARENT_ID, body, collect, filters, make_model, maybe_await, params, uuid
from unit.sample_entities import Film

FILM = {"id": ID, "title": "Alpha", "year": 1990, "catalogue_number": "C-1", "notes": "low"}


@pytest.fixture
def film(films):
    return make_model(films, FILM)


class Shelf(BaseModel):
    """A shelf, with attributes that have the names of options, parameters and members."""

    ENTITY_NAME = "Shelf"

    class Side(StrEnum):
        """On which side of the aisle."""

        LEFT = "left"
        RIGHT = "right"

    def label(self):
        return f"shelf {self.get_id()}"

    def get_width(self):
        return self.record.get("width", 0) * 10

    def set_width(self, value):
        if value < 0:
            raise ValidationError("a width is positive")
        self.patcher.patch_value("width", value / 10)
        return self

    def get_owner(self):
        return self.record["missing"].owner  # a mistake of its author

    def get_room(self):
        raise AttributeError("no room yet")


class ShelfCollection(BaseCollection[Shelf]):
    COLLECTION_NAME = "ShelfCollection"


SHELF = (
    SchemaBuilder(Shelf, ShelfCollection)
    .add_attribute("width", type="number", description="The width in centimetres.")
    .add_attribute("order", type="string", postgrest_field="order_number")
    .add_attribute("limit", type="number", postgrest_field="weight_limit")
    .add_attribute("item", type="string")
    .add_attribute("keys", type="string")
    .add_attribute("upsert", type="string")
    .add_attribute("label", type="string")
    .add_attribute("record", type="string")
    .add_attribute("update", type="string")
    .add_attribute("owner", type="string")
    .add_attribute("room", type="string")
    .add_attribute("side", type=Shelf.Side, required=True, default=Shelf.Side.LEFT)
    .add_attribute("sizes", type="list", items={"type": "number"})
    .add_attribute("colours", type="set", items={"type": ["red", "blue"]})
    .add_attribute(
        "origin", type="map", properties={"country": {"type": "string", "required": True}, "year": {}}
    )
    .build()
)


@pytest.fixture
def shelves(data_access):
    EntityRegistry.register_entity(SHELF)
    yield data_access.Shelf
    EntityRegistry.reset_entities()


def counted(number):
    return httpx.Response(206, headers={"Content-Range": f"*/{number}"})


# Keywords of finders.

FINDERS = [
    lambda films, *keys, **options: films.all(*keys, **options),
    lambda films, *keys, **options: films.first(*keys, **options),
    lambda films, *keys, **options: films.page(*keys, limit=10, **options),
    lambda films, *keys, **options: films.find_by_all(*keys, **options),
]


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize(
    ("keys", "keywords"),
    [
        ((), {"title": "Alpha", "in_colour": True}),
        (({"title": "Alpha"},), {"in_colour": True}),
        ((None,), {"title": "Alpha", "in_colour": True}),
        ((), {"title": "Alpha", "inColour": True}),
    ],
)
async def test_finders_take_attributes_by_keyword(films, server, find, keys, keywords):
    await maybe_await(find(films, *keys, order_by="title", **keywords))
    assert filters(server.last) == [("title", "eq.Alpha"), ("colour", "eq.true")]
    assert dict(params(server.last))["order"] == "title.asc,id.asc"


async def test_count_and_iterate_take_attributes_by_keyword(films, server):
    await collect(films.iterate({"title": "Alpha"}, year=1990))
    assert filters(server.last) == [("title", "eq.Alpha"), ("year", "eq.1990")]
    server.respond_with(counted(0))
    await maybe_await(
        films.count({"title": "Alpha"}, where=lambda attrs, op: op.gt(attrs.year, 5), year=1990)
    )
    assert filters(server.last) == [("title", "eq.Alpha"), ("year", "eq.1990"), ("year", "gt.5")]


@pytest.mark.parametrize("find", [*FINDERS, lambda films, *keys, **options: films.count(*keys, **options)])
async def test_an_attribute_in_the_mapping_and_by_keyword_is_refused(films, server, find):
    for name in ("in_colour", "inColour"):
        with pytest.raises(ValidationError, match="in_colour is given twice"):
            await maybe_await(find(films, {name: True}, in_colour=False))
    assert server.requests == []


@pytest.mark.parametrize("find", [*FINDERS, lambda films, *keys, **options: films.count(*keys, **options)])
async def test_a_misspelt_keyword_is_refused_with_a_suggestion(films, server, find):
    with pytest.raises(TypeError, match=r"'titel'\. Did you mean 'title'"):
        await maybe_await(find(films, titel="Alpha"))
    assert server.requests == []


async def test_an_attribute_named_like_an_option_needs_the_mapping(shelves, server):
    await maybe_await(shelves.all({"order": "A-1", "limit": 3}, limit=5))
    assert filters(server.last) == [("order_number", "eq.A-1"), ("weight_limit", "eq.3")]
    with pytest.raises(ValidationError, match=r'order is an option of this method.*\{"order": …\}'):
        await maybe_await(shelves.all(order="A-1"))
    with pytest.raises(ValidationError, match="limit is an option of this method"):
        await maybe_await(shelves.first(limit=3))
    with pytest.raises(ValidationError, match="keys is an option of this method"):
        await maybe_await(shelves.first(keys="A"))
    server.respond_with(counted(0))
    await maybe_await(shelves.count(order="A-1"))  # not an option of count
    assert filters(server.last) == [("order_number", "eq.A-1")]


async def test_a_keyword_is_checked_as_a_key_is(films, server):
    with pytest.raises(ValidationError, match="title is required"):
        await maybe_await(films.all(title=None))
    with pytest.raises(ValidationError, match=r"op\.in_"):
        await maybe_await(films.all(title=["Alpha"]))
    with pytest.raises(ValidationError, match="keys must be a mapping"):
        await maybe_await(films.all("Alpha", year=1990))
    assert server.requests == []


# Keywords of create.


async def test_create_takes_attributes_by_keyword(films, server):
    server.respond_with(ECHO)
    film = await maybe_await(films.create({"title": "Alpha"}, year=1990))
    assert (film.get_title(), film.get_year()) == ("Alpha", 1990)
    film = await maybe_await(films.create(title="Beta", inColour=True))
    assert body(server.last)["colour"] is True


async def test_create_refuses_wrong_keywords(films, shelves, server):
    with pytest.raises(
        TypeError, match=r"create\(\) got an unexpected keyword argument 'titel'. Did you mean"
    ):
        await maybe_await(films.create(titel="Alpha"))
    with pytest.raises(ValidationError, match="title is given twice"):
        await maybe_await(films.create({"title": "Alpha"}, title="Beta"))
    with pytest.raises(ValidationError, match="data is required"):
        await maybe_await(films.create())
    with pytest.raises(ValidationError, match="data is required"):
        await maybe_await(films.create(["Alpha"], year=1990))
    with pytest.raises(ValidationError, match="title is required"):
        await maybe_await(films.create(year=1990))
    with pytest.raises(ValidationError, match="item is an option of this method"):
        await maybe_await(shelves.create(item="A"))
    with pytest.raises(ValidationError, match="upsert is an option of this method"):
        await maybe_await(shelves.create(upsert="A"))
    assert server.requests == []


@pytest.mark.parametrize("entity", ["Report", "Opportunity", "SiteTopForm", "PageCitability"])
async def test_entities_with_their_own_create_take_keywords(data_access, server, entity):
    collection = getattr(data_access, entity)
    server.respond_with(ECHO)
    with pytest.raises(TypeError, match="Did you mean 'site_id'"):
        await maybe_await(collection.create(site_idd=PARENT_ID))
    with pytest.raises(ValidationError, match="site_id is given twice"):
        await maybe_await(collection.create({"siteId": PARENT_ID}, site_id=PARENT_ID))
    assert server.requests == []


async def test_the_latest_audits_take_keywords(data_access, server):
    audits = [row("Audit", site_id=PARENT_ID, audit_type="cwv", audited_at="2026-01-02T00:00:00.000Z")]
    server.respond_with(audits)
    latest = data_access.LatestAudit
    for call in (latest.all, latest.first, latest.count, latest.find_by_all):
        await maybe_await(call(site_id=PARENT_ID, audit_type="cwv"))
        assert filters(server.last) == [("site_id", f"eq.{PARENT_ID}"), ("audit_type", "eq.cwv")]
        with pytest.raises(ValidationError, match="site_id is given twice"):
            await maybe_await(call({"site_id": PARENT_ID}, site_id=PARENT_ID))


# Properties.


async def test_attributes_are_properties(film, server):
    assert (film.title, film.year, film.in_colour, film.notes) == ("Alpha", 1990, None, "LOW")
    assert film.id == film.film_id == film.get_id()
    film.title = "Beta"
    film.genre = "Western"
    assert film.get_title() == "Beta"
    assert film.genre is Film.Genre.WESTERN
    server.respond_with(ECHO)
    await maybe_await(film.save())
    assert body(server.last)["title"] == "Beta"


def test_a_property_refuses_what_its_setter_refuses(film):
    with pytest.raises(ValidationError, match="title is required"):
        film.title = ""
    with pytest.raises(ValidationError, match="genre must be one of"):
        film.genre = "Horror"
    assert film.patcher.has_updates is False


def test_a_read_only_property_says_so(film):
    for name in ("catalogue_number", "film_id", "created_at"):
        with pytest.raises(AttributeError, match=f"{name} of film is read-only"):
            setattr(film, name, "x")
    with pytest.raises(AttributeError):
        film.id = "x"


def test_without_updates_every_property_is_read_only(data_access, server):
    server.respond_with([])
    log = make_model(data_access.AccessGrantLog, {"id": ID})
    with pytest.raises(AttributeError, match="is read-only: the schema forbids updates"):
        log.updated_by = "me"


@pytest.mark.parametrize(
    ("name", "suggested"),
    [("titel", "title"), ("inColour", "in_colour"), ("catalog_number", "catalogue_number")],
)
def test_a_misspelt_property_is_an_error_with_a_suggestion(film, name, suggested):
    with pytest.raises(
        AttributeError, match=f"'Film' object has no attribute '{name}'. Did you mean '{suggested}'"
    ):
        setattr(film, name, "x")
    with pytest.raises(AttributeError, match="Did you mean"):
        getattr(film, name)


def test_a_property_uses_the_entitys_own_getter_and_setter(shelves):
    shelf = make_model(shelves, {"id": ID, "width": 2})
    assert shelf.width == 20
    shelf.width = 50
    assert (shelf.record["width"], shelf.width) == (5, 50)
    with pytest.raises(ValidationError, match="a width is positive"):
        shelf.width = -1


def test_a_subclass_may_override_the_getter_of_a_property(data_access, cinema_entities):
    class Talkie(Film):
        ENTITY_NAME = "Talkie"

        def get_title(self):
            return f"{super().get_title()} (with sound)"

    assert make_model(data_access.Film, FILM).title == "Alpha"
    talkie = Talkie(data_access.Film, RowRecord(data_access.Film, FILM, True))
    assert talkie.title == "Alpha (with sound)"


def test_members_of_the_model_keep_their_meaning(shelves):
    shelf = make_model(shelves, {"id": ID, "label": "top", "record": "r", "update": "u"})
    assert shelf.label() == f"shelf {ID}"
    assert shelf.record["label"] == "top"
    assert callable(shelf.update)
    assert (shelf.get_label(), shelf.get_record(), shelf.get_update()) == ("top", "r", "u")


def test_an_attribute_error_of_a_getter_is_not_hidden(shelves):
    shelf = make_model(shelves, {"id": ID})
    with pytest.raises(AttributeError, match="no room yet"):
        _ = shelf.room
    with pytest.raises(KeyError):
        _ = shelf.owner


def test_a_partial_model_names_the_attribute_that_was_not_read(films):
    film = films.create_instance_from_row({"id": ID, "title": "Alpha"})
    assert film.title == "Alpha"
    with pytest.raises(ValidationError, match="year"):
        _ = film.year


# update


async def test_update_sets_several_attributes_and_saves(film, server):
    server.respond_with(ECHO)
    assert await maybe_await(film.update(title="Beta", inColour=True)) is film
    assert len(server.requests) == 1
    assert {name: body(server.last)[name] for name in ("title", "colour", "slug")} == {
        "title": "Beta",
        "colour": True,
        "slug": "beta",
    }


async def test_update_checks_everything_before_it_sets_anything(film, server):
    film.set_shelf("first")
    for wrong, error, message in [
        ({"year": "old"}, ValidationError, "year must be a number"),
        ({"catalogue_number": "C-2"}, ValidationError, "catalogue_number is read-only"),
        (
            {"yeer": 1991},
            TypeError,
            r"update\(\) got an unexpected keyword argument 'yeer'. Did you mean 'year'",
        ),
    ]:
        with pytest.raises(error, match=message):
            await maybe_await(film.update(title="Beta", **wrong))
    assert film.patcher.updates == {"shelf": "first"}
    assert film.title == "Alpha"
    assert server.requests == []


async def test_update_uses_the_entitys_own_setters(shelves, server):
    shelf = make_model(shelves, {"id": ID, "width": 2})
    with pytest.raises(ValidationError, match="a width is positive"):
        await maybe_await(BaseModel.update(shelf, side="right", width=-5))
    assert shelf.get_side() != "right"
    server.respond_with(ECHO)
    await maybe_await(BaseModel.update(shelf, side="right", width=40))
    assert (body(server.last)["side"], body(server.last)["width"]) == ("right", 4)


async def test_a_failed_update_keeps_the_changes(film, server):
    server.respond_with(409)
    with pytest.raises(ConflictError):
        await maybe_await(film.update(title="Beta"))
    assert film.patcher.updates["title"] == "Beta"


# Iteration.


async def test_a_collection_iterates_over_all_entities(small_pages, server):
    server.respond_with([{"id": uuid(1)}, {"id": uuid(2)}], [{"id": uuid(3)}])
    found = [film async for film in small_pages] if not small_pages.blocking else list(small_pages)
    assert [film.id for film in found] == [uuid(1), uuid(2), uuid(3)]
    assert len(server.requests) == 2


async def test_the_other_kind_of_iteration_says_which_one_it_is(films, server):
    if films.blocking:
        with pytest.raises(TypeError, match="is iterated with `for`"):
            _ = [film async for film in films]
    else:
        with pytest.raises(TypeError, match="is iterated with `async for`"):
            list(films)
    assert server.requests == []


def test_a_collection_has_no_length_and_is_true(films, server):
    with pytest.raises(TypeError, match=r"^FilmCollection has no len\(\): use count\(\)"):
        len(films)
    assert bool(films) is True
    assert server.requests == []


async def test_entity_code_iterates_over_a_collection_in_both_apis(cinema_entities, data_access, server):
    class Reel(Film):
        ENTITY_NAME = "Reel"

    class ReelCollection(BaseCollection[Reel]):
        COLLECTION_NAME = "ReelCollection"

        async def titles(self):
            return [reel.title async for reel in self]

    EntityRegistry.register_entity(
        SchemaBuilder(Reel, ReelCollection).add_attribute("title", type="string").build()
    )
    server.respond_with([{"id": uuid(1), "title": "Alpha"}])
    assert await maybe_await(data_access.Reel.titles()) == ["Alpha"]


# Other libraries.


class FilmOut(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(from_attributes=True)

    id: str
    title: str
    year: int | None
    genre: Film.Genre | None
    credits: dict[str, str] | None


def test_pydantic_reads_a_model_by_its_attributes(films):
    film = make_model(films, {**FILM, "genre": "Drama", "credits": {"music": "Example"}})
    out = FilmOut.model_validate(film)
    assert out.model_dump() == {
        "id": ID,
        "title": "Alpha",
        "year": 1990,
        "genre": Film.Genre.DRAMA,
        "credits": {"music": "Example"},
    }
    out.credits["music"] = "Other"
    assert film.credits == {"music": "Example"}


def test_pydantic_reports_an_attribute_that_was_not_read(films):
    with pytest.raises(pydantic.ValidationError, match="year"):
        FilmOut.model_validate(films.create_instance_from_row({"id": ID, "title": "Alpha"}))


def test_ipython_shows_the_entity_and_its_id_only(film):
    pretty = pytest.importorskip("IPython.lib.pretty").pretty
    assert pretty(film) == repr(film) == f"<Film {ID}>"
    assert pretty([film]) == f"[<Film {ID}>]"
    assert pretty(film.collection) == repr(film.collection)


def test_rich_shows_the_entity_and_its_id_only(film):
    pretty_repr = pytest.importorskip("rich.pretty").pretty_repr
    assert pretty_repr(film) == f"<Film '{ID}'>"
    assert pretty_repr([film]) == f"[<Film '{ID}'>]"
    assert pretty_repr(film.collection) == repr(film.collection)


def test_the_protocols_of_rich_and_ipython(film):
    shown = []

    class Printer:
        text = staticmethod(shown.append)

    film._repr_pretty_(Printer, cycle=False)
    assert shown == [repr(film)]
    assert list(film.__rich_repr__()) == [ID]


def test_a_model_does_not_claim_to_have_what_libraries_probe_for(film):
    for name in (
        "_ipython_canary_method_should_not_exist_",
        "__rich__",
        "_repr_html_",
        "__array__",
        "get_x_by_y",
    ):
        assert not hasattr(film, name)


# JSON Schema.


def test_every_entity_has_a_valid_json_schema():
    for schema in EntityRegistry.schemas():
        described = schema.model_class.json_schema()
        jsonschema.Draft202012Validator.check_schema(described)
        assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert described["title"] == schema.model_name
        assert set(described["properties"]) == {each.json_name for each in schema.attributes.values()}


def test_the_json_schema_describes_types_enums_formats_and_descriptions():
    described = SHELF.model_class.json_schema()
    properties = described["properties"]
    assert properties["shelfId"] == {
        "type": "string",
        "format": "uuid",
        "description": "The ID.",
        "readOnly": True,
    }
    assert properties["createdAt"]["format"] == "date-time"
    assert properties["width"] == {"type": "number", "description": "The width in centimetres."}
    assert properties["side"] == {
        "type": "string",
        "enum": ["left", "right"],
        "description": "On which side of the aisle.",
        "default": "left",
    }
    assert properties["sizes"] == {"type": "array", "items": {"type": "number"}}
    assert properties["colours"] == {
        "type": "array",
        "uniqueItems": True,
        "items": {"type": "string", "enum": ["red", "blue"]},
    }
    assert properties["origin"]["properties"] == {"country": {"type": "string"}, "year": {}}
    assert properties["origin"]["required"] == ["country"]
    assert described["required"] == ["shelfId", "createdAt", "updatedAt", "side"]


async def test_what_to_json_returns_is_valid(films, shelves, server):
    server.respond_with(ECHO)
    shelf = await maybe_await(
        shelves.create(
            {"width": 1, "sizes": [1, 2.5], "colours": ["red"], "origin": {"country": "CH"}}, side="right"
        )
    )
    film = await maybe_await(films.create(title="Alpha", tags=["a"], credits={"music": "b"}, genre="Drama"))
    for model in (shelf, film):
        checker = jsonschema.Draft202012Validator(
            model.json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )
        checker.validate(model.to_json())
        with pytest.raises(jsonschema.ValidationError):
            checker.validate({**model.to_json(), "createdAt": 1})
