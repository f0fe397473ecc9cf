"""services.postgrest_client: direct queries, beside entities, over the same connections."""

import pytest
from postgrest import APIError

from integration.factory import bridge_values, from_now
from integration.sync_async import maybe_await


class TestQueries:
    async def test_reads_what_entities_wrote(self, data_access, make):
        ticket = await make.ticket(ticket_status="Done")
        await make.ticket()
        client = data_access.services.postgrest_client
        query = client.table("tickets").select("id,ticket_key,connection_id").eq("ticket_status", "Done")
        assert (await maybe_await(query.execute())).data == [
            {
                "id": ticket.get_id(),
                "ticket_key": ticket.get_ticket_key(),
                "connection_id": ticket.get_task_management_connection_id(),
            }
        ]

    async def test_writes_what_entities_read(self, data_access, database):
        client = data_access.services.postgrest_client
        row = {"nonce": "direct", "expires_at": from_now(minutes=5).isoformat()}
        stored = (await maybe_await(client.table("oauth_nonces").insert(row).execute())).data
        found = await maybe_await(data_access.OAuthNonce.find_by_nonce("direct"))
        assert found.get_id() == stored[0]["id"]
        deleted = await maybe_await(client.table("oauth_nonces").delete().eq("nonce", "direct").execute())
        assert len(deleted.data) == 1
        assert database.execute("SELECT * FROM oauth_nonces").fetchall() == []

    async def test_embedded_rows_become_models(self, data_access, make):
        ticket = await make.ticket()
        items = [bridge_values(ticket) for _ in range(3)]
        await maybe_await(data_access.TicketSuggestion.create_many(items))
        client = data_access.services.postgrest_client
        query = client.table("tickets").select("ticket_key,ticket_suggestions(*)").eq("id", ticket.get_id())
        (row,) = (await maybe_await(query.execute())).data
        bridges = [
            data_access.TicketSuggestion.create_instance_from_row(each) for each in row["ticket_suggestions"]
        ]
        expected = {item["suggestion_id"] for item in items}
        assert {each.get_suggestion_id() for each in bridges} == expected
        assert (await maybe_await(bridges[0].get_ticket())).to_dict() == ticket.to_dict()

    async def test_counts(self, data_access, make):
        for _ in range(3):
            await make.organization()
        client = data_access.services.postgrest_client
        response = await maybe_await(
            client.table("organizations").select("id", count="exact").limit(1).execute()
        )
        assert (response.count, len(response.data)) == (3, 1)

    async def test_an_error_is_postgrest_s_own(self, data_access):
        client = data_access.services.postgrest_client
        with pytest.raises(APIError) as caught:
            await maybe_await(client.table("nowhere").select("*").execute())
        assert caught.value.code == "PGRST205"

    async def test_clients_share_no_filters(self, data_access, make):
        await make.organization()
        client = data_access.services.postgrest_client
        narrowed = client.table("organizations").select("*").eq("name", "nobody")
        assert (await maybe_await(narrowed.execute())).data == []
        assert len((await maybe_await(client.table("organizations").select("*").execute())).data) == 1

    async def test_a_role_of_its_own(self, connect, token, make):
        await make.organization()
        reader = connect(postgrest_api_key=token(role="postgrest_anon")).services.postgrest_client
        assert len((await maybe_await(reader.table("organizations").select("*").execute())).data) == 1
        with pytest.raises(APIError, match="permission denied for table organizations"):
            await maybe_await(reader.table("organizations").insert({"name": "x"}).execute())
