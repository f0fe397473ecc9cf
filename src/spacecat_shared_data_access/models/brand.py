"""Brand: a brand of an organization, as far as its connection with Semrush goes."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text


class Brand(BaseModel):
    """One brand. Brands are made and kept elsewhere: here they are read, and few attributes changed.

    ``semrush_sub_workspace_id`` is the brand's own workspace at Semrush; None where the brand shares its
    organization's.
    """

    ENTITY_NAME = "Brand"

    class Status(StrEnum):
        """What has become of a brand; the database's ``reference_status``."""

        PENDING = "pending"
        ACTIVE = "active"
        DELETED = "deleted"
        IGNORED = "ignored"


class BrandCollection(BaseCollection[Brand]):
    """All brands."""

    COLLECTION_NAME = "BrandCollection"


def _is_status(value: object) -> bool:
    return value in tuple(Brand.Status)


schema = (
    SchemaBuilder(Brand, BrandCollection)
    .add_attribute("name", type="string", required=True)
    # Not required, so that a brand is changed in part without its status.
    .add_attribute("status", type=Brand.Status, validate=_is_status)
    .add_attribute("semrush_sub_workspace_id", type="string", validate=has_text)
    # The column is unique: at most one brand is found by it.
    .add_all_index(["semrush_sub_workspace_id"])
    .build()
)
