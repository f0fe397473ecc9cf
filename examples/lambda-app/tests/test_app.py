"""The function's routes, over a real database that is rolled back after each test; Jira is mocked."""

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import app
import httpx
import pytest
import respx

from spacecat_shared_data_access import DataAccess

CLOUD = "8f14e45f-ceea-467a-9575-1c7a9f0c1234"


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIRA_API_URL", "https://jira.test")
    monkeypatch.setenv("JIRA_PROJECT", "ASO")
    monkeypatch.setenv("JIRA_TOKEN", "token")


@pytest.fixture
def jira() -> Iterator[respx.Route]:
    with respx.mock(assert_all_called=False) as mock:
        mock.route(host="127.0.0.1").pass_through()
        yield mock.post(f"https://jira.test/ex/jira/{CLOUD}/rest/api/3/issue").respond(
            201, json={"id": "10042", "key": "ASO-42"}
        )


@pytest.fixture
def organization_id(local_data_access: DataAccess) -> str:
    organization = local_data_access.Organization.create({"name": "Example"})
    local_data_access.TaskManagementConnection.create(
        {
            "organization_id": organization.get_id(),
            "provider": "jira_cloud",
            "display_name": "Example's Jira",
            "instance_url": "https://example.atlassian.net",
            "connected_by": "user@AdobeID",
            "external_instance_id": CLOUD,
            "metadata": {"cloudId": CLOUD},
        }
    )
    return organization.get_id()


class Client:
    """Calls the handler as the HTTP API does."""

    def __init__(self, data_access: DataAccess, organization_id: str) -> None:
        self.context = SimpleNamespace(data_access=data_access)
        self.organization_id = organization_id

    def send(self, route: str, **event: Any) -> tuple[int, Any]:
        parameters = {"organizationId": self.organization_id}
        request: Any = {"routeKey": route, "pathParameters": parameters, **event}
        response = app.handler(request, self.context)
        return response["statusCode"], json.loads(response["body"])

    def create(self, key: str = "a-key", suggestion_id: str = "s-1", **fields: Any) -> tuple[int, Any]:
        body = {"suggestionId": suggestion_id, "opportunityId": CLOUD, "summary": "Fix it", **fields}
        return self.send(app.CREATE_TICKET, headers={"idempotency-key": key}, body=json.dumps(body))


@pytest.fixture
def client(local_data_access: DataAccess, organization_id: str) -> Client:
    return Client(local_data_access, organization_id)


def test_a_ticket_is_created_and_listed_with_its_suggestion(client: Client, jira: respx.Route) -> None:
    status, ticket = client.create()
    assert (status, ticket["ticketKey"]) == (201, "ASO-42")
    status, listed = client.send(app.LIST_TICKETS)
    assert status == 200
    assert listed["cursor"] is None
    (found,) = listed["tickets"]
    assert (found["ticketId"], found["connection"], found["suggestionIds"]) == (
        ticket["ticketId"],
        "Example's Jira",
        ["s-1"],
    )


def test_a_repeated_request_gets_the_first_response(client: Client, jira: respx.Route) -> None:
    assert client.create() == client.create()
    assert jira.call_count == 1


def test_a_suggestion_gets_one_ticket(client: Client, jira: respx.Route) -> None:
    client.create("one")
    assert client.create("another") == (409, {"message": "The suggestion has a ticket already"})
    assert jira.call_count == 1


def test_two_requests_do_not_create_the_ticket_of_a_suggestion_at_once(
    client: Client, jira: respx.Route
) -> None:
    data_access = client.context.data_access
    with data_access.IdempotencyKey.guard(
        "s-1", client.organization_id, "ticket of a suggestion", ttl=60
    ) as other:
        assert client.create("another")[0] == 409
        other.complete("a-ticket")
    assert client.create("a-third") == (409, {"message": "The suggestion has a ticket already"})
    assert jira.call_count == 0


def test_a_failure_of_jira_can_be_repeated(client: Client, jira: respx.Route) -> None:
    jira.mock(
        side_effect=[httpx.ConnectError("refused"), httpx.Response(201, json={"id": "1", "key": "ASO-1"})]
    )
    assert client.create()[0] == 503
    assert client.create()[0] == 201


def test_a_key_that_is_in_use(client: Client, jira: respx.Route) -> None:
    data_access = client.context.data_access
    with data_access.IdempotencyKey.guard(
        "a-key", client.organization_id, app.CREATE_TICKET, ttl=60
    ) as other:
        assert client.create()[0] == 409
        other.complete({})


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ({"body": "{"}, "The body is not JSON"),
        ({"body": "[]"}, "The body is not an object"),
        ({"body": "{}"}, "suggestionId must be a non-empty text"),
    ],
)
def test_bad_requests(client: Client, event: dict[str, Any], message: str) -> None:
    assert client.send(app.CREATE_TICKET, **event) == (400, {"message": message})


def test_a_request_without_a_key(client: Client, jira: respx.Route) -> None:
    assert client.create(key="") == (400, {"message": "key is required"})
    assert jira.call_count == 0


def test_an_organization_without_a_connection(local_data_access: DataAccess, jira: respx.Route) -> None:
    organization = local_data_access.Organization.create({"name": "Unconnected"})
    status, body = Client(local_data_access, organization.get_id()).create()
    assert (status, body["message"]) == (409, "The organization is not connected to Jira")


def test_a_state_is_accepted_once(client: Client) -> None:
    status, body = client.send(app.START_OAUTH)
    assert status == 201
    query = {"queryStringParameters": {"state": body["state"]}}
    assert client.send(app.FINISH_OAUTH, **query) == (200, {"connected": True})
    assert client.send(app.FINISH_OAUTH, **query)[0] == 403


def test_an_unknown_route(client: Client) -> None:
    assert client.send("GET /elsewhere")[0] == 404
