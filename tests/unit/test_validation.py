import math
import re
from datetime import UTC, datetime

import pytest

from spacecat_shared_data_access import BaseCollection, BaseModel, SchemaBuilder, ValidationError
from spacecat_shared_data_access.schema.item_checks import ItemChecker
from spacecat_shared_data_access.schema.validation import (
    check_key,
    check_list,
    check_value,
    has_text,
    is_boolean,
    is_falsy,
    is_iso_date,
    is_map,
    is_non_empty_map,
    is_number,
    is_url,
    is_uuid,
    optional,
)
from unit.helpers import ID
from unit.sample_entities import FILM


@pytest.mark.parametrize(
    ("value", "expected"), [("a", True), (" ", True), ("", False), (None, False), (5, False)]
)
def test_text_is_a_string_that_is_not_empty(value, expected):
    assert has_text(value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (ID, True),
        (ID.upper(), True),
        ("00000000-0000-0000-0000-000000000000", True),
        (ID.replace("-", ""), False),
        (f"{{{ID}}}", False),
        (f"urn:uuid:{ID}", False),
        (f"{ID}\n", False),
        (ID[:-1], False),
        (ID[:-1] + "g", False),
        ("", False),
        (None, False),
        (5, False),
    ],
)
def test_a_uuid_is_written_with_hyphens(value, expected):
    assert is_uuid(value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-07-02T09:38:00.000Z", True),
        ("2024-02-29T23:59:59.999Z", True),
        ("2000-02-29T00:00:00.000Z", True),
        ("2026-02-29T00:00:00.000Z", False),
        ("1900-02-29T00:00:00.000Z", False),
        ("2026-04-31T00:00:00.000Z", False),
        ("2026-07-02T24:00:00.000Z", False),
        ("2026-07-02T09:60:00.000Z", False),
        ("2026-07-02T09:38:60.000Z", False),
        ("2026-07-02T09:38:00Z", False),
        ("2026-07-02T09:38:00.00Z", False),
        ("2026-07-02T09:38:00.0000Z", False),
        ("2026-07-02T09:38:00.000+00:00", False),
        ("2026-07-02T11:38:00.000+02:00", False),
        ("2026-07-02T09:38:00.000z", False),
        ("2026-07-02", False),
        ("", False),
        (None, False),
        (datetime(2026, 7, 2, tzinfo=UTC), False),
    ],
)
def test_a_timestamp_is_a_valid_time_in_one_format(value, expected):
    assert is_iso_date(value) is expected


@pytest.mark.parametrize(("value", "expected"), [("", True), (None, True), (0, True), ("no", False)])
def test_a_timestamp_may_be_optional(value, expected):
    assert optional(is_iso_date)(value) is expected
    assert optional(is_iso_date)("2026-07-02T09:38:00.000Z")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://example.com", True),
        ("http://localhost:3000/a?b#c", True),
        ("HTTPS://EXAMPLE.COM", True),
        ("https://user:pw@example.com", True),
        ("https://[::1]/", True),
        ("ftp://example.com", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://exa mple.com", False),
        ("https://example.com:99999", False),
        ("//example.com", False),
        ("example.com", False),
        ("", False),
        (None, False),
        (5, False),
    ],
)
def test_a_url_is_an_http_address(value, expected):
    assert is_url(value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, True),
        (-1.5, True),
        (0, True),
        (True, False),
        (math.nan, False),
        (math.inf, False),
        ("1", False),
        (None, False),
        pytest.param(10**400, True, id="huge"),
    ],
)
def test_a_number_is_finite_and_not_a_boolean(value, expected):
    assert is_number(value) is expected


def test_a_boolean_is_not_a_number():
    assert is_boolean(True)
    assert is_boolean(False)
    assert not is_boolean(0)


