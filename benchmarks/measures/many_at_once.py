"""More concurrent calls with asyncio than there are connections, to a slow server."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

from benchmarks import rows
from benchmarks.contest import Bench
from benchmarks.measures.find_at_once import transports
from benchmarks.processes import canned_server
from benchmarks.report import Line
from spacecat_shared_data_access import create_async_data_access

_CONNECTIONS = 32
_DELAY = 0.02  # seconds
_REPEATS = 5
_GOAL = 1.3


async def _at_once(data_access: Any, count: int) -> float:
    started = time.perf_counter()
    found = await asyncio.gather(*(data_access.Ticket.find_by_id(rows.row_id(n)) for n in range(count)))
    taken = time.perf_counter() - started
    assert all(found)
    return taken


async def _best(url: str, transport: str, count: int, repeats: int) -> float:
    async with create_async_data_access(
        postgrest_url=url, async_transport=transport, max_connections=_CONNECTIONS
    ) as data_access:
        return min([await _at_once(data_access, count) for _ in range(repeats)])


def measure(bench: Bench) -> Iterator[Line]:
    """Find 1,000 tickets at once on a server that needs 20 ms for each, over 32 connections."""
    count = bench.size(1_000, 50)
    bound = count / _CONNECTIONS * _DELAY
    with canned_server(delay=_DELAY) as url:
        for transport, variant in transports().items():
            best = asyncio.run(_best(url, transport, count, bench.size(_REPEATS, 1)))
            title = f"find_by_id, asyncio, {count:,} at once, the server needs 20 ms{variant}"
            yield Line(title, best, f"the time that {_CONNECTIONS} connections need", bound, "ms", _GOAL)
