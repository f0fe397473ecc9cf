from inspect import signature

import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    ReferenceError,
    SchemaBuilder,
    ValidationError,
)
from spacecat_shared_data_access.models.base.accessors import parent_getter, set_parent
from unit.helpers import ID, OTHER_ID, PARENT_ID, body, filters, make_model, maybe_await, params
from unit.sample_entities import DIRECTOR, Director, Film, director_builder


@pytest.fixture
def director(data_access, cinema_entities):
    return data_access.Director.create_instance_from_row({"id": PARENT_ID, "name": "Leone"})


@pytest.fixture
def film(films):
    return make_model(films, {"id": ID, "title": "a", "director_id": PARENT_ID})


def test_dir_and_signature_show_the_keys_of_a_finder(films):
    assert str(signature(type(films).find_by_director_id)) == "(self, director_id, **options)"


async def test_each_attribute_has_a_getter(film):
    assert (film.get_film_id(), film.get_title(), film.get_year()) == (ID, "a", None)
    assert Film.get_title.__doc__ == "Return title."
    assert Film.get_year.__doc__ == "Return year, or None."
    assert Film.get_title.__qualname__ == "Film.get_title"
    assert Film.set_title.__doc__.startswith("Set title and return the model.")


async def test_a_hand_written_method_wins(director):
    assert director.get_name() == "Dir. Leone"
    assert not hasattr(Director.get_name, "is_generated")


async def test_an_enum_getter_returns_the_member(films):
    film = make_model(films, {"id": ID, "genre": "Drama", "rating": "PG"})
    assert film.get_genre() is Film.Genre.DRAMA
    assert film.get_rating() == "PG"
    assert make_model(films, {"id": ID}).get_genre() is None


async def test_an_unknown_enum_value_is_returned_as_a_string(films):
    film = make_model(films, {"id": ID, "genre": "Comedy"})
    assert film.get_genre() == "Comedy"
    assert type(film.get_genre()) is str


async def test_an_entitys_own_getters_are_on_every_model(film):
    assert (film.get_id(), film.get_created_at(), film.get_updated_at()) == (ID, None, None)
    assert (film.entity_name, film.id_name) == ("film", "film_id")


async def test_a_misspelt_attribute_is_an_error(film):
    with pytest.raises(AttributeError, match="'Film' object has no attribute 'get_titel'"):
        _ = film.get_titel
    with pytest.raises(AttributeError):
        film.titel = "b"


async def test_a_model_is_small(film):
    assert not hasattr(film, "__dict__")


async def test_a_parent_is_found_once_until_the_model_is_saved(film, server):
    server.respond_with([{"id": PARENT_ID, "name": "Leone"}])
    parent = await maybe_await(film.get_director())
    assert (type(parent), parent.get_id()) == (Director, PARENT_ID)
    assert await maybe_await(film.get_director()) is parent
    assert len(server.requests) == 1
    server.respond_with(lambda request: [{"id": PARENT_ID, "name": "Leone"}])
    await maybe_await(film.set_year(1).save())
    assert await maybe_await(film.get_director()) is not parent


async def test_a_child_without_a_parents_id_has_no_parent(films, server):
    film = make_model(films, {"id": ID})
    assert await maybe_await(film.get_director()) is None
    assert server.requests == []


async def test_a_missing_parent_is_none_and_is_cached(film, server):
    assert await maybe_await(film.get_director()) is None
    assert await maybe_await(film.get_director()) is None
    assert len(server.requests) == 1


async def test_children_are_found_by_their_parents_id(director, server):
    server.respond_with([{"id": ID}, {"id": OTHER_ID}])
    films = await maybe_await(director.get_films())
    assert [film.get_id() for film in films] == [ID, OTHER_ID]
    assert filters(server.last) == [("director_id", f"eq.{PARENT_ID}")]
    assert dict(params(server.last))["order"] == "director_id.desc,year.desc,title.desc,id.desc"
    assert await maybe_await(director.get_films()) == films
    assert len(server.requests) == 1


async def test_children_found_with_options_are_not_cached(director, server):
    server.respond_with([{"id": ID}])
    assert (await maybe_await(director.get_films(limit=1))).get_id() == ID
    await maybe_await(director.get_films(order="asc", where=lambda attrs, op: op.gt(attrs.year, 1)))
    assert filters(server.last)[1] == ("year", "gt.1")
    await maybe_await(director.get_films())
    assert len(server.requests) == 3


