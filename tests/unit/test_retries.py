"""Which failures are retried: the table of docs/RELIABILITY.md, cell by cell; delays and policies."""

import logging
import pickle
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import ClassVar

import httpcore
import httpx
import pytest

from patience import PATIENCE
from spacecat_shared_data_access import (
    AccessDeniedError,
    DataAccessError,
    RetryPolicy,
    UnavailableError,
    ValidationError,
)
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    URL,
    Keys,
    certificate_error,
    chained,
    error_response,
    make_model,
    maybe_await,
    sent_keys,
)

pytestmark = pytest.mark.usefixtures("cinema_entities", "waits")

ATTEMPTS = RetryPolicy().attempts
FILM = {"id": ID, "title": "a"}

NOT_SENT = [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.PoolTimeout("busy")]
NOT_EXECUTED = [
    error_response(503, "PGRST000"),
    error_response(503, "PGRST002"),
    error_response(504, "PGRST003"),
    429,
    error_response(429, "PT429"),
    error_response(503, "53300"),
    error_response(500, "53400"),
    error_response(500, "57P03"),
]
ROLLED_BACK = [error_response(500, "40001"), error_response(409, "40P01")]
UNKNOWN = [
    httpx.ReadTimeout("slow"),
    httpx.WriteTimeout("slow"),
    httpx.ReadError("reset"),
    httpx.WriteError("reset"),
    httpx.RemoteProtocolError("Server disconnected without sending a response."),
    httpx.DecodingError("garbled"),
    500,
    502,
    503,
    504,
    520,
    httpx.Response(503, html="<h1>Service Unavailable</h1>"),
    httpx.Response(503, json={"message": "no upstream", "code": 503}),
    httpx.Response(503, json={"message": "no upstream", "code": 40001}),  # not an SQLSTATE, which is a string
    error_response(503, "PGRST001"),
    error_response(503, "08006"),
    error_response(503, "08P01"),
    error_response(503, "57P01"),
    error_response(500, "57P02"),
    httpx.Response(200, html="<h1>It works!</h1>"),
    httpx.Response(201, content=b'[{"id": "0190'),
]
FINAL = [
    error_response(500, "57014"),
    error_response(503, "57014"),
    error_response(429, "57014"),
    error_response(400, "22P02"),
    401,
    error_response(403, "42501"),
    404,
    error_response(409, "23503"),
    error_response(409, "23505"),
    409,
    error_response(500, "XX000"),
    error_response(503, "P0001"),
    301,
    httpx.LocalProtocolError("our own doing"),
    httpx.UnsupportedProtocol("our own doing"),
]

# The call for each column of the table, and the reply with which it succeeds.
OPERATIONS = {
    "GET": (lambda film: film.collection.find_by_id(ID), [FILM]),
    "HEAD": (lambda film: film.collection.count(), httpx.Response(200, headers={"Content-Range": "*/3"})),
    "insert": (lambda film: film.collection.create({"title": "a"}), ECHO),
    "insert of many": (lambda film: film.collection.create_many([{"title": "a"}, {"title": "b"}]), ECHO),
    "upsert": (lambda film: film.collection.create({"title": "a"}, upsert=True), ECHO),
    "upsert of many": (lambda film: film.collection.save_many([film]), 201),
    "PATCH": (lambda film: film.set_title("b").save(), [FILM]),
    "PATCH by keys": (lambda film: film.collection.update_by_keys({"film_id": ID}, {"title": "b"}), [FILM]),
    "DELETE": (lambda film: film.collection.remove_by_ids([ID]), 204),
    "counted DELETE": (
        lambda film: rows_of(film, film.collection.table.delete(read_back="id").eq("id", ID)),
        [FILM],
    ),
    "insert without a key": (lambda film: rows_of(film, film.collection.table.insert({"title": "a"})), ECHO),
    "RPC": (lambda film: on_face(film, film.service.rpc("wrpc_do", {"p_id": ID})), [{"done": True}]),
}
REPEATABLE = OPERATIONS.keys() - {"counted DELETE", "insert without a key", "RPC"}


