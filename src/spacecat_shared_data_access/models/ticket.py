"""Ticket: an issue created through a task management connection."""

from __future__ import annotations

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_url, is_uuid


class Ticket(BaseModel):
    """An issue that was created at the provider of a connection.

    ``external_ticket_id`` is the provider's ID, for API calls; ``ticket_key`` (``ASO-42``) and ``ticket_url``
    are for display. ``ticket_status`` is None until it is synchronized with the provider. Removing a ticket
    also removes its ticket suggestions.
    """

    ENTITY_NAME = "Ticket"


class TicketCollection(BaseCollection[Ticket]):
    """The collection of tickets."""

    COLLECTION_NAME = "TicketCollection"


schema = (
    SchemaBuilder(Ticket, TicketCollection)
    # The table has no updated_by.
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_reference("belongs_to", "Organization")
    .add_reference("belongs_to", "TaskManagementConnection")
    # Replaces the attribute of the reference: the column has a shorter name and never changes.
    .add_attribute(
        "task_management_connection_id",
        type="string",
        required=True,
        read_only=True,
        postgrest_field="connection_id",
        validate=is_uuid,
    )
    .add_reference("belongs_to", "Opportunity", ["ticket_key"], required=False)
    .add_reference("has_many", "TicketSuggestions", ["created_at"], remove_dependents=True)
    .add_attribute("external_ticket_id", type="string", required=True, read_only=True)
    .add_attribute("ticket_key", type="string", required=True, read_only=True)
    .add_attribute("ticket_url", type="string", required=True, read_only=True, validate=is_url)
    .add_attribute("ticket_status", type="string", default=None)
    .add_attribute("ticket_provider", type="string", required=True, read_only=True)
    .add_attribute("created_by", type="string", required=True, read_only=True)
    .build()
)
