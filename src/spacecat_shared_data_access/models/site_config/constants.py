"""Constants of configurations: keys, sources of audit targets, and the types and defaults of imports."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

DEFAULT_CONFIG: Final[Mapping[str, Any]] = {"slack": {}, "handlers": {}}
"""The configuration of a site or organization that is created without one."""

STORED_KEYS: Final = (
    "slack",
    "handlers",
    "defaults",
    "contentAiConfig",
    "imports",
    "fetchConfig",
    "brandConfig",
    "brandProfile",
    "cdnLogsConfig",
    "scraperConfig",
    "llmo",
    "tokowakaConfig",
    "edgeOptimizeConfig",
    "onboardConfig",
    "commerceLlmoConfig",
    "rumConfig",
    "auditTargetURLs",
)
"""The keys of a configuration that are stored."""


class AuditTargetSource(StrEnum):
    """Where an audit target comes from."""

    MANUAL = "manual"
    MONEY_PAGES = "moneyPages"


class ImportType(StrEnum):
    """The data that an import fetches."""

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
    """Where an import stores its data."""

    DEFAULT = "default"


class ImportSource(StrEnum):
    """Where an import gets its data."""

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


# Code imports are set up elsewhere: they have no default and cannot be enabled by `Config.enable_import`.
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
"""By type, the import that `Config.enable_import` adds unless overridden."""
