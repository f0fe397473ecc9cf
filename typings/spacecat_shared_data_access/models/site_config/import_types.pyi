"""The imports that a site's configuration may have, and what they are by default."""

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

IMPORT_TYPES: Final[type[ImportType]]
"`ImportType` under the original's name."
IMPORT_DESTINATIONS: Final[type[ImportDestination]]
"`ImportDestination` under the original's name."
IMPORT_SOURCES: Final[type[ImportSource]]
"`ImportSource` under the original's name."
DEFAULT_IMPORT_CONFIGS: Final[Mapping[str, dict[str, Any]]]
"By type, what `Config.enable_import` begins with."
