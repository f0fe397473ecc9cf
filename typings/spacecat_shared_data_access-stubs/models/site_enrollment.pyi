# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
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
from spacecat_shared_data_access.models.entitlement import AsyncEntitlement, Entitlement, _EntitlementInclude
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _SiteEnrollmentProperties:
    site_enrollment_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    entitlement_id: Writable[str, str | UUID]

@type_check_only
class SiteEnrollmentAttributes(_SiteEnrollmentProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SiteEnrollmentFindBy(
    FindOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude],
    SiteEnrollmentValues,
    total=False,
): ...
class _SiteEnrollmentModelBy(
    ModelOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude],
    SiteEnrollmentValues,
    total=False,
): ...
class _SiteEnrollmentCursorBy(
    CursorOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude],
    SiteEnrollmentValues,
    total=False,
): ...
class _SiteEnrollmentListBy(
    ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude],
    SiteEnrollmentValues,
    total=False,
): ...
class _SiteEnrollmentPageBy(
    PageOptions[SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude],
    SiteEnrollmentValues,
    total=False,
): ...

class _SiteEnrollmentUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    entitlement_id: str | UUID

class _SiteEnrollmentFields(_SiteEnrollmentProperties):
    def get_site_enrollment_id(self) -> str:
        """Return site_enrollment_id."""

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
    def get_entitlement_id(self) -> str:
        """Return entitlement_id."""

    def set_entitlement_id(self, value: str | UUID) -> Self: ...

class SiteEnrollment(_SiteEnrollmentFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def update(self, **values: Unpack[_SiteEnrollmentUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_entitlement(self, *, include: Sequence[_EntitlementInclude] = ()) -> Entitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

class AsyncSiteEnrollment(_SiteEnrollmentFields, AsyncBaseModel):
    """The use of an entitlement of an organization by one of its sites."""

    ENTITY_NAME: ClassVar[str]

    async def update(self, **values: Unpack[_SiteEnrollmentUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_entitlement(self, *, include: Sequence[_EntitlementInclude] = ()) -> AsyncEntitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

class _SiteEnrollmentFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SiteEnrollmentKeys | None = None, **options: Unpack[_SiteEnrollmentModelBy]) -> _One: ...
    @overload
    def all(
        self, sort_keys: _SiteEnrollmentKeys | None = None, **options: Unpack[_SiteEnrollmentCursorBy]
    ) -> _Page: ...
    @overload
    def all(self, sort_keys: _SiteEnrollmentKeys | None = None, **options: Unpack[_SiteEnrollmentListBy]) -> _List: ...
    def first(self, keys: _SiteEnrollmentKeys | None = None, **options: Unpack[_SiteEnrollmentFindBy]) -> _One: ...
    def page(
        self,
        keys: _SiteEnrollmentKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SiteEnrollmentPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SiteEnrollmentKeys | None = None,
        *,
        where: Callable[[SiteEnrollmentAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SiteEnrollmentName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SiteEnrollmentValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _SiteEnrollmentKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_SiteEnrollmentFindBy],
    ) -> _Iter: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteEnrollmentFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentModel]) -> _One:
        """Find all entities by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentCursor]) -> _Page: ...
    @overload
    def all_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentList]) -> _List: ...
    def find_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_SiteEnrollmentFind]) -> _One:
        """Find the first entity by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentModel]
    ) -> _One:
        """Find all entities by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentCursor]
    ) -> _Page: ...
    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentList]
    ) -> _List: ...
    def find_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SiteEnrollmentFind]
    ) -> _One:
        """Find the first entity by entitlement_id, updated_at. Takes the options of `all`."""

class SiteEnrollmentCollection(_SiteEnrollmentFinders[SiteEnrollment | None, Page[SiteEnrollment], list[SiteEnrollment], SiteEnrollment, int, Iterator[SiteEnrollment]], BaseCollection[SiteEnrollment, _SiteEnrollmentItems, _SiteEnrollmentKeys, SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def all_site_ids_by_product_code(self, product_code: str | None = None) -> list[str]: ...
    def all_site_ids_by_tier(self, tier: str | None = None, product_code: str | None = None) -> list[str]: ...
    def create(
        self,
        item: _SiteEnrollmentItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteEnrollmentName | Sequence[_SiteEnrollmentName] | None = None,
        **values: Unpack[SiteEnrollmentValues],
    ) -> SiteEnrollment: ...

class AsyncSiteEnrollmentCollection(_SiteEnrollmentFinders[Coroutine[Any, Any, AsyncSiteEnrollment | None], Coroutine[Any, Any, Page[AsyncSiteEnrollment]], Coroutine[Any, Any, list[AsyncSiteEnrollment]], Coroutine[Any, Any, AsyncSiteEnrollment], Coroutine[Any, Any, int], AsyncIterator[AsyncSiteEnrollment]], AsyncBaseCollection[AsyncSiteEnrollment, _SiteEnrollmentItems, _SiteEnrollmentKeys, SiteEnrollmentAttributes, _SiteEnrollmentName, _SiteEnrollmentInclude]):  # fmt: skip
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

    async def all_site_ids_by_tier(self, tier: str | None = None, product_code: str | None = None) -> list[str]:
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
        **values: Unpack[SiteEnrollmentValues],
    ) -> AsyncSiteEnrollment:
        """Enroll a site, or return the existing enrollment. See `BaseCollection.create`.

        If several callers enroll a site at the same time, one creates the enrollment and the others find it.
        """

schema: Schema
