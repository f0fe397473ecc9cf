"""The history of the results: one line of JSON a run, and its plot."""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from benchmarks.processes import ROOT
from benchmarks.report import Line, machine

_COLUMNS: Final = 3
_PANEL: Final = (4.0, 2.2)  # inches
_MARGIN: Final = 1.7  # above and below the ratios, as a factor


@dataclass(frozen=True)
class Run:
    """The results of one run.

    Attributes:
        date: The day, as ``YYYY-MM-DD``.
        commit: The short hash of the commit, with ``+`` if files were changed. None outside of git.
        machine: Processor, cores and system. Ratios of different machines differ somewhat.
        ratios: The ratios by measure and peer: less is better.
    """

    date: str
    commit: str | None
    machine: str
    ratios: Mapping[str, Mapping[str, float]]


def new_run(lines: Sequence[Line]) -> Run:
    """Return the run of today with these comparisons."""
    ratios: dict[str, dict[str, float]] = {}
    for line in lines:
        if line.ratio is not None:
            ratios.setdefault(line.measure, {})[line.peer] = float(f"{line.ratio:.3g}")
    return Run(f"{datetime.now(UTC):%Y-%m-%d}", _commit(), machine(), ratios)


def append(path: Path, run: Run) -> None:
    """Append a run to the file of the history."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(run), ensure_ascii=False) + "\n")


def read(path: Path) -> list[Run]:
    """Return the runs of a file, the oldest first."""
    if not path.exists():
        return []
    return [Run(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def plot(path: Path, runs: Sequence[Run], goals: Mapping[tuple[str, str], float]) -> str | None:
    """Draw each measure over the runs, as SVG. The same runs give the same file.

    Args:
        path: The file.
        runs: The runs, the oldest first.
        goals: The largest allowed ratios by measure and peer, drawn as dotted lines.

    Returns:
        Why nothing was drawn, or None.
    """
    if find_spec("matplotlib") is None:
        return "the plot is skipped: matplotlib is not installed (make bench installs it)"
    import matplotlib as mpl  # noqa: PLC0415 - only installed by `make bench`
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above
    from matplotlib.ticker import LogLocator, NullLocator  # noqa: PLC0415 - as above

    measures = list(dict.fromkeys(measure for run in reversed(runs) for measure in run.ratios))
    rows = math.ceil(len(measures) / _COLUMNS)
    style: Any = {  # matplotlib's types, where it is installed, list all names
        "svg.fonttype": "none",
        "svg.hashsalt": "benchmarks",
        "font.size": 7,
        "font.family": "sans-serif",
    }
    with mpl.rc_context(style):
        figure = Figure(figsize=(_PANEL[0] * _COLUMNS, _PANEL[1] * rows), layout="constrained")
        panels = figure.subplots(rows, _COLUMNS, squeeze=False).flat
        for panel, measure in zip(panels, measures, strict=False):
            peers = dict.fromkeys(peer for run in runs for peer in run.ratios.get(measure, {}))
            shown: list[float] = []
            for color, peer in enumerate(peers):
                points = [(x, run.ratios.get(measure, {}).get(peer)) for x, run in enumerate(runs)]
                x, y = zip(*(point for point in points if point[1] is not None), strict=True)
                panel.plot(x, y, f"C{color}.-", label=peer, linewidth=1, markersize=3)
                goal = goals.get((measure, peer))
                shown += [*y, *([] if goal is None else [goal])]
                if goal is not None:
                    panel.axhline(goal, color=f"C{color}", linestyle=":", linewidth=0.8)
            panel.set_title(measure, fontsize=7)
            panel.set_yscale("log")
            panel.set_ylim(min(shown) / _MARGIN, max(shown) * _MARGIN)
            panel.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
            panel.yaxis.set_minor_locator(NullLocator())
            panel.yaxis.set_major_formatter("{x:g}")
            panel.set_xlim(-0.3, len(runs) - 0.7)
            panel.set_xticks(range(len(runs)), [run.commit or run.date for run in runs], rotation=45)
            panel.legend(fontsize=6, frameon=False)
        for panel in panels:
            panel.set_axis_off()
        figure.savefig(path, format="svg", facecolor="white", metadata={"Date": None})
    return None


def _commit() -> str | None:
    command = ["git", "describe", "--always", "--exclude=*", "--dirty=+"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None
