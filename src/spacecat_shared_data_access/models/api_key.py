"""ApiKey: a key that authenticates a client of the services. Only its hash is stored."""

from __future__ import annotations

from typing import ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_iso_date, optional
from spacecat_shared_data_access.schema.values import now


class ApiKey(BaseModel):
    """One API key: its owner, its scopes and its expiry."""

    ENTITY_NAME = "ApiKey"

    SCOPE_NAMES: ClassVar[tuple[str, ...]] = (
        "sites.read_all",
        "sites.write_all",
        "organizations.read_all",
        "organizations.write_all",
        "audits.read_all",
        "audits.write_all",
        "imports.read",
        "imports.write",
        "imports.delete",
        "imports.read_all",
        "imports.all_domains",
        "imports.assistant",
    )

    def is_valid(self) -> bool:
        """Return whether the key is valid now: neither deleted nor revoked nor expired."""
        current = now()
        ends = (self.record.get(name) for name in ("deleted_at", "revoked_at", "expires_at"))
        # Timestamps in this format sort chronologically.
        return not any(end is not None and is_iso_date(end) and end < current for end in ends)


class ApiKeyCollection(BaseCollection[ApiKey]):
    """All API keys."""

    COLLECTION_NAME = "ApiKeyCollection"


schema = (
    SchemaBuilder(ApiKey, ApiKeyCollection)
    .add_attribute("hashed_api_key", type="string", required=True, secret=True)
    .add_attribute("ims_user_id", type="string", default="default")
    .add_attribute("ims_org_id", type="string", default="default")
    .add_attribute("name", type="string", required=True)
    .add_attribute("deleted_at", type="string", validate=optional(is_iso_date))
    .add_attribute("expires_at", type="string", validate=optional(is_iso_date))
    .add_attribute("revoked_at", type="string", validate=optional(is_iso_date))
    .add_attribute(
        "scopes",
        type="list",
        required=True,
        items={
            "type": "map",
            "properties": {
                "actions": {"type": "list", "items": {"type": "string"}},
                "domains": {"type": "list", "items": {"type": "string"}},
                "name": {"type": ApiKey.SCOPE_NAMES},
            },
        },
    )
    .add_index(["hashed_api_key"], ["updated_at"])
    .add_index(["ims_org_id", "ims_user_id"], ["updated_at"])
    .build()
)
