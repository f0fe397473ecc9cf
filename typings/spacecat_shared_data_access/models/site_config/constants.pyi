"""Constants of configurations: keys, sources of audit targets, and the types and defaults of imports."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

DEFAULT_CONFIG: Final[Mapping[str, Any]]
"The configuration of a site or organization that is created without one."
STORED_KEYS: Final[tuple[str, ...]]
"The keys of a configuration that are stored."

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

IMPORT_TYPES: Final[type[ImportType]]
"`ImportType` under the original's name."
IMPORT_DESTINATIONS: Final[type[ImportDestination]]
"`ImportDestination` under the original's name."
IMPORT_SOURCES: Final[type[ImportSource]]
"`ImportSource` under the original's name."
DEFAULT_IMPORT_CONFIGS: Final[Mapping[str, dict[str, Any]]]
"By type, the import that `Config.enable_import` adds unless overridden."
