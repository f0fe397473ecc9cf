"""Responses: parse them, and create the errors for those that are not the expected JSON."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx
import orjson

from spacecat_shared_data_access.errors import NoResponseError, PostgrestError
from spacecat_shared_data_access.postgrest.connection_errors import describe
from spacecat_shared_data_access.postgrest.rows import Row

TRANSPORT_EXCEPTIONS: Final = (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, UnicodeError)
"""What httpx raises if there is no response, or its headers cannot be parsed."""

# At most 18 digits: a larger number is not a number of rows.
_TOTAL: Final = r"(?:[0-9]+-[0-9]+|\*)/([0-9]{1,18})"
_MAX_SHOWN: Final = 200
# RFC 9209. PostgREST sends it since version 13; the response to a HEAD has no other place for the code.
_PROXY_STATUS: Final = r'\bPostgREST;.*?\berror="?(\w+)'


def rows_of(response: httpx.Response) -> list[Row]:
    """Parse the rows of a response.

    Raises:
        PostgrestError: The body is not a JSON list of objects.
    """
    body = json_of(response)
    if not isinstance(body, list) or not set(map(type, body)) <= {dict}:
        raise unexpected_response(response, "JSON that is not a list of rows")
    return body


def page_of(response: httpx.Response) -> tuple[list[Row], str | None]:
    """Parse the rows of a response, and return its Content-Range too, or None.

    Raises:
        PostgrestError: The body is not a JSON list of objects.
    """
    return rows_of(response), response.headers.get("Content-Range")


def row_of(response: httpx.Response) -> list[Row]:
    """Parse the one row of a response to a request for a single object.

    A server that does not know the media type of a single object returns a list.

    Raises:
        PostgrestError: The body is neither a JSON object nor a list of objects.
    """
    body = json_of(response)
    return [body] if isinstance(body, dict) else rows_of(response)


def json_of(response: httpx.Response) -> Any:
    """Parse the JSON of a response. Return None if it has no body, as for a function without a result.

    Raises:
        PostgrestError: The body is not JSON.
    """
    if not response.content:
        return None
    try:
        return orjson.loads(response.content)
    except ValueError as error:
        raise unexpected_response(response, "a body that is not JSON") from error


def total_of(response: httpx.Response) -> int:
    """Return the total number of rows from a response's Content-Range (RFC 9110, 14.4).

    Raises:
        PostgrestError: The header is missing or contains no total.
    """
    match = re.fullmatch(_TOTAL, response.headers.get("Content-Range", ""))
    if match is None:
        raise unexpected_response(response, "no total in Content-Range")
    return int(match[1])


def error_from_response(response: httpx.Response) -> PostgrestError:
    """Create the error for a response whose status is not 2xx.

    It has PostgREST's code, message, details and hint. From any other response, such as a proxy's error
    page, it has the status only. The response to a HEAD has the status and the code.
    """
    try:
        body: Any = orjson.loads(response.content)
    except ValueError:
        body = None
    if not isinstance(body, dict) or not isinstance(body.get("message"), str):
        message = f"The server returned HTTP {response.status_code}"
        error = PostgrestError(message, status=response.status_code, code=_code_in_headers(response))
    else:
        error = PostgrestError(
            body["message"],
            # A number comes from a proxy: as text, 40001 would look like a SQLSTATE.
            code=code if isinstance(code := body.get("code"), str) else None,
            status=response.status_code,
            details=_text(body.get("details")),
            hint=_text(body.get("hint")),
        )
    error.retry_after = _seconds_of(response.headers.get("Retry-After"))
    return error


def transport_error(error: Exception) -> NoResponseError:
    """Create the error for a request that got no response. It names the reason, not the address."""
    # The text of a LocalProtocolError may quote an invalid header, and so an API key.
    cause = None if isinstance(error, httpx.LocalProtocolError) else error
    return NoResponseError(f"No response from the server: {describe(error)}", cause=cause)


def ambiguous_outcome() -> NoResponseError:
    """Create the error for a write whose response was lost and whose outcome is unknown."""
    error = NoResponseError("The write may have taken effect: its response was lost")
    error.in_doubt = True
    return error


def expect_no_error(response: httpx.Response) -> None:
    """Check the response to a write that returns no rows.

    Raises:
        PostgrestError: The response has a body that is not JSON, so it does not come from PostgREST.
    """
    json_of(response)


def unexpected_response(response: httpx.Response, what: str) -> PostgrestError:
    """Create the error for a 2xx response that is not what was asked for.

    Args:
        response: The response.
        what: What it has instead.
    """
    content_type = response.headers.get("Content-Type", "no content type")[:_MAX_SHOWN]
    return PostgrestError(
        f"The server returned HTTP {response.status_code} with {what}",
        status=response.status_code,
        details=f"{content_type}, {len(response.content)} bytes",
    )


def _code_in_headers(response: httpx.Response) -> str | None:
    match = re.search(_PROXY_STATUS, response.headers.get("Proxy-Status", ""))
    return None if match is None else match[1]


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
    if moment.tzinfo is None:  # "-0000": the time zone is unknown
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _text(value: object) -> str | None:
    return None if value is None else str(value)
