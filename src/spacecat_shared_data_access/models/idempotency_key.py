"""IdempotencyKey: deduplicates concurrent and retried requests."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_iso_date, is_uuid
from spacecat_shared_data_access.schema.values import now


class IdempotencyKey(BaseModel):
    """One request that must take effect once.

    A key is unique for its organization and endpoint: of two requests that create it at once, one meets
    ConflictError. Its status goes from ``processing`` to ``completed`` or ``failed``, and ``response``
    keeps what was answered, to be answered again. A key that has expired counts as not there.
    """

    ENTITY_NAME = "IdempotencyKey"

    class Status(StrEnum):
        """How far the request is."""

        PROCESSING = "processing"
        COMPLETED = "completed"
        FAILED = "failed"


class IdempotencyKeyCollection(BaseCollection[IdempotencyKey]):
    """All idempotency keys."""

    COLLECTION_NAME = "IdempotencyKeyCollection"

    async def find_active_key(self, key: str, organization_id: Any) -> IdempotencyKey | None:
        """Find a key that has not expired.

        Args:
            key: The key, as the request brought it.
            organization_id: The organization's UUID.

        Returns:
            The key, or None where there is none or it has expired.

        Raises:
            ValidationError: There is no key, or the organization's id is no UUID.
            DataAccessError: The server refused (``Failed to find active idempotency key``).
            UnavailableError: The server could not be reached or could not answer.
        """
        organization_id = plain_value("organization_id", organization_id)
        if not has_text(key):
            raise ValidationError("key is required")
        if not is_uuid(organization_id):
            raise ValidationError("organization_id must be a valid UUID")
        query = self.table.select().eq("key", key).eq("organization_id", organization_id)
        with self._failing("Failed to find active idempotency key"):
            rows = await self.service.rows(query.gt("expires_at", now()).limit(1))
        return next(iter(self._instances(rows)), None)

    async def delete_expired(self) -> int:
        """Sweep the keys that have expired, of all organizations.

        Returns:
            How many went.

        Raises:
            DataAccessError: The server refused (``Failed to delete expired idempotency keys``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        with self._failing("Failed to delete expired idempotency keys"):
            gone = await self.service.rows(self.table.delete(read_back="id").lt("expires_at", now()))
        return len(gone)


schema = (
    SchemaBuilder(IdempotencyKey, IdempotencyKeyCollection)
    # The table has no updated_by.
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
