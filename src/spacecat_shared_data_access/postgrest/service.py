"""The service: the one way from entity code to the outside, with a blocking and an asyncio form."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeVar

import httpx
from postgrest import AsyncPostgrestClient, SyncPostgrestClient
from yarl import URL

from spacecat_shared_data_access._version import __version__
from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.postgrest.clients import (
    LoopClients,
    keep_queries_out_of_logs,
    shared_clients,
)
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.request import Query, Table, function_call, to_httpx
from spacecat_shared_data_access.postgrest.response import (
    FAULTS,
    check_done,
    failure_of,
    json_of,
    rows_of,
    total_of,
    unreachable,
)
from spacecat_shared_data_access.postgrest.retry import may_retry
from spacecat_shared_data_access.postgrest.seam import drive

T = TypeVar("T")

_MOST_AT_ONCE: Final = 8
# What is gathered inside something gathered runs one after the other: at most _MOST_AT_ONCE requests
# of one call are under way, and no worker waits for another.
_gathering: ContextVar[bool] = ContextVar("spacecat_gathering", default=False)


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """Where a service sends its requests, and how.

    Attributes:
        url: The server's address.
        schema: The database schema.
        headers: What every request carries. Holds the credentials: never shown.
        page_size: How many rows one request for a listing asks for.
        timeout: Seconds to connect, to read and write, and to wait for a connection.
    """

    url: str
    schema: str
    headers: tuple[tuple[str, str], ...]
    page_size: int
    timeout: tuple[float, float, float]

    def __repr__(self) -> str:
        return f"ServiceSettings(url={self.url!r}, schema={self.schema!r})"


class Service(ABC):
    """Sends requests and tells what came back.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
    """

    blocking: ClassVar[bool]

    def __init__(self, settings: ServiceSettings, log: logging.Logger) -> None:
        self.settings = settings
        self.log = log
        self.page_size = settings.page_size
        self._closed = False
        self._base_url = URL(settings.url)
        self._headers = {
            "X-Client-Info": f"spacecat-shared-data-access/{__version__}",
            **dict(settings.headers),
        }
        connect, read, pool = settings.timeout
        self._timeout = httpx.Timeout(connect=connect, read=read, write=read, pool=pool)
        keep_queries_out_of_logs(self._base_url.host or "")

    def table(self, name: str) -> Table:
        """Give a table to make requests of."""
        return Table(self._base_url, name)

    async def rows(self, query: Query) -> list[Row]:
        """Send a query and give its rows.

        Raises:
            PostgrestError: The server refused, or answered with something else than rows.
            NoAnswerError: There was no answer.
        """
        return rows_of(await self.send(query))

    async def do(self, query: Query) -> None:
        """Send a query of whose rows nothing is to be read back. Raises as `rows` does."""
        check_done(await self.send(query))

    async def total(self, query: Query) -> int:
        """Send a counting query and give how many rows there are. Raises as `rows` does."""
        return total_of(await self.send(query))

    async def call(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function of the database and give its result. Raises as `rows` does.

        Args:
            function: The function's name.
            arguments: Its arguments by name.
        """
        return json_of(await self.send(function_call(self._base_url, function, arguments)))

    async def send(self, query: Query) -> httpx.Response:
        """Send a query and give the answer, whose status is 2xx and whose body is read.

        Raises:
            PostgrestError: The server refused.
            NoAnswerError: There was no answer.
            DataAccessError: It would change or remove rows without saying which; nothing was sent.
        """
        attempt = 1
        while True:
            try:
                return await self._attempt(query)
            except DataAccessError as failure:
                if not may_retry(str(query.request.http_method), failure, attempt):
                    raise
            attempt += 1  # pragma: no cover - nothing is retried yet

    async def _attempt(self, query: Query) -> httpx.Response:
        self._check_open()
        client = self._client()
        request = to_httpx(query, client, self._headers, self.settings.schema)
        request.extensions["timeout"] = self._timeout.as_dict()
        started = time.perf_counter()
        try:
            response = await self._transmit(client, request)
        except FAULTS as error:
            failure = unreachable(error)
            raise failure from failure.cause
        except RuntimeError as error:
            fault = "The HTTP client is closed" if client.is_closed else "The request could not be sent"
            raise DataAccessError(fault, cause=error) from error
        self.log.debug(
            "%s %s: %d in %.1f ms",
            request.method,
            request.url.path,
            response.status_code,
            (time.perf_counter() - started) * 1000,
        )
        if response.is_success:
            return response
        raise failure_of(response)

    @property
    def closed(self) -> bool:
        """Whether it was closed: it sends nothing any more."""
        return self._closed

    def _check_open(self) -> None:
        if self._closed:
            raise DataAccessError("The data access is closed")

    @abstractmethod
    def _client(self) -> Any:
        """Give the HTTP client to send with."""

    @abstractmethod
    async def _transmit(self, client: Any, request: httpx.Request) -> httpx.Response:
        """Send one request and read its answer."""

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


