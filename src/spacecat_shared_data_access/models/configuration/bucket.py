"""The S3 object that holds the configuration: reading, writing and listing its versions with boto3."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final, NamedTuple, Protocol, TypeVar, cast

from spacecat_shared_data_access.errors import ConflictError, DataAccessError, UnavailableError
from spacecat_shared_data_access.postgrest.deadline import call_until_deadline, seconds_left
from spacecat_shared_data_access.postgrest.tracing import count_resend, s3_span

T = TypeVar("T")

KEY: Final = "config/spacecat/global-config.json"
"""The object's key. Other services read the object too."""

NOT_FOUND: Final = frozenset({"NoSuchKey", "NoSuchVersion", "404"})
"""The error codes for a missing object or version. A HEAD response has no body, and so only the status."""

FIRST: Final[Mapping[str, str]] = {"IfNoneMatch": "*"}
"""The condition of a write: there is no configuration yet."""

_CONDITION_FAILED: Final = frozenset({"PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"})
_SERVER_ERROR: Final = 500

# One attempt and three retries. In botocore's standard mode every connection error is retried, including a
# temporary failure of name resolution (EBUSY and EAI_AGAIN of getaddrinfo).
_ATTEMPTS: Final = 4


class S3Client(Protocol):
    """The part of boto3's S3 client that is used. The client is thread-safe."""

    def get_object(self, **request: str) -> dict[str, Any]:
        """Read an object."""

    def put_object(self, **request: Any) -> dict[str, Any]:
        """Write an object."""

    def head_object(self, **request: str) -> dict[str, Any]:
        """Read an object's metadata."""

    def list_object_versions(self, **request: Any) -> dict[str, Any]:
        """List the versions of objects."""


class Stored(NamedTuple):
    """One version as S3 stores it.

    Attributes:
        content: JSON.
        version_id: The version's ID; None if the bucket is not versioned.
        etag: The ETag, for the condition of a later write; None if S3 returned none.
    """

    content: bytes
    version_id: str | None
    etag: str | None


def unchanged(etag: str | None) -> Mapping[str, str]:
    """Return the condition of a write that the object still has this ETag; no condition if it is None."""
    return {} if etag is None else {"IfMatch": etag}


