import asyncio
import functools
import gc
import inspect
import logging
import os
import re
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace

import pytest

from spacecat_shared_data_access import (
    AsyncDataAccess,
    DataAccess,
    UnavailableError,
    ValidationError,
    create_data_access,
    data_access_wrapper,
)
from spacecat_shared_data_access import (
    handler as handler_module,
)
from unit.helpers import ID, URL, maybe_await


@pytest.fixture(autouse=True)
def cold(monkeypatch):
    loop_runner = handler_module._LoopRunner()
    monkeypatch.setattr(handler_module, "_cache", {})
    monkeypatch.setattr(handler_module, "_loop_runner", loop_runner)
    monkeypatch.delenv("POSTGREST_URL", raising=False)
    yield
    for data_access in handler_module._cache.values():
        if isinstance(data_access, DataAccess):
            data_access.close()
    loop_runner.runner.close()


def context(**more):
    return SimpleNamespace(**more)


ENVIRONMENT = {"POSTGREST_URL": URL}


@data_access_wrapper
def blocking(event, context):
    """Find a ticket."""
    return context.data_access.Ticket.find_by_id(event["id"])


@data_access_wrapper
async def asynchronous(event, context, *more, **options):
    return await context.data_access.Ticket.find_by_id(event["id"]), more, options


def test_a_def_handler_gets_a_sync_data_access(server):
    server.respond_with([{"id": ID}])
    invocation = context(env=ENVIRONMENT)
    assert blocking({"id": ID}, invocation).get_id() == ID
    assert type(invocation.data_access) is DataAccess


async def test_an_async_handler_gets_an_async_data_access(server):
    server.respond_with([{"id": ID}])
    invocation = context(env=ENVIRONMENT)
    ticket, more, options = await asynchronous({"id": ID}, invocation, 5, colour="red")
    assert (ticket.get_id(), more, options) == (ID, (5,), {"colour": "red"})
    assert type(invocation.data_access) is AsyncDataAccess
    await invocation.data_access.aclose()


def test_a_wrapped_handler_keeps_its_name_and_signature():
    assert blocking.__name__ == "blocking"
    assert blocking.__doc__ == "Find a ticket."
    assert list(inspect.signature(blocking).parameters) == ["event", "context"]
    assert list(inspect.signature(asynchronous).parameters) == ["event", "context", "more", "options"]


def test_a_wrapped_handler_is_a_function_with_wrapped_set():
    assert not inspect.iscoroutinefunction(asynchronous)
    assert inspect.iscoroutinefunction(inspect.unwrap(asynchronous))
    assert not inspect.iscoroutinefunction(inspect.unwrap(blocking))


def test_without_an_event_loop_an_async_handler_runs_to_completion(server):
    server.respond_with([{"id": ID}])
    ticket, more, options = asynchronous({"id": ID}, context(env=ENVIRONMENT), 5, colour="red")
    assert (ticket.get_id(), more, options) == (ID, (5,), {"colour": "red"})


def test_warm_invocations_of_an_async_handler_share_its_loop_and_client(server):
    @data_access_wrapper
    async def used(_event, context):
        await context.data_access.Ticket.all()
        return asyncio.get_running_loop(), context.data_access.services.postgrest_client.session

    cold, warm = (used({}, context(env=ENVIRONMENT)) for _ in range(2))
    assert warm == cold
    assert not warm[1].is_closed


def test_an_async_handler_that_raises_keeps_the_loop_usable(server):
    @data_access_wrapper
    async def raising(event, _context):
        if event:
            raise LookupError(event)
        return asyncio.get_running_loop()

    first = raising({}, context(env=ENVIRONMENT))
    with pytest.raises(LookupError, match="lost"):
        raising("lost", context(env=ENVIRONMENT))
    assert raising({}, context(env=ENVIRONMENT)) is first


def test_each_invocation_sees_the_context_variables_of_its_caller(server):
    request = ContextVar("request", default="none")

    @data_access_wrapper
    async def seen(_event, _context):
        return request.get()

    for number in ("first", "second"):
        token = request.set(number)
        assert seen({}, context(env=ENVIRONMENT)) == number
        request.reset(token)


async def test_within_an_event_loop_an_async_handler_is_awaited_there(server):
    @data_access_wrapper
    async def where(_event, context):
        await context.data_access.Ticket.all()
        return asyncio.get_running_loop()

    invocation = context(env=ENVIRONMENT)
    assert await where({}, invocation) is asyncio.get_running_loop()
    await invocation.data_access.aclose()


