"""What the integration tests share: a server over a real PostgreSQL."""

from collections.abc import Iterator

import pytest

from spacecat_shared_data_access.local import LocalPostgrest

JWT_SECRET = "local-dev-jwt-secret-for-postgrest-only"


@pytest.fixture(scope="session")
def local_postgrest() -> Iterator[LocalPostgrest]:
    """One server with the project's own tables; `local_postgrest.reset()` empties them."""
    with LocalPostgrest(jwt_secret=JWT_SECRET) as server:
        yield server
