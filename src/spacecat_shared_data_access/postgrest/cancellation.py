"""Giving up a request on asyncio, without losing its connection for good.

httpcore shields its bookkeeping from anyio's cancellation, but not from a task's own (`Task.cancel`,
`asyncio.timeout`), and not at all between two of its steps: a connection then counts as busy, or as
about to be opened, for ever, and a client whose connections are all lost answers nothing any more
(encode/httpcore, issues 1093 and 830). So a request is sent in a task of its own, which the caller's
cancellation does not reach, and is cancelled anyio's way, and only where httpcore takes it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import httpx

if TYPE_CHECKING:
    from anyio import CancelScope

# After these, the connection is neither being opened nor in use yet.
_BETWEEN_STEPS: Final = ("connect_tcp.complete", "start_tls.complete")
# Seconds for a connection to be closed before the caller goes on.
_A_MOMENT: Final = 0.1

_given_up: Final[set[asyncio.Task[httpx.Response | None]]] = set()


async def send(
    client: httpx.AsyncClient,
    request: httpx.Request,
    seconds: float,
    *,
    auth: httpx.Auth | None = None,
    when_over: Callable[[], None] = lambda: None,
) -> httpx.Response:
    """Send a request and read its answer, and give up when the time is over or the caller is cancelled.

    Args:
        client: What to send with.
        request: The request.
        seconds: How long it may take in all.
        auth: What signs the request; the client's own where not given.
        when_over: Called when the request occupies the client no longer, which may be after it was given up.

    Raises:
        httpx.RequestError: There was no answer, or not in time (`httpx.ReadTimeout`).
        asyncio.CancelledError: The caller was cancelled.
    """
    from anyio import CancelScope  # noqa: PLC0415 - httpx too imports it no sooner than it sends

    exchange = _Exchange(CancelScope(), anywhere=not _is_httpcores(client, request))
    task = asyncio.ensure_future(exchange.run(client, request, auth))
    task.add_done_callback(lambda _task: when_over())
    try:
        await asyncio.wait({task}, timeout=seconds)
    finally:
        if not task.done() and exchange.give_up(task):
            await asyncio.wait({task}, timeout=_A_MOMENT)
    response = task.result() if task.done() else None
    if response is None:
        raise httpx.ReadTimeout("the deadline passed", request=request)
    return response


def _is_httpcores(client: httpx.AsyncClient, request: httpx.Request) -> bool:
    # httpcore says where it takes a cancellation; another transport takes it anywhere.
    try:
        transport = client._transport_for_url(request.url)  # noqa: SLF001 - the environment may name proxies
    except AttributeError:  # a later httpx: a request is given up as it would be without this module
        return False
    return isinstance(transport, httpx.AsyncHTTPTransport)


class _Exchange:
    def __init__(self, scope: CancelScope, *, anywhere: bool) -> None:
        self._scope = scope
        self._may_be_cancelled = anywhere
        self._is_given_up = False

    async def run(
        self, client: httpx.AsyncClient, request: httpx.Request, auth: httpx.Auth | None
    ) -> httpx.Response | None:
        request.extensions["trace"] = self._take_step
        with self._scope:
            return await client.send(request, auth=auth or httpx.USE_CLIENT_DEFAULT, follow_redirects=False)
        return None

    def give_up(self, task: asyncio.Task[httpx.Response | None]) -> bool:
        # Tells whether it ends at once; else it does where httpcore next takes it.
        self._is_given_up = True
        # Whatever it still comes to, nobody asks any more. Its own timeouts bound the next step.
        _given_up.add(task)
        task.add_done_callback(_forget)
        if self._may_be_cancelled:
            self._scope.cancel()
        return self._may_be_cancelled

    async def _take_step(self, name: str, _info: Any) -> None:
        # httpcore tells of each of its steps (its extension "trace").
        self._may_be_cancelled = not name.endswith(_BETWEEN_STEPS)
        if self._is_given_up and self._may_be_cancelled:
            self._scope.cancel()


def _forget(task: asyncio.Task[httpx.Response | None]) -> None:
    _given_up.discard(task)
    if not task.cancelled():
        task.exception()
