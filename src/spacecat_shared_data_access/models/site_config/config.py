"""Config: what is configured for a site or an organization."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config.audit_targets import AuditTargets
from spacecat_shared_data_access.models.site_config.brand_profile import BrandProfile
from spacecat_shared_data_access.models.site_config.handlers import Handlers
from spacecat_shared_data_access.models.site_config.imports import Imports
from spacecat_shared_data_access.models.site_config.llmo import Llmo
from spacecat_shared_data_access.models.site_config.state import checked_map, validate_configuration
from spacecat_shared_data_access.models.site_config.tags import extract_well_known_tags
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import now as present
from spacecat_shared_data_access.schema.values import plain

DEFAULT_CONFIG: Final[Mapping[str, Any]] = {"slack": {}, "handlers": {}}
"""The configuration of a site or organization that is created without one."""

_STORED_PARTS: Final = (
    "slack",
    "handlers",
    "defaults",
    "contentAiConfig",
    "imports",
    "fetchConfig",
    "brandConfig",
    "brandProfile",
    "cdnLogsConfig",
    "scraperConfig",
    "llmo",
    "tokowakaConfig",
    "edgeOptimizeConfig",
    "onboardConfig",
    "commerceLlmoConfig",
    "rumConfig",
    "auditTargetURLs",
)
_JAVASCRIPT_TYPES: Final = {str: "string", int: "number", float: "number"}


class Config(Handlers, Imports, Llmo, AuditTargets, BrandProfile):
    """The configuration of a site or an organization.

    As a mapping it is its plain JSON and cannot be written to; the updaters change it, and
    ``site.set_config(config)`` and ``save`` store what it is then. Getters give None where nothing is
    configured. It is validated, and so brought to its sanitized form, when it is first looked into;
    where it is not valid it is taken as it is stored, with a warning in the log.

    Args:
        data: The plain configuration; an empty one where not given.
        copy: Whether to copy it now; data that are plain and that nobody changes can wait.
    """

    __slots__ = ()

    @property
    def state(self) -> dict[str, Any]:
        """A copy of the plain configuration."""
        return plain(self)  # type: ignore[no-any-return] # a mapping gives a dict

    @classmethod
    def from_dynamo_item(cls, dynamo_item: Mapping[str, Any]) -> Self:
        """Make a configuration of a stored item."""
        return cls(dynamo_item)

    @staticmethod
    def to_dynamo_item(config: Mapping[str, Any]) -> dict[str, Any]:
        """Give the parts of a configuration that are stored, as a plain copy. Parts of other names are not.

        Args:
            config: A `Config`, or a plain configuration.
        """
        item = {name: plain(config[name]) for name in _STORED_PARTS if name in config}
        if is_falsy(item.get("rumConfig")):
            item.pop("rumConfig", None)
        if config.get("enableMoneyPageUrls") is False:
            item["enableMoneyPageUrls"] = False
        return item

    @staticmethod
    def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
        """Give what tags say of market, product and topic; see the function of that name."""
        return extract_well_known_tags(tags)

    def get_slack_config(self) -> dict[str, Any] | None:
        """Give where in Slack the customer is."""
        return self._at("slack")  # type: ignore[no-any-return] # a map where it is valid

    def is_internal_customer(self) -> bool:
        """Tell whether the customer is one of our own, by its Slack workspace."""
        return bool(self._at("slack", "workspace") == "internal")

    def get_content_ai_config(self) -> dict[str, Any] | None:
        """Give the configuration of Content AI."""
        return self._at("contentAiConfig")  # type: ignore[no-any-return] # as above

    def get_defaults(self) -> Any:
        """Give the defaults."""
        return self._at("defaults")

    def get_fetch_config(self) -> dict[str, Any] | None:
        """Give with which headers, and from which URL in place of the site's own, pages are fetched."""
        return self._at("fetchConfig")  # type: ignore[no-any-return] # as above

    def get_brand_config(self) -> dict[str, Any] | None:
        """Give which brand it is."""
        return self._at("brandConfig")  # type: ignore[no-any-return] # as above

    def get_cdn_logs_config(self) -> dict[str, Any] | None:
        """Give where CDN logs lie, and which are read."""
        return self._at("cdnLogsConfig")  # type: ignore[no-any-return] # as above

    def get_scraper_config(self) -> dict[str, Any] | None:
        """Give with which headers the scraper asks for pages."""
        return self._at("scraperConfig")  # type: ignore[no-any-return] # as above

    def get_tokowaka_config(self) -> dict[str, Any] | None:
        """Give the configuration of Tokowaka. Holds an API key."""
        return self._at("tokowakaConfig")  # type: ignore[no-any-return] # as above

    def get_edge_optimize_config(self) -> dict[str, Any] | None:
        """Give the configuration of optimization at the edge."""
        return self._at("edgeOptimizeConfig")  # type: ignore[no-any-return] # as above

    def get_onboard_config(self) -> dict[str, Any] | None:
        """Give how and when the site was onboarded."""
        return self._at("onboardConfig")  # type: ignore[no-any-return] # as above

    def get_commerce_llmo_config(self) -> dict[str, Any] | None:
        """Give the shops, by locale."""
        return self._at("commerceLlmoConfig")  # type: ignore[no-any-return] # as above

    def get_rum_config(self) -> dict[str, Any] | None:
        """Give a copy of what the last check of the RUM domain key found."""
        found = self._at("rumConfig")
        return None if is_falsy(found) else plain(found)

    def has_rum_domain_key(self) -> bool:
        """Tell whether the site is known to have a RUM domain key."""
        return self._at("rumConfig", "hasDomainKey") is True

    def update_slack_config(
        self, channel: str, workspace: Any = MISSING, invited_user_count: Any = MISSING
    ) -> None:
        """Replace where in Slack the customer is. It is not checked; what is not given is left out."""
        given = {"channel": channel, "workspace": workspace, "invitedUserCount": invited_user_count}
        self._data["slack"] = {key: plain(value) for key, value in given.items() if value is not MISSING}

    def update_fetch_config(self, fetch_config: Mapping[str, Any]) -> None:
        """Replace how pages are fetched. It is not checked."""
        self._data["fetchConfig"] = plain(fetch_config)

    def update_brand_config(self, brand_config: Mapping[str, Any] | None) -> None:
        """Replace which brand it is. It is not checked."""
        self._data["brandConfig"] = plain(brand_config)

    def update_cdn_logs_config(self, cdn_logs_config: Mapping[str, Any]) -> None:
        """Replace where CDN logs lie. It is not checked."""
        self._data["cdnLogsConfig"] = plain(cdn_logs_config)

    def update_scraper_config(self, scraper_config: Mapping[str, Any]) -> None:
        """Replace with which headers the scraper asks for pages.

        Raises:
            ValidationError: The configuration as a whole would not be valid: a header has no proper name
                or value, or belongs to the scraper itself. It then stays as it is.
        """
        checked = validate_configuration({**self._data, "scraperConfig": scraper_config})
        self._data["scraperConfig"] = checked["scraperConfig"]

    def update_tokowaka_config(self, tokowaka_config: Mapping[str, Any]) -> None:
        """Replace the configuration of Tokowaka. It is not checked."""
        self._data["tokowakaConfig"] = plain(tokowaka_config)

    def update_edge_optimize_config(self, edge_optimize_config: Mapping[str, Any]) -> None:
        """Replace the configuration of optimization at the edge. It is not checked."""
        self._data["edgeOptimizeConfig"] = plain(edge_optimize_config)

    def update_commerce_llmo_config(self, commerce_llmo_config: Mapping[str, Any]) -> None:
        """Replace the shops. They are not checked."""
        self._data["commerceLlmoConfig"] = plain(commerce_llmo_config)

    def update_onboard_config(
        self, onboard_config: Mapping[str, Any], *, max_history: int | None = None
    ) -> None:
        """Replace how the site was onboarded, and remember it.

        Args:
            onboard_config: With ``lastProfile`` and ``lastStartTime`` where an onboarding began; the two
                are then added to the history.
            max_history: How many entries the history has at most; any number where not given.

        Raises:
            ValidationError: The configuration is no map.
        """
        config = checked_map("onboard_config", onboard_config)
        past = self._at("onboardConfig", "history")
        history = list(past) if isinstance(past, list) else []
        if not is_falsy(config.get("lastProfile")) and not is_falsy(config.get("lastStartTime")):
            history.append({"profile": config["lastProfile"], "startTime": config["lastStartTime"]})
        if max_history and len(history) > max_history:
            history = history[-max_history:]
        self._data["onboardConfig"] = {**config, "history": history}

    def update_rum_config(self, has_domain_key: Any, now: datetime | None = None) -> None:
        """Note what a check of the RUM domain key found.

        Args:
            has_domain_key: Whether there is one.
            now: When it was checked; the present where not given.

        Raises:
            ValidationError: It is no boolean, or the datetime has no zone.
        """
        if not isinstance(has_domain_key, bool):
            kind = _JAVASCRIPT_TYPES.get(type(has_domain_key), "object")
            raise ValidationError(f"update_rum_config: has_domain_key must be a boolean, got {kind}")
        checked_at = present() if now is None else plain(now)
        self._data["rumConfig"] = {"hasDomainKey": has_domain_key, "lastCheckedAt": checked_at}
