"""PageIntent: the intent of the visitors of a page."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_url


class PageIntent(BaseModel):
    """The intent and topic of a page of a site. There is at most one for a page (``url``)."""

    ENTITY_NAME = "PageIntent"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"

    class PageIntent(StrEnum):
        """The intent of a page's visitors."""

        INFORMATIONAL = "INFORMATIONAL"
        NAVIGATIONAL = "NAVIGATIONAL"
        TRANSACTIONAL = "TRANSACTIONAL"
        COMMERCIAL = "COMMERCIAL"


class PageIntentCollection(BaseCollection[PageIntent]):
    """The collection of page intents."""

    COLLECTION_NAME = "PageIntentCollection"


schema = (
    SchemaBuilder(PageIntent, PageIntentCollection)
    .add_reference("belongs_to", "Site")
    .add_attribute("url", type="string", required=True, validate=is_url)
    .add_attribute("page_intent", type=PageIntent.PageIntent, required=True)
    .add_attribute("topic", type="string", required=True)
    .add_attribute("updated_by", type="string", default=PageIntent.DEFAULT_UPDATED_BY)
    .add_index(["url"], ["updated_at"])
    .build()
)
