import asyncio
import contextvars
import functools
import gc
import inspect
import logging
import signal
import threading
import weakref
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from spacecat_shared_data_access.postgrest.sync_bridge import (
    bridge_methods,
    iterate_sync,
    run_sync,
    sync_or_async,
)
from unit.helpers import collect, maybe_await


class Counter:
    def __init__(self, blocking):
        self.blocking = blocking
        self.steps = []

    @sync_or_async
    async def one(self):
        """Return one."""
        return 1

    @sync_or_async
    async def two(self):
        return await self.one() + await self.one()

    @sync_or_async
    async def fail(self):
        raise LookupError("no such thing")

    @sync_or_async
    async def wait(self):
        await asyncio.sleep(0)

    @sync_or_async
    async def numbers(self, end):
        try:
            for number in range(end):
                self.steps.append(number)
                yield number * await self.one()
        finally:
            self.steps.append("closed")

    @sync_or_async
    async def summed(self, end):
        return sum([number async for number in self.numbers(end)])

    @sync_or_async
    async def failing_numbers(self):
        yield 1
        raise LookupError("no more")


@pytest.fixture
def counter(api):
    return Counter(blocking=api == "blocking")


async def test_a_call_returns_the_result_or_a_coroutine(counter, api):
    result = counter.one()
    assert asyncio.iscoroutine(result) == (api == "asyncio")
    assert await maybe_await(result) == 1


async def test_nested_calls_are_awaited_with_both_apis(counter):
    assert await maybe_await(counter.two()) == 2


async def test_an_exception_is_raised(counter):
    with pytest.raises(LookupError, match="no such thing"):
        await maybe_await(counter.fail())


async def test_a_failed_call_restores_the_state(counter):
    with pytest.raises(LookupError):
        await maybe_await(counter.fail())
    assert await maybe_await(counter.one()) == 1


async def test_a_generator_is_iterated_with_both_apis(counter):
    assert await collect(counter.numbers(3)) == [0, 1, 2]
    assert counter.steps == [0, 1, 2, "closed"]


async def test_a_generator_within_a_call_is_asynchronous(counter):
    assert await maybe_await(counter.summed(4)) == 6


async def test_an_exception_of_a_generator_is_raised(counter):
    with pytest.raises(LookupError, match="no more"):
        await collect(counter.failing_numbers())


def test_stopping_early_closes_the_sync_generator():
    counter = Counter(blocking=True)
    numbers = counter.numbers(100)
    assert next(numbers) == 0
    numbers.close()
    assert counter.steps == [0, "closed"]


async def test_stopping_early_closes_the_async_generator():
    counter = Counter(blocking=False)
    numbers = counter.numbers(100)
    assert await anext(numbers) == 0
    await numbers.aclose()
    assert counter.steps == [0, "closed"]


def test_calls_between_the_items_of_a_blocking_generator_block():
    counter = Counter(blocking=True)
    assert [counter.two() for _ in counter.numbers(2)] == [2, 2]


def test_two_sync_generators_can_be_iterated_alternately():
    counter = Counter(blocking=True)
    assert list(zip(counter.numbers(2), counter.numbers(2), strict=True)) == [(0, 0), (1, 1)]


def test_a_coroutine_that_needs_an_event_loop_cannot_run_synchronously():
    counter = Counter(blocking=True)
    with pytest.raises(RuntimeError, match="use AsyncDataAccess"):
        counter.wait()
    assert counter.one() == 1


def test_a_generator_that_needs_an_event_loop_cannot_run_synchronously():
    async def waiting():
        await asyncio.sleep(0)
        yield 1

    with pytest.raises(RuntimeError, match="use AsyncDataAccess"):
        list(iterate_sync(waiting()))


def test_each_thread_has_its_own_state():
    inner = []

    async def outer():
        # While this thread runs a call, nested calls must be awaited; those of another thread must not.
        thread = threading.Thread(target=lambda: inner.append(Counter(blocking=True).two()))
        thread.start()
        thread.join()
        return inner[0]

    assert run_sync(outer()) == 2


