"""Audit: the result of one audit of a site."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.audit.steps import (
    AuditStepDestinationConfig,
    import_payload,
    queue_url,
    scrape_client_payload,
    scraper_payload,
)
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import is_iso_date, is_non_empty_map
from spacecat_shared_data_access.schema.values import now, to_jsonable


class AuditType(StrEnum):
    """The known types of audits."""

    APEX = "apex"
    CWV = "cwv"
    LHS_MOBILE = "lhs-mobile"
    LHS_DESKTOP = "lhs-desktop"
    NOT_FOUND = "404"
    SITEMAP = "sitemap"
    CANONICAL = "canonical"
    REDIRECT_CHAINS = "redirect-chains"
    BROKEN_BACKLINKS = "broken-backlinks"
    BROKEN_INTERNAL_LINKS = "broken-internal-links"
    CONTENT_FRAGMENT_UNUSED = "content-fragment-unused"
    CONTENT_FRAGMENT_UNUSED_AUTO_FIX = "content-fragment-unused-auto-fix"
    EXPERIMENTATION = "experimentation"
    CONVERSION = "conversion"
    ORGANIC_KEYWORDS = "organic-keywords"
    ORGANIC_TRAFFIC = "organic-traffic"
    EXPERIMENTATION_ESS_DAILY = "experimentation-ess-daily"
    EXPERIMENTATION_ESS_MONTHLY = "experimentation-ess-monthly"
    EXPERIMENTATION_OPPORTUNITIES = "experimentation-opportunities"
    META_TAGS = "meta-tags"
    LLM_ERROR_PAGES = "llm-error-pages"
    COSTS = "costs"
    STRUCTURED_DATA = "structured-data"
    RELATED_URLS = "related-urls"
    STRUCTURED_DATA_AUTO_SUGGEST = "structured-data-auto-suggest"
    FORMS_OPPORTUNITIES = "forms-opportunities"
    SITE_DETECTION = "site-detection"
    ALT_TEXT = "alt-text"
    ACCESSIBILITY = "accessibility"
    SECURITY_CSP = "security-csp"
    SECURITY_VULNERABILITIES = "security-vulnerabilities"
    SECURITY_PERMISSIONS = "security-permissions"
    SECURITY_REDUNDANT = "security-permissions-redundant"
    PAID = "paid"
    HREFLANG = "hreflang"
    HEADINGS = "headings"
    PAID_TRAFFIC_ANALYSIS_WEEKLY = "paid-traffic-analysis-weekly"
    PAID_TRAFFIC_ANALYSIS_MONTHLY = "paid-traffic-analysis-monthly"
    READABILITY = "readability"
    PRERENDER = "prerender"
    PRODUCT_METATAGS = "product-metatags"
    PRODUCT_METATAGS_AUTO_SUGGEST = "product-metatags-auto-suggest"
    PRODUCT_METATAGS_AUTO_FIX = "product-metatags-auto-fix"
    SUMMARIZATION = "summarization"
    PAGE_TYPE_DETECTION = "page-type-detection"
    FAQS = "faqs"
    CDN_LOGS_ANALYSIS = "cdn-logs-analysis"
    CDN_LOGS_REPORT = "cdn-logs-report"
    LLMO_REFERRAL_TRAFFIC = "llmo-referral-traffic"
    PAGE_INTENT = "page-intent"
    NO_CTA_ABOVE_THE_FOLD = "no-cta-above-the-fold"
    TOC = "toc"
    WIKIPEDIA_ANALYSIS = "wikipedia-analysis"
    REDDIT_ANALYSIS = "reddit-analysis"
    YOUTUBE_ANALYSIS = "youtube-analysis"
    CITED_ANALYSIS = "cited-analysis"
    COMMERCE_PRODUCT_ENRICHMENTS = "commerce-product-enrichments"
    COMMERCE_PRODUCT_ENRICHMENTS_YEARLY = "commerce-product-enrichments-yearly"
    COMMERCE_PRODUCT_PAGE_ENRICHMENT = "commerce-product-page-enrichment"
    COMMERCE_PRODUCT_CATALOG_ENRICHMENT = "commerce-product-catalog-enrichment"
    COMMERCE_PRODUCT_ENRICHMENTS_AUTO_FIX = "commerce-product-enrichments-auto-fix"
    COMMERCE_PRODUCT_CATALOG_ENRICHMENT_AUTO_FIX = "commerce-product-catalog-enrichment-auto-fix"
    CWV_TRENDS_AUDIT = "cwv-trends-audit"
    OFFSITE_BRAND_PRESENCE = "offsite-brand-presence"
    SEMANTIC_VALUE_VISIBILITY = "semantic-value-visibility"
    MONEY_PAGES = "money-pages"


class AuditStepDestination(StrEnum):
    """The services that run a step of an audit."""

    CONTENT_SCRAPER = "content-scraper"
    IMPORT_WORKER = "import-worker"
    SCRAPE_CLIENT = "scrape-client"


_LIGHTHOUSE_SCORES = ("performance", "seo", "accessibility", "best-practices")
_AUDIT_TYPE_PROPERTIES: Mapping[str, tuple[str, ...]] = {
    AuditType.LHS_DESKTOP: _LIGHTHOUSE_SCORES,
    AuditType.LHS_MOBILE: _LIGHTHOUSE_SCORES,
}


class Audit(BaseModel):
    """The result of one audit of one site.

    Audits are never changed or removed. ``audit_type`` may be any string; the known types are `AuditType`.
    """

    ENTITY_NAME = "Audit"

    AuditType = AuditType
    AuditStepDestination = AuditStepDestination

    AUDIT_TYPE_PROPERTIES: ClassVar[Mapping[str, tuple[str, ...]]] = _AUDIT_TYPE_PROPERTIES
    """The scores that a result must have, by audit type."""

    AUDIT_CONFIG: ClassVar[Mapping[str, Any]] = {"TYPES": AuditType, "PROPERTIES": _AUDIT_TYPE_PROPERTIES}
    """The audit types, and the scores that their results must have."""

    AUDIT_STEP_DESTINATION_CONFIGS: ClassVar[Mapping[str, AuditStepDestinationConfig]] = {
        AuditStepDestination.IMPORT_WORKER: AuditStepDestinationConfig(
            import_payload, queue_url("IMPORT_WORKER_QUEUE_URL")
        ),
        AuditStepDestination.CONTENT_SCRAPER: AuditStepDestinationConfig(
            scraper_payload, queue_url("CONTENT_SCRAPER_QUEUE_URL")
        ),
        AuditStepDestination.SCRAPE_CLIENT: AuditStepDestinationConfig(scrape_client_payload),
    }
    """How a step's result is sent to each destination."""

    @staticmethod
    def validate_audit_result(audit_result: Any, audit_type: str) -> bool:
        """Check a result before it is stored.

        A Lighthouse result must have all of its scores, unless it has a runtime error.

        Args:
            audit_result: A mapping or a list.
            audit_type: The type of the audit.

        Returns:
            True.

        Raises:
            ValidationError: The result is neither a mapping nor a list, or lacks a score of its type.
        """
        audit_result = to_jsonable(audit_result)
        if not isinstance(audit_result, dict | list):
            raise ValidationError("Audit result must be an object or array")
        result = audit_result if isinstance(audit_result, dict) else {}
        if isinstance(result.get("runtimeError"), dict):
            return True
        expected = _AUDIT_TYPE_PROPERTIES.get(audit_type, ()) if isinstance(audit_type, str) else ()
        scores = result.get("scores")
        if expected and not isinstance(scores, dict):
            raise ValidationError(f"Missing scores property for audit type '{audit_type}'")
        for name in expected:
            if name not in (scores or ()):
                raise ValidationError(f"Missing expected property '{name}' for audit type '{audit_type}'")
        return True

    def get_scores(self) -> Any:
        """Return the scores of the result, or None."""
        result = self.record.get("audit_result")
        return result.get("scores") if isinstance(result, Mapping) else None


