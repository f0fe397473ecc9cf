"""The blocking form of the service."""

import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, ClassVar, TypeVar

import httpx
from postgrest import SyncPostgrestClient

from spacecat_shared_data_access.postgrest.service import Service, ServiceSettings

T = TypeVar("T")

class BlockingService(Service):
    """A service whose coroutines never suspend.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
        client: A client to send with in place of the shared one; never closed nor changed.
    """

    blocking: ClassVar[bool]

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.Client | None = None
    ) -> None: ...
    @property
    def postgrest_client(self) -> SyncPostgrestClient:
        """A client for queries on tables that are no entities; shares the HTTP client."""

    async def sleep(self, seconds: float) -> None:
        """Block the thread."""

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in a few threads."""

    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in the caller's own thread."""

    async def close(self) -> None:
        """Let go of the shared client, which closes when nobody else uses it."""
