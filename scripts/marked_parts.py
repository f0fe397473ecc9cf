"""Sections of a document that a script writes, between a pair of markers."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def table(headings: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def with_parts(text: str, parts: Mapping[str, str]) -> str:
    """Replace the parts of a document between ``<!-- name -->`` and ``<!-- /name -->``.

    Raises:
        ValueError: A marker is missing.
    """
    for name, part in parts.items():
        before, start, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        if not start or not end:
            raise ValueError(f"the markers of {name} are missing")
        text = f"{before}{start}{part}\n{end}{after}"
    return text


def rewrite(path: Path, parts: Mapping[str, str]) -> int:
    """Rewrite a document's parts or, with ``--check``, report whether they are up to date.

    Returns:
        The exit status: 1 if ``--check`` was given and the document is out of date.
    """
    old = path.read_text(encoding="utf-8")
    new = with_parts(old, parts)
    name = path.relative_to(ROOT)
    if "--check" not in sys.argv[1:]:
        path.write_text(new, encoding="utf-8")
        print(f"{name}: {'unchanged' if new == old else 'rewritten'}")
        return 0
    if new != old:
        print(f"{name} is out of date: run python {sys.argv[0]}")
    return int(new != old)
