import json
from datetime import UTC, datetime
from uuid import UUID

import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    ConflictError,
    DataAccessError,
    EntityRegistry,
    SchemaBuilder,
    UnavailableError,
    ValidationError,
)
from spacecat_shared_data_access.models.base.items import ItemBuilder
from spacecat_shared_data_access.schema.validation import is_uuid
from spacecat_shared_data_access.schema.values import new_id
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    body,
    error_response,
    make_model,
    maybe_await,
    params,
    uuid,
)
from unit.sample_entities import Film


async def test_a_new_entity_gets_defaults_and_is_returned(films, server, clock):
    server.respond_with(ECHO)
    film = await maybe_await(films.create({"title": "Once Upon a Time", "in_colour": True}))
    sent = body(server.last)
    assert is_uuid(sent.pop("id"))
    assert sent == {
        "title": "Once Upon a Time",
        "colour": True,
        "slug": "once-upon-a-time",
        "created_at": "2026-07-02T09:38:00.000Z",
        "updated_at": "2026-07-02T09:38:00.000Z",
        "updated_by": "system",
    }
    assert server.methods == ["POST"]
    assert server.last.headers["Prefer"] == "return=representation"
    assert dict(params(server.last)) == {"select": "*"}
    assert type(film) is Film
    assert film.get_in_colour() is True


async def test_the_model_has_the_values_that_the_database_stored(films, server):
    server.respond_with([{"id": ID, "title": "TRIMMED", "year": 1968}])
    film = await maybe_await(films.create({"title": " trimmed "}))
    assert (film.get_id(), film.get_title(), film.get_year()) == (ID, "TRIMMED", 1968)


async def test_an_item_may_have_keys_in_either_spelling_and_python_values(films, server):
    server.respond_with(ECHO)
    await maybe_await(
        films.create(
            {
                "filmId": UUID(ID),
                "title": "a",
                "inColour": False,
                "genre": Film.Genre.WESTERN,
                "extra": {"at": datetime(2026, 7, 2, tzinfo=UTC)},
                "tags": ("a", "b"),
            }
        )
    )
    sent = body(server.last)
    assert (sent["id"], sent["colour"], sent["genre"], sent["tags"]) == (ID, False, "Western", ["a", "b"])
    assert sent["extra"] == {"at": "2026-07-02T00:00:00.000Z"}


async def test_an_item_is_not_changed_by_storing_it(films, server):
    server.respond_with(ECHO)
    item = {"title": "a", "tags": ["x"]}
    await maybe_await(films.create(item))
    assert item == {"title": "a", "tags": ["x"]}


async def test_hooks_convert_the_stored_values(films, server):
    server.respond_with(ECHO)
    await maybe_await(films.create({"title": "A B", "shelf": "  top "}))
    assert (body(server.last)["slug"], body(server.last)["shelf"]) == ("a-b", "top")


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"year": 1968}, "title is required"),
        ({"title": "a", "genre": "Comedy", "year": "x"}, "year must be a number, genre is invalid"),
        ({"title": "a", "colour": True}, "colour is not an attribute of film"),
        ({"title": "a", "inColour": True, "in_colour": True}, "in_colour is given twice"),
        ({"title": object()}, "title: a value of type object cannot be stored as JSON"),
        ({"title": "a", "director_id": "x"}, "director_id failed validation"),
    ],
)
async def test_an_invalid_item_is_refused_and_nothing_is_sent(films, server, item, message, caplog):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.create(item))
    assert raised.value.message == "Failed to create"
    assert raised.value.cause.message == message
    assert caplog.messages[0].startswith(f"[film] Failed to create - {message}")
    assert server.requests == []


async def test_a_validation_error_names_attribute_and_reason(films):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.create({"year": 1968}))
    assert str(raised.value) == "Failed to create: title is required"


async def test_an_invalid_value_is_logged_once(films):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.create({"title": object()}))
    assert str(raised.value) == "Failed to create: title: a value of type object cannot be stored as JSON"


async def test_a_key_that_is_not_a_string_is_refused(films):
    with pytest.raises(ValidationError):
        await maybe_await(films.create({1: "a"}))


@pytest.mark.parametrize("item", [None, {}, [], "title", 5])
async def test_without_data_create_raises(films, item, caplog):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.create(item))
    assert str(raised.value) == "Failed to create [film]: data is required"
    assert caplog.messages == ["Failed to create [film]: data is required"]


