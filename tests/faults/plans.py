"""Plans, which decide what fault a request gets."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from faults.fault_types import Fault, Pass
from faults.wire import Request

PASS = Pass()


class Plan(Protocol):
    """Chooses a fault for each request, in the order of their arrival."""

    def fault_for(self, request: Request) -> Fault:
        """Return the fault for a request."""


@dataclass
class _Line:
    method: str
    path: str
    faults: list[Fault]


class Script:
    """Faults for the next requests of a method and path; all other requests pass."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []

    def next(self, method: str, path: str, *faults: Fault) -> None:
        """Add faults for the next requests of a method and path.

        Args:
            method: Such as PATCH.
            path: Such as /tickets.
            *faults: One for each request.
        """
        self._lines.append(_Line(method, path, list(faults)))

    def clear(self) -> None:
        """Remove all faults."""
        self._lines.clear()

    def left(self) -> list[Fault]:
        """Return the faults that have not been used."""
        return [fault for line in self._lines for fault in line.faults]

    def fault_for(self, request: Request) -> Fault:
        for line in self._lines:
            if (line.method, line.path) == (request.method, request.path) and line.faults:
                return line.faults.pop(0)
        return PASS


class Chaos:
    """Random faults. The same seed with the same requests in the same order causes the same faults.

    Args:
        seed: The seed of the random numbers.
        rate: The share of requests with a fault, from 0 to 1.
        faults: The faults to choose from.
        stubborn: The share of faults, from 0 to 1, that recur when the same request is sent again. Without
            them hardly any call would exhaust its attempts.
        repetitions: The number of times that such a fault recurs.
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
