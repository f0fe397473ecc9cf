"""Running several calls concurrently: what the sync and async services share."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Final, TypeVar

T = TypeVar("T")

MAX_CONCURRENCY: Final = 8
# Within a concurrent call further calls run one after the other: otherwise a call could send more than
# MAX_CONCURRENCY requests at a time, and its threads could wait for each other.
is_concurrent: Final[ContextVar[bool]] = ContextVar("spacecat_is_concurrent", default=False)


def results_of(outcomes: Sequence[T | BaseException]) -> list[T]:
    """Return the results in order, or raise the first error among them."""
    results: list[T] = []
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
        results.append(outcome)
    return results
