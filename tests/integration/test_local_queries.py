"""Reading: columns, filters, order, ranges, counts and media types."""

from typing import Any

import httpx
import pytest


def get(client: httpx.Client, target: str, **headers: str) -> Any:
    response = client.get(target, headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert response.status_code in {200, 206}, response.text
    return response.json()


def ids(client: httpx.Client, target: str) -> list[int]:
    """The ids of the films that a query string chooses."""
    return [row["id"] for row in get(client, f"/films?select=id&order=id&{target}")]


def error(client: httpx.Client, target: str, method: str = "GET", **headers: str) -> tuple[int, str, str]:
    response = client.request(
        method, target, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    body = response.json()
    assert set(body) == {"code", "message", "details", "hint"}
    return response.status_code, body["code"], body["message"]


class TestSelect:
    @pytest.mark.parametrize(
        ("select", "expected"),
        [
            ("id,title", {"id": 1, "title": "Cléo"}),
            ("number:id", {"number": 1}),
            ("id::text", {"id": "1"}),
            ("a:id::text", {"a": "1"}),
            ("rating::integer", {"rating": 8}),
            ("year::double precision", {"year": 1962}),
            ("year::VARCHAR", {"year": "1962"}),
            ("info->runtime", {"runtime": 90}),
            ("info->>runtime", {"runtime": "90"}),
            ("info->crew->>camera", {"camera": "Rabier"}),
            ("info->langs->0", {"langs": "fr"}),
            ("info->langs->>-1", {"langs": "en"}),
            ("minutes:info->>runtime::int", {"minutes": 90}),
            ("tags->0", {"tags": "paris"}),
            ('"odd, 100% name"', {"odd, 100% name": "a.b,c"}),
            ('"x%y":"odd, 100% name"', {"x%y": "a.b,c"}),
            ("%20id%20,%20title%20", {"id": 1, "title": "Cléo"}),
            ("id,,".rstrip(","), {"id": 1}),
            ("", None),
        ],
    )
    def test_shapes_the_rows(
        self, cinema: httpx.Client, select: str, expected: dict[str, Any] | None
    ) -> None:
        [row] = get(
            cinema, f"/films?id=eq.1&select={select}".replace("100%", "100%25").replace("x%y", "x%25y")
        )
        assert row == expected if expected else len(row) == 14

    def test_a_star_keeps_the_order_of_the_columns(self, cinema: httpx.Client) -> None:
        [row] = get(cinema, "/directors?id=eq.1")
        assert list(row.items()) == [("id", 1), ("name", "Agnès Varda"), ("born", "1928-05-30")]

    @pytest.mark.parametrize(
        ("select", "code"),
        [
            ("id,", "PGRST100"),
            ("id::", "PGRST100"),
            ("id;drop", "PGRST100"),
            ("directors(id", "PGRST100"),
            ('id"x', "PGRST100"),
            ("id.nope()", "PGRST100"),
            ("year.sum()", "PGRST123"),
            ("count()", "PGRST123"),
            ("id::nope", "42704"),
            ("title::int", "22P02"),
            ("colour", "42703"),
        ],
    )
    def test_says_what_is_wrong(self, cinema: httpx.Client, select: str, code: str) -> None:
        status, found, _ = error(cinema, f"/films?select={select}")
        assert (status, found) == (400, code)


FILTERS = [
    ("title=eq.Cléo", [1]),
    ("id=neq.1", [2, 3, 4, 5]),
    ("year=gt.1985", [3, 4]),
    ("year=gte.1985", [2, 3, 4]),
    ("year=lt.1985", [1]),
    ("year=lte.1985", [1, 2]),
    ("title=like.P*", [3, 4]),
    ("title=like.p*", []),
    ("title=ilike.p*", [3, 4]),
    ("title=match.^[CV]", [1, 2]),
    ("title=imatch.^[cv]", [1, 2]),
    ("id=in.(1,3,7)", [1, 3]),
    ("id=in.()", []),
    ("id=not.in.(1,3)", [2, 4, 5]),
    ('title=in.("Cléo",Portrait)', [1, 3]),
    ('"odd, 100%25 name"=in.("a.b,c","say \\"hi\\" \\\\o/")', [1, 3]),
    ('"odd, 100%25 name"=eq.100%25', [4]),
    ('"odd, 100%25 name"=eq.', [5]),
    ("seen=is.true", [1, 3]),
    ("seen=is.false", [2]),
    ("seen=is.unknown", [4, 5]),
    ("seen=is.NULL", [4, 5]),
    ("seen=is.not_null", [1, 2, 3]),
    ("seen=not.is.null", [1, 2, 3]),
    ("seen=isdistinct.true", [2, 4, 5]),
    ("seen=not.isdistinct.true", [1, 3]),
    ("mood=eq.tense", [1, 3]),
    ("tags=cs.{sea}", [3]),
    ("tags=cd.{sea,fire,ice}", [3, 5]),
    ("tags=ov.{sea,winter}", [2, 3]),
    ("tags=eq.{}", [5]),
    ('info=cs.{"runtime":90}', [1]),
    ('info->langs=cs.["it"]', [3]),
    ("info->>runtime=eq.105", [2]),
    ("info->crew->>camera=like.Ra*", [1]),
    ("info->langs->>1=eq.en", [1]),
    ("screening=sl.[9,10)", [1, 2]),
    ("screening=sr.[1,6)", [3]),
    ("screening=nxr.[1,8]", [1, 2]),
    ("screening=nxl.[5,8]", [2, 3]),
    ("screening=adj.[9,10)", [2, 3]),
    ("screening=cs.[5,6)", [2]),
    ("words=fts(english).waiting", [1, 3]),
    ("words=plfts(english).the diagnosis", [1]),
    ("words=phfts(english).winter wandering", [2]),
    ("words=wfts(english).wait -diagnosis", [3]),
    ("words=not.fts.winter", [1, 3]),
    ("title=fts(simple).petite", [4]),
    ("info->>runtime=plfts.90", [1]),
    ("title=eq(any).{Cléo,Portrait}", [1, 3]),
    ("year=gt(all).{1985,2000}", [3, 4]),
    ("title=like(any).{C*,V*}", [1, 2]),
    ("title=not.ilike(any).{C*,V*}", [3, 4, 5]),
    ("year=gte.1960&year=lte.1990", [1, 2]),
]


class TestFilters:
    @pytest.mark.parametrize(("query", "expected"), FILTERS)
    def test_choose_rows(self, cinema: httpx.Client, query: str, expected: list[int]) -> None:
        assert ids(cinema, query) == expected

    @pytest.mark.parametrize(("query", "expected"), FILTERS)
    def test_end_at_a_nul(self, cinema: httpx.Client, query: str, expected: list[int]) -> None:
        assert ids(cinema, f"{query}%00%25{{)(") == expected

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ('title=in.(Cléo%00,"Portrait%00, or \\" so",Vaga%00bond)', [1, 3]),
            ("id=not.in.(1%00,3%002)", [2, 4, 5]),
            ("or=(title.eq.Cléo%00x,title.like.Port*%00)", [1, 3]),
            ('or=(title.eq."Cléo%00,",and(id.gt.2%00,id.lt.4%005))', [1, 3]),
            ("info->>runtime=eq.105%00x", [2]),
        ],
    )
    def test_end_at_a_nul_each_in_a_list_or_a_tree(
        self, cinema: httpx.Client, query: str, expected: list[int]
    ) -> None:
        assert ids(cinema, query) == expected

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("or=(id.eq.1,id.eq.3)", [1, 3]),
            ("and=(id.gt.1,id.lt.4)", [2, 3]),
            ("not.or=(id.eq.1,id.eq.3)", [2, 4, 5]),
            ("not.and=(id.gt.1,id.lt.4)", [1, 4, 5]),
            ("or=(id.eq.1,and(year.gt.2000,rating.is.null))", [1, 4]),
            ("or=(id.eq.1,not.and(year.gt.2000,rating.is.null),id.eq.4)", [1, 2, 3, 4]),
            ("or=( id.in.(1,2) , id.not.in.(1,2,3,4) )", [1, 2, 5]),
            ('or=(title.eq."Petite Maman","odd, 100%25 name".eq."a.b,c")', [1, 4]),
            ("or=(tags.cs.{sea,fire},tags.cs.{winter})", [2, 3]),
            ("or=(info->>runtime.eq.90,info->langs->>1.eq.it)", [1, 3]),
            ("and=(or(id.eq.1,id.eq.2),or(id.eq.2,id.eq.3))", [2]),
            ("or=(seen.is.true,words.fts(english).winter)", [1, 2, 3]),
            ("or=(title.like.C*,title.eq(any).{Portrait})", [1, 3]),
        ],
    )
    def test_combine_in_trees(self, cinema: httpx.Client, query: str, expected: list[int]) -> None:
        assert ids(cinema, query) == expected

    @pytest.mark.parametrize(
        ("query", "code"),
        [
            ("id=1", "PGRST100"),
            ("id=eq", "PGRST100"),
            ("id=in.1,2", "PGRST100"),
            ("id=in.(1,2", "PGRST100"),
            ("id=is.maybe", "PGRST100"),
            ("id=is.nul", "PGRST100"),
            ("id=neq(any).{1}", "PGRST100"),
            ("id=eq(some).{1}", "PGRST100"),
            ("or=(id.eq.1", "PGRST100"),
            ("or=id.eq.1", "PGRST100"),
            ("or=()", "PGRST100"),
            ("or=(id.eq.1x", "PGRST100"),
            ("and=(xor(id.eq.1))", "PGRST100"),
            ("a..b=eq.1", "PGRST100"),
            ("id->=eq.1", "PGRST100"),
            ("nowhere.id=eq.1", "PGRST108"),
            ("id=eq.one", "22P02"),
            ("colour=eq.red", "42703"),
            ("id=eq.\0", "22P02"),
            ("tags=cs.{", "22P02"),
            ("title=match.(", "2201B"),
        ],
    )
    def test_say_what_is_wrong(self, cinema: httpx.Client, query: str, code: str) -> None:
        status, found, _ = error(cinema, "/films?" + query.replace("\0", "%00"))
        assert (status, found) == (400, code)

    def test_trees_may_be_nested_but_not_without_end(self, cinema: httpx.Client) -> None:
        deep = "and(" * 50 + "id.eq.1" + ")" * 50
        assert ids(cinema, f"or=({deep})") == [1]
        too_deep = "and(" * 5000 + "id.eq.1" + ")" * 5000
        assert error(cinema, f"/films?or=({too_deep})")[:2] == (400, "PGRST100")
        assert error(cinema, "/films?select=" + "directors(" * 200)[:2] == (400, "PGRST100")

    def test_a_plus_sign_is_a_blank(self, cinema: httpx.Client) -> None:
        assert ids(cinema, "title=eq.Petite+Maman") == [4]
        assert ids(cinema, "title=eq.Petite%2BMaman") == []
        assert ids(cinema, "title=eq.Petite%20Maman") == [4]