def rows_of(film, query):
    return on_face(film, film.service.rows(query))


def on_face(film, coroutine):
    return run_sync(coroutine) if film.blocking else coroutine


def named(reply):
    if isinstance(reply, httpx.Response):
        return f"{reply.status_code} {reply.content[:20].decode()}"
    return str(reply) if isinstance(reply, int) else type(reply).__name__


@pytest.fixture
def retrying(opened):
    """The films of a data access with the default policy."""
    return opened(retry=RetryPolicy()).Film


@pytest.fixture
def film(retrying):
    return make_model(retrying, FILM)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("fault", [*NOT_SENT, *NOT_EXECUTED, *ROLLED_BACK], ids=named)
async def test_a_request_that_was_not_executed_is_retried(film, server, waits, fault, operation):
    call, well = OPERATIONS[operation]
    server.respond_with(fault, fault, fault, well)
    await maybe_await(call(film))
    assert len(server.requests) == ATTEMPTS
    assert len(waits) == ATTEMPTS - 1
    assert len({request.content for request in server.requests}) == 1
    assert len({str(request.url) for request in server.requests}) == 1


@pytest.mark.parametrize("operation", sorted(REPEATABLE))
@pytest.mark.parametrize("fault", UNKNOWN, ids=named)
async def test_an_ambiguous_failure_is_retried_if_the_request_is_repeatable(film, server, fault, operation):
    call, well = OPERATIONS[operation]
    server.respond_with(fault, well)
    await maybe_await(call(film))
    assert len(server.requests) == 2
    assert server.requests[0].content == server.requests[1].content


@pytest.mark.parametrize("operation", sorted(OPERATIONS.keys() - REPEATABLE))
@pytest.mark.parametrize("fault", UNKNOWN, ids=named)
async def test_an_ambiguous_failure_is_raised_if_the_request_is_not_repeatable(
    film, server, fault, operation
):
    call, well = OPERATIONS[operation]
    server.respond_with(fault, well)
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(call(film))
    assert len(server.requests) == 1
    assert (raised.value.attempts, raised.value.in_doubt) == (1, True)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("fault", FINAL, ids=named)
async def test_a_final_failure_is_raised_at_once(film, server, waits, fault, operation):
    call, well = OPERATIONS[operation]
    server.respond_with(fault, well)
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(call(film))
    assert len(server.requests) == 1
    assert waits == []
    assert (raised.value.attempts, raised.value.in_doubt) == (1, False)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("policy", [RetryPolicy(), RetryPolicy.off()])
async def test_a_refused_key_is_replaced_once(opened, server, waits, operation, policy):
    call, well = OPERATIONS[operation]
    keys = iter(["old", "new", "newer", "newest"])
    films = opened(retry=policy, postgrest_api_key=lambda: next(keys)).Film
    server.respond_with(error_response(401, "PGRST303"), well, 401)
    await maybe_await(call(make_model(films, FILM)))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(call(make_model(films, FILM)))
    assert [each.headers["apikey"] for each in server.requests] == ["old", "new", "newer", "newest"]
    assert server.requests[0].content == server.requests[1].content
    assert (raised.value.attempts, raised.value.in_doubt, waits) == (2, False, [])


@pytest.mark.parametrize("write", [False, True])
async def test_an_untrusted_certificate_is_not_retried(failing, waits, write):
    error = chained(httpx.ConnectError("secret"), httpcore.ConnectError(), certificate_error())
    data_access, asked = failing(error, retry=RetryPolicy())
    with pytest.raises(UnavailableError) as raised:
        await maybe_await(data_access.OAuthNonce.delete(nonce="n") if write else data_access.Ticket.all())
    assert (len(asked), waits) == (1, [])
    assert (raised.value.attempts, raised.value.in_doubt) == (1, False)
    assert "certificate: self-signed certificate" in raised.value.cause.message


