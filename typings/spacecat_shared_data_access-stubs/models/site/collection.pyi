# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Unpack, overload
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection, Page
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.queries import Direction
from spacecat_shared_data_access.models.site.model import (
    AsyncSite,
    Site,
    SiteAttributes,
    SiteValues,
    _SiteCursor,
    _SiteCursorBy,
    _SiteFind,
    _SiteFindBy,
    _SiteInclude,
    _SiteItems,
    _SiteKeys,
    _SiteList,
    _SiteListBy,
    _SiteModel,
    _SiteModelBy,
    _SiteName,
    _SitePageBy,
)
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.attribute import Record

class _SiteFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SiteKeys | None = None, **options: Unpack[_SiteModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _SiteKeys | None = None, **options: Unpack[_SiteCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _SiteKeys | None = None, **options: Unpack[_SiteListBy]) -> _List: ...
    def first(self, keys: _SiteKeys | None = None, **options: Unpack[_SiteFindBy]) -> _One: ...
    def page(
        self, keys: _SiteKeys | None = None, *, limit: int, cursor: str | None = None, **options: Unpack[_SitePageBy]
    ) -> _Page: ...
    def count(
        self,
        keys: _SiteKeys | None = None,
        *,
        where: Callable[[SiteAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SiteName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SiteValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _SiteKeys | None = None, *, limit: int | None = None, **options: Unpack[_SiteFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _SiteItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteName | Sequence[_SiteName] | None = None,
        **values: Unpack[SiteValues],
    ) -> _New: ...
    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteModel]) -> _One:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteCursor]) -> _Page: ...
    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_SiteList]) -> _List: ...
    def find_by_base_url(self, base_url: str, **options: Unpack[_SiteFind]) -> _One:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_SiteModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_SiteCursor]) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_SiteList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_SiteFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_delivery_type(self, delivery_type: Site.DeliveryType | str, **options: Unpack[_SiteModel]) -> _One:
        """Find all entities by delivery_type. Takes the options of `all`."""

    @overload
    def all_by_delivery_type(self, delivery_type: Site.DeliveryType | str, **options: Unpack[_SiteCursor]) -> _Page: ...
    @overload
    def all_by_delivery_type(self, delivery_type: Site.DeliveryType | str, **options: Unpack[_SiteList]) -> _List: ...
    def find_by_delivery_type(self, delivery_type: Site.DeliveryType | str, **options: Unpack[_SiteFind]) -> _One:
        """Find the first entity by delivery_type. Takes the options of `all`."""

    @overload
    def all_by_delivery_type_and_updated_at(
        self, delivery_type: Site.DeliveryType | str, updated_at: str | datetime, **options: Unpack[_SiteModel]
    ) -> _One:
        """Find all entities by delivery_type, updated_at. Takes the options of `all`."""

    @overload
    def all_by_delivery_type_and_updated_at(
        self, delivery_type: Site.DeliveryType | str, updated_at: str | datetime, **options: Unpack[_SiteCursor]
    ) -> _Page: ...
    @overload
    def all_by_delivery_type_and_updated_at(
        self, delivery_type: Site.DeliveryType | str, updated_at: str | datetime, **options: Unpack[_SiteList]
    ) -> _List: ...
    def find_by_delivery_type_and_updated_at(
        self, delivery_type: Site.DeliveryType | str, updated_at: str | datetime, **options: Unpack[_SiteFind]
    ) -> _One:
        """Find the first entity by delivery_type, updated_at. Takes the options of `all`."""

    @overload
    def all_by_external_owner_id(self, external_owner_id: str, **options: Unpack[_SiteModel]) -> _One:
        """Find all entities by external_owner_id. Takes the options of `all`."""

    @overload
    def all_by_external_owner_id(self, external_owner_id: str, **options: Unpack[_SiteCursor]) -> _Page: ...
    @overload
    def all_by_external_owner_id(self, external_owner_id: str, **options: Unpack[_SiteList]) -> _List: ...
    def find_by_external_owner_id(self, external_owner_id: str, **options: Unpack[_SiteFind]) -> _One:
        """Find the first entity by external_owner_id. Takes the options of `all`."""

    @overload
    def all_by_external_owner_id_and_external_site_id(
        self, external_owner_id: str, external_site_id: str, **options: Unpack[_SiteModel]
    ) -> _One:
        """Find all entities by external_owner_id, external_site_id. Takes the options of `all`."""

    @overload
    def all_by_external_owner_id_and_external_site_id(
        self, external_owner_id: str, external_site_id: str, **options: Unpack[_SiteCursor]
    ) -> _Page: ...
    @overload
    def all_by_external_owner_id_and_external_site_id(
        self, external_owner_id: str, external_site_id: str, **options: Unpack[_SiteList]
    ) -> _List: ...
    def find_by_external_owner_id_and_external_site_id(
        self, external_owner_id: str, external_site_id: str, **options: Unpack[_SiteFind]
    ) -> _One:
        """Find the first entity by external_owner_id, external_site_id. Takes the options of `all`."""

    @overload
    def all_by_project_id(self, project_id: str, **options: Unpack[_SiteModel]) -> _One:
        """Find all entities by project_id. Takes the options of `all`."""

    @overload
    def all_by_project_id(self, project_id: str, **options: Unpack[_SiteCursor]) -> _Page: ...
    @overload
    def all_by_project_id(self, project_id: str, **options: Unpack[_SiteList]) -> _List: ...
    def find_by_project_id(self, project_id: str, **options: Unpack[_SiteFind]) -> _One:
        """Find the first entity by project_id. Takes the options of `all`."""

    @overload
    def all_by_project_id_and_updated_at(
        self, project_id: str, updated_at: str | datetime, **options: Unpack[_SiteModel]
    ) -> _One:
        """Find all entities by project_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_project_id_and_updated_at(
        self, project_id: str, updated_at: str | datetime, **options: Unpack[_SiteCursor]
    ) -> _Page: ...
    @overload
    def all_by_project_id_and_updated_at(
        self, project_id: str, updated_at: str | datetime, **options: Unpack[_SiteList]
    ) -> _List: ...
    def find_by_project_id_and_updated_at(
        self, project_id: str, updated_at: str | datetime, **options: Unpack[_SiteFind]
    ) -> _One:
        """Find the first entity by project_id, updated_at. Takes the options of `all`."""

class SiteCollection(_SiteFinders[Site | None, Page[Site], list[Site], Site, int, Iterator[Site]], BaseCollection[Site, _SiteItems, _SiteKeys, SiteAttributes, _SiteName, _SiteInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_sites_to_audit(self) -> list[str]: ...
    def all_with_latest_audit(
        self, audit_type: str | None = None, order: Direction = "asc", delivery_type: str | None = None
    ) -> list[Site]: ...
    def find_by_preview_url(self, preview_url: str | None = None) -> Site | None: ...
    def all_by_project_name(self, project_name: str | None = None) -> list[Site]: ...
    def all_by_organization_id_and_project_id(
        self, organization_id: str, project_id: str | None = None
    ) -> list[Site]: ...
    def all_by_organization_id_and_project_name(
        self, organization_id: str, project_name: str | None = None
    ) -> list[Site]: ...
    def all_by_enrollment_product_code(
        self, product_code: str | None = None, *, attributes: Sequence[_SiteName] | None = None
    ) -> list[Site]: ...
    def all_by_enrollment_and_tier(
        self, tier: str | None = None, product_code: str | None = None, *, attributes: Sequence[_SiteName] | None = None
    ) -> list[Site]: ...
    def all_by_enrollment_filtered(
        self,
        enrollment: Mapping[str, str] | None = None,
        *,
        tier: str | None = None,
        product_code: str | None = None,
        where: Callable[[SiteAttributes, Operators], Expression | None] | None = None,
        order_by: Any = None,
        limit: Any = None,
        cursor: str | None = None,
        return_cursor: bool = False,
    ) -> list[Site] | Page[Site]: ...
    def update_row(
        self, keys: _SiteKeys, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]: ...

class AsyncSiteCollection(_SiteFinders[Coroutine[Any, Any, AsyncSite | None], Coroutine[Any, Any, Page[AsyncSite]], Coroutine[Any, Any, list[AsyncSite]], Coroutine[Any, Any, AsyncSite], Coroutine[Any, Any, int], AsyncIterator[AsyncSite]], AsyncBaseCollection[AsyncSite, _SiteItems, _SiteKeys, SiteAttributes, _SiteName, _SiteInclude]):  # fmt: skip
    """The collection of sites."""

    COLLECTION_NAME: ClassVar[str]

    async def all_sites_to_audit(self) -> list[str]:
        """Return the IDs of all sites. Raises the same errors as `all`."""

    async def all_with_latest_audit(
        self, audit_type: str | None = None, order: Direction = "asc", delivery_type: str | None = None
    ) -> list[AsyncSite]:
        """Find sites in the order of their latest audits of a type.

        The audits are cached: ``get_latest_audit_by_audit_type(audit_type)`` of a site sends no request.

        Args:
            audit_type: Such as ``cwv``.
            order: The order of the audits.
            delivery_type: A `Site.DeliveryType` to filter by. Ignored if it is not one.

        Returns:
            The sites. Those without an audit of this type come last.

        Raises:
            ValidationError: The audit type is missing.
            DataAccessError: As for `all`.
        """

    async def find_by_preview_url(self, preview_url: str | None = None) -> AsyncSite | None:
        """Find a site by the URL of a preview, or of an AEM Cloud Service author.

        Args:
            preview_url: Such as ``https://main--site--owner.aem.page/``, or
                ``https://author-p1-e2.adobeaemcloud.com/``.

        Returns:
            The site, or None.

        Raises:
            ValidationError: The URL is invalid or of another kind.
            DataAccessError: As for `all`.
        """

    async def all_by_project_name(self, project_name: str | None = None) -> list[AsyncSite]:
        """Find the sites of the first project with a name.

        Args:
            project_name: The project's name.

        Raises:
            ValidationError: The name is missing.
            DataAccessError: As for `all`.
        """

    async def all_by_organization_id_and_project_id(
        self, organization_id: str, project_id: str | None = None
    ) -> list[AsyncSite]:
        """Find the sites of a project of an organization.

        Args:
            organization_id: The organization's UUID.
            project_id: The project's UUID.

        Returns:
            The sites. Empty if the project does not belong to the organization.

        Raises:
            ValidationError: An ID is missing, or the organization's ID is not a UUID.
            DataAccessError: As for `all`.
        """

    async def all_by_organization_id_and_project_name(
        self, organization_id: str, project_name: str | None = None
    ) -> list[AsyncSite]:
        """Find the sites of a project of an organization, by the project's name.

        Args:
            organization_id: The organization's UUID.
            project_name: The project's name.

        Raises:
            ValidationError: The ID or the name is missing, or the ID is not a UUID.
            DataAccessError: As for `all`.
        """

    async def all_by_enrollment_product_code(
        self, product_code: str | None = None, *, attributes: Sequence[_SiteName] | None = None
    ) -> list[AsyncSite]:
        """Find the sites that are enrolled in a product.

        Args:
            product_code: Such as ``LLMO``.
            attributes: The attributes to read. The default is all.

        Raises:
            ValidationError: The product code is missing.
            DataAccessError: As for `all`.
        """

    async def all_by_enrollment_and_tier(
        self, tier: str | None = None, product_code: str | None = None, *, attributes: Sequence[_SiteName] | None = None
    ) -> list[AsyncSite]:
        """Find the sites that are enrolled at a tier.

        Args:
            tier: Such as ``PAID``.
            product_code: Such as ``LLMO``. The default is any product.
            attributes: The attributes to read. The default is all.

        Raises:
            ValidationError: The tier is missing.
            DataAccessError: As for `all`.
        """

    async def all_by_enrollment_filtered(
        self,
        enrollment: Mapping[str, str] | None = None,
        *,
        tier: str | None = None,
        product_code: str | None = None,
        where: Callable[[SiteAttributes, Operators], Expression | None] | None = None,
        order_by: Any = None,
        limit: Any = None,
        cursor: str | None = None,
        return_cursor: bool = False,
    ) -> list[AsyncSite] | Page[AsyncSite]:
        """Find the sites that are enrolled at a tier, in a product, or both.

        Args:
            enrollment: ``{"tier": …, "productCode": …}``, as in the original; or use the keywords.
            tier: Such as ``PAID``.
            product_code: Such as ``LLMO``.
            where: Conditions on the sites, as for `all`.
            order_by: As for `all`. The default is the most recently updated first.
            limit: The maximum number of sites. If it is not a positive integer all sites are returned or,
                with ``return_cursor``, a page of the default size.
            cursor: The ``cursor`` of the previous `Page`.
            return_cursor: Whether to return a `Page` instead of a list.

        Returns:
            The sites, without duplicates. ``limit=1`` returns a list too.

        Raises:
            ValidationError: Both the tier and the product code are missing, or an option is invalid.
            DataAccessError: The server rejected the request (``Failed to query sites by enrollment filter``).
            UnavailableError: The server was not reachable or not available.
        """

    async def update_row(
        self, keys: _SiteKeys, updates: Record, guard: Sequence[tuple[str, str | None]] = ...
    ) -> list[Row]:
        """Update one row, after checking the configuration: `update_by_keys` and `save` call this."""
