# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
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
from spacecat_shared_data_access.models.organization import (
    AsyncOrganization,
    Organization,
    _OrganizationInclude,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class ContactSalesLeadAttributes:
    """The ``attrs`` of a ``where`` callback."""

    contact_sales_lead_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    organization_id: Column
    site_id: Column
    name: Column
    email: Column
    domain: Column
    notes: Column
    status: Column

    def __getitem__(self, column: str) -> Column: ...

class _ContactSalesLeadFields:
    def get_contact_sales_lead_id(self) -> str:
        """Return contact_sales_lead_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and return the model. `save` stores it."""

    def get_site_id(self) -> str | None:
        """Return site_id, or None."""

    def set_site_id(self, value: str | UUID | None) -> Self:
        """Set site_id and return the model. `save` stores it."""

    def get_name(self) -> str:
        """Return name."""

    def set_name(self, value: str) -> Self:
        """Set name and return the model. `save` stores it."""

    def get_email(self) -> str:
        """Return email."""

    def set_email(self, value: str) -> Self:
        """Set email and return the model. `save` stores it."""

    def get_domain(self) -> str | None:
        """Return domain, or None."""

    def set_domain(self, value: str | None) -> Self:
        """Set domain and return the model. `save` stores it."""

    def get_notes(self) -> str | None:
        """Return notes, or None."""

    def set_notes(self, value: str | None) -> Self:
        """Set notes and return the model. `save` stores it."""

    def get_status(self) -> ContactSalesLead.Status | str:
        """Return status."""

    def set_status(self, value: ContactSalesLead.Status | str) -> Self:
        """Set status and return the model. `save` stores it."""

class ContactSalesLead(_ContactSalesLeadFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        NEW = "NEW"
        CONTACTED = "CONTACTED"
        CLOSED = "CLOSED"

    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncContactSalesLead(_ContactSalesLeadFields, AsyncBaseModel):
    """One request to be contacted by sales."""

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = ContactSalesLead.Status

    async def get_organization(
        self, *, include: Sequence[_OrganizationInclude] = ()
    ) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class ContactSalesLeadCollection(BaseCollection[ContactSalesLead, _ContactSalesLeadItems, _ContactSalesLeadKeys, ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadModel]
    ) -> ContactSalesLead | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadCursor]
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadList]
    ) -> list[ContactSalesLead]: ...
    def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadFind]
    ) -> ContactSalesLead | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadModel],
    ) -> ContactSalesLead | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadCursor],
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadList],
    ) -> list[ContactSalesLead]: ...
    def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadFind],
    ) -> ContactSalesLead | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadModel]
    ) -> ContactSalesLead | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadCursor]
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadList]
    ) -> list[ContactSalesLead]: ...
    def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadFind]
    ) -> ContactSalesLead | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadModel]
    ) -> ContactSalesLead | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadCursor]
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadList]
    ) -> list[ContactSalesLead]: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadFind]
    ) -> ContactSalesLead | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class AsyncContactSalesLeadCollection(AsyncBaseCollection[AsyncContactSalesLead, _ContactSalesLeadItems, _ContactSalesLeadKeys, ContactSalesLeadAttributes, _ContactSalesLeadName, _ContactSalesLeadInclude]):  # fmt: skip
    """All requests."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadModel]
    ) -> AsyncContactSalesLead | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadCursor]
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadList]
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_organization_id(
        self, organization_id: str | UUID, **options: Unpack[_ContactSalesLeadFind]
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadModel],
    ) -> AsyncContactSalesLead | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadCursor],
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadList],
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[_ContactSalesLeadFind],
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadModel]
    ) -> AsyncContactSalesLead | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadCursor]
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadList]
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_site_id(
        self, site_id: str | UUID, **options: Unpack[_ContactSalesLeadFind]
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadModel]
    ) -> AsyncContactSalesLead | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadCursor]
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadList]
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ContactSalesLeadFind]
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

schema: Schema
