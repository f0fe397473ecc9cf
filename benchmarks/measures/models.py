"""The conversion of decoded rows to models."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import orjson

from benchmarks import rows
from benchmarks.contest import OURS, Bench, timed
from benchmarks.report import Line
from spacecat_shared_data_access import create_data_access

_COUNT = 1_000
_REPEATS = 200


def measure(bench: Bench) -> Iterator[Line]:
    """Convert 1,000 decoded rows to models, compared with ``json.loads`` of the same bytes."""
    body = rows.page(0, _COUNT)
    with create_data_access(postgrest_url=bench.url) as data_access:
        instances = data_access.Ticket.models_from_rows
        schema = data_access.Ticket.schema
        getters = [f"get_{name}" for name in schema.columns if name != schema.id_name]

        def turn(work: Callable[[list[dict[str, Any]]], object]) -> float:
            decoded = orjson.loads(body)  # modified by the conversion, so each turn needs its own
            started = time.perf_counter()
            work(decoded)
            return time.perf_counter() - started

        def read(decoded: list[dict[str, Any]]) -> None:
            for model in instances(decoded):
                model.get_id()
                for getter in getters:
                    getattr(model, getter)()

        taken = bench.race(
            {
                OURS: lambda: turn(instances),
                f"{OURS}, read": lambda: turn(read),
                "json.loads": timed(lambda: json.loads(body)),
                "orjson.loads": timed(lambda: orjson.loads(body)),
            },
            _REPEATS,
        )
    title = "1,000 rows to models"
    yield Line(title, taken[OURS], "json.loads", taken["json.loads"], "ms", 0.6)
    yield Line(title, taken[OURS], "orjson.loads", taken["orjson.loads"], "ms")
    every = f"{title}, and every attribute read"
    yield Line(every, taken[f"{OURS}, read"], "json.loads", taken["json.loads"], "ms")