class ConfigurationObject:
    """The configuration's object in a versioned bucket. All calls block.

    Each call ends at the caller's deadline (see `deadline`). boto3 has timeouts for connecting and for reading,
    and retries, but no limit over all of them.

    Args:
        bucket: The bucket's name. Versioning must be enabled.
        region: The bucket's AWS region; None for the environment's.
        connect_timeout: Seconds to connect.
        read_timeout: Seconds to wait for the next bytes of a response.

    Raises (each call):
        UnavailableError: S3 could not be reached, or did not respond in time.
        DataAccessError: S3 rejected the request (`code`, `status`), the credentials or boto3 are missing, or the
            request could not be made, for example because of an AWS setting.
    """

    def __init__(
        self, bucket: str, region: str | None, *, connect_timeout: float, read_timeout: float
    ) -> None:
        self._bucket = bucket
        self._region = region
        self._timeouts = {"connect_timeout": connect_timeout, "read_timeout": read_timeout}
        self._lock = threading.Lock()
        self._created: S3Client | None = None

    def read(self, version_id: str | None = None) -> Stored | None:
        """Read one version, by default the latest.

        Returns:
            The version, or None if it does not exist.
        """
        version = {} if version_id is None else {"VersionId": version_id}

        def get(client: S3Client) -> Stored:
            response = client.get_object(Bucket=self._bucket, Key=KEY, **version)
            return Stored(
                response["Body"].read(), version_id or response.get("VersionId"), response.get("ETag")
            )

        try:
            return self._call("GetObject", get)
        except DataAccessError as error:
            if error.code in NOT_FOUND:
                return None
            raise

    def write(self, content: bytes, metadata: Mapping[str, str], condition: Mapping[str, str]) -> Stored:
        """Write a new version.

        Args:
            content: JSON.
            metadata: Metadata that can be read without the content.
            condition: `FIRST`, the result of `unchanged`, or empty. S3 checks it when it stores the version.

        Returns:
            The version.

        Raises:
            ConflictError: The condition does not hold. With `in_doubt` the version may have been stored and
                replaced since, because the response to an earlier attempt was lost.
            UnavailableError: As for every call; with `in_doubt`, since S3 may have stored the version.
        """
        _check_time()
        try:
            response = self._call(
                "PutObject",
                lambda client: client.put_object(
                    Bucket=self._bucket,
                    Key=KEY,
                    Body=content,
                    ContentType="application/json",
                    Metadata=dict(metadata),
                    **condition,
                ),
            )
        except DataAccessError as error:
            if condition and error.code in _CONDITION_FAILED:
                return self._resolve_conflict(content, error)
            error.in_doubt = isinstance(error, UnavailableError) or (error.status or 0) >= _SERVER_ERROR
            raise
        return Stored(content, response.get("VersionId"), response.get("ETag"))

    def _resolve_conflict(self, content: bytes, error: DataAccessError) -> Stored:
        # After a retry, the version that causes the conflict may be the one that this call stored.
        response: Any = getattr(error.cause, "response", {})
        was_retried = response.get("ResponseMetadata", {}).get("RetryAttempts", 0) > 0
        if was_retried:
            with suppress(UnavailableError):
                latest = self.read()
                if latest is not None and latest.content == content:
                    return latest
        conflict = ConflictError(
            "the configuration has changed since it was read; read it again and repeat the change",
            code=error.code,
            status=error.status,
            cause=error,
        )
        conflict.in_doubt = was_retried
        raise conflict from error

    def metadata(self, version_id: str) -> Mapping[str, str]:
        """Read the metadata of a version."""
        response = self._call(
            "HeadObject",
            lambda client: client.head_object(Bucket=self._bucket, Key=KEY, VersionId=version_id),
        )
        return response.get("Metadata") or {}

    def versions(
        self, max_keys: int, key_marker: str | None, version_id_marker: str | None
    ) -> dict[str, Any]:
        """List versions, the latest first, and return S3's response (ListObjectVersions).

        Args:
            max_keys: The maximum number of versions, of all objects whose key begins with this one's.
            key_marker: The previous page's ``NextKeyMarker``, or None.
            version_id_marker: The previous page's ``NextVersionIdMarker``, or None.
        """
        request: dict[str, Any] = {"Bucket": self._bucket, "Prefix": KEY, "MaxKeys": max_keys}
        if key_marker:
            request["KeyMarker"] = key_marker
        if version_id_marker:
            request["VersionIdMarker"] = version_id_marker
        return self._call("ListObjectVersions", lambda client: client.list_object_versions(**request))

    def _call(self, name: str, operation: Callable[[S3Client], T]) -> T:
        def call() -> T:
            client = self._client()
            with _translate_errors():
                return operation(client)

        with s3_span(name, self._bucket):
            try:
                return call_until_deadline(call)
            except TimeoutError as error:
                raise UnavailableError("No response from S3 in time", cause=error) from error

    def _client(self) -> S3Client:
        # Created on first use: creating a client takes a tenth of a second.
        with self._lock:
            if self._created is None:
                self._created = self._new_client()
            return self._created

    def _new_client(self) -> S3Client:
        try:
            import boto3  # noqa: PLC0415 - an extra, and slow to import
            from botocore.config import Config  # noqa: PLC0415 - as above
        except ImportError as error:
            raise DataAccessError(
                "Configuration is stored in S3, which needs boto3: "
                "pip install 'spacecat-shared-data-access[s3]'",
                cause=error,
            ) from error
        with _translate_errors():
            config = Config(retries={"mode": "standard", "total_max_attempts": _ATTEMPTS}, **self._timeouts)
            # boto3's default session is not thread-safe.
            session = boto3.session.Session()
            client = session.client("s3", region_name=self._region, config=config)
            client.meta.events.register("request-created.s3", _before_attempt)
        return cast("S3Client", client)


def _before_attempt(request: Any, **_event: Any) -> None:
    _check_time()
    if request.context.get("retries", {}).get("attempt", 1) > 1:
        count_resend()


def _check_time() -> None:
    # Once the deadline has passed the caller has its error, and a write must not be retried.
    if seconds_left() <= 0:
        raise UnavailableError("No time is left for a request to S3")


@contextmanager
def _translate_errors() -> Iterator[None]:
    from botocore import exceptions  # noqa: PLC0415 - an extra, and slow to import
    from botocore.parsers import ResponseParserError  # noqa: PLC0415 - as above

    try:
        yield
    except DataAccessError:  # from _before_attempt
        raise
    except exceptions.ClientError as error:
        details = error.response.get("Error", {})
        raise DataAccessError(
            details.get("Message") or str(error),
            code=details.get("Code"),
            status=error.response.get("ResponseMetadata", {}).get("HTTPStatusCode"),
            cause=error,
        ) from error
    except (
        exceptions.ConnectionError,
        exceptions.HTTPClientError,
        exceptions.IncompleteReadError,
        ResponseParserError,
        TimeoutError,
    ) as error:
        # botocore's message contains the URL.
        raise UnavailableError(f"No response from S3: {type(error).__name__}", cause=error) from error
    except Exception as error:
        # Some messages contain credentials, such as those of a URL.
        is_safe = isinstance(error, exceptions.BotoCoreError) and not isinstance(
            error, exceptions.CredentialRetrievalError | exceptions.EndpointProviderError
        )
        message = (
            f"The request to S3 could not be made: {type(error).__name__}. "
            "Check the AWS settings, such as AWS_ENDPOINT_URL_S3"
        )
        raise DataAccessError(str(error) if is_safe else message, cause=error) from error
