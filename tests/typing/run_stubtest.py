"""Run mypy's stubtest: do the stubs describe the package as it is at run time?"""

import pkgutil
import re
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal, get_origin

from mypy import stubtest

import spacecat_shared_data_access as package
from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.models.base.accessors import install_sorted_getters

STUBS = Path(__file__).parents[2] / "typings" / f"{package.__name__}-stubs"
MODULES = [info.name for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
ALLOWED = [
    # pydantic adds it to a model when the model is first used.
    rf"{package.__name__}\..+\.__pydantic_serializer__",
    # At run time one class is both: each API has its own way to iterate, and none has a length.
    rf"{package.__name__}\..+Collection\.__(iter|aiter|len|bool)__",
]


def install_accessors():
    """Install the accessors that are otherwise installed on first use."""
    for schema in EntityRegistry.schemas():
        for reference in schema.references:
            install_sorted_getters(schema.model_class, f"{reference.getter}_by_")


def has_stub(module):
    path = STUBS.joinpath(*module.split(".")[1:])
    return path.with_suffix(".pyi").is_file() or (path / "__init__.pyi").is_file()


def modules_without_stub():
    """Yield a pattern for each module that is its own stub, and for its names but not its submodules."""
    for module in MODULES:
        if not has_stub(module):
            submodules = [each.rpartition(".")[2] for each in MODULES if each.rpartition(".")[0] == module]
            names = rf"(?!(?:{'|'.join(submodules)})\b).+" if submodules else ".+"
            yield rf"{re.escape(module)}(\.{names})?"


def aliases():
    """Yield the names that stubtest does not understand.

    It takes a Literal of several values for a Union. For an Annotated type the stub has only the type; the
    alias is an object of its own.
    """
    for module in filter(has_stub, MODULES):
        for name, value in vars(import_module(module)).items():
            if get_origin(value) is Literal or get_origin(value) is Annotated:
                yield rf"{re.escape(module)}\.{name}(\..+)?"


def main():
    install_accessors()
    with tempfile.TemporaryDirectory() as folder:
        allowlist = Path(folder) / "allowlist"
        allowlist.write_text("\n".join([*ALLOWED, *modules_without_stub(), *aliases()]))
        # Some match nothing: names that another module imports, and aliases that stubtest understands.
        options = ["--concise", f"--allowlist={allowlist}", "--ignore-unused-allowlist", package.__name__]
        return stubtest.test_stubs(stubtest.parse_options(options))


if __name__ == "__main__":
    sys.exit(main())
