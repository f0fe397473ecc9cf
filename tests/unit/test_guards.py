import uuid
from enum import StrEnum

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.schema.guards import (
    guard_any,
    guard_array,
    guard_boolean,
    guard_enum,
    guard_id,
    guard_map,
    guard_number,
    guard_set,
    guard_string,
)
from unit.helpers import ID


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


ALL = [
    (guard_any, "x"),
    (guard_array, ["a"]),
    (guard_boolean, False),
    (guard_id, ID),
    (guard_map, {}),
    (guard_number, 0),
    (guard_set, ["a", "b"]),
    (guard_string, "x"),
]


@pytest.mark.parametrize(("guard", "value"), ALL)
def test_a_guard_accepts_valid_values_and_none_if_nullable(guard, value):
    assert guard("prop", value, "Entity") is None
    assert guard("prop", None, "Entity", nullable=True) is None
    with pytest.raises(ValidationError, match=r"^Validation failed in Entity: prop "):
        guard("prop", None, "Entity")


@pytest.mark.parametrize(
    ("guard", "value", "complaint"),
    [
        (guard_array, "a", "must be an array"),
        (guard_array, [1], "must contain items of type string"),
        (guard_boolean, 0, "must be a boolean"),
        (guard_id, "x", "must be a valid UUID"),
        (guard_map, [], "must be an object"),
        (guard_number, True, "must be a number"),
        (guard_number, float("nan"), "must be a number"),
        (guard_set, ["a", "a"], r"must be a unique array \(set\)"),
        (guard_string, "", "is required"),
    ],
)
def test_a_guard_refuses_invalid_values(guard, value, complaint):
    with pytest.raises(ValidationError, match=rf"^Validation failed in Entity: prop {complaint}$"):
        guard("prop", value, "Entity", nullable=True)


@pytest.mark.parametrize("guard", [guard_array, guard_set])
def test_the_items_of_a_list_have_a_type(guard):
    guard("prop", [1, 2], "Entity", "number")
    guard("prop", [{"a": 1}], "Entity", "any")
    with pytest.raises(ValidationError, match="must contain items of type map"):
        guard("prop", ["a"], "Entity", "map")
    with pytest.raises(ValidationError, match=r"^Unsupported type: date$"):
        guard("prop", ["a"], "Entity", "date")


def test_an_enum_may_be_a_list_or_a_class():
    guard_enum("prop", "red", ["red", "blue"], "Entity")
    guard_enum("prop", "red", Colour, "Entity")
    guard_enum("prop", Colour.BLUE, ["red", "blue"], "Entity")
    guard_enum("prop", None, Colour, "Entity", nullable=True)
    with pytest.raises(ValidationError, match=r"^Validation failed in Entity: prop must be one of red,blue$"):
        guard_enum("prop", "Red", Colour, "Entity")
    with pytest.raises(ValidationError, match="must be one of red,blue"):
        guard_enum("prop", None, Colour, "Entity")


def test_an_id_may_be_a_uuid_object():
    assert guard_id("prop", uuid.UUID(ID), "Entity") is None
