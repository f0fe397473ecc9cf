import logging

import httpx
import pytest

from spacecat_shared_data_access import (
    AccessDeniedError,
    DataAccessError,
    ReferenceError,
    UnavailableError,
    ValidationError,
)
from unit.helpers import ID, PARENT_ID, error_response, filters, make_model, maybe_await, params, uuid
from unit.sample_entities import Film


@pytest.fixture
def director(data_access, cinema_entities):
    return data_access.Director.create_instance_from_row({"id": PARENT_ID, "name": "Leone"})


def stored(**tables):
    """Respond like tables with these rows; a missing table is not in the schema cache."""

    def respond(request):
        rows = tables.get(request.url.path.strip("/"), error_response(404, "PGRST205", "no such table"))
        return rows if request.method == "GET" else 204

    return respond


def removed(server):
    return [(each.url.path, filters(each)) for each in server.requests if each.method == "DELETE"]


async def test_an_entity_is_removed_by_its_id(films, server, caplog):
    caplog.set_level(logging.INFO, logger="spacecat_shared_data_access")
    server.respond_with(204)
    film = films.create_instance_from_row({"id": ID})
    assert await maybe_await(film.remove()) is film
    assert removed(server) == [("/films", [("id", f"in.({ID})")])]
    assert "Prefer" not in server.last.headers
    assert caplog.messages == ["Removed 1 items for [film]"]


async def test_dependents_are_removed_first_grouped_by_entity(director, server):
    films = [{"id": uuid(1), "title": "a"}, {"id": uuid(2), "title": "b"}]
    server.respond_with(stored(directors=[], films=films, biographies=[{"id": uuid(3), "text": "t"}]))
    assert await maybe_await(director.remove()) is director
    deleted = removed(server)
    assert sorted(deleted[:-1]) == [
        ("/biographies", [("id", f"in.({uuid(3)})")]),
        ("/films", [("id", f"in.({uuid(1)},{uuid(2)})")]),
    ]
    assert deleted[-1] == ("/directors", [("id", f"in.({PARENT_ID})")])


async def test_dependents_are_found_by_the_id_of_their_parent(director, server):
    server.respond_with(stored(directors=[], films=[], biographies=[]))
    await maybe_await(director.remove())
    asked = {each.url.path: filters(each) for each in server.requests if each.method == "GET"}
    assert asked == {
        "/films": [("director_id", f"eq.{PARENT_ID}")],
        "/biographies": [("director_id", f"eq.{PARENT_ID}")],
    }


async def test_dependents_are_read_again(director, server):
    server.respond_with(stored(directors=[], films=[], biographies=[]))
    assert await maybe_await(director.get_films()) == []
    server.respond_with(stored(directors=[], films=[{"id": uuid(1)}], biographies=[]))
    await maybe_await(director.remove())
    assert ("/films", [("id", f"in.({uuid(1)})")]) in removed(server)


async def test_a_missing_table_of_dependents_is_skipped(director, server):
    server.respond_with(stored(directors=[]))
    await maybe_await(director.remove())
    assert removed(server) == [("/directors", [("id", f"in.({PARENT_ID})")])]


async def test_any_other_failure_to_find_dependents_stops_the_removal(director, server, caplog):
    server.respond_with(error_response(403, "42501", "denied"))
    with pytest.raises(AccessDeniedError) as raised:
        await maybe_await(director.remove())
    assert raised.value.message == f"Failed to remove entity director with ID {PARENT_ID}"
    assert removed(server) == []
    assert caplog.messages[-1] == "Failed to remove record"


async def test_a_parent_is_kept_if_a_dependent_cannot_be_removed(director, server, caplog):
    def respond(request):
        if request.method == "DELETE":
            return error_response(503, "PGRST002", "away")
        return [{"id": ID}] if request.url.path == "/films" else []

    server.respond_with(respond)
    with pytest.raises(UnavailableError) as raised:
        await maybe_await(director.remove())
    assert raised.value.cause.message == f"Failed to remove dependent entity film with ID {ID}"
    assert [path for path, _ in removed(server)] == ["/films"]
    assert f"Failed to remove dependent entity film with ID {ID}" in caplog.messages


async def test_an_entity_that_forbids_removal_cannot_be_removed_directly(
    data_access, cinema_entities, server
):
    biography = data_access.Biography.create_instance_from_row({"id": ID})
    with pytest.raises(DataAccessError, match=r"^The entity Biography does not allow removal$"):
        await maybe_await(biography.remove())
    assert server.requests == []


