# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SiteImsOrgAccessName: TypeAlias = Literal[
    "site_ims_org_access_id", "created_at", "updated_at", "updated_by", "site_id", "organization_id",
    "target_organization_id", "product_code", "role", "granted_by", "expires_at"
]
_SiteImsOrgAccessInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "organization",
    "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections"
]
_SiteImsOrgAccessItems: TypeAlias = SiteImsOrgAccessItem | SiteImsOrgAccessJsonItem
_SiteImsOrgAccessKeys: TypeAlias = SiteImsOrgAccessValues | SiteImsOrgAccessJsonValues
_SiteImsOrgAccessFind: TypeAlias = FindOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude]
_SiteImsOrgAccessModel: TypeAlias = ModelOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude]
_SiteImsOrgAccessCursor: TypeAlias = CursorOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude]
_SiteImsOrgAccessList: TypeAlias = ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude]
# fmt: on

@type_check_only
class _SiteImsOrgAccessOptional(TypedDict, total=False):
    site_ims_org_access_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    role: SiteImsOrgAccess.DelegationRole | str
    granted_by: str | None
    expires_at: str | datetime | None

@type_check_only
class SiteImsOrgAccessItem(_SiteImsOrgAccessOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    organization_id: str | UUID
    target_organization_id: str | UUID
    product_code: Entitlement.ProductCode | str

@type_check_only
class SiteImsOrgAccessValues(_SiteImsOrgAccessOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    organization_id: str | UUID
    target_organization_id: str | UUID
    product_code: Entitlement.ProductCode | str

@type_check_only
class _SiteImsOrgAccessJsonOptional(TypedDict, total=False):
    siteImsOrgAccessId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    role: SiteImsOrgAccess.DelegationRole | str
    grantedBy: str | None
    expiresAt: str | datetime | None

@type_check_only
class SiteImsOrgAccessJsonItem(_SiteImsOrgAccessJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    organizationId: str | UUID
    targetOrganizationId: str | UUID
    productCode: Entitlement.ProductCode | str

@type_check_only
class SiteImsOrgAccessJsonValues(_SiteImsOrgAccessJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    organizationId: str | UUID
    targetOrganizationId: str | UUID
    productCode: Entitlement.ProductCode | str

class _SiteImsOrgAccessProperties:
    site_ims_org_access_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    organization_id: Writable[str, str | UUID]
    target_organization_id: ReadOnly[str]
    product_code: ReadOnly[Entitlement.ProductCode | str]
    role: Writable[SiteImsOrgAccess.DelegationRole | str, SiteImsOrgAccess.DelegationRole | str]
    granted_by: Writable[str | None, str | None]
    expires_at: Writable[str | None, str | datetime | None]

@type_check_only
class SiteImsOrgAccessAttributes(_SiteImsOrgAccessProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SiteImsOrgAccessFindBy(
    FindOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude],
    SiteImsOrgAccessValues,
    total=False,
): ...
class _SiteImsOrgAccessModelBy(
    ModelOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude],
    SiteImsOrgAccessValues,
    total=False,
): ...
class _SiteImsOrgAccessCursorBy(
    CursorOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude],
    SiteImsOrgAccessValues,
    total=False,
): ...
class _SiteImsOrgAccessListBy(
    ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude],
    SiteImsOrgAccessValues,
    total=False,
): ...
class _SiteImsOrgAccessPageBy(
    PageOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude],
    SiteImsOrgAccessValues,
    total=False,
): ...

class _SiteImsOrgAccessUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    organization_id: str | UUID
    role: SiteImsOrgAccess.DelegationRole | str
    granted_by: str | None
    expires_at: str | datetime | None