@pytest.mark.parametrize("operation", OPERATIONS)
async def test_when_all_attempts_fail_the_last_failure_is_raised(film, server, waits, operation):
    call, _ = OPERATIONS[operation]
    server.respond_with(error_response(503, "PGRST002"))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(call(film))
    assert (len(server.requests), len(waits)) == (ATTEMPTS, ATTEMPTS - 1)
    assert (raised.value.code, raised.value.attempts, raised.value.in_doubt) == ("PGRST002", ATTEMPTS, False)


@pytest.mark.parametrize("operation", sorted(REPEATABLE))
async def test_an_error_is_in_doubt_if_a_write_may_have_been_executed(film, server, operation):
    call, _ = OPERATIONS[operation]
    server.respond_with(httpx.ReadTimeout("slow"), error_response(503, "PGRST002"), 401)
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(call(film))
    assert (raised.value.attempts, raised.value.in_doubt) == (3, operation not in {"GET", "HEAD"})


async def test_an_error_has_the_number_of_attempts_and_its_cause(film, server, caplog):
    server.respond_with(httpx.ReadTimeout("slow"))
    with pytest.raises(UnavailableError) as raised:
        await maybe_await(film.collection.find_by_id(ID))
    assert str(raised.value) == "Failed to query (after 4 attempts)"
    assert str(raised.value.cause) == "No response from the server: ReadTimeout"
    assert isinstance(raised.value.cause.cause, httpx.ReadTimeout)
    assert caplog.messages[-1] == (
        "[film] Failed to query (after 4 attempts) - No response from the server: ReadTimeout"
    )
    again = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - our own
    assert (again.attempts, str(again)) == (4, str(raised.value))


async def test_the_error_of_a_save_has_the_number_of_attempts(film, server):
    server.respond_with(error_response(503, "PGRST002"))
    with pytest.raises(UnavailableError) as raised:
        await maybe_await(film.set_title("b").save())
    assert str(raised.value) == f"Failed to save entity film with ID {ID} (after 4 attempts)"


async def test_each_retry_is_logged_once_without_values(film, server, waits, caplog):
    server.respond_with(httpx.ReadError("reset"), error_response(503, "PGRST002", "secret"), 429, [FILM])
    await maybe_await(film.collection.find_by_index_keys({"title": "secret"}))
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.WARNING, "GET films: ReadError; attempt 2 of 4 in 0.10 s"),
        (logging.WARNING, "GET films: HTTP 503 [PGRST002]; attempt 3 of 4 in 0.20 s"),
        (logging.WARNING, "GET films: HTTP 429; attempt 4 of 4 in 0.40 s"),
    ]


async def test_requests_of_an_injected_client_are_retried(opened, server, http_client_class):
    server.respond_with(httpx.ReadError("reset"), error_response(503, "PGRST002"), [FILM])
    client = http_client_class()
    films = opened(retry=RetryPolicy(), client=client).Film
    assert (await maybe_await(films.find_by_id(ID))).get_title() == "a"
    assert len(server.requests) == 3
    await maybe_await(client.close() if isinstance(client, httpx.Client) else client.aclose())


async def test_concurrent_calls_are_retried_independently(film, server):
    failed = set()

    def fails_once(request):
        if str(request.url) in failed:
            return httpx.Response(200, json=[FILM])
        failed.add(str(request.url))
        return httpx.Response(429)

    server.respond_with(fails_once)
    found = await maybe_await(film.collection.both(ID, OTHER_ID))
    assert [each.get_title() for each in found] == ["a", "a"]
    assert len(server.requests) == 4


