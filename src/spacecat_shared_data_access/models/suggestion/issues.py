"""The values that an issue in ``cwv`` data may have."""

from typing import Final

CWV_METRIC_TYPES: Final = ("lcp", "cls", "inp")
"""The metrics that an issue may be about."""

# Equal to Suggestion.Status and Suggestion.SkipReason, as a test checks. The models of suggestion data cannot
# import Suggestion, because Suggestion.validate_data imports them.
STATUSES: Final = (
    "NEW",
    "APPROVED",
    "IN_PROGRESS",
    "SKIPPED",
    "FIXED",
    "ERROR",
    "OUTDATED",
    "PENDING_VALIDATION",
    "REJECTED",
)
SKIP_REASONS: Final = (
    "ALREADY_IMPLEMENTED",
    "INACCURATE_OR_INCOMPLETE",
    "TOO_RISKY",
    "NO_REASON",
    "OTHER",
)
