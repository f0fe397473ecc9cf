"""Docstrings begin with the usual verbs of Python documentation."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
FOLDERS = ("src", "tests", "scripts", "benchmarks", "examples")
MODULES = sorted(
    module.relative_to(PROJECT).as_posix()
    for folder in FOLDERS
    for module in (PROJECT / folder).rglob("*.py")
    if "build" not in module.parts  # packages of the example application
)
UNUSUAL = {"Give", "Tell", "Say", "Let", "Note", "Take"}


def docstrings(module):
    """Yield the line and the docstring of a module and of its classes and functions."""
    for node in ast.walk(ast.parse((PROJECT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield getattr(node, "lineno", 1), ast.get_docstring(node) or ""


@pytest.mark.parametrize("module", MODULES)
def test_docstrings_begin_with_a_usual_verb(module):
    first_words = [(line, text.split()[0]) for line, text in docstrings(module) if text]
    assert [(line, word) for line, word in first_words if word.rstrip(":,") in UNUSUAL] == []