def test_tenacity_is_imported_on_the_first_failure():
    program = """
import sys, httpx
from spacecat_shared_data_access import create_data_access
answers = iter([httpx.Response(200, json=[]), httpx.Response(429), httpx.Response(200, json=[])])
client = httpx.Client(transport=httpx.MockTransport(lambda request: next(answers)))
with create_data_access(postgrest_url="http://postgrest.test", client=client) as data_access:
    for _ in range(2):
        data_access.Ticket.all()
        print("tenacity" in sys.modules)
"""
    ran = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert ran.stdout.split() == ["False", "True"]


class TestRefusedKey:
    POLICIES: ClassVar = [RetryPolicy.off(), RetryPolicy()]

    @pytest.mark.parametrize("policy", POLICIES)
    async def test_a_refused_key_is_replaced_without_a_delay(
        self, opened, server, key_function, waits, caplog, policy
    ):
        server.respond_with(error_response(401, "PGRST303", "JWT expired"), [])
        data_access = opened(postgrest_api_key=key_function(Keys("old", "new")), retry=policy)
        assert await maybe_await(data_access.Ticket.all()) == []
        assert [key for key, _ in sent_keys(server)] == ["old", "new"]
        assert waits == []
        assert caplog.messages == ["GET tickets: HTTP 401; sending it again with a new key"]

    @pytest.mark.parametrize("policy", POLICIES)
    async def test_a_key_that_is_refused_again_is_an_error(self, opened, server, key_function, policy):
        server.respond_with(401)
        data_access = opened(postgrest_api_key=key_function(Keys("sekret1", "sekret2")), retry=policy)
        with pytest.raises(AccessDeniedError) as raised:
            await maybe_await(data_access.Ticket.all())
        assert len(server.requests) == 2
        assert (raised.value.attempts, raised.value.in_doubt, raised.value.status) == (2, False, 401)
        assert "sekret" not in repr(raised.value.__dict__)

    async def test_a_key_that_stays_the_same_is_refused_at_once(self, opened, server):
        server.respond_with(401)
        with pytest.raises(AccessDeniedError) as raised:
            await maybe_await(opened(postgrest_api_key="key", retry=RetryPolicy()).Ticket.all())
        assert (len(server.requests), raised.value.attempts) == (1, 1)

    @pytest.mark.parametrize("operation", ["create", "counted delete", "call"])
    async def test_a_write_is_sent_once_more_too(self, opened, server, key_function, operation):
        data_access = opened(postgrest_api_key=key_function(Keys("old", "new")))
        calls = {
            "create": (lambda: data_access.Film.create({"title": "a"}), ECHO),
            "counted delete": (lambda: data_access.OAuthNonce.delete(nonce="n"), [{"nonce": "n"}]),
            "call": (
                lambda: data_access.SuggestionGrant.invoke_revoke_suggestion_grant_rpc(ID),
                [{"success": True}],
            ),
        }
        call, well = calls[operation]
        server.respond_with(401, well)
        await maybe_await(call())
        assert [key for key, _ in sent_keys(server)] == ["old", "new"]
        assert server.requests[0].content == server.requests[1].content

    async def test_attempts_include_the_request_with_the_refused_key(
        self, opened, server, key_function, waits
    ):
        server.respond_with(401, 503, 401, 503)
        data_access = opened(postgrest_api_key=key_function(Keys("key")), retry=RetryPolicy(attempts=2))
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(data_access.Ticket.all())
        assert (len(server.requests), raised.value.attempts, len(waits)) == (4, 4, 1)


