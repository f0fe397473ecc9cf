import pytest

from spacecat_shared_data_access import AccessDeniedError, DataAccessError, UnavailableError, ValidationError
from spacecat_shared_data_access.errors import PostgrestError
from spacecat_shared_data_access.models.suggestion_grant import (
    Granted,
    GrantStatus,
    NotDone,
    Revoked,
)
from unit.helpers import (
    ID,
    OTHER_ID,
    PARENT_ID,
    THIRD_ID,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
    params,
    uuid,
)

TOKEN = {
    "id": THIRD_ID,
    "site_id": PARENT_ID,
    "token_type": "grant_cwv",
    "cycle": "2026-07",
    "total": 3,
    "used": 1,
}


@pytest.fixture
def grants(data_access):
    return data_access.SuggestionGrant


class TestFindBySuggestionIds:
    async def test_rows_are_returned(self, grants, server):
        row = {"suggestion_id": ID, "grant_id": THIRD_ID}
        server.respond_with([row])
        assert await maybe_await(grants.find_by_suggestion_ids([ID, OTHER_ID])) == [row]
        assert params(server.last) == [
            ("select", "suggestion_id,grant_id"),
            ("suggestion_id", f"in.({ID},{OTHER_ID})"),
        ]

    async def test_a_hundred_ids_are_sent_per_request(self, grants, server):
        await maybe_await(grants.find_by_suggestion_ids([uuid(number) for number in range(250)]))
        asked = [dict(params(request))["suggestion_id"].count(",") + 1 for request in server.requests]
        assert asked == [100, 100, 50]
        assert max(len(str(request.url)) for request in server.requests) < 8_000

    async def test_rows_are_read_in_pages(self, opened, server):
        stored = [{"suggestion_id": ID, "grant_id": uuid(number)} for number in range(5)]

        def respond(request):
            start = int(dict(params(request)).get("offset", 0))
            return stored[start : start + 2]  # the maximum of the server

        server.respond_with(respond)
        grants = opened(page_size=2).SuggestionGrant
        assert await maybe_await(grants.find_by_suggestion_ids([ID])) == stored

    @pytest.mark.parametrize("ids", [None, [], "x", {}])
    async def test_without_ids_nothing_is_requested(self, grants, server, ids):
        assert await maybe_await(grants.find_by_suggestion_ids(ids)) == []
        assert server.requests == []

    async def test_an_error_names_the_failed_operation(self, grants, server):
        server.respond_with(error_response(403, "42501"))
        with pytest.raises(AccessDeniedError, match="Failed to find grants by suggestion IDs"):
            await maybe_await(grants.find_by_suggestion_ids([ID]))


class TestSplit:
    async def test_ids_are_split_into_granted_and_not_granted(self, grants, server):
        server.respond_with(
            [
                {"suggestion_id": OTHER_ID, "grant_id": THIRD_ID},
                {"suggestion_id": OTHER_ID, "grant_id": PARENT_ID},
                {"suggestion_id": OTHER_ID, "grant_id": None},
            ]
        )
        ids = [ID, OTHER_ID, ID, "", None]
        assert await maybe_await(grants.split_suggestions_by_grant_status(ids)) == GrantStatus(
            granted_ids=[OTHER_ID], not_granted_ids=[ID], grant_ids=[THIRD_ID, PARENT_ID]
        )
        assert filters(server.last) == [("suggestion_id", f"in.({ID},{OTHER_ID})")]

    @pytest.mark.parametrize("ids", [[], ["", None]])
    async def test_without_ids_nothing_is_requested(self, grants, server, ids):
        assert await maybe_await(grants.split_suggestions_by_grant_status(ids)) == GrantStatus([], [], [])
        assert server.requests == []

    @pytest.mark.parametrize("ids", [None, "x"])
    async def test_it_takes_a_list(self, grants, ids):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(grants.split_suggestions_by_grant_status(ids))
        assert str(raised.value) == "split_suggestions_by_grant_status: suggestion_ids must be an array"

    async def test_one_suggestion_is_granted_or_not(self, grants, server):
        server.respond_with([{"suggestion_id": ID, "grant_id": THIRD_ID}], [])
        assert await maybe_await(grants.is_suggestion_granted(ID)) is True
        assert await maybe_await(grants.is_suggestion_granted(ID)) is False

    @pytest.mark.parametrize("id_", ["", None])
    async def test_without_an_id_a_suggestion_is_not_granted(self, grants, server, id_):
        assert await maybe_await(grants.is_suggestion_granted(id_)) is False
        assert server.requests == []


