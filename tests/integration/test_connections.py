"""TaskManagementConnection: which one is active, authorizing again, and what goes along when it goes."""

from uuid import UUID, uuid4

import pytest

from integration.factory import connection_values
from integration.sync_async import maybe_await
from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    TaskManagementConnection,
    ValidationError,
)

Status = TaskManagementConnection.Status


class TestDefaults:
    async def test_a_new_one_is_active(self, make, database):
        connection = await make.connection()
        assert connection.get_status() is Status.ACTIVE
        assert connection.is_active()
        row = database.execute("SELECT * FROM task_management_connections").fetchone()
        assert row["status"] == "active"
        assert [row[name] for name in ("connected_at", "last_used_at", "error_message")] == [None] * 3
        assert row["metadata"] == connection.get_metadata()


class TestFindActive:
    async def test_finds_the_active_one_only(self, data_access, make):
        organization = await make.organization()
        find = data_access.TaskManagementConnection.find_active_by_organization_and_provider
        for status in Status:
            if status is not Status.ACTIVE:
                await make.connection(organization, status=status)
        assert await maybe_await(find(organization.get_id(), "jira_cloud")) is None
        active = await make.connection(organization)
        await make.connection()
        for id_ in (organization.get_id(), UUID(organization.get_id())):
            for provider in ("jira_cloud", "JIRA_CLOUD", TaskManagementConnection.Provider.JIRA_CLOUD):
                assert (await maybe_await(find(id_, provider))).get_id() == active.get_id()

    async def test_asks_for_both(self, data_access):
        find = data_access.TaskManagementConnection.find_active_by_organization_and_provider
        with pytest.raises(ValidationError, match="organization_id must be a valid UUID"):
            await maybe_await(find("x", "jira_cloud"))
        with pytest.raises(ValidationError, match="provider is required"):
            await maybe_await(find(uuid4(), ""))


class TestStatus:
    @pytest.mark.parametrize("status", [each for each in Status if each is not Status.ACTIVE])
    async def test_is_marked_at_once_and_back(self, data_access, make, status):
        connection = await make.connection()
        assert await maybe_await(getattr(connection, f"mark_{status}")()) is connection
        found = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
        assert found.get_status() is status
        assert not found.is_active()
        await maybe_await(found.mark_active())
        found = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
        assert found.is_active()

    async def test_is_found_whatever_the_case(self, data_access, make):
        connection = await make.connection(status="requires_reauth")
        find = data_access.TaskManagementConnection.all_by_organization_id_and_provider_and_status
        for spelling in ("requires_reauth", "Requires_ReAuth", Status.REQUIRES_REAUTH):
            found = await maybe_await(find(connection.get_organization_id(), "Jira_Cloud", spelling))
            assert [each.get_id() for each in found] == [connection.get_id()]

    async def test_a_status_of_tomorrow_is_read_as_it_is(self, data_access, make, database):
        connection = await make.connection()
        constraint = "task_management_connections_status_check"
        with database.transaction(force_rollback=False):
            database.execute(f"ALTER TABLE task_management_connections DROP CONSTRAINT {constraint}")
            database.execute("UPDATE task_management_connections SET status = 'paused'")
        try:
            found = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
            assert found.get_status() == "paused"
            assert not found.is_active()
        finally:
            allowed = ", ".join(f"'{each}'" for each in Status)
            database.execute("DELETE FROM task_management_connections")
            database.execute(
                f"ALTER TABLE task_management_connections ADD CONSTRAINT {constraint}"
                f" CHECK (status IN ({allowed}))"
            )


class TestAuthorizingAgain:
    async def test_changes_name_address_and_scopes(self, data_access, make):
        connection = await make.connection()
        await maybe_await(connection.mark_requires_reauth())
        connection.set_display_name("New name").set_instance_url("https://new.atlassian.net")
        connection.set_metadata({**connection.get_metadata(), "scopes": ["read:me"]})
        connection.set_error_message(None)
        await maybe_await(connection.mark_active())
        found = await maybe_await(data_access.TaskManagementConnection.find_by_id(connection.get_id()))
        assert found.to_dict() == connection.to_dict()
        assert found.get_metadata()["scopes"] == ["read:me"]
        assert found.is_active()

    async def test_metadata_is_checked_then_too(self, make):
        connection = await make.connection()
        with pytest.raises(ValidationError, match="cloudId must be a valid UUID"):
            connection.set_metadata({"cloudId": connection.get_metadata()["cloudId"].upper() + "-"})
        with pytest.raises(ValidationError, match="Unexpected metadata properties for jira_cloud: token"):
            connection.set_metadata({**connection.get_metadata(), "token": "t"})
        assert not connection.patcher.has_updates

    @pytest.mark.parametrize("name", ["provider", "connected_by", "external_instance_id"])
    async def test_never_changes_who_and_where(self, make, name):
        connection = await make.connection()
        with pytest.raises(ValidationError, match=f"{name} is read-only"):
            connection.patcher.patch_value(name, "other")


