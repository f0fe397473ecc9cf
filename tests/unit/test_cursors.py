import base64
import json

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.postgrest.cursors import (
    Position,
    decode_cursor,
    decode_position,
    encode_cursor,
    encode_position,
)
from unit.helpers import ID


def encoded(text):
    return base64.b64encode(text.encode()).decode()


def test_a_cursor_has_the_format_of_the_original():
    assert encode_cursor(20) == encoded('{"offset":20}')


@pytest.mark.parametrize("offset", [0, 1, 1000, 10**12])
def test_a_cursor_decodes_to_its_offset(offset):
    assert decode_cursor(encode_cursor(offset)) == offset


@pytest.mark.parametrize("cursor", [None, ""])
def test_without_a_cursor_the_offset_is_zero(cursor):
    assert decode_cursor(cursor) == 0


@pytest.mark.parametrize(
    "cursor",
    [
        "tomorrow",
        "%%%",
        "ü",
        encode_cursor(20)[:-1],
        encode_cursor(20) + "\n",
        encoded("not json"),
        encoded("{}"),
        encoded("[20]"),
        encoded("20"),
        encoded("null"),
        encoded('{"offset": -1}'),
        encoded('{"offset": 1.5}'),
        encoded('{"offset": "20"}'),
        encoded('{"offset": true}'),
        encoded('{"offset": null}'),
        base64.b64encode(b"\xff\xfe").decode(),
        5,
        {"offset": 20},
        [20],
    ],
)
def test_a_malformed_cursor_is_refused(cursor):
    with pytest.raises(ValidationError, match=r"^cursor cannot be read$"):
        decode_cursor(cursor)


AFTER = ("2026-07-02T09:38:00.123456+00:00", None, 5, True, ID)


def test_a_position_is_read_back():
    position = Position(20, AFTER)
    assert decode_position(encode_position(position, "query"), "query") == position


def test_a_position_without_sort_keys_is_an_offset():
    assert encode_position(Position(20), "query") == encode_cursor(20)
    assert decode_position(encode_cursor(20), "query") == Position(20)
    assert decode_position(None, "query") == decode_position("", "query") == Position()


def test_the_original_reads_the_offset_of_a_position():
    assert json.loads(base64.b64decode(encode_position(Position(20, AFTER), "query")))["offset"] == 20


def test_the_position_of_another_query_is_refused():
    cursor = encode_position(Position(20, AFTER), "query")
    with pytest.raises(ValidationError, match=r"^cursor belongs to another query: pass the same keys"):
        decode_position(cursor, "another")
    with pytest.raises(
        ValidationError, match=r"^cursor belongs to another query: this one continues by offset"
    ):
        decode_cursor(cursor)
