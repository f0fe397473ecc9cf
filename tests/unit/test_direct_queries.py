"""services.postgrest_client: the postgrest package's builders, with requests that the service sends."""

import copy
import json
import logging
import pickle
from datetime import UTC, date, datetime, time
from enum import Enum
from types import MappingProxyType
from uuid import UUID

import httpx
import pytest
from postgrest import APIError, SyncPostgrestClient

from spacecat_shared_data_access import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    RetryPolicy,
    UnavailableError,
    ValidationError,
)
from spacecat_shared_data_access.postgrest.deadline import invocation_deadline
from unit.helpers import (
    ID,
    OTHER_ID,
    URL,
    Keys,
    body,
    collect,
    error_response,
    filters,
    maybe_await,
    params,
    sent_keys,
)


class Method(Enum):
    GET = "GET"


pytestmark = pytest.mark.usefixtures("waits")

ROW = {"id": ID, "name": "a"}
LOST = httpx.ReadTimeout("slow")
CONFLICT = error_response(409, "23505", "duplicate key", "Key (id)=(…) already exists.")


async def run(query):
    return await maybe_await(query.execute())


async def data_of(query):
    return (await run(query)).data


async def error_of(query):
    with pytest.raises(APIError) as caught:
        await run(query)
    assert isinstance(caught.value, DataAccessError)
    return caught.value


async def refusal_of(build):
    """Return the error of a query that is invalid: it is raised when the query is built, or executed."""
    with pytest.raises(ValidationError) as caught:
        await run(build())
    assert isinstance(caught.value, APIError)
    return caught.value


@pytest.fixture
async def client(opened):
    return opened(retry=RetryPolicy()).services.postgrest_client


@pytest.fixture
async def brands(client):
    return client.table("brands")


