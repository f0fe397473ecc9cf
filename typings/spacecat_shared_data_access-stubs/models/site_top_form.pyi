# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
    CreateResult,
)
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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_SiteTopFormName: TypeAlias = Literal[
    "site_top_form_id", "created_at", "updated_at", "updated_by", "site_id", "url", "form_source",
    "traffic", "source", "imported_at"
]
_SiteTopFormInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_SiteTopFormItems: TypeAlias = SiteTopFormItem | SiteTopFormJsonItem
_SiteTopFormKeys: TypeAlias = SiteTopFormValues | SiteTopFormJsonValues
_SiteTopFormFind: TypeAlias = FindOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude]
_SiteTopFormModel: TypeAlias = ModelOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude]
_SiteTopFormCursor: TypeAlias = CursorOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude]
_SiteTopFormList: TypeAlias = ListOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude]
# fmt: on

@type_check_only
class _SiteTopFormOptional(TypedDict, total=False):
    site_top_form_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    form_source: str | None
    traffic: float | None
    imported_at: str | datetime

@type_check_only
class SiteTopFormItem(_SiteTopFormOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    url: str
    source: str

@type_check_only
class SiteTopFormValues(_SiteTopFormOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    url: str
    source: str

@type_check_only
class _SiteTopFormJsonOptional(TypedDict, total=False):
    siteTopFormId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    formSource: str | None
    traffic: float | None
    importedAt: str | datetime

@type_check_only
class SiteTopFormJsonItem(_SiteTopFormJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    url: str
    source: str

@type_check_only
class SiteTopFormJsonValues(_SiteTopFormJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    url: str
    source: str

class _SiteTopFormProperties:
    site_top_form_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    url: Writable[str, str]
    form_source: Writable[str | None, str | None]
    traffic: Writable[float | None, float | None]
    source: Writable[str, str]
    imported_at: Writable[str, str | datetime]

@type_check_only
class SiteTopFormAttributes(_SiteTopFormProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SiteTopFormFindBy(
    FindOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude], SiteTopFormValues, total=False
): ...
class _SiteTopFormModelBy(
    ModelOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude], SiteTopFormValues, total=False
): ...
class _SiteTopFormCursorBy(
    CursorOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude], SiteTopFormValues, total=False
): ...
class _SiteTopFormListBy(
    ListOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude], SiteTopFormValues, total=False
): ...
class _SiteTopFormPageBy(
    PageOptions[SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude], SiteTopFormValues, total=False
): ...

class _SiteTopFormUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    url: str
    form_source: str | None
    traffic: float | None
    source: str
    imported_at: str | datetime

class _SiteTopFormFields(_SiteTopFormProperties):
    def get_site_top_form_id(self) -> str:
        """Return site_top_form_id."""

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
    def get_form_source(self) -> str | None:
        """Return form_source, or None."""

    def set_form_source(self, value: str | None) -> Self: ...
    def get_traffic(self) -> float | None:
        """Return traffic, or None."""

    def set_traffic(self, value: float | None) -> Self: ...
    def get_source(self) -> str:
        """Return source."""

    def set_source(self, value: str) -> Self: ...
    def get_imported_at(self) -> str:
        """Return imported_at."""

    def set_imported_at(self, value: str | datetime) -> Self: ...

class SiteTopForm(_SiteTopFormFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    def update(self, **values: Unpack[_SiteTopFormUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncSiteTopForm(_SiteTopFormFields, AsyncBaseModel):
    """A form of a site, with its traffic according to a data source.

    ``form_source``, such as a CSS selector, distinguishes the forms of a page. It is empty if unknown, and
    null in old rows.
    """

    ENTITY_NAME: ClassVar[str]

    async def update(self, **values: Unpack[_SiteTopFormUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _SiteTopFormFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _SiteTopFormKeys | None = None, **options: Unpack[_SiteTopFormModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _SiteTopFormKeys | None = None, **options: Unpack[_SiteTopFormCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _SiteTopFormKeys | None = None, **options: Unpack[_SiteTopFormListBy]) -> _List: ...
    def first(self, keys: _SiteTopFormKeys | None = None, **options: Unpack[_SiteTopFormFindBy]) -> _One: ...
    def page(
        self,
        keys: _SiteTopFormKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_SiteTopFormPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _SiteTopFormKeys | None = None,
        *,
        where: Callable[[SiteTopFormAttributes, Operators], Expression | None] | None = None,
        between: tuple[_SiteTopFormName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[SiteTopFormValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _SiteTopFormKeys | None = None, *, limit: int | None = None, **options: Unpack[_SiteTopFormFindBy]
    ) -> _Iter: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopFormModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopFormCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopFormList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_SiteTopFormFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source(self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopFormModel]) -> _One:
        """Find all entities by site_id, source. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopFormCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_source(
        self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopFormList]
    ) -> _List: ...
    def find_by_site_id_and_source(self, site_id: str | UUID, source: str, **options: Unpack[_SiteTopFormFind]) -> _One:
        """Find the first entity by site_id, source. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_traffic(
        self, site_id: str | UUID, source: str, traffic: float, **options: Unpack[_SiteTopFormModel]
    ) -> _One:
        """Find all entities by site_id, source, traffic. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_source_and_traffic(
        self, site_id: str | UUID, source: str, traffic: float, **options: Unpack[_SiteTopFormCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_source_and_traffic(
        self, site_id: str | UUID, source: str, traffic: float, **options: Unpack[_SiteTopFormList]
    ) -> _List: ...
    def find_by_site_id_and_source_and_traffic(
        self, site_id: str | UUID, source: str, traffic: float, **options: Unpack[_SiteTopFormFind]
    ) -> _One:
        """Find the first entity by site_id, source, traffic. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_SiteTopFormModel]) -> _One:
        """Find all entities by url. Takes the options of `all`."""

    @overload
    def all_by_url(self, url: str, **options: Unpack[_SiteTopFormCursor]) -> _Page: ...
    @overload
    def all_by_url(self, url: str, **options: Unpack[_SiteTopFormList]) -> _List: ...
    def find_by_url(self, url: str, **options: Unpack[_SiteTopFormFind]) -> _One:
        """Find the first entity by url. Takes the options of `all`."""

    @overload
    def all_by_url_and_form_source(self, url: str, form_source: str, **options: Unpack[_SiteTopFormModel]) -> _One:
        """Find all entities by url, form_source. Takes the options of `all`."""

    @overload
    def all_by_url_and_form_source(
        self, url: str, form_source: str, **options: Unpack[_SiteTopFormCursor]
    ) -> _Page: ...
    @overload
    def all_by_url_and_form_source(self, url: str, form_source: str, **options: Unpack[_SiteTopFormList]) -> _List: ...
    @overload
    def all_by_url_and_form_source_and_traffic(
        self, url: str, form_source: str, traffic: float, **options: Unpack[_SiteTopFormModel]
    ) -> _One:
        """Find all entities by url, form_source, traffic. Takes the options of `all`."""

    @overload
    def all_by_url_and_form_source_and_traffic(
        self, url: str, form_source: str, traffic: float, **options: Unpack[_SiteTopFormCursor]
    ) -> _Page: ...
    @overload
    def all_by_url_and_form_source_and_traffic(
        self, url: str, form_source: str, traffic: float, **options: Unpack[_SiteTopFormList]
    ) -> _List: ...
    def find_by_url_and_form_source_and_traffic(
        self, url: str, form_source: str, traffic: float, **options: Unpack[_SiteTopFormFind]
    ) -> _One:
        """Find the first entity by url, form_source, traffic. Takes the options of `all`."""

class SiteTopFormCollection(_SiteTopFormFinders[SiteTopForm | None, Page[SiteTopForm], list[SiteTopForm], SiteTopForm, int, Iterator[SiteTopForm]], BaseCollection[SiteTopForm, _SiteTopFormItems, _SiteTopFormKeys, SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def create(
        self,
        item: _SiteTopFormItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteTopFormName | Sequence[_SiteTopFormName] | None = None,
        **values: Unpack[SiteTopFormValues],
    ) -> SiteTopForm: ...
    def create_many(
        self, new_items: Sequence[_SiteTopFormItems], parent: BaseModel | None = None
    ) -> CreateResult[SiteTopForm]: ...
    def find_by_url_and_form_source(
        self, url: str | None = None, form_source: str | None = None
    ) -> SiteTopForm | None: ...
    def remove_for_site_id(self, site_id: str | UUID | None = None, source: str | None = None) -> None: ...
    def remove_by_url_and_form_source(self, url: str | None = None, form_source: str | None = None) -> None: ...

class AsyncSiteTopFormCollection(_SiteTopFormFinders[Coroutine[Any, Any, AsyncSiteTopForm | None], Coroutine[Any, Any, Page[AsyncSiteTopForm]], Coroutine[Any, Any, list[AsyncSiteTopForm]], Coroutine[Any, Any, AsyncSiteTopForm], Coroutine[Any, Any, int], AsyncIterator[AsyncSiteTopForm]], AsyncBaseCollection[AsyncSiteTopForm, _SiteTopFormItems, _SiteTopFormKeys, SiteTopFormAttributes, _SiteTopFormName, _SiteTopFormInclude]):  # fmt: skip
    """The collection of top forms."""

    COLLECTION_NAME: ClassVar[str]

    async def create(
        self,
        item: _SiteTopFormItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _SiteTopFormName | Sequence[_SiteTopFormName] | None = None,
        **values: Unpack[SiteTopFormValues],
    ) -> AsyncSiteTopForm:
        """Create a form. A form source that is missing or null becomes empty.

        Args:
            item: The values, by attribute name; ``url`` is required. See `BaseCollection.create`.
            upsert: As for `BaseCollection.create`.
            on_conflict: As for `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: The URL is missing, or the item is invalid.
            DataAccessError: The server rejected the request (``Failed to create``).
            UnavailableError: The server was not reachable or not available.
        """

    async def create_many(
        self, new_items: Sequence[_SiteTopFormItems], parent: AsyncBaseModel | None = None
    ) -> CreateResult[AsyncSiteTopForm]:
        """Create several forms. A form source that is missing or null becomes empty.

        Args:
            new_items: The values of each form, as for `create`. If one has no URL, none is created.
            parent: The site that they belong to.

        Raises:
            ValidationError: There are no items, or one of them has no URL.
            DataAccessError: The server rejected the request (``Failed to create many``).
            UnavailableError: The server was not reachable or not available.
        """

    async def find_by_url_and_form_source(
        self, url: str | None = None, form_source: str | None = None
    ) -> AsyncSiteTopForm | None:
        """Find a form by the URL of its page and its form source.

        Args:
            url: The page's URL.
            form_source: The form source. If it is empty or None, a form with an empty source is found or
                else one whose source is null.

        Returns:
            The form with the most traffic; None if there is no match. A request that the server rejects
            is logged, and None is returned.

        Raises:
            ValidationError: The URL is missing, or the form source is not a text.
        """

    async def remove_for_site_id(self, site_id: str | UUID | None = None, source: str | None = None) -> None:
        """Delete the forms of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.
            source: The data source whose forms are deleted. The default is all sources.

        Raises:
            ValidationError: The site ID is missing, or the source is empty or not a text.
            DataAccessError: As for `all` and `remove_by_ids`.
        """

    async def remove_by_url_and_form_source(self, url: str | None = None, form_source: str | None = None) -> None:
        """Delete the form that `find_by_url_and_form_source` finds. Does nothing if there is no match.

        Args:
            url: The page's URL.
            form_source: As for `find_by_url_and_form_source`.

        Raises:
            ValidationError: The URL is missing, or the form source is not a text.
            DataAccessError: As for `remove_by_ids`.
        """

schema: Schema