def test_a_handler_may_be_wrapped_twice(server):
    invocation = context(env=ENVIRONMENT)
    server.respond_with([{"id": ID}])
    ticket, _, _ = data_access_wrapper(asynchronous)({"id": ID}, invocation)
    assert ticket.get_id() == ID
    assert type(invocation.data_access) is AsyncDataAccess


def test_warm_invocations_share_one_data_access_and_client(server):
    first, second = context(env=ENVIRONMENT), context(env=dict(ENVIRONMENT))
    blocking({"id": ID}, first)
    blocking({"id": ID}, second)
    assert first.data_access is second.data_access


@pytest.mark.parametrize(
    "other",
    [
        {"POSTGREST_SCHEMA": "main"},
        {"POSTGREST_API_KEY": "key"},
        {"S3_CONFIG_BUCKET": "bucket"},
        {"AWS_REGION": "us-east-1"},
        {"S2S_ALLOWED_IMS_ORG_IDS": "A@AdobeOrg"},
    ],
)
def test_another_configuration_gets_another_data_access(server, other):
    first, second = context(env=ENVIRONMENT), context(env={**ENVIRONMENT, **other})
    blocking({"id": ID}, first)
    blocking({"id": ID}, second)
    assert first.data_access is not second.data_access


def test_the_process_environment_is_the_default(server, monkeypatch):
    monkeypatch.setenv("POSTGREST_URL", URL)
    invocation = context(env="production")
    blocking({"id": ID}, invocation)
    blocking({"id": ID}, context())
    assert invocation.data_access.config.postgrest_url == URL


def test_an_existing_data_access_in_the_context_is_kept(server):
    mine = SimpleNamespace(Ticket=SimpleNamespace(find_by_id=lambda id_: f"ticket {id_}"))
    invocation = context(data_access=mine)
    assert blocking({"id": 5}, invocation) == "ticket 5"
    assert invocation.data_access is mine


def test_a_missing_url_names_the_variable():
    with pytest.raises(ValidationError) as raised:
        blocking({}, context(env={}))
    assert str(raised.value) == "postgrest_url is required (in the environment: POSTGREST_URL)"


async def test_an_async_handler_raises_when_it_is_awaited():
    call = asynchronous({}, context(env={}))
    with pytest.raises(ValidationError, match="POSTGREST_URL"):
        await call


def test_without_an_event_loop_an_async_handler_raises_at_once():
    with pytest.raises(ValidationError, match="POSTGREST_URL"):
        asynchronous({}, context(env={}))


def test_the_log_of_the_context_is_used(server, caplog):
    invocation = context(env=ENVIRONMENT, log=logging.getLogger("lambda"))
    blocking({"id": ID}, invocation)
    assert invocation.data_access.registry.log.name == "lambda"
    other = context(env=ENVIRONMENT, log="no logger")
    blocking({"id": ID}, other)
    assert other.data_access.registry.log.name == "spacecat_shared_data_access"
    assert other.data_access is not invocation.data_access


def test_a_handler_that_closes_its_data_access_leaves_the_next_one_open(server):
    @data_access_wrapper
    def closing(_event, context):
        with context.data_access as data_access:
            return data_access.Ticket.all()

    assert closing({}, context(env=ENVIRONMENT)) == []
    assert closing({}, context(env=ENVIRONMENT)) == []


def timed(milliseconds, **more):
    return context(env=ENVIRONMENT, get_remaining_time_in_millis=lambda: milliseconds, **more)


@pytest.mark.parametrize(
    ("milliseconds", "read"), [(20_000, 19.5), (3_000, 2.7), (900_000, 30.0), (1_500.5, 1.35045)]
)
@pytest.mark.usefixtures("ticks")
async def test_no_request_exceeds_the_remaining_time(server, milliseconds, read):
    for handler in (blocking, asynchronous):
        server.respond_with([{"id": ID}])
        invocation = timed(milliseconds)
        await maybe_await(handler({"id": ID}, invocation))
        assert server.last.extensions["timeout"]["read"] == pytest.approx(read)
    await invocation.data_access.aclose()


@pytest.mark.parametrize("left", [None, "3000", object()])
@pytest.mark.usefixtures("ticks")
def test_a_context_without_remaining_time_sets_no_deadline(server, left):
    server.respond_with([{"id": ID}])
    blocking({"id": ID}, timed(left))
    assert server.last.extensions["timeout"]["read"] == 30.0


