"""Config: what is configured for a site or an organization."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, Self

from spacecat_shared_data_access.models.site_config.audit_targets import AuditTargets
from spacecat_shared_data_access.models.site_config.brand_profile import BrandProfile
from spacecat_shared_data_access.models.site_config.handlers import Handlers
from spacecat_shared_data_access.models.site_config.imports import Imports
from spacecat_shared_data_access.models.site_config.llmo import Llmo

DEFAULT_CONFIG: Final[Mapping[str, Any]]
"The configuration of a site or organization that is created without one."

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

    @classmethod
    def from_dynamo_item(cls, dynamo_item: Mapping[str, Any]) -> Self:
        """Make a configuration of a stored item."""

    @staticmethod
    def to_dynamo_item(config: Mapping[str, Any]) -> dict[str, Any]:
        """Give the parts of a configuration that are stored, as a plain copy. Parts of other names are not.

        Args:
            config: A `Config`, or a plain configuration.
        """

    @staticmethod
    def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
        """Give what tags say of market, product and topic; see the function of that name."""

    def get_slack_config(self) -> dict[str, Any] | None:
        """Give where in Slack the customer is."""

    def is_internal_customer(self) -> bool:
        """Tell whether the customer is one of our own, by its Slack workspace."""

    def get_content_ai_config(self) -> dict[str, Any] | None:
        """Give the configuration of Content AI."""

    def get_defaults(self) -> Any:
        """Give the defaults."""

    def get_fetch_config(self) -> dict[str, Any] | None:
        """Give with which headers, and from which URL in place of the site's own, pages are fetched."""

    def get_brand_config(self) -> dict[str, Any] | None:
        """Give which brand it is."""

    def get_cdn_logs_config(self) -> dict[str, Any] | None:
        """Give where CDN logs lie, and which are read."""

    def get_scraper_config(self) -> dict[str, Any] | None:
        """Give with which headers the scraper asks for pages."""

    def get_tokowaka_config(self) -> dict[str, Any] | None:
        """Give the configuration of Tokowaka. Holds an API key."""

    def get_edge_optimize_config(self) -> dict[str, Any] | None:
        """Give the configuration of optimization at the edge."""

    def get_onboard_config(self) -> dict[str, Any] | None:
        """Give how and when the site was onboarded."""

    def get_commerce_llmo_config(self) -> dict[str, Any] | None:
        """Give the shops, by locale."""

    def get_rum_config(self) -> dict[str, Any] | None:
        """Give a copy of what the last check of the RUM domain key found."""

    def has_rum_domain_key(self) -> bool:
        """Tell whether the site is known to have a RUM domain key."""

    def update_slack_config(self, channel: str, workspace: Any = ..., invited_user_count: Any = ...) -> None:
        """Replace where in Slack the customer is. It is not checked; what is not given is left out."""

    def update_fetch_config(self, fetch_config: Mapping[str, Any]) -> None:
        """Replace how pages are fetched. It is not checked."""

    def update_brand_config(self, brand_config: Mapping[str, Any] | None) -> None:
        """Replace which brand it is. It is not checked."""

    def update_cdn_logs_config(self, cdn_logs_config: Mapping[str, Any]) -> None:
        """Replace where CDN logs lie. It is not checked."""

    def update_scraper_config(self, scraper_config: Mapping[str, Any]) -> None:
        """Replace with which headers the scraper asks for pages.

        Raises:
            ValidationError: The configuration as a whole would not be valid: a header has no proper name
                or value, or belongs to the scraper itself. It then stays as it is.
        """

    def update_tokowaka_config(self, tokowaka_config: Mapping[str, Any]) -> None:
        """Replace the configuration of Tokowaka. It is not checked."""

    def update_edge_optimize_config(self, edge_optimize_config: Mapping[str, Any]) -> None:
        """Replace the configuration of optimization at the edge. It is not checked."""

    def update_commerce_llmo_config(self, commerce_llmo_config: Mapping[str, Any]) -> None:
        """Replace the shops. They are not checked."""

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

    def update_rum_config(self, has_domain_key: Any, now: datetime | None = None) -> None:
        """Note what a check of the RUM domain key found.

        Args:
            has_domain_key: Whether there is one.
            now: When it was checked; the present where not given.

        Raises:
            ValidationError: It is no boolean, or the datetime has no zone.
        """
