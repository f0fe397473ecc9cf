"""Ticket, TicketSuggestion, IdempotencyKey, OAuthNonce and Organization."""

import logging
import pickle
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from spacecat_shared_data_access import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    IdempotencyKey,
    Organization,
    Ticket,
    UnavailableError,
    ValidationError,
)
from unit.helpers import (
    CLOCK,
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    body,
    filters,
    maybe_await,
    params,
    refused,
    uuid,
    whole,
)

NONCE = "super-secret-nonce"


async def test_a_new_ticket_has_no_status_until_a_sync_fills_it(data_access, server):
    server.answers(ECHO)
    ticket = await maybe_await(
        data_access.Ticket.create(
            {
                "organizationId": OTHER_ID,
                "taskManagementConnectionId": PARENT_ID,
                "externalTicketId": "10042",
                "ticketKey": "ASO-42",
                "ticketUrl": "https://acme.atlassian.net/browse/ASO-42",
                "ticketProvider": "jira_cloud",
                "createdBy": "somebody",
            }
        )
    )
    sent = body(server.last)
    assert sent["connection_id"] == PARENT_ID
    assert sent["ticket_status"] is None
    assert "updated_by" not in sent
    assert ticket.get_ticket_status() is None
    assert ticket.to_json()["taskManagementConnectionId"] == PARENT_ID
    assert "ticketStatus" not in ticket.to_json()


async def test_a_ticket_is_found_by_its_connection(data_access, server):
    await maybe_await(data_access.Ticket.all_by_task_management_connection_id(PARENT_ID))
    assert filters(server.last) == [("connection_id", f"eq.{PARENT_ID}")]
    assert dict(params(server.last))["order"] == "connection_id.desc,updated_at.desc,id.desc"


@pytest.mark.parametrize(
    "name",
    [
        "external_ticket_id",
        "ticket_key",
        "ticket_url",
        "ticket_provider",
        "created_by",
        "task_management_connection_id",
    ],
)
def test_what_identifies_a_ticket_never_changes(name):
    assert not hasattr(Ticket, f"set_{name}")


async def test_a_ticket_without_what_it_needs_is_told_all_of_it(data_access, server):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(data_access.Ticket.create({"ticket_url": "x"}))
    assert raised.value.cause.message == (
        "organization_id is required, task_management_connection_id is required, "
        "external_ticket_id is required, ticket_key is required, ticket_url failed validation, "
        "ticket_provider is required, created_by is required"
    )


async def test_bridges_are_found_for_fifty_suggestions_at_a_time(data_access, server):
    server.answers(lambda request: [{"id": ID, "suggestion_id": filters(request)[0][1][4:40]}])
    ids = [uuid(number) for number in range(101)]
    found = await maybe_await(data_access.TicketSuggestion.all_by_suggestion_ids([*ids, *ids]))
    assert sorted(bridge.get_suggestion_id() for bridge in found) == [uuid(0), uuid(50), uuid(100)]
    asked = [dict(filters(request))["suggestion_id"] for request in server.requests]
    assert sorted(len(text.split(",")) for text in asked) == [1, 50, 50]
    assert sorted(each for text in asked for each in text[4:-1].split(",")) == ids


async def test_bridges_are_found_for_tickets(data_access, server):
    server.answers([{"id": ID, "ticket_id": OTHER_ID}])
    found = await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids((UUID(OTHER_ID),)))
    assert [bridge.get_ticket_id() for bridge in found] == [OTHER_ID]
    assert filters(server.last) == [("ticket_id", f"in.({OTHER_ID})")]


async def test_no_ids_are_no_request(data_access, server):
    assert await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids([])) == []
    assert server.requests == []


@pytest.mark.parametrize(
    ("ids", "complaint"),
    [
        (None, "ticket_ids must be an array"),
        (ID, "ticket_ids must be an array"),
        ([ID, 5], "ticket_ids must contain items of type string"),
        ([ID, None], "ticket_ids must contain items of type string"),
    ],
)
async def test_ids_are_a_list_of_texts(data_access, server, ids, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids(ids))
    assert str(raised.value) == f"Validation failed in TicketSuggestionCollection: {complaint}"
    assert server.requests == []


async def test_a_bridge_is_found_by_its_suggestion(data_access, server):
    server.answers([{"id": ID, "suggestion_id": OTHER_ID}])
    bridge = await maybe_await(data_access.TicketSuggestion.find_by_suggestion_id(OTHER_ID))
    assert bridge.get_suggestion_id() == OTHER_ID
    assert dict(params(server.last))["order"] == "suggestion_id.desc,id.desc"


