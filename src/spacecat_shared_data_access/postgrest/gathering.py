"""Gathering: what running calls side by side has in common on both faces."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Final, TypeVar

T = TypeVar("T")

MAX_CONCURRENCY: Final = 8
# What is gathered inside something gathered runs one after the other: at most MOST_AT_ONCE requests
# of one call are under way, and no worker waits for another.
gathering: Final[ContextVar[bool]] = ContextVar("spacecat_gathering", default=False)


def unwrap(outcomes: Sequence[T | BaseException]) -> list[T]:
    """Give the results in order, or raise the first failure among them."""
    results: list[T] = []
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
        results.append(outcome)
    return results
