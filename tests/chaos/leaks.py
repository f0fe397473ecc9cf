"""Watching over secrets: what is logged, and what an error shows."""

import logging
import pickle
import traceback
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self


class Watch(logging.Handler):
    """Looks for secrets in every line that anything logs, at any level, while it is open.

    Args:
        secrets: Texts that must not show; a part of each that is nowhere else is enough.

    Attributes:
        lines: How many lines there were.
        found: Those that held a secret.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__(logging.NOTSET)
        self._secrets = secrets
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
        self.lines = 0
        self.found: list[str] = []

    def __enter__(self) -> Self:
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.DEBUG)
        root.addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        root = logging.getLogger()
        root.removeHandler(self)
        root.setLevel(self._level)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += 1
        line = self.format(record)
        if holds(line, self._secrets):
            self.found.append(line)


def shown_by(error: BaseException) -> Iterator[str]:
    """All texts in which an error may end up somewhere: printed, logged, in a traceback, pickled."""
    yield str(error)
    yield repr(error)
    yield "".join(traceback.format_exception(error))
    pickled = pickle.dumps(error)
    yield pickled.decode("utf-8", "backslashreplace")
    restored = pickle.loads(pickled)  # noqa: S301 - our own
    yield repr(vars(restored))


def holds(text: str, secrets: Sequence[str]) -> bool:
    """Whether any of the secrets is in a text."""
    return any(secret in text for secret in secrets)
