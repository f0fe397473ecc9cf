"""Text, tables and progress for people: drawn by rich on a terminal, if it is installed, and plain otherwise."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from spacecat_shared_data_access.cli import output
from spacecat_shared_data_access.schema.printing import aligned, printable

if TYPE_CHECKING:
    from rich.console import Console

Rows = Sequence[Sequence[str]]
"""Cells, the same number in each row. The first row has the headings."""

_GAP: Final = 2  # columns of indentation, and between cells
_INDENT: Final = " " * _GAP
_NARROWEST: Final = 20  # columns of a terminal; in a narrower one, lines are longer than it is wide
_NARROWEST_VALUE: Final = 8
_PIPED_WIDTH: Final = 100  # columns of a list of names without a terminal
_PIECES: Final = re.compile(r"[^_|./]+[_|./]*|[_|./]+")  # what a long word may be broken into


class Screen:
    """Writes plain text to stdout.

    Args:
        width: The columns to fit into; None for lines of any length, as programs read them.
    """

    def __init__(self, width: int | None = None) -> None:
        self._width = None if width is None else max(width, _NARROWEST)

    def line(self, text: str = "", style: str = "") -> None:
        """Write one line as it is. Plain text has no styles."""
        del style
        output.say(text)

    def paragraph(self, text: str, style: str = "") -> None:
        """Write text, wrapped at words."""
        for line in [text] if self._width is None else wrapped(printable(text), self._width):
            self.line(line, style)

    def section(self, title: str) -> None:
        """Write the title of a section, after an empty line."""
        self.line()
        self.paragraph(title, "bold")

    def names(self, names: Iterable[str]) -> None:
        """Write a list of names, indented."""
        text = ", ".join(names)
        if self._width is None:
            lines = textwrap.wrap(text, _PIPED_WIDTH - _GAP, break_long_words=False)
        else:
            lines = wrapped(printable(text), self._width - _GAP)
        for line in lines:
            self.line(_INDENT + line)

    def table(self, rows: Rows, styles: Mapping[str, str] | None = None) -> None:
        """Write a table. If it is too wide for the screen, cells are wrapped, or each row gets lines of its own.

        Args:
            rows: The table.
            styles: The styles of cells in the first column, by their text.
        """
        if self._width is None:
            for line in aligned(rows):
                self.line(line)
            return
        rows = [[printable(cell) for cell in row] for row in rows]
        widths = _column_widths(rows, self._width)
        if widths is None:
            self._write_stacked(rows, self._width, styles or {})
        else:
            cells = [[wrapped(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
            self._write_table(cells, widths, styles or {})

    def _write_stacked(self, rows: Rows, width: int, styles: Mapping[str, str]) -> None:
        """Write each row as its first cell, and below it a line for every other cell that is not empty."""
        headings, *records = rows
        label_width = max(map(len, headings[1:]), default=0)
        indent = 2 * _GAP + label_width + _GAP
        for title, *cells in records:
            for line in wrapped(title, width - _GAP):
                self.line(_INDENT + line, styles.get(title, "bold"))
            for heading, cell in zip(headings[1:], cells, strict=True):
                label = heading.ljust(label_width)
                for line in wrapped(cell, max(width - indent, _NARROWEST_VALUE)) if cell else ():
                    self.line(f"{2 * _INDENT}{label}{_INDENT}{line}")
                    label = " " * label_width

    def _write_table(
        self, rows: Sequence[Sequence[list[str]]], widths: Sequence[int], styles: Mapping[str, str]
    ) -> None:
        """Write a table whose cells are lines that fit."""
        del styles
        for row in rows:
            for number in range(max(map(len, row))):
                cells = [lines[number] if number < len(lines) else "" for lines in row]
                padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
                self.line(_INDENT + _INDENT.join(padded).rstrip())


class RichScreen(Screen):
    """Writes to a console of rich, in colours if the console has them."""

    def __init__(self, console: Console) -> None:
        super().__init__(console.width)
        self._console = console

    def line(self, text: str = "", style: str = "") -> None:
        """Write one line as it is."""
        from rich.text import Text  # noqa: PLC0415 - only a terminal needs it

        self._console.print(Text(text, style), soft_wrap=True)

    def _write_table(
        self, rows: Sequence[Sequence[list[str]]], widths: Sequence[int], styles: Mapping[str, str]
    ) -> None:
        from rich import box  # noqa: PLC0415 - only a terminal needs it
        from rich.padding import Padding  # noqa: PLC0415 - as above
        from rich.table import Table  # noqa: PLC0415 - as above
        from rich.text import Text  # noqa: PLC0415 - as above

        headings, *records = rows
        # With the divider of the box, cells are _GAP apart.
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
        for heading, width in zip(headings, widths, strict=True):
            table.add_column(Text("\n".join(heading)), width=width, overflow="fold")
        for first, *others in records:
            style = styles.get(" ".join(first), "cyan")
            table.add_row(Text("\n".join(first), style), *(Text("\n".join(lines)) for lines in others))
        self._console.print(Padding(table, (0, 0, 0, _GAP), expand=False))


def screen() -> Screen:
    """Return the screen for stdout. The console of rich decides whether that is a terminal, and has colours."""
    console = _rich_console()
    if console is not None:
        return RichScreen(console) if console.is_terminal else Screen()
    return Screen(shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None)


@contextmanager
def progress(what: str, total: int | None = None, *, is_live: bool = True) -> Iterator[Callable[[], None]]:
    """Show the progress of long work on stderr, if that is a terminal, rich is installed, and this is not a CI.

    Args:
        what: What is done.
        total: The number of steps; None if it is not known.
        is_live: Whether a thread updates the time that has passed. Without it, only steps do.

    Yields:
        A function to be called after each step.
    """
    console = _rich_console(on_stderr=True)
    in_ci = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    # FORCE_COLOR makes a terminal of any file, but not one where a line can be overwritten.
    if console is None or not console.is_interactive or not sys.stderr.isatty() or in_ci:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - only a terminal needs it

    steps = () if total is None else (MofNCompleteColumn(),)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), *steps, TimeElapsedColumn())
    with Progress(
        *columns,
        console=console,
        auto_refresh=is_live,
        transient=True,
        # What goes to the same terminal is written above the bar; what goes to a pipe is left alone.
        redirect_stdout=bool(sys.stdout) and sys.stdout.isatty(),
    ) as shown:
        task = shown.add_task(what, total=total)
        shown.refresh()

        def advance() -> None:
            shown.update(task, advance=1, refresh=not is_live)

        yield advance


def _rich_console(*, on_stderr: bool = False) -> Console | None:
    try:
        from rich.console import Console  # noqa: PLC0415 - an optional package
    except ImportError:
        return None

    class ReportingConsole(Console):
        def on_broken_pipe(self) -> None:
            """Raise the error that is being handled; rich's own method would end the program."""
            raise  # noqa: PLE0704 - called by the handler of the error

    if on_stderr:
        return ReportingConsole(stderr=True)
    # By itself rich takes 80 columns for TERM=dumb, and none for COLUMNS=0.
    width, height = shutil.get_terminal_size()
    return ReportingConsole(highlight=False, width=width, height=height)


