"""ContactSalesLead: a request to be contacted by sales."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder


class ContactSalesLead(BaseModel):
    """One request to be contacted by sales."""

    ENTITY_NAME = "ContactSalesLead"

    class Status(StrEnum):
        """The status of the request."""

        NEW = "NEW"
        CONTACTED = "CONTACTED"
        CLOSED = "CLOSED"


class ContactSalesLeadCollection(BaseCollection[ContactSalesLead]):
    """All requests."""

    COLLECTION_NAME = "ContactSalesLeadCollection"


schema = (
    SchemaBuilder(ContactSalesLead, ContactSalesLeadCollection)
    .add_reference("belongs_to", "Organization")
    .add_reference("belongs_to", "Site", required=False)
    .add_attribute("name", type="string", required=True)
    .add_attribute("email", type="string", required=True)
    .add_attribute("domain", type="string")
    .add_attribute("notes", type="string")
    .add_attribute("status", type=ContactSalesLead.Status, required=True, default=ContactSalesLead.Status.NEW)
    .build()
)
