"""The pydantic models of a configuration document."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.configuration.model import Configuration
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Number,
    OpenModel,
    StrictModel,
    Text,
    at_least,
    check_that,
    complaint,
    one_of,
)

Threshold = Annotated[Number, at_least(1)]
Entries = Annotated[dict[str, Any], check_that(bool, "must have at least 1 key")]


class Ids(StrictModel):
    """The IDs of the sites and organizations for which a handler is enabled or disabled."""

    sites: list[Text] = ABSENT
    orgs: list[Text] = ABSENT


class Dependency(StrictModel):
    """A handler that another handler depends on, and the actions that it needs of it."""

    handler: Text = ABSENT
    actions: list[Text] = ABSENT


class Handler(StrictModel):
    """One handler: for whom it is enabled, and its dependencies."""

    enabled: Ids = ABSENT
    disabled: Ids = ABSENT
    enabled_by_default: Boolean
    moving_avg_threshold: Threshold = ABSENT
    percentage_change_threshold: Threshold = ABSENT
    dependencies: list[Dependency] = ABSENT
    product_codes: Annotated[list[Text], check_that(bool, "must contain at least 1 items")]


class Job(OpenModel):
    """One scheduled job."""

    group: Annotated[Any, one_of(Configuration.JobGroup)]
    type: Text
    interval: Annotated[Any, one_of(Configuration.JobInterval)]


class Document(OpenModel):
    """The whole configuration."""

    queues: Entries
    handlers: dict[str, Handler] = ABSENT
    jobs: list[Job]
    slack_roles: Entries = ABSENT


def validate_document(data: object) -> dict[str, Any]:
    """Check a document that is plain JSON. See `check_configuration`."""
    try:
        document = Document.model_validate(data)
    except PydanticError as error:
        raise ValidationError(f"Configuration validation error: {complaint(error)}") from None
    return document.model_dump(by_alias=True, exclude_unset=True)
