"""Projections: which part of a suggestion's data a view shows, and how it is cut down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypedDict


class Projection(TypedDict):
    """What a view shows of a suggestion's data.

    Attributes:
        fields: The keys of the data.
        transformers: For a key, the name of the `FIELD_TRANSFORMERS` that its value goes through.
    """

    fields: list[str]
    transformers: dict[str, str]


def filter_issues_occurrences(issues: Any) -> Any:
    """Keep of each issue how often it occurs. What is no list comes back as it is, as with all of these."""
    return _each_with(issues, "occurrences")


def filter_cwv_metrics(metrics: Any) -> Any:
    """Keep of each device's metrics the core web vitals."""
    return _each_with(metrics, "deviceType", "lcp", "inp", "cls")


def extract_page_url_from_recommendations(recommendations: Any) -> Any:
    """Keep of each recommendation its page, and what a listing filters images by."""
    return _each_with(recommendations, "pageUrl", "isDecorative", "hasAltAttribute")


def extract_cve_urls(cves: Any) -> Any:
    """Keep of each vulnerability its address."""
    return _each_with(cves, "url")


def _each_with(items: Any, *keys: str) -> Any:
    if not isinstance(items, list | tuple):
        return items
    return [
        {key: item[key] for key in keys if key in item} if isinstance(item, Mapping) else {} for item in items
    ]


FIELD_TRANSFORMERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "filterIssuesOccurrences": filter_issues_occurrences,
    "filterCwvMetrics": filter_cwv_metrics,
    "extractPageUrlFromRecommendations": extract_page_url_from_recommendations,
    "extractCveUrls": extract_cve_urls,
}
"""By the names that projections call them."""

FALLBACK_PROJECTION: Final[Mapping[str, Projection]] = {
    "minimal": {
        "fields": [
            "url",
            "urls",
            "urlFrom",
            "urlTo",
            "url_from",
            "url_to",
            "urlsSuggested",
            "pageUrl",
            "sitemapUrl",
            "pattern",
            "link",
            "path",
            "sourceUrl",
            "destinationUrl",
            "suggestionValue",
        ],
        "transformers": {},
    },
}
"""What is shown of data that nobody has described: its addresses, by view."""
