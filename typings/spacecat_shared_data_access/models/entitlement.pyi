# mypy: disable-error-code="overload-overlap, override"
"""Entitlement: what an organization may use of a product."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Literal,
    NotRequired,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization
from spacecat_shared_data_access.models.site_enrollment import (
    AsyncSiteEnrollment,
    SiteEnrollment,
    SiteEnrollmentAttributes,
    _SiteEnrollmentName,
)
from spacecat_shared_data_access.models.trial_user_activity import (
    AsyncTrialUserActivity,
    TrialUserActivity,
    TrialUserActivityAttributes,
    _TrialUserActivityName,
)
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_EntitlementName: TypeAlias = Literal[
    "entitlement_id",
    "created_at",
    "updated_at",
    "updated_by",
    "organization_id",
    "product_code",
    "tier",
    "quotas",
]

@type_check_only
class EntitlementItem(TypedDict):
    """What `create` takes, by Python name."""

    entitlement_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str
    quotas: NotRequired[Mapping[str, Any] | None]

@type_check_only
class EntitlementValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    entitlement_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str
    quotas: Mapping[str, Any] | None

@type_check_only
class EntitlementJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    entitlementId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    organizationId: str | UUID
    productCode: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str
    quotas: NotRequired[Mapping[str, Any] | None]

@type_check_only
class EntitlementJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    entitlementId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    organizationId: str | UUID
    productCode: Entitlement.ProductCode | str
    tier: Entitlement.Tier | str
    quotas: Mapping[str, Any] | None

@type_check_only
class EntitlementAttributes:
    """What a where callback gets as ``attrs``."""

    entitlement_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    organization_id: Column
    product_code: Column
    tier: Column
    quotas: Column

    def __getitem__(self, column: str) -> Column: ...

class _EntitlementFields:
    """The getters and setters of a `Entitlement`, blocking or not."""

    def get_entitlement_id(self) -> str:
        """Give entitlement_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_organization_id(self) -> str:
        """Give organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and give the model back. `save` stores it."""

    def get_product_code(self) -> Entitlement.ProductCode | str:
        """Give product_code."""

    def set_product_code(self, value: Entitlement.ProductCode | str) -> Self:
        """Set product_code and give the model back. `save` stores it."""

    def get_tier(self) -> Entitlement.Tier | str:
        """Give tier."""

    def set_tier(self, value: Entitlement.Tier | str) -> Self:
        """Set tier and give the model back. `save` stores it."""

    def get_quotas(self) -> dict[str, Any] | None:
        """Give quotas; None where there is none."""

    def set_quotas(self, value: Mapping[str, Any] | None) -> Self:
        """Set quotas and give the model back. `save` stores it."""