def test_blocking_calls_work_while_an_event_loop_runs():
    async def main():
        return Counter(blocking=True).two()

    assert asyncio.run(main()) == 2


def test_a_method_keeps_its_name_and_doc():
    assert Counter.one.__name__ == "one"
    assert Counter.one.__doc__ == "Return one."


def test_all_coroutine_methods_are_bridged():
    class Thing:
        blocking = True

        async def public(self):
            return 1

        async def _private(self):
            return 2

        async def many(self):
            yield 3

        def plain(self):
            return 4

    bridge_methods(Thing)
    thing = Thing()
    assert (thing.public(), thing.plain(), list(thing.many())) == (1, 4, [3])
    assert thing._private() == 2


class Total:
    """A sync object whose methods run foreign code and await each other."""

    blocking = True

    def __init_subclass__(cls):
        bridge_methods(cls)

    async def plus(self, number=1):
        return 1 + number

    async def upto(self, end):
        for number in range(end):
            yield await self.plus(number)

    async def let(self, foreign, *args):
        """Run foreign code while this coroutine is running."""
        result = foreign(*args)
        return await result if inspect.iscoroutine(result) else result

    async def listed(self, items):
        return list(items)


bridge_methods(Total)


class Dying:
    def __init__(self, call):
        self.call = call

    def __del__(self):
        self.call()


class Call(logging.Handler):
    def __init__(self, call):
        super().__init__()
        self.call = call

    def emit(self, _record):
        self.call()


def in_a_loop(total):
    async def main():
        return [total.plus(), *[total.plus(number) for number in range(2)], *total.upto(1)]

    return asyncio.run(main())


def in_a_thread(total):
    found = []
    thread = threading.Thread(target=lambda: found.append(total.plus()))
    thread.start()
    thread.join()
    return found


def in_a_task_of_its_own(total):
    async def step():
        return total.plus()

    try:
        step().send(None)
    except StopIteration as end:
        return end.value


def in_a_signal_handler(total):
    found = []
    before = signal.signal(signal.SIGTERM, lambda *_: found.append(total.plus()))
    try:
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    return found


def in_a_finalizer(total):
    found = []
    Dying(lambda: found.append(total.plus()))
    gc.collect()
    return found


def in_a_weakref_callback(total):
    found = []
    thing = Call(None)
    reference = weakref.ref(thing, lambda _: found.append(total.plus()))
    del thing
    gc.collect()
    assert reference() is None
    return found


def in_a_log_handler(total):
    found = []
    log = logging.getLogger("foreign")
    handler = Call(lambda: found.append(total.plus()))
    log.addHandler(handler)
    try:
        log.error("something")
    finally:
        log.removeHandler(handler)
    return found


def through_a_generator(total):
    def numbers():
        yield total.plus()
        yield from total.upto(1)

    return list(numbers())


FOREIGN = {
    "a function": (lambda total: total.plus(), 2),
    "a comprehension": (lambda total: [total.plus(number) for number in range(2)], [1, 2]),
    "a comprehension in another": (
        lambda total: [[total.plus(n) for n in range(m)] for m in (1, 2)],
        [[1], [1, 2]],
    ),
    "a dict and a set": (
        lambda total: ({n: total.plus(n) for n in (1,)}, {total.plus(n) for n in (1,)}),
        ({1: 2}, {2}),
    ),
    "a generator expression": (lambda total: sum(total.plus(number) for number in range(3)), 6),
    "a generator": (through_a_generator, [2, 1]),
    "an iteration": (lambda total: list(total.upto(3)), [1, 2, 3]),
    "map": (lambda total: list(map(total.plus, range(2))), [1, 2]),
    "a sort key": (lambda total: sorted([3, 1, 2], key=total.plus), [1, 2, 3]),
    "a partial": (lambda total: functools.partial(total.plus, 4)(), 5),
    "a context": (lambda total: contextvars.copy_context().run(total.plus, 4), 5),
    "an event loop": (in_a_loop, [2, 1, 2, 1]),
    "a coroutine that is run by hand": (in_a_task_of_its_own, 2),
    "a thread": (in_a_thread, [2]),
    "a signal handler": (in_a_signal_handler, [2]),
    "a finalizer": (in_a_finalizer, [2]),
    "a weakref's callback": (in_a_weakref_callback, [2]),
    "a logging handler": (in_a_log_handler, [2]),
}


