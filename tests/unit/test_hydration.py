"""A model converts its row when one of its values is first accessed; only the timing differs."""

import copy
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from patience import PATIENCE
from spacecat_shared_data_access import BaseCollection, BaseModel, EntityRegistry, SchemaBuilder
from unit.helpers import ID, maybe_await

ROW = {"id": ID, "title": "a", "notes": "quiet", "created_at": "2026-06-30T10:11:12.123456+00:00"}


class Shaper:
    """A ``get`` hook that records its calls and calls a function of the test in between."""

    def __init__(self):
        self.values = []
        self.meanwhile = lambda: None

    def __call__(self, value):
        self.values.append(value)
        self.meanwhile()
        return value.upper()


@pytest.fixture
def shaper():
    return Shaper()


@pytest.fixture
def poems(shaper, opened):
    class Poem(BaseModel):
        ENTITY_NAME = "Poem"

    class PoemCollection(BaseCollection[Poem]):
        COLLECTION_NAME = "PoemCollection"

    builder = SchemaBuilder(Poem, PoemCollection)
    builder.add_attribute("title", type="string", postgrest_field="heading")
    builder.add_attribute("notes", type="string", get=shaper)
    EntityRegistry.register_entity(builder.build())
    yield opened().Poem
    EntityRegistry.reset_entities()


async def test_values_are_converted_on_first_access(poems, server, shaper):
    server.respond_with([ROW])
    (poem,) = await maybe_await(poems.all())
    assert shaper.values == []
    assert (poem.get_created_at(), poem.get_notes()) == ("2026-06-30T10:11:12.123Z", "QUIET")
    assert (poem.get_notes(), poem.to_json()["notes"]) == ("QUIET", "QUIET")
    assert shaper.values == ["quiet"]


@pytest.mark.parametrize(
    "touch",
    [
        lambda poem: poem.get_id() == ID,
        lambda poem: poem.to_dict()["poem_id"] == ID,
        lambda poem: poem.record["poem_id"] == ID,
        lambda poem: repr(poem) == f"<Poem {ID}>",
        lambda poem: poem.set_notes("loud").get_notes() == "LOUD",
        lambda poem: poem.generate_composite_keys() == {"poem_id": ID},
        lambda poem: poem.is_partial is True,
    ],
)
async def test_any_value_may_be_the_first(poems, touch):
    assert touch(poems.create_instance_from_row(ROW))


async def test_every_model_knows_whether_it_is_partial(poems, server):
    server.respond_with([ROW])
    read = [await maybe_await(poems.all()), await maybe_await(poems.all(attributes=["poem_id", "notes"]))]
    assert [poem.is_partial for (poem,) in read] == [False, True]


async def test_an_empty_row_is_skipped_on_reading(poems, server, caplog):
    server.respond_with(
        [{"id": None, "notes": None}, {"id": None, "notes": [None]}, {"id": None, "notes": "a"}]
    )
    assert [poem.get_notes() for poem in await maybe_await(poems.all())] == ["A"]
    assert caplog.messages == ["Failed to create instance of [poem]: record is empty"] * 2


async def test_a_copy_has_the_values(poems):
    twin = copy.copy(poems.create_instance_from_row(ROW))
    assert (twin.get_id(), twin.get_notes(), twin.is_partial) == (ID, "QUIET", True)


async def test_a_model_does_not_share_its_record(poems):
    row = dict(ROW)
    poem = poems.create_instance_from_row(row)
    row["notes"] = "changed"
    assert poem.get_notes() == "QUIET"
    poem.record["notes"] = "mine"
    assert row["notes"] == "changed"


async def test_two_threads_that_first_access_a_model_see_one_record(poems, shaper):
    poem = poems.create_instance_from_row(ROW)
    shaper.meanwhile = Barrier(2, timeout=PATIENCE).wait  # both are in the midst of it
    with ThreadPoolExecutor(2) as workers:
        first, second = workers.map(lambda _: (poem.record, poem.record["notes"]), range(2))
    assert first[0] is second[0] is poem.record
    assert first[1] is second[1] is poem.record["notes"]
    assert shaper.values == ["quiet", "quiet"]


async def test_a_failing_hook_is_logged_once(poems, caplog):
    with caplog.at_level(logging.WARNING):
        poem = poems.create_instance_from_row({"id": ID, "notes": 5})
        assert (poem.get_notes(), poem.get_id(), poem.get_notes()) == (5, ID, 5)
    assert caplog.messages == ["Failed to apply getter for notes on [poem]"]


async def test_defaults_of_virtual_attributes_are_computed_on_reading(films, clock):
    film = films.create_instance_from_row({"id": ID, "title": "a"})
    clock.shift(timedelta(days=1))
    assert film.get_record_expires_at() == 1_782_985_080 + 30 * 86_400


async def test_a_manually_created_model_has_the_given_record(poems):
    record = {"poem_id": ID, "notes": "quiet"}
    poem = type(poems.create_instance_from_row(ROW))(poems, record)
    assert poem.record is record
    assert (poem.get_notes(), poem.is_partial) == ("quiet", False)


async def test_an_unknown_attribute_is_an_attribute_error(poems):
    poem = poems.create_instance_from_row(ROW)
    with pytest.raises(AttributeError, match="'Poem' object has no attribute 'get_colour'"):
        poem.get_colour()


class Seat(BaseModel):
    ENTITY_NAME = "Seat"
    __slots__ = ("label",)

    def __init__(self, collection, record):
        super().__init__(collection, record)
        self.label = f"seat {record['number']}"


class SeatCollection(BaseCollection[Seat]):
    COLLECTION_NAME = "SeatCollection"


class Balcony(Seat):
    ENTITY_NAME = "Balcony"


class BalconyCollection(BaseCollection[Balcony]):
    COLLECTION_NAME = "BalconyCollection"


@pytest.mark.parametrize(("model", "collection"), [(Seat, SeatCollection), (Balcony, BalconyCollection)])
def test_a_custom_init_of_a_model_is_called(films, model, collection):
    schema = (
        SchemaBuilder(model, collection)
        .add_attribute("number", type="number", postgrest_field="seat_number")
        .build()
    )
    seats = collection(films.service, films.registry, schema, films.log)
    seat = seats.create_instance_from_row({"id": ID, "seat_number": 7})
    assert (seat.label, seat.get_number(), seat.get_id()) == ("seat 7", 7, ID)
    assert seat.is_partial
    assert seat.collection is seats
    for twin in (copy.copy(seat), copy.deepcopy(seat)):
        assert (twin, twin.label, twin.collection) == (seat, "seat 7", seats)
