# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    NoReturn,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
from uuid import UUID

from spacecat_shared_data_access.models.audit import AsyncAudit, Audit, _AuditInclude
from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel, Page
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.opportunity import (
    AsyncOpportunity,
    Opportunity,
    _OpportunityCursor,
    _OpportunityList,
    _OpportunityModel,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_LatestAuditName: TypeAlias = Literal[
    "latest_audit_id", "created_at", "updated_at", "updated_by", "site_id", "audit_id", "audit_result",
    "audit_type", "full_audit_ref", "is_live", "is_error", "invocation_id", "audited_at"
]
_LatestAuditInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "audit", "audit.site",
    "audit.site.organization", "audit.latest_audit", "audit.opportunities", "opportunities",
    "opportunities.site", "opportunities.audit", "opportunities.latest_audit",
    "opportunities.suggestions", "opportunities.suggestions.fix_entity_suggestions",
    "opportunities.fix_entities", "opportunities.fix_entities.fix_entity_suggestions"
]
_LatestAuditItems: TypeAlias = LatestAuditItem | LatestAuditJsonItem
_LatestAuditKeys: TypeAlias = LatestAuditValues | LatestAuditJsonValues
_LatestAuditFind: TypeAlias = FindOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude]
_LatestAuditModel: TypeAlias = ModelOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude]
_LatestAuditCursor: TypeAlias = CursorOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude]
_LatestAuditList: TypeAlias = ListOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude]
# fmt: on

@type_check_only
class _LatestAuditOptional(TypedDict, total=False):
    latest_audit_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    audit_result: Any
    is_live: bool
    is_error: bool
    invocation_id: str | None

