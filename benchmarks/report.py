"""The report: a table with one line per comparison."""

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
        measure: The name of the measure.
        ours: The result of the package, in seconds, bytes or requests.
        peer: The name of the peer, or of another measure of the package.
        theirs: The result of the peer. None if only the goal is compared with.
        unit: The unit in which both are shown.
        goal: The largest allowed ratio of ours to theirs; without a peer, the largest allowed result. None
            if the line is for information only.
    """

    measure: str
    ours: float
    peer: str
    theirs: float | None
    unit: str
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        """The ratio of ours to theirs."""
        return None if self.theirs is None else self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """Whether the goal is met; empty if there is no goal."""
        if self.goal is None:
            return ""
        return "met" if (self.ours if self.ratio is None else self.ratio) <= self.goal else "not met"

    def cells(self) -> list[str]:
        """Return the cells of the table."""
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
    """Compare the result of the package with the results of all peers.

    Args:
        measure: The name of the measure.
        taken: The results by name; names that begin with ``ours`` are results of the package.
        unit: The unit in which they are shown.
        goals: The goals by peer.
        ours: Which result of the package to compare.
    """
    peers = [name for name in taken if not name.startswith("ours")]
    ordered = sorted(peers, key=lambda name: name not in goals)
    return [Line(measure, taken[ours], peer, taken[peer], unit, goals.get(peer)) for peer in ordered]


def write(path: Path, lines: Sequence[Line], versions: Mapping[str, str], notes: Sequence[str]) -> None:
    """Write the report.

    Args:
        path: The file.
        lines: The comparisons, in order.
        versions: Versions of peers that are not Python packages.
        notes: Remarks for the reader, such as which peer was skipped.
    """
    text = [
        "# Benchmarks",
        "",
        (
            "Written by `make bench`; do not edit. [README.md](README.md) says what is measured and how. The "
            "ratio is ours divided by theirs: less is better."
        ),
        "",
        f"- {datetime.now(UTC):%Y-%m-%d}, {machine()}",
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


def machine() -> str:
    """Return processor, cores and system of this machine."""
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _versions() -> dict[str, str]:
    found = {"Python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
