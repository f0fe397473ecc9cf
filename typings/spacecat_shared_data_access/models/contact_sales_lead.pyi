# mypy: disable-error-code="overload-overlap, override"
"""ContactSalesLead: somebody who asked to be contacted about buying."""

from datetime import datetime
from enum import StrEnum
from typing import (
    ClassVar,
    Literal,
    NotRequired,
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
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization
from spacecat_shared_data_access.models.site.model import AsyncSite, Site
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_ContactSalesLeadName: TypeAlias = Literal[
    "contact_sales_lead_id",
    "created_at",
    "updated_at",
    "updated_by",
    "organization_id",
    "site_id",
    "name",
    "email",
    "domain",
    "notes",
    "status",
]

@type_check_only
class ContactSalesLeadItem(TypedDict):
    """What `create` takes, by Python name."""

    contact_sales_lead_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    organization_id: str | UUID
    site_id: NotRequired[str | UUID | None]
    name: str
    email: str
    domain: NotRequired[str | None]
    notes: NotRequired[str | None]
    status: NotRequired[ContactSalesLead.Status | str]

@type_check_only
class ContactSalesLeadValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    contact_sales_lead_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    organization_id: str | UUID
    site_id: str | UUID | None
    name: str
    email: str
    domain: str | None
    notes: str | None
    status: ContactSalesLead.Status | str

@type_check_only
class ContactSalesLeadJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    contactSalesLeadId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    organizationId: str | UUID
    siteId: NotRequired[str | UUID | None]
    name: str
    email: str
    domain: NotRequired[str | None]
    notes: NotRequired[str | None]
    status: NotRequired[ContactSalesLead.Status | str]

@type_check_only
class ContactSalesLeadJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    contactSalesLeadId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    organizationId: str | UUID
    siteId: str | UUID | None
    name: str
    email: str
    domain: str | None
    notes: str | None
    status: ContactSalesLead.Status | str

@type_check_only
class ContactSalesLeadAttributes:
    """What a where callback gets as ``attrs``."""

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
    """The getters and setters of a `ContactSalesLead`, blocking or not."""

    def get_contact_sales_lead_id(self) -> str:
        """Give contact_sales_lead_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_organization_id(self) -> str:
        """Give organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and give the model back. `save` stores it."""

    def get_site_id(self) -> str | None:
        """Give site_id; None where there is none."""

    def set_site_id(self, value: str | UUID | None) -> Self:
        """Set site_id and give the model back. `save` stores it."""

    def get_name(self) -> str:
        """Give name."""

    def set_name(self, value: str) -> Self:
        """Set name and give the model back. `save` stores it."""

    def get_email(self) -> str:
        """Give email."""

    def set_email(self, value: str) -> Self:
        """Set email and give the model back. `save` stores it."""

    def get_domain(self) -> str | None:
        """Give domain; None where there is none."""

    def set_domain(self, value: str | None) -> Self:
        """Set domain and give the model back. `save` stores it."""

    def get_notes(self) -> str | None:
        """Give notes; None where there is none."""

    def set_notes(self, value: str | None) -> Self:
        """Set notes and give the model back. `save` stores it."""

    def get_status(self) -> ContactSalesLead.Status | str:
        """Give status."""

    def set_status(self, value: ContactSalesLead.Status | str) -> Self:
        """Set status and give the model back. `save` stores it."""

class ContactSalesLead(_ContactSalesLeadFields, BaseModel):
    """One request to be contacted by sales."""

    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        """How far sales have come with it."""

        NEW = "NEW"
        CONTACTED = "CONTACTED"
        CLOSED = "CLOSED"

    def get_organization(self) -> Organization | None:
        """Give the Organization that this entity belongs to, or None."""

    def get_site(self) -> Site | None:
        """Give the Site that this entity belongs to, or None."""

class AsyncContactSalesLead(_ContactSalesLeadFields, AsyncBaseModel):
    """One request to be contacted by sales."""

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = ContactSalesLead.Status

    async def get_organization(self) -> AsyncOrganization | None:
        """Give the Organization that this entity belongs to, or None."""

    async def get_site(self) -> AsyncSite | None:
        """Give the Site that this entity belongs to, or None."""

class ContactSalesLeadCollection(
    BaseCollection[
        ContactSalesLead,
        ContactSalesLeadItem | ContactSalesLeadJsonItem,
        ContactSalesLeadValues | ContactSalesLeadJsonValues,
        ContactSalesLeadAttributes,
        _ContactSalesLeadName,
    ]
):
    """All requests."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[ContactSalesLead]: ...
    def find_by_organization_id(
        self,
        organization_id: str | UUID,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[ContactSalesLead]: ...
    def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[ContactSalesLead]: ...
    def find_by_site_id(
        self,
        site_id: str | UUID,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[ContactSalesLead]: ...
    @overload
    def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[ContactSalesLead]: ...
    def find_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> ContactSalesLead | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class AsyncContactSalesLeadCollection(
    AsyncBaseCollection[
        AsyncContactSalesLead,
        ContactSalesLeadItem | ContactSalesLeadJsonItem,
        ContactSalesLeadValues | ContactSalesLeadJsonValues,
        ContactSalesLeadAttributes,
        _ContactSalesLeadName,
    ]
):
    """All requests."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find all entities by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_organization_id(
        self,
        organization_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_organization_id(
        self,
        organization_id: str | UUID,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by organization_id. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find all entities by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_organization_id_and_updated_at(
        self,
        organization_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by organization_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_site_id(
        self,
        site_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_site_id(
        self,
        site_id: str | UUID,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> Page[AsyncContactSalesLead]: ...
    @overload
    async def all_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> list[AsyncContactSalesLead]: ...
    async def find_by_site_id_and_updated_at(
        self,
        site_id: str | UUID,
        updated_at: str | datetime,
        **options: Unpack[FindOptions[ContactSalesLeadAttributes, _ContactSalesLeadName]],
    ) -> AsyncContactSalesLead | None:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

schema: Schema
