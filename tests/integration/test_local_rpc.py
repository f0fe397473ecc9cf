"""Calling functions."""

import json
from typing import Any

import httpx
import pytest

STRICT = {"Prefer": "handling=strict,max-affected=1"}


def call(
    client: httpx.Client, name: str, arguments: Any = None, query: str = "", **headers: str
) -> httpx.Response:
    return client.post(f"/rpc/{name}{query}", json={} if arguments is None else arguments, headers=headers)


class TestResults:
    @pytest.mark.parametrize(
        ("name", "arguments", "expected"),
        [
            ("add", {"a": 1, "b": 2}, 3),
            ("add", {"a": 1}, 2),
            ("now_and_then", {}, "now"),
            ("numbers", {"most": 3}, [1, 2, 3]),
            ("numbers", {"most": 0}, []),
            ("pairs", {}, [{"n": 1, "t": "one"}, {"n": 2, "t": "two"}]),
            ("joined", {"words": ["a", "b"]}, "a-b"),
            ("echo", {"any": ["thing"]}, {"any": ["thing"]}),
            ("echo", [{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 2}]),
            ("add", [{"a": 1}, {"a": 5}], 2),
        ],
    )
    def test_have_the_shape_of_the_function(
        self, cinema: httpx.Client, name: str, arguments: Any, expected: Any
    ) -> None:
        response = call(cinema, name, arguments)
        assert (response.status_code, response.json()) == (200, expected)
        assert response.headers["content-type"] == "application/json; charset=utf-8"

    def test_a_row_is_an_object(self, cinema: httpx.Client) -> None:
        assert call(cinema, "best_film").json()["title"] == "Portrait"
        assert call(cinema, "best_film", query="?select=title").json() == {"title": "Portrait"}

    def test_nothing_is_no_content(self, cinema: httpx.Client) -> None:
        response = call(cinema, "write_log", {"line": "hello"})
        assert (response.status_code, response.content) == (204, b"")
        assert "content-type" not in response.headers
        assert cinema.get("/logs?line=eq.hello").json() == [{"line": "hello", "at": 0}]
        cinema.delete("/logs?line=eq.hello")

    def test_no_body_is_no_arguments(self, cinema: httpx.Client) -> None:
        assert cinema.post("/rpc/now_and_then").json() == "now"


class TestRows:
    def test_are_filtered_ordered_and_embedded_like_a_table(self, cinema: httpx.Client) -> None:
        response = call(
            cinema, "films_of", {"director": 2},
            "?select=title,directors!director_id(name),castings(part)&castings.order=part&order=year.desc&limit=1&offset=1"
            "&year=gt.2000",
        )  # fmt: skip
        assert response.json() == [
            {
                "title": "Portrait",
                "directors": {"name": "Céline Sciamma"},
                "castings": [{"part": "Héloïse"}, {"part": "Marianne"}],
            }
        ]
        assert response.headers["content-range"] == "1-1/*"

    def test_are_counted(self, cinema: httpx.Client) -> None:
        response = call(cinema, "films_of", {"director": 2}, "?limit=1", Prefer="count=exact")
        assert (response.status_code, response.headers["content-range"]) == (206, "0-0/2")

    def test_can_be_csv_or_one_object(self, cinema: httpx.Client) -> None:
        assert call(cinema, "pairs", Accept="text/csv").text == "n,t\n1,one\n2,two"
        accept = "application/vnd.pgrst.object+json"
        assert call(cinema, "pairs", query="?n=eq.2", Accept=accept).json() == {"n": 2, "t": "two"}
        assert call(cinema, "pairs", Accept=accept).json()["code"] == "PGRST116"

    def test_can_be_bounded(self, cinema: httpx.Client) -> None:
        assert call(cinema, "pairs", **STRICT).json()["code"] == "PGRST124"
        assert call(cinema, "add", {"a": 1}, **STRICT).json()["code"] == "PGRST128"


class TestGet:
    @pytest.mark.parametrize(
        ("target", "expected"),
        [
            ("add?a=1&b=2", 3),
            ("numbers?most=2", [1, 2]),
            ("joined?words=a&words=b,c", "a-b,c"),
            ("joined?words=a%00x&words=b,c%00", "a-b,c"),
            ("add?a=1%00&b=2%009", 3),
            ("films_of?director=1&select=id&id=gt.1", [{"id": 2}]),
            ("films_of?director=1&select=id&order=id.desc", [{"id": 2}, {"id": 1}]),
        ],
    )
    def test_takes_its_arguments_from_the_url(self, cinema: httpx.Client, target: str, expected: Any) -> None:
        response = cinema.get(f"/rpc/{target}")
        assert (response.status_code, response.json()) == (200, expected)

    def test_may_not_change_anything(self, cinema: httpx.Client) -> None:
        response = cinema.get("/rpc/write_log?line=x")
        assert (response.status_code, response.json()["code"]) == (405, "25006")

    def test_head_and_options(self, cinema: httpx.Client) -> None:
        response = cinema.head("/rpc/numbers?most=2")
        assert (response.status_code, response.content) == (200, b"")
        assert response.headers["content-range"] == "0-1/*"
        assert cinema.options("/rpc/now_and_then").headers["allow"] == "OPTIONS,GET,HEAD,POST"
        assert cinema.options("/rpc/teapot").headers["allow"] == "OPTIONS,POST"


