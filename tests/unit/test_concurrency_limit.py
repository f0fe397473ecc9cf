"""The number of concurrent requests, the order in which waiting calls follow, and how long they wait."""

import asyncio
import threading
import time

import httpx
import pytest

from spacecat_shared_data_access import (
    RetryPolicy,
    UnavailableError,
    ValidationError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest.concurrency_limit import (
    FifoSemaphore,
    async_concurrency_limit,
    concurrency_limit,
)
from spacecat_shared_data_access.postgrest.deadline import deadline_scope
from unit.helpers import ID, URL, uuid

FOREVER = 60.0
LONG = "a" * 40_000  # twice too long for a URL, but not once


def started(function, *arguments):
    thread = threading.Thread(target=function, args=arguments, daemon=True)
    thread.start()
    return thread


def until(condition):
    """Wait for another thread; no test depends on how long that takes."""
    end = time.monotonic() + FOREVER
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.001)


class TestThreads:
    def test_waiting_calls_are_served_in_order(self):
        limit, served = FifoSemaphore(1), []
        limit.acquire(FOREVER)

        def wait(number):
            limit.acquire(FOREVER)
            served.append(number)
            limit.release()

        threads = []
        for number in range(5):
            threads.append(started(wait, number))
            until(lambda: len(limit._waiters) == len(threads))
        limit.release()
        for thread in threads:
            thread.join(FOREVER)
        assert served == [0, 1, 2, 3, 4]

    def test_a_new_call_does_not_overtake_waiting_calls(self):
        limit = FifoSemaphore(1)
        limit.acquire(FOREVER)
        thread = started(limit.acquire, FOREVER)
        until(lambda: limit._waiters)
        limit.release()  # to the waiting call, whether it is running already or not
        with pytest.raises(TimeoutError):
            limit.acquire(0)
        thread.join(FOREVER)

    def test_a_released_slot_is_reused(self):
        limit = FifoSemaphore(2)
        for _ in range(3):
            limit.acquire(0)
            limit.acquire(0)
            limit.release()
            limit.release()

    def test_a_timeout_removes_a_call_from_the_queue(self):
        limit = FifoSemaphore(1)
        limit.acquire(FOREVER)
        for _ in range(3):
            with pytest.raises(TimeoutError):
                limit.acquire(0.001)
        assert not limit._waiters
        limit.release()
        limit.acquire(0)

    @pytest.mark.parametrize("at_the_last_moment", [False, True])
    def test_an_interrupt_removes_a_call_from_the_queue(self, monkeypatch, at_the_last_moment):
        limit = FifoSemaphore(1)
        limit.acquire(FOREVER)

        class Interrupted:
            def acquire(self, timeout=None):
                if timeout is None:
                    return
                if at_the_last_moment:
                    limit.release()
                raise KeyboardInterrupt

            def release(self):
                """Release the request."""

        monkeypatch.setattr("threading.Lock", Interrupted)
        with pytest.raises(KeyboardInterrupt):
            limit.acquire(FOREVER)
        if not at_the_last_moment:
            limit.release()
        limit.acquire(0)

    def test_a_signal_handler_may_take_a_slot_at_any_time(self):
        limit = FifoSemaphore(2)
        with limit._lock:  # as if it ran in the middle of `acquire`
            limit.acquire(0)
            limit.release()


class Gate:
    """A transport whose requests wait until the test releases them; counts the requests in progress."""

    def __init__(self):
        self.under_way = 0
        self.most = 0
        self.asked = []
        self._lock = threading.Lock()

    def enter(self, request):
        with self._lock:
            self.asked.append(str(request.url))
            self.under_way += 1
            self.most = max(self.most, self.under_way)

    def leave(self):
        with self._lock:
            self.under_way -= 1


class BlockingGate(Gate, httpx.BaseTransport):
    def __init__(self):
        super().__init__()
        self.opened = threading.Event()

    def handle_request(self, request):
        self.enter(request)
        self.opened.wait(FOREVER)
        self.leave()
        return httpx.Response(200, json=[])


