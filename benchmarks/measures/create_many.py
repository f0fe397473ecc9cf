"""A thousand new entities in one request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
from postgrest import SyncPostgrestClient

from benchmarks import peers, rows
from benchmarks.contest import OURS, Bench, timed
from benchmarks.report import Line, against
from spacecat_shared_data_access import create_data_access

_COUNT = 1_000
_REPEATS = 40
_GOALS = {"postgrest-py's insert": 1.5}


def measure(bench: Bench) -> Iterator[Line]:
    """Create 1,000 tickets: validated, sent, and read back as models; the peers send the same rows."""
    items = rows.new_items(_COUNT)
    with (
        create_data_access(postgrest_url=bench.url) as data_access,
        SyncPostgrestClient(bench.url) as postgrest,
        httpx.Client(base_url=bench.url) as client,
        closing(peers.Floor(bench.url)) as floor,
    ):
        tickets: Any = data_access.Ticket  # its source does not say that it is the sync API
        schema = tickets.schema
        created = tickets.create_many(items).created_items
        assert len(created) == _COUNT
        sent: list[dict[str, Any]] = [
            {schema.columns[name]: value for name, value in ticket.to_dict().items()} for ticket in created
        ]
        headers = {"Prefer": "return=representation"}
        turns = {
            OURS: timed(lambda: tickets.create_many(items)),
            "postgrest-py's insert": timed(lambda: postgrest.from_("tickets").insert(sent).execute()),
            "httpx alone": timed(lambda: client.post("/tickets", json=sent, headers=headers).json()),
            "http.client and json": timed(lambda: floor.post(sent)),
        }
        if (original := bench.original) is not None:
            attributes = schema.attributes
            theirs = [{attributes[name].json_name: item[name] for name in item} for item in items]
            turns["the original's createMany"] = lambda: original.seconds("createMany", items=theirs)
        taken = bench.race(turns, _REPEATS)
    yield from against("create_many of 1,000", taken, "ms", _GOALS)
