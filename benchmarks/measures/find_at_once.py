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
from spacecat_shared_data_access import DataAccessConfig, create_async_data_access

_AT_ONCE = 50
_REPEATS = 20
_GOALS = {"postgrest-py's async client": 0.5, "the original's Promise.all": 1.2}


async def _ours(bench: Bench, opened: AsyncExitStack) -> dict[str, Any]:
    # The package over each available transport.
    default = await opened.enter_async_context(create_async_data_access(postgrest_url=bench.url))
    variants = {OURS: default}
    if "async_transport" in DataAccessConfig.model_fields and find_spec("aiohttp"):
        chosen = create_async_data_access(postgrest_url=bench.url, async_transport="aiohttp")
        variants[f"{OURS}, async_transport aiohttp"] = await opened.enter_async_context(chosen)
    elif find_spec("httpx_aiohttp"):
        from httpx_aiohttp import HttpxAiohttpClient  # noqa: PLC0415 - an extra: not always installed

        client = await opened.enter_async_context(HttpxAiohttpClient())
        injected = create_async_data_access(postgrest_url=bench.url, client=client)
        variants[f"{OURS}, client httpx-aiohttp"] = await opened.enter_async_context(injected)
    return {name: each.Ticket.find_by_id for name, each in variants.items()}


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
