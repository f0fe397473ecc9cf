"""Entitlement: an organization's right to use a product."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.filters import encode_value
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_falsy


class Entitlement(BaseModel):
    """One organization's right to use one product, and the tier of that right.

    Removing an entitlement removes its enrollments.
    """

    ENTITY_NAME = "Entitlement"

    class Tier(StrEnum):
        """The terms on which an organization has a product."""

        FREE_TRIAL = "FREE_TRIAL"
        PAID = "PAID"
        PLG = "PLG"
        PRE_ONBOARD = "PRE_ONBOARD"

    class ProductCode(StrEnum):
        """The products."""

        LLMO = "LLMO"
        ASO = "ASO"
        ACO = "ACO"


class EntitlementCollection(BaseCollection[Entitlement]):
    """All entitlements."""

    COLLECTION_NAME = "EntitlementCollection"

    async def all_by_product_code_with_organization(
        self, product_code: str | None = None
    ) -> list[dict[str, Any]]:
        """Find the entitlements to a product, each with its organization, in one request per page.

        Args:
            product_code: Such as ``LLMO``.

        Returns:
            Mappings with ``entitlement`` (``id``, ``productCode``, ``tier``) and ``organization`` (``id``,
            ``name``, ``imsOrgId``), as plain values rather than models, in the order of the entitlements' IDs.

        Raises:
            ValidationError: The product code is missing.
            DataAccessError: The server rejected the query (``Failed to query entitlements with organizations``).
            UnavailableError: The server could not be reached or could not respond.
        """
        if is_falsy(product_code):
            raise ValidationError("product_code is required")
        query = (
            self.table.select("id,product_code,tier,organizations!inner(id,name,ims_org_id)")
            .filter("product_code", "eq", encode_value(plain_value("product_code", product_code)))
            .order("id")
        )
        with self.translate_errors("Failed to query entitlements with organizations"):
            rows = await self.read_all_pages(query)
        return [
            {
                "entitlement": {"id": row["id"], "productCode": row["product_code"], "tier": row["tier"]},
                "organization": {
                    "id": row["organizations"]["id"],
                    "name": row["organizations"]["name"],
                    "imsOrgId": row["organizations"]["ims_org_id"],
                },
            }
            for row in rows
        ]


schema = (
    SchemaBuilder(Entitlement, EntitlementCollection)
    .add_reference("belongs_to", "Organization")
    .add_reference("has_many", "SiteEnrollments", remove_dependents=True)
    .add_reference("has_many", "TrialUserActivities")
    .add_attribute("product_code", type=Entitlement.ProductCode, required=True)
    .add_attribute("tier", type=Entitlement.Tier, required=True)
    .add_attribute(
        "quotas",
        type="map",
        properties={
            "llmo_trial_prompts": {"type": "number"},
            "llmo_trial_prompts_consumed": {"type": "number"},
        },
    )
    .add_index(["organization_id"], ["product_code"])
    .build()
)
