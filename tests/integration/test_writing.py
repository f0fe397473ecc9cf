"""Writing beyond one new entity: upserts, many at once, changes by keys."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from integration.factory import an_ims_org_id, bridge_values, from_now, idempotency_key_values, ticket_values
from integration.sync_async import maybe_await
from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    IdempotencyKey,
    ValidationError,
)


class TestUpsert:
    async def test_by_id_creates_and_then_changes(self, data_access):
        item = {"organization_id": str(uuid4()), "name": "one"}
        created = await maybe_await(data_access.Organization.create(item, upsert=True))
        changed = await maybe_await(data_access.Organization.create({**item, "name": "two"}, upsert=True))
        assert created.get_id() == changed.get_id() == item["organization_id"]
        assert (created.get_name(), changed.get_name()) == ("one", "two")
        assert await maybe_await(data_access.Organization.count()) == 1

    async def test_without_it_the_id_conflicts(self, data_access):
        item = {"organization_id": str(uuid4()), "name": "one"}
        await maybe_await(data_access.Organization.create(item))
        with pytest.raises(ConflictError) as caught:
            await maybe_await(data_access.Organization.create(item))
        assert caught.value.details == f"Key (id)=({item['organization_id']}) already exists."

    async def test_on_another_attribute(self, data_access):
        ims_org_id = an_ims_org_id()
        for name in ("one", "two"):
            model = await maybe_await(
                data_access.Organization.create(
                    {"ims_org_id": ims_org_id, "name": name}, upsert=True, on_conflict="ims_org_id"
                )
            )
            assert model.get_name() == name
        assert await maybe_await(data_access.Organization.count()) == 1

    async def test_on_several_attributes(self, data_access, make):
        organization = await make.organization()
        item = idempotency_key_values(organization)
        models = [
            await maybe_await(
                data_access.IdempotencyKey.create(
                    {**item, "status": status},
                    upsert=True,
                    on_conflict=["key", "organization_id", "endpoint"],
                )
            )
            for status in ("processing", "failed")
        ]
        assert models[1].get_status() is IdempotencyKey.Status.FAILED
        assert await maybe_await(data_access.IdempotencyKey.count()) == 1

    async def test_on_an_attribute_with_another_column_or_without_a_constraint(self, data_access, make):
        connection = await make.connection()
        item = ticket_values(connection)
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(
                data_access.Ticket.create(item, upsert=True, on_conflict="task_management_connection_id")
            )
        assert caught.value.code == "42P10"  # the column was found; it only has no unique constraint
        with pytest.raises(ValidationError, match="colour is not an attribute"):
            await maybe_await(data_access.Ticket.create(item, upsert=True, on_conflict="colour"))

    async def test_of_an_append_only_entity_is_refused_by_the_database(self, data_access, make):
        item = bridge_values(await make.ticket())
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(data_access.TicketSuggestion.create(item, upsert=True))
        assert caught.value.code == "42501"


class TestCreateMany:
    async def test_gives_them_in_order(self, data_access, make):
        connection = await make.connection()
        items = [ticket_values(connection) for _ in range(30)]
        result = await maybe_await(data_access.Ticket.create_many(items))
        assert result.error_items == []
        keys = [item["ticket_key"] for item in items]
        assert [each.get_ticket_key() for each in result.created_items] == keys
        assert await maybe_await(data_access.Ticket.count()) == 30

    async def test_knows_the_parent(self, data_access, make, database):
        connection = await make.connection()
        items = [ticket_values(connection) for _ in range(2)]
        result = await maybe_await(data_access.Ticket.create_many(items, connection))
        database.execute("DELETE FROM task_management_connections")
        for ticket in result.created_items:
            assert await maybe_await(ticket.get_task_management_connection()) is connection

    async def test_a_bad_item_does_not_keep_the_others(self, data_access, make):
        connection = await make.connection()
        good, bad = ticket_values(connection), {**ticket_values(connection), "ticket_url": "nowhere"}
        result = await maybe_await(data_access.Ticket.create_many([good, bad, {"nonsense": 1}]))
        assert [each.get_ticket_key() for each in result.created_items] == [good["ticket_key"]]
        assert [each.item for each in result.error_items] == [bad, {"nonsense": 1}]
        assert "ticket_url failed validation" in str(result.error_items[0].error)
        assert await maybe_await(data_access.Ticket.count()) == 1

    async def test_only_bad_items_send_nothing(self, data_access):
        result = await maybe_await(data_access.Ticket.create_many([{}, {"nonsense": 1}]))
        assert (result.created_items, len(result.error_items)) == ([], 2)

    async def test_a_conflict_keeps_none(self, data_access, make):
        ticket = await make.ticket()
        await make.bridge(ticket, suggestion_id="taken")
        items = [bridge_values(ticket) | {"suggestion_id": id_} for id_ in ("a", "b", "taken", "c")]
        with pytest.raises(ConflictError, match=r"^Failed to create many$") as caught:
            await maybe_await(data_access.TicketSuggestion.create_many(items))
        assert caught.value.details == "Key (suggestion_id)=(taken) already exists."
        assert await maybe_await(data_access.TicketSuggestion.count()) == 1

    async def test_items_of_different_keys_get_their_defaults(self, data_access, make):
        connection = await make.connection()
        opportunity_id = str(uuid4())
        items = [
            ticket_values(connection) | {"ticket_status": "Done"},
            ticket_values(connection) | {"opportunity_id": opportunity_id},
            ticket_values(connection),
        ]
        result = await maybe_await(data_access.Ticket.create_many(items))
        assert [(each.get_ticket_status(), each.get_opportunity_id()) for each in result.created_items] == [
            ("Done", None),
            (None, opportunity_id),
            (None, None),
        ]

    @pytest.mark.parametrize("items", [[], None, {}, "x"])
    async def test_needs_items(self, data_access, items):
        with pytest.raises(ValidationError, match="items must be a non-empty array"):
            await maybe_await(data_access.Ticket.create_many(items))


class TestSaveMany:
    async def test_stores_all_that_was_set(self, data_access, make):
        connection = await make.connection()
        result = await maybe_await(
            data_access.Ticket.create_many([ticket_values(connection) for _ in range(60)])
        )
        stamps = {each.get_id(): each.get_updated_at() for each in result.created_items}
        for number, ticket in enumerate(result.created_items):
            ticket.set_ticket_status(f"status-{number}")
        await maybe_await(data_access.Ticket.save_many(result.created_items, chunk_size=25))
        found = {each.get_id(): each for each in await maybe_await(data_access.Ticket.all())}
        for ticket in result.created_items:
            assert found[ticket.get_id()].to_dict() == ticket.to_dict()
            assert found[ticket.get_id()].get_updated_at() > stamps[ticket.get_id()]
            assert not ticket.patcher.has_updates

    async def test_clears_what_was_set_to_none(self, data_access, make):
        tickets = [await make.ticket(ticket_status="Done") for _ in range(2)]
        tickets[0].set_ticket_status(None)
        await maybe_await(data_access.Ticket.save_many(tickets))
        found = [await maybe_await(data_access.Ticket.find_by_id(each.get_id())) for each in tickets]
        assert [each.get_ticket_status() for each in found] == [None, "Done"]

    async def test_what_other_models_lack_is_kept(self, data_access, make):
        opportunity_id = str(uuid4())
        tickets = [
            await make.ticket(opportunity_id=opportunity_id),
            await make.ticket(ticket_status="Open"),
        ]
        for ticket in tickets:
            ticket.set_updated_by("somebody")
        await maybe_await(data_access.Ticket.save_many(tickets))
        found = [await maybe_await(data_access.Ticket.find_by_id(each.get_id())) for each in tickets]
        assert [(each.get_opportunity_id(), each.get_ticket_status()) for each in found] == [
            (opportunity_id, None),
            (None, "Open"),
        ]

    async def test_a_chunk_that_is_done_stays_done(self, data_access, make, database):
        first, second, third = [await make.connection() for _ in range(3)]
        for connection in (first, second, third):
            connection.set_display_name("new")
        database.execute("DELETE FROM organizations WHERE id = %s", [second.get_organization_id()])
        with pytest.raises(DataAccessError, match="Failed to save many") as caught:
            await maybe_await(
                data_access.TaskManagementConnection.save_many([first, second, third], chunk_size=1)
            )
        assert caught.value.code == "23503"
        found = await maybe_await(data_access.TaskManagementConnection.all(order_by="display_name"))
        assert {each.get_id(): each.get_display_name() for each in found} == {
            first.get_id(): "new",
            third.get_id(): "ACME's Jira",
        }
        assert (first.patcher.has_updates, second.patcher.has_updates) == (False, True)

    async def test_of_none_is_no_error(self, data_access):
        await maybe_await(data_access.Ticket.save_many([]))
        with pytest.raises(ValidationError, match="chunk_size"):
            await maybe_await(data_access.Ticket.save_many([], chunk_size=0))


class TestUpdateByKeys:
    async def test_changes_one_by_either_spelling(self, data_access, make):
        ticket, other = await make.ticket(), await make.ticket()
        by_json_name = {"ticketId": ticket.get_id()}
        await maybe_await(data_access.Ticket.update_by_keys(by_json_name, {"ticketStatus": "Done"}))
        found = await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))
        assert (found.get_ticket_status(), found.get_updated_at()) == ("Done", ticket.get_updated_at())
        keys = {"ticket_key": ticket.get_ticket_key(), "organization_id": ticket.get_organization_id()}
        await maybe_await(data_access.Ticket.update_by_keys(keys, {"ticket_status": None}))
        assert (await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))).get_ticket_status() is None
        assert (await maybe_await(data_access.Ticket.find_by_id(other.get_id()))).get_ticket_status() is None

    async def test_of_nothing_is_no_error(self, data_access):
        await maybe_await(
            data_access.Ticket.update_by_keys({"ticket_id": uuid4()}, {"ticket_status": "Done"})
        )

    async def test_of_several_is_an_error(self, data_access, make):
        connection = await make.connection()
        for _ in range(2):
            await make.ticket(connection)
        keys = {"organization_id": connection.get_organization_id()}
        with pytest.raises(DataAccessError, match="Failed to update entity") as caught:
            await maybe_await(data_access.Ticket.update_by_keys(keys, {"ticket_status": "Done"}))
        assert caught.value.code == "PGRST116"

    async def test_needs_both(self, data_access):
        for keys, updates in (({}, {"ticket_status": "x"}), ({"ticket_id": uuid4()}, {})):
            with pytest.raises(ValidationError, match="keys and updates are required"):
                await maybe_await(data_access.Ticket.update_by_keys(keys, updates))
        with pytest.raises(ValidationError, match="colour is not an attribute"):
            await maybe_await(data_access.Ticket.update_by_keys({"ticket_id": uuid4()}, {"colour": "red"}))


class TestRemovingByKeys:
    async def test_of_one_attribute_and_of_several(self, data_access, make):
        connection = await make.connection()
        tickets = [await make.ticket(connection) for _ in range(5)]
        key = [{"ticket_key": each.get_ticket_key()} for each in tickets[:2]]
        await maybe_await(data_access.Ticket.remove_by_index_keys(key))
        assert await maybe_await(data_access.Ticket.count()) == 3
        keys = [{"ticket_key": each.get_ticket_key(), "ticketId": each.get_id()} for each in tickets[2:4]]
        await maybe_await(data_access.Ticket.remove_by_index_keys(keys))
        left = await maybe_await(data_access.Ticket.all())
        assert [each.get_id() for each in left] == [tickets[4].get_id()]

    @pytest.mark.parametrize("keys", [[], [{}], None, [{"ticket_key": None}]])
    async def test_never_removes_all(self, data_access, make, keys):
        await make.ticket()
        with pytest.raises(ValidationError):
            await maybe_await(data_access.Ticket.remove_by_index_keys(keys))
        assert await maybe_await(data_access.Ticket.count()) == 1

    async def test_ids_must_be_ids(self, data_access, make):
        ticket = await make.ticket()
        for ids in ([], None, "x", ["x"], [ticket.get_id(), "x"]):
            with pytest.raises(ValidationError):
                await maybe_await(data_access.Ticket.remove_by_ids(ids))
        assert await maybe_await(data_access.Ticket.count()) == 1

    async def test_more_ids_than_fit_one_request(self, data_access, make):
        connection = await make.connection()
        result = await maybe_await(
            data_access.Ticket.create_many([ticket_values(connection) for _ in range(130)])
        )
        ids = [each.get_id() for each in result.created_items]
        await maybe_await(data_access.Ticket.remove_by_ids(ids[1:]))
        assert [each.get_id() for each in await maybe_await(data_access.Ticket.all())] == ids[:1]


class TestValues:
    async def test_datetimes_uuids_and_enum_members_go_in_everywhere(self, data_access, make):
        organization = await make.organization()
        id_, moment = uuid4(), datetime(2030, 5, 6, 7, 8, 9, 123_999, tzinfo=UTC)
        key = await maybe_await(
            data_access.IdempotencyKey.create(
                {
                    "idempotency_key_id": id_,
                    "organization_id": UUID(organization.get_id()),
                    "key": "k",
                    "endpoint": "e",
                    "status": IdempotencyKey.Status.FAILED,
                    "response": {"at": moment, "ids": [id_], "status": IdempotencyKey.Status.FAILED},
                    "expires_at": moment,
                }
            )
        )
        assert key.get_id() == str(id_)
        assert key.get_expires_at() == "2030-05-06T07:08:09.123Z"
        assert key.get_status() is IdempotencyKey.Status.FAILED
        assert key.get_response() == {
            "at": "2030-05-06T07:08:09.123Z",
            "ids": [str(id_)],
            "status": "failed",
        }
        found = await maybe_await(
            data_access.IdempotencyKey.all(
                {"idempotency_key_id": id_, "status": IdempotencyKey.Status.FAILED},
                where=lambda attrs, op: op.and_(
                    op.eq(attrs.expires_at, moment.replace(microsecond=123_000)),
                    op.in_(attrs.organization_id, [UUID(organization.get_id()), uuid4()]),
                    op.eq(attrs.status, IdempotencyKey.Status.FAILED),
                ),
                between=("expires_at", from_now(), datetime(2031, 1, 1, tzinfo=UTC)),
            )
        )
        assert [each.to_dict() for each in found] == [key.to_dict()]

    async def test_a_datetime_needs_its_zone(self, make):
        with pytest.raises(ValidationError, match="time zone"):
            await make.nonce(expires_at=datetime(2030, 1, 1))  # noqa: DTZ001 - that is what is refused

    async def test_timestamps_of_other_zones_become_utc(self, data_access, make, database):
        ticket = await make.ticket()
        database.execute("UPDATE tickets SET updated_at = '2026-03-29 03:30:00.987654+02'")
        found = await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))
        assert found.get_updated_at() == "2026-03-29T01:30:00.987Z"
