import logging
import pickle

import httpx
import pytest

from spacecat_shared_data_access import AccessDeniedError, DataAccessError, UnavailableError, ValidationError
from unit.helpers import CLOCK, ECHO, ID, error_response, filters, maybe_await

NONCE = "super-secret-nonce"


@pytest.mark.parametrize(("rows", "count"), [([{"id": ID}], 1), ([], 0)])
@pytest.mark.parametrize("by_keyword", [True, False])
async def test_a_nonce_is_consumed_by_one_request_unless_it_has_expired(
    data_access, server, clock, rows, count, by_keyword
):
    server.respond_with(rows)
    nonces = data_access.OAuthNonce
    consumed = nonces.delete(nonce=NONCE) if by_keyword else nonces.delete({"nonce": NONCE})
    assert await maybe_await(consumed) == count
    assert server.methods == ["DELETE"]
    assert server.paths == ["/oauth_nonces"]
    assert filters(server.last) == [("nonce", f"eq.{NONCE}"), ("expires_at", f"gt.{CLOCK}")]
    assert server.last.headers["Prefer"] == "return=representation"


async def test_delete_accepts_no_other_key(data_access, server):
    for keys, nonce in (({"nonce": NONCE, "organizationId": "x"}, None), ({"nonce": NONCE}, NONCE)):
        with pytest.raises(ValidationError, match=r"no other key$|given twice$"):
            await maybe_await(data_access.OAuthNonce.delete(keys, nonce=nonce))
    assert server.requests == []


@pytest.mark.parametrize("keys", [None, {}, {"nonce": ""}, {"nonce": None}, {"nonce": 5}, "nonce", [NONCE]])
async def test_delete_requires_a_nonce(data_access, server, keys):
    with pytest.raises(ValidationError, match=r"^nonce is required and must be a non-empty string$"):
        await maybe_await(data_access.OAuthNonce.delete(keys))
    assert server.requests == []


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (error_response(403, "42501", "denied"), AccessDeniedError),
        (error_response(503, "PGRST002", "away"), UnavailableError),
        (httpx.ReadTimeout("slow"), UnavailableError),
        (httpx.Response(200, html="<h1>hello</h1>"), DataAccessError),
        (204, DataAccessError),
    ],
)
async def test_an_ambiguous_outcome_is_an_error(data_access, server, reply, kind):
    server.respond_with(reply)
    with pytest.raises(kind, match=r"^Failed to consume OAuth nonce$"):
        await maybe_await(data_access.OAuthNonce.delete({"nonce": NONCE}))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "reply",
    [
        error_response(409, "23505", "duplicate key", f"Key (nonce)=({NONCE}) already exists."),
        error_response(400, "23514", "check", f"Failing row contains ({ID}, {NONCE}, now)."),
        httpx.ConnectError("refused"),
        httpx.Response(502, html=f"<h1>{NONCE}</h1>"),
        httpx.Response(200, html=f"<h1>{NONCE}</h1>"),
    ],
)
async def test_a_nonce_appears_in_no_log_line_and_no_error(data_access, server, caplog, reply):
    caplog.set_level(logging.DEBUG)
    server.respond_with(reply)
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


async def test_repr_shows_the_id_but_not_the_nonce(data_access, server, caplog):
    caplog.set_level(logging.DEBUG)
    server.respond_with(ECHO)
    nonce = await maybe_await(
        data_access.OAuthNonce.create({"nonce": NONCE, "expires_at": "2026-07-02T09:38:00.000Z"})
    )
    assert nonce.get_nonce() == NONCE
    assert repr(nonce) == f"<OAuthNonce {nonce.get_id()}>"
    assert NONCE not in caplog.text


async def test_the_repr_of_a_create_result_hides_the_nonce(data_access):
    result = await maybe_await(data_access.OAuthNonce.create_many([{"nonce": NONCE}]))
    assert NONCE not in repr(result)


async def test_a_server_message_that_quotes_the_nonce_is_hidden(data_access, server, caplog):
    server.respond_with(error_response(400, "22P02", f'invalid input syntax for type uuid: "{NONCE}"'))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(data_access.OAuthNonce.delete(nonce=NONCE))
    assert NONCE not in caplog.text
    assert NONCE not in str(raised.value.cause)
