from spacecat_shared_data_access.models.configuration.collection import (
    AsyncConfigurationCollection,
    ConfigurationCollection,
    ConfigurationVersion,
    ConfigurationVersionsPage,
    check_configuration,
)
from spacecat_shared_data_access.models.configuration.model import AsyncConfiguration, Configuration

__all__ = [
    "AsyncConfiguration",
    "AsyncConfigurationCollection",
    "Configuration",
    "ConfigurationCollection",
    "ConfigurationVersion",
    "ConfigurationVersionsPage",
    "check_configuration",
]
