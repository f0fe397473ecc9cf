"""Responses: a status, headers and a body, built from the result of a statement."""

from collections.abc import Callable
from dataclasses import dataclass

from psycopg import sql

from spacecat_shared_data_access.local.errors import PostgrestError
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.request import ApiRequest
from spacecat_shared_data_access.local.statements.fragments import Parameters
from spacecat_shared_data_access.local.statements.statement import Outcome

@dataclass(frozen=True, slots=True)
class ApiResponse:
    """An HTTP response; header names in lower case."""

    status: int
    headers: dict[str, str] = ...
    body: bytes = b""

@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement ready to run, and how to build the response from its result.

    Attributes:
        statement: Returns one row, an `Outcome`.
        values: Its parameters.
        read_only: Whether it runs in a read-only transaction.
        build_response: Builds the response. If it raises, the transaction is rolled back.
        planned_count: A query whose number of rows the planner is to estimate, or None.
    """

    statement: sql.Composed
    values: Parameters
    read_only: bool
    build_response: Callable[[Outcome], ApiResponse]
    planned_count: sql.Composed | None = None

def error_response(error: PostgrestError) -> ApiResponse:
    """Return the response for an error."""

def content_range(first: int, last: int, total: int | None) -> str:
    """Return the Content-Range header: `0-9/*`, or `*/0` if there are no rows."""

def content_type(request: ApiRequest, media_type: MediaType) -> dict[str, str]:
    """Return the headers for the type of the body, and for its schema if the request named one."""

def applied(request: ApiRequest, *names: str) -> dict[str, str]:
    """Return the Preference-Applied header, or no header if no preference was applied."""

def rows_response(
    request: ApiRequest, media_type: MediaType, outcome: Outcome, *preferences: str
) -> ApiResponse:
    """Return the response to a request that reads rows.

    Raises:
        PostgrestError: PGRST103 if the range begins beyond the last row.
    """

def mutation_headers(request: ApiRequest, outcome: Outcome, *preferences: str) -> dict[str, str]:
    """Return the headers of a mutation: for PATCH the range of rows, for the others only their number."""

def location(request: ApiRequest, outcome: Outcome) -> dict[str, str]:
    """Return the Location header, if it was requested and exactly one row is new."""

def with_settings(response: ApiResponse, outcome: Outcome) -> ApiResponse:
    """Return a response with the status and headers that the database set for it.

    https://docs.postgrest.org/en/latest/references/transactions.html#response-headers

    Raises:
        PostgrestError: PGRST111 or PGRST112 if they cannot be parsed.
    """
