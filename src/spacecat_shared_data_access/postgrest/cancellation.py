"""Sends requests under asyncio so that cancelling them does not leak their connections.

The package's own transports can be cancelled at any await. With a client of httpx that the caller passed, httpcore
protects its connection pool from anyio's cancellation, but not from asyncio's (`Task.cancel`, `asyncio.timeout`), and
not at all between two of its steps. A connection that is leaked there counts as busy forever, and when all are leaked
the client cannot send anything (encode/httpcore, issues 1093 and 830). So each of its requests runs in its own task,
which the caller's cancellation does not reach. It is cancelled with anyio's cancel scope, at a step where httpcore can
handle it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import httpx

from spacecat_shared_data_access.postgrest.httpx_internals import transport_for

if TYPE_CHECKING:
    from anyio import CancelScope

# After these steps the connection is open but not yet in the pool.
_UNSAFE_STEPS: Final = ("connect_tcp.complete", "start_tls.complete")
# How long the caller waits for the connection to be closed, in seconds.
_CLOSE_TIMEOUT: Final = 0.1

_abandoned: Final[set[asyncio.Task[httpx.Response | None]]] = set()


class CancellableTransport(httpx.AsyncBaseTransport):
    """A transport that leaks nothing if a request is cancelled with `asyncio.Task.cancel`, at any await."""


async def send(
    client: httpx.AsyncClient,
    request: httpx.Request,
    seconds: float,
    *,
    auth: httpx.Auth | None = None,
    on_end: Callable[[], None] = lambda: None,
) -> httpx.Response:
    """Send a request and read its response, until the timeout or the caller's cancellation.

    Args:
        client: The client to send with.
        request: The request.
        seconds: The timeout of the whole request, in seconds.
        auth: Signs the request. Default: the client's own.
        on_end: Called when the request no longer uses a connection, which may be after this function ended.

    Raises:
        httpx.RequestError: There was no response, or not in time (`httpx.ReadTimeout`).
        asyncio.CancelledError: The caller was cancelled.
    """
    transport = _transport_of(client, request)
    if isinstance(transport, CancellableTransport):
        return await _send_in_this_task(client, request, seconds, auth, on_end)
    from anyio import CancelScope  # noqa: PLC0415 - httpx imports it only when it sends

    # Transports other than httpx's own can be cancelled at any step.
    sending = _Sending(CancelScope(), is_cancellable=not isinstance(transport, httpx.AsyncHTTPTransport))
    task = asyncio.ensure_future(sending.run(client, request, auth))
    task.add_done_callback(lambda _task: on_end())
    try:
        await asyncio.wait({task}, timeout=seconds)
    finally:
        if not task.done() and sending.cancel(task):
            await asyncio.wait({task}, timeout=_CLOSE_TIMEOUT)
    response = task.result() if task.done() else None
    if response is None:
        raise _deadline_passed(request)
    return response


async def _send_in_this_task(
    client: httpx.AsyncClient,
    request: httpx.Request,
    seconds: float,
    auth: httpx.Auth | None,
    on_end: Callable[[], None],
) -> httpx.Response:
    try:
        async with asyncio.timeout(seconds) as timeout:
            return await _response_to(client, request, auth)
    except TimeoutError:
        if not timeout.expired():  # raised by the function that returns the API key
            raise
        raise _deadline_passed(request) from None
    finally:
        on_end()


async def _response_to(
    client: httpx.AsyncClient, request: httpx.Request, auth: httpx.Auth | None
) -> httpx.Response:
    return await client.send(request, auth=auth or httpx.USE_CLIENT_DEFAULT, follow_redirects=False)


def _deadline_passed(request: httpx.Request) -> httpx.ReadTimeout:
    return httpx.ReadTimeout("the deadline passed", request=request)


def _transport_of(client: httpx.AsyncClient, request: httpx.Request) -> httpx.AsyncBaseTransport | None:
    try:
        return transport_for(client, request.url)
    except AttributeError:  # another version of httpx: its requests are cancelled at any step
        return None


class _Sending:
    def __init__(self, scope: CancelScope, *, is_cancellable: bool) -> None:
        self._scope = scope
        self._is_cancellable = is_cancellable
        self._is_cancelled = False

    async def run(
        self, client: httpx.AsyncClient, request: httpx.Request, auth: httpx.Auth | None
    ) -> httpx.Response | None:
        request.extensions["trace"] = self._on_step
        with self._scope:
            return await _response_to(client, request, auth)
        return None

    def cancel(self, task: asyncio.Task[httpx.Response | None]) -> bool:
        # Cancel the request, at once or at httpcore's next safe step. Return whether it is at once.
        self._is_cancelled = True
        # The result is discarded. httpx's timeouts limit the time until the next step.
        _abandoned.add(task)
        task.add_done_callback(_discard)
        if self._is_cancellable:
            self._scope.cancel()
        return self._is_cancellable

    async def _on_step(self, name: str, _info: Any) -> None:
        # httpcore calls it at each of its steps (request extension "trace").
        self._is_cancellable = not name.endswith(_UNSAFE_STEPS)
        if self._is_cancelled and self._is_cancellable:
            self._scope.cancel()


def _discard(task: asyncio.Task[httpx.Response | None]) -> None:
    _abandoned.discard(task)
    if not task.cancelled():
        task.exception()  # so that asyncio does not log it
