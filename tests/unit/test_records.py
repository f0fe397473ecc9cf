import copy
import pickle
from types import SimpleNamespace

import pytest

from spacecat_shared_data_access import Ticket
from spacecat_shared_data_access.models.base.record import RowRecord
from spacecat_shared_data_access.postgrest.rows import record_to_row
from unit.helpers import ID, PARENT_ID
from unit.sample_entities import FILM

VIRTUAL = {"origin", "record_expires_at"}  # attributes without a column, which have defaults


def row_to_record(schema, row):
    """Return the values of a complete row, without the defaults of attributes without a column."""
    record = RowRecord(SimpleNamespace(schema=schema), row, True)
    return {name: value for name, value in record.items() if name not in VIRTUAL}


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


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("2026-06-30T10:11:12.123456+00:00", "2026-06-30T10:11:12.123Z"),
        ("2026-06-30T10:11:12.123+00:00", "2026-06-30T10:11:12.123Z"),
        ("2026-06-30T10:11:12.12+00:00", "2026-06-30T10:11:12.120Z"),
        ("2026-06-30T10:11:12.12345+00:00", "2026-06-30T10:11:12.123Z"),
        ("2026-06-30T10:11:12+00:00", "2026-06-30T10:11:12.000Z"),
        ("2026-06-30T10:11:12.123456+02:00", "2026-06-30T08:11:12.123Z"),
        ("2026-06-30T10:11:12.123Z", "2026-06-30T10:11:12.123Z"),
        ("2026-06-30 10:11:12.123456+00:00", "2026-06-30 10:11:12.123456+00:00"),
        ("infinity", "infinity"),
    ],
)
def test_a_timestamp_is_the_same_however_it_is_read(data_access, stored, read):
    ticket = data_access.Ticket.create_instance_from_row({"id": ID, "created_at": stored})
    assert ticket.get_created_at() == ticket.created_at == read
    assert ticket.record.get("created_at") == ticket.record["created_at"] == read
    assert ticket.to_json()["createdAt"] == ticket.to_dict()["created_at"] == read


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ({"connection_id": PARENT_ID}, PARENT_ID),
        ({"task_management_connection_id": ID}, ID),
        ({"connection_id": PARENT_ID, "task_management_connection_id": ID}, ID),
        ({"connection_id": PARENT_ID, "task_management_connection_id": None}, PARENT_ID),
        ({"connection_id": None, "task_management_connection_id": ID}, ID),
        ({"connection_id": None}, None),
        ({"connection_id": None, "task_management_connection_id": None}, None),
    ],
)
def test_a_renamed_column_is_the_same_however_it_is_read(data_access, row, read):
    ticket = data_access.Ticket.create_instance_from_row({"id": ID, **row})
    assert ticket.get_task_management_connection_id() == read
    assert ticket.record.get("task_management_connection_id") == read
    assert ticket.to_json().get("taskManagementConnectionId") == read
    assert ticket.to_dict().get("task_management_connection_id") == read


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


def test_a_column_with_the_attributes_name_takes_precedence():
    row = {"connection_id": PARENT_ID, "task_management_connection_id": ID}
    assert row_to_record(Ticket.schema, row) == {"task_management_connection_id": ID}
    record = RowRecord(SimpleNamespace(schema=Ticket.schema), row, True)
    record["task_management_connection_id"] = None
    assert record == {}
    record["task_management_connection_id"] = PARENT_ID
    assert record == {"task_management_connection_id": PARENT_ID}


@pytest.mark.parametrize(
    ("row", "stored"),
    [
        ({"connection_id": PARENT_ID, "task_management_connection_id": ID}, {"connection_id": ID}),
        ({"connection_id": PARENT_ID, "task_management_connection_id": None}, {"connection_id": PARENT_ID}),
        ({"task_management_connection_id": ID, "opportunity_id": None}, {"connection_id": ID}),
        ({"updated_by": "system", "added_later": 1, "id": ID}, {"id": ID}),
        (
            {"created_at": "2026-06-30T10:11:12.123456+00:00"},
            {"created_at": "2026-06-30T10:11:12.123456+00:00"},
        ),
    ],
)
def test_the_stored_row_has_columns_only_and_values_as_they_were_read(row, stored):
    read = dict(row)
    assert RowRecord(SimpleNamespace(schema=Ticket.schema), row, True).stored_row() == stored
    assert row == read


@pytest.mark.parametrize("values", [{"year": 1968, "tags": None}, [("year", 1968), ("tags", None)]])
def test_several_values_are_set_at_once_and_a_twin_keeps_its_own(values):
    record = RowRecord(SimpleNamespace(schema=FILM), {"title": "a", "year": 1967, "tags": ["x"]}, True)
    del record["origin"], record["record_expires_at"]
    twin = record.twin()
    record.update(values, title="b")
    assert record == {"title": "b", "year": 1968}
    assert twin == {"title": "a", "year": 1967, "tags": ["x"]}


def test_a_record_is_a_mapping():
    record = RowRecord(SimpleNamespace(schema=FILM), {"title": "a", "year": None, "tags": ["x"]}, True)
    del record["origin"], record["record_expires_at"]
    assert (list(record), len(record), "year" in record, "tags" in record) == (
        ["title", "tags"],
        2,
        False,
        True,
    )
    assert {"title": "a", "tags": ["x"]} == {**record} == copy.deepcopy(record)
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - its own
    assert repr(record) == "{'title': 'a', 'tags': ['x']}"
    record["year"] = 1968
    assert record.pop("title") == "a"
    assert record == {"year": 1968, "tags": ["x"]}
    with pytest.raises(KeyError, match="title"):
        del record["title"]
    with pytest.raises(KeyError, match="title"):
        _ = record["title"]


def test_nested_values_of_a_record_are_copies():
    record = RowRecord(SimpleNamespace(schema=FILM), {"tags": ["x"]}, True)
    record["tags"].append("y")
    record["extra"] = {"a": []}
    record["extra"]["a"].append(1)
    assert (record["tags"], record["extra"]) == (["x"], {"a": []})
