"""The configuration of sites and organizations."""

from spacecat_shared_data_access.models.site_config.config import Config
from spacecat_shared_data_access.models.site_config.constants import (
    DEFAULT_CONFIG,
    DEFAULT_IMPORT_CONFIGS,
    IMPORT_DESTINATIONS,
    IMPORT_SOURCES,
    IMPORT_TYPES,
    AuditTargetSource,
    ImportDestination,
    ImportSource,
    ImportType,
)
from spacecat_shared_data_access.models.site_config.tags import extract_well_known_tags
from spacecat_shared_data_access.models.site_config.validation import validate_configuration

__all__ = [
    "DEFAULT_CONFIG",
    "DEFAULT_IMPORT_CONFIGS",
    "IMPORT_DESTINATIONS",
    "IMPORT_SOURCES",
    "IMPORT_TYPES",
    "AuditTargetSource",
    "Config",
    "ImportDestination",
    "ImportSource",
    "ImportType",
    "extract_well_known_tags",
    "validate_configuration",
]
