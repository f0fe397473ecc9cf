"""The memory of models."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.contest import Bench
from benchmarks.processes import in_fresh_process
from benchmarks.report import Line


def measure(bench: Bench) -> Iterator[Line]:
    """Keep 100,000 models, and the dicts of the same rows, each in its own process."""
    count = bench.size(100_000, 2_000)
    kinds = ("models", "read", "dicts")
    held = {kind: in_fresh_process("memory", kind, count)["held"] for kind in kinds}
    title = f"memory of {count:,} models"
    yield Line(title, held["models"], "their dicts", held["dicts"], "MB", 1.1)
    yield Line(f"{title}, one value of each read", held["read"], "their dicts", held["dicts"], "MB", 1.1)
