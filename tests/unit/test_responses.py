import httpx
import pytest

from spacecat_shared_data_access.errors import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    NoResponseError,
    PostgrestError,
    UnavailableError,
)
from unit.helpers import ID, error_response, maybe_await

HTML = httpx.Response(200, html="<h1>Welcome</h1>")


@pytest.mark.parametrize(
    ("reply", "complaint", "details"),
    [
        (HTML, "HTTP 200 with a body that is not JSON", "text/html; charset=utf-8, 16 bytes"),
        (
            httpx.Response(200, content=b'[{"id": "a', headers={"Content-Type": "application/json"}),
            "HTTP 200 with a body that is not JSON",
            "application/json, 10 bytes",
        ),
        (
            httpx.Response(200, content=b"[NaN]"),
            "HTTP 200 with a body that is not JSON",
            "no content type, 5 bytes",
        ),
        (
            httpx.Response(200, json={"id": ID}),
            "HTTP 200 with JSON that is not a list of rows",
            "application/json, 45 bytes",
        ),
        (
            httpx.Response(200, json=[{"id": ID}, 5]),
            "HTTP 200 with JSON that is not a list of rows",
            "application/json, 49 bytes",
        ),
        (
            httpx.Response(200, content=b"null", headers={"Content-Type": "application/json"}),
            "HTTP 200 with JSON that is not a list of rows",
            "application/json, 4 bytes",
        ),
        (
            httpx.Response(200),
            "HTTP 200 with JSON that is not a list of rows",
            "no content type, 0 bytes",
        ),
        (httpx.Response(204), "HTTP 204 with JSON that is not a list of rows", "no content type, 0 bytes"),
    ],
)
async def test_a_response_that_is_not_a_list_of_rows_is_an_error(films, server, reply, complaint, details):
    server.respond_with(reply)
    with pytest.raises(DataAccessError, match=r"^Failed to query$") as raised:
        await maybe_await(films.all())
    cause = raised.value.cause
    assert type(cause) is PostgrestError
    assert cause.message == f"The server returned {complaint}"
    assert (cause.status, cause.details, cause.code) == (reply.status_code, details, None)


async def test_a_content_type_is_shown_only_in_part(films, server):
    server.respond_with(httpx.Response(200, content=b"x", headers={"Content-Type": "t" * 5_000}))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(films.all())
    assert raised.value.details == f"{'t' * 200}, 1 bytes"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, DataAccessError),
        (304, DataAccessError),
        (400, DataAccessError),
        (401, AccessDeniedError),
        (403, AccessDeniedError),
        (404, DataAccessError),
        (409, ConflictError),
        (429, UnavailableError),
        (500, UnavailableError),
        (503, UnavailableError),
        (520, UnavailableError),
    ],
)
@pytest.mark.parametrize(
    "content",
    [
        b"<h1>Bad gateway</h1>",
        b"",
        b"[]",
        b'{"error": "no"}',
        b'{"message": {"deep": 1}}',
        b'{"message": null}',
    ],
)
async def test_a_response_of_another_server_shows_only_its_status(films, server, status, kind, content):
    server.respond_with(httpx.Response(status, content=content))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(films.all())
    assert type(raised.value) is kind
    assert raised.value.cause.message == f"The server returned HTTP {status}"
    assert (raised.value.status, raised.value.code, raised.value.details) == (status, None, None)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (409, "23505", ConflictError),
        (409, "23503", DataAccessError),
        (403, "42501", AccessDeniedError),
        (401, "PGRST301", AccessDeniedError),
        (400, "22P02", DataAccessError),
        (404, "PGRST205", DataAccessError),
        (503, "PGRST002", UnavailableError),
        (504, "PGRST003", UnavailableError),
        (500, "57014", UnavailableError),
    ],
)
async def test_the_error_and_its_cause_have_the_attributes_of_the_response(
    films, server, status, code, kind, caplog
):
    server.respond_with(error_response(status, code, "the message", "the details", "the hint"))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(films.all())
    error = raised.value
    assert type(error) is kind
    for each in (error, error.cause):
        assert (each.code, each.status, each.details, each.hint) == (code, status, "the details", "the hint")
    assert str(error) == "Failed to query"
    assert str(error.cause) == "the message"
    assert caplog.messages == [
        f"[film] Failed to query - [{code}] the message - the details - hint: the hint"
    ]


async def test_a_code_that_is_not_a_string_is_none(films, server):
    server.respond_with(httpx.Response(400, json={"message": "no", "code": 42, "details": {"a": 1}}))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(films.all())
    assert (raised.value.code, raised.value.details) == (None, "{'a': 1}")


@pytest.mark.parametrize(
    "fault",
    [
        httpx.ConnectError("refused"),
        httpx.ConnectTimeout("slow"),
        httpx.ReadTimeout("slow"),
        httpx.WriteTimeout("slow"),
        httpx.PoolTimeout("busy"),
        httpx.ReadError("reset"),
        httpx.RemoteProtocolError("gone"),
        httpx.DecodingError("garbled"),
    ],
)
async def test_a_missing_response_is_an_error_that_names_the_fault_but_no_url(films, server, fault):
    server.respond_with(fault)
    with pytest.raises(UnavailableError, match=r"^Failed to query$") as raised:
        await maybe_await(films.all())
    cause = raised.value.cause
    assert type(cause) is NoResponseError
    assert cause.message == f"No response from the server: {type(fault).__name__}"
    assert cause.cause is fault
    assert raised.value.status is None


@pytest.mark.parametrize(
    ("content_range", "total"), [("*/0", 0), ("0-24/25", 25), ("0-0/1", 1), ("*/1000000", 1_000_000)]
)
async def test_a_total_is_read_from_content_range(films, server, content_range, total):
    server.respond_with(httpx.Response(206, headers={"Content-Range": content_range}))
    assert await maybe_await(films.count()) == total


@pytest.mark.parametrize("content_range", [None, "", "0-24/*", "*/*", "25", "items 0-1/2", "0-1/2/3", "*/-1"])
async def test_a_count_without_a_total_is_an_error(films, server, content_range):
    headers = {} if content_range is None else {"Content-Range": content_range}
    server.respond_with(httpx.Response(200, headers=headers))
    with pytest.raises(DataAccessError, match=r"^Failed to count$") as raised:
        await maybe_await(films.count())
    assert raised.value.cause.message == "The server returned HTTP 200 with no total in Content-Range"


async def test_a_redirect_is_not_followed(films, server):
    server.respond_with(httpx.Response(307, headers={"Location": "http://elsewhere.test/films"}))
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(films.all())
    assert raised.value.status == 307
    assert len(server.requests) == 1
