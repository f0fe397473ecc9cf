"""SpaceCat's data-access layer for Python.

The names below are imported on first use, so that a program only imports the entities that it uses. Type checkers
read the stub of this module: see docs/TYPES.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from spacecat_shared_data_access._exports import EXPORTS
from spacecat_shared_data_access._version import __version__ as __version__

__all__ = [*EXPORTS, "__version__"]  # noqa: PLE0604 - the names in EXPORTS are strings


def __getattr__(name: str) -> Any:
    home = EXPORTS.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
