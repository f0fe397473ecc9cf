"""The object in S3 that is the configuration: its versions, read and written by boto3."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final, NamedTuple, Protocol, TypeVar, cast

from spacecat_shared_data_access.errors import ConflictError, DataAccessError, UnavailableError
from spacecat_shared_data_access.postgrest.deadline import call_until_deadline, seconds_left

T = TypeVar("T")

KEY: Final = "config/spacecat/global-config.json"
"""The object's key, which other services read too."""

NOT_THERE: Final = frozenset({"NoSuchKey", "NoSuchVersion", "404"})
"""How S3 says that an object or a version does not exist; a HEAD, which has no body, only by its status."""

FIRST: Final[Mapping[str, str]] = {"IfNoneMatch": "*"}
"""The condition of a write that there is no configuration yet."""

_CONDITION_FAILED: Final = frozenset({"PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"})
_SERVER_ERROR: Final = 500

# The first attempt and three more. In botocore's standard mode a connection that fails is tried again
# whatever the fault: a name that cannot be resolved just now (EBUSY and EAI_AGAIN of getaddrinfo) too.
_ATTEMPTS: Final = 4


class S3Client(Protocol):
    """What is used of boto3's S3 client, which may be called from several threads."""

    def get_object(self, **request: str) -> dict[str, Any]:
        """Read an object."""

    def put_object(self, **request: Any) -> dict[str, Any]:
        """Write an object."""

    def head_object(self, **request: str) -> dict[str, Any]:
        """Read what is known of an object without its content."""

    def list_object_versions(self, **request: Any) -> dict[str, Any]:
        """List the versions of objects."""


class Stored(NamedTuple):
    """One version as S3 stores it.

    Attributes:
        content: JSON.
        version_id: Its ID; None if the bucket keeps no versions.
        etag: The tag of its content, by which a later write recognizes it; None if S3 gave none.
    """

    content: bytes
    version_id: str | None
    etag: str | None


def unchanged(etag: str | None) -> Mapping[str, str]:
    """Return the condition of a write that the object is still the one with this tag, if there is a tag."""
    return {} if etag is None else {"IfMatch": etag}