class TestBuilders:
    async def test_a_select(self, brands, server):
        server.respond_with([ROW])
        query = brands.select("id", "name").eq("name", "a,b").gt("n", 1).order("name", desc=True).range(5, 9)
        assert await data_of(query) == [ROW]
        assert params(server.last) == [
            ("select", "id,name"),
            ("name", "eq.a,b"),
            ("n", "gt.1"),
            ("order", "name.desc"),
            ("offset", "5"),
            ("limit", "5"),
        ]
        assert server.last.headers["Accept"] == "application/json"

    async def test_a_count(self, brands, server):
        server.respond_with(httpx.Response(206, json=[ROW], headers={"Content-Range": "0-0/7"}))
        response = await run(brands.select("*", count="exact").limit(1))
        assert (response.count, response.data) == (7, [ROW])
        assert server.last.headers["Prefer"] == "count=exact"

    async def test_a_count_without_rows(self, brands, server):
        server.respond_with(httpx.Response(200, headers={"Content-Range": "*/7"}))
        assert (await run(brands.select("*", count="exact", head=True))).count == 7
        assert server.methods == ["HEAD"]

    async def test_an_insert(self, brands, server):
        server.respond_with(httpx.Response(201, json=[ROW]))
        moment = datetime(2026, 7, 2, tzinfo=UTC)
        assert await data_of(brands.insert({"id": UUID(ID), "at": moment})) == [ROW]
        assert body(server.last) == {"id": ID, "at": "2026-07-02T00:00:00+00:00"}
        assert server.last.headers["Prefer"] == "return=representation"
        assert server.last.headers.get_list("Content-Type") == ["application/json"]

    async def test_a_write_without_a_result(self, brands, server):
        server.respond_with(201)
        assert await data_of(brands.insert(ROW, returning="minimal")) == []

    async def test_an_upsert(self, brands, server):
        server.respond_with(httpx.Response(200, json=[ROW]))
        await run(brands.upsert([ROW], on_conflict="name", ignore_duplicates=True))
        assert dict(params(server.last))["on_conflict"] == "name"
        assert "resolution=ignore-duplicates" in server.last.headers["Prefer"]

    async def test_an_update_and_a_delete(self, brands, server):
        server.respond_with([ROW])
        assert await data_of(brands.update({"name": "b"}).eq("id", ID)) == [ROW]
        assert await data_of(brands.delete().in_("id", [ID, OTHER_ID])) == [ROW]
        assert [filters(each) for each in server.requests] == [
            [("id", f"eq.{ID}")],
            [("id", f"in.({ID},{OTHER_ID})")],
        ]
        assert server.last.content == b""

    async def test_one_row(self, brands, server):
        server.respond_with(ROW)
        assert await data_of(brands.select("*").eq("id", ID).single()) == ROW
        assert server.last.headers["Accept"] == "application/vnd.pgrst.object+json"

    @pytest.mark.parametrize(("rows", "found"), [([], None), ([ROW], ROW)])
    async def test_one_row_or_none(self, brands, server, rows, found):
        server.respond_with(rows)
        response = await run(brands.select("*").eq("id", ID).maybe_single())
        assert (response and response.data) == found

    async def test_several_rows_where_there_is_one_at_most(self, client, server):
        server.respond_with([ROW, ROW])
        for query in (client.table("brands").select("*"), client.rpc("some", {}, get=True)):
            error = await error_of(query.maybe_single())
            assert (error.code, error.details) == ("406", "The result contains more than one row.")

    async def test_csv(self, brands, server):
        server.respond_with(
            httpx.Response(200, text="id\n1\n", headers={"Content-Type": "text/csv; charset=utf-8"})
        )
        assert await data_of(brands.select("id").csv()) == "id\n1\n"
        assert server.last.headers["Accept"] == "text/csv"

    async def test_a_plan(self, brands, server):
        kind = 'application/vnd.pgrst.plan+{}; for="application/json"; options=analyze; charset=utf-8'
        server.respond_with(
            httpx.Response(200, text="Seq Scan", headers={"Content-Type": kind.format("text")}),
            httpx.Response(200, json=[{"Plan": {}}], headers={"Content-Type": kind.format("json")}),
        )
        assert await run(brands.select("id").explain(analyze=True)) == "Seq Scan"
        assert await data_of(brands.select("id").explain(analyze=True, format="json")) == [{"Plan": {}}]

    async def test_without_nulls(self, brands, server):
        server.respond_with([ROW])
        assert await data_of(brands.select("*").strip_nulls()) == [ROW]
        assert server.last.headers["Accept"] == "application/vnd.pgrst.array+json;nulls=stripped"

    @pytest.mark.parametrize("value", [5, "a", None, True, [1, 2], {"a": 1}, [ROW]])
    async def test_a_function(self, client, server, value):
        server.respond_with(httpx.Response(200, content=json.dumps(value)))
        assert await data_of(client.rpc("total", {"p": 1})) == value
        assert (server.paths, body(server.last)) == (["/rpc/total"], {"p": 1})

    async def test_a_function_that_only_reads(self, client, server):
        server.respond_with([ROW])
        assert await data_of(client.rpc("some", {"p": [1, 2]}, get=True).select("id").eq("n", 1)) == [ROW]
        assert params(server.last) == [("p", "{1,2}"), ("select", "id"), ("n", "eq.1")]

    async def test_another_schema(self, client, server):
        server.respond_with([ROW])
        other = client.schema("audit")
        await run(other.table("brands").select("*"))
        await run(client.table("brands").select("*"))
        assert [each.headers["Accept-Profile"] for each in server.requests] == ["audit", "public"]
        assert server.requests[0].headers.get_list("X-Client-Info") == [
            server.requests[1].headers["X-Client-Info"]
        ]

    async def test_headers_of_the_caller(self, client, server):
        server.respond_with([ROW])
        client.headers["X-Trace"] = "1"
        query = client.table("brands").update(ROW).eq("id", ID).max_affected(1)
        query.request.headers["X-Other"] = "2"
        await run(query)
        sent = server.last.headers
        assert (sent["X-Trace"], sent["X-Other"]) == ("1", "2")
        assert sent["Prefer"] == "return=representation,handling=strict,max-affected=1"

    async def test_a_preference_of_the_client(self, client, server):
        server.respond_with([ROW])
        client.headers["Prefer"] = "tx=rollback,return=representation"
        await run(client.table("brands").insert(ROW))
        assert server.last.headers.get_list("Prefer") == ["tx=rollback,return=representation"]

    async def test_clients_share_nothing_that_a_caller_sets(self, opened, server):
        services = opened().services
        services.postgrest_client.headers["X-Trace"] = "1"
        await run(services.postgrest_client.table("brands").select("*"))
        assert "X-Trace" not in server.last.headers

    async def test_a_builder_may_be_executed_again(self, brands, server):
        query = brands.select("*").eq("id", ID)
        assert [await data_of(query), await data_of(query)] == [[], []]
        assert server.requests[0].url == server.requests[1].url


class TestCredentials:
    async def test_a_token_of_the_caller(self, opened, server, key_function):
        for settings in ({"postgrest_api_key": "key"}, {"postgrest_api_key": key_function(Keys("key"))}, {}):
            client = opened(**settings).services.postgrest_client.auth("token")
            await run(client.table("brands").select("*"))
            assert server.last.headers.get_list("Authorization") == ["Bearer token"]

    async def test_a_password_of_the_caller(self, opened, server, key_function):
        client = opened(postgrest_api_key=key_function(Keys("key"))).services.postgrest_client
        client.auth(None, username="u", password="p").schema("public")
        await run(client.schema("audit").table("brands").select("*"))
        assert server.last.headers["Authorization"] == "Basic dTpw"

    async def test_a_key_that_changes(self, opened, server, key_function):
        client = opened(postgrest_api_key=key_function(Keys("one", "two"))).services.postgrest_client
        query = client.table("brands").select("*")
        await run(query)
        await run(query)
        assert [key for key, _ in sent_keys(server)] == ["one", "two"]

    async def test_the_credentials_of_an_injected_client(self, opened, server, http_client_class):
        injected = http_client_class(auth=("u", "p"))
        await run(opened(client=injected).services.postgrest_client.table("brands").select("*"))
        assert server.last.headers["Authorization"] == "Basic dTpw"
        await maybe_await(injected.close() if isinstance(injected, httpx.Client) else injected.aclose())


