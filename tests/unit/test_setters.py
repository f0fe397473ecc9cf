from datetime import UTC, datetime

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.base.changes import Patcher
from unit.helpers import ID, OTHER_ID, make_model
from unit.sample_entities import FILM, Film


@pytest.fixture
def record():
    return {"film_id": ID, "title": "Old", "year": 1968}


@pytest.fixture
def patcher(record):
    return Patcher(FILM, record)


def test_a_setter_changes_the_record_and_records_the_change(patcher, record):
    assert not patcher.has_updates
    patcher.patch_value("year", 1969)
    patcher.patch_value("year", 1970)
    assert record["year"] == 1970
    assert patcher.has_updates
    assert patcher.updates == {"year": 1970}
    assert patcher.stored_value("year") == 1968


def test_the_stored_value_of_a_missing_attribute_is_none(patcher):
    patcher.patch_value("genre", "Drama")
    assert patcher.stored_value("genre") is None
    assert patcher.stored_value("title") == "Old"
    assert patcher.stored_value("rating") is None


def test_the_record_has_json_values(patcher, record):
    patcher.patch_value("genre", Film.Genre.WESTERN)
    patcher.patch_value("extra", {"at": datetime(2026, 7, 2, tzinfo=UTC)})
    patcher.patch_value("tags", ("a",))
    assert record["genre"].__class__ is str
    assert (record["extra"], record["tags"]) == ({"at": "2026-07-02T00:00:00.000Z"}, ["a"])


def test_set_values_are_copied(patcher, record):
    tags = ["a"]
    patcher.patch_value("tags", tags)
    tags.append("b")
    assert record["tags"] == ["a"]


def test_a_set_hook_converts_the_value(patcher, record):
    patcher.patch_value("shelf", " top ")
    assert record["shelf"] == "top"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("film_id", OTHER_ID, "The property film_id is read-only and cannot be updated."),
        ("created_at", "x", "The property created_at is read-only and cannot be updated."),
        ("catalogue_number", "x", "The property catalogue_number is read-only and cannot be updated."),
        ("colour", True, "Property colour does not exist on entity film."),
        ("title", None, "Validation failed in film: title is required"),
        ("year", "x", "Validation failed in film: year must be a number"),
        (
            "title",
            object(),
            "Validation failed in film: title: a value of type object cannot be stored as JSON",
        ),
    ],
)
def test_an_invalid_value_is_refused_and_changes_nothing(patcher, record, name, value, message):
    before = dict(record)
    with pytest.raises(ValidationError) as raised:
        patcher.patch_value(name, value)
    assert raised.value.message == message
    assert record == before
    assert not patcher.has_updates


async def test_setters_return_the_model(films):
    film = make_model(films, {"id": ID})
    assert film.set_title("a").set_year(5).set_genre("Drama") is film
    assert (film.get_title(), film.get_year(), film.get_genre()) == ("a", 5, Film.Genre.DRAMA)


@pytest.mark.parametrize(
    "name", ["film_id", "created_at", "updated_at", "catalogue_number", "record_expires_at"]
)
def test_a_read_only_attribute_has_no_setter(name):
    assert not hasattr(Film, f"set_{name}")
    assert hasattr(Film, f"get_{name}")


async def test_an_entity_that_is_never_updated_has_no_setters(data_access):
    bridge = data_access.TicketSuggestion.create_instance_from_row({"id": ID})
    assert [name for name in dir(bridge) if name.startswith("set_")] == []
    with pytest.raises(ValidationError, match=r"^Updates prohibited by schema for TicketSuggestion\.$"):
        bridge.patcher.patch_value("ticket_id", ID)
