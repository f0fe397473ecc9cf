"""The object in S3 that is the configuration: its versions, read and written by boto3."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, TypeVar

T = TypeVar("T")
KEY: Final = "config/spacecat/global-config.json"
"The object's key, which other services read too."
NOT_THERE: Final[frozenset[str]]
"How S3 says that an object or a version does not exist; a HEAD, which has no body, only by its status."

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
    ) -> None: ...
    def read(self, version_id: str | None = None) -> tuple[bytes, str | None] | None:
        """Read one version, the latest where none is named.

        Returns:
            Its content and its id; None where it does not exist.
        """

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

    def metadata(self, version_id: str) -> Mapping[str, str]:
        """Read what is known of a version without reading it."""

    def versions(self, most: int, key_marker: str | None, version_id_marker: str | None) -> dict[str, Any]:
        """List versions, the latest first, as S3 answers (ListObjectVersions).

        Args:
            most: At most so many, of all objects whose key begins like this one's.
            key_marker: Where to go on, as the page before said.
            version_id_marker: As above.
        """
