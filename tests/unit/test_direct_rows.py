"""services.all_rows and iterate_rows: a select is read to its end, whatever the server's row limit is."""

import httpx
import pytest
from postgrest import APIError, AsyncPostgrestClient, SyncPostgrestClient

from spacecat_shared_data_access import UnavailableError, ValidationError
from unit.helpers import URL, collect, error_response, maybe_await, params, uuid


@pytest.fixture
def services(opened):
    return opened(page_size=2).services


@pytest.fixture
async def brands(services):
    return services.postgrest_client.table("brands")


def rows(*numbers, **values):
    return [{"id": uuid(number), **values} for number in numbers]


def without_select(request):
    return [(name, text) for name, text in params(request) if name != "select"]


async def read(services, query, way="all_rows", **options):
    if way == "all_rows":
        return await maybe_await(services.all_rows(query, **options))
    return await collect(services.iterate_rows(query, **options))


ways = pytest.mark.parametrize("way", ["all_rows", "iterate_rows"])


@ways
class TestPages:
    async def test_further_pages_continue_after_the_last_row(self, services, brands, server, way):
        server.respond_with(rows(1, 2), rows(3, 4), rows(5))
        query = brands.select("*").eq("status", "active").order("id")
        assert await read(services, query, way) == rows(1, 2, 3, 4, 5)
        common = [("select", "*"), ("status", "eq.active"), ("order", "id.asc")]
        assert [params(each) for each in server.requests] == [
            [*common, ("offset", "0"), ("limit", "2")],
            [*common, ("id", f"gt.{uuid(2)}"), ("offset", "0"), ("limit", "2")],
            [*common, ("id", f"gt.{uuid(4)}"), ("offset", "0"), ("limit", "2")],
        ]

    async def test_sort_keys_that_are_not_selected(self, services, brands, server, way):
        page = [{"n": "a", "spacecat_key_0": "a", "spacecat_key_1": uuid(number)} for number in (3, 2)]
        server.respond_with(page, [])
        query = brands.select("n:name", "sites(id,name)").order("name", desc=True).order("id", desc=True)
        assert await read(services, query, way) == [{"n": "a"}, {"n": "a"}]
        first, second = server.requests
        assert dict(params(first))["select"] == "n:name,sites(id,name),spacecat_key_0:name,spacecat_key_1:id"
        after = f"(name.lt.a,and(name.eq.a,id.lt.{uuid(2)}))"
        assert ("name", "lte.a") in params(second)
        assert ("or", after) in params(second)

    async def test_columns_that_are_sorted_in_different_directions(self, services, brands, server, way):
        server.respond_with(rows(1, 2, name="a"), [], [])
        await read(services, brands.select("*").order("name").order("id", desc=True), way)
        first, second, nulls = map(params, server.requests)
        assert ("order", "name.asc,id.desc") in first
        assert ("name", "gte.a") in second
        assert ("or", f"(name.gt.a,and(name.eq.a,id.lt.{uuid(2)}))") in second
        assert ("name", "is.null") in nulls

    async def test_a_column_with_one_value_is_not_a_sort_key(self, services, brands, server, way):
        server.respond_with(rows(1, 2), [])
        query = brands.select("*").eq("name", "a").order("name", desc=True).order("id")
        await read(services, query, way)
        assert ("id", f"gt.{uuid(2)}") in params(server.last)

    async def test_sort_keys_after_the_unique_one_are_not_compared(self, services, brands, server, way):
        server.respond_with(rows(1, 2), [])
        await read(services, brands.select("*").order("id").order("name", desc=True), way)
        assert ("id", f"gt.{uuid(2)}") in params(server.last)

    @pytest.mark.parametrize(
        "order",
        [
            lambda query: query.order("name", nullsfirst=True).order("id"),
            lambda query: query.order("name", desc=True, nullsfirst=False).order("id", desc=True),
            lambda query: query.order("data->>name").order("id"),
            lambda query: query.order("organizations(name)").order("id"),
            lambda query: query.order('"a,b"').order("id"),
        ],
    )
    async def test_other_orders_are_read_by_offset(self, services, brands, server, way, order):
        server.respond_with(rows(1, 2, name="a"), rows(3, 4, name="a"), rows(5, name="a"))
        assert await read(services, order(brands.select("*")), way) == rows(1, 2, 3, 4, 5, name="a")
        assert [dict(params(each))["offset"] for each in server.requests] == ["0", "2", "4"]

    async def test_values_that_cannot_be_compared_are_read_by_offset(self, services, brands, server, way):
        server.respond_with(rows(1, 2, price=1.5), rows(3, price=2.5))
        query = brands.select("*").order("price").order("id")
        assert len(await read(services, query, way)) == 3
        assert [dict(params(each))["offset"] for each in server.requests] == ["0", "2"]

    async def test_its_own_limit_and_offset(self, services, brands, server, way):
        server.respond_with(rows(6, 7), rows(8))
        query = brands.select("*").order("id").range(5, 7)
        assert await read(services, query, way) == rows(6, 7, 8)
        assert [dict(params(each))["offset"] for each in server.requests] == ["5", "0"]
        assert [dict(params(each))["limit"] for each in server.requests] == ["2", "1"]

    async def test_a_page_that_the_server_cut_off(self, services, brands, server, way):
        def cut_off(request):
            after = dict(params(request)).get("id", "gt.0").removeprefix("gt.")
            found = [row for row in rows(1, 2, 3) if row["id"] > after][:1]
            headers = {"Content-Range": "0-0/*" if found else "*/*"}
            return httpx.Response(200, json=found, headers=headers)

        server.respond_with(cut_off)
        assert await read(services, brands.select("*").order("id"), way) == rows(1, 2, 3)
        assert len(server.requests) == 4

    async def test_a_key_of_several_columns(self, services, brands, server, way):
        page = [{"a": 1, "b": 1}, {"a": 1, "b": 2}]
        server.respond_with(page, [])
        query = brands.select("*").order("a").order("b")
        assert await read(services, query, way, unique=("a", "b")) == page
        assert ("or", "(a.gt.1,and(a.eq.1,b.gt.2))") in params(server.requests[1])

    async def test_columns_that_are_not_unique(self, services, brands, server, way):
        server.respond_with([{"name": "a"}, {"name": "b"}], [{"name": "b"}, {"name": "c"}], [])
        with pytest.raises(ValidationError, match=r"^two rows are equal in name: see unique=$"):
            await read(services, brands.select("*").order("name"), way, unique="name")

    async def test_a_part_of_the_key_that_is_fixed(self, services, brands, server, way):
        server.respond_with([{"b": 1}, {"b": 2}], [])
        query = brands.select("*").eq("a", 1).order("b")
        await read(services, query, way, unique=["a", "b"])
        assert ("b", "gt.2") in params(server.last)

    async def test_a_function_that_only_reads(self, services, server, way):
        server.respond_with(rows(1, 2), rows(3))
        query = services.postgrest_client.rpc("some", {"p": 5}, get=True).order("id")
        assert await read(services, query, way) == rows(1, 2, 3)
        assert {dict(params(each))["p"] for each in server.requests} == {"5"}

    async def test_headers_of_the_caller(self, services, server, way):
        server.respond_with(rows(1, 2), [])
        client = services.postgrest_client.schema("audit").auth("token")
        query = client.table("brands").select("*", count="exact").strip_nulls().order("id")
        assert await read(services, query, way) == rows(1, 2)
        for request in server.requests:
            sent = request.headers
            assert (sent["Accept-Profile"], sent["Authorization"]) == ("audit", "Bearer token")
            assert sent["Accept"] == "application/vnd.pgrst.array+json;nulls=stripped"
            assert "count" not in sent.get("Prefer", "")

    async def test_the_query_is_not_changed(self, services, brands, way):
        query = brands.select("id").order("id")
        before = str(query.request.params)
        assert await read(services, query, way) == await read(services, query, way) == []
        assert str(query.request.params) == before

    async def test_errors(self, services, brands, server, way):
        server.respond_with(rows(1, 2), error_response(503, "PGRST002", "not now"))
        with pytest.raises(APIError, match=r"^not now$") as caught:
            await read(services, brands.select("*").order("id"), way)
        assert isinstance(caught.value, UnavailableError)


