"""Imports go down only, as docs/ARCHITECTURE.md draws them, and no module grows too long."""

import ast
from pathlib import Path

import pytest

import spacecat_shared_data_access

PACKAGE = spacecat_shared_data_access.__name__
FOLDER = Path(spacecat_shared_data_access.__file__).parent
MODULES = sorted(each.relative_to(FOLDER).as_posix() for each in FOLDER.rglob("*.py"))
LONGEST = 400  # lines

# What the modules of each part may import of this package, besides their own part.
BOTTOM = {"errors", "_version"}
BELOW = {
    "errors": set(),
    "schema": BOTTOM,
    "postgrest": BOTTOM | {"schema"},
    "config": BOTTOM | {"schema", "postgrest"},
    "models": BOTTOM | {"schema", "postgrest", "config"},
    "data_access": BOTTOM | {"schema", "postgrest", "config", "models"},
    "handler": BOTTOM | {"postgrest", "config", "data_access"},
    "local": BOTTOM | {"schema", "models"},
    "testing": BOTTOM | {"schema", "postgrest", "models", "data_access", "local"},
    "cli": BOTTOM | {"schema", "models", "local"},
    "__main__": {"cli"},
    "__init__": {"_version"},
    "_version": set(),
}


def part_of(module):
    """The part of a module that is named by its path: ``models`` for ``models/ticket.py``."""
    return module.partition("/")[0].removesuffix(".py")


def imported(module):
    """The parts of this package that a module imports when it runs: not what only type checkers see."""
    tree = ast.parse((FOLDER / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == PACKAGE:
            inner = node.module.removeprefix(PACKAGE).lstrip(".")
            names = [inner] if inner else [alias.name for alias in node.names]
            yield from (name.partition(".")[0] for name in names)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_what_is_below_it(module):
    part = part_of(module)
    assert set(imported(module)) - {part} <= BELOW[part]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_short(module):
    assert len((FOLDER / module).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_rule_sees_imports():
    assert {"postgrest", "schema", "errors"} <= set(imported("models/base/collection.py"))