class BlockingService(Service):
    """A service whose coroutines never suspend.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
        client: A client to send with in place of the shared one; never closed nor changed.
    """

    blocking = True

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.Client | None = None
    ) -> None:
        super().__init__(settings, log)
        self._injected = client
        self._shared: httpx.Client | None = None
        self._lock = threading.Lock()

    @property
    def postgrest_client(self) -> SyncPostgrestClient:
        """A client for queries on tables that are no entities; shares the HTTP client."""
        self._check_open()
        client = SyncPostgrestClient(
            self.settings.url,
            schema=self.settings.schema,
            headers=dict(self._headers),
            http_client=self._client(),
        )
        client._owns_session = False  # noqa: SLF001 - its only way not to close what it was given
        return client

    def _client(self) -> httpx.Client:
        if self._injected is not None:
            return self._injected
        client = self._shared
        if client is None:
            with self._lock:
                if self._shared is None:
                    self._shared = shared_clients.acquire(self.settings, self._timeout)
                client = self._shared
        return client

    async def _transmit(self, client: httpx.Client, request: httpx.Request) -> httpx.Response:
        return client.send(request, follow_redirects=False)  # noqa: ASYNC212 - this face blocks

    async def sleep(self, seconds: float) -> None:
        """Block the thread."""
        time.sleep(seconds)  # noqa: ASYNC251 - this face blocks

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in a few threads."""
        if len(calls) < 2 or _gathering.get():  # noqa: PLR2004 - one call needs no company
            return _unwrap([_outcome(call) for call in calls])
        token = _gathering.set(True)
        try:
            with ThreadPoolExecutor(min(len(calls), _MOST_AT_ONCE)) as workers:
                started = [workers.submit(copy_context().run, _outcome, call) for call in calls]
                return _unwrap([future.result() for future in started])
        finally:
            _gathering.reset(token)

    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in the caller's own thread."""
        return function(*args)

    async def close(self) -> None:
        """Let go of the shared client, which closes when nobody else uses it."""
        self._closed = True
        with self._lock:
            held, self._shared = self._shared, None
        if held is not None:
            shared_clients.release(self.settings)


class AsyncService(Service):
    """A service on asyncio.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
        client: A client to send with in place of its own; never closed nor changed.
    """

    blocking = False

    def __init__(
        self, settings: ServiceSettings, log: logging.Logger, client: httpx.AsyncClient | None = None
    ) -> None:
        super().__init__(settings, log)
        self._injected = client
        self._own = LoopClients(self._timeout)

    @property
    def postgrest_client(self) -> AsyncPostgrestClient:
        """A client for queries on tables that are no entities; shares the running loop's HTTP client."""
        self._check_open()
        client = AsyncPostgrestClient(
            self.settings.url,
            schema=self.settings.schema,
            headers=dict(self._headers),
            http_client=self._client(),
        )
        client._owns_session = False  # noqa: SLF001 - its only way not to close what it was given
        return client

    def _client(self) -> httpx.AsyncClient:
        return self._own.here() if self._injected is None else self._injected

    async def _transmit(self, client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
        return await client.send(request, follow_redirects=False)

    async def sleep(self, seconds: float) -> None:
        """Let the event loop do other things."""
        await asyncio.sleep(seconds)

    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls in tasks, a few of them at a time."""
        places = asyncio.Semaphore(1 if _gathering.get() else _MOST_AT_ONCE)

        async def in_turn(call: Awaitable[T]) -> T:
            async with places:
                return await call

        token = _gathering.set(True)
        try:
            return _unwrap(await asyncio.gather(*map(in_turn, calls), return_exceptions=True))
        finally:
            _gathering.reset(token)
            for call in calls:
                call.close()  # one whose turn never came, because the caller was cancelled

    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call the function in a thread, and let the event loop do other things."""
        return await asyncio.to_thread(function, *args)

    async def close(self) -> None:
        """Close the running loop's client."""
        self._closed = True
        await self._own.close()


def _outcome(call: Coroutine[Any, Any, T]) -> T | BaseException:
    try:
        return drive(call)
    except Exception as error:  # noqa: BLE001 - raised by _unwrap, once all have ended
        return error


def _unwrap(outcomes: Sequence[T | BaseException]) -> list[T]:
    results: list[T] = []
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
        results.append(outcome)
    return results
