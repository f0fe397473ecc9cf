"""IdempotencyKey: deduplicates concurrent and retried requests."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_args
from uuid import UUID

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.idempotent_request import IdempotentRequest, OnError
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_iso_date, is_uuid
from spacecat_shared_data_access.schema.values import expires_in, now


class IdempotencyKey(BaseModel):
    """One request that must take effect once.

    A key is unique for its organization and endpoint: if two requests create it concurrently, one raises
    ConflictError. Its status changes from ``processing`` to ``completed`` or ``failed``, and ``response`` stores
    the response for retries. An expired key counts as missing.
    """

    ENTITY_NAME = "IdempotencyKey"

    class Status(StrEnum):
        """The status of the request."""

        PROCESSING = "processing"
        COMPLETED = "completed"
        FAILED = "failed"


class IdempotencyKeyCollection(BaseCollection[IdempotencyKey]):
    """All idempotency keys."""

    COLLECTION_NAME = "IdempotencyKeyCollection"

    def guard(
        self,
        key: str,
        organization_id: str | UUID,
        endpoint: str,
        *,
        ttl: float,
        on_error: OnError = "release",
    ) -> IdempotentRequest:
        """Return a context manager in which one request with this key takes effect.

        ```python
        with data_access.IdempotencyKey.guard(key, organization_id, "POST /tickets", ttl=120) as request:
            if request.replayed:
                return request.response
            ...
            request.complete({"statusCode": 201, "body": body})
        ```

        With an `AsyncDataAccess` it is ``async with`` and ``await request.complete(…)``. Nothing is sent
        before the block is entered. Leaving the block without `IdempotentRequest.complete` releases the key
        and raises DataAccessError.

        Args:
            key: The key, as sent by the client.
            organization_id: The organization's UUID.
            endpoint: The operation that the key belongs to, such as ``POST /tickets``.
            ttl: Seconds for which the claim, and then the response, is valid. A key that has expired is
                claimed again, whether or not it was deleted.
            on_error: If the block raises, ``release`` removes the key and ``fail`` keeps it with the status
                ``failed``. A retry can claim it in both cases.

        Returns:
            An `IdempotentRequest`. Entering it raises `RequestInFlightError` while another request holds the
            key, and the errors of `create`; with ``in_doubt`` the key may be claimed until it expires.

        Raises:
            ValidationError: The key or endpoint is empty, the organization's ID is not a UUID, ``ttl`` is not
                a positive number or ``on_error`` is unknown.
        """
        organization_id = plain_value("organization_id", organization_id)
        self._check_scope(key, organization_id)
        check_texts("endpoint is required", endpoint)
        expires_in(ttl)
        if on_error not in get_args(OnError):
            raise ValidationError(f"on_error must be one of {', '.join(get_args(OnError))}")
        scope = {"key": key, "organization_id": str(organization_id), "endpoint": endpoint}
        return IdempotentRequest(self, scope, ttl=ttl, on_error=on_error)

    async def find_active_key(
        self, key: str, organization_id: Any, endpoint: str | None = None
    ) -> IdempotencyKey | None:
        """Find a key that has not expired.

        Args:
            key: The key, as sent by the client.
            organization_id: The organization's UUID.
            endpoint: The operation that the key belongs to. Keys are unique per endpoint only: by default, a
                key of any endpoint is found, as in the original. `guard` always uses the endpoint.

        Returns:
            The key, or None if there is none or it has expired.

        Raises:
            ValidationError: The key is empty, or the organization's ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to find active idempotency key``).
            UnavailableError: The server could not be reached or could not respond.
        """
        organization_id = plain_value("organization_id", organization_id)
        self._check_scope(key, organization_id)
        query = self.table.select().eq("key", key).eq("organization_id", organization_id)
        if endpoint is not None:
            check_texts("endpoint must be a non-empty string", endpoint)
            query = query.eq("endpoint", endpoint)
        with self.translate_errors("Failed to find active idempotency key"):
            rows = await self.service.rows(query.gt("expires_at", now()).limit(1))
        return next(iter(self.models_from_rows(rows)), None)

    async def delete_expired(self) -> int:
        """Delete the expired keys of all organizations.

        Returns:
            The number of deleted keys.

        Raises:
            DataAccessError: The server rejected the request (``Failed to delete expired idempotency keys``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        with self.translate_errors("Failed to delete expired idempotency keys"):
            deleted = await self.service.rows(self.table.delete(read_back="id").lt("expires_at", now()))
        return len(deleted)

    @staticmethod
    def _check_scope(key: object, organization_id: object) -> None:
        check_texts("key is required", key)
        if not is_uuid(organization_id):
            raise ValidationError("organization_id must be a valid UUID")


schema = (
    SchemaBuilder(IdempotencyKey, IdempotencyKeyCollection)
    # The table has no updated_by column.
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_reference("belongs_to", "Organization")
    .add_attribute("key", type="string", required=True, read_only=True)
    .add_attribute("endpoint", type="string", required=True, read_only=True)
    .add_attribute(
        "status", type=IdempotencyKey.Status, required=True, default=IdempotencyKey.Status.PROCESSING
    )
    .add_attribute("response", type="any")
    .add_attribute("expires_at", type="string", required=True, read_only=True, validate=is_iso_date)
    .build()
)
