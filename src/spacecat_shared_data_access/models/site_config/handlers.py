"""The handlers of a configuration: what it says of single audits."""

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.models.site_config.state import ConfigState, validate_configuration
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import plain


class Handlers(ConfigState):
    """What a configuration says of handlers, by their type, such as ``cwv``."""

    __slots__ = ()

    def get_handlers(self) -> dict[str, Any] | None:
        """Give all handlers by type."""
        return self._at("handlers")  # type: ignore[no-any-return] # a map where it is valid

    def get_handler_config(self, handler_type: str) -> dict[str, Any] | None:
        """Give all that is said of a handler."""
        return self._at("handlers", handler_type)  # type: ignore[no-any-return] # as above

    def get_slack_mentions(self, handler_type: str) -> list[str] | None:
        """Give whom a handler's Slack messages mention."""
        return self._at("handlers", handler_type, "mentions", "slack")  # type: ignore[no-any-return] # as above

    def get_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Give the URLs that a handler leaves out."""
        return self._at("handlers", handler_type, "excludedURLs")  # type: ignore[no-any-return] # as above

    def get_autofix_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Give the URLs that a handler's autofix leaves out."""
        return self._at("handlers", handler_type, "autofixExcludedURLs")  # type: ignore[no-any-return] # as above

    def get_manual_overwrites(self, handler_type: str) -> list[dict[str, str]] | None:
        """Give the targets that people set in place of a handler's."""
        return self._at("handlers", handler_type, "manualOverwrites")  # type: ignore[no-any-return] # as above

    def get_fixed_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Give the URLs that are fixed."""
        return self._at("handlers", handler_type, "fixedURLs")  # type: ignore[no-any-return] # as above

    def get_included_urls(self, handler_type: str) -> list[str] | None:
        """Give the URLs that a handler takes in besides those it finds."""
        return self._at("handlers", handler_type, "includedURLs")  # type: ignore[no-any-return] # as above

    def get_grouped_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Give the groups, each a name and a pattern, in which a handler counts URLs."""
        return self._at("handlers", handler_type, "groupedURLs")  # type: ignore[no-any-return] # as above

    def get_latest_metrics(self, handler_type: str) -> dict[str, float] | None:
        """Give the figures of a handler's last run."""
        return self._at("handlers", handler_type, "latestMetrics")  # type: ignore[no-any-return] # as above

    def update_slack_mentions(self, handler_type: str, mentions: list[str]) -> None:
        """Replace whom a handler's Slack messages mention."""
        self._part("handlers", handler_type, "mentions")["slack"] = plain(mentions)

    def update_excluded_urls(self, handler_type: str, excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler leaves out."""
        self._part("handlers", handler_type)["excludedURLs"] = plain(excluded_urls)

    def update_autofix_excluded_urls(self, handler_type: str, autofix_excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler's autofix leaves out."""
        self._part("handlers", handler_type)["autofixExcludedURLs"] = plain(autofix_excluded_urls)

    def update_manual_overwrites(self, handler_type: str, manual_overwrites: list[dict[str, str]]) -> None:
        """Replace the targets that people set in place of a handler's."""
        self._part("handlers", handler_type)["manualOverwrites"] = plain(manual_overwrites)

    def update_fixed_urls(self, handler_type: str, fixed_urls: list[dict[str, str]]) -> None:
        """Replace the URLs that are fixed."""
        self._part("handlers", handler_type)["fixedURLs"] = plain(fixed_urls)

    def update_grouped_urls(self, handler_type: str, grouped_urls: list[dict[str, str]]) -> None:
        """Replace the groups in which a handler counts URLs.

        Args:
            handler_type: Such as ``cwv``.
            grouped_urls: Maps of ``name`` and ``pattern``.

        Raises:
            ValidationError: The configuration as a whole would not be valid. It then stays as it is.
        """
        handler_type = plain(handler_type)
        handlers, handler = (
            {} if is_falsy(part) else part
            for part in (self._at("handlers"), self._at("handlers", handler_type))
        )
        grouped = plain(grouped_urls)
        if isinstance(handlers, dict) and isinstance(handler, dict):
            changed = {**handlers, handler_type: {**handler, "groupedURLs": grouped}}
            validate_configuration({**self._data, "handlers": changed})
        self._part("handlers", handler_type)["groupedURLs"] = grouped

    def update_latest_metrics(self, handler_type: str, latest_metrics: dict[str, float]) -> None:
        """Replace the figures of a handler's last run."""
        self._part("handlers", handler_type)["latestMetrics"] = plain(latest_metrics)
