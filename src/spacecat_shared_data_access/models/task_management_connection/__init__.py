"""TaskManagementConnection: an organization's OAuth connection to a task management provider."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import (
    has_text,
    is_iso_date,
    is_url,
    is_uuid,
    optional,
    text_length,
)
from spacecat_shared_data_access.schema.values import to_jsonable

_MAX_DISPLAY_NAME_LENGTH = 255


class TaskManagementConnection(BaseModel):
    """A connection of an organization to a provider.

    ``external_instance_id`` is the provider's stable ID of the site, for Jira Cloud the cloud ID. It never
    changes, nor do ``provider`` and ``connected_by``; the name and URL may change when the organization
    authorizes again. ``metadata`` of Jira Cloud must have ``cloudId``, a UUID in lower case, and may have ``scopes``.
    Removing a connection also removes its tickets; `mark_disconnected` keeps them.
    """

    ENTITY_NAME = "TaskManagementConnection"

    class Provider(StrEnum):
        """The supported providers."""

        JIRA_CLOUD = "jira_cloud"

    class Status(StrEnum):
        """The state of a connection. Only an active one can be used."""

        ACTIVE = "active"
        DISABLED = "disabled"
        REQUIRES_REAUTH = "requires_reauth"
        ERROR = "error"
        DISCONNECTED = "disconnected"

    def is_active(self) -> bool:
        """Return whether tickets can be created through this connection."""
        return self.record.get("status") == self.Status.ACTIVE

    async def mark_active(self) -> Self:
        """Mark the connection as active and save it. Raises the same errors as `save`."""
        return await self._mark(self.Status.ACTIVE)

    async def mark_requires_reauth(self) -> Self:
        """Mark the connection as in need of authorization and save it. Raises the same errors as `save`."""
        return await self._mark(self.Status.REQUIRES_REAUTH)

    async def mark_disabled(self) -> Self:
        """Mark the connection as disabled and save it. Raises the same errors as `save`."""
        return await self._mark(self.Status.DISABLED)

    async def mark_error(self) -> Self:
        """Mark the connection as failing at the provider and save it. Raises the same errors as `save`."""
        return await self._mark(self.Status.ERROR)

    async def mark_disconnected(self) -> Self:
        """Mark the connection as disconnected and save it. Raises the same errors as `save`."""
        return await self._mark(self.Status.DISCONNECTED)

    async def _mark(self, status: Status) -> Self:
        self.patcher.patch_value("status", status)
        await self.save()
        return self


class TaskManagementConnectionCollection(BaseCollection[TaskManagementConnection]):
    """The collection of connections."""

    COLLECTION_NAME = "TaskManagementConnectionCollection"

    async def find_active_by_organization_and_provider(
        self, organization_id: Any, provider: str
    ) -> TaskManagementConnection | None:
        """Find the connection that an organization's tickets are created through.

        Args:
            organization_id: The organization's UUID.
            provider: Such as ``jira_cloud``.

        Returns:
            The active connection, or None.

        Raises:
            ValidationError: The ID is not a UUID, or the provider is missing.
            DataAccessError: As for `all`.
        """
        organization_id = plain_value("organization_id", organization_id)
        if not is_uuid(organization_id):
            raise ValidationError("organization_id must be a valid UUID")
        if not provider:
            raise ValidationError("provider is required")
        keys = {"organization_id": organization_id, "provider": provider}
        return await self.find_by_index_keys({**keys, "status": TaskManagementConnection.Status.ACTIVE})


def validate_metadata(provider: str, metadata: Mapping[str, Any] | None = None) -> None:
    """Check the metadata of a connection before it is stored.

    Args:
        provider: Such as ``jira_cloud``, which accepts only ``cloudId`` (a lower-case UUID, required) and
            ``scopes`` (a list of strings).
        metadata: The metadata to be stored.

    Raises:
        ValidationError: The provider is unknown, or the metadata is invalid. The message names the first
            error.
    """
    # Importing pydantic's models is slow, so a cold start does without unless there is metadata to check.
    from spacecat_shared_data_access.models.task_management_connection.metadata import (  # noqa: PLC0415 - see above
        check_metadata,
    )

    check_metadata(to_jsonable(provider), to_jsonable(metadata))


def _validated(metadata: Any, record: Record) -> Any:
    # Without a provider, the attribute's own check raises "is required".
    provider = record.get("provider")
    if provider:
        validate_metadata(provider, metadata)
    return metadata


def _is_display_name(value: object) -> bool:
    return isinstance(value, str) and 0 < text_length(value) <= _MAX_DISPLAY_NAME_LENGTH


schema = (
    SchemaBuilder(TaskManagementConnection, TaskManagementConnectionCollection)
    # The table has no updated_by.
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    # With these sort keys one request finds the active connection.
    .add_reference("belongs_to", "Organization", ["provider", "status"])
    .add_reference("has_many", "Tickets", ["updated_at"], remove_dependents=True)
    .add_attribute("provider", type=TaskManagementConnection.Provider, required=True, read_only=True)
    .add_attribute(
        "status",
        type=TaskManagementConnection.Status,
        required=True,
        default=TaskManagementConnection.Status.ACTIVE,
    )
    .add_attribute("display_name", type="string", required=True, validate=_is_display_name)
    # For display only: API calls use the cloud ID in the metadata.
    .add_attribute("instance_url", type="string", required=True, validate=is_url)
    .add_attribute("connected_by", type="string", required=True, read_only=True)
    .add_attribute("connected_at", type="string", validate=optional(is_iso_date))
    .add_attribute("external_instance_id", type="string", required=True, read_only=True, validate=has_text)
    .add_attribute("last_used_at", type="string", validate=optional(is_iso_date))
    .add_attribute("error_message", type="string")
    .add_attribute("metadata", type="any", required=True, set=_validated)
    .build()
)