class TestUniqueness:
    async def test_a_site_is_connected_once_for_an_organization(self, data_access, make):
        organization = await make.organization()
        connection = await make.connection(organization)
        cloud_id = connection.get_external_instance_id()
        with pytest.raises(ConflictError, match=r"^Failed to create$") as caught:
            await make.connection(organization, external_instance_id=cloud_id)
        error = caught.value
        assert (error.code, error.status) == ("23505", 409)
        assert error.details == (
            "Key (organization_id, provider, external_instance_id)="
            f"({organization.get_id()}, jira_cloud, {cloud_id}) already exists."
        )
        assert "task_management_connections_organization_id_provider_extern_key" in error.cause.message
        # A soft delete does not free it; another organization may connect the same site.
        await maybe_await(connection.mark_disconnected())
        with pytest.raises(ConflictError):
            await make.connection(organization, external_instance_id=cloud_id)
        other = await make.connection(external_instance_id=cloud_id)
        assert other.get_external_instance_id() == cloud_id
        assert await maybe_await(data_access.TaskManagementConnection.count()) == 2


class TestRemoval:
    async def test_takes_tickets_and_bridges_along(self, data_access, make):
        connection, other = await make.connection(), await make.ticket()
        tickets = [await make.ticket(connection) for _ in range(3)]
        for ticket in tickets:
            await make.bridge(ticket)
            await make.bridge(ticket)
        kept = await make.bridge(other)
        await maybe_await(connection.remove())
        assert [each.get_id() for each in await maybe_await(data_access.Ticket.all())] == [other.get_id()]
        bridges = await maybe_await(data_access.TicketSuggestion.all())
        assert [each.get_id() for each in bridges] == [kept.get_id()]
        assert await maybe_await(data_access.Organization.exists_by_id(connection.get_organization_id()))

    async def test_of_an_organization_takes_all_of_it(self, data_access, make):
        organization = await make.organization()
        connection = await make.connection(organization)
        await make.bridge(await make.ticket(connection))
        await make.idempotency_key(organization)
        await maybe_await(organization.remove())
        for entity in ("TaskManagementConnection", "Ticket", "TicketSuggestion", "IdempotencyKey"):
            assert await maybe_await(getattr(data_access, entity).count()) == 0, entity

    async def test_by_ids_leaves_dependents_to_the_database(self, data_access, make, database):
        connection = await make.connection()
        await make.bridge(await make.ticket(connection))
        # Its foreign keys cascade too. Without them, nothing but the row itself would go.
        await maybe_await(data_access.TaskManagementConnection.remove_by_ids([connection.get_id()]))
        assert await maybe_await(data_access.Ticket.count()) == 0
        assert await maybe_await(data_access.TicketSuggestion.count()) == 0
        second = await make.connection()
        await make.ticket(second)
        name = "tickets_connection_id_fkey"
        reference = "FOREIGN KEY (connection_id) REFERENCES task_management_connections (id)"
        database.execute(f"ALTER TABLE tickets DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {reference}")
        try:
            with pytest.raises(DataAccessError, match="Failed to remove by IDs") as caught:
                await maybe_await(data_access.TaskManagementConnection.remove_by_ids([second.get_id()]))
            assert caught.value.code == "23503"
            assert caught.value.status == 409
            await maybe_await(second.remove())
            assert await maybe_await(data_access.Ticket.count()) == 0
        finally:
            database.execute(
                f"ALTER TABLE tickets DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {reference}"
                " ON DELETE CASCADE"
            )

    async def test_by_index_keys(self, data_access, make):
        kept = await make.connection()
        connection = await make.connection()
        keys = {"organization_id": connection.get_organization_id(), "provider": "jira_cloud"}
        await maybe_await(data_access.TaskManagementConnection.remove_by_index_keys([keys]))
        found = await maybe_await(data_access.TaskManagementConnection.all())
        assert [each.get_id() for each in found] == [kept.get_id()]


class TestRefusals:
    async def test_nothing_is_sent(self, data_access, make, database):
        values = connection_values((await make.organization()).get_id())
        wrong = {
            "provider": "trello",
            "status": "asleep",
            "display_name": "x" * 256,
            "instance_url": "acme.atlassian.net",
            "connected_at": "yesterday",
            "metadata": {},
        }
        for name, value in wrong.items():
            with pytest.raises(ValidationError, match=name.replace("metadata", "cloudId|provider|metadata")):
                await maybe_await(data_access.TaskManagementConnection.create({**values, name: value}))
        for name in values:
            rest = {key: value for key, value in values.items() if key != name}
            with pytest.raises(ValidationError, match=f"{name} (is required|must be a non-null object)"):
                await maybe_await(data_access.TaskManagementConnection.create(rest))
        assert database.execute("SELECT count(*) FROM task_management_connections").fetchone() == {"count": 0}
