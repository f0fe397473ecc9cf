"""Writing: insert, upsert, update, put and delete; preferences; bodies of every kind."""

import json
from typing import Any

import httpx
import psycopg
import pytest

from spacecat_shared_data_access.local import LocalPostgrest

REPRESENTATION = {"Prefer": "return=representation"}
OBJECT = "application/vnd.pgrst.object+json"


@pytest.fixture(autouse=True)
def _empty_tables(cinema_server: LocalPostgrest) -> None:
    with psycopg.connect(cinema_server.database_url) as connection:
        connection.execute("TRUNCATE notes, seats, logs RESTART IDENTITY")


def prefer(*preferences: str) -> dict[str, str]:
    return {"Prefer": ",".join(preferences)}


def notes(client: httpx.Client, query: str = "select=id,title,body&order=id") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get(f"/notes?{query}").json()
    return rows


class TestInsert:
    def test_gives_back_the_row_with_its_defaults(self, cinema: httpx.Client) -> None:
        response = cinema.post("/notes", json={"title": "one"}, headers=REPRESENTATION)
        assert response.status_code == 201
        assert response.json() == [
            {"id": 1, "title": "one", "body": "nothing", "amount": 0, "film_id": None, "shouted": "ONE"}
        ]

    def test_says_where_the_row_is(self, cinema: httpx.Client) -> None:
        headers = prefer("return=headers-only")
        response = cinema.post("/seats", json={"hall": "a&b =é", "number": 1}, headers=headers)
        assert (response.status_code, response.content) == (201, b"")
        assert response.headers["location"] == "/seats?hall=eq.a%26b%20%3D%C3%A9&number=eq.1"
        assert len(cinema.get(response.headers["location"]).json()) == 1
        rows = [{"hall": "b", "number": number} for number in (1, 2)]
        assert "location" not in cinema.post("/seats", json=rows, headers=headers).headers
        assert "location" not in cinema.post("/logs", json={"at": 1}, headers=headers).headers

    def test_embeds_what_the_new_row_belongs_to(self, cinema: httpx.Client) -> None:
        response = cinema.post(
            "/notes?select=title,films(title,directors!director_id(name))",
            json={"title": "t", "film_id": 3},
            headers=REPRESENTATION,
        )
        assert response.json() == [
            {"title": "t", "films": {"title": "Portrait", "directors": {"name": "Céline Sciamma"}}}
        ]

    def test_an_empty_object_is_a_row_of_defaults(self, cinema: httpx.Client) -> None:
        assert cinema.post("/logs", json={}, headers=REPRESENTATION).json() == [{"line": None, "at": None}]
        assert len(cinema.post("/logs", json=[{}, {}], headers=REPRESENTATION).json()) == 2

    @pytest.mark.parametrize("as_list", [False, True])
    def test_defaults_stand_in_for_missing_keys_where_preferred(
        self, cinema: httpx.Client, as_list: bool
    ) -> None:
        row = {"title": "t", "amount": 5}
        for preference, expected in (("missing=default", "nothing"), ("missing=null", None)):
            response = cinema.post(
                "/notes?columns=title,body,amount&select=body,amount",
                json=[row] if as_list else row,
                headers=prefer("return=representation", preference),
            )
            assert response.json() == [{"body": expected, "amount": 5}]
            assert response.headers["preference-applied"] == f"{preference}, return=representation"

    def test_an_identity_is_a_default_too(self, cinema: httpx.Client) -> None:
        headers = prefer("return=representation", "missing=default")
        response = cinema.post('/notes?columns=id,"title"&select=id', json=[{"title": "t"}], headers=headers)
        assert response.json() == [{"id": 1}]

    def test_one_object_where_one_is_wanted(self, cinema: httpx.Client) -> None:
        headers = REPRESENTATION | {"Accept": OBJECT}
        response = cinema.post("/notes?select=id", json=[{"title": "t"}], headers=headers)
        assert (response.status_code, response.json()) == (201, {"id": 1})
        response = cinema.post("/notes", json=[{"title": "t"}, {"title": "u"}], headers=headers)
        assert (response.status_code, response.json()["code"]) == (406, "PGRST116")
        assert len(notes(cinema)) == 1

    @pytest.mark.parametrize("ending", ["\n", "\r\n"])
    def test_csv(self, cinema: httpx.Client, ending: str) -> None:
        text = ending.join(["title,body", 'one,"a, ""b"""', "two,NULL", ""])
        headers = REPRESENTATION | {"Content-Type": "text/csv", "Accept": "text/csv"}
        response = cinema.post("/notes?select=title,body", content=text, headers=headers)
        assert response.status_code == 201
        assert response.text == 'title,body\none,"a, ""b"""\ntwo,'

    def test_a_form(self, cinema: httpx.Client) -> None:
        response = cinema.post(
            "/notes?select=title,amount", data={"title": "f", "amount": "2.5"}, headers=REPRESENTATION
        )
        assert response.json() == [{"title": "f", "amount": 2.5}]

    @pytest.mark.parametrize(
        ("content", "content_type", "code"),
        [
            ("", "text/csv", "PGRST102"),
            ("a,b\n1", "text/csv", "PGRST102"),
            ("<a/>", "text/xml", "PGRST102"),
            (b"\xff", "application/json", "PGRST102"),
            ('{"title": NaN}', "application/json", "PGRST102"),
            ("[" * 100_000, "application/json", "PGRST102"),
            ('[{"title": "a"}, 1]', "application/json", "PGRST102"),
            ('[{"title": "a"}, {"title": "b", "body": "c"}]', "application/json", "PGRST102"),
            ('{"title": "longer than ten"}', "application/json", "22001"),
            ('{"title": "a\\u0000b"}', "application/json", "22P05"),
            ('{"shouted": "A", "title": "a"}', "application/json", "428C9"),
        ],
    )
    def test_refuses_other_bodies(
        self, cinema: httpx.Client, content: str | bytes, content_type: str, code: str
    ) -> None:
        response = cinema.post("/notes", content=content, headers={"Content-Type": content_type})
        assert (response.status_code, response.json()["code"]) == (400, code)

    def test_with_columns_the_database_reads_the_body(self, cinema: httpx.Client) -> None:
        response = cinema.post("/notes?columns=title", content="{nope")
        assert (response.status_code, response.json()["code"]) == (400, "22P02")
        row = {"title": "t", "body": "left out", "unknown": 1}
        assert cinema.post("/notes?columns=title&select=body", json=row, headers=REPRESENTATION).json() == [
            {"body": "nothing"}
        ]
        assert cinema.post("/notes?columns=title,", json=row).json()["code"] == "PGRST100"

    @pytest.mark.parametrize("body", ["1", '"text"', "null"])
    def test_a_value_that_is_no_row_inserts_nothing(self, cinema: httpx.Client, body: str) -> None:
        response = cinema.post("/notes", content=body, headers=REPRESENTATION)
        assert (response.status_code, response.json()) == (201, [])

    def test_a_body_of_megabytes(self, cinema: httpx.Client) -> None:
        rows = [{"title": "t", "body": "x" * 1000, "amount": number} for number in range(4000)]
        response = cinema.post(
            "/notes?select=id", json=rows, headers=prefer("return=representation", "count=exact")
        )
        assert response.headers["content-range"] == "*/4000"
        assert len(cinema.get("/notes").content) > 4_000_000


