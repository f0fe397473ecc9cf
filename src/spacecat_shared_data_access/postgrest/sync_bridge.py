"""Synchronous calls of asynchronous code: entity code is written once, as ``async def``.

Under an `AsyncDataAccess` a call returns the coroutine. Under a `DataAccess` it is run to its end on the
spot by `run_sync`, which works because nothing below it ever suspends.

Entity code awaits the methods that it calls, so a direct call by an ``async def`` that `run_sync` is running
returns a coroutine. The stack shows whether a call is one. Every other call of a blocking data access blocks and
returns its result: calls by callbacks, logging handlers, signal handlers, or through other data accesses.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator
from contextlib import aclosing, nullcontext
from functools import partialmethod, singledispatchmethod, wraps
from inspect import (
    CO_ASYNC_GENERATOR,
    CO_COROUTINE,
    CO_ITERABLE_COROUTINE,
    isasyncgen,
    isasyncgenfunction,
    isawaitable,
    iscoroutinefunction,
)
from sys import _getframe, modules
from types import CodeType, FrameType, FunctionType
from typing import Any, Final, Protocol, TypeVar, cast
from weakref import WeakSet

from spacecat_shared_data_access.postgrest.tracing import (
    TRACING_API,
    begins_call,
    trace_call,
    trace_items,
)

T = TypeVar("T")
Method = Callable[..., Any]

_ASYNC: Final = CO_COROUTINE | CO_ITERABLE_COROUTINE | CO_ASYNC_GENERATOR
# Before Python 3.12 a comprehension is a function of its own, called by the function that contains it.
_COMPREHENSIONS: Final = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})

_bridged: Final[WeakSet[Method]] = WeakSet()
_bridged_classes: Final[WeakSet[type]] = WeakSet()


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
    steps: Generator[Any, Any, T] = awaitable.__await__()
    try:
        next(steps)
        # Thrown into the coroutine, so that it can clean up.
        steps.throw(
            RuntimeError("a call under DataAccess must not wait for an event loop: use AsyncDataAccess")
        )
    except StopIteration as end:
        return cast("T", end.value)
    raise RuntimeError("a call under DataAccess went on waiting for an event loop")


_RUN_SYNC: Final[CodeType] = run_sync.__code__


def iterate_sync(items: AsyncGenerator[T, None]) -> Generator[T, None, None]:
    """Yield the items of an asynchronous generator over a blocking service."""
    try:
        while True:
            try:
                item = run_sync(anext(items))
            except StopAsyncIteration:
                return
            yield item
    finally:
        run_sync(items.aclose())


def sync_or_async(method: Method) -> Method:
    """Make a coroutine method, or an asynchronous generator method, callable synchronously too.

    Args:
        method: A method written as ``async def``.

    Returns:
        A method that returns a coroutine (or asynchronous generator) where its object is not ``blocking``
        or the caller is code that `run_sync` runs; elsewhere it returns the result (or a generator).
    """
    is_generator = isasyncgenfunction(method)
    finish: Callable[[Any], Any] = iterate_sync if is_generator else run_sync
    trace = trace_items if is_generator else trace_call
    is_public = not method.__name__.startswith("_")

    @wraps(method)
    def call(self: SupportsBlocking, *args: Any, **kwargs: Any) -> Any:
        blocks = self.blocking and not _is_called_by_coroutine()
        result: Any = method(self, *args, **kwargs)
        if TRACING_API in modules and is_public and begins_call():
            result = trace(result, self, call.__qualname__.rpartition(".")[2])
        return finish(result) if blocks else result

    _bridged.add(call)
    return call


def bridge_methods(cls: type) -> None:
    """Make every coroutine method of a class callable synchronously too: see `sync_or_async`.

    This includes private methods, so that ``super()._on_create(…)`` works in a plain ``def``, and methods of
    base classes that are not bridged. A plain method that overrides a coroutine method can be awaited: see
    `bridge_override`. A decorated method is bridged if a call returns a coroutine.
    """
    for name, (owner, member) in _members(cls).items():
        inherited = _inherited(cls, owner, name)
        if _is_coroutine_method(member):
            setattr(cls, name, sync_or_async(member))
        elif is_bridged(inherited) or _is_coroutine_method(inherited):
            setattr(cls, name, bridge_override(member, inherited))
        elif _is_decorated(owner, member):
            setattr(cls, name, _bridge_result(member))
    _bridged_classes.add(cls)


def bridge_override(member: Any, overridden: Method) -> Any:
    """Make a plain method that overrides a coroutine method, or an asynchronous generator, awaitable.

    Args:
        member: The overriding member. It may return a result, or an awaitable.
        overridden: The coroutine method, bridged or not.

    Returns:
        The method, bridged. A member that is not a method, such as None or a property, is returned unchanged.
    """
    if not _is_method(member):
        return member
    method = _unbound(member)
    original = overridden.__wrapped__ if is_bridged(overridden) else overridden  # type: ignore[attr-defined] # set by wraps

    async def override(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = method(self, *args, **kwargs)
        return await result if isawaitable(result) else result

    async def override_items(self: Any, *args: Any, **kwargs: Any) -> AsyncIterator[Any]:
        items = await override(self, *args, **kwargs)
        if hasattr(items, "__aiter__"):
            async with aclosing(items) if hasattr(items, "aclose") else nullcontext():
                async for item in items:
                    yield item
        else:
            for item in items:
                yield item

    return sync_or_async(wraps(method)(override_items if isasyncgenfunction(original) else override))


def is_bridged(member: Any) -> bool:
    """Return whether a class's member is a bridged method."""
    return isinstance(member, FunctionType) and member in _bridged


