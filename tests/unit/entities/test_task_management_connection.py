from datetime import UTC, datetime
from uuid import UUID

import pytest

from spacecat_shared_data_access import (
    DataAccessError,
    TaskManagementConnection,
    UnavailableError,
    ValidationError,
    validate_metadata,
)
from unit.helpers import (
    CLOCK,
    ECHO,
    ID,
    OTHER_ID,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
    params,
)

CLOUD_ID = "11111111-2222-3333-4444-555555555555"
STORED = {
    "id": ID,
    "organization_id": OTHER_ID,
    "provider": "jira_cloud",
    "status": "active",
    "display_name": "Acme",
    "instance_url": "https://acme.atlassian.net",
    "external_instance_id": CLOUD_ID,
    "metadata": {"cloudId": CLOUD_ID},
    "updated_at": "2026-06-30T10:11:12.123+00:00",
}
NEW = {
    "organization_id": OTHER_ID,
    "provider": "jira_cloud",
    "display_name": "Acme",
    "instance_url": "https://acme.atlassian.net",
    "connected_by": "somebody",
    "external_instance_id": CLOUD_ID,
    "metadata": {"cloudId": CLOUD_ID, "scopes": ["read:jira-work"]},
}


@pytest.fixture
def connections(data_access):
    return data_access.TaskManagementConnection


@pytest.fixture
def connection(connections):
    return make_model(connections, STORED)


async def test_a_new_connection_is_active(connections, server, clock):
    server.respond_with(ECHO)
    connection = await maybe_await(connections.create(NEW))
    sent = body(server.last)
    assert sent["status"] == "active"
    assert "updated_by" not in sent
    assert connection.is_active()
    assert connection.get_provider() is TaskManagementConnection.Provider.JIRA_CLOUD


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"display_name": ""}, "display_name failed validation"),
        ({"display_name": "x" * 256}, "display_name failed validation"),
        ({"instance_url": "acme.atlassian.net"}, "instance_url failed validation"),
        ({"instance_url": "ftp://acme.test"}, "instance_url failed validation"),
        ({"status": "gone"}, "status is invalid"),
        ({"external_instance_id": ""}, "external_instance_id failed validation"),
        ({"connected_at": "yesterday"}, "connected_at failed validation"),
        ({"organization_id": "x"}, "organization_id failed validation"),
        ({"metadata": None}, "metadata must be a non-null object"),
        ({"metadata": {}}, "metadata.cloudId is required"),
        ({"provider": None, "metadata": {}}, "provider is required"),
        ({"provider": "linear"}, "No metadata schema for provider: linear"),
    ],
)
async def test_an_invalid_connection_is_refused(connections, server, changes, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(connections.create({**NEW, **changes}))
    assert raised.value.cause.message == message
    assert server.requests == []


@pytest.mark.parametrize("display_name", ["x", "x" * 255, "ü" * 255, "😀" * 127])
async def test_a_display_name_has_up_to_255_utf_16_units(connection, display_name):
    assert connection.set_display_name(display_name).get_display_name() == display_name


@pytest.mark.parametrize("display_name", ["", "x" * 256, "😀" * 128, None, 5])
async def test_an_invalid_display_name_is_refused_by_the_setter(connection, display_name):
    with pytest.raises(ValidationError, match="display_name"):
        connection.set_display_name(display_name)
    assert connection.get_display_name() == "Acme"


async def test_an_instance_url_must_be_absolute(connection):
    assert (
        connection.set_instance_url("https://new.atlassian.net").get_instance_url()
        == "https://new.atlassian.net"
    )
    with pytest.raises(ValidationError, match="instance_url failed validation"):
        connection.set_instance_url("new")


@pytest.mark.parametrize("name", ["provider", "connected_by", "external_instance_id"])
def test_identifying_attributes_have_no_setter(name):
    assert not hasattr(TaskManagementConnection, f"set_{name}")


async def test_metadata_is_validated_on_update_too(connection, server):
    connection.set_metadata({"cloudId": CLOUD_ID, "scopes": []})
    with pytest.raises(ValidationError, match=r"^metadata\.cloudId is required$"):
        connection.set_metadata({"scopes": []})
    with pytest.raises(ValidationError, match="Unexpected metadata properties for jira_cloud: colour"):
        connection.set_metadata({"cloudId": CLOUD_ID, "colour": "red"})
    assert connection.get_metadata() == {"cloudId": CLOUD_ID, "scopes": []}


async def test_a_timestamp_may_be_a_datetime(connection):
    connection.set_last_used_at(datetime(2026, 7, 2, 9, 38, tzinfo=UTC))
    assert connection.get_last_used_at() == CLOCK
    assert connection.set_last_used_at(None).get_last_used_at() is None


@pytest.mark.parametrize(
    ("method", "status"),
    [
        ("mark_active", "active"),
        ("mark_requires_reauth", "requires_reauth"),
        ("mark_disabled", "disabled"),
        ("mark_error", "error"),
        ("mark_disconnected", "disconnected"),
    ],
)
async def test_marking_a_status_saves_it(connection, server, clock, method, status):
    server.respond_with([STORED])
    assert await maybe_await(getattr(connection, method)()) is connection
    assert server.last.method == "PATCH"
    assert filters(server.last) == [("id", f"eq.{ID}")]
    assert body(server.last) == {"status": status, "updated_at": CLOCK}
    assert connection.get_status() is TaskManagementConnection.Status(status)
    assert connection.is_active() is (status == "active")


async def test_a_failed_save_of_a_status_is_raised(connection, server):
    server.respond_with(error_response(503, "PGRST002"))
    with pytest.raises(UnavailableError, match="Failed to save entity taskManagementConnection"):
        await maybe_await(connection.mark_error())


@pytest.mark.parametrize("organization_id", [OTHER_ID, UUID(OTHER_ID)])
@pytest.mark.parametrize("provider", ["jira_cloud", TaskManagementConnection.Provider.JIRA_CLOUD])
async def test_the_active_connection_is_found_with_one_request(
    connections, server, organization_id, provider
):
    server.respond_with([STORED])
    found = await maybe_await(connections.find_active_by_organization_and_provider(organization_id, provider))
    assert found.get_id() == ID
    assert filters(server.last) == [
        ("organization_id", f"eq.{OTHER_ID}"),
        ("provider", "eq.jira_cloud"),
        ("status", "eq.active"),
    ]
    assert dict(params(server.last))["limit"] == "1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x", "jira_cloud"), "organization_id must be a valid UUID"),
        ((None, "jira_cloud"), "organization_id must be a valid UUID"),
        ((OTHER_ID, ""), "provider is required"),
        ((OTHER_ID, None), "provider is required"),
    ],
)
async def test_finding_the_active_connection_requires_both_arguments(connections, server, arguments, message):
    with pytest.raises(ValidationError, match=f"^{message}$"):
        await maybe_await(connections.find_active_by_organization_and_provider(*arguments))
    assert server.requests == []


