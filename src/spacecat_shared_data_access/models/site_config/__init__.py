"""The configuration of sites and organizations."""

from typing import Any, Final

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
from spacecat_shared_data_access.schema.validation import is_non_empty_map

CONFIG_ATTRIBUTE: Final[dict[str, Any]] = {
    "type": "any",
    "required": True,
    "default": DEFAULT_CONFIG,
    "validate": lambda config: is_non_empty_map(validate_configuration(config)),
    "get": Config.of_stored,
}
"""The declaration of the attribute ``config``."""

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
