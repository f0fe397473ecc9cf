from enum import StrEnum

import pytest

from spacecat_shared_data_access import Attribute
from spacecat_shared_data_access.schema.attribute import MISSING


class Status(StrEnum):
    OPEN = "open"
    DONE = "done"


def test_an_attribute_has_three_names():
    attribute = Attribute(
        name="task_management_connection_id", type="string", postgrest_field="connection_id"
    )
    assert attribute.name == "task_management_connection_id"
    assert attribute.json_name == "taskManagementConnectionId"
    assert attribute.column == "connection_id"


def test_the_column_is_the_python_name_by_default():
    assert Attribute(name="ticket_key", type="string").column == "ticket_key"


def test_the_ids_column_is_always_id():
    assert Attribute(name="ticket_id", type="string", is_id=True).column == "id"
    assert Attribute(name="ticket_id", type="string", is_id=True, postgrest_field="uid").column == "id"


def test_an_ignored_attribute_has_a_query_name_but_no_column():
    attribute = Attribute(name="updated_by", type="string", postgrest_ignore=True)
    assert attribute.column is None
    assert attribute.stored_name == "updated_by"


@pytest.mark.parametrize(
    ("type_", "values"),
    [(Status, ("open", "done")), (("G", "PG"), ("G", "PG")), ("string", None), ("any", None)],
)
def test_only_an_enum_attribute_has_values(type_, values):
    assert Attribute(name="status", type=type_).values == values


def test_a_default_is_not_shared_between_items():
    attribute = Attribute(name="config", type="map", default={"handlers": {}})
    first = attribute.make_default()
    first["handlers"]["audit"] = True
    assert attribute.make_default() == {"handlers": {}}


def test_a_callable_default_is_called_each_time():
    numbers = iter((1, 2))
    attribute = Attribute(name="number", type="number", default=lambda: next(numbers))
    assert (attribute.make_default(), attribute.make_default()) == (1, 2)


def test_no_default_is_not_the_same_as_none():
    assert Attribute(name="a", type="any").make_default() is MISSING
    assert Attribute(name="a", type="any", default=None).make_default() is None
    assert repr(MISSING) == "MISSING"


def test_an_attribute_watches_all_or_some_or_none():
    everything = Attribute(name="updated_at", type="string", watch="*")
    assert everything.watches({"title": 1})
    assert everything.watches({})
    some = Attribute(name="slug", type="string", watch=("title", "year"))
    assert some.watches({"year": 1})
    assert not some.watches({"slug": 1})
    assert not Attribute(name="a", type="any").watches({"a": 1})


def test_an_attribute_cannot_be_changed():
    with pytest.raises(AttributeError):
        Attribute(name="a", type="any").name = "b"
