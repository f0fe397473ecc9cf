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
from spacecat_shared_data_access.models.entitlement import AsyncEntitlement, Entitlement, _EntitlementInclude
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.models.trial_user import AsyncTrialUser, TrialUser, _TrialUserInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_TrialUserActivityName: TypeAlias = Literal[
    "trial_user_activity_id", "created_at", "updated_at", "updated_by", "trial_user_id", "entitlement_id",
    "site_id", "type", "details", "product_code"
]
_TrialUserActivityInclude: TypeAlias = Literal[
    "trial_user", "trial_user.organization", "trial_user.trial_user_activities", "entitlement",
    "entitlement.organization", "entitlement.site_enrollments", "entitlement.trial_user_activities",
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_TrialUserActivityItems: TypeAlias = TrialUserActivityItem | TrialUserActivityJsonItem
_TrialUserActivityKeys: TypeAlias = TrialUserActivityValues | TrialUserActivityJsonValues
_TrialUserActivityFind: TypeAlias = FindOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]
_TrialUserActivityModel: TypeAlias = ModelOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]
_TrialUserActivityCursor: TypeAlias = CursorOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]
_TrialUserActivityList: TypeAlias = ListOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]
# fmt: on

@type_check_only
class _TrialUserActivityOptional(TypedDict, total=False):
    trial_user_activity_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    details: Any

@type_check_only
class TrialUserActivityItem(_TrialUserActivityOptional):
    """An item of `create`, by Python name."""

    trial_user_id: str | UUID
    entitlement_id: str | UUID
    site_id: str | UUID
    type: TrialUserActivity.Type | str
    product_code: Entitlement.ProductCode | str

@type_check_only
class TrialUserActivityValues(_TrialUserActivityOptional, total=False):
    """Values of some attributes, by Python name."""

    trial_user_id: str | UUID
    entitlement_id: str | UUID
    site_id: str | UUID
    type: TrialUserActivity.Type | str
    product_code: Entitlement.ProductCode | str

@type_check_only
class _TrialUserActivityJsonOptional(TypedDict, total=False):
    trialUserActivityId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    details: Any

@type_check_only
class TrialUserActivityJsonItem(_TrialUserActivityJsonOptional):
    """An item of `create`, by JSON name."""

    trialUserId: str | UUID
    entitlementId: str | UUID
    siteId: str | UUID
    type: TrialUserActivity.Type | str
    productCode: Entitlement.ProductCode | str

@type_check_only
class TrialUserActivityJsonValues(_TrialUserActivityJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    trialUserId: str | UUID
    entitlementId: str | UUID
    siteId: str | UUID
    type: TrialUserActivity.Type | str
    productCode: Entitlement.ProductCode | str

class _TrialUserActivityProperties:
    trial_user_activity_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    trial_user_id: Writable[str, str | UUID]
    entitlement_id: Writable[str, str | UUID]
    site_id: Writable[str, str | UUID]
    type: Writable[TrialUserActivity.Type | str, TrialUserActivity.Type | str]
    details: Writable[Any, Any]
    product_code: Writable[Entitlement.ProductCode | str, Entitlement.ProductCode | str]

@type_check_only
class TrialUserActivityAttributes(_TrialUserActivityProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _TrialUserActivityFindBy(
    FindOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude],
    TrialUserActivityValues,
    total=False,
): ...
class _TrialUserActivityModelBy(
    ModelOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude],
    TrialUserActivityValues,
    total=False,
): ...
class _TrialUserActivityCursorBy(
    CursorOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude],
    TrialUserActivityValues,
    total=False,
): ...
class _TrialUserActivityListBy(
    ListOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude],
    TrialUserActivityValues,
    total=False,
): ...
class _TrialUserActivityPageBy(
    PageOptions[TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude],
    TrialUserActivityValues,
    total=False,
): ...

class _TrialUserActivityUpdates(TypedDict, total=False):
    updated_by: str | None
    trial_user_id: str | UUID
    entitlement_id: str | UUID
    site_id: str | UUID
    type: TrialUserActivity.Type | str
    details: Any
    product_code: Entitlement.ProductCode | str

