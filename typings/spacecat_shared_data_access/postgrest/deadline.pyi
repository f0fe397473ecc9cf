"""Deadlines: until when a request may take, all of its attempts and waits together.

A deadline is a moment of the monotonic clock. What a caller allows in all, such as the time that is left
of a Lambda invocation, is a ceiling over every deadline within.
"""

from collections.abc import Iterator
from contextlib import contextmanager

def deadline_in(seconds: float) -> float:
    """Give the moment so many seconds from now, or the ceiling where that comes before."""

def seconds_until(deadline: float) -> float:
    """Give how many seconds are left; 0 or less where the deadline is past."""

def seconds_left() -> float:
    """Give how many seconds are left until the ceiling; infinitely many where there is none."""

@contextmanager
def no_later_than(deadline: float) -> Iterator[None]:
    """Let nothing within take longer than until this moment, nor than a ceiling around it.

    Holds for the running thread or task, and for what the service gathers in it: invocations that run
    side by side do not mix.
    """
