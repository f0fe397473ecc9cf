"""Runs the Python blocks of a document, in order and in one namespace, and holds what they print to it.

Needs nothing but the standard library, so that it runs in any environment:
``python run_blocks.py DOCUMENT [URL]``. URL takes the place of the address that documents write.

A comment behind a ``print`` is what it prints; from ``…`` on, anything may follow. Each such line has to be
reached, and to print the same each time.
"""

import ast
import re
import sys
from pathlib import Path

ADDRESS = "http://127.0.0.1:3000"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks_of(text):
    """Give the document's Python blocks, each with the number of its first line."""
    return [(text.count("\n", 0, found.start(1)) + 1, found[1]) for found in _BLOCK.finditer(text)]


def promised(code):
    """Give what the document says that is printed, by the line on which a print ends."""
    lines = code.splitlines()
    prints = (
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    )
    found = {}
    for node in prints:
        comment = re.fullmatch(r"\s*#\s*(.+)", lines[node.end_lineno - 1][node.end_col_offset :])
        if comment:
            found[range(node.lineno, node.end_lineno + 1)] = comment[1]
    return found


def run(document, url):
    """Run a document's blocks.

    Returns:
        How many lines were printed as promised.

    Raises:
        AssertionError: Something else was printed, or nothing.
    """
    text = Path(document).read_text(encoding="utf-8").replace(ADDRESS, url)
    namespace = {"__name__": "__main__"}
    held = 0
    for first_line, code in blocks_of(text):
        printed = []

        def note(*values, sep=" ", end="\n", printed=printed, **_):
            printed.append((sys._getframe(1).f_lineno, sep.join(map(str, values)) + end.removesuffix("\n")))

        namespace["print"] = note
        # The block's own lines stand behind as many empty ones as stand before it: errors name them.
        exec(compile("\n" * (first_line - 1) + code, document, "exec"), namespace)  # noqa: S102 - our own text
        for lines, said in promised(code).items():
            there = range(lines.start + first_line - 1, lines.stop + first_line - 1)
            got = [line for number, line in printed if number in there]
            where = f"{document}:{there.start}"
            assert got, f"{where} was not reached"
            for line in got:
                start, more, _ = said.partition("…")
                same = line.startswith(start.rstrip()) if more else line == said
                assert same, f"{where} printed {line!r}, not {said!r}"
            held += len(got)
    return held


if __name__ == "__main__":
    sys.stdout.write(str(run(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ADDRESS)))
