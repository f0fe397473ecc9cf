"""ScrapeJob: a scrape of pages of a site."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from spacecat_shared_data_access.models.base import BaseModel, Page
from spacecat_shared_data_access.models.jobs import JobCollection, JobSchemaBuilder, JobStatus, JobUrlStatus
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import is_falsy, is_map, is_string, is_url, optional


class ScrapeJob(BaseModel):
    """A run of the scraper over the URLs of a site.

    ``custom_headers`` are sent to the site with every request and may contain credentials: they never
    appear in a log line or an error.
    """

    ENTITY_NAME = "ScrapeJob"

    SCRAPE_JOB_EXPIRES_IN_DAYS: ClassVar[int] = 120

    ScrapeJobStatus = JobStatus
    ScrapeUrlStatus = JobUrlStatus

    class ScrapeOption(StrEnum):
        """The keys of ``options`` that the scraper supports."""

        ENABLE_JAVASCRIPT = "enableJavascript"
        HIDE_CONSENT_BANNER = "hideConsentBanners"
        PAGE_LOAD_TIMEOUT = "pageLoadTimeout"
        WAIT_FOR_SELECTOR = "waitForSelector"
        SECTION_LOAD_WAIT_TIME = "sectionLoadWaitTime"
        SCREENSHOT_TYPES = "screenshotTypes"

    class ScrapeProcessingType(StrEnum):
        """The purpose of a scrape."""

        DEFAULT = "default"
        ACCESSIBILITY = "accessibility"
        FORM_ACCESSIBILITY = "form-accessibility"
        FORM = "form"
        TEXT_CONTENT = "text-content"

    class ScrapeScreenshotType(StrEnum):
        """The part of a page that a screenshot shows."""

        FULL_PAGE = "fullPage"
        THUMBNAIL = "thumbnail"
        SECTION = "section"
        BLOCK = "block"
        SCROLL = "scroll"


class ScrapeJobCollection(JobCollection[ScrapeJob]):
    """The collection of scrape jobs."""

    COLLECTION_NAME = "ScrapeJobCollection"

    async def all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        **options: Any,
    ) -> list[ScrapeJob] | ScrapeJob | Page[ScrapeJob] | None:
        """Find the jobs of a site with the given processing type and options.

        Args:
            base_url: The site's URL.
            processing_type: A `ScrapeJob.ScrapeProcessingType`.
            opt_enable_javascript: ``T`` or ``F``: whether scripts were run.
            opt_hide_consent_banner: ``T`` or ``F``: whether consent banners were hidden.
            **options: As for `all`.

        Raises:
            ValidationError: A key is None, or an option is invalid.
            DataAccessError: As for `all`.
        """
        keys = {
            "base_url": base_url,
            "processing_type": processing_type,
            "opt_enable_javascript": opt_enable_javascript,
            "opt_hide_consent_banner": opt_hide_consent_banner,
        }
        return await self.all_by_index_keys(keys, **options)

    async def find_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
        self,
        base_url: str,
        processing_type: str,
        opt_enable_javascript: str,
        opt_hide_consent_banner: str,
        **options: Any,
    ) -> ScrapeJob | Page[ScrapeJob] | None:
        """Find the latest job of a site with the given processing type and options.

        Args:
            base_url: The site's URL.
            processing_type: A `ScrapeJob.ScrapeProcessingType`.
            opt_enable_javascript: ``T`` or ``F``: whether scripts were run.
            opt_hide_consent_banner: ``T`` or ``F``: whether consent banners were hidden.
            **options: As for `all`.

        Returns:
            The job, or None. With ``return_cursor`` and a limit above 1, a whole page, as in the original.

        Raises:
            ValidationError: A key is None, or an option is invalid.
            DataAccessError: As for `all`.
        """
        options["limit"] = options.get("limit") or 1
        if options["limit"] == 1:
            options["return_cursor"] = False
        found = await self.all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner(
            base_url, processing_type, opt_enable_javascript, opt_hide_consent_banner, **options
        )
        return next(iter(found), None) if isinstance(found, list) else found


def _flag_of(option: ScrapeJob.ScrapeOption) -> dict[str, Any]:
    # The declaration of an attribute with the letter that finders filter by.
    def flag(_value: Any, record: Record) -> str:
        options = record.get("options")
        return "F" if not isinstance(options, Mapping) or is_falsy(options.get(option)) else "T"

    return {
        "type": "string",
        "postgrest_ignore": True,
        "hidden": True,
        "read_only": True,
        "watch": ["options"],
        "set": flag,
    }


schema = (
    JobSchemaBuilder(ScrapeJob, ScrapeJobCollection)
    .with_record_expiry(ScrapeJob.SCRAPE_JOB_EXPIRES_IN_DAYS)
    .add_reference("has_many", "ScrapeUrls")
    .add_attribute("base_url", type="string", required=True, validate=is_url)
    .add_attribute("processing_type", type="string", required=True, validate=is_string)
    .add_job_duration()
    .add_attribute("scrape_queue_id", type="string")
    .add_attribute("options", type="any", validate=optional(is_map))
    .add_attribute("custom_headers", type="any", secret=True)
    .add_job_status()
    .add_attribute("results", type="any")
    .add_attribute(
        "abort_info",
        type="map",
        properties={
            "reason": {"type": "string"},
            "details": {
                "type": "map",
                "properties": {
                    "blockedUrlsCount": {"type": "number"},
                    "totalUrlsCount": {"type": "number"},
                    "blockedUrls": {
                        "type": "list",
                        "items": {
                            "type": "map",
                            "properties": {
                                "url": {"type": "string"},
                                "blockerType": {"type": "string"},
                                "httpStatus": {"type": "number"},
                                "confidence": {"type": "number"},
                            },
                        },
                    },
                    # Whether blockedUrls is truncated.
                    "blockedUrlsSampled": {"type": "boolean"},
                    "byBlockerType": {"type": "any"},
                    "byHttpStatus": {"type": "any"},
                    "auditType": {"type": "string"},
                    "siteId": {"type": "string"},
                    "siteUrl": {"type": "string"},
                },
            },
        },
    )
    .add_attribute("opt_enable_javascript", **_flag_of(ScrapeJob.ScrapeOption.ENABLE_JAVASCRIPT))
    .add_attribute("opt_hide_consent_banner", **_flag_of(ScrapeJob.ScrapeOption.HIDE_CONSENT_BANNER))
    .add_all_index(["started_at"])
    .add_index(["base_url"], ["processing_type", "started_at"])
    .add_index(
        ["base_url", "processing_type"], ["opt_enable_javascript", "opt_hide_consent_banner", "started_at"]
    )
    .add_index(["status"], ["updated_at"])
    .build()
)
