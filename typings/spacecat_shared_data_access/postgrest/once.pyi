"""Exactly once: what a write that may have been done twice has come to.

A write whose answer was lost is sent again where that does no harm. What the second one meets then tells
what became of the first: see docs/RELIABILITY.md.
"""

from collections.abc import Sequence
from typing import TypeVar

from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.request import Query, Table
from spacecat_shared_data_access.postgrest.service import Service

T = TypeVar("T")

async def insert(service: Service, table: Table, rows: Row | Sequence[Row], key: Sequence[str]) -> list[Row]:
    """Add a row or rows, once, though the request may be sent several times.

    Where the answer to one attempt was lost and a later one meets a unique key (23505, or a 409 that does
    not tell), the rows are read back by their primary key: those that hold what was sent are ours, and
    stored. Which of several unique keys the database tells of says nothing: it looks at them in an order
    of its own.

    Args:
        service: The way to the server.
        table: The table.
        rows: A row, or rows that are stored together or not at all.
        key: The columns of the primary key. Rows that lack one of them are not sent again after their
            answer was lost: a second row could not be told from the first.

    Returns:
        The rows as they are stored, in the order in which they were sent.

    Raises:
        PostgrestError: The server refused. With code 23505 a row that is not ours excludes one of them.
        NoAnswerError: There was no answer. Where it says ``in_doubt``, the rows may be there.
    """

async def update(service: Service, query: Query) -> list[Row]:
    """Change one row, or none where the filters find none.

    Args:
        service: The way to the server.
        query: The change, for which the server was asked to change a single row or nothing.

    Returns:
        The row as it is stored, or none.

    Raises:
        PostgrestError: The server refused; with code PGRST116 several rows match, and none is changed.
        NoAnswerError: There was no answer, or it cannot be found out what the change came to.
    """

async def moved_rows(service: Service, query: Query) -> list[Row]:
    """Find the rows of a change that was sent again after its answer was lost, and then met none.

    Such a change may have done its work at the first attempt, and thereby changed what its own filters
    ask for: a status, or a part of the key.

    Args:
        service: The way to the server.
        query: The change.

    Returns:
        The rows that hold what was sent, its ``updated_at`` included, which nobody else's change has;
        none where no row is in the state that was sent, or the filters ask for nothing that it changes.

    Raises:
        NoAnswerError: It cannot be told whether the change was done here or by somebody else.
    """
