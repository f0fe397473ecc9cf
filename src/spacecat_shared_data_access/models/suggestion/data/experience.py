"""Models of suggestion data about user experience. Fields have the names used in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.schema.data_types import ABSENT, Data, Number, Text, Uri


class Change(Data):
    """One change of a variation."""

    type: Text = ABSENT
    mdUrl: Uri = ABSENT
    md: Text = ABSENT


class VariationChanges(Data):
    """The changes of a variation."""

    changes: Change = ABSENT


class Variation(Data):
    """An alternative version of a page, for an experiment."""

    id: Text = ABSENT
    name: Text = ABSENT
    screenshotUrl: Uri = ABSENT
    variationPageUrl: Uri = ABSENT
    variationEditPageUrl: Uri | None = None
    variationMdPageUrl: Uri | None = None
    previewImage: Uri = ABSENT
    explanation: Text | None = None
    projectedImpact: Number = ABSENT
    changes: list[Any] = ABSENT
    variationChanges: VariationChanges = ABSENT


class LowCtrData(Data):
    """Data of ``high-organic-low-ctr``."""

    url: Uri = ABSENT
    clicks: Number = ABSENT
    impressions: Number = ABSENT
    ctr: Number = ABSENT
    position: Number = ABSENT
    variations: list[Variation] = ABSENT
    aggregationKey: Text | None = None


class ConsentRecommendation(Data):
    """A page whose consent banner should be changed."""

    pageUrl: Uri = ABSENT
    id: Text = ABSENT


class ConsentImpact(Data):
    """The expected impact of the change."""

    business: Text | None = None
    user: Text | None = None


class ConsentBannerData(Data):
    """Data of ``consent-banner``."""

    mobile: Text | None = None
    desktop: Text | None = None
    recommendations: list[ConsentRecommendation] = ABSENT
    impact: ConsentImpact = ABSENT
    aggregationKey: Text | None = None