async def test_one_child_is_found_or_none(director, server):
    server.respond_with([{"id": ID, "text": "t"}])
    assert (await maybe_await(director.get_biography())).get_text() == "t"
    assert dict(params(server.last))["limit"] == "1"


async def test_children_can_be_filtered_by_their_sort_keys(director, server):
    server.respond_with([{"id": ID}])
    await maybe_await(director.get_films_by_year(1968))
    assert filters(server.last) == [("director_id", f"eq.{PARENT_ID}"), ("year", "eq.1968")]
    await maybe_await(director.get_films_by_year_and_title(year=1968, title="a"))
    assert filters(server.last)[1:] == [("year", "eq.1968"), ("title", "eq.a")]
    await maybe_await(director.get_films_by_year(1968))
    assert len(server.requests) == 2
    await maybe_await(director.get_films_by_year(1969))
    assert len(server.requests) == 3


async def test_an_accessor_documents_its_keys(director):
    with pytest.raises(TypeError, match=r"get_films_by_year\(\) takes 1 keys \(year\) but 2 were given"):
        await maybe_await(director.get_films_by_year(1968, "a"))
    with pytest.raises(ValidationError, match=r"^year is required$"):
        await maybe_await(director.get_films_by_year())


async def test_sorted_accessors_exist_when_they_are_requested(director):
    assert hasattr(director, "get_films_by_year_and_title")
    assert not hasattr(director, "get_films_by_title")
    assert not hasattr(director, "get_actors_by_year")


async def test_sorted_accessors_of_an_unregistered_entity_raise_a_reference_error(director):
    with pytest.raises(ReferenceError, match=r"^\[has_many -> Prizes\] The entity Prize is not registered$"):
        _ = director.get_prizes_by_year


async def test_a_reference_that_is_not_returned_has_no_sorted_accessors(opened, cinema_entities, caplog):
    class Shop(BaseModel):
        ENTITY_NAME = "Shop"

    class ShopCollection(BaseCollection[Shop]):
        COLLECTION_NAME = "ShopCollection"

    SchemaBuilder(Shop, ShopCollection).add_reference("has_many", "Films").build()
    shop = Shop(opened().Film, {"shop_id": ID})
    assert not hasattr(shop, "get_films_by_year")
    assert caplog.messages == ["Reciprocal reference not found for Shop to Films"]


async def test_a_model_class_without_a_schema_has_no_accessors(films):
    class Bare(BaseModel):
        ENTITY_NAME = "Bare"

    assert not hasattr(Bare(films, {}), "get_films_by_year")


async def test_finders_accept_positional_and_keyword_arguments(films, server):
    await maybe_await(films.all_by_director_id_and_year(PARENT_ID, 1968))
    first = params(server.last)
    await maybe_await(films.all_by_director_id_and_year(PARENT_ID, year=1968))
    await maybe_await(films.all_by_director_id_and_year(year=1968, director_id=PARENT_ID))
    assert all(params(request) == first for request in server.requests)
    assert filters(server.last) == [("director_id", f"eq.{PARENT_ID}"), ("year", "eq.1968")]


async def test_a_finder_returns_the_first_match(films, server):
    server.respond_with([{"id": ID}])
    assert (await maybe_await(films.find_by_genre_and_title("drama", "a", order="asc"))).get_id() == ID
    assert dict(params(server.last))["order"] == "genre.asc,title.asc,id.asc"
    assert dict(params(server.last))["limit"] == "1"


@pytest.mark.parametrize(
    ("method", "keys", "error", "message"),
    [
        ("all_by_genre", (), ValidationError, "genre is required"),
        ("all_by_genre", ("",), ValidationError, "genre is required"),
        ("all_by_year", ("1968",), ValidationError, "year is required"),
        ("all_by_year", (None,), ValidationError, "year is required"),
        ("find_by_genre_and_title", ("Drama",), ValidationError, "title is required"),
        ("all_by_genre", ("a", "b"), TypeError, r"all_by_genre\(\) takes 1 keys \(genre\) but 2 were given"),
        ("all_by_genre", ("a",), TypeError, None),
    ],
)
async def test_a_finder_names_a_missing_key(films, server, method, keys, error, message):
    options = {} if message else {"colour": "red"}
    with pytest.raises(error, match=message or "unexpected keyword argument 'colour'"):
        await maybe_await(getattr(films, method)(*keys, **options))
    assert server.requests == []


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        (
            {"org_id": ID},
            r"all_by_organization_id\(\) got an unexpected .* 'org_id'\. Did you mean 'organization_id'\?$",
        ),
        ({"organisation_id": ID}, r"Did you mean 'organization_id'\?$"),
        ({"organizationId": ID}, r"'organizationId'\. Did you mean 'organization_id'\?$"),
        ({"organization_id": ID, "limits": 1}, r"'limits'\. Did you mean 'limit'\?$"),
        ({"organization_id": ID, "xyzzy": 1}, r"unexpected keyword argument 'xyzzy'$"),
    ],
)
async def test_a_finder_suggests_a_name_for_an_unknown_keyword(data_access, server, keywords, message):
    with pytest.raises(TypeError, match=message):
        await maybe_await(data_access.Ticket.all_by_organization_id(**keywords))
    assert server.requests == []


