import base64

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.postgrest.cursors import decode_cursor, encode_cursor


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
