# mypy: disable-error-code="overload-overlap, override"
"""What a connection's metadata may hold, provider by provider."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

class JiraCloudMetadata(BaseModel):
    """Metadata of a Jira Cloud connection.

    Attributes:
        cloud_id: Atlassian's stable id of the site, a lower-case UUID. The database checks it too.
        scopes: What the site's owner has granted.
    """

    model_config: ClassVar[ConfigDict]
    cloud_id: str
    scopes: list[str] = ...

class AsyncJiraCloudMetadata(BaseModel):
    """Metadata of a Jira Cloud connection.

    Attributes:
        cloud_id: Atlassian's stable id of the site, a lower-case UUID. The database checks it too.
        scopes: What the site's owner has granted.
    """

    model_config: ClassVar[ConfigDict]
    cloud_id: str
    scopes: list[str] = ...

def check_metadata(provider: str, metadata: dict[str, Any]) -> None:
    """Check metadata by the provider's model. See `validate_metadata`, which this is the inside of."""
