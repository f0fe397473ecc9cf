"""Models of suggestion data about accessibility. Fields have the names used in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.schema.data_types import ABSENT, Boolean, Data, Number, Text, Uri


class AccessibilityIssue(Data):
    """One kind of accessibility issue on a page."""

    wcagLevel: Text = ABSENT
    severity: Text = ABSENT
    occurrences: Number = ABSENT
    htmlWithIssues: list[dict[str, Any]] = ABSENT
    failureSummary: Text = ABSENT
    wcagRule: Text = ABSENT
    description: Text = ABSENT
    type: Text = ABSENT


class AccessibilityData(Data):
    """Data of ``a11y-color-contrast`` and ``a11y-assistive``."""

    type: Text = ABSENT
    url: Uri
    issues: list[AccessibilityIssue]
    jiraLink: Uri | None = None
    aggregationKey: Text = ABSENT
    patchContent: Text = ABSENT
    isCodeChangeAvailable: Boolean = ABSENT


class FormIssue(Data):
    """One kind of accessibility issue in a form."""

    wcagLevel: Text = ABSENT
    severity: Text = ABSENT
    occurrences: Number = ABSENT
    htmlWithIssues: list[dict[str, Any]] = ABSENT
    failureSummary: Text = ABSENT
    wcagRule: Text = ABSENT
    understandingUrl: Uri = ABSENT
    description: Text = ABSENT
    type: Text = ABSENT


class FormAccessibilityData(Data):
    """Data of ``form-accessibility``."""

    source: Text
    type: Text = ABSENT
    aiGenerated: Boolean = ABSENT
    url: Uri
    issues: list[FormIssue]
    jiraLink: Uri | None = None
    isCodeChangeAvailable: Boolean = ABSENT
    patchContent: Text = ABSENT
    aggregationKey: Text = ABSENT


class ImageRecommendation(Data):
    """A recommended alternative text for an image."""

    isAppropriate: Boolean = ABSENT
    isDecorative: Boolean = ABSENT
    hasAltAttribute: Boolean = ABSENT
    xpath: Text = ABSENT
    altText: Text = ABSENT
    imageUrl: Uri = ABSENT
    pageUrl: Uri = ABSENT
    language: Text = ABSENT
    id: Text = ABSENT


class AltTextData(Data):
    """Data of ``alt-text``."""

    recommendations: list[ImageRecommendation]
    aggregationKey: Text | None = None
