"""`spacecat-data-access serve`: what it prints, and how it ends."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import httpx
import jwt
import psycopg
import pytest

from patience import PATIENCE
from spacecat_shared_data_access import cli
from spacecat_shared_data_access.cli import serve
from spacecat_shared_data_access.local import LocalPostgrest
from spacecat_shared_data_access.models.base import EntityRegistry

COMMAND = [sys.executable, "-m", "spacecat_shared_data_access"]
SECRET = "a-secret-of-more-than-thirty-two-characters"


@contextlib.contextmanager
def serving(
    *arguments: str, cwd: Path | None = None, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A server in a process of its own, and what it printed at its start."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env={**os.environ, **environment},
    )
    try:
        assert process.stdout
        lines = [process.stdout.readline()]
        while lines[-1] and "Ctrl-C" not in lines[-1]:
            lines.append(process.stdout.readline())
        yield process, lines
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=PATIENCE)


def fails(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str]:
    """How it ends within this process, and the line that it leaves on stderr."""
    try:
        code: int | str | None = cli.main(arguments)
    except SystemExit as ending:
        code = ending.code
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return code, printed.err.strip()


class TestServe:
    def test_says_what_it_serves_until_ctrl_c(self) -> None:
        with serving() as (process, lines):
            url = lines[0].split()[-1]
            assert "".join(lines) == (
                f"serving {url}\n"
                "  over    an embedded PostgreSQL, data removed at the end (keep it with --data DIR)\n"
                f"  tables  {len({schema.table for schema in EntityRegistry.schemas()})}\n"
                "  access  for everybody as the role postgrest_writer;"
                " tokens are refused without --jwt-secret\n"
                f"  db      {lines[4].split()[-1]}\n"
                "  for development and tests only, not for production; stop with Ctrl-C\n"
            )
            assert httpx.get(f"{url}/tickets").json() == []
            with psycopg.connect(lines[4].split()[-1]) as connection:
                assert connection.execute("SELECT count(*) FROM tickets").fetchone() == (0,)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=PATIENCE)
            assert (process.returncode, out, err) == (0, "stopped\n", "")

    def test_keeps_the_data_until_it_is_terminated(self, data_parent: Path) -> None:
        data = data_parent / "data"
        with serving("--data", str(data)) as (process, lines):
            assert lines[1] == f"  over    an embedded PostgreSQL, data in {data}\n"
            process.terminate()
            out, err = process.communicate(timeout=PATIENCE)
            assert (process.returncode, out, err) == (0, "stopped\n", "")
        assert (data / "PG_VERSION").exists()
        assert not (data / "postmaster.pid").exists()

    def test_serves_a_database_and_a_schema_of_ones_own(
        self, local_postgrest: LocalPostgrest, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        with psycopg.connect(local_postgrest.database_url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE served TEMPLATE template0")
        url = local_postgrest.database_url.replace("/spacecat?", "/served?")
        schema = tmp_path / "notes.sql"
        schema.write_text("CREATE TABLE notes (id int PRIMARY KEY); GRANT ALL ON notes TO postgrest_writer")
        arguments = ("--database-url", url, "--schema", str(schema))
        code, line = fails(capfd, "serve", "--port", "0", *arguments)
        assert (
            code,
            "the database has no table notes (create_tables=True, or --create-tables, " in line,
        ) == (
            1,
            True,
        )
        with serving(*arguments, "--create-tables", PGRST_JWT_SECRET=SECRET) as (_, lines):
            host = local_postgrest.database_url.partition("?host=")[2]
            assert lines[1:4] == [
                f"  over    the database served at {host}\n",
                "  tables  1\n",
                "  access  by bearer token (HS256); without one as the role postgrest_writer\n",
            ]
            token = jwt.encode({"role": "postgrest_writer"}, SECRET)
            headers = {"Authorization": f"Bearer {token}"}
            assert httpx.get(f"{lines[0].split()[-1]}/notes", headers=headers).json() == []


class TestVerbose:
    """`--verbose`, read from a pipe."""

    def test_shows_requests_as_they_come(self) -> None:
        with serving("--verbose", "--jwt-secret", SECRET) as (process, lines):
            assert process.stdout
            url = lines[0].split()[-1]
            token = jwt.encode({"role": "postgrest_writer"}, SECRET)
            headers = {"Authorization": f"Bearer {token}", "X-Key": "hidden", "Prefer": "return=minimal"}
            body = [{"name": "Bodies are hidden"}, {"name": "Two"}]
            httpx.post(f"{url}/organizations?columns=name", json=body, headers=headers)
            assert_line(process.stdout, "POST /organizations?columns=name 201 {ms} ms 2 rows")
            query = "select=id,name&name=eq.a%20b%1B%5B31m%0Ac"
            httpx.get(f"{url}/organizations?{query}", headers=headers)
            assert_line(process.stdout, f"GET /organizations?{query} 200 {{ms}} ms 0 rows")
            httpx.head(f"{url}/organizations?limit=1", headers=headers)
            assert_line(process.stdout, "HEAD /organizations?limit=1 200 {ms} ms 1 row")
            httpx.get(f"{url}/no%0Atable", headers={"Authorization": "Bearer hidden"})
            assert_line(process.stdout, "GET /no%0Atable 401 {ms} ms")
            httpx.get(url)
            assert_line(process.stdout, "GET / 200 {ms} ms")
            process.terminate()
            out, err = process.communicate(timeout=PATIENCE)
            assert (process.returncode, out, err) == (0, "stopped\n", "")

    def test_control_characters_and_credentials_of_a_target_are_not_shown(self) -> None:
        with serving("--verbose") as (process, lines):
            assert process.stdout
            host, _, port = lines[0].split()[-1].removeprefix("http://").partition(":")
            for target in ("http://me:hidden@host/tickets?limit=0", "/tickets?select=\x1b[31m", "/\x9b\x07"):
                with socket.create_connection((host, int(port))) as connection:
                    connection.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode("latin-1"))
                    assert connection.recv(1)
            httpx.get(f"http://{host}:{port}/last")
            shown = [process.stdout.readline()]
            while "/last" not in shown[-1]:
                shown.append(process.stdout.readline())
            text = "".join(shown).replace("\n", "")
            assert "GET /tickets?limit=0 200 " in text
            assert "hidden" not in text
            assert text.isprintable()

    def test_ends_when_nobody_reads(self) -> None:
        with serving("--verbose") as (process, lines):
            assert process.stdout
            process.stdout.close()
            httpx.get(lines[0].split()[-1])
            assert process.wait(timeout=PATIENCE) == 141

    def test_without_it_nothing_is_shown(self) -> None:
        with serving() as (process, lines):
            httpx.get(lines[0].split()[-1])
            process.terminate()
            assert process.communicate(timeout=PATIENCE) == ("stopped\n", "")


def assert_line(shown: IO[str], expected: str) -> None:
    """Check the next line, which begins with the time."""
    pattern = re.escape(expected).replace(re.escape("{ms}"), r"[0-9]+\.[0-9]")
    line = shown.readline()
    assert re.fullmatch(rf"[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}\.[0-9]{{3}} {pattern}\n", line), line


class StandIn:
    """A server that is announced and does nothing."""

    url = "http://127.0.0.1:1"
    database_url = "postgresql://me:hidden@db.example.test/spacecat"
    anon_role = "visitor"

    def tables(self) -> list[str]:
        return ["tickets", "sites"]


@pytest.mark.parametrize(
    ("options", "over"),
    [
        ([], "an embedded PostgreSQL, data removed at the end (keep it with --data DIR)"),
        (["--data", "here"], "an embedded PostgreSQL, data in here"),
        (["--database-url", "postgresql://"], "the database spacecat at db.example.test"),
    ],
)
@pytest.mark.parametrize(
    ("accepts_tokens", "access"),
    [
        (False, "for everybody as the role visitor; tokens are refused without --jwt-secret"),
        (True, "by bearer token (HS256); without one as the role visitor"),
    ],
)
def test_announces_what_is_served_and_to_whom(
    options: list[str], over: str, accepts_tokens: bool, access: str
) -> None:
    arguments = cli._parser().parse_args(["serve", *options])
    server = StandIn()
    assert serve._announcement(server, arguments, accepts_tokens=accepts_tokens) == [  # type: ignore[arg-type]
        "serving http://127.0.0.1:1",
        f"  over    {over}",
        "  tables  2",
        f"  access  {access}",
        "  db      postgresql:///spacecat?user=me&host=db.example.test",
        "  for development and tests only, not for production; stop with Ctrl-C",
    ]


def test_a_reader_that_goes_stops_the_server(
    local_postgrest: LocalPostgrest, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def say(*_: str) -> None:
        raise BrokenPipeError

    let_go: list[bool] = []
    monkeypatch.setattr(cli.output, "say", say)
    monkeypatch.setattr(cli.output, "let_go_of_stdout", lambda: let_go.append(True))
    assert cli.main(["serve", "--port", "0", "--database-url", local_postgrest.database_url]) == 141
    assert let_go == [True]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("postgresql://me:hidden@db.example.test:5433/spacecat", "spacecat at db.example.test"),
        ("host=db.example.test dbname=spacecat password=hidden", "spacecat at db.example.test"),
        ("postgresql://", "by default at this machine"),
    ],
)
def test_a_database_is_named_without_its_password(url: str, named: str) -> None:
    assert serve._database(url) == named


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (
            "postgresql://me:hidden@db.example.test:5433/spacecat?sslmode=require",
            "postgresql:///spacecat?user=me&host=db.example.test&port=5433&sslmode=require",
        ),
        ("host=/run/pg dbname='a b' password=hidden", "postgresql:///a%20b?host=/run/pg"),
        ("postgresql://", "postgresql:///"),
    ],
)
def test_the_url_of_a_database_is_shown_without_its_password(url: str, shown: str) -> None:
    assert serve._database_url(url) == shown
    assert psycopg.conninfo.conninfo_to_dict(shown).keys() == (
        psycopg.conninfo.conninfo_to_dict(url).keys() - {"password"}
    )


ENTITIES = """
from spacecat_shared_data_access import BaseCollection, BaseModel, EntityRegistry, SchemaBuilder


