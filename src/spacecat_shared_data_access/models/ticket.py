"""Ticket: one issue made through a connection."""

from __future__ import annotations

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_url, is_uuid


class Ticket(BaseModel):
    """One issue that a connection created with its provider.

    ``external_ticket_id`` is the provider's own id, for later calls; ``ticket_key`` (``ASO-42``) and
    ``ticket_url`` are for people. ``ticket_status`` is None until a sync with the provider fills it.
    Removing a ticket removes its ticket suggestions.
    """

    ENTITY_NAME = "Ticket"


class TicketCollection(BaseCollection[Ticket]):
    """All tickets."""

    COLLECTION_NAME = "TicketCollection"


schema = (
    SchemaBuilder(Ticket, TicketCollection)
    # The table has no updated_by.
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_reference("belongs_to", "Organization")
    .add_reference("belongs_to", "TaskManagementConnection")
    # Replaces the reference's own: the column has a shorter name, and a ticket never moves.
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