class TestWaiting:
    async def test_the_longest_wait_doubles(self, opened, server, waits):
        server.respond_with(429)
        with pytest.raises(UnavailableError):
            await maybe_await(opened(retry=RetryPolicy(attempts=8)).Film.all())
        assert waits == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]

    async def test_a_wait_is_random_up_to_the_longest(self, film, server, waits, monkeypatch):
        monkeypatch.setattr("random.uniform", lambda least, most: least + (most - least) / 4)
        server.respond_with(429)
        with pytest.raises(UnavailableError):
            await maybe_await(film.collection.all())
        assert waits == [0.025, 0.05, 0.1]

    async def test_retry_after_is_added_to_the_wait(self, film, server, waits):
        server.respond_with(httpx.Response(429, headers={"Retry-After": "3"}), [FILM])
        await maybe_await(film.collection.all())
        assert waits == [3.1]

    @pytest.mark.usefixtures("clock")
    async def test_retry_after_may_be_a_date(self, film, server, waits):
        then = format_datetime(datetime.now(UTC) + timedelta(seconds=7), usegmt=True)
        server.respond_with(httpx.Response(503, headers={"Retry-After": then}), [FILM])
        await maybe_await(film.collection.all())
        assert waits == [7.1]

    @pytest.mark.usefixtures("clock")
    @pytest.mark.parametrize(
        ("asked", "waited"),
        [
            ("3600", 10.1),
            ("9" * 400, 10.1),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 10.1),
            ("Thu, 02 Jul 2026 09:37:00 GMT", 0.1),
            ("Thu, 02 Jul 2026 09:38:05 -0000", 5.1),
            ("0", 0.1),
            ("-3", 0.1),
            ("soon", 0.1),
            ("", 0.1),
            ("٣", 0.1),
            ("Wed, 21 Oct 2015 07:28:00 +9999999999999", 0.1),
        ],
    )
    async def test_retry_after_is_bounded_and_ignored_if_malformed(self, film, server, waits, asked, waited):
        headers = {"Retry-After": asked.encode()}
        server.respond_with(httpx.Response(429, headers=headers), [FILM])
        await maybe_await(film.collection.all())
        assert waits == [pytest.approx(waited)]


class TestPolicy:
    async def test_off_sends_everything_once(self, opened, server, waits):
        server.respond_with(error_response(503, "PGRST002"))
        with pytest.raises(UnavailableError, match=r"^Failed to query$"):
            await maybe_await(opened(retry=RetryPolicy.off()).Film.all())
        assert (len(server.requests), waits) == (1, [])

    @pytest.mark.parametrize("wrong", [0, -1, 1.5, True, "4", None])
    def test_attempts_are_a_positive_integer(self, wrong):
        with pytest.raises(ValidationError, match=r"^attempts of a RetryPolicy must be a positive integer$"):
            RetryPolicy(attempts=wrong)

    @pytest.mark.parametrize("name", ["base_delay", "max_delay", "max_retry_after", "deadline"])
    @pytest.mark.parametrize("wrong", [-1, float("inf"), float("nan"), True, "1", None])
    def test_delays_are_a_number_of_seconds(self, name, wrong):
        with pytest.raises(ValidationError, match=rf"^{name} of a RetryPolicy must be a number of seconds"):
            RetryPolicy(**{name: wrong})

    def test_a_deadline_is_more_than_zero(self):
        with pytest.raises(ValidationError, match=r"^deadline of a RetryPolicy must be more than 0 seconds$"):
            RetryPolicy(deadline=0)

    async def test_the_setting_may_be_a_mapping(self, opened, server):
        server.respond_with(429)
        with pytest.raises(UnavailableError, match=r"after 2 attempts"):
            await maybe_await(opened(retry={"attempts": 2}).Film.all())

    def test_the_error_of_the_setting_names_the_field(self, create):
        with pytest.raises(ValidationError, match=r"^attempts of a RetryPolicy must be a positive integer$"):
            create(postgrest_url=URL, retry={"attempts": 0})
        with pytest.raises(ValidationError, match=r"^retry: "):
            create(postgrest_url=URL, retry={"attempt": 2})

    @pytest.mark.parametrize("wrong", [3, "off", True])
    def test_the_setting_must_be_a_policy_or_a_mapping(self, create, wrong):
        with pytest.raises(ValidationError, match=r"^retry: "):
            create(postgrest_url=URL, retry=wrong)
