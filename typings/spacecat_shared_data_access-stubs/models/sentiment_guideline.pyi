# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.audit_switches import AsyncAuditSwitches, AuditSwitches
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOrModelOptions,
)
from spacecat_shared_data_access.models.sentiment import (
    AsyncSentimentCollection,
    AsyncSentimentModel,
    SentimentCollection,
    SentimentModel,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SentimentGuidelineName: TypeAlias = Literal[
    "sentiment_guideline_id", "created_at", "updated_at", "updated_by", "site_id", "guideline_id", "name",
    "instruction", "audits", "enabled", "created_by"
]
_SentimentGuidelineInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_SentimentGuidelineItems: TypeAlias = SentimentGuidelineItem | SentimentGuidelineJsonItem
_SentimentGuidelineKeys: TypeAlias = SentimentGuidelineValues | SentimentGuidelineJsonValues
_SentimentGuidelineFind: TypeAlias = FindOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]
_SentimentGuidelineModel: TypeAlias = ModelOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]
_SentimentGuidelineCursor: TypeAlias = CursorOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]
_SentimentGuidelineList: TypeAlias = ListOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]
# fmt: on

@type_check_only
class _SentimentGuidelineOptional(TypedDict, total=False):
    sentiment_guideline_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    guideline_id: str
    audits: list[str] | tuple[str, ...] | set[str] | frozenset[str]
    enabled: bool
    created_by: str

@type_check_only
class SentimentGuidelineItem(_SentimentGuidelineOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    name: str
    instruction: str

@type_check_only
class SentimentGuidelineValues(_SentimentGuidelineOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    name: str
    instruction: str

@type_check_only
class _SentimentGuidelineJsonOptional(TypedDict, total=False):
    sentimentGuidelineId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    guidelineId: str
    audits: list[str] | tuple[str, ...] | set[str] | frozenset[str]
    enabled: bool
    createdBy: str

@type_check_only
class SentimentGuidelineJsonItem(_SentimentGuidelineJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    name: str
    instruction: str

@type_check_only
class SentimentGuidelineJsonValues(_SentimentGuidelineJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    name: str
    instruction: str

@type_check_only
class SentimentGuidelineAttributes:
    """The ``attrs`` of a ``where`` callback."""

    sentiment_guideline_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    site_id: Column
    guideline_id: Column
    name: Column
    instruction: Column
    audits: Column
    enabled: Column
    created_by: Column

    def __getitem__(self, column: str) -> Column: ...

class _SentimentGuidelineFields:
    def get_sentiment_guideline_id(self) -> str:
        """Return sentiment_guideline_id."""

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

    def get_guideline_id(self) -> str:
        """Return guideline_id."""

    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self:
        """Set name and return the model. `save` stores it."""

    def get_instruction(self) -> str:
        """Return instruction."""

    def set_instruction(self, value: str) -> Self:
        """Set instruction and return the model. `save` stores it."""

    def get_audits(self) -> list[str]:
        """Return audits."""

    def set_audits(self, value: list[str] | tuple[str, ...] | set[str] | frozenset[str]) -> Self:
        """Set audits and return the model. `save` stores it."""

    def get_enabled(self) -> bool:
        """Return enabled."""

    def set_enabled(self, value: bool) -> Self:
        """Set enabled and return the model. `save` stores it."""

    def get_created_by(self) -> str:
        """Return created_by."""

class SentimentGuideline(_SentimentGuidelineFields, SentimentModel, AuditSwitches):
    ENTITY_NAME: ClassVar[str]

    def is_enabled(self) -> bool: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSentimentGuideline(_SentimentGuidelineFields, AsyncSentimentModel, AsyncAuditSwitches):
    """An instruction for the analysis of a site's topics, used by the audit types in ``audits``.

    Its primary key is ``site_id`` and ``guideline_id``.
    """

    ENTITY_NAME: ClassVar[str]

    def is_enabled(self) -> bool:
        """Return whether the guideline is in use, which is the default."""

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class SentimentGuidelineCollection(SentimentCollection[SentimentGuideline, _SentimentGuidelineItems, _SentimentGuidelineKeys, SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        **options: Unpack[_SentimentGuidelineModel],
    ) -> SentimentGuideline | None: ...
    @overload
    def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        **options: Unpack[
            PageOrModelOptions[
                SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude
            ]
        ],
    ) -> Page[SentimentGuideline]: ...
    def find_by_ids(
        self, site_id: str | UUID | None = None, guideline_ids: Sequence[Any] | None = None
    ) -> list[SentimentGuideline]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SentimentGuidelineFind]
    ) -> SentimentGuideline | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineModel]
    ) -> SentimentGuideline | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineCursor]
    ) -> Page[SentimentGuideline]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineList]
    ) -> list[SentimentGuideline]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineFind]
    ) -> SentimentGuideline | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class AsyncSentimentGuidelineCollection(AsyncSentimentCollection[AsyncSentimentGuideline, _SentimentGuidelineItems, _SentimentGuidelineKeys, SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]):  # fmt: skip
    """The collection of guidelines."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        **options: Unpack[_SentimentGuidelineModel],
    ) -> AsyncSentimentGuideline | None:
        """Find the guidelines of a site that an audit type uses.

        Args:
            site_id: The site's UUID.
            audit_type: Such as ``cwv``.
            **options: As for `all`.

        Raises:
            ValidationError: The site ID or the audit type is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        **options: Unpack[
            PageOrModelOptions[
                SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude
            ]
        ],
    ) -> Page[AsyncSentimentGuideline]: ...
    async def find_by_ids(
        self, site_id: str | UUID | None = None, guideline_ids: Sequence[Any] | None = None
    ) -> list[AsyncSentimentGuideline]:
        """Find several guidelines of a site. Reads all guidelines of the site.

        Args:
            site_id: The site's UUID.
            guideline_ids: The guidelines' IDs. Nothing is found if this is empty or not a list.

        Raises:
            ValidationError: The site ID is missing.
            DataAccessError: As for `all`.
        """

    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_SentimentGuidelineFind]
    ) -> AsyncSentimentGuideline | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineModel]
    ) -> AsyncSentimentGuideline | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineCursor]
    ) -> Page[AsyncSentimentGuideline]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineList]
    ) -> list[AsyncSentimentGuideline]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineFind]
    ) -> AsyncSentimentGuideline | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

schema: Schema
