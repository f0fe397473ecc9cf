"""The life of each entity: created, found by every finder, read, changed, and removed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from psycopg import sql

from integration.factory import ENTITIES, from_now
from integration.sync_async import maybe_await
from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.base import EntityRegistry

entities = pytest.mark.parametrize("entity", ENTITIES)

# Values that fill what creation leaves open, so that every finder has something to look for.
FULL = {
    "Organization": {"semrush_workspace_id": "workspace-1"},
    "Ticket": {"opportunity_id": "0b4dcf79-fe5f-410b-b11f-641f0bf56da3"},
}
OTHER_ORGANIZATION = "a1e0d4ee-0f3a-4d6c-9d5c-2ad5b2f9d5a1"

# What every setter takes: an attribute, a value, and what is read afterwards where that differs.
SETTERS = [
    ("Organization", "name", "Ünïcode & Söhne", None),
    ("Organization", "config", {"slack": {"channel": "C1"}, "handlers": {}}, None),
    ("Organization", "ims_org_id", "0123456789ABCDEF01234567@AdobeOrg", None),
    ("Organization", "llm_backend", "bedrock", None),
    ("Organization", "fulfillable_items", {"items": ["a", "b"]}, None),
    ("Organization", "semrush_workspace_id", "workspace-2", None),
    ("Organization", "updated_by", "somebody", None),
    ("TaskManagementConnection", "status", "error", None),
    ("TaskManagementConnection", "display_name", "x" * 255, None),
    ("TaskManagementConnection", "instance_url", "https://other.atlassian.net/", None),
    ("TaskManagementConnection", "connected_at", "2026-01-02T03:04:05.678Z", None),
    (
        "TaskManagementConnection",
        "last_used_at",
        datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        "2026-01-02T03:04:05.000Z",
    ),
    ("TaskManagementConnection", "error_message", 'HTTP 401: "expired"', None),
    (
        "TaskManagementConnection",
        "metadata",
        {"cloudId": "0f0e0d0c-0b0a-4908-8706-050403020100"},
        None,
    ),
    ("Ticket", "ticket_status", "In Progress", None),
    ("Ticket", "opportunity_id", UUID(int=7), str(UUID(int=7))),
    ("IdempotencyKey", "status", "completed", None),
    ("IdempotencyKey", "response", {"status": 201}, None),
]
# Attributes whose setters make no sense on their own, or store nothing.
NOT_SET_ALONE = {
    "TaskManagementConnection": {"organization_id", "updated_by"},
    "Ticket": {"organization_id", "updated_by"},
    "IdempotencyKey": {"organization_id", "updated_by"},
}
NULLABLE = [
    ("Organization", "ims_org_id"),
    ("Organization", "llm_backend"),
    ("Organization", "fulfillable_items"),
    ("Organization", "semrush_workspace_id"),
    ("TaskManagementConnection", "connected_at"),
    ("TaskManagementConnection", "last_used_at"),
    ("TaskManagementConnection", "error_message"),
    ("Ticket", "ticket_status"),
    ("Ticket", "opportunity_id"),
    ("IdempotencyKey", "response"),
]


def _all_of(model):
    return sql.SQL("SELECT * FROM {}").format(sql.Identifier(model.schema.table))


def collection_of(data_access, entity):
    return getattr(data_access, entity)


@entities
class TestCreation:
    async def test_gives_what_is_then_found(self, data_access, make, entity):
        created = await make.entity(entity, **FULL.get(entity, {}))
        found = await maybe_await(collection_of(data_access, entity).find_by_id(created.get_id()))
        assert found.to_dict() == created.to_dict()
        assert found.to_json() == created.to_json()
        assert type(found) is type(created)

    async def test_mints_an_id_of_version_7(self, make, entity):
        created = await make.entity(entity)
        assert UUID(created.get_id()).version == 7
        assert created.record[created.id_name] == created.get_id()

    async def test_stamps_the_time(self, make, entity, database):
        earliest = from_now(seconds=-1)
        created = await make.entity(entity)
        row = database.execute(_all_of(created)).fetchall()[-1]
        assert earliest < row["created_at"] < from_now(seconds=1)
        assert created.get_created_at() == f"{row['created_at']:%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
        if "updated_at" in row:
            assert abs(row["updated_at"] - row["created_at"]) < timedelta(seconds=1)
            assert created.get_updated_at() is not None
        else:
            assert created.get_updated_at() is None

    async def test_takes_the_original_s_spelling_too(self, data_access, make, entity):
        template = await make.entity(entity, **FULL.get(entity, {}))
        await maybe_await(template.remove())
        again = await maybe_await(collection_of(data_access, entity).create(template.to_json()))
        stamped_anew = {"updated_at": again.get_updated_at()} if "updated_at" in template.record else {}
        assert again.to_dict() == template.to_dict() | stamped_anew


@entities
class TestFinders:
    async def test_each_finds_it(self, data_access, make, entity):
        model = await make.entity(entity, **FULL.get(entity, {}))
        collection = collection_of(data_access, entity)
        for name, keys in model.schema.finders():
            values = [model.record[key] for key in keys]
            found = await maybe_await(getattr(collection, name)(*values))
            by_name = await maybe_await(getattr(collection, name)(**dict(zip(keys, values, strict=True))))
            expected = [model.to_dict()]
            models = found if name.startswith("all_by_") else [found]
            assert [each.to_dict() for each in models] == expected, name
            models = by_name if name.startswith("all_by_") else [by_name]
            assert [each.to_dict() for each in models] == expected, name

    async def test_each_finds_nothing_else(self, data_access, make, entity):
        model = await make.entity(entity, **FULL.get(entity, {}))
        collection = collection_of(data_access, entity)
        for name, keys in model.schema.finders():
            values = [_another(key, model.record[key]) for key in keys]
            found = await maybe_await(getattr(collection, name)(*values))
            assert found == ([] if name.startswith("all_by_") else None), name

    async def test_each_needs_its_keys(self, data_access, entity):
        collection = collection_of(data_access, entity)
        for name, keys in EntityRegistry.schema_of(entity).finders():
            with pytest.raises(ValidationError, match=f"^{keys[0]} is required$"):
                await maybe_await(getattr(collection, name)())
            with pytest.raises(TypeError, match="keys"):
                await maybe_await(getattr(collection, name)(*"abcd"))

    async def test_by_id(self, data_access, make, entity):
        model = await make.entity(entity)
        collection = collection_of(data_access, entity)
        id_ = model.get_id()
        for given in (id_, UUID(id_), id_.upper()):
            assert (await maybe_await(collection.find_by_id(given))).get_id() == id_
            assert await maybe_await(collection.exists_by_id(given)) is True
        assert await maybe_await(collection.find_by_id(uuid4())) is None
        assert await maybe_await(collection.exists_by_id(str(uuid4()))) is False
        with pytest.raises(ValidationError, match=f"{model.id_name} must be a valid UUID"):
            await maybe_await(collection.find_by_id("1"))

    async def test_by_all(self, data_access, make, entity):
        collection = collection_of(data_access, entity)
        assert await maybe_await(collection.all()) == []
        assert await maybe_await(collection.find_by_all()) is None
        model = await make.entity(entity)
        assert [each.get_id() for each in await maybe_await(collection.all())] == [model.get_id()]
        assert (await maybe_await(collection.find_by_all())).get_id() == model.get_id()
        assert (await maybe_await(collection.all(limit=1))).get_id() == model.get_id()


def _another(key, value):
    if key.endswith("_id") and len(value) == 36:
        return str(uuid4())
    if key.endswith("_at"):
        return "2001-01-01T00:00:00.000Z"
    return f"not-{value}"


@entities
class TestGetters:
    async def test_give_what_is_stored(self, data_access, make, entity):
        model = await make.entity(entity, **FULL.get(entity, {}))
        found = await maybe_await(collection_of(data_access, entity).find_by_id(model.get_id()))
        for name in model.schema.attributes:
            if name != "llm_backend":  # has a default of its own
                assert getattr(found, f"get_{name}")() == found.to_dict().get(name), name


class TestSetters:
    @pytest.mark.parametrize(
        ("entity", "name", "value", "read"), SETTERS, ids=[f"{each[0]}.{each[1]}" for each in SETTERS]
    )
    async def test_store_on_save(self, data_access, make, entity, name, value, read):
        model = await make.entity(entity)
        before = model.get_updated_at()
        assert getattr(model, f"set_{name}")(value) is model
        assert await maybe_await(model.save()) is model
        found = await maybe_await(collection_of(data_access, entity).find_by_id(model.get_id()))
        assert getattr(found, f"get_{name}")() == (value if read is None else read)
        assert found.to_dict() == model.to_dict()
        assert found.get_updated_at() > before

    @pytest.mark.parametrize(("entity", "name"), NULLABLE)
    async def test_take_none_where_the_column_does(self, data_access, make, entity, name, database):
        value = next(value for owner, attribute, value, _ in SETTERS if (owner, attribute) == (entity, name))
        model = await make.entity(entity, **{name: value})
        await maybe_await(getattr(model, f"set_{name}")(None).save())
        found = await maybe_await(collection_of(data_access, entity).find_by_id(model.get_id()))
        assert name not in found.to_dict()
        assert database.execute(_all_of(model)).fetchone()[name] is None

    def test_all_of_them_are_covered(self):
        for entity in ENTITIES:
            model = EntityRegistry.schema_of(entity).model_class
            covered = {name for owner, name, _, _ in SETTERS if owner == entity}
            names = {name.removeprefix("set_") for name in dir(model) if name.startswith("set_")}
            assert names == covered | NOT_SET_ALONE.get(entity, set())

    @pytest.mark.parametrize("entity", ["TaskManagementConnection", "Ticket", "IdempotencyKey"])
    async def test_an_organization_may_change(self, data_access, make, entity):
        model, other = await make.entity(entity), await make.organization()
        await maybe_await(model.set_organization_id(other.get_id()).save())
        found = await maybe_await(collection_of(data_access, entity).find_by_organization_id(other.get_id()))
        assert found.get_id() == model.get_id()
        assert (await maybe_await(found.get_organization())).get_id() == other.get_id()

    async def test_read_only_attributes_have_none(self, make):
        ticket = await make.ticket()
        for name in ("ticket_id", "created_at", "ticket_key", "ticket_url", "created_by"):
            assert not hasattr(ticket, f"set_{name}")


class TestSaving:
    async def test_nothing_set_stores_nothing(self, make, database):
        ticket = await make.ticket()
        database.execute("UPDATE tickets SET ticket_status = 'elsewhere'")
        await maybe_await(ticket.save())
        assert database.execute("SELECT ticket_status FROM tickets").fetchall() == [
            {"ticket_status": "elsewhere"}
        ]

    async def test_only_what_was_set_is_stored(self, data_access, make):
        connection = await make.connection()
        other = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
        await maybe_await(connection.set_display_name("one").save())
        await maybe_await(other.set_error_message("two").save())
        found = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
        assert (found.get_display_name(), found.get_error_message()) == ("one", "two")

    async def test_updated_at_always_grows(self, make, database):
        ticket = await make.ticket()
        stamps = [ticket.get_updated_at()]
        for number in range(10):
            await maybe_await(ticket.set_ticket_status(f"status {number}").save())
            stamps.append(ticket.get_updated_at())
        assert stamps == sorted(set(stamps))
        database.execute("UPDATE tickets SET updated_at = now() + interval '1 hour'")
        ahead = await maybe_await(ticket.collection.find_by_id(ticket.get_id()))
        before = ahead.get_updated_at()
        await maybe_await(ahead.set_ticket_status("later still").save())
        assert ahead.get_updated_at() > before

    async def test_one_that_is_gone_cannot_be_saved(self, make, database):
        ticket = await make.ticket()
        database.execute("DELETE FROM tickets")
        ticket.set_ticket_status("Done")
        with pytest.raises(Exception, match=f"Failed to save entity ticket with ID {ticket.get_id()}"):
            await maybe_await(ticket.save())
        assert ticket.patcher.updates == {"ticket_status": "Done"}


@entities
class TestRemoval:
    async def test_takes_the_row(self, data_access, make, entity, database):
        model, kept = await make.entity(entity), await make.entity(entity)
        assert await maybe_await(model.remove()) is model
        assert await maybe_await(collection_of(data_access, entity).find_by_id(model.get_id())) is None
        rows = database.execute(_all_of(model)).fetchall()
        assert [str(row["id"]) for row in rows] == [kept.get_id()]

    async def test_twice_is_no_error(self, make, entity):
        model = await make.entity(entity)
        await maybe_await(model.remove())
        await maybe_await(model.remove())

    async def test_by_ids(self, data_access, make, entity):
        models = [await make.entity(entity) for _ in range(3)]
        collection = collection_of(data_access, entity)
        await maybe_await(collection.remove_by_ids([models[0].get_id(), UUID(models[1].get_id()), uuid4()]))
        assert [each.get_id() for each in await maybe_await(collection.all())] == [models[2].get_id()]


class TestReferences:
    async def test_up(self, make):
        ticket = await make.ticket()
        bridge, key = await make.bridge(ticket), await make.idempotency_key()
        connection = await maybe_await(ticket.get_task_management_connection())
        organization = await maybe_await(ticket.get_organization())
        assert connection.get_id() == ticket.get_task_management_connection_id()
        assert organization.get_id() == ticket.get_organization_id()
        assert (await maybe_await(connection.get_organization())).get_id() == organization.get_id()
        assert (await maybe_await(bridge.get_ticket())).get_id() == ticket.get_id()
        assert (await maybe_await(key.get_organization())).get_id() == key.get_organization_id()

    async def test_down(self, make):
        organization = await make.organization()
        connection = await make.connection(organization)
        disabled = await make.connection(organization, status="disabled")
        tickets = [await make.ticket(connection) for _ in range(2)]
        bridges = [await make.bridge(tickets[0]) for _ in range(2)]

        async def ids(call):
            return {each.get_id() for each in await maybe_await(call)}

        both = {connection.get_id(), disabled.get_id()}
        assert await ids(organization.get_task_management_connections()) == both
        by_provider = organization.get_task_management_connections_by_provider
        assert await ids(by_provider("jira_cloud")) == both
        by_status = organization.get_task_management_connections_by_provider_and_status
        assert await ids(by_status("jira_cloud", "DISABLED")) == {disabled.get_id()}
        assert await ids(connection.get_tickets()) == {each.get_id() for each in tickets}
        assert await ids(disabled.get_tickets()) == set()
        assert await ids(tickets[0].get_ticket_suggestions()) == {each.get_id() for each in bridges}
        by_created_at = tickets[0].get_ticket_suggestions_by_created_at
        assert bridges[1].get_id() in await ids(by_created_at(bridges[1].get_created_at()))

    async def test_take_options(self, make):
        connection = await make.connection()
        tickets = [await make.ticket(connection) for _ in range(3)]
        found = await maybe_await(connection.get_tickets(order_by=("ticket_key", "asc"), limit=2))
        assert [each.get_ticket_key() for each in found] == sorted(each.get_ticket_key() for each in tickets)[
            :2
        ]
        newest = await maybe_await(connection.get_tickets(limit=1))
        assert newest.get_id() == tickets[2].get_id()

    async def test_are_remembered_until_a_save(self, make, database):
        ticket = await make.ticket()
        await make.bridge(ticket)
        assert len(await maybe_await(ticket.get_ticket_suggestions())) == 1
        database.execute("DELETE FROM ticket_suggestions")
        assert len(await maybe_await(ticket.get_ticket_suggestions())) == 1
        await maybe_await(ticket.set_ticket_status("Done").save())
        assert await maybe_await(ticket.get_ticket_suggestions()) == []