class Entitlement(_EntitlementFields, BaseModel):
    """One product of an organization, and the tier at which it has it.

    Removing an entitlement removes its enrollments.
    """

    ENTITY_NAME: ClassVar[str]

    class Tier(StrEnum):
        """On which terms an organization has a product."""

        FREE_TRIAL = "FREE_TRIAL"
        PAID = "PAID"
        PLG = "PLG"
        PRE_ONBOARD = "PRE_ONBOARD"

    class ProductCode(StrEnum):
        """The products."""

        LLMO = "LLMO"
        ASO = "ASO"
        ACO = "ACO"

    def get_organization(self) -> Organization | None:
        """Give the Organization that this entity belongs to, or None."""

    @overload
    def get_site_enrollments(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> SiteEnrollment | None:
        """Give all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    def get_site_enrollments(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> Page[SiteEnrollment]: ...
    @overload
    def get_site_enrollments(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> list[SiteEnrollment]: ...
    @overload
    def get_trial_user_activities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> TrialUserActivity | None:
        """Give all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    def get_trial_user_activities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> Page[TrialUserActivity]: ...
    @overload
    def get_trial_user_activities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> list[TrialUserActivity]: ...

class AsyncEntitlement(_EntitlementFields, AsyncBaseModel):
    """One product of an organization, and the tier at which it has it.

    Removing an entitlement removes its enrollments.
    """

    ENTITY_NAME: ClassVar[str]
    Tier: TypeAlias = Entitlement.Tier
    ProductCode: TypeAlias = Entitlement.ProductCode

    async def get_organization(self) -> AsyncOrganization | None:
        """Give the Organization that this entity belongs to, or None."""

    @overload
    async def get_site_enrollments(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> AsyncSiteEnrollment | None:
        """Give all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    async def get_site_enrollments(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def get_site_enrollments(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> list[AsyncSiteEnrollment]: ...
    @overload
    async def get_trial_user_activities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> AsyncTrialUserActivity | None:
        """Give all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    async def get_trial_user_activities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def get_trial_user_activities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> list[AsyncTrialUserActivity]: ...

class EntitlementCollection(
    BaseCollection[
        Entitlement,
        EntitlementItem | EntitlementJsonItem,
        EntitlementValues | EntitlementJsonValues,
        EntitlementAttributes,
        _EntitlementName,
    ]
):
    """All entitlements."""

    COLLECTION_NAME: ClassVar[str]

    def all_by_product_code_with_organization(self, product_code: str | None = None) -> list[dict[str, Any]]:
        """Find the entitlements to a product together with their organizations, without a request for each.

        Args:
            product_code: Such as ``LLMO``.

        Returns:
            Maps of ``entitlement`` (``id``, ``productCode``, ``tier``) and ``organization`` (``id``,
            ``name``, ``imsOrgId``), plain values and no models.

        Raises:
            ValidationError: There is no product code.
            DataAccessError: The server refused (``Failed to query entitlements with organizations``).
            UnavailableError: The server could not be reached or could not answer.
        """

    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[Entitlement]: ...
    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[Entitlement]: ...
    def find_by_organization_id(
        self,
        organization_id: str | UUID,
        **options: Unpack[FindOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[Entitlement]: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[Entitlement]: ...
    def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Find all entities by organization_id, product_code. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[Entitlement]: ...
    @overload
    def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[Entitlement]: ...
    def find_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        **options: Unpack[FindOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Entitlement | None:
        """Find the first entity by organization_id, product_code. Takes the options of `all`."""

class AsyncEntitlementCollection(
    AsyncBaseCollection[
        AsyncEntitlement,
        EntitlementItem | EntitlementJsonItem,
        EntitlementValues | EntitlementJsonValues,
        EntitlementAttributes,
        _EntitlementName,
    ]
):
    """All entitlements."""

    COLLECTION_NAME: ClassVar[str]

    async def all_by_product_code_with_organization(
        self, product_code: str | None = None
    ) -> list[dict[str, Any]]:
        """Find the entitlements to a product together with their organizations, without a request for each.

        Args:
            product_code: Such as ``LLMO``.

        Returns:
            Maps of ``entitlement`` (``id``, ``productCode``, ``tier``) and ``organization`` (``id``,
            ``name``, ``imsOrgId``), plain values and no models.

        Raises:
            ValidationError: There is no product code.
            DataAccessError: The server refused (``Failed to query entitlements with organizations``).
            UnavailableError: The server could not be reached or could not answer.
        """

    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[AsyncEntitlement]: ...
    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[AsyncEntitlement]: ...
    async def find_by_organization_id(
        self,
        organization_id: str | UUID,
        **options: Unpack[FindOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[AsyncEntitlement]: ...
    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[AsyncEntitlement]: ...
    async def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Find all entities by organization_id, product_code. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> Page[AsyncEntitlement]: ...
    @overload
    async def all_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[EntitlementAttributes, _EntitlementName]],
    ) -> list[AsyncEntitlement]: ...
    async def find_by_organization_id_and_product_code(
        self,
        organization_id: str | UUID,
        product_code: Entitlement.ProductCode | str,
        **options: Unpack[FindOptions[EntitlementAttributes, _EntitlementName]],
    ) -> AsyncEntitlement | None:
        """Find the first entity by organization_id, product_code. Takes the options of `all`."""

schema: Schema
