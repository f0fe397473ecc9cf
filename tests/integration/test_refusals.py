"""Requests that the database or the server rejects, and servers that cannot be reached."""

import contextlib
import pickle
import socket
import threading
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from integration.factory import an_ims_org_id, connection_values, ticket_values
from integration.sync_async import maybe_await
from spacecat_shared_data_access import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    UnavailableError,
    ValidationError,
)


class TestForeignKeys:
    async def test_a_parent_must_be_there(self, data_access, make):
        connection = await make.connection()
        for name, column in (
            ("organization_id", "organization_id"),
            ("task_management_connection_id", "connection_id"),
        ):
            nobody = str(uuid4())
            with pytest.raises(DataAccessError, match=r"^Failed to create$") as caught:
                await make.ticket(connection, **{name: nobody})
            error = caught.value
            assert (error.code, error.status) == ("23503", 409)
            assert not isinstance(error, ConflictError)
            assert error.details.startswith(f"Key ({column})=({nobody}) is not present in table")
            assert "violates foreign key constraint" in error.cause.message
        assert await maybe_await(data_access.Ticket.count()) == 0

    async def test_nor_may_it_change_to_nobody(self, make):
        ticket = await make.ticket()
        before = ticket.get_updated_at()
        ticket.set_organization_id(str(uuid4()))
        with pytest.raises(DataAccessError, match="Failed to save entity ticket with ID") as caught:
            await maybe_await(ticket.save())
        assert (caught.value.code, caught.value.status) == ("23503", 409)
        assert (ticket.patcher.has_updates, ticket.get_updated_at()) == (True, before)

    async def test_of_many_none_is_kept(self, data_access, make):
        connection = await make.connection()
        items = [ticket_values(connection) for _ in range(3)]
        items[1]["organization_id"] = str(uuid4())
        with pytest.raises(DataAccessError, match="Failed to create many"):
            await maybe_await(data_access.Ticket.create_many(items))
        assert await maybe_await(data_access.Ticket.count()) == 0


class TestChecks:
    async def test_of_the_database_hold_where_ours_are_passed_by(self, make):
        connection = await make.connection()
        for values in (
            {"status": "asleep"},
            {"metadata": {"cloudId": "no-uuid"}},
            {"display_name": ""},
            {"display_name": "x" * 256},
        ):
            with pytest.raises(DataAccessError, match="Failed to update entity") as caught:
                await maybe_await(
                    connection.collection.update_by_keys(
                        {"task_management_connection_id": connection.get_id()}, values
                    )
                )
            assert (caught.value.code, caught.value.status) == ("23514", 400)
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(
                connection.collection.update_by_keys(
                    {"task_management_connection_id": connection.get_id()}, {"display_name": None}
                )
            )
        assert caught.value.code == "23502"
        found = await maybe_await(connection.collection.find_by_id(connection.get_id()))
        assert found.to_dict() == connection.to_dict()

    async def test_of_ours_are_the_database_s_too(self, data_access, make, database):
        values = connection_values((await make.organization()).get_id())
        upper = {"cloudId": values["metadata"]["cloudId"].upper()}
        with pytest.raises(ValidationError, match="cloudId must be a valid UUID"):
            await maybe_await(data_access.TaskManagementConnection.create({**values, "metadata": upper}))
        name = "🎫" * 127 + "x"  # 255 UTF-16 units, in which the original counts
        longest = await maybe_await(
            data_access.TaskManagementConnection.create({**values, "display_name": name})
        )
        row = database.execute("SELECT length(display_name) FROM task_management_connections").fetchone()
        assert row == {"length": 128}
        assert longest.get_display_name() == name


class TestConflicts:
    async def test_of_an_organization(self, make):
        ims_org_id = an_ims_org_id()
        await make.organization(ims_org_id=ims_org_id)
        other = await make.organization()
        with pytest.raises(ConflictError) as caught:
            await maybe_await(other.set_ims_org_id(ims_org_id).save())
        error = caught.value
        assert str(error) == f"Failed to save entity organization with ID {other.get_id()}"
        assert (error.code, error.status) == ("23505", 409)
        assert error.details == f"Key (ims_org_id)=({ims_org_id}) already exists."

    async def test_travel_between_processes(self, make):
        await make.organization(ims_org_id="0123456789ABCDEF01234567@AdobeOrg")
        with pytest.raises(ConflictError) as caught:
            await make.organization(ims_org_id="0123456789ABCDEF01234567@AdobeOrg")
        copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own pickle
        assert type(copy) is ConflictError
        assert (str(copy), copy.code, copy.status) == (str(caught.value), "23505", 409)
        assert copy.details == caught.value.details
        assert copy.cause.message == caught.value.cause.message