class TestUpsert:
    def test_merges_on_the_primary_key(self, cinema: httpx.Client) -> None:
        headers = prefer("resolution=merge-duplicates", "return=representation")
        rows = [{"hall": "a", "number": number, "taken": False} for number in (1, 2)]
        assert cinema.post("/seats", json=rows, headers=headers).status_code == 201
        rows = [{"hall": "a", "number": number, "taken": True} for number in (1, 2)]
        response = cinema.post("/seats?order=number", json=rows, headers=headers)
        assert (response.status_code, response.json()) == (200, rows)

    def test_ignores_on_the_primary_key(self, cinema: httpx.Client) -> None:
        cinema.post("/seats", json={"hall": "a", "number": 1})
        rows = [{"hall": "a", "number": number, "taken": True} for number in (1, 2)]
        headers = prefer("resolution=ignore-duplicates", "return=representation")
        response = cinema.post("/seats?select=number", json=rows, headers=headers)
        assert (response.status_code, response.json()) == (201, [{"number": 2}])
        assert response.headers["preference-applied"] == "resolution=ignore-duplicates, return=representation"

    def test_without_a_key_it_is_a_plain_insert(self, cinema: httpx.Client) -> None:
        response = cinema.post("/logs", json={"at": 1}, headers=prefer("resolution=merge-duplicates"))
        assert response.status_code == 201
        assert "preference-applied" not in response.headers

    def test_an_empty_object_is_left_as_it_is(self, cinema: httpx.Client) -> None:
        response = cinema.post("/logs?on_conflict=at", json={}, headers=prefer("resolution=merge-duplicates"))
        assert response.json()["code"] == "42P10"
        response = cinema.post("/notes", json={}, headers=prefer("resolution=merge-duplicates"))
        assert response.json()["code"] == "23502"


