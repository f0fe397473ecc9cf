"""The values that a suggestion and the issues in its data may have."""

from enum import StrEnum
from typing import Final


class SuggestionStatus(StrEnum):
    """The status of a suggestion or of an issue. See `Suggestion.TRANSITIONS`."""

    NEW = "NEW"
    APPROVED = "APPROVED"
    IN_PROGRESS = "IN_PROGRESS"
    SKIPPED = "SKIPPED"
    FIXED = "FIXED"
    ERROR = "ERROR"
    OUTDATED = "OUTDATED"
    PENDING_VALIDATION = "PENDING_VALIDATION"
    REJECTED = "REJECTED"


class SuggestionSkipReason(StrEnum):
    """The reason why a user skipped a suggestion or an issue."""

    ALREADY_IMPLEMENTED = "ALREADY_IMPLEMENTED"
    INACCURATE_OR_INCOMPLETE = "INACCURATE_OR_INCOMPLETE"
    TOO_RISKY = "TOO_RISKY"
    NO_REASON = "NO_REASON"
    OTHER = "OTHER"


CWV_METRIC_TYPES: Final = ("lcp", "cls", "inp")
"""The metrics that an issue in ``cwv`` data may concern."""
