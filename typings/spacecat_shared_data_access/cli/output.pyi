"""What the command line prints, and how it fails."""

from collections.abc import Sequence
from typing import Any, Final

PROGRAM: Final = "spacecat-data-access"
FAILED: Final = 1
WRONG_ARGUMENTS: Final = 2
NOBODY_READS: Final = 141

def say(*lines: str) -> None:
    """Print lines at once, so that a pipe's reader need not wait for them."""

def say_json(value: Any) -> None:
    """Print a value as JSON, readable, in ASCII: whatever the terminal's encoding is."""

def fail(message: str, code: int = ...) -> int:
    """Print an error as one line on stderr.

    Args:
        message: What was wrong; line breaks become blanks.
        code: The exit code.

    Returns:
        The exit code.
    """

def terminal_width() -> int | None:
    """Give the columns of the terminal on stdout, or None where stdout is no terminal."""

def table(rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """Write rows as a table.

    Args:
        rows: Cells; all rows have as many. The first row is the headings.
        width: The columns to fit into, by wrapping cells, words last and those of the first column last of
            all; None to write a row as one line.
    """

def prose(text: str, width: int | None, indent: str = "") -> list[str]:
    """Write running text in lines that fit into a width, where there is one. Words stay whole."""

def flush() -> None:
    """Write what is still to be printed, now, while an error can still be told. Raises OSError."""

def let_go_of_stdout() -> None:
    """Send what is still to be printed nowhere, since it cannot be written: else it would fail at exit."""
