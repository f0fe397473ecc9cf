"""Runs commands in a pseudo-terminal, as a person would see them."""

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from patience import PATIENCE

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
# What a terminal, a CI or a test runner may have set.
_OF_THE_MACHINE = ("CI", "COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")


def without_escapes(text: str) -> str:
    """Return text without the sequences for colours and the cursor."""
    return _ESCAPE.sub("", text)


@dataclass(frozen=True)
class Shown:
    """What a command wrote, with the line ends of a file."""

    code: int
    out: str
    err: str


def run_in_terminal(
    command: Sequence[str], *, columns: int = 80, pipes: Sequence[str] = (), **environment: str
) -> Shown:
    """Run a command whose stdout and stderr are terminals, and return what it wrote.

    Args:
        command: The command.
        columns: The width of the terminals.
        pipes: Which of `out` and `err` are pipes instead.
        environment: Variables in addition to those of this process, without what depends on the machine.
    """
    variables = {name: value for name, value in os.environ.items() if name not in _OF_THE_MACHINE}
    variables |= {"TERM": "xterm-256color", **environment}
    with _reader(columns, is_pipe="out" in pipes) as out, _reader(columns, is_pipe="err" in pipes) as err:
        process = subprocess.Popen(  # noqa: S603 - the caller's command
            list(command), stdin=subprocess.DEVNULL, stdout=out.fd, stderr=err.fd, env=variables
        )
        out.start(), err.start()
        code = process.wait(timeout=PATIENCE)
        return Shown(code, out.text(), err.text())


class _Reader:
    """Reads what is written to a descriptor, in a thread: a terminal's buffer is small."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self.fd = writing
        self._parts: list[bytes] = []
        self._thread = threading.Thread(target=self._read)

    def start(self) -> None:
        os.close(self.fd)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):  # EIO: on Linux the end of a terminal that nobody has open
            while part := os.read(self._reading, 65_536):
                self._parts.append(part)

    def text(self) -> str:
        self._thread.join()
        return b"".join(self._parts).decode().replace("\r\n", "\n")


@contextlib.contextmanager
def _reader(columns: int, *, is_pipe: bool) -> Iterator[_Reader]:
    reading, writing = os.pipe() if is_pipe else pty.openpty()
    if not is_pipe:
        fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    try:
        yield _Reader(reading, writing)
    finally:
        os.close(reading)
