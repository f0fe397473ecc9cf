"""One query for 1,000 rows, from the call to the models."""

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
_REPEATS = 60
_GOALS = {"the original": 0.1, "postgrest-py, bare dicts": 1.1}


def measure(bench: Bench) -> Iterator[Line]:
    """Find 1,000 tickets of an organization on one page."""
    params = peers.listing_params(_COUNT)
    with (
        create_data_access(postgrest_url=bench.url) as data_access,
        SyncPostgrestClient(bench.url) as postgrest,
        httpx.Client(base_url=bench.url) as client,
        closing(peers.Floor(bench.url)) as floor,
    ):
        tickets: Any = data_access.Ticket  # its source does not say that it is the sync API
        assert len(tickets.all_by_organization_id(rows.ORGANIZATION_ID, limit=_COUNT)) == _COUNT
        turns = {
            OURS: timed(lambda: tickets.all_by_organization_id(rows.ORGANIZATION_ID, limit=_COUNT)),
            "postgrest-py, bare dicts": timed(lambda: peers.postgrest_listing(postgrest, _COUNT).execute()),
            "httpx alone": timed(lambda: peers.httpx_get(client, params)),
            "http.client and json": timed(lambda: floor.get(params)),
        }
        if (original := bench.original) is not None:
            turns["the original"] = lambda: original.seconds(
                "list", organizationId=rows.ORGANIZATION_ID, limit=_COUNT
            )
        taken = bench.race(turns, _REPEATS)
    yield from against("1,000 rows, the query whole", taken, "ms", _GOALS)
