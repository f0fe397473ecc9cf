"""Requests: what can be asked of one table, built with postgrest's builders.

The builders only build here: they are made afresh for every request, and `Service` sends what they
hold. Prefer and columns are set by this module, so that the same call always makes the same request.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import httpx
from postgrest import SyncSelectRequestBuilder
from yarl import URL

Query: TypeAlias = SyncSelectRequestBuilder
"A request in the making: filters, order and limits are added with its methods."

class Table:
    """One table of a server, and the requests that can be made of it.

    Args:
        base_url: The server's address.
        name: The table's name.
    """

    name: str
    __slots__ = ("_base_url", "name")

    def __init__(self, base_url: URL, name: str) -> None: ...
    def select(self, columns: str = "*") -> Query:
        """Read rows."""

    def count(self) -> Query:
        """Count rows without reading them: HEAD, with ``count=exact``."""

    def insert(self, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Query:
        """Add a row or rows, and read back what was stored."""

    def upsert(
        self, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]], *, on_conflict: str, read_back: bool
    ) -> Query:
        """Add rows, or change those that are there.

        Args:
            rows: One row, or several of the same columns.
            on_conflict: The columns, joined by commas, by which a row is known to be there.
            read_back: Whether to ask for what was stored.
        """

    def update(self, values: Mapping[str, Any], *, single: bool = False) -> Query:
        """Change the rows that the filters added next name, and read back what was stored.

        Args:
            values: New values by column.
            single: Whether the server is to change nothing unless exactly one row matches (406 PGRST116).
        """

    def delete(self, *, read_back: str | None = None) -> Query:
        """Remove the rows that the filters added next name.

        Args:
            read_back: The columns of the removed rows to ask for; None for none. Who asks wants to know
                what this very request removed: it is not sent again when its answer was lost.
        """

def function_call(base_url: URL, name: str, arguments: Mapping[str, Any]) -> Query:
    """Call a function of the database.

    Args:
        base_url: The server's address.
        name: The function's name.
        arguments: Its arguments by name.

    Raises:
        ValidationError: The name is not one that a path can hold.
    """

def filters_of(query: Query) -> list[tuple[str, str]]:
    """Give what says which rows a query is about: pairs of a column, or a logical operator, and a text."""

def to_httpx(
    query: Query, client: httpx.Client | httpx.AsyncClient, headers: Mapping[str, str], schema: str
) -> httpx.Request:
    """Turn a query into the request that goes over the wire.

    Args:
        query: What was built.
        client: Whose defaults the request gets.
        headers: What every request carries, such as the credentials.
        schema: The database schema, sent as the profile.

    Raises:
        DataAccessError: It would change or remove rows without saying which.
        ValidationError: It contains a value that JSON or PostgreSQL cannot hold, or its URL is too long.
    """
