"""Models of a connection's metadata, by provider."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.errors import ValidationError

_LOWER_CASE_UUID: Final = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"


class JiraCloudMetadata(BaseModel):
    """Metadata of a Jira Cloud connection.

    Attributes:
        cloud_id: Atlassian's stable ID of the site, a lower-case UUID. The database checks it too.
        scopes: The scopes that the site's owner has granted.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    cloud_id: Annotated[str, StringConstraints(pattern=_LOWER_CASE_UUID)] = Field(alias="cloudId")
    scopes: list[str] = Field(default_factory=list)


_MODELS: Final[dict[str, type[BaseModel]]] = {"jira_cloud": JiraCloudMetadata}
_MESSAGES: Final = {
    "cloudId": "cloudId must be a valid UUID",
    "scopes": "scopes must be an array of strings",
}


def check_metadata(provider: str, metadata: dict[str, Any]) -> None:
    """Check metadata by the provider's model. See `validate_metadata`."""
    model = _MODELS.get(provider) if isinstance(provider, str) else None
    if model is None:
        raise ValidationError(f"No metadata schema for provider: {provider or 'null'}")
    if not isinstance(metadata, dict):
        raise ValidationError("metadata must be a non-null object")
    try:
        model.model_validate(metadata)
    except PydanticError as error:
        found = error.errors(include_url=False, include_context=False)
        raise ValidationError(_message(provider, model, metadata, found)) from None


def _message(provider: str, model: type[BaseModel], metadata: dict[str, Any], found: Iterable[Any]) -> str:
    # As in the original, one error at a time: missing fields, then invalid ones, then unexpected ones.
    invalid = {str(each["loc"][0]) for each in found}
    fields = {field.alias or name: field.is_required() for name, field in model.model_fields.items()}
    for name, is_required in fields.items():
        if is_required and metadata.get(name) is None:
            return f"metadata.{name} is required"
    for name in fields:
        if name in invalid:
            return f"Invalid metadata: {_MESSAGES[name]}"
    extra = ", ".join(name for name in metadata if name not in fields)
    return f"Unexpected metadata properties for {provider}: {extra}"
