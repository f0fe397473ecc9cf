"""For whom a handler is switched on: sites and organizations.

A handler keeps four lists of ids, enabled and disabled sites and organizations, and whether it is enabled by
default. The lists are kept disjoint on every change.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import has_method
from spacecat_shared_data_access.models.configuration import changes
from spacecat_shared_data_access.models.configuration.values import ConfigurationValues
from spacecat_shared_data_access.schema.validation import is_non_empty_map

_AUDITS: Final = "audits"


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

    def get_enabled_site_ids_for_handler(self, type: str) -> list[str]:  # noqa: A002 - the original's word
        """Give the ids of the sites for which a handler is enabled by name."""
        return _ids(self.get_handler(type) or {}, "enabled", "sites")

    def get_enabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Give the types of the audit jobs whose handler is enabled for a site."""
        return self._audits_of(lambda type_: self.is_handler_enabled_for_site(type_, site))

    def get_disabled_audits_for_site(self, site: SiteLike) -> list[str]:
        """Give the types of the audit jobs whose handler is not enabled for a site.

        A job without a handler is neither enabled nor disabled.
        """
        return self._audits_of(lambda type_: not self.is_handler_enabled_for_site(type_, site))

    def is_handler_enabled_for_site(self, type: str, site: SiteLike) -> bool:  # noqa: A002 - the original's word
        """Tell whether a handler is enabled for a site.

        What is said of the site goes before what is said of its organization, so that one site can be
        enabled though its organization is disabled. Then counts, in this order, whether the
        organization is disabled, whether the handler is enabled by default, and whether the
        organization is enabled.

        Args:
            type: The handler's type. An unknown one is not enabled.
            site: The site.
        """
        handler = self.get_handler(type)
        if not isinstance(handler, dict):
            return False
        site_id, organization_id = _id_of(site), _id_of(site, "get_organization_id")
        is_organization_disabled = organization_id in _ids(handler, "disabled", "orgs")
        if site_id in _ids(handler, "disabled", "sites"):
            return False
        if site_id in _ids(handler, "enabled", "sites"):
            if is_organization_disabled:
                self.log.info(
                    "[is_handler_enabled_for_site] site-override: site in enabled.sites overrides org in"
                    " disabled.orgs",
                    extra={"handler": type, "site_id": site_id, "organization_id": organization_id},
                )
            return True
        if is_organization_disabled:
            return False
        return bool(handler.get("enabledByDefault")) or organization_id in _ids(handler, "enabled", "orgs")

    def is_handler_enabled_for_org(self, type: str, org: HasId) -> bool:  # noqa: A002 - the original's word
        """Tell whether a handler is enabled for an organization. What is said of its sites does not count.

        Args:
            type: The handler's type. An unknown one is not enabled.
            org: The organization.
        """
        handler = self.get_handler(type)
        if not isinstance(handler, dict) or _id_of(org) in _ids(handler, "disabled", "orgs"):
            return False
        return bool(handler.get("enabledByDefault")) or _id_of(org) in _ids(handler, "enabled", "orgs")

    def is_handler_disabled_for_site(self, type: str, site: SiteLike) -> bool:  # noqa: A002 - the original's word
        """Tell whether a handler is expressly disabled for a site, or for its organization.

        Not the opposite of `is_handler_enabled_for_site`: what was never enabled is not disabled. A site
        that is expressly enabled is not disabled along with its organization.
        """
        handler = self.get_handler(type) or {}
        site_id = _id_of(site)
        if site_id in _ids(handler, "disabled", "sites"):
            return True
        if site_id in _ids(handler, "enabled", "sites"):
            return False
        return _id_of(site, "get_organization_id") in _ids(handler, "disabled", "orgs")

    def is_handler_disabled_for_org(self, type: str, org: HasId) -> bool:  # noqa: A002 - the original's word
        """Tell whether a handler is expressly disabled for an organization."""
        return _id_of(org) in _ids(self.get_handler(type) or {}, "disabled", "orgs")

    def is_handler_dependency_met_for_site(self, type: str, site: SiteLike) -> bool | list[str]:  # noqa: A002 - the original's word
        """Tell whether the handlers that a handler depends on are enabled for a site.

        Returns:
            True, or the types of those that are not.
        """
        return self._unmet(type, lambda needed: self.is_handler_enabled_for_site(needed, site)) or True

    def is_handler_dependency_met_for_org(self, type: str, org: HasId) -> bool | list[str]:  # noqa: A002 - the original's word
        """Tell whether the handlers that a handler depends on are enabled for an organization.

        Returns:
            True, or the types of those that are not.
        """
        return self._unmet(type, lambda needed: self.is_handler_enabled_for_org(needed, org)) or True

    def enable_handler_for_site(self, type: str, site: SiteLike) -> None:  # noqa: A002 - the original's word
        """Enable a handler for a site. An unknown handler is no error.

        Raises:
            ValidationError: A handler that it depends on is not enabled; the message names it.
        """
        if self.is_handler_enabled_for_site(type, site):
            return
        unmet = self.is_handler_dependency_met_for_site(type, site)
        _check_dependencies(type, f"site {_id_of(site)}", unmet)
        self.update_handler_sites(type, _id_of(site), True)

    def enable_handler_for_org(self, type: str, org: HasId) -> None:  # noqa: A002 - the original's word
        """Enable a handler for an organization. Raises as `enable_handler_for_site` does."""
        if self.is_handler_enabled_for_org(type, org):
            return
        unmet = self.is_handler_dependency_met_for_org(type, org)
        _check_dependencies(type, f"org {_id_of(org)}", unmet)
        self.update_handler_orgs(type, _id_of(org), True)

    def disable_handler_for_site(self, type: str, site: SiteLike) -> None:  # noqa: A002 - the original's word
        """Disable a handler for a site.

        As in the original, a handler that is off by default stays enabled for a site whose organization
        has it enabled: only a handler that is on by default keeps a list of disabled sites.
        """
        if self.is_handler_enabled_for_site(type, site):
            self.update_handler_sites(type, _id_of(site), False)

    def disable_handler_for_org(self, type: str, org: HasId) -> None:  # noqa: A002 - the original's word
        """Disable a handler for an organization."""
        if self.is_handler_enabled_for_org(type, org):
            self.update_handler_orgs(type, _id_of(org), False)

    def update_handler_sites(self, type: str, site_id: str, enabled: bool) -> None:  # noqa: A002, FBT001 - the original's signature
        """Put a site on a handler's lists, whatever it depends on. Does nothing for an unknown handler.

        Raises:
            ValidationError: The ID is not a text.
        """
        self._switch(type, changes.text(site_id, "site_id"), "sites", enabled=enabled)

    def update_handler_orgs(self, type: str, org_id: str, enabled: bool) -> None:  # noqa: A002, FBT001 - the original's signature
        """Put an organization on a handler's lists. As `update_handler_sites`."""
        self._switch(type, changes.text(org_id, "org_id"), "orgs", enabled=enabled)

    def _switch(self, type_: str, id_: str, whose: str, *, enabled: bool) -> None:
        handler = self.get_handler(type_)
        if not isinstance(handler, dict) or not handler:
            return
        for which in ("disabled", "enabled"):
            if not is_non_empty_map(handler.get(which)):
                handler[which] = {"orgs": [], "sites": []}
        if enabled:
            _take_off(handler, "disabled", whose, id_)
            _put_on(handler, "enabled", whose, id_)
        else:
            if handler.get("enabledByDefault"):
                _put_on(handler, "disabled", whose, id_)
            _take_off(handler, "enabled", whose, id_)

    def _audits_of(self, is_wanted: Callable[[str], bool]) -> list[str]:
        wanted = {type_ for type_ in self.handlers or {} if is_wanted(type_)}
        audits = [job.get("type") for job in self.jobs or [] if job.get("group") == _AUDITS]
        return [type_ for type_ in audits if type_ in wanted]

    def _unmet(self, type_: str, is_enabled: Callable[[str], bool]) -> list[str]:
        dependencies = (self.get_handler(type_) or {}).get("dependencies")
        needed = [each.get("handler") for each in dependencies] if isinstance(dependencies, list) else []
        return [handler for handler in needed if not is_enabled(handler)]


def _id_of(owner: object, getter: str = "get_id") -> Any:
    if not has_method(owner, getter):
        raise ValidationError(f"a site or an organization is needed, with {getter}()")
    return getattr(owner, getter)()


def _check_dependencies(type_: str, whom: str, unmet: bool | list[str]) -> None:  # noqa: FBT001 - what the dependency checks give
    if isinstance(unmet, list):
        missing = ",".join(map(str, unmet))
        raise ValidationError(
            f"Cannot enable handler {type_} for {whom} because of missing dependencies: {missing}"
        )


def _ids(handler: dict[str, Any], which: str, whose: str) -> list[str]:
    return (handler.get(which) or {}).get(whose) or []


def _put_on(handler: dict[str, Any], which: str, whose: str, id_: str) -> None:
    handler[which][whose] = list(dict.fromkeys([*_ids(handler, which, whose), id_]))


def _take_off(handler: dict[str, Any], which: str, whose: str, id_: str) -> None:
    handler[which][whose] = [each for each in _ids(handler, which, whose) if each != id_]
