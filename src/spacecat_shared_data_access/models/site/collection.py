"""The collection of sites."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import Url

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.base import BaseCollection, Page
from spacecat_shared_data_access.models.base.guards import check_updated_config
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.queries import order_terms
from spacecat_shared_data_access.models.site.model import Site
from spacecat_shared_data_access.postgrest.cursors import decode_cursor, encode_cursor
from spacecat_shared_data_access.postgrest.filters import encode_value
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.where import Where, apply_conditions, conditions_of
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import has_text, is_positive_integer, is_url

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.queries import Direction

_HELIX_HOST: Final = re.compile(r"\.(?:aem|hlx)\.(?:page|live)\Z", re.IGNORECASE)
# The groups are the IDs of the program and the environment.
_AUTHOR_HOST: Final = re.compile(r"author-p([0-9]+)-e([0-9]+)", re.IGNORECASE)
_HELIX_DOMAINS: Final = frozenset({"hlx.page", "hlx.live", "aem.page", "aem.live"})
_ENROLLED: Final = "*,site_enrollments!inner(entitlements!inner(tier,product_code))"


class SiteCollection(BaseCollection[Site]):
    """The collection of sites."""

    COLLECTION_NAME = "SiteCollection"

    async def all_sites_to_audit(self) -> list[str]:
        """Return the IDs of all sites. Raises the same errors as `all`."""
        return [site.get_id() for site in await self.list_models(attributes=["site_id"])]

    async def all_with_latest_audit(
        self,
        audit_type: str | None = None,
        order: Direction = "asc",
        delivery_type: str | None = None,
    ) -> list[Site]:
        """Find sites in the order of their latest audits of a type.

        The audits are cached: ``get_latest_audit_by_audit_type(audit_type)`` of a site sends no request.

        Args:
            audit_type: Such as ``cwv``.
            order: The order of the audits.
            delivery_type: A `Site.DeliveryType` to filter by. Ignored if it is not one.

        Returns:
            The sites. Those without an audit of this type come last.

        Raises:
            ValidationError: The audit type is missing.
            DataAccessError: As for `all`.
        """
        audit_type = plain_value("audit_type", audit_type)
        check_texts("audit_type is required", audit_type)
        delivery_type = plain_value("delivery_type", delivery_type)
        is_known = delivery_type in tuple(Site.DeliveryType)
        latest_audits = self.registry.collection_of("LatestAudit")
        calls: list[Any] = [
            self.list_models({"delivery_type": delivery_type} if is_known else None),
            latest_audits.all({"audit_type": audit_type}, order=order),
        ]
        sites, audits = await self.service.gather(calls)
        remaining = {site.get_id(): site for site in sites}
        ordered = []
        call = ("get_latest_audit_by_audit_type", audit_type)
        for audit in audits:
            site = remaining.pop(audit.get_site_id(), None)
            if site is not None:
                site.cache_reference(call, audit)
                ordered.append(site)
        for site in remaining.values():
            site.cache_reference(call, None)
        return [*ordered, *remaining.values()]

    async def find_by_preview_url(self, preview_url: str | None = None) -> Site | None:
        """Find a site by the URL of a preview, or of an AEM Cloud Service author.

        Args:
            preview_url: Such as ``https://main--site--owner.aem.page/``, or
                ``https://author-p1-e2.adobeaemcloud.com/``.

        Returns:
            The site, or None.

        Raises:
            ValidationError: The URL is invalid or of another kind.
            DataAccessError: As for `all`.
        """
        if preview_url is None or not is_url(preview_url):
            raise ValidationError(f"Invalid preview URL: {'null' if preview_url is None else preview_url}")
        url = Url(preview_url)
        host = url.host or ""
        author = _AUTHOR_HOST.match(host)
        if _HELIX_HOST.search(host):
            owner_id, site_id = _helix_ids(url, host)
        elif author is not None:
            owner_id, site_id = f"p{author[1]}", f"e{author[2]}"
        else:
            raise ValidationError(f"Unsupported preview URL: {preview_url}")
        return await self.find_by_index_keys({"external_owner_id": owner_id, "external_site_id": site_id})

    async def all_by_project_name(self, project_name: str | None = None) -> list[Site]:
        """Find the sites of the first project with a name.

        Args:
            project_name: The project's name.

        Raises:
            ValidationError: The name is missing.
            DataAccessError: As for `all`.
        """
        _check_required("project_name", project_name)
        projects = self.registry.collection_of("Project")
        project = await projects.find_by_index_keys({"project_name": project_name})
        return [] if project is None else await self.list_models({"project_id": project.get_id()})

    async def all_by_organization_id_and_project_id(
        self, organization_id: str, project_id: str | None = None
    ) -> list[Site]:
        """Find the sites of a project of an organization.

        Args:
            organization_id: The organization's UUID.
            project_id: The project's UUID.

        Returns:
            The sites. Empty if the project does not belong to the organization.

        Raises:
            ValidationError: An ID is missing, or the organization's ID is not a UUID.
            DataAccessError: As for `all`.
        """
        _check_required("organization_id", organization_id)
        _check_required("project_id", project_id)
        ids = {project.get_id() for project in await self._projects_of(organization_id)}
        if plain_value("project_id", project_id) not in ids:
            return []
        return await self.list_models({"project_id": project_id})

    async def all_by_organization_id_and_project_name(
        self, organization_id: str, project_name: str | None = None
    ) -> list[Site]:
        """Find the sites of a project of an organization, by the project's name.

        Args:
            organization_id: The organization's UUID.
            project_name: The project's name.

        Raises:
            ValidationError: The ID or the name is missing, or the ID is not a UUID.
            DataAccessError: As for `all`.
        """
        _check_required("organization_id", organization_id)
        _check_required("project_name", project_name)
        for project in await self._projects_of(organization_id):
            if project.get_project_name() == project_name:
                return await self.list_models({"project_id": project.get_id()})
        return []

    async def all_by_enrollment_product_code(
        self, product_code: str | None = None, *, attributes: Sequence[str] | None = None
    ) -> list[Site]:
        """Find the sites that are enrolled in a product.

        Args:
            product_code: Such as ``LLMO``.
            attributes: The attributes to read. The default is all.

        Raises:
            ValidationError: The product code is missing.
            DataAccessError: As for `all`.
        """
        _check_required("product_code", product_code)
        enrollments: Any = self.registry.collection_of("SiteEnrollment")
        return await self._of_ids(await enrollments.all_site_ids_by_product_code(product_code), attributes)

    async def all_by_enrollment_and_tier(
        self,
        tier: str | None = None,
        product_code: str | None = None,
        *,
        attributes: Sequence[str] | None = None,
    ) -> list[Site]:
        """Find the sites that are enrolled at a tier.

        Args:
            tier: Such as ``PAID``.
            product_code: Such as ``LLMO``. The default is any product.
            attributes: The attributes to read. The default is all.

        Raises:
            ValidationError: The tier is missing.
            DataAccessError: As for `all`.
        """
        _check_required("tier", tier)
        enrollments: Any = self.registry.collection_of("SiteEnrollment")
        return await self._of_ids(await enrollments.all_site_ids_by_tier(tier, product_code), attributes)

    async def all_by_enrollment_filtered(
        self,
        enrollment: Mapping[str, str] | None = None,
        *,
        tier: str | None = None,
        product_code: str | None = None,
        where: Where | None = None,
        order_by: Any = None,
        limit: Any = None,
        cursor: str | None = None,
        return_cursor: bool = False,
    ) -> list[Site] | Page[Site]:
        """Find the sites that are enrolled at a tier, in a product, or both.

        Args:
            enrollment: ``{"tier": …, "productCode": …}``, as in the original; or use the keywords.
            tier: Such as ``PAID``.
            product_code: Such as ``LLMO``.
            where: Conditions on the sites, as for `all`.
            order_by: As for `all`. The default is the most recently updated first.
            limit: The maximum number of sites. If it is not a positive integer all sites are returned or,
                with ``return_cursor``, a page of the default size.
            cursor: The ``cursor`` of the previous `Page`.
            return_cursor: Whether to return a `Page` instead of a list.

        Returns:
            The sites, without duplicates. ``limit=1`` returns a list too.

        Raises:
            ValidationError: Both the tier and the product code are missing, or an option is invalid.
            DataAccessError: The server rejected the request (``Failed to query sites by enrollment filter``).
            UnavailableError: The server was not reachable or not available.
        """
        if isinstance(enrollment, Mapping):
            tier = enrollment.get("tier", tier)
            product_code = enrollment.get("productCode", enrollment.get("product_code", product_code))
        given = {"tier": tier, "product_code": product_code}
        plain = {name: plain_value(name, value) for name, value in given.items()}
        filters = {name: value for name, value in plain.items() if has_text(value)}
        if not filters:
            raise ValidationError("tier or product_code is required")
        order = self._enrolled_order(order_by)
        has_limit = is_positive_integer(limit)
        size, offset = limit if has_limit else self.service.page_size, decode_cursor(cursor)
        query = self.table.select(_ENROLLED)
        for name, value in filters.items():
            query = query.filter(f"site_enrollments.entitlements.{name}", "eq", encode_value(value))
        query = apply_conditions(query, conditions_of(where, self.schema))
        for column, descending in order:
            query = query.order(column, desc=descending)
        with self.translate_errors("Failed to query sites by enrollment filter"):
            limit = size if has_limit or return_cursor else None
            rows = await self.read_all_pages(query, offset, limit)
        for row in rows:
            row.pop("site_enrollments", None)
        sites = self.models_from_rows(rows)
        if not return_cursor:
            return sites
        return Page(sites, encode_cursor(offset + size) if len(sites) == size else None)

    def _enrolled_order(self, order_by: Any) -> list[tuple[str, bool]]:
        # Return the columns, each with whether the order is descending.
        terms: Sequence[tuple[str, Any]]
        direction: Any
        match order_by:
            case list() | (tuple(), *_) if order_by:
                terms = order_terms(order_by)
            case str(name) | (str(name),) if name:
                terms = [(name, "asc")]
            case {"attribute": str(name), **rest} if name:
                terms = [(name, rest.get("direction", "asc"))]
            case (str(name), direction) if name:
                terms = [(name, direction)]
            case _:
                terms = [("updated_at", "desc")]
        order: dict[str, bool] = {}
        for name, direction in terms:
            column = self.schema.columns.get(name)
            if column is None:
                raise ValidationError(f"unknown order_by attribute: {name}")
            if str(direction).lower() not in {"asc", "desc"}:
                raise ValidationError(f"invalid order_by direction: {direction}")
            order.setdefault(column, str(direction).lower() == "desc")
        order.setdefault("id", str(direction).lower() == "desc")
        return list(order.items())

    async def update_row(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]] = ()
    ) -> list[Row]:
        """Update one row, after checking the configuration: `update_by_keys` and `save` call this."""
        check_updated_config(self.schema.model_name, updates)
        return await super().update_row(keys, updates, guard)

    async def _projects_of(self, organization_id: str) -> list[Any]:
        organization = await self.registry.collection_of("Organization").find_by_id(organization_id)
        if organization is None:
            return []
        return await self.registry.collection_of("Project").list_models({"organization_id": organization_id})

    async def _of_ids(self, site_ids: list[str], attributes: Sequence[str] | None) -> list[Site]:
        if not site_ids:
            return []
        keys = [{"site_id": site_id} for site_id in site_ids]
        return (await self.batch_get_by_keys(keys, attributes=attributes)).data


def _check_required(name: str, value: Any) -> None:
    check_texts(f"{name} is required", plain_value(name, value))


def _helix_ids(url: Url, host: str) -> tuple[str, str]:
    # ref--site--owner.aem.page
    label, _, domain = host.partition(".")
    parts = label.split("--")
    if url.scheme != "https" or len(parts) != 3 or not all(parts) or domain not in _HELIX_DOMAINS:  # noqa: PLR2004 - see above
        raise ValidationError(f"Invalid Helix preview URL: {url}")
    _, site, owner = parts
    return owner, site
