"""Direct queries over a server that fails: what is retried, what is stored, and what the error says."""

from uuid import uuid4

import pytest
import pytest_asyncio
from postgrest import APIError

from faults.fault_types import Close, Garble, Reply, Reset, Truncate
from integration.factory import from_now
from integration.sync_async import collect, maybe_await
from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    RetryPolicy,
    UnavailableError,
    ValidationError,
)

DONE = [Reset(executed=True), Truncate(), Reply(504, executed=True), Garble()]
NOT_DONE = [Reset(), Close(), Reply(502), Reply(503, "57P01")]
NOT_EXECUTED = [Reply(503, "PGRST002"), Reply(429), Reply(500, "40001")]


@pytest.fixture
def services(connect, proxy, data_access):
    return connect(postgrest_url=proxy.url, retry=RetryPolicy(base_delay=0.001)).services


@pytest_asyncio.fixture(loop_scope="session")
async def nonces(services):
    """The builder of a small table."""
    return services.postgrest_client.table("oauth_nonces")


def nonce(**values):
    return {"nonce": str(uuid4()), "expires_at": from_now(minutes=5).isoformat(), **values}


async def data_of(query):
    return (await maybe_await(query.execute())).data


def stored(database):
    return database.execute("SELECT * FROM oauth_nonces").fetchall()


class TestLostResponses:
    @pytest.mark.parametrize("fault", DONE + NOT_DONE + NOT_EXECUTED, ids=str)
    async def test_a_keyed_insert_takes_effect_once(self, nonces, proxy, database, fault):
        proxy.script.next("POST", "/oauth_nonces", fault)
        rows = [nonce(id=str(uuid4())) for _ in range(3)]
        written = await data_of(nonces.insert(rows))
        assert [row["id"] for row in written] == [row["id"] for row in rows]
        assert {row["nonce"] for row in written} == {row["nonce"] for row in stored(database)}
        assert len(stored(database)) == 3

    @pytest.mark.parametrize("fault", DONE, ids=str)
    async def test_an_insert_without_an_id_is_in_doubt(self, nonces, proxy, database, fault):
        proxy.script.next("POST", "/oauth_nonces", fault)
        with pytest.raises(APIError) as caught:
            await data_of(nonces.insert(nonce()))
        assert isinstance(caught.value, DataAccessError)
        assert (caught.value.in_doubt, caught.value.attempts) == (True, 1)
        assert len(stored(database)) == 1

    @pytest.mark.parametrize("fault", NOT_EXECUTED, ids=str)
    async def test_an_insert_that_was_not_executed_is_retried(self, nonces, proxy, database, fault):
        proxy.script.next("POST", "/oauth_nonces", fault)
        assert len(await data_of(nonces.insert(nonce()))) == len(stored(database)) == 1

    async def test_selected_columns_of_an_insert_whose_response_was_lost(self, nonces, proxy):
        proxy.script.next("POST", "/oauth_nonces", Reset(executed=True))
        rows = [nonce(id=str(uuid4())) for _ in range(3)]
        written = await data_of(nonces.insert(rows).select("nonce"))
        assert written == [{"nonce": row["nonce"]} for row in rows]

    async def test_a_conflict_with_another_row(self, nonces, proxy, database):
        row = nonce(id=str(uuid4()))
        await data_of(nonces.insert(row))
        proxy.script.next("POST", "/oauth_nonces", Reset())
        with pytest.raises(ConflictError) as caught:
            await data_of(nonces.insert({**row, "id": str(uuid4())}))
        assert isinstance(caught.value, APIError)
        assert len(stored(database)) == 1

    @pytest.mark.parametrize("fault", DONE + NOT_DONE, ids=str)
    async def test_an_upsert(self, services, proxy, database, fault):
        row = {"id": str(uuid4()), "name": "Example"}
        proxy.script.next("POST", "/organizations", fault)
        table = services.postgrest_client.table("organizations")
        assert [each["id"] for each in await data_of(table.upsert(row))] == [row["id"]]
        assert database.execute("SELECT name FROM organizations").fetchall() == [{"name": "Example"}]

    @pytest.mark.parametrize("fault", DONE + NOT_DONE, ids=str)
    async def test_an_upsert_by_another_key(self, services, proxy, make, database, fault):
        organization = await make.organization()
        site = {"organization_id": organization.get_id(), "base_url": f"https://{uuid4()}.test"}
        proxy.script.next("POST", "/sites", fault)
        query = services.postgrest_client.table("sites").upsert(site, on_conflict="base_url")
        assert len(await data_of(query)) == 1
        assert len(database.execute("SELECT id FROM sites").fetchall()) == 1

    @pytest.mark.parametrize("fault", DONE + NOT_DONE, ids=str)
    async def test_an_update_of_what_it_does_not_filter_by(self, services, proxy, make, fault):
        organization = await make.organization()
        proxy.script.next("PATCH", "/organizations", fault)
        table = services.postgrest_client.table("organizations")
        [row] = await data_of(table.update({"name": "Renamed"}).eq("id", organization.get_id()))
        assert row["name"] == "Renamed"

    @pytest.mark.parametrize("fault", DONE, ids=str)
    async def test_an_update_of_what_it_filters_by(self, services, proxy, make, database, fault):
        await make.organization(name="Old")
        proxy.script.next("PATCH", "/organizations", fault)
        table = services.postgrest_client.table("organizations")
        with pytest.raises(UnavailableError) as caught:
            await data_of(table.update({"name": "New"}).eq("name", "Old"))
        assert caught.value.in_doubt
        assert database.execute("SELECT name FROM organizations").fetchall() == [{"name": "New"}]

    @pytest.mark.parametrize("fault", DONE, ids=str)
    async def test_a_delete_that_returns_its_rows_is_in_doubt(self, nonces, proxy, database, fault):
        row = nonce(id=str(uuid4()))
        await data_of(nonces.insert(row))
        proxy.script.next("DELETE", "/oauth_nonces", fault)
        with pytest.raises(APIError) as caught:
            await data_of(nonces.delete().eq("id", row["id"]))
        assert caught.value.in_doubt
        assert stored(database) == []

    async def test_a_delete_without_a_result(self, nonces, proxy, database):
        row = nonce(id=str(uuid4()))
        await data_of(nonces.insert(row))
        proxy.script.next("DELETE", "/oauth_nonces", Reset(executed=True))
        assert await data_of(nonces.delete(returning="minimal").eq("id", row["id"])) == []
        assert stored(database) == []

    @pytest.mark.parametrize("fault", [*NOT_DONE, Truncate(), Garble(), *NOT_EXECUTED], ids=str)
    async def test_reading(self, services, nonces, proxy, fault):
        await data_of(nonces.insert([nonce() for _ in range(3)]))
        proxy.script.next("GET", "/oauth_nonces", fault)
        assert len(await data_of(nonces.select("*"))) == 3
        proxy.script.next("GET", "/oauth_nonces", fault)
        assert len(await maybe_await(services.all_rows(nonces.select("id").order("id")))) == 3


