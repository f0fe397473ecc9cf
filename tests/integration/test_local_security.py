"""Wherever text can come in, it stays text."""

from urllib.parse import quote

import httpx
import psycopg
import pytest

from spacecat_shared_data_access.local import LocalPostgrest

ATTACKS = [
    "x'; DROP TABLE films; --",
    'x"; DROP TABLE films; --',
    "x); DROP TABLE films; --",
    "1; DROP TABLE films",
    "id) FROM pg_authid; --",
    "\\'; DROP TABLE films; --",
    "$$; DROP TABLE films; $$",
    "%(v0)s",
    "%s%b%t",
    "{}{0}",
    "\0",
    "\ud83d\ude80".encode("utf-16", "surrogatepass").decode("utf-16"),
    "x" * 70,
]
QUERIES = [
    {"select": "ATTACK"},
    {"select": "id,ATTACK"},
    {"select": '"ATTACK"'},
    {"select": "ATTACK:id"},
    {"select": '"ATTACK":id'},
    {"select": "id::ATTACK"},
    {"select": "info->ATTACK"},
    {"select": 'info->>"ATTACK"'},
    {"select": "ATTACK(id)"},
    {"select": '"ATTACK"(id)'},
    {"select": '"ATTACK":castings(part)'},
    {"select": 'castings!"ATTACK"(part)'},
    {"select": '...posters("ATTACK":url)'},
    {"ATTACK": "eq.1"},
    {'"ATTACK"': "eq.1"},
    {'info->>"ATTACK"': "eq.1"},
    {"id": "ATTACK"},
    {"id": "ATTACK.1"},
    {"title": "eq.ATTACK"},
    {"title": "in.(ATTACK)"},
    {"title": 'in.("ATTACK")'},
    {"title": "eq(ATTACK).x"},
    {"title": "like.ATTACK"},
    {"title": "fts(ATTACK).x"},
    {"title": "is.ATTACK"},
    {"or": "(ATTACK)"},
    {"or": '("ATTACK".eq.1,title.eq."ATTACK")'},
    {"ATTACK.or": "(id.eq.1)"},
    {"order": "ATTACK"},
    {"order": '"ATTACK".desc'},
    {"order": 'info->"ATTACK".desc'},
    {"order": "id.ATTACK"},
    {"order": '"ATTACK"(id)'},
    {"limit": "ATTACK"},
    {"offset": "ATTACK"},
    {"select": "id,castings(part)", "castings.limit": "ATTACK"},
]
HEADERS = ["Accept", "Accept-Profile", "Prefer", "Range", "Authorization", "Cookie", "X-Anything"]


@pytest.fixture(autouse=True, scope="module")
def _nothing_is_lost(cinema_server: LocalPostgrest, cinema: httpx.Client) -> object:
    yield
    with psycopg.connect(cinema_server.database_url) as connection:
        assert connection.execute("SELECT count(*) FROM films").fetchone() == (5,)
        assert connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)
        roles = connection.execute("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'cinema%'").fetchone()
        assert roles == (2,)


def encoded(parameters: dict[str, str]) -> str:
    """A query string in which a blank is %20."""
    return "&".join(f"{quote(key)}={quote(value)}" for key, value in parameters.items())


def harmless(response: httpx.Response, *, leaks: str = "rolpassword") -> None:
    assert response.status_code < 500, response.text
    assert leaks not in response.text
    if response.status_code >= 300:
        assert set(response.json()) == {"code", "message", "details", "hint"}
        assert response.json()["code"] != "42601", response.text  # no syntax error: nothing broke out


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: "&".join(f"{k}={v}" for k, v in query.items()))
def test_in_the_query_string(cinema: httpx.Client, query: dict[str, str]) -> None:
    for attack in ATTACKS:
        parameters = {
            key.replace("ATTACK", attack): value.replace("ATTACK", attack) for key, value in query.items()
        }
        harmless(cinema.get(f"/films?{encoded(parameters)}"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_the_path(cinema: httpx.Client, attack: str) -> None:
    quoted = quote(attack, safe="")
    for method in ("GET", "POST", "PATCH", "DELETE", "OPTIONS"):
        harmless(cinema.request(method, f"/{quoted}", content="{}" if method in {"POST", "PATCH"} else None))
    harmless(cinema.post(f"/rpc/{quoted}", json={}))
    harmless(cinema.get(f"/rpc/{quoted}"))


@pytest.mark.parametrize("name", HEADERS)
def test_in_headers(cinema: httpx.Client, name: str) -> None:
    for attack in ATTACKS:
        if "\0" not in attack:
            values = [
                attack,
                f"return={attack}",
                f"count={attack}",
                f"timezone={attack}",
                f"max-affected={attack}",
            ]
            for value in values if name == "Prefer" else [attack]:
                harmless(cinema.get("/films?limit=1", headers={name: value.encode()}))


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_what_is_written(cinema: httpx.Client, attack: str) -> None:
    row = {attack: 1}
    harmless(cinema.post("/notes", json=row))
    harmless(cinema.patch("/notes?id=eq.0", json=row))
    harmless(cinema.post("/rpc/add", json=row))
    harmless(cinema.get(f"/rpc/add?{encoded({attack: '1'})}"))
    harmless(cinema.get(f"/rpc/add?{encoded({'a': attack})}"))
    upsert = {"Prefer": "resolution=merge-duplicates"}
    for parameters in (
        {"columns": attack},
        {"columns": f'"{attack}"'},
        {"on_conflict": attack},
        {"on_conflict": f'"{attack}"'},
        {"select": f'"{attack}"'},
    ):
        harmless(cinema.post(f"/notes?{encoded(parameters)}", json={"id": 1}, headers=upsert))
        harmless(cinema.patch(f"/notes?id=eq.0&{encoded(parameters)}", json={"id": 1}))
    harmless(
        cinema.post(
            "/notes", json={"id": 1}, headers={"Content-Profile": attack.encode().replace(b"\0", b"")}
        )
    )
    harmless(
        cinema.post("/notes", content="{}", headers={"Content-Type": attack.encode().replace(b"\0", b"")})
    )


def test_text_is_stored_as_it_came(cinema: httpx.Client) -> None:
    for attack in ATTACKS:
        if "\0" not in attack:
            response = cinema.post(
                "/notes?select=body",
                json={"title": "t", "body": attack},
                headers={"Prefer": "return=representation"},
            )
            assert response.json() == [{"body": attack}]
            [row] = cinema.get(f"/notes?{encoded({'select': 'body', 'body': f'eq.{attack}'})}").json()
            assert row == {"body": attack}
    assert cinema.delete("/notes").status_code == 204


def test_only_the_exposed_schema_can_be_reached(cinema: httpx.Client) -> None:
    for name in ("pg_authid", "pg_catalog.pg_authid", "information_schema.tables"):
        assert cinema.get(f"/{name}").json()["code"] == "PGRST205"
    assert cinema.get("/rpc/pg_sleep?seconds=9").json()["code"] == "PGRST202"
    response = cinema.get("/films", headers={"Accept-Profile": "pg_catalog"})
    assert (response.status_code, response.json()["code"]) == (406, "PGRST106")