async def test_a_suggestion_is_ticketed_once(data_access, server):
    server.answers(refused(409, "23505", "duplicate key", f"Key (suggestion_id)=({ID}) already exists."))
    with pytest.raises(ConflictError):
        await maybe_await(
            data_access.TicketSuggestion.create(
                {"ticket_id": ID, "suggestion_id": ID, "opportunity_id": ID, "created_by": "me"}
            )
        )
    assert body(server.last).keys() == {
        "id",
        "created_at",
        "ticket_id",
        "suggestion_id",
        "opportunity_id",
        "created_by",
    }


async def test_a_new_idempotency_key_is_processing(data_access, server, clock):
    server.answers(ECHO)
    key = await maybe_await(
        data_access.IdempotencyKey.create(
            {
                "organization_id": OTHER_ID,
                "key": "k",
                "endpoint": "/tickets",
                "expires_at": datetime(2026, 7, 3, tzinfo=UTC),
            }
        )
    )
    assert (body(server.last)["status"], body(server.last)["expires_at"]) == (
        "processing",
        "2026-07-03T00:00:00.000Z",
    )
    assert key.get_status() is IdempotencyKey.Status.PROCESSING


async def test_an_active_key_is_one_that_has_not_expired(data_access, server, clock):
    server.answers([{"id": ID, "key": "k,.", "status": "completed", "response": {"a": [None]}}])
    key = await maybe_await(data_access.IdempotencyKey.find_active_key("k,.", UUID(OTHER_ID)))
    assert key.get_response() == {"a": [None]}
    assert params(server.last) == [
        ("select", "*"),
        ("key", "eq.k,."),
        ("organization_id", f"eq.{OTHER_ID}"),
        ("expires_at", f"gt.{CLOCK}"),
        ("limit", "1"),
    ]
    server.answers([])
    assert await maybe_await(data_access.IdempotencyKey.find_active_key("k", OTHER_ID)) is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("", OTHER_ID), "key is required"),
        ((None, OTHER_ID), "key is required"),
        ((5, OTHER_ID), "key is required"),
        (("k", "x"), "organization_id must be a valid UUID"),
        (("k", None), "organization_id must be a valid UUID"),
    ],
)
async def test_an_active_key_is_looked_for_by_both(data_access, server, arguments, message):
    with pytest.raises(ValidationError, match=f"^{message}$"):
        await maybe_await(data_access.IdempotencyKey.find_active_key(*arguments))
    assert server.requests == []


async def test_expired_keys_are_swept_and_counted(data_access, server, clock):
    server.answers([{"id": ID}, {"id": OTHER_ID}])
    assert await maybe_await(data_access.IdempotencyKey.delete_expired()) == 2
    assert (server.last.method, server.last.headers["Prefer"]) == ("DELETE", "return=representation")
    assert params(server.last) == [("select", "id"), ("expires_at", f"lt.{CLOCK}")]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda keys: keys.find_active_key("k", OTHER_ID), "Failed to find active idempotency key"),
        (lambda keys: keys.delete_expired(), "Failed to delete expired idempotency keys"),
    ],
)
async def test_failures_of_idempotency_keys_say_what_failed(data_access, server, call, message):
    server.answers(refused(503, "PGRST002"))
    with pytest.raises(UnavailableError, match=f"^{message}$"):
        await maybe_await(call(data_access.IdempotencyKey))


@pytest.mark.parametrize("name", ["key", "endpoint", "expires_at"])
def test_what_identifies_an_idempotency_key_never_changes(name):
    assert not hasattr(IdempotencyKey, f"set_{name}")
    assert hasattr(IdempotencyKey, "set_status")


@pytest.mark.parametrize(("rows", "count"), [([{"id": ID}], 1), ([], 0)])
@pytest.mark.parametrize("by_keyword", [True, False])
async def test_a_nonce_is_consumed_in_one_request_that_demands_that_it_is_alive(
    data_access, server, clock, rows, count, by_keyword
):
    server.answers(rows)
    nonces = data_access.OAuthNonce
    consumed = nonces.delete(nonce=NONCE) if by_keyword else nonces.delete({"nonce": NONCE})
    assert await maybe_await(consumed) == count
    assert server.methods == ["DELETE"]
    assert server.paths == ["/oauth_nonces"]
    assert filters(server.last) == [("nonce", f"eq.{NONCE}"), ("expires_at", f"gt.{CLOCK}")]
    assert server.last.headers["Prefer"] == "return=representation"


async def test_a_nonce_with_another_condition_is_not_consumed(data_access, server):
    for keys, nonce in (({"nonce": NONCE, "organizationId": "x"}, None), ({"nonce": NONCE}, NONCE)):
        with pytest.raises(ValidationError, match=r"no other key$|given twice$"):
            await maybe_await(data_access.OAuthNonce.delete(keys, nonce=nonce))
    assert server.requests == []


