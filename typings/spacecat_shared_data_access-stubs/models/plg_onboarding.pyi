# mypy: disable-error-code="overload-overlap, override"
import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Literal,
    Never,
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
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class PlgOnboardingAttributes:
    """The ``attrs`` of a ``where`` callback."""

    plg_onboarding_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    ims_org_id: Column
    domain: Column
    base_url: Column
    status: Column
    site_id: Column
    organization_id: Column
    steps: Column
    error: Column
    bot_blocker: Column
    created_by: Column
    waitlist_reason: Column
    reviews: Column
    completed_at: Column

    def __getitem__(self, column: str) -> Column: ...

class _PlgOnboardingFields:
    def get_plg_onboarding_id(self) -> str:
        """Return plg_onboarding_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_ims_org_id(self) -> str:
        """Return ims_org_id."""

    def get_domain(self) -> str:
        """Return domain."""

    def get_base_url(self) -> str:
        """Return base_url."""

    def get_status(self) -> PlgOnboarding.Status | str:
        """Return status."""

    def set_status(self, value: PlgOnboarding.Status | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | None) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_organization_id(self) -> str | None:
        """Return organization_id, or None."""

    def set_organization_id(self, value: str | None) -> Self:
        """Set organization_id and return the model. `save` stores it."""

    def get_steps(self) -> dict[str, Any] | None:
        """Return steps, or None."""

    def set_steps(self, value: Mapping[str, Any] | None) -> Self:
        """Set steps and return the model. `save` stores it."""

    def get_error(self) -> Any:
        """Return error, or None."""

    def set_error(self, value: Any) -> Self:
        """Set error and return the model. `save` stores it."""

    def get_bot_blocker(self) -> dict[str, Any] | None:
        """Return bot_blocker, or None."""

    def set_bot_blocker(self, value: Mapping[str, Any] | None) -> Self:
        """Set bot_blocker and return the model. `save` stores it."""

    def get_created_by(self) -> str | None:
        """Return created_by, or None."""

    def set_created_by(self, value: str | None) -> Self:
        """Set created_by and return the model. `save` stores it."""

    def get_waitlist_reason(self) -> str | None:
        """Return waitlist_reason, or None."""

    def set_waitlist_reason(self, value: str | None) -> Self:
        """Set waitlist_reason and return the model. `save` stores it."""

    def get_reviews(self) -> list[dict[str, Any]] | None:
        """Return reviews, or None."""

    def set_reviews(self, value: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None) -> Self:
        """Set reviews and return the model. `save` stores it."""

    def get_completed_at(self) -> str | None:
        """Return completed_at, or None."""

    def set_completed_at(self, value: str | datetime | None) -> Self:
        """Set completed_at and return the model. `save` stores it."""

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

class PlgOnboardingCollection(BaseCollection[PlgOnboarding, _PlgOnboardingItems, _PlgOnboardingKeys, PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingModel]
    ) -> PlgOnboarding | None:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingList]
    ) -> list[PlgOnboarding]: ...
    def find_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingFind]
    ) -> PlgOnboarding | None:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingModel]
    ) -> PlgOnboarding | None:
        """Find all entities by ims_org_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingList]
    ) -> list[PlgOnboarding]: ...
    def find_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingFind]
    ) -> PlgOnboarding | None:
        """Find the first entity by ims_org_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingModel]
    ) -> PlgOnboarding | None:
        """Find all entities by ims_org_id, domain. Takes the options of `all`."""

    @overload
    def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingList]
    ) -> list[PlgOnboarding]: ...
    def find_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingFind]
    ) -> PlgOnboarding | None:
        """Find the first entity by ims_org_id, domain. Takes the options of `all`."""

    @overload
    def all_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingModel]
    ) -> PlgOnboarding | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    def all_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingList]
    ) -> list[PlgOnboarding]: ...
    def find_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingFind]
    ) -> PlgOnboarding | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingModel],
    ) -> PlgOnboarding | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingCursor],
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingList],
    ) -> list[PlgOnboarding]: ...
    def find_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingFind],
    ) -> PlgOnboarding | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

    @overload
    def all_by_base_url(self, base_url: str, **options: Unpack[_PlgOnboardingModel]) -> PlgOnboarding | None:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url(
        self, base_url: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_base_url(
        self, base_url: str, **options: Unpack[_PlgOnboardingList]
    ) -> list[PlgOnboarding]: ...
    def find_by_base_url(self, base_url: str, **options: Unpack[_PlgOnboardingFind]) -> PlgOnboarding | None:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingModel]
    ) -> PlgOnboarding | None:
        """Find all entities by base_url, status. Takes the options of `all`."""

    @overload
    def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[PlgOnboarding]: ...
    @overload
    def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingList]
    ) -> list[PlgOnboarding]: ...
    def find_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingFind]
    ) -> PlgOnboarding | None:
        """Find the first entity by base_url, status. Takes the options of `all`."""

class AsyncPlgOnboardingCollection(AsyncBaseCollection[AsyncPlgOnboarding, _PlgOnboardingItems, _PlgOnboardingKeys, PlgOnboardingAttributes, _PlgOnboardingName, _PlgOnboardingInclude]):  # fmt: skip
    """The collection of onboardings. Finders by status or base URL return those of all customers."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingModel]
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingList]
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_ims_org_id(
        self, ims_org_id: str, **options: Unpack[_PlgOnboardingFind]
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by ims_org_id. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingModel]
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by ims_org_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingList]
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_ims_org_id_and_updated_at(
        self, ims_org_id: str, updated_at: str | datetime, **options: Unpack[_PlgOnboardingFind]
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by ims_org_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingModel]
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by ims_org_id, domain. Takes the options of `all`."""

    @overload
    async def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingList]
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_ims_org_id_and_domain(
        self, ims_org_id: str, domain: str, **options: Unpack[_PlgOnboardingFind]
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by ims_org_id, domain. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingModel]
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by status. Takes the options of `all`."""

    @overload
    async def all_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingList]
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_status(
        self, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingFind]
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by status. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingModel],
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by status, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingCursor],
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingList],
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_status_and_updated_at(
        self,
        status: PlgOnboarding.Status | str,
        updated_at: str | datetime,
        **options: Unpack[_PlgOnboardingFind],
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by status, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_base_url(
        self, base_url: str, **options: Unpack[_PlgOnboardingModel]
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by base_url. Takes the options of `all`."""

    @overload
    async def all_by_base_url(
        self, base_url: str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_base_url(
        self, base_url: str, **options: Unpack[_PlgOnboardingList]
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_base_url(
        self, base_url: str, **options: Unpack[_PlgOnboardingFind]
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by base_url. Takes the options of `all`."""

    @overload
    async def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingModel]
    ) -> AsyncPlgOnboarding | None:
        """Find all entities by base_url, status. Takes the options of `all`."""

    @overload
    async def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingCursor]
    ) -> Page[AsyncPlgOnboarding]: ...
    @overload
    async def all_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingList]
    ) -> list[AsyncPlgOnboarding]: ...
    async def find_by_base_url_and_status(
        self, base_url: str, status: PlgOnboarding.Status | str, **options: Unpack[_PlgOnboardingFind]
    ) -> AsyncPlgOnboarding | None:
        """Find the first entity by base_url, status. Takes the options of `all`."""

schema: Schema