class TestOrder:
    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            ("year", [1, 2, 3, 4, 5]),
            ("year.desc", [5, 4, 3, 2, 1]),
            ("year.desc.nullslast", [4, 3, 2, 1, 5]),
            ("year.nullsfirst", [5, 1, 2, 3, 4]),
            ("director_id.desc.nullslast,id.desc", [4, 3, 2, 1, 5]),
            ("info->>runtime.asc.nullslast,id", [2, 3, 1, 4, 5]),
            ("info->runtime.desc.nullslast,id", [3, 2, 1, 4, 5]),
            ('"odd, 100%25 name".nullslast,id', [5, 4, 1, 3, 2]),
        ],
    )
    def test_sorts(self, cinema: httpx.Client, order: str, expected: list[int]) -> None:
        assert [row["id"] for row in get(cinema, f"/films?select=id&order={order}")] == expected

    @pytest.mark.parametrize(
        "order", ["id.up", "id.asc.first", "id.asc.desc", "", "id asc;", "id.nullslast.asc"]
    )
    def test_says_what_is_wrong(self, cinema: httpx.Client, order: str) -> None:
        assert error(cinema, f"/films?order={order}")[:2] == (400, "PGRST100")


class TestRanges:
    @pytest.mark.parametrize(
        ("query", "header", "expected", "content_range"),
        [
            ("limit=2", None, [1, 2], "0-1/*"),
            ("limit=2&offset=3", None, [4, 5], "3-4/*"),
            ("offset=4", None, [5], "4-4/*"),
            ("limit=nonsense", None, [1, 2, 3, 4, 5], "0-4/*"),
            ("", "3-", [4, 5], "3-4/*"),
            ("", "items=1-1", [1, 2, 3, 4, 5], "0-4/*"),
            ("", "nonsense", [1, 2, 3, 4, 5], "0-4/*"),
            ("limit=2", "1-4", [2], "1-1/*"),
            ("limit=4&offset=1", "2-9", [3, 4, 5], "2-4/*"),
            ("limit=0", "1-4", [], "*/*"),
        ],
    )
    def test_choose_rows(
        self, cinema: httpx.Client, query: str, header: str | None, expected: list[int], content_range: str
    ) -> None:
        response = cinema.get(
            f"/films?select=id&order=id&{query}", headers={"Range": header} if header else {}
        )
        assert response.status_code == 200
        assert [row["id"] for row in response.json()] == expected
        assert response.headers["content-range"] == content_range

    @pytest.mark.parametrize(
        ("query", "header"), [("limit=-1", None), ("", "3-1"), ("limit=1", "2-3"), ("limit=-1", "0-1")]
    )
    def test_no_rows_can_satisfy_some(self, cinema: httpx.Client, query: str, header: str | None) -> None:
        response = cinema.get(f"/films?{query}", headers={"Range": header} if header else {})
        assert (response.status_code, response.json()["code"]) == (416, "PGRST103")

    @pytest.mark.parametrize(
        ("count", "query", "status", "content_range"),
        [
            ("exact", "limit=2", 206, "0-1/5"),
            ("exact", "id=gt.3", 200, "0-1/2"),
            ("exact", "id=gt.30", 200, "*/0"),
            ("exact", "offset=5", 206, "*/5"),
            ("exact", "offset=6", 416, "*/5"),
            ("estimated", "limit=2", 206, "0-1/5"),
            ("exact", "select=id,posters!inner(url)&limit=1", 206, "0-0/2"),
            ("exact", "select=id,posters(url)&posters=is.null&limit=1", 206, "0-0/3"),
            ("exact", "select=id,posters(url)&or=(posters.not.is.null,id.eq.5)&limit=1", 206, "0-0/3"),
        ],
    )
    def test_count_all_rows(
        self, cinema: httpx.Client, count: str, query: str, status: int, content_range: str
    ) -> None:
        for method in ("GET", "HEAD"):
            response = cinema.request(method, f"/films?{query}", headers={"Prefer": f"count={count}"})
            assert (response.status_code, response.headers["content-range"]) == (status, content_range)
            assert response.headers["preference-applied"] == f"count={count}"

    def test_the_planner_estimates(self, cinema: httpx.Client) -> None:
        response = cinema.get("/films?limit=1", headers={"Prefer": "count=planned"})
        total = response.headers["content-range"].partition("/")[2]
        assert response.status_code == 206
        assert int(total) > 1


