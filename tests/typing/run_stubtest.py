"""mypy's stubtest over the whole package: do the stubs say what the run time does?"""

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

# pydantic's own, until a model whose making was put off is first used.
ALLOWED = [rf"{package.__name__}\..+\.__pydantic_serializer__"]


def install_accessors():
    """Make the accessors that are otherwise made when one of them is first asked for."""
    for schema in EntityRegistry.schemas():
        for reference in schema.references:
            install_sorted_getters(schema.model_class, f"{reference.getter}_by_")


def aliases():
    """Give the names that stubtest does not understand.

    It takes a Literal of several values for a Union. Of an Annotated type the stub has the type alone; the
    alias is an object of its own.
    """
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if info.name.endswith(".__main__"):
            continue
        for name, value in vars(import_module(info.name)).items():
            if get_origin(value) is Literal or get_origin(value) is Annotated:
                yield rf"{re.escape(info.name)}\.{name}(\..+)?"


def main():
    install_accessors()
    with tempfile.TemporaryDirectory() as folder:
        allowlist = Path(folder) / "allowlist"
        allowlist.write_text("\n".join([*ALLOWED, *aliases()]))
        # What is imported elsewhere and one that stubtest does understand have nothing to be allowed.
        options = ["--concise", f"--allowlist={allowlist}", "--ignore-unused-allowlist", package.__name__]
        return stubtest.test_stubs(stubtest.parse_options(options))


if __name__ == "__main__":
    sys.exit(main())
