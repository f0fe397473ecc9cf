"""The service: the one way from entity code to the outside, with a blocking and an asyncio form."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeVar

import httpx

from spacecat_shared_data_access.postgrest.api_key import ApiKeyFunction
from spacecat_shared_data_access.postgrest.clients import AsyncTransport
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.request import Query, Table
from spacecat_shared_data_access.postgrest.retry import Operation, RetryPolicy
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable

T = TypeVar("T")
NO_TURN: Final = "the deadline passed before it was the request's turn"

@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """Where a service sends its requests, and how.

    Attributes:
        url: The server's address.
        schema: The database schema.
        headers: What every request carries. Holds the credentials: never shown.
        page_size: How many rows one request for a listing asks for.
        timeout: Seconds to connect, to read and write, and to wait for a connection.
        api_key: Returns the key of the moment, where it is not among the headers.
        max_connections: How many requests may be under way by one HTTP client.
        retry: How often a request is tried. An HTTP client is shared whatever it is.
        async_transport: What asynchronous requests go over.
    """

    url: str
    schema: str
    headers: tuple[tuple[str, str], ...]
    page_size: int
    timeout: tuple[float, float, float]
    api_key: ApiKeyFunction | None = ...
    max_connections: int = 32
    retry: RetryPolicy = ...
    async_transport: AsyncTransport = "httpx"

class Service(Uncopyable, ABC):
    """Sends requests and tells what came back.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
    """

    settings: ServiceSettings
    log: logging.Logger
    page_size: int
    blocking: ClassVar[bool]

    def __init__(self, settings: ServiceSettings, log: logging.Logger) -> None: ...
    def table(self, name: str) -> Table:
        """Give a table to make requests of."""

    async def rows(self, query: Query) -> list[Row]:
        """Send a query and give its rows.

        A change that was sent twice, since the answer to the first was lost, may find its row moved: see
        `once.moved_rows`.

        Raises:
            PostgrestError: The server refused, or answered with something else than rows.
            NoAnswerError: There was no answer.
            DataAccessError: It would change or remove rows without saying which; nothing was sent.
        """

    async def do(self, query: Query) -> None:
        """Send a query of whose rows nothing is to be read back. Raises as `rows` does."""

    async def total(self, query: Query) -> int:
        """Send a counting query and give how many rows there are. Raises as `rows` does."""

    async def call(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function of the database and give its result. Raises as `rows` does.

        Args:
            function: The function's name.
            arguments: Its arguments by name.
        """

    async def exchange(
        self, query: Query, read: Callable[[httpx.Response], T], operation: Operation | None = None
    ) -> tuple[T, bool]:
        """Send a query, again where it failed and may be sent again, and read the answer.

        Args:
            query: What to send.
            read: Makes the result of an answer whose status is 2xx, or raises PostgrestError.
            operation: What the query does, where that does not follow from it.

        Returns:
            The result, and whether an earlier attempt may have been done as well.

        Raises:
            DataAccessError: As `rows` does.
        """

    def retrying(self, policy: RetryPolicy) -> AbstractContextManager[None]:
        """Return a context manager: in its block another policy holds for what this service sends."""

    @contextmanager
    def one_deadline(self) -> Iterator[None]:
        """Let all requests within have the deadline of one."""

    @property
    def closed(self) -> bool:
        """Whether it was closed: it sends nothing any more."""

    @abstractmethod
    async def sleep(self, seconds: float) -> None:
        """Wait."""

    @abstractmethod
    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls side by side, a few at a time, and wait for all of them.

        Returns:
            Their results, in order.

        Raises:
            Exception: What the first in order raised, after all have ended.
        """

    @abstractmethod
    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call a function that blocks, without holding up an event loop.

        For what goes elsewhere than to PostgREST, by a library that only knows to block.

        Args:
            function: What to call. It must be safe to call from several threads.
            *args: Its arguments.

        Returns:
            What it returns; what it raises is raised.
        """

    @abstractmethod
    async def close(self) -> None:
        """Let go of the HTTP client. An injected one stays open."""
