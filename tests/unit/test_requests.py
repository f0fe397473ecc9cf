import re

import httpx
import orjson
import pytest
from yarl import URL

from spacecat_shared_data_access import DataAccessError, ValidationError
from spacecat_shared_data_access.postgrest.request import Table, function_call, to_httpx
from unit.helpers import body, maybe_await, params

HEADERS = {"apikey": "key"}


@pytest.fixture
def client():
    with httpx.Client() as client:
        yield client


@pytest.fixture
def built(client):
    return lambda query: to_httpx(query, client, HEADERS, "main")


table = Table(URL("http://postgrest.test/rest"), "films")


def test_the_table_is_appended_to_the_server_url(built):
    request = built(table.select())
    assert (request.method, str(request.url)) == ("GET", "http://postgrest.test/rest/films?select=%2A")


@pytest.mark.parametrize(
    ("query", "profile", "other"),
    [
        (table.select(), "Accept-Profile", "Content-Profile"),
        (table.count(), "Accept-Profile", "Content-Profile"),
        (table.insert({"a": 1}), "Content-Profile", "Accept-Profile"),
        (table.update({"a": 1}).eq("id", 1), "Content-Profile", "Accept-Profile"),
        (table.delete().eq("id", 1), "Content-Profile", "Accept-Profile"),
        (function_call(URL("http://postgrest.test"), "f", {}), "Content-Profile", "Accept-Profile"),
    ],
)
def test_the_schema_is_sent_as_the_profile_header_of_the_method(built, query, profile, other):
    headers = built(query).headers
    assert headers[profile] == "main"
    assert other not in headers
    assert headers["apikey"] == "key"
    assert headers["Accept"] == "application/json"


@pytest.mark.parametrize(
    ("query", "prefer"),
    [
        (table.select(), None),
        (table.count(), "count=exact"),
        (table.insert({"a": 1}), "return=representation"),
        (table.insert([{"a": 1}]), "return=representation"),
        (
            table.upsert({"a": 1}, on_conflict="id", read_back=True),
            "resolution=merge-duplicates,return=representation",
        ),
        (table.upsert([{"a": 1}], on_conflict="id", read_back=False), "resolution=merge-duplicates"),
        (table.update({"a": 1}).eq("id", 1), "return=representation"),
        (table.delete().eq("id", 1), None),
        (table.delete(read_back="id").eq("id", 1), "return=representation"),
    ],
)
def test_the_prefer_header_says_what_is_returned(built, query, prefer):
    assert built(query).headers.get("Prefer") == prefer


def test_a_count_reads_no_rows(built):
    assert built(table.count()).method == "HEAD"


def test_columns_of_several_rows_are_quoted_and_sorted(built):
    request = built(table.insert([{"b": 1, "a": 2}, {'c"': 3}]))
    assert dict(params(request))["columns"] == '"a","b","c""'
    assert "columns" not in dict(params(built(table.insert({"b": 1, "a": 2}))))


def test_the_same_call_makes_the_same_request(built):
    rows = [{f"column_{number}": number for number in range(20)}]
    assert built(table.insert(rows)).url == built(table.insert(rows)).url


def test_a_body_is_json_with_a_content_type(built):
    request = built(table.insert({"title": "Ü", "extra": None}))
    assert request.headers["Content-Type"] == "application/json"
    assert request.content == orjson.dumps({"title": "Ü", "extra": None})


@pytest.mark.parametrize("query", [table.select(), table.delete().eq("id", 1)])
def test_a_request_without_a_body_has_none(built, query):
    request = built(query)
    assert request.content == b""
    assert "Content-Type" not in request.headers


def test_an_upsert_names_its_conflict_columns(built):
    query = table.upsert([{"a": 1}], on_conflict="org,key", read_back=True)
    assert dict(params(built(query)))["on_conflict"] == "org,key"


def test_a_function_is_called_with_its_arguments(built):
    request = built(function_call(URL("http://postgrest.test"), "grant", {"site": "s", "count": 2}))
    assert (request.method, request.url.path) == ("POST", "/rpc/grant")
    assert body(request) == {"site": "s", "count": 2}


@pytest.mark.parametrize(
    "query",
    [
        table.update({"a": 1}),
        table.delete(),
        table.delete(read_back="*"),
        table.delete().order("id").limit(1),
        table.update({"a": 1}).order("id"),
    ],
)
def test_updates_and_deletes_require_a_filter(built, query):
    with pytest.raises(DataAccessError, match=r"^A (PATCH|DELETE) needs a filter: without one"):
        built(query)


@pytest.mark.parametrize("length", [65_000, 70_000])
def test_a_url_that_is_too_long_is_refused_and_the_limit_named(built, length):
    query = Table(URL("http://postgrest.test"), "films").select().eq("title", "x" * length)
    if length < 65_536:
        assert len(str(built(query).url)) > length
        return
    with pytest.raises(ValidationError) as raised:
        built(query)
    assert re.fullmatch(
        r"title: the filter is too long\. The request's URL has 70,0\d\d characters, "
        r"more than the limit of 65,536: shorten its filters",
        str(raised.value),
    )


async def test_the_error_is_the_cause_of_a_data_access_error(opened, server):
    with pytest.raises(ValidationError, match=r"more than the limit of 65,536") as raised:
        await maybe_await(opened().Ticket.find_by_index_keys({"ticket_key": "x" * 70_000}))
    assert "xxx" not in str(raised.value)
    assert server.requests == []


def test_a_url_that_httpx_refuses_for_another_reason_is_not_quoted(monkeypatch, client):
    def refuse(*_arguments, **_settings):
        raise httpx.InvalidURL("sekret")

    monkeypatch.setattr(client, "build_request", refuse)
    with pytest.raises(ValidationError, match=r"^The request's URL is not valid$"):
        to_httpx(table.select(), client, HEADERS, "main")
