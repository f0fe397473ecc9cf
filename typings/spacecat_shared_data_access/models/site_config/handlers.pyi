"""The handlers of a configuration: what it says of single audits."""

from typing import Any

from spacecat_shared_data_access.models.site_config.state import ConfigState

class Handlers(ConfigState):
    """What a configuration says of handlers, by their type, such as ``cwv``."""

    __slots__ = ()

    def get_handlers(self) -> dict[str, Any] | None:
        """Give all handlers by type."""

    def get_handler_config(self, handler_type: str) -> dict[str, Any] | None:
        """Give all that is said of a handler."""

    def get_slack_mentions(self, handler_type: str) -> list[str] | None:
        """Give whom a handler's Slack messages mention."""

    def get_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Give the URLs that a handler leaves out."""

    def get_autofix_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Give the URLs that a handler's autofix leaves out."""

    def get_manual_overwrites(self, handler_type: str) -> list[dict[str, str]] | None:
        """Give the targets that people set in place of a handler's."""

    def get_fixed_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Give the URLs that are fixed."""

    def get_included_urls(self, handler_type: str) -> list[str] | None:
        """Give the URLs that a handler takes in besides those it finds."""

    def get_grouped_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Give the groups, each a name and a pattern, in which a handler counts URLs."""

    def get_latest_metrics(self, handler_type: str) -> dict[str, float] | None:
        """Give the figures of a handler's last run."""

    def update_slack_mentions(self, handler_type: str, mentions: list[str]) -> None:
        """Replace whom a handler's Slack messages mention."""

    def update_excluded_urls(self, handler_type: str, excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler leaves out."""

    def update_autofix_excluded_urls(self, handler_type: str, autofix_excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler's autofix leaves out."""

    def update_manual_overwrites(self, handler_type: str, manual_overwrites: list[dict[str, str]]) -> None:
        """Replace the targets that people set in place of a handler's."""

    def update_fixed_urls(self, handler_type: str, fixed_urls: list[dict[str, str]]) -> None:
        """Replace the URLs that are fixed."""

    def update_grouped_urls(self, handler_type: str, grouped_urls: list[dict[str, str]]) -> None:
        """Replace the groups in which a handler counts URLs.

        Args:
            handler_type: Such as ``cwv``.
            grouped_urls: Maps of ``name`` and ``pattern``.

        Raises:
            ValidationError: The configuration as a whole would not be valid. It then stays as it is.
        """

    def update_latest_metrics(self, handler_type: str, latest_metrics: dict[str, float]) -> None:
        """Replace the figures of a handler's last run."""
