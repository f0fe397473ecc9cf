"""Brand: a brand of an organization and its connection with Semrush."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_one_of


class Brand(BaseModel):
    """One brand. Brands are managed by another service: this package reads them and updates few attributes.

    ``semrush_sub_workspace_id`` is the brand's workspace at Semrush, or None if the brand uses its
    organization's.
    """

    ENTITY_NAME = "Brand"

    class Status(StrEnum):
        """The status of a brand; the database's enum ``reference_status``."""

        PENDING = "pending"
        ACTIVE = "active"
        DELETED = "deleted"
        IGNORED = "ignored"


class BrandCollection(BaseCollection[Brand]):
    """All brands."""

    COLLECTION_NAME = "BrandCollection"


schema = (
    SchemaBuilder(Brand, BrandCollection)
    .add_attribute("name", type="string", required=True)
    # Not required, so that a brand can be updated without its status.
    .add_attribute("status", type=Brand.Status, validate=is_one_of(Brand.Status))
    .add_attribute("semrush_sub_workspace_id", type="string", validate=has_text)
    # The column is unique: at most one brand matches.
    .add_all_index(["semrush_sub_workspace_id"])
    .build()
)
