"""The complete statement of a request: PostgreSQL counts the rows and builds the body."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Function
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.statements.fragments import Parameters

Wanted: TypeAlias = Literal["body", "location", "nothing"]

@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a complete statement, in the order of its columns.

    Attributes:
        total: The number of rows without a range; None if it was not requested.
        rows: The number of rows in the response, or changed by a mutation.
        body: The body of the response.
        location: The key of a new row: `id=eq.1`.
        headers: The database's setting `response.headers`.
        status: The database's setting `response.status`.
        inserted: For an upsert, the number of new rows less the number of existing ones.
    """

    total: int | None
    rows: int
    body: str
    location: list[str]
    headers: str | None
    status: str | None
    inserted: int | None

def complete_statement(
    source: sql.Composed,
    values: Parameters,
    media_type: MediaType,
    *,
    shown: sql.Composed | None = None,
    count: sql.Composed | None = None,
    wanted: Wanted = "body",
    function: Function | None = None,
    primary_key: tuple[str, ...] = ...,
) -> sql.Composed:
    """Build the statement whose single row is an `Outcome`.

    Args:
        source: The statement that reads or changes the rows.
        values: The parameters of the statement.
        media_type: The type of the body.
        shown: The query for what the body shows of those rows; None for all columns.
        count: A query with a row for each row without the range; None if the total is not requested.
        wanted: What the response is to contain.
        function: The function that returns the rows, if any.
        primary_key: The columns for the Location header.
    """