class TestFinding:
    @pytest.mark.parametrize(
        ("name", "arguments", "message", "hint"),
        [
            ("ad", {}, "public.ad without parameters", None),
            (
                "add",
                {"a": 1, "z": 2},
                "public.add(a, z)",
                "Perhaps you meant to call the function public.add(a, b)",
            ),
            ("add", {"b": 1}, "public.add(b)", "Perhaps you meant to call the function public.add(a, b)"),
            (
                "number",
                {"most": 1},
                "public.number(most)",
                "Perhaps you meant to call the function public.numbers",
            ),
        ],
    )
    def test_names_what_it_searched_for(
        self, cinema: httpx.Client, name: str, arguments: Any, message: str, hint: str | None
    ) -> None:
        response = call(cinema, name, arguments)
        body = response.json()
        assert (response.status_code, body["code"]) == (404, "PGRST202")
        assert body["message"] == f"Could not find the function {message} in the schema cache"
        assert body["hint"] == (hint or "Perhaps you meant to call the function public.add")

    def test_overloaded_functions_may_not_be_clear(self, cinema: httpx.Client) -> None:
        response = call(cinema, "either", {"a": 1})
        assert (response.status_code, response.json()["code"]) == (300, "PGRST203")
        assert response.json()["message"] == (
            "Could not choose the best candidate function between:"
            " public.either(a => integer), public.either(a => text)"
        )

    def test_by_get_details_name_the_parameters_only(self, cinema: httpx.Client) -> None:
        assert cinema.get("/rpc/nope?a=1").json()["details"] == (
            "Searched for the function public.nope with parameter a,"
            " but no matches were found in the schema cache."
        )


class TestErrors:
    @pytest.mark.parametrize(
        ("state", "status"),
        [
            ("P0001", 400), ("PT402", 402), ("PT099", 500), ("PTXYZ", 500), ("23514", 400), ("42501", 401),
            ("42P01", 404), ("42883", 404), ("40001", 500), ("53100", 503), ("53400", 500), ("57014", 500),
            ("57P01", 503), ("08006", 503), ("25006", 405), ("28000", 403), ("0L000", 403), ("P0002", 500),
            ("XX000", 500), ("21000", 500), ("22012", 400), ("54001", 500), ("55006", 500), ("58030", 500),
        ],
    )  # fmt: skip
    def test_have_the_status_of_their_sqlstate(self, cinema: httpx.Client, state: str, status: int) -> None:
        response = call(cinema, "fail_with", {"state": state, "message": "m", "detail": "d", "hint": "h"})
        assert response.status_code == status
        assert response.json() == {"code": state, "message": "m", "details": "d", "hint": "h"}

    def test_pg_safeupdate_is_the_clients_fault(self, cinema: httpx.Client) -> None:
        arguments = {"state": "21000", "message": "DELETE requires a WHERE clause"}
        assert call(cinema, "fail_with", arguments).status_code == 400

    def test_a_function_can_raise_the_whole_answer(self, cinema: httpx.Client) -> None:
        message = {"code": "123", "message": "Payment required", "details": "pay", "hint": "now"}
        detail = {"status": 402, "headers": {"X-Powered-By": "Nerd Rage"}}
        response = call(
            cinema,
            "fail_with",
            {"state": "PGRST", "message": json.dumps(message), "detail": json.dumps(detail)},
        )
        assert (response.status_code, response.json()) == (402, message)
        assert response.headers["x-powered-by"] == "Nerd Rage"
        response = call(cinema, "fail_with", {"state": "PGRST", "message": "no JSON"})
        assert (response.status_code, response.json()["code"]) == (500, "PGRST121")


class TestSettings:
    def test_the_function_can_set_status_and_headers(self, cinema: httpx.Client) -> None:
        response = call(cinema, "teapot")
        assert (response.status_code, response.json()) == (418, "short and stout")
        assert (response.headers["x-tea"], response.headers["cache-control"]) == ("green", "no-store")

    @pytest.mark.parametrize(
        ("status", "headers", "code"),
        [
            ("abc", "", "PGRST112"),
            ("999", "", "PGRST112"),
            ("", "nope", "PGRST111"),
            ("", '["a"]', "PGRST111"),
            ("", '[{"X-A": 1}]', "PGRST111"),
            ("", '[{"X-A": "b\\r\\nSet-Cookie: c"}]', "PGRST111"),
        ],
    )
    def test_but_no_nonsense(self, cinema: httpx.Client, status: str, headers: str, code: str) -> None:
        response = call(cinema, "set_response", {"status": status, "headers": headers})
        assert (response.status_code, response.json()["code"]) == (500, code)

    def test_the_function_can_see_the_request(self, cinema: httpx.Client) -> None:
        response = cinema.get("/rpc/whoami", headers={"User-Agent": "test", "Cookie": "a=b; c=d"})
        assert response.json() == {
            "role": "cinema_clerk",
            "claims": {"role": "cinema_clerk"},
            "method": "GET",
            "path": "/rpc/whoami",
            "agent": "test",
            "cookie": "b",
            "zone": "UTC",
        }
