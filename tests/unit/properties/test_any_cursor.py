"""A cursor decodes to a position in a listing, or raises a ValidationError."""

import base64
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.postgrest.cursors import decode_cursor, encode_cursor
from unit.properties import values

GREATEST = 2**63 - 1
contents = st.fixed_dictionaries({"offset": values.plain | st.integers()}) | values.plain | st.integers()
encoded = (contents.map(json.dumps).map(str.encode) | st.binary(max_size=30)).map(base64.b64encode)
cursors = st.one_of(encoded, encoded.map(bytes.decode), values.anything, st.text("eyJvZmc=\n +/_-"))


@given(cursor=cursors)
@example(cursor=base64.b64encode(b"[" * 100_000))
@example(cursor=base64.b64encode(b'{"offset": ' + b"9" * 5_000 + b"}"))
@example(cursor=base64.b64encode(b'{"offset": 9223372036854775808}'))
@example(cursor="\ud800")
def test_any_value_is_a_position_or_is_refused(cursor):
    try:
        offset = decode_cursor(cursor)
    except ValidationError:
        return
    assert type(offset) is int
    assert 0 <= offset <= GREATEST


@given(offset=st.integers(0, GREATEST))
def test_every_position_can_be_encoded_and_decoded(offset):
    assert decode_cursor(encode_cursor(offset)) == offset


def test_a_position_that_postgresql_cannot_count_is_refused():
    with pytest.raises(ValidationError):
        decode_cursor(encode_cursor(GREATEST + 1))
