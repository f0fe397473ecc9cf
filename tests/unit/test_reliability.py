"""The tests that docs/RELIABILITY.md names exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "RELIABILITY.md").read_text("utf-8").partition("## What is tested")[2]
ROWS = [line.split("|")[3] for line in TABLE.splitlines() if line.startswith("| ")][2:]


def named_tests():
    """Yield each file with the tests named after it; `the same` stands for the file before."""
    file = None
    for row in ROWS:
        for name in re.findall(r"`([^`]+)`", row):
            if name.startswith("tests/"):
                file = name
                yield file, None
            elif name.startswith(("test_", "Test")):
                yield file, name


@pytest.mark.parametrize(("file", "name"), sorted(set(named_tests()), key=str))
def test_the_test_exists(file, name):
    source = (ROOT / file).read_text("utf-8")
    assert name is None or re.search(rf"^\s*(class|def|async def) {name}\b", source, re.MULTILINE)


def test_many_tests_are_named():
    assert len(ROWS) > 15