async def test_a_duplicate_is_a_conflict(films, server, caplog):
    server.respond_with(
        error_response(409, "23505", "duplicate key", f"Key (id)=({ID}) already exists.", "use another")
    )
    with pytest.raises(ConflictError, match=r"^Failed to create$") as raised:
        await maybe_await(films.create({"title": "a"}))
    assert raised.value.details == f"Key (id)=({ID}) already exists."
    assert caplog.messages == [
        "[film] Failed to create - [23505] duplicate key - Key (id)=(…) already exists. - hint: use another"
    ]


async def test_an_unreachable_server_is_unavailable(films, server):
    server.respond_with(error_response(503, "PGRST002", "no"))
    with pytest.raises(UnavailableError, match=r"^Failed to create$"):
        await maybe_await(films.create({"title": "a"}))


@pytest.mark.parametrize(
    ("rows", "reported"),
    [
        ([], "0 rows came back where one was stored"),
        ([{"id": ID}, {"id": OTHER_ID}], "2 rows came back where one was stored"),
    ],
)
async def test_a_response_without_exactly_one_row_is_an_error(films, server, rows, reported):
    server.respond_with(rows)
    with pytest.raises(DataAccessError, match=r"^Failed to create$") as raised:
        await maybe_await(films.create({"title": "a"}))
    assert raised.value.cause.message == reported


async def test_an_empty_row_in_the_response_is_an_error(films, server):
    server.respond_with([{"id": None}])
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(films.create({"title": "a"}))
    assert "1 rows" not in raised.value.cause.message


@pytest.mark.parametrize(
    ("on_conflict", "columns"),
    [
        (None, "id"),
        ("", "id"),
        ("title", "title"),
        ("inColour", "colour"),
        (["title", "in_colour"], "title,colour"),
    ],
)
async def test_an_upsert_updates_the_row_with_the_same_key(films, server, on_conflict, columns):
    server.respond_with(ECHO)
    await maybe_await(films.create({"title": "a"}, upsert=True, on_conflict=on_conflict))
    assert dict(params(server.last)) == {"select": "*", "on_conflict": columns}
    assert server.last.headers["Prefer"] == "resolution=merge-duplicates,return=representation"


async def test_an_upsert_by_an_unknown_attribute_is_refused(films, server):
    with pytest.raises(ValidationError, match="colour is not an attribute of film"):
        await maybe_await(films.create({"title": "a"}, upsert=True, on_conflict="colour"))
    assert server.requests == []


@pytest.mark.parametrize(
    "on_conflict",
    [
        5,
        True,
        False,
        1.5,
        UUID(int=5),
        datetime(2026, 7, 2, tzinfo=UTC),
        {"title": 1},
        [],
        (),
        ["title", 5],
        [None],
        b"title",
        object(),
        iter(["title"]),
        [["title"]],
    ],
)
async def test_the_key_of_an_upsert_is_a_name_or_a_list_of_names(films, server, on_conflict):
    message = "on_conflict must be an attribute's name, or a list of names"
    with pytest.raises(ValidationError, match=message):
        await maybe_await(films.create({"title": "a"}, upsert=True, on_conflict=on_conflict))
    assert server.requests == []


async def test_many_are_created_in_one_request(films, server):
    server.respond_with(ECHO)
    result = await maybe_await(films.create_many([{"title": "a"}, {"title": "b", "year": 1}]))
    assert [film.get_title() for film in result.created_items] == ["a", "b"]
    assert result.error_items == []
    assert len(server.requests) == 1
    columns = dict(params(server.last))["columns"].split(",")
    assert columns == sorted(columns)
    assert '"year"' in columns
    assert server.last.headers["Prefer"] == "return=representation"


async def test_invalid_items_are_returned_with_their_errors(films, server):
    server.respond_with(ECHO)
    bad = {"year": 5}
    result = await maybe_await(films.create_many([bad, {"title": "a"}, "no item"]))
    assert [film.get_title() for film in result.created_items] == ["a"]
    assert [(each.item, each.error.message) for each in result.error_items] == [
        (bad, "title is required"),
        ("no item", "an item must be a mapping"),
    ]
    assert result.error_items[0].item is bad
    assert len(body(server.last)) == 1


async def test_if_all_items_are_invalid_nothing_is_sent(films, server):
    result = await maybe_await(films.create_many([{}, {}]))
    assert (result.created_items, len(result.error_items), server.requests) == ([], 2, [])


@pytest.mark.parametrize("items", [None, [], {}, {"title": "a"}, "ab"])
async def test_create_many_requires_a_non_empty_list(films, items, caplog):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.create_many(items))
    assert str(raised.value) == "Failed to create many [film]: items must be a non-empty array"
    assert caplog.messages == [str(raised.value)]


