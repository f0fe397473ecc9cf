"""Edge cases recorded at a real PostgREST 16.2, replayed in their order, and further cases of the same kinds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from postgrest import AsyncPostgrestClient

from spacecat_shared_data_access.local import LocalPostgrest

EXCHANGES = json.loads((Path(__file__).parents[1] / "data" / "edges.json").read_text("utf-8"))["exchanges"]

# The column was text when this was recorded, as the package's tables had it then.
NOW_AN_ENUM = "/entitlements?tier=eq.WRONG"
# Headers that are compared; others are those of the HTTP server, such as Date.
COMPARED = sorted({name for each in EXCHANGES for name in each["response"]["headers"]})
SEED = """
INSERT INTO organizations (id, name, llm_backend, created_at, updated_at)
SELECT ('0190a1b2-c3d4-7e5f-8a6b-00000000000' || number)::uuid, name, NULL, '2026-01-01Z', '2026-01-01Z'
FROM (VALUES (1, 'a'), (2, ' a'), (3, 'b'), (4, 'x y'), (5, 'c')) AS _ (number, name) ORDER BY number
"""


@pytest.fixture(scope="module")
def recorded(local_postgrest: LocalPostgrest) -> Iterator[httpx.Client]:
    """A client of a server over the rows of the recording."""
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE edges TEMPLATE template0")
    url = local_postgrest.database_url.replace("/spacecat?", "/edges?")
    with (
        LocalPostgrest(database_url=url, create_tables=True) as server,
        httpx.Client(base_url=server.url) as client,
    ):
        with psycopg.connect(url) as connection:
            connection.execute("GRANT USAGE ON SCHEMA public TO postgrest_writer")
            connection.execute(SEED)
        yield client


def send(client: httpx.Client, method: str, target: str, **options: Any) -> httpx.Response:
    """Send a request whose target is not normalized."""
    url = client.base_url.copy_with(raw_path=target.encode())
    return client.request(method, url, **options)


def test_the_recording_is_whole() -> None:
    assert len(EXCHANGES) == 60
    assert COMPARED == [
        "allow",
        "content-location",
        "content-range",
        "content-type",
        "preference-applied",
        "proxy-status",
        "vary",
    ]


@pytest.mark.parametrize(
    "exchange",
    [
        pytest.param(each, id=f"{n:02}-{each['request']['method']}-{each['request']['target']}")
        for n, each in enumerate(EXCHANGES)
        if each["request"]["target"] != NOW_AN_ENUM
    ],
)
def test_answers_as_postgrest_did(recorded: httpx.Client, exchange: dict[str, Any]) -> None:
    request, expected = exchange["request"], exchange["response"]
    response = send(
        recorded, request["method"], request["target"], headers=request["headers"], content=request["body"]
    )
    body: object = None
    if response.content:
        is_json = "json" in response.headers["content-type"]
        body = response.json() if is_json else response.text
    headers = {name: response.headers[name] for name in COMPARED if name in response.headers}
    assert (response.status_code, headers, body) == (
        expected["status"],
        expected["headers"],
        expected["body"],
    )
    assert response.headers["server"] == "postgrest/16.2"


class TestWhatFollowsIsIgnored:
    @pytest.mark.parametrize(
        "query",
        [
            "id=in.(1,2)x",
            "id=in.(1,2))",
            "id=not.in.(3,4,5)(",
            "and=(id.gte.1,id.lte.2)x",
            "or=(id.eq.1,id.eq.2))",
            "id=lte.2&seen=is.not_nullx",
            "id=lte.2&select=id)",
            "id=lte.2&select=id),title",
            "id=lte.2&select=id,directors!films_director_fkey()x",
            "id)=lte.2",
        ],
    )
    def test_in(self, cinema: httpx.Client, query: str) -> None:
        select = "" if "select" in query else "&select=id"
        response = send(cinema, "GET", f"/films?order=id&{query}{select}")
        assert [row["id"] for row in response.json()] == [1, 2]

    @pytest.mark.parametrize(
        "query",
        ["select=id]", 'select=id"', "order=id)", "order=id.asc)", "or=(id.eq.1]", "id=in.(1", "id=is.nul"],
    )
    def test_not_where_it_would_be_part_of_it(self, cinema: httpx.Client, query: str) -> None:
        assert send(cinema, "GET", f"/films?{query}").json()["code"] == "PGRST100"

    def test_in_the_columns_of_a_body(self, recorded: httpx.Client) -> None:
        response = send(recorded, "PATCH", "/organizations?name=eq.nobody&columns=name)", json={"x": 1})
        assert response.status_code == 204


class TestNumbers:
    @pytest.mark.parametrize("name", ["limit", "offset"])
    @pytest.mark.parametrize("digits", [19, 20, 100])
    def test_larger_than_bigint_are_refused_by_the_database(
        self, cinema: httpx.Client, name: str, digits: int
    ) -> None:
        number = "9" * digits
        body = cinema.get(f"/films?{name}={number}").json()
        assert (body["code"], body["message"]) == (
            "22003",
            f'value "{number}" is out of range for type bigint',
        )

    def test_of_thousands_of_digits_too(self, cinema: httpx.Client) -> None:
        for response in (
            cinema.get(f"/films?limit={'9' * 9_000}"),
            cinema.get("/films", headers={"Range": f"{'9' * 9_000}-"}),
        ):
            assert (response.status_code, response.json()["code"]) == (400, "22003")


class TestOrderOfWrittenRows:
    @pytest.mark.parametrize(
        ("order", "expected"), [("hall", "abc"), ("hall.desc", "cba"), ("number", "abc")]
    )
    def test_is_the_one_asked_for(self, cinema: httpx.Client, order: str, expected: str) -> None:
        rows = [{"hall": hall, "number": number} for hall, number in ("b2", "a1", "c3")]
        headers, query = {"Prefer": "return=representation"}, f"/seats?order={order}&hall=in.(a,b,c)"
        responses = [
            send(cinema, "POST", query, json=rows, headers=headers),
            send(cinema, "PATCH", query, json={"taken": True}, headers=headers),
            send(cinema, "DELETE", query, headers=headers),
        ]
        for response in responses:
            assert "".join(row["hall"] for row in response.json()) == expected

    def test_needs_a_column_that_is_returned(self, cinema: httpx.Client) -> None:
        target = "/seats?order=taken&select=hall&hall=eq.nowhere"
        response = send(cinema, "DELETE", target, headers={"Prefer": "return=representation"})
        assert response.json()["code"] == "42703"
        assert send(cinema, "DELETE", target).status_code == 204


class TestBodies:
    @pytest.mark.parametrize("method", ["POST", "PATCH"])
    @pytest.mark.parametrize(
        "body",
        [r'{"name": "\ud83d"}', r'[{"name": "\ude00\ud83d"}]', r'{"\ud800": 1}', r'{"name": "\uD83d x"}'],
    )
    def test_half_a_surrogate_pair_is_not_json(self, recorded: httpx.Client, method: str, body: str) -> None:
        headers = {"Content-Type": "application/json"}
        response = send(recorded, method, "/organizations?name=eq.nobody", content=body, headers=headers)
        assert (response.status_code, response.json()["code"]) == (400, "PGRST102")

    @pytest.mark.parametrize(
        "body", [r'{"name": "\ud83d\ude00"}', r'{"name": "\\ud83d"}', r'{"name": "\u00e9"}']
    )
    def test_a_whole_one_is(self, recorded: httpx.Client, body: str) -> None:
        headers = {"Content-Type": "application/json"}
        response = send(recorded, "PATCH", "/organizations?name=eq.nobody", content=body, headers=headers)
        assert response.status_code == 204


class TestTimeZones:
    @pytest.mark.parametrize("zone", ["Nope", "", "America", "Mars/Base"])
    def test_unknown_ones_are_refused_by_the_database(self, recorded: httpx.Client, zone: str) -> None:
        for prefer in (f"timezone={zone}", f"handling=strict, timezone={zone}"):
            response = recorded.get("/organizations", headers={"Prefer": prefer})
            assert (response.status_code, response.json()["code"]) == (400, "22023")

    @pytest.mark.parametrize(("zone", "suffix"), [("05:00", "-05:00"), ("-4", "-04:00"), ("utc", "+00:00")])
    def test_those_of_postgresql_are_known(self, recorded: httpx.Client, zone: str, suffix: str) -> None:
        response = recorded.get(
            "/organizations?select=created_at&limit=1", headers={"Prefer": f"timezone={zone}"}
        )
        assert response.json()[0]["created_at"].endswith(suffix)
        assert response.headers["preference-applied"] == f"timezone={zone}"


class TestPaths:
    @pytest.mark.parametrize("target", ["//films", "/films/", "//", "/rpc/add/", "/rpc//add", "//rpc/add"])
    def test_with_an_empty_segment_are_refused(self, cinema: httpx.Client, target: str) -> None:
        response = send(cinema, "GET", target)
        assert (response.status_code, response.json()["code"]) == (404, "PGRST125")

    @pytest.mark.parametrize("method", ["TRACE", "FOO", "PUT", "PATCH", "DELETE"])
    def test_functions_are_only_called(self, cinema: httpx.Client, method: str) -> None:
        response = send(cinema, method, "/rpc/add")
        assert (response.status_code, response.json()["code"]) == (405, "PGRST101")

    @pytest.mark.parametrize("target", ["/films?title=eq.%ff", "/films?%c3%28=eq.1", "/rpc/joined?words=%80"])
    def test_a_query_string_that_is_not_utf_8_is_too_much(self, cinema: httpx.Client, target: str) -> None:
        response = send(cinema, "GET", target)
        assert (response.status_code, response.text) == (500, "Something went wrong")
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert "vary" not in response.headers


class TestHeaders:
    def test_the_canonical_url_has_sorted_parameters(self, cinema: httpx.Client) -> None:
        target = "/films?title=eq.Cl%C3%A9o&select=id,%20title&id=gt.0&title=neq.a+b&limit"
        response = send(cinema, "GET", target)
        assert response.headers["content-location"] == (
            "/films?id=gt.0&limit=&select=id%2C%20title&title=eq.Cl%C3%A9o&title=neq.a%20b"
        )

    def test_only_reading_a_table_has_one(self, cinema: httpx.Client) -> None:
        assert cinema.head("/films").headers["content-location"] == "/films"
        for response in (
            cinema.get("/rpc/add?a=1"),
            cinema.get("/"),
            cinema.options("/films"),
            cinema.patch("/films?id=eq.0", json={"year": 1}),
            cinema.get("/films?colour=eq.red"),
        ):
            assert "content-location" not in response.headers

    def test_a_range_beyond_the_end_is_no_error_of_the_request(self, cinema: httpx.Client) -> None:
        response = cinema.get("/films?offset=9", headers={"Prefer": "count=exact"})
        assert (response.status_code, response.json()["code"]) == (416, "PGRST103")
        assert response.headers["content-location"] == "/films?offset=9"
        assert response.headers["vary"] == "Accept, Prefer, Range"
        assert "proxy-status" not in response.headers

    def test_errors_name_their_code_to_proxies(self, cinema: httpx.Client) -> None:
        response = cinema.get("/films?colour=eq.red")
        assert response.headers["proxy-status"] == "PostgREST; error=42703"
        assert "vary" not in response.headers

    def test_a_function_may_set_vary_and_server(self, cinema: httpx.Client) -> None:
        own = json.dumps([{"Vary": "Cookie"}, {"Server": "mine"}])
        response = cinema.post("/rpc/set_response", json={"status": "200", "headers": own})
        assert (response.headers["vary"], response.headers["server"]) == ("Cookie", "mine")


class TestMediaTypes:
    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("*/*, text/csv", "text/csv"),
            ("application/json, text/csv", "application/json"),
            ("text/csv;q=0.5, */*;q=0.8", "application/json"),
            (
                "application/json, application/vnd.pgrst.object;nulls=stripped",
                "application/vnd.pgrst.object+json;nulls=stripped",
            ),
            (
                'Application/vnd.PGRST.array+json; nulls="stripped"',
                "application/vnd.pgrst.array+json;nulls=stripped",
            ),
        ],
    )
    def test_the_more_specific_one_is_preferred(
        self, cinema: httpx.Client, accept: str, expected: str
    ) -> None:
        response = cinema.get("/films?id=eq.1", headers={"Accept": accept})
        assert response.headers["content-type"] == f"{expected}; charset=utf-8"

    @pytest.mark.parametrize(
        ("accept", "named"),
        [
            ("image/png", "image/png"),
            ("application/*", "application/*"),
            ("image/*;q=0.5, text/html;level=1", "text/html;level=1, image/*"),
            ("application/vnd.pgrst.plan", 'application/vnd.pgrst.plan+text; for="application/json"'),
            (
                'application/vnd.pgrst.plan+json; for="text/csv"; options=analyze|verbose',
                'application/vnd.pgrst.plan+json; for="text/csv"; options=analyze|verbose',
            ),
        ],
    )
    def test_those_that_are_not_available_are_named(
        self, cinema: httpx.Client, accept: str, named: str
    ) -> None:
        response = cinema.get("/films", headers={"Accept": accept})
        assert response.status_code == 406
        assert response.json()["message"] == f"None of these media types are available: {named}"


@pytest.fixture(scope="module")
def planning(cinema_server: LocalPostgrest) -> Iterator[httpx.Client]:
    """A client of a server that shows plans, over the same database as `cinema`."""
    with (
        LocalPostgrest(
            database_url=cinema_server.database_url,
            schema="SELECT 1",
            anon_role="cinema_clerk",
            db_plan_enabled=True,
        ) as server,
        httpx.Client(base_url=server.url) as client,
    ):
        yield client


class TestPlans:
    """With `db_plan_enabled=True`."""

    PLAN = "application/vnd.pgrst.plan"

    def test_as_json(self, planning: httpx.Client) -> None:
        response = planning.get("/films?id=eq.1", headers={"Accept": f"{self.PLAN}+json"})
        expected = f'{self.PLAN}+json; for="application/json"; charset=utf-8'
        assert (response.status_code, response.headers["content-type"]) == (200, expected)
        [plan] = response.json()
        assert plan.keys() == {"Plan"}
        assert plan["Plan"]["Node Type"] == "Aggregate"
        assert response.headers["vary"] == "Accept, Prefer, Range"
        assert "content-range" not in response.headers

    @pytest.mark.parametrize("accept", [PLAN, f"{PLAN}+text"])
    def test_as_text(self, planning: httpx.Client, accept: str) -> None:
        response = planning.get("/films", headers={"Accept": accept})
        assert response.headers["content-type"] == f'{self.PLAN}+text; for="application/json"; charset=utf-8'
        assert response.text.startswith("Aggregate  (cost=")
        assert "Seq Scan on films" in response.text
        assert response.text.endswith("\n")

    @pytest.mark.parametrize(
        ("options", "has"),
        [
            ("analyze", "actual time="),
            ("verbose", "Output: "),
            ("analyze|buffers", "Buffers: "),
            ("analyze|wal", "Planning Time"),
        ],
    )
    def test_with_options(self, planning: httpx.Client, options: str, has: str) -> None:
        accept = f'{self.PLAN}+text; for="application/json"; options={options};'
        response = planning.get("/films", headers={"Accept": accept})
        assert has in response.text
        assert f"; options={options}; charset" in response.headers["content-type"]

    @pytest.mark.parametrize(
        ("of", "named"),
        [
            ("text/csv", "text/csv"),
            ("application/vnd.pgrst.object", "application/vnd.pgrst.object+json"),
            (
                "application/vnd.pgrst.object+json;nulls=stripped",
                "application/vnd.pgrst.object+json;nulls=stripped",
            ),
        ],
    )
    def test_for_another_media_type(self, planning: httpx.Client, of: str, named: str) -> None:
        response = planning.get("/films", headers={"Accept": f'{self.PLAN}+json; for="{of}"'})
        assert response.status_code == 200  # though it is not one row
        assert response.headers["content-type"] == f'{self.PLAN}+json; for="{named}"; charset=utf-8'

    def test_of_writes_which_are_not_done(self, planning: httpx.Client) -> None:
        headers = {"Accept": f"{self.PLAN}+json"}
        for method, target, node in (
            ("POST", "/logs", "Insert"),
            ("PATCH", "/logs?at=eq.1", "Update"),
            ("DELETE", "/logs?at=eq.1", "Delete"),
            ("POST", "/rpc/write_log", "Function Scan"),
        ):
            body = None if method == "DELETE" else {"line": "planned"}
            response = planning.request(method, target, json=body, headers=headers)
            assert response.status_code == 200, response.text
            assert node in response.text
        assert planning.get("/logs?line=eq.planned").json() == []

    def test_errors_stay_errors(self, planning: httpx.Client) -> None:
        response = planning.get("/films?colour=eq.red", headers={"Accept": self.PLAN})
        assert (response.status_code, response.json()["code"]) == (400, "42703")

    async def test_postgrest_py_shows_them(self, planning: httpx.Client) -> None:
        async with AsyncPostgrestClient(str(planning.base_url)) as client:
            plan = await client.from_("films").select("*").explain(analyze=True).execute()
        assert "actual time=" in str(plan)
