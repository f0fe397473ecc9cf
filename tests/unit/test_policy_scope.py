"""`retrying` around a ``yield``, and in tasks and threads."""

import asyncio
import contextvars
import threading
from contextlib import ExitStack, asynccontextmanager, contextmanager

import pytest

from spacecat_shared_data_access import RetryPolicy, UnavailableError, ValidationError
from unit.helpers import ID, OTHER_ID, make_model, maybe_await

ATTEMPTS = RetryPolicy().attempts
ONCE = RetryPolicy.off()
TWICE = RetryPolicy(attempts=2)


@pytest.fixture
def data_access(cinema_entities, opened, server, waits):
    server.respond_with(429)
    return opened(retry=TWICE)


@pytest.fixture
def attempts(data_access, server):
    """A function that returns how many attempts a request takes now."""

    def send():
        before = len(server.requests)
        with pytest.raises(UnavailableError):
            data_access.Film.find_by_id(ID)
        return len(server.requests) - before

    async def send_async():
        before = len(server.requests)
        with pytest.raises(UnavailableError):
            await data_access.Film.find_by_id(ID)
        return len(server.requests) - before

    return send if data_access.Film.blocking else send_async


@pytest.fixture
def limited(data_access, attempts):
    """A generator with the block in it; it sends a request before and after the ``yield``."""

    def generator():
        with data_access.retrying(ONCE):
            yield attempts()
            yield attempts()
        yield attempts()

    async def generator_async():
        with data_access.retrying(ONCE):
            yield await attempts()
            yield await attempts()
        yield await attempts()

    return generator if data_access.Film.blocking else generator_async


async def next_of(generator):
    return await anext(generator) if hasattr(generator, "__anext__") else next(generator)


async def close(generator):
    await maybe_await(generator.aclose() if hasattr(generator, "aclose") else generator.close())


async def test_a_suspended_generator_keeps_its_policy_to_itself(limited, attempts):
    generator = limited()
    assert await next_of(generator) == 1
    assert await maybe_await(attempts()) == 2
    assert await next_of(generator) == 1
    assert await maybe_await(attempts()) == 2
    assert await next_of(generator) == 2
    await close(generator)
    assert await maybe_await(attempts()) == 2


async def test_calls_gathered_by_the_caller_have_their_own_policy(limited, data_access, server):
    generator = limited()
    await next_of(generator)
    before = len(server.requests)
    with pytest.raises(UnavailableError):
        await maybe_await(data_access.Film.both(ID, OTHER_ID))
    assert len(server.requests) - before == 4
    await close(generator)


async def test_calls_gathered_by_a_generator_have_its_policy(data_access, server):
    async def run():
        with data_access.retrying(ONCE), pytest.raises(UnavailableError):
            await maybe_await(data_access.Film.both(ID, OTHER_ID))
        yield len(server.requests)

    assert [sent async for sent in run()] == [2]


async def test_concurrent_generators_have_their_own_policies(data_access, attempts):
    first, second = (in_block(data_access, attempts, policy) for policy in (ONCE, RetryPolicy(attempts=3)))
    assert (await anext(first), await anext(second)) == (1, 3)
    assert (await anext(first), await anext(second), await maybe_await(attempts())) == (1, 3, 2)
    await first.aclose()
    assert (await anext(second), await maybe_await(attempts())) == (3, 2)
    await second.aclose()


async def in_block(data_access, attempts, policy):
    with data_access.retrying(policy):
        while True:
            yield await maybe_await(attempts())


async def test_a_generator_within_a_block_has_the_policy_of_its_caller(data_access, attempts):
    async def sent():
        while True:
            yield await maybe_await(attempts())

    generator = sent()
    assert await anext(generator) == 2
    with data_access.retrying(ONCE):
        assert await anext(generator) == 1
    assert await anext(generator) == 2
    await generator.aclose()


@pytest.mark.parametrize("api", ["blocking"])
def test_a_dependency_may_be_left_in_another_context(limited, attempts):
    generator = limited()
    assert contextvars.copy_context().run(next, generator) == 1
    assert attempts() == 2
    contextvars.copy_context().run(generator.close)
    assert attempts() == 2


@pytest.mark.parametrize("api", ["blocking"])
def test_a_dependency_may_be_left_in_another_thread(limited, attempts):
    generator = limited()
    in_a_thread(lambda: next(generator))
    assert attempts() == 2
    in_a_thread(generator.close)
    assert attempts() == 2


def in_a_thread(function):
    thread = threading.Thread(target=contextvars.copy_context().run, args=(function,))
    thread.start()
    thread.join()


async def test_a_generator_may_be_closed_by_another_task(limited, attempts):
    generator = limited()
    await next_of(generator)
    assert await asyncio.create_task(closing(generator, attempts)) == 2
    assert await maybe_await(attempts()) == 2


async def closing(generator, attempts):
    await close(generator)
    return await maybe_await(attempts())


