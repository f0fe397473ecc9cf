"""The whole statement of a request: its rows, their number, and the body, which PostgreSQL makes."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Function
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.statements.fragments import Parameters

Wanted: TypeAlias = Literal["body", "location", "nothing"]

@dataclass(frozen=True, slots=True)
class Outcome:
    """What the whole statement gives, in the order of its columns.

    Attributes:
        total: How many rows there are without a range; None where nobody asked.
        rows: How many rows the answer has, or a mutation changed.
        body: The answer's body.
        location: For a new row, texts such as `id=eq.1`.
        headers: What the database set as `response.headers`.
        status: What it set as `response.status`.
        inserted: For an upsert, how many rows were new, less those that were not.
    """

    total: int | None
    rows: int
    body: str
    location: list[str]
    headers: str | None
    status: str | None
    inserted: int | None

def whole(
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
    """Compose the statement whose single row is an `Outcome`.

    Args:
        source: Reads or changes the rows.
        values: Takes the parameters.
        media_type: The body's.
        shown: Reads what is to be shown of those rows; None for all of it.
        count: Gives as many rows as there are without a range, where the total is wanted.
        wanted: What the answer is to carry.
        function: The function whose rows these are.
        primary_key: The columns for the location.
    """
