"""The seam between the two faces: one source, blocking and asyncio.

Everything above the wire is written once, as ``async def``. Under an `AsyncDataAccess` a call gives
the coroutine. Under a `DataAccess` the same coroutine is driven to its end on the spot, which works
because nothing below it ever really suspends. While one is driven, the calls inside it give
coroutines, so that the ``await`` in front of them has something to wait for.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from functools import wraps
from inspect import isasyncgenfunction, iscoroutinefunction
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T")


class HasFace(Protocol):
    """What both faces can be put on."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result."""


class _Driver(threading.local):
    # Thread by thread, whether a coroutine is being driven just now.
    busy = False


_driver = _Driver()


def drive(awaitable: Awaitable[T]) -> T:
    """Drive an awaitable that never suspends to its end.

    Args:
        awaitable: A coroutine over blocking services.

    Returns:
        What it returns; what it raises is raised.

    Raises:
        RuntimeError: It waited for something that only an event loop can bring.
    """
    steps: Generator[Any, Any, T] = awaitable.__await__()
    outer, _driver.busy = _driver.busy, True
    try:
        next(steps)
        # Told inside, so that the coroutine can clean up after itself.
        steps.throw(
            RuntimeError("a call under DataAccess must not wait for an event loop: use AsyncDataAccess")
        )
    except StopIteration as end:
        return cast("T", end.value)
    finally:
        _driver.busy = outer
    raise RuntimeError("a call under DataAccess went on waiting for an event loop")


def drive_all(items: AsyncGenerator[T, None]) -> Generator[T, None, None]:
    """Give what an asynchronous generator over blocking services yields, one item at a time."""
    try:
        while True:
            try:
                item = drive(anext(items))
            except StopAsyncIteration:
                return
            yield item
    finally:
        drive(items.aclose())


def on_both_faces(method: Callable[..., Any]) -> Callable[..., Any]:
    """Give a method written as ``async def`` both faces, chosen by the ``blocking`` of its object.

    Args:
        method: A coroutine method, or one that is an asynchronous generator.

    Returns:
        Under ``blocking`` a method that gives the result (or a generator); else the method as it is.
    """
    finish: Callable[[Any], Any] = drive_all if isasyncgenfunction(method) else drive

    @wraps(method)
    def call(self: HasFace, *args: Any, **kwargs: Any) -> Any:
        started = method(self, *args, **kwargs)
        return finish(started) if self.blocking and not _driver.busy else started

    return call


def put_on_both_faces(cls: type) -> None:
    """Give every public ``async def`` that a class defines both faces."""
    for name, member in list(vars(cls).items()):
        if not name.startswith("_") and (iscoroutinefunction(member) or isasyncgenfunction(member)):
            setattr(cls, name, on_both_faces(member))
