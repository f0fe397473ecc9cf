"""Site: a customer's site, which most other entities belong to."""

from __future__ import annotations

import re
from typing import Any, Final

from spacecat_shared_data_access.models.base.async_names import export_async_names
from spacecat_shared_data_access.models.site.collection import SiteCollection
from spacecat_shared_data_access.models.site.model import Site, external_owner_id, external_site_id
from spacecat_shared_data_access.models.site_config import CONFIG_ATTRIBUTE
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_iso_date, is_map, is_url, matches, optional
from spacecat_shared_data_access.schema.values import now

__all__ = ["Site", "SiteCollection", "schema"]

export_async_names(__name__)

_LANGUAGE: Final = re.compile(r"\A[a-z]{2}\Z")  # ISO 639-1
_REGION: Final = re.compile(r"\A[A-Z]{2}\Z")  # ISO 3166-1 alpha-2
_EXTERNAL_ID: Final[dict[str, Any]] = {
    "type": "string",
    "hidden": True,
    "read_only": True,
    "watch": ["authoring_type", "hlx_config", "delivery_config"],
}

schema = (
    SchemaBuilder(Site, SiteCollection)
    .add_reference("belongs_to", "Organization")
    .add_reference("has_many", "Audits")
    .add_reference("has_many", "Experiments")
    .add_reference("has_many", "KeyEvents")
    .add_reference("has_many", "LatestAudits", ["audit_type"])
    .add_reference("has_one", "LatestAudit", ["audit_type"], required=False)
    .add_reference("has_many", "Opportunities")
    .add_reference("has_many", "SiteCandidates")
    .add_reference("has_many", "SiteEnrollments")
    .add_reference("has_many", "SiteImsOrgAccesses", remove_dependents=True)
    .add_reference("has_many", "SiteTopForms")
    .add_reference("has_many", "SiteTopPages")
    .add_reference("has_many", "TrialUserActivities")
    .add_reference("has_many", "PageIntents")
    .add_reference("has_many", "PageCitabilities")
    .add_attribute("base_url", type="string", required=True, validate=is_url)
    .add_attribute("name", type="string")
    .add_attribute("is_primary_locale", type="boolean")
    .add_attribute("language", type="string", validate=optional(matches(_LANGUAGE)))
    .add_attribute("region", type="string", validate=optional(matches(_REGION)))
    .add_attribute("config", **CONFIG_ATTRIBUTE)
    # The site's source code, as found by the code importer and entered during onboarding.
    .add_attribute(
        "code",
        type="any",
        default={},
        validate=is_map,
        properties={
            "type": {"type": "string", "required": True},
            "owner": {"type": "string", "required": True},
            "repo": {"type": "string", "required": True},
            "ref": {"type": "string", "required": True},
            "installationId": {"type": "string", "required": False},
            "url": {"type": "string", "required": True, "validate": is_url},
            "s3StoragePath": {"type": "string", "required": False},
            "metadata": {"type": "any", "required": False},
        },
    )
    .add_attribute("delivery_type", type=Site.DeliveryType, required=True, default=Site.DEFAULT_DELIVERY_TYPE)
    .add_attribute("authoring_type", type=Site.AuthoringType)
    .add_attribute("github_url", type="string", validate=optional(is_url))
    .add_attribute(
        "delivery_config",
        type="any",
        default={},
        validate=is_map,
        properties={
            "programId": {"type": "string"},
            "environmentId": {"type": "string"},
            "authorURL": {"type": "string", "validate": is_url},
            "siteId": {"type": "string"},
            "tenantId": {"type": "string"},
            "ipAllowlistExists": {"type": "boolean"},
            "imsOrgId": {"type": "string"},
            "contentSourcePath": {"type": "string"},
        },
    )
    .add_attribute("hlx_config", type="any", default={}, validate=is_map)
    .add_attribute("is_sandbox", type="boolean", default=False)
    .add_attribute("is_live", type="boolean", required=True, default=False)
    .add_attribute(
        "is_live_toggled_at",
        type="string",
        watch=["is_live"],
        set=lambda _value: now(),
        validate=optional(is_iso_date),
    )
    .add_attribute("external_owner_id", **_EXTERNAL_ID, set=external_owner_id)
    .add_attribute("external_site_id", **_EXTERNAL_ID, set=external_site_id)
    .add_attribute(
        "page_types",
        type="list",
        items={
            "type": "map",
            "required": True,
            "properties": {
                "name": {"type": "string", "required": True},
                "pattern": {"type": "string", "required": True},
            },
        },
    )
    .add_all_index(["base_url"])
    .add_index(["delivery_type"], ["updated_at"])
    .add_index(["external_owner_id"], ["external_site_id"])
    # Not a reference, whose index would come before the others.
    .add_attribute("project_id", type="string")
    .add_index(["project_id"], ["updated_at"])
    .build()
)
