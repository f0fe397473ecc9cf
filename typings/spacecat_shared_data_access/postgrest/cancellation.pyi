"""Giving up a request on asyncio, without losing its connection for good.

httpcore shields its bookkeeping from anyio's cancellation, but not from a task's own (`Task.cancel`,
`asyncio.timeout`), and not at all between two of its steps: a connection then counts as busy, or as
about to be opened, for ever, and a client whose connections are all lost answers nothing any more
(encode/httpcore, issues 1093 and 830). So a request is sent in a task of its own, which the caller's
cancellation does not reach, and is cancelled anyio's way, and only where httpcore takes it.
"""

from collections.abc import Callable

import httpx

async def send(
    client: httpx.AsyncClient,
    request: httpx.Request,
    seconds: float,
    *,
    auth: httpx.Auth | None = None,
    when_over: Callable[[], None] = ...,
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
