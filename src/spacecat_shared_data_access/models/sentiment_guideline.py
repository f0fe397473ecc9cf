"""SentimentGuideline: an instruction for the analysis of a site's topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack
from uuid import UUID

from spacecat_shared_data_access.models.arguments import check_texts, site_key
from spacecat_shared_data_access.models.audit_switches import AuditSwitches
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.sentiment import SentimentCollection, SentimentModel, sentiment_schema
from spacecat_shared_data_access.schema.validation import has_text


class SentimentGuideline(SentimentModel, AuditSwitches):
    """An instruction for the analysis of a site's topics, used by the audit types in ``audits``.

    Its primary key is ``site_id`` and ``guideline_id``.
    """

    ENTITY_NAME = "SentimentGuideline"

    def is_enabled(self) -> bool:
        """Return whether the guideline is in use, which is the default."""
        return bool(self.record.get("enabled", True))


class SentimentGuidelineCollection(SentimentCollection[SentimentGuideline]):
    """The collection of guidelines."""

    COLLECTION_NAME = "SentimentGuidelineCollection"

    async def all_by_site_id_and_audit_type(
        self, site_id: str | UUID | None = None, audit_type: str | None = None, **options: Unpack[Options]
    ) -> Page[SentimentGuideline] | SentimentGuideline | None:
        """Find the guidelines of a site that an audit type uses.

        Args:
            site_id: The site's UUID.
            audit_type: Such as ``cwv``.
            **options: As for `all`.

        Raises:
            ValidationError: The site ID or the audit type is missing.
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
        """Find several guidelines of a site. Reads all guidelines of the site.

        Args:
            site_id: The site's UUID.
            guideline_ids: The guidelines' IDs. Nothing is found if this is empty or not a list.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """
        key = site_key(site_id)
        if not isinstance(guideline_ids, list | tuple) or not guideline_ids:
            return []
        wanted = [id_ for id_ in plain_value("guideline_ids", guideline_ids) if has_text(id_)]
        found = await self.list_models(key)
        return [guideline for guideline in found if guideline.record.get("guideline_id") in wanted]


schema = (
    sentiment_schema(SentimentGuideline, SentimentGuidelineCollection, "guideline_id")
    .add_attribute("instruction", type="string", required=True, validate=has_text)
    .add_attribute("audits", type="set", items={"type": "string"}, required=True, default=[])
    .add_attribute("enabled", type="boolean", required=True, default=True)
    .add_attribute("created_by", type="string", required=True, read_only=True, default="system")
    .build()
)
