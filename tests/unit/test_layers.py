"""Imports go down only, as docs/ARCHITECTURE.md draws them, never in a circle; no module grows too long."""

import ast
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import spacecat_shared_data_access

PACKAGE = spacecat_shared_data_access.__name__
FOLDER = Path(spacecat_shared_data_access.__file__).parent
MODULES = {each.relative_to(FOLDER).as_posix() for each in FOLDER.rglob("*.py")}
LONGEST = 700  # lines

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


def imported_names(module):
    """Dotted names that a module imports when it or one of its functions runs, without the package's name."""
    tree = ast.parse((FOLDER / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.removeprefix(f"{PACKAGE}.") for name in names if name.startswith(f"{PACKAGE}."))


def imported(module):
    """The parts of this package that a module imports."""
    return {name.partition(".")[0] for name in imported_names(module)}


def imported_modules(module):
    """The modules of this package, as paths, that a module imports."""
    for name in imported_names(module):
        for dotted in (name, name.rpartition(".")[0]):  # a module, or a name in a module
            path = dotted.replace(".", "/")
            found = MODULES & {f"{path}.py", f"{path}/__init__.py"}
            if found:
                yield from found
                break


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_what_is_below_it(module):
    part = part_of(module)
    assert imported(module) - {part} <= BELOW[part]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_is_short(module):
    assert len((FOLDER / module).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_module_can_be_imported(module):
    import_module(".".join((PACKAGE, *Path(module).with_suffix("").parts)).removesuffix(".__init__"))


def test_no_modules_import_each_other():
    try:
        TopologicalSorter({module: set(imported_modules(module)) for module in MODULES}).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' <- '.join(error.args[1])}")


def test_the_rules_see_imports():
    assert {"postgrest", "schema", "errors"} <= imported("models/base/collection.py")
    assert "models/base/model.py" in imported_modules("models/base/__init__.py")
    assert "data_access.py" in imported_modules("handler.py")


def test_the_rules_see_imports_in_functions():
    assert "models/suggestion/data/__init__.py" in imported_modules("models/suggestion/data_schemas.py")
