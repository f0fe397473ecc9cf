"""What a fix's change details may say: the words of version 2, and the check of any version."""

from enum import StrEnum
from typing import Any, ClassVar, Final

CHANGE_DETAILS_SCHEMA_VERSION: Final = 2
"The version of change details that have a fixed form."

class ChangeDetails:
    """The words and limits of change details, version 2."""

    SCHEMA_VERSION: ClassVar[int]
    DEPLOY_RESPONSE_PAYLOAD_MAX_BYTES: ClassVar[int]
    "How much of a deployment's answer is kept: the column is read by everybody."

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
