"""The tickets of an organization with their connection and their suggestions, on the local server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, cast

import httpx

from benchmarks import stored
from benchmarks.contest import OURS, Bench, Turn
from benchmarks.report import Line
from spacecat_shared_data_access import create_data_access

_REPEATS = 5
_MOST_REQUESTS = 8
_ONE_BY_ONE = "the accessors one by one"


def measure(bench: Bench) -> Iterator[Line]:
    """List 200 tickets with ``include``, and with the accessors of each ticket."""
    if find_spec("psycopg") is None:
        return
    from spacecat_shared_data_access.local import LocalPostgrest  # noqa: PLC0415 - an extra: not always installed

    many = bench.size(200, 4)
    sent: list[httpx.Request] = []
    requests: dict[str, int] = {}
    with LocalPostgrest() as server, httpx.Client(event_hooks={"request": [sent.append]}) as client:
        # Its source does not say that it is the sync API.
        data_access = cast("Any", create_data_access(postgrest_url=server.url, client=client))
        organization_id = data_access.Organization.create({"name": "Example"}).get_id()
        stored.create_connection(data_access, organization_id, number=1, tickets=many)

        def turn(name: str, *include: str) -> Turn:
            def work() -> float:
                sent.clear()
                started = time.perf_counter()
                tickets = data_access.Ticket.all_by_organization_id(organization_id, include=include)
                assert all(ticket.get_task_management_connection().is_active() for ticket in tickets)
                found = sum(len(ticket.get_ticket_suggestions()) for ticket in tickets)
                taken = time.perf_counter() - started
                assert found == many * stored.SUGGESTIONS_EACH
                requests[name] = len(sent)
                return taken

            return work

        taken = bench.race(
            {
                OURS: turn(OURS, "task_management_connection", "ticket_suggestions"),
                _ONE_BY_ONE: turn(_ONE_BY_ONE),
            },
            _REPEATS,
        )
    title = f"{many} tickets with connection and suggestions"
    yield Line(f"{title}: requests", requests[OURS], "", None, "requests", _MOST_REQUESTS)
    yield Line(f"{title}: requests", requests[OURS], _ONE_BY_ONE, requests[_ONE_BY_ONE], "requests")
    yield Line(title, taken[OURS], _ONE_BY_ONE, taken[_ONE_BY_ONE], "ms", 0.1)
