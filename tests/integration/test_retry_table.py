"""The table of retries, cell by cell: what the library does about each fault, and what is stored then."""

import time

import pytest
import pytest_asyncio

from faults.fault_types import Close, Fault, Garble, Reply, Reset, Stall, Truncate
from integration.operations import OPERATIONS, READS, WRITES, Remove
from integration.sync_async import maybe_await
from spacecat_shared_data_access import AccessDeniedError, DataAccessError, UnavailableError

ATTEMPTS = 4
PATIENT = 60  # seconds; no response takes longer unless it is stalled

NOT_EXECUTED = [
    Reply(503, "PGRST000"),
    Reply(503, "PGRST002"),
    Reply(504, "PGRST003"),
    Reply(429),
    Reply(503, "53300"),
]
ROLLED_BACK = [Reply(500, "40001"), Reply(500, "40P01")]
NOT_DONE = [
    Reset(),
    Close(),
    Stall(),
    Reply(502),
    Reply(503),
    Reply(504),
    Reply(503, "PGRST001"),
    Reply(503, "08006"),
    Reply(503, "57P01"),
    Reply(500),
    Reply(200),
]
DONE = [
    Reset(executed=True),
    Stall(executed=True),
    Truncate(),
    Truncate(rudely=True),
    Reply(504, executed=True),
    Reply(503, "57P01", executed=True),
    Garble(),
]
FINAL = [Reply(500, "57014"), Reply(400, "22P02"), Reply(404, "PGRST205"), Reply(403, "42501")]

# What is raised where not UnavailableError.
ERRORS = {
    Reply(200): DataAccessError,
    Garble(): DataAccessError,
    Reply(400, "22P02"): DataAccessError,
    Reply(404, "PGRST205"): DataAccessError,
    Reply(403, "42501"): AccessDeniedError,
}
NEED_A_BODY = [Truncate(), Truncate(rudely=True), Garble()]


@pytest.fixture(params=["blocking", "asyncio", "asyncio over aiohttp"])
def ways(request):
    """An API, and the transport that it uses."""
    api, _, transport = request.param.partition(" over ")
    return api, transport or "httpx"


@pytest.fixture
def api(ways):
    return ways[0]


@pytest.fixture
def waits():
    """How long the library meant to wait before each further attempt. It does not."""
    return []


@pytest.fixture
def through(connect, proxy, waits, ways):
    """Makes data accesses through the proxy."""

    def make(**settings):
        made = connect(postgrest_url=proxy.url, async_transport=ways[1], **settings)

        async def sleep(seconds):
            waits.append(seconds)
            made._service._timeouts["read"] = PATIENT

        made._service.sleep = sleep
        return made

    return make


@pytest_asyncio.fixture(loop_scope="session", params=OPERATIONS, ids=lambda kind: kind.__name__)
async def operation(request, data_access):
    made = request.param()
    await made.prepare(data_access)
    return made


def is_sent_again(operation, fault):
    if fault in NOT_EXECUTED + ROLLED_BACK:
        return True
    return fault in NOT_DONE + DONE and type(operation) in READS + WRITES


def stored_effect(operation, proxy, database):
    # A stalled request may still be under way.
    while not proxy.is_quiet():
        time.sleep(0.002)
    return operation.effect(database)


def may_be_done(operation, fault):
    return fault in NOT_DONE + DONE and type(operation) not in READS


def is_done(operation, fault):
    return fault in DONE and type(operation) not in READS


def sent(proxy, operation):
    return [
        each
        for each in proxy.seen
        if (each.request.method, each.request.path) == (operation.method, operation.path)
    ]


@pytest_asyncio.fixture(loop_scope="session")
async def called(through, operation, fault, waits):
    if fault in NEED_A_BODY and type(operation) is Remove:
        pytest.skip("the response has no body")
    """A data access on which the operation is ready to be called."""
    faulty = through(read_timeout=PATIENT)
    await operation.begin(faulty)
    waits.clear()
    if isinstance(fault, Stall):
        # For the first attempt alone: on a busy machine the next response may take longer than that.
        faulty._service._timeouts["read"] = 0.25
    return faulty


@pytest.mark.parametrize("fault", NOT_EXECUTED + ROLLED_BACK + NOT_DONE + DONE + FINAL, ids=str)
async def test_one_fault(called, operation, proxy, waits, database, fault: Fault):
    proxy.script.next(operation.method, operation.path, fault)
    if is_sent_again(operation, fault):
        assert operation.is_right(await maybe_await(operation.call(called)))
        assert stored_effect(operation, proxy, database) == (type(operation) not in READS)
        assert len(waits) == len(sent(proxy, operation)) - 1 == 1
    else:
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(operation.call(called))
        assert type(caught.value) is ERRORS.get(fault, UnavailableError)
        assert (caught.value.attempts, caught.value.in_doubt) == (1, may_be_done(operation, fault))
        assert stored_effect(operation, proxy, database) == is_done(operation, fault)
        assert len(waits) == len(sent(proxy, operation)) - 1 == 0


@pytest.mark.parametrize(
    "fault",
    [
        NOT_EXECUTED[0],
        ROLLED_BACK[0],
        Reset(),
        Reset(executed=True),
        Reply(502),
        Reply(200),
    ],
    ids=str,
)
async def test_a_fault_that_does_not_go_away(called, operation, proxy, waits, database, fault: Fault):
    proxy.script.next(operation.method, operation.path, *[fault] * 10)
    with pytest.raises(DataAccessError) as caught:
        await maybe_await(operation.call(called))
    assert type(caught.value) is ERRORS.get(fault, UnavailableError)
    attempts = ATTEMPTS if is_sent_again(operation, fault) else 1
    assert (caught.value.attempts, caught.value.in_doubt) == (attempts, may_be_done(operation, fault))
    assert stored_effect(operation, proxy, database) == is_done(operation, fault)
    assert len(waits) == len(sent(proxy, operation)) - 1 == attempts - 1
