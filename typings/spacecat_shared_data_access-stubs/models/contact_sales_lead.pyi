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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ContactSalesLeadName: TypeAlias = Literal[
    "contact_sales_lead_id", "created_at", "updated_at", "updated_by", "organization_id", "site_id",
    "name", "email", "domain", "notes", "status"
]
_ContactSalesLeadInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "site", "site.organization",
    "site.audits", "site.experiments", "site.key_events", "site.latest_audits", "site.latest_audit",
    "site.opportunities", "site.site_candidates", "site.site_enrollments", "site.site_ims_org_accesses",
    "site.site_top_forms", "site.site_top_pages", "site.trial_user_activities", "site.page_intents",
    "site.page_citabilities"
]
_ContactSalesLeadItems: TypeAlias = ContactSalesLeadItem | ContactSalesLeadJsonItem
_ContactSalesLeadKeys: TypeAlias = ContactSalesLeadValues | ContactSalesLeadJsonValues
_ContactSalesLeadFind: TypeAlias = FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]
_ContactSalesLeadModel: TypeAlias = ModelOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]
_ContactSalesLeadCursor: TypeAlias = CursorOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]
_ContactSalesLeadList: TypeAlias = ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]
# fmt: on

@type_check_only
class _ContactSalesLeadOptional(TypedDict, total=False):
    contact_sales_lead_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    site_id: str | UUID | None
    domain: str | None
    notes: str | None
    status: ContactSalesLead.Status | str

@type_check_only
class ContactSalesLeadItem(_ContactSalesLeadOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    name: str
    email: str

@type_check_only
class ContactSalesLeadValues(_ContactSalesLeadOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    name: str
    email: str

@type_check_only
class _ContactSalesLeadJsonOptional(TypedDict, total=False):
    contactSalesLeadId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    siteId: str | UUID | None
    domain: str | None
    notes: str | None
    status: ContactSalesLead.Status | str

@type_check_only
class ContactSalesLeadJsonItem(_ContactSalesLeadJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    name: str
    email: str

@type_check_only
class ContactSalesLeadJsonValues(_ContactSalesLeadJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    name: str
    email: str

class _ContactSalesLeadProperties:
    contact_sales_lead_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    site_id: Writable[str | None, str | UUID | None]
    name: Writable[str, str]
    email: Writable[str, str]
    domain: Writable[str | None, str | None]
    notes: Writable[str | None, str | None]
    status: Writable[ContactSalesLead.Status | str, ContactSalesLead.Status | str]

@type_check_only
class ContactSalesLeadAttributes(_ContactSalesLeadProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ContactSalesLeadFindBy(
    FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude],
    ContactSalesLeadValues,
    total=False,
): ...
class _ContactSalesLeadModelBy(
    ModelOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude],
    ContactSalesLeadValues,
    total=False,
): ...
class _ContactSalesLeadCursorBy(
    CursorOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude],
    ContactSalesLeadValues,
    total=False,
): ...
class _ContactSalesLeadListBy(
    ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude],
    ContactSalesLeadValues,
    total=False,
): ...
class _ContactSalesLeadPageBy(
    PageOptions[ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude],
    ContactSalesLeadValues,
    total=False,
): ...

class _ContactSalesLeadUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    site_id: str | UUID | None
    name: str
    email: str
    domain: str | None
    notes: str | None
    status: ContactSalesLead.Status | str

class _ContactSalesLeadFields(_ContactSalesLeadProperties):
    def get_contact_sales_lead_id(self) -> str:
        """Return contact_sales_lead_id."""

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
    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | UUID | None) -> Self: ...
    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self: ...
    def get_email(self) -> str:
        """Return email."""

    def set_email(self, value: str) -> Self: ...
    def get_domain(self) -> str | None:
        """Return domain, or None."""

    def set_domain(self, value: str | None) -> Self: ...
    def get_notes(self) -> str | None:
        """Return notes, or None."""

    def set_notes(self, value: str | None) -> Self: ...
    def get_status(self) -> ContactSalesLead.Status | str:
        """Return status."""

    def set_status(self, value: ContactSalesLead.Status | str) -> Self: ...

class ContactSalesLead(_ContactSalesLeadFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        NEW = "NEW"
        CONTACTED = "CONTACTED"
        CLOSED = "CLOSED"

    def update(self, **values: Unpack[_ContactSalesLeadUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncContactSalesLead(_ContactSalesLeadFields, AsyncBaseModel):
    """One request to be contacted by sales."""

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = ContactSalesLead.Status

    async def update(self, **values: Unpack[_ContactSalesLeadUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _ContactSalesLeadFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(
        self, sort_keys: _ContactSalesLeadKeys | None = None, **options: Unpack[_ContactSalesLeadModelBy]
    ) -> _One: ...
    @overload
    def all(
        self, sort_keys: _ContactSalesLeadKeys | None = None, **options: Unpack[_ContactSalesLeadCursorBy]
    ) -> _Page: ...
    @overload
    def all(
        self, sort_keys: _ContactSalesLeadKeys | None = None, **options: Unpack[_ContactSalesLeadListBy]
    ) -> _List: ...
    def first(self, keys: _ContactSalesLeadKeys | None = None, **options: Unpack[_ContactSalesLeadFindBy]) -> _One: ...
    def page(
        self,
        keys: _ContactSalesLeadKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ContactSalesLeadPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ContactSalesLeadKeys | None = None,
        *,
        where: Callable[[ContactSalesLeadAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ContactSalesLeadName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ContactSalesLeadValues],
    ) -> _Number: ...
    def iterate(
        self,
        keys: _ContactSalesLeadKeys | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[_ContactSalesLeadFindBy],
    ) -> _Iter: ...
    def create(
        self,
        item: _ContactSalesLeadItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ContactSalesLeadName | Sequence[_ContactSalesLeadName] | None = None,
        **values: Unpack[ContactSalesLeadValues],
    ) -> _New: ...
    @overload
    def all_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadModel]) -> _One:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadList]
    ) -> _List: ...
    def find_by_organization_id(self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadFind]) -> _One:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadModel]
    ) -> _One:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadCursor]
    ) -> _Page: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadList]
    ) -> _List: ...
    def find_by_organization_id_and_updated_at(
        self, organization_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadFind]
    ) -> _One:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class ContactSalesLeadCollection(_ContactSalesLeadFinders[ContactSalesLead | None, Page[ContactSalesLead], list[ContactSalesLead], ContactSalesLead, int, Iterator[ContactSalesLead]], BaseCollection[ContactSalesLead, _ContactSalesLeadItems, _ContactSalesLeadKeys, ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncContactSalesLeadCollection(_ContactSalesLeadFinders[Coroutine[Any, Any, AsyncContactSalesLead | None], Coroutine[Any, Any, Page[AsyncContactSalesLead]], Coroutine[Any, Any, list[AsyncContactSalesLead]], Coroutine[Any, Any, AsyncContactSalesLead], Coroutine[Any, Any, int], AsyncIterator[AsyncContactSalesLead]], AsyncBaseCollection[AsyncContactSalesLead, _ContactSalesLeadItems, _ContactSalesLeadKeys, ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]):  # fmt: skip
    """All requests."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
