"""Deadlines: until when a request may take, all of its attempts and waits together.

A deadline is a moment of the monotonic clock. What a caller allows in all, such as the time that is left
of a Lambda invocation, is a ceiling over every deadline within.
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

_ceiling: Final[ContextVar[float | None]] = ContextVar("spacecat_deadline", default=None)
# The deadlines of the invocations under way. A thread pool's workers do not see the handler's context.
_invocations: Final[dict[object, float]] = {}


def deadline_in(seconds: float) -> float:
    """Return the moment so many seconds from now, or the ceiling where that comes before."""
    return min(time.monotonic() + seconds, _current_ceiling())


def seconds_until(deadline: float) -> float:
    """Return how many seconds are left; 0 or less where the deadline is past."""
    return deadline - time.monotonic()


def seconds_left() -> float:
    """Return how many seconds are left until the ceiling; infinitely many where there is none."""
    return seconds_until(_current_ceiling())


@contextmanager
def deadline_scope(deadline: float) -> Iterator[None]:
    """Let nothing within take longer than until this moment, nor than a ceiling around it.

    Holds for the running thread or task, and for what the service gathers in it: invocations that run
    side by side do not mix.
    """
    around = _ceiling.get()
    token = _ceiling.set(deadline if around is None else min(deadline, around))
    try:
        yield
    finally:
        _ceiling.reset(token)


@contextmanager
def invocation_deadline(seconds: float) -> Iterator[None]:
    """Let nothing that an invocation does take longer than so many seconds from now.

    As `deadline_scope`, and in threads that the invocation hands work to as well: a thread without a
    deadline of its own has the latest of the invocations under way.

    Args:
        seconds: How long the invocation may take; infinity where that is not known.
    """
    invocation, deadline = object(), time.monotonic() + seconds
    _invocations[invocation] = deadline
    try:
        with deadline_scope(deadline):
            yield
    finally:
        del _invocations[invocation]


def call_until_deadline(function: Callable[[], T]) -> T:
    """Call a function that blocks and has no deadline of its own, and wait for it until the ceiling.

    Without a ceiling it is simply called. With one it runs in a thread of its own, which is left to
    itself when the time is over: a daemon, so that it does not hold up the end of the process.

    Args:
        function: What to call. `seconds_left` says within it how much time there is.

    Returns:
        What it returns; what it raises is raised.

    Raises:
        TimeoutError: It did not return in time.
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
        except BaseException as error:  # noqa: BLE001 - raised where the outcome is waited for
            outcome.set_exception(error)

    threading.Thread(target=call, name="spacecat-until-deadline", daemon=True).start()
    return outcome.result(left)


def _current_ceiling() -> float:
    own = _ceiling.get()
    return max(list(_invocations.values()), default=math.inf) if own is None else own
