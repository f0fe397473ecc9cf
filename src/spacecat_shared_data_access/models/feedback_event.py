"""Feedback events: reviews of suggestions, which are shown to users and exported for training.

They are not an entity, because their table ``feedback_event`` is append-only and its ID comes from the client.
Rows are read and written with ``services.postgrest_client``; these functions convert them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

import orjson

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.values import js_str, to_jsonable

V = TypeVar("V", bound=StrEnum)


class ReviewSource(StrEnum):
    """Where feedback was given. The server derives it from the route, never from the request's body."""

    BACKOFFICE = "backoffice"
    ASO_UI = "aso_ui"
    AEMY_PR = "aemy_pr"


class ReviewVerdict(StrEnum):
    """A reviewer's verdict."""

    UP = "up"
    DOWN = "down"


class ReviewSignal(StrEnum):
    """The stored form of a verdict: the label for training."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class RejectionCategory(StrEnum):
    """The reason for a rejection."""

    PRODUCT_BUG = "product_bug"
    BAD_RECOMMENDATION = "bad_recommendation"
    OTHER = "other"


class FeedbackTier(StrEnum):
    """The tier of the site's organization at the time of the review."""

    PAID = "paid"
    FREE = "free"


EXPORT_EXCLUDED_REJECTION_CATEGORIES: Final[tuple[RejectionCategory, ...]] = (RejectionCategory.PRODUCT_BUG,)
"""Rejections for other reasons than the suggestion itself. They are not exported."""

OPT_OUT_STRIPPED_FIELDS: Final = ("detail_markdown", "edited_fix")
"""The fields written by people, exported only if their organization has opted in to training."""

SCHEMA_VERSION: Final = 1
"""The version of the export's rows."""

_SIGNALS: Final[Mapping[Any, ReviewSignal]] = {
    ReviewVerdict.UP: ReviewSignal.POSITIVE,
    ReviewVerdict.DOWN: ReviewSignal.NEGATIVE,
}
_VERDICTS: Final[Mapping[Any, ReviewVerdict]] = {signal: verdict for verdict, signal in _SIGNALS.items()}

_PATCH_FIELDS: Final = ("previous_fix", "edited_fix", "guidance_markdown")
_VIEW_FIELDS: Final = (
    "event_id",
    "event_time",
    "source",
    "verdict",
    "signal",
    "reviewer_id",
    "detail_markdown",
    "rejection_category",
    "state_transition",
    "tier",
    "feedback_subject_id",
)
_EXPORT_FIELDS: Final = (
    "schema_version",
    "event_id",
    "event_time",
    "organization_id",
    "site_id",
    "suggestion_id",
    "opportunity_type",
    "source",
    "signal",
    "verdict",
    "reviewer_id",
    "rejection_category",
    "state_transition",
    "tier",
    "detail_markdown",
    "guidance_markdown",
    "previous_fix",
    "edited_fix",
)
# Null if the row lacks the field. Other missing fields are left out.
_NULLABLE: Final = frozenset(
    {
        "reviewer_id",
        "detail_markdown",
        "rejection_category",
        "state_transition",
        "feedback_subject_id",
        *_PATCH_FIELDS,
    }
)


def verdict_to_signal(verdict: str) -> ReviewSignal:
    """Return the signal to store for a reviewer's verdict.

    Args:
        verdict: A `ReviewVerdict`.

    Raises:
        ValidationError: The verdict is unknown.
    """
    return _translate(_SIGNALS, verdict, "verdict")


def signal_to_verdict(signal: str) -> ReviewVerdict:
    """Return the verdict of a stored signal.

    Args:
        signal: A `ReviewSignal`.

    Raises:
        ValidationError: The signal is unknown.
    """
    return _translate(_VERDICTS, signal, "signal")


def to_review_view(
    row: Mapping[str, Any] | None = None, *, include_patches: bool = False
) -> dict[str, Any] | None:
    """Convert a row to the JSON of a review in an API's response.

    Args:
        row: A row of ``feedback_event``, by column name.
        include_patches: Whether to include the generated fix, the edited fix and the guidance.

    Returns:
        JSON with names in camel case, or None if the row is None.

    Raises:
        ValidationError: The row's signal is unknown.
    """
    if row is None:
        return None
    fields = _VIEW_FIELDS + _PATCH_FIELDS if include_patches else _VIEW_FIELDS
    return {snake_to_camel(name): value for name, value in _select(row, fields).items()}


def should_export(row: Mapping[str, Any]) -> bool:
    """Return whether a row is exported for training.

    Rows with a generated fix are exported, unless the rejection category is one of
    `EXPORT_EXCLUDED_REJECTION_CATEGORIES`.

    Args:
        row: A row of ``feedback_event``, by column name.
    """
    return (
        row.get("previous_fix") is not None
        and row.get("rejection_category") not in EXPORT_EXCLUDED_REJECTION_CATEGORIES
    )


def to_jsonl_row(row: Mapping[str, Any], *, opted_in: bool = False) -> dict[str, Any]:
    """Convert a row to its exported form.

    Args:
        row: A row of ``feedback_event``, by column name.
        opted_in: Whether the organization has opted in to training. If not, `OPT_OUT_STRIPPED_FIELDS` are null.

    Returns:
        JSON by column name, with `SCHEMA_VERSION` and the verdict.

    Raises:
        ValidationError: The row's signal is unknown.
    """
    exported = _select(row, _EXPORT_FIELDS)
    return exported if opted_in else {**exported, **dict.fromkeys(OPT_OUT_STRIPPED_FIELDS)}


def build_jsonl(rows: Iterable[Mapping[str, Any]], *, opted_in: bool = False) -> str:
    """Build the export of the rows that `should_export`, one line per row.

    Args:
        rows: Rows of ``feedback_event``, by column name.
        opted_in: As for `to_jsonl_row`.

    Returns:
        JSON lines, without a trailing newline.

    Raises:
        ValidationError: A row's signal is unknown.
    """
    lines = (to_jsonl_row(row, opted_in=opted_in) for row in rows if should_export(row))
    return "\n".join(orjson.dumps(line).decode() for line in lines)


def _translate(members: Mapping[Any, V], value: Any, kind: str) -> V:
    member = members.get(value) if isinstance(value, str) else None
    if member is None:
        raise ValidationError(f"Invalid review {kind}: {js_str(to_jsonable(value))}")
    return member


def _select(row: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    verdict = _translate(_VERDICTS, row.get("signal"), "signal").value
    values = {**row, "verdict": verdict, "schema_version": SCHEMA_VERSION}
    return {name: to_jsonable(values.get(name)) for name in fields if name in values or name in _NULLABLE}
