"""Gathering: what running calls side by side has in common on both faces."""

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Final, TypeVar

T = TypeVar("T")
MOST_AT_ONCE: Final = 8
gathering: Final[ContextVar[bool]]

def unwrap(outcomes: Sequence[T | BaseException]) -> list[T]:
    """Give the results in order, or raise the first failure among them."""