async def test_a_key_given_twice_is_an_error(data_access, server):
    with pytest.raises(TypeError, match="got multiple values for argument 'organization_id'"):
        await maybe_await(data_access.Ticket.all_by_organization_id(ID, organization_id=ID))
    ticket = data_access.Ticket.create_instance_from_row({"id": ID})
    with pytest.raises(TypeError, match=r"get_ticket_suggestions\(\) got an unexpected .* 'limt'\. Did you"):
        await maybe_await(ticket.get_ticket_suggestions(limt=1))
    assert server.requests == []


async def test_finders_are_documented(films):
    assert type(films).find_by_genre_and_title.__doc__ == (
        "Find the first entity by genre, title. Takes the options of `all`."
    )
    assert type(films).all_by_genre.__name__ == "all_by_genre"


async def test_finders_are_not_cached(films, server):
    await maybe_await(films.all_by_genre("Drama"))
    await maybe_await(films.all_by_genre("Drama"))
    assert len(server.requests) == 2


async def test_a_child_accepts_only_its_own_parent(film, director, server):
    assert set_parent(film, director)
    assert await maybe_await(film.get_director()) is director
    stranger = Director(director.collection, {"director_id": OTHER_ID})
    assert not set_parent(film, stranger)
    assert not set_parent(film, None)
    assert server.requests == []
    assert parent_getter(director) == "get_director"


def test_a_rebuilt_schema_replaces_generated_methods_but_not_hand_written_ones():
    written, generated = Director.get_name, Director.get_films
    try:
        director_builder().build()
        assert Director.get_name is written
        assert Director.get_films is not generated
    finally:
        Director.schema = DIRECTOR


async def test_custom_collection_methods_work_sync_and_async(films, server):
    server.respond_with([{"id": ID, "title": "a"}, {"id": OTHER_ID, "title": "b"}])
    assert await maybe_await(films.titles()) == ["a", "b"]


async def test_custom_collection_methods_gather_sync_and_async(films, server):
    server.respond_with(lambda request: [{"id": filters(request)[0][1].removeprefix("eq.")}])
    first, second = await maybe_await(films.both(ID, OTHER_ID))
    assert (first.get_id(), second.get_id()) == (ID, OTHER_ID)


async def test_a_custom_generator_works_sync_and_async(film, server, api):
    server.respond_with([{"id": ID, "title": "a"}, {"id": OTHER_ID, "title": "a"}])
    items = film.namesakes()
    found = list(items) if api == "blocking" else [each async for each in items]
    assert [each.get_id() for each in found] == [OTHER_ID]
    assert filters(server.last) == [("title", "eq.a")]


async def test_json_has_json_names_and_omits_null(films):
    film = make_model(
        films,
        {"id": ID, "title": "a", "colour": False, "year": 0, "tags": [], "genre": None, "added_later": 1},
    )
    film.set_slug("s").set_slug(None)
    json = film.to_json()
    expiry = json.pop("recordExpiresAt")
    assert json == {"filmId": ID, "title": "a", "year": 0, "inColour": False, "tags": [], "origin": "archive"}
    assert film.to_dict() == {
        "film_id": ID,
        "title": "a",
        "year": 0,
        "in_colour": False,
        "tags": [],
        "origin": "archive",
        "record_expires_at": expiry,
    }
    assert next(iter(film.to_dict())) == "film_id"


async def test_repr_shows_the_id_but_no_values(films):
    film = make_model(films, {"id": ID, "title": "private"})
    assert repr(film) == f"<Film {ID}>"
    assert repr(films) == "<FilmCollection of films>"


async def test_a_changed_model_saves_its_current_values(film, server):
    server.respond_with(lambda request: [{"id": ID, **body(request)}])
    await maybe_await(film.set_title("b").save())
    assert film.to_json()["title"] == "b"
    assert film.log is film.collection.log
    assert film.service is film.collection.service
