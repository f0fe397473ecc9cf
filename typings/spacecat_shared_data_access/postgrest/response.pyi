"""Responses: what an answer means. What is not the JSON expected is an error, never data."""

from typing import Any, Final

import httpx

from spacecat_shared_data_access.errors import NoAnswerError, PostgrestError
from spacecat_shared_data_access.postgrest.records import Row

FAULTS: Final[tuple[object, ...]]
"What httpx raises where a request gets no answer, or one whose headers it cannot make sense of."

def rows_of(response: httpx.Response) -> list[Row]:
    """Read the rows of an answer.

    Raises:
        PostgrestError: The body is no JSON list of objects.
    """

def row_of(response: httpx.Response) -> list[Row]:
    """Parse the one row of a response to a request for a single object.

    A server that does not know that media type answers with a list, which is taken as it is.

    Raises:
        PostgrestError: The body is neither a JSON object nor a list of objects.
    """

def json_of(response: httpx.Response) -> Any:
    """Read the JSON of an answer; None where it has no body, as a function without a result answers.

    Raises:
        PostgrestError: The body is not JSON.
    """

def total_of(response: httpx.Response) -> int:
    """Read how many rows there are from an answer's Content-Range (RFC 9110, 14.4).

    Raises:
        PostgrestError: The header is missing or does not tell.
    """

def failure_of(response: httpx.Response) -> PostgrestError:
    """Make the error that an answer with another status than 2xx tells of.

    PostgREST answers with code, message, details and hint. From another answer, such as a proxy's
    page, only the status is taken.
    """

def unreachable(error: Exception) -> NoAnswerError:
    """Create the error for a request that got no response. It names the reason, not the address."""

def check_done(response: httpx.Response) -> None:
    """Check the answer to a write that nothing was to be read back of.

    Raises:
        PostgrestError: It has a body that is not JSON, so that something else than PostgREST answered.
    """
