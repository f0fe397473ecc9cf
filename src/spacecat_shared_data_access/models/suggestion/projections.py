"""Projections: the part of a suggestion's data that a view shows, and the functions that reduce it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypedDict


class Projection(TypedDict):
    """The part of a suggestion's data that a view shows.

    Attributes:
        fields: The keys to show.
        transformers: By key, the name in `FIELD_TRANSFORMERS` of the function to apply to its value.
    """

    fields: list[str]
    transformers: dict[str, str]


def filter_issues_occurrences(issues: Any) -> Any:
    """Return each issue's number of occurrences. Like every transformer, return non-lists unchanged."""
    return _pick(issues, "occurrences")


def filter_cwv_metrics(metrics: Any) -> Any:
    """Return each device's core web vitals."""
    return _pick(metrics, "deviceType", "lcp", "inp", "cls")


def extract_page_url_from_recommendations(recommendations: Any) -> Any:
    """Return each recommendation's page and the flags by which a listing filters images."""
    return _pick(recommendations, "pageUrl", "isDecorative", "hasAltAttribute")


def extract_cve_urls(cves: Any) -> Any:
    """Return each vulnerability's URL."""
    return _pick(cves, "url")


def _pick(items: Any, *keys: str) -> Any:
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
"""By the name used in projections."""

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
"""By view, the projection of data without a schema: its URLs and paths."""
