"""TrialUser: a person who tries a product."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_iso_date, is_map, optional


class TrialUser(BaseModel):
    """A person of an organization who tries a product.

    ``external_user_id`` is not unique: if several users have the same, the finder returns the one that was
    updated last.
    """

    ENTITY_NAME = "TrialUser"

    class Status(StrEnum):
        """The state of a user, who is registered from the first login on."""

        INVITED = "INVITED"
        REGISTERED = "REGISTERED"
        BLOCKED = "BLOCKED"
        DELETED = "DELETED"


class TrialUserCollection(BaseCollection[TrialUser]):
    """The collection of trial users."""

    COLLECTION_NAME = "TrialUserCollection"


schema = (
    SchemaBuilder(TrialUser, TrialUserCollection)
    .add_reference("belongs_to", "Organization")
    .add_reference("has_many", "TrialUserActivities")
    .add_attribute("external_user_id", type="string")
    .add_attribute("status", type=TrialUser.Status, required=True)
    .add_attribute("last_seen_at", type="string", validate=optional(is_iso_date))
    .add_attribute("email_id", type="string", required=True)
    .add_attribute("first_name", type="string")
    .add_attribute("last_name", type="string")
    .add_attribute("metadata", type="any", validate=optional(is_map))
    .add_all_index(["email_id"])
    .add_index(["organization_id"], ["updated_at"])
    .add_index(["external_user_id"], ["updated_at"])
    .build()
)
