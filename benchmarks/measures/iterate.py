"""Iteration over many rows in constant memory."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.contest import Bench
from benchmarks.processes import in_fresh_process
from benchmarks.report import Line


def measure(bench: Bench) -> Iterator[Line]:
    """Iterate over 100,000 tickets, and over a tenth of them, each in its own process."""
    many, few = bench.size(100_000, 5_000), bench.size(10_000, 2_000)
    for how, title in (("traced", "peak of Python's memory"), ("resident", "peak of resident memory")):
        peaks = [in_fresh_process("iterate", bench.url, count, how)["peak"] for count in (many, few)]
        goal = 1.3 if how == "traced" else None
        yield Line(f"iterate() over {many:,} rows: {title}", peaks[0], f"{few:,} rows", peaks[1], "MB", goal)
