"""One entity by its ID with the sync API, over a kept-alive connection."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import httpx
from postgrest import SyncPostgrestClient

from benchmarks import peers, rows
from benchmarks.contest import OURS, Bench, timed
from benchmarks.report import Line, against
from spacecat_shared_data_access import create_data_access

_REPEATS = 30
_GOALS = {"postgrest-py": 1.0, "httpx alone": 1.0}


def measure(bench: Bench) -> Iterator[Line]:
    """Find a ticket by its ID, many times."""
    ids = [rows.row_id(number) for number in range(bench.size(100, 5))]

    def each(find: Callable[[str], Any]) -> Callable[[], float]:
        return timed(lambda: [find(id_) for id_ in ids])

    with (
        create_data_access(postgrest_url=bench.url) as data_access,
        SyncPostgrestClient(bench.url) as postgrest,
        httpx.Client(base_url=bench.url) as client,
        closing(peers.Floor(bench.url)) as floor,
        ExitStack() as opened,
    ):
        tickets = data_access.Ticket
        turns = {
            OURS: each(tickets.find_by_id),
            "postgrest-py": each(lambda id_: peers.postgrest_by_id(postgrest, id_).execute()),
            "httpx alone": each(lambda id_: peers.httpx_get(client, peers.by_id_params(id_))),
            "http.client and json": each(lambda id_: floor.get(peers.by_id_params(id_))),
        }
        if find_spec("supabase"):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # caused by its own use of postgrest-py
                supabase = import_module("supabase").create_client(bench.url, "key")
                opened.callback(supabase.postgrest.session.close)  # created by this access
            turns["supabase-py"] = each(lambda id_: peers.postgrest_by_id(supabase, id_).execute())
        if (original := bench.original) is not None:
            turns["the original"] = lambda: original.seconds("findById", ids=ids)
        taken = bench.race(turns, _REPEATS)
    one_each = {name: seconds / len(ids) for name, seconds in taken.items()}
    yield from against("find_by_id, blocking", one_each, "µs", _GOALS)