@type_check_only
class LatestAuditItem(_LatestAuditOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    audit_id: str | UUID
    audit_type: str
    full_audit_ref: str
    audited_at: str | datetime

@type_check_only
class LatestAuditValues(_LatestAuditOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    audit_id: str | UUID
    audit_type: str
    full_audit_ref: str
    audited_at: str | datetime

@type_check_only
class _LatestAuditJsonOptional(TypedDict, total=False):
    latestAuditId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    auditResult: Any
    isLive: bool
    isError: bool
    invocationId: str | None

@type_check_only
class LatestAuditJsonItem(_LatestAuditJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    auditId: str | UUID
    auditType: str
    fullAuditRef: str
    auditedAt: str | datetime

@type_check_only
class LatestAuditJsonValues(_LatestAuditJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    auditId: str | UUID
    auditType: str
    fullAuditRef: str
    auditedAt: str | datetime

class _LatestAuditProperties:
    latest_audit_id: ReadOnly[str]
    created_at: Writable[str, str | datetime]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    audit_id: Writable[str, str | UUID]
    audit_result: Writable[Any, Any]
    audit_type: Writable[str, str]
    full_audit_ref: Writable[str, str]
    is_live: Writable[bool, bool]
    is_error: Writable[bool, bool]
    invocation_id: Writable[str | None, str | None]
    audited_at: Writable[str, str | datetime]

@type_check_only
class LatestAuditAttributes(_LatestAuditProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _LatestAuditFindBy(
    FindOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude], LatestAuditValues, total=False
): ...
class _LatestAuditModelBy(
    ModelOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude], LatestAuditValues, total=False
): ...
class _LatestAuditCursorBy(
    CursorOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude], LatestAuditValues, total=False
): ...
class _LatestAuditListBy(
    ListOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude], LatestAuditValues, total=False
): ...
class _LatestAuditPageBy(
    PageOptions[LatestAuditAttributes, _LatestAuditName, _AuditInclude], LatestAuditValues, total=False
): ...

class _LatestAuditUpdates(TypedDict, total=False):
    created_at: str | datetime
    updated_by: str | None
    site_id: str | UUID
    audit_id: str | UUID
    audit_result: Any
    audit_type: str
    full_audit_ref: str
    is_live: bool
    is_error: bool
    invocation_id: str | None
    audited_at: str | datetime

class _LatestAuditFields(_LatestAuditProperties):
    def get_latest_audit_id(self) -> str:
        """Return latest_audit_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def set_created_at(self, value: str | datetime) -> Self: ...
    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_audit_id(self) -> str:
        """Return audit_id."""

    def set_audit_id(self, value: str | UUID) -> Self: ...
    def get_audit_result(self) -> Any:
        """Return audit_result."""

    def set_audit_result(self, value: Any) -> Self: ...
    def get_audit_type(self) -> str:
        """Return audit_type."""

    def set_audit_type(self, value: str) -> Self: ...
    def get_full_audit_ref(self) -> str:
        """Return full_audit_ref."""

    def set_full_audit_ref(self, value: str) -> Self: ...
    def get_is_live(self) -> bool:
        """Return is_live."""

    def set_is_live(self, value: bool) -> Self: ...
    def get_is_error(self) -> bool:
        """Return is_error."""

    def set_is_error(self, value: bool) -> Self: ...
    def get_invocation_id(self) -> str | None:
        """Return invocation_id, or None."""

    def set_invocation_id(self, value: str | None) -> Self: ...
    def get_audited_at(self) -> str:
        """Return audited_at."""

    def set_audited_at(self, value: str | datetime) -> Self: ...

class LatestAudit(_LatestAuditFields, Audit):
    ENTITY_NAME: ClassVar[str]

    def update(self, **values: Unpack[_LatestAuditUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

    def get_audit(self, *, include: Sequence[_AuditInclude] = ()) -> Audit | None:
        """Return the Audit that this entity belongs to, or None."""

    @overload
    def get_opportunities(self, **options: Unpack[_OpportunityModel]) -> Opportunity | None:
        """Return all of this entity's Opportunity children. Takes the options of `all`."""

    @overload
    def get_opportunities(self, **options: Unpack[_OpportunityCursor]) -> Page[Opportunity]: ...
    @overload
    def get_opportunities(self, **options: Unpack[_OpportunityList]) -> list[Opportunity]: ...
    @overload
    def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> Opportunity | None:
        """Return all of this entity's Opportunity children by updated_at. Takes the options of `all`."""

    @overload
    def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> list[Opportunity]: ...

class AsyncLatestAudit(_LatestAuditFields, AsyncAudit):
    """The latest audit of its type on its site.

    There is no table of latest audits: `LatestAuditCollection` derives them from all audits, and returns `Audit`
    models.
    """

    ENTITY_NAME: ClassVar[str]

    async def update(self, **values: Unpack[_LatestAuditUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

    async def get_audit(self, *, include: Sequence[_AuditInclude] = ()) -> AsyncAudit | None:
        """Return the Audit that this entity belongs to, or None."""

    @overload
    async def get_opportunities(self, **options: Unpack[_OpportunityModel]) -> AsyncOpportunity | None:
        """Return all of this entity's Opportunity children. Takes the options of `all`."""

    @overload
    async def get_opportunities(self, **options: Unpack[_OpportunityCursor]) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities(self, **options: Unpack[_OpportunityList]) -> list[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> AsyncOpportunity | None:
        """Return all of this entity's Opportunity children by updated_at. Takes the options of `all`."""

    @overload
    async def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> list[AsyncOpportunity]: ...

class _LatestAuditFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    def find_by_audit_type(self, audit_type: str, **options: Unpack[_LatestAuditFind]) -> _One:
        """Find the first entity by audit_type. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_LatestAuditModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_LatestAuditCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_LatestAuditList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_LatestAuditFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditModel]
    ) -> _One:
        """Find all entities by site_id, audit_type. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditList]
    ) -> _List: ...
    def find_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditFind]
    ) -> _One:
        """Find the first entity by site_id, audit_type. Takes the options of `all`."""

    @overload
    def all_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_LatestAuditModel]) -> _One:
        """Find all entities by audit_id. Takes the options of `all`."""

    @overload
    def all_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_LatestAuditCursor]) -> _Page: ...
    @overload
    def all_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_LatestAuditList]) -> _List: ...
    def find_by_audit_id(self, audit_id: str | UUID, **options: Unpack[_LatestAuditFind]) -> _One:
        """Find the first entity by audit_id. Takes the options of `all`."""

    @overload
    def all_by_audit_id_and_audit_type(
        self, audit_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditModel]
    ) -> _One:
        """Find all entities by audit_id, audit_type. Takes the options of `all`."""

    @overload
    def all_by_audit_id_and_audit_type(
        self, audit_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditCursor]
    ) -> _Page: ...
    @overload
    def all_by_audit_id_and_audit_type(
        self, audit_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditList]
    ) -> _List: ...
    def find_by_audit_id_and_audit_type(
        self, audit_id: str | UUID, audit_type: str, **options: Unpack[_LatestAuditFind]
    ) -> _One:
        """Find the first entity by audit_id, audit_type. Takes the options of `all`."""

