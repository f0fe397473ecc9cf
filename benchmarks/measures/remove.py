"""The removal of a connection with all of its children, on the local server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, cast

import httpx

from benchmarks import stored
from benchmarks.contest import Bench
from benchmarks.report import Line
from spacecat_shared_data_access import create_data_access


@dataclass(frozen=True)
class _Removal:
    requests: int
    seconds: float


class WrongRowsError(Exception):
    """A removal left rows behind, or deleted other rows."""


class _Removals:
    """Create connections with tickets and bridges, and remove them."""

    def __init__(self, bench: Bench, url: str) -> None:
        self._bench = bench
        self._url = url
        self._sent = 0
        self._client = httpx.Client(event_hooks={"request": [self._count]})
        # Its source does not say that it is the sync API.
        self._data_access = cast("Any", create_data_access(postgrest_url=url, client=self._client))
        organization = self._data_access.Organization.create({"name": "Example"})
        self._organization_id = organization.get_id()
        self._made = 0

    def _count(self, _: httpx.Request) -> None:
        self._sent += 1

    def _connection(self, tickets: int) -> Any:
        self._made += 1
        return stored.create_connection(
            self._data_access, self._organization_id, number=self._made, tickets=tickets
        )

    def _rows(self) -> tuple[int, ...]:
        entities = ("Organization", "TaskManagementConnection", "Ticket", "TicketSuggestion")
        return tuple(getattr(self._data_access, entity).count() for entity in entities)

    def ours(self, tickets: int) -> _Removal:
        """Remove a connection with that many tickets with the package."""
        before = self._rows()
        connection = self._connection(tickets)
        self._sent = 0
        started = time.perf_counter()
        connection.remove()
        done = _Removal(self._sent, time.perf_counter() - started)
        self._check(before)
        return done

    def originals(self, tickets: int) -> _Removal:
        """Remove the same with the original."""
        assert self._bench.original is not None
        before = self._rows()
        connection = self._connection(tickets)
        done = self._bench.original.call("remove", url=self._url, connectionId=connection.get_id())
        self._check(before)
        return _Removal(done["requests"], done["seconds"])

    def _check(self, before: tuple[int, ...]) -> None:
        if (now := self._rows()) != before:
            raise WrongRowsError(f"{now} instead of {before}")

    def bystander(self) -> None:
        """Create a connection that must stay."""
        self._connection(3)

    def close(self) -> None:
        """Close the client."""
        self._client.close()


def measure(bench: Bench) -> Iterator[Line]:
    """Remove a connection with 200 tickets and 1,000 bridges, and one with a tenth of them."""
    if find_spec("psycopg") is None:
        return
    from spacecat_shared_data_access.local import LocalPostgrest  # noqa: PLC0415 - an extra: not always installed

    many, few = bench.size(200, 4), bench.size(20, 2)
    with LocalPostgrest() as server:
        removals = _Removals(bench, server.url)
        try:
            removals.bystander()
            ours, ours_of_few = removals.ours(many), removals.ours(few)
            title = (
                f"remove() of a connection with {many} tickets and {many * stored.SUGGESTIONS_EACH:,} bridges"
            )
            if bench.original is not None:
                theirs = removals.originals(many)
                yield Line(
                    f"{title}: requests", ours.requests, "the original", theirs.requests, "requests", 0.1
                )
                yield Line(title, ours.seconds, "the original", theirs.seconds, "ms")
            smaller = f"{few} tickets and {few * stored.SUGGESTIONS_EACH:,} bridges"
            yield Line(f"{title}: requests", ours.requests, smaller, ours_of_few.requests, "requests")
        finally:
            removals.close()
