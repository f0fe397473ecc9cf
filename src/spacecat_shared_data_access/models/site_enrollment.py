"""SiteEnrollment: a link between a site and an entitlement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.find_or_create import create_or_find
from spacecat_shared_data_access.postgrest.filters import encode_value
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.validation import is_falsy

_IDS: Final = ("site_id", "entitlement_id")


class SiteEnrollment(BaseModel):
    """The use of an entitlement of an organization by one of its sites."""

    ENTITY_NAME = "SiteEnrollment"


class SiteEnrollmentCollection(BaseCollection[SiteEnrollment]):
    """The collection of enrollments."""

    COLLECTION_NAME = "SiteEnrollmentCollection"

    async def all_site_ids_by_product_code(self, product_code: str | None = None) -> list[str]:
        """Find the sites that are enrolled in a product.

        Args:
            product_code: Such as ``LLMO``.

        Returns:
            The IDs of the sites, once for each enrollment.

        Raises:
            ValidationError: The product code is missing.
            DataAccessError: The server rejected the request (``Failed to query site_enrollments by product_code``).
            UnavailableError: The server was not reachable or not available.
        """
        if is_falsy(product_code):
            raise ValidationError("product_code is required")
        query = self.table.select("site_id,entitlements!inner(product_code)").filter(
            "entitlements.product_code", "eq", encode_value(plain_value("product_code", product_code))
        )
        with self.translate_errors("Failed to query site_enrollments by product_code"):
            return [row["site_id"] for row in await self.read_unordered(query)]

    async def all_site_ids_by_tier(
        self, tier: str | None = None, product_code: str | None = None
    ) -> list[str]:
        """Find the sites that are enrolled at a tier.

        Args:
            tier: Such as ``PAID``.
            product_code: Such as ``LLMO``. The default is any product.

        Returns:
            The IDs of the sites, without duplicates.

        Raises:
            ValidationError: The tier is missing.
            DataAccessError: The server rejected the request (``Failed to query site_enrollments by tier``).
            UnavailableError: The server was not reachable or not available.
        """
        check_texts("tier is required", plain_value("tier", tier))
        query = self.table.select("site_id,entitlements!inner(tier,product_code)").filter(
            "entitlements.tier", "eq", encode_value(plain_value("tier", tier))
        )
        if not is_falsy(product_code):
            query = query.filter(
                "entitlements.product_code", "eq", encode_value(plain_value("product_code", product_code))
            )
        with self.translate_errors("Failed to query site_enrollments by tier"):
            rows = await self.read_unordered(query)
        return list(dict.fromkeys(row["site_id"] for row in rows))

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
        **values: Any,
    ) -> SiteEnrollment:
        """Enroll a site, or return the existing enrollment. See `BaseCollection.create`.

        If several callers enroll a site at the same time, one creates the enrollment and the others find it.
        """
        item = self._with_keywords(item, values)
        given = item if isinstance(item, Mapping) else {}
        keys = {name: given.get(name, given.get(snake_to_camel(name))) for name in _IDS}
        if any(map(is_falsy, keys.values())):
            return await super().create(item, upsert=upsert, on_conflict=on_conflict)
        for existing in self.models_from_rows(await self._reader.find(keys)):
            return existing
        create = super().create(item, upsert=upsert, on_conflict=on_conflict)
        return await create_or_find(create, self, keys)


schema = (
    SchemaBuilder(SiteEnrollment, SiteEnrollmentCollection)
    .add_reference("belongs_to", "Site")
    .add_reference("belongs_to", "Entitlement")
    .build()
)