REPEATABLE = {
    "select": (lambda t: t.select("*"), [ROW]),
    "count": (
        lambda t: t.select("*", count="exact", head=True),
        httpx.Response(200, headers={"Content-Range": "*/1"}),
    ),
    "csv": (
        lambda t: t.select("*").csv(),
        httpx.Response(200, text="", headers={"Content-Type": "text/csv"}),
    ),
    "keyed insert": (lambda t: t.insert(ROW), [ROW]),
    "keyed insert of many": (lambda t: t.insert([ROW, {"id": OTHER_ID}]), [ROW]),
    "upsert": (lambda t: t.upsert(ROW), [ROW]),
    "upsert by a quoted key": (lambda t: t.upsert({"name": "a"}, on_conflict='"name"'), [ROW]),
    "upsert by another key": (lambda t: t.upsert({"name": "a", "n": 1}, on_conflict="name,n"), [ROW]),
    "upsert that ignores, without a result": (
        lambda t: t.upsert(ROW, ignore_duplicates=True, returning="minimal"),
        201,
    ),
    "update": (lambda t: t.update({"name": "b"}).eq("id", ID), [ROW]),
    "delete without a result": (lambda t: t.delete(returning="minimal").eq("id", ID), 204),
    "function that only reads": (lambda t: t.rpc("f", {}, get=True), httpx.Response(200, json=1)),
}
UNREPEATABLE = {
    "insert": (lambda t: t.insert({"name": "a"}), [ROW]),
    "insert of many, one without an ID": (lambda t: t.insert([ROW, {"id": None}]), [ROW]),
    "insert as csv": (
        lambda t: t.insert(ROW).csv(),
        httpx.Response(201, text="", headers={"Content-Type": "text/csv"}),
    ),
    "upsert without its key": (lambda t: t.upsert({"name": "a"}), [ROW]),
    "upsert without a part of its key": (lambda t: t.upsert({"id": ID, "a": 1}, on_conflict="a,b"), [ROW]),
    "upsert that ignores": (lambda t: t.upsert(ROW, ignore_duplicates=True), [ROW]),
    "delete": (lambda t: t.delete().eq("id", ID), [ROW]),
    "counted delete": (
        lambda t: t.delete(returning="minimal", count="exact").eq("id", ID),
        httpx.Response(204, headers={"Content-Range": "*/1"}),
    ),
    "function": (lambda t: t.rpc("f", {}), httpx.Response(200, json=1)),
}
OPERATIONS = REPEATABLE | UNREPEATABLE
AMBIGUOUS = [LOST, 502, error_response(503, "57P01"), httpx.Response(200, html="<h1>It works!</h1>")]
NOT_EXECUTED = [
    httpx.ConnectError("refused"),
    429,
    error_response(503, "PGRST002"),
    error_response(500, "40001"),
]
FINAL = [error_response(400, "22P02"), error_response(403, "42501"), error_response(500, "57014"), 404]


def built(client, name):
    table = client.table("brands")
    table.rpc = client.rpc
    return OPERATIONS[name][0](table)


class TestRetries:
    @pytest.mark.parametrize("operation", OPERATIONS)
    @pytest.mark.parametrize("fault", NOT_EXECUTED, ids=str)
    async def test_what_was_not_executed_is_retried(self, client, server, operation, fault):
        server.respond_with(fault, fault, OPERATIONS[operation][1])
        await run(built(client, operation))
        assert len({request.content for request in server.requests}) == 1
        assert len(server.requests) == 3

    @pytest.mark.parametrize("operation", REPEATABLE)
    @pytest.mark.parametrize("fault", AMBIGUOUS, ids=str)
    async def test_an_ambiguous_failure_is_retried(self, client, server, operation, fault):
        server.respond_with(fault, OPERATIONS[operation][1])
        await run(built(client, operation))
        assert len(server.requests) == 2

    @pytest.mark.parametrize("operation", UNREPEATABLE)
    @pytest.mark.parametrize("fault", [LOST, 502, error_response(503, "57P01")], ids=str)
    async def test_an_ambiguous_failure_is_in_doubt(self, client, server, operation, fault):
        server.respond_with(fault, OPERATIONS[operation][1])
        error = await error_of(built(client, operation))
        assert isinstance(error, UnavailableError)
        assert (error.in_doubt, error.attempts, len(server.requests)) == (True, 1, 1)

    @pytest.mark.parametrize("operation", OPERATIONS)
    @pytest.mark.parametrize("fault", FINAL, ids=str)
    async def test_a_final_failure_is_raised_at_once(self, client, server, operation, fault):
        server.respond_with(fault)
        error = await error_of(built(client, operation))
        assert (error.in_doubt, error.attempts, len(server.requests)) == (False, 1, 1)

    @pytest.mark.parametrize("operation", ["select", "insert"])
    async def test_postgrest_s_own_retries_are_off(self, client, server, operation):
        server.respond_with(error_response(503, "PGRST002"))
        error = await error_of(built(client, operation).retry(True))
        assert (error.attempts, len(server.requests)) == (4, 4)
        assert all("X-Retry-Count" not in each.headers for each in server.requests)

    async def test_the_policy_of_a_block(self, opened, server):
        data_access = opened(retry=RetryPolicy())
        server.respond_with(503)
        with data_access.retrying(RetryPolicy.off()):
            await error_of(data_access.services.postgrest_client.table("brands").select("*"))
        assert len(server.requests) == 1

    async def test_an_invocation_without_time_left(self, brands, server, ticks):
        with invocation_deadline(1):
            ticks.advance(2)
            error = await error_of(brands.select("*"))
        assert isinstance(error, UnavailableError)
        assert server.requests == []

    async def test_a_retry_is_logged_without_values(self, brands, server, caplog):
        server.respond_with(error_response(503, "PGRST002", "secret"), [])
        with caplog.at_level(logging.DEBUG):
            await run(brands.select("*").eq("name", "secret"))
        assert "GET brands: HTTP 503 [PGRST002]; attempt 2 of 4 in 0.10 s" in caplog.messages
        assert "secret" not in caplog.text