@pytest.mark.parametrize(
    ("provider", "metadata"),
    [
        ("jira_cloud", {"cloudId": CLOUD_ID}),
        (TaskManagementConnection.Provider.JIRA_CLOUD, {"cloudId": UUID(CLOUD_ID), "scopes": ("a", "b")}),
        ("jira_cloud", {"cloudId": CLOUD_ID, "scopes": []}),
    ],
)
def test_valid_metadata_is_accepted(provider, metadata):
    assert validate_metadata(provider, metadata) is None


@pytest.mark.parametrize(
    ("provider", "metadata", "message"),
    [
        ("linear", {"cloudId": CLOUD_ID}, "No metadata schema for provider: linear"),
        (None, {}, "No metadata schema for provider: null"),
        ("", {}, "No metadata schema for provider: null"),
        ("jira_cloud", None, "metadata must be a non-null object"),
        ("jira_cloud", [], "metadata must be a non-null object"),
        ("jira_cloud", {"cloudId": None}, "metadata.cloudId is required"),
        (
            "jira_cloud",
            {"cloudId": "AAAAAAAA-2222-3333-4444-555555555555"},
            "Invalid metadata: cloudId must be a valid UUID",
        ),
        ("jira_cloud", {"cloudId": 5}, "Invalid metadata: cloudId must be a valid UUID"),
        ("jira_cloud", {"cloudId": f"{CLOUD_ID}\n"}, "Invalid metadata: cloudId must be a valid UUID"),
        (
            "jira_cloud",
            {"cloudId": CLOUD_ID, "scopes": "a"},
            "Invalid metadata: scopes must be an array of strings",
        ),
        (
            "jira_cloud",
            {"cloudId": CLOUD_ID, "scopes": [1]},
            "Invalid metadata: scopes must be an array of strings",
        ),
        (
            "jira_cloud",
            {"cloudId": CLOUD_ID, "scopes": None},
            "Invalid metadata: scopes must be an array of strings",
        ),
        (
            "jira_cloud",
            {"cloudId": CLOUD_ID, "a": 1, "b": 2},
            "Unexpected metadata properties for jira_cloud: a, b",
        ),
        ("jira_cloud", {"cloud_id": CLOUD_ID}, "metadata.cloudId is required"),
        ("jira_cloud", {"cloudId": b"x"}, "a value of type bytes cannot be stored as JSON"),
        (
            "jira_cloud",
            {"cloudId": CLOUD_ID, "at": datetime(2026, 7, 2)},  # noqa: DTZ001 - the mistake
            "a datetime needs a time zone, such as datetime.now(UTC)",
        ),
    ],
)
def test_invalid_metadata_is_refused_with_the_first_error(provider, metadata, message):
    with pytest.raises(ValidationError) as raised:
        validate_metadata(provider, metadata)
    assert str(raised.value) == message


def test_a_provider_of_another_type_is_refused():
    with pytest.raises(ValidationError):
        validate_metadata(["jira_cloud"], {})


async def test_removing_a_connection_removes_its_tickets(connection, server):
    def respond(request):
        if request.method == "GET" and request.url.path == "/tickets":
            return [{"id": OTHER_ID, "connection_id": ID}]
        return [] if request.method == "GET" else 204

    server.respond_with(respond)
    await maybe_await(connection.remove())
    assert [(each.method, each.url.path) for each in server.requests] == [
        ("GET", "/tickets"),
        ("GET", "/ticket_suggestions"),
        ("DELETE", "/tickets"),
        ("DELETE", "/task_management_connections"),
    ]
    assert filters(server.requests[0]) == [("connection_id", f"eq.{ID}")]


async def test_an_existing_connection_is_a_conflict(connections, server, caplog):
    details = (
        f"Key (organization_id, provider, external_instance_id)=({OTHER_ID}, jira_cloud, x) already exists."
    )
    server.respond_with(error_response(409, "23505", "duplicate key", details))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(connections.create(NEW))
    assert raised.value.details == details
    assert "external_instance_id)=(…) already exists." in caplog.text
