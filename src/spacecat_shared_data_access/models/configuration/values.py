"""The values of a configuration: what its document holds, with getters and setters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.models.configuration import changes
from spacecat_shared_data_access.schema.naming import snake_to_camel

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.configuration.collection import ConfigurationCollection

NAMES: Final = ("handlers", "jobs", "queues", "slack_roles", "created_at", "updated_at", "updated_by")
"""What a configuration keeps of its document, by Python name."""


class ConfigurationValues:
    """What one version of the configuration holds.

    The values are those of the stored document, which other services read too: their own keys are spelt as
    there (``enabledByDefault``). What a getter gives may be changed in place, as in the original; `save`
    checks and stores it.

    Args:
        data: The document, by JSON name. Keys that a configuration does not know are left out.
        version_id: The version's id in S3; None where it is not stored.
        collection: Where it comes from.
        etag: The tag of the stored version that `save` replaces; None if it replaces whichever there is.
    """

    __slots__ = ("collection", "etag", "version_id", *NAMES)

    def __init__(
        self,
        data: Mapping[str, Any],
        version_id: str | None,
        collection: ConfigurationCollection,
        etag: str | None = None,
    ) -> None:
        self.handlers: dict[str, Any] | None = data.get("handlers")
        self.jobs: list[dict[str, Any]] | None = data.get("jobs")
        self.queues: dict[str, Any] | None = data.get("queues")
        self.slack_roles: dict[str, list[str]] | None = data.get("slackRoles")
        self.created_at: str | None = data.get("createdAt")
        self.updated_at: str | None = data.get("updatedAt")
        self.updated_by: str | None = data.get("updatedBy")
        self.version_id = version_id
        self.etag = etag
        self.collection = collection

    @property
    def log(self) -> Logger:
        """Where to write what happens."""
        return self.collection.log

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""
        return self.collection.blocking

    def get_id(self) -> str | None:
        """Give the version's id in S3. So do `get_configuration_id` and `get_version`."""
        return self.version_id

    def get_configuration_id(self) -> str | None:
        """Give the version's id in S3."""
        return self.version_id

    def get_version(self) -> str | None:
        """Give the version's id in S3."""
        return self.version_id

    def get_created_at(self) -> str | None:
        """Give the timestamp of this version."""
        return self.created_at

    def get_updated_at(self) -> str | None:
        """Give the timestamp of this version: each is created anew, so it is that of `get_created_at`."""
        return self.updated_at

    def get_updated_by(self) -> str | None:
        """Give who made this version."""
        return self.updated_by

    def set_updated_by(self, updated_by: str | None) -> None:
        """Set who makes the next version.

        Raises:
            ValidationError: It is not a text.
        """
        self.updated_by = None if updated_by is None else changes.text(updated_by, "updated_by")

    def get_handlers(self) -> dict[str, Any] | None:
        """Give all handlers by type; None where there are none."""
        return self.handlers

    def set_handlers(self, handlers: dict[str, Any] | None) -> None:
        """Replace all handlers. `save` checks what is in them, as in the other sections.

        Raises:
            ValidationError: They are not a mapping; the handlers stay as they were.
        """
        self.handlers = None if handlers is None else changes.mapping(handlers, "handlers")

    def get_jobs(self) -> list[dict[str, Any]] | None:
        """Give the scheduled jobs: ``group``, ``type`` and ``interval`` each."""
        return self.jobs

    def set_jobs(self, jobs: list[dict[str, Any]] | None) -> None:
        """Replace all jobs.

        Raises:
            ValidationError: They are not a list of mappings; the jobs stay as they were.
        """
        self.jobs = None if jobs is None else changes.mappings(jobs, "jobs")

    def get_queues(self) -> dict[str, Any] | None:
        """Give the addresses of the queues by name."""
        return self.queues

    def set_queues(self, queues: dict[str, Any] | None) -> None:
        """Replace all queues.

        Raises:
            ValidationError: They are not a mapping; the queues stay as they were.
        """
        self.queues = None if queues is None else changes.mapping(queues, "queues")

    def get_slack_roles(self) -> dict[str, list[str]] | None:
        """Give the members of the Slack roles by role."""
        return self.slack_roles

    def set_slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None:
        """Replace all Slack roles.

        Raises:
            ValidationError: They are not a mapping; the roles stay as they were.
        """
        self.slack_roles = None if slack_roles is None else changes.mapping(slack_roles, "slack_roles")

    def get_slack_role_members_by_role(self, role: str) -> list[str]:
        """Give the members of a Slack role; none where it is unknown."""
        return changes.value_at(self.slack_roles, role) or []

    def get_handler(self, type: str) -> dict[str, Any] | None:  # noqa: A002 - the original's word
        """Give the handler of a type, or None."""
        return changes.value_at(self.handlers, type)  # type: ignore[no-any-return] # a mapping where it is valid

    def add_handler(self, type: str, handler_data: Mapping[str, Any] | None) -> None:  # noqa: A002 - the original's word
        """Add a handler, or replace the one of that type. `save` checks what is in it.

        Raises:
            ValidationError: It is not a mapping, or the type is not a text.
        """
        type = changes.text(type, "type")  # noqa: A001 - as above
        handler = {} if handler_data is None else changes.mapping(handler_data, "handler_data")
        if self.handlers is None:
            self.handlers = {}
        self.handlers[type] = handler

    def to_dict(self) -> dict[str, Any]:
        """Give the values by Python name, without what is null."""
        return {name: value for name in NAMES if (value := getattr(self, name)) is not None}

    def to_json(self) -> dict[str, Any]:
        """Give the document, by JSON name, without what is null."""
        return {snake_to_camel(name): value for name, value in self.to_dict().items()}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.version_id}>"
