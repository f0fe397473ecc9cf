"""The service of the sync API."""

from __future__ import annotations

import concurrent.futures
import logging
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from contextvars import copy_context
from typing import Any, TypeVar

import httpx
from postgrest import SyncPostgrestClient

from spacecat_shared_data_access.postgrest.clients import SharedClient, new_client, shared_clients
from spacecat_shared_data_access.postgrest.concurrency import MAX_CONCURRENCY, is_concurrent, results_of
from spacecat_shared_data_access.postgrest.concurrency_limit import concurrency_limit
from spacecat_shared_data_access.postgrest.deadline import deadline_scope, seconds_until
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope, policy_of
from spacecat_shared_data_access.postgrest.service import (
    Limit,
    Service,
    ServiceSettings,
    queue_timeout,
)
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync

T = TypeVar("T")


class SyncService(Service):
    """A service whose coroutines never suspend: they block instead.

    Args:
        settings: Server, credentials, timeouts and limits.
        log: The logger.
        client: An HTTP client to use instead of the shared one. It is neither closed nor changed.
    """

    blocking = True

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.Client | None = None
    ) -> None:
        super().__init__(settings, log)
        self._injected = client
        self._shared: SharedClient | None = None

    @property
    def postgrest_client(self) -> SyncPostgrestClient:
        """A postgrest client whose requests this service sends."""
        from spacecat_shared_data_access.postgrest.direct import SyncDirectClient  # noqa: PLC0415 - not needed for entities, and a cold start is faster without it

        self.check_open()
        return SyncDirectClient(self, self._client(), self.settings.schema, self.client_headers)

    def _client(self) -> httpx.Client:
        if self._injected is not None:
            return self._injected
        shared = self._shared
        if shared is None or shared.generation != shared_clients.generation:
            settings = self.settings
            shared = self._shared = shared_clients.acquire(
                settings, lambda: new_client(self._timeout, settings.max_connections), self
            )
        return shared.client

    async def _acquire(self, client: httpx.Client, deadline: float) -> Limit:
        limit = concurrency_limit(client, self.settings.max_connections)
        try:
            limit.acquire(seconds_until(deadline))
        except TimeoutError:
            failure = queue_timeout()
            raise failure from failure.cause
        return limit

    async def _send_and_release(
        self,
        client: httpx.Client,
        request: httpx.Request,
        auth: httpx.Auth | None,
        deadline: float,
        limit: Limit,
    ) -> httpx.Response:
        try:
            return self._send_and_read(client, request, auth, deadline)
        finally:
            limit.release()

    def _send_and_read(
        self, client: httpx.Client, request: httpx.Request, auth: httpx.Auth | None, deadline: float
    ) -> httpx.Response:
        with deadline_scope(deadline):
            response = client.send(
                request, auth=auth or httpx.USE_CLIENT_DEFAULT, follow_redirects=False, stream=True
            )
            try:
                if isinstance(response.stream, httpx.SyncByteStream):
                    response.stream = _DeadlineStream(response.stream, request, deadline)
                response.read()
            finally:
                response.close()
        return response

    async def sleep(self, seconds: float) -> None:
        """Block the thread."""
        time.sleep(seconds)  # noqa: ASYNC251 - the sync API blocks

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in threads, at most 8 at a time."""
        if len(calls) <= 1 or is_concurrent.get():
            return results_of([_outcome(call) for call in calls])
        token = is_concurrent.set(True)
        try:
            with (
                PolicyScope(self, policy_of(self)),  # the current policy applies in the threads too
                concurrent.futures.ThreadPoolExecutor(min(len(calls), MAX_CONCURRENCY)) as executor,
            ):
                futures = [executor.submit(copy_context().run, _outcome, call) for call in calls]
                try:
                    outcomes = [future.result() for future in futures]
                except BaseException:  # such as KeyboardInterrupt: start no further calls
                    executor.shutdown(wait=False, cancel_futures=True)
                    raise
            return results_of(outcomes)
        finally:
            is_concurrent.reset(token)
            for call in calls:
                call.close()  # if it was never started

    def exclusive(self, thing: object) -> AbstractAsyncContextManager[None]:  # noqa: ARG002 - a blocking call ends before the next one begins
        """Return a context manager that does nothing."""
        return nullcontext()

    async def to_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in the current thread."""
        return function(*args)

    async def close(self) -> None:
        """Release the shared client, which is closed if no other data access uses it."""
        self._closed = True
        shared, self._shared = self._shared, None
        if shared is not None:
            shared_clients.release(shared, self)


class _DeadlineStream(httpx.SyncByteStream):
    # For an injected client, whose network backend is not changed: see timed_network.
    def __init__(self, stream: httpx.SyncByteStream, request: httpx.Request, deadline: float) -> None:
        self._stream = stream
        self._request = request
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            if seconds_until(self._deadline) <= 0:
                raise httpx.ReadTimeout("the deadline passed", request=self._request)
            yield chunk

    def close(self) -> None:
        self._stream.close()


def _outcome(call: Coroutine[Any, Any, T]) -> T | BaseException:
    try:
        return run_sync(call)
    except Exception as error:  # noqa: BLE001 - results_of raises it when all calls have ended
        return error