async def test_the_response_must_have_as_many_rows_as_were_sent(films, server):
    server.respond_with([{"id": ID}])
    with pytest.raises(DataAccessError, match=r"^Failed to create many$") as raised:
        await maybe_await(films.create_many([{"title": "a"}, {"title": "b"}]))
    assert raised.value.cause.message == "1 rows came back where 2 were sent"


async def test_a_rejected_create_many_is_one_error(films, server):
    server.respond_with(error_response(409, "23505", "duplicate"))
    with pytest.raises(ConflictError, match=r"^Failed to create many$"):
        await maybe_await(films.create_many([{"title": "a"}]))


async def test_created_children_reference_their_parent(data_access, films, server):
    parent = data_access.Director.create_instance_from_row({"id": PARENT_ID, "name": "Leone"})
    server.respond_with(ECHO)
    result = await maybe_await(films.create_many([{"title": "a", "director_id": PARENT_ID}], parent))
    assert await maybe_await(result.created_items[0].get_director()) is parent
    assert len(server.requests) == 1


@pytest.mark.parametrize("director", [OTHER_ID, None])
async def test_a_parent_of_another_entity_is_logged(data_access, films, server, caplog, director):
    parent = data_access.Director.create_instance_from_row({"id": PARENT_ID, "name": "Leone"})
    server.respond_with(ECHO)
    await maybe_await(films.create_many([{"title": "a", "director_id": director}], parent))
    assert caplog.messages == ["Failed to associate parent with child [film]: parent is invalid"]


async def test_a_parent_whose_id_was_not_read_is_logged(data_access, films, server, caplog):
    parent = data_access.Director.create_instance_from_row({"name": "Leone"})
    server.respond_with(ECHO)
    result = await maybe_await(films.create_many([{"title": "a", "director_id": PARENT_ID}], parent))
    assert len(result.created_items) == 1
    assert caplog.messages == ["Failed to associate parent with child [film]: parent is invalid"]


async def test_a_parent_must_be_a_model(films, server, caplog):
    server.respond_with(ECHO)
    result = await maybe_await(films.create_many([{"title": "a"}], "Leone"))
    assert len(result.created_items) == 1
    assert "parent is invalid" in caplog.text


class Album(BaseModel):
    ENTITY_NAME = "Album"


class AlbumCollection(BaseCollection[Album]):
    COLLECTION_NAME = "AlbumCollection"

    async def _on_create(self, model):
        # Calls of this collection are awaited with both APIs.
        found = await self.find_by_id(model.get_id())
        self.log.warning("created %s, found %s", model.get_title(), found)
        if model.get_title() == "bad":
            raise LookupError("hook")

    async def _on_create_many(self, result):
        self.log.warning("created %d", len(result.created_items))
        raise LookupError("hook")


@pytest.fixture
def albums(opened):
    schema = SchemaBuilder(Album, AlbumCollection).add_attribute("title", type="string").build()
    EntityRegistry.register_entity(schema)
    yield opened().Album
    EntityRegistry.reset_entities()


def echo_or_nothing(request):
    return [json.loads(request.content)] if request.method == "POST" else []


async def test_a_subclass_can_act_after_creation(albums, server, caplog):
    server.respond_with(echo_or_nothing)
    await maybe_await(albums.create({"title": "good"}))
    assert caplog.messages == ["created good, found None"]
    assert server.methods == ["POST", "GET"]


async def test_an_error_after_creation_is_logged_and_not_raised(albums, server, caplog):
    server.respond_with(echo_or_nothing)
    album = await maybe_await(albums.create({"title": "bad"}))
    assert album.get_title() == "bad"
    assert caplog.messages[1:] == ["On-create handler failed"]
    assert "LookupError: hook" in caplog.text


async def test_an_error_after_create_many_is_logged_and_not_raised(albums, server, caplog):
    server.respond_with(ECHO)
    result = await maybe_await(albums.create_many([{"title": "a"}, {"title": "b"}]))
    assert len(result.created_items) == 2
    assert caplog.messages == ["created 2", "On-create-many handler failed"]


async def test_items_of_one_call_share_the_time_but_have_distinct_ids(films, server):
    server.respond_with(ECHO)
    given = {"film_id": ID, "title": "c", "tags": ["x"]}
    await maybe_await(films.create_many([{"title": "a"}, {"title": "b"}, given, {"title": "d"}]))
    sent = body(server.last)
    assert len({row["id"] for row in sent}) == 4
    assert sent[2]["id"] == ID
    assert len({row[name] for row in sent for name in ("created_at", "updated_at")}) == 1


