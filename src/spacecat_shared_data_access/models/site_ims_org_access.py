"""SiteImsOrgAccess: a grant that lets an organization work on a site of another one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, ValidationError, wrap_error
from spacecat_shared_data_access.models.arguments import check_uuids
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.models.find_or_create import create_or_find
from spacecat_shared_data_access.postgrest.filters import encode_in
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_call_failed, log_fields
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.naming import camel_to_snake
from spacecat_shared_data_access.schema.validation import (
    check_id,
    check_list,
    is_falsy,
    is_iso_date,
    is_uuid,
    matches,
    optional,
)
from spacecat_shared_data_access.schema.values import now, to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.request import Query
    from spacecat_shared_data_access.postgrest.rows import Row

_CONFLICT: Final = 409
_GRANTED_BY = re.compile(r"\A(ims:\S+|slack:\S+|system)\Z")
_IDENTITY: Final = ("site_id", "organization_id", "product_code")
_COLUMNS: Final = "id,site_id,organization_id,target_organization_id,product_code,role,granted_by,expires_at"
_TARGET: Final = "organizations!site_ims_org_accesses_target_organization_id_fkey(id,ims_org_id)"
_SITE: Final = "sites!site_ims_org_accesses_site_id_fkey(*)"


class SiteImsOrgAccess(BaseModel):
    """A grant: an organization may work on a site of another one, for a product.

    ``organization_id`` is the delegate, ``target_organization_id`` the site's owner. An expired grant is
    kept until it is removed.
    """

    ENTITY_NAME = "SiteImsOrgAccess"

    class DelegationRole(StrEnum):
        """The role of the delegate."""

        COLLABORATOR = "collaborator"
        AGENCY = "agency"
        VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class TargetOrganization:
    """The owner of a site that access was granted to.

    Attributes:
        id: The owner's UUID.
        ims_org_id: The owner's ID in the identity service.
    """

    id: str
    ims_org_id: str | None


@with_async_name
@dataclass(frozen=True, slots=True)
class GrantWithTargetOrganization:
    """A grant and the owner of its site.

    Attributes:
        grant: The grant, without its timestamps.
        target_organization: The owner.
    """

    grant: SiteImsOrgAccess
    target_organization: TargetOrganization


@with_async_name
@dataclass(frozen=True, slots=True)
class GrantWithSite:
    """A grant and its site.

    Attributes:
        grant: The grant, without its timestamps.
        site: The Site; None if it was deleted.
    """

    grant: SiteImsOrgAccess
    site: Any


class SiteImsOrgAccessCollection(BaseCollection[SiteImsOrgAccess]):
    """The collection of grants."""

    COLLECTION_NAME = "SiteImsOrgAccessCollection"

    MAX_DELEGATES_PER_SITE: ClassVar[int] = 50
    """The maximum number of active grants for a site."""

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
        **values: Any,
    ) -> SiteImsOrgAccess:
        """Grant access to a site, or return the existing grant for this site, organization and product.

        The checks and the creation are separate requests, so concurrent callers may exceed the limit. If
        they create the same grant, one creates it and the others find it.

        Args:
            item: The values, by attribute name. See `BaseCollection.create`.
            upsert: As for `BaseCollection.create`.
            on_conflict: As for `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: The item is invalid.
            DataAccessError: An organization would be its own delegate, or the site has reached
                `MAX_DELEGATES_PER_SITE` (``status`` 409 for both); or the server rejected the request.
            UnavailableError: The server was not reachable or not available.
        """
        item = self._with_keywords(item, values)
        values = {
            camel_to_snake(name): plain_value(camel_to_snake(name), value)
            for name, value in (item if isinstance(item, Mapping) else {}).items()
            if isinstance(name, str)
        }
        self._check_delegate(values)
        identity = {name: values.get(name) for name in _IDENTITY}
        is_complete = not any(map(is_falsy, identity.values()))
        found = await self.find_by_index_keys(identity) if is_complete else None
        if found is not None:
            self.log.info(
                "[SiteImsOrgAccess] Idempotent create: returning existing grant for %s",
                _describe(values),
                extra=log_fields(LogEvent.ACCESS_GRANTED, entity=self.entity_name, is_new=False),
            )
            return found
        if not is_falsy(values.get("site_id")):
            await self._check_limit(values["site_id"])
        create = super().create(item, upsert=upsert, on_conflict=on_conflict)
        created = await (create_or_find(create, self, identity) if is_complete else create)
        self.log.info(
            "[SiteImsOrgAccess] New grant created: id=%s %s",
            created.get_id(),
            _describe(values),
            extra=log_fields(LogEvent.ACCESS_GRANTED, entity=self.entity_name, is_new=True),
        )
        return created

    async def find_by_site_id_and_organization_id_and_product_code(
        self, site_id: str | UUID | None = None, organization_id: Any = None, product_code: str | None = None
    ) -> SiteImsOrgAccess | None:
        """Find the grant for a site, an organization and a product.

        Args:
            site_id: The site's UUID.
            organization_id: The delegate's UUID.
            product_code: Such as ``LLMO``.

        Returns:
            The grant, which may have expired; None if there is no match.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """
        keys = dict(zip(_IDENTITY, map(to_jsonable, (site_id, organization_id, product_code)), strict=True))
        if any(map(is_falsy, keys.values())):
            raise ValidationError("site_id, organization_id and product_code are required")
        return await self.find_by_index_keys(keys)

    async def all_by_organization_id_with_target_organization(
        self, organization_id: Any = None
    ) -> list[GrantWithTargetOrganization]:
        """Find the grants of a delegate, each with the owner of its site, in one query.

        Args:
            organization_id: The delegate's UUID.

        Raises:
            ValidationError: The ID is missing.
            DataAccessError: The server rejected the request (``Failed to query grants with target organization``).
            UnavailableError: The server was not reachable or not available.
        """
        query = self._select(_TARGET).eq("organization_id", _required(organization_id))
        return await self._with_target_organization(query)

    async def all_by_organization_ids_with_target_organization(
        self, organization_ids: Sequence[Any] | None = None
    ) -> list[GrantWithTargetOrganization]:
        """Find the grants of several delegates, each with the owner of its site, in one query.

        Args:
            organization_ids: The delegates' UUIDs, at most `MAX_DELEGATES_PER_SITE`. Nothing is found if
                there are none.

        Raises:
            ValidationError: ``organization_ids`` is not a list of IDs, or has too many of them.
            DataAccessError: As for `all_by_organization_id_with_target_organization`.
            UnavailableError: The server was not reachable or not available.
        """
        if organization_ids is None:
            return []
        ids = plain_value("organization_ids", organization_ids)
        check_list("organization_ids", ids, self.COLLECTION_NAME)
        if not ids:
            return []
        if len(ids) > self.MAX_DELEGATES_PER_SITE:
            raise ValidationError(
                "all_by_organization_ids_with_target_organization: "
                f"organization_ids array exceeds maximum of {self.MAX_DELEGATES_PER_SITE}"
            )
        check_uuids("organization_ids", ids, self.COLLECTION_NAME)
        query = self._select(_TARGET).filter("organization_id", "in", encode_in(ids))
        return await self._with_target_organization(query)

    async def all_by_organization_id_with_sites(self, organization_id: Any = None) -> list[GrantWithSite]:
        """Find the grants of a delegate, each with its site, in one query.

        Args:
            organization_id: The delegate's UUID.

        Raises:
            ValidationError: The ID is missing.
            DataAccessError: The server rejected the request (``Failed to query grants with site``).
            UnavailableError: The server was not reachable or not available.
        """
        query = self._select(_SITE).eq("organization_id", _required(organization_id))
        sites = self.registry.collection_of("Site")
        return [
            GrantWithSite(grant, sites.create_instance_from_row(row) if row else None)
            for grant, row in await self._grants(query, "sites", "Failed to query grants with site")
        ]

    async def _with_target_organization(self, query: Query) -> list[GrantWithTargetOrganization]:
        message = "Failed to query grants with target organization"
        return [
            GrantWithTargetOrganization(grant, TargetOrganization(row["id"], row.get("ims_org_id")))
            for grant, row in await self._grants(query, "organizations", message)
        ]

    async def _grants(self, query: Query, embedded: str, message: str) -> list[tuple[SiteImsOrgAccess, Any]]:
        try:
            rows = await self.read_all_pages(query.order("id"))
        except PostgrestError as error:
            text = "[SiteImsOrgAccess] %s - %s"
            log_call_failed(self.log, self.entity_name, error, text, message, error.message)
            raise wrap_error(message, error) from error
        embedded_rows = [row.pop(embedded, None) for row in rows]
        return list(zip(self.models_from_rows(rows, is_whole=False), embedded_rows, strict=True))

    def _select(self, embedded: str) -> Query:
        return self.table.select(f"{_COLUMNS},{embedded}")

    def _check_delegate(self, values: Row) -> None:
        delegate, owner = values.get("organization_id"), values.get("target_organization_id")
        if not is_falsy(delegate) and delegate == owner:
            self.log.warning(
                "[SiteImsOrgAccess] Self-delegation rejected: org=%s",
                delegate,
                extra=log_fields(LogEvent.ACCESS_REJECTED, entity=self.entity_name, reason="self_delegation"),
            )
            raise DataAccessError(
                "Cannot create self-delegation: organization_id and target_organization_id must differ",
                status=_CONFLICT,
            )

    async def _check_limit(self, site_id: Any) -> None:
        current = now()
        grants = await self.list_models({"site_id": site_id})
        expiries = [grant.record.get("expires_at") for grant in grants]
        active = sum(expiry is None or expiry > current for expiry in expiries)
        if active >= self.MAX_DELEGATES_PER_SITE:
            self.log.warning(
                "[SiteImsOrgAccess] Delegate limit reached for site=%s",
                site_id,
                extra=log_fields(LogEvent.ACCESS_REJECTED, entity=self.entity_name, reason="limit"),
            )
            message = f"site already has {active}/{self.MAX_DELEGATES_PER_SITE} active delegates"
            raise DataAccessError(f"Cannot add delegate: {message}", status=_CONFLICT)


def _describe(values: Row) -> str:
    site, organization, product = (values.get(name) for name in _IDENTITY)
    return f"site={site} org={organization} product={product}"


def _required(organization_id: Any) -> str:
    organization_id = plain_value("organization_id", organization_id)
    if is_falsy(organization_id):
        raise ValidationError("organization_id is required")
    check_id("organization_id", organization_id, SiteImsOrgAccess.ENTITY_NAME)
    return str(organization_id)


schema = (
    SchemaBuilder(SiteImsOrgAccess, SiteImsOrgAccessCollection)
    .add_reference("belongs_to", "Site")
    # The delegate. The owner is a plain attribute: two references cannot have the same target.
    .add_reference("belongs_to", "Organization")
    .add_attribute("target_organization_id", type="string", required=True, read_only=True, validate=is_uuid)
    .add_attribute("product_code", type=Entitlement.ProductCode, required=True, read_only=True)
    .add_attribute(
        "role",
        type=SiteImsOrgAccess.DelegationRole,
        required=True,
        default=SiteImsOrgAccess.DelegationRole.AGENCY,
    )
    .add_attribute("granted_by", type="string", validate=optional(matches(_GRANTED_BY)))
    .add_attribute("expires_at", type="string", validate=optional(is_iso_date))
    .add_all_index(["organization_id"])
    .add_all_index(["target_organization_id"])
    .build()
)
