"""Site: the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

import httpx

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.models.base.config_guard import guard_config
from spacecat_shared_data_access.models.site.final_url import final_url
from spacecat_shared_data_access.models.site_config import Config, validate_configuration
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import has_text, is_falsy, is_number, is_url

_HELIX_HOST: Final = re.compile(r"\.(?:aem|hlx)\.(?:page|live)\Z", re.IGNORECASE)
AUTHOR_HOST: Final[re.Pattern[str]] = re.compile(r"author-p([0-9]+)-e([0-9]+)", re.IGNORECASE)
"""How the host of a cloud service's author begins; its groups are the program and the environment."""


class Site(BaseModel):
    """One site of an organization.

    ``external_owner_id`` and ``external_site_id`` are by what its platform knows it: they follow from
    the authoring type and the platform's configuration. Removing a site removes the delegations of it.
    """

    ENTITY_NAME = "Site"

    class DeliveryType(StrEnum):
        """What delivers a site's pages."""

        AEM_CS = "aem_cs"
        AEM_EDGE = "aem_edge"
        AEM_AMS = "aem_ams"
        AEM_HEADLESS = "aem_headless"
        OTHER = "other"

    class AuthoringType(StrEnum):
        """Where a site's pages are written."""

        CS_CW = "cs/crosswalk"
        CS = "cs"
        AMS = "ams"
        SP = "sharepoint"
        GD = "googledocs"
        DA = "documentauthoring"

    DEFAULT_DELIVERY_TYPE: ClassVar[DeliveryType] = DeliveryType.AEM_EDGE

    def toggle_live(self) -> Self:
        """Make a site live that is not, and the other way round. `save` stores it."""
        self.patcher.patch_value("is_live", not self.record.get("is_live"))
        return self

    def set_config(self, value: Config | Mapping[str, Any]) -> Self:
        """Set the configuration and give the model back. `save` stores it.

        What becomes of one that is not valid is up to ``CONFIG_VALIDATION_ENFORCEMENT``: ``off`` takes
        it, ``warn`` (the default) writes it to the log and takes it, ``enforce`` refuses it. A value that
        is not a mapping, such as JSON text, is refused in every mode.

        Args:
            value: A `Config`, or a plain configuration.

        Raises:
            ValidationError: It is not a mapping; or it is not valid, in mode ``enforce``
                (``Invalid config for Site: …``).
        """
        guard_config(
            entity_name=self.ENTITY_NAME,
            entity_id=self.get_id(),
            value=value,
            validate=validate_configuration,
            log=self.log,
        )
        self.patcher.patch_value("config", value, by_type_only=True)
        return self

    async def resolve_final_url(
        self,
        *,
        timeout: float = 10.0,  # noqa: ASYNC109 - httpx's own timeouts, which both faces have
        client: httpx.Client | httpx.AsyncClient | None = None,
    ) -> str:
        """Find out where the site's base URL leads to, by asking for it and following redirects.

        Where the configuration overrides the base URL, that is the answer, and nobody is asked. Where it
        has a User-Agent, that is who asks.

        Args:
            timeout: Seconds to connect, and to wait for each answer.
            client: What to ask with: an httpx.Client, or an httpx.AsyncClient under asyncio. It is never
                closed nor changed. One of its own where not given.

        Returns:
            The URL without its scheme, such as ``www.example.com/en``.

        Raises:
            ValidationError: The timeout is not a number of seconds, the client does not fit, or the site has
                no base URL.
            UnavailableError: A server did not answer, or the redirects do not end.
        """
        if not is_number(timeout) or timeout <= 0:
            raise ValidationError("timeout must be a positive number of seconds")
        kind = httpx.Client if self.blocking else httpx.AsyncClient
        if client is not None and not isinstance(client, kind):
            raise ValidationError(f"client must be an httpx.{kind.__name__}")
        config = self.record.get("config")
        fetch = config.get("fetchConfig") if isinstance(config, Mapping) else None
        fetch = fetch if isinstance(fetch, Mapping) else {}
        override = fetch.get("overrideBaseURL")
        if is_url(override):
            return re.sub(r"\Ahttps?://", "", str(override))
        base_url = self.record.get("base_url")
        if not isinstance(base_url, str):
            raise ValidationError("base_url is required, but was not read")
        headers = fetch.get("headers")
        user_agent = headers.get("User-Agent") if isinstance(headers, Mapping) else None
        return await final_url(
            base_url,
            blocking=self.blocking,
            timeout=timeout,
            user_agent=user_agent if has_text(user_agent) else None,
            client=client,
        )


def authoring_type_of(host: str) -> Site.AuthoringType | None:
    """Give the authoring type that a preview's or an author's host tells of, or None."""
    if _HELIX_HOST.search(host):
        return Site.AuthoringType.DA
    if AUTHOR_HOST.match(host):
        return Site.AuthoringType.CS
    return None


def external_owner_id(_value: object, record: Record) -> str | None:
    """Give by what a site's platform knows its owner: a set hook."""
    return _external_ids(record)[0]


def external_site_id(_value: object, record: Record) -> str | None:
    """Give by what a site's platform knows the site: a set hook."""
    return _external_ids(record)[1]


def _external_ids(record: Record) -> tuple[str | None, str | None]:
    authoring_type = record.get("authoring_type")
    helix, delivery = record.get("hlx_config"), record.get("delivery_config")
    if not is_falsy(helix) and authoring_type == Site.AuthoringType.DA:
        rso = _value(helix, "rso")
        return _value(rso, "owner"), _value(rso, "site")
    if not is_falsy(delivery) and authoring_type in (Site.AuthoringType.CS, Site.AuthoringType.CS_CW):
        program, environment = _value(delivery, "programId"), _value(delivery, "environmentId")
        return (
            None if program is None else f"p{program}",
            None if environment is None else f"e{environment}",
        )
    return None, None


def _value(holder: Any, key: str) -> Any:
    value = holder.get(key) if isinstance(holder, Mapping) else None
    return None if is_falsy(value) else value