class Shelf(BaseModel):
    ENTITY_NAME = "Shelf"


class ShelfCollection(BaseCollection[Shelf]):
    COLLECTION_NAME = "ShelfCollection"


async def test_a_mutable_default_is_copied_for_each_entity():
    schema = SchemaBuilder(Shelf, ShelfCollection).add_attribute("parts", type="list", default=[]).build()
    preparation = ItemBuilder(schema, 2)
    first, second = (preparation.prepare({}) for _ in range(2))
    assert first["parts"] == second["parts"] == []
    assert first["parts"] is not second["parts"]


def prepared(schema, items):
    """Return the records of items, or the messages of their errors."""
    builder = ItemBuilder(schema, len(items))
    results = []
    for item in items:
        try:
            results.append(builder.prepare(item))
        except ValidationError as error:
            results.append(error.message)
    return results


def test_an_invalid_default_is_refused_in_each_item():
    schema = (
        SchemaBuilder(Shelf, ShelfCollection)
        .add_attribute("material", type=["oak", "pine"], default="stone")
        .add_attribute("size", type="string", required=True)
        .build()
    )
    items = [{"size": "a"}, {"size": "b"}, {"size": "c", "material": "oak"}, {}, {"material": "pine"}]
    first, second, third, *others = prepared(schema, items)
    assert first == second == "material is invalid"
    assert third["material"] == "oak"
    assert others == ["material is invalid, size is required", "size is required"]


def test_a_default_that_depends_on_the_item_is_validated_in_each_item():
    schema = (
        SchemaBuilder(Shelf, ShelfCollection)
        .add_attribute(
            "material", type="string", default="pine", validate=lambda _, item: item["size"] != "xl"
        )
        .add_attribute("size", type="string")
        .build()
    )
    first, second = prepared(schema, [{"size": "s"}, {"size": "xl"}])
    assert first["material"] == "pine"
    assert second == "material failed validation"


def test_what_a_hook_changes_in_the_record_is_validated():
    def fell(value, record):
        if value == "pine":
            record["shelf_id"] = None
            record["colour"] = 1
        return value

    schema = (
        SchemaBuilder(Shelf, ShelfCollection)
        .add_attribute("material", type="string", set=fell)
        .add_attribute("colour", type="string", default="white")
        .build()
    )
    first, second = prepared(schema, [{"material": "oak"}, {"material": "pine"}])
    assert first["colour"] == "white"
    assert second == "shelf_id is required, colour must be a string"


def test_a_validator_of_ids_sees_each_generated_id():
    seen = []
    schema = (
        SchemaBuilder(Shelf, ShelfCollection)
        .add_attribute("shelf_id", type="string", required=True, default=new_id, validate=seen.append)
        .build()
    )
    assert [record["shelf_id"] for record in prepared(schema, [{}, {}, {}])] == seen
    assert len(set(seen)) == 3


async def test_an_embedded_row_becomes_a_model(films):
    row = {"id": ID, "title": "a", "year": None}
    film = films.create_instance_from_row(row)
    assert (film.get_id(), film.get_year()) == (ID, None)
    assert row == {"id": ID, "title": "a", "year": None}


async def test_an_empty_embedded_row_is_skipped_with_a_warning(films, caplog):
    assert films.create_instance_from_row({}) is None
    assert caplog.messages == ["Failed to create instance of [film]: record is empty"]


async def test_an_embedded_null_is_skipped_too(films):
    assert films.create_instance_from_row(None) is None


async def test_reading_sets_defaults_of_virtual_attributes_only(films, clock):
    film = make_model(films, {"id": uuid(1)})
    assert film.get_origin() == "archive"
    assert film.get_record_expires_at() == 1_782_985_080 + 30 * 86_400
    assert film.get_updated_by() is None


async def test_hooks_convert_values_on_reading(films):
    assert films.create_instance_from_row({"id": ID, "notes": "quiet"}).get_notes() == "QUIET"
    assert make_model(films, {"id": ID}).get_notes() is None


async def test_a_hook_that_fails_on_reading_is_logged_and_keeps_the_value(films, caplog):
    film = films.create_instance_from_row({"id": ID, "notes": 5})
    assert film.get_notes() == 5
    assert caplog.messages == ["Failed to apply getter for notes on [film]"]
