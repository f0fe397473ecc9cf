"""Run the integration tests against a real PostgREST.

By default it is started by Docker (compose.yaml), in the version of $POSTGREST_VERSION such as ``v13.0.8``, and removed
at the end. With $POSTGREST_URL and $DATABASE_URL it is that one. Arguments are passed to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
COMPOSE = ["docker", "compose", "--project-directory", str(ROOT)]
JWT_SECRET = "local-dev-jwt-secret-for-postgrest-only"  # noqa: S105 - the one of compose.yaml
STARTING = 60  # seconds that PostgREST may take to start


class NoPostgrestError(Exception):
    """There is no PostgREST to test against."""


def main(arguments: Sequence[str]) -> int:
    """Run the tests, and return pytest's exit code; 1 if there is no PostgREST."""
    try:
        with server() as environment:
            _wait_for(environment["POSTGREST_URL"])
            command = [sys.executable, "-m", "pytest", *(arguments or ["tests/integration"])]
            return subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False).returncode  # noqa: S603 - our own tests
    except NoPostgrestError as error:
        print(f"test-postgrest: {error}", file=sys.stderr)
        return 1


@contextmanager
def server() -> Iterator[dict[str, str]]:
    """Provide a server, and yield the environment variables of the tests."""
    given = {name: os.environ[name] for name in ("POSTGREST_URL", "DATABASE_URL") if os.environ.get(name)}
    if len(given) == 1:
        raise NoPostgrestError("POSTGREST_URL and DATABASE_URL are needed together")
    if given:
        yield given
        return
    _check_docker()
    try:
        _run("up", "--detach", "--wait", "--quiet-pull")
        yield {
            "POSTGREST_URL": f"http://{_address('postgrest', 3000)}",
            "DATABASE_URL": f"postgres://postgres:local-only@{_address('database', 5432)}/postgres",
            "PGRST_JWT_SECRET": JWT_SECRET,
        }
    finally:
        _run("down", "--volumes")


def _check_docker() -> None:
    instead = (
        "Without it, `make test-integration` runs the same tests against the local server, or against your own"
        " PostgREST with POSTGREST_URL and DATABASE_URL"
    )
    if shutil.which("docker") is None:
        raise NoPostgrestError(f"Docker is not installed. {instead}")
    for arguments, what in (
        (["info"], "Docker is not running"),
        (["compose", "version"], "Docker has no compose"),
    ):
        done = subprocess.run(["docker", *arguments], capture_output=True, check=False)  # noqa: S603, S607 - Docker's command
        if done.returncode:
            raise NoPostgrestError(f"{what}. {instead}")


def _run(*arguments: str) -> None:
    done = subprocess.run([*COMPOSE, *arguments], check=False)  # noqa: S603 - Docker's command
    if done.returncode:
        raise NoPostgrestError(f"docker compose {arguments[0]} failed: see above")


def _address(service: str, port: int) -> str:
    done = subprocess.run([*COMPOSE, "port", service, str(port)], capture_output=True, text=True, check=True)  # noqa: S603 - Docker's command
    return done.stdout.strip()


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + STARTING
    while True:
        try:
            response = httpx.get(url, timeout=5)
        except httpx.TransportError as error:
            reason = str(error)
        else:
            if not response.is_server_error:  # 503 as long as the schema cache is loading
                print(f"testing against {response.headers.get('Server', 'a server')} at {url}", flush=True)
                return
            reason = f"HTTP {response.status_code}"
        if time.monotonic() > deadline:
            raise NoPostgrestError(f"{url} does not respond: {reason}")
        time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
