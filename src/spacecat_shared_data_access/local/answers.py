"""Answers: a status, headers and a body, from what the database gave."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import quote

from psycopg import sql

from spacecat_shared_data_access.local.errors import PostgrestError, invalid_range
from spacecat_shared_data_access.local.header_fields import sendable
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.request import ApiRequest
from spacecat_shared_data_access.local.statements.fragments import Parameters
from spacecat_shared_data_access.local.statements.whole import Outcome

_FINAL_STATUS = re.compile(r"[2-5][0-9]{2}")  # 1xx would only announce an answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire; header names in lower case."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement ready to run, and what to make of its outcome.

    Attributes:
        statement: Gives one row, an `Outcome`.
        values: Its parameters.
        read_only: Whether it may not change anything.
        answer: Makes the answer; an error that it raises takes the statement's changes back.
        planned_count: A query whose rows the planner is to estimate, where that is wanted.
    """

    statement: sql.Composed
    values: Parameters
    read_only: bool
    answer: Callable[[Outcome], Answer]
    planned_count: sql.Composed | None = None


def error_answer(error: PostgrestError) -> Answer:
    """What tells a client of a failure."""
    headers = {"content-type": "application/json; charset=utf-8", **error.headers}
    # Half a character, as the key of a JSON body may hold, stays the escape that it was.
    body = json.dumps(error.body(), ensure_ascii=False).encode(errors="backslashreplace")
    return Answer(error.status, headers, body)


def content_range(first: int, last: int, total: int | None) -> str:
    """The Content-Range header: `0-9/*`, or `*/0` where there are no such rows."""
    rows = f"{first}-{last}" if total != 0 and first <= last else "*"
    return f"{rows}/{'*' if total is None else total}"


def content_type(request: ApiRequest, media_type: MediaType) -> dict[str, str]:
    """The headers that say what the body is, and of which schema if one was named."""
    headers = {"content-type": media_type.content_type}
    if request.profile is not None:
        headers["content-profile"] = request.profile
    return headers


def applied(request: ApiRequest, *names: str) -> dict[str, str]:
    """The header that says which preferences were applied, if any."""
    text = request.preferences.applied(*names)
    return {"preference-applied": text} if text else {}


def rows_answer(request: ApiRequest, media_type: MediaType, outcome: Outcome, *preferences: str) -> Answer:
    """The answer to a reading request.

    Raises:
        PostgrestError: PGRST103 where the range begins beyond the last row.
    """
    first = request.range.offset
    last = first + outcome.rows - 1
    headers = {"content-range": content_range(first, last, outcome.total)} | applied(request, *preferences)
    status = HTTPStatus.OK
    if outcome.total is not None:
        if first > outcome.total:
            details = f"An offset of {first} was requested, but there are only {outcome.total} rows."
            raise invalid_range(details, headers)
        if outcome.rows < outcome.total:
            status = HTTPStatus.PARTIAL_CONTENT
    return Answer(status, headers | content_type(request, media_type), outcome.body.encode())


def mutation_headers(request: ApiRequest, outcome: Outcome, *preferences: str) -> dict[str, str]:
    """What a mutation says of its rows: for PATCH which they are, for the others their number only."""
    first, last = (0, outcome.rows - 1) if request.method == "PATCH" else (1, 0)
    counted = request.preferences.get("count") in {"exact", "estimated"}
    headers = {"content-range": content_range(first, last, outcome.rows if counted else None)}
    return headers | applied(request, *preferences)


def location(request: ApiRequest, outcome: Outcome) -> dict[str, str]:
    """Where the new row is, if there is just one and it was asked for."""
    if not outcome.location:
        return {}
    pairs = (text.split("=", 1) for text in outcome.location)
    query = "&".join(f"{quote(key)}={quote(value)}" for key, value in pairs)
    return {"location": f"/{quote(request.name)}?{query}"}


def with_settings(answer: Answer, outcome: Outcome) -> Answer:
    """The answer with the status and headers that the database set for it.

    https://docs.postgrest.org/en/latest/references/transactions.html#response-headers

    Raises:
        PostgrestError: PGRST111 or PGRST112 where they cannot be read.
    """
    if outcome.headers:
        answer = replace(answer, headers=answer.headers | _set_headers(outcome.headers))
    if outcome.status:
        if not _FINAL_STATUS.fullmatch(outcome.status):
            raise PostgrestError(500, "PGRST112", "response.status guc must be a valid status code")
        answer = replace(answer, status=int(outcome.status))
    return answer


def _set_headers(text: str) -> dict[str, str]:
    try:
        return sendable({name: value for item in json.loads(text) for name, value in item.items()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass
    message = (
        "response.headers guc must be a JSON array composed of objects with a single key and a string value"
    )
    raise PostgrestError(500, "PGRST111", message)