class _TrialUserActivityFields(_TrialUserActivityProperties):
    def get_trial_user_activity_id(self) -> str:
        """Return trial_user_activity_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_trial_user_id(self) -> str:
        """Return trial_user_id."""

    def set_trial_user_id(self, value: str | UUID) -> Self: ...
    def get_entitlement_id(self) -> str:
        """Return entitlement_id."""

    def set_entitlement_id(self, value: str | UUID) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_type(self) -> TrialUserActivity.Type | str:
        """Return type."""

    def set_type(self, value: TrialUserActivity.Type | str) -> Self: ...
    def get_details(self) -> Any:
        """Return details, or None."""

    def set_details(self, value: Any) -> Self: ...
    def get_product_code(self) -> Entitlement.ProductCode | str:
        """Return product_code."""

    def set_product_code(self, value: Entitlement.ProductCode | str) -> Self: ...

class TrialUserActivity(_TrialUserActivityFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Type(StrEnum):
        SIGN_UP = "SIGN_UP"
        SIGN_IN = "SIGN_IN"
        CREATE_SITE = "CREATE_SITE"
        RUN_AUDIT = "RUN_AUDIT"
        PROMPT_RUN = "PROMPT_RUN"
        DOWNLOAD = "DOWNLOAD"

    def update(self, **values: Unpack[_TrialUserActivityUpdates]) -> Self: ...
    def get_trial_user(self, *, include: Sequence[_TrialUserInclude] = ()) -> TrialUser | None:
        """Return the TrialUser that this entity belongs to, or None."""

    def get_entitlement(self, *, include: Sequence[_EntitlementInclude] = ()) -> Entitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncTrialUserActivity(_TrialUserActivityFields, AsyncBaseModel):
    """An action of a trial user, with the site and the entitlement."""

    ENTITY_NAME: ClassVar[str]
    Type: TypeAlias = TrialUserActivity.Type

    async def update(self, **values: Unpack[_TrialUserActivityUpdates]) -> Self: ...
    async def get_trial_user(self, *, include: Sequence[_TrialUserInclude] = ()) -> AsyncTrialUser | None:
        """Return the TrialUser that this entity belongs to, or None."""

    async def get_entitlement(self, *, include: Sequence[_EntitlementInclude] = ()) -> AsyncEntitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _TrialUserActivityFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _TrialUserActivityKeys | None = None, **options: Unpack[_TrialUserActivityModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _TrialUserActivityKeys | None = None, **options: Unpack[_TrialUserActivityCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _TrialUserActivityKeys | None = None, **options: Unpack[_TrialUserActivityListBy]
    ) -> _List: ...
    def first(
        self, keys: _TrialUserActivityKeys | None = None, **options: Unpack[_TrialUserActivityFindBy]
    ) -> _One: ...
    def page(
        self,
        keys: _TrialUserActivityKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_TrialUserActivityPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _TrialUserActivityKeys | None = None,
        *,
        where: Callable[[TrialUserActivityAttributes, Operators], Expression | None] | None = None,
        between: tuple[_TrialUserActivityName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[TrialUserActivityValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _TrialUserActivityKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_TrialUserActivityFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _TrialUserActivityItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _TrialUserActivityName | Sequence[_TrialUserActivityName] | None = None,
        **values: Unpack[TrialUserActivityValues],
    ) -> _New: ...
    @overload
    def all_by_trial_user_id(self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityModel]) -> _One:
        """Find all entities by trial_user_id. Takes the options of `all`."""

    @overload
    def all_by_trial_user_id(self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]) -> _Page: ...
    @overload
    def all_by_trial_user_id(self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityList]) -> _List: ...
    def find_by_trial_user_id(self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityFind]) -> _One:
        """Find the first entity by trial_user_id. Takes the options of `all`."""

    @overload
    def all_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityModel]
    ) -> _One:
        """Find all entities by trial_user_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityCursor]
    ) -> _Page: ...
    @overload
    def all_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> _List: ...
    def find_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> _One:
        """Find the first entity by trial_user_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityModel]) -> _One:
        """Find all entities by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> _Page: ...
    @overload
    def all_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityList]) -> _List: ...
    def find_by_entitlement_id(self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityFind]) -> _One:
        """Find the first entity by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityModel]
    ) -> _One:
        """Find all entities by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityCursor]
    ) -> _Page: ...
    @overload
    def all_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> _List: ...
    def find_by_entitlement_id_and_updated_at(
        self, entitlement_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> _One:
        """Find the first entity by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_TrialUserActivityModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_TrialUserActivityList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_TrialUserActivityFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityModel]
    ) -> _One:
        """Find all entities by product_code. Takes the options of `all`."""

    @overload
    def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityCursor]
    ) -> _Page: ...
    @overload
    def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityList]
    ) -> _List: ...
    def find_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityFind]
    ) -> _One:
        """Find the first entity by product_code. Takes the options of `all`."""

    @overload
    def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> _One:
        """Find all entities by product_code, created_at. Takes the options of `all`."""

    @overload
    def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> _Page: ...
    @overload
    def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityList],
    ) -> _List: ...
    def find_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityFind],
    ) -> _One:
        """Find the first entity by product_code, created_at. Takes the options of `all`."""

class TrialUserActivityCollection(_TrialUserActivityFinders[TrialUserActivity | None, Page[TrialUserActivity], list[TrialUserActivity], TrialUserActivity, int, Iterator[TrialUserActivity]], BaseCollection[TrialUserActivity, _TrialUserActivityItems, _TrialUserActivityKeys, TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncTrialUserActivityCollection(_TrialUserActivityFinders[Coroutine[Any, Any, AsyncTrialUserActivity | None], Coroutine[Any, Any, Page[AsyncTrialUserActivity]], Coroutine[Any, Any, list[AsyncTrialUserActivity]], Coroutine[Any, Any, AsyncTrialUserActivity], Coroutine[Any, Any, int], AsyncIterator[AsyncTrialUserActivity]], AsyncBaseCollection[AsyncTrialUserActivity, _TrialUserActivityItems, _TrialUserActivityKeys, TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]):  # fmt: skip
    """The collection of activities."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
