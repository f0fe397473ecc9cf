import pytest

from spacecat_shared_data_access import Ticket
from spacecat_shared_data_access.postgrest.records import record_to_row, row_to_record
from unit.helpers import ID, PARENT_ID
from unit.sample_entities import FILM


def test_a_row_becomes_a_record_by_attribute_name():
    row = {"id": ID, "connection_id": PARENT_ID, "ticket_key": "A-1"}
    assert row_to_record(Ticket.schema, row) == {
        "ticket_id": ID,
        "task_management_connection_id": PARENT_ID,
        "ticket_key": "A-1",
    }


@pytest.mark.parametrize("nothing", [None, [None]])
def test_null_is_absent(nothing):
    assert row_to_record(FILM, {"title": "a", "tags": nothing}) == {"title": "a"}


@pytest.mark.parametrize("value", [[], [None, None], {}, 0, False, "", "null"])
def test_values_that_are_not_null_are_present(value):
    assert row_to_record(FILM, {"extra": value}) == {"extra": value}


def test_timestamps_are_normalized():
    row = {"created_at": "2026-06-30T10:11:12.123456+00:00", "title": "2026-06-30T10:11:12+02:00"}
    assert row_to_record(FILM, row) == {
        "created_at": "2026-06-30T10:11:12.123Z",
        "title": "2026-06-30T08:11:12.000Z",
    }


@pytest.mark.parametrize("text", ["2026-06-30T10:11:12", "2026-06-30", "0123456789Tea", "a short one"])
def test_other_strings_are_unchanged(text):
    assert row_to_record(FILM, {"title": text}) == {"title": text}


def test_values_within_json_are_unchanged():
    value = {"at": "2026-06-30T10:11:12+00:00", "gone": None}
    assert row_to_record(FILM, {"extra": value, "tags": ["2026-06-30T10:11:12+00:00"]}) == {
        "extra": {"at": "2026-06-30T10:11:12+00:00", "gone": None},
        "tags": ["2026-06-30T10:11:12+00:00"],
    }


def test_a_column_without_an_attribute_keeps_its_name():
    assert row_to_record(FILM, {"title": "a", "added_later": 1}) == {"title": "a", "added_later": 1}


def test_a_record_is_converted_back_to_a_row():
    row = {"id": ID, "title": "a", "colour": True, "year": 1968}
    assert record_to_row(FILM, row_to_record(FILM, dict(row))) == row


def test_attributes_without_a_column_are_not_written():
    assert record_to_row(FILM, {"title": "a", "origin": "b", "unknown": 1, "year": None}) == {
        "title": "a",
        "year": None,
    }
