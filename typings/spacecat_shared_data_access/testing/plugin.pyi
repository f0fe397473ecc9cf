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

from collections.abc import Iterator
from typing import Any

import pytest

from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess
from spacecat_shared_data_access.local import LocalPostgrest
from spacecat_shared_data_access.testing.mock import MockPostgrest

def pytest_exception_interact(node: pytest.Item | pytest.Collector) -> None:
    """Record that a test has failed, so that `mock_postgrest` does not report the reason again."""

@pytest.fixture(scope="session")
def local_postgrest_settings() -> dict[str, Any]:
    """Return the arguments of `LocalPostgrest`. Override it in a conftest.py to change them."""

@pytest.fixture(scope="session")
def local_postgrest(local_postgrest_settings: dict[str, Any]) -> Iterator[LocalPostgrest]:
    """Yield a local server with the package's own tables, for all tests."""

@pytest.fixture
def local_data_access(local_postgrest: LocalPostgrest) -> Iterator[DataAccess]:
    """Yield a data access over the local server. All changes are rolled back after the test."""

@pytest.fixture
def async_local_data_access(local_postgrest: LocalPostgrest) -> Iterator[AsyncDataAccess]:
    """Yield the same for asyncio."""

@pytest.fixture
def mock_postgrest(request: pytest.FixtureRequest) -> Iterator[MockPostgrest]:
    """Yield a mocked server. A request without a reply fails the test, even if the error was caught."""

@pytest.fixture
def mock_data_access(mock_postgrest: MockPostgrest) -> Iterator[DataAccess]:
    """Yield a data access over the mocked server."""

@pytest.fixture
def async_mock_data_access(mock_postgrest: MockPostgrest) -> AsyncDataAccess:
    """Return the same for asyncio. There is nothing to close, since no connection is opened."""
