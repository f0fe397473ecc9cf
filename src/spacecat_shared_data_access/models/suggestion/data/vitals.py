"""Data of suggestions about core web vitals. Fields are spelt as in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Annotated, Any, Final

from spacecat_shared_data_access.models.suggestion.data_schemas import CWV_METRIC_TYPES
from spacecat_shared_data_access.models.suggestion.model import ISSUE_SKIP_REASONS, ISSUE_STATUSES
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

_LONGEST_SKIP_DETAIL: Final = 1000


class CwvMetrics(Data):
    """What was measured on one kind of device. A metric is null where nobody's visit gave one."""

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
    """One issue of a page, with a lifecycle of its own. Older rows lack even ``id`` and ``type``."""

    id: Text = ABSENT
    type: Annotated[Any, one_of(CWV_METRIC_TYPES)] = ABSENT
    title: Text = ABSENT
    value: Text = ABSENT
    cwvValue: Number = ABSENT
    patchContent: TextOrEmpty = ABSENT
    isCodeChangeAvailable: Boolean = ABSENT
    status: Annotated[Any, one_of(ISSUE_STATUSES)] = ABSENT
    skipReason: Annotated[Any, one_of(ISSUE_SKIP_REASONS)] = ABSENT
    skipDetail: Annotated[Text, at_most(_LONGEST_SKIP_DETAIL)] = ABSENT
    jiraLink: Uri | None = None
    fixEntityId: Guid = ABSENT


class CwvData(Data):
    """Data of ``cwv``: of a page, which has a URL, or of a group of pages, which has none."""

    type: Text
    url: Uri = ABSENT
    pageviews: Number = ABSENT
    organic: Number = ABSENT
    metrics: list[CwvMetrics]
    issues: list[CwvIssue] = ABSENT
    jiraLink: Uri | None = None
    aggregationKey: Text | None = None
