# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    Self,
    TypeAlias,
    TypedDict,
    TypeVar,
    Unpack,
    overload,
    type_check_only,
)
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
from spacecat_shared_data_access.models.paging import AsyncPagedCollection, PagedCollection
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

T = TypeVar("T")
# fmt: off
_AuditUrlName: TypeAlias = Literal[
    "audit_url_id", "created_at", "updated_at", "updated_by", "site_id", "url", "by_customer", "audits",
    "created_by"
]
_AuditUrlInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_AuditUrlItems: TypeAlias = AuditUrlItem | AuditUrlJsonItem
_AuditUrlKeys: TypeAlias = AuditUrlValues | AuditUrlJsonValues
_AuditUrlFind: TypeAlias = FindOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]
_AuditUrlModel: TypeAlias = ModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]
_AuditUrlCursor: TypeAlias = CursorOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]
_AuditUrlList: TypeAlias = ListOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]
# fmt: on

@type_check_only
class _AuditUrlOptional(TypedDict, total=False):
    audit_url_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    by_customer: bool
    audits: list[str] | tuple[str, ...] | set[str] | frozenset[str]
    created_by: str

@type_check_only
class AuditUrlItem(_AuditUrlOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    url: str

@type_check_only
class AuditUrlValues(_AuditUrlOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    url: str

@type_check_only
class _AuditUrlJsonOptional(TypedDict, total=False):
    auditUrlId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    byCustomer: bool
    audits: list[str] | tuple[str, ...] | set[str] | frozenset[str]
    createdBy: str

@type_check_only
class AuditUrlJsonItem(_AuditUrlJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    url: str

@type_check_only
class AuditUrlJsonValues(_AuditUrlJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    url: str

class _AuditUrlProperties:
    audit_url_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    url: Writable[str, str]
    by_customer: Writable[bool, bool]
    audits: Writable[list[str], list[str] | tuple[str, ...] | set[str] | frozenset[str]]
    created_by: ReadOnly[str]

@type_check_only
class AuditUrlAttributes(_AuditUrlProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _AuditUrlFindBy(
    FindOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude], AuditUrlValues, total=False
): ...
class _AuditUrlModelBy(
    ModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude], AuditUrlValues, total=False
): ...
class _AuditUrlCursorBy(
    CursorOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude], AuditUrlValues, total=False
): ...
class _AuditUrlListBy(
    ListOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude], AuditUrlValues, total=False
): ...
class _AuditUrlPageBy(
    PageOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude], AuditUrlValues, total=False
): ...

class _AuditUrlUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    url: str
    by_customer: bool
    audits: list[str] | tuple[str, ...] | set[str] | frozenset[str]

class _AuditUrlFields(_AuditUrlProperties):
    def get_audit_url_id(self) -> str:
        """Return audit_url_id."""

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
    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self: ...
    def get_by_customer(self) -> bool:
        """Return by_customer."""

    def set_by_customer(self, value: bool) -> Self: ...
    def get_audits(self) -> list[str]:
        """Return audits."""

    def set_audits(self, value: list[str] | tuple[str, ...] | set[str] | frozenset[str]) -> Self: ...
    def get_created_by(self) -> str:
        """Return created_by."""

