"""Output and errors of the command line."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, Final

from spacecat_shared_data_access.schema.printing import aligned

PROGRAM: Final = "spacecat-data-access"

FAILED: Final = 1
WRONG_ARGUMENTS: Final = 2
NOBODY_READS: Final = 141  # as a shell reports a program ended by a closed pipe: 128 + SIGPIPE

_NARROWEST: Final = 8  # columns of a cell whose words are broken; less is not readable
_GAP: Final = 2  # columns of indentation, and between cells


def say(*lines: str) -> None:
    """Print lines without buffering, so that the reader of a pipe gets them at once."""
    print(*lines, sep="\n", flush=True)  # noqa: T201 - the output of a command line


def say_json(value: Any) -> None:
    """Print a value as indented JSON, in ASCII for any encoding of the terminal."""
    say(json.dumps(value, indent=2))


def fail(message: str, code: int = FAILED) -> int:
    """Print an error as one line on stderr.

    Args:
        message: The error; line breaks become spaces.
        code: The exit code.

    Returns:
        The exit code.
    """
    print(f"{PROGRAM}: error: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201 - as in `say`
    return code


def terminal_width() -> int | None:
    """Return the columns of the terminal on stdout, or None if stdout is not a terminal."""
    return shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None


def has_colours() -> bool:
    """Return whether to print in colours: stdout is a terminal that has them, and NO_COLOR is not set.

    See https://no-color.org.
    """
    return (
        terminal_width() is not None and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def table(rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """Return rows as the lines of a table.

    Args:
        rows: Cells, the same number in each row. The first row has the headings.
        width: The columns to fit into by wrapping cells, at word boundaries if possible, the first column
            last; None for one line per row.
    """
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    if width is None or _line(widths) <= width:
        return list(aligned(rows))
    words = [max(map(_longest_word, cells)) for cells in zip(*rows, strict=True)]
    narrowest = [min(_NARROWEST, each) for each in words]
    for floors in (words, [words[0], *narrowest[1:]], narrowest):
        while _line(widths) > width and widths != floors:
            place = max(range(len(widths)), key=lambda column: widths[column] - floors[column])
            widths[place] -= 1
    return list(aligned([line for row in rows for line in _wrapped(row, widths)]))


def prose(text: str, width: int | None, indent: str = "") -> list[str]:
    """Return text as lines that fit into a width, if there is one. Words are not broken."""
    if width is None:
        return [indent + text]
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False)


def flush() -> None:
    """Flush stdout while an error can still be reported. Raises OSError."""
    if sys.stdout:  # None if the process was started without one
        sys.stdout.flush()


def let_go_of_stdout() -> None:
    """Discard buffered output that cannot be written, which would raise at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _line(widths: Sequence[int]) -> int:
    return sum(width + _GAP for width in widths)


def _longest_word(cell: str) -> int:
    return max(map(len, textwrap.wrap(_breakable(cell), 1, break_long_words=False)), default=0)


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> list[list[str]]:
    cells = [
        textwrap.wrap(cell if len(cell) <= width else _breakable(cell), width)
        for cell, width in zip(row, widths, strict=True)
    ]
    return [list(line) for line in zip_longest(*cells, fillvalue="")]


def _breakable(cell: str) -> str:
    # The values of an enum may wrap between any two of them.
    return cell.replace("|", " | ")
