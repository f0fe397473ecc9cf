"""The measures on two commits in turn: ``python -m benchmarks --compare REV``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.processes import ROOT

_ROUNDS: Final = 3


class UnknownRevisionError(Exception):
    """The revision does not exist, or there is no repository."""


def number_of_runs(measures: Sequence[str], *, is_quick: bool) -> int:
    """Return how many processes `compare` runs."""
    return 2 * len(measures) * (1 if is_quick else _ROUNDS)


def compare(
    revision: str, measures: Sequence[str], *, is_quick: bool, step: Callable[[], None] = lambda: None
) -> Iterator[tuple[str, float | None]]:
    """Run measures on the checkout and on another commit in turn.

    Both are measured by the benchmarks of the checkout, in processes of their own. The best result of each counts.

    Args:
        revision: The other commit.
        measures: The names of the measures.
        is_quick: Whether to check only that the measures run.
        step: Called after each process.

    Yields:
        What was measured, and the result of the checkout divided by that of the commit: less is better. None if
        the measure does not run on the commit.

    Raises:
        UnknownRevisionError: There is no such commit.
    """
    with _worktree(revision) as other:
        for name in measures:
            best: dict[Path, dict[str, float]] = {ROOT: {}, other: {}}
            for _ in range(1 if is_quick else _ROUNDS):
                for tree, found in best.items():
                    for what, amount in _results(tree, name, is_quick=is_quick).items():
                        found[what] = min(amount, found.get(what, amount))
                    step()
            for what, amount in best[ROOT].items():
                before = best[other].get(what)
                yield what, amount / before if before else None


def _results(tree: Path, measure: str, *, is_quick: bool) -> dict[str, float]:
    # The results by measure; none if the measure needs what the tree does not have.
    command = [sys.executable, "-m", "benchmarks", "--json", measure, *(["--quick"] if is_quick else [])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tree / "src"), str(ROOT)])}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode and tree == ROOT:
        raise RuntimeError(f"{measure} failed:\n{done.stderr}")
    rows = [json.loads(line) for line in done.stdout.splitlines()] if not done.returncode else []
    return {row["measure"]: row["ours"] for row in rows}


@contextmanager
def _worktree(revision: str) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        done = _git("worktree", "add", "--detach", str(tree), revision)
        if done.returncode:
            raise UnknownRevisionError(f"{revision}: {done.stderr.strip()}")
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607 - git from the PATH
