# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
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
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.models.site_enrollment import (
    AsyncSiteEnrollment,
    SiteEnrollment,
    _SiteEnrollmentCursor,
    _SiteEnrollmentList,
    _SiteEnrollmentModel,
)
from spacecat_shared_data_access.models.trial_user_activity import (
    AsyncTrialUserActivity,
    TrialUserActivity,
    _TrialUserActivityCursor,
    _TrialUserActivityList,
    _TrialUserActivityModel,
)
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_EntitlementName: TypeAlias = Literal[
    "entitlement_id", "created_at", "updated_at", "updated_by", "organization_id", "product_code", "tier",
    "quotas"
]
_EntitlementInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "site_enrollments",
    "site_enrollments.site", "trial_user_activities", "trial_user_activities.trial_user",
    "trial_user_activities.site"
]
_EntitlementItems: TypeAlias = EntitlementItem | EntitlementJsonItem
_EntitlementKeys: TypeAlias = EntitlementValues | EntitlementJsonValues
_EntitlementFind: TypeAlias = FindOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude]
_EntitlementModel: TypeAlias = ModelOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude]
_EntitlementCursor: TypeAlias = CursorOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude]
_EntitlementList: TypeAlias = ListOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude]
# fmt: on

@type_check_only
class _EntitlementOptional(TypedDict, total=False):
    entitlement_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    quotas: Mapping[str, Any] | None

