"""The service: sends the requests of entity code. It has one subclass for the sync and one for the asyncio API."""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from sys import _getframe, modules
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeVar

import httpx
from yarl import URL

from spacecat_shared_data_access._version import __version__
from spacecat_shared_data_access.errors import DataAccessError, NoResponseError
from spacecat_shared_data_access.postgrest.api_key import ApiKeyAuth, ApiKeyFunction, renewals_of
from spacecat_shared_data_access.postgrest.clients import AsyncTransport, redact_http_logs
from spacecat_shared_data_access.postgrest.deadline import deadline_in, deadline_scope, seconds_until
from spacecat_shared_data_access.postgrest.log_events import LogEvent
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope, policy_of
from spacecat_shared_data_access.postgrest.request import (
    Operation,
    Query,
    Table,
    function_call,
    operation_of,
    to_httpx,
)
from spacecat_shared_data_access.postgrest.response import (
    TRANSPORT_EXCEPTIONS,
    ambiguous_outcome,
    error_from_response,
    expect_no_error,
    json_of,
    page_of,
    rows_of,
    total_of,
    transport_error,
)
from spacecat_shared_data_access.postgrest.retry import (
    RetryContext,
    RetryPolicy,
    send_with_retries,
)
from spacecat_shared_data_access.postgrest.row_limit import RowLimit
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.tracing import TRACING_API, request_span
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.listing import RowPage

T = TypeVar("T")

_EMPTY_STREAM: Final = httpx.ByteStream(b"")
_NO_SPAN: Final = nullcontext()


class Limit(Protocol):
    """The limit of a client's concurrent requests, held by one of them."""

    def release(self) -> None:
        """Release it, so that the next request can begin."""


def queue_timeout() -> NoResponseError:
    """Create the error for a request whose deadline passed before others ended."""
    return transport_error(
        httpx.PoolTimeout("the deadline passed while the request was waiting for other requests to end")
    )


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """The settings of a service. Data accesses with equal settings share an HTTP client.

    Attributes:
        url: The server's URL.
        schema: The database schema.
        headers: The headers of every request, including the credentials. Not in the `repr`.
        page_size: The number of rows that are requested at a time when listing.
        timeout: The timeouts to connect, to read or write, and to get a connection from the pool, in seconds.
        api_key: Returns the current API key, if it changes over time. Otherwise it is among the headers.
        max_connections: The maximum number of concurrent requests of an HTTP client.
        retry: The default retry policy.
        async_transport: The transport of the asyncio API.
        redact_http_logs: Whether query strings are removed from the log records of httpx and httpcore.
        check_row_limit: Whether a page that is shorter than requested may have been cut off by the server.
    """

    url: str
    schema: str
    headers: tuple[tuple[str, str], ...]
    page_size: int
    timeout: tuple[float, float, float]
    api_key: ApiKeyFunction | None = field(default=None, hash=False)
    max_connections: int = 32
    retry: RetryPolicy = field(default=RetryPolicy(), compare=False)
    async_transport: AsyncTransport = "httpx"
    redact_http_logs: bool = field(default=True, compare=False)
    check_row_limit: bool = True

    def __repr__(self) -> str:
        return f"ServiceSettings(url={self.url!r}, schema={self.schema!r})"


