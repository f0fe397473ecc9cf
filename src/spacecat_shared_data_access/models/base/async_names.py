"""Async names: ``AsyncTicket`` is another name of ``Ticket``, for annotations in asyncio code.

At run time there is one class: its methods block under a `DataAccess` and are awaited under an
`AsyncDataAccess`. A type checker needs two, so the stubs declare `Ticket` with ``def`` and `AsyncTicket` with
``async def``. Here the one class gets its second name: models and collections when they are defined, by their
base class, and the few other classes that hold models by the decorator `with_async_name`.
"""

from __future__ import annotations

import sys
from typing import TypeVar

C = TypeVar("C", bound=type)

_PACKAGE = __name__.partition(".")[0]


def with_async_name(cls: C) -> C:
    """Make a class importable as ``Async<name>`` too, from the module that defines it.

    Args:
        cls: The class. One that is defined outside this package gets no second name.

    Returns:
        The class itself.
    """
    if cls.__module__.partition(".")[0] == _PACKAGE:
        setattr(sys.modules[cls.__module__], f"Async{cls.__name__}", cls)
    return cls


def export_async_names(package: str) -> None:
    """Export the async names of the classes that a package has in its ``__all__``, and add them to it.

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
