"""SentimentGuideline: how a site's topics are analysed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack
from uuid import UUID, uuid4

from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.audit_switches import AuditSwitches
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.options import Options
from spacecat_shared_data_access.models.sentiment import NO_SITE, SentimentCollection
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text


class SentimentGuideline(AuditSwitches):
    """One instruction for the analysis of a site's topics, for the kinds of audit in ``audits``.

    Known by its site and its ``guideline_id``.
    """

    ENTITY_NAME = "SentimentGuideline"

    def is_enabled(self) -> bool:
        """Tell whether the guideline is in use: it is where nothing else is said."""
        return bool(self.record.get("enabled", True))

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which it is removed and upserted: its site and its id."""
        return {"site_id": self.record.get("site_id"), "guideline_id": self.record.get("guideline_id")}


class SentimentGuidelineCollection(SentimentCollection[SentimentGuideline]):
    """All guidelines."""

    COLLECTION_NAME = "SentimentGuidelineCollection"
    SECOND_KEY = "guideline_id"

    async def all_by_site_id_and_audit_type(
        self, site_id: str | UUID | None = None, audit_type: str | None = None, **options: Unpack[Options]
    ) -> Page[SentimentGuideline] | SentimentGuideline | None:
        """Find a site's guidelines that are switched on for a kind of audit.

        Args:
            site_id: The site's UUID.
            audit_type: The kind of audit.
            **options: As for `all`; ``where`` has no effect.

        Raises:
            ValidationError: The site or the kind is missing.
            DataAccessError: As for `all`.
        """
        site_id, audit_type = plain_value("site_id", site_id), plain_value("audit_type", audit_type)
        check_texts("Both site_id and audit_type are required", site_id, audit_type)
        return await self._page(
            {"site_id": site_id}, options, where=lambda attrs, op: op.contains(attrs.audits, audit_type)
        )

    async def find_by_ids(
        self, site_id: str | UUID | None = None, guideline_ids: Sequence[Any] | None = None
    ) -> list[SentimentGuideline]:
        """Find several of a site's guidelines. Reads all of the site's.

        Args:
            site_id: The site's UUID.
            guideline_ids: The guidelines' ids. None at all, or no list, finds nothing.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all`.
        """
        site_id = plain_value("site_id", site_id)
        check_texts(NO_SITE, site_id)
        if not isinstance(guideline_ids, list | tuple) or not guideline_ids:
            return []
        wanted = [id_ for id_ in plain_value("guideline_ids", guideline_ids) if has_text(id_)]
        found = await self._models({"site_id": site_id})
        return [guideline for guideline in found if guideline.record.get("guideline_id") in wanted]


schema = (
    SchemaBuilder(SentimentGuideline, SentimentGuidelineCollection)
    .with_primary_partition_keys(["site_id"])
    .with_primary_sort_keys(["guideline_id"])
    .add_reference("belongs_to", "Site")
    .add_attribute("guideline_id", type="string", required=True, read_only=True, default=lambda: str(uuid4()))
    .add_attribute("name", type="string", required=True, validate=has_text)
    .add_attribute("instruction", type="string", required=True, validate=has_text)
    .add_attribute("audits", type="set", items={"type": "string"}, required=True, default=[])
    .add_attribute("enabled", type="boolean", required=True, default=True)
    .add_attribute("created_by", type="string", required=True, read_only=True, default="system")
    .build()
)
