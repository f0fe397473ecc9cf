"""The seam between the two faces: one source, blocking and asyncio.

Everything above the wire is written once, as ``async def``. Under an `AsyncDataAccess` a call gives
the coroutine. Under a `DataAccess` the same coroutine is driven to its end on the spot, which works
because nothing below it ever really suspends. While one is driven, the calls inside it give
coroutines, so that the ``await`` in front of them has something to wait for.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

class HasFace(Protocol):
    """What both faces can be put on."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result."""

def drive(awaitable: Awaitable[T]) -> T:
    """Drive an awaitable that never suspends to its end.

    Args:
        awaitable: A coroutine over blocking services.

    Returns:
        What it returns; what it raises is raised.

    Raises:
        RuntimeError: It waited for something that only an event loop can bring.
    """

def drive_all(items: AsyncGenerator[T]) -> Generator[T]:
    """Give what an asynchronous generator over blocking services yields, one item at a time."""

def on_both_faces(method: Callable[..., Any]) -> Callable[..., Any]:
    """Give a method written as ``async def`` both faces, chosen by the ``blocking`` of its object.

    Args:
        method: A coroutine method, or one that is an asynchronous generator.

    Returns:
        Under ``blocking`` a method that gives the result (or a generator); else the method as it is.
    """

def put_on_both_faces(cls: type) -> None:
    """Give every public ``async def`` that a class defines both faces."""
