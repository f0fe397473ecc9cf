"""Output and errors of the command line."""

from __future__ import annotations

import json
import os
import sys
from typing import Any, Final

from spacecat_shared_data_access.schema.printing import printable

PROGRAM: Final = "spacecat-data-access"

FAILED: Final = 1
WRONG_ARGUMENTS: Final = 2
INTERRUPTED: Final = 130  # 128 + SIGINT
NOBODY_READS: Final = 141  # as a shell reports a program ended by a closed pipe: 128 + SIGPIPE


def say(*lines: str) -> None:
    """Print lines without buffering, so that the reader of a pipe gets them at once."""
    print(*lines, sep="\n", flush=True)  # noqa: T201 - the output of a command line


def say_json(value: Any) -> None:
    """Print a value as indented JSON, in ASCII for any encoding of the terminal."""
    say(json.dumps(value, indent=2))


def fail(message: str, code: int = FAILED) -> int:
    """Print an error as one line on stderr.

    Args:
        message: The error; line breaks become spaces, and control characters are escaped.
        code: The exit code.

    Returns:
        The exit code.
    """
    print(f"{PROGRAM}: error: {printable(' '.join(message.split()))}", file=sys.stderr)  # noqa: T201 - as in `say`
    return code


def flush() -> None:
    """Flush stdout while an error can still be reported. Raises OSError."""
    if sys.stdout:  # None if the process was started without one
        sys.stdout.flush()


def let_go_of_stdout() -> None:
    """Discard buffered output that cannot be written, which would raise at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
