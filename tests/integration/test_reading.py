"""Reading: pages, order, conditions, counts, and many keys at once."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import pytest_asyncio

from integration.factory import ticket_values
from integration.sync_async import collect, maybe_await
from spacecat_shared_data_access import DataAccessError, Page, ValidationError

ROWS = 2500


@pytest_asyncio.fixture(loop_scope="session")
async def many(make, database):
    """A connection with 2,500 tickets, of which every ten were updated at the same moment."""
    connection = await make.connection()
    database.execute(
        """
        INSERT INTO tickets (organization_id, connection_id, external_ticket_id, ticket_key, ticket_url,
          ticket_provider, created_by, ticket_status, created_at, updated_at)
        SELECT %s, %s, n::text, 'ASO-' || lpad(n::text, 4, '0'), 'https://example.com/' || n, 'jira_cloud',
          'x', CASE n %% 5 WHEN 0 THEN NULL WHEN 1 THEN 'Done' ELSE 'Open' END,
          timestamptz '2026-01-01Z' + n * interval '1 minute',
          timestamptz '2026-02-01Z' + n / 10 * interval '1 minute'
        FROM generate_series(0, %s) AS n
        """,
        [connection.get_organization_id(), connection.get_id(), ROWS - 1],
    )
    return connection


def in_default_order(database):
    rows = database.execute("SELECT id FROM tickets ORDER BY updated_at DESC, id DESC").fetchall()
    return [str(row["id"]) for row in rows]


def ids(models):
    return [each.get_id() for each in models]


class TestPaging:
    async def test_all_pages_come_together(self, data_access, many, database):
        expected = in_default_order(database)
        organization_id = many.get_organization_id()
        assert ids(await maybe_await(data_access.Ticket.all_by_organization_id(organization_id))) == expected
        assert ids(await maybe_await(many.get_tickets())) == expected
        ascending = await maybe_await(data_access.Ticket.all_by_organization_id(organization_id, order="asc"))
        assert ids(ascending) == expected[::-1]

    @pytest.mark.parametrize("page_size", [7, 500, ROWS])
    async def test_whatever_the_page_size(self, connect, many, database, page_size):
        data_access = connect(page_size=page_size)
        keys = {"organization_id": many.get_organization_id()}
        where = None
        if page_size == 7:  # 358 requests prove no more than 30 do
            keys |= {"ticket_status": "Done"}
            where = lambda attrs, op: op.lt(attrs.ticket_key, "ASO-1000")  # noqa: E731 - a condition reads best so
        found = await maybe_await(data_access.Ticket.all(keys, where=where))
        wanted = set(ids(found))
        assert ids(found) == [each for each in in_default_order(database) if each in wanted]
        assert len(wanted) == len(found) == (200 if page_size == 7 else ROWS)

    async def test_iterating_reads_page_by_page(self, data_access, connect, many, database):
        expected = in_default_order(database)
        keys = {"organization_id": many.get_organization_id()}
        assert ids(await collect(data_access.Ticket.iterate(keys))) == expected
        small = connect(page_size=100)
        assert ids(await collect(small.Ticket.iterate(keys, limit=250))) == expected[:250]
        assert ids(await collect(small.Ticket.iterate(keys, limit=200, order="asc"))) == expected[::-1][:200]
        assert await collect(small.Ticket.iterate({"organization_id": uuid4()})) == []

    @pytest.mark.usefixtures("many")
    async def test_iterating_may_end_early(self, data_access, connect, api):
        tickets = connect(page_size=10).Ticket.iterate()
        seen = []
        if api == "blocking":
            for ticket in tickets:
                seen.append(ticket)
                if len(seen) == 15:
                    break
            tickets.close()
        else:
            async for ticket in tickets:
                seen.append(ticket)
                if len(seen) == 15:
                    break
            await tickets.aclose()
        assert len(set(ids(seen))) == 15
        assert await maybe_await(data_access.Ticket.count()) == ROWS

    async def test_cursors_go_through_all(self, data_access, many, database):
        seen, cursor, sizes = [], None, []
        while True:
            page = await maybe_await(
                data_access.Ticket.all_by_task_management_connection_id(
                    many.get_id(), limit=600, cursor=cursor, return_cursor=True
                )
            )
            assert isinstance(page, Page)
            seen += ids(page.data)
            sizes.append(len(page.data))
            cursor = page.cursor
            if cursor is None:
                break
        assert sizes == [600, 600, 600, 600, 100]
        assert seen == in_default_order(database)

    @pytest.mark.usefixtures("many")
    async def test_a_last_page_that_is_full_is_followed_by_an_empty_one(self, data_access):
        page = await maybe_await(data_access.Ticket.all(limit=ROWS, return_cursor=True))
        assert len(page.data) == ROWS
        after = await maybe_await(data_access.Ticket.all(limit=ROWS, return_cursor=True, cursor=page.cursor))
        assert after == Page([], None)

    @pytest.mark.usefixtures("many")
    async def test_without_a_limit_there_is_no_cursor(self, data_access):
        page = await maybe_await(data_access.Ticket.all(return_cursor=True))
        assert (len(page.data), page.cursor) == (ROWS, None)
        first = await maybe_await(data_access.Ticket.all(limit=500, fetch_all_pages=True))
        assert len(first) == ROWS

    @pytest.mark.parametrize("cursor", ["nonsense", "eyJvZmZzZXQiOi0xfQ==", "bnVsbA=="])
    async def test_a_cursor_that_cannot_be_read_is_refused(self, data_access, cursor):
        with pytest.raises(ValidationError, match="cursor cannot be read"):
            await maybe_await(data_access.Ticket.all(cursor=cursor, limit=1))


class TestOrder:
    @pytest.mark.usefixtures("many")
    async def test_equal_keys_are_ordered_by_id_on_every_page(self, connect, database):
        for attribute, direction in (
            ("updated_at", "asc"),
            ("ticket_provider", "desc"),
            ("created_by", "asc"),
        ):
            rows = database.execute(
                f"SELECT id FROM tickets ORDER BY {attribute} {direction}, id {direction}"  # noqa: S608 - our own words
            ).fetchall()
            expected = [str(row["id"]) for row in rows]
            paged = connect(page_size=400)
            found = await maybe_await(paged.Ticket.all(order_by=(attribute, direction)))
            assert ids(found) == expected, attribute

    @pytest.mark.usefixtures("many")
    async def test_is_ascending_where_only_an_attribute_is_named(self, data_access):
        found = await maybe_await(data_access.Ticket.all(order_by="ticket_key", limit=3))
        assert [each.get_ticket_key() for each in found] == ["ASO-0000", "ASO-0001", "ASO-0002"]
        newest = await maybe_await(
            data_access.Ticket.all(order_by={"attribute": "created_at", "direction": "desc"}, limit=2)
        )
        assert [each.get_ticket_key() for each in newest] == ["ASO-2499", "ASO-2498"]

    async def test_by_an_attribute_that_has_another_column(self, data_access, make):
        tickets = [await make.ticket() for _ in range(3)]
        found = await maybe_await(data_access.Ticket.all(order_by="task_management_connection_id"))
        expected = sorted(each.get_task_management_connection_id() for each in tickets)
        assert [each.get_task_management_connection_id() for each in found] == expected

    async def test_of_nothing_known_is_refused(self, data_access):
        for order_by in ("colour", "updated_by", ("ticket_key", "up"), 7):
            with pytest.raises(ValidationError):
                await maybe_await(data_access.Ticket.all(order_by=order_by))


class TestWhere:
    async def total(self, data_access, where, **options):
        found = await maybe_await(data_access.Ticket.all(where=where, **options))
        assert await maybe_await(data_access.Ticket.count(where=where, **options)) == len(found)
        return len(found)

    @pytest.mark.usefixtures("many")
    async def test_every_comparison(self, data_access):
        total = self.total
        assert await total(data_access, lambda attrs, op: op.eq(attrs.ticket_status, "Done")) == 500
        assert await total(data_access, lambda attrs, op: op.ne(attrs.ticket_status, "Done")) == 1500
        assert await total(data_access, lambda attrs, op: op.gt(attrs.ticket_key, "ASO-2489")) == 10
        assert await total(data_access, lambda attrs, op: op.gte(attrs.ticket_key, "ASO-2489")) == 11
        assert await total(data_access, lambda attrs, op: op.lt(attrs.ticket_key, "ASO-0010")) == 10
        assert await total(data_access, lambda attrs, op: op.lte(attrs.ticket_key, "ASO-0010")) == 11
        in_ = ["Done", "Nowhere"]
        assert await total(data_access, lambda attrs, op: op.in_(attrs.ticket_status, in_)) == 500
        assert await total(data_access, lambda attrs, op: op.in_(attrs.ticket_status, "Done")) == 500
        assert await total(data_access, lambda attrs, op: op.in_(attrs.ticket_status, [])) == 0
        assert await total(data_access, lambda attrs, op: op.is_(attrs.ticket_status, None)) == 500
        assert await total(data_access, lambda attrs, op: op.is_(attrs.opportunity_id, None)) == ROWS
        assert await total(data_access, lambda attrs, op: op.like(attrs.ticket_key, "ASO-00%")) == 100
        assert await total(data_access, lambda attrs, op: op.like(attrs.ticket_key, "aso-*")) == 0
        assert await total(data_access, lambda attrs, op: op.ilike(attrs.ticket_key, "aso-000_")) == 10

    @pytest.mark.usefixtures("many")
    async def test_several_at_once(self, data_access):
        count = await self.total(
            data_access,
            lambda attrs, op: op.and_(
                op.ne(attrs.ticket_status, "Done"),
                None,
                op.and_(op.gte(attrs.ticket_key, "ASO-0100"), op.lt(attrs.ticket_key, "ASO-0200")),
            ),
            between=("created_at", "2026-01-01T00:00:00Z", "2026-01-01T02:29:00.000Z"),
        )
        assert count == 30  # of the 50 from 100 to 149, ten are done and ten have no status

    async def test_with_keys_between_limit_and_attributes(self, data_access, many):
        found = await maybe_await(
            data_access.Ticket.all_by_organization_id(
                many.get_organization_id(),
                where=lambda attrs, op: op.eq(attrs.ticket_status, "Open"),
                between=("ticket_key", "ASO-0100", "ASO-0199"),
                order_by=("ticket_key", "desc"),
                attributes=["ticket_key"],
                limit=3,
            )
        )
        assert [each.record for each in found] == [
            {"ticket_key": key} for key in ("ASO-0199", "ASO-0198", "ASO-0197")
        ]

    async def test_of_a_json_path(self, data_access, make):
        connection = await make.connection()
        await make.connection()
        cloud_id = connection.get_metadata()["cloudId"]
        for where in (
            lambda attrs, op: op.eq(attrs["metadata->>cloudId"], cloud_id),
            lambda attrs, op: op.contains(attrs.metadata, {"cloudId": cloud_id}),
            lambda attrs, op: op.contains(
                attrs["metadata"], {"scopes": ["read:jira-work"], "cloudId": cloud_id}
            ),
        ):
            found = await maybe_await(data_access.TaskManagementConnection.all(where=where))
            assert ids(found) == [connection.get_id()]

    async def test_that_gives_nothing_narrows_nothing(self, data_access, make):
        await make.ticket()
        assert len(await maybe_await(data_access.Ticket.all(where=lambda _attrs, _op: None))) == 1

    @pytest.mark.parametrize(
        "where",
        [
            "status = 'Done'",
            lambda attrs, op: True,
            lambda attrs, op: op.eq(attrs.colour, "red"),
            lambda attrs, op: op.eq("ticket_key", "x"),
            lambda attrs, op: op.eq(attrs.ticket_key, None),
        ],
    )
    async def test_that_is_no_condition_is_refused(self, data_access, where):
        with pytest.raises(ValidationError):
            await maybe_await(data_access.Ticket.all(where=where))


class TestBetween:
    @pytest.mark.usefixtures("many")
    async def test_timestamps_of_any_spelling(self, data_access):
        start = datetime(2026, 1, 1, 10, tzinfo=UTC)
        spellings = [
            (start, start + timedelta(minutes=9)),
            ("2026-01-01T10:00:00.000Z", "2026-01-01T10:09:00.000Z"),
            ("2026-01-01T12:00:00+02:00", "2026-01-01T12:09:59.999+02:00"),
        ]
        for bounds in spellings:
            assert await maybe_await(data_access.Ticket.count(between=("created_at", *bounds))) == 10, bounds
        between = {"attribute": "createdAt", "start": start, "end": start}
        found = await maybe_await(data_access.Ticket.all(between=between))
        assert [each.get_ticket_key() for each in found] == ["ASO-0600"]

    @pytest.mark.usefixtures("many")
    async def test_the_wrong_way_round_finds_nothing(self, data_access):
        assert await maybe_await(data_access.Ticket.count(between=("ticket_key", "ASO-2", "ASO-1"))) == 0


class TestCount:
    async def test_of_keys(self, data_access, many):
        assert await maybe_await(data_access.Ticket.count()) == ROWS
        keys = {"organization_id": many.get_organization_id(), "ticketStatus": "Done"}
        assert await maybe_await(data_access.Ticket.count(keys)) == 500
        assert await maybe_await(data_access.Ticket.count({"organization_id": uuid4()})) == 0


class TestBatchGet:
    @pytest.mark.usefixtures("many")
    async def test_of_more_keys_than_fit_one_request(self, data_access, database):
        wanted = in_default_order(database)[:120]
        keys = [{"ticket_id": each} for each in [*wanted, str(uuid4())]]
        result = await maybe_await(data_access.Ticket.batch_get_by_keys(keys))
        assert sorted(ids(result.data)) == sorted(wanted)
        assert result.unprocessed == []

    async def test_an_invalid_id_counts_as_not_there(self, data_access, make):
        tickets = [await make.ticket() for _ in range(3)]
        keys = [{"ticket_id": each} for each in [*ids(tickets), "invalid", ""]]
        result = await maybe_await(data_access.Ticket.batch_get_by_keys(keys))
        assert sorted(ids(result.data)) == sorted(ids(tickets))

    async def test_of_keys_of_several_attributes(self, data_access, make):
        tickets = [await make.ticket() for _ in range(4)]
        keys = [
            {"ticket_key": each.get_ticket_key(), "organization_id": each.get_organization_id()}
            for each in tickets[:2]
        ]
        keys += [{"ticketId": tickets[2].get_id()}, {"ticket_id": "invalid"}]
        result = await maybe_await(data_access.Ticket.batch_get_by_keys(keys))
        assert sorted(ids(result.data)) == sorted(ids(tickets[:3]))

    async def test_of_some_attributes(self, data_access, make):
        ticket = await make.ticket()
        result = await maybe_await(
            data_access.Ticket.batch_get_by_keys(
                [{"ticket_id": ticket.get_id()}], attributes=["ticket_key", "organization_id"]
            )
        )
        assert [each.record for each in result.data] == [
            {"ticket_key": ticket.get_ticket_key(), "organization_id": ticket.get_organization_id()}
        ]

    async def test_of_none(self, data_access):
        assert (await maybe_await(data_access.Ticket.batch_get_by_keys([]))).data == []

    async def test_other_failures_are_raised(self, data_access):
        with pytest.raises(ValidationError, match="colour"):
            await maybe_await(data_access.Ticket.batch_get_by_keys([{"colour": "red"}]))


class TestInvalidInput:
    async def test_is_an_error_of_a_query(self, data_access):
        where = lambda attrs, op: op.eq(attrs.organization_id, "no-uuid")  # noqa: E731 - a condition reads best so
        with pytest.raises(DataAccessError, match="Failed to query") as caught:
            await maybe_await(data_access.Ticket.all(where=where))
        assert (caught.value.code, caught.value.status) == ("22P02", 400)
        with pytest.raises(DataAccessError, match="Failed to count"):
            await maybe_await(data_access.Ticket.count(where=where))

    async def test_a_key_that_is_not_a_uuid_is_refused(self, data_access):
        for call in (data_access.Ticket.all, data_access.Ticket.count, data_access.Ticket.first):
            with pytest.raises(ValidationError, match="organization_id must be a valid UUID"):
                await maybe_await(call({"organization_id": "no-uuid"}))

    async def test_an_unknown_option_is_a_type_error(self, data_access):
        with pytest.raises(TypeError, match="'colour'"):
            await maybe_await(data_access.Ticket.all(colour="red"))
        with pytest.raises(ValidationError, match="limit"):
            await maybe_await(data_access.Ticket.all(limit=0))

    async def test_a_stored_row_may_be_of_any_attributes(self, data_access, make):
        connection = await make.connection()
        await maybe_await(data_access.Ticket.create_many([ticket_values(connection) for _ in range(3)]))
        found = await maybe_await(data_access.Ticket.all(attributes=["ticket_id"]))
        assert all(list(each.record) == ["ticket_id"] for each in found)
        with pytest.raises(ValidationError, match="updated_by is not stored"):
            await maybe_await(data_access.Ticket.all(attributes=["updated_by"]))


class TestLongLists:
    @pytest.mark.parametrize("order", [{}, {"order": "asc"}, {"order_by": ("created_at", "desc")}])
    async def test_rows_of_all_parts_come_in_the_order_of_the_query(self, data_access, many, order):
        organization_id = many.get_organization_id()
        expected = ids(await maybe_await(data_access.Ticket.all_by_organization_id(organization_id, **order)))
        wanted = set(expected[::2])
        found = await maybe_await(
            data_access.Ticket.all_by_organization_id(
                organization_id, where=lambda attrs, op: op.in_(attrs.ticket_id, wanted), **order
            )
        )
        assert ids(found) == expected[::2]

    async def test_they_are_counted_and_iterated(self, data_access, many, database):
        wanted = in_default_order(database)[:2_000]
        where = lambda attrs, op: op.in_(attrs.ticket_id, [*wanted, *wanted])  # noqa: E731 - a condition reads best so
        keys = {"organization_id": many.get_organization_id()}
        assert await maybe_await(data_access.Ticket.count(where=where)) == 2_000
        assert ids(await collect(data_access.Ticket.iterate(keys, where=where))) == wanted

    async def test_with_a_limit_a_list_is_sent_whole_or_refused(self, data_access, many, database):
        wanted = in_default_order(database)
        keys = {"organization_id": many.get_organization_id()}
        found = await maybe_await(
            data_access.Ticket.all(
                keys, where=lambda attrs, op: op.in_(attrs.ticket_id, wanted[:150]), limit=5
            )
        )
        assert ids(found) == wanted[:5]
        with pytest.raises(ValidationError, match="more than the limit of 65,536"):
            await maybe_await(
                data_access.Ticket.all(where=lambda attrs, op: op.in_(attrs.ticket_id, wanted), limit=5)
            )


class TestExactTimestamps:
    async def test_a_row_is_found_by_its_exact_text(self, data_access, make, database):
        ticket = await make.ticket()
        database.execute("UPDATE tickets SET created_at = '2026-07-02T09:38:00.123456Z'")
        read = await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))
        assert read.get_created_at() == "2026-07-02T09:38:00.123Z"
        exact = read.get_stored_text("created_at")
        moment = datetime(2026, 7, 2, 9, 38, 0, 123_456, tzinfo=UTC)
        for value in (exact, moment, moment.isoformat()):
            assert ids(await maybe_await(data_access.Ticket.all({"created_at": value}))) == ids([read])
            assert await maybe_await(data_access.Ticket.count(between=("created_at", value, value))) == 1
            for name, total in (("gt", 0), ("gte", 1), ("lt", 0), ("eq", 1)):
                where = lambda attrs, op: getattr(op, name)(attrs.created_at, value)  # noqa: E731, B023 - called at once
                assert await maybe_await(data_access.Ticket.count(where=where)) == total, (value, name)
        assert await maybe_await(data_access.Ticket.count({"created_at": read.get_created_at()})) == 0


class TestOneAndAPage:
    async def test_the_first_and_pages(self, data_access, many, database):
        expected = in_default_order(database)
        keys = {"organization_id": many.get_organization_id()}
        assert (await maybe_await(data_access.Ticket.first(keys))).get_id() == expected[0]
        seen, cursor = [], None
        while page := await maybe_await(data_access.Ticket.page(keys, limit=700, cursor=cursor)):
            seen += ids(page)
            cursor = page.cursor
            if cursor is None:
                break
        assert seen == expected

    async def test_pages_of_what_leaves_the_query(self, data_access, make):
        connection = await make.connection()
        for _ in range(25):
            await make.ticket(connection, ticket_status="Open")
        while page := await maybe_await(data_access.Ticket.page({"ticket_status": "Open"}, limit=10)):
            for ticket in page:
                await maybe_await(ticket.set_ticket_status("Done").save())
        assert await maybe_await(data_access.Ticket.count({"ticket_status": "Done"})) == 25


class TestNul:
    async def test_no_other_row_is_read_or_removed(self, data_access, make):
        organization = await make.organization(name="a")
        for call in (
            lambda: data_access.Organization.all({"name": "a\0b"}),
            lambda: data_access.Organization.remove_by_index_keys([{"name": "a\0b"}]),
            lambda: data_access.Organization.update_by_keys({"name": "a\0b"}, {"name": "c"}),
            lambda: data_access.Organization.create({"name": "a\0b"}),
        ):
            with pytest.raises(ValidationError, match="name: a text with a NUL"):
                await maybe_await(call())
        assert ids(await maybe_await(data_access.Organization.all({"name": "a"}))) == [organization.get_id()]
