"""A request that was sent, parsed for assertions."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx

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

    @property
    def target(self) -> str:
        """The end of the path: a table, or ``rpc/`` and a function."""

    @cached_property
    def params(self) -> list[tuple[str, str]]:
        """The query string as decoded pairs, in order."""

    @cached_property
    def filters(self) -> list[tuple[str, str]]:
        """The pairs of the query string that select rows: ``("id", "eq.5")``."""

    @cached_property
    def body(self) -> Any:
        """The parsed JSON body, by column, or None."""

    @property
    def rows(self) -> list[Any]:
        """The rows in the body, as a list even for a single one."""

    @property
    def preferences(self) -> set[str]:
        """The preferences in the ``Prefer`` header, such as ``return=representation``."""
