import math
import time
from collections import OrderedDict
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType
from uuid import RFC_4122, UUID

import pytest
import time_machine

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.schema.values import (
    from_timestamp,
    later_than,
    new_id,
    new_ids,
    normalize_timestamp,
    now,
    to_jsonable,
    to_timestamp,
)
from unit.helpers import CLOCK, ID


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    BIG = 3


class Weight(Enum):
    HEAVY = 2.5


class Text(str):
    __slots__ = ()


class Amount(float):
    __slots__ = ()


@pytest.mark.parametrize("value", ["text", "", 1, -2.5, True, None])
def test_a_json_scalar_is_unchanged(value):
    assert to_jsonable(value) is value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 7, 2, 9, 38, tzinfo=UTC), "2026-07-02T09:38:00.000Z"),
        (
            datetime(2026, 7, 2, 11, 38, 0, 123999, tzinfo=timezone(timedelta(hours=2))),
            "2026-07-02T09:38:00.123Z",
        ),
        (date(2026, 7, 2), "2026-07-02"),
        (UUID(ID), ID),
        (Colour.RED, "red"),
        (Size.BIG, 3),
        (Weight.HEAVY, 2.5),
        (Text("abc"), "abc"),
        (Amount(1.5), 1.5),
        ((1, (2, 3)), [1, [2, 3]]),
        ({"only"}, ["only"]),
        (frozenset({1}), [1]),
        (MappingProxyType({"a": Colour.RED}), {"a": "red"}),
        (OrderedDict(a=[UUID(ID)]), {"a": [ID]}),
        ({Colour.RED: 1, UUID(ID): 2}, {"red": 1, ID: 2}),
    ],
)
def test_a_value_is_stored_as_json(value, expected):
    result = to_jsonable(value)
    assert result == expected
    assert type(result) is type(expected)


def test_a_copy_shares_nothing_with_the_original():
    given = {"list": [1, {"deep": [2]}]}
    copy = to_jsonable(given)
    copy["list"][1]["deep"].append(3)
    assert given == {"list": [1, {"deep": [2]}]}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (b"bytes", "a value of type bytes cannot be stored as JSON"),
        ({"a": [object()]}, "a value of type object cannot be stored as JSON"),
        (1j, "a value of type complex cannot be stored as JSON"),
        (datetime(2026, 7, 2), "a datetime needs a time zone, such as datetime.now(UTC)"),  # noqa: DTZ001 - the mistake
        ({1: "a"}, "a key of a map must be a string, not int"),
        ({None: "a"}, "a key of a map must be a string, not NoneType"),
    ],
)
def test_a_value_that_is_not_json_is_refused(value, message):
    with pytest.raises(ValidationError) as raised:
        to_jsonable(value)
    assert raised.value.message == message


@pytest.mark.parametrize("value", [math.nan, math.inf, {"deep": [-math.inf]}])
def test_a_number_that_is_not_json_is_refused(value):
    with pytest.raises(ValidationError):
        to_jsonable(value)


@pytest.mark.parametrize("value", [2**64 + 1, "\ud800", {"\ud800": 1}])
def test_a_string_that_cannot_be_encoded_is_refused(value):
    with pytest.raises(ValidationError):
        to_jsonable(value)


def test_the_value_of_an_enum_member_is_converted_too():
    class Moment(Enum):
        START = datetime(2026, 7, 2, 9, 38, tzinfo=UTC)

    assert to_jsonable(Moment.START) == "2026-07-02T09:38:00.000Z"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-06-30T10:11:12.123456+00:00", "2026-06-30T10:11:12.123Z"),
        ("2026-06-30T10:11:12.123456789Z", "2026-06-30T10:11:12.123Z"),
        ("2026-06-30T10:11:12.9+00:00", "2026-06-30T10:11:12.900Z"),
        ("2026-06-30T10:11:12Z", "2026-06-30T10:11:12.000Z"),
        ("2026-06-30T10:11Z", "2026-06-30T10:11:00.000Z"),
        ("2026-06-30T10:11:12+05:30", "2026-06-30T04:41:12.000Z"),
        ("2026-12-31T23:00:00-02:00", "2027-01-01T01:00:00.000Z"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"),
        ("2026-02-28T23:59:59.1+00:00", "2026-02-28T23:59:59.100Z"),
        ("2026-04-30T00:00:00+00:00", "2026-04-30T00:00:00.000Z"),
        ("2026-12-31T00:00:00.000001+00:00", "2026-12-31T00:00:00.000Z"),
        ("2026-04-30T00:00:00-00:00", "2026-04-30T00:00:00.000Z"),
        ("0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00.000Z"),
    ],
)
def test_a_timestamp_is_normalized(text, expected):
    assert normalize_timestamp(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-06-30",
        "2026-06-30T10:11:12",
        "2026-06-30 10:11:12Z",
        "2026-02-29T00:00:00Z",
        "2026-04-31T00:00:00+00:00",
        "2026-00-10T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T10:60:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-01T24:00:01Z",
        "9999-12-31T23:59:59-01:00",
        "2026-06-30T10:11:12.Z",
        "2026-06-30T10:11:12Z\n",
        "see 2026-06-30T10:11:12Z",
    ],
)
def test_a_string_that_is_not_a_timestamp_with_a_zone_is_unchanged(text):
    assert normalize_timestamp(text) == text
    assert from_timestamp(text) is None


def test_an_impossible_offset_is_not_a_timestamp():
    assert normalize_timestamp("2026-01-01T00:00:00+99:99") == "2026-01-01T00:00:00+99:99"


def test_now_is_a_timestamp_of_the_clock():
    with time_machine.travel("2026-07-02T09:38:00.987654Z", tick=False):
        assert now() == "2026-07-02T09:38:00.987Z"


def test_a_datetime_without_a_zone_is_refused():
    with pytest.raises(ValidationError, match="needs a time zone"):
        to_timestamp(datetime(2026, 7, 2))  # noqa: DTZ001 - the mistake


def test_a_datetime_before_the_calendar_is_refused():
    with pytest.raises(ValidationError):
        to_timestamp(datetime.min.replace(tzinfo=timezone(timedelta(hours=5))))


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("2026-07-02T09:37:59.999Z", CLOCK),
        (CLOCK, "2026-07-02T09:38:00.001Z"),
        ("2026-07-02T10:00:00.999Z", "2026-07-02T10:00:01.000Z"),
        (None, CLOCK),
        (5, CLOCK),
        ("tomorrow", CLOCK),
    ],
)
def test_later_than_returns_a_time_after_the_stored_one(stored, expected, clock):
    assert later_than(stored) == expected


def test_an_id_is_a_uuid_of_version_7():
    minted = UUID(new_id())
    assert minted.version == 7
    assert minted.variant == "specified in RFC 4122"


def test_an_id_starts_with_its_creation_time_in_milliseconds(clock):
    assert int(new_id().replace("-", "")[:12], 16) == time.time_ns() // 1_000_000


def test_ids_sort_by_creation_time(clock):
    earlier = new_id()
    clock.shift(0.001)
    assert earlier < new_id()


def test_ids_of_one_millisecond_differ(clock):
    assert len({new_id() for _ in range(1000)}) == 1000


def test_ids_created_together_are_distinct_uuids_of_version_7():
    minted = [UUID(id_) for id_ in new_ids(200)]
    assert len(set(minted)) == 200
    assert {(id_.version, id_.variant) for id_ in minted} == {(7, RFC_4122)}
    assert {str(id_)[19] for id_ in minted} == set("89ab")


def test_zero_ids_can_be_created():
    assert new_ids(0) == []
