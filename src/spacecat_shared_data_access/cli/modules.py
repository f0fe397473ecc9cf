"""Importing modules that a command line names, for the entities that they register."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path

from spacecat_shared_data_access.errors import ValidationError


def import_modules(names: Iterable[str]) -> None:
    """Import modules, which are also looked for in the current directory.

    Args:
        names: Their names, such as `my.entities`.

    Raises:
        ValidationError: A module does not exist, or raises an error.
    """
    directory = str(Path.cwd())
    for name in names:
        if directory not in sys.path:  # as with `python -m`, but not with a console script
            sys.path.insert(0, directory)
        try:
            importlib.import_module(name)
        except Exception as error:
            message = f"cannot import {name}: {type(error).__name__}: {error}"
            raise ValidationError(message, cause=error) from error
