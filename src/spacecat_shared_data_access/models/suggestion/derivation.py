"""How a suggestion's status follows from what became of its fixes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.suggestion.model import Suggestion


class StatusClass(StrEnum):
    """What a status, of a fix or of a suggestion, means for the suggestion. The gravest comes first."""

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
    """Say what a status means for a suggestion.

    Args:
        token: A status of a fix or of a suggestion.

    Returns:
        Its class; None for what is no known status.
    """
    return _CLASSES.get(token) if isinstance(token, str) else None


def derive_suggestion_status(
    outcomes: Any,
    issues: Any = None,
    current_status: str | None = None,
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
    if isinstance(issues, list | tuple) and issues:
        raise ValidationError(
            "derive_suggestion_status: CWV multi-issue bubble-up is not yet implemented "
            "(deferred to SITES-47285)"
        )
    if not isinstance(outcomes, list | tuple):
        return current_status
    found = _classes_of(outcomes)
    return next((_STATUS_OF[kind] for kind in StatusClass if kind in found), current_status)


def _classes_of(outcomes: Sequence[Any]) -> set[StatusClass | None]:
    return {classify_status(_status_of(outcome)) for outcome in outcomes}


def _status_of(outcome: Any) -> Any:
    if isinstance(outcome, str):
        return outcome
    if callable(getattr(outcome, "get_status", None)):
        return outcome.get_status()
    return outcome.get("status") if isinstance(outcome, Mapping) else None
