"""A chaos test: a workload through a proxy that injects faults, and the complaints about its outcome."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from chaos.calls import Call
from chaos.leaks import SecretsWatch, contains_any, texts_of
from chaos.stored import Stored
from chaos.workload import METADATA_SECRET, NONCE_SECRET, Sizes, Workload, prepare
from faults.fault_types import (
    Close,
    CloseIdle,
    Delay,
    Drip,
    Fault,
    Garble,
    Outage,
    Reply,
    Reset,
    Stall,
    Truncate,
)
from faults.plans import Chaos
from faults.proxy import FaultProxy, Seen
from faults.wire import Request
from integration.sync_async import driven
from spacecat_shared_data_access import RetryPolicy, create_async_data_access, create_data_access
from spacecat_shared_data_access.cli.screen import progress

EVERY_FAULT: tuple[Fault, ...] = (
    Outage(0.05),
    CloseIdle(),
    Delay(0.02),
    Drip(),
    Garble(),
    Truncate(),
    Truncate(rudely=True),
    *(kind(executed) for kind in (Reset, Close, Stall) for executed in (False, True)),
    *(Reply(status, executed=executed) for status in (200, 500, 502, 503, 504) for executed in (False, True)),
    *(Reply(503, code, executed=executed) for code in ("PGRST001", "57P01") for executed in (False, True)),
    *(Reply(503, code) for code in ("PGRST000", "PGRST002", "53300", "08006")),
    *(Reply(500, code) for code in ("40001", "40P01")),
    Reply(504, "PGRST003"),
    Reply(429),
    Reply(429, retry_after=1),
    Reply(503, "PGRST002", retry_after=1),
)
POLICY = RetryPolicy(attempts=4, base_delay=0.01, max_delay=0.05, max_retry_after=0.05, deadline=4)
READ_TIMEOUT = 1.5
HEADER_SECRET = "header-that-nobody-may-read"
GRACE = 5  # seconds beyond a deadline, for a busy machine
WORKERS = {"blocking": 16, "asyncio": 12}


@dataclass
class Report:
    """The counts of a run, and its complaints."""

    api: str
    seconds: float
    verdicts: Counter[tuple[str, str]]
    faults: Counter[str]
    lines_logged: int
    complaints: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        requests = self.faults.total()
        met = requests - self.faults["Pass"]
        rows = [f"{self.api}: {self.verdicts.total()} calls, {requests} requests, {met} of them got a fault"]
        rows += [f"  {kind} {verdict}: {number}" for (kind, verdict), number in sorted(self.verdicts.items())]
        rows += [f"  fault {fault}: {number}" for fault, number in sorted(self.faults.items())]
        rows += [f"  {self.lines_logged} lines logged, {self.seconds:.1f} s"]
        rows += [f"  {len(self.complaints)} complaints", *(f"    {each}" for each in self.complaints[:50])]
        return "\n".join(rows)


def run(
    api: str,
    url: str,
    database_url: str,
    sizes: Sizes,
    *,
    seed: int,
    api_key: str,
    rate: float = 0.1,
    transport: str = "httpx",
) -> Report:
    """Make all calls of a workload through the proxy, and check their outcomes, the database and the logs.

    Args:
        api: ``blocking`` or ``asyncio``.
        url: The server, whose tables are empty.
        database_url: Its database, with the rights of the owner of the tables.
        sizes: The size of the workload.
        seed: Determines the faults and the order of the calls.
        api_key: The API key for the server; it must not appear in any log or error.
        rate: The share of requests that get a fault.
        transport: The transport under asyncio, ``httpx`` or ``aiohttp``.
    """
    secrets = [METADATA_SECRET, NONCE_SECRET, HEADER_SECRET, api_key, api_key.rpartition(".")[2]]
    with create_data_access(postgrest_url=url, postgrest_api_key=api_key) as direct:
        workload = prepare(direct, sizes, seed)
    chaos = Chaos(seed, rate, EVERY_FAULT, stubborn=0.1, repetitions=POLICY.attempts - 1)
    started = time.monotonic()
    with SecretsWatch(secrets) as watch, FaultProxy(url, chaos) as proxy:
        settings = {
            "postgrest_url": proxy.url,
            "postgrest_api_key": api_key,
            "postgrest_headers": {"X-Secret": HEADER_SECRET},
            "read_timeout": READ_TIMEOUT,
            "retry": POLICY,
            "async_transport": transport,
        }
        with progress(f"{api} calls", len(workload.calls)) as step:
            _make_calls(api, settings, workload.calls, step)
        seconds = time.monotonic() - started
        while not proxy.is_quiet():
            time.sleep(0.01)
    verdicts = Counter((type(call).__name__, call.verdict) for call in workload.calls)
    report = Report(api, seconds, verdicts, proxy.counts(), watch.lines)
    report.complaints += [f"logged: {line}" for line in watch.found]
    report.complaints += _leaks(workload.calls, secrets)
    report.complaints += _storage_errors(workload, Stored(database_url), proxy.seen)
    report.complaints += _too_slow(workload.calls)
    return report


def _make_calls(api: str, settings: dict[str, Any], calls: list[Call], step: Callable[[], None]) -> None:
    if api == "blocking":
        with create_data_access(settings) as data_access, ThreadPoolExecutor(WORKERS[api]) as threads:
            for _ in threads.map(lambda call: driven(call.make(data_access)), calls):
                step()
    else:
        asyncio.run(_make_calls_in_tasks(settings, calls, step))


async def _make_calls_in_tasks(settings: dict[str, Any], calls: list[Call], step: Callable[[], None]) -> None:
    waiting = iter(calls)

    async def work() -> None:
        for call in waiting:
            await call.make(data_access)
            step()

    async with create_async_data_access(settings) as data_access:
        await asyncio.gather(*(work() for _ in range(WORKERS["asyncio"])))


def _leaks(calls: list[Call], secrets: list[str]) -> list[str]:
    errors = [call.outcome for call in calls if not call.succeeded]
    return [f"shown: {text}" for error in errors for text in texts_of(error) if contains_any(text, secrets)]


def _storage_errors(workload: Workload, stored: Stored, seen: list[Seen]) -> list[str]:
    found = []
    for call in workload.calls:
        for complaint in call.complaints(stored):
            faults = [f"{each.request.method} {each.fault}" for each in seen if _is_about(call, each.request)]
            found.append(f"{call}: {complaint}; faults: {faults}")
    claimed = {key for call in workload.calls for key in call.claims()}
    return found + [
        f"{key} is stored, but no call created it" for key in stored.keys() - claimed - workload.prepared
    ]


def _is_about(call: Call, request: Request) -> bool:
    sent = f"{request.target} {request.body.decode()}"
    # One ID or key may be a prefix of another.
    return any(re.search(rf"\b{re.escape(text)}\b(?!-)", sent) for text in call.request_texts())


def _too_slow(calls: list[Call]) -> list[str]:
    return [
        f"{call} took {call.seconds:.1f} s"
        for call in calls
        if call.seconds > call.requests * POLICY.deadline + GRACE
    ]
