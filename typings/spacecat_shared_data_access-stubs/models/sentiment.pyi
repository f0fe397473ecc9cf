# mypy: disable-error-code="overload-overlap, override"
from typing import Any, ClassVar, Unpack, overload
from uuid import UUID

from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.base.core import M, _AttributesT, _ItemT, _NameT, _ValuesT
from spacecat_shared_data_access.models.base.options import ModelOptions, PageOrModelOptions
from spacecat_shared_data_access.models.paging import AsyncPagedCollection, PagedCollection

NO_SITE: str

class SentimentCollection(PagedCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    SECOND_KEY: ClassVar[str]
    "The attribute that, beside the site, says which one it is."

    def find_by_id(self, site_id: str | UUID | None = None, second_id: Any = None) -> M | None: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    @overload
    def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    @overload
    def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    def remove_for_site_id(self, site_id: str | UUID | None = None) -> None: ...

class AsyncSentimentCollection(AsyncPagedCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    """A collection of what a site's sentiment analysis goes by.

    Listings give a `Page`; with ``limit=1`` one model or None.
    """

    SECOND_KEY: ClassVar[str]
    "The attribute that, beside the site, says which one it is."

    async def find_by_id(self, site_id: str | UUID | None = None, second_id: Any = None) -> M | None:
        """Find one by its site and its own id, or None.

        Args:
            site_id: The site's UUID.
            second_id: Its id within the site.

        Raises:
            ValidationError: One of them is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find all of a site.

        Args:
            site_id: The site's UUID.
            **options: As for `all`.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    @overload
    async def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find all of a site that are enabled.

        Args:
            site_id: The site's UUID.
            **options: As for `all`; ``where`` has no effect.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    async def remove_for_site_id(self, site_id: str | UUID | None = None) -> None:
        """Remove all of a site. None at all is no error.

        Args:
            site_id: The site's UUID.

        Raises:
            ValidationError: The site is missing.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """
