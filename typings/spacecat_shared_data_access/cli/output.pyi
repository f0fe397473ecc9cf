"""Output and errors of the command line."""

from collections.abc import Sequence
from typing import Any, Final

PROGRAM: Final = "spacecat-data-access"
FAILED: Final = 1
WRONG_ARGUMENTS: Final = 2
NOBODY_READS: Final = 141

def say(*lines: str) -> None:
    """Print lines without buffering, so that the reader of a pipe gets them at once."""

def say_json(value: Any) -> None:
    """Print a value as indented JSON, in ASCII for any encoding of the terminal."""

def fail(message: str, code: int = ...) -> int:
    """Print an error as one line on stderr.

    Args:
        message: The error; line breaks become spaces.
        code: The exit code.

    Returns:
        The exit code.
    """

def terminal_width() -> int | None:
    """Return the columns of the terminal on stdout, or None if stdout is not a terminal."""

def table(rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """Return rows as the lines of a table.

    Args:
        rows: Cells, the same number in each row. The first row has the headings.
        width: The columns to fit into by wrapping cells, at word boundaries if possible, the first column
            last; None for one line per row.
    """

def prose(text: str, width: int | None, indent: str = "") -> list[str]:
    """Return text as lines that fit into a width, if there is one. Words are not broken."""

def flush() -> None:
    """Flush stdout while an error can still be reported. Raises OSError."""

def let_go_of_stdout() -> None:
    """Discard buffered output that cannot be written, which would raise at exit."""