@pytest.mark.usefixtures("ticks")
def test_each_invocation_has_its_own_deadline(server):
    server.respond_with([{"id": ID}])
    blocking({"id": ID}, timed(2_000))
    blocking({"id": ID}, timed(20_000))
    assert server.last.extensions["timeout"]["read"] == 19.5


async def test_concurrent_invocations_have_their_own_deadlines(server, ticks):
    server.respond_with([{"id": ID}])
    contexts = [timed(milliseconds) for milliseconds in (2_000, 10_000, 20_000)]
    await asyncio.gather(*(asynchronous({"id": ID}, each) for each in contexts))
    reads = {round(request.extensions["timeout"]["read"], 3) for request in server.requests}
    assert reads == {1.8, 9.5, 19.5}
    await contexts[0].data_access.aclose()


def test_without_time_left_nothing_is_sent(server, ticks):
    with pytest.raises(UnavailableError):
        blocking({"id": ID}, timed(0))
    assert server.requests == []


@pytest.mark.usefixtures("ticks")
class TestWorkerThreads:
    """Calls in a handler's thread pool have the deadline of the invocation, though not its context."""

    @staticmethod
    def reads(server):
        return [round(request.extensions["timeout"]["read"], 3) for request in server.requests]

    def test_a_request_has_the_deadline_of_the_invocation(self, server):
        @data_access_wrapper
        def handle(_event, context):
            with ThreadPoolExecutor(1) as workers:
                workers.submit(context.data_access.Ticket.find_by_id, ID).result()

        handle({}, timed(2_000))
        assert self.reads(server) == [1.8]

    async def test_under_asyncio_too(self, server):
        def ask():
            with create_data_access(postgrest_url=URL) as data_access:
                return data_access.Ticket.find_by_id(ID)

        @data_access_wrapper
        async def handle(_event, _context):
            with ThreadPoolExecutor(1) as workers:
                return await asyncio.get_running_loop().run_in_executor(workers, ask)

        await handle({}, timed(2_000))
        assert self.reads(server) == [1.8]

    def test_without_time_left_nothing_is_sent(self, server, ticks):
        @data_access_wrapper
        def handle(_event, context):
            with ThreadPoolExecutor(1) as workers:
                ticks.advance(2)
                workers.submit(context.data_access.Ticket.find_by_id, ID).result()

        with pytest.raises(UnavailableError):
            handle({}, timed(2_000))
        assert server.requests == []

    def test_after_the_invocation_there_is_no_deadline(self, server):
        with ThreadPoolExecutor(1) as workers:

            @data_access_wrapper
            def handle(_event, context):
                return context.data_access.Ticket

            tickets = handle({}, timed(2_000))
            workers.submit(tickets.find_by_id, ID).result()
        assert self.reads(server) == [30.0]

    @pytest.mark.parametrize(("other", "read"), [(10_000, 9.5), (None, 30.0)])
    def test_of_several_invocations_the_latest_deadline_applies(self, server, other, read):
        with ThreadPoolExecutor(1) as workers:

            @data_access_wrapper
            def inner(_event, context):
                context.data_access.Ticket.find_by_id(ID)  # its own
                return workers.submit(context.data_access.Ticket.find_by_id, ID).result()

            @data_access_wrapper
            def outer(_event, context):
                # In its own thread, like concurrent invocations.
                with ThreadPoolExecutor(1) as beside:
                    beside.submit(inner, {}, timed(other)).result()
                context.data_access.Ticket.find_by_id(ID)

            outer({}, timed(2_000))
        assert self.reads(server) == [read, read, 1.8]

    def test_a_concurrent_invocation_has_its_own_deadline(self, server):
        @data_access_wrapper
        def outer(_event, _context):
            with ThreadPoolExecutor(1) as beside:
                beside.submit(blocking, {"id": ID}, timed(20_000)).result()

        outer({}, timed(2_000))
        assert self.reads(server) == [19.5]


class Slotted:
    __slots__ = ("env",)

    def __init__(self):
        self.env = ENVIRONMENT


@dataclass(frozen=True)
class Frozen:
    aws_request_id: str = "1"
    env: Mapping[str, str] = field(default_factory=lambda: ENVIRONMENT)


def whole(event, context):
    """Return what a handler was called with."""
    return event, context


async def whole_async(event, context):
    return event, context


