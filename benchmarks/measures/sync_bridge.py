"""One call of a coroutine method through the sync API."""

from __future__ import annotations

from collections.abc import Iterator
from timeit import Timer

from benchmarks.contest import OURS, Bench
from benchmarks.report import Line
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods

_REPEATS = 20
_GOAL = 2e-6  # seconds


class Nothing:
    """An object of the sync API whose methods do nothing."""

    blocking = True

    async def do(self) -> None:
        """Do nothing."""

    def do_directly(self) -> None:
        """Do nothing, without the bridge."""


bridge_methods(Nothing)


def measure(bench: Bench) -> Iterator[Line]:
    """Call a method that does nothing, through the bridge and directly."""
    nothing, calls = Nothing(), bench.size(50_000, 1_000)
    through, directly = Timer(nothing.do), Timer(nothing.do_directly)
    taken = bench.race(
        {
            OURS: lambda: through.timeit(calls) / calls,
            "a plain method": lambda: directly.timeit(calls) / calls,
        },
        _REPEATS,
    )
    yield Line("one call through the bridge", taken[OURS], "", None, "µs", _GOAL)
    yield Line("one call through the bridge", taken[OURS], "a plain method", taken["a plain method"], "µs")
