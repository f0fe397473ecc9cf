import asyncio
import threading

import pytest

from spacecat_shared_data_access.postgrest.seam import drive, drive_all, on_both_faces, put_on_both_faces
from unit.helpers import gathered, settle


class Counter:
    def __init__(self, blocking):
        self.blocking = blocking
        self.steps = []

    @on_both_faces
    async def one(self):
        """Give one."""
        return 1

    @on_both_faces
    async def two(self):
        return await self.one() + await self.one()

    @on_both_faces
    async def fail(self):
        raise LookupError("no such thing")

    @on_both_faces
    async def wait(self):
        await asyncio.sleep(0)

    @on_both_faces
    async def numbers(self, end):
        try:
            for number in range(end):
                self.steps.append(number)
                yield number * await self.one()
        finally:
            self.steps.append("closed")

    @on_both_faces
    async def summed(self, end):
        return sum([number async for number in self.numbers(end)])

    @on_both_faces
    async def failing_numbers(self):
        yield 1
        raise LookupError("no more")


@pytest.fixture
def counter(face):
    return Counter(blocking=face == "blocking")


async def test_a_call_gives_the_result_or_something_to_await(counter, face):
    result = counter.one()
    assert asyncio.iscoroutine(result) == (face == "asyncio")
    assert await settle(result) == 1


async def test_calls_within_calls_are_awaited_on_both_faces(counter):
    assert await settle(counter.two()) == 2


async def test_what_is_raised_goes_through(counter):
    with pytest.raises(LookupError, match="no such thing"):
        await settle(counter.fail())


async def test_a_failed_call_leaves_the_face_as_it_was(counter):
    with pytest.raises(LookupError):
        await settle(counter.fail())
    assert await settle(counter.one()) == 1


async def test_a_generator_is_gone_through_on_both_faces(counter):
    assert await gathered(counter.numbers(3)) == [0, 1, 2]
    assert counter.steps == [0, 1, 2, "closed"]


async def test_a_generator_within_a_call_is_an_asynchronous_one(counter):
    assert await settle(counter.summed(4)) == 6


async def test_what_a_generator_raises_goes_through(counter):
    with pytest.raises(LookupError, match="no more"):
        await gathered(counter.failing_numbers())


def test_breaking_off_closes_the_blocking_generator():
    counter = Counter(blocking=True)
    numbers = counter.numbers(100)
    assert next(numbers) == 0
    numbers.close()
    assert counter.steps == [0, "closed"]


async def test_breaking_off_closes_the_asynchronous_generator():
    counter = Counter(blocking=False)
    numbers = counter.numbers(100)
    assert await anext(numbers) == 0
    await numbers.aclose()
    assert counter.steps == [0, "closed"]


def test_calls_between_the_items_of_a_blocking_generator_block():
    counter = Counter(blocking=True)
    assert [counter.two() for _ in counter.numbers(2)] == [2, 2]


def test_two_blocking_generators_may_be_gone_through_at_once():
    counter = Counter(blocking=True)
    assert list(zip(counter.numbers(2), counter.numbers(2), strict=True)) == [(0, 0), (1, 1)]


def test_what_waits_for_an_event_loop_cannot_be_driven():
    counter = Counter(blocking=True)
    with pytest.raises(RuntimeError, match="use AsyncDataAccess"):
        counter.wait()
    assert counter.one() == 1


def test_a_generator_that_waits_for_an_event_loop_cannot_be_driven():
    async def waiting():
        await asyncio.sleep(0)
        yield 1

    with pytest.raises(RuntimeError, match="use AsyncDataAccess"):
        list(drive_all(waiting()))


def test_each_thread_drives_for_itself():
    inner = []

    async def outer():
        # While this thread drives, calls within it are to be awaited; another thread's are not.
        thread = threading.Thread(target=lambda: inner.append(Counter(blocking=True).two()))
        thread.start()
        thread.join()
        return inner[0]

    assert drive(outer()) == 2


def test_blocking_calls_work_while_an_event_loop_runs():
    async def main():
        return Counter(blocking=True).two()

    assert asyncio.run(main()) == 2


def test_a_method_keeps_its_name_and_doc():
    assert Counter.one.__name__ == "one"
    assert Counter.one.__doc__ == "Give one."


def test_only_public_coroutine_methods_get_both_faces():
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

    put_on_both_faces(Thing)
    thing = Thing()
    assert (thing.public(), thing.plain(), list(thing.many())) == (1, 4, [3])
    assert drive(thing._private()) == 2
