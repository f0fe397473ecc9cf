"""Configuration: the settings that all services share, one versioned document in S3."""

from spacecat_shared_data_access.models.base.async_names import export_async_names
from spacecat_shared_data_access.models.configuration.collection import (
    ConfigurationCollection,
    ConfigurationVersion,
    ConfigurationVersionsPage,
    check_configuration,
)
from spacecat_shared_data_access.models.configuration.model import Configuration

__all__ = [
    "Configuration",
    "ConfigurationCollection",
    "ConfigurationVersion",
    "ConfigurationVersionsPage",
    "check_configuration",
]

export_async_names(__name__)
