"""What collections of sentiment analysis share: rows that are known by their site and a second key."""

from __future__ import annotations

from typing import Any, ClassVar, Unpack
from uuid import UUID

from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.base.core import M
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.options import Options
from spacecat_shared_data_access.models.paging import PagedCollection

NO_SITE = "SiteId is required"


class SentimentCollection(PagedCollection[M]):
    """A collection of what a site's sentiment analysis goes by.

    Listings give a `Page`; with ``limit=1`` one model or None.
    """

    SECOND_KEY: ClassVar[str] = ""
    """The attribute that, beside the site, says which one it is."""

    async def find_by_id(self, site_id: str | UUID | None = None, second_id: Any = None) -> M | None:
        """Find one by its site and its own id, or None.

        Args:
            site_id: The site's UUID.
            second_id: Its id within the site.

        Raises:
            ValidationError: One of them is missing.
            DataAccessError: As for `all`.
        """
        site_id, second_id = plain_value("site_id", site_id), plain_value("second_id", second_id)
        check_texts(f"Both site_id and {self.SECOND_KEY} are required", site_id, second_id)
        return await self.find_by_index_keys({"site_id": site_id, self.SECOND_KEY: second_id})

    async def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[Options]
    ) -> Page[M] | M | None:
        """Find all of a site.

        Args:
            site_id: The site's UUID.
            **options: As for `all`.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all`.
        """
        return await self._page(_keys(site_id), options)

    async def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[Options]
    ) -> Page[M] | M | None:
        """Find all of a site that are enabled.

        Args:
            site_id: The site's UUID.
            **options: As for `all`; ``where`` has no effect.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all`.
        """
        return await self._page(_keys(site_id), options, where=lambda attrs, op: op.eq(attrs.enabled, True))

    async def remove_for_site_id(self, site_id: str | UUID | None = None) -> None:
        """Remove all of a site. None at all is no error.

        Args:
            site_id: The site's UUID.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """
        found = await self._models(_keys(site_id))
        if found:
            await self.remove_by_index_keys([each.generate_composite_keys() for each in found])


def _keys(site_id: Any) -> dict[str, Any]:
    site_id = plain_value("site_id", site_id)
    check_texts(NO_SITE, site_id)
    return {"site_id": site_id}
