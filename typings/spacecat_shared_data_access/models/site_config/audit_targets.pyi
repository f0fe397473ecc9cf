"""The audit targets of a configuration: pages that are audited besides those that are found."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from spacecat_shared_data_access.models.site_config.state import ConfigState

class AuditTargetSource(StrEnum):
    """Who names an audit target."""

    MANUAL = "manual"
    MONEY_PAGES = "moneyPages"

class AuditTargets(ConfigState):
    """What a configuration says of audit targets. They are maps with a ``url``.

    A source is an `AuditTargetSource`; another one is refused with ValidationError.
    """

    __slots__ = ()

    def is_money_page_urls_enabled(self) -> bool:
        """Tell whether money pages are looked for: yes, unless it is switched off."""

    def set_enable_money_page_urls(self, value: bool | None) -> None:
        """Say whether money pages are looked for. It is not checked."""

    def get_audit_target_urls_config(self) -> dict[str, list[dict[str, str]]] | None:
        """Give the targets by source."""

    def get_audit_target_urls(self) -> list[dict[str, Any]]:
        """Give all targets, each with its ``source``."""

    def get_audit_target_urls_by_source(self, source: str) -> list[dict[str, str]]:
        """Give the targets of a source."""

    def update_audit_target_urls(self, source: str, urls: list[dict[str, str]]) -> None:
        """Replace the targets of a source.

        Raises:
            ValidationError: The source is unknown, or a target is not valid
                (``Invalid audit target URLs …``). The targets then stay as they are.
        """

    def add_audit_target_url(self, source: str, url: Mapping[str, str]) -> None:
        """Add a target, unless one of any source has its URL already.

        Raises:
            ValidationError: The source is unknown, or the target is not valid
                (``Invalid audit target URL …``). The targets then stay as they are.
        """

    def remove_audit_target_url(self, source: str, url: str) -> None:
        """Take a target away from a source. None of that URL is no error."""
