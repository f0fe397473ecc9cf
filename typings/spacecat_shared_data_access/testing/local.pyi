"""Data accesses over a local server, whose changes are undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess
from spacecat_shared_data_access.local import LocalPostgrest

@contextmanager
def local_data_access(server: LocalPostgrest, **settings: Any) -> Iterator[DataAccess]:
    """Give a data access for a with block, at whose end everything is undone.

    That goes for all requests to the server within the block, whoever makes them: see
    `LocalPostgrest.rolled_back` for what it means.

    Args:
        server: A server that is started.
        **settings: Further fields of the configuration, such as ``page_size``.
    """

@contextmanager
def async_local_data_access(server: LocalPostgrest, **settings: Any) -> Iterator[AsyncDataAccess]:
    """Give a data access for asyncio. Otherwise as `local_data_access`; a plain ``with`` block too."""
