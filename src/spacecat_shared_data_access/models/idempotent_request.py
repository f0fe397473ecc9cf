"""IdempotentRequest: a context manager that claims an idempotency key for one request."""

from __future__ import annotations

from collections.abc import Awaitable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal, Self

from spacecat_shared_data_access.errors import ConflictError, DataAccessError, RequestInFlightError
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync, sync_or_async
from spacecat_shared_data_access.schema.values import expires_in, now

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.idempotency_key import IdempotencyKey, IdempotencyKeyCollection

OnError = Literal["release", "fail"]

# Another attempt is needed only if the key was released or deleted between two requests.
_MAX_ATTEMPTS: Final = 10


@with_async_name
class IdempotentRequest:
    """One request that takes effect once. Created by `IdempotencyKeyCollection.guard`.

    Entering claims the key: of any number of concurrent callers exactly one enters to do the work. The others
    raise `RequestInFlightError` until the response is stored; after that they enter with `replayed` true. An
    exception in the block releases the key or marks it as failed, so that a retry can claim it.

    Attributes:
        replayed: Whether the request was completed before. The work must not be done again: `response` is
            the response to send.
        response: The response that `complete` stored, in this request or in the replayed one; else None.
    """

    def __init__(
        self,
        collection: IdempotencyKeyCollection,
        scope: dict[str, str],
        *,
        ttl: float,
        on_error: OnError,
    ) -> None:
        self.replayed = False
        self.response: Any = None
        self._collection = collection
        self._scope = scope
        self._ttl = ttl
        self._on_error = on_error
        self._claim: IdempotencyKey | None = None

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; else they return something to await."""
        return self._collection.blocking

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
        if self._claim is None:
            raise DataAccessError(
                "Only a request that holds its idempotency key can be completed, and only once"
            )
        await self._claim.set_status(self._claim.Status.COMPLETED).set_response(response).save()
        self._claim = None
        self.response = response

    def __enter__(self) -> Self:
        if not self.blocking:
            raise TypeError("use `async with` for the guard of an AsyncDataAccess")
        return run_sync(self._enter())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        run_sync(self._leave(error))

    def __aenter__(self) -> Awaitable[Self]:
        if self.blocking:
            raise TypeError("use `with` for the guard of a DataAccess")
        return self._enter()

    def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Awaitable[None]:
        return self._leave(error)

    async def _enter(self) -> Self:
        self.replayed, self.response = False, None  # it may have been used before
        for _ in range(_MAX_ATTEMPTS):
            item = {**self._scope, "expires_at": expires_in(self._ttl)}
            try:
                self._claim = await self._collection.create(item)
            except ConflictError:
                existing = await self._collection.find_by_index_keys(self._scope)
            else:
                return self
            if existing is None:
                continue
            if existing.get_expires_at() > now():
                if existing.get_status() == existing.Status.COMPLETED:
                    self.replayed, self.response = True, existing.get_response()
                    return self
                if existing.get_status() != existing.Status.FAILED:
                    break
            # A failed or expired key never becomes valid again, so removing it by its ID removes no valid claim.
            # The caller that inserts the key next holds it.
            await self._collection.remove_by_ids([existing.get_id()])
        raise RequestInFlightError("A request with this idempotency key is being processed")

    async def _leave(self, error: BaseException | None) -> None:
        claim, self._claim = self._claim, None
        if claim is None:
            return
        # Only with the status `processing`: if storing the response is in doubt, a stored response is kept.
        keys = {claim.id_name: claim.get_id(), "status": claim.Status.PROCESSING}
        try:
            if error is not None and self._on_error == "fail":
                await self._collection.update_by_keys(
                    keys, {"status": claim.Status.FAILED, "updated_at": now()}
                )
            else:
                await self._collection.remove_by_index_keys([keys])
        except DataAccessError:
            if error is None:
                raise
            # The caller gets the exception of the block. The error of the release is already logged.
            self._collection.log.error(  # noqa: TRY400 - as above
                "The idempotency key could not be released; it will expire",
                extra=log_fields(LogEvent.IDEMPOTENCY_KEY_NOT_RELEASED, entity=self._collection.entity_name),
            )
        if error is None:
            raise DataAccessError("The block of an idempotent request ended without complete()")


IdempotentRequest.complete = sync_or_async(IdempotentRequest.complete)  # type: ignore[method-assign] # the same call
