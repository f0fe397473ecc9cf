from datetime import UTC, datetime
from uuid import UUID

import pytest

from spacecat_shared_data_access import IdempotencyKey, UnavailableError, ValidationError
from unit.helpers import CLOCK, ECHO, ID, OTHER_ID, body, error_response, maybe_await, params


async def test_a_new_idempotency_key_is_processing(data_access, server, clock):
    server.respond_with(ECHO)
    key = await maybe_await(
        data_access.IdempotencyKey.create(
            {
                "organization_id": OTHER_ID,
                "key": "k",
                "endpoint": "/tickets",
                "expires_at": datetime(2026, 7, 3, tzinfo=UTC),
            }
        )
    )
    assert (body(server.last)["status"], body(server.last)["expires_at"]) == (
        "processing",
        "2026-07-03T00:00:00.000Z",
    )
    assert key.get_status() is IdempotencyKey.Status.PROCESSING


async def test_find_active_key_ignores_expired_keys(data_access, server, clock):
    server.respond_with([{"id": ID, "key": "k,.", "status": "completed", "response": {"a": [None]}}])
    key = await maybe_await(data_access.IdempotencyKey.find_active_key("k,.", UUID(OTHER_ID)))
    assert key.get_response() == {"a": [None]}
    assert params(server.last) == [
        ("select", "*"),
        ("key", "eq.k,."),
        ("organization_id", f"eq.{OTHER_ID}"),
        ("expires_at", f"gt.{CLOCK}"),
        ("limit", "1"),
    ]
    server.respond_with([])
    assert await maybe_await(data_access.IdempotencyKey.find_active_key("k", OTHER_ID)) is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("", OTHER_ID), "key is required"),
        ((None, OTHER_ID), "key is required"),
        ((5, OTHER_ID), "key is required"),
        (("k", "x"), "organization_id must be a valid UUID"),
        (("k", None), "organization_id must be a valid UUID"),
    ],
)
async def test_find_active_key_requires_both_arguments(data_access, server, arguments, message):
    with pytest.raises(ValidationError, match=f"^{message}$"):
        await maybe_await(data_access.IdempotencyKey.find_active_key(*arguments))
    assert server.requests == []


async def test_delete_expired_returns_the_number_of_deleted_keys(data_access, server, clock):
    server.respond_with([{"id": ID}, {"id": OTHER_ID}])
    assert await maybe_await(data_access.IdempotencyKey.delete_expired()) == 2
    assert (server.last.method, server.last.headers["Prefer"]) == ("DELETE", "return=representation")
    assert params(server.last) == [("select", "id"), ("expires_at", f"lt.{CLOCK}")]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda keys: keys.find_active_key("k", OTHER_ID), "Failed to find active idempotency key"),
        (lambda keys: keys.delete_expired(), "Failed to delete expired idempotency keys"),
    ],
)
async def test_an_error_names_the_failed_operation(data_access, server, call, message):
    server.respond_with(error_response(503, "PGRST002"))
    with pytest.raises(UnavailableError, match=f"^{message}$"):
        await maybe_await(call(data_access.IdempotencyKey))


@pytest.mark.parametrize("name", ["key", "endpoint", "expires_at"])
def test_identifying_attributes_have_no_setter(name):
    assert not hasattr(IdempotencyKey, f"set_{name}")
    assert hasattr(IdempotencyKey, "set_status")
