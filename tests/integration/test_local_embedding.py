"""Embedded resources: to one, to many, through a junction; hints, filters, order and ranges on them."""

from typing import Any

import httpx
import pytest


def get(client: httpx.Client, target: str) -> Any:
    response = client.get(target)
    assert response.status_code == 200, response.text
    return response.json()


class TestToOne:
    def test_is_an_object_or_null(self, cinema: httpx.Client) -> None:
        rows = get(cinema, "/films?select=id,directors!films_director_fkey(name)&id=in.(3,5)&order=id")
        assert rows == [{"id": 3, "directors": {"name": "Céline Sciamma"}}, {"id": 5, "directors": None}]

    @pytest.mark.parametrize(
        "embed", ["directors!director_id(id)", "directors!films_director_fkey(id)", "director_id(id)",
                  "films_director_fkey(id)"],
    )  # fmt: skip
    def test_can_be_named_by_its_key(self, cinema: httpx.Client, embed: str) -> None:
        [row] = get(cinema, f"/films?select=boss:{embed}&id=eq.3")
        assert row == {"boss": {"id": 2}}

    def test_two_of_the_same_table(self, cinema: httpx.Client) -> None:
        [row] = get(
            cinema,
            "/films?select=by:directors!films_director_fkey(name),paid_by:directors!films_producer_fkey(name)"
            "&id=eq.3",
        )
        assert row == {"by": {"name": "Céline Sciamma"}, "paid_by": {"name": "Nobody"}}

    def test_without_a_hint_two_keys_are_not_clear(self, cinema: httpx.Client) -> None:
        response = cinema.get("/films?select=directors(name)")
        body = response.json()
        assert (response.status_code, body["code"]) == (300, "PGRST201")
        assert body["message"] == (
            "Could not embed because more than one relationship was found for 'films' and 'directors'"
        )
        assert body["details"] == [
            {
                "cardinality": "many-to-one",
                "embedding": "films with directors",
                "relationship": f"films_{role}_fkey using films({role}_id) and directors(id)",
            }
            for role in ("director", "producer")
        ]
        assert body["hint"] == (
            "Try changing 'directors' to one of the following: 'directors!films_director_fkey',"
            " 'directors!films_producer_fkey'. Find the desired relationship in the 'details' key."
        )

    def test_a_unique_key_makes_both_ends_one(self, cinema: httpx.Client) -> None:
        assert get(cinema, "/films?select=posters(url)&id=eq.1") == [{"posters": {"url": "cleo.png"}}]
        assert get(cinema, "/posters?select=films(title)&film_id=eq.1") == [{"films": {"title": "Cléo"}}]


class TestToMany:
    def test_is_a_list_perhaps_empty(self, cinema: httpx.Client) -> None:
        rows = get(
            cinema, "/directors?select=id,films!films_director_fkey(title)&films.order=year.desc&order=id"
        )
        assert rows == [
            {"id": 1, "films": [{"title": "Vagabond"}, {"title": "Cléo"}]},
            {"id": 2, "films": [{"title": "Petite Maman"}, {"title": "Portrait"}]},
            {"id": 3, "films": []},
        ]

    def test_has_filters_order_and_range_of_its_own(self, cinema: httpx.Client) -> None:
        [row] = get(
            cinema,
            "/directors?select=works:films!director_id(id)&id=eq.1&works.order=id.desc&works.limit=1"
            "&works.offset=1",
        )
        assert row == {"works": [{"id": 1}]}
        [row] = get(cinema, "/directors?select=films!director_id(id)&id=eq.2&films.or=(id.eq.4,id.eq.1)")
        assert row == {"films": [{"id": 4}]}
        [row] = get(cinema, "/directors?select=films!director_id(id)&id=eq.2&films.not.and=(id.eq.4,id.gt.1)")
        assert row == {"films": [{"id": 3}]}

    def test_through_a_junction(self, cinema: httpx.Client) -> None:
        assert get(cinema, "/films?select=id,actors(name)&id=in.(3,4)&actors.order=id&order=id") == [
            {"id": 3, "actors": [{"name": "Noémie"}, {"name": "Adèle"}]},
            {"id": 4, "actors": []},
        ]
        assert get(cinema, "/actors?select=films!castings(title)&id=eq.1") == [{"films": [{"title": "Cléo"}]}]
        assert get(cinema, "/actors?select=name,films!inner(title)&films.id=eq.1") == [
            {"name": "Corinne", "films": [{"title": "Cléo"}]}
        ]

    def test_of_the_table_itself(self, cinema: httpx.Client) -> None:
        assert get(cinema, "/films?select=id,films(id)&id=in.(1,3,5)&order=id") == [
            {"id": 1, "films": [{"id": 5}]},
            {"id": 3, "films": [{"id": 4}]},
            {"id": 5, "films": []},
        ]
        assert get(cinema, "/films?select=sequel_of(title)&id=eq.4") == [{"sequel_of": {"title": "Portrait"}}]
        assert get(cinema, "/films?select=later:films!sequel_of(title)&id=eq.3") == [
            {"later": [{"title": "Petite Maman"}]}
        ]


