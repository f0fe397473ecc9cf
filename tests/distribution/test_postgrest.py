"""`make test-postgrest`, compose.yaml and the versions of PostgREST in CI, as far as it goes without Docker."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from patience import PATIENCE
from spacecat_shared_data_access.check.database import OLDEST_VERSION
from spacecat_shared_data_access.local import LocalPostgrest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "test_postgrest.py"
ONE_TEST = "tests/integration/test_nonces.py"


def run(*arguments, **environment):
    """Run the script, with only these environment variables besides the necessary ones."""
    kept = {
        name: value for name, value in os.environ.items() if name not in {"POSTGREST_URL", "DATABASE_URL"}
    }
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        cwd=ROOT,
        env=kept | environment,
    )


def test_compose_file_is_valid():
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.compose-spec",
        "compose.yaml",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603 - as above
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_of_compose_is_reachable_from_other_machines():
    ports = re.findall(
        r"^      - (.+:\d+)$", (ROOT / "compose.yaml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(ports) == 2
    assert all(each.startswith("127.0.0.1:") for each in ports)


def test_the_secret_and_the_roles_are_the_ones_of_the_tests():
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    script = SCRIPT.read_text(encoding="utf-8")
    roles = (ROOT / "scripts" / "postgrest_roles.sql").read_text(encoding="utf-8")
    secret = re.search(r"PGRST_JWT_SECRET: (.+)", compose)[1]
    assert f'JWT_SECRET = "{secret}"' in script
    assert "PGRST_DB_ANON_ROLE: postgrest_writer" in compose
    assert all(
        f"CREATE ROLE {role} " in roles for role in ("authenticator", "postgrest_anon", "postgrest_writer")
    )


def test_ci_tests_the_oldest_supported_version_and_every_later_one():
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    versions = re.search(r"postgrest: \[(.+)\]", workflow)[1].replace('"', "").split(", ")
    majors = [int(re.match(r"v(\d+)\.", each)[1]) for each in versions[:-1]]
    assert versions[-1] == "latest"
    assert majors == list(range(OLDEST_VERSION[0], majors[-1] + 1))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"PostgREST {OLDEST_VERSION[0]} and later" in readme


def test_the_script_runs_the_tests_against_a_given_server():
    with LocalPostgrest() as server:
        done = run(
            "-q",
            "-p",
            "no:cacheprovider",
            ONE_TEST,
            POSTGREST_URL=server.url,
            DATABASE_URL=server.database_url,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"at {server_url(done.stdout)}" in done.stdout
    assert re.search(r"\d+ passed", done.stdout)


def server_url(output):
    return re.search(r"testing against .* at (\S+)", output)[1]


@pytest.mark.parametrize("variable", ["POSTGREST_URL", "DATABASE_URL"])
def test_half_a_server_is_an_error(variable):
    done = run(**{variable: "http://127.0.0.1:1"})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "test-postgrest: POSTGREST_URL and DATABASE_URL are needed together\n"


@pytest.mark.parametrize(
    ("docker", "message"),
    [
        (None, "Docker is not installed."),
        ("exit 1", "Docker is not running."),
        ('[ "$1" = info ]', "Docker has no compose."),
    ],
)
def test_without_docker_the_script_says_so(tmp_path, docker, message):
    if docker:
        (tmp_path / "docker").write_text(f"#!/bin/sh\n{docker}\n")
        (tmp_path / "docker").chmod(0o755)
    done = run(PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"test-postgrest: {message} Without it, `make test-integration` runs")
    assert done.stderr.count("\n") == 1


def test_the_script_starts_docker_and_removes_it(tmp_path):
    # A stand-in for docker: it records its calls, and shows the address of nothing.
    log = tmp_path / "log"
    script = (
        f'#!/bin/sh\necho "$@" >> {log}\ncase "$*" in *port*) echo 127.0.0.1:1;; *" up "*) exit 1;; esac\n'
    )
    (tmp_path / "docker").write_text(script)
    (tmp_path / "docker").chmod(0o755)
    done = run(PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert done.stderr == "test-postgrest: docker compose up failed: see above\n"
    calls = log.read_text().splitlines()
    assert [each.rpartition(f"{ROOT} ")[2] for each in calls[2:]] == [
        "up --detach --wait --quiet-pull",
        "down --volumes",
    ]
