# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
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
from spacecat_shared_data_access.models.trial_user import AsyncTrialUser, TrialUser, _TrialUserInclude
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class TrialUserActivityAttributes:
    """The ``attrs`` of a ``where`` callback."""

    trial_user_activity_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    trial_user_id: Column
    entitlement_id: Column
    site_id: Column
    type: Column
    details: Column
    product_code: Column

    def __getitem__(self, column: str) -> Column: ...

class _TrialUserActivityFields:
    def get_trial_user_activity_id(self) -> str:
        """Return trial_user_activity_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_trial_user_id(self) -> str:
        """Return trial_user_id."""

    def set_trial_user_id(self, value: str | UUID) -> Self:
        """Set trial_user_id and return the model. `save` stores it."""

    def get_entitlement_id(self) -> str:
        """Return entitlement_id."""

    def set_entitlement_id(self, value: str | UUID) -> Self:
        """Set entitlement_id and return the model. `save` stores it."""

    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_type(self) -> TrialUserActivity.Type | str:
        """Return type."""

    def set_type(self, value: TrialUserActivity.Type | str) -> Self:
        """Set type and return the model. `save` stores it."""

    def get_details(self) -> Any:
        """Return details, or None."""

    def set_details(self, value: Any) -> Self:
        """Set details and return the model. `save` stores it."""

    def get_product_code(self) -> Entitlement.ProductCode | str:
        """Return product_code."""

    def set_product_code(self, value: Entitlement.ProductCode | str) -> Self:
        """Set product_code and return the model. `save` stores it."""

class TrialUserActivity(_TrialUserActivityFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Type(StrEnum):
        SIGN_UP = "SIGN_UP"
        SIGN_IN = "SIGN_IN"
        CREATE_SITE = "CREATE_SITE"
        RUN_AUDIT = "RUN_AUDIT"
        PROMPT_RUN = "PROMPT_RUN"
        DOWNLOAD = "DOWNLOAD"

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

    async def get_trial_user(self, *, include: Sequence[_TrialUserInclude] = ()) -> AsyncTrialUser | None:
        """Return the TrialUser that this entity belongs to, or None."""

    async def get_entitlement(
        self, *, include: Sequence[_EntitlementInclude] = ()
    ) -> AsyncEntitlement | None:
        """Return the Entitlement that this entity belongs to, or None."""

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class TrialUserActivityCollection(BaseCollection[TrialUserActivity, _TrialUserActivityItems, _TrialUserActivityKeys, TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityModel]
    ) -> TrialUserActivity | None:
        """Find all entities by trial_user_id. Takes the options of `all`."""

    @overload
    def all_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityList]
    ) -> list[TrialUserActivity]: ...
    def find_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityFind]
    ) -> TrialUserActivity | None:
        """Find the first entity by trial_user_id. Takes the options of `all`."""

    @overload
    def all_by_trial_user_id_and_updated_at(
        self,
        trial_user_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> TrialUserActivity | None:
        """Find all entities by trial_user_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_trial_user_id_and_updated_at(
        self,
        trial_user_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> list[TrialUserActivity]: ...
    def find_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> TrialUserActivity | None:
        """Find the first entity by trial_user_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityModel]
    ) -> TrialUserActivity | None:
        """Find all entities by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityList]
    ) -> list[TrialUserActivity]: ...
    def find_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityFind]
    ) -> TrialUserActivity | None:
        """Find the first entity by entitlement_id. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> TrialUserActivity | None:
        """Find all entities by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityList],
    ) -> list[TrialUserActivity]: ...
    def find_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityFind],
    ) -> TrialUserActivity | None:
        """Find the first entity by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityModel]
    ) -> TrialUserActivity | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityList]
    ) -> list[TrialUserActivity]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityFind]
    ) -> TrialUserActivity | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityModel]
    ) -> TrialUserActivity | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> list[TrialUserActivity]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> TrialUserActivity | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityModel]
    ) -> TrialUserActivity | None:
        """Find all entities by product_code. Takes the options of `all`."""

    @overload
    def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityList]
    ) -> list[TrialUserActivity]: ...
    def find_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityFind]
    ) -> TrialUserActivity | None:
        """Find the first entity by product_code. Takes the options of `all`."""

    @overload
    def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> TrialUserActivity | None:
        """Find all entities by product_code, created_at. Takes the options of `all`."""

    @overload
    def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> Page[TrialUserActivity]: ...
    @overload
    def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityList],
    ) -> list[TrialUserActivity]: ...
    def find_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityFind],
    ) -> TrialUserActivity | None:
        """Find the first entity by product_code, created_at. Takes the options of `all`."""

class AsyncTrialUserActivityCollection(AsyncBaseCollection[AsyncTrialUserActivity, _TrialUserActivityItems, _TrialUserActivityKeys, TrialUserActivityAttributes, _TrialUserActivityName, _TrialUserActivityInclude]):  # fmt: skip
    """The collection of activities."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by trial_user_id. Takes the options of `all`."""

    @overload
    async def all_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_trial_user_id(
        self, trial_user_id: str | UUID, **options: Unpack[_TrialUserActivityFind]
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by trial_user_id. Takes the options of `all`."""

    @overload
    async def all_by_trial_user_id_and_updated_at(
        self,
        trial_user_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by trial_user_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_trial_user_id_and_updated_at(
        self,
        trial_user_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_trial_user_id_and_updated_at(
        self, trial_user_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by trial_user_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by entitlement_id. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_entitlement_id(
        self, entitlement_id: str | UUID, **options: Unpack[_TrialUserActivityFind]
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by entitlement_id. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityList],
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_entitlement_id_and_updated_at(
        self,
        entitlement_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_TrialUserActivityFind],
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by entitlement_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_TrialUserActivityFind]
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserActivityFind]
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by product_code. Takes the options of `all`."""

    @overload
    async def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_product_code(
        self, product_code: Entitlement.ProductCode | str, **options: Unpack[_TrialUserActivityFind]
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by product_code. Takes the options of `all`."""

    @overload
    async def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityModel],
    ) -> AsyncTrialUserActivity | None:
        """Find all entities by product_code, created_at. Takes the options of `all`."""

    @overload
    async def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityCursor],
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def all_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityList],
    ) -> list[AsyncTrialUserActivity]: ...
    async def find_by_product_code_and_created_at(
        self,
        product_code: Entitlement.ProductCode | str,
        created_at: str | datetime,
        **options: Unpack[_TrialUserActivityFind],
    ) -> AsyncTrialUserActivity | None:
        """Find the first entity by product_code, created_at. Takes the options of `all`."""

schema: Schema
