"""Timestamps of callers are accepted in any format and normalized to the stored one."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.schema.values import convert_timestamp
from unit.helpers import ECHO, ID, OTHER_ID, body, filters, maybe_await

MOMENT = datetime(2026, 7, 2, 9, 38, 0, 123_456, tzinfo=UTC)
STORED = "2026-07-02T09:38:00.123Z"
EXACT = "2026-07-02T09:38:00.123456Z"
INDIA = timezone(timedelta(hours=5, minutes=30))

FORMS = {
    "datetime": MOMENT,
    "datetime elsewhere": MOMENT.astimezone(INDIA),
    "isoformat": MOMENT.isoformat(),
    "isoformat elsewhere": MOMENT.astimezone(INDIA).isoformat(),
    "microseconds and Z": EXACT,
    "nanoseconds": "2026-07-02T09:38:00.123456789Z",
}
every_form = pytest.mark.parametrize("value", FORMS.values(), ids=FORMS.keys())


@pytest.fixture
def nonces(data_access):
    return data_access.OAuthNonce


@pytest.fixture
def connections(data_access):
    return data_access.TaskManagementConnection


@every_form
async def test_create_normalizes_timestamps(nonces, server, value):
    server.respond_with(ECHO)
    nonce = await maybe_await(nonces.create({"nonce": "n", "expires_at": value, "created_at": value}))
    assert body(server.last)["expires_at"] == STORED
    assert body(server.last)["created_at"] == STORED
    assert nonce.get_expires_at() == STORED


@every_form
async def test_setters_and_updates_normalize_timestamps(connections, server, value):
    server.respond_with(ECHO)
    connection = connections.create_instance_from_row({"id": ID})
    assert connection.set_last_used_at(value).get_last_used_at() == STORED
    await maybe_await(connection.save())
    assert body(server.last)["last_used_at"] == STORED
    await maybe_await(
        connections.update_by_keys({"task_management_connection_id": ID}, {"lastUsedAt": value})
    )
    assert body(server.last)["last_used_at"] == STORED


@every_form
async def test_a_filter_keeps_microseconds(data_access, connections, server, value):
    calls = [
        lambda: connections.all({"last_used_at": value}),
        lambda: connections.all(where=lambda attrs, op: op.eq(attrs.created_at, value)),
        lambda: connections.all(where=lambda attrs, op: op.gt(attrs.lastUsedAt, value)),
        lambda: data_access.Ticket.all_by_organization_id_and_updated_at(OTHER_ID, value),
    ]
    for call in calls:
        await maybe_await(call())
        assert filters(server.last)[-1][1].partition(".")[2] == EXACT
    await maybe_await(connections.all(between=("created_at", value, value)))
    assert filters(server.last) == [("created_at", f"gte.{EXACT}"), ("created_at", f"lte.{EXACT}")]
    await maybe_await(connections.all(where=lambda attrs, op: op.in_(attrs.created_at, [value, value])))
    assert filters(server.last) == [("created_at", f'in.("{EXACT}","{EXACT}")')]


@every_form
async def test_custom_methods_accept_every_format(data_access, server, value):
    for collection in (data_access.ImportJob, data_access.ScrapeJob):
        await maybe_await(collection.all_by_date_range(value, value))
        assert filters(server.last) == [("started_at", f"gte.{EXACT}"), ("started_at", f"lte.{EXACT}")]


def test_a_normalized_timestamp_is_unchanged():
    for exact in (False, True):
        assert convert_timestamp("2026-07-02T09:38:00.120Z", exact=exact) == "2026-07-02T09:38:00.120Z"
        assert convert_timestamp("2026-07-02T09:38Z", exact=exact) == "2026-07-02T09:38:00.000Z"


@pytest.mark.parametrize(
    "value", ["yesterday", "2026-07-02", "2026-07-02T09:38:00", "", None, 5, True, ["a"]]
)
def test_a_string_that_is_not_a_timestamp_is_unchanged(value):
    assert convert_timestamp(value) is value


async def test_a_string_of_another_attribute_is_unchanged(films, server):
    server.respond_with(ECHO)
    await maybe_await(films.create({"title": "2026-07-02T11:38:00+02:00"}))
    assert body(server.last)["title"] == "2026-07-02T11:38:00+02:00"
    server.respond_with([])
    await maybe_await(films.all({"title": "2026-07-02T11:38:00+02:00"}))
    assert filters(server.last) == [("title", "eq.2026-07-02T11:38:00+02:00")]


WRONG = ["tomorrow", "2026-07-02", "2026-07-02T09:38:00.123", "2026-02-30T00:00:00Z", "02/07/2026", 1_783_000]


@pytest.mark.parametrize("value", WRONG)
async def test_an_invalid_timestamp_is_refused_with_the_expected_format(
    nonces, connections, data_access, server, value
):
    connection = connections.create_instance_from_row({"id": ID})
    calls = [
        lambda: nonces.create({"nonce": "n", "expires_at": value}),
        lambda: connection.set_last_used_at(value),
        lambda: data_access.ImportJob.all_by_date_range(value, MOMENT),
        lambda: data_access.ScrapeJob.all_by_date_range(MOMENT, value),
    ]
    for call in calls:
        with pytest.raises(ValidationError, match=r"ISO 8601 .* such as 2026-07-02T09:38:00\.000Z"):
            await maybe_await(call())
    result = await maybe_await(nonces.create_many([{"nonce": "n", "expires_at": value}]))
    assert "such as 2026-07-02T09:38:00.000Z" in str(result.error_items[0].error)
    assert server.requests == []


NAIVE = datetime(2026, 7, 2, 9, 38)  # noqa: DTZ001 - the mistake


async def test_a_datetime_without_a_zone_is_refused_by_name(nonces, connections, data_access, server):
    connection = connections.create_instance_from_row({"id": ID})
    calls = {
        "expires_at: ": lambda: nonces.create({"nonce": "n", "expires_at": NAIVE}),
        "last_used_at: ": lambda: connection.set_last_used_at(NAIVE),
        "created_at: ": lambda: connections.all({"created_at": NAIVE}),
        "updated_at: ": lambda: data_access.Ticket.all_by_organization_id_and_updated_at(OTHER_ID, NAIVE),
        "connected_at: ": lambda: connections.all(where=lambda attrs, op: op.gt(attrs.connected_at, NAIVE)),
        "": lambda: data_access.ImportJob.all_by_date_range(NAIVE, NAIVE),
    }
    for name, call in calls.items():
        with pytest.raises(ValidationError, match=f"{name}a datetime needs a time zone"):
            await maybe_await(call())
    assert server.requests == []


async def test_the_exact_stored_text_can_be_used_as_a_filter(connections, server):
    server.respond_with([{"id": ID, "created_at": "2026-07-02T09:38:00.123456+00:00", "last_used_at": None}])
    connection = await maybe_await(connections.find_by_id(ID))
    exact = connection.get_stored_text("created_at")
    assert (exact, connection.get_stored_text("last_used_at")) == ("2026-07-02T09:38:00.123456+00:00", None)
    await maybe_await(connections.all(where=lambda attrs, op: op.gt(attrs.created_at, exact)))
    assert filters(server.last) == [("created_at", f"gt.{EXACT}")]
    with pytest.raises(ValidationError, match="colour is not an attribute"):
        connection.get_stored_text("colour")
