"""The imports that a site's configuration may have, and what they are by default."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final


class ImportType(StrEnum):
    """What an import brings in."""

    ORGANIC_KEYWORDS = "organic-keywords"
    ORGANIC_KEYWORDS_NONBRANDED = "organic-keywords-nonbranded"
    ORGANIC_KEYWORDS_AI_OVERVIEW = "organic-keywords-ai-overview"
    ORGANIC_KEYWORDS_FEATURE_SNIPPETS = "organic-keywords-feature-snippets"
    ORGANIC_KEYWORDS_QUESTIONS = "organic-keywords-questions"
    ORGANIC_TRAFFIC = "organic-traffic"
    TOP_PAGES = "top-pages"
    AHREF_PAID_PAGES = "ahref-paid-pages"
    ALL_TRAFFIC = "all-traffic"
    CWV_DAILY = "cwv-daily"
    CWV_WEEKLY = "cwv-weekly"
    TRAFFIC_ANALYSIS = "traffic-analysis"
    TOP_FORMS = "top-forms"
    CODE = "code"
    USER_ENGAGEMENT = "user-engagement"
    CWV_TRENDS_DAILY = "cwv-trends-daily"
    CWV_TRENDS_ONBOARD = "cwv-trends-onboard"


class ImportDestination(StrEnum):
    """Where an import's data go."""

    DEFAULT = "default"


class ImportSource(StrEnum):
    """Where an import's data come from."""

    SEO = "seo"
    GSC = "google"
    RUM = "rum"


IMPORT_TYPES: Final = ImportType
"""`ImportType` under the original's name."""

IMPORT_DESTINATIONS: Final = ImportDestination
"""`ImportDestination` under the original's name."""

IMPORT_SOURCES: Final = ImportSource
"""`ImportSource` under the original's name."""


def _default(import_type: ImportType, source: ImportSource, **more: str) -> dict[str, Any]:
    return {
        "type": import_type.value,
        "destinations": [ImportDestination.DEFAULT.value],
        "sources": [source.value],
        "enabled": True,
        **more,
    }


# A code import is made by other means: it has no default, and cannot be enabled here.
DEFAULT_IMPORT_CONFIGS: Final[Mapping[str, dict[str, Any]]] = {
    each["type"]: each
    for each in (
        _default(ImportType.ORGANIC_KEYWORDS, ImportSource.SEO),
        _default(ImportType.ORGANIC_KEYWORDS_NONBRANDED, ImportSource.SEO),
        _default(ImportType.ORGANIC_KEYWORDS_AI_OVERVIEW, ImportSource.SEO),
        _default(ImportType.ORGANIC_KEYWORDS_FEATURE_SNIPPETS, ImportSource.SEO),
        _default(ImportType.ORGANIC_KEYWORDS_QUESTIONS, ImportSource.SEO),
        _default(ImportType.ORGANIC_TRAFFIC, ImportSource.SEO),
        _default(ImportType.ALL_TRAFFIC, ImportSource.RUM),
        _default(ImportType.TOP_PAGES, ImportSource.SEO, geo="global"),
        _default(ImportType.AHREF_PAID_PAGES, ImportSource.SEO),
        _default(ImportType.CWV_DAILY, ImportSource.RUM),
        _default(ImportType.CWV_WEEKLY, ImportSource.RUM),
        _default(ImportType.TRAFFIC_ANALYSIS, ImportSource.RUM),
        _default(ImportType.TOP_FORMS, ImportSource.RUM),
        _default(ImportType.USER_ENGAGEMENT, ImportSource.RUM),
        _default(ImportType.CWV_TRENDS_DAILY, ImportSource.RUM),
        _default(ImportType.CWV_TRENDS_ONBOARD, ImportSource.RUM),
    )
}
"""By type, what `Config.enable_import` begins with."""
