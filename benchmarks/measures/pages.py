"""Iteration over many rows of a database: the pages at the end cost as much as those at the beginning."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from benchmarks import stored
from benchmarks.contest import Bench
from benchmarks.report import Line
from spacecat_shared_data_access import create_data_access

_PARTS = 6
_REPEATS = 3
_GOAL = 1.2

# Three rows at a time have the same timestamp, as those that are created together have.
_INSERT = """
    INSERT INTO tickets (organization_id, connection_id, external_ticket_id, ticket_key, ticket_url,
                         ticket_provider, created_by, created_at, updated_at)
    SELECT %(organization_id)s, %(connection_id)s, n::text, 'ASO-' || n,
           'https://example.atlassian.net/browse/ASO-' || n, 'jira_cloud', 'user@AdobeID', at, at
    FROM generate_series(1, %(count)s) n, LATERAL (SELECT now() - n / 3 * interval '1 second' AS at) times
"""


class _MissingRowsError(Exception):
    """An iteration ended early."""


@contextmanager
def _organization(data_access: Any, database_url: str, count: int) -> Iterator[str]:
    # An organization with that many tickets; yields its ID.
    import psycopg  # noqa: PLC0415 - an extra: not always installed

    organization_id = data_access.Organization.create({"name": "Example"}).get_id()
    with psycopg.connect(database_url, autocommit=True) as database:
        try:
            connection = stored.create_connection(data_access, organization_id, number=1)
            ids = {"organization_id": organization_id, "connection_id": connection.get_id()}
            database.execute(_INSERT, {**ids, "count": count})
            database.execute("ANALYZE tickets")
            yield organization_id
        finally:
            for table in ("tickets", "task_management_connections"):
                database.execute(f"DELETE FROM {table} WHERE organization_id = %s", (organization_id,))  # noqa: S608 - the names above
            database.execute("DELETE FROM organizations WHERE id = %s", (organization_id,))


def _parts(models: Iterable[Any], count: int) -> list[float]:
    # The time of each sixth of an iteration.
    taken, seen, started = [], 0, time.perf_counter()
    for seen, _ in enumerate(models, 1):
        if seen % (count // _PARTS) == 0:
            now = time.perf_counter()
            taken.append(now - started)
            started = now
    if seen != count:
        raise _MissingRowsError(f"{seen} rows instead of {count}")
    return taken


def _lines(bench: Bench, data_access: Any, database_url: str, where: str) -> Iterator[Line]:
    count = bench.size(300_000, 60)
    with _organization(data_access, database_url, count) as organization_id:
        keys = {"organization_id": organization_id}
        orders: dict[str, dict[str, Any]] = {
            "index order": {},
            "id order": {"order_by": ("ticket_id", "asc")},
        }
        for name, order in orders.items():
            runs = [
                _parts(data_access.Ticket.iterate(keys, **order), count)
                for _ in range(bench.size(_REPEATS, 1))
            ]
            first, last = (min(run[part] for run in runs) for part in (0, -1))
            title = f"iterate() over {count:,} rows in {name}{where}: the last sixth"
            yield Line(title, last, "the first sixth", first, "ms", _GOAL)


def measure(bench: Bench) -> Iterator[Line]:
    """Iterate over 300,000 tickets of the local server, and of your own if its two URLs are set."""
    if find_spec("psycopg") is None:
        return
    from spacecat_shared_data_access.local import LocalPostgrest  # noqa: PLC0415 - as above

    with LocalPostgrest() as server, create_data_access(postgrest_url=server.url) as data_access:
        yield from _lines(bench, data_access, server.database_url, "")
    own = os.environ.get("DATABASE_URL")
    if own and os.environ.get("POSTGREST_URL"):
        with create_data_access() as data_access:
            yield from _lines(bench, data_access, own, " at POSTGREST_URL")
