"""Sync calls that are made during another sync call of the same thread."""

import logging

import httpx
import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    EntityRegistry,
    SchemaBuilder,
    ValidationError,
    create_data_access,
)
from unit.helpers import ECHO, ID, OTHER_ID, URL, params

DIRECTOR = {"id": OTHER_ID, "name": "Agnès Varda"}
FILM = {"id": ID, "title": "Cléo", "director_id": OTHER_ID}


@pytest.fixture
def api():
    return "blocking"


@pytest.fixture
def data_access(cinema_entities, opened, server):
    server.respond_with(by_table)
    return opened()


def by_table(request):
    if request.method == "POST":
        return ECHO
    return [DIRECTOR] if request.url.path == "/directors" else [FILM]


def test_a_where_callback_may_make_calls(data_access, server):
    directors = data_access.Director
    found = data_access.Film.all(
        where=lambda attrs, op: op.in_(attrs.director_id, [each.get_id() for each in directors.all()])
    )
    assert [film.get_id() for film in found] == [ID]
    assert server.paths == ["/directors", "/films"]
    assert ("director_id", f"in.({OTHER_ID})") in [
        (name, text.replace('"', "")) for name, text in params(server.last)
    ]


def test_a_where_callback_may_iterate(data_access):
    directors = data_access.Director
    found = data_access.Film.all(
        where=lambda attrs, op: op.in_(attrs.director_id, [each.get_id() for each in directors.iterate()])
    )
    assert len(found) == 1


class Prize(BaseModel):
    ENTITY_NAME = "Prize"


class PrizeCollection(BaseCollection[Prize]):
    COLLECTION_NAME = "PrizeCollection"

    def is_directed(self, film_id):
        """Find a film's director: a plain helper of a hook."""
        return self.registry.collection_of("Film").find_by_id(film_id).get_director() is not None

    async def _on_create(self, model):
        self.log.info("directed: %s", self.is_directed(model.get_film_id()))


@pytest.fixture
def prizes(data_access):
    films = data_access.Film
    schema = (
        SchemaBuilder(Prize, PrizeCollection)
        .add_attribute("film_id", type="string", validate=films.exists_by_id)
        .add_attribute(
            "director_name", type="string", default=lambda: data_access.Director.find_by_all().get_name()
        )
        .build()
    )
    EntityRegistry.register_entity(schema)
    return data_access.Prize


def test_an_attributes_validation_may_make_calls(prizes, server):
    server.respond_with([])
    with pytest.raises(ValidationError, match="film_id"):
        prizes.create({"film_id": ID, "director_name": "x"})
    assert server.paths == ["/films"]


def test_a_default_and_a_hooks_helper_may_make_calls(prizes, caplog):
    with caplog.at_level(logging.INFO):
        prize = prizes.create({"film_id": ID})
    assert prize.get_director_name() == "Dir. Agnès Varda"
    assert "directed: True" in caplog.messages


def test_a_logging_handler_stores_what_a_running_call_logs(data_access, server):
    class Storing(logging.Handler):
        def emit(self, _record):
            log.removeHandler(self)
            stored.append(data_access.Director.find_by_id(OTHER_ID))

    stored = []
    log = logging.getLogger("spacecat_shared_data_access")
    log.addHandler(Storing(level=logging.ERROR))
    with pytest.raises(ValidationError, match="limit"):
        data_access.Film.all(limit=-1)
    assert [each.get_id() for each in stored] == [OTHER_ID]


def test_an_event_hook_may_use_another_data_access(cinema_entities, server):
    server.respond_with(by_table)
    seen = []
    with create_data_access(postgrest_url=URL) as other:

        def hook(_request):
            seen.append(other.Director.find_by_id(OTHER_ID).get_id())

        with (
            httpx.Client(event_hooks={"request": [hook]}) as client,
            create_data_access(postgrest_url=URL, client=client) as data_access,
        ):
            assert data_access.Film.find_by_id(ID).get_id() == ID
    assert seen == [OTHER_ID]


async def test_a_blocking_data_access_blocks_in_an_asynchronous_program(data_access):
    films = data_access.Film
    assert [film.get_id() for film in films.all()] == [ID]
    assert [film.get_id() for film in films.iterate()] == [ID]
    assert [each.get_id() for each in [films.find_by_id(id_) for id_ in (ID,)]] == [ID]


def test_models_found_by_iterating_are_saved_together(data_access, server):
    server.respond_with(
        lambda request: [{**FILM, "id": dict(params(request)).get("id", ID).removeprefix("eq.")}]
    )
    ids = (ID, OTHER_ID)
    data_access.Film.save_many(data_access.Film.find_by_id(id_).set_title("Sans toit") for id_ in ids)
    assert server.methods == ["GET", "GET", "POST"]
    data_access.Film.save_many(map(data_access.Film.find_by_id, ids))
    assert server.methods[3:] == ["GET", "GET", "POST"]
