"""A query and the use of its results, without sockets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from benchmarks import peers, rows
from benchmarks.canned import canned_clients
from benchmarks.contest import OURS, Bench, timed
from benchmarks.report import Line

_COUNT = 1_000
_REPEATS = 60
_PEER = "postgrest-py, its dicts"
_FIRST = datetime(2026, 7, 2, 9, 38, tzinfo=UTC)


def _row(number: int) -> dict[str, Any]:
    # 12 columns, with timestamps that no other row has.
    created = _FIRST + timedelta(seconds=7 * number, microseconds=123_456)
    updated = created + timedelta(seconds=11, microseconds=1_234)
    times = {"created_at": created.isoformat(), "updated_at": updated.isoformat()}
    row = {**rows.row(number), "ticket_key": f"ASO-{number}", **times}
    del row["updated_by"]
    return row


def _read_models(models: Any) -> None:
    for model in models:
        model.get_id()
        model.get_organization_id()
        model.get_task_management_connection_id()
        model.get_opportunity_id()
        model.get_external_ticket_id()
        model.get_ticket_key()
        model.get_ticket_url()
        model.get_ticket_status()
        model.get_ticket_provider()
        model.get_created_by()
        model.get_created_at()
        model.get_updated_at()


def _read_dicts(found: Any) -> None:
    for row in found:
        row["id"]
        row["organization_id"]
        row["connection_id"]
        row["opportunity_id"]
        row["external_ticket_id"]
        row["ticket_key"]
        row["ticket_url"]
        row["ticket_status"]
        row["ticket_provider"]
        row["created_by"]
        row["created_at"]
        row["updated_at"]


_USES: dict[str, tuple[Callable[[Any], object], Callable[[Any], object], float]] = {
    "one attribute of each": (
        lambda models: [model.get_ticket_key() for model in models],
        lambda found: [row["ticket_key"] for row in found],
        1.25,
    ),
    "every attribute of each": (_read_models, _read_dicts, 1.75),
    "to_json() of each, and dict(row)": (
        lambda models: [model.to_json() for model in models],
        lambda found: [dict(row) for row in found],
        2.0,
    ),
}


def _call(use: Callable[[Any], object], query: Callable[[], Any]) -> None:
    use(query())


def measure(bench: Bench) -> Iterator[Line]:
    """Find 1,000 tickets and read them, compared with the same values of postgrest-py's dicts."""
    body = json.dumps([_row(number) for number in range(_COUNT)], separators=(",", ":")).encode()
    with canned_clients(body) as (data_access, postgrest):
        tickets = data_access.Ticket

        def ours() -> Any:
            return tickets.all_by_organization_id(rows.ORGANIZATION_ID, limit=_COUNT)

        def theirs() -> Any:
            return peers.postgrest_listing(postgrest, _COUNT).execute().data

        for use, (read_models, read_dicts, goal) in _USES.items():
            turns = {
                OURS: timed(partial(_call, read_models, ours)),
                _PEER: timed(partial(_call, read_dicts, theirs)),
            }
            taken = bench.race(turns, _REPEATS)
            yield Line(f"1,000 rows, and {use}", taken[OURS], _PEER, taken[_PEER], "ms", goal)