class TestAccess:
    async def test_a_role_that_may_only_read(self, data_access, make, connect, token):
        ticket = await make.ticket()
        reader = connect(postgrest_api_key=token(role="postgrest_anon"))
        found = await maybe_await(reader.Ticket.find_by_id(ticket.get_id()))
        assert found.to_dict() == ticket.to_dict()
        assert await maybe_await(reader.Ticket.count()) == 1
        refusals = [
            (lambda: reader.Organization.create({"name": "x"}), "Failed to create"),
            (lambda: found.set_ticket_status("Done").save(), "Failed to save entity ticket"),
            (found.remove, "Failed to remove entity ticket"),
            (lambda: reader.Ticket.remove_by_ids([ticket.get_id()]), "Failed to remove by IDs"),
            (lambda: reader.OAuthNonce.delete(nonce="n"), "Failed to consume OAuth nonce"),
            (reader.IdempotencyKey.delete_expired, "Failed to delete expired idempotency keys"),
        ]
        for call, message in refusals:
            with pytest.raises(AccessDeniedError, match=message) as caught:
                await maybe_await(call())
            assert (caught.value.code, caught.value.status) == ("42501", 403)
        assert await maybe_await(data_access.Ticket.exists_by_id(ticket.get_id()))

    async def test_tokens_that_do_not_hold(self, connect, token):
        an_hour_ago = int((datetime.now(UTC) - timedelta(hours=1)).timestamp())
        expired = token(role="postgrest_writer", exp=an_hour_ago)
        forged = f"{token(role='postgrest_writer')[:-8]}AAAAAAAA"
        for wrong in (expired, forged, "nonsense"):
            stranger = connect(postgrest_api_key=wrong)
            with pytest.raises(AccessDeniedError, match="Failed to query") as caught:
                await maybe_await(stranger.Ticket.all())
            assert caught.value.status == 401
            assert caught.value.code.startswith("PGRST30")
            assert wrong not in f"{caught.value!r}{caught.value.cause!r}{stranger!r}{stranger.config!r}"


class TestUnknown:
    async def test_schemas_and_tables(self, connect):
        elsewhere = connect(postgrest_schema="elsewhere")
        with pytest.raises(DataAccessError) as caught:
            await maybe_await(elsewhere.Ticket.all())
        assert (caught.value.code, caught.value.status) == ("PGRST106", 406)


@contextlib.contextmanager
def listening(response):
    """Start a server that calls `response` with each connection and then closes it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stopped = threading.Event()

        def serve():
            while True:
                connection, _ = listener.accept()
                with connection:
                    if stopped.is_set():
                        return
                    response(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        host, port = listener.getsockname()
        try:
            yield f"http://{host}:{port}"
        finally:
            stopped.set()
            with contextlib.suppress(OSError):
                socket.create_connection((host, port)).close()
            thread.join()


class TestUnavailable:
    async def test_nobody_listens(self, connect):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            host, port = listener.getsockname()
        nobody = connect(postgrest_url=f"http://{host}:{port}")
        for call, message in (
            (lambda: nobody.Ticket.find_by_id(uuid4()), "Failed to query"),
            (nobody.Ticket.count, "Failed to count"),
            (lambda: nobody.Organization.create({"name": "x"}), "Failed to create"),
            (lambda: nobody.OAuthNonce.delete(nonce="n"), "Failed to consume OAuth nonce"),
        ):
            with pytest.raises(UnavailableError, match=message) as caught:
                await maybe_await(call())
            assert (caught.value.code, caught.value.status) == (None, None)
            assert isinstance(caught.value.cause, UnavailableError)
            assert type(pickle.loads(pickle.dumps(caught.value))) is UnavailableError  # noqa: S301 - our own

    async def test_it_hangs_up(self, connect):
        with (
            listening(lambda connection: connection.recv(65536)) as url,
            pytest.raises(UnavailableError, match="Failed to consume OAuth nonce"),
        ):
            await maybe_await(connect(postgrest_url=url).OAuthNonce.delete(nonce="n"))

    async def test_it_breaks_off(self, connect):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n["

        def response(connection):
            connection.recv(65536)
            connection.sendall(head)

        with listening(response) as url, pytest.raises(UnavailableError, match="Failed to query"):
            await maybe_await(connect(postgrest_url=url).Ticket.all())

    async def test_it_answers_with_a_page(self, connect):
        page = b"<html>nginx</html>"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page)

        def response(connection):
            connection.recv(65536)
            connection.sendall(head + page)

        with listening(response) as url, pytest.raises(DataAccessError, match="Failed to query") as caught:
            await maybe_await(connect(postgrest_url=url).Ticket.all())
        assert caught.value.status == 200
        assert "not JSON" in caught.value.cause.message

    async def test_a_closed_data_access_says_so(self, connect, api):
        closed = connect()
        await maybe_await(closed.Ticket.count())
        await maybe_await(closed.close() if api == "blocking" else closed.aclose())
        with pytest.raises(DataAccessError, match="The data access is closed"):
            await maybe_await(closed.Ticket.count())
