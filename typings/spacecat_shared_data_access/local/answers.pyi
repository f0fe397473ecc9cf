"""Answers: a status, headers and a body, from what the database gave."""

from collections.abc import Callable
from dataclasses import dataclass

from psycopg import sql

from spacecat_shared_data_access.local.errors import PostgrestError
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.request import ApiRequest
from spacecat_shared_data_access.local.statements.fragments import Parameters
from spacecat_shared_data_access.local.statements.whole import Outcome

@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire; header names in lower case."""

    status: int
    headers: dict[str, str] = ...
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

def content_range(first: int, last: int, total: int | None) -> str:
    """The Content-Range header: `0-9/*`, or `*/0` where there are no such rows."""

def content_type(request: ApiRequest, media_type: MediaType) -> dict[str, str]:
    """The headers that say what the body is, and of which schema if one was named."""

def applied(request: ApiRequest, *names: str) -> dict[str, str]:
    """The header that says which preferences were applied, if any."""

def rows_answer(request: ApiRequest, media_type: MediaType, outcome: Outcome, *preferences: str) -> Answer:
    """The answer to a reading request.

    Raises:
        PostgrestError: PGRST103 where the range begins beyond the last row.
    """

def mutation_headers(request: ApiRequest, outcome: Outcome, *preferences: str) -> dict[str, str]:
    """What a mutation says of its rows: for PATCH which they are, for the others their number only."""

def location(request: ApiRequest, outcome: Outcome) -> dict[str, str]:
    """Where the new row is, if there is just one and it was asked for."""

def with_settings(answer: Answer, outcome: Outcome) -> Answer:
    """The answer with the status and headers that the database set for it.

    https://docs.postgrest.org/en/latest/references/transactions.html#response-headers

    Raises:
        PostgrestError: PGRST111 or PGRST112 where they cannot be read.
    """
