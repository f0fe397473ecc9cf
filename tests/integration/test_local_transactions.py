"""`rolled_back()`: what requests did within a block is undone at its end."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import jwt
import psycopg
import pytest

from spacecat_shared_data_access.local import LocalPostgrest

SECRET = "a-secret-of-more-than-thirty-two-characters"
SCHEMA = """
CREATE ROLE reader NOLOGIN;
CREATE TABLE rooms (name text PRIMARY KEY, opened timestamptz NOT NULL DEFAULT now());
CREATE TABLE chairs (
    id int PRIMARY KEY,
    room text NOT NULL REFERENCES rooms DEFERRABLE INITIALLY DEFERRED
);
GRANT SELECT ON rooms TO reader;
CREATE FUNCTION teapot() RETURNS text LANGUAGE sql VOLATILE AS
    $$ SELECT set_config('response.status', '418', true) $$;
CREATE FUNCTION how_many() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM rooms $$;
CREATE FUNCTION hang_up() RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER AS
    $$ SELECT pg_terminate_backend(pg_backend_pid()) $$;
"""


@pytest.fixture(scope="module")
def house():
    with LocalPostgrest(schema=SCHEMA, jwt_secret=SECRET) as server:
        yield server


@pytest.fixture
def client(house):
    """A client of a house with one room, the hall."""
    house.reset()
    with httpx.Client(base_url=house.url) as client:
        add(client, "hall")
        yield client


def add(client, *names):
    return client.post("/rooms", json=[{"name": name} for name in names])


def rooms(client):
    return [row["name"] for row in client.get("/rooms", params={"order": "name"}).json()]


def opened(client, name):
    return client.get("/rooms", params={"name": f"eq.{name}"}).json()[0]["opened"]


def test_what_happens_within_is_undone_at_the_end(house, client):
    with house.rolled_back():
        assert add(client, "attic").status_code == 201
        assert client.patch("/rooms?name=eq.hall", json={"name": "lobby"}).status_code == 204
        assert rooms(client) == ["attic", "lobby"]
        assert client.delete("/rooms?name=eq.lobby").status_code == 204
        assert rooms(client) == ["attic"]
    assert rooms(client) == ["hall"]


def test_the_block_gives_the_server(house):
    with house.rolled_back() as server:
        assert server is house


def test_each_block_starts_from_what_is_stored(house, client):
    for _ in range(2):
        with house.rolled_back():
            assert add(client, "attic").status_code == 201
    add(client, "cellar")
    with house.rolled_back():
        assert rooms(client) == ["cellar", "hall"]


def test_it_is_undone_whatever_ends_the_block(house, client):
    def fail():
        with house.rolled_back():
            add(client, "attic")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert rooms(client) == ["hall"]


def test_nobody_else_sees_it(house, client):
    with house.rolled_back(), psycopg.connect(house.database_url) as other:
        add(client, "attic")
        assert other.execute("SELECT name FROM rooms").fetchall() == [("hall",)]


def test_a_request_that_fails_undoes_itself_alone(house, client):
    with house.rolled_back():
        add(client, "attic")
        assert add(client, "cellar", "hall").status_code == 409
        assert client.get("/rooms?colour=eq.red").status_code == 400
        assert rooms(client) == ["attic", "hall"]
        assert add(client, "cellar").status_code == 201
        assert rooms(client) == ["attic", "cellar", "hall"]


def test_an_inner_block_undoes_what_happened_within_it(house, client):
    with house.rolled_back():
        add(client, "attic")
        with house.rolled_back():
            add(client, "cellar")
            assert rooms(client) == ["attic", "cellar", "hall"]
        assert rooms(client) == ["attic", "hall"]
        with house.rolled_back():
            assert add(client, "cellar").status_code == 201
        add(client, "garden")
        assert rooms(client) == ["attic", "garden", "hall"]
    assert rooms(client) == ["hall"]


def test_requests_at_once_are_answered_one_after_the_other(house, client):
    names = [f"room {number:02}" for number in range(40)]
    with house.rolled_back(), ThreadPoolExecutor(8) as threads:
        responses = list(
            threads.map(lambda name: add(client, name, name if "7" in name else "the " + name), names)
        )
        assert [each.status_code for each in responses] == [409 if "7" in name else 201 for name in names]
        assert len(rooms(client)) == 1 + 2 * sum("7" not in name for name in names)
    assert rooms(client) == ["hall"]


def test_now_is_when_the_block_began(house, client):
    with house.rolled_back():
        add(client, "attic")
        add(client, "cellar")
        assert opened(client, "attic") == opened(client, "cellar")
        first = opened(client, "attic")
    with house.rolled_back():
        add(client, "attic")
        assert opened(client, "attic") > first > opened(client, "hall")


def test_each_request_runs_as_its_own_role(house, client):
    token = jwt.encode({"role": "reader"}, SECRET, algorithm="HS256")
    reading = {"Authorization": f"Bearer {token}"}
    with house.rolled_back():
        assert client.get("/rooms", headers=reading).status_code == 200
        assert client.post("/rooms", json={"name": "attic"}, headers=reading).status_code == 403
        assert add(client, "attic").status_code == 201


def test_a_setting_of_one_request_is_not_the_nexts(house, client):
    with house.rolled_back():
        assert client.post("/rpc/teapot").status_code == 418
        assert client.get("/rooms").status_code == 200
        assert client.get("/rooms", headers={"Prefer": "timezone=Asia/Tokyo"}).text.endswith('+09:00"}]')
        assert client.get("/rooms").text.endswith('+00:00"}]')


def test_after_a_request_that_may_only_read_the_next_may_write(house, client):
    with house.rolled_back():
        assert client.get("/rpc/how_many").json() == 1
        assert client.get("/rpc/teapot").status_code == 418
        assert add(client, "attic").status_code == 201
        assert client.get("/rpc/how_many").json() == 2


def test_deferred_constraints_are_checked_after_each_request(house, client):
    with house.rolled_back():
        refused = client.post("/chairs", json={"id": 1, "room": "nowhere"})
        assert (refused.status_code, refused.json()["code"]) == (409, "23503")
        assert client.post("/chairs", json={"id": 2, "room": "hall"}).status_code == 201
        refused = client.delete("/rooms?name=eq.hall")
        assert (refused.status_code, refused.json()["code"]) == (409, "23503")
        assert client.get("/rooms").status_code == 200
        assert client.delete("/chairs?id=eq.2").status_code == 204
        assert client.delete("/rooms?name=eq.hall").status_code == 204


def test_tables_are_not_emptied_within(house, client):
    with (
        house.rolled_back(),
        pytest.raises(RuntimeError, match=r"^reset\(\) cannot be used within rolled_back"),
    ):
        house.reset()
    assert rooms(client) == ["hall"]
    house.reset()
    assert rooms(client) == []


def test_a_lost_connection_ends_with_the_block(house, client):
    with house.rolled_back():
        add(client, "attic")
        assert client.post("/rpc/hang_up").status_code >= 500
        assert client.get("/rooms").status_code >= 500
    assert rooms(client) == ["hall"]


def test_a_server_may_be_closed_within(house):
    server = LocalPostgrest(database_url=house.database_url, schema="SELECT 1")
    with server, server.rolled_back(), server.rolled_back():
        with httpx.Client(base_url=server.url) as client:
            assert add(client, "attic").status_code == 201
        server.close()
    with server, httpx.Client(base_url=server.url) as client:
        assert "attic" not in rooms(client)


def test_a_server_that_is_not_started_has_nothing_to_undo():
    with pytest.raises(RuntimeError, match="the server is not started"), LocalPostgrest().rolled_back():
        raise AssertionError
