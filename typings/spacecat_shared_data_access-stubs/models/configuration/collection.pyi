# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Mapping
from dataclasses import dataclass
from logging import Logger
from typing import Any, ClassVar

from spacecat_shared_data_access.config import DataAccessConfig
from spacecat_shared_data_access.models.base import DatastoreType
from spacecat_shared_data_access.models.configuration.model import AsyncConfiguration, Configuration
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.schema.attribute import Missing

@dataclass(frozen=True, slots=True)
class ConfigurationVersion:
    version_id: str
    last_modified: str | None
    is_latest: bool
    size: int | None
    updated_by: str | None = None
    updated_at: str | None = None

@dataclass(frozen=True, slots=True)
class ConfigurationVersionsPage:
    versions: list[ConfigurationVersion]
    is_truncated: bool
    next_key_marker: str | None
    next_version_id_marker: str | None

class ConfigurationCollection:
    service: Service
    config: DataAccessConfig
    log: Logger
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None: ...
    @property
    def blocking(self) -> bool: ...
    def create(self, data: Mapping[str, Any], *, replacing: Configuration | Missing | None = ...) -> Configuration: ...
    def find_by_version(self, version: str) -> Configuration | None: ...
    def find_latest(self) -> Configuration | None: ...
    def list_versions(
        self,
        *,
        limit: int | str = ...,
        key_marker: str | None = None,
        version_id_marker: str | None = None,
        detail: bool = True,
    ) -> ConfigurationVersionsPage: ...

class AsyncConfigurationCollection:
    """All versions of the configuration, which is one document in a versioned S3 bucket.

    This needs the bucket (``s3_bucket``, in the environment S3_CONFIG_BUCKET) and the extra ``s3``, which
    installs boto3. With asyncio, requests to S3 run in a thread. Connection errors, failures of name resolution
    and responses that ask for a retry are retried up to three times.

    Args:
        service: Runs the requests, blocking or in a thread.
        config: The bucket, the region and the timeouts.
        log: The logger.

    Raises (each of its methods):
        DataAccessError: S3 is not configured, boto3 is missing, the request could not be made, or S3 rejected
            it; the message says which operation failed. Or the data access is closed.
        AccessDeniedError: The credentials lack the permission.
        UnavailableError: S3 could not be reached or could not respond.
    """

    service: Service
    config: DataAccessConfig
    log: Logger
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None: ...
    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; else they return an awaitable."""

    async def create(
        self, data: Mapping[str, Any], *, replacing: AsyncConfiguration | Missing | None = ...
    ) -> AsyncConfiguration:
        """Store a new version.

        To change a configuration, read it, change it and `save` it: `save` never overwrites a version that was
        stored in the meantime. To store a whole document with the same guarantee, pass the result of
        `find_latest` as ``replacing``.

        Args:
            data: The document, by JSON or by Python name. The ID and the timestamps are generated; the default
                of ``updated_by`` is ``system``.
            replacing: The version that the new one replaces, which must still be the latest; None if there
                must not be any yet. By default the latest version is replaced, whichever it is.

        Returns:
            The new version.

        Raises:
            ValidationError: The document is invalid; nothing was sent.
            ConflictError: ``replacing`` is not the latest version. Nothing was stored, unless ``in_doubt`` is
                true: then this is unknown.
        """

    async def find_by_version(self, version: str) -> AsyncConfiguration | None:
        """Find a version. Return None if it does not exist.

        Args:
            version: The version's ID, as in `list_versions`.

        Raises:
            ValidationError: The ID is empty or not text; nothing was sent.
        """

    async def find_latest(self) -> AsyncConfiguration | None:
        """Find the latest version. Return None if there is none."""

    async def list_versions(
        self,
        *,
        limit: int | str = ...,
        key_marker: str | None = None,
        version_id_marker: str | None = None,
        detail: bool = True,
    ) -> ConfigurationVersionsPage:
        """List versions, the latest first, without reading them.

        Args:
            limit: The maximum number of versions, from 1 to 1,000. A number out of range is limited to it; text
                that does not begin with a number means 25.
            key_marker: The previous page's ``next_key_marker``, or None.
            version_id_marker: The previous page's ``next_version_id_marker``, or None.
            detail: Whether to read who created each version and when, which takes one request per version. If
                that fails, these values are None and the failure is logged.

        Raises:
            ValidationError: An argument has a wrong type; nothing was sent.
        """

def check_configuration(data: object = ...) -> dict[str, Any] | None: ...
