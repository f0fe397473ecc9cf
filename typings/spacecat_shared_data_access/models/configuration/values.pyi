"""The values of a configuration: what its document holds, with getters and setters."""

from collections.abc import Mapping
from logging import Logger
from typing import Any, Final

from spacecat_shared_data_access.models.configuration.collection import ConfigurationCollection

NAMES: Final[tuple[str, ...]]
"What a configuration keeps of its document, by Python name."

class ConfigurationValues:
    """What one version of the configuration holds.

    The values are those of the stored document, which other services read too: their own keys are spelt as
    there (``enabledByDefault``). What a getter gives may be changed in place, as in the original; `save`
    checks and stores it.

    Args:
        data: The document, by JSON name. Keys that a configuration does not know are left out.
        version_id: The version's id in S3; None where it is not stored.
        collection: Where it comes from.
    """

    handlers: dict[str, Any] | None
    jobs: list[dict[str, Any]] | None
    queues: dict[str, Any] | None
    slack_roles: dict[str, list[str]] | None
    created_at: str | None
    updated_at: str | None
    updated_by: str | None
    version_id: str | None
    collection: ConfigurationCollection

    def __init__(
        self, data: Mapping[str, Any], version_id: str | None, collection: ConfigurationCollection
    ) -> None: ...
    @property
    def log(self) -> Logger:
        """Where to write what happens."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and give the result; else they give something to await."""

    def get_id(self) -> str | None:
        """Give the version's id in S3. So do `get_configuration_id` and `get_version`."""

    def get_configuration_id(self) -> str | None:
        """Give the version's id in S3."""

    def get_version(self) -> str | None:
        """Give the version's id in S3."""

    def get_created_at(self) -> str | None:
        """Give the timestamp of this version."""

    def get_updated_at(self) -> str | None:
        """Give the timestamp of this version: each is created anew, so it is that of `get_created_at`."""

    def get_updated_by(self) -> str | None:
        """Give who made this version."""

    def set_updated_by(self, updated_by: str) -> None:
        """Set who makes the next version."""

    def get_handlers(self) -> dict[str, Any] | None:
        """Give all handlers by type; None where there are none."""

    def set_handlers(self, handlers: dict[str, Any]) -> None:
        """Replace all handlers."""

    def get_jobs(self) -> list[dict[str, Any]] | None:
        """Give the scheduled jobs: ``group``, ``type`` and ``interval`` each."""

    def set_jobs(self, jobs: list[dict[str, Any]]) -> None:
        """Replace all jobs."""

    def get_queues(self) -> dict[str, Any] | None:
        """Give the addresses of the queues by name."""

    def set_queues(self, queues: dict[str, Any]) -> None:
        """Replace all queues."""

    def get_slack_roles(self) -> dict[str, list[str]] | None:
        """Give the members of the Slack roles by role."""

    def set_slack_roles(self, slack_roles: dict[str, list[str]]) -> None:
        """Replace all Slack roles."""

    def get_slack_role_members_by_role(self, role: str) -> list[str]:
        """Give the members of a Slack role; none where it is unknown."""

    def get_handler(self, type: str) -> dict[str, Any] | None:
        """Give the handler of a type, or None."""

    def add_handler(self, type: str, handler_data: Mapping[str, Any] | None) -> None:
        """Add a handler, or replace the one of that type. `save` checks what is in it.

        Raises:
            ValidationError: It is no mapping.
        """

    def to_dict(self) -> dict[str, Any]:
        """Give the values by Python name, without what is null."""

    def to_json(self) -> dict[str, Any]:
        """Give the document, by JSON name, without what is null."""
