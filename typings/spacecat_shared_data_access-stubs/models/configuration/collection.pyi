# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Mapping
from dataclasses import dataclass
from logging import Logger
from typing import Any, ClassVar

from spacecat_shared_data_access.config import DataAccessConfig
from spacecat_shared_data_access.models.base.datastore import DatastoreType
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
    def create(
        self, data: Mapping[str, Any], *, replacing: Configuration | Missing | None = ...
    ) -> Configuration: ...
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
    """All versions of the configuration: one document in S3, whose bucket keeps every version.

    Needs the bucket (``s3_bucket``, in the environment S3_CONFIG_BUCKET) and the extra ``s3``, which brings
    boto3. With asyncio, what talks to S3 runs in a thread. A call that fails for want of a connection or of
    a name's address, and one that S3 asks to repeat, is tried four times in all.

    Args:
        service: What runs the calls.
        config: Where the document is, and how long to wait.
        log: Where to write what happens.

    Raises (each of its methods):
        DataAccessError: S3 is not configured, boto3 is missing, or S3 refused; the message says what
            could not be done.
        AccessDeniedError: The credentials may not do this.
        UnavailableError: S3 could not be reached or could not answer.
    """

    service: Service
    config: DataAccessConfig
    log: Logger
    COLLECTION_NAME: ClassVar[str]
    DATASTORE_TYPE: ClassVar[DatastoreType]

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None: ...
    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""

    async def create(
        self, data: Mapping[str, Any], *, replacing: AsyncConfiguration | Missing | None = ...
    ) -> AsyncConfiguration:
        """Store a new version.

        To change a configuration, read it, change it and `save` it: a change that somebody else stored in
        the meantime is then never overwritten. To store a whole document with the same guarantee, pass what
        `find_latest` returned as ``replacing``.

        Args:
            data: The document, by JSON or by Python name. Its id and its timestamps are made anew;
                without ``updated_by`` it is ``system``.
            replacing: The version that the new one replaces, which must still be the latest; None if there
                must be none yet. By default the latest version is replaced, whichever it is.

        Returns:
            The new version.

        Raises:
            ValidationError: It is not what a configuration must be; nothing was sent.
            ConflictError: The latest version is another one than ``replacing``; nothing was stored, unless
                ``in_doubt`` says that this is not known.
        """

    async def find_by_version(self, version: str) -> AsyncConfiguration | None:
        """Find a version, or None.

        Args:
            version: Its id, as `list_versions` tells it.

        Raises:
            ValidationError: There is no id.
        """

    async def find_latest(self) -> AsyncConfiguration | None:
        """Find the present version; None where there never was one."""

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
            limit: At most so many, from 1 to 1,000; brought into that range, and 25 where it is no number.
            key_marker: Where to go on, as the page before says.
            version_id_marker: As above.
            detail: Whether to ask who made each version, and when: a request each, a few at a time.
                Where that fails the listing goes on without, and the log says so.
        """
