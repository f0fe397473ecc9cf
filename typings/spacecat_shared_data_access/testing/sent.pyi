"""What was asked: a request over the wire, in the terms in which a test looks at it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx

@dataclass(frozen=True)
class SentRequest:
    """One request to PostgREST.

    Attributes:
        http: The request itself.
    """

    http: httpx.Request

    @property
    def method(self) -> str:
        """GET, HEAD, POST, PATCH or DELETE."""

    @property
    def target(self) -> str:
        """The table, or ``rpc/`` and the function: what the path ends with."""

    @cached_property
    def params(self) -> list[tuple[str, str]]:
        """The query as pairs, decoded, in order."""

    @cached_property
    def filters(self) -> list[tuple[str, str]]:
        """The pairs of the query that say which rows: ``("id", "eq.5")``."""

    @cached_property
    def body(self) -> Any:
        """The JSON that was sent, by column; None where there was none."""

    @property
    def rows(self) -> list[Any]:
        """The rows that were sent, also where it was a single one."""

    @property
    def preferences(self) -> set[str]:
        """What the ``Prefer`` header says: ``return=representation``."""
