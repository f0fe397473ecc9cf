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
