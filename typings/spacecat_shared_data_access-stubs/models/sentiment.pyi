# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Sequence
from typing import Any, Unpack, overload
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel, Page
from spacecat_shared_data_access.models.base.collection import M, _AttributesT, _IncludeT, _ItemT, _NameT, _ValuesT
from spacecat_shared_data_access.models.base.queries import ModelOptions, PageOrModelOptions
from spacecat_shared_data_access.models.paging import AsyncPagedCollection, PagedCollection
from spacecat_shared_data_access.schema import SchemaBuilder

class SentimentModel(BaseModel):
    def generate_composite_keys(self) -> dict[str, Any]: ...

class AsyncSentimentModel(AsyncBaseModel):
    """A guideline or topic. Its primary key is ``site_id`` and an ID that is unique within the site."""

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the primary key, by attribute name: the site's ID and the entity's own."""

class SentimentCollection(PagedCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):  # fmt: skip
    def find_by_id(
        self, site_id: str | UUID | None = None, second_id: Any = None, *, include: Sequence[_IncludeT] | None = None
    ) -> M | None: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    @overload
    def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None: ...
    @overload
    def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    def remove_for_site_id(self, site_id: str | UUID | None = None) -> None: ...

class AsyncSentimentCollection(AsyncPagedCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):  # fmt: skip
    """A collection of guidelines or topics.

    Listings return a `Page`; with ``limit=1`` one model or None.
    """

    async def find_by_id(
        self, site_id: str | UUID | None = None, second_id: Any = None, *, include: Sequence[_IncludeT] | None = None
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

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
        """Find all entities of a site.

        Args:
            site_id: The site's UUID.
            **options: As for `all`.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    @overload
    async def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> M | None:
        """Find the enabled entities of a site.

        Args:
            site_id: The site's UUID.
            **options: As for `all`.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id_enabled(
        self, site_id: str | UUID | None = None, **options: Unpack[PageOrModelOptions[_AttributesT, _NameT, _IncludeT]]
    ) -> Page[M]: ...
    async def remove_for_site_id(self, site_id: str | UUID | None = None) -> None:
        """Delete all entities of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """

def sentiment_schema(
    model_class: type[BaseModel], collection_class: type[SentimentCollection[Any]], id_name: str
) -> SchemaBuilder: ...
