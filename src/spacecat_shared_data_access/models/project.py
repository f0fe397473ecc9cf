"""Project: a group of sites of an organization, such as the locales of one site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.site import Site


class Project(BaseModel):
    """A project of an organization."""

    ENTITY_NAME = "Project"

    async def get_primary_locale_sites(self) -> list[Site]:
        """Return the project's sites of the primary locale. Raises the same errors as `get_sites`."""
        return [site for site in await self.get_sites() if site.get_is_primary_locale()]


class ProjectCollection(BaseCollection[Project]):
    """The collection of projects."""

    COLLECTION_NAME = "ProjectCollection"


schema = (
    SchemaBuilder(Project, ProjectCollection)
    .add_reference("belongs_to", "Organization")
    .add_reference("has_many", "Sites")
    .add_attribute("project_name", type="string", required=True, validate=has_text)
    .add_all_index(["project_name"])
    .build()
)
