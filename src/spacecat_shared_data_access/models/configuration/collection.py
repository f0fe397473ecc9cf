"""The collection of the configuration: all of its versions, in S3."""

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
from spacecat_shared_data_access.models.arguments import optional_text
from spacecat_shared_data_access.models.base import DatastoreType
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.configuration.bucket import (
    FIRST,
    KEY,
    NOT_FOUND,
    ConfigurationObject,
    unchanged,
)
from spacecat_shared_data_access.models.configuration.changes import check_flag
from spacecat_shared_data_access.models.configuration.model import Configuration
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_call_failed, log_fields
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.attribute import MISSING, Missing
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.validation import has_text, is_integer, is_number
from spacecat_shared_data_access.schema.values import now, to_jsonable, to_timestamp

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.config import DataAccessConfig
    from spacecat_shared_data_access.postgrest.service import Service

_MAX_VERSIONS: Final = 1000
_DEFAULT_VERSIONS: Final = 25
_WHOLE_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]+)")
# Generated for each version. The document's own values are ignored.
_GENERATED: Final = frozenset({"configurationId", "createdAt", "updatedAt"})


@dataclass(frozen=True, slots=True)
class ConfigurationVersion:
    """One version in a listing, without its content.

    Attributes:
        version_id: The version's ID, for `find_by_version`.
        last_modified: The timestamp at which S3 stored it.
        is_latest: Whether it is the latest version.
        size: Its size in bytes.
        updated_by: Who created it; None if it is unknown or ``detail`` is false.
        updated_at: The timestamp at which it was created; None as for `updated_by`.
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
        versions: The versions, the latest first. A page may have fewer than ``limit``, or none, although more
            pages follow.
        is_truncated: Whether more pages follow.
        next_key_marker: The ``key_marker`` of the next page; None on the last page.
        next_version_id_marker: The ``version_id_marker`` of the next page; None on the last page.
    """

    versions: list[ConfigurationVersion]
    is_truncated: bool
    next_key_marker: str | None
    next_version_id_marker: str | None


@with_async_name
class ConfigurationCollection:
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

    COLLECTION_NAME: ClassVar[str] = "ConfigurationCollection"
    DATASTORE_TYPE: ClassVar[DatastoreType] = DatastoreType.S3

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None:
        self.service = service
        self.config = config
        self.log = log

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; else they return an awaitable."""
        return self.service.blocking

    async def create(
        self, data: Mapping[str, Any], *, replacing: Configuration | Missing | None = MISSING
    ) -> Configuration:
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
        stored = self._opened()
        condition = _condition_for(replacing)
        failure = "Failed to create configuration in S3"
        try:
            document, content = _document_of(data)
        except ValidationError as error:
            message = f"{failure}: {error.message}"
            self.log.error(  # noqa: TRY400 - caller error: a traceback would not help
                "%s", message, extra=log_fields(LogEvent.INVALID_ARGUMENTS, entity="configuration")
            )
            raise ValidationError(message) from None
        metadata = {
            "updatedby": _as_header(document["updatedBy"]),
            "updatedat": document["updatedAt"],
        }
        with self._translate_errors(failure):
            written = await self.service.to_thread(stored.write, content, metadata, condition)
        self.log.info(
            "Configuration stored in S3 with VersionId %s",
            written.version_id,
            extra=log_fields(LogEvent.CONFIGURATION_STORED, version_id=written.version_id),
        )
        return Configuration(document, written.version_id, self, written.etag)

    async def find_by_version(self, version: str) -> Configuration | None:
        """Find a version. Return None if it does not exist.

        Args:
            version: The version's ID, as in `list_versions`.

        Raises:
            ValidationError: The ID is empty or not text; nothing was sent.
        """
        stored = self._opened()
        given = plain_value("version", version)
        version_id = str(given) if given and is_integer(given) else given
        if not has_text(version_id):
            raise ValidationError("version is required, as text")
        with self._translate_errors(f"Failed to retrieve configuration with version {version_id} from S3"):
            found = await self.service.to_thread(stored.read, version_id)
            if found is not None:
                return Configuration(_read(found.content), version_id, self, found.etag)
        self.log.info(
            "Configuration with version %s not found in S3",
            version_id,
            extra=log_fields(LogEvent.CONFIGURATION_NOT_FOUND, version_id=version_id),
        )
        return None

    async def find_latest(self) -> Configuration | None:
        """Find the latest version. Return None if there is none."""
        stored = self._opened()
        with self._translate_errors("Failed to retrieve configuration from S3"):
            found = await self.service.to_thread(stored.read)
            if found is not None:
                return Configuration(_read(found.content), found.version_id, self, found.etag)
        self.log.info("No configuration found in S3", extra=log_fields(LogEvent.CONFIGURATION_NOT_FOUND))
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
            limit: The maximum number of versions, from 1 to 1,000. A number out of range is limited to it; text
                that does not begin with a number means 25.
            key_marker: The previous page's ``next_key_marker``, or None.
            version_id_marker: The previous page's ``next_version_id_marker``, or None.
            detail: Whether to read who created each version and when, which takes one request per version. If
                that fails, these values are None and the failure is logged.

        Raises:
            ValidationError: An argument has a wrong type; nothing was sent.
        """
        stored = self._opened()
        page = (
            _page_size(limit),
            _marker("key_marker", key_marker),
            _marker("version_id_marker", version_id_marker),
        )
        check_flag("detail", detail)
        with self._translate_errors("Failed to list configuration versions from S3"):
            response = await self.service.to_thread(stored.versions, *page)
        listed = [_version_of(each) for each in response.get("Versions") or () if each.get("Key") == KEY]
        if detail:
            listed = await self.service.gather([self._detailed(each) for each in listed])
        return ConfigurationVersionsPage(
            versions=listed,
            is_truncated=bool(response.get("IsTruncated")),
            next_key_marker=response.get("NextKeyMarker") or None,
            next_version_id_marker=response.get("NextVersionIdMarker") or None,
        )

    def _opened(self) -> ConfigurationObject:
        self.service.check_open()
        return self._stored

    @cached_property
    def _stored(self) -> ConfigurationObject:
        config = self.config
        if not config.s3_bucket:
            raise DataAccessError(
                "S3 configuration is required for Configuration storage. "
                "Ensure S3_CONFIG_BUCKET environment variable is set."
            )
        return ConfigurationObject(
            config.s3_bucket,
            config.region,
            connect_timeout=config.connect_timeout,
            read_timeout=config.read_timeout,
        )

    async def _detailed(self, version: ConfigurationVersion) -> ConfigurationVersion:
        stored = self._opened()
        try:
            metadata = await self.service.to_thread(stored.metadata, version.version_id)
        except DataAccessError as error:
            # A version may be deleted while it is being listed; any other error affects all versions.
            log = self.log.warning if error.code in NOT_FOUND else self.log.error
            log(
                "Failed to read metadata for configuration version %s (%s): %s",
                version.version_id,
                error.code or type(error).__name__,
                error.message,
                extra=log_fields(
                    LogEvent.CALL_FAILED,
                    entity="configuration",
                    code=error.code,
                    http_status=error.status,
                    version_id=version.version_id,
                ),
            )
            return version
        return replace(
            version,
            updated_by=_from_header(metadata.get("updatedby")),
            updated_at=metadata.get("updatedat") or None,
        )

    @contextmanager
    def _translate_errors(self, failure: str) -> Iterator[None]:
        try:
            yield
        except DataAccessError as error:
            message = f"{failure}: {error.message}"
            log_call_failed(self.log, "configuration", error, "%s", message)
            raise wrap_error(message, error) from error

    def __repr__(self) -> str:
        return f"<{type(self).__name__} in {self.config.s3_bucket}>"