class Service(Uncopyable, ABC):
    """Sends requests and returns what the server returned.

    Args:
        settings: Server, credentials, timeouts and limits.
        log: The logger.

    Attributes:
        blocking: Whether its coroutines block instead of suspending.
        page_size: The number of rows that are requested at a time when listing.
    """

    blocking: ClassVar[bool]

    def __init__(self, settings: ServiceSettings, log: logging.Logger) -> None:
        self.settings = settings
        self.log = log
        self.page_size: int = settings.page_size
        self._row_limit = RowLimit(0 if settings.check_row_limit else settings.page_size)
        self._closed = False
        self._base_url = URL(settings.url)
        headers = dict(settings.headers)
        self._headers = {"x-client-info": f"spacecat-shared-data-access/{__version__}", **headers}
        self._auth = None if settings.api_key is None else ApiKeyAuth(settings.api_key, log)
        connect, read, pool = settings.timeout
        self._timeout = httpx.Timeout(connect=connect, read=read, write=read, pool=pool)
        self._timeouts = {"connect": connect, "read": read, "write": read, "pool": pool}
        if settings.redact_http_logs:
            redact_http_logs(self._base_url.host or "")

    def table(self, name: str) -> Table:
        """Return a table, which builds queries."""
        return Table(self._base_url, name)

    async def rows(self, query: Query) -> list[Row]:
        """Send a query and return its rows.

        Updates, and inserts with a primary key, are sent by `idempotency` instead, which finds out their
        outcome if a response is lost.

        Raises:
            PostgrestError: The server returned an error, or something other than rows.
            NoResponseError: There was no response, or it is unknown whether a write took effect.
            DataAccessError: The query would update or delete rows without a filter. Nothing was sent.
        """
        rows, in_doubt = await self.request(query, rows_of)
        if in_doubt and not rows:
            # A PATCH that was not sent by `idempotency.update`: its first attempt may have moved the rows out of
            # its own filters.
            raise ambiguous_outcome()
        return rows

    async def page(self, query: Query, limit: int) -> RowPage:
        """Send a query for a page and return its rows, and whether further rows may follow.

        Args:
            query: The query.
            limit: How many rows it requests. The server may return fewer although there are more: see
                `row_limit`.

        Raises:
            DataAccessError: The same errors as `rows`.
        """
        (rows, content_range), _ = await self.request(query, page_of)
        offset = int(query.request.params.get("offset", 0))
        return rows, self._row_limit.has_more(len(rows), limit, offset, content_range)

    async def execute(self, query: Query) -> None:
        """Send a query that returns no rows. Raises the same errors as `rows`."""
        await self.request(query, expect_no_error)

    async def count(self, query: Query) -> int:
        """Send a counting query and return the number of rows. Raises the same errors as `rows`."""
        total, _ = await self.request(query, total_of)
        return total

    async def rpc(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a database function and return its result. Raises the same errors as `rows`.

        Args:
            function: The function's name.
            arguments: The arguments by name.
        """
        result, _ = await self.request(function_call(self._base_url, function, arguments), json_of)
        return result

    async def request(
        self, query: Query, read: Callable[[httpx.Response], T], operation: Operation | None = None
    ) -> tuple[T, bool]:
        """Send a query, with retries, and read the response.

        Args:
            query: The query.
            read: Returns the result of a 2xx response, or raises PostgrestError.
            operation: The kind of operation, if it does not follow from the query.

        Returns:
            The result, and whether the response to an earlier attempt was lost, so that it may have taken
            effect before this one.

        Raises:
            DataAccessError: The same errors as `rows`.
        """
        policy = policy_of(self)
        deadline = deadline_in(policy.deadline)
        context = RetryContext(
            query=query,
            operation=operation or operation_of(query),
            policy=policy,
            deadline=deadline,
            sleep=self.sleep,
            log=self.log,
        )
        with request_span(query) if TRACING_API in modules else _NO_SPAN:
            return await send_with_retries(partial(self._attempt, query, read, deadline), context)

    @property
    def client_headers(self) -> dict[str, str]:
        """The headers of every request, for a postgrest client."""
        headers = dict(self._headers)
        # Spelled as in postgrest's client, so that it replaces the header there.
        return {"X-Client-Info": headers.pop("x-client-info"), **headers}

    def retrying(self, policy: RetryPolicy) -> AbstractContextManager[None]:
        """Return a context manager that applies another retry policy to this service's requests."""
        return PolicyScope(self, policy, _getframe(1))

    @contextmanager
    def shared_deadline(self) -> Iterator[None]:
        """Apply the deadline of a single request to all requests in the block together."""
        policy = policy_of(self)
        with deadline_scope(deadline_in(policy.deadline)):
            yield

    async def _attempt(self, query: Query, read: Callable[[httpx.Response], T], deadline: float) -> T:
        self.check_open()
        if seconds_until(deadline) <= 0:
            raise NoResponseError("No time is left for a request")
        client = self._client()
        started = time.perf_counter()
        limit = await self._acquire(client, deadline)
        request = self._new_request(client, query, deadline, limit)
        auth = query.request.auth or self._auth
        try:
            response = await self._send(client, request, auth, deadline, limit)
            self._log_response(request, response, started)
            if not response.is_success:
                raise error_from_response(response)
            return read(response)
        except DataAccessError as error:
            error.attempts += renewals_of(request)
            raise

    def _new_request(self, client: Any, query: Query, deadline: float, limit: Limit) -> httpx.Request:
        # Only when it may be sent: otherwise, of a thousand concurrent calls, the first would be sent when the requests
        # of all have been built.
        try:
            timeouts = self._remaining_timeouts(deadline)
            request = to_httpx(query, client, self._headers, self.settings.schema)
        except BaseException:
            limit.release()
            raise
        request.extensions["timeout"] = timeouts
        return request

    def _remaining_timeouts(self, deadline: float) -> dict[str, float]:
        left = seconds_until(deadline)
        if left <= 0:
            raise queue_timeout()
        return {name: min(seconds, left) for name, seconds in self._timeouts.items()}

    async def _send(
        self, client: Any, request: httpx.Request, auth: httpx.Auth | None, deadline: float, limit: Limit
    ) -> httpx.Response:
        try:
            response = await self._send_and_release(client, request, auth, deadline, limit)
        except TRANSPORT_EXCEPTIONS as error:
            failure = transport_error(error)
            raise failure from failure.cause
        except RuntimeError as error:
            message = "The HTTP client is closed" if client.is_closed else "The request could not be sent"
            raise DataAccessError(message, cause=error) from error
        # A response and its stream refer to each other, so the body would stay in memory until the next
        # full garbage collection.
        response.stream = _EMPTY_STREAM
        return response

    def _log_response(self, request: httpx.Request, response: httpx.Response, started: float) -> None:
        duration = (time.perf_counter() - started) * 1000
        method, path, status = request.method, request.url.path, response.status_code
        self.log.debug(
            "%s %s: %d in %.1f ms",
            method,
            path,
            status,
            duration,
            extra={
                "event_name": LogEvent.REQUEST.value,
                "http_method": method,
                "path": path,
                "http_status": status,
                "duration_ms": duration,
            },
        )

    @property
    def closed(self) -> bool:
        """Whether the service was closed and sends no more requests."""
        return self._closed

    def check_open(self) -> None:
        """Raise DataAccessError if the service was closed."""
        if self._closed:
            raise DataAccessError("The data access is closed")

    @abstractmethod
    def _client(self) -> Any:
        """Return the HTTP client to send with."""

    @abstractmethod
    async def _acquire(self, client: Any, deadline: float) -> Limit:
        """Wait until the concurrency limit allows a request, and return what to release after it.

        Raises:
            NoResponseError: The deadline passed.
        """

    @abstractmethod
    async def _send_and_release(
        self, client: Any, request: httpx.Request, auth: httpx.Auth | None, deadline: float, limit: Limit
    ) -> httpx.Response:
        """Send a request, read the response and release the limit."""

    @abstractmethod
    async def sleep(self, seconds: float) -> None:
        """Wait for some seconds."""

    @abstractmethod
    async def gather(self, calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run calls concurrently, at most 8 at a time, and wait for all of them.

        Returns:
            The results, in the order of the calls.

        Raises:
            Exception: The error of the first call, in the order of the calls, that failed. It is raised
                when all calls have ended.
        """

    @abstractmethod
    def exclusive(self, thing: object) -> AbstractAsyncContextManager[None]:
        """Return a context manager that lets the tasks of an event loop use an object one after the other."""

    @abstractmethod
    async def to_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Call a blocking function without blocking an event loop.

        It is for servers other than PostgREST, whose client libraries have no asyncio API.

        Args:
            function: The function. It must be thread-safe.
            *args: The function's arguments.

        Returns:
            The function's result. Its exceptions are raised.
        """

    @abstractmethod
    async def close(self) -> None:
        """Release the HTTP client. An injected one stays open."""
