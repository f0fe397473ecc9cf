"""The configuration of sites and organizations."""

from spacecat_shared_data_access.models.site_config.audit_targets import AuditTargetSource
from spacecat_shared_data_access.models.site_config.config import DEFAULT_CONFIG, Config
from spacecat_shared_data_access.models.site_config.import_types import (
    DEFAULT_IMPORT_CONFIGS,
    IMPORT_DESTINATIONS,
    IMPORT_SOURCES,
    IMPORT_TYPES,
    ImportDestination,
    ImportSource,
    ImportType,
)
from spacecat_shared_data_access.models.site_config.state import validate_configuration
from spacecat_shared_data_access.models.site_config.tags import extract_well_known_tags

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
