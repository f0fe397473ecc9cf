"""Docstrings begin with the usual verbs of Python documentation."""

import ast
from pathlib import Path

import pytest

import spacecat_shared_data_access

FOLDER = Path(spacecat_shared_data_access.__file__).parent
MODULES = sorted(each.relative_to(FOLDER).as_posix() for each in FOLDER.rglob("*.py"))
UNUSUAL = {"Give", "Tell", "Say", "Let", "Note", "Take"}

# Folders and modules that are not checked yet. Nothing is added to this list.
NOT_YET = {
    "cli",
    "data_access.py",
    "local",
    "local/statements",
    "models/base",
    "testing",
}


def is_reworded(module):
    """Return whether neither a module nor its folder is still to be reworded."""
    return NOT_YET.isdisjoint({module, Path(module).parent.as_posix()})


def docstrings(module):
    """Yield the line and the docstring of a module and of its classes and functions."""
    for node in ast.walk(ast.parse((FOLDER / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield getattr(node, "lineno", 1), ast.get_docstring(node) or ""


@pytest.mark.parametrize("module", [each for each in MODULES if is_reworded(each)])
def test_docstrings_begin_with_a_usual_verb(module):
    first_words = [(line, text.split()[0]) for line, text in docstrings(module) if text]
    assert [(line, word) for line, word in first_words if word.rstrip(":,") in UNUSUAL] == []


def test_what_is_still_to_be_reworded_exists():
    assert all((FOLDER / each).exists() for each in NOT_YET)
