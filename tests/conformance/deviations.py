"""Where the port means to differ from the recorded cases, each with its reason.

`everywhere` holds for all cases; `CASES` holds the cases whose outcome is another one altogether, with
the outcome that the port is held to.
"""

from dataclasses import dataclass, field
from typing import Any

REASONS = {
    "null": "to_json() leaves out what is null (DESIGN: Names).",
    "config": "In to_json() a configuration is plain, not wrapped as {'state': …} (deviation 8).",
    "names": "Messages use Python names, and the typo of 'Failed to to save' is mended (deviation 10).",
    "narrow": ("An error is of the class that fits its cause; each is a DataAccessError, as the original's."),
}


@dataclass(frozen=True)
class Deviation:
    """A case whose outcome differs: why, and what is expected instead."""

    reason: str
    result: Any
    methods: list[str]
    bodies: list[Any] = field(default_factory=list)


def _not_ported(entity: str, reference: str) -> Deviation:
    return Deviation(
        f"{entity} is not ported yet: following a reference to it raises a clear error.",
        {"$error": "ReferenceError", "message": f"[{reference}] The entity {entity} is not registered"},
        ["GET"],
    )


_CHECKED_BY_SETTERS = "A setter runs the attribute's own checks, as creation does (deviation 2)."

CASES: dict[str, Deviation] = {
    "Organization.getSites": _not_ported("Site", "has_many -> Sites"),
    "Organization.getEntitlements": _not_ported("Entitlement", "has_many -> Entitlements"),
    "organization: its projects": _not_ported("Project", "has_many -> Projects"),
    "organization: its entitlements": _not_ported("Entitlement", "has_many -> Entitlements"),
    "Ticket.getOpportunity": _not_ported("Opportunity", "belongs_to -> Opportunity"),
    "options: a broken cursor starts over": Deviation(
        "An unreadable cursor is a ValidationError, not page one again (deviation 6).",
        {"$error": "ValidationError", "message": "cursor cannot be read"},
        [],
    ),
    "Organization.setFulfillableItems: wrong type": Deviation(
        _CHECKED_BY_SETTERS,
        {
            "$error": "ValidationError",
            "message": "Validation failed in organization: fulfillable_items failed validation",
        },
        ["GET"],
    ),
    "TaskManagementConnection.setMetadata: wrong type": Deviation(
        _CHECKED_BY_SETTERS,
        {"$error": "ValidationError", "message": "metadata must be a non-null object"},
        ["GET"],
    ),
    "organization: its config": Deviation(
        "An organization's config stays a plain mapping until Site's Config exists.",
        {"slack": {}, "handlers": {}},
        ["GET"],
    ),
    "Organization.saveMany": Deviation(
        "save_many writes the plain configuration: the original wraps it (deviation 9).",
        None,
        ["GET", "POST"],
        bodies=[
            [
                {
                    "config": {"k": "v"},
                    "created_at": "2026-06-30T10:11:12.123Z",
                    "fulfillable_items": {"k": "v"},
                    "id": "0190a1b2-c3d4-7e5f-8a6b-000000000001",
                    "ims_org_id": "1234567890ABCDEF12345678@AdobeOrg",
                    "llm_backend": "azure",
                    "name": "name value",
                    "semrush_workspace_id": "semrushWorkspaceId value",
                    "updated_at": "<now>",
                    "updated_by": "updatedBy value",
                }
            ]
        ],
    ),
}


def everywhere(value: Any) -> Any:
    """Give a recorded result as the port gives it: without nulls, with plain configurations."""
    if isinstance(value, list):
        return [everywhere(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$model" in value:
        json = {name: item for name, item in value["json"].items() if item is not None}
        if set(json.get("config", ())) == {"state"}:
            json["config"] = json["config"]["state"]
        return {**value, "json": json}
    return {name: everywhere(item) for name, item in value.items()}