class TestLostResponses:
    async def test_an_insert_that_took_effect(self, brands, server):
        server.respond_with(LOST, CONFLICT, [{**ROW, "created_at": "x"}])
        assert await data_of(brands.insert(ROW)) == [{**ROW, "created_at": "x"}]
        assert server.methods == ["POST", "POST", "GET"]
        assert params(server.last) == [("select", "*"), ("id", f"in.({ID})")]

    async def test_the_rows_of_many_come_in_their_order(self, brands, server):
        stored = [{"name": "a", "spacecat_key": ID}, {"name": "b", "spacecat_key": OTHER_ID}]
        rows = [{"id": OTHER_ID, "name": "b"}, ROW]
        server.respond_with(LOST, CONFLICT, [*reversed(rows)], stored)
        query = brands.insert(rows, count="exact").select("name")
        response = await run(query)
        assert (response.data, response.count) == ([{"name": "b"}, {"name": "a"}], 2)
        assert dict(params(server.last))["select"] == "name,spacecat_key:id"

    async def test_one_row_as_an_object(self, brands, server):
        server.respond_with(LOST, CONFLICT, [ROW])
        assert await data_of(brands.insert(ROW).single()) == ROW

    async def test_without_a_result(self, brands, server):
        server.respond_with(LOST, CONFLICT, [ROW])
        assert await data_of(brands.insert(ROW, returning="minimal")) == []

    async def test_another_row_has_the_key(self, brands, server):
        server.respond_with(LOST, CONFLICT, [{**ROW, "name": "other"}])
        error = await error_of(brands.insert(ROW))
        assert isinstance(error, ConflictError)
        assert (error.code, error.in_doubt, error.attempts) == ("23505", True, 2)

    async def test_it_is_read_back_as_the_same_role_in_the_same_schema(self, client, server):
        server.respond_with(LOST, CONFLICT, [ROW])
        other = client.schema("audit").auth("token")
        await run(other.table("brands").insert(ROW))
        sent = server.last.headers
        assert (sent["Accept-Profile"], sent["Authorization"]) == ("audit", "Bearer token")
        assert (sent["Accept"], "Prefer" in sent, "Content-Type" in sent) == (
            "application/json",
            False,
            False,
        )

    async def test_an_update_that_changes_what_it_filters_by(self, brands, server):
        server.respond_with(LOST, [])
        error = await error_of(brands.update({"name": "b"}).eq("name", "a"))
        assert (error.in_doubt, isinstance(error, UnavailableError)) == (True, True)

    async def test_an_update_by_conditions_that_are_not_parsed(self, brands, server):
        server.respond_with(LOST, [])
        assert (await error_of(brands.update({"name": "b"}).or_("n.eq.1,n.eq.2"))).in_doubt

    async def test_an_update_that_does_not_report_its_rows(self, brands, server):
        server.respond_with(LOST, 204)
        assert await data_of(brands.update({"name": "b"}, returning="minimal").eq("name", "a")) == []

    async def test_an_update_of_other_columns(self, brands, server):
        server.respond_with(LOST, [])
        assert await data_of(brands.update({"name": "b"}).eq("id", ID)) == []