class AsyncGate(Gate, httpx.AsyncBaseTransport):
    def __init__(self):
        super().__init__()
        self.opened = asyncio.Event()

    async def handle_async_request(self, request):
        self.enter(request)
        try:
            await self.opened.wait()
        finally:
            self.leave()
        return httpx.Response(200, json=[])


class TestBlocking:
    def test_no_more_requests_are_in_progress_than_connections(self):
        gate = BlockingGate()
        with (
            httpx.Client(transport=gate) as client,
            create_data_access(postgrest_url=URL, client=client, max_connections=3) as data_access,
        ):
            found = []
            threads = [
                started(lambda n=n: found.append(data_access.Ticket.find_by_id(uuid(n)))) for n in range(20)
            ]
            until(lambda: len(concurrency_limit(client, 3)._waiters) == 17)
            gate.opened.set()
            for thread in threads:
                thread.join(FOREVER)
        assert (gate.most, len(gate.asked), found) == (3, 20, [None] * 20)

    def test_two_data_accesses_that_share_a_client_share_its_slots(self):
        gate = BlockingGate()
        with httpx.Client(transport=gate) as client:
            both = [create_data_access(postgrest_url=URL, client=client, max_connections=2) for _ in "ab"]
            threads = [started(lambda n=n: both[n % 2].Ticket.find_by_id(uuid(n))) for n in range(8)]
            until(lambda: len(concurrency_limit(client, 2)._waiters) == 6)
            gate.opened.set()
            for thread in threads:
                thread.join(FOREVER)
        assert gate.most == 2

    def test_a_call_that_waits_past_the_deadline_sends_nothing(self, ticks):
        gate = BlockingGate()
        with (
            httpx.Client(transport=gate) as client,
            create_data_access(
                postgrest_url=URL,
                client=client,
                max_connections=1,
                pool_timeout=0.001,
                retry=RetryPolicy.off(),
            ) as data_access,
        ):
            first = started(data_access.Ticket.find_by_id, ID)
            until(lambda: gate.asked)
            with deadline_scope(ticks.now + 0.05), pytest.raises(UnavailableError) as raised:
                data_access.OAuthNonce.delete(nonce="n")
            gate.opened.set()
            first.join(FOREVER)
        assert str(raised.value.cause) == "No response from the server: PoolTimeout"
        assert (raised.value.in_doubt, len(gate.asked)) == (False, 1)

    def test_a_failure_releases_the_slot(self):
        def fail(_request):
            raise httpx.ReadError("reset")

        with (
            httpx.Client(transport=httpx.MockTransport(fail)) as client,
            create_data_access(
                postgrest_url=URL, client=client, max_connections=1, retry=RetryPolicy.off()
            ) as data_access,
        ):
            for _ in range(3):
                with pytest.raises(UnavailableError):
                    data_access.Ticket.find_by_id(ID)

    def test_a_request_that_cannot_be_built_releases_the_slot(self):
        gate = BlockingGate()
        with (
            httpx.Client(transport=gate) as client,
            create_data_access(postgrest_url=URL, client=client) as data_access,
        ):
            with pytest.raises(ValidationError, match="too long"):
                data_access.Ticket.all({"ticket_key": LONG, "ticket_url": LONG})
            assert (concurrency_limit(client, 32)._value, gate.asked) == (32, [])

    def test_a_smaller_pool_limits_too(self):
        for limits, bound in [(httpx.Limits(max_connections=5), 5), (httpx.Limits(), 32)]:
            with httpx.Client(limits=limits) as client:
                assert concurrency_limit(client, 32)._value == bound