class ConfigurationObject:
    """The configuration's object, whose every version S3 keeps. All calls block.

    None takes longer than the deadline that holds where it is made (see `deadline`). boto3 knows timeouts
    of a connection and of a read, and repeats what fails; it has no bound over all of that.

    Args:
        bucket: Where it is. Its versioning must be enabled.
        region: The bucket's AWS region; what the environment says where None.
        connect_timeout: Seconds to connect.
        read_timeout: Seconds to wait for the next bytes of an answer.

    Raises (each call):
        UnavailableError: S3 could not be reached, or did not answer in time.
        DataAccessError: S3 refused (`code`, `status`), the credentials are missing, or boto3 is.
    """

    def __init__(
        self, bucket: str, region: str | None, *, connect_timeout: float, read_timeout: float
    ) -> None:
        self._bucket = bucket
        self._region = region
        self._timeouts = {"connect_timeout": connect_timeout, "read_timeout": read_timeout}
        self._lock = threading.Lock()
        self._made: S3Client | None = None

    def read(self, version_id: str | None = None) -> Stored | None:
        """Read one version, the latest where none is named.

        Returns:
            The version; None where it does not exist.
        """
        version = {} if version_id is None else {"VersionId": version_id}

        def get(client: S3Client) -> Stored:
            answer = client.get_object(Bucket=self._bucket, Key=KEY, **version)
            return Stored(answer["Body"].read(), version_id or answer.get("VersionId"), answer.get("ETag"))

        try:
            return self._call(get)
        except DataAccessError as error:
            if error.code in NOT_THERE:
                return None
            raise

    def write(self, content: bytes, metadata: Mapping[str, str], condition: Mapping[str, str]) -> Stored:
        """Write a new version.

        Args:
            content: JSON.
            metadata: What is to be known of the version without reading it.
            condition: `FIRST`, `unchanged`, or nothing: what S3 checks as it takes the version.

        Returns:
            The version.

        Raises:
            ConflictError: The condition does not hold. `in_doubt` tells that the version may have been
                stored all the same, and replaced since: the response to an earlier attempt was lost.
            UnavailableError: As every call; `in_doubt`, since S3 may have taken the version.
        """
        _check_time()
        try:
            answer = self._call(
                lambda client: client.put_object(
                    Bucket=self._bucket,
                    Key=KEY,
                    Body=content,
                    ContentType="application/json",
                    Metadata=dict(metadata),
                    **condition,
                )
            )
        except DataAccessError as error:
            if condition and error.code in _CONDITION_FAILED:
                return self._resolve_conflict(content, error)
            error.in_doubt = isinstance(error, UnavailableError) or (error.status or 0) >= _SERVER_ERROR
            raise
        return Stored(content, answer.get("VersionId"), answer.get("ETag"))

    def _resolve_conflict(self, content: bytes, error: DataAccessError) -> Stored:
        # If boto3 sent the request again, the version that is in the way may be the one of this very call.
        details: Any = getattr(error.cause, "response", {})
        was_repeated = details.get("ResponseMetadata", {}).get("RetryAttempts", 0) > 0
        if was_repeated:
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
        conflict.in_doubt = was_repeated
        raise conflict from error

    def metadata(self, version_id: str) -> Mapping[str, str]:
        """Read what is known of a version without reading it."""
        answer = self._call(
            lambda client: client.head_object(Bucket=self._bucket, Key=KEY, VersionId=version_id)
        )
        return answer.get("Metadata") or {}

    def versions(self, most: int, key_marker: str | None, version_id_marker: str | None) -> dict[str, Any]:
        """List versions, the latest first, as S3 answers (ListObjectVersions).

        Args:
            most: At most so many, of all objects whose key begins like this one's.
            key_marker: Where to go on, as the page before said.
            version_id_marker: As above.
        """
        request: dict[str, Any] = {"Bucket": self._bucket, "Prefix": KEY, "MaxKeys": most}
        if key_marker:
            request["KeyMarker"] = key_marker
        if version_id_marker:
            request["VersionIdMarker"] = version_id_marker
        return self._call(lambda client: client.list_object_versions(**request))

    def _call(self, operation: Callable[[S3Client], T]) -> T:
        def call() -> T:
            client = self._client()
            with _failures_of_s3():
                return operation(client)

        try:
            return call_until_deadline(call)
        except TimeoutError as error:
            raise UnavailableError("No answer from S3 in time", cause=error) from error

    def _client(self) -> S3Client:
        # Made when first used, since that takes a tenth of a second.
        with self._lock:
            if self._made is None:
                self._made = self._new_client()
            return self._made

    def _new_client(self) -> S3Client:
        try:
            import boto3  # noqa: PLC0415 - an extra, and slow to import
            from botocore.config import Config  # noqa: PLC0415 - as above
        except ImportError as error:
            raise DataAccessError(
                "Configuration is kept in S3, which needs boto3: "
                "pip install 'spacecat-shared-data-access[s3]'",
                cause=error,
            ) from error
        config = Config(retries={"mode": "standard", "total_max_attempts": _ATTEMPTS}, **self._timeouts)
        with _failures_of_s3():
            # A session of its own: boto3's default session must not be used by several threads.
            session = boto3.session.Session()
            client = session.client("s3", region_name=self._region, config=config)
        client.meta.events.register("request-created.s3", _check_time)
        return cast("S3Client", client)


def _check_time(**_event: Any) -> None:
    # Called before each attempt. Nobody waits any more for a call that has outlasted its deadline: a write
    # must not be repeated then.
    if seconds_left() <= 0:
        raise UnavailableError("No time is left for a request to S3")


@contextmanager
def _failures_of_s3() -> Iterator[None]:
    from botocore import exceptions  # noqa: PLC0415 - an extra, and slow to import

    try:
        yield
    except exceptions.ClientError as error:
        told = error.response.get("Error", {})
        raise DataAccessError(
            told.get("Message") or str(error),
            code=told.get("Code"),
            status=error.response.get("ResponseMetadata", {}).get("HTTPStatusCode"),
            cause=error,
        ) from error
    except (
        exceptions.ConnectionError,
        exceptions.HTTPClientError,
        exceptions.IncompleteReadError,
    ) as error:
        # botocore's words name the address.
        raise UnavailableError(f"No answer from S3: {type(error).__name__}", cause=error) from error
    except exceptions.BotoCoreError as error:
        raise DataAccessError(str(error), cause=error) from error