class _SiteImsOrgAccessFields(_SiteImsOrgAccessProperties):
    def get_site_ims_org_access_id(self) -> str:
        """Return site_ims_org_access_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self: ...
    def get_target_organization_id(self) -> str:
        """Return target_organization_id."""

    def get_product_code(self) -> Entitlement.ProductCode | str:
        """Return product_code."""

    def get_role(self) -> SiteImsOrgAccess.DelegationRole | str:
        """Return role."""

    def set_role(self, value: SiteImsOrgAccess.DelegationRole | str) -> Self: ...
    def get_granted_by(self) -> str | None:
        """Return granted_by, or None."""

    def set_granted_by(self, value: str | None) -> Self: ...
    def get_expires_at(self) -> str | None:
        """Return expires_at, or None."""

    def set_expires_at(self, value: str | datetime | None) -> Self: ...

class SiteImsOrgAccess(_SiteImsOrgAccessFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class DelegationRole(StrEnum):
        COLLABORATOR = "collaborator"
        AGENCY = "agency"
        VIEWER = "viewer"

    def update(self, **values: Unpack[_SiteImsOrgAccessUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

class AsyncSiteImsOrgAccess(_SiteImsOrgAccessFields, AsyncBaseModel):
    """A grant: an organization may work on a site of another one, for a product.

    ``organization_id`` is the delegate, ``target_organization_id`` the site's owner. An expired grant is
    kept until it is removed.
    """

    ENTITY_NAME: ClassVar[str]
    DelegationRole: TypeAlias = SiteImsOrgAccess.DelegationRole

    async def update(self, **values: Unpack[_SiteImsOrgAccessUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

@dataclass(frozen=True, slots=True)
class TargetOrganization:
    id: str
    ims_org_id: str | None

@dataclass(frozen=True, slots=True)
class GrantWithTargetOrganization:
    grant: SiteImsOrgAccess
    target_organization: TargetOrganization

@dataclass(frozen=True, slots=True)
class AsyncGrantWithTargetOrganization:
    """A grant and the owner of its site.

    Attributes:
        grant: The grant, without its timestamps.
        target_organization: The owner.
    """

    grant: AsyncSiteImsOrgAccess
    target_organization: TargetOrganization

@dataclass(frozen=True, slots=True)
class GrantWithSite:
    grant: SiteImsOrgAccess
    site: Any

@dataclass(frozen=True, slots=True)
class AsyncGrantWithSite:
    """A grant and its site.

    Attributes:
        grant: The grant, without its timestamps.
        site: The Site; None if it was deleted.
    """

    grant: AsyncSiteImsOrgAccess
    site: Any

class _SiteImsOrgAccessFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _SiteImsOrgAccessKeys | None = None, **options: Unpack[_SiteImsOrgAccessModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _SiteImsOrgAccessKeys | None = None, **options: Unpack[_SiteImsOrgAccessCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _SiteImsOrgAccessKeys | None = None, **options: Unpack[_SiteImsOrgAccessListBy]
    ) -> _List: ...
    def first(self, keys: _SiteImsOrgAccessKeys | None = None, **options: Unpack[_SiteImsOrgAccessFindBy]) -> _One: ...
    def page(
        self,
        keys: _SiteImsOrgAccessKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SiteImsOrgAccessPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SiteImsOrgAccessKeys | None = None,
        *,
        where: Callable[[SiteImsOrgAccessAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SiteImsOrgAccessName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SiteImsOrgAccessValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _SiteImsOrgAccessKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_SiteImsOrgAccessFindBy],
    ) -> _Iter: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessList]
    ) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_target_organization_id(
        self, target_organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessModel]
    ) -> _One:
        """Find all entities by target_organization_id. Takes the options of `all`."""

    @overload
    def all_by_target_organization_id(
        self, target_organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessCursor]
    ) -> _Page: ...
    @overload
    def all_by_target_organization_id(
        self, target_organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessList]
    ) -> _List: ...
    def find_by_target_organization_id(
        self, target_organization_id: str | UUID, **options: Unpack[_SiteImsOrgAccessFind]
    ) -> _One:
        """Find the first entity by target_organization_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteImsOrgAccessModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteImsOrgAccessCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteImsOrgAccessList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteImsOrgAccessFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteImsOrgAccessFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