class TestResponses:
    @pytest.mark.parametrize(
        "response",
        [
            httpx.Response(200, html="<h1>It works!</h1>"),
            httpx.Response(200),
            httpx.Response(200, content=b'[{"id": 1'),
            httpx.Response(200, content=b'[{"id": NaN}]'),
            httpx.Response(200, json={"id": 1}),
            httpx.Response(200, json=[1]),
            httpx.Response(200, json="x"),
            httpx.Response(302, headers={"Location": "http://elsewhere.test"}),
        ],
    )
    @pytest.mark.parametrize("operation", ["select", "insert", "update", "delete", "upsert"])
    async def test_what_is_not_rows_is_an_error(self, opened, server, operation, response):
        server.respond_with(response)
        error = await error_of(built(opened().services.postgrest_client, operation))
        assert error.status == response.status_code

    @pytest.mark.parametrize("accept", ["*/*", "application/geo+json", "application/vnd.pgrst.array+json"])
    async def test_any_kind_of_json_is_parsed(self, opened, server, accept):
        server.respond_with(httpx.Response(200, html="<h1>It works!</h1>"))
        client = opened().services.postgrest_client
        client.headers["Accept"] = accept
        assert (await error_of(client.table("brands").select("*"))).status == 200
        assert server.last.headers["Accept"] == accept

    async def test_other_json_need_not_be_rows(self, client, server):
        shape = {"type": "FeatureCollection"}
        server.respond_with(httpx.Response(200, json=shape))
        client.headers["Accept"] = "application/geo+json"
        assert await data_of(client.table("places").select("*")) == shape

    @pytest.mark.parametrize("value", [[ROW], [], "x", 1])
    async def test_one_row_is_an_object(self, opened, server, value):
        server.respond_with(httpx.Response(200, json=value))
        client = opened().services.postgrest_client
        assert (await error_of(client.table("brands").select("*").single())).status == 200

    async def test_html_is_not_csv(self, opened, server):
        server.respond_with(httpx.Response(200, html="<h1>It works!</h1>"))
        client = opened().services.postgrest_client
        for query in (client.table("brands").select("*").csv(), client.table("brands").select("*").explain()):
            assert (await error_of(query)).status == 200

    @pytest.mark.parametrize("content_range", [None, "0-0/*", "x", "*/", f"*/{'9' * 30}"])
    async def test_a_count_needs_its_total(self, opened, server, content_range):
        headers = {} if content_range is None else {"Content-Range": content_range}
        server.respond_with(httpx.Response(200, json=[], headers=headers))
        client = opened().services.postgrest_client
        assert (await error_of(client.table("brands").select("*", count="exact"))).status == 200


class TestErrors:
    @pytest.mark.parametrize(
        ("reply", "kind", "code"),
        [
            (CONFLICT, ConflictError, "23505"),
            (error_response(403, "42501"), AccessDeniedError, "42501"),
            (401, AccessDeniedError, "401"),
            (error_response(503, "PGRST002"), UnavailableError, "PGRST002"),
            (httpx.Response(502, html="<h1>Bad Gateway</h1>"), UnavailableError, "502"),
            (error_response(404, "PGRST205"), DataAccessError, "PGRST205"),
            (httpx.ConnectError("refused"), UnavailableError, None),
            (httpx.ReadTimeout("slow"), UnavailableError, None),
        ],
    )
    async def test_the_class_fits_the_failure(self, opened, server, reply, kind, code):
        server.respond_with(reply)
        error = await error_of(opened().services.postgrest_client.table("brands").select("*"))
        assert isinstance(error, kind)
        assert error.code == error.json()["code"] == code

    async def test_it_has_what_the_server_returned(self, opened, server):
        server.respond_with(error_response(400, "P0001", "no", "because", "try this"))
        error = await error_of(opened().services.postgrest_client.table("brands").select("*"))
        assert (error.message, error.details, error.hint, error.status) == ("no", "because", "try this", 400)
        assert error.json() == {"message": "no", "code": "P0001", "hint": "try this", "details": "because"}
        assert str(error) == "no"
        assert "Error P0001:" in repr(error)

    async def test_it_can_be_pickled_and_copied(self, opened, server):
        server.respond_with(CONFLICT)
        error = await error_of(opened().services.postgrest_client.table("brands").insert(ROW))
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own
            assert type(again) is type(error)
            assert (again.json(), again.status, str(again)) == (error.json(), 409, "duplicate key")

    async def test_the_error_of_a_head_has_the_code(self, opened, server):
        headers = {"Proxy-Status": "PostgREST; error=PGRST205"}
        server.respond_with(httpx.Response(404, headers=headers))
        table = opened().services.postgrest_client.table("brands")
        assert (await error_of(table.select("*", count="exact", head=True))).code == "PGRST205"

    async def test_secrets_are_in_no_error(self, failing):
        data_access, _ = failing(httpx.ConnectError("http://u:sekret@host"), postgrest_api_key="sekret")
        error = await error_of(data_access.services.postgrest_client.table("brands").select("*"))
        assert "sekret" not in f"{error} {error!r} {error.json()}"

    async def test_a_closed_data_access(self, opened):
        data_access = opened()
        query = data_access.services.postgrest_client.table("brands").select("*")
        await maybe_await(data_access.close() if hasattr(data_access, "close") else data_access.aclose())
        assert str(await error_of(query)) == "The data access is closed"


