"""The configuration of the services: one version of the document that all of them share.

A handler keeps four lists of IDs (enabled and disabled sites, enabled and disabled organizations) and whether
it is enabled by default. Every change keeps an ID on one of the two lists at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, Self, TypeVar

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import HasId
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.configuration import changes
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.naming import snake_to_camel
from spacecat_shared_data_access.schema.validation import is_non_empty_map
from spacecat_shared_data_access.schema.values import copy_json

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.models.configuration.collection import ConfigurationCollection

T = TypeVar("T")

_ATTRIBUTES: Final = (
    "handlers",
    "jobs",
    "queues",
    "slack_roles",
    "created_at",
    "updated_at",
    "updated_by",
)


class SiteLike(HasId, Protocol):
    """A site, or an object with the same IDs."""

    def get_organization_id(self) -> str:
        """Return the ID of the organization that the site belongs to."""


@with_async_name
class Configuration:
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

    # What these hold is replaced and never changed in place, so that a copy is independent.
    __slots__ = ("collection", "etag", "version_id", *(f"_{name}" for name in _ATTRIBUTES))

    ENTITY_NAME: ClassVar[str] = "Configuration"

    AUDIT_NAME_REGEX: ClassVar[re.Pattern[str]] = re.compile(r"[a-z0-9-]+")
    AUDIT_NAME_MAX_LENGTH: ClassVar[int] = 50

    class JobGroup(StrEnum):
        """The kind of work that a job does."""

        AUDITS = "audits"
        IMPORTS = "imports"
        REPORTS = "reports"
        SCRAPES = "scrapes"

    class JobInterval(StrEnum):
        """How often a job runs. A job with ``never`` is not scheduled."""

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
        # Audits that are split into parts run in slots spread over the week.
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
    ) -> None:
        self._handlers: dict[str, Any] | None = copy_json(data.get("handlers"))
        self._jobs: list[dict[str, Any]] | None = copy_json(data.get("jobs"))
        self._queues: dict[str, Any] | None = copy_json(data.get("queues"))
        self._slack_roles: dict[str, list[str]] | None = copy_json(data.get("slackRoles"))
        self._created_at: str | None = copy_json(data.get("createdAt"))
        self._updated_at: str | None = copy_json(data.get("updatedAt"))
        self._updated_by: str | None = copy_json(data.get("updatedBy"))
        self.version_id = version_id
        self.etag = etag
        self.collection = collection

    @property
    def log(self) -> Logger:
        """The collection's logger."""
        return self.collection.log

    @property
    def blocking(self) -> bool:
        """Whether calls block and return the result; else they return an awaitable."""
        return self.collection.blocking

    @property
    def handlers(self) -> dict[str, Any] | None:
        """All handlers by type: see `get_handlers`."""
        return self.get_handlers()

    @handlers.setter
    def handlers(self, handlers: dict[str, Any] | None) -> None:
        self.set_handlers(handlers)

    @property
    def jobs(self) -> list[dict[str, Any]] | None:
        """The scheduled jobs: see `get_jobs`."""
        return self.get_jobs()

    @jobs.setter
    def jobs(self, jobs: list[dict[str, Any]] | None) -> None:
        self.set_jobs(jobs)

    @property
    def queues(self) -> dict[str, Any] | None:
        """The addresses of the queues by name: see `get_queues`."""
        return self.get_queues()

    @queues.setter
    def queues(self, queues: dict[str, Any] | None) -> None:
        self.set_queues(queues)

    @property
    def slack_roles(self) -> dict[str, list[str]] | None:
        """The members of each Slack role: see `get_slack_roles`."""
        return self.get_slack_roles()

    @slack_roles.setter
    def slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None:
        self.set_slack_roles(slack_roles)

    @property
    def updated_by(self) -> str | None:
        """Who created this version: see `get_updated_by`."""
        return self.get_updated_by()

    @updated_by.setter
    def updated_by(self, updated_by: str | None) -> None:
        self.set_updated_by(updated_by)

    @property
    def created_at(self) -> str | None:
        """The timestamp of this version: see `get_created_at`."""
        return self.get_created_at()

    @property
    def updated_at(self) -> str | None:
        """The timestamp of this version: see `get_updated_at`."""
        return self.get_updated_at()

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
        data = self.to_json()
        for name in ("createdAt", "updatedAt"):
            data.pop(name, None)
        if self.etag is None:  # not read from S3
            return await self.collection.create(data)  # type: ignore[return-value] # as below
        saved = await self.collection.create(data, replacing=self)
        self.etag = saved.etag
        return saved  # type: ignore[return-value] # a subclass also overrides what creates the models

    def to_dict(self) -> dict[str, Any]:
        """Return the values by Python name, without nulls."""
        return {
            name: copy_json(value) for name in _ATTRIBUTES if (value := getattr(self, f"_{name}")) is not None
        }

    def to_json(self) -> dict[str, Any]:
        """Return the document, by JSON name, without nulls."""
        return {snake_to_camel(name): value for name, value in self.to_dict().items()}

    def get_id(self) -> str | None:
        """Return the version's ID in S3."""
        return self.version_id

    get_configuration_id = get_id
    get_version = get_id

    def get_created_at(self) -> str | None:
        """Return the timestamp of this version."""
        return _copied(self._created_at)

    def get_updated_at(self) -> str | None:
        """Return the timestamp of this version. Versions never change, so it equals `get_created_at`."""
        return _copied(self._updated_at)

    def get_updated_by(self) -> str | None:
        """Return who created this version."""
        return _copied(self._updated_by)

    def set_updated_by(self, updated_by: str | None) -> None:
        """Set who creates the next version.

        Raises:
            ValidationError: The value is not a non-empty string.
        """
        self._updated_by = None if updated_by is None else changes.text(updated_by, "updated_by")

    def get_queues(self) -> dict[str, Any] | None:
        """Return the addresses of the queues by name."""
        return _copied(self._queues)

    def set_queues(self, queues: dict[str, Any] | None) -> None:
        """Replace all queues. `save` validates the content, as for the other sections.

        Raises:
            ValidationError: The value is not a mapping.
        """
        self._queues = None if queues is None else changes.mapping(queues, "queues")

    def update_queues(self, queues: Mapping[str, Any]) -> None:
        """Set the addresses of some queues and keep the others.

        Args:
            queues: Addresses by name, at least one.

        Raises:
            ValidationError: The value is not a mapping, or is empty.
        """
        self.set_queues(changes.merged_queues(self._queues, queues, "Queues configuration cannot be empty"))

    def get_slack_roles(self) -> dict[str, list[str]] | None:
        """Return the members of the Slack roles by role."""
        return _copied(self._slack_roles)

    def set_slack_roles(self, slack_roles: dict[str, list[str]] | None) -> None:
        """Replace all Slack roles.

        Raises:
            ValidationError: The value is not a mapping.
        """
        self._slack_roles = None if slack_roles is None else changes.mapping(slack_roles, "slack_roles")

    def get_slack_role_members_by_role(self, role: str) -> list[str]:
        """Return the members of a Slack role, or an empty list if the role is unknown."""
        return copy_json(changes.value_at(self._slack_roles, role)) or []

    def get_jobs(self) -> list[dict[str, Any]] | None:
        """Return the scheduled jobs, each with ``group``, ``type`` and ``interval``."""
        return _copied(self._jobs)

    def set_jobs(self, jobs: list[dict[str, Any]] | None) -> None:
        """Replace all jobs.

        Raises:
            ValidationError: The value is not a list of mappings.
        """
        self._jobs = None if jobs is None else changes.mappings(jobs, "jobs")

    def update_job(self, type: str, properties: Mapping[str, Any]) -> None:  # noqa: A002 - the original's word
        """Change some properties of the first job of a type.

        Args:
            type: The job's type.
            properties: Such as ``{"interval": "daily"}``.

        Raises:
            ValidationError: There is no such job, or the interval or group is unknown.
        """
        type = changes.text(type, "type")  # noqa: A001 - as above
        jobs = changes.stored_objects(self._jobs, "jobs")
        index = next((index for index, job in enumerate(jobs) if job.get("type") == type), None)
        if index is None:
            raise ValidationError(f'Job type "{type}" not found in configuration')
        properties = changes.mapping(properties, "properties")
        for name, allowed in (("interval", self.JobInterval), ("group", self.JobGroup)):
            value = properties.get(name)
            if value and value not in tuple(allowed):
                raise ValidationError(f'Invalid {name} "{value}". Must be one of: {", ".join(allowed)}')
        jobs[index] = {**jobs[index], **properties}
        self._jobs = jobs

    def get_handlers(self) -> dict[str, Any] | None:
        """Return all handlers by type, or None if there are none."""
        return _copied(self._handlers)

    def set_handlers(self, handlers: dict[str, Any] | None) -> None:
        """Replace all handlers.

        Raises:
            ValidationError: The value is not a mapping.
        """
        self._handlers = None if handlers is None else changes.mapping(handlers, "handlers")

    def get_handler(self, type: str) -> dict[str, Any] | None:  # noqa: A002 - the original's word
        """Return the handler of a type, or None."""
        return copy_json(changes.value_at(self._handlers, type))  # type: ignore[no-any-return] # a mapping if it is valid

    def add_handler(self, type: str, handler_data: Mapping[str, Any] | None) -> None:  # noqa: A002 - the original's word
        """Add a handler, or replace the one of that type.

        Raises:
            ValidationError: The handler is not a mapping, or the type is not a non-empty string.
        """
        type = changes.text(type, "type")  # noqa: A001 - as above
        handler = {} if handler_data is None else changes.mapping(handler_data, "handler_data")
        self._set_handler(type, handler)

    def update_handler_properties(self, type: str, properties: Mapping[str, Any]) -> None:  # noqa: A002 - the original's word
        """Change some properties of a handler.

        Args:
            type: The handler's type.
            properties: By JSON name, such as ``{"movingAvgThreshold": 2}``.

        Raises:
            ValidationError: There is no such handler, or a product code, a dependency or a threshold is
                invalid.
        """
        type = changes.text(type, "type")  # noqa: A001 - as above
        handler = self._existing_handler(type)
        properties = changes.mapping(properties, "properties")
        changes.check_handler_properties(self._handlers or {}, properties)
        self._set_handler(type, {**handler, **properties})

    def replace_handler_enabled_disabled(self, type: str, data: Mapping[str, Any]) -> None:  # noqa: A002 - the original's word
        """Replace lists of a handler's enabled and disabled sites and organizations.

        In the original a temporary method for a clean-up (SITES-40312), to be removed after it (SITES-40878).

        Args:
            type: The handler's type.
            data: ``{"enabled": {"sites": […], "orgs": […]}, "disabled": {…}}``. Lists that are not given are
                kept.

        Raises:
            ValidationError: The data are empty, there is no such handler, or a list is not a list.
        """
        if not is_non_empty_map(data):
            raise ValidationError("Data cannot be empty")
        self.log.warning(
            "replace_handler_enabled_disabled invoked (temporary method - see SITES-40312)",
            extra=log_fields(LogEvent.TEMPORARY_METHOD, method="replace_handler_enabled_disabled"),
        )
        type = changes.text(type, "type")  # noqa: A001 - as above
        handler = self._existing_handler(type)
        self._set_handler(
            type, changes.with_lists(handler, changes.mapping(data, "data"), f"handlers.{type}")
        )

    def update_configuration(self, data: Mapping[str, Any]) -> None:
        """Merge changes into several sections at once.

        Args:
            data: ``handlers`` by type, merged property by property; ``jobs``, each merged into the job of the
                same type and group, or added; ``queues`` by name. Other keys are ignored.

        Raises:
            ValidationError: The data are empty, or a given section is empty or invalid. No section is changed
                then.
        """
        if not is_non_empty_map(data):
            raise ValidationError("Configuration data cannot be empty")
        data = changes.mapping(data, "data")
        handlers, jobs, queues = self._handlers, self._jobs, self._queues
        if "handlers" in data:
            handlers = changes.merged_handlers(handlers, data["handlers"])
        if "jobs" in data:
            jobs = changes.merged_jobs(jobs, data["jobs"])
        if "queues" in data:
            complaint = "Queues must be a non-empty object if provided"
            queues = changes.merged_queues(queues, data["queues"], complaint)
        self._handlers, self._jobs, self._queues = handlers, jobs, queues

    def get_enabled_site_ids_for_handler(self, type: str) -> list[str]:  # noqa: A002 - the original's word
        """Return the IDs of the sites on a handler's list of enabled sites."""
        return _copied(self._ids(type, "enabled", "sites"))

    def get_enabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Return the types of the audit jobs whose handler is enabled for a site."""
        return self._audit_job_types(lambda type_: self.is_handler_enabled_for_site(type_, site))

    def get_disabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Return the types of the audit jobs whose handler is not enabled for a site.

        A job without a handler is neither enabled nor disabled.
        """
        return self._audit_job_types(lambda type_: not self.is_handler_enabled_for_site(type_, site))

    def is_handler_enabled_for_site(self, type: str, site: SiteLike) -> bool:  # noqa: A002 - the original's word
        """Return whether a handler is enabled for a site.

        The lists of sites take precedence over the lists of organizations, so that a site can be enabled
        although its organization is disabled. If the site is on neither list, the handler is enabled unless the
        organization is disabled, and if it is enabled by default or for the organization.

        Args:
            type: The handler's type. An unknown handler is not enabled.
            site: The site.
        """
        handler = self._handler(type)
        if handler is None:
            return False
        site_id, organization_id = changes.id_of(site), changes.id_of(site, "get_organization_id")
        is_organization_disabled = organization_id in self._ids(type, "disabled", "orgs")
        if site_id in self._ids(type, "disabled", "sites"):
            return False
        if site_id in self._ids(type, "enabled", "sites"):
            if is_organization_disabled:
                self.log.info(
                    "[is_handler_enabled_for_site] site-override: site in enabled.sites overrides org in"
                    " disabled.orgs",
                    extra=log_fields(
                        LogEvent.HANDLER_OVERRIDE,
                        handler=type,
                        site_id=site_id,
                        organization_id=organization_id,
                    ),
                )
            return True
        if is_organization_disabled:
            return False
        return bool(handler.get("enabledByDefault")) or organization_id in self._ids(type, "enabled", "orgs")

    def is_handler_enabled_for_org(self, type: str, org: HasId) -> bool:  # noqa: A002 - the original's word
        """Return whether a handler is enabled for an organization, regardless of its sites.

        Args:
            type: The handler's type. An unknown handler is not enabled.
            org: The organization.
        """
        handler = self._handler(type)
        if handler is None or changes.id_of(org) in self._ids(type, "disabled", "orgs"):
            return False
        return bool(handler.get("enabledByDefault")) or changes.id_of(org) in self._ids(
            type, "enabled", "orgs"
        )

    def is_handler_disabled_for_site(self, type: str, site: SiteLike) -> bool:  # noqa: A002 - the original's word
        """Return whether a handler is explicitly disabled for a site or for its organization.

        This is not the opposite of `is_handler_enabled_for_site`: a handler that was never enabled is not
        disabled. A site on the list of enabled sites is not disabled by its organization.
        """
        site_id = changes.id_of(site)
        if site_id in self._ids(type, "disabled", "sites"):
            return True
        if site_id in self._ids(type, "enabled", "sites"):
            return False
        return changes.id_of(site, "get_organization_id") in self._ids(type, "disabled", "orgs")

    def is_handler_disabled_for_org(self, type: str, org: HasId) -> bool:  # noqa: A002 - the original's word
        """Return whether a handler is explicitly disabled for an organization."""
        return changes.id_of(org) in self._ids(type, "disabled", "orgs")

    def is_handler_dependency_met_for_site(self, type: str, site: SiteLike) -> bool | list[str]:  # noqa: A002 - the original's word
        """Return whether the handlers that a handler depends on are enabled for a site.

        Returns:
            True, or the types of the dependencies that are not enabled.
        """
        return self._dependencies_met(type, lambda needed: self.is_handler_enabled_for_site(needed, site))

    def is_handler_dependency_met_for_org(self, type: str, org: HasId) -> bool | list[str]:  # noqa: A002 - the original's word
        """Return whether the handlers that a handler depends on are enabled for an organization.

        Returns:
            True, or the types of the dependencies that are not enabled.
        """
        return self._dependencies_met(type, lambda needed: self.is_handler_enabled_for_org(needed, org))

    def enable_handler_for_site(self, type: str, site: SiteLike) -> None:  # noqa: A002 - the original's word
        """Enable a handler for a site. Does nothing if the handler is unknown.

        Raises:
            ValidationError: A handler that it depends on is not enabled; the message names it.
        """
        if self.is_handler_enabled_for_site(type, site):
            return
        unmet = self.is_handler_dependency_met_for_site(type, site)
        changes.check_dependencies(type, f"site {changes.id_of(site)}", unmet)
        self.update_handler_sites(type, changes.id_of(site), True)

    def enable_handler_for_org(self, type: str, org: HasId) -> None:  # noqa: A002 - the original's word
        """Enable a handler for an organization. Raises as `enable_handler_for_site` does."""
        if self.is_handler_enabled_for_org(type, org):
            return
        unmet = self.is_handler_dependency_met_for_org(type, org)
        changes.check_dependencies(type, f"org {changes.id_of(org)}", unmet)
        self.update_handler_orgs(type, changes.id_of(org), True)

    def disable_handler_for_site(self, type: str, site: SiteLike) -> None:  # noqa: A002 - the original's word
        """Disable a handler for a site.

        As in the original, a handler that is disabled by default stays enabled for a site whose organization is
        enabled: only a handler that is enabled by default keeps a list of disabled sites.
        """
        if self.is_handler_enabled_for_site(type, site):
            self.update_handler_sites(type, changes.id_of(site), False)

    def disable_handler_for_org(self, type: str, org: HasId) -> None:  # noqa: A002 - the original's word
        """Disable a handler for an organization."""
        if self.is_handler_enabled_for_org(type, org):
            self.update_handler_orgs(type, changes.id_of(org), False)

    def update_handler_sites(self, type: str, site_id: str, enabled: bool) -> None:  # noqa: A002, FBT001 - the original's signature
        """Put a site on a handler's lists without checking dependencies. Does nothing for an unknown handler.

        Raises:
            ValidationError: The ID is not a non-empty string.
        """
        self._switch(type, changes.text(site_id, "site_id"), "sites", enabled=enabled)

    def update_handler_orgs(self, type: str, org_id: str, enabled: bool) -> None:  # noqa: A002, FBT001 - the original's signature
        """Put an organization on a handler's lists. As `update_handler_sites`."""
        self._switch(type, changes.text(org_id, "org_id"), "orgs", enabled=enabled)

    def register_audit(
        self,
        type: str,  # noqa: A002 - the original's word
        enabled_by_default: bool = False,  # noqa: FBT001, FBT002 - the original's signature
        interval: str = JobInterval.NEVER,
        product_codes: Sequence[str] = (),
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
        type_, interval = plain_value("type", type), plain_value("interval", interval)
        codes = plain_value("product_codes", product_codes)
        changes.check_audit_name(type_, self.AUDIT_NAME_REGEX, self.AUDIT_NAME_MAX_LENGTH)
        changes.check_flag("enabled_by_default", enabled_by_default)
        if self._handler(type_) is not None:
            raise ValidationError(f'Audit type "{type_}" is already registered')
        if interval not in tuple(self.JobInterval):
            raise ValidationError(f"Invalid interval {'null' if interval is None else interval}")
        changes.check_product_codes(codes, "No product codes provided")
        jobs = changes.stored_objects(self._jobs, "jobs")
        self._set_handler(
            type_,
            {
                "enabledByDefault": enabled_by_default,
                "enabled": {"sites": [], "orgs": []},
                "disabled": {"sites": [], "orgs": []},
                "dependencies": [],
                "productCodes": codes,
            },
        )
        if changes.job_index(jobs, self.JobGroup.AUDITS, type_) is None:
            job = {"group": self.JobGroup.AUDITS.value, "type": type_, "interval": interval}
            self._jobs = [*jobs, job]

    def unregister_audit(self, type: str) -> None:  # noqa: A002 - the original's word
        """Remove the handler and the job of an audit.

        Args:
            type: The audit's name.

        Raises:
            ValidationError: There is no such audit.
        """
        type_ = plain_value("type", type)
        if not isinstance(type_, str) or type_.strip() == "":
            raise ValidationError("Audit type must be a non-empty string")
        if self._handler(type_) is None:
            raise ValidationError(f'Audit type "{type_}" is not registered')
        jobs = changes.stored_objects(self._jobs, "jobs")
        self._handlers = {name: each for name, each in (self._handlers or {}).items() if name != type_}
        index = changes.job_index(jobs, self.JobGroup.AUDITS, type_)
        if index is not None:
            self._jobs = [*jobs[:index], *jobs[index + 1 :]]

    def _handler(self, type_: object) -> dict[str, Any] | None:
        handler = changes.value_at(changes.stored_object(self._handlers, "handlers"), type_)
        return None if handler is None else changes.stored_object(handler, f"handlers.{type_}")

    def _existing_handler(self, type_: str) -> dict[str, Any]:
        handler = self._handler(type_)
        if handler is None:
            raise ValidationError(f'Handler "{type_}" not found in configuration')
        return handler

    def _set_handler(self, type_: str, handler: dict[str, Any]) -> None:
        self._handlers = {**changes.stored_object(self._handlers, "handlers"), type_: handler}

    def _ids(self, type_: str, state: str, kind: str) -> list[str]:
        handler = self._handler(type_)
        if handler is None:
            return []
        name = f"handlers.{type_}.{state}"
        lists = changes.stored_object(handler.get(state), name)
        return changes.stored_list(lists.get(kind), f"{name}.{kind}")

    def _switch(self, type_: str, id_: str, kind: str, *, enabled: bool) -> None:
        changes.check_flag("enabled", enabled)
        handler = self._handler(type_)
        if handler:
            name = f"handlers.{type_}"
            self._set_handler(type_, changes.with_id(handler, id_, kind, enabled=enabled, name=name))

    def _audit_job_types(self, matches: Callable[[str], bool]) -> list[str]:
        matching = [type_ for type_ in changes.stored_object(self._handlers, "handlers") if matches(type_)]
        jobs = changes.stored_objects(self._jobs, "jobs")
        audits = [job.get("type") for job in jobs if job.get("group") == self.JobGroup.AUDITS]
        return [type_ for type_ in audits if type_ in matching]  # not a set: a type may be unhashable

    def _dependencies_met(self, type_: str, is_enabled: Callable[[str], bool]) -> bool | list[str]:
        handler = self._handler(type_)
        if handler is None:
            return True
        name = f"handlers.{type_}.dependencies"
        dependencies = changes.stored_objects(handler.get("dependencies"), name)
        needed: list[Any] = [each.get("handler") for each in dependencies]
        return _copied([handler for handler in needed if not is_enabled(handler)]) or True

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.version_id}>"


def _copied(value: T) -> T:
    return copy_json(value)  # type: ignore[no-any-return] # of the same type


bridge_methods(Configuration)
