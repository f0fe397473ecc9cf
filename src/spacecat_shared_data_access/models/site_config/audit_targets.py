"""The audit targets of a configuration: pages that are audited besides those that are found."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config.state import ConfigState, value_of
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import plain


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
        enabled = self._at("enableMoneyPageUrls")
        return True if enabled is None else enabled

    def set_enable_money_page_urls(self, value: bool | None) -> None:  # noqa: FBT001 - the original's signature
        """Say whether money pages are looked for. It is not checked."""
        self._data["enableMoneyPageUrls"] = plain(value)

    def get_audit_target_urls_config(self) -> dict[str, list[dict[str, str]]] | None:
        """Give the targets by source."""
        return self._at("auditTargetURLs")  # type: ignore[no-any-return] # a map where it is valid

    def get_audit_target_urls(self) -> list[dict[str, Any]]:
        """Give all targets, each with its ``source``."""
        return [
            {**target, "source": source.value}
            for source in AuditTargetSource
            for target in self._of(source)
            if isinstance(target, Mapping)
        ]

    def get_audit_target_urls_by_source(self, source: str) -> list[dict[str, str]]:
        """Give the targets of a source."""
        return self._of(_checked_source(source))

    def update_audit_target_urls(self, source: str, urls: list[dict[str, str]]) -> None:
        """Replace the targets of a source.

        Raises:
            ValidationError: The source is unknown, or a target is not valid
                (``Invalid audit target URLs …``). The targets then stay as they are.
        """
        # See validate_configuration.
        from spacecat_shared_data_access.models.site_config.validation import (  # noqa: PLC0415 - see above
            check_audit_targets,
        )

        source = _checked_source(source)
        urls = check_audit_targets(plain(urls))
        self._part("auditTargetURLs")[source] = urls

    def add_audit_target_url(self, source: str, url: Mapping[str, str]) -> None:
        """Add a target, unless one of any source has its URL already.

        Raises:
            ValidationError: The source is unknown, or the target is not valid
                (``Invalid audit target URL …``). The targets then stay as they are.
        """
        # See validate_configuration.
        from spacecat_shared_data_access.models.site_config.validation import (  # noqa: PLC0415 - see above
            check_audit_target,
        )

        source = _checked_source(source)
        target = check_audit_target(plain(url))
        present = {value_of(each, "url") for each in self.get_audit_target_urls()}
        targets = self._list("auditTargetURLs", source)
        if target["url"] not in present:
            targets.append(target)

    def remove_audit_target_url(self, source: str, url: str) -> None:
        """Take a target away from a source. None of that URL is no error."""
        source = _checked_source(source)
        if not is_falsy(self._at("auditTargetURLs", source)):
            left = [each for each in self._of(source) if value_of(each, "url") != url]
            self._part("auditTargetURLs")[source] = left

    def _of(self, source: str) -> list[dict[str, str]]:
        targets = self._at("auditTargetURLs", source)
        return targets if isinstance(targets, list) else []


def _checked_source(source: str) -> str:
    source = plain(source)
    if source not in tuple(AuditTargetSource):
        names = ", ".join(AuditTargetSource)
        raise ValidationError(f'Invalid audit target source: "{source}". Must be one of: {names}')
    return source
