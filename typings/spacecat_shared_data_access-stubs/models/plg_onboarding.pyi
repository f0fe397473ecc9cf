# mypy: disable-error-code="overload-overlap, override, misc"
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Never, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_PlgOnboardingName: TypeAlias = Literal[
    "plg_onboarding_id", "created_at", "updated_at", "updated_by", "ims_org_id", "domain", "base_url",
    "status", "site_id", "organization_id", "steps", "error", "bot_blocker", "created_by",
    "waitlist_reason", "reviews", "completed_at"
]
_PlgOnboardingInclude: TypeAlias = Never
_PlgOnboardingItems: TypeAlias = PlgOnboardingItem | PlgOnboardingJsonItem
_PlgOnboardingKeys: TypeAlias = PlgOnboardingValues | PlgOnboardingJsonValues
_PlgOnboardingFind: TypeAlias = FindOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]
_PlgOnboardingModel: TypeAlias = ModelOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]
_PlgOnboardingCursor: TypeAlias = CursorOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]
_PlgOnboardingList: TypeAlias = ListOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]
# fmt: on

@type_check_only
class _PlgOnboardingOptional(TypedDict, total=False):
    plg_onboarding_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    status: PlgOnboarding.Status | str
    site_id: str | None
    organization_id: str | None
    steps: Mapping[str, Any] | None
    error: Any
    bot_blocker: Mapping[str, Any] | None
    created_by: str | None
    waitlist_reason: str | None
    reviews: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    completed_at: str | datetime | None

@type_check_only
class PlgOnboardingItem(_PlgOnboardingOptional):
    """An item of `create`, by Python name."""

    ims_org_id: str
    domain: str
    base_url: str

@type_check_only
class PlgOnboardingValues(_PlgOnboardingOptional, total=False):
    """Values of some attributes, by Python name."""

    ims_org_id: str
    domain: str
    base_url: str

@type_check_only
class _PlgOnboardingJsonOptional(TypedDict, total=False):
    plgOnboardingId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    status: PlgOnboarding.Status | str
    siteId: str | None
    organizationId: str | None
    steps: Mapping[str, Any] | None
    error: Any
    botBlocker: Mapping[str, Any] | None
    createdBy: str | None
    waitlistReason: str | None
    reviews: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    completedAt: str | datetime | None

@type_check_only
class PlgOnboardingJsonItem(_PlgOnboardingJsonOptional):
    """An item of `create`, by JSON name."""

    imsOrgId: str
    domain: str
    baseURL: str

@type_check_only
class PlgOnboardingJsonValues(_PlgOnboardingJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    imsOrgId: str
    domain: str
    baseURL: str

class _PlgOnboardingProperties:
    plg_onboarding_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    ims_org_id: ReadOnly[str]
    domain: ReadOnly[str]
    base_url: ReadOnly[str]
    status: Writable[PlgOnboarding.Status | str, PlgOnboarding.Status | str]
    site_id: Writable[str | None, str | None]
    organization_id: Writable[str | None, str | None]
    steps: Writable[dict[str, Any] | None, Mapping[str, Any] | None]
    error: Writable[Any, Any]
    bot_blocker: Writable[dict[str, Any] | None, Mapping[str, Any] | None]
    created_by: Writable[str | None, str | None]
    waitlist_reason: Writable[str | None, str | None]
    reviews: Writable[list[dict[str, Any]] | None, list[dict[str, Any]] | tuple[dict[str, Any], ...] | None]
    completed_at: Writable[str | None, str | datetime | None]

@type_check_only
class PlgOnboardingAttributes(_PlgOnboardingProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _PlgOnboardingFindBy(
    FindOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude], PlgOnboardingValues, total=False
): ...
class _PlgOnboardingModelBy(
    ModelOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude], PlgOnboardingValues, total=False
): ...
class _PlgOnboardingCursorBy(
    CursorOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude], PlgOnboardingValues, total=False
): ...
class _PlgOnboardingListBy(
    ListOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude], PlgOnboardingValues, total=False
): ...
class _PlgOnboardingPageBy(
    PageOptions[PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude], PlgOnboardingValues, total=False
): ...

class _PlgOnboardingUpdates(TypedDict, total=False):
    updated_by: str | None
    status: PlgOnboarding.Status | str
    site_id: str | None
    organization_id: str | None
    steps: Mapping[str, Any] | None
    error: Any
    bot_blocker: Mapping[str, Any] | None
    created_by: str | None
    waitlist_reason: str | None
    reviews: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    completed_at: str | datetime | None

