"""Preflight: the check of a page before it is published."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import (
    check_key,
    has_text,
    is_falsy,
    is_iso_date,
    is_map,
    is_url,
    optional,
    text_length,
)

_MAX_URL_LENGTH: Final = 2048


class Preflight(BaseModel):
    """A check of a page (``url``), requested by a user (``created_by``, with an ``email``).

    Its asynchronous job holds the results; ``status`` and ``ended_at`` are copies of the job's. It is deleted
    with the job.
    """

    ENTITY_NAME = "Preflight"

    class Status(StrEnum):
        """The progress of a check."""

        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    def to_dict(self) -> Record:
        """Return the values by Python attribute name, without null values and the job's ID.

        The job is internal: `to_json` does not include its ID either.
        """
        values = super().to_dict()
        values.pop("async_job_id", None)
        return values


class PreflightCollection(BaseCollection[Preflight]):
    """The collection of preflights."""

    COLLECTION_NAME = "PreflightCollection"

    async def all_by_site_id_and_url(self, site_id: Any, url: str | None = None) -> list[Preflight]:
        """Find the preflights of a site, or of one of its pages.

        Args:
            site_id: The site's UUID.
            url: The page's URL, exactly as stored; None or an empty text for all pages.

        Returns:
            The preflights, the most recently updated first.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """
        site_id = plain_value("site_id", site_id)
        check_key(self.schema.attributes["site_id"], site_id)
        found = await self.list_models({"site_id": site_id})
        if is_falsy(url):
            return found
        return [preflight for preflight in found if preflight.record.get("url") == url]


def _is_short_url(value: object) -> bool:
    return isinstance(value, str) and is_url(value) and text_length(value) <= _MAX_URL_LENGTH


def _has_email(value: Any) -> bool:
    return is_map(value) and has_text(value.get("email"))


schema = (
    SchemaBuilder(Preflight, PreflightCollection)
    .add_reference("belongs_to", "Site")
    .add_reference("belongs_to", "AsyncJob")
    .add_attribute("url", type="string", required=True, validate=_is_short_url)
    .add_attribute("status", type=Preflight.Status, required=True, default=Preflight.Status.IN_PROGRESS)
    .add_attribute("created_by", type="any", required=True, validate=_has_email)
    .add_attribute("ended_at", type="string", validate=optional(is_iso_date))
    .build()
)
