"""The measures, in the order of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from benchmarks.contest import Bench
from benchmarks.measures import (
    cold_start,
    create_many,
    find_at_once,
    find_by_id,
    iterate,
    listing,
    many_at_once,
    memory,
    models,
    pages,
    reading,
    related,
    remove,
    save_many,
    sync_bridge,
)
from benchmarks.report import Line

MEASURES: Final[dict[str, Callable[[Bench], Iterable[Line]]]] = {
    "cold_start": cold_start.measure,
    "models": models.measure,
    "listing": listing.measure,
    "reading": reading.measure,
    "find_by_id": find_by_id.measure,
    "find_at_once": find_at_once.measure,
    "many_at_once": many_at_once.measure,
    "create_many": create_many.measure,
    "save_many": save_many.measure,
    "iterate": iterate.measure,
    "pages": pages.measure,
    "memory": memory.measure,
    "sync_bridge": sync_bridge.measure,
    "related": related.measure,
    "remove": remove.measure,
}
