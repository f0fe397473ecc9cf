"""Feedback events: what people thought of a suggestion, shown in reviews and exported for training.

Their table, ``feedback_event``, is append-only and its id comes from the client, so they are no entity:
rows are read and written through ``services.postgrest_client``, and these functions say what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

import orjson

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.values import js_str, to_jsonable

W = TypeVar("W")


class ReviewSource(StrEnum):
    """Where feedback was given. The server knows it from the route, never from the request's body."""

    BACKOFFICE = "backoffice"
    ASO_UI = "aso_ui"
    AEMY_PR = "aemy_pr"


class ReviewVerdict(StrEnum):
    """What a reviewer says."""

    UP = "up"
    DOWN = "down"


class ReviewSignal(StrEnum):
    """What is stored of a verdict: the label for training."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class RejectionCategory(StrEnum):
    """Why a reviewer rejects."""

    PRODUCT_BUG = "product_bug"
    BAD_RECOMMENDATION = "bad_recommendation"
    OTHER = "other"


class FeedbackTier(StrEnum):
    """What the reviewed site's organization had bought at that time."""

    PAID = "paid"
    FREE = "free"


EXPORT_EXCLUDED_REJECTION_CATEGORIES: Final[tuple[RejectionCategory, ...]] = (RejectionCategory.PRODUCT_BUG,)
"""Rejections that say nothing about the suggestion, and so are not exported."""

OPT_OUT_STRIPPED_FIELDS: Final = ("detail_markdown", "edited_fix")
"""What people wrote themselves: exported only where their organization takes part in training."""

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
# Null where the row has none; other fields are then left out.
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
    """Say what is stored of a reviewer's verdict.

    Args:
        verdict: A `ReviewVerdict`.

    Raises:
        ValidationError: It is none.
    """
    return _translated(_SIGNALS, verdict, "verdict")


def signal_to_verdict(signal: str) -> ReviewVerdict:
    """Say which verdict a stored signal stands for.

    Args:
        signal: A `ReviewSignal`.

    Raises:
        ValidationError: It is none.
    """
    return _translated(_VERDICTS, signal, "signal")


def to_review_view(
    row: Mapping[str, Any] | None = None, *, include_patches: bool = False
) -> dict[str, Any] | None:
    """Make of a row what an API shows of the review.

    Args:
        row: A row of ``feedback_event``, by column name.
        include_patches: Whether to show the generated and the corrected fix and the guidance too.

    Returns:
        JSON with camel-cased names; None where there is no row.

    Raises:
        ValidationError: The row's signal is none.
    """
    if row is None:
        return None
    fields = _VIEW_FIELDS + _PATCH_FIELDS if include_patches else _VIEW_FIELDS
    return {snake_to_camel(name): value for name, value in _told(row, fields).items()}


def should_export(row: Mapping[str, Any]) -> bool:
    """Tell whether a row goes into the training data.

    It does where there is a generated fix to learn about, unless the rejection is of
    `EXPORT_EXCLUDED_REJECTION_CATEGORIES`.

    Args:
        row: A row of ``feedback_event``, by column name.
    """
    return (
        row.get("previous_fix") is not None
        and row.get("rejection_category") not in EXPORT_EXCLUDED_REJECTION_CATEGORIES
    )


def to_jsonl_row(row: Mapping[str, Any], *, opted_in: bool = False) -> dict[str, Any]:
    """Make of a row what is exported of it.

    Args:
        row: A row of ``feedback_event``, by column name.
        opted_in: Whether its organization takes part in training; else `OPT_OUT_STRIPPED_FIELDS` are
            null.

    Returns:
        JSON by column name, with `SCHEMA_VERSION` and the verdict.

    Raises:
        ValidationError: The row's signal is none.
    """
    exported = _told(row, _EXPORT_FIELDS)
    return exported if opted_in else {**exported, **dict.fromkeys(OPT_OUT_STRIPPED_FIELDS)}


def build_jsonl(rows: Iterable[Mapping[str, Any]], *, opted_in: bool = False) -> str:
    """Make the export of the rows that `should_export`, one line for each.

    Args:
        rows: Rows of ``feedback_event``, by column name.
        opted_in: As for `to_jsonl_row`.

    Returns:
        JSON lines, without a newline at the end.

    Raises:
        ValidationError: A row's signal is none.
    """
    lines = (to_jsonl_row(row, opted_in=opted_in) for row in rows if should_export(row))
    return "\n".join(orjson.dumps(line).decode() for line in lines)


def _translated(words: Mapping[Any, W], word: Any, kind: str) -> W:
    found = words.get(word) if isinstance(word, str) else None
    if found is None:
        raise ValidationError(f"Invalid review {kind}: {js_str(to_jsonable(word))}")
    return found


def _told(row: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    verdict = _translated(_VERDICTS, row.get("signal"), "signal").value
    values = {**row, "verdict": verdict, "schema_version": SCHEMA_VERSION}
    return {name: to_jsonable(values.get(name)) for name in fields if name in values or name in _NULLABLE}
