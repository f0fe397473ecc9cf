"""Responses: a status, headers and a body, built from the result of a statement."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Final
from urllib.parse import quote, urlencode

from psycopg import sql

from spacecat_shared_data_access.local.errors import RequestError, invalid_range
from spacecat_shared_data_access.local.header_fields import sendable
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.request import ApiRequest
from spacecat_shared_data_access.local.statements.fragments import Parameters
from spacecat_shared_data_access.local.statements.statement import Outcome

_FINAL_STATUS = re.compile(r"[2-5][0-9]{2}")  # 1xx would only announce a response


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """An HTTP response.

    Attributes:
        status: The status code.
        headers: The headers, with names in lower case.
        body: The body.
        rows: The number of rows that were read or changed; None if the request did neither.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement ready to run, and how to build the response from its result.

    Attributes:
        statement: Returns one row, an `Outcome`.
        values: Its parameters.
        read_only: Whether it runs in a read-only transaction.
        media_type: The type of the body. With `explain`, the statement's plan is the body.
        build_response: Builds the response. If it raises, the transaction is rolled back.
        planned_count: A query whose number of rows the planner is to estimate, or None.
    """

    statement: sql.Composed
    values: Parameters
    read_only: bool
    media_type: MediaType
    build_response: Callable[[Outcome], ApiResponse]
    planned_count: sql.Composed | None = None


def error_response(error: RequestError) -> ApiResponse:
    """Return the response for an error."""
    headers = {
        "content-type": "application/json; charset=utf-8",
        "proxy-status": f"PostgREST; error={error.code}",
        **error.headers,
    }
    return ApiResponse(error.status, headers, _json(error))


def _json(error: RequestError) -> bytes:
    # A lone surrogate, which a key of a JSON body may contain, is written as an escape: UTF-8 has none.
    body = {"code": error.code, "details": error.details, "hint": error.hint, "message": error.message}
    return json.dumps(body, ensure_ascii=False).encode(errors="backslashreplace")


UNDECODABLE: Final = ApiResponse(500, {"content-type": "text/plain; charset=utf-8"}, b"Something went wrong")
"""The response to a query string that is not UTF-8, over which PostgREST stumbles."""


def content_range(first: int, last: int, total: int | None) -> str:
    """Return the Content-Range header: `0-9/*`, or `*/0` if there are no rows."""
    rows = f"{first}-{last}" if total != 0 and first <= last else "*"
    return f"{rows}/{'*' if total is None else total}"


def content_type(request: ApiRequest, media_type: MediaType) -> dict[str, str]:
    """Return the headers for the type of the body, and for its schema if the request named one."""
    headers = {"content-type": media_type.content_type}
    if request.profile is not None:
        headers["content-profile"] = request.profile
    return headers


def applied(request: ApiRequest, *names: str) -> dict[str, str]:
    """Return the Preference-Applied header, or no header if no preference was applied."""
    text = request.preferences.applied(*names)
    return {"preference-applied": text} if text else {}


def rows_response(
    request: ApiRequest, media_type: MediaType, outcome: Outcome, *preferences: str
) -> ApiResponse:
    """Return the response to a request that reads rows. A range beyond the last row is 416 PGRST103."""
    first = request.range.offset
    last = first + outcome.rows - 1
    headers = {"content-range": content_range(first, last, outcome.total)} | applied(request, *preferences)
    headers |= content_type(request, media_type)
    if not request.rpc:
        headers["content-location"] = _canonical_url(request)
    status, body = HTTPStatus.OK, outcome.body.encode()
    if outcome.total is not None:
        if first > outcome.total:
            details = f"An offset of {first} was requested, but there are only {outcome.total} rows."
            status, body = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, _json(invalid_range(details))
        elif outcome.rows < outcome.total:
            status = HTTPStatus.PARTIAL_CONTENT
    return ApiResponse(status, headers, body)


def _canonical_url(request: ApiRequest) -> str:
    """Return the path with the parameters sorted by name, which are all encoded anew."""
    query = urlencode(sorted(request.query.parameters, key=lambda pair: pair[0]), quote_via=quote)
    return f"/{request.name}?{query}" if query else f"/{request.name}"


def mutation_headers(request: ApiRequest, outcome: Outcome, *preferences: str) -> dict[str, str]:
    """Return the headers of a mutation: for PATCH the range of rows, for the others only their number."""
    first, last = (0, outcome.rows - 1) if request.method == "PATCH" else (1, 0)
    total = outcome.rows if request.preferences.counts else None
    headers = {"content-range": content_range(first, last, total)}
    return headers | applied(request, *preferences)


def location(request: ApiRequest, outcome: Outcome) -> dict[str, str]:
    """Return the Location header, if it was requested and exactly one row is new."""
    if not outcome.location:
        return {}
    pairs = [(key, value) for key, _, value in (text.partition("=") for text in outcome.location)]
    query = urlencode(pairs, safe="/", quote_via=quote)
    return {"location": f"/{quote(request.name)}?{query}"}


def with_settings(response: ApiResponse, outcome: Outcome) -> ApiResponse:
    """Return a response with the status and headers that the database set for it.

    https://docs.postgrest.org/en/latest/references/transactions.html#response-headers

    Raises:
        RequestError: PGRST111 or PGRST112 if they cannot be parsed.
    """
    if outcome.headers:
        response = replace(response, headers=response.headers | _set_headers(outcome.headers))
    if outcome.status:
        if not _FINAL_STATUS.fullmatch(outcome.status):
            raise RequestError(500, "PGRST112", "response.status guc must be a valid status code")
        response = replace(response, status=int(outcome.status))
    return response


def _set_headers(text: str) -> dict[str, str]:
    try:
        return sendable({name: value for item in json.loads(text) for name, value in item.items()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass
    message = (
        "response.headers guc must be a JSON array composed of objects with a single key and a string value"
    )
    raise RequestError(500, "PGRST111", message)
