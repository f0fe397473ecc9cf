"""Fixtures of pytest.

Every run of pytest loads this module where the package is installed: what it needs it imports late.

| fixture | scope | gives |
| --- | --- | --- |
| `local_postgrest` | session | a started `LocalPostgrest` with the package's own tables |
| `local_postgrest_settings` | session | its arguments, to be overridden |
| `local_data_access`, `async_local_data_access` | test | a data access over it; all is undone at the end |
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
    """Note that a test has failed, so that `mock_postgrest` need not tell a second time why."""

@pytest.fixture(scope="session")
def local_postgrest_settings() -> dict[str, Any]:
    """The arguments of `LocalPostgrest`: none. Override it in a conftest.py to give some."""

@pytest.fixture(scope="session")
def local_postgrest(local_postgrest_settings: dict[str, Any]) -> Iterator[LocalPostgrest]:
    """A local server with the package's own tables, for all tests."""

@pytest.fixture
def local_data_access(local_postgrest: LocalPostgrest) -> Iterator[DataAccess]:
    """A data access over the local server; everything is undone after the test."""

@pytest.fixture
def async_local_data_access(local_postgrest: LocalPostgrest) -> Iterator[AsyncDataAccess]:
    """As `local_data_access`, for asyncio."""

@pytest.fixture
def mock_postgrest(request: pytest.FixtureRequest) -> Iterator[MockPostgrest]:
    """A mocked server. A request that has no reply fails the test, even if the error was caught."""

@pytest.fixture
def mock_data_access(mock_postgrest: MockPostgrest) -> Iterator[DataAccess]:
    """A data access over the mocked server."""

@pytest.fixture
def async_mock_data_access(mock_postgrest: MockPostgrest) -> AsyncDataAccess:
    """As `mock_data_access`, for asyncio. There is nothing to close: no connection is ever opened."""
