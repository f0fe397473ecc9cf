"""A Lambda function behind an HTTP API: it creates Jira tickets for suggestions, and lists them."""

import json
import os
from base64 import b64decode
from collections.abc import Callable
from typing import Any, Final, NotRequired, TypedDict

import httpx

from spacecat_shared_data_access import (
    ConflictError,
    DataAccess,
    DataAccessError,
    LambdaContext,
    RequestInFlightError,
    TaskManagementConnection,
    Ticket,
    UnavailableError,
    ValidationError,
    data_access_wrapper,
)

CREATE_TICKET: Final = "POST /organizations/{organizationId}/tickets"
LIST_TICKETS: Final = "GET /organizations/{organizationId}/tickets"
START_OAUTH: Final = "POST /oauth/start"
FINISH_OAUTH: Final = "GET /oauth/callback"

# Clients repeat a request with the same key for at most a quarter of an hour.
RESPONSE_SECONDS: Final = 15 * 60
# Longer than an invocation may take.
CLAIM_SECONDS: Final = 60


class HttpEvent(TypedDict):
    """An event of an HTTP API, payload format 2.0."""

    routeKey: str
    headers: NotRequired[dict[str, str]]
    pathParameters: NotRequired[dict[str, str]]
    queryStringParameters: NotRequired[dict[str, str]]
    body: NotRequired[str]
    isBase64Encoded: NotRequired[bool]


class HttpResponse(TypedDict):
    """The response to an HTTP API."""

    statusCode: int
    headers: dict[str, str]
    body: str


class HttpError(Exception):
    """A request that gets an error response."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@data_access_wrapper
def handler(event: HttpEvent, context: LambdaContext) -> HttpResponse:
    """Respond to one request."""
    route = ROUTES.get(event["routeKey"])
    if route is None:
        return problem(404, "There is nothing here")
    try:
        return route(context.data_access, event)
    except HttpError as error:
        return problem(error.status, str(error))
    except (DataAccessError, httpx.HTTPError) as error:
        return error_response(error)


def error_response(error: Exception) -> HttpResponse:
    """Return the response to an error of the database or of Jira. The package has logged the cause."""
    match error:
        case ValidationError():
            return problem(400, error.message)
        case RequestInFlightError():
            return problem(409, "The request is being processed. Try again later.", {"Retry-After": "2"})
        case ConflictError():
            return problem(409, "It exists already")
        case UnavailableError() | httpx.HTTPError():
            return problem(503, "Try again with the same Idempotency-Key", {"Retry-After": "5"})
        case _:
            return problem(500, "The request failed")


def list_tickets(data_access: DataAccess, event: HttpEvent) -> HttpResponse:
    """Return a page of an organization's tickets with their suggestions, the newest first."""
    query = event.get("queryStringParameters", {})
    page = data_access.Ticket.page(
        {"organization_id": path_parameter(event, "organizationId")},
        limit=20,
        cursor=query.get("cursor"),
        order_by=("created_at", "desc"),
        include=["task_management_connection", "ticket_suggestions"],
    )
    return respond(200, {"tickets": [to_json(ticket) for ticket in page], "cursor": page.cursor})


def create_ticket(data_access: DataAccess, event: HttpEvent) -> HttpResponse:
    """Create a Jira issue and a ticket for a suggestion; a repeated request gets the first one's response."""
    organization_id = path_parameter(event, "organizationId")
    key = event.get("headers", {}).get("idempotency-key", "")
    item = json_body(event, "suggestionId", "opportunityId", "summary")
    guard = data_access.IdempotencyKey.guard(key, organization_id, CREATE_TICKET, ttl=RESPONSE_SECONDS)
    with guard as request:
        if request.replayed:
            response: HttpResponse = request.response
            return response
        response = respond(201, ticket_suggestion(data_access, organization_id, item).to_json())
        request.complete(response)
        return response


def ticket_suggestion(data_access: DataAccess, organization_id: str, item: dict[str, str]) -> Ticket:
    """Create the ticket of a suggestion. One request at a time does so, whichever key its client sent."""
    suggestion_id = item["suggestionId"]
    claim = data_access.IdempotencyKey.guard(
        suggestion_id, organization_id, "ticket of a suggestion", ttl=CLAIM_SECONDS
    )
    with claim as work:
        has_ticket = data_access.TicketSuggestion.find_by_suggestion_id(suggestion_id) is not None
        if work.replayed or has_ticket:
            raise HttpError(409, "The suggestion has a ticket already")
        connection = data_access.TaskManagementConnection.find_active_by_organization_and_provider(
            organization_id, "jira_cloud"
        )
        if connection is None:
            raise HttpError(409, "The organization is not connected to Jira")
        ticket = store_ticket(data_access, connection, item)
        work.complete(ticket.get_id())
        return ticket


