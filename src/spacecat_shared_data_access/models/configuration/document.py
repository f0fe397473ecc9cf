"""The pydantic models of a configuration document."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field
from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.configuration.model import Configuration
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Data,
    Number,
    Text,
    complaint,
    one_of,
    refused,
)


def _check_threshold(value: float) -> float:
    if value < 1:
        raise refused("must be greater than or equal to 1")
    return value


def _check_product_codes(value: list[str]) -> list[str]:
    if not value:
        raise refused("must contain at least 1 items")
    return value


def _check_entries(value: dict[str, Any]) -> dict[str, Any]:
    if not value:
        raise refused("must have at least 1 key")
    return value


Threshold = Annotated[Number, AfterValidator(_check_threshold)]
Entries = Annotated[dict[str, Any], AfterValidator(_check_entries)]


class _Closed(Data):
    # Unknown keys are an error.
    model_config = ConfigDict(extra="forbid")


class _Open(Data):
    # Unknown keys are kept.
    model_config = ConfigDict(extra="allow")


class Ids(_Closed):
    """The IDs of the sites and organizations for which a handler is enabled or disabled."""

    sites: list[Text] = ABSENT
    orgs: list[Text] = ABSENT


class Dependency(_Closed):
    """A handler that another handler depends on, and the actions that it needs of it."""

    handler: Text = ABSENT
    actions: list[Text] = ABSENT


class Handler(_Closed):
    """One handler: for whom it is enabled, and its dependencies."""

    enabled: Ids = ABSENT
    disabled: Ids = ABSENT
    enabled_by_default: Boolean = Field(alias="enabledByDefault")
    moving_avg_threshold: Threshold = Field(default=ABSENT, alias="movingAvgThreshold")
    percentage_change_threshold: Threshold = Field(default=ABSENT, alias="percentageChangeThreshold")
    dependencies: list[Dependency] = ABSENT
    product_codes: Annotated[list[Text], AfterValidator(_check_product_codes)] = Field(alias="productCodes")


class Job(_Open):
    """One scheduled job."""

    group: Annotated[Any, one_of(Configuration.JobGroup)]
    type: Text
    interval: Annotated[Any, one_of(Configuration.JobInterval)]


class Document(_Open):
    """The whole configuration."""

    queues: Entries
    handlers: dict[str, Handler] = ABSENT
    jobs: list[Job]
    slack_roles: Entries = Field(default=ABSENT, alias="slackRoles")


def validate_document(data: object) -> dict[str, Any]:
    """Check a document that is plain JSON. See `check_configuration`."""
    try:
        document = Document.model_validate(data)
    except PydanticError as error:
        raise ValidationError(f"Configuration validation error: {complaint(error)}") from None
    return document.model_dump(by_alias=True, exclude_unset=True)
