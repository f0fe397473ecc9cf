"""DataAccess and AsyncDataAccess: all collections, over one HTTP client."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from sys import _getframe
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

import httpx
from postgrest import (
    AsyncPostgrestClient,
    AsyncRPCFilterRequestBuilder,
    AsyncSelectRequestBuilder,
    SyncPostgrestClient,
    SyncRPCFilterRequestBuilder,
    SyncSelectRequestBuilder,
)

from spacecat_shared_data_access.config import DataAccessConfig
from spacecat_shared_data_access.errors import ValidationError, unknown_attribute
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.postgrest._async import AsyncService
from spacecat_shared_data_access.postgrest._sync import SyncService
from spacecat_shared_data_access.postgrest.policy_scope import PolicyScope
from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.postgrest.sync_bridge import iterate_sync, run_sync
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.postgrest.direct_rows import DirectRows

S = TypeVar("S", bound=Service)

logger: Final[logging.Logger] = logging.getLogger("spacecat_shared_data_access")
logger.addHandler(logging.NullHandler())  # no output on stderr if the program does not configure logging


SyncSelect = SyncSelectRequestBuilder | SyncRPCFilterRequestBuilder
AsyncSelect = AsyncSelectRequestBuilder | AsyncRPCFilterRequestBuilder


class Services(Uncopyable, Generic[S]):
    """The services of a data access besides its entities: direct queries. See docs/DIRECT_QUERIES.md.

    Raises (each method, and each query of the client):
        postgrest.APIError: The request failed. It is a `DataAccessError` too, of the class that fits:
            `ConflictError`, `AccessDeniedError`, `UnavailableError` or `ValidationError`.
    """

    __slots__ = ("_service",)

    def __init__(self, service: S) -> None:
        self._service = service

    def _rows(self, query: Any, unique: str | Sequence[str]) -> DirectRows:
        from spacecat_shared_data_access.postgrest.direct_rows import DirectRows  # noqa: PLC0415 - as below

        return DirectRows(self._service, query, unique)

    async def _call(self, name: str, arguments: Mapping[str, Any] | None) -> Any:
        # Not needed for entities, and a cold start is faster without it.
        from spacecat_shared_data_access.postgrest.direct import call_function  # noqa: PLC0415 - see above

        return await call_function(self._service, name, arguments)


class SyncServices(Services[SyncService]):
    """The services of a `DataAccess`."""

    __slots__ = ()

    @property
    def postgrest_client(self) -> SyncPostgrestClient:
        """A client of the postgrest package, for tables that are not entities.

        Its requests are retried and checked as those of entities.
        """
        return self._service.postgrest_client

    def all_rows(self, query: SyncSelect, *, unique: str | Sequence[str] = "id") -> list[Row]:
        """Read all rows of a select, however many rows the server returns at a time.

        Args:
            query: A select of `postgrest_client`, with an order that includes a unique column. A ``limit`` of
                its own is the number of rows in all.
            unique: The column, or columns together, that identify a row.

        Returns:
            The rows, in the order of the query. Pages after the first continue after the last row (keyset
            pagination) where the order allows it; otherwise they are read by offset.
        """
        return run_sync(self._rows(query, unique).all())

    def iterate_rows(self, query: SyncSelect, *, unique: str | Sequence[str] = "id") -> Iterator[Row]:
        """Iterate over the rows of a select, reading one page at a time. See `all_rows`."""
        return iterate_sync(self._rows(query, unique).iterate())

    def rpc(self, name: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """Call a database function.

        Args:
            name: The function's name.
            arguments: The arguments by name.

        Returns:
            What the function returns: a value, a row or a list of rows; None if it returns nothing. The
            server's row limit applies to rows.
        """
        return run_sync(self._call(name, arguments))


class AsyncServices(Services[AsyncService]):
    """The services of an `AsyncDataAccess`."""

    __slots__ = ()

    @property
    def postgrest_client(self) -> AsyncPostgrestClient:
        """A client of the postgrest package, for tables that are not entities.

        Its requests are retried and checked as those of entities.
        """
        return self._service.postgrest_client

    async def all_rows(self, query: AsyncSelect, *, unique: str | Sequence[str] = "id") -> list[Row]:
        """Read all rows of a select, however many rows the server returns at a time.

        Args:
            query: A select of `postgrest_client`, with an order that includes a unique column. A ``limit`` of
                its own is the number of rows in all.
            unique: The column, or columns together, that identify a row.

        Returns:
            The rows, in the order of the query. Pages after the first continue after the last row (keyset
            pagination) where the order allows it; otherwise they are read by offset.
        """
        return await self._rows(query, unique).all()

    def iterate_rows(self, query: AsyncSelect, *, unique: str | Sequence[str] = "id") -> AsyncIterator[Row]:
        """Iterate over the rows of a select, reading one page at a time. See `all_rows`."""
        return self._rows(query, unique).iterate()

    async def rpc(self, name: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """Call a database function.

        Args:
            name: The function's name.
            arguments: The arguments by name.

        Returns:
            What the function returns: a value, a row or a list of rows; None if it returns nothing. The
            server's row limit applies to rows.
        """
        return await self._call(name, arguments)


class _Collections(Uncopyable, Generic[S]):
    def __init__(self, config: DataAccessConfig, service: S, log: logging.Logger) -> None:
        self.config = config
        self._service = service
        self.registry = EntityRegistry(service, config, log)

    @property
    def closed(self) -> bool:
        """Whether it was closed, so that it sends no more requests."""
        return self._service.closed

    def retrying(self, policy: RetryPolicy) -> AbstractContextManager[None]:
        """Use another retry policy for all calls in a block: ``with data_access.retrying(policy): …``.

        It is a plain ``with`` in asyncio too. The policy applies to the current thread or task, and to
        tasks that are started in the block. In a generator it applies while the generator is running, not
        to its caller while the generator is suspended in the block. In a function that `contextlib` turns
        into a context manager, it applies to the caller's ``with`` block.

        Args:
            policy: The retry policy. ``RetryPolicy.off()`` for one attempt.

        Raises:
            ValidationError: ``policy`` is not a RetryPolicy.
        """
        if not isinstance(policy, RetryPolicy):
            raise ValidationError("policy must be a RetryPolicy")
        return PolicyScope(self._service, policy, _getframe(1))

    def __getattr__(self, name: str) -> BaseCollection[Any]:
        # Called only for attributes that do not exist, such as a collection.
        if not EntityRegistry.is_registered(name):
            raise unknown_attribute(self, name, dir(self))
        return self.registry.collection_of(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *EntityRegistry.entity_names()]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.config.postgrest_url}>"


class DataAccess(_Collections[SyncService]):
    """All entities, with blocking calls. Created by `create_data_access`. May be shared between threads.

    Each collection is an attribute with its entity's name: ``data_access.Ticket``. As a context manager, it
    is closed at the end of the block.

    Attributes:
        services: Direct queries, of tables that are not entities.
        registry: The collections, by name.
        config: Its configuration.
    """

    def __init__(self, config: DataAccessConfig, service: SyncService, log: logging.Logger) -> None:
        super().__init__(config, service, log)
        self.services = SyncServices(service)

    def close(self) -> None:
        """Close the HTTP client, unless it was injected or another data access uses it."""
        run_sync(self._service.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncDataAccess(_Collections[AsyncService]):
    """All entities, for asyncio. Created by `create_async_data_access`. May be shared between tasks.

    Like `DataAccess`, but methods that send requests are awaited.

    Attributes:
        services: Direct queries, of tables that are not entities.
        registry: The collections, by name.
        config: Its configuration.
    """

    def __init__(self, config: DataAccessConfig, service: AsyncService, log: logging.Logger) -> None:
        super().__init__(config, service, log)
        self.services = AsyncServices(service)

    async def aclose(self) -> None:
        """Close the HTTP client of the running event loop, unless it was injected."""
        await self._service.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def create_data_access(
    config: Mapping[str, Any] | DataAccessConfig | None = None,
    *,
    log: logging.Logger | None = None,
    client: httpx.Client | None = None,
    **settings: Any,
) -> DataAccess:
    """Create a data access whose calls block.

    Args:
        config: A configuration, or a mapping of its fields; by default the environment. See
            `DataAccessConfig`.
        log: The logger; by default ``spacecat_shared_data_access``.
        client: An HTTP client to use instead of the shared one. It is neither closed nor changed.
        **settings: Fields of the configuration, such as ``postgrest_url``.

    Raises:
        ValidationError: A setting is missing or invalid; the message names it.
    """
    if client is not None and not isinstance(client, httpx.Client):
        raise ValidationError("client must be an httpx.Client")
    loaded = DataAccessConfig.load(config, **settings)
    log = log or logger
    return DataAccess(loaded, SyncService(loaded.service_settings(), log, client), log)


def create_async_data_access(
    config: Mapping[str, Any] | DataAccessConfig | None = None,
    *,
    log: logging.Logger | None = None,
    client: httpx.AsyncClient | None = None,
    **settings: Any,
) -> AsyncDataAccess:
    """Create a data access for asyncio.

    Args:
        config: A configuration, or a mapping of its fields; by default the environment.
        log: The logger; by default ``spacecat_shared_data_access``.
        client: An HTTP client to use instead of its own. It is neither closed nor changed.
        **settings: Fields of the configuration, such as ``postgrest_url``.

    Raises:
        ValidationError: A setting is missing or invalid; the message names it.
    """
    if client is not None and not isinstance(client, httpx.AsyncClient):
        raise ValidationError("client must be an httpx.AsyncClient")
    loaded = DataAccessConfig.load(config, **settings)
    log = log or logger
    return AsyncDataAccess(loaded, AsyncService(loaded.service_settings(), log, client), log)
