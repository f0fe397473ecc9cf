"""A server with a small db-max-rows: nothing is missing from what is read."""

import httpx
import pytest
import pytest_asyncio

from integration.factory import ticket_values
from integration.sync_async import collect, maybe_await
from spacecat_shared_data_access.local import LocalPostgrest

CAP = 5
TOTALS = [0, 1, 4, 5, 6, 10, 12]


@pytest.fixture(scope="session")
def capped(local_postgrest):
    with LocalPostgrest(database_url=local_postgrest.database_url, db_max_rows=CAP) as server:
        yield server


@pytest.fixture
def limited(connect, capped):
    """A data access over the server with the small row limit."""
    return connect(postgrest_url=capped.url)


@pytest_asyncio.fixture(loop_scope="session", params=TOTALS)
async def stored(request, data_access, make):
    """The IDs of some tickets that were created together."""
    connection = await make.connection()
    items = [ticket_values(connection) for _ in range(request.param)]
    if not items:
        return set()
    result = await maybe_await(data_access.Ticket.create_many(items))
    return {ticket.get_id() for ticket in result.created_items}


@pytest.fixture(params=["by the index", "by what is null", "by what is null, ascending", "by id, ascending"])
def order(request):
    name, _, direction = request.param.partition(", ")
    direction = "asc" if direction else "desc"
    column = {"by what is null": "opportunity_id", "by id": "ticket_id"}.get(name)
    return {"order_by": (column, direction)} if column else {}


def ids(models):
    return [model.get_id() for model in models]


class TestEntities:
    async def test_a_listing(self, limited, data_access, stored, order):
        found = ids(await maybe_await(limited.Ticket.all(**order)))
        assert found == ids(await maybe_await(data_access.Ticket.all(**order)))
        assert set(found) == stored
        # Again, with what the first one has shown of the limit.
        assert ids(await maybe_await(limited.Ticket.all(**order))) == found

    async def test_iteration(self, limited, stored, order):
        found = ids(await collect(limited.Ticket.iterate(**order)))
        assert (len(found), set(found)) == (len(stored), stored)

    async def test_limits_and_cursors(self, limited, data_access, stored):
        everything = ids(await maybe_await(data_access.Ticket.all()))
        assert ids(await maybe_await(limited.Ticket.all(limit=7))) == everything[:7]
        page = await maybe_await(limited.Ticket.all(limit=7, return_cursor=True))
        assert ids(page.data) == everything[:7]
        assert (page.cursor is not None) == (len(stored) >= 7)

    async def test_many_keys(self, limited, stored):
        keys = [{"ticket_provider": "jira_cloud"}]
        result = await maybe_await(limited.Ticket.batch_get_by_keys(keys))
        assert set(ids(result.data)) == stored
        result = await maybe_await(limited.Ticket.batch_get_by_keys([{"ticket_id": each} for each in stored]))
        assert set(ids(result.data)) == stored

    async def test_a_page_size_below_the_limit(self, connect, capped, stored):
        small = connect(postgrest_url=capped.url, page_size=3)
        assert set(ids(await maybe_await(small.Ticket.all()))) == stored


class TestDirectQueries:
    @pytest.mark.parametrize(
        "order",
        [
            lambda query: query.order("id"),
            lambda query: query.order("created_at", desc=True).order("id", desc=True),
            lambda query: query.order("opportunity_id").order("id"),
            lambda query: query.order("created_at", desc=True).order("id"),
            lambda query: query.order("ticket_key", nullsfirst=True).order("id"),
        ],
    )
    async def test_all_rows(self, limited, stored, order):
        services = limited.services
        query = order(
            services.postgrest_client.table("tickets").select("ticket_id:id", "organizations(name)")
        )
        found = await maybe_await(services.all_rows(query))
        assert {row["ticket_id"] for row in found} == stored
        assert len(found) == len(stored)
        assert all(row.keys() == {"ticket_id", "organizations"} for row in found)
        assert await collect(services.iterate_rows(query)) == found

    async def test_a_part_of_the_rows(self, limited, stored):
        query = limited.services.postgrest_client.table("tickets").select("id").order("id").range(2, 9)
        found = await maybe_await(limited.services.all_rows(query))
        assert [row["id"] for row in found] == sorted(stored)[2:10]


@pytest.mark.parametrize("api", ["blocking"], indirect=True)
@pytest.mark.parametrize("stored", [12], indirect=True)
class TestTheServer:
    @pytest.fixture
    def client(self, capped):
        with httpx.Client(base_url=capped.url) as client:
            yield client

    @pytest.mark.usefixtures("stored")
    @pytest.mark.parametrize(
        ("params", "content_range"),
        [({}, "0-4/*"), ({"limit": 3}, "0-2/*"), ({"limit": 100, "offset": 10}, "10-11/*")],
    )
    def test_a_response_is_cut_off_without_a_sign(self, client, params, content_range):
        response = client.get("/tickets", params={"order": "id", **params})
        assert (response.status_code, response.headers["Content-Range"]) == (200, content_range)

    @pytest.mark.usefixtures("stored")
    def test_a_count_is_not_limited(self, client):
        response = client.get("/tickets", headers={"Prefer": "count=exact"})
        assert (response.status_code, response.headers["Content-Range"]) == (206, "0-4/12")

    @pytest.mark.usefixtures("stored")
    def test_embedded_rows_are_cut_off_too(self, client):
        [row] = client.get("/organizations", params={"select": "tickets(id)"}).json()
        assert len(row["tickets"]) == CAP

    @pytest.mark.usefixtures("stored")
    def test_written_rows_are_not(self, client):
        response = client.patch(
            "/tickets",
            params={"id": "not.is.null"},
            json={"ticket_status": "Done"},
            headers={"Prefer": "return=representation"},
        )
        assert len(response.json()) == 12


def test_the_limit_must_be_positive():
    with pytest.raises(ValueError, match="db_max_rows must be a positive number"):
        LocalPostgrest(db_max_rows=0)
