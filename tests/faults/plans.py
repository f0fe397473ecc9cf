"""Plans: which request meets which fault."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from faults.kinds import Fault, Pass
from faults.wire import Request

PASS = Pass()


class Plan(Protocol):
    """Decides, request by request, in the order in which they arrive."""

    def fault_for(self, request: Request) -> Fault:
        """What is to be done to this request."""


@dataclass
class _Line:
    method: str
    path: str
    faults: list[Fault]


class Script:
    """Faults for requests that are named beforehand; all others pass."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []

    def next(self, method: str, path: str, *faults: Fault) -> None:
        """What the next requests of this method and path meet, one fault after the other.

        Args:
            method: Such as PATCH.
            path: Such as /tickets.
            *faults: One for each request.
        """
        self._lines.append(_Line(method, path, list(faults)))

    def clear(self) -> None:
        """Forget what has not happened yet."""
        self._lines.clear()

    def left(self) -> list[Fault]:
        """The faults that nobody has met yet."""
        return [fault for line in self._lines for fault in line.faults]

    def fault_for(self, request: Request) -> Fault:
        for line in self._lines:
            if (line.method, line.path) == (request.method, request.path) and line.faults:
                return line.faults.pop(0)
        return PASS


class Chaos:
    """Faults at random. The same seed over the same requests in the same order gives the same faults.

    Args:
        seed: Of the random numbers.
        rate: The share of requests that meet a fault, from 0 to 1.
        faults: To choose from.
        stubborn: The share of faults, from 0 to 1, that the same request meets again when it is repeated.
            Without them hardly any call would use up its attempts.
        repetitions: How often it then meets them again.
    """

    def __init__(
        self, seed: int, rate: float, faults: Sequence[Fault], *, stubborn: float = 0, repetitions: int = 3
    ) -> None:
        self._random = random.Random(seed)  # noqa: S311 - to repeat, not to hide
        self._rate = rate
        self._faults = list(faults)
        self._stubborn = stubborn
        self._repetitions = repetitions
        self._to_come: dict[Request, list[Fault]] = {}

    def fault_for(self, request: Request) -> Fault:
        to_come = self._to_come.get(request)
        if to_come:
            return to_come.pop()
        if self._random.random() >= self._rate:
            return PASS
        fault = self._random.choice(self._faults)
        if self._random.random() < self._stubborn:
            self._to_come[request] = [fault] * self._repetitions
        return fault
