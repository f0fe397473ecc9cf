"""The two kinds of deviations."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Deviation:
    """A case with a different outcome: the reason and the expected outcome."""

    reason: str
    result: Any
    methods: list[str]
    bodies: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class FewerRequests:
    """A case with the recorded outcome that reads and deletes the same rows in fewer requests."""

    reason: str
    methods: list[str]


@dataclass(frozen=True)
class ExtraFilters:
    """A case with the recorded outcome, whose requests have filters that the original drops."""

    reason: str
    filters: list[list[str]]
