"""Deadlines: until when a request may take, all of its attempts and waits together.

A deadline is a moment of the monotonic clock. What a caller allows in all, such as the time that is left
of a Lambda invocation, is a ceiling over every deadline within.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

def deadline_in(seconds: float) -> float:
    """Return the moment so many seconds from now, or the ceiling where that comes before."""

def seconds_until(deadline: float) -> float:
    """Return how many seconds are left; 0 or less where the deadline is past."""

def seconds_left() -> float:
    """Return how many seconds are left until the ceiling; infinitely many where there is none."""

@contextmanager
def no_later_than(deadline: float) -> Iterator[None]:
    """Let nothing within take longer than until this moment, nor than a ceiling around it.

    Holds for the running thread or task, and for what the service gathers in it: invocations that run
    side by side do not mix.
    """

@contextmanager
def invocation_deadline(seconds: float) -> Iterator[None]:
    """Let nothing that an invocation does take longer than so many seconds from now.

    As `no_later_than`, and in threads that the invocation hands work to as well: a thread without a
    deadline of its own has the latest of the invocations under way.

    Args:
        seconds: How long the invocation may take; infinity where that is not known.
    """

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
