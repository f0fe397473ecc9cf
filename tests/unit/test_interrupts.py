"""Ctrl-C with the sync API: a call ends at once, sends nothing more, and leaks no connection."""

import concurrent.futures
import threading
from concurrent.futures import ThreadPoolExecutor

import httpcore
import httpx
import pytest

from spacecat_shared_data_access import RetryPolicy, create_data_access
from spacecat_shared_data_access.postgrest.concurrency import MAX_CONCURRENCY
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import URL

EMPTY = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"


def interrupted(*_arguments):
    raise KeyboardInterrupt


class Stream(httpcore.NetworkStream):
    """A connection that responds, or whose read is interrupted."""

    def __init__(self, *, is_patient):
        self.is_patient = is_patient
        self.closed = False

    def read(self, *_arguments):
        return EMPTY if self.is_patient else interrupted()

    def write(self, *_arguments):
        """Discard the data."""

    def close(self):
        self.closed = True

    def get_extra_info(self, _info):
        return None


def test_ctrl_c_during_the_delay_before_a_retry(monkeypatch):
    asked = []
    busy = httpx.MockTransport(lambda sent: asked.append(sent) or httpx.Response(429))
    monkeypatch.setattr("time.sleep", interrupted)
    with (
        httpx.Client(transport=busy) as client,
        create_data_access(postgrest_url=URL, client=client) as data_access,
        pytest.raises(KeyboardInterrupt),
    ):
        data_access.Ticket.all()
    assert len(asked) == 1


def test_ctrl_c_while_waiting_for_the_response(monkeypatch):
    streams = [Stream(is_patient=False), Stream(is_patient=True)]
    opened = iter(streams)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda *_arguments: next(opened))
    with create_data_access(postgrest_url=URL, retry=RetryPolicy.off()) as data_access:
        with pytest.raises(KeyboardInterrupt):
            data_access.Ticket.all()
        assert streams[0].closed
        pool = data_access._service._client()._transport._pool
        assert pool.connections == []
        assert data_access.Ticket.all() == []
        assert [each.is_idle() for each in pool.connections] == [True]


def test_ctrl_c_during_concurrent_calls(monkeypatch):
    gate = threading.Event()
    begun = []

    class Workers(ThreadPoolExecutor):
        def shutdown(self, wait=True, *, cancel_futures=False):
            super().shutdown(wait=False, cancel_futures=cancel_futures)
            gate.set()
            super().shutdown(wait=wait)

    async def call(number):
        begun.append(number)
        if number == 0:
            interrupted()
        gate.wait(60)

    monkeypatch.setattr(concurrent.futures, "ThreadPoolExecutor", Workers)
    calls = [call(number) for number in range(5 * MAX_CONCURRENCY)]
    with create_data_access(postgrest_url=URL) as data_access, pytest.raises(KeyboardInterrupt):
        run_sync(data_access._service.gather(calls))
    assert len(begun) <= MAX_CONCURRENCY + 1
    assert [each for each in calls if each.cr_frame is not None] == []