def store_ticket(
    data_access: DataAccess, connection: TaskManagementConnection, item: dict[str, str]
) -> Ticket:
    """Create the issue in Jira, and store it as the ticket of the suggestion."""
    issue = create_issue(connection, item["summary"])
    ticket = data_access.Ticket.create(
        {
            "organization_id": connection.get_organization_id(),
            "task_management_connection_id": connection.get_id(),
            "opportunity_id": item["opportunityId"],
            "external_ticket_id": issue["id"],
            "ticket_key": issue["key"],
            "ticket_url": f"{connection.get_instance_url()}/browse/{issue['key']}",
            "ticket_provider": connection.get_provider(),
            "created_by": "lambda-app",
        }
    )
    data_access.TicketSuggestion.create(
        {
            "ticket_id": ticket.get_id(),
            "suggestion_id": item["suggestionId"],
            "opportunity_id": item["opportunityId"],
            "created_by": "lambda-app",
        }
    )
    return ticket


def create_issue(connection: TaskManagementConnection, summary: str) -> dict[str, str]:
    """Create an issue in Jira and return its ``id`` and ``key``."""
    cloud = connection.get_metadata()["cloudId"]
    url = f"{os.environ['JIRA_API_URL']}/ex/jira/{cloud}/rest/api/3/issue"
    fields = {
        "project": {"key": os.environ["JIRA_PROJECT"]},
        "issuetype": {"name": "Task"},
        "summary": summary,
    }
    headers = {"Authorization": f"Bearer {os.environ['JIRA_TOKEN']}"}
    response = httpx.post(url, json={"fields": fields}, headers=headers, timeout=10)
    response.raise_for_status()
    issue: dict[str, str] = response.json()
    return issue


def start_oauth(data_access: DataAccess, _event: HttpEvent) -> HttpResponse:
    """Return the state of a new OAuth flow, valid for ten minutes."""
    return respond(201, {"state": data_access.OAuthNonce.issue(ttl=600).get_nonce()})


def finish_oauth(data_access: DataAccess, event: HttpEvent) -> HttpResponse:
    """Accept the state of an OAuth flow, once."""
    state = event.get("queryStringParameters", {}).get("state", "")
    if not data_access.OAuthNonce.consume(state):
        raise HttpError(403, "The state is unknown, used or expired")
    return respond(200, {"connected": True})


ROUTES: Final[dict[str, Callable[[DataAccess, HttpEvent], HttpResponse]]] = {
    LIST_TICKETS: list_tickets,
    CREATE_TICKET: create_ticket,
    START_OAUTH: start_oauth,
    FINISH_OAUTH: finish_oauth,
}


def to_json(ticket: Ticket) -> dict[str, Any]:
    """Return a ticket, its connection's name and its suggestions. They were read with it: nothing is sent."""
    connection = ticket.get_task_management_connection()
    return {
        **ticket.to_json(),
        "connection": None if connection is None else connection.get_display_name(),
        "suggestionIds": [bridge.get_suggestion_id() for bridge in ticket.get_ticket_suggestions()],
    }


def path_parameter(event: HttpEvent, name: str) -> str:
    """Return a parameter of the path."""
    return event.get("pathParameters", {}).get(name, "")


def json_body(event: HttpEvent, *names: str) -> dict[str, str]:
    """Return the body's fields, all of which must be non-empty texts."""
    body = event.get("body", "")
    try:
        found = json.loads(b64decode(body) if event.get("isBase64Encoded") else body)
    except ValueError:
        raise HttpError(400, "The body is not JSON") from None
    if not isinstance(found, dict):
        raise HttpError(400, "The body is not an object")
    for name in names:
        if not isinstance(found.get(name), str) or not found[name]:
            raise HttpError(400, f"{name} must be a non-empty text")
    return {name: found[name] for name in names}


def respond(status: int, body: Any, headers: dict[str, str] | None = None) -> HttpResponse:
    """Return a JSON response."""
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json", **(headers or {})},
        "body": json.dumps(body),
    }


def problem(status: int, message: str, headers: dict[str, str] | None = None) -> HttpResponse:
    """Return an error response."""
    return respond(status, {"message": message}, headers)