class _PlgOnboardingFields(_PlgOnboardingProperties):
    def get_plg_onboarding_id(self) -> str:
        """Return plg_onboarding_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_ims_org_id(self) -> str:
        """Return ims_org_id."""

    def get_domain(self) -> str:
        """Return domain."""

    def get_base_url(self) -> str:
        """Return base_url."""

    def get_status(self) -> PlgOnboarding.Status | str:
        """Return status."""

    def set_status(self, value: PlgOnboarding.Status | str) -> Self: ...
    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | None) -> Self: ...
    def get_organization_id(self) -> str | None:
        """Return organization_id, or None."""

    def set_organization_id(self, value: str | None) -> Self: ...
    def get_steps(self) -> dict[str, Any] | None:
        """Return steps, or None."""

    def set_steps(self, value: Mapping[str, Any] | None) -> Self: ...
    def get_error(self) -> Any:
        """Return error, or None."""

    def set_error(self, value: Any) -> Self: ...
    def get_bot_blocker(self) -> dict[str, Any] | None:
        """Return bot_blocker, or None."""

    def set_bot_blocker(self, value: Mapping[str, Any] | None) -> Self: ...
    def get_created_by(self) -> str | None:
        """Return created_by, or None."""

    def set_created_by(self, value: str | None) -> Self: ...
    def get_waitlist_reason(self) -> str | None:
        """Return waitlist_reason, or None."""

    def set_waitlist_reason(self, value: str | None) -> Self: ...
    def get_reviews(self) -> list[dict[str, Any]] | None:
        """Return reviews, or None."""

    def set_reviews(self, value: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None) -> Self: ...
    def get_completed_at(self) -> str | None:
        """Return completed_at, or None."""

    def set_completed_at(self, value: str | datetime | None) -> Self: ...

class PlgOnboarding(_PlgOnboardingFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    IMS_ORG_ID_PATTERN: ClassVar[re.Pattern[str]]
    MAX_HOSTNAME_LENGTH: ClassVar[int]
    "The maximum length of a name in DNS (RFC 1035, 2.3.4)."
    MAX_DOMAIN_LENGTH: ClassVar[int]
    "The maximum length of a stored domain with its path."
    DOMAIN_PATTERN: ClassVar[re.Pattern[str]]
    "The form of a domain. `is_valid_domain` checks more than this."

    class Status(StrEnum):
        PRE_ONBOARDING = "PRE_ONBOARDING"
        IN_PROGRESS = "IN_PROGRESS"
        ONBOARDED = "ONBOARDED"
        ERROR = "ERROR"
        WAITING_FOR_IP_ALLOWLISTING = "WAITING_FOR_IP_ALLOWLISTING"
        WAITLISTED = "WAITLISTED"
        INACTIVE = "INACTIVE"
        REJECTED = "REJECTED"
        OUTDATED = "OUTDATED"

    class ReviewDecision(StrEnum):
        BYPASSED = "BYPASSED"
        UPHELD = "UPHELD"
        CLOSED = "CLOSED"
        REOPENED = "REOPENED"
        OFFBOARDED = "OFFBOARDED"
        PENDING = "PENDING"

    @staticmethod
    def normalize_domain(value: Any) -> Any: ...
    @staticmethod
    def is_valid_domain(value: Any) -> bool: ...
    def update(self, **values: Unpack[_PlgOnboardingUpdates]) -> Self: ...

class AsyncPlgOnboarding(_PlgOnboardingFields, AsyncBaseModel):
    """The onboarding of a domain by an organization.

    Identified by ``ims_org_id`` and ``domain``. A domain may have a path (``nba.com/kings``); it is then a
    different domain from its host.
    """

    ENTITY_NAME: ClassVar[str]
    IMS_ORG_ID_PATTERN: ClassVar[re.Pattern[str]]
    MAX_HOSTNAME_LENGTH: ClassVar[int]
    "The maximum length of a name in DNS (RFC 1035, 2.3.4)."
    MAX_DOMAIN_LENGTH: ClassVar[int]
    "The maximum length of a stored domain with its path."
    DOMAIN_PATTERN: ClassVar[re.Pattern[str]]
    "The form of a domain. `is_valid_domain` checks more than this."
    Status: TypeAlias = PlgOnboarding.Status
    ReviewDecision: TypeAlias = PlgOnboarding.ReviewDecision

    @staticmethod
    def normalize_domain(value: Any) -> Any:
        """Convert a domain to lower case, as it is stored. Other values are returned unchanged.

        Check the result with `is_valid_domain` before using it.
        """

    @staticmethod
    def is_valid_domain(value: Any) -> bool:
        """Return whether a value is a domain in its stored form.

        A domain is a host in lower case with at least one dot, whose last label consists of letters or is
        Punycode, so that IP addresses are not accepted. A path in lower case without dot segments may
        follow. There is no scheme, port, query or fragment.

        This checks the form only. The host may still resolve to a private address.

        Args:
            value: A string; other values are not domains.
        """

    async def update(self, **values: Unpack[_PlgOnboardingUpdates]) -> Self: ...

class _PlgOnboardingFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _PlgOnboardingKeys | None = None, **options: Unpack[_PlgOnboardingModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _PlgOnboardingKeys | None = None, **options: Unpack[_PlgOnboardingCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _PlgOnboardingKeys | None = None, **options: Unpack[_PlgOnboardingListBy]) -> _List: ...
    def first(self, keys: _PlgOnboardingKeys | None = None, **options: Unpack[_PlgOnboardingFindBy]) -> _One: ...
    def page(
        self,
        keys: _PlgOnboardingKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_PlgOnboardingPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _PlgOnboardingKeys | None = None,
        *,
        where: Callable[[PlgOnboardingAttributes, Operators], Expression | None] | None = None,
        between: tuple[_PlgOnboardingName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[PlgOnboardingValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _PlgOnboardingKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_PlgOnboardingFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _PlgOnboardingItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _PlgOnboardingName | Sequence[_PlgOnboardingName] | None = None,
        **values: Unpack[PlgOnboardingValues],
    ) -> _New: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_PlgOnboardingModel]) -> _One:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_PlgOnboardingCursor]) -> _Page: ...
    @overload
    def all_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_PlgOnboardingList]) -> _List: ...
    def find_by_ims_org_id(self, ims_org_id: str, **options: Unpack[_PlgOnboardingFind]) -> _One:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingModel]
    ) -> _One:
        """Find all entities by ims_org_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingCursor]
    ) -> _Page: ...
    @overload
    def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingList]
    ) -> _List: ...
    def find_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingFind]
    ) -> _One:
        """Find the first entity by ims_org_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingModel]
    ) -> _One:
        """Find all entities by ims_org_id, domain. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> _Page: ...
    @overload
    def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingList]
    ) -> _List: ...
    def find_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingFind]
    ) -> _One:
        """Find the first entity by ims_org_id, domain. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingModel]) -> _One:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingCursor]) -> _Page: ...
    @overload
    def all_by_status(self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingList]) -> _List: ...
    def find_by_status(self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingFind]) -> _One:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: PlgOnboarding.Status | str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingModel]
    ) -> _One:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self, status: PlgOnboarding.Status | str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingCursor]
    ) -> _Page: ...
    @overload
    def all_by_status_and_updated_at(
        self, status: PlgOnboarding.Status | str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingList]
    ) -> _List: ...
    def find_by_status_and_updated_at(
        self, status: PlgOnboarding.Status | str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingFind]
    ) -> _One:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_PlgOnboardingModel]) -> _One:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_PlgOnboardingCursor]) -> _Page: ...
    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_PlgOnboardingList]) -> _List: ...
    def find_by_base_url(self, base_url: str, **options: Unpack[_PlgOnboardingFind]) -> _One:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingModel]
    ) -> _One:
        """Find all entities by base_url, status. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingCursor]
    ) -> _Page: ...
    @overload
    def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingList]
    ) -> _List: ...
    def find_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingFind]
    ) -> _One:
        """Find the first entity by base_url, status. Takes the options of `all`."""

class PlgOnboardingCollection(_PlgOnboardingFinders[PlgOnboarding | None, Page[PlgOnboarding], list[PlgOnboarding], PlgOnboarding, int, Iterator[PlgOnboarding]], BaseCollection[PlgOnboarding, _PlgOnboardingItems, _PlgOnboardingKeys, PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncPlgOnboardingCollection(_PlgOnboardingFinders[Coroutine[Any, Any, AsyncPlgOnboarding | None], Coroutine[Any, Any, Page[AsyncPlgOnboarding]], Coroutine[Any, Any, list[AsyncPlgOnboarding]], Coroutine[Any, Any, AsyncPlgOnboarding], Coroutine[Any, Any, int], AsyncIterator[AsyncPlgOnboarding]], AsyncBaseCollection[AsyncPlgOnboarding, _PlgOnboardingItems, _PlgOnboardingKeys, PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]):  # fmt: skip
    """The collection of onboardings. Finders by status or base URL return those of all customers."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
