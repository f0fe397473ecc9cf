"""Feedback events: what people thought of a suggestion, shown in reviews and exported for training.

Their table, ``feedback_event``, is append-only and its id comes from the client, so they are no entity:
rows are read and written through ``services.postgrest_client``, and these functions say what they mean.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

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

EXPORT_EXCLUDED_REJECTION_CATEGORIES: Final[tuple[RejectionCategory, ...]]
"Rejections that say nothing about the suggestion, and so are not exported."
OPT_OUT_STRIPPED_FIELDS: Final[tuple[str, ...]]
"What people wrote themselves: exported only where their organization takes part in training."
SCHEMA_VERSION: Final = 1
"The version of the export's rows."

def verdict_to_signal(verdict: str) -> ReviewSignal:
    """Say what is stored of a reviewer's verdict.

    Args:
        verdict: A `ReviewVerdict`.

    Raises:
        ValidationError: It is none.
    """

def signal_to_verdict(signal: str) -> ReviewVerdict:
    """Say which verdict a stored signal stands for.

    Args:
        signal: A `ReviewSignal`.

    Raises:
        ValidationError: It is none.
    """

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

def should_export(row: Mapping[str, Any]) -> bool:
    """Tell whether a row goes into the training data.

    It does where there is a generated fix to learn about, unless the rejection is of
    `EXPORT_EXCLUDED_REJECTION_CATEGORIES`.

    Args:
        row: A row of ``feedback_event``, by column name.
    """

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
