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

_LONGEST_URL: Final = 2048


class Preflight(BaseModel):
    """One check of one page (``url``), asked for by somebody (``created_by``, with an ``email``).

    The job behind it holds what was found; ``status`` and ``ended_at`` repeat here what the job says. It
    goes with its job.
    """

    ENTITY_NAME = "Preflight"

    class Status(StrEnum):
        """How far the check is."""

        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    def to_dict(self) -> Record:
        """Give the values by Python attribute name, without what is null and without the job's id.

        The job is no business of those who are shown a preflight; `to_json` leaves it out too.
        """
        values = super().to_dict()
        values.pop("async_job_id", None)
        return values


class PreflightCollection(BaseCollection[Preflight]):
    """All preflights."""

    COLLECTION_NAME = "PreflightCollection"

    async def all_by_site_id_and_url(self, site_id: Any, url: str | None = None) -> list[Preflight]:
        """Find a site's preflights, of all its pages or of one.

        Args:
            site_id: The site's UUID.
            url: The page's URL, exactly as it is stored; all pages where not given or empty.

        Returns:
            The preflights, the latest change first.

        Raises:
            ValidationError: There is no site id.
            DataAccessError: As for `all`.
        """
        site_id = plain_value("site_id", site_id)
        check_key(self.schema.attributes["site_id"], site_id)
        found = await self._models({"site_id": site_id})
        if is_falsy(url):
            return found
        return [preflight for preflight in found if preflight.record.get("url") == url]


def _is_url_of_fair_length(value: object) -> bool:
    return isinstance(value, str) and is_url(value) and text_length(value) <= _LONGEST_URL


def _has_email(value: Any) -> bool:
    return is_map(value) and has_text(value.get("email"))


schema = (
    SchemaBuilder(Preflight, PreflightCollection)
    .add_reference("belongs_to", "Site")
    .add_reference("belongs_to", "AsyncJob")
    .add_attribute("url", type="string", required=True, validate=_is_url_of_fair_length)
    .add_attribute("status", type=Preflight.Status, required=True, default=Preflight.Status.IN_PROGRESS)
    .add_attribute("created_by", type="any", required=True, validate=_has_email)
    .add_attribute("ended_at", type="string", validate=optional(is_iso_date))
    .build()
)
