"""Fixtures of the integration tests: servers over a real PostgreSQL, and both APIs over one of them.

By default the server is embedded. With POSTGREST_URL and DATABASE_URL in the environment it is that
PostgREST, over that database. Missing tables of the package's entities are created there, and all of them are
EMPTIED before each test: if they have rows when the tests start, EMPTY_TABLES=1 has to allow that. The tests
of the embedded server itself are left out. POSTGREST_API_KEY may hold a token for it, and PGRST_JWT_SECRET
the secret by which a test may sign tokens of its own.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio
from httpx._config import DEFAULT_TIMEOUT_CONFIG
from psycopg import sql
from psycopg.rows import dict_row

from faults.proxy import FaultProxy
from integration.factory import ENTITIES, Factory
from patience import PATIENCE
from spacecat_shared_data_access import (
    AsyncDataAccess,
    DataAccess,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.local import LocalPostgrest
from spacecat_shared_data_access.local.given_database import create_missing
from spacecat_shared_data_access.local.tables import wanted_tables
from spacecat_shared_data_access.models.base import EntityRegistry

JWT_SECRET = "local-dev-jwt-secret-for-postgrest-only"

POSTGREST_URL = os.environ.get("POSTGREST_URL")
DATABASE_URL = os.environ.get("DATABASE_URL")
LOADING = 30  # seconds that a PostgREST may take to learn of new tables

if POSTGREST_URL and not DATABASE_URL:
    raise pytest.UsageError("POSTGREST_URL needs DATABASE_URL beside it: the tests empty the tables there")

# These are about the embedded server, or start one.
collect_ignore_glob = (
    ["test_local_*.py", "test_benchmarks.py", "test_demo.py", "test_own_server.py", "test_lambda.py"]
    if POSTGREST_URL
    else []
)


# A busy machine may need longer than httpx's five seconds. Every HTTP client of the tests uses this object by default.
for part in ("connect", "read", "write", "pool"):
    setattr(DEFAULT_TIMEOUT_CONFIG, part, PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run all asyncio tests in one event loop, so that they share one HTTP client as a service would."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def local_postgrest_settings() -> dict[str, Any]:
    """One server with the project's own tables, for which a test may sign tokens."""
    return {"jwt_secret": JWT_SECRET}


@pytest.fixture
def data_parent() -> Iterator[Path]:
    """A directory for data directories. Every run of pytest closes the parent of its own to other users.

    Run by root, PostgreSQL is another user, who needs access to all directories above its own.
    """
    with tempfile.TemporaryDirectory(prefix="spacecat-test-", ignore_cleanup_errors=True) as path:
        yield Path(path)


@pytest.fixture(scope="session")
def cinema_server() -> Iterator[LocalPostgrest]:
    """One server with tables that have a bit of everything; its films and people are only read."""
    schema = Path(__file__).parents[1] / "data" / "cinema.sql"
    with LocalPostgrest(schema=schema, anon_role="cinema_clerk", jwt_secret=JWT_SECRET) as server:
        yield server


@pytest.fixture(scope="session")
def cinema(cinema_server: LocalPostgrest) -> Iterator[httpx.Client]:
    """A client of that server."""
    with httpx.Client(base_url=cinema_server.url) as client:
        yield client


@dataclass(frozen=True)
class Server:
    """The server that the package's own tests talk to."""

    url: str
    database_url: str
    jwt_secret: str | None
    api_key: str | None = None


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Server:
    """The embedded server, or the one that the environment names."""
    if POSTGREST_URL and DATABASE_URL:
        create_missing(DATABASE_URL, wanted_tables(None), "public")
        _check_may_be_emptied(DATABASE_URL)
        secret, api_key = os.environ.get("PGRST_JWT_SECRET"), os.environ.get("POSTGREST_API_KEY")
        given = Server(POSTGREST_URL, DATABASE_URL, secret, api_key)
        _wait_for_tables(given)
        return given
    local: LocalPostgrest = request.getfixturevalue("local_postgrest")
    return Server(local.url, local.database_url, JWT_SECRET)


