"""Synchronous calls of asynchronous code: entity code is written once, as ``async def``.

Under an `AsyncDataAccess` a call returns the coroutine. Under a `DataAccess` it is run to its end on the
spot by `run_sync`, which works because nothing below it ever suspends.

Code that is being run this way awaits the methods that it calls, so it gets coroutines. Which code that is
shows on the stack: a direct call by an ``async def`` that `run_sync` is running returns a coroutine. Every
other call of a blocking data access blocks and returns its result, whatever else the thread is doing:
callbacks, logging handlers, signal handlers, other data accesses.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import Any, Protocol, TypeAlias, TypeVar

T = TypeVar("T")
Method: TypeAlias = Callable[..., Any]

class SupportsBlocking(Protocol):
    """An object whose coroutine methods can be bridged."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result."""

def run_sync(awaitable: Awaitable[T]) -> T:
    """Run an awaitable that never suspends to its end.

    Args:
        awaitable: A coroutine over a blocking service.

    Returns:
        Its result; its exceptions are raised.

    Raises:
        RuntimeError: It waited for an event loop.
    """

def iterate_sync(items: AsyncGenerator[T]) -> Generator[T]:
    """Yield the items of an asynchronous generator over a blocking service."""

def sync_or_async(method: Method) -> Method:
    """Make a coroutine method, or an asynchronous generator method, callable synchronously too.

    Args:
        method: A method written as ``async def``.

    Returns:
        A method that returns a coroutine (or asynchronous generator) where its object is not ``blocking``
        or the caller is code that `run_sync` runs; elsewhere it returns the result (or a generator).
    """

def bridge_methods(cls: type) -> None:
    """Make every coroutine method of a class callable synchronously too: see `sync_or_async`.

    Private ones too, so that ``super()._on_create(…)`` works in a plain ``def``; and those of base classes
    that are not bridged themselves. A plain method that overrides a coroutine method may be awaited: see
    `bridge_override`. What a decorator made of an ``async def`` is bridged by what it returns.
    """

def bridge_override(member: Any, overridden: Method) -> Any:
    """Make a plain method that overrides a coroutine method, or an asynchronous generator, awaitable.

    Args:
        member: What a class defines in its place; it may return a result, or something to await.
        overridden: The coroutine method, bridged or not.

    Returns:
        The method, bridged. What is not callable, such as None or a property, is returned as it is.
    """

def is_bridged(member: Any) -> bool:
    """Return whether a class's member is a bridged method."""
