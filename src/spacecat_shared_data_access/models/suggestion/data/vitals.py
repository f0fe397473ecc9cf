"""Models of suggestion data about core web vitals. Fields have the names used in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Annotated, Any, Final

from spacecat_shared_data_access.models.suggestion.constants import (
    CWV_METRIC_TYPES,
    SuggestionSkipReason,
    SuggestionStatus,
)
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Data,
    Guid,
    Number,
    Text,
    TextOrEmpty,
    Uri,
    at_most,
    one_of,
)

_MAX_SKIP_DETAIL_LENGTH: Final = 1000


class CwvMetrics(Data):
    """The metrics of one device type. A metric is null if it was not measured."""

    deviceType: Text = ABSENT
    pageviews: Number | None = None
    clsCount: Number | None = None
    ttfbCount: Number | None = None
    lcp: Number | None = None
    inpCount: Number | None = None
    inp: Number | None = None
    ttfb: Number | None = None
    cls: Number | None = None
    lcpCount: Number | None = None
    organic: Number | None = None


class CwvIssue(Data):
    """One issue of a page, with its own lifecycle. Old rows may lack even ``id`` and ``type``."""

    id: Text = ABSENT
    type: Annotated[Any, one_of(CWV_METRIC_TYPES)] = ABSENT
    title: Text = ABSENT
    value: Text = ABSENT
    cwvValue: Number = ABSENT
    patchContent: TextOrEmpty = ABSENT
    isCodeChangeAvailable: Boolean = ABSENT
    status: Annotated[Any, one_of(SuggestionStatus)] = ABSENT
    skipReason: Annotated[Any, one_of(SuggestionSkipReason)] = ABSENT
    skipDetail: Annotated[Text, at_most(_MAX_SKIP_DETAIL_LENGTH)] = ABSENT
    jiraLink: Uri | None = None
    fixEntityId: Guid = ABSENT


class CwvData(Data):
    """Data of ``cwv``, about a page or about a group of pages, which has no URL."""

    type: Text
    url: Uri = ABSENT
    pageviews: Number = ABSENT
    organic: Number = ABSENT
    metrics: list[CwvMetrics]
    issues: list[CwvIssue] = ABSENT
    jiraLink: Uri | None = None
    aggregationKey: Text | None = None
