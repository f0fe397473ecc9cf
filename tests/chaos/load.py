"""A load test: many threads or tasks share one data access; then the leftovers are checked."""

import asyncio
import gc
import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from chaos.calls import differences
from chaos.stored import Stored
from integration.sync_async import driven, maybe_await
from spacecat_shared_data_access import create_async_data_access, create_data_access
from spacecat_shared_data_access.cli.screen import progress
from spacecat_shared_data_access.postgrest.clients import shared_clients

THIRDS = 3
_SAMPLE_EVERY = 20
_OPEN = {"01", "08"}  # ESTABLISHED and CLOSE_WAIT
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Report:
    """The measurements of a run, and its complaints.

    Attributes:
        memory: Resident memory of the process in bytes, at the end of each third.
        connections: The largest number of open connections to the server.
        left_open: The number of connections that were open after the data access was closed.
    """

    api: str
    workers: int
    rounds: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    memory: list[int] = field(default_factory=list)
    connections: int = 0
    left_open: int = 0
    complaints: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        memory = ", ".join(f"{size / 2**20:.0f}" for size in self.memory)
        rows = [
            f"{self.api}: {self.workers} workers, {self.rounds} rounds of 4 calls in {self.seconds:.1f} s",
            f"  {4 * self.rounds / self.seconds:.0f} calls a second, slowest round {self.slowest:.2f} s",
            f"  memory after each third: {memory} MiB",
            f"  at most {self.connections} connections open, {self.left_open} left open",
            f"  {len(self.complaints)} complaints",
            *(f"    {each}" for each in self.complaints[:50]),
        ]
        return "\n".join(rows)


class Load:
    """Rounds of four calls on one row: create, update, read, and remove every second row.

    Args:
        data_access: The data access that all workers share.
        seconds: The duration.
        organization_id: The owner of the rows.
    """

    def __init__(self, data_access: Any, seconds: float, organization_id: str) -> None:
        self._data_access = data_access
        self._url = data_access.config.postgrest_url
        self._organization_id = organization_id
        self._numbers = count(1)
        self._began = time.monotonic()
        self._seconds = seconds
        self._memory: dict[int, int] = {}
        self.kept: dict[str, dict[str, Any]] = {}
        self.removed: set[str] = set()
        self.errors: Counter[str] = Counter()
        self.times: list[float] = []
        self.connections = 0

    @property
    def memory(self) -> list[int]:
        return [self._memory[third] for third in sorted(self._memory)]

    async def work(self) -> None:
        """Do rounds until the time is up."""
        while (passed := time.monotonic() - self._began) < self._seconds:
            number = next(self._numbers)
            try:
                await self._round(number)
            except Exception as error:  # noqa: BLE001 - counted and reported
                self.errors[f"{error!r}, because of {error.__cause__!r}"] += 1
            self.times.append(time.monotonic() - self._began - passed)
            self.sample(passed)
            if number % _SAMPLE_EVERY == 0:
                self.connections = max(self.connections, connections_to(self._url))

    def sample(self, passed: float) -> None:
        """Record the memory in use, for the current third and for earlier ones without a round.

        Args:
            passed: Seconds since the start.
        """
        third = min(int(passed / self._seconds * THIRDS), THIRDS - 1)
        used = memory_in_use()
        self._memory[third] = used
        for earlier in range(third):
            self._memory.setdefault(earlier, used)

    async def _round(self, number: int) -> None:
        keys = self._data_access.IdempotencyKey
        item = {
            "organization_id": self._organization_id,
            "key": f"key-{number}",
            "endpoint": "POST /tickets",
            "expires_at": "2099-01-01T00:00:00.000Z",
        }
        model = await maybe_await(keys.create(item))
        response = {"number": number, "text": str(uuid4())}
        await maybe_await(model.set_response(response).set_status("completed").save())
        found = await maybe_await(keys.find_by_id(model.get_id()))
        if found.record != model.record:
            self.errors[f"read {found.record}, but {model.record} was saved"] += 1
        if number % 2:
            await maybe_await(model.remove())
            self.removed.add(item["key"])
        else:
            self.kept[item["key"]] = {**item, "response": response, "status": "completed"}


def run(
    api: str, url: str, database_url: str, *, workers: int, seconds: float, transport: str = "httpx"
) -> Report:
    """Put load on one data access, and check what it leaves behind.

    Args:
        api: ``blocking`` or ``asyncio``.
        url: The server, whose tables are empty.
        database_url: Its database, with the rights of the owner of the tables.
        workers: The number of threads or tasks.
        seconds: The duration.
        transport: The transport under asyncio, ``httpx`` or ``aiohttp``.
    """
    # A unique header, so that it does not share its HTTP client with other users of this server.
    settings = {"postgrest_url": url, "postgrest_headers": {"X-Load": str(uuid4())}}
    open_before, clients_before = connections_to(url), len(shared_clients._clients)
    with create_data_access(**settings) as direct:
        organization_id = direct.Organization.create({"name": "Load"}).get_id()
    report = Report(api, workers)
    with progress(f"{api}: {workers} workers for {seconds:.0f} s"):
        if api == "blocking":
            with create_data_access(**settings) as data_access:
                load = Load(data_access, seconds, organization_id)
                with ThreadPoolExecutor(workers) as threads:
                    for future in [threads.submit(lambda: driven(load.work())) for _ in range(workers)]:
                        future.result()
        else:
            load = asyncio.run(
                _in_tasks({**settings, "async_transport": transport}, workers, seconds, organization_id)
            )
    load.sample(seconds)
    gc.collect()
    report.seconds = time.monotonic() - load._began
    report.rounds, report.slowest = len(load.times), max(load.times)
    report.memory = load.memory
    report.connections, report.left_open = load.connections, max(connections_to(url) - open_before, 0)
    report.complaints += [f"{number} times: {text}" for text, number in load.errors.items()]
    report.complaints += _storage_errors(load, Stored(database_url))
    if report.left_open:
        report.complaints.append(f"{report.left_open} connections were left open")
    if len(shared_clients._clients) > clients_before:
        report.complaints.append(f"HTTP clients were left open: {shared_clients._clients}")
    return report


async def _in_tasks(settings: dict[str, Any], workers: int, seconds: float, organization_id: str) -> Load:
    async with create_async_data_access(settings) as data_access:
        load = Load(data_access, seconds, organization_id)
        await asyncio.gather(*(load.work() for _ in range(workers)))
    return load


def _storage_errors(load: Load, stored: Stored) -> list[str]:
    found = []
    for key, values in load.kept.items():
        rows = stored.at(("IdempotencyKey", key))
        if len(rows) != 1:
            found.append(f"{key} is stored {len(rows)} times")
        found += [f"{key}: {each}" for row in rows for each in differences(values, row)]
    there = {key for entity, key in sorted(stored.keys()) if entity == "IdempotencyKey"}
    if not load.errors:
        found += [f"{key} is stored, but should not be" for key in there - load.kept.keys()]
    return found + [f"{key} was removed, but is stored" for key in there & load.removed]


def memory_in_use() -> int:
    """Return the resident memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


def connections_to(url: str) -> int:
    """Return the number of open connections to a local server, from the kernel's list."""
    port = f":{urlsplit(url).port:04X}"
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(remote.endswith(port) and state in _OPEN for _, _, remote, state, *_ in lines)