class TestNesting:
    def test_goes_as_deep_as_the_keys(self, cinema: httpx.Client) -> None:
        [row] = get(
            cinema,
            "/actors?select=name,castings(part,films(title,directors!director_id(name)))&id=eq.2"
            "&castings.films.directors.name=like.C*",
        )
        assert row == {
            "name": "Noémie",
            "castings": [
                {
                    "part": "Marianne",
                    "films": {"title": "Portrait", "directors": {"name": "Céline Sciamma"}},
                }
            ],
        }

    def test_junction_below_junction(self, cinema: httpx.Client) -> None:
        [row] = get(cinema, "/actors?select=films(title,actors(name))&id=eq.2&films.actors.order=name")
        assert row == {"films": [{"title": "Portrait", "actors": [{"name": "Adèle"}, {"name": "Noémie"}]}]}


class TestFilteringRowsAbove:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("select=id,posters!inner(url)", [1, 3]),
            ("select=id,posters!inner(url)&posters.url=like.c*", [1]),
            ("select=id,posters!left(url)", [1, 2, 3, 4, 5]),
            ("select=id,castings!inner()", [1, 3]),
            ("select=id,castings()&castings=is.null", [2, 4, 5]),
            ("select=id,posters()&posters=is.null", [2, 4, 5]),
            ("select=id,castings(part)&castings=not.is.null", [1, 3]),
            ("select=id,posters(url)&posters=is.not_null", [1, 3]),
            ("select=id,p:posters(url)&or=(p.not.is.null,id.eq.2)", [1, 2, 3]),
            ("select=id,castings!inner(actors!inner(name))&castings.actors.name=eq.Corinne", [1]),
        ],
    )
    def test_by_what_hangs_on_them(self, cinema: httpx.Client, query: str, expected: list[int]) -> None:
        assert [row["id"] for row in get(cinema, f"/films?{query}&order=id")] == expected

    def test_an_empty_embedding_does_not_show(self, cinema: httpx.Client) -> None:
        assert get(cinema, "/films?select=id,castings()&id=eq.1") == [{"id": 1}]
        assert get(cinema, "/films?select=castings()&id=eq.1") == [{}]

    def test_order_by_a_column_of_a_parent(self, cinema: httpx.Client) -> None:
        rows = get(
            cinema,
            "/films?select=id,boss:directors!director_id(name)&order=boss(name).desc.nullslast,id.desc",
        )
        assert [row["id"] for row in rows] == [4, 3, 2, 1, 5]


class TestSpreading:
    def test_a_parent_into_the_row(self, cinema: httpx.Client) -> None:
        assert get(cinema, "/films?select=title,...directors!director_id(director:name,born)&id=eq.3") == [
            {"title": "Portrait", "director": "Céline Sciamma", "born": "1978-11-12"}
        ]

    def test_children_as_lists(self, cinema: httpx.Client) -> None:
        assert get(
            cinema,
            "/directors?select=name,...films!director_id(title,year)&films.order=id&id=in.(1,3)&order=id",
        ) == [
            {"name": "Agnès Varda", "title": ["Cléo", "Vagabond"], "year": [1962, 1985]},
            {"name": "Nobody", "title": [], "year": []},
        ]
        [row] = get(cinema, "/films?select=...castings(*,...actors(name),films(id))&id=eq.1")
        assert row == {
            "film_id": [1],
            "actor_id": [1],
            "part": ["Cléo"],
            "name": ["Corinne"],
            "films": [{"id": 1}],
        }


class TestErrors:
    @pytest.mark.parametrize(
        ("target", "status", "code"),
        [
            ("/films?select=vault(id)", 400, "PGRST200"),
            ("/films?select=directors!nonsense(id)", 400, "PGRST200"),
            ("/films?select=id&directors.name=eq.x", 400, "PGRST108"),
            ("/films?select=id&directors.order=name", 400, "PGRST108"),
            ("/films?select=id&order=directors(name)", 400, "PGRST108"),
            ("/films?select=id,castings(part)&order=castings(part)", 400, "PGRST118"),
            ("/films?select=posters(colour)", 400, "42703"),
            ("/films?select=castings(part)&castings.limit=-1", 400, "2201W"),
        ],
    )
    def test_name_what_is_wrong(self, cinema: httpx.Client, target: str, status: int, code: str) -> None:
        response = cinema.get(target)
        assert (response.status_code, response.json()["code"]) == (status, code)

    def test_a_hint_names_the_relation_that_was_perhaps_meant(self, cinema: httpx.Client) -> None:
        body = cinema.get("/films?select=poster(url)").json()
        assert body["hint"] == "Perhaps you meant 'posters' instead of 'poster'."
        body = cinema.get("/films?select=posters!nope(url)").json()
        assert body["details"] == (
            "Searched for a foreign key relationship between 'films' and 'posters' using the hint 'nope'"
            " in the schema 'public', but no matches were found."
        )
