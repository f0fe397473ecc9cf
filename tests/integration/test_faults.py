"""Faults one after the other, by script: what the table of retries cannot say in a cell."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio

from faults.fault_types import Close, CloseIdle, Drip, Garble, Hold, Reply, Reset, Truncate
from faults.proxy import FaultProxy
from integration.factory import an_ims_org_id, from_now
from integration.operations import OPERATIONS
from integration.sync_async import at_once, collect, maybe_await
from patience import PATIENCE
from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    RetryPolicy,
    UnavailableError,
    create_async_data_access,
    create_data_access,
)

pytestmark = pytest.mark.usefixtures("empty_tables")

LOST = Reset(executed=True)
ORGANIZATION = ("POST", "/organizations")


@pytest.fixture
def proxy(server):
    with FaultProxy(server.url) as made:
        yield made


@pytest.fixture
def waits():
    """How long the library meant to wait before each further attempt. It does not."""
    return []


@pytest.fixture
def between():
    """Replace the waiting between attempts; a test may add a callback."""
    return []


@pytest.fixture
def through(connect, proxy, waits, between):
    """Makes data accesses through the proxy."""

    def make(**settings):
        made = connect(**{"postgrest_url": proxy.url, **settings})

        async def sleep(seconds):
            waits.append(seconds)
            for act in between:
                act()

        made._service.sleep = sleep
        return made

    return make


@pytest.fixture
def faulty(through):
    return through()


def stored(database):
    rows = database.execute("SELECT id::text, name FROM organizations ORDER BY name").fetchall()
    return [(row["id"], row["name"]) for row in rows]


class TestNoConnection:
    @pytest_asyncio.fixture(loop_scope="session", params=OPERATIONS, ids=lambda kind: kind.__name__)
    async def operation(self, request, data_access, faulty):
        made = request.param()
        await made.prepare(data_access)
        await made.begin(faulty)
        return made

    async def test_refused_at_first(self, operation, faulty, proxy, between, database, waits):
        waits.clear()
        before = operation.effect(database)
        proxy.refuse()
        between.append(lambda: proxy.accept() if len(waits) == 2 else None)
        assert operation.is_right(await maybe_await(operation.call(faulty)))
        assert len(waits) == 2
        assert operation.effect(database) - before == (operation.method != "GET")

    async def test_refused_to_the_end(self, operation, faulty, proxy, database, waits):
        waits.clear()
        before = operation.effect(database)
        with proxy.refusing(), pytest.raises(UnavailableError) as caught:
            await maybe_await(operation.call(faulty))
        assert (caught.value.attempts, caught.value.in_doubt, len(waits)) == (4, False, 3)
        assert operation.effect(database) == before

    async def test_no_answer_to_the_call(self, through, waits):
        with ExitStack() as stack:
            deaf, *others = (stack.enter_context(closing(socket.socket())) for _ in range(3))
            # A queue that is full takes no more: Linux then does not answer at all.
            deaf.bind(("127.0.0.1", 0))
            deaf.listen(0)
            for other in others:
                other.setblocking(False)
                other.connect_ex(deaf.getsockname())
            url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
            data_access = through(postgrest_url=url, connect_timeout=0.05)
            with pytest.raises(UnavailableError) as caught:
                await maybe_await(data_access.Organization.create({"name": "x"}))
        assert isinstance(caught.value.cause.cause, httpx.ConnectTimeout)
        assert (caught.value.attempts, caught.value.in_doubt, len(waits)) == (4, False, 3)

    async def test_no_free_connection(self, api, proxy, database):
        # Calls of the package wait in line: only another user of the client can take a connection away.
        held, waits = Hold(), []
        proxy.script.next("GET", "/organizations", held)
        limits = httpx.Limits(max_connections=1)
        settings = {"postgrest_url": proxy.url, "pool_timeout": 0.05}

        async def sleep(seconds):
            # The connection is free for the next attempt when the other call has ended, however late.
            waits.append(seconds)
            held.gate.set()
            if api == "blocking":
                reading.result()
            else:
                await reading

        if api == "blocking":
            with (
                httpx.Client(limits=limits) as client,
                create_data_access(settings, client=client) as made,
                ThreadPoolExecutor(1) as thread,
            ):
                made._service.sleep = sleep
                reading = thread.submit(client.get, f"{proxy.url}/organizations", timeout=PATIENCE)
                assert held.reached.wait(60)
                created = made.Organization.create({"name": "new"})
                reading.result()
        else:
            async with httpx.AsyncClient(limits=limits) as client:
                made = create_async_data_access(settings, client=client)
                made._service.sleep = sleep
                reading = asyncio.ensure_future(client.get(f"{proxy.url}/organizations", timeout=PATIENCE))
                await asyncio.to_thread(held.reached.wait, 60)
                created = await made.Organization.create({"name": "new"})
                await reading
        assert stored(database) == [(created.get_id(), "new")]
        assert len(waits) == 1


class TestInserts:
    async def test_an_answer_that_is_lost_again_and_again(self, faulty, proxy, database, waits):
        proxy.script.next(*ORGANIZATION, LOST, Reply(503, "PGRST003"), Truncate())
        made = await maybe_await(faulty.Organization.create({"name": "new"}))
        assert stored(database) == [(made.get_id(), "new")]
        assert len(waits) == 3

    async def test_what_cannot_be_read_the_second_time_either(self, faulty, proxy, database):
        proxy.script.next(*ORGANIZATION, Garble(), Garble())
        made = await maybe_await(faulty.Organization.create({"name": "new"}))
        assert stored(database) == [(made.get_id(), "new")]

    async def test_the_rows_that_are_read_back_meet_a_fault_too(self, faulty, proxy, database):
        proxy.script.next(*ORGANIZATION, LOST)
        proxy.script.next("GET", "/organizations", Close(), Garble())
        made = await maybe_await(faulty.Organization.create_many([{"name": "a"}, {"name": "b"}]))
        assert stored(database) == [(each.get_id(), each.get_name()) for each in made.created_items]

    async def test_somebody_else_comes_first(self, faulty, proxy, database, between):
        item = {"name": "new", "ims_org_id": an_ims_org_id()}
        proxy.script.next(*ORGANIZATION, Reset())
        theirs = str(uuid4())
        query = "INSERT INTO organizations (id, name, ims_org_id) VALUES (%s, %s, %s)"
        between.append(lambda: database.execute(query, [theirs, "theirs", item["ims_org_id"]]))
        with pytest.raises(ConflictError):
            await maybe_await(faulty.Organization.create(item))
        assert stored(database) == [(theirs, "theirs")]

    async def test_an_id_that_is_taken_is_no_success(self, faulty, proxy, database, data_access):
        taken = {"organization_id": str(uuid4()), "name": "theirs"}
        await maybe_await(data_access.Organization.create(taken))
        proxy.script.next(*ORGANIZATION, LOST)
        with pytest.raises(ConflictError):
            await maybe_await(faulty.Organization.create({**taken, "name": "ours"}))
        assert stored(database) == [(taken["organization_id"], "theirs")]


class TestChanges:
    async def test_a_change_that_moves_its_row(self, faulty, proxy, make, database):
        connection = await make.connection()
        proxy.script.next("PATCH", "/task_management_connections", LOST)
        keys = {"task_management_connection_id": connection.get_id(), "status": "active"}
        updates = {"status": "disabled", "updated_at": "2099-01-01T00:00:00.000Z"}
        await maybe_await(faulty.TaskManagementConnection.update_by_keys(keys, updates))
        (row,) = database.execute("SELECT status FROM task_management_connections").fetchall()
        assert row == {"status": "disabled"}

    async def test_an_entity_that_is_gone_is_not_saved(self, faulty, proxy, make, database, between):
        organization = await make.organization()
        model = await maybe_await(faulty.Organization.find_by_id(organization.get_id()))
        proxy.script.next("PATCH", "/organizations", Reset())
        between.append(lambda: database.execute("DELETE FROM organizations"))
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(model.set_name("new").save())
        assert not isinstance(caught.value, UnavailableError)

    async def test_a_removal_meets_faults_at_each_step(self, faulty, proxy, make, database):
        connection = await make.connection()
        ticket = await make.ticket(connection)
        await make.bridge(ticket)
        model = await maybe_await(faulty.TaskManagementConnection.find_by_id(connection.get_id()))
        for path in ("/tickets", "/ticket_suggestions", "/task_management_connections"):
            proxy.script.next("GET", path, Reset())
            proxy.script.next("DELETE", path, LOST, Reply(429))
        await maybe_await(model.remove())
        left = "SELECT FROM tickets UNION ALL SELECT FROM ticket_suggestions"
        assert database.execute(f"{left} UNION ALL SELECT FROM task_management_connections").fetchall() == []


class TestNonces:
    async def test_one_whose_answer_is_lost_is_consumed_and_refused(self, faulty, proxy, make, database):
        await make.nonce(nonce="once")
        proxy.script.next("DELETE", "/oauth_nonces", LOST)
        with pytest.raises(UnavailableError) as caught:
            await maybe_await(faulty.OAuthNonce.delete(nonce="once"))
        assert caught.value.in_doubt
        assert database.execute("SELECT FROM oauth_nonces").fetchall() == []
        assert await maybe_await(faulty.OAuthNonce.delete(nonce="once")) == 0

    async def test_one_that_the_server_never_saw_is_there_for_the_next(self, faulty, proxy, make):
        await make.nonce(nonce="once")
        proxy.script.next("DELETE", "/oauth_nonces", Reset())
        with pytest.raises(UnavailableError):
            await maybe_await(faulty.OAuthNonce.delete(nonce="once"))
        assert await maybe_await(faulty.OAuthNonce.delete(nonce="once")) == 1


class TestListings:
    async def test_a_page_in_the_middle_is_lost(self, through, proxy, make):
        names = {(await make.organization(name=f"n-{number}")).get_name() for number in range(7)}
        faulty = through(page_size=2)
        proxy.script.next("GET", "/organizations", Drip(), Truncate(), Garble(), Reply(503))
        found = await maybe_await(faulty.Organization.all())
        assert (len(found), {each.get_name() for each in found}) == (7, names)

    async def test_one_by_one(self, through, proxy, make):
        for number in range(5):
            await make.organization(name=f"n-{number}")
        faulty = through(page_size=2)
        proxy.script.next("GET", "/organizations", Close(), Reset(), CloseIdle(), Truncate(rudely=True))
        assert len(await collect(faulty.Organization.iterate())) == 5

    async def test_a_count(self, faulty, proxy, make, waits):
        await make.organization()
        proxy.script.next("HEAD", "/organizations", Reset(), Reply(503))
        assert await maybe_await(faulty.Organization.count()) == 1
        assert len(waits) == 2


class TestWaiting:
    async def test_as_long_as_the_server_asks_for(self, faulty, proxy, waits):
        proxy.script.next("GET", "/organizations", Reply(429, retry_after=3), Reply(503, "PGRST002", 3600))
        assert await maybe_await(faulty.Organization.all()) == []
        policy = RetryPolicy()
        assert 3 <= waits[0] <= 3 + policy.base_delay
        assert policy.max_retry_after <= waits[1] <= policy.max_retry_after + policy.max_delay


class TestKeptAlive:
    async def test_a_connection_that_died_in_silence_costs_no_attempt(self, faulty, proxy, waits, make):
        await make.nonce(nonce="once")
        await maybe_await(faulty.Organization.all())
        proxy.drop_connections()
        assert await maybe_await(faulty.OAuthNonce.delete(nonce="once")) == 1
        assert waits == []

    async def test_many_that_died_at_once(self, api, faulty, proxy, waits):
        for _ in range(2):
            outcomes = await at_once(api, [faulty.Organization.all] * 12)
            assert outcomes == [[]] * 12
            proxy.drop_connections()
        assert waits == []


class TestOverAiohttp:
    """aiohttp would send a DELETE or a GET again by itself, and nobody would know."""

    @pytest_asyncio.fixture(loop_scope="session")
    async def over_aiohttp(self, proxy):
        pytest.importorskip("httpx_aiohttp")
        settings = {"async_transport": "aiohttp", "retry": RetryPolicy.off()}
        async with create_async_data_access(postgrest_url=proxy.url, **settings) as made:
            await made.Organization.all()  # so that there is a connection that is kept alive
            yield made

    @pytest.mark.parametrize("fault", [Reset(executed=True), Close(executed=True)], ids=str)
    async def test_a_nonce_is_consumed_by_one_request(self, over_aiohttp, proxy, both_apis, fault):
        await both_apis["asyncio"].OAuthNonce.create({"nonce": "once", "expires_at": from_now(minutes=5)})
        proxy.script.next("DELETE", "/oauth_nonces", fault)
        with pytest.raises(UnavailableError) as caught:
            await over_aiohttp.OAuthNonce.delete(nonce="once")
        assert caught.value.in_doubt
        assert [each.request.method for each in proxy.seen].count("DELETE") == 1

    async def test_attempts_are_counted_here(self, over_aiohttp, proxy):
        proxy.script.next("GET", "/organizations", Reset(), Reset())
        with pytest.raises(UnavailableError):
            await over_aiohttp.Organization.all()
        assert len(proxy.seen) == 2
