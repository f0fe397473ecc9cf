"""BrandSemrushProject: the Semrush project of a brand in a market."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from spacecat_shared_data_access.errors import PostgrestError, ValidationError, wrap_error
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_call_failed, log_fields
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import (
    has_text,
    is_integer,
    is_iso_date,
    is_uuid,
    matches,
    optional,
)

# The foreign key and the inner join are explicit, so that they do not depend on the version of PostgREST.
_IDENTITY_COLUMNS: Final = (
    "brand_id,semrush_project_id,semrush_location_id,language,site_id,"
    "brands!brand_to_semrush_projects_brand_id_fkey!inner(organization_id,semrush_sub_workspace_id)"
)
# A limit on memory: an organization may have any number of projects.
_MAX_ROWS: Final = 50_000

# As the table's check constraint: `en`, `de-ch`, `zh-hant`. Two spellings of a market would be billed twice.
_LANGUAGE_TAG: Final = re.compile(r"\A[a-z]{2,3}(-[a-z]{2,4})?\Z")


@dataclass(frozen=True, slots=True)
class BrandSemrushProjectIdentity:
    """The identity of one project of an organization. Read-only.

    Attributes:
        brand_id: The brand's UUID.
        semrush_project_id: The project's ID at Semrush.
        geo_target_id: The market's country: a Geo Target ID of Google Ads.
        language_code: The market's language, such as ``de`` or ``de-ch``.
        site_id: The UUID of the site of the market, or None.
        organization_id: The organization's UUID.
        semrush_sub_workspace_id: The brand's workspace at Semrush, or None.
    """

    brand_id: str
    semrush_project_id: str
    geo_target_id: int
    language_code: str
    site_id: str | None
    organization_id: str | None
    semrush_sub_workspace_id: str | None


class BrandSemrushProject(BaseModel):
    """One Semrush project for one market of a brand, which is a country and a language.

    A project that was deleted at Semrush is kept, with the time in ``deleted_at``. Only
    `BrandSemrushProjectCollection.all_by_organization_id` leaves such projects out.
    """

    ENTITY_NAME = "BrandSemrushProject"


class BrandSemrushProjectCollection(BaseCollection[BrandSemrushProject]):
    """All projects, including the deleted ones."""

    COLLECTION_NAME = "BrandSemrushProjectCollection"

    async def find_by_slice(
        self, brand_id: Any, geo_target_id: int, language_code: str
    ) -> BrandSemrushProject | None:
        """Find the project of a brand's market, so that no second one is created.

        Args:
            brand_id: The brand's UUID.
            geo_target_id: The market's country: a Geo Target ID of Google Ads.
            language_code: The market's language, exactly as stored.

        Returns:
            The project, which may be deleted, or None if there is none.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """
        return await self.find_by_index_keys(
            {"brand_id": brand_id, "geo_target_id": geo_target_id, "language_code": language_code}
        )

    async def all_by_organization_id(
        self, organization_id: Any, *, include_deleted: bool = False
    ) -> list[BrandSemrushProjectIdentity]:
        """Find the identities of the projects of all brands of an organization.

        Args:
            organization_id: The organization's UUID.
            include_deleted: Whether to include the deleted projects.

        Returns:
            The projects in the order of brand and project ID, at most 50,000. If there may be more, a warning
            is logged.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: The server rejected the query (``Failed to query mapping rows by organization``).
            UnavailableError: The server could not be reached or could not respond.
        """
        organization_id = plain_value("organization_id", organization_id)
        if not is_uuid(organization_id):
            raise ValidationError("organization_id is required and must be a valid UUID")
        query = self.table.select(_IDENTITY_COLUMNS).eq("brands.organization_id", organization_id)
        if not include_deleted:
            query = query.is_("deleted_at", "null")
        try:
            query = query.order("brand_id").order("semrush_project_id")
            rows = await self.read_all_pages(query, limit=_MAX_ROWS)
        except PostgrestError as error:
            message, entity = "Failed to query mapping rows by organization", self.entity_name
            log_call_failed(self.log, entity, error, "[%s] %s - %s", entity, message, error.message)
            raise wrap_error(message, error) from error
        if len(rows) >= _MAX_ROWS:
            message = "[%s] all_by_organization_id truncated at %d rows"
            extra = log_fields(LogEvent.TRUNCATED, entity=self.entity_name, count=_MAX_ROWS)
            self.log.warning(message, self.entity_name, _MAX_ROWS, extra=extra)
        return [_identity(row) for row in rows[:_MAX_ROWS]]


def _identity(row: Row) -> BrandSemrushProjectIdentity:
    brand = row.get("brands") or {}
    columns = ("brand_id", "semrush_project_id", "semrush_location_id", "language", "site_id")
    brand_columns = ("organization_id", "semrush_sub_workspace_id")
    return BrandSemrushProjectIdentity(*map(row.get, columns), *map(brand.get, brand_columns))  # type: ignore[arg-type] # required columns are not None


def _is_geo_target(value: Any) -> bool:
    return is_integer(value) and value > 0


schema = (
    SchemaBuilder(BrandSemrushProject, BrandSemrushProjectCollection)
    # Not a reference to Brand: the original has no get_brand.
    .add_attribute("brand_id", type="string", required=True, validate=is_uuid)
    .add_index(["brand_id"], ["updated_at"])
    .add_attribute("semrush_project_id", type="string", required=True, validate=has_text)
    .add_attribute(
        "geo_target_id",
        type="number",
        required=True,
        validate=_is_geo_target,
        postgrest_field="semrush_location_id",
    )
    .add_attribute(
        "language_code",
        type="string",
        required=True,
        validate=matches(_LANGUAGE_TAG),
        postgrest_field="language",
    )
    .add_all_index(["semrush_project_id"])
    .add_attribute("site_id", type="string", validate=optional(is_uuid))
    .add_attribute("deleted_at", type="string", validate=optional(is_iso_date))
    .build()
)
