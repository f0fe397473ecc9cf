"""Projections: which part of a suggestion's data a view shows, and how it is cut down."""

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

def filter_cwv_metrics(metrics: Any) -> Any:
    """Keep of each device's metrics the core web vitals."""

def extract_page_url_from_recommendations(recommendations: Any) -> Any:
    """Keep of each recommendation its page, and what a listing filters images by."""

def extract_cve_urls(cves: Any) -> Any:
    """Keep of each vulnerability its address."""

FIELD_TRANSFORMERS: Final[Mapping[str, Callable[[Any], Any]]]
"By the names that projections call them."
FALLBACK_PROJECTION: Final[Mapping[str, Projection]]
"What is shown of data that nobody has described: its addresses, by view."
