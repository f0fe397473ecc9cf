"""`spacecat-data-access`: what it prints, and how it ends."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import jwt
import pytest

from spacecat_shared_data_access import __main__ as command_line
from spacecat_shared_data_access import _version
from spacecat_shared_data_access.local import LocalPostgrest

COMMAND = [sys.executable, "-m", "spacecat_shared_data_access"]
SECRET = "a-secret-of-more-than-thirty-two-characters"
NOTES = "CREATE TABLE notes (id int PRIMARY KEY)"


@contextlib.contextmanager
def serving(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A server in a process of its own, and what it printed at its start."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
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
        process.communicate(timeout=20)


def fails(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str]:
    """How it ends within this process, and the line that it leaves on stderr."""
    try:
        code: int | str | None = command_line.main(arguments)
    except SystemExit as ending:
        code = ending.code
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return code, printed.err.strip()


class TestServe:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_says_what_it_serves_until_it_is_stopped(self, tmp_path: Path, number: signal.Signals) -> None:
        with serving("--data", str(tmp_path / "data")) as (process, lines):
            text = "".join(lines)
            url = lines[0].split()[-1]
            assert lines[0] == f"serving {url}\n"
            assert f"an embedded PostgreSQL, data in {tmp_path / 'data'}" in text
            assert "organizations, task_management_connections" in text
            assert "for development and tests only, not for production" in text
            assert httpx.get(f"{url}/tickets").json() == []
            process.send_signal(number)
            out, err = process.communicate(timeout=20)
            assert (process.returncode, out, err) == (0, "stopped\n", "")
            assert not (tmp_path / "data" / "postmaster.pid").exists()

    def test_serves_a_database_and_a_schema_of_ones_own(self, tmp_path: Path) -> None:
        schema = tmp_path / "notes.sql"
        schema.write_text(NOTES)
        with (
            LocalPostgrest(schema=NOTES) as below,
            serving(
                "--database-url", below.database_url, "--schema", str(schema), PGRST_JWT_SECRET=SECRET
            ) as (_, lines),
        ):
            assert "the PostgreSQL of --database-url" in lines[1]
            assert lines[2] == "  tables  notes\n"
            token = jwt.encode({"role": "postgrest_writer"}, SECRET)
            headers = {"Authorization": f"Bearer {token}"}
            assert httpx.get(f"{lines[0].split()[-1]}/notes", headers=headers).json() == []


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
            (("--jwt-secret", "hidden"), "jwt_secret must have at least 32 characters"),
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
    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ([], "an embedded PostgreSQL, data removed at the end (keep it with --data DIR)"),
            (["--database-url"], "the PostgreSQL of --database-url"),
        ],
    )
    def test_a_signal_ends_it_cleanly(
        self,
        local_postgrest: LocalPostgrest,
        capfd: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        options: list[str],
        said: str,
    ) -> None:
        before = signal.getsignal(signal.SIGTERM)
        wait = command_line._wait

        def wait_for_a_signal_to_come(stop: threading.Event) -> None:
            os.kill(os.getpid(), signal.SIGTERM)
            wait(stop)

        monkeypatch.setattr(command_line, "_wait", wait_for_a_signal_to_come)
        arguments = [*options, local_postgrest.database_url] if options else []
        assert command_line.main(["serve", "--port", "0", *arguments]) == 0
        text = capfd.readouterr().out
        assert said in text
        assert text.endswith("stopped\n")
        assert signal.getsignal(signal.SIGTERM) == before


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        command_line.main(["--version"])
    assert ending.value.code == 0
    assert capfd.readouterr().out == f"spacecat-data-access {_version.__version__}\n"


def test_help_names_the_options(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.main(["serve", "--help"])
    text = capfd.readouterr().out
    for option in ("--host", "--port", "--data DIR", "--database-url URL", "--jwt-secret", "--schema FILE"):
        assert option in text
