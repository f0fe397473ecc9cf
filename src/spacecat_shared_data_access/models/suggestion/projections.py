"""Projections: the part of a suggestion's data that a view shows, and the functions that reduce it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypedDict


class Projection(TypedDict):
    """The part of a suggestion's data that a view shows.

    Attributes:
        fields: The keys to show.
        transformers: By key, the name in `FIELD_TRANSFORMERS` of the function to apply to its value.
    """

    fields: list[str]
    transformers: dict[str, str]


def _pick(items: Any, keys: tuple[str, ...]) -> Any:
    if not isinstance(items, list | tuple):
        return items
    return [
        {key: item[key] for key in keys if key in item} if isinstance(item, Mapping) else {} for item in items
    ]


FIELD_TRANSFORMERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "filterIssuesOccurrences": partial(_pick, keys=("occurrences",)),
    "filterCwvMetrics": partial(_pick, keys=("deviceType", "lcp", "inp", "cls")),
    "extractPageUrlFromRecommendations": partial(_pick, keys=("pageUrl", "isDecorative", "hasAltAttribute")),
    "extractCveUrls": partial(_pick, keys=("url",)),
}
"""By the name used in projections: functions that reduce the items of a list to the keys that a listing shows.

They return anything but a list unchanged.
"""

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
