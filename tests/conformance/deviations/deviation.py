"""One deviation."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Deviation:
    """A case whose outcome differs: why, and what is expected instead."""

    reason: str
    result: Any
    methods: list[str]
    bodies: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class FewerRequests:
    """A case of the recorded outcome, that asks about the same rows and removes the same, more at a time."""

    reason: str
    methods: list[str]