def check_configuration(data: object = MISSING) -> dict[str, Any] | None:
    """Check a configuration document, also for services that validate before they write.

    Args:
        data: The document, by JSON name. Unknown keys are allowed, except in a handler.

    Returns:
        A copy in which booleans and thresholds given as text are converted; None if no document was given.

    Raises:
        ValidationError: ``Configuration validation error: …``, with the path of the first invalid value.
    """
    # Importing pydantic's models is the slowest part of a cold start: only when there is data to check.
    from spacecat_shared_data_access.models.configuration.document import validate_document  # noqa: PLC0415 - see above

    return None if data is MISSING else validate_document(to_jsonable(data))


def _condition_for(replacing: object) -> Mapping[str, str]:
    if replacing is MISSING:
        return {}
    if replacing is None:
        return FIRST
    if not isinstance(replacing, Configuration):
        raise ValidationError("replacing must be a configuration that was read, or None")
    return unchanged(replacing.etag)


def _document_of(data: object) -> tuple[dict[str, Any], bytes]:
    if not isinstance(data, Mapping):
        raise ValidationError("data must be a mapping")
    given = {snake_to_camel(name): value for name, value in to_jsonable(data).items()}
    timestamp = now()
    document = {
        **{name: value for name, value in given.items() if name not in _GENERATED},
        "createdAt": timestamp,
        "updatedAt": timestamp,
        "updatedBy": given.get("updatedBy") or "system",
    }
    check_configuration(document)
    try:
        return document, orjson.dumps(document)
    except orjson.JSONEncodeError as error:
        raise ValidationError(f"the document cannot be written as JSON: {error}") from error


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


def _page_size(limit: Any) -> int:
    if limit is None:
        return _DEFAULT_VERSIONS
    if isinstance(limit, str):
        # Parsed as by JavaScript's parseInt, since a service may pass on a value from a query string.
        match = _WHOLE_NUMBER.match(limit)
        limit = float(match[1]) if match else _DEFAULT_VERSIONS  # int has a limit of digits
    elif not is_number(limit):
        raise ValidationError("limit must be a number")
    return int(min(max(limit, 1), _MAX_VERSIONS))


def _marker(name: str, value: object) -> str | None:
    return optional_text(name, None if value == "" else value)


def _as_header(value: object) -> str:
    # S3 metadata are HTTP headers: other characters than ASCII are encoded as in RFC 2047.
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
