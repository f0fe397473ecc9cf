"""Calls that are cancelled, on asyncio: the connections that they had are not lost."""

import asyncio

import pytest
import pytest_asyncio

from faults.fault_types import Stall
from faults.proxy import FaultProxy
from spacecat_shared_data_access import RetryPolicy, UnavailableError, create_async_data_access
from spacecat_shared_data_access.postgrest import cancellation

pytestmark = pytest.mark.usefixtures("empty_tables")

MOST = 32  # connections that one client holds


@pytest.fixture
def proxy(server):
    with FaultProxy(server.url) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def data_access(proxy):
    retry = RetryPolicy(attempts=1, deadline=30)
    async with create_async_data_access(postgrest_url=proxy.url, retry=retry) as made:
        yield made


async def connections_of(data_access):
    """Return the state of the connections after all cancelled calls have ended."""
    while cancellation._abandoned:  # noqa: ASYNC110 - nothing tells of its end
        await asyncio.sleep(0.001)
    pool = data_access._service._client()._transport
    assert not pool._busy
    return [connection for each in pool.transports for connection in each._pool.connections]


async def cancelled_after(steps, call):
    task = asyncio.ensure_future(call)
    for _ in range(steps):
        await asyncio.sleep(0)
    if steps > 40:  # it waits for the server by then
        await asyncio.sleep((steps - 40) / 10_000)
    task.cancel()
    return (await asyncio.gather(task, return_exceptions=True))[0]


async def test_at_any_moment(data_access):
    outcomes = []
    # Until one was done before it was cancelled, however busy the machine is.
    while len(outcomes) < 120 or list not in map(type, outcomes):
        outcomes.append(await cancelled_after(len(outcomes), data_access.Organization.all()))
    assert {type(each) for each in outcomes} == {asyncio.CancelledError, list}
    assert all(each.is_idle() for each in await connections_of(data_access))


async def test_many_who_compete_for_connections(data_access):
    calls = [data_access.Organization.all() for _ in range(3 * MOST)]
    await asyncio.gather(*(cancelled_after(place, call) for place, call in enumerate(calls)))
    assert all(each.is_idle() for each in await connections_of(data_access))
    assert await asyncio.gather(*(data_access.Organization.all() for _ in range(MOST))) == [[]] * MOST


async def test_the_caller_does_not_wait_for_the_server(data_access, proxy):
    proxy.script.next("GET", "/organizations", *[Stall()] * MOST)
    calls = [asyncio.ensure_future(data_access.Organization.all()) for _ in range(MOST)]
    while len(proxy.seen) < MOST:  # noqa: ASYNC110 - another thread counts them
        await asyncio.sleep(0.001)
    for call in calls:
        call.cancel()
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    assert {type(each) for each in outcomes} == {asyncio.CancelledError}
    assert await connections_of(data_access) == []
    assert await data_access.Organization.all() == []


async def test_a_deadline_that_passes_costs_no_connection_either(data_access, proxy):
    proxy.script.next("GET", "/organizations", *[Stall()] * MOST)
    with data_access.retrying(RetryPolicy(attempts=1, deadline=0.1)):
        calls = [data_access.Organization.all() for _ in range(MOST)]
        outcomes = await asyncio.gather(*calls, return_exceptions=True)
    assert {type(each) for each in outcomes} == {UnavailableError}
    assert all(each.is_idle() for each in await connections_of(data_access))
    proxy.script.clear()
    assert await data_access.Organization.all() == []


async def test_a_write_that_is_cancelled_is_done_once_or_not_at_all(data_access, database):
    names = [f"n-{steps}" for steps in range(0, 120, 4)]
    outcomes = {
        name: await cancelled_after(4 * place, data_access.Organization.create({"name": name}))
        for place, name in enumerate(names)
    }
    await connections_of(data_access)
    rows = database.execute("SELECT name, count(*) FROM organizations GROUP BY name").fetchall()
    assert {row["count"] for row in rows} <= {1}
    done = {name for name, each in outcomes.items() if not isinstance(each, asyncio.CancelledError)}
    assert done <= {row["name"] for row in rows} <= set(names)
