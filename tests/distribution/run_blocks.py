"""Run the Python blocks of a document, in order and in one namespace, and compare what they print.

Needs only the standard library, so that it runs in any environment: ``python run_blocks.py DOCUMENT [URL]``.
The URL replaces the server address that the documents use.

The comment after a ``print`` is its expected output; ``…`` stands for any rest. Each such line must be
reached, and must print its output every time.
"""

import ast
import re
import sys
from pathlib import Path

ADDRESS = "http://127.0.0.1:3000"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks_of(text):
    """Return the document's Python blocks, each with its first line number."""
    return [(text.count("\n", 0, found.start(1)) + 1, found[1]) for found in _BLOCK.finditer(text)]


def expected_output(code):
    """Return the expected outputs of a block, by the lines of their print calls."""
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
        The number of lines that were printed as expected.

    Raises:
        AssertionError: A line printed something else, or was not reached.
    """
    text = Path(document).read_text(encoding="utf-8").replace(ADDRESS, url)
    namespace = {"__name__": "__main__"}
    matched = 0
    for first_line, code in blocks_of(text):
        printed = []

        def record(*values, sep=" ", end="\n", printed=printed, **_):
            printed.append((sys._getframe(1).f_lineno, sep.join(map(str, values)) + end.removesuffix("\n")))

        namespace["print"] = record
        # Preceded by empty lines, so that errors have the document's line numbers.
        exec(compile("\n" * (first_line - 1) + code, document, "exec"), namespace)  # noqa: S102 - our own documents
        for lines, expected in expected_output(code).items():
            in_document = range(lines.start + first_line - 1, lines.stop + first_line - 1)
            output = [line for number, line in printed if number in in_document]
            where = f"{document}:{in_document.start}"
            assert output, f"{where} was not reached"
            for line in output:
                start, more, _ = expected.partition("…")
                same = line.startswith(start.rstrip()) if more else line == expected
                assert same, f"{where} printed {line!r}, not {expected!r}"
            matched += len(output)
    return matched


if __name__ == "__main__":
    sys.stdout.write(str(run(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ADDRESS)))
