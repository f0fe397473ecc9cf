"""Importing modules that a command line names, for the entities that they register."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path

from spacecat_shared_data_access.errors import ValidationError


def search_current_directory() -> None:
    """Look for modules in the current directory too, as `python -m` does, but a console script does not."""
    directory = str(Path.cwd())
    if directory not in sys.path:
        sys.path.insert(0, directory)


def import_modules(names: Iterable[str]) -> None:
    """Import modules, which are also looked for in the current directory.

    Args:
        names: Their names, such as `my.entities`.

    Raises:
        ValidationError: A module does not exist, or raises an error.
    """
    for name in names:
        search_current_directory()
        try:
            importlib.import_module(name)
        except Exception as error:
            message = f"cannot import {name}: {type(error).__name__}: {error}"
            raise ValidationError(message, cause=error) from error
