"""The service: the one way from entity code to the outside, with a blocking and an asyncio form."""

from __future__ import annotations

import logging
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, TypeVar

import httpx
from yarl import URL

from spacecat_shared_data_access._version import __version__
from spacecat_shared_data_access.errors import DataAccessError, NoAnswerError
from spacecat_shared_data_access.postgrest import idempotency
from spacecat_shared_data_access.postgrest.api_key import ApiKeyAuth, ApiKeyFunction, renewals_of
from spacecat_shared_data_access.postgrest.clients import AsyncTransport, keep_queries_out_of_logs
from spacecat_shared_data_access.postgrest.deadline import deadline_in, deadline_scope, seconds_until
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope, policy_of
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.postgrest.request import Query, Table, function_call, to_httpx
from spacecat_shared_data_access.postgrest.response import (
    FAULTS,
    error_from_response,
    expect_no_error,
    json_of,
    rows_of,
    total_of,
    transport_error,
)
from spacecat_shared_data_access.postgrest.retry import (
    Operation,
    RetryContext,
    RetryPolicy,
    operation_of,
    retry,
)
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable

T = TypeVar("T")

_READ: Final = httpx.ByteStream(b"")

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
    api_key: ApiKeyFunction | None = field(default=None, hash=False)
    max_connections: int = 32
    retry: RetryPolicy = field(default=RetryPolicy(), compare=False)
    async_transport: AsyncTransport = "httpx"

    def __repr__(self) -> str:
        return f"ServiceSettings(url={self.url!r}, schema={self.schema!r})"


class Service(Uncopyable, ABC):
    """Sends requests and tells what came back.

    Args:
        settings: Where to, and how.
        log: Where to write what happens.
    """

    blocking: ClassVar[bool]

    def __init__(self, settings: ServiceSettings, log: logging.Logger) -> None:
        self.settings = settings
        self.log = log
        self.page_size: int = settings.page_size
        self._closed = False
        self._base_url = URL(settings.url)
        headers = dict(settings.headers)
        # Spelled as postgrest's client spells it, so that it replaces that one's.
        version = headers.pop("x-client-info", f"spacecat-shared-data-access/{__version__}")
        self._headers = {"X-Client-Info": version, **headers}
        self._auth = None if settings.api_key is None else ApiKeyAuth(settings.api_key, log)
        connect, read, pool = settings.timeout
        self._timeout = httpx.Timeout(connect=connect, read=read, write=read, pool=pool)
        self._timeouts = {"connect": connect, "read": read, "write": read, "pool": pool}
        keep_queries_out_of_logs(self._base_url.host or "")

    def table(self, name: str) -> Table:
        """Give a table to make requests of."""
        return Table(self._base_url, name)

    async def rows(self, query: Query) -> list[Row]:
        """Send a query and give its rows.

        A change that was sent twice, since the answer to the first was lost, may find its row moved: see
        `idempotency.resolve_ambiguous_update`.

        Raises:
            PostgrestError: The server refused, or answered with something else than rows.
            NoAnswerError: There was no answer.
            DataAccessError: It would change or remove rows without saying which; nothing was sent.
        """
        rows, in_doubt = await self.request(query, rows_of)
        return await idempotency.resolve_ambiguous_update(self, query) if in_doubt and not rows else rows

    async def execute(self, query: Query) -> None:
        """Send a query of whose rows nothing is to be read back. Raises as `rows` does."""
        await self.request(query, expect_no_error)

    async def count(self, query: Query) -> int:
        """Send a counting query and give how many rows there are. Raises as `rows` does."""
        total, _ = await self.request(query, total_of)
        return total

    async def rpc(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function of the database and give its result. Raises as `rows` does.

        Args:
            function: The function's name.
            arguments: Its arguments by name.
        """
        result, _ = await self.request(function_call(self._base_url, function, arguments), json_of)
        return result

    async def request(
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
        policy = policy_of(self)
        deadline = deadline_in(policy.deadline)
        try:
            return await self._attempt(query, read, deadline), False
        except DataAccessError as failure:
            course = RetryContext(
                operation or operation_of(query),
                f"{query.request.http_method} {query.request.path.name}",
                policy,
                deadline,
                self.sleep,
                self.log,
            )
            return await retry(lambda: self._attempt(query, read, deadline), failure, course)

    def retrying(self, policy: RetryPolicy) -> AbstractContextManager[None]:
        """Return a context manager: in its block another policy holds for what this service sends."""
        return PolicyScope(self, policy, sys._getframe(1))  # noqa: SLF001 - documented; see PolicyScope

    @contextmanager
    def shared_deadline(self) -> Iterator[None]:
        """Let all requests within have the deadline of one."""
        policy = policy_of(self)
        with deadline_scope(deadline_in(policy.deadline)):
            yield

    async def _attempt(self, query: Query, read: Callable[[httpx.Response], T], deadline: float) -> T:
        self._check_open()
        if seconds_until(deadline) <= 0:
            raise NoAnswerError("No time is left for a request")
        client = self._client()
        request = to_httpx(query, client, self._headers, self.settings.schema)
        try:
            return read(await self._send(client, request, deadline))
        except DataAccessError as error:
            error.attempts += renewals_of(request)
            raise

    async def _send(self, client: Any, request: httpx.Request, deadline: float) -> httpx.Response:
        started = time.perf_counter()
        try:
            response = await self._transmit(client, request, deadline)
        except FAULTS as error:
            failure = transport_error(error)
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
        # A response and its stream hold each other: the body would stay until the next great collection.
        response.stream = _READ
        if response.is_success:
            return response
        raise error_from_response(response)

    def _bound(self, request: httpx.Request, deadline: float) -> None:
        # When its turn has come: the time that it waited for that is gone.
        left = seconds_until(deadline)
        if left <= 0:
            raise httpx.PoolTimeout(NO_TURN, request=request)
        request.extensions["timeout"] = {name: min(most, left) for name, most in self._timeouts.items()}

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
    async def _transmit(self, client: Any, request: httpx.Request, deadline: float) -> httpx.Response:
        """Send one request when its turn has come, and read its response, until the deadline."""

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
    async def to_thread(self, function: Callable[..., T], *args: Any) -> T:
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
