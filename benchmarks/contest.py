"""Contests: several do the same, taking turns, and the best time of each counts."""

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
"""Does the thing once and gives what it took."""


@dataclass(frozen=True)
class Bench:
    """What measures have at hand.

    Attributes:
        url: The canned server's address.
        is_quick: Whether it only has to be shown that they run.
        original: The original, where it is installed.
        profiled: What our turns are run in, to see where their time goes.
    """

    url: str
    is_quick: bool
    original: Original | None
    profiled: AbstractContextManager[Any] = field(default_factory=nullcontext)

    def size(self, whole: int, quick: int) -> int:
        """Give how much to do: the whole of it, or as little as shows that it works."""
        return quick if self.is_quick else whole

    def race(self, turns: Mapping[str, Turn], repeats: int) -> dict[str, float]:
        """Let all do the same by turns, so that what disturbs one disturbs all.

        Args:
            turns: One for each, by name.
            repeats: How often, after a first round that warms up and does not count. In quick mode that
                one is all.

        Returns:
            The least that each took.
        """
        taken: dict[str, list[float]] = {name: [] for name in turns}
        for _ in range(1 if self.is_quick else 1 + repeats):
            for name, turn in turns.items():
                gc.collect()
                with self.profiled if name.startswith(OURS) else nullcontext():
                    taken[name].append(turn())
        return {name: min(each[1:] or each) for name, each in taken.items()}


def timed(work: Callable[[], Any]) -> Turn:
    """Give a turn that does some work and says how many seconds it took."""

    def turn() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return turn
