"""A thousand changed entities in one request, without sockets."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from benchmarks import rows
from benchmarks.canned import canned_clients
from benchmarks.contest import OURS, Bench, timed
from benchmarks.report import Line

_COUNT = 1_000
_REPEATS = 40
_GOAL = 1.5
_PEER = "postgrest-py's upsert"


def measure(bench: Bench) -> Iterator[Line]:
    """Save 1,000 tickets whose status was set; the peer sends the same rows."""
    with canned_clients(rows.page(0, _COUNT)) as (data_access, postgrest):
        tickets: Any = data_access.Ticket
        sent = [{**rows.row(number), "ticket_status": "Done"} for number in range(_COUNT)]

        def save() -> float:
            models = tickets.all_by_organization_id(rows.ORGANIZATION_ID, limit=_COUNT)
            for model in models:
                model.set_ticket_status("Done")
            started = time.perf_counter()
            tickets.save_many(models, chunk_size=_COUNT)
            return time.perf_counter() - started

        turns = {
            OURS: save,
            _PEER: timed(lambda: postgrest.from_("tickets").upsert(sent, on_conflict="id").execute()),
        }
        taken = bench.race(turns, _REPEATS)
        yield Line("save_many of 1,000", taken[OURS], _PEER, taken[_PEER], "ms", _GOAL)
