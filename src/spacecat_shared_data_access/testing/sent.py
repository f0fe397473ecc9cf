"""A request that was sent, parsed for assertions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import parse_qsl

import httpx
import orjson

# https://docs.postgrest.org/en/latest/references/api/tables_views.html: all else in a query is a filter.
_NO_FILTERS: Final = frozenset({"select", "columns", "on_conflict", "order", "limit", "offset"})


@dataclass(frozen=True)
class SentRequest:
    """One request to PostgREST.

    Attributes:
        http: The httpx request.
    """

    http: httpx.Request

    @property
    def method(self) -> str:
        """GET, HEAD, POST, PATCH or DELETE."""
        return self.http.method

    @property
    def target(self) -> str:
        """The end of the path: a table, or ``rpc/`` and a function."""
        head, _, last = self.http.url.path.rpartition("/")
        return f"rpc/{last}" if head.endswith("/rpc") else last

    @cached_property
    def params(self) -> list[tuple[str, str]]:
        """The query string as decoded pairs, in order."""
        return parse_qsl(self.http.url.query.decode(), keep_blank_values=True)

    @cached_property
    def filters(self) -> list[tuple[str, str]]:
        """The pairs of the query string that select rows: ``("id", "eq.5")``."""
        return [pair for pair in self.params if pair[0] not in _NO_FILTERS]

    @cached_property
    def body(self) -> Any:
        """The parsed JSON body, by column, or None."""
        return orjson.loads(self.http.content) if self.http.content else None

    @property
    def rows(self) -> list[Any]:
        """The rows in the body, as a list even for a single one."""
        return self.body if isinstance(self.body, list) else [] if self.body is None else [self.body]

    @property
    def preferences(self) -> set[str]:
        """The preferences in the ``Prefer`` header, such as ``return=representation``."""
        return {each.strip() for each in self.http.headers.get("Prefer", "").split(",") if each.strip()}

    def __str__(self) -> str:
        query = self.http.url.query.decode()
        return f"{self.method} /{self.target}{'?' if query else ''}{query}"
