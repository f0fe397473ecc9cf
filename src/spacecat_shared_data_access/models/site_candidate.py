"""SiteCandidate: a base URL that may become a site."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_map, is_url, is_uuid, optional


class SiteCandidate(BaseModel):
    """A base URL that a source proposed as a site, and the decision about it."""

    ENTITY_NAME = "SiteCandidate"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"

    class SiteCandidateSource(StrEnum):
        """The source of a candidate."""

        SPACECAT_SLACK_BOT = "SPACECAT_SLACK_BOT"
        RUM = "RUM"
        CDN = "CDN"

    class SiteCandidateStatus(StrEnum):
        """The decision about a candidate; none has been made while it is pending."""

        PENDING = "PENDING"
        IGNORED = "IGNORED"
        APPROVED = "APPROVED"
        ERROR = "ERROR"


class SiteCandidateCollection(BaseCollection[SiteCandidate]):
    """The collection of site candidates."""

    COLLECTION_NAME = "SiteCandidateCollection"


schema = (
    SchemaBuilder(SiteCandidate, SiteCandidateCollection)
    .add_reference("belongs_to", "Site")
    # Replaces the attribute of the reference: a candidate has no site until it is approved.
    .add_attribute("site_id", type="string", validate=optional(is_uuid))
    .add_attribute("base_url", type="string", required=True, validate=is_url)
    .add_attribute("hlx_config", type="any", required=True, default={}, validate=is_map)
    .add_attribute("source", type=SiteCandidate.SiteCandidateSource, required=True)
    .add_attribute("status", type=SiteCandidate.SiteCandidateStatus, required=True)
    .add_attribute("updated_by", type="string")
    .add_all_index(["base_url"])
    .build()
)
