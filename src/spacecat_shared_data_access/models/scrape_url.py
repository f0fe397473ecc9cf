"""ScrapeUrl: a URL of a scrape job."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.jobs import add_job_url_attributes
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_map, is_number, is_string, optional
from spacecat_shared_data_access.schema.values import to_timestamp

_HOURS_PER_WEEK = 7 * 24
_MAX_AGE_IN_HOURS = 24 * 365 * 100


class ScrapeUrl(BaseModel):
    """A page that a scrape job fetches, and the result.

    ``file`` and ``path`` are the location of the result; ``reason`` says why there is none. ``is_original``
    is true for URLs that were requested and false for those that a redirect led to.
    """

    ENTITY_NAME = "ScrapeUrl"

    SCRAPE_URL_EXPIRES_IN_DAYS: ClassVar[int] = 120


class ScrapeUrlCollection(BaseCollection[ScrapeUrl]):
    """The collection of URLs of scrape jobs."""

    COLLECTION_NAME = "ScrapeUrlCollection"

    async def all_recent_by_url_and_processing_type(
        self, url: str, processing_type: str, max_age_in_hours: float = _HOURS_PER_WEEK
    ) -> list[ScrapeUrl]:
        """Find recent scrapes of a requested URL, so that it need not be scraped again.

        Args:
            url: The URL.
            processing_type: A `ScrapeJob.ScrapeProcessingType`.
            max_age_in_hours: The maximum age, in hours. The default is one week.

        Raises:
            ValidationError: The URL or the processing type is None, or the age is not between 0 and 100
                years.
            DataAccessError: As for `all`.
        """
        current = datetime.now(UTC)
        if not is_number(max_age_in_hours) or not 0 <= max_age_in_hours <= _MAX_AGE_IN_HOURS:
            raise ValidationError(f"max_age_in_hours must be a number from 0 to {_MAX_AGE_IN_HOURS}")
        earliest = current - timedelta(hours=max_age_in_hours)
        return await self.list_models(
            {"url": url, "is_original": True, "processing_type": processing_type},
            between=("created_at", to_timestamp(earliest), to_timestamp(current)),
        )


schema = (
    add_job_url_attributes(
        SchemaBuilder(ScrapeUrl, ScrapeUrlCollection)
        .with_record_expiry(ScrapeUrl.SCRAPE_URL_EXPIRES_IN_DAYS)
        .add_reference("belongs_to", "ScrapeJob", ["status"])
    )
    .add_attribute("processing_type", type="string", required=True, validate=is_string)
    .add_attribute("options", type="any", validate=optional(is_map))
    .add_attribute("is_original", type="boolean", default=True)
    .add_index(["url"], ["is_original", "processing_type", "created_at"])
    .build()
)
