"""Find secrets in logs and errors."""

import logging
import pickle
import traceback
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self


class SecretsWatch(logging.Handler):
    """A logging handler that looks for secrets in every line logged by anything, at any level.

    Args:
        secrets: Texts that must not appear. A part that occurs nowhere else is enough.

    Attributes:
        lines: The number of lines.
        found: The lines that contained a secret.
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
        if contains_any(line, self._secrets):
            self.found.append(line)


def texts_of(error: BaseException) -> Iterator[str]:
    """Yield every text form of an error: printed, in a traceback, pickled and restored."""
    yield str(error)
    yield repr(error)
    yield "".join(traceback.format_exception(error))
    pickled = pickle.dumps(error)
    yield pickled.decode("utf-8", "backslashreplace")
    restored = pickle.loads(pickled)  # noqa: S301 - our own
    yield repr(vars(restored))


def contains_any(text: str, secrets: Sequence[str]) -> bool:
    """Return whether a text contains one of the secrets."""
    return any(secret in text for secret in secrets)
