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

_LONGEST_DISPLAY_NAME = 255


class TaskManagementConnection(BaseModel):
    """One connection of an organization to a provider.

    What the provider stably calls its site (``external_instance_id``, for Jira Cloud the cloud id) never
    changes, nor do the provider and who connected it; name and address may change when the
    organization authorizes again. Removing a connection removes its tickets; `mark_disconnected` keeps
    them.
    """

    ENTITY_NAME = "TaskManagementConnection"

    class Provider(StrEnum):
        """The supported providers."""

        JIRA_CLOUD = "jira_cloud"

    class Status(StrEnum):
        """How well a connection is: only an active one can be used."""

        ACTIVE = "active"
        DISABLED = "disabled"
        REQUIRES_REAUTH = "requires_reauth"
        ERROR = "error"
        DISCONNECTED = "disconnected"

    def is_active(self) -> bool:
        """Tell whether tickets can be made through this connection."""
        return self.record.get("status") == self.Status.ACTIVE

    async def mark_active(self) -> Self:
        """Take the connection into use again, and store that at once. Raises as `save`."""
        return await self._mark(self.Status.ACTIVE)

    async def mark_requires_reauth(self) -> Self:
        """Note that the organization must authorize again, and store that at once. Raises as `save`."""
        return await self._mark(self.Status.REQUIRES_REAUTH)

    async def mark_disabled(self) -> Self:
        """Take the connection out of use, and store that at once. Raises as `save`."""
        return await self._mark(self.Status.DISABLED)

    async def mark_error(self) -> Self:
        """Note that the provider keeps failing, and store that at once. Raises as `save`."""
        return await self._mark(self.Status.ERROR)

    async def mark_disconnected(self) -> Self:
        """Note that the organization has let go of it, and store that at once. Raises as `save`."""
        return await self._mark(self.Status.DISCONNECTED)

    async def _mark(self, status: Status) -> Self:
        self.patcher.patch_value("status", status)
        await self.save()
        return self


class TaskManagementConnectionCollection(BaseCollection[TaskManagementConnection]):
    """All connections."""

    COLLECTION_NAME = "TaskManagementConnectionCollection"

    async def find_active_by_organization_and_provider(
        self, organization_id: Any, provider: str
    ) -> TaskManagementConnection | None:
        """Find the connection through which an organization's tickets are made.

        Args:
            organization_id: The organization's UUID.
            provider: Such as ``jira_cloud``.

        Returns:
            The active connection, or None where there is none.

        Raises:
            ValidationError: The id is no UUID, or the provider is missing.
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
    """Check a connection's metadata, for services that validate before anything is written.

    Args:
        provider: Such as ``jira_cloud``, which takes ``cloudId`` (a lower-case UUID, required) and
            ``scopes`` (a list of strings), and nothing else.
        metadata: What is to be stored with the connection.

    Raises:
        ValidationError: The provider is unknown, or the metadata is not what it takes; one thing at a
            time, in the original's words.
    """
    # pydantic's models cost a cold start more than all else here: they are imported when needed.
    from spacecat_shared_data_access.models.task_management_connection.metadata import (  # noqa: PLC0415 - see above
        check_metadata,
    )

    check_metadata(to_jsonable(provider), to_jsonable(metadata))


def _validated(metadata: Any, record: Record) -> Any:
    # An unknown provider is refused too; without one, the attribute's own "is required" tells.
    provider = record.get("provider")
    if provider:
        validate_metadata(provider, metadata)
    return metadata


def _is_display_name(value: object) -> bool:
    return isinstance(value, str) and 0 < text_length(value) <= _LONGEST_DISPLAY_NAME


schema = (
    SchemaBuilder(TaskManagementConnection, TaskManagementConnectionCollection)
    # The table has no updated_by.
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    # By these keys the active connection is found with one request.
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
    # Shown to people, never called: calls go by the cloud id in the metadata.
    .add_attribute("instance_url", type="string", required=True, validate=is_url)
    .add_attribute("connected_by", type="string", required=True, read_only=True)
    .add_attribute("connected_at", type="string", validate=optional(is_iso_date))
    .add_attribute("external_instance_id", type="string", required=True, read_only=True, validate=has_text)
    .add_attribute("last_used_at", type="string", validate=optional(is_iso_date))
    .add_attribute("error_message", type="string")
    .add_attribute("metadata", type="any", required=True, set=_validated)
    .build()
)
