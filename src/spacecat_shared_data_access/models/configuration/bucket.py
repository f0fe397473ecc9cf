"""The object in S3 that is the configuration: its versions, read and written by boto3."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, Protocol, TypeVar, cast

from spacecat_shared_data_access.errors import DataAccessError, UnavailableError
from spacecat_shared_data_access.postgrest.deadline import call_until_deadline, seconds_left

T = TypeVar("T")

KEY: Final = "config/spacecat/global-config.json"
"""The object's key, which other services read too."""

NOT_THERE: Final = frozenset({"NoSuchKey", "NoSuchVersion", "404"})
"""How S3 says that an object or a version does not exist; a HEAD, which has no body, only by its status."""

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

    def read(self, version_id: str | None = None) -> tuple[bytes, str | None] | None:
        """Read one version, the latest where none is named.

        Returns:
            Its content and its id; None where it does not exist.
        """
        version = {} if version_id is None else {"VersionId": version_id}

        def get(client: S3Client) -> tuple[bytes, str | None]:
            answer = client.get_object(Bucket=self._bucket, Key=KEY, **version)
            return answer["Body"].read(), version_id or answer.get("VersionId")

        try:
            return self._call(get)
        except DataAccessError as error:
            if error.code in NOT_THERE:
                return None
            raise

    def write(self, content: bytes, metadata: Mapping[str, str]) -> str | None:
        """Write a new version.

        Args:
            content: JSON.
            metadata: What is to be known of the version without reading it.

        Returns:
            The version's id; None where the bucket keeps no versions.

        Raises:
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
                )
            )
        except UnavailableError as error:
            error.in_doubt = True
            raise
        return answer.get("VersionId")

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
