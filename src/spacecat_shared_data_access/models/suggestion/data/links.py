"""Models of suggestion data about links and redirects. Fields have the names used in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Any, Self

from pydantic import model_validator

from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Data,
    LenientUrl,
    Number,
    Text,
    Uri,
    refused,
)


class _Link(Data):
    @model_validator(mode="after")
    def _check_source_and_target(self) -> Self:
        for names in (("url_from", "urlFrom"), ("url_to", "urlTo")):
            if self.model_fields_set.isdisjoint(names):
                raise refused(f"must contain at least one of [{', '.join(names)}]")
        return self


class BacklinkData(_Link):
    """Data of ``broken-backlinks``. Both spellings of the two URLs are in use."""

    url_from: Uri = ABSENT
    urlFrom: Uri = ABSENT
    url_to: Uri = ABSENT
    urlTo: Uri = ABSENT
    title: Text = ABSENT
    traffic_domain: Number = ABSENT
    aiRationale: Text = ABSENT
    urlsSuggested: list[Uri] = ABSENT
    aggregationKey: Text | None = None


class InternalLinkData(_Link):
    """Data of ``broken-internal-links``: links as found on pages, well-formed or not."""

    url_from: LenientUrl = ABSENT
    urlFrom: LenientUrl = ABSENT
    url_to: LenientUrl = ABSENT
    urlTo: LenientUrl = ABSENT
    title: Text = ABSENT
    urlsSuggested: list[LenientUrl] = ABSENT
    aiRationale: Text = ABSENT
    trafficDomain: Number = ABSENT
    priority: Text = ABSENT
    aggregationKey: Text | None = None


class RedirectChainData(Data):
    """Data of ``redirect-chains``."""

    key: Text = ABSENT
    fixType: Text = ABSENT
    fix: Text = ABSENT
    canApplyFixAutomatically: Boolean = ABSENT
    redirectsFile: Text = ABSENT
    redirectCount: Number = ABSENT
    httpStatusCode: Number = ABSENT
    sourceUrl: Uri = ABSENT
    sourceUrlFull: Uri = ABSENT
    destinationUrl: Uri = ABSENT
    destinationUrlFull: Uri = ABSENT
    finalUrl: Uri = ABSENT
    finalUrlFull: Uri = ABSENT
    ordinalDuplicate: Number = ABSENT
    redirectChain: list[dict[str, Any]] = ABSENT
    errorMsg: Text = ABSENT
    aggregationKey: Text | None = None
