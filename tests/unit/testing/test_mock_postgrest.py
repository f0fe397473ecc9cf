"""`MockPostgrest`: replies by entity, recorded requests, and unscripted requests."""

import logging

import httpx
import pytest
from respx.models import AllMockedAssertionError

from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    EntityRegistry,
    Organization,
    UnavailableError,
    ValidationError,
)
from spacecat_shared_data_access.schema.validation import is_uuid
from spacecat_shared_data_access.testing import MockPostgrest, UnscriptedRequestError
from unit.helpers import ID, OTHER_ID, maybe_await


@pytest.fixture
def data_access(api, mock_data_access, async_mock_data_access):
    return mock_data_access if api == "blocking" else async_mock_data_access


@pytest.fixture
def organizations(data_access):
    return data_access.Organization


def ticket(**attributes):
    return {"organization_id": ID, "task_management_connection_id": OTHER_ID, **attributes}


class TestReplies:
    async def test_are_rows_built_from_attributes(self, mock_postgrest, data_access):
        mock_postgrest.on("Ticket").reply(ticket(ticket_key="ASO-1"), ticket(ticketKey="ASO-2"))
        found = await maybe_await(data_access.Ticket.all_by_organization_id(ID))
        assert [each.get_ticket_key() for each in found] == ["ASO-1", "ASO-2"]
        assert {each.get_task_management_connection_id() for each in found} == {OTHER_ID}
        assert all(each.get_id() and each.get_created_at() for each in found)

    async def test_have_the_ids_of_required_parents(self, mock_postgrest, data_access):
        mock_postgrest.on("Ticket").reply({"ticket_key": "ASO-1"}, {"organizationId": ID})
        mock_postgrest.on("Organization").reply({"name": "Example"})
        first, second = await maybe_await(data_access.Ticket.all())
        assert is_uuid(first.get_organization_id())
        assert is_uuid(first.get_task_management_connection_id())
        assert (await maybe_await(first.get_organization())).get_name() == "Example"
        assert first.get_opportunity_id() is None  # a ticket may have none
        assert second.get_organization_id() == ID

    async def test_may_lack_a_required_parent_on_purpose(self, mock_postgrest, data_access):
        mock_postgrest.on("Ticket").reply({"organization_id": None})
        assert (await maybe_await(data_access.Ticket.first())).get_organization_id() is None

    async def test_may_have_no_rows(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").reply()
        assert await maybe_await(organizations.find_by_id(ID)) is None
        assert await maybe_await(organizations.all()) == []

    async def test_are_sent_in_order_and_the_last_is_repeated(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").reply().reply({"name": "ACME"})
        found = [await maybe_await(organizations.find_by_id(ID)) for _ in range(3)]
        assert [each and each.get_name() for each in found] == [None, "ACME", "ACME"]

    async def test_are_scripted_by_entity(self, mock_postgrest, data_access):
        mock_postgrest.on("Ticket").reply(ticket(ticket_key="ASO-1"))
        mock_postgrest.on("Organization").reply({"name": "ACME"})
        [found] = await maybe_await(data_access.Ticket.all())
        organization = await maybe_await(found.get_organization())
        assert (found.get_ticket_key(), organization.get_name()) == ("ASO-1", "ACME")

    async def test_may_be_scripted_by_method(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").reply({"name": "ACME"})
        mock_postgrest.on("Organization", "PATCH").refuse(409, "23505")
        organization = await maybe_await(organizations.find_by_id(ID))
        with pytest.raises(ConflictError):
            await maybe_await(organization.set_name("Other").save())

    @pytest.mark.parametrize("how", ["name", "model", "collection"])
    async def test_an_entity_is_named_in_several_ways(self, how, mock_postgrest, organizations):
        entity = {"name": "Organization", "model": Organization, "collection": organizations}[how]
        mock_postgrest.on(entity).reply({"name": "ACME"})
        assert (await maybe_await(organizations.find_by_id(ID))).get_name() == "ACME"
        assert mock_postgrest.on(entity) is mock_postgrest.on("Organization")

    async def test_echo_written_rows(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization", "POST").echo()
        mock_postgrest.on("Organization", "PATCH").echo()
        organization = await maybe_await(organizations.create({"name": "ACME"}))
        await maybe_await(organization.set_name("Other").save())
        assert organization.get_name() == "Other"
        created = await maybe_await(organizations.create_many([{"name": "One"}, {"name": "Two"}]))
        assert [each.get_name() for each in created.created_items] == ["One", "Two"]

    async def test_are_empty_for_a_write_with_return_minimal(self, mock_postgrest, data_access):
        mock_postgrest.on("Ticket").reply(ticket())
        [found] = await maybe_await(data_access.Ticket.all())
        mock_postgrest.on("TicketSuggestion").reply()
        await maybe_await(found.remove())
        assert mock_postgrest.requests[-1].method == "DELETE"

    async def test_have_a_row_count(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").reply({"name": "A"}, {"name": "B"}).reply()
        assert [await maybe_await(organizations.count()) for _ in range(2)] == [2, 0]

    async def test_can_be_errors_of_the_server(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").refuse(
            400, "42703", "no such column", details="that one", hint="this"
        )
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(organizations.all())
        error = raised.value
        assert (error.status, error.code, error.details, error.hint) == (400, "42703", "that one", "this")

    async def test_can_be_network_errors(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization", "POST").fail(httpx.UnsupportedProtocol("no such protocol"))
        with pytest.raises(UnavailableError):
            await maybe_await(organizations.create({"name": "ACME"}))

    async def test_can_be_computed_by_a_function(self, mock_postgrest, organizations):
        asked = []

        def respond(request):
            asked.append(request.filters)
            return httpx.Response(200, json=[{"id": ID, "name": "ACME"}])

        mock_postgrest.on("Organization").answer(respond)
        assert (await maybe_await(organizations.find_by_id(ID))).get_name() == "ACME"
        assert asked == [[("id", f"eq.{ID}")]]

    async def test_of_a_function_are_json(self, mock_postgrest, data_access):
        calls = mock_postgrest.on_call("wrpc_revoke_suggestion_grant").reply_json(
            [{"success": True, "revoked_count": 3}]
        )
        result = await maybe_await(data_access.SuggestionGrant.revoke_suggestion_grant(ID))
        assert (result.success, result.revoked_count) == (True, 3)
        assert calls.requests[0].body == {"p_grant_id": ID}

    async def test_can_be_the_default_for_unscripted_requests(self, mock_postgrest, data_access):
        mock_postgrest.on_any().reply_json([])
        mock_postgrest.on("Organization").reply({"name": "ACME"})
        assert await maybe_await(data_access.Ticket.all()) == []
        assert len(await maybe_await(data_access.Organization.all())) == 1

    async def test_can_be_cleared(self, mock_postgrest, organizations):
        script = mock_postgrest.on("Organization").reply({"name": "ACME"}).clear().reply({"name": "Other"})
        assert script.ready
        assert [each.get_name() for each in await maybe_await(organizations.all())] == ["Other"]

    def test_of_wrong_attributes_are_refused(self, mock_postgrest):
        with pytest.raises(ValidationError, match=r"^colour is not an attribute of organization$"):
            mock_postgrest.on("Organization").reply({"colour": "red"})

    def test_without_an_entity_require_reply_json(self, mock_postgrest):
        for script in (mock_postgrest.on_any(), mock_postgrest.on_call("grant_suggestions")):
            with pytest.raises(TypeError, match=r"reply\(\) makes rows of an entity: use reply_json\(\)"):
                script.reply({"name": "ACME"})

    def test_require_an_existing_entity_and_method(self, mock_postgrest):
        with pytest.raises(DataAccessError, match=r"^The entity Movie is not registered$"):
            mock_postgrest.on("Movie")
        with pytest.raises(DataAccessError, match=r"^The entity Configuration has no schema$"):
            mock_postgrest.on("Configuration")
        with pytest.raises(
            ValueError, match=r"^method must be one of GET, HEAD, POST, PATCH, DELETE, not 'get'$"
        ):
            mock_postgrest.on("Organization", "get")


class TestRequests:
    async def test_are_recorded_in_order(self, mock_postgrest, data_access):
        mock_postgrest.on_any().reply_json([])
        await maybe_await(
            data_access.Ticket.all_by_organization_id(ID, order_by=("created_at", "desc"), limit=20)
        )
        await maybe_await(data_access.Organization.find_by_id(ID))
        first, second = mock_postgrest.requests
        assert (first.method, first.target, second.target) == ("GET", "tickets", "organizations")
        assert first.filters == [("organization_id", f"eq.{ID}")]
        assert ("order", "created_at.desc,id.desc") in first.params
        assert str(second) == f"GET /organizations?{second.http.url.query.decode()}"

    async def test_are_recorded_by_script(self, mock_postgrest, data_access):
        posted = mock_postgrest.on("Organization", "POST").echo()
        mock_postgrest.on("Organization").reply()
        await maybe_await(data_access.Organization.create({"name": "ACME"}))
        await maybe_await(data_access.Organization.all())
        [request] = posted.requests
        assert request.body["name"] == "ACME"
        assert request.rows == [request.body]
        assert "return=representation" in request.preferences

    async def test_without_a_body_have_no_rows(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").reply()
        await maybe_await(organizations.all())
        [request] = mock_postgrest.requests
        assert (request.body, request.rows) == (None, [])

    async def test_show_their_number(self, mock_postgrest, organizations):
        mock_postgrest.on("Organization").reply()
        await maybe_await(organizations.all())
        assert repr(mock_postgrest) == "<MockPostgrest http://postgrest.test, asked 1 times>"


class TestUnscripted:
    async def ask(self, call):
        with pytest.raises(UnscriptedRequestError) as raised:
            await maybe_await(call())
        return str(raised.value)

    @pytest.fixture(autouse=True)
    def expected(self, mock_postgrest):
        """These tests send unscripted requests on purpose, which are not reported at the end."""
        yield
        assert mock_postgrest.unscripted
        mock_postgrest.unscripted.clear()

    async def test_names_entity_and_method(self, mock_postgrest, data_access):
        mock_postgrest.on("Ticket", "GET").reply(ticket())
        said = await self.ask(lambda: data_access.Organization.find_by_id(ID))
        assert said.startswith("no reply is scripted for GET of Organization (GET /organizations?")
        assert said.endswith("): add one with on('Organization').reply(...)")
        [found] = await maybe_await(data_access.Ticket.all())
        said = await self.ask(found.set_ticket_status("Done").save)
        assert said.startswith("no reply is scripted for PATCH of Ticket (PATCH /tickets?")

    async def test_names_all_entities_of_a_table(self, data_access):
        said = await self.ask(data_access.LatestAudit.all)
        assert "GET of Audit or LatestAudit" in said

    async def test_names_a_function(self, data_access):
        said = await self.ask(lambda: data_access.SuggestionGrant.revoke_suggestion_grant(ID))
        assert said == (
            "no reply is scripted for POST /rpc/wrpc_revoke_suggestion_grant:"
            " add one with on_call('wrpc_revoke_suggestion_grant').reply_json(...)"
        )

    async def test_names_a_table_without_an_entity(self, mock_postgrest):
        with pytest.raises(
            UnscriptedRequestError, match=r"GET /spaceships, which is no entity's: add one with"
        ):
            httpx.get(f"{mock_postgrest.url}/spaceships")  # noqa: ASYNC210  a mocked wire blocks nothing

    async def test_is_reported_for_a_script_without_replies(self, mock_postgrest, data_access):
        mock_postgrest.on("Organization")
        assert "GET of Organization" in await self.ask(data_access.Organization.all)


class TestContextManager:
    def test_reports_at_the_end_what_was_caught(self):
        def use():
            with MockPostgrest() as postgrest:
                try:
                    httpx.get(f"{postgrest.url}/tickets")
                except Exception:  # noqa: BLE001  as some code does
                    logging.getLogger(__name__).info("no tickets")

        with pytest.raises(UnscriptedRequestError, match="GET of Ticket"):
            use()

    def test_does_not_hide_another_error(self):
        def use():
            with MockPostgrest() as postgrest:
                try:
                    httpx.get(f"{postgrest.url}/tickets")
                finally:
                    raise LookupError

        with pytest.raises(LookupError):
            use()

    def test_mocks_only_its_own_url(self):
        with MockPostgrest("http://other.test/rest/v1") as postgrest:
            postgrest.on("Ticket").reply()
            assert httpx.get("http://other.test/rest/v1/tickets").json() == []
            with pytest.raises(AllMockedAssertionError):
                httpx.get("http://elsewhere.test/tickets")

    def test_another_url_can_be_mocked_too(self):
        with MockPostgrest() as postgrest:
            postgrest.router.get("https://example.com/robots.txt").respond(text="no robots")
            assert httpx.get("https://example.com/robots.txt").text == "no robots"
        assert postgrest.requests == []

    @pytest.mark.usefixtures("cinema_entities")
    def test_supports_custom_entities(self, mock_postgrest, mock_data_access):
        mock_postgrest.on("Film").reply({"title": "Cléo", "in_colour": False})
        [film] = mock_data_access.Film.all()
        assert (film.get_title(), film.get_in_colour()) == ("Cléo", False)
        assert "Film" in EntityRegistry.entity_names()