class TestMediaTypes:
    @pytest.mark.parametrize("accept", ["*/*", "image/png, */*;q=0.1", "text/csv;q=0.5,application/json"])
    def test_json_is_the_rule(self, cinema: httpx.Client, accept: str) -> None:
        response = cinema.get("/actors?select=id&limit=1", headers={"Accept": accept})
        assert response.headers["content-type"] == "application/json; charset=utf-8"
        assert response.json() == [{"id": 1}]

    def test_csv(self, cinema: httpx.Client) -> None:
        response = cinema.get("/films?select=id,title,tags&id=lt.3&order=id", headers={"Accept": "text/csv"})
        assert response.text == 'id,title,tags\n1,Cléo,"{paris,""real time""}"\n2,Vagabond,{winter}'

    def test_nulls_can_be_left_out(self, cinema: httpx.Client) -> None:
        accept = "application/vnd.pgrst.array+json;nulls=stripped"
        response = cinema.get("/films?select=id,year&id=gte.4&order=id", headers={"Accept": accept})
        assert response.json() == [{"id": 4, "year": 2021}, {"id": 5}]
        assert response.headers["content-type"] == f"{accept}; charset=utf-8"
        accept = "application/vnd.pgrst.object+json;nulls=stripped"
        assert get(cinema, "/films?select=id,year&id=eq.5", Accept=accept) == {"id": 5}
        assert get(cinema, "/films?select=id&id=eq.5", Accept="application/vnd.pgrst.array+json") == [
            {"id": 5}
        ]

    def test_head_has_the_headers_only(self, cinema: httpx.Client) -> None:
        response = cinema.head("/actors")
        assert (response.status_code, response.content) == (200, b"")
        assert response.headers["content-range"] == "0-2/*"