class TestInvalidQueries:
    @pytest.mark.parametrize(
        "narrow",
        [
            lambda query: query,
            lambda query: query.order("id"),
            lambda query: query.limit(1),
            lambda query: query.limit(1, foreign_table="sites"),
            lambda query: query.eq("sites.id", ID),
            lambda query: query.or_("a.eq.1", reference_table="sites"),
            lambda query: query.select("id"),
        ],
    )
    @pytest.mark.parametrize("operation", ["update", "delete"])
    async def test_a_write_needs_a_filter(self, brands, server, operation, narrow):
        query = brands.update({"name": "b"}) if operation == "update" else brands.delete()
        error = await error_of(narrow(query))
        assert isinstance(error, ValidationError)
        assert "needs a filter: without one it would affect all rows" in str(error)
        assert server.requests == []

    @pytest.mark.parametrize(
        "narrow",
        [
            lambda query: query.or_("a.eq.1,b.eq.2"),
            lambda query: query.not_.or_("a.eq.1,b.eq.2"),
            lambda query: query.is_("a", None),
            lambda query: query.eq("data->>a.b", 1),
            lambda query: query.match({"a": 1}),
        ],
    )
    async def test_any_filter_will_do(self, brands, server, narrow):
        server.respond_with([])
        assert await data_of(narrow(brands.delete())) == []

    async def test_nul_is_refused(self, client, server):
        table = client.table("brands")
        for build in (
            lambda: table.select("*").eq("name", "a\0b"),
            lambda: table.insert({"name": ["a\0b"]}),
            lambda: table.insert({"a\0b": 1}),
            lambda: table.update({"name": "a\0"}).eq("id", ID),
            lambda: client.rpc("f", {"p": "\0"}),
            lambda: client.table("a\0b").select("*"),
        ):
            assert "NUL" in str(await refusal_of(build))
        assert server.requests == []

    async def test_an_escaped_backslash_is_not_nul(self, brands, server):
        server.respond_with([ROW])
        await run(brands.insert({"id": ID, "name": r"\u0000"}))
        assert body(server.last)["name"] == r"\u0000"

    async def test_a_url_that_is_too_long(self, brands, server):
        error = await error_of(brands.select("*").in_("name", ["x" * 70_000]))
        assert isinstance(error, ValidationError)
        assert str(error).startswith("name: the filter is too long.")
        assert server.requests == []

    async def test_half_a_character_in_a_filter(self, brands, server):
        assert isinstance(await error_of(brands.select("*").eq("name", "\ud83d")), ValidationError)
        assert server.requests == []


NOT_ROWS = [None, "text", "", b"x", 5, 1.5, True, {1}, object(), [1], [ROW, None], ["a"], [[ROW]], (ROW, 5)]
UNSUPPORTED = [
    (10**400, "an integer of more than 64 bits cannot be sent as JSON"),
    pytest.param(10**5000, "an integer of more than 64 bits", id="more digits than Python prints"),
    (-(2**70) - 1, "an integer of more than 64 bits"),
    (float("nan"), "a number that is not finite"),
    (float("-inf"), "a number that is not finite"),
    ("\ud83d", "a text with a lone surrogate"),
    ("\0", "NUL"),
    (object(), "a value of type object"),
    ({1: 2}, "a key of a map must be a string, not int"),
]
BODIES = {
    "insert": lambda client, value: client.table("brands").insert({**ROW, "x": value}),
    "insert of many": lambda client, value: client.table("brands").insert([ROW, {"x": [{"y": value}]}]),
    "upsert": lambda client, value: client.table("brands").upsert({"x": (value,)}),
    "update": lambda client, value: client.table("brands").update({"x": value}).eq("id", ID),
    "function": lambda client, value: client.rpc("f", {"x": value}),
    "function that only reads": lambda client, value: client.rpc("f", {"x": value}, get=True),
}


