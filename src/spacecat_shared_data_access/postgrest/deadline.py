"""Deadlines of requests, including all of their attempts and delays.

A deadline is a time of the monotonic clock. A block (`deadline_scope`) or a Lambda invocation has an outer
deadline, which limits those of all requests in it.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from typing import Final, TypeVar

T = TypeVar("T")

_deadline: Final[ContextVar[float | None]] = ContextVar("spacecat_deadline", default=None)
# The deadlines of the current invocations. The threads of a pool do not have the handler's context.
_invocations: Final[dict[object, float]] = {}


def deadline_in(seconds: float) -> float:
    """Return the deadline in some seconds from now, or the outer deadline if that is earlier."""
    return min(time.monotonic() + seconds, _outer_deadline())


def seconds_until(deadline: float) -> float:
    """Return the time until a deadline in seconds: 0 or less if it has passed."""
    return deadline - time.monotonic()


def seconds_left() -> float:
    """Return the time until the outer deadline in seconds: infinity if there is none."""
    return seconds_until(_outer_deadline())


@contextmanager
def deadline_scope(deadline: float) -> Iterator[None]:
    """Apply a deadline to all requests in a block. Outer deadlines stay in effect.

    It applies to the current thread or task and to the calls that the service runs concurrently in it, so
    that concurrent invocations do not affect each other.
    """
    outer = _deadline.get()
    token = _deadline.set(deadline if outer is None else min(deadline, outer))
    try:
        yield
    finally:
        _deadline.reset(token)


@contextmanager
def invocation_deadline(seconds: float) -> Iterator[None]:
    """Apply a deadline to all requests of a Lambda invocation.

    It applies like `deadline_scope`, and in other threads too: a thread without a deadline has the latest
    one of the current invocations.

    Args:
        seconds: The time that the invocation has left, in seconds. Infinity if it is unknown.
    """
    invocation, deadline = object(), time.monotonic() + seconds
    _invocations[invocation] = deadline
    try:
        with deadline_scope(deadline):
            yield
    finally:
        del _invocations[invocation]


def call_until_deadline(function: Callable[[], T]) -> T:
    """Call a blocking function that has no timeout, and wait for it until the outer deadline.

    With an outer deadline the function runs in a daemon thread, which is abandoned at the deadline.

    Args:
        function: The function. It may call `seconds_left`.

    Returns:
        The function's result. Its exceptions are raised.

    Raises:
        TimeoutError: The function did not return in time.
    """
    left = seconds_left()
    if left == math.inf:
        return function()
    if left <= 0:
        raise TimeoutError
    outcome: Future[T] = Future()
    context = copy_context()

    def call() -> None:
        try:
            outcome.set_result(context.run(function))
        except BaseException as error:  # noqa: BLE001 - outcome.result() raises it
            outcome.set_exception(error)

    threading.Thread(target=call, name="spacecat-until-deadline", daemon=True).start()
    return outcome.result(left)


def _outer_deadline() -> float:
    own = _deadline.get()
    return max(list(_invocations.values()), default=math.inf) if own is None else own
