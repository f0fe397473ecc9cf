"""Pydantic models of suggestion data. Imported on first use, because importing pydantic is slow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.suggestion.data import (
    accessibility,
    experience,
    links,
    search,
    security,
    vitals,
)
from spacecat_shared_data_access.schema.data_types import Data, complaint

MODELS: Final[Mapping[str, type[Data]]] = {
    "structured-data": search.StructuredData,
    "a11y-color-contrast": accessibility.AccessibilityData,
    "a11y-assistive": accessibility.AccessibilityData,
    "cwv": vitals.CwvData,
    "alt-text": accessibility.AltTextData,
    "security-permissions": security.PermissionsData,
    "security-vulnerabilities": security.VulnerabilitiesData,
    "form-accessibility": accessibility.FormAccessibilityData,
    "canonical": search.CanonicalData,
    "headings": search.HeadingsData,
    "hreflang": search.HreflangData,
    "meta-tags": search.MetaTagsData,
    "sitemap": search.SitemapPageData,
    "broken-backlinks": links.BacklinkData,
    "broken-internal-links": links.InternalLinkData,
    "prerender": search.PrerenderData,
    "high-organic-low-ctr": experience.LowCtrData,
    "llm-blocked": search.LlmBlockedData,
    "sitemap-product-coverage": search.ProductCoverageData,
    "redirect-chains": links.RedirectChainData,
    "consent-banner": experience.ConsentBannerData,
}
"""By opportunity type, the model of its suggestions' data."""


def check_data(data: Any, opportunity_type: str) -> None:
    """Check a suggestion's data for `Suggestion.validate_data`.

    Args:
        data: Plain JSON.
        opportunity_type: A key of `MODELS`.

    Raises:
        ValidationError: The data is invalid. The message gives the path to the first invalid value.
    """
    try:
        _model_for(data, opportunity_type).model_validate(data)
    except PydanticError as error:
        message = f"Invalid data for opportunity type {opportunity_type}: {complaint(error)}"
        raise ValidationError(message) from None


def _model_for(data: Any, opportunity_type: str) -> type[Data]:
    if opportunity_type == "sitemap" and isinstance(data, dict) and data.get("type") == "error":
        return search.SitemapErrorData
    return MODELS[opportunity_type]