class TestInvalidBodies:
    @pytest.mark.parametrize("rows", NOT_ROWS)
    @pytest.mark.parametrize("method", ["insert", "upsert"])
    async def test_it_has_rows(self, brands, server, method, rows):
        error = await refusal_of(lambda: getattr(brands, method)(rows))
        assert str(error) == f"{method} takes a mapping by column name, or a list of mappings"
        assert server.requests == []

    @pytest.mark.parametrize("values", [*NOT_ROWS, [ROW], []])
    async def test_an_update_has_one_row(self, brands, server, values):
        error = await refusal_of(lambda: brands.update(values).eq("id", ID))
        assert str(error) == "update takes a mapping by column name"
        assert server.requests == []

    @pytest.mark.parametrize("options", [{}, {"get": True}, {"head": True}])
    @pytest.mark.parametrize("arguments", [None, "text", 5, [1], [ROW]], ids=repr)
    async def test_a_function_has_arguments_by_name(self, client, server, arguments, options):
        error = await refusal_of(lambda: client.rpc("f", arguments, **options))
        assert str(error) == "the arguments of a database function must be a mapping by name"
        assert server.requests == []

    @pytest.mark.parametrize(("value", "message"), UNSUPPORTED)
    @pytest.mark.parametrize("kind", BODIES)
    async def test_its_values_can_be_sent(self, client, server, kind, value, message):
        assert message in str(await refusal_of(lambda: BODIES[kind](client, value)))
        assert server.requests == []

    @pytest.mark.parametrize("kind", BODIES)
    async def test_a_value_that_contains_itself(self, client, server, kind):
        value = []
        value.append(value)
        assert "contains itself" in str(await refusal_of(lambda: BODIES[kind](client, value)))
        assert server.requests == []

    @pytest.mark.parametrize(
        ("value", "sent"),
        [
            (2**64 - 1, 2**64 - 1),
            (2**70, 2.0**70),
            (datetime(2026, 7, 2, 1, 2, 3, 456789), "2026-07-02T01:02:03.456789"),  # noqa: DTZ001 - has no zone
            (date(2026, 7, 2), "2026-07-02"),
            (time(1, 2), "01:02:00"),
            (b"a", r"\x61"),
            (bytearray(b"a"), r"\x61"),
            (Method.GET, "GET"),
            (("a", {"b": UUID(ID)}), ["a", {"b": ID}]),
            (MappingProxyType({"a": None}), {"a": None}),
        ],
    )
    @pytest.mark.parametrize("kind", ["insert", "update", "function"])
    async def test_values_of_python(self, client, server, kind, value, sent):
        await run(BODIES[kind](client, value))
        assert body(server.last)["x"] == sent

    @pytest.mark.parametrize("columns", [5, None, ["name"], b"name"])
    async def test_the_key_of_an_upsert_is_a_text(self, brands, server, columns):
        error = await refusal_of(lambda: brands.upsert(ROW, on_conflict=columns))
        assert str(error) == "on_conflict must be the columns' names, separated by commas"
        assert server.requests == []


NOT_COUNTS = [-1, True, 1.5, "1", None, float("nan"), [1]]


class TestInvalidNumbers:
    @pytest.mark.parametrize("number", NOT_COUNTS, ids=repr)
    @pytest.mark.parametrize(
        ("name", "build"),
        [
            ("max_affected", lambda client, number: client.table("brands").delete().max_affected(number)),
            ("max_affected", lambda client, number: client.table("brands").update(ROW).max_affected(number)),
            ("max_affected", lambda client, number: client.rpc("f", {}).max_affected(number)),
            ("limit", lambda client, number: client.table("brands").select("*").limit(number)),
            ("limit", lambda client, number: client.rpc("f", {}).limit(number, foreign_table="sites")),
            ("offset", lambda client, number: client.table("brands").select("*").offset(number)),
            ("offset", lambda client, number: client.rpc("f", {}).offset(number)),
            ("start", lambda client, number: client.table("brands").select("*").range(number, 5)),
            ("start", lambda client, number: client.rpc("f", {}).range(number, 5)),
        ],
    )
    async def test_a_number_is_an_integer_of_0_or_more(self, client, server, name, build, number):
        error = await refusal_of(lambda: build(client, number))
        assert str(error) == f"{name} must be an integer of 0 or more"
        assert server.requests == []

    @pytest.mark.parametrize("end", [3, True, 5.5, "5", None], ids=repr)
    async def test_a_range_ends_after_its_start(self, brands, server, end):
        error = await refusal_of(lambda: brands.select("*").range(5, end))
        assert str(error) == "end must be an integer of 4 or more"
        assert server.requests == []

    async def test_none_is_a_number(self, brands, server):
        query = brands.update({"name": "b"}).eq("id", ID).max_affected(0)
        await run(query)
        assert server.last.headers["Prefer"] == "return=representation,handling=strict,max-affected=0"
        await run(brands.select("*").range(0, -1))
        await run(brands.select("*").limit(0).offset(0))
        await run(brands.select("*").range(1, 2, foreign_table="sites").limit(3, foreign_table="sites"))
        assert [params(each)[1:] for each in server.requests[1:]] == [
            [("offset", "0"), ("limit", "0")],
            [("limit", "0"), ("offset", "0")],
            [("sites.offset", "1"), ("sites.limit", "2"), ("sites.limit", "3")],
        ]


TEXT = "must be printable ASCII without surrounding whitespace"
INVALID_TEXTS = ["sekret\n", "sek\nret", "\tsekret", "sekr\u00e9t", "sekret\0", "sekret "]
READS = {
    "execute": lambda services, query: query.execute(),
    "all_rows": lambda services, query: services.all_rows(query),
    "iterate_rows": lambda services, query: collect(services.iterate_rows(query)),
}