async def test_a_generator_may_be_started_by_another_task(limited, attempts):
    generator = limited()
    assert await asyncio.create_task(next_of(generator)) == 1
    assert await maybe_await(attempts()) == 2
    assert await next_of(generator) == 2  # the policy stays in the context that entered the block
    assert await next_of(generator) == 2
    await close(generator)


async def test_an_exception_thrown_into_a_generator_ends_the_block(limited, attempts):
    generator = limited()
    await next_of(generator)
    throw = getattr(generator, "athrow", None) or generator.throw
    with pytest.raises(LookupError):
        await maybe_await(throw(LookupError()))
    assert await maybe_await(attempts()) == 2


async def test_an_unfinished_generator_leaves_nothing_behind(data_access, attempts):
    def generator():
        with data_access.retrying(ONCE):
            yield

    forgotten = generator()
    next(forgotten)
    del forgotten
    assert await maybe_await(attempts()) == 2


async def test_retrying_works_in_a_context_manager_function(data_access, attempts):
    @contextmanager
    def once():
        with data_access.retrying(ONCE):
            yield

    @asynccontextmanager
    async def once_async():
        with once():
            yield

    with once():
        assert await maybe_await(attempts()) == 1
    assert await maybe_await(attempts()) == 2
    async with once_async():
        assert await maybe_await(attempts()) == 1
    assert await maybe_await(attempts()) == 2


async def test_retrying_works_in_an_exit_stack(data_access, attempts):
    def generator():
        with ExitStack() as stack:
            stack.enter_context(data_access.retrying(ONCE))
            yield

    with ExitStack() as stack:
        stack.enter_context(data_access.retrying(ONCE))
        assert await maybe_await(attempts()) == 1
    suspended = generator()
    next(suspended)
    assert await maybe_await(attempts()) == 2
    suspended.close()


@pytest.mark.parametrize("api", ["blocking"])
def test_retrying_works_as_a_decorator(data_access, attempts):
    assert data_access.retrying(ONCE)(attempts)() == 1
    assert attempts() == 2


async def test_tasks_and_threads_started_in_the_block_keep_the_policy(data_access, attempts):
    with data_access.retrying(ONCE):
        inside = await asyncio.create_task(run(attempts))
        if data_access.Film.blocking:
            assert await asyncio.to_thread(attempts) == 1
        late = asyncio.create_task(run(attempts))
    assert (inside, await late, await maybe_await(attempts())) == (1, 1, 2)


async def test_a_task_started_in_an_asynchronous_generator_keeps_the_policy(data_access, attempts):
    async def generator():
        with data_access.retrying(ONCE):
            yield await asyncio.create_task(run(attempts))

    assert [sent async for sent in generator()] == [1]


async def run(attempts):
    return await maybe_await(attempts())


@pytest.mark.usefixtures("cinema_entities", "waits")
class TestBlock:
    @pytest.fixture
    def film(self, opened):
        return make_model(opened(retry=RetryPolicy()).Film, {"id": ID})

    async def test_a_block_has_its_own_policy(self, film, server):
        server.respond_with(429)
        # `retrying` of the data access calls that of the service.
        with film.service.retrying(RetryPolicy(attempts=2)), pytest.raises(UnavailableError):
            await maybe_await(film.collection.all())
        assert len(server.requests) == 2
        with pytest.raises(UnavailableError):
            await maybe_await(film.collection.all())
        assert len(server.requests) == 2 + ATTEMPTS

    async def test_a_policy_applies_to_its_data_access_only(self, opened, server):
        first, second = opened(retry=RetryPolicy()), opened(retry=RetryPolicy())
        server.respond_with(429)
        with first.retrying(RetryPolicy.off()):
            with pytest.raises(UnavailableError):
                await maybe_await(second.Film.all())
            assert len(server.requests) == ATTEMPTS
            with pytest.raises(UnavailableError):
                await maybe_await(first.Film.all())
            assert len(server.requests) == ATTEMPTS + 1

    async def test_a_policy_applies_to_gathered_calls(self, opened, server):
        data_access = opened(retry=RetryPolicy())
        server.respond_with(429)
        with data_access.retrying(RetryPolicy.off()), pytest.raises(UnavailableError):
            await maybe_await(data_access.Film.both(ID, OTHER_ID))
        assert len(server.requests) == 2

    async def test_blocks_can_be_nested(self, opened, server):
        data_access = opened()
        server.respond_with(429)
        with data_access.retrying(RetryPolicy(attempts=3)):
            with data_access.retrying(RetryPolicy.off()), pytest.raises(UnavailableError):
                await maybe_await(data_access.Film.all())
            assert len(server.requests) == 1
            with pytest.raises(UnavailableError):
                await maybe_await(data_access.Film.all())
        assert len(server.requests) == 1 + 3

    def test_another_type_is_refused(self, opened):
        with pytest.raises(ValidationError, match=r"^policy must be a RetryPolicy$"):
            opened().retrying(3)
