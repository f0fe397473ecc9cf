"""What the integration tests share: servers over a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from spacecat_shared_data_access.local import LocalPostgrest

JWT_SECRET = "local-dev-jwt-secret-for-postgrest-only"


@pytest.fixture(scope="session")
def local_postgrest() -> Iterator[LocalPostgrest]:
    """One server with the project's own tables; `local_postgrest.reset()` empties them."""
    with LocalPostgrest(jwt_secret=JWT_SECRET) as server:
        yield server


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