@pytest.fixture(params=[whole, whole_async], ids=["def", "async def"])
def wrapped(request):
    return data_access_wrapper(request.param)


@pytest.fixture
def kind(wrapped):
    return AsyncDataAccess if inspect.iscoroutinefunction(inspect.unwrap(wrapped)) else DataAccess


def test_a_dict_context_gets_an_item(wrapped, kind):
    log = logging.getLogger("lambda")
    invocation = {"env": ENVIRONMENT, "log": log}
    _, context = wrapped({}, invocation)
    assert context is invocation
    assert type(context["data_access"]) is kind
    assert context["data_access"].registry.log is log
    assert wrapped({}, dict(invocation))[1]["data_access"] is context["data_access"]


def test_the_time_and_data_access_of_a_dict_context_are_used(server, ticks):
    server.respond_with([{"id": ID}])

    @data_access_wrapper
    def handler(_event, context):
        return context["data_access"].Ticket.find_by_id(ID)

    handler({}, {"env": ENVIRONMENT, "get_remaining_time_in_millis": lambda: 3_000})
    assert server.last.extensions["timeout"]["read"] == pytest.approx(2.7)
    mine = SimpleNamespace(Ticket=SimpleNamespace(find_by_id=lambda id_: f"ticket {id_}"))
    assert handler({}, {"data_access": mine}) == f"ticket {ID}"


def test_an_immutable_mapping_is_replaced(wrapped, kind):
    invocation = MappingProxyType({"env": ENVIRONMENT, "aws_request_id": "1"})
    _, context = wrapped({}, invocation)
    assert type(context["data_access"]) is kind
    assert context["aws_request_id"] == "1"


def test_a_missing_context_is_created(wrapped, kind, monkeypatch):
    monkeypatch.setenv("POSTGREST_URL", URL)
    assert type(wrapped({}, None)[1].data_access) is kind


@pytest.mark.parametrize("invocation", [Slotted(), Frozen()], ids=["slotted", "frozen"])
def test_a_context_without_settable_attributes_is_replaced(wrapped, kind, invocation):
    _, context = wrapped({}, invocation)
    assert type(context.data_access) is kind
    assert context.env is ENVIRONMENT
    with pytest.raises(AttributeError, match="nothing"):
        _ = context.nothing


def test_arguments_may_be_named(wrapped, kind):
    event, context = wrapped(event={"id": 1}, context=Slotted())
    assert (event, type(context.data_access)) == ({"id": 1}, kind)


def test_a_missing_required_context_is_a_type_error(wrapped):
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'context'"):
        wrapped({})


class Handlers:
    """Handlers in a class, as every kind of method."""

    @data_access_wrapper
    def method(self, event, context):
        return self, event, context

    @data_access_wrapper
    async def async_method(self, event, context):
        return self, event, context

    @staticmethod
    @data_access_wrapper
    def static(event, context):
        return Handlers, event, context

    @classmethod
    @data_access_wrapper
    def of_class(cls, event, context):
        return cls, event, context

    def plain(self, event, context):
        return self, event, context

    async def plain_async(self, event, context):
        return self, event, context


class Called:
    def __call__(self, event, context):
        return self, event, context


class AsyncCalled:
    async def __call__(self, event, context):
        return self, event, context


HANDLERS = Handlers()
METHODS = {
    "a method": (HANDLERS.method, DataAccess),
    "an async method": (HANDLERS.async_method, AsyncDataAccess),
    "a static method": (HANDLERS.static, DataAccess),
    "a class method": (HANDLERS.of_class, DataAccess),
    "a bound method": (data_access_wrapper(HANDLERS.plain), DataAccess),
    "an async bound method": (data_access_wrapper(HANDLERS.plain_async), AsyncDataAccess),
    "an object": (data_access_wrapper(Called()), DataAccess),
    "an async object": (data_access_wrapper(AsyncCalled()), AsyncDataAccess),
    "a partial": (data_access_wrapper(functools.partial(Handlers.plain, HANDLERS)), DataAccess),
    "an async partial": (data_access_wrapper(functools.partial(Handlers.plain_async, None)), AsyncDataAccess),
    "a partial of an async object": (data_access_wrapper(functools.partial(AsyncCalled())), AsyncDataAccess),
    "any arguments": (data_access_wrapper(lambda *args: (None, *args)), DataAccess),
    "an event that is called self": (
        data_access_wrapper(lambda me, context: (None, me, context)),
        DataAccess,
    ),
}


