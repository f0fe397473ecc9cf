"""AuditUrl: a page of a site that is selected for audits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar, Unpack
from uuid import UUID

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import check_texts, site_key
from spacecat_shared_data_access.models.audit_switches import AuditSwitches
from spacecat_shared_data_access.models.audit_url.collation import collation_key
from spacecat_shared_data_access.models.base import BaseModel, Page
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.paging import PagedCollection
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.naming import camel_to_snake, snake_to_camel
from spacecat_shared_data_access.schema.validation import has_text, is_url
from spacecat_shared_data_access.schema.values import to_jsonable

T = TypeVar("T")

_BY_CUSTOMER_INDEX: Final = "spacecat-data-gsi2pk-gsi2sk"
_SORTABLE: Final = frozenset({"url", "created_at", "updated_at"})


class AuditUrl(AuditSwitches):
    """One page of a site that is selected for the audit types in ``audits``.

    A page is identified by its site and its URL.
    """

    ENTITY_NAME = "AuditUrl"

    def is_customer_url(self) -> bool:
        """Return whether a customer added the page, rather than the system."""
        return self.record.get("by_customer") is True

    def generate_composite_keys(self) -> dict[str, Any]:
        """Return the key for removals and upserts: the site and the URL."""
        return {"site_id": self.record.get("site_id"), "url": self.record.get("url")}


class AuditUrlCollection(PagedCollection[AuditUrl]):
    """All pages that are selected for audits.

    The listings below accept the options of `all`, and ``sort_by`` (``url``, ``created_at`` or ``updated_at``)
    and ``sort_order`` (``asc``, the default, or ``desc``), which sort the results of one page of the listing.
    They return a `Page`; with ``limit=1`` one model or None.
    """

    COLLECTION_NAME = "AuditUrlCollection"

    @staticmethod
    def sort_audit_urls(
        audit_urls: Sequence[T], sort_by: str = "created_at", sort_order: str = "asc"
    ) -> Sequence[T]:
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
        if audit_urls is not None and not isinstance(audit_urls, list | tuple):
            raise ValidationError("audit_urls must be an array")
        name = camel_to_snake(sort_by) if isinstance(sort_by, str) else None
        if not audit_urls or name not in _SORTABLE:
            return audit_urls
        pairs = [(_value(each, name), each) for each in audit_urls]
        valued = [(collation_key(value), each) for value, each in pairs if value is not None]
        valued.sort(key=lambda pair: pair[0], reverse=sort_order == "desc")
        return [each for _, each in valued] + [each for value, each in pairs if value is None]

    async def find_by_id(
        self,
        site_id: str | UUID | None = None,
        url: str | None = None,
        *,
        include: Sequence[str] | None = None,
    ) -> AuditUrl | None:
        """Find a page by its site and URL. Return None if there is no match.

        Args:
            site_id: The site's UUID.
            url: The URL.
            include: The related entities to load, as for `all`.

        Raises:
            ValidationError: The site's ID or the URL is missing.
            DataAccessError: As for `all`.
        """
        site_id = plain_value("site_id", site_id)
        check_texts("Both site_id and url are required", site_id, url)
        return await self.find_by_index_keys({"site_id": site_id, "url": url}, include=include)

    async def find_by_site_id_and_url(
        self,
        site_id: str | UUID | None = None,
        url: str | None = None,
        *,
        include: Sequence[str] | None = None,
    ) -> AuditUrl | None:
        """Find a page by its site and URL, as `find_by_id` does."""
        return await self.find_by_id(site_id, url, include=include)

    async def all_by_site_id_and_audit_type(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[Options],
    ) -> Page[AuditUrl] | AuditUrl | None:
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
        site_id, audit_type = plain_value("site_id", site_id), plain_value("audit_type", audit_type)
        check_texts("Both site_id and audit_type are required", site_id, audit_type)
        found = await self._page(
            {"site_id": site_id}, options, where=lambda attrs, op: op.contains(attrs.audits, audit_type)
        )
        return self._sorted(found, sort_by, sort_order)

    async def all_by_site_id_sorted(
        self,
        site_id: str | UUID | None = None,
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[Options],
    ) -> Page[AuditUrl] | AuditUrl | None:
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
        return self._sorted(await self._page(site_key(site_id), options), sort_by, sort_order)

    async def all_by_site_id_by_customer_sorted(
        self,
        site_id: str | UUID | None = None,
        by_customer: bool | None = None,  # noqa: FBT001 - a key, as in the generated finders
        *,
        sort_by: str | None = None,
        sort_order: str = "asc",
        **options: Unpack[Options],
    ) -> Page[AuditUrl] | AuditUrl | None:
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
        keys = _by_customer_keys(site_id, by_customer)
        found = await self._page(keys, options, index=_BY_CUSTOMER_INDEX)
        return self._sorted(found, sort_by, sort_order)

    async def remove_for_site_id(self, site_id: str | UUID | None = None) -> None:
        """Remove all pages of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.

        Raises:
            ValidationError: The site's ID is missing.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """
        await self._remove_all(await self.list_models(site_key(site_id)))

    async def remove_for_site_id_by_customer(
        self,
        site_id: str | UUID | None = None,
        by_customer: bool | None = None,  # noqa: FBT001 - a key, as in the generated finders
    ) -> None:
        """Remove the pages of a site that a customer added, or those that the system added.

        Args:
            site_id: The site's UUID.
            by_customer: Whether a customer added them.

        Raises:
            ValidationError: The site's ID is missing, or ``by_customer`` is not a boolean.
            DataAccessError: As for `all` and `remove_by_index_keys`.
        """
        keys = _by_customer_keys(site_id, by_customer)
        await self._remove_all(await self.list_models(keys, index=_BY_CUSTOMER_INDEX))

    async def _remove_all(self, audit_urls: list[AuditUrl]) -> None:
        if audit_urls:
            await self.remove_by_index_keys([each.generate_composite_keys() for each in audit_urls])

    def _sorted(
        self, found: Page[AuditUrl] | AuditUrl | None, sort_by: str | None, sort_order: str
    ) -> Page[AuditUrl] | AuditUrl | None:
        if not sort_by or not isinstance(found, Page):
            return found
        return Page(list(self.sort_audit_urls(found.data, sort_by, sort_order)), found.cursor)


def _by_customer_keys(site_id: Any, by_customer: object) -> dict[str, Any]:
    site_id = plain_value("site_id", site_id)
    if not has_text(site_id) or not isinstance(by_customer, bool):
        raise ValidationError("SiteId is required and by_customer must be a boolean")
    return {"site_id": site_id, "by_customer": by_customer}


def _value(audit_url: object, name: str) -> str | None:
    match audit_url:
        case BaseModel():
            value = audit_url.record.get(name)
        case Mapping():
            value = audit_url.get(name, audit_url.get(snake_to_camel(name)))
        case _:
            value = None
    return None if value is None else str(to_jsonable(value))


schema = (
    SchemaBuilder(AuditUrl, AuditUrlCollection)
    .with_primary_partition_keys(["site_id"])
    .with_primary_sort_keys(["url"])
    .add_reference("belongs_to", "Site")
    .add_attribute("url", type="string", required=True, validate=is_url)
    .add_attribute("by_customer", type="boolean", required=True, default=True)
    .add_index(["site_id"], ["by_customer", "url"])
    .add_attribute("audits", type="set", items={"type": "string"}, required=True, default=[])
    .add_attribute("created_by", type="string", required=True, read_only=True, default="system")
    .build()
)