class Reminder(BaseModel):
    ENTITY_NAME = "Reminder"


class ReminderCollection(BaseCollection[Reminder]):
    COLLECTION_NAME = "ReminderCollection"


EntityRegistry.register_entity(
    SchemaBuilder(Reminder, ReminderCollection).add_attribute("text", type="string", required=True).build()
)
"""


class TestTablesOfOnesOwn:
    NOTES = "CREATE TABLE notes (id int PRIMARY KEY, organization_id uuid REFERENCES organizations);"

    def test_are_served_beside_the_packages(self, tmp_path: Path) -> None:
        (tmp_path / "my_tables.sql").write_text(self.NOTES)
        (tmp_path / "more.sql").write_text("CREATE TABLE more (id int PRIMARY KEY)")
        (tmp_path / "rows.sql").write_text("INSERT INTO notes VALUES (1), (2)")
        files = [
            *("--also", str(tmp_path / "my_tables.sql")),
            *("--also", str(tmp_path / "more.sql")),
            *("--seed", str(tmp_path / "rows.sql")),
        ]
        with serving(*files) as (_, lines):
            url = lines[0].split()[-1]
            assert lines[2] == f"  tables  {len({each.table for each in EntityRegistry.schemas()}) + 2}\n"
            assert httpx.get(f"{url}/notes?select=id").json() == [{"id": 1}, {"id": 2}]
            assert httpx.post(f"{url}/more", json={"id": 1}).status_code == 201
            assert httpx.get(f"{url}/tickets").json() == []

    def test_are_derived_from_entities_that_a_module_registers(self, tmp_path: Path) -> None:
        package = tmp_path / "my"
        package.mkdir()
        (package / "entities.py").write_text(ENTITIES)
        arguments = [*COMMAND, "ddl", "--import", "my.entities"]
        printed = subprocess.run(  # noqa: S603 - our own command
            arguments, capture_output=True, text=True, check=True, cwd=tmp_path
        )
        assert "CREATE TABLE IF NOT EXISTS reminders (" in printed.stdout
        with serving("--import", "my.entities", cwd=tmp_path) as (_, lines):
            url = lines[0].split()[-1]
            assert httpx.post(f"{url}/reminders", json={"text": "x"}).status_code == 201

    @pytest.mark.parametrize("command", ["serve", "ddl"])
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            (None, "ModuleNotFoundError: No module named 'broken_entities'"),
            ("1 / 0", "ZeroDivisionError: division by zero"),
        ],
    )
    def test_a_module_that_cannot_be_imported_is_named(
        self,
        command: str,
        text: str | None,
        reason: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        if text is not None:
            (tmp_path / "broken_entities.py").write_text(text)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "path", [*sys.path])
        assert fails(capfd, command, "--import", "broken_entities") == (
            2,
            f"spacecat-data-access: error: cannot import broken_entities: {reason}",
        )


class TestErrors:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((), "the following arguments are required: COMMAND"),
            (("nope",), "invalid choice: 'nope'"),
            (("serve", "--port", "x"), "argument --port: not a port: 'x'"),
            (("serve", "--port", "65536"), "argument --port: not a port: '65536'"),
            (("serve", "--data", "a", "--database-url", "b"), "not allowed with argument"),
            (("serve", "--colour"), "unrecognized arguments: --colour"),
            (("serve", "--dat", "a"), "unrecognized arguments: --dat"),
            (("serve", "--data", ""), "argument --data: must not be empty"),
            (("serve", "--database-url", " "), "argument --database-url: must not be empty"),
            (("serve", "--host", ""), "argument --host: must not be empty"),
            (("serve", "one\ntwo"), "unrecognized arguments: one two"),
        ],
    )
    def test_wrong_arguments(
        self, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
    ) -> None:
        code, line = fails(capfd, *arguments)
        assert code == 2
        assert message in line
        assert line.endswith("(see --help)")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ("--database-url", "postgresql://me:hidden@127.0.0.1:1/x"),
                "cannot connect to the database: ",
            ),
            (("--database-url", "hidden"), "the database URL cannot be read"),
            (("--schema", "/none.sql"), "/none.sql: No such file or directory"),
        ],
    )
    def test_what_cannot_be_served(
        self, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
    ) -> None:
        code, line = fails(capfd, "serve", "--port", "0", *arguments)
        assert code == 1
        assert line.startswith(f"spacecat-data-access: error: {message}")
        assert "hidden" not in line

    def test_a_secret_too_short(self, capfd: pytest.CaptureFixture[str]) -> None:
        code, line = fails(capfd, "serve", "--port", "0", "--jwt-secret", "hidden")
        assert (code, line) == (
            2,
            "spacecat-data-access: error: jwt_secret must have at least 32 characters",
        )

    def test_a_port_in_use(self, capfd: pytest.CaptureFixture[str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            code, line = fails(capfd, "serve", "--port", str(port))
        assert code == 1
        assert (
            line == f"spacecat-data-access: error: cannot listen on 127.0.0.1:{port}: Address already in use"
        )

    def test_a_missing_extra(
        self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("LocalPostgrest", "LocalPostgrestError", "server"):
            monkeypatch.delattr(f"spacecat_shared_data_access.local.{name}", raising=False)
        monkeypatch.delitem(sys.modules, "spacecat_shared_data_access.local.server")
        monkeypatch.setitem(sys.modules, "uvicorn", None)
        code, line = fails(capfd, "serve")
        assert code == 1
        assert line == (
            "spacecat-data-access: error: the local server needs the package uvicorn:"
            " pip install 'spacecat-shared-data-access[local]'"
        )


class TestInThisProcess:
    def test_a_signal_ends_it_cleanly(
        self,
        local_postgrest: LocalPostgrest,
        capfd: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        before = signal.getsignal(signal.SIGTERM)
        wait = serve._wait

        def wait_for_a_signal_to_come(stop: threading.Event) -> None:
            os.kill(os.getpid(), signal.SIGTERM)
            wait(stop)

        monkeypatch.setattr(serve, "_wait", wait_for_a_signal_to_come)
        arguments = ["serve", "--port", "0", "--database-url", local_postgrest.database_url]
        assert cli.main(arguments) == 0
        text = capfd.readouterr().out
        assert "over    the database spacecat at " in text
        assert text.endswith("stopped\n")
        assert signal.getsignal(signal.SIGTERM) == before


def test_help_names_the_options(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["serve", "--help"])
    text = capfd.readouterr().out
    for option in (
        "--host",
        "--port",
        "--data DIR",
        "--database-url URL",
        "--create-tables",
        "--jwt-secret",
        "--schema FILE",
        "--also FILE",
        "--seed FILE",
        "--import MODULE",
        "--verbose",
    ):
        assert option in text