class TestUpdate:
    @pytest.fixture(autouse=True)
    def _rows(self, cinema: httpx.Client) -> None:
        cinema.post("/notes", json=[{"title": title, "film_id": 1} for title in "abc"])

    def test_changes_the_rows_chosen(self, cinema: httpx.Client) -> None:
        response = cinema.patch(
            "/notes?or=(title.eq.a,title.eq.c)", json={"title": "z"}, headers=REPRESENTATION
        )
        assert (response.status_code, response.headers["content-range"]) == (200, "0-1/*")
        assert [row["title"] for row in response.json()] == ["z", "z"]
        assert [row["title"] for row in notes(cinema)] == ["z", "b", "z"]

    def test_without_preferences_it_answers_with_nothing(self, cinema: httpx.Client) -> None:
        response = cinema.patch("/notes?id=eq.1", json={"body": None})
        assert (response.status_code, response.content) == (204, b"")
        assert "content-type" not in response.headers
        response = cinema.patch("/notes?id=eq.1", json={"body": "x"}, headers=prefer("return=headers-only"))
        assert response.status_code == 204
        assert response.headers["preference-applied"] == "return=headers-only"

    def test_embeds_and_selects(self, cinema: httpx.Client) -> None:
        response = cinema.patch(
            "/notes?id=eq.1&select=n:title,films!inner(title)&films.title=like.C*",
            json={"title": "q"},
            headers=REPRESENTATION | {"Accept": OBJECT},
        )
        assert response.json() == {"n": "q", "films": {"title": "Cléo"}}

    def test_columns_and_defaults(self, cinema: httpx.Client) -> None:
        cinema.patch("/notes?id=eq.1&columns=body,amount", json={"body": "x", "title": "no"})
        assert notes(cinema, "id=eq.1&select=title,body,amount") == [
            {"title": "a", "body": "x", "amount": None}
        ]
        cinema.patch("/notes?id=eq.1&columns=body", json={}, headers=prefer("missing=default"))
        assert notes(cinema, "id=eq.1&select=body") == [{"body": "nothing"}]

    def test_an_empty_change_gives_the_columns_asked_for_none(self, cinema: httpx.Client) -> None:
        assert cinema.patch("/notes?id=eq.1", json={}).status_code == 204
        response = cinema.patch("/notes?id=eq.1&select=colour", json={}, headers=REPRESENTATION)
        assert response.json()["code"] == "42703"

    @pytest.mark.parametrize("method", ["PATCH", "DELETE"])
    def test_can_be_bounded(self, cinema: httpx.Client, method: str) -> None:
        content = '{"title": "z"}' if method == "PATCH" else None
        headers = prefer("handling=strict", "max-affected=2")
        response = cinema.request(method, "/notes?id=lt.9", content=content, headers=headers)
        assert (response.status_code, response.json()["code"]) == (400, "PGRST124")
        assert response.json()["details"] == "The query affects 3 rows"
        assert [row["title"] for row in notes(cinema)] == ["a", "b", "c"]
        response = cinema.request(method, "/notes?id=lt.3", content=content, headers=headers)
        assert response.headers["preference-applied"] == "handling=strict, max-affected=2"
        lenient = prefer("max-affected=0")
        assert cinema.request(method, "/notes?id=eq.3", content=content, headers=lenient).status_code == 204

    @pytest.mark.parametrize("method", ["PATCH", "DELETE"])
    @pytest.mark.parametrize(
        "query",
        [
            "title=eq.a%00b",
            "title=in.(a%00,%00)",
            "title=like.a%00*",
            "id=eq.1%002",
            "or=(title.eq.a%00,id.gt.9)",
        ],
    )
    def test_a_filter_ends_at_a_nul(self, cinema: httpx.Client, method: str, query: str) -> None:
        content = '{"title": "z"}' if method == "PATCH" else None
        response = cinema.request(method, f"/notes?{query}", content=content, headers=REPRESENTATION)
        assert [row["id"] for row in response.json()] == [1]
        left = [row["title"] for row in notes(cinema)]
        assert left == (["z", "b", "c"] if method == "PATCH" else ["b", "c"])

    def test_a_nul_in_a_body_is_refused(self, cinema: httpx.Client) -> None:
        response = cinema.patch("/notes?title=eq.a", content='{"title": "a\\u0000b"}')
        assert (response.status_code, response.json()["code"]) == (400, "22P05")
        assert [row["title"] for row in notes(cinema)] == ["a", "b", "c"]

    def test_limit_and_order_mean_nothing(self, cinema: httpx.Client) -> None:
        response = cinema.patch(
            "/notes?limit=1&order=id.desc", json={"title": "z"}, headers=prefer("count=exact")
        )
        assert response.headers["content-range"] == "0-2/3"