def _is_called_by_coroutine() -> bool:
    # Whether the bridged method was called directly by an async def that run_sync is running.
    # Frame 0 is this function, 1 is `call`, 2 is the caller of the bridged method.
    frame: FrameType | None = _getframe(2)  # documented; inspect offers no depth
    while frame is not None and not _is_async(frame.f_code):
        # A comprehension counts as part of the function that it is written in, if that one iterates it.
        code, frame = frame.f_code, frame.f_back
        if code.co_name not in _COMPREHENSIONS or frame is None or code not in frame.f_code.co_consts:
            return False
    while frame is not None and _is_async(frame.f_code):
        frame = frame.f_back
    return frame is not None and frame.f_code is _RUN_SYNC


def _is_async(code: CodeType) -> bool:
    return bool(code.co_flags & _ASYNC) or code.co_name == "__await__"


def _bridge_result(member: Any) -> Method:
    # For a decorated method, of which only the result of a call shows whether it is a coroutine method.
    method = _unbound(member)

    @wraps(method)
    def call(self: SupportsBlocking, *args: Any, **kwargs: Any) -> Any:
        result = method(self, *args, **kwargs)
        finish: Callable[[Any], Any] | None = (
            iterate_sync if isasyncgen(result) else run_sync if isawaitable(result) else None
        )
        return finish(result) if finish and self.blocking and not _is_called_by_coroutine() else result

    return call


def _members(cls: type) -> dict[str, tuple[type, Any]]:
    # The methods of a class and of those base classes that are not bridged, each with its owner.
    members: dict[str, tuple[type, Any]] = {}
    for owner in reversed(cls.__mro__):
        members |= {name: (owner, member) for name, member in vars(owner).items()}
    return {
        name: (owner, member)
        for name, (owner, member) in members.items()
        if not name.startswith("__") and owner not in _bridged_classes and _is_method(member)
    }


def _inherited(cls: type, owner: type, name: str) -> Any:
    bases = cls.__mro__[cls.__mro__.index(owner) + 1 :]
    return next((vars(base)[name] for base in bases if name in vars(base)), None)


def _is_method(member: Any) -> bool:
    if isinstance(member, type | staticmethod | classmethod):
        return False
    return callable(member) or isinstance(member, partialmethod | singledispatchmethod)


def _is_coroutine_method(member: Any) -> bool:
    return isinstance(member, FunctionType) and (iscoroutinefunction(member) or isasyncgenfunction(member))


def _is_decorated(owner: type, member: Any) -> bool:
    # Whether it is written otherwise than as a `def` in the class body.
    if isinstance(member, FunctionType):
        return (
            hasattr(member, "__wrapped__") or member.__qualname__ != f"{owner.__qualname__}.{member.__name__}"
        )
    return hasattr(type(member), "__get__")


def _unbound(member: Any) -> Method:
    # A descriptor that is not a function, such as a partialmethod, is bound at each call.
    if isinstance(member, FunctionType):
        return member

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        bound = member.__get__(self, type(self)) if hasattr(type(member), "__get__") else member
        return bound(*args, **kwargs)

    return wraps(member)(method)
