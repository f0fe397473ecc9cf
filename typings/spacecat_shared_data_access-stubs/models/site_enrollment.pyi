# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.entitlement import AsyncEntitlement, Entitlement, _EntitlementInclude
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SiteEnrollmentName: TypeAlias = Literal[
    "site_enrollment_id", "created_at", "updated_at", "updated_by", "site_id", "entitlement_id"
]
_SiteEnrollmentInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "entitlement",
    "entitlement.organization", "entitlement.site_enrollments", "entitlement.trial_user_activities"
]
_SiteEnrollmentItems: TypeAlias = SiteEnrollmentItem | SiteEnrollmentJsonItem
_SiteEnrollmentKeys: TypeAlias = SiteEnrollmentValues | SiteEnrollmentJsonValues
_SiteEnrollmentFind: TypeAlias = FindOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]
_SiteEnrollmentModel: TypeAlias = ModelOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]
_SiteEnrollmentCursor: TypeAlias = CursorOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]
_SiteEnrollmentList: TypeAlias = ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]
# fmt: on

@type_check_only
class _SiteEnrollmentOptional(TypedDict, total=False):
    site_enrollment_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None

@type_check_only
class SiteEnrollmentItem(_SiteEnrollmentOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    entitlement_id: str | UUID

@type_check_only
class SiteEnrollmentValues(_SiteEnrollmentOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    entitlement_id: str | UUID

@type_check_only
class _SiteEnrollmentJsonOptional(TypedDict, total=False):
    siteEnrollmentId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None

@type_check_only
class SiteEnrollmentJsonItem(_SiteEnrollmentJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    entitlementId: str | UUID

@type_check_only
class SiteEnrollmentJsonValues(_SiteEnrollmentJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    entitlementId: str | UUID

@type_check_only
class SiteEnrollmentAttributes:
    """The ``attrs`` of a ``where`` callback."""

    site_enrollment_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    entitlement_id: Column

    def __getitem__(self, column: str) -> Column: ...

class _SiteEnrollmentFields:
    def get_site_enrollment_id(self) -> str:
        """Return site_enrollment_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_entitlement_id(self) -> str:
        """Return entitlement_id."""

    def set_entitlement_id(self, value: str | UUID) -> Self:
        """Set entitlement_id and return the model. `save` stores it."""

class SiteEnrollment(_SiteEnrollmentFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_entitlement(self, *, include: Sequence[_EntitlementInclude] = ()) -> Entitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

class AsyncSiteEnrollment(_SiteEnrollmentFields, AsyncBaseModel):
    """The use of an entitlement of an organization by one of its sites."""

    ENTITY_NAME: ClassVar[str]

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_entitlement(
        self, *, include: Sequence[_EntitlementInclude] = ()
    ) -> AsyncEntitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

class SiteEnrollmentCollection(BaseCollection[SiteEnrollment, _SiteEnrollmentItems, _SiteEnrollmentKeys, SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_site_ids_by_product_code(self, product_code: str | None = None) -> list[str]: ...
    def all_site_ids_by_tier(self, tier: str | None = None, product_code: str | None = None) -> list[str]: ...
    def create(
        self,
        item: _SiteEnrollmentItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteEnrollmentName | Sequence[_SiteEnrollmentName] | None = None,
        **values: Any,
    ) -> SiteEnrollment: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentModel]
    ) -> SiteEnrollment | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[SiteEnrollment]: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentList]
    ) -> list[SiteEnrollment]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentFind]
    ) -> SiteEnrollment | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentModel]
    ) -> SiteEnrollment | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[SiteEnrollment]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentList]
    ) -> list[SiteEnrollment]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentFind]
    ) -> SiteEnrollment | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentModel]
    ) -> SiteEnrollment | None:
        """Find all entities by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[SiteEnrollment]: ...
    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentList]
    ) -> list[SiteEnrollment]: ...
    def find_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentFind]
    ) -> SiteEnrollment | None:
        """Find the first entity by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentModel]
    ) -> SiteEnrollment | None:
        """Find all entities by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[SiteEnrollment]: ...
    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentList]
    ) -> list[SiteEnrollment]: ...
    def find_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentFind]
    ) -> SiteEnrollment | None:
        """Find the first entity by entitlement_id, updated_at. Takes the options of `all`."""

class AsyncSiteEnrollmentCollection(AsyncBaseCollection[AsyncSiteEnrollment, _SiteEnrollmentItems, _SiteEnrollmentKeys, SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]):  # fmt: skip
    """The collection of enrollments."""

    COLLECTION_NAME: ClassVar[str]

    async def all_site_ids_by_product_code(self, product_code: str | None = None) -> list[str]:
        """Find the sites that are enrolled in a product.

        Args:
            product_code: Such as ``LLMO``.

        Returns:
            The IDs of the sites, once for each enrollment.

        Raises:
            ValidationError: The product code is missing.
            DataAccessError: The server rejected the request (``Failed to query site_enrollments by product_code``).
            UnavailableError: The server was not reachable or not available.
        """

    async def all_site_ids_by_tier(
        self, tier: str | None = None, product_code: str | None = None
    ) -> list[str]:
        """Find the sites that are enrolled at a tier.

        Args:
            tier: Such as ``PAID``.
            product_code: Such as ``LLMO``. The default is any product.

        Returns:
            The IDs of the sites, without duplicates.

        Raises:
            ValidationError: The tier is missing.
            DataAccessError: The server rejected the request (``Failed to query site_enrollments by tier``).
            UnavailableError: The server was not reachable or not available.
        """

    async def create(
        self,
        item: _SiteEnrollmentItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteEnrollmentName | Sequence[_SiteEnrollmentName] | None = None,
        **values: Any,
    ) -> AsyncSiteEnrollment:
        """Enroll a site, or return the existing enrollment. See `BaseCollection.create`.

        If several callers enroll a site at the same time, one creates the enrollment and the others find it.
        """

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentModel]
    ) -> AsyncSiteEnrollment | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentList]
    ) -> list[AsyncSiteEnrollment]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentFind]
    ) -> AsyncSiteEnrollment | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentModel]
    ) -> AsyncSiteEnrollment | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentList]
    ) -> list[AsyncSiteEnrollment]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentFind]
    ) -> AsyncSiteEnrollment | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentModel]
    ) -> AsyncSiteEnrollment | None:
        """Find all entities by entitlement_id. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentList]
    ) -> list[AsyncSiteEnrollment]: ...
    async def find_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentFind]
    ) -> AsyncSiteEnrollment | None:
        """Find the first entity by entitlement_id. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentModel]
    ) -> AsyncSiteEnrollment | None:
        """Find all entities by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentCursor]
    ) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentList]
    ) -> list[AsyncSiteEnrollment]: ...
    async def find_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentFind]
    ) -> AsyncSiteEnrollment | None:
        """Find the first entity by entitlement_id, updated_at. Takes the options of `all`."""

schema: Schema
