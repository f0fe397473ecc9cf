"""Async names: ``AsyncTicket`` is another name of ``Ticket``, for annotations in asyncio code.

At run time there is one class: its methods block under a `DataAccess` and are awaited under an
`AsyncDataAccess`. A type checker needs two, so the stubs declare `Ticket` with ``def`` and `AsyncTicket` with
``async def``. Models and collections get the second name when they are defined, from their base class; the few other
classes that contain models get it from the decorator `with_async_name`.
"""

from __future__ import annotations

import sys
from typing import TypeVar

C = TypeVar("C", bound=type)

_PACKAGE = __name__.partition(".")[0]


def with_async_name(cls: C) -> C:
    """Add the name ``Async<name>`` for a class to the module that defines it.

    Args:
        cls: The class. Classes defined outside this package get no second name.

    Returns:
        The class itself.
    """
    if cls.__module__.partition(".")[0] == _PACKAGE:
        setattr(sys.modules[cls.__module__], f"Async{cls.__name__}", cls)
    return cls


def export_async_names(package: str) -> None:
    """Add the async names of the classes in a package's ``__all__`` to the package and to its ``__all__``.

    Args:
        package: The package's ``__name__``.
    """
    namespace = vars(sys.modules[package])
    exported: list[str] = namespace["__all__"]
    classes = {
        name: value for name, value in namespace.items() if name in exported and isinstance(value, type)
    }
    for name, cls in classes.items():
        if getattr(sys.modules[cls.__module__], f"Async{name}", None) is cls:
            namespace[f"Async{name}"] = cls
            exported.append(f"Async{name}")
