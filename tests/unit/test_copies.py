"""Copies of models, equality, and independence of returned and given values."""

import copy
import pickle

import pytest

from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, body, make_model, maybe_await

ROW = {"id": ID, "title": "a", "credits": {"cast": ["x"]}, "tags": ["t"], "extra": [{"deep": []}]}


@pytest.fixture
def film(films, clock):
    return make_model(films, ROW)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
@pytest.mark.parametrize("touch", [lambda film: None, lambda film: film.set_year(1)])
async def test_a_copy_is_independent(film, server, copied, touch):
    server.respond_with(lambda request: [{**ROW, **body(request)}])
    touch(film)
    had = film.patcher.updates
    twin = copied(film).set_title("twin")
    assert (film.get_title(), film.patcher.updates) == ("a", had)
    film.set_rating("PG")
    assert twin.get_rating() is None
    await maybe_await(twin.save())
    assert (film.get_title(), film.patcher.updates) == ("a", {**had, "rating": "PG"})
    assert twin == film
    assert twin.collection is film.collection


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
async def test_a_copy_keeps_its_own_related_entities(films, server, copied):
    film = make_model(films, {**ROW, "director_id": PARENT_ID})
    server.respond_with([{"id": PARENT_ID, "name": "Leone"}])
    parent = await maybe_await(film.get_director())
    twin = copied(film)
    assert await maybe_await(twin.get_director()) == parent
    assert len(server.requests) == 1
    server.respond_with([ROW])
    await maybe_await(twin.set_year(1).save())
    await maybe_await(film.get_director())
    assert [request.method for request in server.requests] == ["GET", "PATCH"]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_partial_model_is_partial(films, copied):
    twin = copied(films.create_instance_from_row({"id": ID}))
    assert twin.is_partial


def test_a_model_is_not_pickled(film):
    with pytest.raises(TypeError, match=r"a Film cannot be pickled.*to_dict\(\)"):
        pickle.dumps(film)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_collection_and_a_data_access_are_neither_copied_nor_pickled(films, data_access, copied):
    for thing in (films, data_access, data_access.services, films.service):
        with pytest.raises(TypeError, match=f"{type(thing).__name__} cannot be copied or pickled"):
            copied(thing)


def test_models_of_one_row_are_equal(films, data_access):
    one, other = make_model(films, ROW), films.create_instance_from_row({"id": ID, "title": "b"})
    assert one == other
    assert len({one, other, make_model(films, {**ROW, "id": OTHER_ID})}) == 2
    assert one != make_model(data_access.Director, {"id": ID})
    assert one != ID


def test_models_without_a_key_are_equal_to_themselves_only(films):
    one, other = (films.create_instance_from_row({"title": "a"}) for _ in range(2))
    assert one == one  # noqa: PLR0124 - that is the question
    assert one != other
    assert len({one, other}) == 2


def test_models_with_composite_keys_are_equal_by_all_keys(data_access):
    links = data_access.FixEntitySuggestion
    one, other = (make_model(links, {"suggestion_id": ID, "fix_entity_id": OTHER_ID}) for _ in range(2))
    assert (one, hash(one)) == (other, hash(other))
    assert one != make_model(links, {"suggestion_id": ID, "fix_entity_id": ID})


async def test_returned_values_are_copies(film):
    film.get_credits()["cast"].append("y")
    film.get_tags().append("u")
    film.get_extra()[0]["deep"].append(1)
    film.to_dict()["extra"].clear()
    film.to_json()["tags"].clear()
    film.patcher.updates["x"] = 1
    assert film.to_dict() == make_model(film.collection, ROW).to_dict()
    film.set_tags(["v"])
    film.get_tags().append("w")
    film.patcher.updates["tags"].append("w")
    assert (film.get_tags(), film.patcher.updates) == (["v"], {"tags": ["v"]})


async def test_given_values_are_copied(films, server):
    tags, credits_, row = ["a"], {"cast": ["x"]}, copy.deepcopy(ROW)
    film = films.create_instance_from_row(row)
    row["credits"]["cast"].append("y")
    assert film.get_credits() == {"cast": ["x"]}
    film.set_tags(tags).set_credits(credits_)
    tags.append("b")
    credits_["cast"].append("y")
    assert (film.get_tags(), film.get_credits()) == (["a"], {"cast": ["x"]})
    server.respond_with(ECHO)
    made = await maybe_await(films.create({"title": "a", "credits": credits_}))
    credits_["cast"].append("z")
    assert made.get_credits() == {"cast": ["x", "y"]}


async def test_a_returned_list_of_related_entities_is_a_copy(data_access, films, server):
    director = make_model(data_access.Director, {"id": PARENT_ID, "name": "Leone"})
    server.respond_with([{"id": ID}])
    (await maybe_await(director.get_films())).clear()
    (await maybe_await(director.get_films())).append(None)
    assert await maybe_await(director.get_films()) == [make_model(films, ROW)]
    assert len(server.requests) == 1


def test_a_value_nested_deeper_than_the_stack_is_read(films):
    deep = []
    for _ in range(5_000):
        deep = [deep]
    film = make_model(films, {"id": ID, "extra": deep})
    value, depth = film.get_extra(), 0
    while value:
        value, depth = value[0], depth + 1
    assert depth == 5_000


def test_the_exact_stored_text_is_kept(films):
    film = make_model(films, {**ROW, "created_at": "2026-06-30T10:11:12.123456+00:00"})
    assert film.get_stored_text("created_at") == "2026-06-30T10:11:12.123456+00:00"
    assert film.get_created_at() == "2026-06-30T10:11:12.123Z"
    assert film.get_stored_text("updated_at") is None