class TestPut:
    def test_inserts_then_replaces(self, cinema: httpx.Client) -> None:
        target = "/seats?hall=eq.a&number=eq.1"
        seat = {"hall": "a", "number": 1, "taken": False}
        response = cinema.put(target, json=seat, headers=REPRESENTATION)
        assert (response.status_code, response.json()) == (201, [seat])
        response = cinema.put(target, json=seat | {"taken": True}, headers=REPRESENTATION)
        assert (response.status_code, response.json()) == (200, [seat | {"taken": True}])
        assert response.headers["preference-applied"] == "return=representation"
        assert cinema.put(target, json=seat).status_code == 204

    @pytest.mark.parametrize(
        ("query", "status", "code"),
        [
            ("hall=eq.a&number=eq.2", 400, "PGRST115"),
            ("hall=eq.a", 405, "PGRST105"),
            ("hall=eq.a&number=gt.1", 405, "PGRST105"),
            ("hall=eq.a&number=not.eq.1", 405, "PGRST105"),
            ("hall=eq.a&number=eq(any).{1}", 405, "PGRST105"),
            ("hall=eq.a&number=eq.1&or=(number.eq.1)", 405, "PGRST105"),
            ("hall=eq.a&number=eq.1&limit=1", 400, "PGRST114"),
        ],
    )
    def test_the_url_has_to_name_the_row(
        self, cinema: httpx.Client, query: str, status: int, code: str
    ) -> None:
        response = cinema.put(f"/seats?{query}", json={"hall": "a", "number": 1})
        assert (response.status_code, response.json()["code"]) == (status, code)
        assert cinema.get("/seats").json() == []

    def test_a_key_ends_at_a_nul(self, cinema: httpx.Client) -> None:
        row = {"hall": "a", "number": 1, "taken": True}
        response = cinema.put("/seats?hall=eq.a%00b&number=eq.1%00", json=row, headers=REPRESENTATION)
        assert (response.status_code, response.json()) == (201, [row])


