"""The form of the service for asyncio."""

import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, ClassVar, TypeVar

import httpx
from postgrest import AsyncPostgrestClient

from spacecat_shared_data_access.postgrest.service import Service, ServiceSettings

T = TypeVar("T")

class AsyncService(Service):
    """A service on asyncio.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
        client: A client to send with in place of its own; never closed nor changed.
    """

    blocking: ClassVar[bool]

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.AsyncClient | None = None
    ) -> None: ...
    @property
    def postgrest_client(self) -> AsyncPostgrestClient:
        """A client for queries on tables that are no entities; shares the running loop's HTTP client."""

    async def sleep(self, seconds: float) -> None:
        """Let the event loop do other things."""

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in tasks, a few of them at a time."""

    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in a thread, and let the event loop do other things."""

    async def close(self) -> None:
        """Close the running loop's client."""
