"""Both APIs from one case: the result of a blocking call, and of a coroutine."""

import asyncio
import inspect
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any


async def maybe_await(value: Any) -> Any:
    """The value, or what awaiting it gives."""
    return await value if inspect.isawaitable(value) else value


def driven(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """The result of a coroutine that never waits for an event loop."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    coroutine.close()
    raise AssertionError("it waited")


async def collect(items: Any) -> list[Any]:
    """All items of a sync or async generator."""
    return [item async for item in items] if hasattr(items, "__aiter__") else list(items)


async def at_once(api: str, calls: Sequence[Callable[[], Any]]) -> list[Any]:
    """Make calls at the same moment, in threads or in tasks; their results, or errors, in order."""
    if api == "asyncio":
        return await asyncio.gather(*(maybe_await(call()) for call in calls), return_exceptions=True)
    start = threading.Barrier(len(calls))

    def outcome(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test looks at it
            return error

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(outcome, calls))
