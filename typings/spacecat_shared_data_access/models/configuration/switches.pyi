"""For whom a handler is switched on: sites and organizations.

A handler keeps four lists of ids, enabled and disabled sites and organizations, and whether it is enabled by
default. The lists are kept disjoint on every change.
"""

from typing import Protocol

from spacecat_shared_data_access.models.configuration.values import ConfigurationValues

class HasId(Protocol):
    """An organization, or what stands for one."""

    def get_id(self) -> str:
        """Give its id."""

class SiteLike(HasId, Protocol):
    """A site, or what stands for one."""

    def get_organization_id(self) -> str:
        """Give the id of the organization that it belongs to."""

class HandlerSwitches(ConfigurationValues):
    """What a configuration says of handlers, and how they are switched."""

    __slots__ = ()

    def get_enabled_site_ids_for_handler(self, type: str) -> list[str]:
        """Give the ids of the sites for which a handler is enabled by name."""

    def get_enabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Give the types of the audit jobs whose handler is enabled for a site."""

    def get_disabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Give the types of the audit jobs whose handler is not enabled for a site.

        A job without a handler is neither enabled nor disabled.
        """

    def is_handler_enabled_for_site(self, type: str, site: SiteLike) -> bool:
        """Tell whether a handler is enabled for a site.

        What is said of the site goes before what is said of its organization, so that one site can be
        enabled though its organization is disabled. Then counts, in this order, whether the
        organization is disabled, whether the handler is enabled by default, and whether the
        organization is enabled.

        Args:
            type: The handler's type. An unknown one is not enabled.
            site: The site.
        """

    def is_handler_enabled_for_org(self, type: str, org: HasId) -> bool:
        """Tell whether a handler is enabled for an organization. What is said of its sites does not count.

        Args:
            type: The handler's type. An unknown one is not enabled.
            org: The organization.
        """

    def is_handler_disabled_for_site(self, type: str, site: SiteLike) -> bool:
        """Tell whether a handler is expressly disabled for a site, or for its organization.

        Not the opposite of `is_handler_enabled_for_site`: what was never enabled is not disabled. A site
        that is expressly enabled is not disabled along with its organization.
        """

    def is_handler_disabled_for_org(self, type: str, org: HasId) -> bool:
        """Tell whether a handler is expressly disabled for an organization."""

    def is_handler_dependency_met_for_site(self, type: str, site: SiteLike) -> bool | list[str]:
        """Tell whether the handlers that a handler depends on are enabled for a site.

        Returns:
            True, or the types of those that are not.
        """

    def is_handler_dependency_met_for_org(self, type: str, org: HasId) -> bool | list[str]:
        """Tell whether the handlers that a handler depends on are enabled for an organization.

        Returns:
            True, or the types of those that are not.
        """

    def enable_handler_for_site(self, type: str, site: SiteLike) -> None:
        """Enable a handler for a site. An unknown handler is no error.

        Raises:
            ValidationError: A handler that it depends on is not enabled; the message names it.
        """

    def enable_handler_for_org(self, type: str, org: HasId) -> None:
        """Enable a handler for an organization. Raises as `enable_handler_for_site` does."""

    def disable_handler_for_site(self, type: str, site: SiteLike) -> None:
        """Disable a handler for a site.

        As in the original, a handler that is off by default stays enabled for a site whose organization
        has it enabled: only a handler that is on by default keeps a list of disabled sites.
        """

    def disable_handler_for_org(self, type: str, org: HasId) -> None:
        """Disable a handler for an organization."""

    def update_handler_sites(self, type: str, site_id: str, enabled: bool) -> None:
        """Put a site on a handler's lists, whatever it depends on. An unknown handler is no error."""

    def update_handler_orgs(self, type: str, org_id: str, enabled: bool) -> None:
        """Put an organization on a handler's lists, whatever it depends on."""
