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
_TrialUserName: TypeAlias = Literal[
    "trial_user_id", "created_at", "updated_at", "updated_by", "organization_id", "external_user_id",
    "status", "last_seen_at", "email_id", "first_name", "last_name", "metadata"
]
_TrialUserInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "trial_user_activities",
    "trial_user_activities.entitlement", "trial_user_activities.site"
]
_TrialUserItems: TypeAlias = TrialUserItem | TrialUserJsonItem
_TrialUserKeys: TypeAlias = TrialUserValues | TrialUserJsonValues
_TrialUserFind: TypeAlias = FindOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude]
_TrialUserModel: TypeAlias = ModelOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude]
_TrialUserCursor: TypeAlias = CursorOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude]
_TrialUserList: TypeAlias = ListOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude]
# fmt: on

@type_check_only
class _TrialUserOptional(TypedDict, total=False):
    trial_user_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    external_user_id: str | None
    last_seen_at: str | datetime | None
    first_name: str | None
    last_name: str | None
    metadata: Any

@type_check_only
class TrialUserItem(_TrialUserOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    status: TrialUser.Status | str
    email_id: str

@type_check_only
class TrialUserValues(_TrialUserOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    status: TrialUser.Status | str
    email_id: str

@type_check_only
class _TrialUserJsonOptional(TypedDict, total=False):
    trialUserId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    externalUserId: str | None
    lastSeenAt: str | datetime | None
    firstName: str | None
    lastName: str | None
    metadata: Any

@type_check_only
class TrialUserJsonItem(_TrialUserJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    status: TrialUser.Status | str
    emailId: str

@type_check_only
class TrialUserJsonValues(_TrialUserJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    status: TrialUser.Status | str
    emailId: str

class _TrialUserProperties:
    trial_user_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    external_user_id: Writable[str | None, str | None]
    status: Writable[TrialUser.Status | str, TrialUser.Status | str]
    last_seen_at: Writable[str | None, str | datetime | None]
    email_id: Writable[str, str]
    first_name: Writable[str | None, str | None]
    last_name: Writable[str | None, str | None]
    metadata: Writable[Any, Any]

@type_check_only
class TrialUserAttributes(_TrialUserProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _TrialUserFindBy(
    FindOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude], TrialUserValues, total=False
): ...
class _TrialUserModelBy(
    ModelOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude], TrialUserValues, total=False
): ...
class _TrialUserCursorBy(
    CursorOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude], TrialUserValues, total=False
): ...
class _TrialUserListBy(
    ListOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude], TrialUserValues, total=False
): ...
class _TrialUserPageBy(
    PageOptions[TrialUserAttributes, _TrialUserName, _TrialUserInclude], TrialUserValues, total=False
): ...

class _TrialUserUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    external_user_id: str | None
    status: TrialUser.Status | str
    last_seen_at: str | datetime | None
    email_id: str
    first_name: str | None
    last_name: str | None
    metadata: Any

class _TrialUserFields(_TrialUserProperties):
    def get_trial_user_id(self) -> str:
        """Return trial_user_id."""

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
    def get_external_user_id(self) -> str | None:
        """Return external_user_id, or None."""

    def set_external_user_id(self, value: str | None) -> Self: ...
    def get_status(self) -> TrialUser.Status | str:
        """Return status."""

    def set_status(self, value: TrialUser.Status | str) -> Self: ...
    def get_last_seen_at(self) -> str | None:
        """Return last_seen_at, or None."""

    def set_last_seen_at(self, value: str | datetime | None) -> Self: ...
    def get_email_id(self) -> str:
        """Return email_id."""

    def set_email_id(self, value: str) -> Self: ...
    def get_first_name(self) -> str | None:
        """Return first_name, or None."""

    def set_first_name(self, value: str | None) -> Self: ...
    def get_last_name(self) -> str | None:
        """Return last_name, or None."""

    def set_last_name(self, value: str | None) -> Self: ...
    def get_metadata(self) -> Any:
        """Return metadata, or None."""

    def set_metadata(self, value: Any) -> Self: ...

class TrialUser(_TrialUserFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        INVITED = "INVITED"
        REGISTERED = "REGISTERED"
        BLOCKED = "BLOCKED"
        DELETED = "DELETED"

    def update(self, **values: Unpack[_TrialUserUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityModel]) -> TrialUserActivity | None:
        """Return all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityCursor]) -> Page[TrialUserActivity]: ...
    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityList]) -> list[TrialUserActivity]: ...

class AsyncTrialUser(_TrialUserFields, AsyncBaseModel):
    """A person of an organization who tries a product.

    ``external_user_id`` is not unique: if several users have the same, the finder returns the one that was
    updated last.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = TrialUser.Status

    async def update(self, **values: Unpack[_TrialUserUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

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

class _TrialUserFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _TrialUserKeys | None = None, **options: Unpack[_TrialUserModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _TrialUserKeys | None = None, **options: Unpack[_TrialUserCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _TrialUserKeys | None = None, **options: Unpack[_TrialUserListBy]) -> _List: ...
    def first(self, keys: _TrialUserKeys | None = None, **options: Unpack[_TrialUserFindBy]) -> _One: ...
    def page(
        self,
        keys: _TrialUserKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_TrialUserPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _TrialUserKeys | None = None,
        *,
        where: Callable[[TrialUserAttributes, Operators], Expression | None] | None = None,
        between: tuple[_TrialUserName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[TrialUserValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _TrialUserKeys | None = None, *, limit: int | None = None, **options: Unpack[_TrialUserFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _TrialUserItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _TrialUserName | Sequence[_TrialUserName] | None = None,
        **values: Unpack[TrialUserValues],
    ) -> _New: ...
    @overload
    def all_by_email_id(self, email_id: str, **options: Unpack[_TrialUserModel]) -> _One:
        """Find all entities by email_id. Takes the options of `all`."""

    @overload
    def all_by_email_id(self, email_id: str, **options: Unpack[_TrialUserCursor]) -> _Page: ...
    @overload
    def all_by_email_id(self, email_id: str, **options: Unpack[_TrialUserList]) -> _List: ...
    def find_by_email_id(self, email_id: str, **options: Unpack[_TrialUserFind]) -> _One:
        """Find the first entity by email_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TrialUserModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TrialUserCursor]) -> _Page: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TrialUserList]) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_TrialUserFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_TrialUserFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_external_user_id(self, external_user_id: str, **options: Unpack[_TrialUserModel]) -> _One:
        """Find all entities by external_user_id. Takes the options of `all`."""

    @overload
    def all_by_external_user_id(self, external_user_id: str, **options: Unpack[_TrialUserCursor]) -> _Page: ...
    @overload
    def all_by_external_user_id(self, external_user_id: str, **options: Unpack[_TrialUserList]) -> _List: ...
    def find_by_external_user_id(self, external_user_id: str, **options: Unpack[_TrialUserFind]) -> _One:
        """Find the first entity by external_user_id. Takes the options of `all`."""

    @overload
    def all_by_external_user_id_and_updated_at(
        self, external_user_id: str, updated_at: str | datetime, **options: Unpack[_TrialUserModel]
    ) -> _One:
        """Find all entities by external_user_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_external_user_id_and_updated_at(
        self, external_user_id: str, updated_at: str | datetime, **options: Unpack[_TrialUserCursor]
    ) -> _Page: ...
    @overload
    def all_by_external_user_id_and_updated_at(
        self, external_user_id: str, updated_at: str | datetime, **options: Unpack[_TrialUserList]
    ) -> _List: ...
    def find_by_external_user_id_and_updated_at(
        self, external_user_id: str, updated_at: str | datetime, **options: Unpack[_TrialUserFind]
    ) -> _One:
        """Find the first entity by external_user_id, updated_at. Takes the options of `all`."""

class TrialUserCollection(_TrialUserFinders[TrialUser | None, Page[TrialUser], list[TrialUser], TrialUser, int, Iterator[TrialUser]], BaseCollection[TrialUser, _TrialUserItems, _TrialUserKeys, TrialUserAttributes, _TrialUserName, _TrialUserInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncTrialUserCollection(_TrialUserFinders[Coroutine[Any, Any, AsyncTrialUser | None], Coroutine[Any, Any, Page[AsyncTrialUser]], Coroutine[Any, Any, list[AsyncTrialUser]], Coroutine[Any, Any, AsyncTrialUser], Coroutine[Any, Any, int], AsyncIterator[AsyncTrialUser]], AsyncBaseCollection[AsyncTrialUser, _TrialUserItems, _TrialUserKeys, TrialUserAttributes, _TrialUserName, _TrialUserInclude]):  # fmt: skip
    """The collection of trial users."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