REFUSED = {
    "no order": (lambda table, client: table.select("*"), {}, "query has no order.*add .order"),
    "no total order": (
        lambda table, client: table.select("*").order("name"),
        {},
        r"the query's order name.asc is not total: it does not include id",
    ),
    "a part of the key": (
        lambda table, client: table.select("*").order("a"),
        {"unique": ("a", "b")},
        r"it does not include a and b",
    ),
    "a path with the key's name": (
        lambda table, client: table.select("*").order("data->>id"),
        {},
        "is not total",
    ),
    "the key of an embedded resource": (
        lambda table, client: table.select("*").order("name").order("id", foreign_table="sites"),
        {},
        "is not total",
    ),
    "no key": (lambda table, client: table.select("*").order("id"), {"unique": ()}, "unique must be"),
    "one row": (lambda table, client: table.select("*").order("id").single(), {}, "must be a select"),
    "csv": (lambda table, client: table.select("*").order("id").csv(), {}, "must be a select"),
    "a count": (lambda table, client: table.select("*", head=True).order("id"), {}, "not a HEAD"),
    "an insert": (lambda table, client: table.insert({"id": 1}).order("id"), {}, "not a POST"),
    "a delete": (lambda table, client: table.delete().eq("a", 1).order("id"), {}, "not a DELETE"),
    "a function that may write": (
        lambda table, client: client.rpc("f", {}).order("id"),
        {},
        r"rpc\(…, get=True\)",
    ),
    "a function as csv": (
        lambda table, client: client.rpc("f", {}, get=True).order("id").csv(),
        {},
        "another media type|must be a select",
    ),
    "several limits": (
        lambda table, client: table.select("*").order("id").limit(1).limit(2),
        {},
        "one limit",
    ),
    **{
        f"unique of another kind {number}": (
            lambda table, client: table.select("*").order("id"),
            {"unique": unique},
            "unique must be a column's name, or a list of names",
        )
        for number, unique in enumerate(
            [
                None,
                5,
                True,
                1.5,
                b"id",
                object(),
                {"id": 1},
                "",
                [""],
                ["id", None],
                [["id"]],
                iter("id"),
            ]
        )
    },
    "None": (lambda table, client: None, {}, "must be a select"),
    "the type of a query": (lambda table, client: type(table.select("*")), {}, "must be a select"),
    "a table": (lambda table, client: table, {}, "must be a select"),
    "not a query": (lambda table, client: "brands", {}, "must be a select"),
}


