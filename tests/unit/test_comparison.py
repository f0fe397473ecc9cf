"""Whether a stored row matches the payload."""

import pytest

from spacecat_shared_data_access.postgrest.comparison import row_matches

UUID = "0190a1b2-c3d4-7e5f-8a6b-00000000000a"


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("a", "a"),
        ("", ""),
        (True, True),
        (None, "filled in"),
        (None, None),
        (1, 1),
        (1, 1.0),
        (0.1, 0.1),
        (0.123456789, 0.12345679),
        (2**63, 2**63),
        (7, "7"),
        ("10.50", 10.5),
        (True, "true"),
        (UUID.upper(), UUID),
        ("2026-07-02T09:38:00.000Z", "2026-07-02T09:38:00+00:00"),
        ("2026-07-02T09:38:00.120Z", "2026-07-02T09:38:00.12+00:00"),
        ("2026-07-02T11:38:00.000+02:00", "2026-07-02T09:38:00+00:00"),
        ("2026-07-02T09:38:00.000Z", "2026-07-02T09:38:00"),
        ("2026-07-02T09:38:00.1234567Z", "2026-07-02T09:38:00.123457+00:00"),
        ("2026-07-02T09:38:00.000Z", "2026-07-02"),
        ("2026-07-02", "2026-07-02T00:00:00+00:00"),
        (["a", "b"], ["a", "b"]),
        ([], []),
        ({"a": 1, "b": {"c": [1, 2]}}, {"b": {"c": [1, 2]}, "a": 1.0}),
        ({"a": None}, {"a": None}),
        ({"a": [1, True]}, '{"a": [1, true]}'),
        ([1, 2], "[1,2]"),
    ],
)
def test_a_value_in_the_notation_of_the_database_is_equal(sent, stored):
    assert row_matches({"value": stored}, {"value": sent})


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("a", "b"),
        ("a", None),
        ("a", "A"),
        ("a", 1),
        ("", None),
        (1, 2),
        (1, True),
        (0, False),
        (True, False),
        (1_000_000, 1_000_001),
        (2**63, 2**63 + 1),
        (0.1, 0.11),
        (1, None),
        (UUID, UUID.replace("a", "b")),
        ("2026-07-02T09:38:00.000Z", "2026-07-02T09:38:00.001+00:00"),
        ("2026-07-02T09:38:00.000Z", "2026-07-02T09:38:01"),
        ("2026-07-02T09:38:00.000Z", "2026-07-03"),
        ("2026-07-02", "2026-07-03"),
        ("abcdefghij", "abcdefghij and more"),
        (["a", "b"], ["b", "a"]),
        (["a"], ["a", "b"]),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": 1, "b": 2}, {"a": 1}),
        ({"a": None}, {}),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, "no JSON"),
        ({"a": 1}, [1]),
        ({}, None),
        ([], {}),
    ],
)
def test_different_values_are_different(sent, stored):
    assert not row_matches({"value": stored}, {"value": sent})


def test_a_missing_column_is_different():
    assert not row_matches({}, {"value": "a"})


def test_columns_that_were_not_sent_are_not_compared():
    assert row_matches({"id": 1, "filled_in": "by a trigger"}, {"id": 1})


def test_columns_can_be_ignored():
    sent = {"id": 1, "updated_at": "2026-07-02T09:38:00.000Z"}
    stored = {"id": 1, "updated_at": "2026-07-02T09:38:05+00:00"}
    assert not row_matches(stored, sent)
    assert row_matches(stored, sent, ignore=frozenset({"updated_at"}))
