"""The blocking form of the service."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar

import httpx
from postgrest import SyncPostgrestClient

from spacecat_shared_data_access.postgrest.clients import SharedClient, new_client, shared_clients
from spacecat_shared_data_access.postgrest.deadline import deadline_scope, seconds_until
from spacecat_shared_data_access.postgrest.gathering import MAX_CONCURRENCY, gathering, unwrap
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope, policy_of
from spacecat_shared_data_access.postgrest.service import NO_TURN, Service, ServiceSettings
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from spacecat_shared_data_access.postgrest.turns import turns_of

T = TypeVar("T")


class SyncService(Service):
    """A service whose coroutines never suspend.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
        client: A client to send with in place of the shared one; never closed nor changed.
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
        """A client for queries on tables that are no entities; shares the HTTP client."""
        self._check_open()
        client = SyncPostgrestClient(
            self.settings.url,
            schema=self.settings.schema,
            headers=dict(self._headers),
            http_client=self._client(),
        )
        client._owns_session = False  # noqa: SLF001 - its only way not to close what it was given
        client.basic_auth = self._auth  # type: ignore[assignment] # it is handed to httpx, which takes any
        return client

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

    async def _transmit(
        self, client: httpx.Client, request: httpx.Request, deadline: float
    ) -> httpx.Response:
        turns = turns_of(client, self.settings.max_connections)
        try:
            turns.take(seconds_until(deadline))
        except TimeoutError as error:
            raise httpx.PoolTimeout(NO_TURN, request=request) from error
        try:
            self._bound(request, deadline)
            return self._exchange(client, request, deadline)
        finally:
            turns.give_back()

    def _exchange(self, client: httpx.Client, request: httpx.Request, deadline: float) -> httpx.Response:
        auth = self._auth or httpx.USE_CLIENT_DEFAULT
        with deadline_scope(deadline):
            response = client.send(request, auth=auth, follow_redirects=False, stream=True)
            try:
                if isinstance(response.stream, httpx.SyncByteStream):
                    response.stream = _UntilDeadline(response.stream, request, deadline)
                response.read()
            finally:
                response.close()
        return response

    async def sleep(self, seconds: float) -> None:
        """Block the thread."""
        time.sleep(seconds)  # noqa: ASYNC251 - this face blocks

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in a few threads."""
        if len(calls) < 2 or gathering.get():  # noqa: PLR2004 - one call needs no company
            return unwrap([_outcome(call) for call in calls])
        token = gathering.set(True)
        try:
            with (
                PolicyScope(self, policy_of(self)),  # what holds here holds for the threads
                ThreadPoolExecutor(min(len(calls), MAX_CONCURRENCY)) as workers,
            ):
                started = [workers.submit(copy_context().run, _outcome, call) for call in calls]
                try:
                    outcomes = [future.result() for future in started]
                except BaseException:  # Ctrl-C, as a rule: what has not begun is not sent any more
                    workers.shutdown(wait=False, cancel_futures=True)
                    raise
            return unwrap(outcomes)
        finally:
            gathering.reset(token)
            for call in calls:
                call.close()  # one whose turn never came

    async def to_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in the caller's own thread."""
        return function(*args)

    async def close(self) -> None:
        """Let go of the shared client, which closes when nobody else uses it."""
        self._closed = True
        shared, self._shared = self._shared, None
        if shared is not None:
            shared_clients.release(shared, self)


class _UntilDeadline(httpx.SyncByteStream):
    # For a client of the caller's own, whose network we leave alone: see timed_network.
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
    except Exception as error:  # noqa: BLE001 - raised by unwrap, once all have ended
        return error
