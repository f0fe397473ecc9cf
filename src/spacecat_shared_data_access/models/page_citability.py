"""PageCitability: how well language models can read and cite a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_number, is_url, optional


class PageCitability(BaseModel):
    """The citability of a page. There is at most one for a page; ``url`` is unique across all sites.

    ``bot_words`` is the number of words that a crawler receives, ``normal_words`` that of the rendered page.
    """

    ENTITY_NAME = "PageCitability"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"
    UPDATED_BY_PRERENDER: ClassVar[str] = "prerender"
    UPDATED_BY_PAGE_CITABILITY: ClassVar[str] = "page-citability"


class PageCitabilityCollection(BaseCollection[PageCitability]):
    """The collection of page citabilities."""

    COLLECTION_NAME = "PageCitabilityCollection"

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = True,  # noqa: ARG002 - has no effect
        on_conflict: str | Sequence[str] | None = "url",  # noqa: ARG002 - has no effect
        **values: Any,
    ) -> PageCitability:
        """Create or update the citability of a page.

        This is always an upsert by ``url``, so that concurrent creates for one page do not conflict.

        Args:
            item: The values, by attribute name. See `BaseCollection.create`.
            upsert: Has no effect.
            on_conflict: Has no effect.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: As for `BaseCollection.create`.
            DataAccessError: As for `BaseCollection.create`.
        """
        item = self._with_keywords(item, values)
        return await super().create(item, upsert=True, on_conflict="url")


schema = (
    SchemaBuilder(PageCitability, PageCitabilityCollection)
    .add_reference("belongs_to", "Site")
    .add_attribute("url", type="string", required=True, validate=is_url)
    .add_attribute("citability_score", type="number", validate=optional(is_number))
    .add_attribute("content_ratio", type="number", validate=optional(is_number))
    .add_attribute("word_difference", type="number", validate=optional(is_number))
    .add_attribute("bot_words", type="number", validate=optional(is_number))
    .add_attribute("normal_words", type="number", validate=optional(is_number))
    .add_attribute("is_deployed_at_edge", type="boolean")
    .add_attribute("updated_by", type="string", default=PageCitability.DEFAULT_UPDATED_BY)
    .add_index(["url"], ["updated_at"])
    .build()
)
