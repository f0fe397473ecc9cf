"""Data accesses over a local server whose changes are rolled back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

from spacecat_shared_data_access.data_access import (
    AsyncDataAccess,
    DataAccess,
    create_async_data_access,
    create_data_access,
)

if TYPE_CHECKING:
    from spacecat_shared_data_access.local import LocalPostgrest


@contextmanager
def local_data_access(server: LocalPostgrest, **settings: Any) -> Iterator[DataAccess]:
    """Return a data access for a with block, at the end of which all changes are rolled back.

    That includes the changes of other clients of the server: see `LocalPostgrest.rolled_back`.

    Args:
        server: A running server.
        **settings: Further fields of the configuration, such as ``page_size``.
    """
    with server.rolled_back(), create_data_access(postgrest_url=server.url, **settings) as data_access:
        yield data_access


@contextmanager
def async_local_data_access(server: LocalPostgrest, **settings: Any) -> Iterator[AsyncDataAccess]:
    """Return an asyncio data access. As `local_data_access`, it is used in a plain ``with`` block."""
    # No connection is kept open, so nothing has to be closed in the event loop of the test. No environment:
    # a proxy could not reach the server.
    client = httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=0), trust_env=False)
    with server.rolled_back():
        yield create_async_data_access(postgrest_url=server.url, client=client, **settings)