class TestViews:
    def test_are_read_like_tables(self, cinema: httpx.Client) -> None:
        assert get(cinema, "/recent_films?select=id&order=id") == [{"id": 3}, {"id": 4}]

    def test_say_what_they_allow(self, cinema: httpx.Client) -> None:
        assert cinema.options("/recent_films").headers["allow"] == "OPTIONS,GET,HEAD,POST,PATCH,DELETE"
        assert cinema.options("/film_years").headers["allow"] == "OPTIONS,GET,HEAD"


class TestPreferences:
    def test_unknown_ones_are_an_error_where_handling_is_strict(self, cinema: httpx.Client) -> None:
        response = cinema.get("/films", headers={"Prefer": "handling=strict, colour=red, timezone=Mars/Base"})
        assert (response.status_code, response.json()["code"]) == (400, "PGRST122")
        assert response.json()["details"] == "Invalid preferences: colour=red"

    def test_known_ones_are_applied_in_the_order_of_postgrest(self, cinema: httpx.Client) -> None:
        response = cinema.get(
            "/films?limit=1",
            headers=[
                ("Prefer", "timezone=Europe/Paris,handling=strict"),
                ("Prefer", "count=exact, tx=commit"),
            ],
        )
        assert response.headers["preference-applied"] == "count=exact, handling=strict, timezone=Europe/Paris"

    def test_a_time_zone_is_set(self, cinema: httpx.Client) -> None:
        zones = [
            get(cinema, "/rpc/whoami", Prefer=prefer)["zone"] for prefer in ("timezone=Europe/Paris", "x=y")
        ]
        assert zones == ["Europe/Paris", "UTC"]