class TestDelete:
    def test_gives_back_what_was_there(self, cinema: httpx.Client) -> None:
        cinema.post("/notes", json=[{"title": title, "film_id": 3} for title in "ab"])
        response = cinema.delete(
            "/notes?title=eq.a&select=title,films(title)",
            headers=prefer("return=representation", "count=exact"),
        )
        assert response.json() == [{"title": "a", "films": {"title": "Portrait"}}]
        assert response.headers["content-range"] == "*/1"
        assert [row["title"] for row in notes(cinema)] == ["b"]
        response = cinema.delete("/notes", headers=REPRESENTATION | {"Accept": "text/csv"})
        assert response.text == "id,title,body,amount,film_id,shouted\n2,b,nothing,0,3,B"


class TestReset:
    SCHEMA = """
        CREATE TABLE owners (id int PRIMARY KEY);
        CREATE TABLE pets (id serial PRIMARY KEY, owner_id int NOT NULL REFERENCES owners);
        CREATE TABLE visits (day int, pet text) PARTITION BY RANGE (day);
        CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (100);
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''kept''; END';
        CREATE TRIGGER keep BEFORE DELETE ON pets FOR EACH ROW EXECUTE FUNCTION refuse();
        CREATE ROLE landlord LOGIN;
        ALTER TABLE owners OWNER TO landlord; ALTER TABLE pets OWNER TO landlord;
        ALTER TABLE visits OWNER TO landlord; ALTER TABLE visits_1 OWNER TO landlord;
    """

    @pytest.mark.parametrize("case", ["a few rows", "many rows", "not a superuser"])
    def test_empties_all_tables_and_starts_to_count_again(
        self, local_postgrest: LocalPostgrest, case: str
    ) -> None:
        name = f"reset_{case.replace(' ', '_')}"
        with psycopg.connect(local_postgrest.database_url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            connection.execute("DROP ROLE IF EXISTS landlord")
        url = local_postgrest.database_url.replace("/spacecat?", f"/{name}?")
        with LocalPostgrest(
            database_url=url, schema=self.SCHEMA, create_tables=True, allow_reset=True
        ) as server:
            pets = 40_000 if case == "many rows" else 3
            if case == "not a superuser":
                server._database_url = url.replace("postgres:@", "landlord:@")
            for _ in range(2):
                with psycopg.connect(url) as connection:
                    connection.execute("INSERT INTO owners VALUES (1); INSERT INTO visits VALUES (1, 'rex')")
                    connection.execute(
                        "INSERT INTO pets (owner_id) SELECT 1 FROM generate_series(1, %s)", [pets]
                    )
                    found = connection.execute(
                        "SELECT count(*), min(id), (SELECT count(*) FROM visits) FROM pets"
                    )
                    assert found.fetchone() == (pets, 1, 1)
                server.reset()
            with psycopg.connect(url, autocommit=True) as connection:
                counts = (
                    "SELECT (SELECT count(*) FROM owners), (SELECT count(*) FROM pets), count(*) FROM visits"
                )
                assert connection.execute(counts).fetchone() == (0, 0, 0)
                connection.execute("DROP OWNED BY landlord; DROP ROLE landlord")


def test_strict_preferences_hold_for_writes(cinema: httpx.Client) -> None:
    response = cinema.post("/notes", json={"title": "x"}, headers=prefer("handling=strict", "a=b"))
    assert response.json()["code"] == "PGRST122"
    assert notes(cinema) == []


def test_numbers_and_text_come_back_as_they_went(cinema: httpx.Client) -> None:
    content = '{"title": "é\\u00e9\U0001f680", "body": "\\"\\\\\\n\\t%s {} $1 \'"'
    content += ', "amount": 1234567890123456789.125}'
    response = cinema.post("/notes", content=content, headers=REPRESENTATION)
    assert '"amount":1234567890123456789.125' in response.text
    sent, received = json.loads(content), response.json()[0]
    assert (received["title"], received["body"]) == (sent["title"], sent["body"])
