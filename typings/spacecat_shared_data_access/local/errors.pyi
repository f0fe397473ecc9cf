"""Errors as PostgREST answers them: a status, a code, a message, and perhaps details and a hint.

The codes and their statuses are those of
https://docs.postgrest.org/en/latest/references/errors.html, SQLSTATEs included.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

@dataclass(eq=False)
class PostgrestError(Exception):
    """A request that fails, as the client is to see it.

    Attributes:
        status: The HTTP status.
        code: A SQLSTATE or one of PostgREST's own codes (PGRST…).
        message: What went wrong.
        details: More about it: text, or a list for an ambiguous embedding.
        hint: What to try instead.
        headers: Headers that go with the answer, by lower-case name.
    """

    status: int
    code: str
    message: str
    details: Any = None
    hint: str | None = None
    headers: Mapping[str, str] = ...

    def body(self) -> dict[str, Any]:
        """The JSON object of the answer."""

class StaleCatalogError(PostgrestError):
    """A name that the schema cache does not hold: it may have been created since it was read."""

def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `name` was perhaps meant to be, for a hint."""

def invalid_query(what: str, details: str) -> PostgrestError:
    """A query parameter that cannot be read."""

def invalid_body(message: str) -> PostgrestError:
    """A body that cannot be read, or whose rows do not agree."""

def invalid_range(details: str, headers: Mapping[str, str] | None = None) -> PostgrestError:
    """A range that no rows can satisfy."""

def table_not_found(schema: str, name: str, tables: Iterable[str]) -> PostgrestError:
    """A table that is not in the schema cache."""

def column_not_found(table: str, column: str) -> PostgrestError:
    """A column to write that is not in the schema cache."""

def not_embedded(name: str) -> PostgrestError:
    """A filter, order or range for a resource that is not in `select`."""

def not_singular(rows: int) -> PostgrestError:
    """One object was asked for, and there is not exactly one."""

def from_postgres(error: psycopg.Error, *, anonymous: bool) -> PostgrestError:
    """What a failure of the database is for the client.

    Args:
        error: As psycopg raised it.
        anonymous: Whether the request ran as the anonymous role: it may then sign in (401) where a
            role of its own is forbidden (403).
    """