def test_a_mapping_may_be_empty_if_allowed():
    assert is_map({})
    assert not is_map([])
    assert is_non_empty_map({"a": 1})
    assert not is_non_empty_map({})
    assert not is_non_empty_map("ab")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, True), (False, True), (0, True), ("", True), ([], False), ({}, False), ("a", False), (1, False)],
)
def test_falsy_values_are_those_of_javascript(value, expected):
    assert is_falsy(value) is expected


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("title", "", "title is required"),
        ("title", 5, "title is required"),
        ("title", None, "title is required"),
        ("year", "1968", "year must be a number"),
        ("year", True, "year must be a number"),
        ("year", math.nan, "year must be a number"),
        ("in_colour", 1, "in_colour must be a boolean"),
        ("tags", "a", "tags must be an array"),
        ("tags", ["a", 1], "tags must contain items of type string"),
        ("cast_names", {"a": 1}, "cast_names must be a unique array (set)"),
        ("cast_names", ["a", "a"], "cast_names must be a unique array (set)"),
        ("cast_names", ["a", 1], "cast_names must contain items of type string"),
        ("credits", [], "credits must be an object"),
        ("genre", "Comedy", "genre must be one of Drama,Western"),
        ("genre", ["Drama"], "genre must be one of Drama,Western"),
        ("rating", "R", "rating must be one of G,PG"),
        ("director_id", "nobody", "director_id must be a valid UUID"),
        ("director_id", "", "director_id must be a valid UUID"),
    ],
)
def test_a_setter_refuses_values_of_another_type(name, value, complaint):
    with pytest.raises(ValidationError) as raised:
        check_value(FILM, FILM.attributes[name], value, {})
    assert str(raised.value) == f"Validation failed in film: {complaint}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Once Upon a Time"),
        ("year", 1968.5),
        ("year", None),
        ("in_colour", False),
        ("tags", []),
        ("cast_names", ["a", "b"]),
        ("credits", {}),
        ("extra", 0),
        ("extra", [{"a": None}]),
        ("genre", "Western"),
        ("genre", None),
        ("director_id", ID),
        ("director_id", None),
    ],
)
def test_a_setter_accepts_valid_values(name, value):
    assert check_value(FILM, FILM.attributes[name], value, {}) is None


def item(**values):
    return {
        "film_id": ID,
        "created_at": "x",
        "updated_at": "x",
        "title": "t",
        "record_expires_at": 1,
        **values,
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"title": None}, "title is required"),
        ({"title": 5}, "title must be a string"),
        ({"year": "1968"}, "year must be a number"),
        ({"year": True}, "year must be a number"),
        ({"in_colour": "yes"}, "in_colour must be a boolean"),
        ({"tags": "a"}, "tags must be a list"),
        ({"credits": []}, "credits must be a map"),
        ({"genre": "Comedy"}, "genre is invalid"),
        ({"rating": ["G"]}, "rating is invalid"),
        ({"film_id": "x"}, "film_id failed validation"),
        (
            {"title": None, "year": "x", "rating": 1},
            "title is required, year must be a number, rating is invalid",
        ),
    ],
)
def test_the_error_of_a_new_item_lists_all_invalid_attributes(values, message):
    with pytest.raises(ValidationError) as raised:
        ItemChecker(FILM).check(item(**values))
    assert str(raised.value) == message


def test_a_valid_new_item_is_accepted():
    assert ItemChecker(FILM).check(item(title="", tags=[1], cast_names=["a"], extra=0)) is None


def test_a_validated_string_is_not_validated_again_in_a_call_unless_the_item_matters():
    by_value, by_item = [], []
    schema = (
        SchemaBuilder(Door, DoorCollection)
        .add_attribute("size", type="string", validate=lambda value: by_value.append(value) or value != "no")
        .add_attribute("side", type="string", validate=lambda _, door: by_item.append(door["size"]))
        .build()
    )
    checker = ItemChecker(schema)
    own = {"door_id": "3d2f1f6e-8f3c-4b59-9a41-2f8f0f6f7a10", "created_at": "now", "updated_at": "now"}
    for size in ("a", "a", "b", "a"):
        checker.check({**own, "size": size, "side": "left"})
    for _ in range(2):
        with pytest.raises(ValidationError, match=r"^size failed validation$"):
            checker.check({**own, "size": "no", "side": "left"})
    assert by_value == ["a", "b", "no", "no"]
    assert by_item == ["a", "a", "b", "a", "no", "no"]


