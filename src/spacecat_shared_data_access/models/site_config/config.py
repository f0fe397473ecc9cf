"""Config: the configuration of a site or an organization."""
# mypy: disable-error-code="no-any-return"
# The values are JSON. They have the declared types if the configuration is valid.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config import validation
from spacecat_shared_data_access.models.site_config.brand_profile import merge_brand_profile
from spacecat_shared_data_access.models.site_config.constants import (
    DEFAULT_IMPORT_CONFIGS,
    STORED_KEYS,
    AuditTargetSource,
)
from spacecat_shared_data_access.models.site_config.json_paths import list_at, map_at, value_at
from spacecat_shared_data_access.models.site_config.tags import extract_well_known_tags
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import copy_json, to_jsonable
from spacecat_shared_data_access.schema.values import now as current_timestamp

_QUESTION_TYPES: Final = ("Human", "AI")
_JAVASCRIPT_TYPES: Final = {str: "string", int: "number", float: "number"}


class Config(Mapping[str, Any]):
    """The configuration of a site or an organization.

    A read-only mapping of its JSON. Its updaters change it in memory; ``site.set_config(config)`` and
    ``save`` store it. Getters return None for what is not configured. Updaters raise ValidationError for a
    section that is not a mapping (or a list), and do not validate what is in it unless they say so.

    The configuration is validated, which also sanitizes it, on first access. If it is invalid, a warning is
    logged and it is used as it is.

    Args:
        data: The configuration as JSON; empty by default. ValidationError if it is not a mapping.
        copy: Whether to copy `data` now. False is safe for JSON that nothing else changes.
    """

    __slots__ = ("_given", "_state")

    def __init__(self, data: Any = None, *, copy: bool = True) -> None:
        given = {} if data is None else data
        self._given: Any = validation.check_map("config", given) if copy else given
        self._state: dict[str, Any] | None = None

    @classmethod
    def of_stored(cls, data: Any) -> Self:
        """Create a configuration from a column's value: the ``get`` hook."""
        return cls(data, copy=False)

    @classmethod
    def from_dynamo_item(cls, dynamo_item: Mapping[str, Any]) -> Self:
        """Create a configuration from a stored item."""
        return cls(dynamo_item)

    @staticmethod
    def to_dynamo_item(config: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parts of a configuration that are stored, as a copy. Unknown keys are left out.

        Args:
            config: A `Config`, or a configuration as JSON. Raises ValidationError if it is neither.
        """
        config = validation.check_map("config", config)
        item: dict[str, Any] = {name: to_jsonable(config[name]) for name in STORED_KEYS if name in config}
        if is_falsy(item.get("rumConfig")):
            item.pop("rumConfig", None)
        if config.get("enableMoneyPageUrls") is False:
            item["enableMoneyPageUrls"] = False
        return item

    @staticmethod
    def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
        """Return the market, product and topic given by tags: see the function of the same name."""
        return extract_well_known_tags(tags)

    @property
    def state(self) -> dict[str, Any]:
        """A copy of the configuration as JSON."""
        return to_jsonable(self)

    def __getitem__(self, key: str) -> Any:
        if not isinstance(key, str):  # it may not even be hashable
            raise KeyError(key)
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # Validated before it is copied, so that it is done once for all copies.
        twin = type(self).of_stored(None)
        object.__setattr__(twin, "_state", copy_json(self._data))
        return twin

    def __repr__(self) -> str:
        # Keys only: a value may be an API key.
        return f"<{type(self).__name__} of {', '.join(self) or 'nothing'}>"

    # The customer, the brand and the site

    def get_slack_config(self) -> dict[str, Any] | None:
        """Return the customer's Slack workspace and channel."""
        return self._value("slack")

    def update_slack_config(
        self, channel: str, workspace: Any = MISSING, invited_user_count: Any = MISSING
    ) -> None:
        """Replace the customer's Slack workspace and channel. Omitted arguments are removed."""
        given = {"channel": channel, "workspace": workspace, "invitedUserCount": invited_user_count}
        self._data["slack"] = to_jsonable(
            {key: value for key, value in given.items() if value is not MISSING}
        )

    def is_internal_customer(self) -> bool:
        """Return whether the customer is internal, which its Slack workspace shows."""
        return bool(self._value("slack", "workspace") == "internal")

    def get_content_ai_config(self) -> dict[str, Any] | None:
        """Return the configuration of Content AI."""
        return self._value("contentAiConfig")

    def get_defaults(self) -> Any:
        """Return the defaults."""
        return self._value("defaults")

    def get_fetch_config(self) -> dict[str, Any] | None:
        """Return the headers and the base URL with which pages are fetched."""
        return self._value("fetchConfig")

    def update_fetch_config(self, fetch_config: Mapping[str, Any]) -> None:
        """Replace the headers and the base URL with which pages are fetched."""
        self._data["fetchConfig"] = validation.check_map("fetch_config", fetch_config)

    def get_brand_config(self) -> dict[str, Any] | None:
        """Return the IDs of the brand and its user."""
        return self._value("brandConfig")

    def update_brand_config(self, brand_config: Mapping[str, Any] | None) -> None:
        """Replace the IDs of the brand and its user."""
        checked = validation.check_map("brand_config", {} if brand_config is None else brand_config)
        self._data["brandConfig"] = None if brand_config is None else checked

    def get_brand_profile(self) -> dict[str, Any] | None:
        """Return the brand's profile, with its ``version``, ``updatedAt`` and ``contentHash``."""
        return self._value("brandProfile")

    def update_brand_profile(self, new_profile: Mapping[str, Any] | None = None) -> None:
        """Update the brand's profile. Its version is incremented only if the content differs.

        Args:
            new_profile: Properties to set; the profile's other properties are kept.
        """
        profile = to_jsonable(new_profile)
        self._data["brandProfile"] = merge_brand_profile(self._value("brandProfile"), profile)

    def get_cdn_logs_config(self) -> dict[str, Any] | None:
        """Return the location and the filters of the CDN logs."""
        return self._value("cdnLogsConfig")

    def update_cdn_logs_config(self, cdn_logs_config: Mapping[str, Any]) -> None:
        """Replace the location and the filters of the CDN logs."""
        self._data["cdnLogsConfig"] = validation.check_map("cdn_logs_config", cdn_logs_config)

    def get_scraper_config(self) -> dict[str, Any] | None:
        """Return the headers that the scraper sends."""
        return self._value("scraperConfig")

    def update_scraper_config(self, scraper_config: Mapping[str, Any]) -> None:
        """Replace the headers that the scraper sends.

        Raises:
            ValidationError: A header's name or value is invalid or the header is reserved for the scraper
                itself, or the rest of the configuration is invalid. Nothing is changed.
        """
        checked = validation.validate_configuration({**self._data, "scraperConfig": scraper_config})
        self._data["scraperConfig"] = checked["scraperConfig"]

    def get_tokowaka_config(self) -> dict[str, Any] | None:
        """Return the configuration of Tokowaka, which contains an API key."""
        return self._value("tokowakaConfig")

    def update_tokowaka_config(self, tokowaka_config: Mapping[str, Any]) -> None:
        """Replace the configuration of Tokowaka."""
        self._data["tokowakaConfig"] = validation.check_map("tokowaka_config", tokowaka_config)

    def get_edge_optimize_config(self) -> dict[str, Any] | None:
        """Return the configuration of edge optimization."""
        return self._value("edgeOptimizeConfig")

    def update_edge_optimize_config(self, edge_optimize_config: Mapping[str, Any]) -> None:
        """Replace the configuration of edge optimization."""
        self._data["edgeOptimizeConfig"] = validation.check_map("edge_optimize_config", edge_optimize_config)

    def get_commerce_llmo_config(self) -> dict[str, Any] | None:
        """Return the commerce stores by locale."""
        return self._value("commerceLlmoConfig")

    def update_commerce_llmo_config(self, commerce_llmo_config: Mapping[str, Any]) -> None:
        """Replace the commerce stores."""
        self._data["commerceLlmoConfig"] = validation.check_map("commerce_llmo_config", commerce_llmo_config)

    def get_onboard_config(self) -> dict[str, Any] | None:
        """Return the last onboarding of the site and its history."""
        return self._value("onboardConfig")

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
        config = validation.check_map("onboard_config", onboard_config)
        past = self._value("onboardConfig", "history")
        history = list(past) if isinstance(past, list) else []
        if not is_falsy(config.get("lastProfile")) and not is_falsy(config.get("lastStartTime")):
            history.append({"profile": config["lastProfile"], "startTime": config["lastStartTime"]})
        if max_history and len(history) > max_history:
            history = history[-max_history:]
        self._data["onboardConfig"] = {**config, "history": history}

    def get_rum_config(self) -> dict[str, Any] | None:
        """Return the result of the last check for a RUM domain key, as a copy."""
        found = self._value("rumConfig")
        return None if is_falsy(found) else to_jsonable(found)

    def has_rum_domain_key(self) -> bool:
        """Return whether the site is known to have a RUM domain key."""
        return self._value("rumConfig", "hasDomainKey") is True

    def update_rum_config(self, has_domain_key: Any, now: datetime | None = None) -> None:
        """Set the result of a check for a RUM domain key.

        Args:
            has_domain_key: Whether the site has one.
            now: The time of the check, with a time zone; the current time by default.

        Raises:
            ValidationError: `has_domain_key` is not a boolean, or `now` has no time zone.
        """
        if not isinstance(has_domain_key, bool):
            kind = _JAVASCRIPT_TYPES.get(type(has_domain_key), "object")
            raise ValidationError(f"update_rum_config: has_domain_key must be a boolean, got {kind}")
        checked_at = current_timestamp() if now is None else to_jsonable(now)
        self._data["rumConfig"] = {"hasDomainKey": has_domain_key, "lastCheckedAt": checked_at}

    # Handlers, by type, such as "cwv"

    def get_handlers(self) -> dict[str, Any] | None:
        """Return the configurations of all handlers by type."""
        return self._value("handlers")

    def get_handler_config(self, handler_type: str) -> dict[str, Any] | None:
        """Return a handler's configuration."""
        return self._value("handlers", handler_type)

    def get_slack_mentions(self, handler_type: str) -> list[str] | None:
        """Return the users that a handler's Slack messages mention."""
        return self._value("handlers", handler_type, "mentions", "slack")

    def update_slack_mentions(self, handler_type: str, mentions: list[str]) -> None:
        """Replace the users that a handler's Slack messages mention."""
        self._map("handlers", handler_type, "mentions")["slack"] = to_jsonable(mentions)

    def get_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Return the URLs that a handler skips."""
        return self._value("handlers", handler_type, "excludedURLs")

    def update_excluded_urls(self, handler_type: str, excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler skips."""
        self._map("handlers", handler_type)["excludedURLs"] = to_jsonable(excluded_urls)

    def get_autofix_excluded_urls(self, handler_type: str) -> list[str] | None:
        """Return the URLs that a handler's autofix skips."""
        return self._value("handlers", handler_type, "autofixExcludedURLs")

    def update_autofix_excluded_urls(self, handler_type: str, autofix_excluded_urls: list[str]) -> None:
        """Replace the URLs that a handler's autofix skips."""
        self._map("handlers", handler_type)["autofixExcludedURLs"] = to_jsonable(autofix_excluded_urls)

    def get_manual_overwrites(self, handler_type: str) -> list[dict[str, str]] | None:
        """Return the target URLs that were manually set in place of broken ones."""
        return self._value("handlers", handler_type, "manualOverwrites")

    def update_manual_overwrites(self, handler_type: str, manual_overwrites: list[dict[str, str]]) -> None:
        """Replace the target URLs that were manually set in place of broken ones."""
        self._map("handlers", handler_type)["manualOverwrites"] = to_jsonable(manual_overwrites)

    def get_fixed_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Return the fixed URLs of a handler."""
        return self._value("handlers", handler_type, "fixedURLs")

    def update_fixed_urls(self, handler_type: str, fixed_urls: list[dict[str, str]]) -> None:
        """Replace the fixed URLs of a handler."""
        self._map("handlers", handler_type)["fixedURLs"] = to_jsonable(fixed_urls)

    def get_included_urls(self, handler_type: str) -> list[str] | None:
        """Return the URLs that a handler always includes."""
        return self._value("handlers", handler_type, "includedURLs")

    def get_grouped_urls(self, handler_type: str) -> list[dict[str, str]] | None:
        """Return the groups, each a name and a pattern, by which a handler groups URLs."""
        return self._value("handlers", handler_type, "groupedURLs")

    def update_grouped_urls(self, handler_type: str, grouped_urls: list[dict[str, str]]) -> None:
        """Replace the groups by which a handler groups URLs.

        Args:
            handler_type: Such as ``cwv``.
            grouped_urls: Mappings with ``name`` and ``pattern``.

        Raises:
            ValidationError: A group or the rest of the configuration is invalid. Nothing is changed.
        """
        handler_type = to_jsonable(handler_type)
        handlers, handler = (
            {} if is_falsy(value) else value
            for value in (self._value("handlers"), self._value("handlers", handler_type))
        )
        groups = to_jsonable(grouped_urls)
        if isinstance(handler_type, str) and isinstance(handlers, dict) and isinstance(handler, dict):
            changed = {**handlers, handler_type: {**handler, "groupedURLs": groups}}
            validation.validate_configuration({**self._data, "handlers": changed})
        self._map("handlers", handler_type)["groupedURLs"] = groups

    def get_latest_metrics(self, handler_type: str) -> dict[str, float] | None:
        """Return the metrics of a handler's latest run."""
        return self._value("handlers", handler_type, "latestMetrics")

    def update_latest_metrics(self, handler_type: str, latest_metrics: dict[str, float]) -> None:
        """Replace the metrics of a handler's latest run."""
        self._map("handlers", handler_type)["latestMetrics"] = to_jsonable(latest_metrics)

    # Imports

    def get_imports(self) -> list[dict[str, Any]] | None:
        """Return all imports."""
        return self._value("imports")

    def get_import_config(self, import_type: str) -> dict[str, Any] | None:
        """Return the first import of a type, or None."""
        return next(
            (each for each in self._imports() if value_at(each, "type") == to_jsonable(import_type)), None
        )

    def is_import_enabled(self, import_type: str) -> bool:
        """Return whether the import of a type is enabled."""
        found = self.get_import_config(import_type)
        return bool(found is not None and found.get("enabled"))

    def update_imports(self, imports: list[dict[str, Any]]) -> None:
        """Replace all imports."""
        self._data["imports"] = validation.check_list("imports", imports)

    def enable_import(self, import_type: str, config: Mapping[str, Any] | None = None) -> None:
        """Add an enabled import, replacing any import of the same type.

        Args:
            import_type: An `ImportType`.
            config: Overrides of the type's `DEFAULT_IMPORT_CONFIGS`.

        Raises:
            ValidationError: The type is unknown (``Unknown import type: …``), the import is invalid
                (``Invalid import config: …``), or the rest of the configuration is. Nothing is changed.
        """
        import_type = to_jsonable(import_type)
        if not isinstance(import_type, str) or import_type not in DEFAULT_IMPORT_CONFIGS:
            raise ValidationError(f"Unknown import type: {import_type}")
        overrides = {} if config is None else validation.check_map("config", config)
        new = {**DEFAULT_IMPORT_CONFIGS[import_type], **overrides, "type": import_type, "enabled": True}
        others = [each for each in self._imports() if value_at(each, "type") != import_type]
        self._replace_imports([*others, validation.check_import(import_type, new)])

    def disable_import(self, import_type: str) -> None:
        """Disable the imports of a type. Does nothing if there are no imports.

        Raises:
            ValidationError: The configuration is invalid. Nothing is changed.
        """
        if is_falsy(self._value("imports")):
            return
        import_type = to_jsonable(import_type)
        self._replace_imports(
            [
                {**each, "enabled": False} if value_at(each, "type") == import_type else each
                for each in self._imports()
            ]
        )

    def _imports(self) -> list[Any]:
        return imports if isinstance(imports := self._value("imports"), list) else []

    def _replace_imports(self, imports: list[Any]) -> None:
        validation.validate_configuration({**self._data, "imports": imports})
        self._data["imports"] = imports

    # The LLM Optimizer

    def get_llmo_config(self) -> dict[str, Any] | None:
        """Return the configuration of the LLM Optimizer."""
        return self._value("llmo")

    def update_llmo_config(
        self,
        data_folder: str,
        brand: str,
        questions: Mapping[str, Any] | None = None,
        url_patterns: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        """Set the folder and the brand, and replace questions and URL patterns. The rest is kept."""
        stored = self._value("llmo")
        llmo = {
            **(stored if isinstance(stored, dict) else {}),
            "dataFolder": to_jsonable(data_folder),
            "brand": to_jsonable(brand),
            "questions": {} if questions is None else validation.check_map("questions", questions),
        }
        llmo.pop("urlPatterns", None)
        if url_patterns is not None:
            llmo["urlPatterns"] = validation.check_list("url_patterns", url_patterns)
        self._data["llmo"] = llmo

    def get_llmo_data_folder(self) -> str | None:
        """Return the folder of the LLM Optimizer's data."""
        return self._value("llmo", "dataFolder")

    def update_llmo_data_folder(self, data_folder: str) -> None:
        """Set the folder of the LLM Optimizer's data."""
        self._map("llmo")["dataFolder"] = to_jsonable(data_folder)

    def get_llmo_brand(self) -> str | None:
        """Return the brand's name."""
        return self._value("llmo", "brand")

    def update_llmo_brand(self, brand: str) -> None:
        """Set the brand's name."""
        self._map("llmo")["brand"] = to_jsonable(brand)

    def update_llmo_show_www(self, show_www: bool) -> None:  # noqa: FBT001 - the original's signature
        """Set whether ``www.`` is shown."""
        self._map("llmo")["showWww"] = to_jsonable(show_www)

    def get_llmo_country_code_ignore_list(self) -> list[str] | None:
        """Return the country codes to ignore."""
        return self._value("llmo", "countryCodeIgnoreList")

    def update_llmo_country_code_ignore_list(self, country_code_ignore_list: Sequence[str]) -> None:
        """Replace the country codes to ignore."""
        codes = validation.check_list("country_code_ignore_list", country_code_ignore_list)
        self._map("llmo")["countryCodeIgnoreList"] = codes

    def get_llmo_cdn_bucket_config(self) -> dict[str, Any] | None:
        """Return the bucket of the CDN logs."""
        return self._value("llmo", "cdnBucketConfig")

    def update_llmo_cdn_bucket_config(self, cdn_bucket_config: Mapping[str, Any]) -> None:
        """Set the bucket of the CDN logs."""
        self._map("llmo")["cdnBucketConfig"] = validation.check_map("cdn_bucket_config", cdn_bucket_config)

    def get_llmo_detected_cdn(self) -> str | None:
        """Return the detected CDN."""
        return self._value("llmo", "detectedCdn")

    def update_llmo_detected_cdn(self, detected_cdn: str) -> None:
        """Set the detected CDN."""
        self._map("llmo")["detectedCdn"] = to_jsonable(detected_cdn)

    def add_llmo_tag(self, tag: str) -> None:
        """Add a tag, unless it is present."""
        tags, tag = self._list("llmo", "tags"), to_jsonable(tag)
        if tag not in tags:
            tags.append(tag)

    def remove_llmo_tag(self, tag: str) -> None:
        """Remove a tag."""
        tags = self._value("llmo", "tags")
        if isinstance(tags, list):
            self._map("llmo")["tags"] = [each for each in tags if each != to_jsonable(tag)]

    def get_llmo_human_questions(self) -> list[dict[str, Any]] | None:
        """Return the questions written by people."""
        return self._value("llmo", "questions", "Human")

    def get_llmo_ai_questions(self) -> list[dict[str, Any]] | None:
        """Return the generated questions."""
        return self._value("llmo", "questions", "AI")

    def add_llmo_human_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions written by people. Raises ValidationError if `questions` is not a list."""
        added = validation.check_list("questions", questions)
        self._list("llmo", "questions", "Human").extend(added)

    def add_llmo_ai_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add generated questions. Raises ValidationError if `questions` is not a list."""
        added = validation.check_list("questions", questions)
        self._list("llmo", "questions", "AI").extend(added)

    # The names that the naming rule gives, for callers that convert the original's names by it.
    get_llmo_aiquestions = get_llmo_ai_questions
    add_llmo_aiquestions = add_llmo_ai_questions

    def update_llmo_question(self, key: str, question_update: Mapping[str, Any]) -> None:
        """Update all questions with a key. The key cannot be changed.

        Raises:
            ValidationError: `question_update` is not a mapping.
        """
        update = validation.check_map("question_update", question_update)
        for question_type in _QUESTION_TYPES:
            self._map("llmo", "questions")[question_type] = [
                {**each, **update, "key": key} if value_at(each, "key") == key else each
                for each in self._list("llmo", "questions", question_type)
            ]

    def remove_llmo_question(self, key: str) -> None:
        """Remove all questions with a key."""
        for question_type in _QUESTION_TYPES:
            self._map("llmo", "questions")[question_type] = [
                each
                for each in self._list("llmo", "questions", question_type)
                if value_at(each, "key") != key
            ]

    def get_llmo_customer_intent(self) -> list[dict[str, str]]:
        """Return the customer intents, each a key and a value."""
        return self._value("llmo", "customerIntent") or []

    def add_llmo_customer_intent(self, customer_intent_items: Sequence[Mapping[str, str]]) -> None:
        """Add customer intents. Raises ValidationError if `customer_intent_items` is not a list."""
        added = validation.check_list("customer_intent_items", customer_intent_items)
        self._list("llmo", "customerIntent").extend(added)

    def update_llmo_customer_intent(self, intent_key: str, update_data: Mapping[str, str]) -> None:
        """Update the first customer intent with a key. Does nothing if there is no match.

        Raises:
            ValidationError: `update_data` is not a mapping.
        """
        update = validation.check_map("update_data", update_data)
        intents = self._list("llmo", "customerIntent")
        for place, each in enumerate(intents):
            if value_at(each, "key") == intent_key:
                intents[place] = {**each, **update}
                return

    def remove_llmo_customer_intent(self, intent_key: str) -> None:
        """Remove the first customer intent with a key. Does nothing if there is no match."""
        intents = self._list("llmo", "customerIntent")
        for place, each in enumerate(intents):
            if value_at(each, "key") == intent_key:
                del intents[place]
                return

    def get_llmo_url_patterns(self) -> list[dict[str, Any]] | None:
        """Return the URL patterns and their tags."""
        return self._value("llmo", "urlPatterns")

    def add_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Add URL patterns, replacing those that are present already.

        Raises:
            ValidationError: A pattern is invalid (``Invalid URL patterns …``). Nothing is changed.
        """
        added = validation.check_url_patterns(url_patterns)
        patterns = self._list("llmo", "urlPatterns")
        merged = {value_at(each, "urlPattern"): each for each in (*patterns, *added)}
        self._map("llmo")["urlPatterns"] = list(merged.values())

    def replace_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Replace all URL patterns. Raises as `add_llmo_url_patterns` does."""
        patterns = validation.check_url_patterns(url_patterns)
        self._map("llmo")["urlPatterns"] = patterns

    def remove_llmo_url_pattern(self, url_pattern: str) -> None:
        """Remove a URL pattern."""
        patterns = self._value("llmo", "urlPatterns")
        if isinstance(patterns, list):
            others = [each for each in patterns if value_at(each, "urlPattern") != url_pattern]
            self._map("llmo")["urlPatterns"] = others

    def get_llmo_cdnlogs_filter(self) -> list[dict[str, Any]] | None:
        """Return the filters of the CDN logs."""
        return self._value("llmo", "cdnlogsFilter")

    def update_llmo_cdnlogs_filter(self, cdnlogs_filter: Sequence[Mapping[str, Any]]) -> None:
        """Replace the filters of the CDN logs.

        Only known columns are accepted as keys, because services put the keys into SQL.

        Raises:
            ValidationError: A filter is invalid (``CDN logs filter validation error: …``). Nothing is
                changed.
        """
        filters = validation.check_cdn_logs_filter(cdnlogs_filter)
        self._map("llmo")["cdnlogsFilter"] = filters

    # Audit targets: pages that are audited in addition to those found automatically

    def is_money_page_urls_enabled(self) -> bool:
        """Return whether money pages are detected: True unless disabled."""
        enabled = self._value("enableMoneyPageUrls")
        return True if enabled is None else enabled

    def set_enable_money_page_urls(self, value: bool | None) -> None:  # noqa: FBT001 - the original's signature
        """Set whether money pages are detected."""
        self._data["enableMoneyPageUrls"] = to_jsonable(value)

    def get_audit_target_urls_config(self) -> dict[str, list[dict[str, str]]] | None:
        """Return the audit targets by source."""
        return self._value("auditTargetURLs")

    def get_audit_target_urls(self) -> list[dict[str, Any]]:
        """Return all audit targets, each with its ``source``."""
        return [
            {**target, "source": source.value}
            for source in AuditTargetSource
            for target in self._targets(source)
            if isinstance(target, Mapping)
        ]

    def get_audit_target_urls_by_source(self, source: str) -> list[dict[str, str]]:
        """Return the audit targets of a source.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`.
        """
        return self._targets(validation.check_source(source))

    def update_audit_target_urls(self, source: str, urls: list[dict[str, str]]) -> None:
        """Replace the audit targets of a source.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`, or a target is invalid
                (``Invalid audit target URLs …``). Nothing is changed.
        """
        source = validation.check_source(source)
        targets = validation.check_audit_targets(urls)
        self._map("auditTargetURLs")[source] = targets

    def add_audit_target_url(self, source: str, url: Mapping[str, str]) -> None:
        """Add an audit target, unless a target of any source has the same URL.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`, or the target is invalid
                (``Invalid audit target URL …``). Nothing is changed.
        """
        source = validation.check_source(source)
        target = validation.check_audit_target(url)
        present = {value_at(each, "url") for each in self.get_audit_target_urls()}
        targets = self._list("auditTargetURLs", source)
        if target["url"] not in present:
            targets.append(target)

    def remove_audit_target_url(self, source: str, url: str) -> None:
        """Remove an audit target of a source. Does nothing if there is no match.

        Raises:
            ValidationError: The source is not an `AuditTargetSource`.
        """
        source = validation.check_source(source)
        if not is_falsy(self._value("auditTargetURLs", source)):
            others = [each for each in self._targets(source) if value_at(each, "url") != url]
            self._map("auditTargetURLs")[source] = others

    def _targets(self, source: str) -> list[dict[str, str]]:
        targets = self._value("auditTargetURLs", source)
        return targets if isinstance(targets, list) else []

    # Access to the JSON

    @property
    def _data(self) -> dict[str, Any]:
        if self._state is None:
            self._state = validation.sanitize_configuration(self._given)
            self._given = None
        return self._state

    def _value(self, *path: str) -> Any:
        return value_at(self._data, *path)

    def _map(self, *path: str) -> dict[str, Any]:
        return map_at(self._data, *path)

    def _list(self, *path: str) -> list[Any]:
        return list_at(self._data, *path)
