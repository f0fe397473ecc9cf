# mypy: disable-error-code="overload-overlap, override"
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar, Self, TypeAlias

from spacecat_shared_data_access.models.configuration.switches import HandlerSwitches

class Configuration(HandlerSwitches):
    __slots__ = ()
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

    def save(self) -> Self: ...
    def update_queues(self, queues: Mapping[str, Any]) -> None: ...
    def update_job(self, type: str, properties: Mapping[str, Any]) -> None: ...
    def update_handler_properties(self, type: str, properties: Mapping[str, Any]) -> None: ...
    def replace_handler_enabled_disabled(self, type: str, data: Mapping[str, Any]) -> None: ...
    def update_configuration(self, data: Mapping[str, Any]) -> None: ...
    def register_audit(
        self,
        type: str,
        enabled_by_default: bool = False,
        interval: str = ...,
        product_codes: Sequence[str] = ...,
    ) -> None: ...
    def unregister_audit(self, type: str) -> None: ...

class AsyncConfiguration(HandlerSwitches):
    """One version of the configuration that all services share.

    It says which handlers there are and for whom they are enabled, which jobs run when, where the queues
    are and who has which role in Slack. There is one, in S3; saving it makes a new version. All changes are
    checked before they are made: a call that raises leaves the configuration as it was.
    """

    __slots__ = ()
    ENTITY_NAME: ClassVar[str]
    AUDIT_NAME_REGEX: ClassVar[re.Pattern[str]]
    AUDIT_NAME_MAX_LENGTH: ClassVar[int]
    JobGroup: TypeAlias = Configuration.JobGroup
    JobInterval: TypeAlias = Configuration.JobInterval

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

    def update_queues(self, queues: Mapping[str, Any]) -> None:
        """Set the addresses of some queues; the others stay.

        Args:
            queues: Addresses by name, at least one.

        Raises:
            ValidationError: There is none.
        """

    def update_job(self, type: str, properties: Mapping[str, Any]) -> None:
        """Change some properties of the first job of a type.

        Args:
            type: The job's type.
            properties: Such as ``{"interval": "daily"}``.

        Raises:
            ValidationError: There is no such job, or its interval or group would be none.
        """

    def update_handler_properties(self, type: str, properties: Mapping[str, Any]) -> None:
        """Change some properties of a handler.

        Args:
            type: The handler's type.
            properties: Such as ``{"movingAvgThreshold": 2}``, as they are stored.

        Raises:
            ValidationError: There is no such handler, or a product code, a dependency or a threshold is
                wrong.
        """

    def replace_handler_enabled_disabled(self, type: str, data: Mapping[str, Any]) -> None:
        """Replace lists of a handler's enabled and disabled sites and organizations.

        Made for a clean-up (SITES-40312) and to be removed after it (SITES-40878).

        Args:
            type: The handler's type.
            data: ``{"enabled": {"sites": […], "orgs": […]}, "disabled": {…}}``; a list that is not given
                stays.

        Raises:
            ValidationError: There is nothing to replace, no such handler, or a list is none.
        """

    def update_configuration(self, data: Mapping[str, Any]) -> None:
        """Merge changes into several sections at once.

        Args:
            data: ``handlers`` by type, merged property by property; ``jobs``, each merged into the one of
                its type and group or added; ``queues`` by name. Other keys are not looked at.

        Raises:
            ValidationError: There is nothing, or a section that is given is empty or not what it should
                be. No section is changed then.
        """

    def register_audit(
        self,
        type: str,
        enabled_by_default: bool = False,
        interval: str = ...,
        product_codes: Sequence[str] = ...,
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

    def unregister_audit(self, type: str) -> None:
        """Remove the handler and the job of an audit.

        Args:
            type: The audit's name.

        Raises:
            ValidationError: There is no such audit.
        """
