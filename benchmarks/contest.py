"""Races: contenders do the same work in turns, and the best time of each counts."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from benchmarks.original import Original

OURS = "ours"

Turn: TypeAlias = Callable[[], float]
"""Do the work once and return its duration in seconds, or another amount to minimize."""


@dataclass(frozen=True)
class Bench:
    """The environment of the measures.

    Attributes:
        url: The address of the canned server.
        is_quick: Whether to check only that the measures run.
        original: The original, or None if it is not installed.
        profiled: The context of the package's own turns: a profiler, or nothing.
    """

    url: str
    is_quick: bool
    original: Original | None
    profiled: AbstractContextManager[Any] = field(default_factory=nullcontext)

    def size(self, whole: int, quick: int) -> int:
        """Return the amount of work: the full amount, or the least that shows that it works."""
        return quick if self.is_quick else whole

    def race(self, turns: Mapping[str, Turn], repeats: int) -> dict[str, float]:
        """Run the contenders in turns, so that a disturbance affects all of them.

        Args:
            turns: The contenders by name.
            repeats: The number of rounds after a warm-up round. In quick mode there is only the warm-up.

        Returns:
            The best result of each contender.
        """
        taken: dict[str, list[float]] = {name: [] for name in turns}
        for _ in range(1 if self.is_quick else 1 + repeats):
            for name, turn in turns.items():
                gc.collect()
                with self.profiled if name.startswith(OURS) else nullcontext():
                    taken[name].append(turn())
        return {name: min(each[1:] or each) for name, each in taken.items()}


def timed(work: Callable[[], Any]) -> Turn:
    """Return a turn that does some work and returns its duration in seconds."""

    def turn() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return turn
