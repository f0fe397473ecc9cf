"""Derivation of a suggestion's status from the statuses of its fixes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.suggestion.model import Suggestion


class StatusClass(StrEnum):
    """The meaning of a fix's or suggestion's status for the suggestion, by descending priority."""

    ERROR = "ERROR"
    IN_PROGRESS = "IN_PROGRESS"
    FIXED = "FIXED"
    SKIPPED = "SKIPPED"
    NEUTRAL = "NEUTRAL"


_CLASSES: Final[Mapping[str, StatusClass]] = {
    "FAILED": StatusClass.ERROR,
    "ERROR": StatusClass.ERROR,
    "PENDING": StatusClass.IN_PROGRESS,
    "IN_PROGRESS": StatusClass.IN_PROGRESS,
    "DEPLOYED": StatusClass.FIXED,
    "PUBLISHED": StatusClass.FIXED,
    "FIXED": StatusClass.FIXED,
    "ROLLED_BACK": StatusClass.SKIPPED,
    "REJECTED": StatusClass.SKIPPED,
    "SKIPPED": StatusClass.SKIPPED,
    "NEW": StatusClass.NEUTRAL,
    "OUTDATED": StatusClass.NEUTRAL,
    "APPROVED": StatusClass.NEUTRAL,
    "PENDING_VALIDATION": StatusClass.NEUTRAL,
}

_STATUS_OF: Final[Mapping[StatusClass, Suggestion.Status]] = {
    StatusClass.ERROR: Suggestion.Status.ERROR,
    StatusClass.IN_PROGRESS: Suggestion.Status.IN_PROGRESS,
    StatusClass.FIXED: Suggestion.Status.FIXED,
    StatusClass.SKIPPED: Suggestion.Status.SKIPPED,
    StatusClass.NEUTRAL: Suggestion.Status.NEW,
}


def classify_status(token: Any) -> StatusClass | None:
    """Return the class of a status.

    Args:
        token: A status of a fix or of a suggestion.

    Returns:
        Its class; None if the status is unknown.
    """
    return _CLASSES.get(token) if isinstance(token, str) else None


def derive_suggestion_status(
    outcomes: Any,
    issues: Any = None,
    current_status: str | None = None,
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
    if isinstance(issues, list | tuple) and issues:
        raise ValidationError(
            "derive_suggestion_status: CWV multi-issue bubble-up is not yet implemented "
            "(deferred to SITES-47285)"
        )
    if not isinstance(outcomes, list | tuple):
        return current_status
    found = {classify_status(_status_of(outcome)) for outcome in outcomes}
    return next((_STATUS_OF[kind] for kind in StatusClass if kind in found), current_status)


def _status_of(outcome: Any) -> Any:
    if isinstance(outcome, str):
        return outcome
    if callable(getattr(outcome, "get_status", None)):
        return outcome.get_status()
    return outcome.get("status") if isinstance(outcome, Mapping) else None
