"""Pages continue after the last row: nothing is skipped or repeated when rows come, go or change."""

import random
from uuid import uuid4

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from integration.factory import ticket_values
from integration.sync_async import collect, maybe_await
from spacecat_shared_data_access import create_data_access

ROWS = 12


@pytest_asyncio.fixture(loop_scope="session")
async def connection(make):
    return await make.connection()


@pytest_asyncio.fixture(loop_scope="session")
async def stored(data_access, connection):
    """The IDs of 12 open tickets that were created together, so that their timestamps are equal."""
    items = [ticket_values(connection) | {"ticket_status": "Open"} for _ in range(ROWS)]
    result = await maybe_await(data_access.Ticket.create_many(items))
    return {ticket.get_id() for ticket in result.created_items}


@pytest.fixture
def small_pages(connect, stored):
    return connect(page_size=5)


async def each(models, api, do):
    """Call `do` with each model as it comes, and return the IDs in that order."""
    seen = []
    if api == "blocking":
        for model in models:
            seen.append(model.get_id())
            await do(model)
    else:
        async for model in models:
            seen.append(model.get_id())
            await do(model)
    return seen


ORDERS = {
    "by the index": {},
    "by the index, ascending": {"order": "asc"},
    "by id, ascending": {"order_by": ("ticket_id", "asc")},
    "by a text": {"order_by": ("ticket_key", "desc")},
    "by what is null": {"order_by": ("opportunity_id", "desc")},
    "by what is null, ascending": {"order_by": ("opportunity_id", "asc")},
    "by several columns": {"order_by": [("created_by", "desc"), "ticket_key"]},
    "by several columns, nulls first": {"order_by": [("opportunity_id", "desc"), ("ticket_key", "asc")]},
    "by several columns, nulls last": {"order_by": ["opportunity_id", ("created_at", "desc"), "ticket_key"]},
}


@pytest.fixture(params=ORDERS.values(), ids=ORDERS.keys())
def order(request):
    return request.param


class TestTheLoopChangesWhatItIsGiven:
    async def test_saving_what_the_filter_asks_for(self, small_pages, stored, order, api):
        async def finish(ticket):
            await maybe_await(ticket.set_ticket_status("Done").save())

        seen = await each(small_pages.Ticket.iterate({"ticket_status": "Open"}, **order), api, finish)
        assert sorted(seen) == sorted(stored)
        assert await maybe_await(small_pages.Ticket.count({"ticket_status": "Done"})) == ROWS

    async def test_saving_in_the_order_of_the_last_change(self, small_pages, stored, connection, order, api):
        async def rename(ticket):
            await maybe_await(ticket.set_ticket_status("Seen").save())

        keys = {"organization_id": connection.get_organization_id()}
        assert sorted(await each(small_pages.Ticket.iterate(keys, **order), api, rename)) == sorted(stored)

    async def test_removing(self, small_pages, stored, order, api):
        async def remove(ticket):
            await maybe_await(ticket.remove())

        assert sorted(await each(small_pages.Ticket.iterate(**order), api, remove)) == sorted(stored)
        assert await maybe_await(small_pages.Ticket.count()) == 0


class TestOthersWriteMeanwhile:
    async def test_a_listing_of_several_pages_meets_each_row_once(self, small_pages, stored, order):
        found = await maybe_await(small_pages.Ticket.all(**order))
        assert sorted(ticket.get_id() for ticket in found) == sorted(stored)
        assert [each.get_id() for each in found] == [
            each.get_id() for each in await collect(small_pages.Ticket.iterate(**order))
        ]

    async def test_attributes_without_the_sort_keys(self, small_pages, order):
        found = await maybe_await(small_pages.Ticket.all(attributes=["ticket_url"], **order))
        assert len({ticket.get_ticket_url() for ticket in found}) == ROWS
        assert all(ticket.to_dict().keys() == {"ticket_url"} for ticket in found)

    async def test_limits_and_cursors(self, small_pages, order):
        tickets = small_pages.Ticket
        everything = [each.get_id() for each in await maybe_await(tickets.all(**order))]
        assert [each.get_id() for each in await maybe_await(tickets.all(limit=7, **order))] == everything[:7]
        page = await maybe_await(tickets.all(limit=7, return_cursor=True, **order))
        rest = await maybe_await(tickets.all(limit=7, return_cursor=True, cursor=page.cursor, **order))
        assert [each.get_id() for each in [*page.data, *rest.data]] == everything
        assert rest.cursor is None
        listed = await maybe_await(tickets.all(limit=3, fetch_all_pages=True, cursor=page.cursor, **order))
        assert [each.get_id() for each in listed] == everything[7:]


