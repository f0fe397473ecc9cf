"""SiteCandidate: a base URL that may become a site."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_map, is_url, is_uuid, optional


class SiteCandidate(BaseModel):
    """One base URL that somebody or something found, and what people decided about it."""

    ENTITY_NAME = "SiteCandidate"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"

    class SiteCandidateSource(StrEnum):
        """Who found it."""

        SPACECAT_SLACK_BOT = "SPACECAT_SLACK_BOT"
        RUM = "RUM"
        CDN = "CDN"

    class SiteCandidateStatus(StrEnum):
        """What became of it: people are asked while it is pending."""

        PENDING = "PENDING"
        IGNORED = "IGNORED"
        APPROVED = "APPROVED"
        ERROR = "ERROR"


class SiteCandidateCollection(BaseCollection[SiteCandidate]):
    """All site candidates."""

    COLLECTION_NAME = "SiteCandidateCollection"


schema = (
    SchemaBuilder(SiteCandidate, SiteCandidateCollection)
    .add_reference("belongs_to", "Site")
    # Replaces the reference's own: a candidate has no site until it is approved.
    .add_attribute("site_id", type="string", validate=optional(is_uuid))
    .add_attribute("base_url", type="string", required=True, validate=is_url)
    .add_attribute("hlx_config", type="any", required=True, default={}, validate=is_map)
    .add_attribute("source", type=SiteCandidate.SiteCandidateSource, required=True)
    .add_attribute("status", type=SiteCandidate.SiteCandidateStatus, required=True)
    .add_attribute("updated_by", type="string")
    .add_all_index(["base_url"])
    .build()
)