@type_check_only
class EntitlementItem(_EntitlementOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str

@type_check_only
class EntitlementValues(_EntitlementOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str

@type_check_only
class _EntitlementJsonOptional(TypedDict, total=False):
    entitlementId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    quotas: Mapping[str, Any] | None

@type_check_only
class EntitlementJsonItem(_EntitlementJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    productCode: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str

@type_check_only
class EntitlementJsonValues(_EntitlementJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    productCode: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str

class _EntitlementProperties:
    entitlement_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    product_code: Writable[Entitlement.ProductCode | str, Entitlement.ProductCode | str]
    tier: Writable[Entitlement.Tier | str, Entitlement.Tier | str]
    quotas: Writable[dict[str, Any] | None, Mapping[str, Any] | None]

@type_check_only
class EntitlementAttributes(_EntitlementProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _EntitlementFindBy(
    FindOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude], EntitlementValues, total=False
): ...
class _EntitlementModelBy(
    ModelOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude], EntitlementValues, total=False
): ...
class _EntitlementCursorBy(
    CursorOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude], EntitlementValues, total=False
): ...
class _EntitlementListBy(
    ListOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude], EntitlementValues, total=False
): ...
class _EntitlementPageBy(
    PageOptions[EntitlementAttributes, _EntitlementName, _EntitlementInclude], EntitlementValues, total=False
): ...

class _EntitlementUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str
    quotas: Mapping[str, Any] | None

class _EntitlementFields(_EntitlementProperties):
    def get_entitlement_id(self) -> str:
        """Return entitlement_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self: ...
    def get_product_code(self) -> Entitlement.ProductCode | str:
        """Return product_code."""

    def set_product_code(self, value: Entitlement.ProductCode | str) -> Self: ...
    def get_tier(self) -> Entitlement.Tier | str:
        """Return tier."""

    def set_tier(self, value: Entitlement.Tier | str) -> Self: ...
    def get_quotas(self) -> dict[str, Any] | None:
        """Return quotas, or None."""

    def set_quotas(self, value: Mapping[str, Any] | None) -> Self: ...

class Entitlement(_EntitlementFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Tier(StrEnum):
        FREE_TRIAL = "FREE_TRIAL"
        PAID = "PAID"
        PLG = "PLG"
        PRE_ONBOARD = "PRE_ONBOARD"

    class ProductCode(StrEnum):
        LLMO = "LLMO"
        ASO = "ASO"
        ACO = "ACO"

    def update(self, **values: Unpack[_EntitlementUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentModel]) -> SiteEnrollment | None:
        """Return all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentCursor]) -> Page[SiteEnrollment]: ...
    @overload
    def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentList]) -> list[SiteEnrollment]: ...
    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityModel]) -> TrialUserActivity | None:
        """Return all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityCursor]) -> Page[TrialUserActivity]: ...
    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityList]) -> list[TrialUserActivity]: ...

class AsyncEntitlement(_EntitlementFields, AsyncBaseModel):
    """One organization's right to use one product, and the tier of that right.

    Removing an entitlement removes its enrollments.
    """

    ENTITY_NAME: ClassVar[str]
    Tier: TypeAlias = Entitlement.Tier
    ProductCode: TypeAlias = Entitlement.ProductCode

    async def update(self, **values: Unpack[_EntitlementUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    async def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentModel]) -> AsyncSiteEnrollment | None:
        """Return all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    async def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentCursor]) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentList]) -> list[AsyncSiteEnrollment]: ...
    @overload
    async def get_trial_user_activities(
        self, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Return all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    async def get_trial_user_activities(
        self, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def get_trial_user_activities(
        self, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...

class _EntitlementFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _EntitlementKeys | None = None, **options: Unpack[_EntitlementModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _EntitlementKeys | None = None, **options: Unpack[_EntitlementCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _EntitlementKeys | None = None, **options: Unpack[_EntitlementListBy]) -> _List: ...
    def first(self, keys: _EntitlementKeys | None = None, **options: Unpack[_EntitlementFindBy]) -> _One: ...
    def page(
        self,
        keys: _EntitlementKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_EntitlementPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _EntitlementKeys | None = None,
        *,
        where: Callable[[EntitlementAttributes, Operators], Expression | None] | None = None,
        between: tuple[_EntitlementName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[EntitlementValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _EntitlementKeys | None = None, *, limit: int | None = None, **options: Unpack[_EntitlementFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _EntitlementItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _EntitlementName | Sequence[_EntitlementName] | None = None,
        **values: Unpack[EntitlementValues],
    ) -> _New: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_EntitlementModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_EntitlementCursor]) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_EntitlementList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_EntitlementFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_EntitlementModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_EntitlementCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_EntitlementList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_EntitlementFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        **options: Unpack[_EntitlementModel],
    ) -> _One:
        """Find all entities by organization_id, product_code. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        **options: Unpack[_EntitlementCursor],
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        **options: Unpack[_EntitlementList],
    ) -> _List: ...
    def find_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        **options: Unpack[_EntitlementFind],
    ) -> _One:
        """Find the first entity by organization_id, product_code. Takes the options of `all`."""

class EntitlementCollection(_EntitlementFinders[Entitlement | None, Page[Entitlement], list[Entitlement], Entitlement, int, Iterator[Entitlement]], BaseCollection[Entitlement, _EntitlementItems, _EntitlementKeys, EntitlementAttributes, _EntitlementName, _EntitlementInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_by_product_code_with_organization(self, product_code: str | None = None) -> list[dict[str, Any]]: ...

class AsyncEntitlementCollection(_EntitlementFinders[Coroutine[Any, Any, AsyncEntitlement | None], Coroutine[Any, Any, Page[AsyncEntitlement]], Coroutine[Any, Any, list[AsyncEntitlement]], Coroutine[Any, Any, AsyncEntitlement], Coroutine[Any, Any, int], AsyncIterator[AsyncEntitlement]], AsyncBaseCollection[AsyncEntitlement, _EntitlementItems, _EntitlementKeys, EntitlementAttributes, _EntitlementName, _EntitlementInclude]):  # fmt: skip
    """All entitlements."""

    COLLECTION_NAME: ClassVar[str]

    async def all_by_product_code_with_organization(self, product_code: str | None = None) -> list[dict[str, Any]]:
        """Find the entitlements to a product, each with its organization, in one request per page.

        Args:
            product_code: Such as ``LLMO``.

        Returns:
            Mappings with ``entitlement`` (``id``, ``productCode``, ``tier``) and ``organization`` (``id``,
            ``name``, ``imsOrgId``), as plain values rather than models, in the order of the entitlements' IDs.

        Raises:
            ValidationError: The product code is missing.
            DataAccessError: The server rejected the query (``Failed to query entitlements with organizations``).
            UnavailableError: The server could not be reached or could not respond.
        """

schema: Schema
