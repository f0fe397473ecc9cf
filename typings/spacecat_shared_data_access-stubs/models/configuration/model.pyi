# mypy: disable-error-code="overload-overlap, override, misc"
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from logging import Logger
from typing import Any, ClassVar, Protocol, Self, TypeAlias, TypeVar

from spacecat_shared_data_access.models.arguments import HasId
from spacecat_shared_data_access.models.configuration.collection import (
    AsyncConfigurationCollection,
    ConfigurationCollection,
)

T = TypeVar("T")

class SiteLike(HasId, Protocol):
    def get_organization_id(self) -> str: ...

class Configuration:
    version_id: str | None
    etag: str | None
    collection: ConfigurationCollection
    ENTITY_NAME: ClassVar[str]
    AUDIT_NAME_REGEX: ClassVar[re.Pattern[str]]
    AUDIT_NAME_MAX_LENGTH: ClassVar[int]

    class JobGroup(StrEnum):
        AUDITS = "audits"
        IMPORTS = "imports"
        REPORTS = "reports"
        SCRAPES = "scrapes"

    class JobInterval(StrEnum):
        NEVER = "never"
        EVERY_HOUR = "every-hour"
        TWO_HOURS = "two-hours"
        TWENTY_PAST = "twenty-past"
        DAILY = "daily"
        DAILY_1AM = "daily-1am"
        WEEKLY = "weekly"
        WEEKLY_DIGEST_EMAIL = "weekly-digest-email"
        WEEKLY_OFFSITE = "weekly-offsite"
        EARLY_MONDAY = "early-monday"
        EVERY_SATURDAY = "every-saturday"
        EVERY_SUNDAY = "every-sunday"
        FORTNIGHTLY = "fortnightly"
        FORTNIGHTLY_SATURDAY = "fortnightly-saturday"
        FORTNIGHTLY_SUNDAY = "fortnightly-sunday"
        MONTHLY = "monthly"
        QUARTERLY = "quarterly"
        YEARLY = "yearly"
        WEEKLY_SLOT_1 = "weekly-slot-1"
        WEEKLY_SLOT_2 = "weekly-slot-2"
        WEEKLY_SLOT_3 = "weekly-slot-3"
        WEEKLY_SLOT_4 = "weekly-slot-4"
        WEEKLY_SLOT_5 = "weekly-slot-5"
        WEEKLY_SLOT_6 = "weekly-slot-6"
        WEEKLY_SLOT_7 = "weekly-slot-7"
        WEEKLY_SLOT_8 = "weekly-slot-8"
        WEEKLY_SLOT_9 = "weekly-slot-9"
        WEEKLY_SLOT_10 = "weekly-slot-10"
        WEEKLY_SLOT_11 = "weekly-slot-11"
        WEEKLY_SLOT_12 = "weekly-slot-12"
        WEEKLY_SLOT_13 = "weekly-slot-13"
        WEEKLY_SLOT_14 = "weekly-slot-14"
        WEEKLY_SLOT_15 = "weekly-slot-15"
        WEEKLY_SLOT_16 = "weekly-slot-16"
        WEEKLY_SLOT_17 = "weekly-slot-17"
        WEEKLY_SLOT_18 = "weekly-slot-18"
        WEEKLY_SLOT_19 = "weekly-slot-19"
        WEEKLY_SLOT_20 = "weekly-slot-20"
        WEEKLY_SLOT_21 = "weekly-slot-21"
        WEEKLY_SLOT_22 = "weekly-slot-22"
        WEEKLY_SLOT_23 = "weekly-slot-23"

    def __init__(
        self,
        data: Mapping[str, Any],
        version_id: str | None,
        collection: ConfigurationCollection,
        etag: str | None = None,
    ) -> None: ...
    @property
    def log(self) -> Logger: ...
    @property
    def blocking(self) -> bool: ...
    @property
    def handlers(self) -> dict[str, Any] | None: ...
    @handlers.setter
    def handlers(self, handlers: dict[str, Any] | None) -> None: ...
    @property
    def jobs(self) -> list[dict[str, Any]] | None: ...
    @jobs.setter
    def jobs(self, jobs: list[dict[str, Any]] | None) -> None: ...
    @property
    def queues(self) -> dict[str, Any] | None: ...
    @queues.setter
    def queues(self, queues: dict[str, Any] | None) -> None: ...
    @property
    def slack_roles(self) -> dict[str, list[str]] | None: ...
    @slack_roles.setter
    def slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None: ...
    @property
    def updated_by(self) -> str | None: ...
    @updated_by.setter
    def updated_by(self, updated_by: str | None) -> None: ...
    @property
    def created_at(self) -> str | None: ...
    @property
    def updated_at(self) -> str | None: ...
    def save(self) -> Self: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> dict[str, Any]: ...
    def get_id(self) -> str | None: ...
    def get_configuration_id(self) -> str | None:
        """Return the version's ID in S3."""

    def get_version(self) -> str | None:
        """Return the version's ID in S3."""

    def get_created_at(self) -> str | None: ...
    def get_updated_at(self) -> str | None: ...
    def get_updated_by(self) -> str | None: ...
    def set_updated_by(self, updated_by: str | None) -> None: ...
    def get_queues(self) -> dict[str, Any] | None: ...
    def set_queues(self, queues: dict[str, Any] | None) -> None: ...
    def update_queues(self, queues: Mapping[str, Any]) -> None: ...
    def get_slack_roles(self) -> dict[str, list[str]] | None: ...
    def set_slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None: ...
    def get_slack_role_members_by_role(self, role: str) -> list[str]: ...
    def get_jobs(self) -> list[dict[str, Any]] | None: ...
    def set_jobs(self, jobs: list[dict[str, Any]] | None) -> None: ...
    def update_job(self, type: str, properties: Mapping[str, Any]) -> None: ...
    def get_handlers(self) -> dict[str, Any] | None: ...
    def set_handlers(self, handlers: dict[str, Any] | None) -> None: ...
    def get_handler(self, type: str) -> dict[str, Any] | None: ...
    def add_handler(self, type: str, handler_data: Mapping[str, Any] | None) -> None: ...
    def update_handler_properties(self, type: str, properties: Mapping[str, Any]) -> None: ...
    def replace_handler_enabled_disabled(self, type: str, data: Mapping[str, Any]) -> None: ...
    def update_configuration(self, data: Mapping[str, Any]) -> None: ...
    def get_enabled_site_ids_for_handler(self, type: str) -> list[str]: ...
    def get_enabled_audits_for_site(self, site: SiteLike) -> list[str]: ...
    def get_disabled_audits_for_site(self, site: SiteLike) -> list[str]: ...
    def is_handler_enabled_for_site(self, type: str, site: SiteLike) -> bool: ...
    def is_handler_enabled_for_org(self, type: str, org: HasId) -> bool: ...
    def is_handler_disabled_for_site(self, type: str, site: SiteLike) -> bool: ...
    def is_handler_disabled_for_org(self, type: str, org: HasId) -> bool: ...
    def is_handler_dependency_met_for_site(self, type: str, site: SiteLike) -> bool | list[str]: ...
    def is_handler_dependency_met_for_org(self, type: str, org: HasId) -> bool | list[str]: ...
    def enable_handler_for_site(self, type: str, site: SiteLike) -> None: ...
    def enable_handler_for_org(self, type: str, org: HasId) -> None: ...
    def disable_handler_for_site(self, type: str, site: SiteLike) -> None: ...
    def disable_handler_for_org(self, type: str, org: HasId) -> None: ...
    def update_handler_sites(self, type: str, site_id: str, enabled: bool) -> None: ...
    def update_handler_orgs(self, type: str, org_id: str, enabled: bool) -> None: ...
    def register_audit(
        self, type: str, enabled_by_default: bool = False, interval: str = ..., product_codes: Sequence[str] = ...
    ) -> None: ...
    def unregister_audit(self, type: str) -> None: ...

