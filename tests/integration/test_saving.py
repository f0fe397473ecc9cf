"""Saving what was read: in part, with many, by keys, and only if nobody else changed it."""

import pytest

from integration.sync_async import maybe_await
from spacecat_shared_data_access import ConflictError, DataAccessError, ValidationError

STORED_AT = "2026-06-30 10:11:12.123456+00"


async def test_an_unchanged_model_keeps_its_microseconds(data_access, make, database):
    ticket = await make.ticket()
    database.execute("UPDATE tickets SET created_at = %s", [STORED_AT])
    read = await maybe_await(data_access.Ticket.find_by_id(ticket.get_id()))
    assert read.get_created_at() == "2026-06-30T10:11:12.123Z"
    await maybe_await(data_access.Ticket.save_many([read]))
    assert (await stored(database, "created_at")).microsecond == 123456


async def test_what_was_handed_out_is_not_stored(data_access, make, database):
    connection = await make.connection()
    before = connection.get_metadata()
    connection.get_metadata()["cloudId"] = "changed"
    connection.to_json()["metadata"]["cloudId"] = "changed"
    await maybe_await(data_access.TaskManagementConnection.save_many([connection]))
    again = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
    assert again.get_metadata() == before


async def test_partly_read_models_are_saved_by_what_was_set(data_access, make, database):
    one, other = await make.ticket(), await make.ticket()
    parts = await maybe_await(data_access.Ticket.all(attributes=["ticket_id"]))
    await maybe_await(data_access.Ticket.save_many([part.set_ticket_status("Done") for part in parts]))
    for before in (one, other):
        after = await maybe_await(data_access.Ticket.find_by_id(before.get_id()))
        changed = {"ticketStatus": "Done", "updatedAt": after.get_updated_at()}
        assert after.to_json() == {**before.to_json(), **changed}


async def test_derived_values_are_not_written_over(data_access, make):
    organization = await make.organization()
    item = {
        "organization_id": organization.get_id(),
        "base_url": "https://example.com",
        "authoring_type": "cs",
        "delivery_config": {"programId": "1"},
    }
    site = await maybe_await(data_access.Site.create(item))
    assert site.get_external_owner_id() == "p1"
    (part,) = await maybe_await(data_access.Site.all(attributes=["site_id", "delivery_config"]))
    with pytest.raises(ValidationError, match="external_owner_id, authoring_type, hlx_config were not read"):
        await maybe_await(part.set_delivery_config({"programId": "2"}).save())
    names = [
        "site_id",
        "delivery_config",
        "external_owner_id",
        "external_site_id",
        "authoring_type",
        "hlx_config",
    ]
    (part,) = await maybe_await(data_access.Site.all(attributes=names))
    await maybe_await(part.set_delivery_config({"programId": "2"}).save())
    again = await maybe_await(data_access.Site.find_by_id(site.get_id()))
    assert again.get_external_owner_id() == "p2"
    assert again.get_base_url() == site.get_base_url()


async def test_keys_of_several_change_none(data_access, make, database):
    for name in ("one", "two"):
        await make.organization(name=name, llm_backend="azure")
    keys = {"llm_backend": "azure"}
    assert await maybe_await(data_access.Organization.count(keys)) == 2
    with pytest.raises(DataAccessError, match="Failed to update entity") as raised:
        await maybe_await(data_access.Organization.update_by_keys(keys, {"name": "three"}))
    assert raised.value.code == "PGRST116"
    rows = database.execute("SELECT name FROM organizations ORDER BY name").fetchall()
    assert [row["name"] for row in rows] == ["one", "two"]
    await maybe_await(data_access.Organization.update_by_keys({"name": "nobody"}, {"name": "three"}))
    await maybe_await(data_access.Organization.update_by_keys({"name": "one"}, {"name": "three"}))
    rows = database.execute("SELECT name FROM organizations ORDER BY name").fetchall()
    assert [row["name"] for row in rows] == ["three", "two"]


async def test_of_two_writers_the_second_is_told(data_access, make, database):
    organization = await make.organization(name="one")
    database.execute("UPDATE organizations SET updated_at = %s", [STORED_AT])
    first, second = [
        await maybe_await(data_access.Organization.find_by_id(organization.get_id())) for _ in range(2)
    ]
    await maybe_await(first.set_name("first").save(if_unchanged=True))
    with pytest.raises(ConflictError):
        await maybe_await(second.set_name("second").save(if_unchanged=True))
    assert await stored(database, "name", "organizations") == "first"
    await maybe_await(first.set_name("once more").save(if_unchanged=True))
    await maybe_await(second.save())
    assert await stored(database, "name", "organizations") == "second"


async def stored(database, column, table="tickets"):
    return database.execute(f"SELECT {column} FROM {table}").fetchone()[column]  # noqa: S608 - names of ours