@ways
@pytest.mark.parametrize("case", REFUSED)
async def test_a_query_that_cannot_be_read_in_pages_is_refused(services, brands, server, way, case):
    build, options, message = REFUSED[case]
    with pytest.raises(ValidationError, match=message) as caught:
        await read(services, build(brands, services.postgrest_client), way, **options)
    assert isinstance(caught.value, APIError)
    assert server.requests == []


async def test_the_client_of_another_server_is_refused(services, opened, api, server):
    foreign = (SyncPostgrestClient if api == "blocking" else AsyncPostgrestClient)(URL)
    other = opened().services.postgrest_client
    for client in (foreign, other):
        with pytest.raises(ValidationError, match="must be built with services"):
            await maybe_await(services.all_rows(client.table("brands").select("*").order("id")))
    await maybe_await(foreign.aclose())
    assert server.requests == []


async def test_iterating_reads_a_page_when_it_is_needed(services, brands, server, api):
    server.respond_with(rows(1, 2), rows(3))
    items = services.iterate_rows(brands.select("*").order("id"))
    assert server.requests == []
    first = next(items) if api == "blocking" else await anext(items)
    assert (first, len(server.requests)) == (rows(1)[0], 1)
    await maybe_await(items.close() if api == "blocking" else items.aclose())


async def test_an_invalid_query_is_refused_at_the_call(services, brands):
    with pytest.raises(ValidationError):
        services.iterate_rows(brands.select("*"))