class AsyncConfiguration:
    """One version of the configuration that all services share.

    It holds the handlers and for whom they are enabled, the scheduled jobs, the addresses of the queues and the
    members of the Slack roles. There is one configuration, in S3; saving it creates a new version. All changes
    are checked before they are made: a call that raises leaves the configuration unchanged. A method that needs a
    part of the stored document raises ValidationError, which names the part, if it has a wrong shape.

    The sections are those of the stored document, which other services read too: their keys are spelt as in the
    document (``enabledByDefault``). Values that are returned are copies: changing one does not change the model.

    Args:
        data: The document, by JSON name. Unknown keys are left out.
        version_id: The version's ID in S3; None if it is not stored.
        collection: The collection that stores it.
        etag: The ETag of the stored version that `save` replaces; None to replace the latest version, whichever
            it is.
    """

    version_id: str | None
    etag: str | None
    collection: AsyncConfigurationCollection
    ENTITY_NAME: ClassVar[str]
    AUDIT_NAME_REGEX: ClassVar[re.Pattern[str]]
    AUDIT_NAME_MAX_LENGTH: ClassVar[int]
    JobGroup: TypeAlias = Configuration.JobGroup
    JobInterval: TypeAlias = Configuration.JobInterval

    def __init__(
        self,
        data: Mapping[str, Any],
        version_id: str | None,
        collection: AsyncConfigurationCollection,
        etag: str | None = None,
    ) -> None: ...
    @property
    def log(self) -> Logger:
        """The collection's logger."""

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; else they return an awaitable."""

    @property
    def handlers(self) -> dict[str, Any] | None:
        """All handlers by type: see `get_handlers`."""

    @handlers.setter
    def handlers(self, handlers: dict[str, Any] | None) -> None: ...
    @property
    def jobs(self) -> list[dict[str, Any]] | None:
        """The scheduled jobs: see `get_jobs`."""

    @jobs.setter
    def jobs(self, jobs: list[dict[str, Any]] | None) -> None: ...
    @property
    def queues(self) -> dict[str, Any] | None:
        """The addresses of the queues by name: see `get_queues`."""

    @queues.setter
    def queues(self, queues: dict[str, Any] | None) -> None: ...
    @property
    def slack_roles(self) -> dict[str, list[str]] | None:
        """The members of each Slack role: see `get_slack_roles`."""

    @slack_roles.setter
    def slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None: ...
    @property
    def updated_by(self) -> str | None:
        """Who created this version: see `get_updated_by`."""

    @updated_by.setter
    def updated_by(self, updated_by: str | None) -> None: ...
    @property
    def created_at(self) -> str | None:
        """The timestamp of this version: see `get_created_at`."""

    @property
    def updated_at(self) -> str | None:
        """The timestamp of this version: see `get_updated_at`."""

    async def save(self) -> Self:
        """Store the configuration as a new version, if the version that was read is still the latest.

        To return to an older version, pass its document to the collection's `create`:
        ``create(old.to_json())``.

        Returns:
            The new version, as a separate model. This one keeps its values, and may be changed and saved again.

        Raises:
            ValidationError: The configuration is invalid.
            ConflictError: Another version was stored since this one was read. Nothing was stored, unless
                ``in_doubt`` is true: then this is unknown. Read the latest version and change that.
            DataAccessError: S3 is not configured, or rejected the request.
            UnavailableError: S3 could not be reached or could not respond.
        """

    def to_dict(self) -> dict[str, Any]:
        """Return the values by Python name, without nulls."""

    def to_json(self) -> dict[str, Any]:
        """Return the document, by JSON name, without nulls."""

    def get_id(self) -> str | None:
        """Return the version's ID in S3."""

    def get_configuration_id(self) -> str | None:
        """Return the version's ID in S3."""

    def get_version(self) -> str | None:
        """Return the version's ID in S3."""

    def get_created_at(self) -> str | None:
        """Return the timestamp of this version."""

    def get_updated_at(self) -> str | None:
        """Return the timestamp of this version. Versions never change, so it equals `get_created_at`."""

    def get_updated_by(self) -> str | None:
        """Return who created this version."""

    def set_updated_by(self, updated_by: str | None) -> None:
        """Set who creates the next version.

        Raises:
            ValidationError: The value is not a non-empty string.
        """

    def get_queues(self) -> dict[str, Any] | None:
        """Return the addresses of the queues by name."""

    def set_queues(self, queues: dict[str, Any] | None) -> None:
        """Replace all queues. `save` validates the content, as for the other sections.

        Raises:
            ValidationError: The value is not a mapping.
        """

    def update_queues(self, queues: Mapping[str, Any]) -> None:
        """Set the addresses of some queues and keep the others.

        Args:
            queues: Addresses by name, at least one.

        Raises:
            ValidationError: The value is not a mapping, or is empty.
        """

    def get_slack_roles(self) -> dict[str, list[str]] | None:
        """Return the members of the Slack roles by role."""

    def set_slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None:
        """Replace all Slack roles.

        Raises:
            ValidationError: The value is not a mapping.
        """

    def get_slack_role_members_by_role(self, role: str) -> list[str]:
        """Return the members of a Slack role, or an empty list if the role is unknown."""

    def get_jobs(self) -> list[dict[str, Any]] | None:
        """Return the scheduled jobs, each with ``group``, ``type`` and ``interval``."""

    def set_jobs(self, jobs: list[dict[str, Any]] | None) -> None:
        """Replace all jobs.

        Raises:
            ValidationError: The value is not a list of mappings.
        """

    def update_job(self, type: str, properties: Mapping[str, Any]) -> None:
        """Change some properties of the first job of a type.

        Args:
            type: The job's type.
            properties: Such as ``{"interval": "daily"}``.

        Raises:
            ValidationError: There is no such job, or the interval or group is unknown.
        """

    def get_handlers(self) -> dict[str, Any] | None:
        """Return all handlers by type, or None if there are none."""

    def set_handlers(self, handlers: dict[str, Any] | None) -> None:
        """Replace all handlers.

        Raises:
            ValidationError: The value is not a mapping.
        """

    def get_handler(self, type: str) -> dict[str, Any] | None:
        """Return the handler of a type, or None."""

    def add_handler(self, type: str, handler_data: Mapping[str, Any] | None) -> None:
        """Add a handler, or replace the one of that type.

        Raises:
            ValidationError: The handler is not a mapping, or the type is not a non-empty string.
        """

    def update_handler_properties(self, type: str, properties: Mapping[str, Any]) -> None:
        """Change some properties of a handler.

        Args:
            type: The handler's type.
            properties: By JSON name, such as ``{"movingAvgThreshold": 2}``.

        Raises:
            ValidationError: There is no such handler, or a product code, a dependency or a threshold is
                invalid.
        """

    def replace_handler_enabled_disabled(self, type: str, data: Mapping[str, Any]) -> None:
        """Replace lists of a handler's enabled and disabled sites and organizations.

        In the original a temporary method for a clean-up (SITES-40312), to be removed after it (SITES-40878).

        Args:
            type: The handler's type.
            data: ``{"enabled": {"sites": […], "orgs": […]}, "disabled": {…}}``. Lists that are not given are
                kept.

        Raises:
            ValidationError: The data are empty, there is no such handler, or a list is not a list.
        """

    def update_configuration(self, data: Mapping[str, Any]) -> None:
        """Merge changes into several sections at once.

        Args:
            data: ``handlers`` by type, merged property by property; ``jobs``, each merged into the job of the
                same type and group, or added; ``queues`` by name. Other keys are ignored.

        Raises:
            ValidationError: The data are empty, or a given section is empty or invalid. No section is changed
                then.
        """

    def get_enabled_site_ids_for_handler(self, type: str) -> list[str]:
        """Return the IDs of the sites on a handler's list of enabled sites."""

    def get_enabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Return the types of the audit jobs whose handler is enabled for a site."""

    def get_disabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Return the types of the audit jobs whose handler is not enabled for a site.

        A job without a handler is neither enabled nor disabled.
        """

    def is_handler_enabled_for_site(self, type: str, site: SiteLike) -> bool:
        """Return whether a handler is enabled for a site.

        The lists of sites take precedence over the lists of organizations, so that a site can be enabled
        although its organization is disabled. If the site is on neither list, the handler is enabled unless the
        organization is disabled, and if it is enabled by default or for the organization.

        Args:
            type: The handler's type. An unknown handler is not enabled.
            site: The site.
        """

    def is_handler_enabled_for_org(self, type: str, org: HasId) -> bool:
        """Return whether a handler is enabled for an organization, regardless of its sites.

        Args:
            type: The handler's type. An unknown handler is not enabled.
            org: The organization.
        """

    def is_handler_disabled_for_site(self, type: str, site: SiteLike) -> bool:
        """Return whether a handler is explicitly disabled for a site or for its organization.

        This is not the opposite of `is_handler_enabled_for_site`: a handler that was never enabled is not
        disabled. A site on the list of enabled sites is not disabled by its organization.
        """

    def is_handler_disabled_for_org(self, type: str, org: HasId) -> bool:
        """Return whether a handler is explicitly disabled for an organization."""

    def is_handler_dependency_met_for_site(self, type: str, site: SiteLike) -> bool | list[str]:
        """Return whether the handlers that a handler depends on are enabled for a site.

        Returns:
            True, or the types of the dependencies that are not enabled.
        """

    def is_handler_dependency_met_for_org(self, type: str, org: HasId) -> bool | list[str]:
        """Return whether the handlers that a handler depends on are enabled for an organization.

        Returns:
            True, or the types of the dependencies that are not enabled.
        """

    def enable_handler_for_site(self, type: str, site: SiteLike) -> None:
        """Enable a handler for a site. Does nothing if the handler is unknown.

        Raises:
            ValidationError: A handler that it depends on is not enabled; the message names it.
        """

    def enable_handler_for_org(self, type: str, org: HasId) -> None:
        """Enable a handler for an organization. Raises as `enable_handler_for_site` does."""

    def disable_handler_for_site(self, type: str, site: SiteLike) -> None:
        """Disable a handler for a site.

        As in the original, a handler that is disabled by default stays enabled for a site whose organization is
        enabled: only a handler that is enabled by default keeps a list of disabled sites.
        """

    def disable_handler_for_org(self, type: str, org: HasId) -> None:
        """Disable a handler for an organization."""

    def update_handler_sites(self, type: str, site_id: str, enabled: bool) -> None:
        """Put a site on a handler's lists without checking dependencies. Does nothing for an unknown handler.

        Raises:
            ValidationError: The ID is not a non-empty string.
        """

    def update_handler_orgs(self, type: str, org_id: str, enabled: bool) -> None:
        """Put an organization on a handler's lists. As `update_handler_sites`."""

    def register_audit(
        self, type: str, enabled_by_default: bool = False, interval: str = ..., product_codes: Sequence[str] = ...
    ) -> None:
        """Add a handler for a new audit, and a job if there is none.

        Args:
            type: The audit's name: at most 50 lower-case letters, digits and hyphens.
            enabled_by_default: Whether it runs for every site that is not disabled.
            interval: How often it runs, a `JobInterval`.
            product_codes: The products that include it, at least one.

        Raises:
            ValidationError: The name is taken or invalid, or the interval or a product code is unknown.
        """

    def unregister_audit(self, type: str) -> None:
        """Remove the handler and the job of an audit.

        Args:
            type: The audit's name.

        Raises:
            ValidationError: There is no such audit.
        """
