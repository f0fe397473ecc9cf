"""Constants of a fix's change details, version 2."""

from enum import StrEnum
from typing import ClassVar, Final

CHANGE_DETAILS_SCHEMA_VERSION: Final = 2
"The version of change details that has a schema."

class ChangeDetails:
    """The constants of change details, version 2."""

    SCHEMA_VERSION: ClassVar[int]
    DEPLOY_RESPONSE_PAYLOAD_MAX_BYTES: ClassVar[int]
    "The size limit of a stored deployment response: every reader of a fix receives it."

    class Surface(StrEnum):
        """The system through which the fix was deployed."""

        ASO = "ASO"
        AUTHOR_PUBLISH = "AUTHOR_PUBLISH"
        GIT_MERGE = "GIT_MERGE"
        SYSTEM = "SYSTEM"

    class ActorType(StrEnum):
        """Who deployed the fix. A detector is an audit that found it already live."""

        IMS_USER = "IMS_USER"
        SERVICE = "SERVICE"
        GITHUB = "GITHUB"
        DETECTOR = "DETECTOR"
        UNKNOWN = "UNKNOWN"

    class CallStatus(StrEnum):
        """The outcome of the deployment call, whatever its protocol."""

        SUCCESS = "success"
        NO_OP = "no_op"
        CLIENT_ERROR = "client_error"
        SERVER_ERROR = "server_error"
        TIMEOUT = "timeout"

    class Applied(StrEnum):
        """How many of the proposed changes were applied."""

        ALL = "ALL"
        PARTIAL = "PARTIAL"
        NONE = "NONE"

    class ChangeResultStatus(StrEnum):
        """The outcome of one proposed change."""

        APPLIED = "applied"
        UNCHANGED = "unchanged"
        FAILED = "failed"

    class VerifyVerdict(StrEnum):
        """The result of verifying the page.

        ``rejected`` means that the change is not on the page and may be reverted. ``verify_failed`` means
        that the verification itself failed, which is no reason to revert.
        """

        VERIFIED = "verified"
        REJECTED = "rejected"
        INCONCLUSIVE = "inconclusive"
        VERIFY_FAILED = "verify_failed"