class TestInvalidHeaders:
    @pytest.fixture
    def services(self, opened):
        return opened(retry=RetryPolicy()).services

    @pytest.mark.parametrize("read", READS)
    @pytest.mark.parametrize("value", INVALID_TEXTS, ids=repr)
    async def test_a_header_of_the_client(self, services, server, value, read):
        client = services.postgrest_client
        client.headers["X-A"] = value
        with pytest.raises(ValidationError, match=f"^X-A {TEXT}$"):
            await maybe_await(READS[read](services, client.table("brands").select("*").order("id")))
        with pytest.raises(ValidationError, match=f"^X-A {TEXT}$"):
            client.rpc("f", {})
        assert server.requests == []

    @pytest.mark.parametrize("read", READS)
    @pytest.mark.parametrize("value", INVALID_TEXTS, ids=repr)
    async def test_a_header_of_a_query(self, services, server, value, read):
        query = services.postgrest_client.table("brands").select("*").order("id")
        query.request.headers = httpx.Headers([*query.request.headers.raw, (b"X-A", value.encode())])
        with pytest.raises(ValidationError, match=f"^X-A {TEXT}$"):
            await maybe_await(READS[read](services, query))
        assert server.requests == []

    @pytest.mark.parametrize("name", ["X A", "X:A", "X\n", "", "X\u00e9".encode().decode("latin-1")])
    async def test_the_name_of_a_header(self, client, server, name):
        client.headers = httpx.Headers([*client.headers.raw, (name.encode("latin-1"), b"sekret")])
        error = await refusal_of(lambda: client.table("brands").select("*"))
        assert str(error).startswith("a header's name must be of letters")
        assert server.requests == []

    @pytest.mark.parametrize("name", ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect"])
    async def test_a_header_of_the_connection(self, client, server, name):
        client.headers[name] = "5"
        error = await refusal_of(lambda: client.table("brands").insert(ROW))
        assert str(error) == f"{name} is set by the package and cannot be given"
        assert server.requests == []

    @pytest.mark.parametrize("token", [*INVALID_TEXTS, "sekret\ud83d", b"sekret", 5, "", None], ids=repr)
    async def test_a_token(self, client, server, token):
        error = await refusal_of(lambda: client.auth(token).table("brands").select("*"))
        assert str(error) in {
            f"the token {TEXT}",
            "auth() takes a token, which is a string, or a username and a password",
        }
        assert "sek" not in f"{error!r} {error.__cause__!r} {error.__context__!r}"
        assert server.requests == []

    @pytest.mark.parametrize(
        "password",
        [{"username": 5}, {"username": "\ud83d"}, {"username": "u", "password": None}, {"password": "p"}],
        ids=repr,
    )
    async def test_a_password(self, client, server, password):
        error = await refusal_of(lambda: client.auth(None, **password).table("brands").select("*"))
        assert str(error) == "auth() takes a token, which is a string, or a username and a password"
        assert server.requests == []

    @pytest.mark.parametrize("schema", ["a\nb", " a", "\u00e9", "\ud83d", "", None, 5, b"x"], ids=repr)
    async def test_a_schema(self, client, server, schema):
        error = await refusal_of(lambda: client.schema(schema).table("brands").select("*"))
        assert str(error) in {f"the schema {TEXT}", "the schema must be a string that is not empty"}
        assert server.requests == []


class TestRpc:
    @pytest.mark.parametrize("value", [5, "a", None, True, [1, 2], {"a": 1}, [ROW]])
    async def test_it_returns_what_the_function_returns(self, opened, server, value):
        server.respond_with(httpx.Response(200, json=value))
        assert await maybe_await(opened().services.rpc("total", {"id": UUID(ID)})) == value
        assert (server.paths, body(server.last)) == (["/rpc/total"], {"id": ID})

    async def test_a_function_without_a_result(self, opened, server):
        server.respond_with(204)
        assert await maybe_await(opened().services.rpc("touch")) is None
        assert body(server.last) == {}

    async def test_its_errors(self, opened, server):
        server.respond_with(error_response(403, "42501", "denied"))
        with pytest.raises(APIError, match=r"^denied$") as caught:
            await maybe_await(opened().services.rpc("touch"))
        assert isinstance(caught.value, AccessDeniedError)

    async def test_a_lost_response_is_in_doubt(self, opened, server):
        server.respond_with(LOST, [])
        with pytest.raises(UnavailableError) as caught:
            await maybe_await(opened(retry=RetryPolicy()).services.rpc("touch"))
        assert (caught.value.in_doubt, len(server.requests)) == (True, 1)

    @pytest.mark.parametrize(
        ("name", "arguments"),
        [("a/b", {}), ("..", {}), ("", {}), (5, {}), ("f", [1]), ("f", {"p": object()}), ("f", {"p": "\0"})],
    )
    async def test_invalid_arguments(self, opened, server, name, arguments):
        with pytest.raises(ValidationError) as caught:
            await maybe_await(opened().services.rpc(name, arguments))
        assert isinstance(caught.value, APIError)
        assert server.requests == []


async def test_a_client_belongs_to_the_data_access(opened, server, api):
    if api == "blocking":
        assert isinstance(opened().services.postgrest_client, SyncPostgrestClient)
    assert opened().services.postgrest_client.base_url.host == httpx.URL(URL).host