INSERT = """
    INSERT INTO tickets (organization_id, connection_id, external_ticket_id, ticket_key, ticket_url,
      ticket_provider, created_by, ticket_status, opportunity_id, created_at, updated_at)
    SELECT organization_id, connection_id, external_ticket_id, %s, ticket_url, ticket_provider, created_by,
      ticket_status, NULL, created_at, %s FROM tickets LIMIT 1 RETURNING id
"""


async def pages_of(collection, between_pages=None, **options):
    """All pages of a query, with a call between each two of them."""
    pages, cursor = [], None
    while True:
        page = await maybe_await(collection.page(cursor=cursor, **options))
        pages.append(page.data)
        cursor = page.cursor
        if cursor is None:
            return pages
        if between_pages is not None:
            await between_pages(page)


def ids_of(pages):
    return [each.get_id() for page in pages for each in page]


class TestPages:
    @pytest.mark.parametrize("limit", [1, 4, 5, 12, 13])
    async def test_every_row_comes_once_and_in_order(self, data_access, stored, order, limit):
        pages = await pages_of(data_access.Ticket, limit=limit, **order)
        assert ids_of(pages) == [each.get_id() for each in await maybe_await(data_access.Ticket.all(**order))]
        assert set(ids_of(pages)) == stored
        assert all(len(page) == limit for page in pages[:-1])

    async def test_nothing_is_repeated_or_skipped_when_rows_come_and_go(
        self, data_access, stored, connection, order
    ):
        gone, first = set(), []

        async def come_and_go(page):
            first.append(page.data[0].get_id())
            for key in ("ASO-0", "ASO-99999", "A", "Z"):
                await maybe_await(
                    data_access.Ticket.create(
                        ticket_values(connection) | {"ticket_status": "Open", "ticket_key": key}
                    )
                )
            await maybe_await(data_access.Ticket.remove_by_ids([page.data[0].get_id()]))
            gone.add(page.data[0].get_id())

        seen = ids_of(await pages_of(data_access.Ticket, come_and_go, limit=5, **order))
        assert len(seen) == len(set(seen))
        assert stored <= set(seen)

    async def test_after_the_cursor_of_an_offset(self, data_access, order):
        everything = [each.get_id() for each in await maybe_await(data_access.Ticket.all(**order))]
        page = await maybe_await(data_access.Ticket.all(limit=5, return_cursor=True, **order))
        second = await maybe_await(data_access.Ticket.page(limit=3, cursor=page.cursor, **order))
        third = await maybe_await(data_access.Ticket.page(limit=3, cursor=second.cursor, **order))
        assert [each.get_id() for each in [*page, *second, *third]] == everything[:11]
        rest = await collect(data_access.Ticket.iterate(cursor=third.cursor, **order))
        assert [each.get_id() for each in rest] == everything[11:]

    async def test_with_conditions_and_a_range(self, data_access, stored, order):
        options = {
            "where": lambda attrs, op: op.ne(attrs.ticket_key, "x") | op.is_(attrs.opportunity_id, None),
            "between": ("created_at", "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"),
            "attributes": ["ticket_url"],
            **order,
        }
        pages = await pages_of(data_access.Ticket, limit=5, **options)
        urls = [each.get_ticket_url() for page in pages for each in page]
        assert len(urls) == len(set(urls)) == len(stored)
        assert all(each.to_dict().keys() == {"ticket_url"} for page in pages for each in page)


class TestWritesBetweenPages:
    @pytest.fixture
    def tickets(self, server):
        with create_data_access(
            {"postgrest_url": server.url, "postgrest_api_key": server.api_key, "page_size": 3}
        ) as data_access:
            yield data_access.Ticket

    @pytest.mark.usefixtures("stored")
    @pytest.mark.parametrize("api", ["blocking"], indirect=True)
    @settings(max_examples=25)
    @given(seed=st.integers(0, 2**32), order=st.sampled_from(list(ORDERS.values())))
    def test_any_writes(self, tickets, database, seed, order):
        chance = random.Random(seed)  # noqa: S311 - which writes come when
        ids = {str(row["id"]) for row in database.execute("SELECT id FROM tickets").fetchall()}
        lasting, seen = set(ids), []
        for ticket in tickets.iterate(**order):
            seen.append(ticket.get_id())
            match chance.randrange(6):
                case 0 if len(ids) > 4:
                    deleted = chance.choice(sorted(ids))
                    database.execute("DELETE FROM tickets WHERE id = %s", [deleted])
                    ids.discard(deleted)
                    lasting.discard(deleted)
                case 1:
                    key, moment = f"ASO-{chance.randrange(99)}", f"2026-01-0{chance.randrange(1, 9)}Z"
                    ids.add(str(database.execute(INSERT, [key, moment]).fetchone()["id"]))
                case 2:
                    other = chance.choice(sorted(ids))
                    database.execute(
                        "UPDATE tickets SET ticket_status = %s WHERE id = %s", [str(uuid4()), other]
                    )
        assert len(seen) == len(set(seen))
        assert lasting <= set(seen)
