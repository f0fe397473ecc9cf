"""The server's life: start, close, data that stays, schemas, and what changes beneath it."""

import concurrent.futures
import gc
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest

from spacecat_shared_data_access import ValidationError, local
from spacecat_shared_data_access.local import LocalPostgrest, LocalPostgrestError, postgres
from spacecat_shared_data_access.local import server as server_module

NOTES = "CREATE TABLE notes (id int PRIMARY KEY, title text)"


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def run_python(code: str) -> str:
    """Return the output of a fresh interpreter."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own code


def eventually(happens: Callable[[], bool]) -> bool:
    """Whether something happens within ten seconds."""
    deadline = time.monotonic() + 10
    while not happens() and time.monotonic() < deadline:
        time.sleep(0.02)
    return happens()


@pytest.fixture(scope="module")
def base() -> Iterator[LocalPostgrest]:
    """A PostgreSQL that runs already, for servers by URL."""
    with LocalPostgrest(schema=NOTES) as server:
        yield server


@pytest.fixture(scope="module")
def scratch(base: LocalPostgrest) -> str:
    with psycopg.connect(base.database_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE scratch TEMPLATE template0")
    return base.database_url.replace("/spacecat?", "/scratch?")


@pytest.fixture
def database_url(scratch: str) -> str:
    """The URL of an empty database."""
    with psycopg.connect(scratch) as connection:
        connection.execute(
            "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO public"
        )
    return scratch


class TestStartingAndClosing:
    def test_a_response_that_nobody_reads_leaves_no_connection_open(
        self, database_url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(server_module, "_GRACE", 0)
        server = LocalPostgrest(database_url=database_url, schema=NOTES, create_tables=True)
        with server:
            with psycopg.connect(database_url) as connection:
                connection.execute(
                    "INSERT INTO notes VALUES (1, repeat('x', 20000000)); GRANT SELECT ON notes TO public"
                )
            address = urlsplit(server.url)
            reader = socket.create_connection((address.hostname, address.port))
            reader.sendall(b"GET /notes HTTP/1.1\r\nHost: local\r\n\r\n")
            assert reader.recv(15) == b"HTTP/1.1 200 OK"
        del server
        gc.collect()  # warns of connections that were not closed
        reader.close()

    def test_nothing_is_left(self) -> None:
        threads = threading.active_count()
        with LocalPostgrest() as server:
            url, database_url = server.url, server.database_url
            directory = Path(psycopg.conninfo.conninfo_to_dict(database_url)["host"])
            assert directory.exists()
            assert httpx.get(f"{url}/tickets").json() == []
        assert threading.active_count() == threads
        assert not directory.exists()
        with pytest.raises(httpx.ConnectError):
            httpx.get(url)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(database_url)

    def test_nothing_is_left_of_a_program_that_was_killed(self) -> None:
        code = """if True:
            from spacecat_shared_data_access.local import LocalPostgrest
            with LocalPostgrest(schema="CREATE TABLE notes (id int)") as server:
                print(server.database_url, flush=True)
                input()
        """
        command = [sys.executable, "-c", code]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603 - our own code
            database_url = program.stdout.readline().strip()
            program.kill()
        directory = Path(psycopg.conninfo.conninfo_to_dict(database_url)["host"])
        assert eventually(lambda: not directory.exists())
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(database_url)

    def test_both_can_be_done_twice(self, base: LocalPostgrest) -> None:
        server = LocalPostgrest(database_url=base.database_url, schema=NOTES)
        server.close()
        server.start()
        url = server.url
        server.start()
        assert server.url == url
        server.close()
        server.close()
        server.start()
        assert httpx.get(f"{server.url}/notes").json() == []
        server.close()

    def test_there_is_no_url_before_the_start(self) -> None:
        server = LocalPostgrest()
        for use in (lambda: server.url, lambda: server.database_url, server.reset, server.tables):
            with pytest.raises(RuntimeError, match="not started"):
                use()

    def test_idle_connections_of_clients_do_not_hold_it_up(self, base: LocalPostgrest) -> None:
        server = LocalPostgrest(database_url=base.database_url, schema=NOTES)
        server.start()
        with httpx.Client(base_url=server.url) as client:
            client.get("/notes")
            server.close()

    def test_an_address_in_use_is_said(self, base: LocalPostgrest) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            with pytest.raises(
                LocalPostgrestError, match=f"cannot listen on 127.0.0.1:{port}: Address already in use"
            ):
                LocalPostgrest(database_url=base.database_url, port=port).start()

    @pytest.mark.parametrize(
        "address", [{"host": "a\0"}, {"host": "\u00e9.."}, {"port": -1}, {"port": 65536}]
    )
    def test_an_address_that_is_not_one(self, base: LocalPostgrest, address: dict[str, Any]) -> None:
        with pytest.raises(LocalPostgrestError, match=r"^cannot listen on "):
            LocalPostgrest(database_url=base.database_url, **address).start()

    def test_a_port_can_be_chosen_and_used_again(self, base: LocalPostgrest) -> None:
        with LocalPostgrest(database_url=base.database_url, schema=NOTES) as server:
            port = int(server.url.rpartition(":")[2])
            httpx.get(f"{server.url}/notes")
        with LocalPostgrest(database_url=base.database_url, schema=NOTES, port=port) as server:
            assert server.url == f"http://127.0.0.1:{port}"

    @pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
    def test_it_listens_on_ipv6_too(self, base: LocalPostgrest) -> None:
        with LocalPostgrest(database_url=base.database_url, schema=NOTES, host="::1") as server:
            assert server.url.startswith("http://[::1]:")
            assert httpx.get(f"{server.url}/notes").json() == []

    def test_several_at_once(self, base: LocalPostgrest) -> None:
        with (
            LocalPostgrest(database_url=base.database_url, schema=NOTES, allow_reset=True) as one,
            LocalPostgrest(database_url=base.database_url, schema=NOTES) as two,
        ):
            assert one.url != two.url
            httpx.post(f"{one.url}/notes", json={"id": 1})
            assert httpx.get(f"{two.url}/notes").json() == [{"id": 1, "title": None}]
            one.reset()
            assert httpx.get(f"{two.url}/notes").json() == []


class TestArguments:
    def test_that_exclude_each_other(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="not both"):
            LocalPostgrest(database_url="postgresql://", data_dir=tmp_path)

    @pytest.mark.parametrize("name", ["my data", "a;b", "$(c)", "d&e", "f%g"])
    def test_a_path_has_to_be_plain(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ValueError, match="may not have blanks or other special characters"):
            LocalPostgrest(data_dir=tmp_path / name)

    def test_a_secret_has_to_be_long(self) -> None:
        with pytest.raises(ValueError, match="at least 32 characters"):
            LocalPostgrest(jwt_secret="short")

    @pytest.mark.parametrize("value", [5, b"x", True, 1.5, [], object()])
    @pytest.mark.parametrize(
        "name",
        ["database_url", "data_dir", "schema", "seed", "anon_role", "jwt_secret", "host", "on_request"],
    )
    def test_have_a_type(self, name: str, value: object) -> None:
        with pytest.raises(ValidationError, match=f"^{name} must be .*, not {type(value).__name__}$"):
            LocalPostgrest(**{name: value})

    @pytest.mark.parametrize(
        ("name", "values"),
        [
            ("also", [5, None, b"x", {"a"}, [5], [None], ["SELECT 1", b"x"]]),
            ("port", ["x", "80", None, True, 1.5]),
            ("db_max_rows", ["5", True, 1.5, b"x"]),
            *((name, ["false", 0, 1, None]) for name in ("create_tables", "allow_reset", "db_plan_enabled")),
            *((name, [None]) for name in ("anon_role", "host")),
        ],
    )
    def test_numbers_lists_and_flags_too(self, name: str, values: list[object]) -> None:
        for value in values:
            with pytest.raises(ValidationError, match=f"^{name} must be"):
                LocalPostgrest(**{name: value})

    @pytest.mark.parametrize("value", ["", " ", "\n"])
    @pytest.mark.parametrize("name", ["database_url", "data_dir", "anon_role", "host"])
    def test_are_not_empty(self, name: str, value: str) -> None:
        with pytest.raises(ValidationError, match=f"^{name} must not be empty$"):
            LocalPostgrest(**{name: value})

    def test_no_secret_shows(self, base: LocalPostgrest) -> None:
        url = base.database_url.replace("postgres:@", "postgres:hidden@")
        with LocalPostgrest(database_url=url, jwt_secret="s" * 32, schema=NOTES) as server:
            assert repr(server) == f"<LocalPostgrest {server.url}, PostgreSQL by URL>"
        assert repr(LocalPostgrest(data_dir="/x")) == "<LocalPostgrest not started, embedded in /x>"
        assert repr(LocalPostgrest()) == "<LocalPostgrest not started, embedded in a temporary directory>"

    @pytest.mark.parametrize(
        ("url", "message"),
        [
            ("postgresql://user:hidden@127.0.0.1:1/x", "cannot connect to the database: .*refused"),
            ("postgresql://user:hid den@[", "^the database URL cannot be read$"),
            ("hidden", "^the database URL cannot be read$"),
        ],
    )
    def test_a_database_out_of_reach(self, url: str, message: str) -> None:
        with pytest.raises(LocalPostgrestError, match=message) as caught:
            LocalPostgrest(database_url=url).start()
        assert "hid" not in str(caught.value)


class TestData:
    def test_stays_in_a_data_directory(self, data_parent: Path) -> None:
        for expected in ([], [{"name": "kept"}]):
            with LocalPostgrest(data_dir=data_parent / "a" / "b") as server:
                assert httpx.get(f"{server.url}/organizations?select=name").json() == expected
                httpx.post(f"{server.url}/organizations", json={"name": "kept"})
                assert "embedded in" in repr(server)
                assert str(data_parent) in repr(server)
                with pytest.raises(LocalPostgrestError, match="in use by another server of this process"):
                    LocalPostgrest(data_dir=data_parent / "a" / "b").start()

    def test_a_directory_that_cannot_be_used(self, data_parent: Path) -> None:
        (data_parent / "PG_VERSION").write_text("1")
        with pytest.raises(
            LocalPostgrestError, match=f"PostgreSQL did not start in {data_parent}: "
        ) as caught:
            LocalPostgrest(data_dir=data_parent).start()
        assert "\n" not in str(caught.value)
        (data_parent / "log").write_text("12:00 [1] FATAL:  no such thing\n12:00 [1] LOG:  shut down\n")
        assert postgres._last_words(data_parent) == "no such thing"
        (data_parent / "log").write_text("nothing")
        assert postgres._last_words(data_parent) is None


class TestSchema:
    def test_the_projects_tables_are_made_in_an_empty_database(self, database_url: str) -> None:
        for _ in range(2):
            with LocalPostgrest(database_url=database_url, create_tables=True) as server:
                assert "tickets" in server.tables()
                httpx.post(f"{server.url}/organizations", json={"name": "kept"})
                organizations = httpx.get(f"{server.url}/organizations").json()
        assert len(organizations) == 2

    def test_tables_that_are_there_are_left_alone(self, database_url: str) -> None:
        with psycopg.connect(database_url) as connection:
            connection.execute("CREATE TABLE notes (id int, mine text)")
            connection.execute("GRANT ALL ON notes TO postgrest_writer")
        with LocalPostgrest(database_url=database_url, schema=NOTES) as server:
            httpx.post(f"{server.url}/notes", json={"mine": "x"})
            assert httpx.get(f"{server.url}/notes").json() == [{"id": None, "mine": "x"}]

    def test_a_table_that_is_missing_is_added_and_the_rest_kept(self, database_url: str) -> None:
        with LocalPostgrest(database_url=database_url, create_tables=True) as server:
            httpx.post(f"{server.url}/organizations", json={"name": "kept"})
        with psycopg.connect(database_url) as connection:
            connection.execute("DROP TABLE oauth_nonces")
        with LocalPostgrest(database_url=database_url, create_tables=True) as server:
            assert httpx.get(f"{server.url}/organizations?select=name").json() == [{"name": "kept"}]
            assert httpx.get(f"{server.url}/oauth_nonces").json() == []

    def test_can_be_a_file(self, database_url: str, tmp_path: Path) -> None:
        file = tmp_path / "schema.sql"
        file.write_text(f"{NOTES}; GRANT ALL ON notes TO postgrest_writer; COMMENT ON TABLE notes IS '100%';")
        for schema in (file, str(file)):
            with LocalPostgrest(database_url=database_url, schema=schema, create_tables=True) as server:
                assert httpx.get(f"{server.url}/notes").json() == []
        with pytest.raises(FileNotFoundError):
            LocalPostgrest(database_url=database_url, schema=tmp_path / "none.sql").start()

    def test_that_is_wrong_leaves_nothing(self, database_url: str) -> None:
        with pytest.raises(LocalPostgrestError, match='the database refused: type "nonsense" does not exist'):
            LocalPostgrest(
                database_url=database_url, schema=f"{NOTES}; CREATE TABLE b (c nonsense)", create_tables=True
            ).start()
        with psycopg.connect(database_url) as connection:
            assert connection.execute("SELECT to_regclass('notes')").fetchone() == (None,)

    def test_a_role_is_made_in_the_embedded_database_only(self, base: LocalPostgrest) -> None:
        with psycopg.connect(base.database_url) as connection:
            connection.execute('CREATE TABLE IF NOT EXISTS "made later" (id int)')
        for name in ("notes", "made%20later"):
            assert httpx.get(f"{base.url}/{name}").json() == []
        server = LocalPostgrest(database_url=base.database_url, schema=NOTES, anon_role="who")
        with pytest.raises(LocalPostgrestError, match="the database has no role who"):
            server.start()


class TestChangesBeneath:
    def test_what_is_created_later_is_found(self, database_url: str) -> None:
        with (
            LocalPostgrest(database_url=database_url, schema="SELECT 1") as server,
            httpx.Client(base_url=server.url) as client,
            psycopg.connect(database_url, autocommit=True) as connection,
        ):
            assert client.get("/late").status_code == 404
            connection.execute("CREATE TABLE late (id int PRIMARY KEY)")
            connection.execute("GRANT ALL ON late TO postgrest_writer")
            assert client.post("/late", json={"id": 1}).status_code == 201
            connection.execute("ALTER TABLE late ADD COLUMN name text")
            assert client.patch("/late?id=eq.1", json={"name": "x"}).status_code == 204
            connection.execute("CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 2'")
            assert client.post("/rpc/two").json() == 2
            connection.execute("CREATE TABLE later (late_id int REFERENCES late)")
            connection.execute("GRANT ALL ON later TO postgrest_writer")
            assert client.get("/late?select=id,later(late_id)").json() == [{"id": 1, "later": []}]

    def test_a_notification_makes_it_read_again(self, database_url: str) -> None:
        with (
            LocalPostgrest(database_url=database_url, schema="SELECT 1") as server,
            httpx.Client(base_url=server.url) as client,
            psycopg.connect(database_url, autocommit=True) as connection,
        ):
            connection.execute("CREATE TABLE changing (id int, at text)")
            connection.execute("GRANT ALL ON changing TO postgrest_writer")
            description = "/"
            assert client.get("/changing").json() == []
            connection.execute("DROP TABLE changing")
            connection.execute("NOTIFY pgrst, 'reload config'")
            connection.execute("NOTIFY pgrst, 'reload schema'")
            # Notifications come on a connection of their own: a few requests may be ahead of them.
            for _ in range(1000):
                if "changing" not in client.get(description).json()["definitions"]:
                    break
            assert client.get("/changing").json()["code"] == "PGRST205"

    def test_lost_connections_are_made_again(self, database_url: str) -> None:
        with (
            LocalPostgrest(
                database_url=database_url,
                schema=NOTES + "; GRANT ALL ON notes TO postgrest_writer",
                create_tables=True,
            ) as server,
            httpx.Client(base_url=server.url) as client,
            psycopg.connect(database_url) as connection,
        ):
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            assert client.get("/notes").json() == []


class TestManyAtOnce:
    def test_requests_in_parallel(self, cinema_server: LocalPostgrest) -> None:
        with (
            httpx.Client(base_url=cinema_server.url) as client,
            concurrent.futures.ThreadPoolExecutor(16) as executor,
        ):
            responses = list(executor.map(lambda n: client.get(f"/rpc/add?a={n}").json(), range(200)))
        assert responses == list(range(1, 201))


class TestImports:
    def test_the_package_itself_needs_none_of_the_extra(self) -> None:
        code = (
            "import sys, spacecat_shared_data_access.local, spacecat_shared_data_access.__main__;"
            "print(sorted({'psycopg', 'uvicorn', 'starlette', 'jwt'} & set(sys.modules)))"
        )
        assert run_python(code) == "[]\n"

    def test_a_missing_extra_is_named(self) -> None:
        code = (
            "import sys; sys.modules['psycopg_pool'] = None\n"
            "try:\n    from spacecat_shared_data_access.local import LocalPostgrest\n"
            "except ModuleNotFoundError as error:\n    print(error)"
        )
        assert run_python(code) == (
            "the local server needs the package psycopg_pool:"
            " pip install 'spacecat-shared-data-access[local]'\n"
        )

    def test_there_is_nothing_else_in_it(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'nope'"):
            local.nope  # noqa: B018 - asking is the test


class TestOnRequest:
    @staticmethod
    def exchange(url: str, *targets: str) -> list[str]:
        lines: list[str] = []
        with LocalPostgrest(database_url=url, schema=NOTES, on_request=lines.append) as server:
            for target in targets:
                method, _, path = target.rpartition(" ")
                httpx.request(
                    method or "GET", server.url + path, json={"id": 1} if method == "POST" else None
                )
        return [re.sub(r"[0-9.]+ ms", "_ ms", line) for line in lines]

    def test_gets_a_line_about_each_request(self, base: LocalPostgrest) -> None:
        targets = ("POST /notes", "/notes?id=eq.1&title=is.null", "DELETE /notes?id=eq.1", "OPTIONS /notes")
        assert self.exchange(base.database_url, *targets) == [
            "POST /notes 201 _ ms 1 row",
            "GET /notes?id=eq.1&title=is.null 200 _ ms 1 row",
            "DELETE /notes?id=eq.1 204 _ ms 1 row",
            "OPTIONS /notes 200 _ ms",
        ]

    def test_errors_have_no_rows(self, base: LocalPostgrest) -> None:
        assert self.exchange(base.database_url, "/nots", "/notes?x=eq.1", "PUT /notes") == [
            "GET /nots 404 _ ms",
            "GET /notes?x=eq.1 400 _ ms",
            "PUT /notes 400 _ ms",
        ]
