"""The opportunity types whose suggestion data has a schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from spacecat_shared_data_access.models.suggestion.projections import Projection
from spacecat_shared_data_access.schema.values import to_jsonable


@dataclass(frozen=True, slots=True)
class DataSchema:
    """The schema of the suggestion data of one opportunity type.

    Attributes:
        opportunity_type: Such as ``cwv``.
        projections: The part of the data that each view shows.
    """

    opportunity_type: str
    projections: Mapping[str, Projection]

    def validate(self, data: Any) -> None:
        """Check a suggestion's data.

        Args:
            data: The data to be stored, a mapping.

        Raises:
            ValidationError: The data is invalid. The message gives the path to the first invalid value.
        """
        # Importing pydantic's models is the slowest part of a cold start: only when there is data to check.
        from spacecat_shared_data_access.models.suggestion.data import (  # noqa: PLC0415 - see above
            check_data,
        )

        check_data(to_jsonable(data), self.opportunity_type)


def _schema(opportunity_type: str, *fields: str, **transformers: str) -> tuple[str, DataSchema]:
    minimal: Projection = {"fields": list(fields), "transformers": transformers}
    return opportunity_type, DataSchema(opportunity_type, {"minimal": minimal})


DATA_SCHEMAS: Final[Mapping[str, DataSchema]] = dict(
    [
        _schema("structured-data", "url"),
        _schema("a11y-color-contrast", "url", "issues", issues="filterIssuesOccurrences"),
        _schema("a11y-assistive", "url", "issues", issues="filterIssuesOccurrences"),
        _schema("cwv", "url", "type", "metrics", "issues", metrics="filterCwvMetrics"),
        _schema("alt-text", "recommendations", recommendations="extractPageUrlFromRecommendations"),
        _schema("security-permissions", "path"),
        _schema("security-vulnerabilities", "cves", cves="extractCveUrls"),
        _schema("form-accessibility", "url", "source", "issues", issues="filterIssuesOccurrences"),
        _schema("canonical", "url"),
        _schema("headings", "url"),
        _schema("hreflang", "url"),
        _schema("meta-tags", "url"),
        _schema("sitemap", "sitemapUrl", "pageUrl"),
        _schema("broken-backlinks", "url_from", "url_to", "urlFrom", "urlTo"),
        _schema("broken-internal-links", "url_from", "url_to", "urlFrom", "urlTo"),
        _schema("prerender", "url"),
        _schema("high-organic-low-ctr"),
        _schema("llm-blocked"),
        _schema("sitemap-product-coverage", "url"),
        _schema("redirect-chains", "sourceUrl", "destinationUrl", "finalUrl"),
        _schema("consent-banner", "mobile", "desktop", "recommendations", "impact"),
    ]
)
"""By opportunity type."""
