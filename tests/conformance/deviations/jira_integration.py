"""Deviations of the Jira integration's entities and of Organization."""

from conformance.deviations.deviation import Deviation

_CHECKED_BY_SETTERS = "A setter runs the attribute's own checks, as creation does (deviation 2)."

CASES = {
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
    "Organization.saveMany": Deviation(
        "save_many writes the plain configuration: the original wraps it (deviation 9).",
        None,
        ["GET", "POST"],
        bodies=[
            [
                {
                    "config": {"k": "v"},
                    "created_at": "2026-06-30T10:11:12.123456+00:00",
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
