from spacecat_shared_data_access.models.site.collection import AsyncSiteCollection, SiteCollection
from spacecat_shared_data_access.models.site.model import AsyncSite, Site
from spacecat_shared_data_access.schema.schema import Schema

__all__ = ["AsyncSite", "AsyncSiteCollection", "Site", "SiteCollection", "schema"]
schema: Schema