@pytest.mark.parametrize("keys", [None, {}, {"nonce": ""}, {"nonce": None}, {"nonce": 5}, "nonce", [NONCE]])
async def test_without_a_nonce_nothing_is_consumed(data_access, server, keys):
    with pytest.raises(ValidationError, match=r"^nonce is required and must be a non-empty string$"):
        await maybe_await(data_access.OAuthNonce.delete(keys))
    assert server.requests == []


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (refused(403, "42501", "denied"), AccessDeniedError),
        (refused(503, "PGRST002", "away"), UnavailableError),
        (httpx.ReadTimeout("slow"), UnavailableError),
        (httpx.Response(200, html="<h1>hello</h1>"), DataAccessError),
        (204, DataAccessError),
    ],
)
async def test_a_nonce_whose_fate_is_unknown_is_not_valid(data_access, server, reply, kind):
    server.answers(reply)
    with pytest.raises(kind, match=r"^Failed to consume OAuth nonce$"):
        await maybe_await(data_access.OAuthNonce.delete({"nonce": NONCE}))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "reply",
    [
        refused(409, "23505", "duplicate key", f"Key (nonce)=({NONCE}) already exists."),
        refused(400, "23514", "check", f"Failing row contains ({ID}, {NONCE}, now)."),
        httpx.ConnectError("refused"),
        httpx.Response(502, html=f"<h1>{NONCE}</h1>"),
        httpx.Response(200, html=f"<h1>{NONCE}</h1>"),
    ],
)
async def test_a_nonce_never_shows_in_a_log_line_nor_in_an_error(data_access, server, caplog, reply):
    caplog.set_level(logging.DEBUG)
    server.answers(reply)
    nonces = data_access.OAuthNonce
    item = {"nonce": NONCE, "expires_at": "2026-07-02T09:38:00.000Z"}
    for call in (
        lambda: nonces.create(item),
        lambda: nonces.create_many([item]),
        lambda: nonces.delete(nonce=NONCE),
        lambda: nonces.find_by_nonce(NONCE),
        lambda: nonces.batch_get_by_keys([{"nonce": NONCE}]),
        lambda: nonces.count({"nonce": NONCE}),
    ):
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(call())
        error = raised.value
        while isinstance(error, DataAccessError):
            assert NONCE not in f"{error!r} {error} {error.details}"
            error = error.cause
        assert NONCE.encode() not in pickle.dumps(raised.value)
    assert NONCE not in caplog.text
    assert caplog.records


async def test_a_shown_nonce_tells_its_id(data_access, server, caplog):
    caplog.set_level(logging.DEBUG)
    server.answers(ECHO)
    nonce = await maybe_await(
        data_access.OAuthNonce.create({"nonce": NONCE, "expires_at": "2026-07-02T09:38:00.000Z"})
    )
    assert nonce.get_nonce() == NONCE
    assert repr(nonce) == f"<OAuthNonce {nonce.get_id()}>"
    assert NONCE not in caplog.text


async def test_a_shown_result_hides_the_nonce_of_a_refused_item(data_access):
    result = await maybe_await(data_access.OAuthNonce.create_many([{"nonce": NONCE}]))
    assert NONCE not in repr(result)


async def test_a_message_that_quotes_the_nonce_is_not_shown(data_access, server, caplog):
    server.answers(refused(400, "22P02", f'invalid input syntax for type uuid: "{NONCE}"'))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(data_access.OAuthNonce.delete(nonce=NONCE))
    assert NONCE not in caplog.text
    assert NONCE not in str(raised.value.cause)


@pytest.mark.parametrize(("stored", "given"), [(None, "azure"), ("bedrock", "bedrock")])
async def test_an_organizations_prompts_go_to_azure_by_default(data_access, stored, given):
    organization = whole(data_access.Organization, {"id": ID, "llm_backend": stored})
    assert organization.get_llm_backend() is Organization.LlmBackend(given)


async def test_a_backend_that_is_newer_than_the_code_stays_a_text(data_access):
    organization = whole(data_access.Organization, {"id": ID, "llm_backend": "newer"})
    assert organization.get_llm_backend() == "newer"


@pytest.mark.parametrize(
    ("attribute", "value", "fits"),
    [
        ("ims_org_id", "1234567890ABCDEF12345678@AdobeOrg", True),
        ("ims_org_id", "12@AdobeOrg", False),
        ("llm_backend", "bedrock", True),
        ("fulfillable_items", {"a": 1}, True),
        ("fulfillable_items", {}, False),
        ("fulfillable_items", None, True),
        ("semrush_workspace_id", "w", True),
        ("config", {}, False),
    ],
)
async def test_an_organizations_values_are_checked(data_access, attribute, value, fits):
    organization = whole(data_access.Organization, {"id": ID})
    setter = getattr(organization, f"set_{attribute}")
    if fits:
        assert setter(value) is organization
    else:
        with pytest.raises(ValidationError, match=f"{attribute} failed validation"):
            setter(value)
