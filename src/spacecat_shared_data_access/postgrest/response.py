"""Responses: what an answer means. What is not the JSON expected is an error, never data."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx
import orjson

from spacecat_shared_data_access.errors import NoAnswerError, PostgrestError
from spacecat_shared_data_access.postgrest.connection_errors import describe
from spacecat_shared_data_access.postgrest.records import Row

FAULTS: Final = (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, UnicodeError)
"""What httpx raises where a request gets no answer, or one whose headers it cannot make sense of."""

# No table has more rows than 18 digits can say.
_TOTAL = re.compile(r"(?:[0-9]+-[0-9]+|\*)/([0-9]{1,18})")
_SHOWN: Final = 200


def rows_of(response: httpx.Response) -> list[Row]:
    """Read the rows of an answer.

    Raises:
        PostgrestError: The body is no JSON list of objects.
    """
    body = json_of(response)
    if not isinstance(body, list) or not all(isinstance(row, dict) for row in body):
        raise _unexpected(response, "JSON that is not a list of rows")
    return body


def row_of(response: httpx.Response) -> list[Row]:
    """Parse the one row of a response to a request for a single object.

    A server that does not know that media type answers with a list, which is taken as it is.

    Raises:
        PostgrestError: The body is neither a JSON object nor a list of objects.
    """
    body = json_of(response)
    return [body] if isinstance(body, dict) else rows_of(response)


def json_of(response: httpx.Response) -> Any:
    """Read the JSON of an answer; None where it has no body, as a function without a result answers.

    Raises:
        PostgrestError: The body is not JSON.
    """
    if not response.content:
        return None
    try:
        return orjson.loads(response.content)
    except ValueError as error:
        raise _unexpected(response, "a body that is not JSON") from error


def total_of(response: httpx.Response) -> int:
    """Read how many rows there are from an answer's Content-Range (RFC 9110, 14.4).

    Raises:
        PostgrestError: The header is missing or does not tell.
    """
    match = _TOTAL.fullmatch(response.headers.get("Content-Range", ""))
    if match is None:
        raise _unexpected(response, "no total in Content-Range")
    return int(match[1])


def error_from_response(response: httpx.Response) -> PostgrestError:
    """Make the error that an answer with another status than 2xx tells of.

    PostgREST answers with code, message, details and hint. From another answer, such as a proxy's
    page, only the status is taken.
    """
    try:
        body: Any = orjson.loads(response.content)
    except ValueError:
        body = None
    if not isinstance(body, dict) or not isinstance(body.get("message"), str):
        message = f"The server answered HTTP {response.status_code}"
        failure = PostgrestError(message, status=response.status_code)
    else:
        failure = PostgrestError(
            body["message"],
            # A number is a proxy's own: 40001 would read as one of PostgreSQL's.
            code=code if isinstance(code := body.get("code"), str) else None,
            status=response.status_code,
            details=_text(body.get("details")),
            hint=_text(body.get("hint")),
        )
    failure.retry_after = _seconds_of(response.headers.get("Retry-After"))
    return failure


def transport_error(error: Exception) -> NoAnswerError:
    """Create the error for a request that got no response. It names the reason, not the address."""
    # A protocol error of our own side may quote the header that it does not like, and with it a key.
    cause = None if isinstance(error, httpx.LocalProtocolError) else error
    return NoAnswerError(f"No answer from the server: {describe(error)}", cause=cause)


def expect_no_error(response: httpx.Response) -> None:
    """Check the answer to a write that nothing was to be read back of.

    Raises:
        PostgrestError: It has a body that is not JSON, so that something else than PostgREST answered.
    """
    json_of(response)


def _unexpected(response: httpx.Response, what: str) -> PostgrestError:
    kind = response.headers.get("Content-Type", "no content type")[:_SHOWN]
    return PostgrestError(
        f"The server answered HTTP {response.status_code} with {what}",
        status=response.status_code,
        details=f"{kind}, {len(response.content)} bytes",
    )


def _seconds_of(retry_after: str | None) -> float | None:
    # RFC 9110, 10.2.3: seconds, or a date.
    if retry_after is None:
        return None
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:  # "-0000", which says that the zone is unknown
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _text(value: object) -> str | None:
    return None if value is None else str(value)