@pytest.mark.parametrize(("handler", "kind"), METHODS.values(), ids=METHODS)
def test_the_context_is_found_in_any_callable(handler, kind):
    invocation = context(env=ENVIRONMENT)
    event = {"id": ID}
    _, given, got = handler(event, invocation)
    assert given is event
    assert got is invocation
    assert type(invocation.data_access) is kind


def generator(event, context):
    yield event, context


async def async_generator(event, context):
    yield event, context


class GeneratorCalled:
    async def __call__(self, event, context):
        yield event, context


WRONG = {
    "a generator": (generator, "generator is a generator function: a handler must return its response"),
    "an async generator": (async_generator, "async_generator is a generator function"),
    "an object that generates": (GeneratorCalled(), "is a generator function"),
    "a partial of a generator": (functools.partial(generator), "is a generator function"),
    "a class": (AsyncCalled, "AsyncCalled is a class: decorate its method, or wrap an object of it"),
    "a static method": (
        staticmethod(whole),
        "Put @staticmethod above @data_access_wrapper",
    ),
    "a class method": (classmethod(whole), "Put @classmethod above @data_access_wrapper"),
    "too few parameters": (lambda event: event, "cannot be called with an event and a context"),
    "too many parameters": (
        lambda event, context, more: more,
        "cannot be called with an event and a context",
    ),
    "a method without a context": (lambda self, event: event, "cannot be called with an event and a context"),
    "no function": ("handler", "data_access_wrapper takes a function, not 'handler'"),
    "nothing": (None, "data_access_wrapper takes a function, not None"),
}


@pytest.mark.parametrize(("handler", "message"), WRONG.values(), ids=WRONG)
def test_an_invalid_handler_is_refused_at_once(handler, message):
    with pytest.raises(TypeError, match=re.escape(message)):
        data_access_wrapper(handler)


class PowertoolsLogger:
    """Like aws_lambda_powertools' Logger, which is not a logging.Logger."""

    def __init__(self):
        self.lines = []

    def __eq__(self, other):
        return self is other

    __hash__ = None

    def _log(self, message, *args, **_options):
        self.lines.append(message % args)

    debug = info = warning = error = exception = critical = _log


def test_a_powertools_logger_is_used(server):
    log = PowertoolsLogger()

    @data_access_wrapper
    def failing(_event, context):
        context.data_access.Ticket.all(limit=-1)

    for _ in range(2):
        with pytest.raises(ValidationError):
            failing({}, context(env=ENVIRONMENT, log=log))
    assert len(log.lines) == 2
    assert "limit" in log.lines[0]


def test_a_new_logger_for_each_invocation_does_not_accumulate(server):
    adapters = [logging.LoggerAdapter(logging.getLogger("lambda"), {"id": number}) for number in range(99)]
    for adapter in adapters:
        invocation = context(env=ENVIRONMENT, log=adapter)
        blocking({"id": ID}, invocation)
        assert invocation.data_access.registry.log is adapter
    assert len(handler_module._cache) <= 16


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_process_has_its_own_event_loops(server):
    @data_access_wrapper
    async def waiting(_event, context):
        await context.data_access.Ticket.all()
        # From another thread: the loop is woken by a descriptor that its selector waits for.
        return await asyncio.wait_for(asyncio.to_thread(os.getpid), 20)

    def invoke():
        return waiting({}, context(env=ENVIRONMENT))

    def invoke_before_and_after():
        found.append(invoke())
        begun.set()
        forked.wait(60)
        found.append(invoke())
        handler_module._loop_runner.runner.close()

    found, begun, forked = [], threading.Event(), threading.Event()
    thread = threading.Thread(target=invoke_before_and_after)
    thread.start()
    begun.wait(60)
    found.append(invoke())
    before = handler_module._loop_runner.runner.get_loop()
    child = os.fork()
    if child == 0:  # pragma: no cover - only the parent is measured
        status = 1
        try:
            is_right = invoke() == os.getpid()
            is_new = handler_module._loop_runner.runner.get_loop() is not before
            before.close()  # as its finalizer does
            gc.collect()  # the other thread's is finalized
            status = 0 if is_right and is_new else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    forked.set()
    thread.join(60)
    found.append(invoke())
    assert found == [os.getpid()] * 4
    assert handler_module._loop_runner.runner.get_loop() is before
    assert not before.is_closed()
