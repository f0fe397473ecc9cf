"""Errors as PostgREST returns them: a status, a code, a message, and optional details and hint.

The codes and their statuses are those of
https://docs.postgrest.org/en/latest/references/errors.html, SQLSTATEs included.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

@dataclass(eq=False)
class PostgrestError(Exception):
    """The error response to a request.

    Attributes:
        status: The HTTP status.
        code: A SQLSTATE or one of PostgREST's own codes (PGRST…).
        message: What went wrong.
        details: Text, or a list of relationships for an ambiguous embedding.
        hint: What to try instead.
        headers: Further headers of the response, by lower-case name.
    """

    status: int
    code: str
    message: str
    details: Any = None
    hint: str | None = None
    headers: Mapping[str, str] = ...

    def body(self) -> dict[str, Any]:
        """Return the JSON object of the response."""

class StaleCatalogError(PostgrestError):
    """A name that is not in the schema cache. It may have been created since the cache was read."""

def closest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most similar to a misspelt name, or None."""

def invalid_query(what: str, details: str) -> PostgrestError:
    """Return the error for a query parameter that cannot be parsed."""

def invalid_body(message: str) -> PostgrestError:
    """Return the error for a body that cannot be parsed, or whose rows have different keys."""

def invalid_range(details: str, headers: Mapping[str, str] | None = None) -> PostgrestError:
    """Return the error for a range beyond the last row."""

def table_not_found(schema: str, name: str, tables: Iterable[str]) -> PostgrestError:
    """Return the error for a table that is not in the schema cache."""

def column_not_found(table: str, column: str) -> PostgrestError:
    """Return the error for a column in the body that is not in the schema cache."""

def not_embedded(name: str) -> PostgrestError:
    """Return the error for a filter, order or range on a resource that `select` does not embed."""

def not_singular(rows: int) -> PostgrestError:
    """Return the error for a request for a single object that matches another number of rows."""

def from_postgres(error: psycopg.Error, *, anonymous: bool) -> PostgrestError:
    """Convert an error of the database.

    Args:
        error: The error that psycopg raised.
        anonymous: Whether the request ran as the anonymous role. Insufficient privilege is then 401
            (authenticate first), else 403.
    """