async def test_removing_an_entity_clears_its_cache(films, server):
    film = films.create_instance_from_row({"id": ID, "director_id": PARENT_ID})
    server.respond_with([{"id": PARENT_ID, "name": "Leone"}])
    await maybe_await(film.get_director())
    await maybe_await(film.remove())
    asked = len(server.requests)
    await maybe_await(film.get_director())
    assert len(server.requests) == asked + 1


async def test_a_model_without_its_id_is_not_removed(films, server):
    film = make_model(films, {"title": "a"})
    with pytest.raises(ValidationError, match="film_id is required"):
        await maybe_await(film.remove())
    assert server.requests == []


async def test_ids_are_removed_fifty_at_a_time(films, server):
    server.respond_with(204)
    assert await maybe_await(films.remove_by_ids([uuid(number) for number in range(120)])) is None
    assert server.methods == ["DELETE"] * 3
    assert [len(dict(params(each))["id"].split(",")) for each in server.requests] == [50, 50, 20]


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        ([], "Failed to remove [film]: ids must be a non-empty array"),
        (None, "Failed to remove [film]: ids must be a non-empty array"),
        (ID, "Failed to remove [film]: ids must be a non-empty array"),
        ([ID, "x"], "Validation failed in film: film_id must be a valid UUID"),
        ([None], "Validation failed in film: film_id must be a valid UUID"),
    ],
)
async def test_invalid_ids_remove_nothing(films, server, ids, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.remove_by_ids(ids))
    assert str(raised.value) == message
    assert server.requests == []


async def test_a_rejected_removal_by_ids_is_an_error(films, server):
    server.respond_with(error_response(409, "23503", "still referenced"))
    with pytest.raises(DataAccessError, match=r"^Failed to remove by IDs$") as raised:
        await maybe_await(films.remove_by_ids([ID]))
    assert raised.value.code == "23503"


async def test_keys_of_one_attribute_are_removed_in_few_requests(films, server, caplog):
    caplog.set_level(logging.INFO, logger="spacecat_shared_data_access")
    server.respond_with(204)
    await maybe_await(films.remove_by_index_keys([{"genre": "drama"}, {"genre": Film.Genre.WESTERN}]))
    assert removed(server) == [("/films", [("genre", "in.(Drama,Western)")])]
    assert caplog.messages == ["Removed 2 items for [film]"]


async def test_keys_of_several_attributes_are_removed_one_by_one(films, server):
    server.respond_with(204)
    await maybe_await(films.remove_by_index_keys([{"title": "a", "year": 1}, {"title": "b"}]))
    assert sorted(removed(server)) == [
        ("/films", [("title", "eq.a"), ("year", "eq.1")]),
        ("/films", [("title", "eq.b")]),
    ]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ([], "Failed to remove by index keys [film]: keys must be a non-empty array"),
        (None, "Failed to remove by index keys [film]: keys must be a non-empty array"),
        ({"film_id": ID}, "Failed to remove by index keys [film]: keys must be a non-empty array"),
        ([{"film_id": ID}, {}], "Failed to remove by index keys [film]: key must be a non-empty object"),
        ([ID], "Failed to remove by index keys [film]: key must be a non-empty object"),
        ([{"movie_id": ID}], "Failed to remove by index keys: movie_id is not an attribute of film"),
        ([{"title": "a", "year": None}], "Failed to remove by index keys: year is required"),
    ],
)
async def test_invalid_keys_remove_nothing(films, server, keys, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.remove_by_index_keys(keys))
    assert str(raised.value) == message
    assert server.requests == []


async def test_a_rejected_removal_by_keys_is_an_error_after_all_were_tried(films, server):
    server.respond_with(
        lambda request: error_response(503, "PGRST002") if "eq.a" in str(request.url) else 204
    )
    with pytest.raises(UnavailableError, match=r"^Failed to remove by index keys$"):
        await maybe_await(films.remove_by_index_keys([{"title": "a", "year": 1}, {"title": "b", "year": 2}]))
    assert len(server.requests) == 2


async def test_a_reference_to_an_unregistered_entity_is_an_error_when_used(director, server):
    follow = director.get_prizes
    with pytest.raises(ReferenceError) as raised:
        await maybe_await(follow())
    assert str(raised.value) == "[has_many -> Prizes] The entity Prize is not registered"
    assert server.requests == []


async def test_an_html_response_is_not_a_successful_removal(films, server):
    server.respond_with(httpx.Response(200, html="<h1>Please log in</h1>"))
    with pytest.raises(DataAccessError):
        await maybe_await(films.remove_by_ids([ID]))