class TestPaths:
    def test_the_root_describes_what_there_is(self, cinema: httpx.Client) -> None:
        response = cinema.get("/")
        assert response.headers["content-type"] == "application/openapi+json; charset=utf-8"
        document = response.json()
        assert {"/films", "/rpc/add"} <= set(document["paths"])
        assert document["definitions"]["directors"]["properties"]["born"]["format"] == "date"
        assert cinema.head("/").content == b""
        assert error(cinema, "/", Accept="text/csv")[:2] == (406, "PGRST107")
        assert cinema.options("/").headers["allow"] == "OPTIONS,GET,HEAD"

    @pytest.mark.parametrize(
        ("method", "path", "status", "code"),
        [
            ("GET", "/films/1", 404, "PGRST125"),
            ("POST", "/", 405, "PGRST117"),
            ("TRACE", "/films", 405, "PGRST117"),
            ("PUT", "/rpc/add", 405, "PGRST101"),
            ("GET", "/pg_class", 404, "PGRST205"),
            ("OPTIONS", "/nowhere", 404, "PGRST205"),
        ],
    )
    def test_others_are_refused(
        self, cinema: httpx.Client, method: str, path: str, status: int, code: str
    ) -> None:
        assert error(cinema, path, method)[:2] == (status, code)

    def test_a_name_close_to_a_table_is_hinted_at(self, cinema: httpx.Client) -> None:
        body = cinema.get("/film").json()
        assert (body["code"], body["hint"]) == ("PGRST205", "Perhaps you meant the table 'public.films'")


class TestSizes:
    def test_a_url_of_many_kilobytes_works(self, cinema: httpx.Client) -> None:
        wanted = ",".join(str(number) for number in range(1, 12_000))
        assert len(wanted) > 50_000  # httpx sends 65,536 at most
        assert ids(cinema, f"id=in.({wanted})") == [1, 2, 3, 4, 5]