class AuditCollection(BaseCollection[Audit]):
    """All audits."""

    COLLECTION_NAME = "AuditCollection"


def _check_audit_result(audit_result: Any, record: Record) -> Any:
    Audit.validate_audit_result(audit_result, record.get("audit_type", ""))
    return audit_result


def _is_audit_result(value: object) -> bool:
    return isinstance(value, list) or is_non_empty_map(value)


def add_audit_attributes(builder: SchemaBuilder) -> SchemaBuilder:
    """Add the attributes that `Audit` and `LatestAudit` have in common to a schema."""
    return (
        # A set hook receives the record: the required scores depend on the audit's type.
        builder.add_attribute(
            "audit_result", type="any", required=True, validate=_is_audit_result, set=_check_audit_result
        )
        .add_attribute("audit_type", type="string", required=True)
        .add_attribute("full_audit_ref", type="string", required=True)
        .add_attribute("is_live", type="boolean", required=True, default=False)
        .add_attribute("is_error", type="boolean", required=True, default=False)
        .add_attribute("invocation_id", type="string")
    )


schema = (
    add_audit_attributes(
        SchemaBuilder(Audit, AuditCollection)
        .add_reference("belongs_to", "Site", ["audit_type", "audited_at"])
        .add_reference("has_one", "LatestAudit", ["audit_type"], required=False)
        .add_reference("has_many", "Opportunities")
        .allow_updates(False)
        .allow_remove(False)
    )
    .add_attribute("audited_at", type="string", required=True, default=now, validate=is_iso_date)
    .build()
)
