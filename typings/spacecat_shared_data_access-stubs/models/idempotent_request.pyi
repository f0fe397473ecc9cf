# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Awaitable
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias

from spacecat_shared_data_access.models.idempotency_key import AsyncIdempotencyKeyCollection, IdempotencyKeyCollection

OnError: TypeAlias = Literal["release", "fail"]

class IdempotentRequest:
    replayed: bool
    response: Any

    def __init__(
        self, collection: IdempotencyKeyCollection, scope: dict[str, str], *, ttl: float, on_error: OnError
    ) -> None: ...
    @property
    def blocking(self) -> bool: ...
    def complete(self, response: Any) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def __aenter__(self) -> Awaitable[Self]: ...
    def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Awaitable[None]: ...

class AsyncIdempotentRequest:
    """One request that takes effect once. Created by `IdempotencyKeyCollection.guard`.

    Entering claims the key: of any number of concurrent callers exactly one enters to do the work. The others
    raise `RequestInFlightError` until the response is stored; after that they enter with `replayed` true. An
    exception in the block releases the key or marks it as failed, so that a retry can claim it.

    Attributes:
        replayed: Whether the request was completed before. The work must not be done again: `response` is
            the response to send.
        response: The response that `complete` stored, in this request or in the replayed one; else None.
    """

    replayed: bool
    response: Any

    def __init__(
        self, collection: AsyncIdempotencyKeyCollection, scope: dict[str, str], *, ttl: float, on_error: OnError
    ) -> None: ...
    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; else they return something to await."""

    async def complete(self, response: Any) -> None:
        """Store the response, so that retries of the request return it.

        Args:
            response: Any JSON, such as ``{"statusCode": 201, "body": {…}}``.

        Raises:
            ValidationError: The response cannot be stored as JSON.
            DataAccessError: The request does not hold the key: it replays a response, is already complete, or
                its claim expired and another request claimed the key. Or the server rejected the update.
            UnavailableError: The server could not be reached. With ``in_doubt`` the response may be stored.
        """

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def __aenter__(self) -> Awaitable[Self]: ...
    def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Awaitable[None]: ...