@pytest.mark.parametrize(("foreign", "expected"), FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("depth", range(3))
def test_foreign_code_blocks_while_a_call_is_running(foreign, expected, depth):
    total = Total()
    calls = [foreign, total]
    for _ in range(depth):
        calls = [total.let, *calls]
    assert calls[0](*calls[1:]) == expected


def test_a_lazy_iterable_of_blocking_calls_is_read_by_a_running_call():
    total = Total()
    assert total.listed(total.plus(number) for number in range(2)) == [1, 2]
    assert total.listed([total.plus(m) for m in range(n)] for n in range(2)) == [[], [1]]


class Awaiting(Total):
    """Code that awaits a call, in every way that a call can be made."""

    async def directly(self):
        return await self.plus()

    async def in_a_comprehension(self):
        return [await self.plus(number) for number in range(2)]

    async def in_a_comprehension_of_coroutines(self):
        return [await each for each in [self.plus(number) for number in range(2)]]

    async def in_nested_comprehensions(self):
        calls = [[self.plus(n) for n in range(m)] for m in (1, 2)]
        return [[await each for each in row] for row in calls]

    async def in_a_generator_expression(self):
        return [await each for each in tuple(self.plus(number) for number in range(2))]

    async def in_an_asynchronous_generator_expression(self):
        return [each async for each in (await self.plus(number) for number in range(2))]

    async def over_a_generator(self):
        return [each async for each in self.upto(2)]

    async def through_map(self):
        return [await each for each in map(self.plus, range(2))]

    async def through_a_partial(self):
        return await functools.partial(self.plus, 4)()

    async def through_a_decorated_function(self):
        @functools.wraps(self.plus)
        async def plus(number):
            return await self.plus(number)

        return await plus(2)

    async def through_a_context_manager(self):
        @asynccontextmanager
        async def managed():
            yield await self.plus()

        async with managed() as number, AsyncExitStack() as stack:
            stack.push_async_callback(self.plus, 3)
            return number

    async def through_an_awaitable(self):
        class Lazy:
            def __await__(_self):  # noqa: N805
                return (yield from self.over_a_generator().__await__())

        class Delegating:
            def __await__(_self):  # noqa: N805
                return self.plus().__await__()

        assert await Delegating() == 2
        return await Lazy()

    async def while_cleaning_up(self):
        try:
            [].pop()
        except IndexError:
            return await self.plus()
        finally:
            assert await self.plus() == 2


WAYS = [
    name for name, member in vars(Awaiting).items() if inspect.iscoroutinefunction(inspect.unwrap(member))
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("depth", range(2))
async def test_a_running_call_awaits_what_it_calls(way, depth, api):
    class Own(Awaiting):
        blocking = api == "blocking"

        async def again(self):
            return await getattr(self, way)()

    result = await maybe_await(getattr(Own(), "again" if depth else way)())
    assert not inspect.isawaitable(result)
    assert result in (2, 3, 5, [1, 2], [[1], [1, 2]])


def test_code_that_awaits_an_asynchronous_object_may_run_within_a_blocking_call():
    other = Counter(blocking=False)
    assert Total().let(lambda: asyncio.run(other.two())) == 2


def test_foreign_code_gets_coroutines_of_an_asynchronous_object():
    other = Counter(blocking=False)

    def foreign():
        coroutine = other.two()
        coroutine.close()
        return inspect.iscoroutine(coroutine)

    assert Total().let(foreign)
