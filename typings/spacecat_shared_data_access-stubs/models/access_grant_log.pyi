# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Never, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.models.site_ims_org_access import SiteImsOrgAccess
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_AccessGrantLogName: TypeAlias = Literal[
    "access_grant_log_id", "created_at", "updated_at", "updated_by", "site_id", "organization_id",
    "target_organization_id", "product_code", "action", "role", "performed_by"
]
_AccessGrantLogInclude: TypeAlias = Never
_AccessGrantLogItems: TypeAlias = AccessGrantLogItem | AccessGrantLogJsonItem
_AccessGrantLogKeys: TypeAlias = AccessGrantLogValues | AccessGrantLogJsonValues
_AccessGrantLogFind: TypeAlias = FindOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude]
_AccessGrantLogModel: TypeAlias = ModelOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude]
_AccessGrantLogCursor: TypeAlias = CursorOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude]
_AccessGrantLogList: TypeAlias = ListOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude]
# fmt: on

@type_check_only
class _AccessGrantLogOptional(TypedDict, total=False):
    access_grant_log_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None

@type_check_only
class AccessGrantLogItem(_AccessGrantLogOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    organization_id: str | UUID
    target_organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    action: AccessGrantLog.GrantAction | str
    role: SiteImsOrgAccess.DelegationRole | str
    performed_by: str

@type_check_only
class AccessGrantLogValues(_AccessGrantLogOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    organization_id: str | UUID
    target_organization_id: str | UUID
    product_code: Entitlement.ProductCode | str
    action: AccessGrantLog.GrantAction | str
    role: SiteImsOrgAccess.DelegationRole | str
    performed_by: str

@type_check_only
class _AccessGrantLogJsonOptional(TypedDict, total=False):
    accessGrantLogId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None

@type_check_only
class AccessGrantLogJsonItem(_AccessGrantLogJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    organizationId: str | UUID
    targetOrganizationId: str | UUID
    productCode: Entitlement.ProductCode | str
    action: AccessGrantLog.GrantAction | str
    role: SiteImsOrgAccess.DelegationRole | str
    performedBy: str

@type_check_only
class AccessGrantLogJsonValues(_AccessGrantLogJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    organizationId: str | UUID
    targetOrganizationId: str | UUID
    productCode: Entitlement.ProductCode | str
    action: AccessGrantLog.GrantAction | str
    role: SiteImsOrgAccess.DelegationRole | str
    performedBy: str

class _AccessGrantLogProperties:
    access_grant_log_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: ReadOnly[str | None]
    site_id: ReadOnly[str]
    organization_id: ReadOnly[str]
    target_organization_id: ReadOnly[str]
    product_code: ReadOnly[Entitlement.ProductCode | str]
    action: ReadOnly[AccessGrantLog.GrantAction | str]
    role: ReadOnly[SiteImsOrgAccess.DelegationRole | str]
    performed_by: ReadOnly[str]

@type_check_only
class AccessGrantLogAttributes(_AccessGrantLogProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _AccessGrantLogFindBy(
    FindOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude],
    AccessGrantLogValues,
    total=False,
): ...
class _AccessGrantLogModelBy(
    ModelOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude],
    AccessGrantLogValues,
    total=False,
): ...
class _AccessGrantLogCursorBy(
    CursorOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude],
    AccessGrantLogValues,
    total=False,
): ...
class _AccessGrantLogListBy(
    ListOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude],
    AccessGrantLogValues,
    total=False,
): ...
class _AccessGrantLogPageBy(
    PageOptions[AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude],
    AccessGrantLogValues,
    total=False,
): ...

class _AccessGrantLogFields(_AccessGrantLogProperties):
    def get_access_grant_log_id(self) -> str:
        """Return access_grant_log_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def get_site_id(self) -> str:
        """Return site_id."""

    def get_organization_id(self) -> str:
        """Return organization_id."""

    def get_target_organization_id(self) -> str:
        """Return target_organization_id."""

    def get_product_code(self) -> Entitlement.ProductCode | str:
        """Return product_code."""

    def get_action(self) -> AccessGrantLog.GrantAction | str:
        """Return action."""

    def get_role(self) -> SiteImsOrgAccess.DelegationRole | str:
        """Return role."""

    def get_performed_by(self) -> str:
        """Return performed_by."""

class AccessGrantLog(_AccessGrantLogFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class GrantAction(StrEnum):
        GRANT = "grant"
        REVOKE = "revoke"

class AsyncAccessGrantLog(_AccessGrantLogFields, AsyncBaseModel):
    """One entry of the log. Entries are never changed or removed."""

    ENTITY_NAME: ClassVar[str]
    GrantAction: TypeAlias = AccessGrantLog.GrantAction

class _AccessGrantLogFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _AccessGrantLogKeys | None = None, **options: Unpack[_AccessGrantLogModelBy]) -> _One: ...
    @overload
    def all(
        self, sort_keys: _AccessGrantLogKeys | None = None, **options: Unpack[_AccessGrantLogCursorBy]
    ) -> _Page: ...
    @overload
    def all(self, sort_keys: _AccessGrantLogKeys | None = None, **options: Unpack[_AccessGrantLogListBy]) -> _List: ...
    def first(self, keys: _AccessGrantLogKeys | None = None, **options: Unpack[_AccessGrantLogFindBy]) -> _One: ...
    def page(
        self,
        keys: _AccessGrantLogKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_AccessGrantLogPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _AccessGrantLogKeys | None = None,
        *,
        where: Callable[[AccessGrantLogAttributes, Operators], Expression | None] | None = None,
        between: tuple[_AccessGrantLogName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[AccessGrantLogValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _AccessGrantLogKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_AccessGrantLogFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _AccessGrantLogItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _AccessGrantLogName | Sequence[_AccessGrantLogName] | None = None,
        **values: Unpack[AccessGrantLogValues],
    ) -> _New: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_AccessGrantLogModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_AccessGrantLogCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_AccessGrantLogList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_AccessGrantLogFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AccessGrantLogModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AccessGrantLogCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AccessGrantLogList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_AccessGrantLogFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

class AccessGrantLogCollection(_AccessGrantLogFinders[AccessGrantLog | None, Page[AccessGrantLog], list[AccessGrantLog], AccessGrantLog, int, Iterator[AccessGrantLog]], BaseCollection[AccessGrantLog, _AccessGrantLogItems, _AccessGrantLogKeys, AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncAccessGrantLogCollection(_AccessGrantLogFinders[Coroutine[Any, Any, AsyncAccessGrantLog | None], Coroutine[Any, Any, Page[AsyncAccessGrantLog]], Coroutine[Any, Any, list[AsyncAccessGrantLog]], Coroutine[Any, Any, AsyncAccessGrantLog], Coroutine[Any, Any, int], AsyncIterator[AsyncAccessGrantLog]], AsyncBaseCollection[AsyncAccessGrantLog, _AccessGrantLogItems, _AccessGrantLogKeys, AccessGrantLogAttributes, _AccessGrantLogName, _AccessGrantLogInclude]):  # fmt: skip
    """All entries of the log."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
