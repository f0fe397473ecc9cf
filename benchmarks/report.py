"""The report: one line a comparison, as a table."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

_PACKAGES: Final = (
    "spacecat-shared-data-access",
    "postgrest",
    "httpx",
    "httpcore",
    "aiohttp",
    "httpx-aiohttp",
    "orjson",
    "pydantic",
    "supabase",
)
_UNITS: Final = {"s": 1.0, "ms": 1e-3, "µs": 1e-6, "MB": 1e6, "requests": 1.0}
_HEADINGS: Final = ("measure", "ours", "compared with", "", "ratio", "goal", "")


@dataclass(frozen=True)
class Line:
    """One comparison.

    Attributes:
        measure: What was done.
        ours: What it took us, in seconds, bytes or requests.
        peer: Who else did it, or what else was done.
        theirs: What it took them. None where we are held against the goal itself.
        unit: What to show both in.
        goal: What our share of theirs is meant to be at most; without a peer, what ours is. None where
            it is told for information.
    """

    measure: str
    ours: float
    peer: str
    theirs: float | None
    unit: str
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        """Our share of theirs."""
        return None if self.theirs is None else self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """Whether the goal is met; nothing where there is none."""
        if self.goal is None:
            return ""
        return "met" if (self.ours if self.ratio is None else self.ratio) <= self.goal else "not met"

    def cells(self) -> list[str]:
        """Give what the table shows."""
        ratio = "" if self.ratio is None else f"{_three_digits(self.ratio)} x"
        goal = "" if self.goal is None else f"≤ {self._goal_text(self.goal)}"
        theirs = "" if self.theirs is None else self._amount(self.theirs)
        return [self.measure, self._amount(self.ours), self.peer, theirs, ratio, goal, self.verdict]

    def __str__(self) -> str:
        return "  ".join(cell for cell in self.cells()[1:] if cell)

    def _goal_text(self, goal: float) -> str:
        return self._amount(goal) if self.theirs is None else f"{goal:g} x"

    def _amount(self, value: float) -> str:
        amount = value / _UNITS[self.unit]
        return f"{_three_digits(amount) if self.unit != 'requests' else round(amount)} {self.unit}"


def against(
    measure: str,
    taken: Mapping[str, float],
    unit: str,
    goals: Mapping[str, float],
    ours: str = "ours",
) -> list[Line]:
    """Hold our time against everybody else's.

    Args:
        measure: What was done.
        taken: What it took each, by name; names that begin with ``ours`` are us.
        unit: What to show it in.
        goals: The goals, by peer.
        ours: Which of ours to hold against the others.
    """
    peers = [name for name in taken if not name.startswith("ours")]
    ordered = sorted(peers, key=lambda name: name not in goals)
    return [Line(measure, taken[ours], peer, taken[peer], unit, goals.get(peer)) for peer in ordered]


def write(path: Path, lines: Sequence[Line], versions: Mapping[str, str], notes: Sequence[str]) -> None:
    """Write the report.

    Args:
        path: Where to.
        lines: The comparisons, in order.
        versions: Versions of what was compared with, besides Python's packages.
        notes: What a reader must know, such as what was left out.
    """
    text = [
        "# Benchmarks",
        "",
        (
            "Written by `make bench`; do not edit. [README.md](README.md) says what is measured, and how. A "
            "ratio is our share of what the other took: less is better."
        ),
        "",
        f"- {datetime.now(UTC):%Y-%m-%d}, {_machine()}",
        f"- {', '.join(f'{name} {each}' for name, each in ({**_versions(), **versions}).items())}",
        *(f"- {note}" for note in notes),
        "",
        _row(_HEADINGS),
        _row(["---"] * len(_HEADINGS)),
        *(_row(line.cells()) for line in lines),
    ]
    path.write_text("\n".join(text) + "\n")


def _three_digits(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:#.3g}"  # noqa: PLR2004 - three digits already


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _machine() -> str:
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    names = told.read_text().splitlines() if told.exists() else []
    named = [line.split(":", 1)[1].strip() for line in names if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def _versions() -> dict[str, str]:
    found = {"Python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