def wrapped(text: str, width: int) -> list[str]:
    """Return text as lines that fit into a width.

    Words that are longer than a line are broken, after an underscore or a similar character if possible.
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += _broken(word, width)
    return lines[1:] or lines


def _broken(word: str, width: int) -> list[str]:
    if len(word) <= width:
        return [word]
    parts = [""]
    for piece in _PIECES.findall(word):
        if len(parts[-1]) + len(piece) <= width:
            parts[-1] += piece
        else:
            parts += textwrap.wrap(piece, width, break_on_hyphens=False)
    return parts if parts[0] else parts[1:]


def _column_widths(rows: Rows, width: int) -> list[int] | None:
    """Return the widths of columns that fit into a width; None if that is too narrow to be read."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, cells)) for cells in columns]
    words = [max(len(word) for cell in cells for word in (cell.split() or [""])) for cells in columns]
    pieces = [max(len(each) for cell in cells for each in _pieces_of(cell)) for cells in columns]
    # Words are broken last, and those of the first column last of all.
    for floors in (words, [words[0], *pieces[1:]], pieces):
        while _line_width(widths) > width and widths != floors:
            place = max(range(len(widths)), key=lambda column: widths[column] - floors[column])
            widths[place] -= 1
    return widths if _line_width(widths) <= width else None


def _pieces_of(cell: str) -> list[str]:
    return [piece for word in cell.split() for piece in _PIECES.findall(word)] or [""]


def _line_width(widths: Sequence[int]) -> int:
    return sum(width + _GAP for width in widths)