class Door(BaseModel):
    ENTITY_NAME = "Door"


class DoorCollection(BaseCollection[Door]):
    COLLECTION_NAME = "DoorCollection"


class Limits:
    def is_low(self, value):
        return value < 3

    @classmethod
    def is_high(cls, value):
        return value > 1

    def __call__(self, value, record):
        return value <= record["most"]


def checked(validate, value, record=None):
    schema = SchemaBuilder(Door, DoorCollection).add_attribute("size", type="any", validate=validate).build()
    check_value(schema, schema.attributes["size"], value, record or {})


def test_a_validator_may_use_the_record():
    checked(lambda value, record: value <= record["most"], 2, {"most": 2})
    checked(Limits(), 2, {"most": 2})
    with pytest.raises(ValidationError, match="size failed validation"):
        checked(Limits(), 3, {"most": 2})


def test_a_validator_that_returns_nothing_accepts():
    checked(lambda value: None, 2)


def refuse(_value):
    raise ValidationError("size is out of fashion")


def stumble(value):
    return value["no"]["such"]


@pytest.mark.parametrize(
    ("validate", "complaint"),
    [
        (lambda value: False, "size failed validation"),
        (stumble, "size failed validation"),
        (refuse, "size is out of fashion"),
    ],
)
def test_a_validator_refuses_by_false_or_by_an_error(validate, complaint):
    with pytest.raises(ValidationError) as raised:
        checked(validate, 2)
    assert raised.value.message == f"Validation failed in door: {complaint}"


def test_an_error_names_an_attribute_once():
    with pytest.raises(ValidationError) as raised:
        checked(refuse, 2)
    assert str(raised.value) == "Validation failed in door: size is out of fashion"


@pytest.mark.parametrize("validate", [Limits().is_low, Limits.is_high])
def test_a_method_may_be_a_validator(validate):
    checked(validate, 2)


def test_a_patterns_own_method_may_be_a_validator():
    checked(re.compile("[a-z]+").fullmatch, "abc")


@pytest.mark.parametrize(
    ("value", "item_type", "message"),
    [
        ("ab", "string", "Validation failed in film: names must be an array"),
        (None, "string", "Validation failed in film: names must be an array"),
        ([1], "string", "Validation failed in film: names must contain items of type string"),
        ([True], "number", "Validation failed in film: names must contain items of type number"),
        ([0], "boolean", "Validation failed in film: names must contain items of type boolean"),
        (["a"], "map", "Validation failed in film: names must contain items of type map"),
        (["a"], "any", "Validation failed in film: names must contain items of type any"),
        ([1], "colour", "Unsupported type: colour"),
    ],
)
def test_a_list_is_checked_item_by_item(value, item_type, message):
    with pytest.raises(ValidationError) as raised:
        check_list("names", value, "film", item_type)
    assert str(raised.value) == message


def test_a_tuple_counts_as_a_list():
    assert check_list("names", ("a", "b"), "film") is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("year", "1968"), ("year", math.nan), ("year", None), ("in_colour", 0), ("title", ""), ("genre", None)],
)
def test_an_empty_key_is_refused(name, value):
    with pytest.raises(ValidationError, match=f"^{name} is required$"):
        check_key(FILM.attributes[name], value)


@pytest.mark.parametrize(
    ("name", "value"), [("year", 0), ("in_colour", False), ("title", " "), ("genre", "drama")]
)
def test_a_non_empty_key_is_accepted(name, value):
    assert check_key(FILM.attributes[name], value) is None