def _check_may_be_emptied(database_url: str) -> None:
    """Stop before rows are deleted that somebody may miss."""
    if os.environ.get("EMPTY_TABLES") == "1":
        return
    tables = sorted({EntityRegistry.schema_of(entity).table for entity in ENTITIES})
    with psycopg.connect(database_url) as connection:
        filled = [
            table for table in tables if connection.execute(_ANY_ROW.format(sql.Identifier(table))).fetchone()
        ]
    if filled:
        pytest.exit(
            f"the tests would delete the rows of {', '.join(filled)} in DATABASE_URL:"
            " EMPTY_TABLES=1 allows it",
            returncode=4,
        )


_ANY_ROW = sql.SQL("SELECT 1 FROM public.{} LIMIT 1")


def _wait_for_tables(server: Server) -> None:
    # PostgREST reads its schema cache anew in its own time.
    with psycopg.connect(server.database_url, autocommit=True) as connection:
        connection.execute("NOTIFY pgrst, 'reload schema'")
    headers = {"Authorization": f"Bearer {server.api_key}"} if server.api_key else {}
    tables = [EntityRegistry.schema_of(entity).table for entity in ENTITIES]
    deadline = time.monotonic() + LOADING
    with httpx.Client(base_url=server.url, headers=headers) as client:
        while tables:
            response = client.get(f"/{tables[-1]}", params={"limit": 0})
            if response.is_success:
                tables.pop()
            elif time.monotonic() > deadline:
                pytest.exit(f"{server.url} does not serve {tables[-1]}: {response.text}", returncode=4)


@pytest.fixture(scope="session")
def database(server: Server) -> Iterator[psycopg.Connection[dict[str, Any]]]:
    """The database beneath the server, as the owner of the tables: what is really stored."""
    with psycopg.connect(server.database_url, autocommit=True, row_factory=dict_row) as connection:
        connection.execute("SET TIME ZONE 'UTC'")
        yield connection


@pytest.fixture
def empty_tables(database: psycopg.Connection[dict[str, Any]]) -> None:
    """No row in any table of the entities: all of them depend on organizations, but the nonces."""
    database.execute("DELETE FROM organizations; DELETE FROM oauth_nonces")


@pytest.fixture(params=["blocking", "asyncio"])
def api(request: pytest.FixtureRequest) -> str:
    """The sync and the async API, from the same cases."""
    return request.param


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def both_apis(server: Server):
    """One data access of each API, shared by all tests as a service would share it."""
    with create_data_access({"postgrest_url": server.url, "postgrest_api_key": server.api_key}) as blocking:
        async with create_async_data_access(blocking.config) as asynchronous:
            yield {"blocking": blocking, "asyncio": asynchronous}


@pytest.fixture
def data_access(api: str, both_apis: dict[str, Any], empty_tables: None) -> DataAccess | AsyncDataAccess:
    """The data access of the API, over empty tables."""
    return both_apis[api]


@pytest_asyncio.fixture(loop_scope="session")
async def connect(api: str, server: Server):
    """Creates further data accesses of the API, with settings of their own."""
    made: list[Any] = []

    def create(**settings: Any) -> Any:
        given = {"postgrest_url": server.url, "postgrest_api_key": server.api_key, **settings}
        data_access = create_data_access(given) if api == "blocking" else create_async_data_access(given)
        made.append(data_access)
        return data_access

    yield create
    for data_access in made:
        if api == "blocking":
            data_access.close()
        else:
            await data_access.aclose()


@pytest.fixture
def make(data_access: DataAccess | AsyncDataAccess) -> Factory:
    """Creates what a test needs to be there: organizations, connections, tickets."""
    return Factory(data_access)


@pytest.fixture
def token(server: Server) -> Callable[..., str]:
    """Signs tokens that the server accepts; skips where its secret is not known."""
    if server.jwt_secret is None:
        pytest.skip("the server's secret is not known: give it as PGRST_JWT_SECRET")
    jwt = pytest.importorskip("jwt")
    return lambda **claims: jwt.encode(claims, server.jwt_secret, algorithm="HS256")


@pytest.fixture(scope="module")
def running_proxy(server):
    """A proxy that injects faults, in front of the server."""
    with FaultProxy(server.url) as proxy:
        yield proxy


@pytest.fixture
def proxy(running_proxy):
    """The proxy of the module, without the faults and requests of other tests."""
    running_proxy.script.clear()
    running_proxy.seen.clear()
    return running_proxy
