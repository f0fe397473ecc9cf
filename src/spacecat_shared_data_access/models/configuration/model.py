"""The configuration: what services may do, shared by all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.async_names import with_async_name
from spacecat_shared_data_access.models.configuration import changes
from spacecat_shared_data_access.models.configuration.switches import HandlerSwitches
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_methods
from spacecat_shared_data_access.schema.validation import is_non_empty_map, text_length
from spacecat_shared_data_access.schema.values import to_jsonable


@with_async_name
class Configuration(HandlerSwitches):
    """One version of the configuration that all services share.

    It says which handlers there are and for whom they are enabled, which jobs run when, where the queues
    are and who has which role in Slack. There is one, in S3; saving it makes a new version. All changes are
    checked before they are made: a call that raises leaves the configuration as it was.
    """

    __slots__ = ()

    ENTITY_NAME: ClassVar[str] = "Configuration"

    AUDIT_NAME_REGEX: ClassVar[re.Pattern[str]] = re.compile(r"[a-z0-9-]+")
    AUDIT_NAME_MAX_LENGTH: ClassVar[int] = 50

    class JobGroup(StrEnum):
        """What kind of work a job is."""

        AUDITS = "audits"
        IMPORTS = "imports"
        REPORTS = "reports"
        SCRAPES = "scrapes"

    class JobInterval(StrEnum):
        """How often a job runs. With ``never`` it can be enabled without being scheduled."""

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

    async def save(self) -> Self:
        """Store the configuration as a new version, if the version that was read is still the latest.

        To go back to an older version, pass its document to the collection's `create`:
        ``create(old.to_json())``.

        Returns:
            The new version, a model of its own; this one stays what it was, and may be changed and saved
            again.

        Raises:
            ValidationError: It is not what a configuration must be.
            ConflictError: Somebody else stored a version since this one was read; nothing was stored,
                unless ``in_doubt`` says that this is not known. Read the latest, and change that.
            DataAccessError: S3 is not configured, or refused.
            UnavailableError: S3 could not be reached or could not answer.
        """
        data = self.to_json()
        for name in ("createdAt", "updatedAt"):
            data.pop(name, None)
        if self.etag is None:  # not read from S3
            return await self.collection.create(data)  # type: ignore[return-value] # as below
        saved = await self.collection.create(data, replacing=self)
        self.etag = saved.etag
        return saved  # type: ignore[return-value] # a subclass overrides what makes models too

    def update_queues(self, queues: Mapping[str, Any]) -> None:
        """Set the addresses of some queues; the others stay.

        Args:
            queues: Addresses by name, at least one.

        Raises:
            ValidationError: There is none.
        """
        self.set_queues(changes.merged_queues(self.queues, queues, "Queues configuration cannot be empty"))

    def update_job(self, type: str, properties: Mapping[str, Any]) -> None:  # noqa: A002 - the original's word
        """Change some properties of the first job of a type.

        Args:
            type: The job's type.
            properties: Such as ``{"interval": "daily"}``.

        Raises:
            ValidationError: There is no such job, or its interval or group would be none.
        """
        jobs = self.jobs or []
        place = next((place for place, job in enumerate(jobs) if job.get("type") == type), None)
        if place is None:
            raise ValidationError(f'Job type "{type}" not found in configuration')
        properties = changes.mapping(properties, "properties")
        for name, allowed in (("interval", self.JobInterval), ("group", self.JobGroup)):
            value = properties.get(name)
            if value and value not in tuple(allowed):
                raise ValidationError(f'Invalid {name} "{value}". Must be one of: {", ".join(allowed)}')
        jobs[place] = {**jobs[place], **properties}

    def update_handler_properties(self, type: str, properties: Mapping[str, Any]) -> None:  # noqa: A002 - the original's word
        """Change some properties of a handler.

        Args:
            type: The handler's type.
            properties: Such as ``{"movingAvgThreshold": 2}``, as they are stored.

        Raises:
            ValidationError: There is no such handler, or a product code, a dependency or a threshold is
                wrong.
        """
        handlers = self._handlers_with(type)
        properties = changes.mapping(properties, "properties")
        changes.check_handler_properties(handlers, properties)
        handlers[type] = {**handlers[type], **properties}

    def replace_handler_enabled_disabled(self, type: str, data: Mapping[str, Any]) -> None:  # noqa: A002 - the original's word
        """Replace lists of a handler's enabled and disabled sites and organizations.

        Made for a clean-up (SITES-40312) and to be removed after it (SITES-40878).

        Args:
            type: The handler's type.
            data: ``{"enabled": {"sites": […], "orgs": […]}, "disabled": {…}}``; a list that is not given
                stays.

        Raises:
            ValidationError: There is nothing to replace, no such handler, or a list is none.
        """
        if not is_non_empty_map(data):
            raise ValidationError("Data cannot be empty")
        self.log.warning("replace_handler_enabled_disabled invoked (temporary method - see SITES-40312)")
        handlers = self._handlers_with(type)
        handlers[type] = changes.with_lists(handlers[type], to_jsonable(data))

    def update_configuration(self, data: Mapping[str, Any]) -> None:
        """Merge changes into several sections at once.

        Args:
            data: ``handlers`` by type, merged property by property; ``jobs``, each merged into the one of
                its type and group or added; ``queues`` by name. Other keys are not looked at.

        Raises:
            ValidationError: There is nothing, or a section that is given is empty or not what it should
                be. No section is changed then.
        """
        if not is_non_empty_map(data):
            raise ValidationError("Configuration data cannot be empty")
        data = to_jsonable(data)
        handlers, jobs, queues = self.handlers, self.jobs, self.queues
        if "handlers" in data:
            handlers = changes.merged_handlers(handlers, data["handlers"])
        if "jobs" in data:
            jobs = changes.merged_jobs(jobs, data["jobs"])
        if "queues" in data:
            complaint = "Queues must be a non-empty object if provided"
            queues = changes.merged_queues(queues, data["queues"], complaint)
        self.handlers, self.jobs, self.queues = handlers, jobs, queues

    def register_audit(
        self,
        type: str,  # noqa: A002 - the original's word
        enabled_by_default: bool = False,  # noqa: FBT001, FBT002 - the original's signature
        interval: str = JobInterval.NEVER,
        product_codes: Sequence[str] = (),
    ) -> None:
        """Add a handler for a new audit, and a job where there is none.

        Args:
            type: The audit's name: lower-case letters, digits and hyphens, at most 50.
            enabled_by_default: Whether it runs for every site that is not disabled.
            interval: How often it runs.
            product_codes: The products that include it, at least one.

        Raises:
            ValidationError: The name is taken or wrong, or so are the interval or the product codes.
        """
        type_, interval, codes = to_jsonable(type), to_jsonable(interval), to_jsonable(product_codes)
        self._check_audit_name(type_)
        handlers = self.handlers or {}
        if handlers.get(type_) is not None:
            raise ValidationError(f'Audit type "{type_}" is already registered')
        if interval not in tuple(self.JobInterval):
            raise ValidationError(f"Invalid interval {'null' if interval is None else interval}")
        changes.check_product_codes(codes, "No product codes provided")
        handlers[type_] = {
            "enabledByDefault": enabled_by_default,
            "enabled": {"sites": [], "orgs": []},
            "disabled": {"sites": [], "orgs": []},
            "dependencies": [],
            "productCodes": codes,
        }
        self.handlers = handlers
        if self._audit_job(type_) is None:
            self.jobs = self.jobs or []
            self.jobs.append({"group": self.JobGroup.AUDITS.value, "type": type_, "interval": interval})

    def unregister_audit(self, type: str) -> None:  # noqa: A002 - the original's word
        """Remove the handler and the job of an audit.

        Args:
            type: The audit's name.

        Raises:
            ValidationError: There is no such audit.
        """
        type_ = to_jsonable(type)
        if not _says_something(type_):
            raise ValidationError("Audit type must be a non-empty string")
        if self.handlers is None or self.handlers.get(type_) is None:
            raise ValidationError(f'Audit type "{type_}" is not registered')
        del self.handlers[type_]
        job = self._audit_job(type_)
        if job is not None and self.jobs is not None:
            del self.jobs[job]

    def _handlers_with(self, type_: str) -> dict[str, Any]:
        if self.handlers is None or changes.value_at(self.handlers, type_) is None:
            raise ValidationError(f'Handler "{type_}" not found in configuration')
        return self.handlers

    def _check_audit_name(self, name: object) -> None:
        if not isinstance(name, str) or not _says_something(name):
            raise ValidationError("Audit type must be a non-empty string")
        if text_length(name) > self.AUDIT_NAME_MAX_LENGTH:
            raise ValidationError(f"Audit type must not exceed {self.AUDIT_NAME_MAX_LENGTH} characters")
        if self.AUDIT_NAME_REGEX.fullmatch(name) is None:
            raise ValidationError("Audit type can only contain lowercase letters, numbers, and hyphens")

    def _audit_job(self, type_: str) -> int | None:
        # Where the audit's job is.
        wanted = (self.JobGroup.AUDITS, type_)
        jobs = enumerate(self.jobs or [])
        return next((place for place, job in jobs if (job.get("group"), job.get("type")) == wanted), None)


def _says_something(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


bridge_methods(Configuration)
