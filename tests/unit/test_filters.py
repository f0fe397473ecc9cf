from datetime import UTC, date, datetime
from urllib.parse import quote
from uuid import UUID

import pytest

from spacecat_shared_data_access import TaskManagementConnection, ValidationError
from spacecat_shared_data_access.postgrest.filters import (
    chunks_of,
    encode_array,
    encode_contained,
    encode_in,
    encode_is,
    encode_value,
)
from unit.helpers import ID, uuid


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Done", "Done"),
        ("", ""),
        ('a,"b".(c)', 'a,"b".(c)'),
        (5, "5"),
        (-1.5, "-1.5"),
        (True, "true"),
        (False, "false"),
        (datetime(2026, 7, 2, 9, 38, tzinfo=UTC), "2026-07-02T09:38:00.000Z"),
        (date(2026, 7, 2), "2026-07-02"),
        (UUID(ID), ID),
        (TaskManagementConnection.Status.ACTIVE, "active"),
        ({"a": [1, None]}, '{"a":[1,null]}'),
        (["a", 1], '["a",1]'),
    ],
)
def test_a_value_is_encoded_for_postgrest(value, text):
    assert encode_value(value) == text


@pytest.mark.parametrize("value", [None, object(), b"x", datetime(2026, 7, 2)])  # noqa: DTZ001 - the mistake
def test_a_value_that_cannot_match_is_refused(value):
    with pytest.raises(ValidationError):
        encode_value(value)


def test_null_is_compared_with_is():
    with pytest.raises(ValidationError, match=r"^a filter needs a value; use is_ for null$"):
        encode_value(None)
    assert encode_is(None) == "null"
    assert encode_is(True) == "true"
    assert encode_is("not_null") == "not_null"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain-value_1", "(plain-value_1)"),
        ("", '("","")'),  # PostgREST parses a single empty value as no value
        ("a,b", '("a,b")'),
        ("a.b", '("a.b")'),
        ("a:b", '("a:b")'),
        ("(a", '("(a")'),
        ("a)", '("a)")'),
        ("a b", '("a b")'),
        ("a\tb", '("a\tb")'),
        ("a\nb", '("a\nb")'),
        ('a"b', '("a\\"b")'),
        ("a\\b", '("a\\\\b")'),
        ('\\"', '("\\\\\\"")'),
        ("{a}", "({a})"),
        ("ü€", "(ü€)"),
        ("null", "(null)"),
        (5, "(5)"),
        (1.5, '("1.5")'),
        (True, "(true)"),
        (UUID(ID), f"({ID})"),
        (datetime(2026, 7, 2, 9, 38, tzinfo=UTC), '("2026-07-02T09:38:00.000Z")'),
    ],
)
def test_list_values_are_quoted_if_necessary(value, text):
    assert encode_in([value]) == text


def test_list_values_are_joined():
    assert encode_in([]) == "()"
    assert encode_in(["a", "b,c", 5]) == '(a,"b,c",5)'


def test_a_list_cannot_contain_null():
    with pytest.raises(ValidationError, match="use is_ for null"):
        encode_in(["a", None])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "{plain}"),
        ("", '{""}'),
        ("null", '{"null"}'),
        ("NULL", '{"NULL"}'),
        ("nullable", "{nullable}"),
        (None, "{NULL}"),
        ("a,b", '{"a,b"}'),
        ("{a", '{"{a"}'),
        ("a}", '{"a}"}'),
        ("a b", '{"a b"}'),
        ('a"b', '{"a\\"b"}'),
        ("a\\b", '{"a\\\\b"}'),
        ("a.b:(c)", "{a.b:(c)}"),
        (5, "{5}"),
        (False, "{false}"),
    ],
)
def test_array_values_are_quoted_if_necessary(value, text):
    assert encode_array([value]) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": {"b": 1}}, '{"a":{"b":1}}'),
        (["a", "b c"], '{a,"b c"}'),
        (("a",), "{a}"),
        (frozenset({"a"}), "{a}"),
        ([], "{}"),
        ("alone", "{alone}"),
    ],
)
def test_contains_accepts_a_mapping_or_array_values(value, text):
    assert encode_contained(value) == text


def test_values_are_split_into_groups_of_fifty():
    values = [uuid(number) for number in range(101)]
    chunks = list(chunks_of(values))
    assert [len(chunk) for chunk in chunks] == [50, 50, 1]
    assert [value for chunk in chunks for value in chunk] == values
    assert list(chunks_of([])) == []


def test_groups_of_long_values_are_smaller():
    values = ["ü" * 100] * 20
    chunks = list(chunks_of(values))
    assert sum(map(len, chunks)) == 20
    assert len(chunks) > 1
    assert all(len(quote(encode_in(chunk), safe="")) <= 4_000 for chunk in chunks)


def test_a_very_long_value_is_a_group_of_its_own():
    assert [len(chunk) for chunk in chunks_of(["a", "b" * 5_000, "c"])] == [1, 1, 1]
