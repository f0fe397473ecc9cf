"""The types of opportunity whose suggestions' data are described."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from spacecat_shared_data_access.models.suggestion.projections import Projection
from spacecat_shared_data_access.schema.values import plain

CWV_METRIC_TYPES: Final = ("lcp", "cls", "inp")
"""What an issue of ``cwv`` data may be about."""


@dataclass(frozen=True, slots=True)
class DataSchema:
    """What is known about the data of one type of opportunity's suggestions.

    Attributes:
        opportunity_type: Such as ``cwv``.
        projections: What each view shows of the data.
    """

    opportunity_type: str
    projections: Mapping[str, Projection]

    def validate(self, data: Any) -> None:
        """Check data.

        Args:
            data: A mapping, as it is to be stored.

        Raises:
            ValidationError: Names the first value that is wrong, by its path.
        """
        # pydantic's models cost a cold start more than all else here: they are imported when needed.
        from spacecat_shared_data_access.models.suggestion.data import (  # noqa: PLC0415 - see above
            check_data,
        )

        check_data(plain(data), self.opportunity_type)


def _described(opportunity_type: str, *fields: str, **transformers: str) -> tuple[str, DataSchema]:
    minimal: Projection = {"fields": list(fields), "transformers": transformers}
    return opportunity_type, DataSchema(opportunity_type, {"minimal": minimal})


DATA_SCHEMAS: Final[Mapping[str, DataSchema]] = dict(
    [
        _described("structured-data", "url"),
        _described("a11y-color-contrast", "url", "issues", issues="filterIssuesOccurrences"),
        _described("a11y-assistive", "url", "issues", issues="filterIssuesOccurrences"),
        _described("cwv", "url", "type", "metrics", "issues", metrics="filterCwvMetrics"),
        _described("alt-text", "recommendations", recommendations="extractPageUrlFromRecommendations"),
        _described("security-permissions", "path"),
        _described("security-vulnerabilities", "cves", cves="extractCveUrls"),
        _described("form-accessibility", "url", "source", "issues", issues="filterIssuesOccurrences"),
        _described("canonical", "url"),
        _described("headings", "url"),
        _described("hreflang", "url"),
        _described("meta-tags", "url"),
        _described("sitemap", "sitemapUrl", "pageUrl"),
        _described("broken-backlinks", "url_from", "url_to", "urlFrom", "urlTo"),
        _described("broken-internal-links", "url_from", "url_to", "urlFrom", "urlTo"),
        _described("prerender", "url"),
        _described("high-organic-low-ctr"),
        _described("llm-blocked"),
        _described("sitemap-product-coverage", "url"),
        _described("redirect-chains", "sourceUrl", "destinationUrl", "finalUrl"),
        _described("consent-banner", "mobile", "desktop", "recommendations", "impact"),
    ]
)
"""By type of opportunity."""
