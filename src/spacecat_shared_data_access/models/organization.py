"""Organization: a customer, which owns sites, projects and entitlements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.guards import check_updated_config
from spacecat_shared_data_access.models.site_config import CONFIG_ATTRIBUTE
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import (
    has_text,
    is_non_empty_map,
    is_one_of,
    matches,
    optional,
)


class Organization(BaseModel):
    """An organization. The identity service identifies it by its IMS organization ID."""

    ENTITY_NAME = "Organization"

    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]] = re.compile(
        r"[a-z0-9]{24}@AdobeOrg", re.IGNORECASE | re.ASCII
    )

    class LlmBackend(StrEnum):
        """The service that an organization's prompts are sent to."""

        AZURE = "azure"
        BEDROCK = "bedrock"

    def get_llm_backend(self) -> str:
        """Return the service that prompts are sent to; Azure if none is set."""
        backend = self.record.get("llm_backend") or self.LlmBackend.AZURE
        return self.LlmBackend(backend) if backend in tuple(self.LlmBackend) else str(backend)


class OrganizationCollection(BaseCollection[Organization]):
    """The collection of organizations."""

    COLLECTION_NAME = "OrganizationCollection"

    async def update_row(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]] = ()
    ) -> list[Row]:
        """Update one row, after checking the configuration: `update_by_keys` and `save` call this."""
        check_updated_config(self.schema.model_name, updates)
        return await super().update_row(keys, updates, guard)


schema = (
    SchemaBuilder(Organization, OrganizationCollection)
    .add_reference("has_many", "Sites")
    .add_reference("has_many", "Projects")
    .add_reference("has_many", "Entitlements")
    .add_reference("has_many", "TrialUsers")
    .add_reference("has_many", "TaskManagementConnections")
    .add_attribute("config", **CONFIG_ATTRIBUTE)
    .add_attribute("name", type="string", required=True)
    .add_attribute("ims_org_id", type="string", validate=optional(matches(Organization.IMS_ORG_ID_REGEX)))
    .add_attribute(
        "llm_backend", type=Organization.LlmBackend, validate=optional(is_one_of(Organization.LlmBackend))
    )
    .add_attribute("fulfillable_items", type="any", validate=optional(is_non_empty_map))
    .add_attribute("semrush_workspace_id", type="string", validate=has_text)
    .add_all_index(["ims_org_id"])
    .add_all_index(["semrush_workspace_id"])
    .build()
)
