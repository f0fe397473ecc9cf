"""Config: the configuration of a site or an organization."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Self

class Config(Mapping[str, Any]):
    """The configuration of a site or an organization.

    A read-only mapping of its JSON. Its updaters change it in memory; ``site.set_config(config)`` and
    ``save`` store it. Getters return None for what is not configured, and updaters do not validate unless
    they say so.

    The configuration is validated, which also sanitizes it, on first access. If it is invalid, a warning is
    logged and it is used as it is.

    Args:
        data: The configuration as JSON; empty by default.
        copy: Whether to copy `data` now. False is safe for JSON that nothing else changes.
    """

    __slots__ = ("_given", "_state")

    def __init__(self, data: Any = None, *, copy: bool = True) -> None: ...
    @classmethod
    def of_stored(cls, data: Any) -> Self:
        """Create a configuration from a column's value: the ``get`` hook."""

    @classmethod
    def from_dynamo_item(cls, dynamo_item: Mapping[str, Any]) -> Self:
        """Create a configuration from a stored item."""

    @staticmethod
    def to_dynamo_item(config: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parts of a configuration that are stored, as a copy. Unknown keys are left out.

        Args:
            config: A `Config`, or a configuration as JSON.
        """

    @staticmethod
    def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
        """Return the market, product and topic given by tags: see the function of the same name."""

    @property
    def state(self) -> dict[str, Any]:
        """A copy of the configuration as JSON."""

    def __getitem__(self, key: str) -> Any: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...
    def get_slack_config(self) -> dict[str, Any] | None:
        """Return the customer's Slack workspace and channel."""

    def update_slack_config(self, channel: str, workspace: Any = ..., invited_user_count: Any = ...) -> None:
        """Replace the customer's Slack workspace and channel. Omitted arguments are removed."""

    def is_internal_customer(self) -> bool:
        """Return whether the customer is internal, which its Slack workspace shows."""

    def get_content_ai_config(self) -> dict[str, Any] | None:
        """Return the configuration of Content AI."""

    def get_defaults(self) -> Any:
        """Return the defaults."""

    def get_fetch_config(self) -> dict[str, Any] | None:
        """Return the headers and the base URL with which pages are fetched."""

    def update_fetch_config(self, fetch_config: Mapping[str, Any]) -> None:
        """Replace the headers and the base URL with which pages are fetched."""

    def get_brand_config(self) -> dict[str, Any] | None:
        """Return the IDs of the brand and its user."""

    def update_brand_config(self, brand_config: Mapping[str, Any] | None) -> None:
        """Replace the IDs of the brand and its user."""

    def get_brand_profile(self) -> dict[str, Any] | None:
        """Return the brand's profile, with its ``version``, ``updatedAt`` and ``contentHash``."""

    def update_brand_profile(self, new_profile: Mapping[str, Any] | None = None) -> None:
        """Update the brand's profile. Its version is incremented only if the content differs.

        Args:
            new_profile: Properties to set; the profile's other properties are kept.
        """

    def get_cdn_logs_config(self) -> dict[str, Any] | None:
        """Return the location and the filters of the CDN logs."""

    def update_cdn_logs_config(self, cdn_logs_config: Mapping[str, Any]) -> None:
        """Replace the location and the filters of the CDN logs."""

    def get_scraper_config(self) -> dict[str, Any] | None:
        """Return the headers that the scraper sends."""

    def update_scraper_config(self, scraper_config: Mapping[str, Any]) -> None:
        """Replace the headers that the scraper sends.

        Raises:
            ValidationError: A header's name or value is invalid or the header is reserved for the scraper
                itself, or the rest of the configuration is invalid. Nothing is changed.
        """

    def get_tokowaka_config(self) -> dict[str, Any] | None:
        """Return the configuration of Tokowaka, which contains an API key."""

    def update_tokowaka_config(self, tokowaka_config: Mapping[str, Any]) -> None:
        """Replace the configuration of Tokowaka."""

    def get_edge_optimize_config(self) -> dict[str, Any] | None:
        """Return the configuration of edge optimization."""

    def update_edge_optimize_config(self, edge_optimize_config: Mapping[str, Any]) -> None:
        """Replace the configuration of edge optimization."""

    def get_commerce_llmo_config(self) -> dict[str, Any] | None:
        """Return the commerce stores by locale."""

    def update_commerce_llmo_config(self, commerce_llmo_config: Mapping[str, Any]) -> None:
        """Replace the commerce stores."""

    def get_onboard_config(self) -> dict[str, Any] | None:
        """Return the last onboarding of the site and its history."""

    def update_onboard_config(
        self, onboard_config: Mapping[str, Any], *, max_history: int | None = None
    ) -> None:
        """Replace the last onboarding of the site, and add it to the history.

        Args:
            onboard_config: The onboarding. It is added to the history if it has both a ``lastProfile`` and
                a ``lastStartTime``.
            max_history: The maximum number of entries to keep in the history; unlimited by default.

        Raises:
            ValidationError: `onboard_config` is not a mapping.
        """

    def get_rum_config(self) -> dict[str, Any] | None:
        """Return the result of the last check for a RUM domain key, as a copy."""

    def has_rum_domain_key(self) -> bool:
        """Return whether the site is known to have a RUM domain key."""

    def update_rum_config(self, has_domain_key: Any, now: datetime | None = None) -> None:
        """Set the result of a check for a RUM domain key.

        Args:
            has_domain_key: Whether the site has one.
            now: The time of the check, with a time zone; the current time by default.

        Raises:
            ValidationError: `has_domain_key` is not a boolean, or `now` has no time zone.
        """

    def get_handlers(self) -> dict[str, Any] | None:
        """Return the configurations of all handlers by type."""

    def get_handler_config(self, handler_type: str) -> dict[str, Any] | None:
        """Return a handler's configuration."""

    def get_slack_mentions(self, handler_type: str) -> list[str] | None:
        """Return the users that a handler's Slack messages mention."""

    def update_slack_mentions(self, handler_type: str, mentions: list[str]) -> None:
        """Replace the users that a handler's Slack messages mention."""

    def get_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Return the URLs that a handler skips."""

    def update_excluded_urls(self, handler_type: str, excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler skips."""

    def get_autofix_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Return the URLs that a handler's autofix skips."""

    def update_autofix_excluded_urls(self, handler_type: str, autofix_excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler's autofix skips."""

    def get_manual_overwrites(self, handler_type: str) -> list[dict[str, str]] | None:
        """Return the target URLs that were manually set in place of broken ones."""

    def update_manual_overwrites(self, handler_type: str, manual_overwrites: list[dict[str, str]]) -> None:
        """Replace the target URLs that were manually set in place of broken ones."""

    def get_fixed_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Return the fixed URLs of a handler."""

    def update_fixed_urls(self, handler_type: str, fixed_urls: list[dict[str, str]]) -> None:
        """Replace the fixed URLs of a handler."""

    def get_included_urls(self, handler_type: str) -> list[str] | None:
        """Return the URLs that a handler always includes."""

    def get_grouped_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Return the groups, each a name and a pattern, by which a handler groups URLs."""

    def update_grouped_urls(self, handler_type: str, grouped_urls: list[dict[str, str]]) -> None:
        """Replace the groups by which a handler groups URLs.

        Args:
            handler_type: Such as ``cwv``.
            grouped_urls: Mappings with ``name`` and ``pattern``.

        Raises:
            ValidationError: A group or the rest of the configuration is invalid. Nothing is changed.
        """

    def get_latest_metrics(self, handler_type: str) -> dict[str, float] | None:
        """Return the metrics of a handler's latest run."""

    def update_latest_metrics(self, handler_type: str, latest_metrics: dict[str, float]) -> None:
        """Replace the metrics of a handler's latest run."""

    def get_imports(self) -> list[dict[str, Any]] | None:
        """Return all imports."""

    def get_import_config(self, import_type: str) -> dict[str, Any] | None:
        """Return the first import of a type, or None."""

    def is_import_enabled(self, import_type: str) -> bool:
        """Return whether the import of a type is enabled."""

    def update_imports(self, imports: list[dict[str, Any]]) -> None:
        """Replace all imports."""

    def enable_import(self, import_type: str, config: Mapping[str, Any] | None = None) -> None:
        """Add an enabled import, replacing any import of the same type.

        Args:
            import_type: An `ImportType`.
            config: Overrides of the type's `DEFAULT_IMPORT_CONFIGS`.

        Raises:
            ValidationError: The type is unknown (``Unknown import type: …``), the import is invalid
                (``Invalid import config: …``), or the rest of the configuration is. Nothing is changed.
        """

    def disable_import(self, import_type: str) -> None:
        """Disable the imports of a type. Does nothing if there are no imports.

        Raises:
            ValidationError: The configuration is invalid. Nothing is changed.
        """

    def get_llmo_config(self) -> dict[str, Any] | None:
        """Return the configuration of the LLM Optimizer."""

    def update_llmo_config(
        self,
        data_folder: str,
        brand: str,
        questions: Mapping[str, Any] | None = None,
        url_patterns: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        """Set the folder and the brand, and replace questions and URL patterns. The rest is kept."""

    def get_llmo_data_folder(self) -> str | None:
        """Return the folder of the LLM Optimizer's data."""

    def update_llmo_data_folder(self, data_folder: str) -> None:
        """Set the folder of the LLM Optimizer's data."""

    def get_llmo_brand(self) -> str | None:
        """Return the brand's name."""

    def update_llmo_brand(self, brand: str) -> None:
        """Set the brand's name."""

    def update_llmo_show_www(self, show_www: bool) -> None:
        """Set whether ``www.`` is shown."""

    def get_llmo_country_code_ignore_list(self) -> list[str] | None:
        """Return the country codes to ignore."""

    def update_llmo_country_code_ignore_list(self, country_code_ignore_list: Sequence[str]) -> None:
        """Replace the country codes to ignore."""

    def get_llmo_cdn_bucket_config(self) -> dict[str, Any] | None:
        """Return the bucket of the CDN logs."""

    def update_llmo_cdn_bucket_config(self, cdn_bucket_config: Mapping[str, Any]) -> None:
        """Set the bucket of the CDN logs."""

    def get_llmo_detected_cdn(self) -> str | None:
        """Return the detected CDN."""

    def update_llmo_detected_cdn(self, detected_cdn: str) -> None:
        """Set the detected CDN."""

    def add_llmo_tag(self, tag: str) -> None:
        """Add a tag, unless it is present."""

    def remove_llmo_tag(self, tag: str) -> None:
        """Remove a tag."""

    def get_llmo_human_questions(self) -> list[dict[str, Any]] | None:
        """Return the questions written by people."""

    def get_llmo_ai_questions(self) -> list[dict[str, Any]] | None:
        """Return the generated questions."""

    def add_llmo_human_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions written by people. Raises ValidationError if `questions` is not a list."""

    def add_llmo_ai_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add generated questions. Raises ValidationError if `questions` is not a list."""

    def get_llmo_aiquestions(self) -> list[dict[str, Any]] | None:
        """Return the generated questions."""

    def add_llmo_aiquestions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add generated questions. Raises ValidationError if `questions` is not a list."""

    def update_llmo_question(self, key: str, question_update: Mapping[str, Any]) -> None:
        """Update all questions with a key. The key cannot be changed.

        Raises:
            ValidationError: `question_update` is not a mapping.
        """

    def remove_llmo_question(self, key: str) -> None:
        """Remove all questions with a key."""

    def get_llmo_customer_intent(self) -> list[dict[str, str]]:
        """Return the customer intents, each a key and a value."""

    def add_llmo_customer_intent(self, customer_intent_items: Sequence[Mapping[str, str]]) -> None:
        """Add customer intents. Raises ValidationError if `customer_intent_items` is not a list."""

    def update_llmo_customer_intent(self, intent_key: str, update_data: Mapping[str, str]) -> None:
        """Update the first customer intent with a key. Does nothing if there is no match.

        Raises:
            ValidationError: `update_data` is not a mapping.
        """

    def remove_llmo_customer_intent(self, intent_key: str) -> None:
        """Remove the first customer intent with a key. Does nothing if there is no match."""

    def get_llmo_url_patterns(self) -> list[dict[str, Any]] | None:
        """Return the URL patterns and their tags."""

    def add_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Add URL patterns, replacing those that are present already.

        Raises:
            ValidationError: A pattern is invalid (``Invalid URL patterns …``). Nothing is changed.
        """

    def replace_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Replace all URL patterns. Raises as `add_llmo_url_patterns` does."""

    def remove_llmo_url_pattern(self, url_pattern: str) -> None:
        """Remove a URL pattern."""

    def get_llmo_cdnlogs_filter(self) -> list[dict[str, Any]] | None:
        """Return the filters of the CDN logs."""

    def update_llmo_cdnlogs_filter(self, cdnlogs_filter: Sequence[Mapping[str, Any]]) -> None:
        """Replace the filters of the CDN logs.

        Only known columns are accepted as keys, because services put the keys into SQL.

        Raises:
            ValidationError: A filter is invalid (``CDN logs filter validation error: …``). Nothing is
                changed.
        """

    def is_money_page_urls_enabled(self) -> bool:
        """Return whether money pages are detected: True unless disabled."""

    def set_enable_money_page_urls(self, value: bool | None) -> None:
        """Set whether money pages are detected."""

    def get_audit_target_urls_config(self) -> dict[str, list[dict[str, str]]] | None:
        """Return the audit targets by source."""

    def get_audit_target_urls(self) -> list[dict[str, Any]]:
        """Return all audit targets, each with its ``source``."""

    def get_audit_target_urls_by_source(self, source: str) -> list[dict[str, str]]:
        """Return the audit targets of a source.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`.
        """

    def update_audit_target_urls(self, source: str, urls: list[dict[str, str]]) -> None:
        """Replace the audit targets of a source.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`, or a target is invalid
                (``Invalid audit target URLs …``). Nothing is changed.
        """

    def add_audit_target_url(self, source: str, url: Mapping[str, str]) -> None:
        """Add an audit target, unless a target of any source has the same URL.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`, or the target is invalid
                (``Invalid audit target URL …``). Nothing is changed.
        """

    def remove_audit_target_url(self, source: str, url: str) -> None:
        """Remove an audit target of a source. Does nothing if there is no match.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`.
        """