class LatestAuditCollection(_LatestAuditFinders[Audit | None, Page[Audit], list[Audit], Audit, int, Iterator[Audit]], BaseCollection[Audit, _LatestAuditItems, _LatestAuditKeys, LatestAuditAttributes, _LatestAuditName, _AuditInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]
    RESULT_ENTITY: ClassVar[str]

    def create(self, item: Any = None, **options: Any) -> NoReturn: ...
    def create_many(self, new_items: Any = None, parent: BaseModel | None = None) -> NoReturn: ...
    def update_by_keys(self, keys: Any = None, updates: Any = None) -> NoReturn: ...
    def remove_by_ids(self, ids: Any = None) -> NoReturn: ...
    def remove_by_index_keys(self, keys: Any = None) -> NoReturn: ...
    def remove_together(self, keys: Any = None) -> NoReturn: ...
    @overload
    def all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditModelBy]
    ) -> Audit | None: ...
    @overload
    def all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditCursorBy]
    ) -> Page[Audit]: ...
    @overload
    def all(self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditListBy]) -> list[Audit]: ...
    @overload
    def all_by_index_keys(self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditModel]) -> Audit | None: ...
    @overload
    def all_by_index_keys(self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditCursor]) -> Page[Audit]: ...
    @overload
    def all_by_index_keys(self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditList]) -> list[Audit]: ...
    def first(self, keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditFindBy]) -> Audit | None: ...
    def page(
        self,
        keys: _LatestAuditKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_LatestAuditPageBy],
    ) -> Page[Audit]: ...
    @overload
    def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[_LatestAuditModel]
    ) -> Audit | None: ...
    @overload
    def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[_LatestAuditCursor]
    ) -> Page[Audit]: ...
    @overload
    def all_by_audit_type(self, audit_type: str | None = None, **options: Unpack[_LatestAuditList]) -> list[Audit]: ...
    def find_by_all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditFind]
    ) -> Audit | None: ...
    def find_by_index_keys(self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditFind]) -> Audit | None: ...
    def find_by_id(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        include: Sequence[_AuditInclude] | None = None,
    ) -> Audit | None: ...
    def count(
        self,
        keys: _LatestAuditKeys | None = None,
        *,
        where: Callable[[LatestAuditAttributes, Operators], Expression | None] | None = None,
        between: tuple[_LatestAuditName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[LatestAuditValues],
    ) -> int: ...
    def iterate(
        self, keys: _LatestAuditKeys | None = None, *, limit: int | None = None, **options: Unpack[_LatestAuditFindBy]
    ) -> Iterator[Audit]: ...
    def list_children(
        self,
        foreign_key: str,
        parent_ids: Sequence[str],
        *,
        only_first: bool = False,
        attributes: Sequence[_LatestAuditName] | None = None,
    ) -> list[Audit]: ...

class AsyncLatestAuditCollection(_LatestAuditFinders[Coroutine[Any, Any, AsyncAudit | None], Coroutine[Any, Any, Page[AsyncAudit]], Coroutine[Any, Any, list[AsyncAudit]], Coroutine[Any, Any, AsyncAudit], Coroutine[Any, Any, int], AsyncIterator[AsyncAudit]], AsyncBaseCollection[AsyncAudit, _LatestAuditItems, _LatestAuditKeys, LatestAuditAttributes, _LatestAuditName, _AuditInclude]):  # fmt: skip
    """The latest audits: one for each site and audit type.

    All finders return `Audit` models, the latest first unless ``order="asc"``. They read all audits with the
    given keys, so pass a site or an audit type if possible.
    """

    COLLECTION_NAME: ClassVar[str]
    RESULT_ENTITY: ClassVar[str]

    async def create(self, item: Any = None, **options: Any) -> NoReturn:
        """Raise an error: create an `Audit` instead.

        Raises:
            DataAccessError: Always.
        """

    async def create_many(self, new_items: Any = None, parent: AsyncBaseModel | None = None) -> NoReturn:
        """Raise an error: create instances of `Audit` instead.

        Raises:
            DataAccessError: Always.
        """

    async def update_by_keys(self, keys: Any = None, updates: Any = None) -> NoReturn:
        """Raise an error: update an `Audit` instead.

        Raises:
            DataAccessError: Always.
        """

    async def remove_by_ids(self, ids: Any = None) -> NoReturn:
        """Raise an error: remove audits instead.

        Raises:
            DataAccessError: Always.
        """

    async def remove_by_index_keys(self, keys: Any = None) -> NoReturn:
        """Raise an error, since all audits with these keys would be removed: remove audits instead.

        Raises:
            DataAccessError: Always.
        """

    async def remove_together(self, keys: Any = None) -> NoReturn:
        """Raise an error, as `remove_by_index_keys` does.

        Raises:
            DataAccessError: Always.
        """

    @overload
    async def all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditModelBy]
    ) -> AsyncAudit | None:
        """Find the latest audits. See `all_by_index_keys`."""

    @overload
    async def all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditCursorBy]
    ) -> Page[AsyncAudit]: ...
    @overload
    async def all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditListBy]
    ) -> list[AsyncAudit]: ...
    @overload
    async def all_by_index_keys(
        self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditModel]
    ) -> AsyncAudit | None:
        """Find the latest audit of each site and audit type.

        Args:
            keys: Values by attribute name, such as ``site_id`` or ``audit_type``; empty for all audits.
            **options: See `Options`. ``limit`` is the maximum number of results; ``cursor`` is a position among
                all audits.

        Returns:
            Audits by ``audited_at``, the latest first unless ``order="asc"``. With ``limit=1`` one audit or None;
            with ``return_cursor`` a `Page` without a next page: use `page` for paging.
        """

    @overload
    async def all_by_index_keys(
        self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditCursor]
    ) -> Page[AsyncAudit]: ...
    @overload
    async def all_by_index_keys(
        self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditList]
    ) -> list[AsyncAudit]: ...
    async def first(
        self, keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditFindBy]
    ) -> AsyncAudit | None:
        """Find the first of the latest audits in the order of `all`, or None. Accepts the options of `all`."""

    async def page(
        self,
        keys: _LatestAuditKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_LatestAuditPageBy],
    ) -> Page[AsyncAudit]:
        """Return one page of the latest audits. Each page reads all of them.

        Args:
            keys: Values by attribute name; all audits by default.
            limit: The maximum number of audits of a page, 1 or more.
            cursor: The `cursor` of the previous page; None for the first page.
            **options: See `PageOptions`.
        """

    @overload
    async def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[_LatestAuditModel]
    ) -> AsyncAudit | None:
        """Find the latest audit of a type on each site. Accepts the options of `all`.

        Raises:
            ValidationError: The audit type is missing.
        """

    @overload
    async def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[_LatestAuditCursor]
    ) -> Page[AsyncAudit]: ...
    @overload
    async def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[_LatestAuditList]
    ) -> list[AsyncAudit]: ...
    async def find_by_all(
        self, sort_keys: _LatestAuditKeys | None = None, **options: Unpack[_LatestAuditFind]
    ) -> AsyncAudit | None:
        """Find the latest audit with these values. See `find_by_index_keys`."""

    async def find_by_index_keys(
        self, keys: _LatestAuditKeys, **options: Unpack[_LatestAuditFind]
    ) -> AsyncAudit | None:
        """Find the latest audit with these values, or None.

        Args:
            keys: Values by attribute name.
            **options: See `Options`; ``order`` has no effect.
        """

    async def find_by_id(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        include: Sequence[_AuditInclude] | None = None,
    ) -> AsyncAudit | None:
        """Find the latest audit of a type on a site, or None.

        Args:
            site_id: The site's UUID.
            audit_type: The audit type.
            include: The related entities to load, as for `all`.

        Raises:
            ValidationError: The site's ID is not a UUID, or the audit type is missing.
            DataAccessError: As for `all`.
        """

    async def count(
        self,
        keys: _LatestAuditKeys | None = None,
        *,
        where: Callable[[LatestAuditAttributes, Operators], Expression | None] | None = None,
        between: tuple[_LatestAuditName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[LatestAuditValues],
    ) -> int:
        """Count the latest audits. This reads them.

        Args:
            keys: Values by attribute name; all audits by default.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
            **values: Further keys, by attribute name.
        """

    def iterate(
        self, keys: _LatestAuditKeys | None = None, *, limit: int | None = None, **options: Unpack[_LatestAuditFindBy]
    ) -> AsyncIterator[AsyncAudit]:
        """Iterate over the latest audits. All of them are read first.

        Args:
            keys: Values by attribute name; all audits by default.
            **options: As for `all`.

        Yields:
            Audits, in the order of `all`.
        """

    async def list_children(
        self,
        foreign_key: str,
        parent_ids: Sequence[str],
        *,
        only_first: bool = False,
        attributes: Sequence[_LatestAuditName] | None = None,
    ) -> list[AsyncAudit]:
        """Return the latest audits of many parents, such as sites. See `BaseCollection.list_children`."""

def newest(audits: Iterable[Audit], group: Iterable[str] = ...) -> list[Audit]: ...

schema: Schema