class TestOnTheServer:
    async def test_a_write_without_a_filter_is_refused(self, nonces, database):
        await data_of(nonces.insert(nonce()))
        for query in (nonces.delete(), nonces.update({"nonce": "x"}), nonces.delete().eq("sites.id", "x")):
            with pytest.raises(ValidationError, match="needs a filter"):
                await data_of(query)
        assert len(stored(database)) == 1

    async def test_each_way_to_execute(self, nonces):
        rows = await data_of(nonces.insert([nonce(nonce=str(number)) for number in range(3)]))
        narrowed = nonces.select("nonce").eq("id", rows[0]["id"])
        assert await data_of(narrowed.single()) == {"nonce": "0"}
        assert await data_of(nonces.select("nonce").eq("id", rows[0]["id"]).maybe_single()) == {"nonce": "0"}
        assert await maybe_await(nonces.select("id").eq("nonce", "9").maybe_single().execute()) is None
        assert await data_of(nonces.select("nonce").order("nonce").csv()) == "nonce\n0\n1\n2"
        counted = await maybe_await(nonces.select("id", count="exact", head=True).execute())
        assert (counted.count, counted.data) == (3, [])
        with pytest.raises(APIError) as caught:
            await data_of(nonces.select("id").single())
        assert caught.value.code == "PGRST116"
        assert isinstance(caught.value, DataAccessError)

    async def test_a_function(self, services):
        outcome = await maybe_await(services.rpc("wrpc_revoke_suggestion_grant", {"p_grant_id": uuid4()}))
        assert [row["success"] for row in outcome] == [False]
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(services.rpc("nowhere"))
        assert (caught.value.code, caught.value.status) == ("PGRST202", 404)

    async def test_rows_that_are_removed_while_they_are_read(self, connect, server, data_access, database):  # noqa: ARG002
        services = connect(page_size=3).services
        table = services.postgrest_client.table("oauth_nonces")
        await data_of(table.insert([nonce() for _ in range(10)]))
        query = table.select("nonce").order("created_at").order("id")
        seen = 0
        items = services.iterate_rows(query)
        rows = await collect(items)
        for row in rows:
            await data_of(table.delete().eq("nonce", row["nonce"]))
            seen += 1
        assert (seen, stored(database)) == (10, [])
