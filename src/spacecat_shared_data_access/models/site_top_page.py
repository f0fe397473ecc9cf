"""SiteTopPage: a page of a site, with its traffic."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from spacecat_shared_data_access.models.arguments import optional_text, site_key
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_integer, is_iso_date, is_url, is_uuid
from spacecat_shared_data_access.schema.values import now


class SiteTopPage(BaseModel):
    """A page of a site, with its traffic in a country according to a data source."""

    ENTITY_NAME = "SiteTopPage"

    DEFAULT_GEO: ClassVar[str] = "global"
    """The value of ``geo`` that stands for all countries."""


class SiteTopPageCollection(BaseCollection[SiteTopPage]):
    """The collection of top pages."""

    COLLECTION_NAME = "SiteTopPageCollection"

    async def remove_for_site_id(
        self, site_id: str | UUID | None = None, source: str | None = None, geo: str | None = None
    ) -> None:
        """Delete the pages of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.
            source: The data source whose pages are deleted. The default is all sources.
            geo: The country whose pages are deleted. The default is all countries.

        Raises:
            ValidationError: The site ID is missing, or the source or the country is empty or not a text.
            DataAccessError: As for `all` and `remove_by_ids`.
        """
        key = site_key(site_id)
        optional = {"source": optional_text("source", source), "geo": optional_text("geo", geo)}
        keys = {name: value for name, value in optional.items() if value is not None}
        found = await self.list_models(key | keys)
        if found:
            await self.remove_by_ids([page.get_id() for page in found])


schema = (
    SchemaBuilder(SiteTopPage, SiteTopPageCollection)
    .add_reference("belongs_to", "Site", ["source", "geo", "traffic"])
    .add_attribute("site_id", type="string", required=True, validate=is_uuid)
    .add_attribute("url", type="string", required=True, validate=is_url)
    .add_attribute("traffic", type="number", required=True, validate=is_integer)
    .add_attribute("source", type="string", required=True)
    .add_attribute("top_keyword", type="string")
    .add_attribute("geo", type="string", default=SiteTopPage.DEFAULT_GEO)
    .add_attribute("imported_at", type="string", required=True, default=now, validate=is_iso_date)
    .build()
)
