import asyncio
import logging
import threading
import time

import pytest

from spacecat_shared_data_access.postgrest._async import AsyncService
from spacecat_shared_data_access.postgrest._sync import SyncService
from spacecat_shared_data_access.postgrest.service import ServiceSettings
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import URL

SETTINGS = ServiceSettings(url=URL, schema="public", headers=(), page_size=1000, timeout=(5.0, 30.0, 5.0))
LOG = logging.getLogger("test")


@pytest.fixture
def service(api):
    return (SyncService if api == "blocking" else AsyncService)(SETTINGS, LOG)


@pytest.fixture
def run(api):
    """Run a coroutine synchronously, or await it."""

    async def run(coroutine):
        return run_sync(coroutine) if api == "blocking" else await coroutine

    return run


_LONGEST = 30_000  # waits of two milliseconds


class Crowd:
    """Counts its concurrent calls.

    Args:
        service: The service.
        wanted: How many a call waits for, at most a minute, so that a busy machine cannot keep them apart.
    """

    def __init__(self, service, wanted=1):
        self._service = service
        self._lock = threading.Lock()
        self._here = 0
        self.most = 0
        self.ended = 0
        self.wanted = wanted

    async def call(self, number, error=None):
        with self._lock:
            self._here += 1
            self.most = max(self.most, self._here)
        for _ in range(_LONGEST):
            await self._service.sleep(0.002)
            if self.most >= self.wanted:
                break
        with self._lock:
            self._here -= 1
            self.ended += 1
        if error is not None:
            raise error
        return number


async def test_results_are_in_the_order_of_the_calls(service, run):
    async def after(seconds, number):
        await service.sleep(seconds)
        return number

    calls = [after(0.01 - number / 1000, number) for number in range(10)]
    assert await run(service.gather(calls)) == list(range(10))


async def test_nothing_to_gather_is_an_empty_list(service, run):
    assert await run(service.gather([])) == []


async def test_a_single_call_runs_in_the_current_thread(service, run):
    async def where():
        return threading.get_ident()

    assert await run(service.gather([where()])) == [threading.get_ident()]


async def test_calls_run_concurrently_up_to_the_limit(service, run):
    crowd = Crowd(service, wanted=2)
    await run(service.gather([crowd.call(number) for number in range(30)]))
    assert 1 < crowd.most <= 8


async def test_nested_gathering_runs_sequentially(service, run):
    crowd = Crowd(service)

    async def outer():
        return await service.gather([crowd.call(number) for number in range(4)])

    assert await run(service.gather([outer() for _ in range(8)])) == [[0, 1, 2, 3]] * 8
    assert crowd.most <= 8


async def test_slots_are_released_after_gathering(service, run):
    crowd = Crowd(service, wanted=2)
    await run(service.gather([crowd.call(number) for number in range(2)]))
    crowd.most = 0
    await run(service.gather([crowd.call(number) for number in range(20)]))
    assert crowd.most > 1


async def test_the_first_error_is_raised_after_all_calls_have_finished(service, run):
    crowd = Crowd(service)
    calls = [
        crowd.call(0),
        crowd.call(1, LookupError("first")),
        crowd.call(2, ValueError("second")),
        *(crowd.call(number) for number in range(3, 20)),
    ]
    with pytest.raises(LookupError, match="first"):
        await run(service.gather(calls))
    assert crowd.ended == 20


async def test_sleep_waits(service, run):
    started = time.perf_counter()
    await run(service.sleep(0.01))
    assert time.perf_counter() - started >= 0.009


async def test_cancelling_closes_the_calls_that_have_not_started():
    service = AsyncService(SETTINGS, LOG)
    calls = [service.sleep(30) for _ in range(20)]
    gathering = asyncio.create_task(service.gather(calls))
    await asyncio.sleep(0.01)
    gathering.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gathering
    left = [call for call in calls if call.cr_frame is not None]
    for call in left:
        call.close()
    assert left == []


async def test_to_thread_uses_a_thread_with_asyncio_only(service, run, api):
    assert await run(service.to_thread(divmod, 7, 2)) == (3, 1)
    thread = await run(service.to_thread(threading.get_ident))
    assert (thread == threading.get_ident()) == (api == "blocking")
