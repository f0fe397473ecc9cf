"""The start of a new process until its first collection."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from benchmarks import original
from benchmarks.contest import OURS, Bench
from benchmarks.processes import in_fresh_process
from benchmarks.report import Line, against

_REPEATS = 25
_GOALS = {"`import postgrest` alone": 1.05, "the original's import and createDataAccess": 0.3}


class UnwantedImportError(Exception):
    """A cold start imported a module that it must avoid."""


def _ours() -> float:
    found = in_fresh_process("cold_start", "ours")
    if found["unwanted"]:
        raise UnwantedImportError(", ".join(found["unwanted"]))
    return float(found["seconds"])


def _peer(name: str) -> float:
    return float(in_fresh_process("cold_start", name)["seconds"])


def measure(bench: Bench) -> Iterator[Line]:
    """Import, create a data access, access one collection: each time in a new process, with bytecode."""
    turns = {OURS: _ours, "`import postgrest` alone": lambda: _peer("postgrest")}
    if bench.original is not None:
        turns["the original's import and createDataAccess"] = lambda: original.cold_start()["seconds"]
    turns["`import httpx` alone"] = lambda: _peer("httpx")
    if find_spec("supabase"):
        turns["supabase-py's import and create_client"] = lambda: _peer("supabase")
    turns["`import http.client, json` alone"] = lambda: _peer("floor")
    yield from against("cold start", bench.race(turns, _REPEATS), "ms", _GOALS)
