"""Deviations of the Jira integration's entities and of Organization."""

from conformance.deviations.deviation import Deviation
from spacecat_shared_data_access.schema.naming import camel_to_snake

_CHECKED_BY_SETTERS = "A setter validates the value, as creation does."


def _connected_at(stored: str) -> Deviation:
    other = "0190a1b2-c3d4-7e5f-8a6b-000000000009"
    json = {
        "connectedAt": stored,
        "connectedBy": "u@AdobeID",
        "createdAt": "<now>",
        "displayName": "ASO",
        "externalInstanceId": other,
        "instanceUrl": "https://aso.atlassian.net",
        "metadata": {"cloudId": other},
        "organizationId": "0190a1b2-c3d4-7e5f-8a6b-000000000007",
        "provider": "jira_cloud",
        "status": "active",
        "taskManagementConnectionId": "<uuidv7>",
        "updatedAt": "<now>",
    }
    row = {camel_to_snake(name): value for name, value in json.items()}
    row["id"] = row.pop("task_management_connection_id")
    return Deviation(
        "An ISO 8601 string with a time zone is normalized.",
        {"$model": "TaskManagementConnection", "json": json},
        ["POST"],
        bodies=[row],
    )


CASES = {
    'connection: connectedAt "2026-06-30T12:00:00Z"': _connected_at("2026-06-30T12:00:00.000Z"),
    'connection: connectedAt "2026-06-30T12:00:00+02:00"': _connected_at("2026-06-30T10:00:00.000Z"),
    "options: a broken cursor starts over": Deviation(
        "A malformed cursor is a ValidationError, not the first page again.",
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
        "save_many writes the plain configuration: the original wraps it.",
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
