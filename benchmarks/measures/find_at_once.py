"""Fifty concurrent ``find_by_id`` calls with asyncio."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack
from importlib.util import find_spec
from typing import Any

import httpx
from postgrest import AsyncPostgrestClient

from benchmarks import peers, rows
from benchmarks.contest import OURS, Bench, Turn
from benchmarks.report import Line, against
from spacecat_shared_data_access import create_async_data_access

_AT_ONCE = 50
_REPEATS = 20
_GOALS = {"postgrest-py's async client": 0.6, "the original's Promise.all": 1.2}


def transports() -> dict[str, str]:
    """Return the available transports, the default first, and how the report names them."""
    return {"httpx": "", **({"aiohttp": ", async_transport aiohttp"} if find_spec("httpx_aiohttp") else {})}


async def _ours(bench: Bench, opened: AsyncExitStack) -> dict[str, Any]:
    # The package over each available transport.
    finders = {}
    for transport, variant in transports().items():
        data_access = create_async_data_access(postgrest_url=bench.url, async_transport=transport)
        finders[f"{OURS}{variant}"] = (await opened.enter_async_context(data_access)).Ticket.find_by_id
    return finders


def measure(bench: Bench) -> Iterator[Line]:
    """Find fifty tickets by their IDs concurrently, several times."""
    ids = [rows.row_id(number) for number in range(_AT_ONCE)]
    times = bench.size(4, 1)

    with asyncio.Runner() as runner:

        def at_once(find: Callable[[str], Coroutine[Any, Any, Any]]) -> Turn:
            async def work() -> float:
                started = time.perf_counter()
                for _ in range(times):
                    await asyncio.gather(*map(find, ids))
                return time.perf_counter() - started

            return lambda: runner.run(work())

        async def all_finders(opened: AsyncExitStack) -> dict[str, Callable[[str], Any]]:
            finders = await _ours(bench, opened)
            postgrest = await opened.enter_async_context(AsyncPostgrestClient(bench.url))
            client = await opened.enter_async_context(httpx.AsyncClient(base_url=bench.url))

            async def with_httpx(id_: str) -> Any:
                return (await client.get("/tickets", params=peers.by_id_params(id_))).json()

            finders["postgrest-py's async client"] = lambda id_: peers.postgrest_by_id(
                postgrest, id_
            ).execute()
            finders["httpx alone"] = with_httpx
            return finders

        opened = AsyncExitStack()
        finders = runner.run(all_finders(opened))
        turns = {name: at_once(find) for name, find in finders.items()}
        if (original := bench.original) is not None:
            turns["the original's Promise.all"] = lambda: original.seconds("findAtOnce", ids=ids, times=times)
        taken = bench.race(turns, _REPEATS)
        runner.run(opened.aclose())
    fifty_each = {name: seconds / times for name, seconds in taken.items()}
    for name in [name for name in taken if name.startswith(OURS)]:
        variant = name.removeprefix(OURS)
        title = f"find_by_id, asyncio, {_AT_ONCE} at once{variant}"
        yield from against(title, fifty_each, "ms", _GOALS, ours=name)