class SiteImsOrgAccessCollection(_SiteImsOrgAccessFinders[SiteImsOrgAccess | None, Page[SiteImsOrgAccess], list[SiteImsOrgAccess], SiteImsOrgAccess, int, Iterator[SiteImsOrgAccess]], BaseCollection[SiteImsOrgAccess, _SiteImsOrgAccessItems, _SiteImsOrgAccessKeys, SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]
    MAX_DELEGATES_PER_SITE: ClassVar[int]
    "The maximum number of active grants for a site."

    def create(
        self,
        item: _SiteImsOrgAccessItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteImsOrgAccessName | Sequence[_SiteImsOrgAccessName] | None = None,
        **values: Unpack[SiteImsOrgAccessValues],
    ) -> SiteImsOrgAccess: ...
    def find_by_site_id_and_organization_id_and_product_code(
        self, site_id: str | UUID | None = None, organization_id: Any = None, product_code: str | None = None
    ) -> SiteImsOrgAccess | None: ...
    def all_by_organization_id_with_target_organization(
        self, organization_id: Any = None
    ) -> list[GrantWithTargetOrganization]: ...
    def all_by_organization_ids_with_target_organization(
        self, organization_ids: Sequence[Any] | None = None
    ) -> list[GrantWithTargetOrganization]: ...
    def all_by_organization_id_with_sites(self, organization_id: Any = None) -> list[GrantWithSite]: ...

class AsyncSiteImsOrgAccessCollection(_SiteImsOrgAccessFinders[Coroutine[Any, Any, AsyncSiteImsOrgAccess | None], Coroutine[Any, Any, Page[AsyncSiteImsOrgAccess]], Coroutine[Any, Any, list[AsyncSiteImsOrgAccess]], Coroutine[Any, Any, AsyncSiteImsOrgAccess], Coroutine[Any, Any, int], AsyncIterator[AsyncSiteImsOrgAccess]], AsyncBaseCollection[AsyncSiteImsOrgAccess, _SiteImsOrgAccessItems, _SiteImsOrgAccessKeys, SiteImsOrgAccessAttributes, _SiteImsOrgAccessName, _SiteImsOrgAccessInclude]):  # fmt: skip
    """The collection of grants."""

    COLLECTION_NAME: ClassVar[str]
    MAX_DELEGATES_PER_SITE: ClassVar[int]
    "The maximum number of active grants for a site."

    async def create(
        self,
        item: _SiteImsOrgAccessItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteImsOrgAccessName | Sequence[_SiteImsOrgAccessName] | None = None,
        **values: Unpack[SiteImsOrgAccessValues],
    ) -> AsyncSiteImsOrgAccess:
        """Grant access to a site, or return the existing grant for this site, organization and product.

        The checks and the creation are separate requests, so concurrent callers may exceed the limit. If
        they create the same grant, one creates it and the others find it.

        Args:
            item: The values, by attribute name. See `BaseCollection.create`.
            upsert: As for `BaseCollection.create`.
            on_conflict: As for `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: The item is invalid.
            DataAccessError: An organization would be its own delegate, or the site has reached
                `MAX_DELEGATES_PER_SITE` (``status`` 409 for both); or the server rejected the request.
            UnavailableError: The server was not reachable or not available.
        """

    async def find_by_site_id_and_organization_id_and_product_code(
        self, site_id: str | UUID | None = None, organization_id: Any = None, product_code: str | None = None
    ) -> AsyncSiteImsOrgAccess | None:
        """Find the grant for a site, an organization and a product.

        Args:
            site_id: The site's UUID.
            organization_id: The delegate's UUID.
            product_code: Such as ``LLMO``.

        Returns:
            The grant, which may have expired; None if there is no match.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """

    async def all_by_organization_id_with_target_organization(
        self, organization_id: Any = None
    ) -> list[AsyncGrantWithTargetOrganization]:
        """Find the grants of a delegate, each with the owner of its site, in one query.

        Args:
            organization_id: The delegate's UUID.

        Raises:
            ValidationError: The ID is missing.
            DataAccessError: The server rejected the request (``Failed to query grants with target organization``).
            UnavailableError: The server was not reachable or not available.
        """

    async def all_by_organization_ids_with_target_organization(
        self, organization_ids: Sequence[Any] | None = None
    ) -> list[AsyncGrantWithTargetOrganization]:
        """Find the grants of several delegates, each with the owner of its site, in one query.

        Args:
            organization_ids: The delegates' UUIDs, at most `MAX_DELEGATES_PER_SITE`. Nothing is found if
                there are none.

        Raises:
            ValidationError: ``organization_ids`` is not a list of IDs, or has too many of them.
            DataAccessError: As for `all_by_organization_id_with_target_organization`.
            UnavailableError: The server was not reachable or not available.
        """

    async def all_by_organization_id_with_sites(self, organization_id: Any = None) -> list[AsyncGrantWithSite]:
        """Find the grants of a delegate, each with its site, in one query.

        Args:
            organization_id: The delegate's UUID.

        Raises:
            ValidationError: The ID is missing.
            DataAccessError: The server rejected the request (``Failed to query grants with site``).
            UnavailableError: The server was not reachable or not available.
        """

schema: Schema
