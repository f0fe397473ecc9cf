"""Derivation of a suggestion's status from the statuses of its fixes."""

from enum import StrEnum
from typing import Any

class StatusClass(StrEnum):
    """The meaning of a fix's or suggestion's status for the suggestion, by descending priority."""

    ERROR = "ERROR"
    IN_PROGRESS = "IN_PROGRESS"
    FIXED = "FIXED"
    SKIPPED = "SKIPPED"
    NEUTRAL = "NEUTRAL"

def classify_status(token: Any) -> StatusClass | None:
    """Return the class of a status.

    Args:
        token: A status of a fix or of a suggestion.

    Returns:
        Its class; None if the status is unknown.
    """

def derive_suggestion_status(
    outcomes: Any, issues: Any = None, current_status: str | None = None
) -> str | None:
    """Return the status that a suggestion should have, given the outcomes of its fixes.

    The outcome with the highest priority decides: an error, then work in progress, then a fix, then a
    skip. If all outcomes are neutral the suggestion is new.

    Args:
        outcomes: A list of FixEntity models, of mappings with a ``status``, or of statuses, of fixes or
            of suggestions. Unknown statuses are ignored.
        issues: Issues with their own lifecycle. They are not supported yet: must be empty.
        current_status: The status to return if there is no known outcome.

    Returns:
        The derived status, or `current_status`.

    Raises:
        ValidationError: `issues` is not empty.
    """
