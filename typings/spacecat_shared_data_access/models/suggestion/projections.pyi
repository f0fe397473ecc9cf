"""Projections: the part of a suggestion's data that a view shows, and the functions that reduce it."""

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

def filter_cwv_metrics(metrics: Any) -> Any:
    """Return each device's core web vitals."""

def extract_page_url_from_recommendations(recommendations: Any) -> Any:
    """Return each recommendation's page and the flags by which a listing filters images."""

def extract_cve_urls(cves: Any) -> Any:
    """Return each vulnerability's URL."""

FIELD_TRANSFORMERS: Final[Mapping[str, Callable[[Any], Any]]]
"By the name used in projections."
FALLBACK_PROJECTION: Final[Mapping[str, Projection]]
"By view, the projection of data without a schema: its URLs and paths."
