"""The configuration's collection: all its versions, kept in S3."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

import orjson

from spacecat_shared_data_access.errors import DataAccessError, ValidationError, wrap_error
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.datastore import DatastoreType
from spacecat_shared_data_access.models.configuration.bucket import (
    FIRST,
    KEY,
    NOT_THERE,
    ConfigurationObject,
    unchanged,
)
from spacecat_shared_data_access.models.configuration.check import check_configuration
from spacecat_shared_data_access.models.configuration.model import Configuration
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.attribute import MISSING, Missing
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.values import now, to_jsonable, to_timestamp

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.config import DataAccessConfig
    from spacecat_shared_data_access.postgrest.service import Service

_MOST_VERSIONS: Final = 1000
_DEFAULT_VERSIONS: Final = 25
_WHOLE_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]+)")
# What S3 and the clock say of a version, whatever a document brings along.
_NOT_KEPT: Final = frozenset({"configurationId", "createdAt", "updatedAt"})


@dataclass(frozen=True, slots=True)
class ConfigurationVersion:
    """What is known of one version without reading it.

    Attributes:
        version_id: What `find_by_version` takes.
        last_modified: The timestamp of when S3 took it.
        is_latest: Whether it is the present one.
        size: How many bytes it has.
        updated_by: Who made it; None where it was not asked for, or is not known.
        updated_at: The timestamp of when it was made; None as above.
    """

    version_id: str
    last_modified: str | None
    is_latest: bool
    size: int | None
    updated_by: str | None = None
    updated_at: str | None = None


@dataclass(frozen=True, slots=True)
class ConfigurationVersionsPage:
    """One page of versions.

    Attributes:
        versions: The latest first. May be fewer than asked for, or none, though there are more.
        is_truncated: Whether there are more: go on with both markers.
        next_key_marker: What ``key_marker=`` takes to go on; None on the last page.
        next_version_id_marker: What ``version_id_marker=`` takes to go on; None on the last page.
    """

    versions: list[ConfigurationVersion]
    is_truncated: bool
    next_key_marker: str | None
    next_version_id_marker: str | None


@with_async_name
class ConfigurationCollection:
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

    COLLECTION_NAME: ClassVar[str] = "ConfigurationCollection"
    DATASTORE_TYPE: ClassVar[DatastoreType] = DatastoreType.S3

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None:
        self.service = service
        self.config = config
        self.log = log

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""
        return self.service.blocking

    async def create(
        self, data: Mapping[str, Any], *, replacing: Configuration | Missing | None = MISSING
    ) -> Configuration:
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
        stored = self._object
        condition = _condition_for(replacing)
        failed = "Failed to create configuration in S3"
        try:
            document, content = _document_of(data)
        except ValidationError as error:
            message = f"{failed}: {error.message}"
            self.log.error("%s", message)  # noqa: TRY400 - the caller's mistake has no use for our stack
            raise ValidationError(message) from None
        metadata = {
            "updatedby": _as_header(document["updatedBy"]),
            "updatedat": document["updatedAt"],
        }
        with self._translate_errors(failed):
            written = await self.service.to_thread(stored.write, content, metadata, condition)
        self.log.info("Configuration stored in S3 with VersionId %s", written.version_id)
        return Configuration(document, written.version_id, self, written.etag)

    async def find_by_version(self, version: str) -> Configuration | None:
        """Find a version, or None.

        Args:
            version: Its id, as `list_versions` tells it.

        Raises:
            ValidationError: There is no id.
        """
        stored = self._object
        if not version:
            raise ValidationError("version is required")
        version_id = str(version)
        with self._translate_errors(f"Failed to retrieve configuration with version {version_id} from S3"):
            found = await self.service.to_thread(stored.read, version_id)
            if found is not None:
                return Configuration(_read(found.content), version_id, self, found.etag)
        self.log.info("Configuration with version %s not found in S3", version_id)
        return None

    async def find_latest(self) -> Configuration | None:
        """Find the present version; None where there never was one."""
        stored = self._object
        with self._translate_errors("Failed to retrieve configuration from S3"):
            found = await self.service.to_thread(stored.read)
            if found is not None:
                return Configuration(_read(found.content), found.version_id, self, found.etag)
        self.log.info("No configuration found in S3")
        return None

    async def list_versions(
        self,
        *,
        limit: int | str = _DEFAULT_VERSIONS,
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
        stored = self._object
        with self._translate_errors("Failed to list configuration versions from S3"):
            answer = await self.service.to_thread(
                stored.versions, _page_size(limit), key_marker, version_id_marker
            )
        listed = [_version_of(each) for each in answer.get("Versions") or () if each.get("Key") == KEY]
        if detail:
            listed = await self.service.gather([self._detailed(each) for each in listed])
        return ConfigurationVersionsPage(
            versions=listed,
            is_truncated=bool(answer.get("IsTruncated")),
            next_key_marker=answer.get("NextKeyMarker") or None,
            next_version_id_marker=answer.get("NextVersionIdMarker") or None,
        )

    @cached_property
    def _stored(self) -> ConfigurationObject | None:
        config = self.config
        if not config.s3_bucket:
            return None
        return ConfigurationObject(
            config.s3_bucket,
            config.region,
            connect_timeout=config.connect_timeout,
            read_timeout=config.read_timeout,
        )

    @property
    def _object(self) -> ConfigurationObject:
        if self._stored is None:
            raise DataAccessError(
                "S3 configuration is required for Configuration storage. "
                "Ensure S3_CONFIG_BUCKET environment variable is set."
            )
        return self._stored

    async def _detailed(self, version: ConfigurationVersion) -> ConfigurationVersion:
        try:
            metadata = await self.service.to_thread(self._object.metadata, version.version_id)
        except DataAccessError as error:
            # A version may go while it is listed; anything else concerns all of them.
            tell = self.log.warning if error.code in NOT_THERE else self.log.error
            tell(
                "Failed to read metadata for configuration version %s (%s): %s",
                version.version_id,
                error.code or type(error).__name__,
                error.message,
            )
            return version
        return replace(
            version,
            updated_by=_from_header(metadata.get("updatedby")),
            updated_at=metadata.get("updatedat") or None,
        )

    @contextmanager
    def _translate_errors(self, what: str) -> Iterator[None]:
        # What S3 refuses becomes the error that says what failed, logged once.
        try:
            yield
        except DataAccessError as error:
            message = f"{what}: {error.message}"
            self.log.error("%s", message)  # noqa: TRY400 - the cause goes along with the error
            raise wrap_error(message, error) from error

    def __repr__(self) -> str:
        return f"<{type(self).__name__} in {self.config.s3_bucket}>"


def _condition_for(replacing: object) -> Mapping[str, str]:
    if replacing is MISSING:
        return {}
    if replacing is None:
        return FIRST
    if not isinstance(replacing, Configuration):
        raise ValidationError("replacing must be a configuration that was read, or None")
    return unchanged(replacing.etag)


def _document_of(data: object) -> tuple[dict[str, Any], bytes]:
    # What is to be stored, and how it is written.
    if not isinstance(data, Mapping):
        raise ValidationError("data must be a mapping")
    given = {snake_to_camel(name): value for name, value in to_jsonable(data).items()}
    moment = now()
    document = {
        **{name: value for name, value in given.items() if name not in _NOT_KEPT},
        "createdAt": moment,
        "updatedAt": moment,
        "updatedBy": given.get("updatedBy") or "system",
    }
    check_configuration(document)
    try:
        return document, orjson.dumps(document)
    except orjson.JSONEncodeError as error:
        raise ValidationError(f"it cannot be written as JSON: {error}") from error


def _read(content: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise DataAccessError("the object is not JSON", cause=error) from error
    if not isinstance(document, dict):
        raise DataAccessError("the object is not a JSON object")
    return document


def _version_of(listed: Mapping[str, Any]) -> ConfigurationVersion:
    modified = listed.get("LastModified")
    return ConfigurationVersion(
        version_id=listed["VersionId"],
        last_modified=to_timestamp(modified) if isinstance(modified, datetime) else modified,
        is_latest=bool(listed.get("IsLatest")),
        size=listed.get("Size"),
    )


def _page_size(limit: object) -> int:
    # As JavaScript's parseInt reads it: a service may hand on what a query string says.
    match = _WHOLE_NUMBER.match(str(limit))
    return min(max(int(match[1]), 1), _MOST_VERSIONS) if match else _DEFAULT_VERSIONS


def _as_header(value: object) -> str:
    # S3's metadata are headers: what is not plain ASCII is written as RFC 2047 says.
    text = str(value)
    if text.isascii() and text.isprintable():
        return text
    return f"=?UTF-8?B?{b64encode(text.encode()).decode()}?="


def _from_header(value: str | None) -> str | None:
    if not value or not value.startswith("=?"):
        return value or None
    try:
        return str(make_header(decode_header(value)))
    except (MessageError, LookupError, UnicodeError):
        return value


bridge_methods(ConfigurationCollection)
