"""How a suggestion's status follows from what became of its fixes."""

from enum import StrEnum
from typing import Any

class StatusClass(StrEnum):
    """What a status, of a fix or of a suggestion, means for the suggestion. The gravest comes first."""

    ERROR = "ERROR"
    IN_PROGRESS = "IN_PROGRESS"
    FIXED = "FIXED"
    SKIPPED = "SKIPPED"
    NEUTRAL = "NEUTRAL"

def classify_status(token: Any) -> StatusClass | None:
    """Say what a status means for a suggestion.

    Args:
        token: A status of a fix or of a suggestion.

    Returns:
        Its class; None for what is no known status.
    """

def derive_suggestion_status(
    outcomes: Any, issues: Any = None, current_status: str | None = None
) -> str | None:
    """Say which status a suggestion should have after what became of its fixes.

    The gravest outcome decides: an error, then work in progress, then a fix, then a skip. Where all
    outcomes are neutral the suggestion is new.

    Args:
        outcomes: A list of FixEntity models, of mappings with a ``status``, or of statuses, of fixes or
            of suggestions. Unknown ones do not count.
        issues: Issues with a lifecycle of their own: not supported yet, so there must be none.
        current_status: What to answer where there is no outcome that counts.

    Returns:
        The status; `current_status` where nothing follows.

    Raises:
        ValidationError: There are issues.
    """
