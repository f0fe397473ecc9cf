"""The parts that sentiment guidelines and topics share: their key is a site and an ID of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack
from uuid import UUID, uuid4

from spacecat_shared_data_access.models.arguments import check_texts, site_key
from spacecat_shared_data_access.models.base import BaseModel, Page
from spacecat_shared_data_access.models.base.collection import M
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.paging import PagedCollection
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text


class SentimentModel(BaseModel):
    """A guideline or topic. Its primary key is ``site_id`` and an ID that is unique within the site."""

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the primary key, by attribute name: the site's ID and the entity's own."""
        return {name: self.record.get(name) for name in self.schema.primary_keys}


class SentimentCollection(PagedCollection[M]):
    """A collection of guidelines or topics.

    Listings return a `Page`; with ``limit=1`` one model or None.
    """

    async def find_by_id(
        self,
        site_id: str | UUID | None = None,
        second_id: Any = None,
        *,
        include: Sequence[str] | None = None,
    ) -> M | None:
        """Find an entity by its primary key.

        Args:
            site_id: The site's UUID.
            second_id: The entity's ID within the site.
            include: The related entities to load, as for `all`.

        Returns:
            The entity; None if there is no match.

        Raises:
            ValidationError: An ID is missing.
            DataAccessError: As for `all`.
        """
        site_id, second_id = plain_value("site_id", site_id), plain_value("second_id", second_id)
        names = self.schema.primary_keys
        check_texts(f"Both {' and '.join(names)} are required", site_id, second_id)
        keys = dict(zip(names, (site_id, second_id), strict=True))
        return await self.find_by_index_keys(keys, include=include)

    async def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[Options]
    ) -> Page[M] | M | None:
        """Find all entities of a site.

        Args:
            site_id: The site's UUID.
            **options: As for `all`.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """
        return await self._page(site_key(site_id), options)

    async def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[Options]
    ) -> Page[M] | M | None:
        """Find the enabled entities of a site.

        Args:
            site_id: The site's UUID.
            **options: As for `all`.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """
        return await self._page(
            site_key(site_id), options, where=lambda attrs, op: op.eq(attrs.enabled, True)
        )

    async def remove_for_site_id(self, site_id: str | UUID | None = None) -> None:
        """Delete all entities of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """
        found = await self.list_models(site_key(site_id))
        if found:
            await self.remove_by_index_keys([each.generate_composite_keys() for each in found])


def sentiment_schema(
    model_class: type[BaseModel], collection_class: type[SentimentCollection[Any]], id_name: str
) -> SchemaBuilder:
    """Create a schema builder with the attributes that all sentiment entities begin with.

    Args:
        model_class: The entity's model.
        collection_class: The entity's collection.
        id_name: The attribute that identifies an entity within its site.
    """
    return (
        SchemaBuilder(model_class, collection_class)
        .with_primary_partition_keys(["site_id"])
        .with_primary_sort_keys([id_name])
        .add_reference("belongs_to", "Site")
        .add_attribute(id_name, type="string", required=True, read_only=True, default=lambda: str(uuid4()))
        .add_attribute("name", type="string", required=True, validate=has_text)
    )
