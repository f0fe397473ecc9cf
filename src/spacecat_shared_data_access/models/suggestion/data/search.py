"""Models of suggestion data about search engines and crawlers. Fields have the names used in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Annotated, Any

from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Data,
    Moment,
    Number,
    StrictModel,
    Text,
    TextOrEmpty,
    Uri,
    UriOrEmpty,
    one_of,
)


class StructuredData(Data):
    """Data of ``structured-data``."""

    url: Uri
    type: Text = ABSENT
    errors: list[dict[str, Any]] = ABSENT


class CanonicalData(Data):
    """Data of ``canonical``."""

    url: Uri
    checkType: Text = ABSENT
    type: Text = ABSENT
    suggestion: Text = ABSENT
    recommendedAction: Text = ABSENT
    explanation: Text = ABSENT
    aggregationKey: Text | None = None


class HeadingsData(Data):
    """Data of ``headings``."""

    url: Uri
    type: Text = ABSENT
    checkType: Text = ABSENT
    explanation: Text = ABSENT
    recommendedAction: Text = ABSENT
    checkTitle: Text = ABSENT
    isAISuggested: Boolean = ABSENT
    transformRules: dict[str, Any] = ABSENT
    aggregationKey: Text | None = None


class HreflangData(Data):
    """Data of ``hreflang``."""

    url: Uri
    type: Text = ABSENT
    checkType: Text = ABSENT
    explanation: Text = ABSENT
    recommendedAction: Text = ABSENT
    suggestion: Text | None = None
    aggregationKey: Text | None = None


class MetaTagsData(Data):
    """Data of ``meta-tags``."""

    url: Uri
    tagName: Text = ABSENT
    issue: Text = ABSENT
    tagContent: TextOrEmpty | None = None
    rank: Number = ABSENT
    seoRecommendation: Text = ABSENT
    issueDetails: Text = ABSENT
    seoImpact: Text = ABSENT
    aiRationale: Text = ABSENT
    aiSuggestion: Text = ABSENT
    aggregationKey: Text | None = None


class SitemapPageData(Data):
    """Data of ``sitemap``, about a page listed in the sitemap."""

    type: Annotated[Any, one_of(("url", "error"))] = ABSENT
    error: Text = ABSENT
    sitemapUrl: Uri
    pageUrl: Uri
    statusCode: Number = ABSENT
    urlsSuggested: UriOrEmpty = ABSENT
    recommendedAction: TextOrEmpty = ABSENT
    aggregationKey: Text | None = None


class SitemapErrorData(Data):
    """Data of ``sitemap``, about the sitemap itself (``type`` is ``error``)."""

    error: Text
    sitemapUrl: UriOrEmpty = ABSENT
    pageUrl: UriOrEmpty = ABSENT
    statusCode: Number = ABSENT
    urlsSuggested: UriOrEmpty = ABSENT
    recommendedAction: TextOrEmpty = ABSENT
    aggregationKey: Text | None = None


class ProductCoverageData(Data):
    """Data of ``sitemap-product-coverage``."""

    locale: Text = ABSENT
    url: Uri = ABSENT
    recommendedAction: Text = ABSENT
    aggregationKey: Text | None = None


class BlockedPage(Data):
    """A page that a user agent is not allowed to read."""

    url: Uri = ABSENT
    agent: Text = ABSENT


class LlmBlockedData(Data):
    """Data of ``llm-blocked``: a line of robots.txt that blocks the user agents of language models."""

    affectedUserAgents: list[Text] = ABSENT
    lineNumber: Number = ABSENT
    items: list[BlockedPage] = ABSENT
    robotsTxtHash: Text = ABSENT
    url: Uri = ABSENT
    pattern: Text = ABSENT
    aggregationKey: Text | None = None


class PrerenderValidation(StrictModel):
    """Whether the prerendered page matches the live page, and if not, why. Other keys are not allowed."""

    status: Boolean = ABSENT
    reason: Text = ABSENT
    validatedAt: Moment = ABSENT


class PrerenderData(Data):
    """Data of ``prerender``."""

    url: Uri
    contentGainRatio: Number = ABSENT
    wordCountBefore: Number = ABSENT
    wordCountAfter: Number = ABSENT
    originalHtmlKey: Text = ABSENT
    prerenderedHtmlKey: Text = ABSENT
    organicTraffic: Number = ABSENT
    aggregationKey: Text | None = None
    validation: PrerenderValidation = ABSENT
