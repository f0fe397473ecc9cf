"""Run the benchmarks and write RESULTS.md."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks import original, report
from benchmarks.contest import Bench
from benchmarks.measures import MEASURES
from benchmarks.processes import canned_server

_RESULTS: Final = Path(__file__).with_name("RESULTS.md")


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
    arguments = parser.parse_args()
    unknown = [name for name in arguments.measures if name not in MEASURES]
    if unknown:
        parser.error(f"no such measure: {', '.join(unknown)}")
    return arguments


def _run(names: Sequence[str], *, is_quick: bool, profiler: Any, has_original: bool) -> list[report.Line]:
    lines = []
    with ExitStack() as opened:
        url = opened.enter_context(canned_server())
        other = opened.enter_context(original.Original(url)) if has_original else None
        bench = Bench(url, is_quick, other, profiler or nullcontext())
        for name in names:
            print(name, flush=True)
            for line in MEASURES[name](bench):
                print(f"  {line.measure}: {line}", flush=True)
                lines.append(line)
    return lines


def main() -> None:
    """Run the measures named on the command line, or all."""
    arguments = _arguments()
    if arguments.install:
        original.install()
    missing = original.missing()
    if missing:
        print(missing)
    profiler = import_module("pyinstrument").Profiler() if arguments.profile else None
    names = arguments.measures or list(MEASURES)
    lines = _run(names, is_quick=arguments.quick, profiler=profiler, has_original=missing is None)
    if profiler is not None:
        print(profiler.output_text(unicode=True, show_all=True))
    elif not arguments.quick and not arguments.measures:
        report.write(_RESULTS, lines, {} if missing else original.versions(), [missing] if missing else [])
        print(f"written to {_RESULTS}")
    goals = [line for line in lines if line.goal is not None]
    print(f"{sum(line.verdict == 'met' for line in goals)} of {len(goals)} goals met")


if __name__ == "__main__":
    main()