class AuditUrl(_AuditUrlFields, AuditSwitches):
    ENTITY_NAME: ClassVar[str]

    def is_customer_url(self) -> bool: ...
    def generate_composite_keys(self) -> dict[str, Any]: ...
    def update(self, **values: Unpack[_AuditUrlUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncAuditUrl(_AuditUrlFields, AsyncAuditSwitches):
    """One page of a site that is selected for the audit types in ``audits``.

    A page is identified by its site and its URL.
    """

    ENTITY_NAME: ClassVar[str]

    def is_customer_url(self) -> bool:
        """Return whether a customer added the page, rather than the system."""

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the key for removals and upserts: the site and the URL."""

    async def update(self, **values: Unpack[_AuditUrlUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _AuditUrlFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _AuditUrlKeys | None = None, **options: Unpack[_AuditUrlModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _AuditUrlKeys | None = None, **options: Unpack[_AuditUrlCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _AuditUrlKeys | None = None, **options: Unpack[_AuditUrlListBy]) -> _List: ...
    def first(self, keys: _AuditUrlKeys | None = None, **options: Unpack[_AuditUrlFindBy]) -> _One: ...
    def page(
        self,
        keys: _AuditUrlKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_AuditUrlPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _AuditUrlKeys | None = None,
        *,
        where: Callable[[AuditUrlAttributes, Operators], Expression | None] | None = None,
        between: tuple[_AuditUrlName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[AuditUrlValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _AuditUrlKeys | None = None, *, limit: int | None = None, **options: Unpack[_AuditUrlFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _AuditUrlItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _AuditUrlName | Sequence[_AuditUrlName] | None = None,
        **values: Unpack[AuditUrlValues],
    ) -> _New: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditUrlModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditUrlCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditUrlList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditUrlFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_AuditUrlModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_AuditUrlCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_AuditUrlList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_AuditUrlFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_by_customer(
        self, site_id: str | UUID, by_customer: bool, **options: Unpack[_AuditUrlModel]
    ) -> _One:
        """Find all entities by site_id, by_customer. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_by_customer(
        self, site_id: str | UUID, by_customer: bool, **options: Unpack[_AuditUrlCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_by_customer(
        self, site_id: str | UUID, by_customer: bool, **options: Unpack[_AuditUrlList]
    ) -> _List: ...
    def find_by_site_id_and_by_customer(
        self, site_id: str | UUID, by_customer: bool, **options: Unpack[_AuditUrlFind]
    ) -> _One:
        """Find the first entity by site_id, by_customer. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_by_customer_and_url(
        self, site_id: str | UUID, by_customer: bool, url: str, **options: Unpack[_AuditUrlModel]
    ) -> _One:
        """Find all entities by site_id, by_customer, url. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_by_customer_and_url(
        self, site_id: str | UUID, by_customer: bool, url: str, **options: Unpack[_AuditUrlCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_by_customer_and_url(
        self, site_id: str | UUID, by_customer: bool, url: str, **options: Unpack[_AuditUrlList]
    ) -> _List: ...
    def find_by_site_id_and_by_customer_and_url(
        self, site_id: str | UUID, by_customer: bool, url: str, **options: Unpack[_AuditUrlFind]
    ) -> _One:
        """Find the first entity by site_id, by_customer, url. Takes the options of `all`."""

class AuditUrlCollection(_AuditUrlFinders[AuditUrl | None, Page[AuditUrl], list[AuditUrl], AuditUrl, int, Iterator[AuditUrl]], PagedCollection[AuditUrl, _AuditUrlItems, _AuditUrlKeys, AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @staticmethod
    def sort_audit_urls(
        audit_urls: Sequence[T], sort_by: str = "created_at", sort_order: str = "asc"
    ) -> Sequence[T]: ...
    def find_by_id(
        self,
        site_id: str | UUID | None = None,
        url: str | None = None,
        *,
        include: Sequence[_AuditUrlInclude] | None = None,
    ) -> AuditUrl | None: ...
    def find_by_site_id_and_url(
        self,
        site_id: str | UUID | None = None,
        url: str | None = None,
        *,
        include: Sequence[_AuditUrlInclude] | None = None,
    ) -> AuditUrl | None: ...
    @overload
    def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[_AuditUrlModel],
    ) -> AuditUrl | None: ...
    @overload
    def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[PageOrModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]],
    ) -> Page[AuditUrl]: ...
    @overload
    def all_by_site_id_sorted(
        self,
        site_id: str | UUID | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[_AuditUrlModel],
    ) -> AuditUrl | None: ...
    @overload
    def all_by_site_id_sorted(
        self,
        site_id: str | UUID | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[PageOrModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]],
    ) -> Page[AuditUrl]: ...
    @overload
    def all_by_site_id_by_customer_sorted(
        self,
        site_id: str | UUID | None = None,
        by_customer: bool | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[_AuditUrlModel],
    ) -> AuditUrl | None: ...
    @overload
    def all_by_site_id_by_customer_sorted(
        self,
        site_id: str | UUID | None = None,
        by_customer: bool | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[PageOrModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]],
    ) -> Page[AuditUrl]: ...
    def remove_for_site_id(self, site_id: str | UUID | None = None) -> None: ...
    def remove_for_site_id_by_customer(
        self, site_id: str | UUID | None = None, by_customer: bool | None = None
    ) -> None: ...

class AsyncAuditUrlCollection(_AuditUrlFinders[Coroutine[Any, Any, AsyncAuditUrl | None], Coroutine[Any, Any, Page[AsyncAuditUrl]], Coroutine[Any, Any, list[AsyncAuditUrl]], Coroutine[Any, Any, AsyncAuditUrl], Coroutine[Any, Any, int], AsyncIterator[AsyncAuditUrl]], AsyncPagedCollection[AsyncAuditUrl, _AuditUrlItems, _AuditUrlKeys, AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]):  # fmt: skip
    """All pages that are selected for audits.

    The listings below accept the options of `all`, and ``sort_by`` (``url``, ``created_at`` or ``updated_at``)
    and ``sort_order`` (``asc``, the default, or ``desc``), which sort the results of one page of the listing.
    They return a `Page`; with ``limit=1`` one model or None.
    """

    COLLECTION_NAME: ClassVar[str]

    @staticmethod
    def sort_audit_urls(audit_urls: Sequence[T], sort_by: str = "created_at", sort_order: str = "asc") -> Sequence[T]:
        """Sort pages by one of their values.

        Args:
            audit_urls: Models, or mappings by attribute name; not changed.
            sort_by: ``url``, ``created_at`` or ``updated_at``. Any other name keeps the order.
            sort_order: ``desc`` for descending, any other value for ascending.

        Returns:
            A list in the Unicode collation order of the values: case and accents count only between values that
            are otherwise equal. Pages without a value come last.

        Raises:
            ValidationError: ``audit_urls`` is not a list.
        """

    async def find_by_id(
        self,
        site_id: str | UUID | None = None,
        url: str | None = None,
        *,
        include: Sequence[_AuditUrlInclude] | None = None,
    ) -> AsyncAuditUrl | None:
        """Find a page by its site and URL. Return None if there is no match.

        Args:
            site_id: The site's UUID.
            url: The URL.
            include: The related entities to load, as for `all`.

        Raises:
            ValidationError: The site's ID or the URL is missing.
            DataAccessError: As for `all`.
        """

    async def find_by_site_id_and_url(
        self,
        site_id: str | UUID | None = None,
        url: str | None = None,
        *,
        include: Sequence[_AuditUrlInclude] | None = None,
    ) -> AsyncAuditUrl | None:
        """Find a page by its site and URL, as `find_by_id` does."""

    @overload
    async def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[_AuditUrlModel],
    ) -> AsyncAuditUrl | None:
        """Find a site's pages for which an audit type is enabled.

        Args:
            site_id: The site's UUID.
            audit_type: The audit type.
            sort_by: See the class.
            sort_order: See the class.
            **options: As for `all`.

        Raises:
            ValidationError: The site's ID or the audit type is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[PageOrModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]],
    ) -> Page[AsyncAuditUrl]: ...
    @overload
    async def all_by_site_id_sorted(
        self,
        site_id: str | UUID | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[_AuditUrlModel],
    ) -> AsyncAuditUrl | None:
        """Find a site's pages.

        Args:
            site_id: The site's UUID.
            sort_by: See the class.
            sort_order: See the class.
            **options: As for `all`.

        Raises:
            ValidationError: The site's ID is missing.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id_sorted(
        self,
        site_id: str | UUID | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[PageOrModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]],
    ) -> Page[AsyncAuditUrl]: ...
    @overload
    async def all_by_site_id_by_customer_sorted(
        self,
        site_id: str | UUID | None = None,
        by_customer: bool | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[_AuditUrlModel],
    ) -> AsyncAuditUrl | None:
        """Find the pages of a site that a customer added, or those that the system added.

        Args:
            site_id: The site's UUID.
            by_customer: Whether a customer added them.
            sort_by: See the class.
            sort_order: See the class.
            **options: As for `all`; ``index`` has no effect.

        Raises:
            ValidationError: The site's ID is missing, or ``by_customer`` is not a boolean.
            DataAccessError: As for `all`.
        """

    @overload
    async def all_by_site_id_by_customer_sorted(
        self,
        site_id: str | UUID | None = None,
        by_customer: bool | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[PageOrModelOptions[AuditUrlAttributes, _AuditUrlName, _AuditUrlInclude]],
    ) -> Page[AsyncAuditUrl]: ...
    async def remove_for_site_id(self, site_id: str | UUID | None = None) -> None:
        """Remove all pages of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.

        Raises:
            ValidationError: The site's ID is missing.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """

    async def remove_for_site_id_by_customer(
        self, site_id: str | UUID | None = None, by_customer: bool | None = None
    ) -> None:
        """Remove the pages of a site that a customer added, or those that the system added.

        Args:
            site_id: The site's UUID.
            by_customer: Whether a customer added them.

        Raises:
            ValidationError: The site's ID is missing, or ``by_customer`` is not a boolean.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """

schema: Schema
