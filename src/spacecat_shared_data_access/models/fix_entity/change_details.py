"""What a fix's change details may say: the words of version 2, and the check of any version."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.validation import is_non_empty_map, is_number
from spacecat_shared_data_access.schema.values import plain

CHANGE_DETAILS_SCHEMA_VERSION: Final = 2
"""The version of change details that have a fixed form."""


class ChangeDetails:
    """The words and limits of change details, version 2."""

    SCHEMA_VERSION: ClassVar[int] = CHANGE_DETAILS_SCHEMA_VERSION
    DEPLOY_RESPONSE_PAYLOAD_MAX_BYTES: ClassVar[int] = 4096
    """How much of a deployment's answer is kept: the column is read by everybody."""

    class Surface(StrEnum):
        """Through what the fix went out."""

        ASO = "ASO"
        AUTHOR_PUBLISH = "AUTHOR_PUBLISH"
        GIT_MERGE = "GIT_MERGE"
        SYSTEM = "SYSTEM"

    class ActorType(StrEnum):
        """Who deployed it; a detector is an audit that found it live."""

        IMS_USER = "IMS_USER"
        SERVICE = "SERVICE"
        GITHUB = "GITHUB"
        DETECTOR = "DETECTOR"
        UNKNOWN = "UNKNOWN"

    class CallStatus(StrEnum):
        """How the call that deployed it ended, whatever it went over."""

        SUCCESS = "success"
        NO_OP = "no_op"
        CLIENT_ERROR = "client_error"
        SERVER_ERROR = "server_error"
        TIMEOUT = "timeout"

    class Applied(StrEnum):
        """How many of the proposed changes were made."""

        ALL = "ALL"
        PARTIAL = "PARTIAL"
        NONE = "NONE"

    class ChangeResultStatus(StrEnum):
        """What became of one proposed change."""

        APPLIED = "applied"
        UNCHANGED = "unchanged"
        FAILED = "failed"

    class VerifyVerdict(StrEnum):
        """What a check of the page said.

        Rejected: the change is not there, and may be reverted. Verify failed: the check itself could not
        be done, which is no reason to revert.
        """

        VERIFIED = "verified"
        REJECTED = "rejected"
        INCONCLUSIVE = "inconclusive"
        VERIFY_FAILED = "verify_failed"


def validate_change_details(value: Any) -> bool:
    """Check a fix's change details, for services that validate before anything is written.

    Details without a ``schemaVersion``, or of version 1, may say anything. All others must have the form
    of version 2, whatever version they claim: see ``schemas/change-details.v2.schema.json`` (in an installed
    package ``importlib.resources.files("spacecat_shared_data_access") / "schemas"``), and beyond it the
    rules that JSON Schema cannot say: results match proposed changes by path and property, a fix
    that was applied as a whole has a result for each of them, and the deployment's answer is of at most
    4,096 bytes.

    Args:
        value: What is to be stored.

    Returns:
        True where it may be stored; False where it is no mapping, or an empty one.

    Raises:
        ValidationError: Names everything in version 2 that is wrong, by its path
            (``change_details (v2) invalid: "target.changes" …``).
    """
    try:
        value = plain(value)
    except ValidationError as error:
        raise ValidationError(f"change_details (v2) invalid: {error.message}") from error
    if not is_non_empty_map(value):
        return False
    if _is_free(value.get("schemaVersion")):
        return True
    # pydantic's models cost a cold start more than all else here: they are imported when needed.
    from spacecat_shared_data_access.models.fix_entity.change_details_v2 import (  # noqa: PLC0415 - see above
        complaints_about,
    )

    complaints = complaints_about(value)
    if complaints:
        raise ValidationError(f"change_details (v2) invalid: {'. '.join(complaints)}")
    return True


def _is_free(version: object) -> bool:
    return version is None or version == "1" or (is_number(version) and version == 1)
