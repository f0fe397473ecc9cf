"""Fixtures for pytest.

Every run of pytest loads this module if the package is installed, so imports are deferred.

| fixture | scope | value |
| --- | --- | --- |
| `local_postgrest` | session | a started `LocalPostgrest` with the package's own tables |
| `local_postgrest_settings` | session | its arguments; override it to change them |
| `local_data_access`, `async_local_data_access` | test | a data access over it; all changes are rolled back |
| `mock_postgrest` | test | a started `MockPostgrest` |
| `mock_data_access`, `async_mock_data_access` | test | a data access over it |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess
    from spacecat_shared_data_access.local import LocalPostgrest
    from spacecat_shared_data_access.testing.mock import MockPostgrest

_failed = pytest.StashKey[bool]()


def pytest_exception_interact(node: pytest.Item | pytest.Collector) -> None:
    """Record that a test has failed, so that `mock_postgrest` does not report the reason again."""
    node.stash[_failed] = True


@pytest.fixture(scope="session")
def local_postgrest_settings() -> dict[str, Any]:
    """Return the arguments of `LocalPostgrest`. Override it in a conftest.py to change them."""
    return {}


@pytest.fixture(scope="session")
def local_postgrest(local_postgrest_settings: dict[str, Any]) -> Iterator[LocalPostgrest]:
    """Yield a local server with the package's own tables, for all tests."""
    from spacecat_shared_data_access.local import LocalPostgrest  # noqa: PLC0415 - see above

    with LocalPostgrest(**local_postgrest_settings) as server:
        yield server


@pytest.fixture
def local_data_access(local_postgrest: LocalPostgrest) -> Iterator[DataAccess]:
    """Yield a data access over the local server. All changes are rolled back after the test."""
    from spacecat_shared_data_access.testing import local_data_access  # noqa: PLC0415 - see above

    with local_data_access(local_postgrest) as data_access:
        yield data_access


@pytest.fixture
def async_local_data_access(local_postgrest: LocalPostgrest) -> Iterator[AsyncDataAccess]:
    """Yield the same for asyncio."""
    from spacecat_shared_data_access.testing import async_local_data_access  # noqa: PLC0415 - see above

    with async_local_data_access(local_postgrest) as data_access:
        yield data_access


@pytest.fixture
def mock_postgrest(request: pytest.FixtureRequest) -> Iterator[MockPostgrest]:
    """Yield a mocked server. A request without a reply fails the test, even if the error was caught."""
    from spacecat_shared_data_access.testing import MockPostgrest  # noqa: PLC0415 - see above

    with MockPostgrest() as server:
        yield server
        if request.node.stash.get(_failed, False):
            server.unscripted.clear()


@pytest.fixture
def mock_data_access(mock_postgrest: MockPostgrest) -> Iterator[DataAccess]:
    """Yield a data access over the mocked server."""
    from spacecat_shared_data_access.data_access import create_data_access  # noqa: PLC0415 - see above

    with create_data_access(postgrest_url=mock_postgrest.url) as data_access:
        yield data_access


@pytest.fixture
def async_mock_data_access(mock_postgrest: MockPostgrest) -> AsyncDataAccess:
    """Return the same for asyncio. There is nothing to close, since no connection is opened."""
    from spacecat_shared_data_access.data_access import create_async_data_access  # noqa: PLC0415 - see above

    return create_async_data_access(postgrest_url=mock_postgrest.url)
