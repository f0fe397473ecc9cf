"""JSON values of every shape, as an idempotency key's response keeps them."""

import math

import pytest

from integration.factory import idempotency_key_values
from integration.sync_async import maybe_await
from spacecat_shared_data_access import DataAccessError, ValidationError

NESTED = {"a": [{"b": {"c": [None, True, [], {}, [[]]]}}], "": {"": ""}}
VALUES = [
    [],
    {},
    "text",
    "",
    "null",
    0,
    -1,
    0.1,
    1e308,
    5e-324,
    1.5,
    2**53,
    2**63 - 1,
    -(2**63),
    True,
    False,
    [1, "2", None, False],
    [[]],
    [{}],
    [None, None],
    {"null": None},
    {"value": 0.30000000000000004},
    NESTED,
    {"ünï": "🎫", 'quote"': "back\\slash", "line\n": "tab\t"},
    {"when": "2026-01-01T00:00:00+02:00"},
    list(range(1000)),
]


def deep(levels):
    value = "bottom"
    for _ in range(levels):
        value = {"deeper": [value]}
    return value


class TestRoundTrip:
    @pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:30])
    async def test_of_every_shape(self, data_access, make, value):
        key = await make.idempotency_key(response=value)
        assert key.get_response() == value
        await maybe_await(key.set_response({"other": 1}).save())
        await maybe_await(key.set_response(value).save())
        found = await maybe_await(data_access.IdempotencyKey.find_by_id(key.get_id()))
        assert found.get_response() == value
        assert type(found.get_response()) is type(value)

    async def test_of_many_shapes_in_one_request(self, data_access, make):
        organization = await make.organization()
        items = [idempotency_key_values(organization) | {"response": value} for value in VALUES]
        result = await maybe_await(data_access.IdempotencyKey.create_many(items))
        assert [each.get_response() for each in result.created_items] == VALUES

    async def test_of_null(self, data_access, make, database):
        key = await make.idempotency_key(response=None)
        assert key.get_response() is None
        assert "response" not in key.to_json()
        row = database.execute("SELECT response IS NULL AS is_null FROM idempotency_keys").fetchone()
        assert row == {"is_null": True}
        found = await maybe_await(
            data_access.IdempotencyKey.all(where=lambda attrs, op: op.is_(attrs.response, None))
        )
        assert [each.get_id() for each in found] == [key.get_id()]

    async def test_of_a_list_of_null_which_counts_as_none(self, make):
        assert (await make.idempotency_key(response=[None])).get_response() is None

    async def test_of_a_timestamp_which_takes_the_form_of_one(self, make):
        key = await make.idempotency_key(response="2026-01-01T00:00:00+02:00")
        assert key.get_response() == "2025-12-31T22:00:00.000Z"

    async def test_of_much(self, data_access, make):
        big = {"text": "ä" * 1_000_000, "rows": [{"n": n, "t": "x" * 50} for n in range(10_000)]}
        key = await make.idempotency_key(response=big)
        found = await maybe_await(data_access.IdempotencyKey.find_by_id(key.get_id()))
        assert found.get_response() == big

    async def test_of_depth(self, make):
        assert (await make.idempotency_key(response=deep(100))).get_response() == deep(100)

    async def test_what_was_stored_elsewhere(self, data_access, make, database):
        key = await make.idempotency_key()
        database.execute('UPDATE idempotency_keys SET response = \'{"b":1, "a":12345678901234567890}\'')
        found = await maybe_await(data_access.IdempotencyKey.find_by_id(key.get_id()))
        assert found.get_response() == {"a": 12345678901234567890, "b": 1}


class TestWhatJsonCannotSay:
    @pytest.mark.parametrize("value", [object(), {1: 2}, b"bytes"], ids=lambda value: type(value).__name__)
    async def test_is_refused(self, make, value, database):
        organization = await make.organization()
        with pytest.raises(ValidationError, match="response: "):
            await make.idempotency_key(organization, response=value)
        assert database.execute("SELECT count(*) FROM idempotency_keys").fetchone() == {"count": 0}

    @pytest.mark.parametrize(
        "value",
        [2**64 + 1, {"n": -(2**63) - 1}, "\ud800", {"\udfff": 1}, deep(200)],
        ids=["too-big", "too-small", "surrogate", "surrogate-key", "too-deep"],
    )
    async def test_what_cannot_be_written_is_refused(self, make, value, database):
        organization = await make.organization()
        with pytest.raises(DataAccessError):
            await make.idempotency_key(organization, response=value)
        assert database.execute("SELECT count(*) FROM idempotency_keys").fetchone() == {"count": 0}

    @pytest.mark.parametrize("value", [math.nan, math.inf, {"n": -math.inf}], ids=repr)
    async def test_no_number_is_never_stored_as_another_value(self, make, value):
        with pytest.raises(DataAccessError):
            await make.idempotency_key(response=value)

    async def test_nor_looked_for(self, data_access):
        with pytest.raises(DataAccessError):
            await maybe_await(data_access.Ticket.all({"ticket_key": "\ud800"}))
        with pytest.raises(DataAccessError):
            await maybe_await(data_access.OAuthNonce.delete(nonce="\ud800"))
