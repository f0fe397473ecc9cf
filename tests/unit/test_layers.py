"""Imports follow docs/ARCHITECTURE.md: lower layers only, without circles. Modules have a maximum length."""

import ast
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import spacecat_shared_data_access

PACKAGE = spacecat_shared_data_access.__name__
FOLDER = Path(spacecat_shared_data_access.__file__).parent
MODULES = {each.relative_to(FOLDER).as_posix() for each in FOLDER.rglob("*.py")}
MAX_LENGTH = 700  # lines

# By part of the package, the other parts that its modules may import.
BOTTOM = {"errors", "_version"}
BELOW = {
    "errors": set(),
    "schema": BOTTOM,
    "postgrest": BOTTOM | {"schema"},
    "config": BOTTOM | {"schema", "postgrest"},
    "models": BOTTOM | {"schema", "postgrest", "config"},
    "data_access": BOTTOM | {"schema", "postgrest", "config", "models"},
    "handler": BOTTOM | {"postgrest", "config", "data_access"},
    "check": BOTTOM | {"schema", "postgrest", "models", "data_access"},
    "local": BOTTOM | {"schema", "models"},
    "testing": BOTTOM | {"schema", "postgrest", "models", "data_access", "local", "check"},
    "diagrams": BOTTOM | {"schema", "models"},
    "cli": BOTTOM | {"_exports", "schema", "models", "data_access", "local", "diagrams", "check"},
    "__main__": {"cli"},
    "_exports": {"models"},
    "__init__": {"_version", "_exports"},
    "_version": set(),
}


def part_of(module):
    """Return the part that a module belongs to: ``models`` for ``models/ticket.py``."""
    return module.partition("/")[0].removesuffix(".py")


def imported_names(module):
    """Yield the names of this package that a module or its functions import, such as ``errors.refused``."""
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
    """Return the parts of this package that a module imports."""
    return {name.partition(".")[0] for name in imported_names(module)}


def imported_modules(module):
    """Yield the paths of the modules of this package that a module imports."""
    for name in imported_names(module):
        for dotted in (name, name.rpartition(".")[0]):  # a module, or a name in a module
            path = dotted.replace(".", "/")
            found = MODULES & {f"{path}.py", f"{path}/__init__.py"}
            if found:
                yield from found
                break


@pytest.mark.parametrize("module", sorted(MODULES))
def test_module_imports_lower_layers_only(module):
    part = part_of(module)
    assert imported(module) - {part} <= BELOW[part]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_module_is_not_too_long(module):
    assert len((FOLDER / module).read_text(encoding="utf-8").splitlines()) <= MAX_LENGTH


@pytest.mark.parametrize("module", sorted(MODULES))
def test_module_can_be_imported(module):
    import_module(".".join((PACKAGE, *Path(module).with_suffix("").parts)).removesuffix(".__init__"))


def test_there_are_no_import_circles():
    try:
        TopologicalSorter({module: set(imported_modules(module)) for module in MODULES}).prepare()
    except CycleError as error:
        pytest.fail(f"import circle: {' <- '.join(error.args[1])}")


def test_imports_are_seen():
    assert {"postgrest", "schema", "errors"} <= imported("models/base/collection.py")
    assert "models/base/model.py" in imported_modules("models/base/__init__.py")
    assert "data_access.py" in imported_modules("handler.py")


def test_imports_in_functions_are_seen():
    assert "models/suggestion/data/__init__.py" in imported_modules("models/suggestion/data_schemas.py")