class TestAsyncio:
    @pytest.fixture
    async def gate(self):
        return AsyncGate()

    @pytest.fixture
    async def client(self, gate):
        async with httpx.AsyncClient(transport=gate) as client:
            yield client

    @pytest.fixture
    def opened(self, client):
        return create_async_data_access(postgrest_url=URL, client=client, max_connections=3)

    async def test_no_more_requests_are_in_progress_than_connections_and_the_others_follow_in_order(
        self, gate, opened
    ):
        tasks = [asyncio.ensure_future(opened.Ticket.find_by_id(uuid(n))) for n in range(20)]
        for _ in range(20):
            await asyncio.sleep(0)
        assert (gate.under_way, len(gate.asked)) == (3, 3)
        gate.opened.set()
        assert await asyncio.gather(*tasks) == [None] * 20
        assert gate.most == 3
        assert gate.asked == [url for n in range(20) for url in gate.asked if uuid(n) in url]

    async def test_a_request_is_built_when_it_can_be_sent(self):
        events = []

        class Client(httpx.AsyncClient):
            def build_request(self, *arguments, **parts):
                events.append("built")
                return super().build_request(*arguments, **parts)

        async def respond(_request):
            events.append("sent")
            await asyncio.sleep(0)
            return httpx.Response(200, json=[])

        async with (
            Client(transport=httpx.MockTransport(respond)) as client,
            create_async_data_access(postgrest_url=URL, client=client, max_connections=1) as data_access,
        ):
            await asyncio.gather(*(data_access.Ticket.find_by_id(uuid(n)) for n in range(3)))
        assert events == ["built", "sent"] * 3

    async def test_a_request_that_cannot_be_built_releases_its_slot(self, gate, client, opened):
        with pytest.raises(ValidationError, match="too long"):
            await opened.Ticket.all({"ticket_key": LONG, "ticket_url": LONG})
        assert (async_concurrency_limit(client, 3)._value, gate.asked) == (3, [])

    async def test_a_cancelled_call_releases_its_slot(self, gate, client, opened):
        tasks = [asyncio.ensure_future(opened.Ticket.find_by_id(uuid(n))) for n in range(9)]
        for _ in range(20):
            await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
        outcomes = asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)
        gate.opened.set()
        assert [type(each) for each in (await outcomes)[::2]] == [asyncio.CancelledError] * 5
        assert (await outcomes)[1::2] == [None] * 4
        limit = async_concurrency_limit(client, 3)
        assert limit._value == 3
        assert gate.under_way == 0

    @pytest.mark.usefixtures("ticks")
    async def test_an_abandoned_request_keeps_its_slot_until_it_ends(self, monkeypatch, client):
        limit = async_concurrency_limit(client, 1)
        over = asyncio.Event()

        async def slow_to_end(*_arguments, **_settings):
            try:
                await asyncio.sleep(FOREVER)
            finally:
                await over.wait()

        monkeypatch.setattr("spacecat_shared_data_access.postgrest.cancellation._CLOSE_TIMEOUT", 0)
        monkeypatch.setattr(client, "send", slow_to_end)
        data_access = create_async_data_access(
            postgrest_url=URL, client=client, retry=RetryPolicy(attempts=1, deadline=0.01)
        )
        with pytest.raises(UnavailableError):
            await data_access.Ticket.find_by_id(ID)
        assert limit.locked()
        over.set()
        async with asyncio.timeout(FOREVER):
            await limit.acquire()

    async def test_a_call_that_waits_past_the_deadline_sends_nothing(self, gate, client, ticks):
        data_access = create_async_data_access(
            postgrest_url=URL,
            client=client,
            max_connections=1,
            pool_timeout=0.001,
            retry=RetryPolicy.off(),
        )
        first = asyncio.ensure_future(data_access.Ticket.find_by_id(ID))
        for _ in range(20):
            await asyncio.sleep(0)
        with deadline_scope(ticks.now + 0.05), pytest.raises(UnavailableError) as raised:
            await data_access.OAuthNonce.delete(nonce="n")
        gate.opened.set()
        await first
        assert str(raised.value.cause) == "No response from the server: PoolTimeout"
        assert (raised.value.in_doubt, len(gate.asked)) == (False, 1)

    def test_a_client_used_by_several_event_loops_has_slots_in_each(self):
        client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _sent: httpx.Response(200, json=[])))
        data_access = create_async_data_access(postgrest_url=URL, client=client, max_connections=1)

        async def several():
            return await asyncio.gather(*(data_access.Ticket.find_by_id(uuid(n)) for n in range(3)))

        for _ in range(3):
            assert asyncio.run(several()) == [None] * 3