class TestGrant:
    @pytest.fixture
    def token(self, mock_postgrest):
        """The replies to requests for tokens: there is one."""
        return mock_postgrest.on("Token", "GET").reply_json([TOKEN])

    @pytest.fixture
    def granting(self, mock_postgrest):
        """The replies to calls of the granting function."""
        return mock_postgrest.on_call("wrpc_grant_suggestions")

    async def test_suggestions_are_granted_for_one_token(self, grants, server, token, granting):
        granting.reply_json([{"success": True, "granted_suggestions": [ID, OTHER_ID]}])
        result = await maybe_await(grants.grant_suggestions([ID, OTHER_ID], PARENT_ID, "grant_cwv"))
        assert result == Granted([ID, OTHER_ID])
        assert result.success
        assert server.requests == []  # but for these two
        assert len(token.requests) == 1
        assert [call.body for call in granting.requests] == [
            {
                "p_suggestion_ids": [ID, OTHER_ID],
                "p_site_id": PARENT_ID,
                "p_token_type": "grant_cwv",
                "p_cycle": "2026-07",
            }
        ]

    @pytest.mark.parametrize("tokens", [[], [{**TOKEN, "used": 3}]])
    async def test_without_a_token_nothing_is_granted(self, grants, server, token, granting, tokens):
        token.clear().reply_json(tokens)
        result = await maybe_await(grants.grant_suggestions([ID], PARENT_ID, "grant_cwv"))
        assert result == NotDone("no_tokens")
        assert not result.success
        assert len(token.requests) == 1
        assert granting.requests == server.requests == []

    @pytest.mark.parametrize(
        ("response", "reason"),
        [
            ([{"success": False, "reason": "already_granted"}], "already_granted"),
            ([{"success": False}], "rpc_no_result"),
            ([], "rpc_no_result"),
            ([None], "rpc_no_result"),
            (None, "rpc_no_result"),
        ],
    )
    @pytest.mark.usefixtures("token")
    async def test_the_database_may_refuse(self, grants, granting, response, reason):
        granting.reply_json(response)
        assert await maybe_await(grants.grant_suggestions([ID], PARENT_ID, "grant_cwv")) == NotDone(reason)

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ((), "suggestion_ids must be an array of non-empty strings"),
            (("x", PARENT_ID, "grant_cwv"), "suggestion_ids must be an array of non-empty strings"),
            (([ID, ""], PARENT_ID, "grant_cwv"), "suggestion_ids must be an array of non-empty strings"),
            (([ID], "", "grant_cwv"), "site_id is required"),
            (([ID], PARENT_ID), "token_type is required"),
            (([ID], PARENT_ID, ""), "token_type is required"),
        ],
    )
    async def test_all_arguments_are_required(self, grants, server, arguments, complaint):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(grants.grant_suggestions(*arguments))
        assert str(raised.value) == f"grant_suggestions: {complaint}"
        assert server.requests == []

    @pytest.mark.usefixtures("token")
    async def test_an_error_names_the_failed_operation(self, grants, granting, caplog):
        granting.refuse(400, "XX000", "boom")
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(grants.grant_suggestions([ID], PARENT_ID, "grant_cwv"))
        assert str(raised.value) == "Failed to grant suggestions (wrpc_grant_suggestions)"
        assert isinstance(raised.value.cause, PostgrestError)
        assert caplog.messages[-1] == "grant_suggestions: RPC failed"


class TestRevoke:
    async def test_a_grant_is_revoked(self, grants, server):
        server.respond_with([{"success": True, "revoked_count": 2}])
        assert await maybe_await(grants.revoke_suggestion_grant(THIRD_ID)) == Revoked(2)
        assert server.paths == ["/rpc/wrpc_revoke_suggestion_grant"]
        assert body(server.last) == {"p_grant_id": THIRD_ID}

    @pytest.mark.parametrize(
        ("response", "reason"),
        [([{"success": False, "reason": "not_found"}], "not_found"), ([], "rpc_no_result")],
    )
    async def test_the_database_may_refuse(self, grants, server, response, reason):
        server.respond_with(response)
        assert await maybe_await(grants.revoke_suggestion_grant(THIRD_ID)) == NotDone(reason)

    @pytest.mark.parametrize("grant_id", [None, ""])
    async def test_a_grant_id_is_required(self, grants, server, grant_id):
        for name in ("revoke_suggestion_grant", "invoke_revoke_suggestion_grant_rpc"):
            with pytest.raises(ValidationError) as raised:
                await maybe_await(getattr(grants, name)(grant_id))
            assert str(raised.value) == f"{name}: grant_id is required"
        assert server.requests == []

    async def test_an_error_names_the_failed_operation(self, grants, server, caplog):
        server.respond_with(error_response(503, "PGRST001"))
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(grants.revoke_suggestion_grant(THIRD_ID))
        assert str(raised.value) == "Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)"
        assert caplog.messages[-1] == "revoke_suggestion_grant: RPC failed"

    async def test_an_error_of_a_plain_override_names_the_failed_operation(self, grants, monkeypatch):
        def refuse(_self, _grant_id):
            raise PostgrestError("boom", status=400)

        monkeypatch.setattr(type(grants), "invoke_revoke_suggestion_grant_rpc", refuse)
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(grants.revoke_suggestion_grant(THIRD_ID))
        assert str(raised.value) == "Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)"


async def test_updated_at_is_set_by_the_model_without_a_request(grants, server, clock):
    grant = make_model(grants, {"id": ID, "suggestion_id": OTHER_ID})
    server.respond_with([{"id": ID, "suggestion_id": OTHER_ID}])
    await maybe_await(grant.save())
    assert grant.get_updated_at() is None
    await maybe_await(grant.set_updated_by("me").save())
    assert grant.get_updated_at() == "2026-07-02T09:38:00.000Z"
    assert server.requests == []
