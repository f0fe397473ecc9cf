"""Run the benchmarks, and write RESULTS.md, the history and its plot."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks import comparison, history, original, report
from benchmarks.contest import Bench
from benchmarks.measures import MEASURES
from benchmarks.processes import ROOT, canned_server

_RESULTS: Final = Path(__file__).with_name("RESULTS.md")
_HISTORY: Final = Path(__file__).with_name("history.jsonl")
_PLOT: Final = ROOT / "docs" / "images" / "benchmarks.svg"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "measures", nargs="*", metavar="measure", help=f"only these, of {', '.join(MEASURES)}; writes nothing"
    )
    parser.add_argument(
        "--quick", action="store_true", help="only check that each measure runs; writes nothing"
    )
    parser.add_argument("--install", action="store_true", help="install the original first, with npm")
    parser.add_argument(
        "--profile", action="store_true", help="show where the package spends its time, with pyinstrument"
    )
    parser.add_argument(
        "--compare",
        metavar="REV",
        help="measure the checkout and another commit in turn, and print the ratios",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a comparison; writes nothing"
    )
    arguments = parser.parse_args()
    unknown = [name for name in arguments.measures if name not in MEASURES]
    if unknown:
        parser.error(f"no such measure: {', '.join(unknown)}")
    return arguments


def _run(
    names: Sequence[str],
    *,
    is_quick: bool,
    profiler: Any,
    has_original: bool,
    step: Callable[[], None] = lambda: None,
) -> Iterator[report.Line]:
    with ExitStack() as opened:
        url = opened.enter_context(canned_server())
        other = opened.enter_context(original.Original(url)) if has_original else None
        bench = Bench(url, is_quick, other, profiler or nullcontext())
        for name in names:
            yield from MEASURES[name](bench)
            step()


def _progress(steps: int) -> AbstractContextManager[Callable[[], None]]:
    # Imported here, since `--compare` runs the measures of this checkout on commits without this module.
    from spacecat_shared_data_access.cli.screen import progress  # noqa: PLC0415 - see above

    # Nothing runs beside a measure: the progress is shown between them.
    return progress("benchmarks", steps, is_live=False)


def _compare(revision: str, names: Sequence[str], *, is_quick: bool) -> None:
    with _progress(comparison.number_of_runs(names, is_quick=is_quick)) as step:
        for what, ratio in comparison.compare(revision, names, is_quick=is_quick, step=step):
            shown = f"not measured at {revision}" if ratio is None else f"{ratio:.3g} x {revision}"
            print(f"{what}: {shown}", flush=True)


def _write(lines: Sequence[report.Line], missing: str | None) -> None:
    run = history.new_run(lines)  # first, since the files written here are a change to the commit
    report.write(_RESULTS, lines, {} if missing else original.versions(), [missing] if missing else [])
    history.append(_HISTORY, run)
    goals = {(line.measure, line.peer): line.goal for line in lines if line.goal is not None}
    _PLOT.parent.mkdir(exist_ok=True)
    problem = history.plot(_PLOT, history.read(_HISTORY), goals)
    print(problem or f"drawn in {_PLOT}")
    print(f"written to {_RESULTS} and {_HISTORY}")


def main() -> None:
    """Run the measures named on the command line, or all."""
    arguments = _arguments()
    names = arguments.measures or list(MEASURES)
    if arguments.compare:
        _compare(arguments.compare, names, is_quick=arguments.quick)
        return
    if arguments.install:
        original.install()
    missing = original.missing()
    profiler = import_module("pyinstrument").Profiler() if arguments.profile else None
    run = partial(_run, names, is_quick=arguments.quick, profiler=profiler, has_original=missing is None)
    if arguments.json:
        for line in run():
            print(json.dumps(asdict(line)), flush=True)
        return
    if missing:
        print(missing)
    lines = []
    with _progress(len(names)) as step:
        for line in run(step=step):
            print(f"{line.measure}: {line}", flush=True)
            lines.append(line)
    if profiler is not None:
        print(profiler.output_text(unicode=True, show_all=True))
    elif not arguments.quick and not arguments.measures:
        _write(lines, missing)
    goals = [line for line in lines if line.goal is not None]
    print(f"{sum(line.verdict == 'met' for line in goals)} of {len(goals)} goals met")


if __name__ == "__main__":
    main()
