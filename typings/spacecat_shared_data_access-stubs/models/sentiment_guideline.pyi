# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.audit_switches import AsyncAuditSwitches, AuditSwitches
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
    PageOrModelOptions,
)
from spacecat_shared_data_access.models.sentiment import (
    AsyncSentimentCollection,
    AsyncSentimentModel,
    SentimentCollection,
    SentimentModel,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
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

class _SentimentGuidelineProperties:
    sentiment_guideline_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    guideline_id: ReadOnly[str]
    name: Writable[str, str]
    instruction: Writable[str, str]
    audits: Writable[list[str], list[str] | tuple[str, ...] | set[str] | frozenset[str]]
    enabled: Writable[bool, bool]
    created_by: ReadOnly[str]

@type_check_only
class SentimentGuidelineAttributes(_SentimentGuidelineProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SentimentGuidelineFindBy(
    FindOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude],
    SentimentGuidelineValues,
    total=False,
): ...
class _SentimentGuidelineModelBy(
    ModelOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude],
    SentimentGuidelineValues,
    total=False,
): ...
class _SentimentGuidelineCursorBy(
    CursorOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude],
    SentimentGuidelineValues,
    total=False,
): ...
class _SentimentGuidelineListBy(
    ListOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude],
    SentimentGuidelineValues,
    total=False,
): ...
class _SentimentGuidelinePageBy(
    PageOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude],
    SentimentGuidelineValues,
    total=False,
): ...

class _SentimentGuidelineUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    name: str
    instruction: str
    audits: list[str] | tuple[str, ...] | set[str] | frozenset[str]
    enabled: bool

class _SentimentGuidelineFields(_SentimentGuidelineProperties):
    def get_sentiment_guideline_id(self) -> str:
        """Return sentiment_guideline_id."""

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
    def get_guideline_id(self) -> str:
        """Return guideline_id."""

    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_instruction(self) -> str:
        """Return instruction."""

    def set_instruction(self, value: str) -> Self: ...
    def get_audits(self) -> list[str]:
        """Return audits."""

    def set_audits(self, value: list[str] | tuple[str, ...] | set[str] | frozenset[str]) -> Self: ...
    def get_enabled(self) -> bool:
        """Return enabled."""

    def set_enabled(self, value: bool) -> Self: ...
    def get_created_by(self) -> str:
        """Return created_by."""

class SentimentGuideline(_SentimentGuidelineFields, SentimentModel, AuditSwitches):
    ENTITY_NAME: ClassVar[str]

    def is_enabled(self) -> bool: ...
    def update(self, **values: Unpack[_SentimentGuidelineUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSentimentGuideline(_SentimentGuidelineFields, AsyncSentimentModel, AsyncAuditSwitches):
    """An instruction for the analysis of a site's topics, used by the audit types in ``audits``.

    Its primary key is ``site_id`` and ``guideline_id``.
    """

    ENTITY_NAME: ClassVar[str]

    def is_enabled(self) -> bool:
        """Return whether the guideline is in use, which is the default."""

    async def update(self, **values: Unpack[_SentimentGuidelineUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _SentimentGuidelineFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _SentimentGuidelineKeys | None = None, **options: Unpack[_SentimentGuidelineModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _SentimentGuidelineKeys | None = None, **options: Unpack[_SentimentGuidelineCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _SentimentGuidelineKeys | None = None, **options: Unpack[_SentimentGuidelineListBy]
    ) -> _List: ...
    def first(
        self, keys: _SentimentGuidelineKeys | None = None, **options: Unpack[_SentimentGuidelineFindBy]
    ) -> _One: ...
    def page(
        self,
        keys: _SentimentGuidelineKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SentimentGuidelinePageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SentimentGuidelineKeys | None = None,
        *,
        where: Callable[[SentimentGuidelineAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SentimentGuidelineName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SentimentGuidelineValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _SentimentGuidelineKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_SentimentGuidelineFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _SentimentGuidelineItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SentimentGuidelineName | Sequence[_SentimentGuidelineName] | None = None,
        **values: Unpack[SentimentGuidelineValues],
    ) -> _New: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SentimentGuidelineFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_SentimentGuidelineFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class SentimentGuidelineCollection(_SentimentGuidelineFinders[SentimentGuideline | None, Page[SentimentGuideline], list[SentimentGuideline], SentimentGuideline, int, Iterator[SentimentGuideline]], SentimentCollection[SentimentGuideline, _SentimentGuidelineItems, _SentimentGuidelineKeys, SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]):  # fmt: skip
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
            PageOrModelOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]
        ],
    ) -> Page[SentimentGuideline]: ...
    def find_by_ids(
        self, site_id: str | UUID | None = None, guideline_ids: Sequence[Any] | None = None
    ) -> list[SentimentGuideline]: ...

class AsyncSentimentGuidelineCollection(_SentimentGuidelineFinders[Coroutine[Any, Any, AsyncSentimentGuideline | None], Coroutine[Any, Any, Page[AsyncSentimentGuideline]], Coroutine[Any, Any, list[AsyncSentimentGuideline]], Coroutine[Any, Any, AsyncSentimentGuideline], Coroutine[Any, Any, int], AsyncIterator[AsyncSentimentGuideline]], AsyncSentimentCollection[AsyncSentimentGuideline, _SentimentGuidelineItems, _SentimentGuidelineKeys, SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]):  # fmt: skip
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
            PageOrModelOptions[SentimentGuidelineAttributes, _SentimentGuidelineName, _SentimentGuidelineInclude]
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

schema: Schema
