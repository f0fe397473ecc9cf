import asyncio
import inspect
import logging
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from types import SimpleNamespace

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
from unit.helpers import ID, URL, settle


@pytest.fixture(autouse=True)
def cold(monkeypatch):
    kept_loop = handler_module._KeptLoop()
    monkeypatch.setattr(handler_module, "_made", {})
    monkeypatch.setattr(handler_module, "_kept_loop", kept_loop)
    monkeypatch.delenv("POSTGREST_URL", raising=False)
    yield
    for data_access in handler_module._made.values():
        if isinstance(data_access, DataAccess):
            data_access.close()
    kept_loop.runner.close()


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


def test_a_def_handler_gets_a_data_access_that_blocks(server):
    server.answers([{"id": ID}])
    invocation = context(env=ENVIRONMENT)
    assert blocking({"id": ID}, invocation).get_id() == ID
    assert type(invocation.data_access) is DataAccess


async def test_an_async_handler_gets_one_to_await(server):
    server.answers([{"id": ID}])
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


def test_a_wrapped_handler_is_a_plain_function_that_leads_to_its_own():
    assert not inspect.iscoroutinefunction(asynchronous)
    assert inspect.iscoroutinefunction(inspect.unwrap(asynchronous))
    assert not inspect.iscoroutinefunction(inspect.unwrap(blocking))


def test_without_an_event_loop_an_async_handler_runs_to_its_end(server):
    server.answers([{"id": ID}])
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


def test_an_async_handler_that_raises_leaves_the_loop_for_the_next(server):
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
    server.answers([{"id": ID}])
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


def test_the_process_environment_is_read_where_the_context_has_none(server, monkeypatch):
    monkeypatch.setenv("POSTGREST_URL", URL)
    invocation = context(env="production")
    blocking({"id": ID}, invocation)
    blocking({"id": ID}, context())
    assert invocation.data_access.config.postgrest_url == URL


def test_a_context_keeps_the_data_access_that_it_has(server):
    mine = SimpleNamespace(Ticket=SimpleNamespace(find_by_id=lambda id_: f"ticket {id_}"))
    invocation = context(data_access=mine)
    assert blocking({"id": 5}, invocation) == "ticket 5"
    assert invocation.data_access is mine


def test_a_missing_address_names_the_variable():
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


def test_the_contexts_log_is_where_it_writes(server, caplog):
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
async def test_no_request_takes_longer_than_the_invocation_may(server, milliseconds, read):
    for handler in (blocking, asynchronous):
        server.answers([{"id": ID}])
        invocation = timed(milliseconds)
        await settle(handler({"id": ID}, invocation))
        assert server.last.extensions["timeout"]["read"] == pytest.approx(read)
    await invocation.data_access.aclose()


@pytest.mark.parametrize("left", [None, "3000", object()])
@pytest.mark.usefixtures("ticks")
def test_a_context_that_cannot_tell_its_time_sets_no_bound(server, left):
    server.answers([{"id": ID}])
    blocking({"id": ID}, timed(left))
    assert server.last.extensions["timeout"]["read"] == 30.0


@pytest.mark.usefixtures("ticks")
def test_the_time_of_one_invocation_is_not_that_of_the_next(server):
    server.answers([{"id": ID}])
    blocking({"id": ID}, timed(2_000))
    blocking({"id": ID}, timed(20_000))
    assert server.last.extensions["timeout"]["read"] == 19.5


async def test_invocations_side_by_side_have_their_own_time(server, ticks):
    server.answers([{"id": ID}])
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
    """What a handler hands to a thread pool has the invocation's time, though not its context."""

    @staticmethod
    def reads(server):
        return [round(request.extensions["timeout"]["read"], 3) for request in server.requests]

    def test_a_request_has_the_time_of_the_invocation(self, server):
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
                ticks.pass_(2)
                workers.submit(context.data_access.Ticket.find_by_id, ID).result()

        with pytest.raises(UnavailableError):
            handle({}, timed(2_000))
        assert server.requests == []

    def test_after_the_invocation_there_is_no_bound(self, server):
        with ThreadPoolExecutor(1) as workers:

            @data_access_wrapper
            def handle(_event, context):
                return context.data_access.Ticket

            tickets = handle({}, timed(2_000))
            workers.submit(tickets.find_by_id, ID).result()
        assert self.reads(server) == [30.0]

    @pytest.mark.parametrize(("other", "read"), [(10_000, 9.5), (None, 30.0)])
    def test_of_several_invocations_the_latest_counts(self, server, other, read):
        with ThreadPoolExecutor(1) as workers:

            @data_access_wrapper
            def inner(_event, context):
                context.data_access.Ticket.find_by_id(ID)  # its own
                return workers.submit(context.data_access.Ticket.find_by_id, ID).result()

            @data_access_wrapper
            def outer(_event, context):
                # In a thread of its own, as invocations side by side are.
                with ThreadPoolExecutor(1) as beside:
                    beside.submit(inner, {}, timed(other)).result()
                context.data_access.Ticket.find_by_id(ID)

            outer({}, timed(2_000))
        assert self.reads(server) == [read, read, 1.8]

    def test_an_invocation_that_begins_beside_another_has_its_own_time(self, server):
        @data_access_wrapper
        def outer(_event, _context):
            with ThreadPoolExecutor(1) as beside:
                beside.submit(blocking, {"id": ID}, timed(20_000)).result()

        outer({}, timed(2_000))
        assert self.reads(server) == [19.5]
