"""Pydantic models of suggestion data. Imported on first use, because importing pydantic is slow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.suggestion.data.accessibility import (
    AccessibilityData,
    AltTextData,
    FormAccessibilityData,
)
from spacecat_shared_data_access.models.suggestion.data.experience import ConsentBannerData, LowCtrData
from spacecat_shared_data_access.models.suggestion.data.links import (
    BacklinkData,
    InternalLinkData,
    RedirectChainData,
)
from spacecat_shared_data_access.models.suggestion.data.search import (
    CanonicalData,
    HeadingsData,
    HreflangData,
    LlmBlockedData,
    MetaTagsData,
    PrerenderData,
    ProductCoverageData,
    SitemapErrorData,
    SitemapPageData,
    StructuredData,
)
from spacecat_shared_data_access.models.suggestion.data.security import PermissionsData, VulnerabilitiesData
from spacecat_shared_data_access.models.suggestion.data.vitals import CwvData
from spacecat_shared_data_access.schema.data_types import Data, complaint

MODELS: Final[Mapping[str, type[Data]]] = {
    "structured-data": StructuredData,
    "a11y-color-contrast": AccessibilityData,
    "a11y-assistive": AccessibilityData,
    "cwv": CwvData,
    "alt-text": AltTextData,
    "security-permissions": PermissionsData,
    "security-vulnerabilities": VulnerabilitiesData,
    "form-accessibility": FormAccessibilityData,
    "canonical": CanonicalData,
    "headings": HeadingsData,
    "hreflang": HreflangData,
    "meta-tags": MetaTagsData,
    "sitemap": SitemapPageData,
    "broken-backlinks": BacklinkData,
    "broken-internal-links": InternalLinkData,
    "prerender": PrerenderData,
    "high-organic-low-ctr": LowCtrData,
    "llm-blocked": LlmBlockedData,
    "sitemap-product-coverage": ProductCoverageData,
    "redirect-chains": RedirectChainData,
    "consent-banner": ConsentBannerData,
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
        return SitemapErrorData
    return MODELS[opportunity_type]
