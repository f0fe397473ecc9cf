"""Data accesses over a local server whose changes are rolled back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess
from spacecat_shared_data_access.local import LocalPostgrest

@contextmanager
def local_data_access(server: LocalPostgrest, **settings: Any) -> Iterator[DataAccess]:
    """Return a data access for a with block, at the end of which all changes are rolled back.

    That includes the changes of other clients of the server: see `LocalPostgrest.rolled_back`.

    Args:
        server: A running server.
        **settings: Further fields of the configuration, such as ``page_size``.
    """

@contextmanager
def async_local_data_access(server: LocalPostgrest, **settings: Any) -> Iterator[AsyncDataAccess]:
    """Return an asyncio data access. As `local_data_access`, it is used in a plain ``with`` block."""
